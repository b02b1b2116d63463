package negotiate_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"reprise/negotiate"
	"reprise/read"
)

// The ways in which amendments are worded, one by one (testdata/negotiation/forms*.txt).
func TestFormsOfAmendments(t *testing.T) {
	files, _ := filepath.Glob("../testdata/negotiation/forms*.txt")
	if len(files) == 0 {
		t.Fatal("the forms of amendments are not there")
	}
	for _, file := range files {
		language := strings.TrimPrefix(strings.TrimSuffix(filepath.Base(file), ".txt"), "forms")
		language = strings.TrimPrefix(language, ".")
		draft := "../testdata/specimen/A_RES_200_41.md"
		if language != "" {
			draft = "../testdata/specimen-" + language + "/A_RES_200_41.md"
		}
		content, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		for _, block := range strings.Split(strings.TrimSpace(string(content)), "\n\n") {
			if strings.HasPrefix(block, "#") {
				continue
			}
			instruction, want, _ := strings.Cut(block, "\n= ")
			t.Run(instruction, func(t *testing.T) {
				note := strings.ReplaceAll(instruction, "\n", "\n\n")
				doc, err := read.Open(t.Context(), "note", []byte(note), read.Options{Amendment: true, Language: language})
				if err != nil {
					t.Fatal(err)
				}
				a := negotiate.Read(doc)
				r := negotiate.Apply(text(t, draft), a)
				got := operationsOf(r)
				for _, c := range a.Unread {
					got += " unread " + c.Text
				}
				if got != want {
					t.Errorf("got %s, want %s", got, want)
				}
			})
		}
	}
}
