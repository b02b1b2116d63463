package page

import (
	"fmt"
	"strconv"
	"strings"

	"reprise/report"
	"reprise/report/tell"
	"reprise/series"
)

// chart is the inline SVG of a series: clauses and words per version as two
// lines, the share of text taken over as bars, in user units.
type chart struct {
	Width, Height  int
	Bar            int    // width of a bar
	Clauses, Words string // points of the lines
	Marks          []chartMark
	Labels         []chartLabel
	Summary        string // the same in a sentence, for who cannot see it
}

type chartMark struct {
	X, ClausesY, WordsY int
	High, BarY          int // height and top of the bar; none in the first version
	Tip                 string
}

type chartLabel struct {
	X    int
	Text string
}

// The measures of a chart. Labels are shown for every version while there is
// room for them, then for every second, third ...
const (
	chartStep   = 72
	chartMargin = 40
	chartTop    = 16
	chartPlot   = 120
	chartFoot   = 24
	chartBar    = 22
	chartMost   = 14 // labels that a chart has room for
	chartWidest = 960
)

func chartOf(voice tell.Voice, s *series.Series) chart {
	n := len(s.Versions)
	step := min(chartStep, (chartWidest-2*chartMargin)/max(1, n-1))
	c := chart{Bar: min(chartBar, step*2/3), Width: 2*chartMargin + step*max(1, n-1), Height: chartTop + chartPlot + chartFoot}
	var all []report.Figures
	mostClauses, mostWords := 1, 1
	for _, v := range s.Versions {
		f := report.FiguresOf(v)
		all = append(all, f)
		mostClauses, mostWords = max(mostClauses, f.Clauses), max(mostWords, f.Words)
	}
	var clauses, words []string
	every := (n + chartMost - 1) / chartMost
	for v, f := range all {
		name := tell.ShortName(s.Versions[v].Name)
		m := chartMark{X: chartMargin + v*step, ClausesY: height(f.Clauses, mostClauses), WordsY: height(f.Words, mostWords)}
		m.Tip = voice.Say("chart-version", "version", name, "clauses", strconv.Itoa(f.Clauses), "words", strconv.Itoa(f.Words))
		if v > 0 {
			m.High = int(f.Agreed * chartPlot)
			m.Tip = voice.Commas(m.Tip, voice.Percent(f.Agreed)+" "+voice.Say("agreed-share"))
		}
		m.BarY = chartTop + chartPlot - m.High
		c.Marks = append(c.Marks, m)
		clauses = append(clauses, fmt.Sprintf("%d,%d", m.X, m.ClausesY))
		words = append(words, fmt.Sprintf("%d,%d", m.X, m.WordsY))
		if v%every == 0 {
			c.Labels = append(c.Labels, chartLabel{m.X, name})
		}
	}
	c.Clauses, c.Words = strings.Join(clauses, " "), strings.Join(words, " ")
	if n > 0 {
		c.Summary = voice.Growth([2]int{all[0].Clauses, all[n-1].Clauses}, [2]int{all[0].Words, all[n-1].Words})
	}
	return c
}

// height places a value on the plot; the highest stands at its top.
func height(value, most int) int { return chartTop + chartPlot - value*chartPlot/most }

// What the template draws with.

// Left is the x of the first version.
func (chart) Left() int { return chartMargin }

// Right is the x of the last version.
func (c chart) Right() int { return c.Width - chartMargin }

// Floor is the y of nothing.
func (chart) Floor() int { return chartTop + chartPlot }

// Under is the y of the labels.
func (c chart) Under() int { return c.Height - chartFoot/4 }

// Half is what a bar stands to the left of its version.
func (c chart) Half() int { return -c.Bar / 2 }
