package word

import (
	"cmp"
	"slices"
	"strings"

	"reprise/diff"
	"reprise/internal/pattern"
	"reprise/internal/wordml"
	"reprise/resolution"
)

// Heads are what the page heads and feet of the new document say, where its
// text does not tell, as a draft has no symbol yet. The zero value takes what
// the new text says.
type Heads struct {
	Symbol string // the running head
	Title  string // in heads that show it
	Job    string // the job number in the feet: "23-25123"
}

// jobNumber is the number under which a document is processed and printed; it
// stands in the feet of the United Nations' documents, with the language or not.
var jobNumber = pattern.Lazy(`\b\d{2}-\d{5}\b`)

// replaced are the texts of heads and feet that change.
func (h Heads) replaced(c *diff.Comparison) []wordml.Replaced {
	var out []wordml.Replaced
	add := func(old, new string) {
		if old != "" && new != "" && old != new {
			out = append(out, wordml.Replaced{Old: old, New: new})
		}
	}
	add(string(c.Old.Symbol), cmp.Or(h.Symbol, string(c.New.Symbol)))
	add(c.Old.Title, cmp.Or(h.Title, c.New.Title))
	for _, job := range jobNumbers(c.Old) {
		add(job, h.Job)
		add(strings.ReplaceAll(job, "-", ""), strings.ReplaceAll(h.Job, "-", "")) // as the bar code has it
	}
	return out
}

// kept says what the heads and feet of the old file keep of the old document,
// one sentence each.
func (h Heads) kept(c *diff.Comparison) []string {
	var out []string
	if symbol := string(c.Old.Symbol); symbol != "" && cmp.Or(h.Symbol, string(c.New.Symbol)) == "" && inEdges(c.Old, symbol) {
		out = append(out, "the running heads keep "+symbol+"; --symbol gives the new one")
	}
	if title := c.Old.Title; title != "" && cmp.Or(h.Title, c.New.Title) == "" && inEdges(c.Old, title) {
		out = append(out, "the running heads keep “"+title+"”; --title gives the new one")
	}
	if jobs := jobNumbers(c.Old); len(jobs) > 0 && h.Job == "" {
		out = append(out, "the feet keep the job number "+strings.Join(jobs, ", ")+" and what belongs to it; --job gives the new one")
	}
	return out
}

// idle says which wishes came true in no head and no foot of the file; nil
// replacements are those of a document that is made anew, whose head shows the
// symbols alone. The name of a wish is that of its flag.
func (h Heads) idle(replaced []wordml.Replaced) []string {
	var out []string
	for _, wish := range []struct{ flag, text, what string }{
		{"symbol", h.Symbol, "the symbol of the old text"}, {"title", h.Title, "the title of the old text"}, {"job", h.Job, "a job number"},
	} {
		done := replaced == nil && wish.flag == "symbol" || slices.ContainsFunc(replaced, func(r wordml.Replaced) bool { return r.Done && r.New == wish.text })
		if wish.text != "" && !done {
			out = append(out, "--"+wish.flag+" has no effect on this document: no head and no foot of it shows "+wish.what)
		}
	}
	return out
}

func inEdges(d *resolution.Document, text string) bool {
	for _, f := range d.Furniture {
		if strings.Contains(f.Text, text) {
			return true
		}
	}
	return false
}

// jobNumbers are the job numbers in the furniture of a document, each once.
func jobNumbers(d *resolution.Document) []string {
	var out []string
	seen := map[string]bool{}
	for _, f := range d.Furniture {
		for _, job := range jobNumber().FindAllString(f.Text, -1) {
			if !seen[job] {
				seen[job] = true
				out = append(out, job)
			}
		}
	}
	return out
}
