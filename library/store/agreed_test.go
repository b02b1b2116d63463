package store

import (
	"fmt"
	"path/filepath"
	"strings"
	"testing"

	"reprise/internal/database/databasetest"
	"reprise/internal/outside"
	"reprise/library"
	"reprise/resolution"
)

// judged is what was told of a draft, in short: a line a clause.
func judged(a *library.Agreement) string {
	var b strings.Builder
	for _, j := range a.Clauses {
		fmt.Fprintf(&b, "%s %s %d/%d", j.Clause.ID, j.Standing, j.Kept, j.Words)
		for _, p := range j.Precedents {
			fmt.Fprintf(&b, "; %s %s of %d/%d since %s", p.Nearest.Of.Symbol, p.Nearest.Clause, len(p.AsIs), len(p.Uses), p.First().Of.Symbol)
			if l := p.Later; l != nil {
				fmt.Fprintf(&b, ", left for %s", l.Text.Symbol)
				if l.Use != nil {
					b.WriteString(" " + l.Use.Clause)
				}
			}
			if p.Voted {
				b.WriteString(", voted")
			}
			if p.Foreign {
				b.WriteString(", foreign")
			}
		}
		b.WriteByte('\n')
	}
	return b.String()
}

func draftOf(texts ...string) *resolution.Document {
	d := &resolution.Document{Language: "en", Body: "GA", Draft: true}
	for i, text := range texts {
		d.Clauses = append(d.Clauses, &resolution.Clause{ID: fmt.Sprintf("op%d", i+1), Part: resolution.Operative, Text: text})
	}
	return d
}

func agreedIn(t *testing.T, l *library.Library, d *resolution.Document) *library.Agreement {
	t.Helper()
	a, err := l.Agreed(t.Context(), d, library.AgreedOptions{Limit: 1})
	if err != nil {
		t.Fatal(err)
	}
	return a
}

const (
	council = `S/RES/9001 (2156)

The Security Council,

1. Demands that every lamp be dimmed at the third stroke of midnight;

2. Decides to remain seized of the lamps.
`
	voted = `A/RES/211/8

Two-hundred-and-eleventh session

Resolution adopted by the General Assembly on 9 December 2156

211/8. Oil of the lamplighters

The General Assembly,

1. Decides to buy whale-free oil from every harbour;

2. Urges all ports to count their barrels.

Adopted by a recorded vote of 91 to 4, with 12 abstentions
`
)

func TestAgreed(t *testing.T) {
	databasetest.Both(t, func(t *testing.T, where string) {
		l := opened(t, where)
		draft := strings.Replace(strings.Replace(anthem, "A/RES/211/7", "A/212/L.9", 1), "Decides to sing on Tuesdays", "Decides to whistle in the dark of every Sunday", 1)
		addTo(t, l, append(specimens(t), itemFrom(t, "council.txt", council), itemFrom(t, "voted.txt", voted), itemFrom(t, "draft.txt", draft))...)
		for _, test := range []struct{ why, text, want string }{
			{"word for word, whatever mark ends it", "Decides to sing on Tuesdays.", "op1 agreed 5/5; A/RES/211/7 op1 of 1/1 since A/RES/211/7"},
			{"but for one word", "Decides to sing loudly on Tuesdays;", "op1 amended 5/6; A/RES/211/7 op1 of 1/1 since A/RES/211/7"},
			{"in no adopted text", "Encourages the breeding of dragons in volcanic caves;", "op1 new 0/8"},
			{"a draft in the library agrees to nothing", "Decides to whistle in the dark of every Sunday;", "op1 new 0/9"},
			{"by another body", "Demands that every lamp be dimmed at the third stroke of midnight;", "op1 agreed 12/12; S/RES/9001 (2156) op1 of 1/1 since S/RES/9001 (2156), foreign"},
			{"by a vote", "Decides to buy whale-free oil from every harbour;", "op1 agreed 9/9; A/RES/211/8 op1 of 1/1 since A/RES/211/8, voted"},
			{"since the first version", "Convinced that the steady keeping of a light contributes to the safety of all who travel at night, and emphasizing the importance of trained keepers in every coastal region,", "op1 agreed 29/29; A/RES/210/29 pp4 of 6/6 since A/RES/200/41"},
			{"as its series said it once, though the latest is as near", "Notes the establishment of the Coastal Lights Fund, and invites contributions to it in oil, wicks and lenses;", "op1 agreed 18/18; A/RES/200/41 op2 of 1/6 since A/RES/200/41, left for A/RES/210/29 pp6"},
			{"of a clause that comes and goes", "Marking the one hundred and fiftieth anniversary of the relighting of the Great Light of Port Halcyon,", "op1 agreed 17/17; A/RES/202/38 pp9 of 1/2 since A/RES/202/38, left for A/RES/210/29 pp8"},
			{"dropped by its series", "Deeply concerned at the number of lamps that are left without a keeper during the winter months,", "op1 agreed 17/17; A/RES/206/47 pp6 of 3/4 since A/RES/200/41, left for A/RES/210/29"},
		} {
			got := strings.TrimSpace(judged(agreedIn(t, l, draftOf(test.text))))
			if got != test.want {
				t.Errorf("%s: got\n%s\nwant\n%s", test.why, got, test.want)
			}
		}
	})
}

