package concord_test

import (
	"cmp"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"reprise/internal/lexicon"
	"reprise/internal/outside"
	"reprise/resolution"
)

// A document of the aligned sentences, in every language. Sentences of one paragraph, as
// the English has them, are one clause, with its number as its number and its lead.
type alignedText struct {
	name  string
	texts map[string]*resolution.Document
}

// sentence is a line of the files, and where the English document has it.
type sentence struct{ line, paragraph, place int }

var english = regexp.MustCompile(` en:(\d+):(\d+)`)

// aligned reads the documents of one of the two sets, "dev" and "test", by name.
func aligned(t *testing.T, set string) []alignedText {
	t.Helper()
	folder := filepath.Join(outside.Texts(t), "resolutions", "languages", "aligned")
	lines := map[string][]string{}
	for _, end := range append([]string{"ids"}, languages...) {
		content, err := os.ReadFile(filepath.Join(folder, "UNv1.0."+set+"set."+end))
		if err != nil {
			t.Fatal(err)
		}
		lines[end] = strings.Split(strings.TrimSuffix(string(content), "\n"), "\n")
	}
	of := map[string][]sentence{}
	var names []string
	for i, id := range lines["ids"] {
		name, _, _ := strings.Cut(id, " ")
		place := english.FindStringSubmatch(id)
		if place == nil {
			t.Fatalf("line %d: no place in English: %s", i+1, id)
		}
		if of[name] == nil {
			names = append(names, name)
		}
		paragraph, _ := strconv.Atoi(place[1])
		within, _ := strconv.Atoi(place[2])
		of[name] = append(of[name], sentence{i, paragraph, within})
	}
	slices.Sort(names)
	var out []alignedText
	for _, name := range names {
		slices.SortFunc(of[name], func(a, b sentence) int {
			return cmp.Or(cmp.Compare(a.paragraph, b.paragraph), cmp.Compare(a.place, b.place))
		})
		one := alignedText{name, map[string]*resolution.Document{}}
		for _, language := range languages {
			one.texts[language] = documentOf(language, lines[language], of[name])
		}
		out = append(out, one)
	}
	return out
}

// numbered is a number that opens a paragraph.
var numbered = regexp.MustCompile(`^([0-9٠-٩]{1,3})( ?[.．-] |．|\. )`)

func documentOf(language string, lines []string, sentences []sentence) *resolution.Document {
	d := &resolution.Document{Language: language}
	last := 0
	for _, s := range sentences {
		text := resolution.Normalise(lines[s.line])
		if n := len(d.Clauses); n > 0 && s.paragraph == last {
			d.Clauses[n-1].Text += " " + text
			continue
		}
		last = s.paragraph
		c := &resolution.Clause{ID: fmt.Sprintf("op%d", s.paragraph), Part: resolution.Operative, Text: text}
		if m := numbered.FindStringSubmatch(text); m != nil && len(m[0]) < len(text) {
			c.Number, c.Label, c.Text = lexicon.PlainDigits(m[1]), m[0], text[len(m[0]):]
		}
		d.Clauses = append(d.Clauses, c)
		withLead(c, language)
	}
	return d
}

// withLead finds the lead of a clause anew.
func withLead(c *resolution.Clause, language string) {
	c.Lead = ""
	lex, _ := lexicon.Language(language)
	if lead, ok := lex.Lead(c.Text); ok {
		c.Lead = c.Text[:lead.Length]
	}
}
