package align

import (
	"encoding/json"
	"flag"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"sort"
	"strings"
	"testing"

	"reprise/internal/outside"
	"reprise/resolution"
)

var show = flag.String("show", "", "print the wrong links of the gold pairs whose name holds this")

type goldPair struct {
	ID            string          `json:"id"`
	OldParagraphs []goldParagraph `json:"old_paragraphs"`
	NewParagraphs []goldParagraph `json:"new_paragraphs"`
	Exact         [][2]int        `json:"exact"`
	Groups        []goldGroup     `json:"groups"`
	old, new      *resolution.Document
}

type goldParagraph struct {
	Text   string `json:"text"`
	Kind   string `json:"kind"`
	Prefix string `json:"prefix"`
}

type goldGroup struct {
	Old     []int `json:"old"`
	New     []int `json:"new"`
	Certain bool  `json:"certain"`
}

func goldPairs(t testing.TB) []*goldPair {
	files, _ := filepath.Glob(filepath.Join(outside.Texts(t, "gold"), "*.json"))
	sort.Strings(files)
	var pairs []*goldPair
	for _, f := range files {
		data, err := os.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		p := &goldPair{}
		if err := json.Unmarshal(data, p); err != nil {
			t.Fatal(err)
		}
		p.old, p.new = goldDocument(p.OldParagraphs), goldDocument(p.NewParagraphs)
		pairs = append(pairs, p)
	}
	return pairs
}

func goldDocument(ps []goldParagraph) *resolution.Document {
	d := &resolution.Document{}
	pp, op, parent := 0, 0, ""
	for i, p := range ps {
		c := &resolution.Clause{Text: strings.Join(strings.Fields(p.Text), " "), Label: p.Prefix}
		switch {
		case i == 0 && len(c.Text) < 60:
			c.Part, c.ID, c.Role = resolution.Preamble, "formula", resolution.FormulaRole
		case p.Kind == "preambular":
			pp++
			c.Part, c.ID = resolution.Preamble, fmt.Sprintf("pp%d", pp)
		case strings.HasPrefix(p.Prefix, "("):
			c.Part, c.Parent, c.Depth = resolution.Operative, parent, 1
			c.ID = fmt.Sprintf("%s%s#%d", parent, p.Prefix, i)
		default:
			op++
			c.Part, c.ID = resolution.Operative, fmt.Sprintf("op%d#%d", op, i)
			parent = c.ID
		}
		d.Clauses = append(d.Clauses, c)
	}
	return d
}

type pairLink [2]int

type linkSet map[pairLink]bool

type tally struct{ tp, fp, fn int }

func (t *tally) add(o tally) { t.tp += o.tp; t.fp += o.fp; t.fn += o.fn }
func (t tally) f1() float64 {
	if 2*t.tp+t.fp+t.fn == 0 {
		return 1
	}
	return 2 * float64(t.tp) / float64(2*t.tp+t.fp+t.fn)
}

type goldScore struct {
	hard, move, many tally
	exactOK, exactN  int
	flagged, linked  int
	silent           int
}

func (s *goldScore) add(o goldScore) {
	s.hard.add(o.hard)
	s.move.add(o.move)
	s.many.add(o.many)
	s.exactOK += o.exactOK
	s.exactN += o.exactN
	s.flagged += o.flagged
	s.linked += o.linked
	s.silent += o.silent
}

func (s goldScore) String() string {
	return fmt.Sprintf("hard %.4f (%d %d %d) move %.4f (%d %d %d) n:m %.4f (%d %d %d) exact %.4f uncertain %.4f silent %d",
		s.hard.f1(), s.hard.tp, s.hard.fp, s.hard.fn, s.move.f1(), s.move.tp, s.move.fp, s.move.fn,
		s.many.f1(), s.many.tp, s.many.fp, s.many.fn, float64(s.exactOK)/float64(max(1, s.exactN)),
		float64(s.flagged)/float64(max(1, s.linked)), s.silent)
}

