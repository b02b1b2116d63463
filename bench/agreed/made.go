package main

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"time"

	"reprise/library"
	"reprise/resolution"
)

// draft is one made of a text of the library.
type draft struct {
	document *resolution.Document
	from     map[*resolution.Clause][]*resolution.Clause // those that a clause was made of
	changed  map[*resolution.Clause]bool                 // its words are no longer theirs
}

// leastClauses is how many clauses a text must have to be made a draft of, and
// leastWords how many a clause must have to be edited.
const (
	leastClauses = 12
	leastWords   = 8
)

// made measures drafts of texts chosen evenly among those of the library.
func (b *bench) made(n int) error {
	records, err := b.library.Records(b.ctx, library.Which{})
	if err != nil {
		return err
	}
	records = slices.DeleteFunc(records, func(r library.Record) bool { return r.Clauses < leastClauses || r.Draft })
	random := rand.New(rand.NewPCG(18, 5))
	total, falsely, told := &score{}, 0, 0
	for i := range n {
		d, err := b.library.Document(b.ctx, records[i*len(records)/n].ID)
		if err != nil {
			return err
		}
		made := draftOf(d, random)
		start := time.Now()
		a, err := b.library.Agreed(b.ctx, made.document, library.AgreedOptions{})
		if err != nil {
			return err
		}
		total.spent += time.Since(start)
		total.clauses += len(a.Clauses)
		for _, j := range a.Clauses {
			if j.Standing == library.Agreed {
				told++
				if !strings.HasPrefix(j.Precedents[0].Nearest.Text, strings.TrimRight(j.Clause.Text, ",;:. ")) {
					falsely++
				}
			}
			places := map[int]string{}
			for at, c := range d.Clauses {
				if slices.Contains(made.from[j.Clause], c) {
					places[at] = plain(c.Text)
				}
			}
			at := slices.IndexFunc(j.Precedents, func(p library.Precedent) bool { return has(p, records[i*len(records)/n].ID, places) })
			if made.changed[j.Clause] {
				total.at(at)
			}
		}
	}
	fmt.Printf("made drafts: %s; of %d told agreed %d are not\n", total, told, falsely)
	return nil
}

// draftOf edits a text: of five clauses one stays, two lose, gain and change words,
// one is merged with the next and one is split.
func draftOf(d *resolution.Document, random *rand.Rand) draft {
	out := draft{&resolution.Document{Language: d.Language, Body: d.Body, Title: d.Title, Draft: true}, map[*resolution.Clause][]*resolution.Clause{}, map[*resolution.Clause]bool{}}
	var all []*resolution.Clause
	for _, c := range d.Clauses {
		if c.Counted() && c.Kind == resolution.Paragraph {
			all = append(all, c)
		}
	}
	put := func(text string, changed bool, from ...*resolution.Clause) {
		c := *from[0]
		c.Text = text
		out.document.Clauses = append(out.document.Clauses, &c)
		out.from[&c], out.changed[&c] = from, changed
	}
	for i := 0; i < len(all); i++ {
		words := strings.Fields(all[i].Text)
		switch kind := random.IntN(5); {
		case kind == 0 || len(words) < leastWords:
			put(all[i].Text, false, all[i])
		case kind == 1 && i+1 < len(all):
			put(strings.TrimRight(all[i].Text, ",;:.")+", and "+all[i+1].Text, true, all[i], all[i+1])
			i++
		case kind == 2 && len(words) >= 2*leastWords:
			half := len(words)/2 + random.IntN(3) - 1
			put(strings.Join(words[:half], " ")+",", true, all[i])
			put("Also "+strings.Join(words[half:], " "), true, all[i])
		default:
			put(edited(words, random), true, all[i])
		}
	}
	return out
}

// edited changes a fifth of the words: some go, some come twice as others, some
// change places.
func edited(words []string, random *rand.Rand) string {
	out := slices.Clone(words)
	for range max(1, len(words)/5) {
		at := random.IntN(len(out))
		switch random.IntN(3) {
		case 0:
			if len(out) > leastWords/2 {
				out = slices.Delete(out, at, at+1)
			}
		case 1:
			out = slices.Insert(out, at, fillers[random.IntN(len(fillers))])
		default:
			out[at] = fillers[random.IntN(len(fillers))]
		}
	}
	if strings.Join(out, " ") == strings.Join(words, " ") {
		out = append([]string{fillers[0]}, out...)
	}
	return strings.Join(out, " ")
}

// fillers are the words that drafters put in.
var fillers = strings.Fields("further relevant all appropriate continued including voluntary national meaningful where effective sustained upon request timely inclusive")
