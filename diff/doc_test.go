package diff

import (
	"os"
	"strings"
	"testing"
)

// docs/nature.md shows the table of rules as it is in code.
func TestTableInDocs(t *testing.T) {
	const path, open, end = "../docs/nature.md", "<!-- rules -->\n", "<!-- end of rules -->"
	content, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	b.WriteString("| reason | nature | why |\n|---|---|---|\n")
	for _, r := range rules {
		why := mustLanguage("en").Sentence(r.why, "scale", "scale of leads")
		b.WriteString("| " + r.kind + " | " + r.nature.String() + " | " + why + " |\n")
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