func (p *goldPair) sets() (sure, possible, many, exact linkSet) {
	sure, possible, many, exact = linkSet{}, linkSet{}, linkSet{}, linkSet{}
	for _, e := range p.Exact {
		exact[e] = true
	}
	for _, g := range p.Groups {
		for _, i := range g.Old {
			for _, j := range g.New {
				l := pairLink{i, j}
				if exact[l] {
					continue
				}
				if g.Certain {
					sure[l] = true
				} else {
					possible[l] = true
				}
				if len(g.Old)*len(g.New) > 1 {
					many[l] = true
				}
			}
		}
	}
	return
}

func movedLinks(links linkSet) linkSet {
	var all []pairLink
	for l := range links {
		all = append(all, l)
	}
	slices.SortFunc(all, func(a, b pairLink) int {
		if a[0] != b[0] {
			return a[0] - b[0]
		}
		return a[1] - b[1]
	})
	unit := make([]int, len(all))
	for i := range unit {
		unit[i] = i
	}
	for changed := true; changed; {
		changed = false
		for a := range all {
			for b := range all {
				if (all[a][0] == all[b][0] || all[a][1] == all[b][1]) && unit[a] > unit[b] {
					unit[a] = unit[b]
					changed = true
				}
			}
		}
	}
	key := map[int]pairLink{}
	for n, u := range unit {
		k, ok := key[u]
		if !ok {
			k = all[n]
		}
		key[u] = pairLink{min(k[0], all[n][0]), min(k[1], all[n][1])}
	}
	var keys []pairLink
	for _, k := range key {
		keys = append(keys, k)
	}
	slices.SortFunc(keys, func(a, b pairLink) int {
		if a[0] != b[0] {
			return a[0] - b[0]
		}
		return a[1] - b[1]
	})
	var tails []int
	var at []pairLink
	back := map[pairLink]pairLink{}
	for _, k := range keys {
		n := sort.SearchInts(tails, k[1])
		if n == len(tails) {
			tails, at = append(tails, k[1]), append(at, k)
		} else {
			tails[n], at[n] = k[1], k
		}
		back[k] = pairLink{-1, -1}
		if n > 0 {
			back[k] = at[n-1]
		}
	}
	keep := linkSet{}
	if len(at) > 0 {
		for k := at[len(at)-1]; k[0] >= 0; k = back[k] {
			keep[k] = true
		}
	}
	out := linkSet{}
	for n, u := range unit {
		if !keep[key[u]] {
			out[all[n]] = true
		}
	}
	return out
}

func (s linkSet) many() linkSet {
	olds, news := map[int]int{}, map[int]int{}
	for l := range s {
		olds[l[0]]++
		news[l[1]]++
	}
	out := linkSet{}
	for l := range s {
		if olds[l[0]] > 1 || news[l[1]] > 1 {
			out[l] = true
		}
	}
	return out
}

// score gives the figures of one pair and its wrong links in words.
func (p *goldPair) score(links []Link) (goldScore, []string) {
	mine, unsure := p.linksOf(links)
	sure, possible, many, exact := p.sets()
	all := union(sure, exact)
	var s goldScore
	hard := mine.without(exact)
	s.hard = compare(hard, sure, possible)
	s.many = compare(hard.many(), intersection(many, sure), possible)
	s.move = compare(movedLinks(mine.without(possible)), movedLinks(all), possible)
	s.linked = len(hard)
	s.flagged = len(intersection(hard, unsure))
	s.silent = len(hard.without(unsure).without(sure).without(possible))
	p.countExact(&s, mine, all, possible)
	var wrong []string
	for l := range hard.without(sure).without(possible) {
		wrong = append(wrong, p.say("WRONG", l, unsure[l]))
	}
	for l := range sure.without(hard) {
		wrong = append(wrong, p.say("MISSED", l, false))
	}
	sort.Strings(wrong)
	return s, wrong
}

// linksOf gives the links as places in the two texts.
func (p *goldPair) linksOf(links []Link) (mine, unsure linkSet) {
	at := map[*resolution.Clause]int{}
	for _, d := range [...]*resolution.Document{p.old, p.new} {
		for i, c := range d.Clauses {
			at[c] = i
		}
	}
	mine, unsure = linkSet{}, linkSet{}
	for _, l := range links {
		for _, o := range l.Old {
			for _, n := range l.New {
				mine[pairLink{at[o], at[n]}] = true
				if l.Uncertain {
					unsure[pairLink{at[o], at[n]}] = true
				}
			}
		}
	}
	return mine, unsure
}

