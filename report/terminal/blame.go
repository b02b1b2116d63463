package terminal

import (
	"io"
	"strings"

	"github.com/clipperhouse/displaywidth"

	"reprise/report"
	"reprise/report/tell"
	"reprise/series"
)

// RenderBlame writes one version phrase by phrase, each after the version that
// first had it; restored words name the version that had dropped them too.
func (t Form) RenderBlame(w io.Writer, s *series.Series, version int) error {
	b := &blame{screen: &screen{Form: t, paint: newPaint(t.Colour), Voice: tell.OfSeries(t.Say, s)}, series: s, version: version}
	b.write()
	_, err := io.WriteString(w, b.out.String())
	return err
}

type blame struct {
	*screen
	series  *series.Series
	version int
	name    int // width of the gutter's first column
	origin  int // and of the second
}

func (b *blame) write() {
	v := b.series.Versions[b.version]
	b.paragraph("", run{clean(v.Name), strong}, run{"  " + clean(v.Document.Title), plain})
	for _, remark := range b.ProposalRemarks(b.series) {
		b.paragraph("  ", run{clean(remark), quiet})
	}
	b.println(nil)
	for _, c := range v.Document.Clauses {
		if !c.Counted() {
			continue
		}
		b.name = max(b.name, displaywidth.String(b.Name(c)))
		for _, o := range report.Phrases(b.series, b.version, c) {
			b.origin = max(b.origin, displaywidth.String(b.originName(o)))
		}
	}
	b.name = min(b.name, maxLabel)
	for _, c := range v.Document.Clauses {
		if !c.Counted() {
			continue
		}
		name := clean(b.Name(c))
		for _, o := range report.Phrases(b.series, b.version, c) {
			if strings.TrimSpace(o.Text) == "" {
				continue
			}
			b.phrase(name, o)
			name = ""
		}
	}
}

// originName is what the gutter says of a phrase: "65/49", or
// "65/49 ^71/65" where 71/65 had dropped it.
func (b *blame) originName(o series.Origin) string {
	return clean(tell.OriginText(b.series, o))
}

func (b *blame) phrase(name string, o series.Origin) {
	gutter := line{{pad(name, b.name) + "  ", strong}, {pad(b.originName(o), b.origin) + "  ", quiet}}
	look := plain
	switch {
	case o.Dropped > 0:
		look = moved
	case o.First == b.version:
		look = added
	}
	text := strings.TrimSpace(clean(o.Text))
	for _, l := range wrap([]run{{text, look}}, b.measure(b.name+b.origin+4)) {
		b.println(append(gutter, l...))
		gutter = line{{strings.Repeat(" ", b.name+b.origin+4), plain}}
	}
}
