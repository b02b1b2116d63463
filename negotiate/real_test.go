package negotiate_test

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"reprise/internal/outside"
	"reprise/negotiate"
	"reprise/read"
	"reprise/resolution"
)

// allPairs is the variable that has law 8 tried on every real pair; without it one in
// sampleStep is.
const (
	allPairs   = "REPRISE_ALL_PAIRS"
	sampleStep = 12
)

// Law 8 on real pairs: successive texts of the shared series, and the gold.
func TestLaw8Real(t *testing.T) {
	pairs := append(seriesPairs(t), goldPairs(t)...)
	var motions []*negotiate.Motion
	step := sampleStep
	if testing.Short() {
		step *= 4
	}
	for i, p := range pairs {
		if os.Getenv(allPairs) == "" && i%step != 0 {
			continue
		}
		t.Run(p.name, func(t *testing.T) {
			old, new := p.open(t)
			motions = append(motions, law8(t, old, new), law8(t, new, old))
		})
	}
	figures(t, motions)
}

type realPair struct {
	name string
	open func(t *testing.T) (old, new *resolution.Document)
}

// seriesPairs are the texts of each folder, each with the one before.
func seriesPairs(t *testing.T) []realPair {
	folders, _ := filepath.Glob(filepath.Join(outside.Texts(t, "resolutions", "series"), "*"))
	var out []realPair
	for _, folder := range folders {
		files, _ := filepath.Glob(filepath.Join(folder, "*.txt"))
		slices.Sort(files)
		for i := 1; i < len(files); i++ {
			out = append(out, realPair{filepath.Base(folder) + "/" + filepath.Base(files[i]), func(t *testing.T) (old, new *resolution.Document) {
				return text(t, files[i-1]), text(t, files[i])
			}})
		}
	}
	return out
}

func text(t *testing.T, file string) *resolution.Document {
	t.Helper()
	content, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	doc, err := read.Open(t.Context(), filepath.Base(file), content, read.Options{})
	if err != nil {
		t.Fatal(err)
	}
	return doc
}

// goldPairs are the pairs that readers linked, as paragraphs.
func goldPairs(t *testing.T) []realPair {
	var out []realPair
	for _, folder := range []string{"gold", "gold-far", "gold-more"} {
		files, _ := filepath.Glob(filepath.Join(outside.Texts(t, folder), "*.json"))
		for _, file := range files {
			out = append(out, realPair{folder + "/" + filepath.Base(file), func(t *testing.T) (old, new *resolution.Document) {
				content, err := os.ReadFile(file)
				if err != nil {
					t.Fatal(err)
				}
				var p struct {
					Old []goldParagraph `json:"old_paragraphs"`
					New []goldParagraph `json:"new_paragraphs"`
				}
				if err := json.Unmarshal(content, &p); err != nil {
					t.Fatalf("%s: %v", file, err)
				}
				return goldText(p.Old), goldText(p.New)
			}})
		}
	}
	return out
}

type goldParagraph struct{ Text, Kind string }

func goldText(paragraphs []goldParagraph) *resolution.Document {
	d := &resolution.Document{Language: "en"}
	for i, p := range paragraphs {
		c := &resolution.Clause{ID: fmt.Sprintf("op%d", i), Part: resolution.Operative, Text: resolution.Normalise(p.Text)}
		if p.Kind == "preambular" {
			c.ID, c.Part = fmt.Sprintf("pp%d", i), resolution.Preamble
		}
		if strings.TrimSpace(c.Text) != "" {
			d.Clauses = append(d.Clauses, c)
		}
	}
	return d
}
