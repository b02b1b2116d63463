package diff

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"sort"
	"strings"
	"testing"

	"reprise/align"
	"reprise/internal/lexicon"
	"reprise/internal/outside"
	"reprise/resolution"
)

// goldPair is a pair of successive resolutions whose clauses were linked by
// readers (schema: gold/README.md of the shared texts).
type goldPair struct {
	ID            string
	OldParagraphs []goldParagraph `json:"old_paragraphs"`
	NewParagraphs []goldParagraph `json:"new_paragraphs"`
	Groups        []struct {
		Old, New []int
		Certain  bool
		Routine  *bool
	}
}

type goldParagraph struct{ Text, Kind string }

func goldPairs(t testing.TB) []goldPair {
	files, _ := filepath.Glob(filepath.Join(outside.Texts(t, "gold"), "*.json"))
	var out []goldPair
	for _, f := range files {
		content, err := os.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		var p goldPair
		if err := json.Unmarshal(content, &p); err != nil {
			t.Fatalf("%s: %v", f, err)
		}
		out = append(out, p)
	}
	return out
}

func (p *goldPair) documents() (old, new *resolution.Document) {
	return goldDocument(p.OldParagraphs), goldDocument(p.NewParagraphs)
}

func goldDocument(paragraphs []goldParagraph) *resolution.Document {
	d := &resolution.Document{Language: "en"}
	for i, p := range paragraphs {
		c := &resolution.Clause{ID: fmt.Sprintf("op%d", i), Part: resolution.Operative, Text: resolution.Normalise(p.Text)}
		if p.Kind == "preambular" {
			c.ID, c.Part = fmt.Sprintf("pp%d", i), resolution.Preamble
		}
		if lead, ok := lexicon.OrDefault("en").Lead(c.Text); ok {
			c.Lead = c.Text[:lead.Length]
		}
		d.Clauses = append(d.Clauses, c)
	}
	return d
}

func pick(d *resolution.Document, at []int) []*resolution.Clause {
	var out []*resolution.Clause
	for _, i := range at {
		out = append(out, d.Clauses[i])
	}
	return out
}

// Nature on the gold links: what drafters called routine or substantive,
// apart from how well clauses are aligned.
func TestNatureOnGold(t *testing.T) {
	n, right, substantive, missed, alarms, routine := 0, 0, 0, 0, 0, 0
	byKind := map[string][2]int{} // reasons of the wrong calls: alarms, misses
	for _, p := range goldPairs(t) {
		old, new := p.documents()
		s, _ := newSetting(old, new, "")
		for _, g := range p.Groups {
			if !g.Certain || g.Routine == nil || len(g.Old) == 0 || len(g.New) == 0 {
				continue
			}
			ch := s.describe(align.Link{Old: pick(old, g.Old), New: pick(new, g.New)})
			said := ch.Nature != Substantive
			n++
			if said == *g.Routine {
				right++
			}
			if *g.Routine {
				routine++
			} else {
				substantive++
			}
			if said == *g.Routine {
				continue
			}
			kind := 0
			if said {
				missed, kind = missed+1, 1
			} else {
				alarms++
			}
			for _, r := range ch.Reasons {
				if said || r.Nature() == Substantive {
					c := byKind[r.Kind().String()]
					c[kind]++
					byKind[r.Kind().String()] = c
				}
			}
			if os.Getenv("SHOW") != "" {
				t.Logf("%s O%v N%v: drafters said routine=%v\n%s\n%s", p.ID[:20], g.Old, g.New, *g.Routine, markdown(ch.Edits), showReasons(ch.Reasons))
			}
		}
	}
	t.Logf("accuracy %.4f over %d; substantive called routine %d of %d; routine called substantive %d of %d",
		float64(right)/float64(n), n, missed, substantive, alarms, routine)
	t.Log("reasons of the wrong calls (alarms, misses):", confusion(byKind))
	if float64(right) < 0.90*float64(n) || float64(missed) > 0.02*float64(substantive) {
		t.Error("wanted accuracy of at least .90 and at most 2% of the substantive changes called routine")
	}
}

func showReasons(reasons []Reason) string {
	var out []string
	for _, r := range reasons {
		out = append(out, fmt.Sprintf("    %v %s: %q -> %q", r.Nature(), r.Kind(), r.Old.Text(), r.New.Text()))
	}
	return strings.Join(out, "\n")
}

func confusion(byKind map[string][2]int) string {
	var kinds []string
	for k := range byKind {
		kinds = append(kinds, k)
	}
	sort.Strings(kinds)
	slices.SortStableFunc(kinds, func(a, b string) int { return byKind[b][0] + byKind[b][1] - byKind[a][0] - byKind[a][1] })
	var out []string
	for _, k := range kinds {
		out = append(out, fmt.Sprintf("%s %d, %d", k, byKind[k][0], byKind[k][1]))
	}
	return strings.Join(out, "; ")
}
