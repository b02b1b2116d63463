package main

import (
	"context"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"unicode"

	"reprise/internal/normal"
	"reprise/read"
	"reprise/resolution"
)

// pair is two texts and the links that readers gave them.
type pair struct {
	ID            string      `json:"id"`
	OldParagraphs []paragraph `json:"old_paragraphs"`
	NewParagraphs []paragraph `json:"new_paragraphs"`
	Exact         [][2]int    `json:"exact"`
	Groups        []group     `json:"groups"`

	set      string // the folder it came from
	old, new *resolution.Document
	at       map[*resolution.Clause]int // by clause: its paragraph
	sure     links                      // that readers were certain of, letter-identical ones left out
	possible links                      // that they were not
	several  links                      // of groups of several paragraphs, sure or not
	exact    links                      // of paragraphs that are letter-identical and unique
}

type paragraph struct {
	Text   string `json:"text"`
	Kind   string `json:"kind"`
	Prefix string `json:"prefix"`
}

type group struct {
	Old     []int `json:"old"`
	New     []int `json:"new"`
	Certain bool  `json:"certain"`
}

// readGold reads the pairs of some folders, in the order of folders and names.
func readGold(folders []string) ([]*pair, error) {
	var out []*pair
	for _, folder := range folders {
		files, err := filepath.Glob(filepath.Join(folder, "*.json"))
		if err != nil || len(files) == 0 {
			return nil, fmt.Errorf("%s: found no .json files, wanted gold pairs", folder)
		}
		slices.Sort(files)
		for _, file := range files {
			p, err := readPair(file)
			if err != nil {
				return nil, fmt.Errorf("%s: %w", file, err)
			}
			p.set = filepath.Base(folder)
			out = append(out, p)
		}
	}
	return out, nil
}

func readPair(file string) (*pair, error) {
	data, err := os.ReadFile(file)
	if err != nil {
		return nil, err
	}
	p := &pair{at: map[*resolution.Clause]int{}, sure: links{}, possible: links{}, several: links{}, exact: links{}}
	if err := json.Unmarshal(data, p); err != nil {
		return nil, err
	}
	if p.old, err = p.document("old.txt", p.OldParagraphs); err != nil {
		return nil, err
	}
	if p.new, err = p.document("new.txt", p.NewParagraphs); err != nil {
		return nil, err
	}
	for _, e := range p.Exact {
		p.exact[e] = true
	}
	for _, g := range p.Groups {
		if err := p.enter(g); err != nil {
			return nil, err
		}
	}
	return p, nil
}

// enter notes the links of a group.
func (p *pair) enter(g group) error {
	for _, i := range g.Old {
		for _, j := range g.New {
			if i < 0 || i >= len(p.OldParagraphs) || j < 0 || j >= len(p.NewParagraphs) {
				return fmt.Errorf("a group links paragraphs %d and %d, of %d and %d", i, j, len(p.OldParagraphs), len(p.NewParagraphs))
			}
			l := [2]int{i, j}
			if p.exact[l] {
				continue
			}
			if g.Certain {
				p.sure[l] = true
			} else {
				p.possible[l] = true
			}
			if len(g.Old)*len(g.New) > 1 {
				p.several[l] = true
			}
		}
	}
	return nil
}

// document reads paragraphs as the scorer writes them into a file, and finds the
// paragraph of each clause.
func (p *pair) document(name string, paragraphs []paragraph) (*resolution.Document, error) {
	var lines []string
	for _, para := range paragraphs {
		lines = append(lines, strings.TrimSpace(para.Prefix+" "+strings.Join(strings.Fields(para.Text), " ")))
	}
	d, err := read.Open(context.Background(), name, []byte(strings.Join(lines, "\n\n")+"\n"), read.Options{})
	if err != nil {
		return nil, err
	}
	p.mapClauses(d.Clauses, paragraphs)
	return d, nil
}

// mapClauses gives each clause its paragraph: of those of the same words, or
// else of those that hold it or are held, the nearest to the one before.
func (p *pair) mapClauses(clauses []*resolution.Clause, paragraphs []paragraph) {
	want := make([]string, len(paragraphs))
	for i, para := range paragraphs {
		want[i] = plain(para.Text)
	}
	used, next := map[int]bool{}, 0
	for _, c := range clauses {
		text := plain(c.Text)
		hits := placesOf(want, func(i int) bool { return text != "" && want[i] == text && !used[i] })
		if hits == nil && len(text) > shortest {
			hits = placesOf(want, func(i int) bool {
				return len(want[i]) > shortest && (strings.Contains(want[i], text) || strings.Contains(text, want[i]))
			})
		}
		if hits == nil {
			continue
		}
		at := slices.MinFunc(hits, func(a, b int) int { return max(a-next, next-a) - max(b-next, next-b) })
		p.at[c], used[at] = at, true
		next = at + 1
	}
}

// shortest is the length of a text too short to be found in another.
const shortest = 12

func placesOf(want []string, is func(int) bool) (hits []int) {
	for i := range want {
		if is(i) {
			hits = append(hits, i)
		}
	}
	return hits
}

// plain is a text's letters and digits in small letters, as reading makes them,
// anything between them one space.
func plain(s string) string {
	words := strings.FieldsFunc(normal.Text(s), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
	return strings.ToLower(strings.Join(words, " "))
}
