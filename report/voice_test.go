package report_test

import (
	"bytes"
	"io"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"reprise/align"
	"reprise/diff"
	"reprise/internal/lexicon"
	"reprise/internal/wordml/wordmltest"
	"reprise/report"
	"reprise/report/page"
	"reprise/report/reporttest"
	"reprise/report/table"
	"reprise/report/tell"
	"reprise/report/terminal"
	"reprise/report/word"
	"reprise/resolution"
	"reprise/series"
)

// The forms speak the language that is asked for and no other: of texts whose
// words are taken out, each form says in French what stands in the French data.
func TestFormsSpeakOneLanguage(t *testing.T) {
	for _, texts := range []string{"specimen", "specimen-fr"} {
		for name, said := range everyForm(t, texts, "fr") {
			t.Run(texts+" "+name, func(t *testing.T) { speaks(t, "fr", said) })
		}
	}
}

// Where no language is asked for, it is that of the texts.
func TestFormsSpeakTheLanguageOfTheTexts(t *testing.T) {
	for texts, code := range map[string]string{"specimen": "en", "specimen-fr": "fr"} {
		for name, said := range everyForm(t, texts, "") {
			t.Run(texts+" "+name, func(t *testing.T) { speaks(t, code, said) })
		}
	}
}

// A language in which nothing is said is spoken for by the default one.
func TestUnknownLanguageIsSaidInTheDefault(t *testing.T) {
	if got := tell.In("xx").Language(); got != lexicon.Default {
		t.Errorf("%q is spoken, want %q", got, lexicon.Default)
	}
}

// spoken finds words of more than one letter.
var spoken = regexp.MustCompile(`\p{L}[\p{L}’'-]*\p{L}`)

// named are words that every language uses as they stand: what clauses and
// formats are called, and the program; Annex and Annexe are how texts head theirs.
var named = strings.Fields("PP OP PP3 RES reprise JSON Word docx markdown specimen goldmark md Enter en fr bis GA Annex Annexe")

func speaks(t *testing.T, code, said string) {
	t.Helper()
	known := map[string]bool{}
	for _, w := range named {
		known[strings.ToLower(w)] = true
	}
	lex, err := lexicon.Language(code)
	if err != nil {
		t.Fatal(err)
	}
	for _, section := range []string{"sentences", "forms", "whys", "series", "outline", "reading", "explained", "page"} {
		for _, row := range lex.Table(section) {
			for _, w := range spoken.FindAllString(placeholder.ReplaceAllString(row[1], " "), -1) {
				known[strings.ToLower(w)] = true
			}
		}
	}
	for _, w := range spoken.FindAllString(lex.Scale().Name, -1) {
		known[strings.ToLower(w)] = true
	}
	strange := map[string]bool{}
	for _, w := range spoken.FindAllString(said, -1) {
		if l := strings.ToLower(w); !known[l] && !strange[l] && strings.Trim(l, "x’'-") != "" {
			strange[l] = true
			at := strings.Index(said, w)
			t.Errorf("%q is no word of %s: …%s…", w, code, said[max(0, at-60):min(len(said), at+60)])
		}
	}
}

var placeholder = regexp.MustCompile(`\{[\w-]+\}`)

// everyForm is what people read in each form of the texts below testdata, their
// own words masked.
func everyForm(t *testing.T, texts, say string) map[string]string {
	t.Helper()
	files, err := filepath.Glob(filepath.Join("../testdata", texts, "*.md"))
	if err != nil || len(files) < 2 {
		t.Fatalf("no texts %s", texts)
	}
	docs := reporttest.Documents(t, files)
	c := diff.Compare(docs[0], docs[1])
	c.Warnings = []diff.Warning{{Kind: diff.WrongOrder}, {Kind: diff.Unrelated},
		{Kind: diff.StaleReference, Clause: c.New.Clauses[0], Number: "2", Now: "3"}, {Kind: diff.LostReference, Clause: c.New.Clauses[0], Number: "2"}}
	c = reporttest.Masked(c)
	every := reporttest.Masked(reporttest.Specimen(t))
	if texts != "specimen" {
		every.Old.Language, every.New.Language = "fr", "fr"
	}
	s := reporttest.MaskedSeries(series.FollowAll(series.Group(reporttest.Documents(t, files)), nil)[0])
	latest, lineage := len(s.Versions)-1, s.Lineages[len(s.Lineages)/2]
	outline := terminal.Outline{Width: 80, Say: say}
	out := map[string]string{
		"outline": withoutIDs(reporttest.Written(t, func(w io.Writer) error { return outline.RenderResolution(w, doubted(c.New)) })),
	}
	for name, form := range map[string]report.Renderer{
		"terminal": terminal.Form{Say: say}, "Markdown": table.Markdown{Say: say}, "CriticMarkup": table.Markdown{Say: say, View: report.Critic},
		"page": page.HTML{Say: say}, "Word table": word.Docx{Say: say, View: report.Table}, "Word comments": word.Docx{Say: say},
	} {
		for what, of := range map[string]*diff.Comparison{"texts": c, "every status": every} {
			out[name+" of "+what] = read(t, name, reporttest.Render(t, form, of))
		}
	}
	for name, form := range map[string]report.SeriesRenderer{"terminal": terminal.Form{Say: say, Width: 80}, "Markdown": table.Markdown{Say: say}, "page": page.HTML{Say: say}} {
		out[name+", series"] = read(t, name, reporttest.Written(t, func(w io.Writer) error { return form.RenderSeries(w, []*series.Series{s}) }))
		out[name+", blame"] = read(t, name, reporttest.Written(t, func(w io.Writer) error { return form.RenderBlame(w, s, latest) }))
		out[name+", history"] = read(t, name, reporttest.Written(t, func(w io.Writer) error { return form.RenderHistory(w, s, lineage) }))
	}
	all := report.Collection{Pairs: []report.Pair{{Name: "xxx", Page: "xxx.html", Comparison: c}}, OnlyOld: []string{"xxx"}, OnlyNew: []string{"xxx"}}
	out["page, index"] = read(t, "page", reporttest.Written(t, func(w io.Writer) error { return page.HTML{Say: say}.RenderCollection(w, all) }))
	why, err := align.Explain(c.Old, c.New, c.New.Clauses[len(c.New.Clauses)/2].ID, align.Options{})
	if err != nil {
		t.Fatal(err)
	}
	language := say
	if language == "" {
		language = c.New.Language
	}
	out["explanation"] = regexp.MustCompile(`[a-z]+[0-9][a-z0-9()+~]*`).ReplaceAllString(string(reporttest.Written(t, func(w io.Writer) error { return terminal.Explanation{Say: language}.Render(w, why) })), "xxx")
	trace := s.Trace("xxx")
	if trace == nil {
		t.Fatal("the masked texts have no word of three letters")
	}
	for name, form := range map[string]report.TraceRenderer{"terminal": terminal.Form{Say: say, Width: 80}, "Markdown": table.Markdown{Say: say}} {
		out[name+", trace"] = read(t, name, reporttest.Written(t, func(w io.Writer) error { return form.RenderTrace(w, []*series.Trace{trace}) }))
	}
	return out
}

