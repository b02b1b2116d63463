package nature

import (
	"flag"
	"os"
	"strings"
	"testing"

	"reprise/internal/lexicon"
)

var update = flag.Bool("update", false, "rewrite the golden files")

// docs/nature.md shows the table of rules as it is in code.
func TestTableInDocs(t *testing.T) {
	const path, open, end = "../../docs/nature.md", "<!-- rules -->\n", "<!-- end of rules -->"
	content, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	lex, _ := lexicon.Language(lexicon.Default)
	var b strings.Builder
	b.WriteString("| reason | nature | why |\n|---|---|---|\n")
	for _, r := range rules {
		why := lex.Sentence(r.name, "scale", "scale of leads")
		b.WriteString("| " + r.kind.String() + " | " + r.nature.String() + " | " + why + " |\n")
	}
	head, rest, _ := strings.Cut(string(content), open)
	_, tail, found := strings.Cut(rest, end)
	want := head + open + b.String() + end + tail
	if !found || want != string(content) {
		if *update {
			os.WriteFile(path, []byte(want), 0o644)
			return
		}
		t.Error("docs/nature.md does not show the table of rules as it is; run with -update")
	}
}

// Every row of the table has its phrase, in every language, and the languages
// have the same sentences.
func TestEveryRuleIsWorded(t *testing.T) {
	first, _ := lexicon.Language(lexicon.Default)
	for _, code := range lexicon.Codes() {
		lex, err := lexicon.Language(code)
		if err != nil {
			t.Fatal(err)
		}
		for c, r := range rules {
			if r.nature == None || lex.Sentence(r.name) == "" {
				t.Errorf("%s: cause %d (%+v) has no phrase", code, c, r)
			}
		}
		for _, row := range first.Table("sentences") {
			if lex.Sentence(row[0]) == "" && !strings.HasSuffix(row[0], "-1") { // a form of its own for one is the language's choice
				t.Errorf("%s: no sentence %q", code, row[0])
			}
		}
	}
}