// countExact counts the paragraphs whose whole set of partners is right.
func (p *goldPair) countExact(s *goldScore, mine, all, possible linkSet) {
	for side, n := range [2]int{len(p.OldParagraphs), len(p.NewParagraphs)} {
		disputed, wrong := map[int]bool{}, map[int]bool{}
		for l := range possible {
			disputed[l[side]] = true
		}
		for l := range union(mine.without(all), all.without(mine)) {
			wrong[l[side]] = true
		}
		for k := range n {
			if !disputed[k] {
				s.exactN++
				if !wrong[k] {
					s.exactOK++
				}
			}
		}
	}
}

func (p *goldPair) say(what string, l pairLink, unsure bool) string {
	return fmt.Sprintf("%s %v unsure=%v\n   %.200s\n   %.200s", what, l, unsure, p.old.Clauses[l[0]].Text, p.new.Clauses[l[1]].Text)
}

// compare counts got against want; what is possible is never wrong.
func compare(got, want, possible linkSet) tally {
	right := len(intersection(got, want))
	return tally{right, len(got.without(want).without(possible)), len(want) - right}
}

func (s linkSet) without(o linkSet) linkSet {
	out := linkSet{}
	for l := range s {
		if !o[l] {
			out[l] = true
		}
	}
	return out
}

func union(a, b linkSet) linkSet {
	out := linkSet{}
	for _, s := range [...]linkSet{a, b} {
		for l := range s {
			out[l] = true
		}
	}
	return out
}

func intersection(a, b linkSet) linkSet { return a.without(a.without(b)) }

func runGold(pairs []*goldPair, t thresholds) ([]goldScore, goldScore) {
	var total goldScore
	var each []goldScore
	saved := standard
	standard = t
	defer func() { standard = saved }()
	for _, p := range pairs {
		s, _ := p.score(Documents(p.old, p.new))
		each = append(each, s)
		total.add(s)
	}
	return each, total
}

// TestGold holds the aligner to what was promised on the gold pairs; the
// figures are those of the scorer beside the pairs.
func TestGold(t *testing.T) {
	pairs := goldPairs(t)
	each, total := runGold(pairs, standard)
	t.Log(total)
	t.Log(errorBars(each))
	for _, c := range []struct {
		what      string
		got, want float64
	}{
		{"hard F1", total.hard.f1(), .985},
		{"move F1", total.move.f1(), .95},
		{"n:m F1", total.many.f1(), .75},
		{"exact", float64(total.exactOK) / float64(total.exactN), .985},
		{"sure links that are right", 1 - float64(total.silent)/float64(total.linked-total.flagged), .995},
		{"links that are not marked uncertain", 1 - float64(total.flagged)/float64(total.linked), .9},
	} {
		if c.got < c.want {
			t.Errorf("%s %.4f, want at least %.4f", c.what, c.got, c.want)
		}
	}
	for _, p := range pairs {
		if *show == "" || !strings.Contains(p.ID, *show) {
			continue
		}
		s, wrong := p.score(Documents(p.old, p.new))
		t.Log(p.ID, s)
		for _, w := range wrong {
			t.Log(w)
		}
	}
}

// errorBars says between what figures nineteen in twenty samples of as many
// pairs fall (bootstrap over pairs).
func errorBars(each []goldScore) string {
	r := rand.New(rand.NewPCG(1, 2))
	const samples = 2000
	var hard, move, many, exact []float64
	for range samples {
		var s goldScore
		for range each {
			s.add(each[r.IntN(len(each))])
		}
		hard, move, many = append(hard, s.hard.f1()), append(move, s.move.f1()), append(many, s.many.f1())
		exact = append(exact, float64(s.exactOK)/float64(s.exactN))
	}
	bar := func(x []float64) string {
		slices.Sort(x)
		return fmt.Sprintf("%.3f to %.3f", x[samples/40], x[samples-1-samples/40])
	}
	return fmt.Sprintf("19 in 20: hard %s, move %s, n:m %s, exact %s", bar(hard), bar(move), bar(many), bar(exact))
}
