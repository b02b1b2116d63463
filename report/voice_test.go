package report_test

import (
	"os"
	"regexp"
	"strings"
	"testing"

	"reprise/diff"
	"reprise/internal/lexicon"
	"reprise/internal/wordml/wordmltest"
	"reprise/read"
	"reprise/report"
	"reprise/report/reporttest"
	"reprise/report/table"
	"reprise/report/terminal"
	"reprise/report/word"
	"reprise/resolution"
)

// French texts are spoken of in French: no phrase of the English table stands in
// a form of theirs.
func TestFormsSpeakTheLanguageOfTheTexts(t *testing.T) {
	french := func(name string) *resolution.Document {
		content, err := os.ReadFile("../testdata/specimen-fr/" + name)
		if err != nil {
			t.Fatal(err)
		}
		return reporttest.Opened(t, name, content, read.Options{})
	}
	c := diff.Compare(french("A_RES_200_41.md"), french("A_RES_202_38.md"))
	rows, err := wordmltest.Rows(reporttest.Render(t, word.Docx{View: report.Table}, c))
	if err != nil {
		t.Fatal(err)
	}
	tables := ""
	for _, row := range rows {
		tables += strings.Join(row, "\n") + "\n"
	}
	comments, err := wordmltest.Parts(reporttest.Render(t, word.Docx{}, c))
	if err != nil {
		t.Fatal(err)
	}
	forms := map[string]string{
		"terminal": string(reporttest.Render(t, terminal.Form{}, c)),
		"Markdown": string(reporttest.Render(t, table.Markdown{}, c)),
		"table":    tables,
		"comments": regexp.MustCompile(`<[^>]*>`).ReplaceAllString(string(comments["word/comments.xml"]), "\n"),
	}
	for _, phrase := range english(t) {
		for form, text := range forms {
			if regexp.MustCompile(`\b` + regexp.QuoteMeta(phrase) + `\b`).MatchString(text) {
				t.Errorf("%s: %q in\n%s", form, phrase, text)
			}
		}
	}
}

var numberForm = regexp.MustCompile(`-(1|zero|one|two|few|many)$`)

// english are the phrases of the English table, cut where values stand, that are
// no phrases of the French one. Both tables have the same names.
func english(t *testing.T) []string {
	t.Helper()
	en, fr := phrases(t, "en"), phrases(t, "fr")
	all := ""
	for _, text := range fr {
		all += text + "\n"
	}
	var out []string
	for name, text := range en {
		if fr[name] == "" && !numberForm.MatchString(name) {
			t.Errorf("no French for %s", name)
		}
		for _, piece := range regexp.MustCompile(`\{\w+\}`).Split(text, -1) {
			if piece = strings.Trim(piece, " ,:()"); piece != "" && !strings.Contains(all, piece) {
				out = append(out, piece)
			}
		}
	}
	return out
}

func phrases(t *testing.T, code string) map[string]string {
	t.Helper()
	lex, err := lexicon.Language(code)
	if err != nil {
		t.Fatal(err)
	}
	out := map[string]string{}
	for _, row := range lex.Table("forms") {
		out[row[0]] = row[1]
	}
	return out
}
