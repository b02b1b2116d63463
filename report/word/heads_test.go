package word_test

import (
	"regexp"
	"strings"
	"testing"

	"reprise/diff"
	"reprise/internal/wordml/wordmltest"
	"reprise/read"
	"reprise/report/reporttest"
	"reprise/report/word"
	"reprise/resolution"
)

// mastheadOf is the template with the head of the first page as the official one
// has it: the first letter of the symbol is large, and the job number is a field
// in one element.
func mastheadOf(t *testing.T) []byte {
	return rewritten(t, map[string][]string{"word/header1.xml": {
		`<w:r><w:rPr><w:sz w:val="20"/></w:rPr><w:t xml:space="preserve">A/RES/200/17</w:t></w:r>`,
		`<w:r><w:rPr><w:sz w:val="40"/></w:rPr><w:t>A</w:t></w:r><w:r><w:rPr><w:sz w:val="20"/></w:rPr><w:t>/RES/200/17</w:t></w:r>`,
	}, "word/document.xml": {
		`<w:t xml:space="preserve"> the harbour masters:</w:t></w:r>`,
		`<w:t xml:space="preserve"> the </w:t></w:r><w:fldSimple w:instr=" DOCVARIABLE &quot;place&quot; \* MERGEFORMAT "><w:r><w:t>harbour</w:t></w:r></w:fldSimple><w:r><w:t xml:space="preserve"> masters:</w:t></w:r>`,
	}})
}

// TestDocxSetsSymbolsAlike: with a symbol of its own the masthead and the comparison's
// other heads say the same, also where the new text has none.
func TestDocxSetsSymbolsAlike(t *testing.T) {
	old := reporttest.Opened(t, "old.docx", mastheadOf(t), read.Options{})
	for name, next := range map[string]string{
		"a text with a symbol": templateNext,
		"a draft without one":  strings.Replace(strings.Replace(templateNext, "# A/RES/201/4\n", "", 1), "201/4. The", "The", 1),
	} {
		c := diff.Compare(old, reporttest.Opened(t, "new.md", []byte(next), read.Options{}))
		docx := reporttest.Render(t, word.Docx{Heads: word.Heads{Symbol: "A/C.9/201/L.5"}}, c)
		for _, fault := range wordmltest.Faults(docx) {
			t.Errorf("%s: %s", name, fault)
		}
		accepted := reporttest.Opened(t, "accepted.docx", docx, read.Options{})
		if got := string(accepted.Symbol); got != "A/C.9/201/L.5" {
			t.Errorf("%s: the masthead says %q", name, got)
		}
		if rejected := reporttest.Opened(t, "rejected.docx", docx, read.Options{Revisions: read.RejectRevisions}); rejected.Symbol != "A/RES/200/17" {
			t.Errorf("%s: rejected, the masthead says %q", name, rejected.Symbol)
		}
		parts, err := wordmltest.Parts(docx)
		if err != nil {
			t.Fatal(err)
		}
		large := regexp.MustCompile(`<w:ins [^>]*><w:r><w:rPr><w:sz w:val="40"/></w:rPr><w:t xml:space="preserve">A</w:t></w:r><w:r><w:rPr><w:sz w:val="20"/></w:rPr><w:t xml:space="preserve">/C.9/201/L.5</w:t></w:r></w:ins>`)
		if head := string(parts["word/header1.xml"]); !large.MatchString(head) {
			t.Errorf("%s: the first letter is not large in\n%s", name, head)
		}
	}
}

// TestDocxChangesAroundSimpleFields: a field that is written as one element keeps
// its code, and its result can change.
func TestDocxChangesAroundSimpleFields(t *testing.T) {
	old := reporttest.Opened(t, "old.docx", mastheadOf(t), read.Options{})
	next := strings.Replace(templateNext, "the harbour masters:", "all port masters:", 1)
	c := diff.Compare(old, reporttest.Opened(t, "new.md", []byte(next), read.Options{}))
	docx := reporttest.Render(t, word.Docx{Warn: func(text string) { t.Error(text) }}, c)
	for _, fault := range wordmltest.Faults(docx) {
		t.Error(fault)
	}
	readBack(t, docx, c)
	parts, err := wordmltest.Parts(docx)
	if err != nil {
		t.Fatal(err)
	}
	if body := string(parts["word/document.xml"]); !strings.Contains(body, `<w:instrText xml:space="preserve"> DOCVARIABLE &quot;place&quot; \* MERGEFORMAT </w:instrText>`) {
		t.Errorf("the field's code is lost in\n%s", body)
	}
}