// withoutIDs takes the names out of an outline by which commands know its clauses.
func withoutIDs(outline []byte) string {
	return regexp.MustCompile(`(?m)^[a-z][a-z0-9()/+-]*  `).ReplaceAllString(string(outline), "")
}

// doubted is a document with every warning of how it was read.
func doubted(d *resolution.Document) *resolution.Document {
	d.Reading.Warnings = nil
	for kind := resolution.GapWarning; kind <= resolution.OwnFile; kind++ {
		d.Reading.Warnings = append(d.Reading.Warnings, resolution.Warning{Kind: kind, N: 2, Of: 3})
	}
	return d
}

// read is what a person reads of a form: of a page what is shown, announced and
// hinted at, of a Word file its table or its comments.
func read(t *testing.T, name string, raw []byte) string {
	t.Helper()
	switch name {
	case "page":
		return readPage(t, raw)
	case "Word table":
		rows, err := wordmltest.Rows(raw)
		if err != nil {
			t.Fatal(err)
		}
		text := ""
		for _, row := range rows {
			text += strings.Join(row, "\n") + "\n"
		}
		return text
	case "Word comments":
		parts, err := wordmltest.Parts(raw)
		if err != nil {
			t.Fatal(err)
		}
		return regexp.MustCompile(`<[^>]*>`).ReplaceAllString(string(parts["word/comments.xml"]), "\n")
	}
	return regexp.MustCompile(`</?(ins|del|br)>|<a id="[^"]*"></a>|\(#[^)]*\)|reprise\.\S*`).ReplaceAllString(string(raw), " ")
}

func readPage(t *testing.T, raw []byte) string {
	t.Helper()
	tree, err := html.Parse(bytes.NewReader(raw))
	if err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	for n := range tree.Descendants() {
		for _, a := range n.Attr {
			if a.Key == "title" || a.Key == "aria-label" || a.Key == "placeholder" || a.Key == "alt" || a.Key == "data-from" {
				b.WriteString(a.Val + "\n")
			}
		}
		if n.Type != html.TextNode || n.Parent.Data == "style" {
			continue
		}
		switch text := n.Data; {
		case n.Parent.Data != "script":
			b.WriteString(text + "\n")
		case hasID(n.Parent, "ui-words"): // the words of the script, as JSON; other data is the texts
			b.WriteString(regexp.MustCompile(`"[\w-]+":`).ReplaceAllString(placeholder.ReplaceAllString(text, " "), "\n"))
		}
	}
	return b.String()
}

func hasID(n *html.Node, id string) bool {
	return slices.ContainsFunc(n.Attr, func(a html.Attribute) bool { return a.Key == "id" && a.Val == id })
}

// The page's script says nothing but what it is handed: it has no string with two
// words in it.
func TestScriptsHaveNoWords(t *testing.T) {
	files, err := filepath.Glob("page/*/*.js")
	if err != nil || len(files) == 0 {
		t.Fatal("no scripts")
	}
	for _, f := range files {
		text, err := os.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		for line := range strings.Lines(regexp.MustCompile(`(?m)(^|\s)//.*$`).ReplaceAllString(string(text), "")) {
			for _, s := range regexp.MustCompile(`'([A-Z][a-z]+ )?[A-Za-z]+ [a-z]+[^'<>=]*'`).FindAllString(line, -1) {
				if !strings.ContainsAny(s, "[]#:{") && s != "'use strict'" {
					t.Errorf("%s: says %s", f, s)
				}
			}
		}
	}
}

// Nor has a style sheet: what it says stands in properties that are written for each
// language.
func TestStylesHaveNoWords(t *testing.T) {
	files, err := filepath.Glob("page/*/*.css")
	if err != nil || len(files) == 0 {
		t.Fatal("no styles")
	}
	for _, f := range files {
		text, err := os.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		for _, said := range regexp.MustCompile(`content: ?"[^"\n]*\pL[^"\n]*"`).FindAllString(string(text), -1) {
			t.Errorf("%s: says %s", f, said)
		}
	}
}
