package reporttest

import (
	"strings"
	"testing"

	"pgregory.net/rapid"

	"reprise/align"
	"reprise/diff"
	"reprise/resolution"
)

// Changes is a comparison of any changes with any text in them, which
// keeps law 3.
func Changes(t *rapid.T) *diff.Comparison {
	c := &diff.Comparison{Old: &resolution.Document{Symbol: "A/RES/199/1"}, New: &resolution.Document{Symbol: "A/RES/200/1"}}
	for i := range rapid.IntRange(1, 6).Draw(t, "changes") {
		ch := diff.Change{Status: diff.Reworded, Edits: editsDrawn(t)}
		old, new := Join(ch.Edits, diff.Delete), Join(ch.Edits, diff.Insert)
		if old != "" {
			ch.Old = clausesOf(i, old)
		}
		if new != "" {
			ch.New = clausesOf(i, new)
		}
		ch.Moved = old != "" && new != "" && rapid.Bool().Draw(t, "moved")
		c.Old.Clauses, c.New.Clauses = append(c.Old.Clauses, ch.Old...), append(c.New.Clauses, ch.New...)
		c.Changes = append(c.Changes, ch)
	}
	return c
}

func editsDrawn(t *rapid.T) []diff.Edit {
	text := rapid.SampledFrom([]string{"keeper", " ", "\n", "<b>", "&amp;", "{++", "--}", "~~", ">>}", "*", "_", "\\", "|", "[-", "+}", "é", "نص", "中文", "`", "\"", "'", "#", "1.", "**OP1**", "=", "\t", "¶", "]]>", "</p>"})
	var edits []diff.Edit
	for range rapid.IntRange(1, 6).Draw(t, "edits") {
		op := diff.Op(rapid.IntRange(0, 2).Draw(t, "op"))
		edits = append(edits, diff.Edit{Op: op, Text: strings.Join(rapid.SliceOfN(text, 1, 4).Draw(t, "text"), "")})
	}
	return edits
}

// clausesOf parts a joined text into its clauses.
func clausesOf(i int, text string) []*resolution.Clause {
	var out []*resolution.Clause
	for k, part := range strings.Split(text, "\n") {
		id := "op" + string(rune('1'+i)) + string(rune('a'+k%26)) + strings.Repeat("x", k/26)
		c := &resolution.Clause{ID: id, Part: resolution.Operative, Text: part}
		if len(part) > 2 {
			c.Notes = []resolution.NoteRef{{Mark: "1", At: len(part) / 2}}
			for c.Notes[0].At > 0 && part[c.Notes[0].At]&0xC0 == 0x80 {
				c.Notes[0].At--
			}
		}
		out = append(out, c)
	}
	return out
}

// Fataler is what a law is checked with, a test or one of rapid's.
type Fataler interface {
	Fatalf(string, ...any)
}

// FuzzBothTexts fuzzes a check of law 4 over one reworded clause.
func FuzzBothTexts(f *testing.F, check func(Fataler, *diff.Comparison)) {
	f.Add("Recalling <b>", "and & more", "]]>\n\x00")
	f.Add("1. {++", "--}\n- x", "**OP1** \\")
	f.Fuzz(func(t *testing.T, kept, old, new string) {
		edits := []diff.Edit{{Op: diff.Equal, Text: plain(kept)}, {Op: diff.Delete, Text: plain(old)}, {Op: diff.Insert, Text: plain(new)}}
		ch := diff.Change{Status: diff.Reworded, Edits: edits, Link: align.Link{
			Old: clausesOf(0, Join(edits, diff.Delete)), New: clausesOf(0, Join(edits, diff.Insert)),
		}}
		check(t, &diff.Comparison{Old: &resolution.Document{}, New: &resolution.Document{}, Changes: []diff.Change{ch}})
	})
}

// plain is text as a document has it: valid, and without control characters,
// which reading takes out.
func plain(text string) string {
	return strings.Map(func(r rune) rune {
		if r < ' ' && r != '\n' && r != '\t' || r >= 0x7F && r < 0xA0 {
			return -1
		}
		return r
	}, strings.ToValidUTF8(text, ""))
}

// IDs are the names of clauses, for attributes and messages.
func IDs(clauses []*resolution.Clause) string {
	var list []string
	for _, c := range clauses {
		list = append(list, c.ID)
	}
	return strings.Join(list, " ")
}