// TestDocxOpensNewParagraphsAsTheirModel: where a paragraph is parted in two, the second
// opens with a tabulator as the first does; where two become one, the tabulator of
// the second goes.
func TestDocxOpensNewParagraphsAsTheirModel(t *testing.T) {
	one := strings.Replace(templateNext, "*Aware* that the wind has turned,\n\n", "", 1)
	parted := strings.Replace(one, "*Recalling* its resolutions 199/3 of 8 December 2144 and 200/17 of 8 December 2145,",
		"*Recalling* its resolution 199/3 of 8 December 2144, and what has been said there of the strings of kites,\n\n*Stressing* that kites need wind and harbours,", 1)
	joined := strings.Replace(one, "*Noting* the report", "*noting* the report", 1)
	joined = strings.Replace(joined, " and 200/17 of 8 December 2145,\n\n", ", ", 1)
	for name, next := range map[string]string{"parted": parted, "joined": joined} {
		c := diff.Compare(reporttest.Opened(t, "old.docx", template(t), read.Options{}), reporttest.Opened(t, "new.md", []byte(next), read.Options{}))
		docx := reporttest.Render(t, word.Docx{Comments: word.WithoutComments}, c)
		readBack(t, docx, c)
		for side, text := range map[string][]string{"accepted": openings(t, docx, "ins"), "rejected": openings(t, docx, "del")} {
			for _, p := range text {
				if !strings.HasPrefix(p, "\t") || strings.Contains(p[1:], "\t") {
					t.Errorf("%s, %s: %q, want one tabulator, in front", name, side, p)
				}
			}
		}
	}
}

// openings are the preambular paragraphs of a document in which the changes of one kind
// are kept, tabulators and all.
func openings(t *testing.T, docx []byte, keep string) []string {
	t.Helper()
	parts, err := wordmltest.Parts(docx)
	if err != nil {
		t.Fatal(err)
	}
	drop := map[string]string{"ins": "del", "del": "ins"}[keep]
	body := string(parts["word/document.xml"])
	body = regexp.MustCompile(`(?s)<w:p\b[^>]*>(?:<w:pPr>.{0,200}?<w:`+drop+` [^>]*/>.*?</w:pPr>)`).ReplaceAllStringFunc(body, func(p string) string {
		return p + "<joins/>"
	})
	body = regexp.MustCompile(`(?s)<w:`+drop+` [^>]*[^/]>.*?</w:`+drop+`>`).ReplaceAllString(body, "")
	var out []string
	join := false
	for _, p := range regexp.MustCompile(`(?s)<w:p\b.*?</w:p>`).FindAllString(body, -1) {
		text := ""
		for _, m := range regexp.MustCompile(`<w:tab/>|<w:(?:t|delText)(?: [^>]*)?>([^<]*)<`).FindAllStringSubmatch(p, -1) {
			if m[0] == "<w:tab/>" {
				m[1] = "\t"
			}
			text += m[1]
		}
		if join {
			out[len(out)-1] += text
		} else {
			out = append(out, text)
		}
		join = strings.Contains(p, "<joins/>")
	}
	var pps []string
	for _, text := range out {
		for _, lead := range []string{"Recalling", "Noting", "Stressing"} {
			if strings.HasPrefix(strings.TrimSpace(text), lead) {
				pps = append(pps, text)
			}
		}
	}
	if len(pps) == 0 {
		t.Fatal("no preambular paragraph")
	}
	return pps
}

// TestDocxTellsOfAHeadThatKeepsTheOldTitle: a draft without a title leaves the old one
// in the running heads, which is told.
func TestDocxTellsOfAHeadThatKeepsTheOldTitle(t *testing.T) {
	old := reporttest.Opened(t, "old.docx", template(t), read.Options{})
	old.Furniture = append(old.Furniture, resolution.Furniture{Text: old.Title})
	next := strings.Replace(templateNext, "201/4. The flying of kites in harbours\n\n", "", 1)
	c := diff.Compare(old, reporttest.Opened(t, "new.md", []byte(next), read.Options{}))
	for title, want := range map[string]bool{"": true, "Kites": false} {
		told := false
		reporttest.Render(t, word.Docx{Heads: word.Heads{Title: title}, Warn: func(text string) { told = told || strings.Contains(text, "the running heads keep “The flying") }}, c)
		if told != want {
			t.Errorf("--title %q: told %v, want %v", title, told, want)
		}
	}
}
