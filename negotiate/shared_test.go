package negotiate_test

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"reprise/diff"
	"reprise/internal/outside"
	"reprise/negotiate"
	"reprise/read"
	"reprise/read/pdf"
	"reprise/resolution"
)

// What a person makes of each of the shared amendments: the operations by kind and
// clause, and what then differs between the draft and the amended text. No text of
// theirs stands here, but single words that tell an edit.
var sharedAmendments = []struct {
	draft, amendment string
	operations       string // kind and clauses touched, parted by "; "
	changes          string // status, old and new clause of what is not kept
	words            []string
}{
	{"A_80_L.18", "A_80_L.20", "delete op9", "removed op9 -", nil},
	{"A_80_L.3", "A_80_L.28",
		"replace-words title pp2 pp3 pp4 pp5 pp6 op2 op3 op4 op5 op6 op8 op9 op10; insert-words pp2; insert pp5; replace-words op1; insert op4; insert op7; insert-words op8; fulfilled",
		"reworded pp2 pp2, reworded pp3 pp3, reworded pp4 pp4, reworded pp5 pp5, added - pp6, reworded pp6 pp7, reworded op1 op1, reworded op2 op2, reworded op3 op3, " +
			"reworded op4 op4, added - op5, added - op6, reworded op5 op7, reworded op6 op8, added - op10, reworded op8 op11, reworded op9 op12, reworded op10 op13",
		[]string{"pp2+of Ukraine", "op1+Welcomes", "op1-Takes note", "op11+including by paying particular attention", "op13+Chornobyl"}},
	{"A_80_L.22", "A_80_L.29", "replace op200", "reworded op200 op200", []string{"op200+from 10 to 21 November 2025"}},
	{"A_80_L.25", "A_80_L.30",
		"delete-words pp4; delete-words pp15; delete pp16; delete pp20; delete pp23; delete-words pp41; delete-words op21; delete op22; delete-words op24; delete-words op33; delete-words op39",
		"reworded pp4 pp4, reworded pp15 pp15, removed pp16 -, removed pp20 -, removed pp23 -, reworded pp41 pp38, reworded op21 op21, removed op22 -, reworded op24 op23, reworded op33 op32, reworded op39 op38",
		[]string{"op32-climate adaptation and mitigation"}},
	{"A_80_L.25", "A_80_L.31", "insert-words op68", "reworded op68 op68", []string{"op68+in accordance with the Programme of Action"}},
	{"A_80_L.25", "A_80_L.33", "insert op70", "added - op71", nil},
	{"A_C.3_80_L.2", "A_C.3_80_L.56", "insert op3", "added - op4", nil},
	{"A_C.3_80_L.24", "A_C.3_80_L.65", "delete pp3 op2", "removed pp3 -, removed op2 -", nil},
}

func TestSharedAmendments(t *testing.T) {
	folder := outside.Texts(t, "resolutions", "amendments")
	for _, c := range sharedAmendments {
		t.Run(c.amendment, func(t *testing.T) {
			draft := opened(t, filepath.Join(folder, c.draft+".pdf"))
			r := negotiate.Apply(draft, negotiate.Read(opened(t, filepath.Join(folder, c.amendment+".pdf"))))
			if got := operationsOf(r); got != c.operations {
				t.Errorf("operations:\n got %s\nwant %s", got, c.operations)
			}
			if r.Refused() {
				t.Error("something was not read or not applied")
			}
			comparison, _ := diff.CompareWith(r.Draft, r.Amended, diff.Options{Links: r.Links})
			if got := changesOf(comparison); got != c.changes {
				t.Errorf("changes:\n got %s\nwant %s", got, c.changes)
			}
			for _, w := range c.words {
				if !hasEdit(comparison, w) {
					t.Errorf("no edit %s", w)
				}
			}
			for _, clause := range r.Amended.Clauses {
				if wrong := strings.IndexAny(clause.Text, "\n"); clause.Kind == resolution.Paragraph && (wrong >= 0 || strings.Contains(clause.Text, "  ") || strings.Contains(clause.Text, ",,") || strings.Contains(clause.Text, " ,")) {
					t.Errorf("%s is not set as a typist would: %q", clause.ID, clause.Text)
				}
			}
		})
	}
}

// An amendment to another draft is refused as a whole.
func TestAmendmentToAnotherDraft(t *testing.T) {
	folder := outside.Texts(t, "resolutions", "amendments")
	r := negotiate.Apply(opened(t, filepath.Join(folder, "A_80_L.25.pdf")), negotiate.Read(opened(t, filepath.Join(folder, "A_80_L.28.pdf"))))
	for _, o := range r.Outcomes {
		if o.State != negotiate.Refused || o.Refusal.Reason != negotiate.OtherDraft {
			t.Errorf("%s: %s", o.Operation.Printed, o.State)
		}
	}
}

// engine reads the PDF files of all tests, with the code that earlier runs kept.
var engine = func() *pdf.Engine {
	setup := pdf.Setup{}
	if dir, err := os.UserCacheDir(); err == nil {
		setup.Cache = filepath.Join(dir, "reprise")
	}
	return pdf.NewEngine(setup)
}()

func opened(t *testing.T, path string) *resolution.Document {
	t.Helper()
	content, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	doc, err := read.Open(t.Context(), filepath.Base(path), content, read.Options{PDF: engine})
	if err != nil {
		t.Fatal(err)
	}
	return doc
}

func operationsOf(r *negotiate.Result) string {
	var out []string
	for _, o := range r.Outcomes {
		if o.State != negotiate.Applied {
			said := o.State.String()
			if o.Refusal != nil {
				said += " (" + o.Refusal.Reason.String() + ")"
			}
			out = append(out, said)
			continue
		}
		out = append(out, strings.TrimSpace(o.Operation.Kind.String()+" "+strings.Join(o.Clauses, " ")))
	}
	return strings.Join(out, "; ")
}

func changesOf(c *diff.Comparison) string {
	var out []string
	for i := range c.Changes {
		if ch := &c.Changes[i]; ch.Counted() && (ch.Status != diff.Kept || ch.Moved) {
			out = append(out, fmt.Sprintf("%s %s %s", ch.Status, idOf(ch.Old), idOf(ch.New)))
		}
	}
	return strings.Join(out, ", ")
}

func idOf(list []*resolution.Clause) string {
	if len(list) == 0 {
		return "-"
	}
	return list[0].ID
}

// hasEdit looks for "op4+words inserted" or "op4-words deleted".
func hasEdit(c *diff.Comparison, wanted string) bool {
	at := strings.IndexAny(wanted, "+-")
	op := diff.Insert
	if wanted[at] == '-' {
		op = diff.Delete
	}
	for _, ch := range c.Changes {
		if len(ch.New) == 1 && ch.New[0].ID == wanted[:at] {
			return slices.ContainsFunc(ch.Edits, func(e diff.Edit) bool { return e.Op == op && strings.Contains(e.Text, wanted[at+1:]) })
		}
	}
	return false
}
