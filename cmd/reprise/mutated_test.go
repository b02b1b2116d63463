package main

import (
	"bytes"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strconv"
	"testing"

	"reprise/resolution/resolutiontest"
)

// mutationsInCI is how many pairs of broken texts are compared in the usual run;
// REPRISE_MUTATIONS sets another number.
const mutationsInCI = 25

// hostileSpice are pieces that mean something to a form: tags, formulas, signs that
// steer a terminal, links, marks of tables.
var hostileSpice = []string{"<script>", "</p>", "=HYPERLINK(\"x\")", "\u202e", "\u0085", "\u009b31m", "|", "\n|---|---|\n", "[^1]", "[^1]: x", "{++", "--}", "~~", "](x)",
	"&lt;", "\"", "'", "`", "\\", "\n\n", "1. ", "(a) ", "\U000f0000", "\ufffe", "e\u0301", "\u200b", "<!--", "]]>", "+1", "@x", "-2"}

// Broken texts are compared and shown in every form, or refused in words: no form
// panics, and none is written where another cannot be.
func TestMutatedTextsInAllForms(t *testing.T) {
	count := mutationsInCI
	if n, err := strconv.Atoi(os.Getenv("REPRISE_MUTATIONS")); err == nil {
		count = n
	}
	specimen := func(name string) []byte {
		content, err := os.ReadFile(filepath.Join("../../testdata/specimen", name))
		if err != nil {
			t.Fatal(err)
		}
		return content
	}
	texts := [][]byte{specimen("A_RES_200_41.md"), specimen("A_RES_202_38.md"), specimen("A_RES_204_52.txt")}
	dir := t.TempDir()
	outputs := []string{"a.html", "a.docx", "a.md", "a.csv", "a.xlsx", "a.json", "a.jsonl", "a.txt"}
	refused := 0
	for i := range count {
		r := rand.New(rand.NewPCG(7, uint64(i)))
		args := []string{"compare"}
		for side := range 2 {
			name := filepath.Join(dir, []string{"old", "new"}[side])
			if err := os.WriteFile(name, resolutiontest.Mutated(r, texts[r.IntN(len(texts))], hostileSpice), 0o644); err != nil {
				t.Fatal(err)
			}
			args = append(args, name)
		}
		for _, name := range outputs {
			os.Remove(filepath.Join(dir, name))
			args = append(args, "-o", filepath.Join(dir, name))
		}
		var out, errs bytes.Buffer
		status := run(args, surroundings{stdout: &out, stderr: &errs, lookup: environment("")})
		written := 0
		for _, name := range outputs {
			if _, err := os.Stat(filepath.Join(dir, name)); err == nil {
				written++
			}
		}
		switch {
		case status == exitTrouble && written == 0 && errs.Len() > 0:
			refused++
		case status != exitDone || written != len(outputs):
			t.Errorf("pair %d: status %d with %d of %d outputs: %s", i, status, written, len(outputs), errs.String())
		}
	}
	t.Logf("%d pairs, %d of them refused in words", count, refused)
}