// TestStoresAgree asks both stores of every specimen as a draft (law 5).
func TestStoresAgree(t *testing.T) {
	server := databasetest.Schema(t)
	items := append(specimens(t), itemFrom(t, "council.txt", council), itemFrom(t, "voted.txt", voted))
	one, other := opened(t, filepath.Join(t.TempDir(), "library")), opened(t, server)
	addTo(t, one, items...)
	addTo(t, other, items...)
	for _, item := range items {
		item.Document.Draft, item.Document.Symbol = true, ""
		a, b := judged(agreedIn(t, one, item.Document)), judged(agreedIn(t, other, item.Document))
		if a != b {
			t.Errorf("%s: SQLite says\n%sPostgreSQL\n%s", item.Name, a, b)
		}
		if !strings.Contains(a, "agreed") {
			t.Errorf("%s: nothing of an adopted text is agreed:\n%s", item.Name, a)
		}
	}
}

// TestFirstAdoptionsOfCentralAsia holds the first adoption of each clause of 79/24
// against a reading of the series.
func TestFirstAdoptionsOfCentralAsia(t *testing.T) {
	folder := outside.Texts(t, "resolutions", "series", "ga-nwfz-central-asia")
	l := opened(t, t.TempDir())
	var items []library.Item
	for _, n := range []string{"65_49", "67_31", "69_36", "71_65", "73_58", "75_67", "77_70"} {
		items = append(items, itemAt(t, filepath.Join(folder, "A_RES_"+n+".txt")))
	}
	addTo(t, l, items...)
	a := agreedIn(t, l, itemAt(t, filepath.Join(folder, "A_RES_79_24.txt")).Document)
	want := map[string]string{}
	for line := range strings.Lines(centralAsia) {
		if f := strings.Fields(line); len(f) == 3 {
			want[f[0]] = f[1] + " " + f[2]
		}
	}
	for _, j := range a.Clauses {
		got := "new -"
		if j.Standing != library.Unprecedented {
			p := j.Precedents[0]
			got = strings.TrimPrefix(p.First().Of.Symbol, "A/RES/") + " " + strings.TrimPrefix(p.AsIs[0].Of.Symbol, "A/RES/")
		}
		if want[j.Clause.ID] != got {
			t.Errorf("%s: first adopted in %s, a reader says %s", j.Clause.ID, got, want[j.Clause.ID])
		}
		delete(want, j.Clause.ID)
	}
	if len(want) > 0 {
		t.Errorf("not told of: %v", want)
	}
}

// centralAsia is by reading: a clause of 79/24, the text that first had it in whatever
// wording, and the one that first had the wording of which it is made. Of op2 readers may differ:
// in 69/36 the signing of the Protocol took the place of consultations on it.
const centralAsia = `
pp1 65/49 77/70
pp2 new -
pp3 65/49 65/49
pp4 65/49 65/49
pp5 65/49 71/65
pp6 65/49 65/49
pp7 65/49 71/65
pp8 65/49 71/65
pp9 new -
op1 65/49 65/49
op2 65/49 71/65
op3 65/49 77/70
op4 65/49 75/67
op5 new -
op6 65/49 77/70
`
