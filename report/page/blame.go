package page

import (
	"fmt"
	"io"
	"strings"

	"reprise/report"
	"reprise/report/tell"
	"reprise/resolution"
	"reprise/series"
)

// RenderBlame writes one version as a page with one colour a version, each run
// of words headed by the version that first had it.
func (h HTML) RenderBlame(w io.Writer, s *series.Series, version int) error {
	v, ver := tell.OfSeries(h.Say, s), s.Versions[version]
	p := blamePage{Title: tell.SeriesTitle(s), Name: tell.Dated(ver), Remarks: v.ProposalRemarks(s)}
	share := make([]int, len(s.Versions))
	part := ""
	for _, c := range ver.Document.Clauses {
		if !c.Counted() && !c.IsFormula() {
			continue
		}
		b := blameClause{Name: v.Name(c), Heading: c.Kind == resolution.Heading}
		if now := v.Part(c.Part); now != part {
			part, b.Part = now, now
		}
		for _, o := range report.Phrases(s, version, c) {
			b.Runs = append(b.Runs, blameRunOf(v, s, o))
		}
		for _, o := range s.State(c).Words {
			share[o.First] += len(strings.Fields(o.Text))
		}
		p.Clauses = append(p.Clauses, b)
	}
	p.Legend = blameLegend(v, s, share, version)
	return h.assetsOf(seriesAssets).write(w, "blame.html", p, frame{Voice: v, Links: h.Links, Title: p.Title, More: originStyle(len(s.Versions))})
}

type blamePage struct {
	Title, Name string
	Remarks     []string
	Legend      []blameKey
	Clauses     []blameClause
}

type blameKey struct {
	Class, Name, Share string
}

type blameClause struct {
	Name, Part string
	Heading    bool // of a section
	Runs       []blameRun
}

type blameRun struct {
	Class, Mark, Tip, Text string
	Back                   bool
}

func blameRunOf(v tell.Voice, s *series.Series, o series.Origin) blameRun {
	first := s.Versions[o.First]
	r := blameRun{Class: originClass(o.First), Mark: tell.ShortName(first.Name), Tip: v.Origin(s, o), Text: o.Text}
	if o.Dropped > 0 {
		r.Back = true
		r.Mark += " " + tell.RestoredSign + tell.ShortName(s.Versions[o.Dropped].Name)
	}
	if strings.TrimSpace(o.Text) == "" {
		r.Mark = ""
	}
	return r
}

func blameLegend(voice tell.Voice, s *series.Series, share []int, version int) []blameKey {
	total := 0
	for _, n := range share {
		total += n
	}
	var out []blameKey
	for v := range version + 1 {
		out = append(out, blameKey{originClass(v), tell.Dated(s.Versions[v]), voice.Commas(voice.Percent(float64(share[v])/float64(max(1, total))), voice.Counted("words", share[v]))})
	}
	return out
}

func originClass(v int) string { return fmt.Sprintf("v%d", v) }

// The colours of versions run from cold (old) to warm (new). Lightness is the
// same for all, so that ink on them has one contrast.
const coldest, warmest = 255, 20

// originStyle gives each of n versions its ground.
func originStyle(n int) string {
	var light, dark strings.Builder
	for v := range n {
		hue := coldest
		if n > 1 {
			hue = coldest - v*(coldest-warmest)/(n-1)
		}
		fmt.Fprintf(&light, ".v%d{background:hsl(%d 75%% 90%%)}", v, hue)
		fmt.Fprintf(&dark, ".v%d{background:hsl(%d 45%% 20%%)}", v, hue)
	}
	return light.String() + "@media screen and (prefers-color-scheme:dark){" + dark.String() + "}"
}
