package align_test

import (
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"reprise/align"
	"reprise/internal/outside"
	"reprise/resolution"
)

// The workbench makes pairs of texts whose links are known, by editing real
// resolutions as real editors did: every rewording is taken from a real pair of
// successive resolutions, none of them from the gold pairs. It knows nothing of
// the aligner and shares no number with it.

// operations that the workbench does, and counts by.
const (
	opKeep       = "kept"
	opReword     = "reworded"
	opMove       = "moved"
	opMoveReword = "moved and reworded"
	opSplit      = "split"
	opMerge      = "merged"
	opRearrange  = "rearranged"
	opAdd        = "added"
	opRemove     = "removed"
	opLookAlike  = "replaced by a look-alike"
	opRecalling  = "list of recallings"
	opShortVerb  = "short, verb changed"
	opRepeated   = "repeated, section moved"
)

// noise is how much a version is edited: the share of clauses by operation,
// and the share of a reworded clause's words.
type noise struct {
	name   string
	reword float64 // share of clauses reworded
	words  float64 // share of their words
	other  float64 // share of clauses for each other operation
}

var noises = []noise{
	{"typical", .30, .12, .02},
	{"heavy", .45, .30, .05},
	{"severe", .40, .50, .07},
}

// source is real material: texts and the replacements that real editors made.
type source struct {
	texts    [][]string
	replaced map[string][]string // two words or one -> what stood in their place later
	phrases  []string            // what was put in
	common   map[string]bool     // words that half of the texts use
}

// bench is one pair being made.
type bench struct {
	r        *rand.Rand
	src      *source
	n        noise
	old, new []benchClause
	pending  []benchClause // to be put in further down
}

// benchClause is a clause with the old clauses that it came from.
type benchClause struct {
	text string
	from []int
	op   string
}

func TestWorkbench(t *testing.T) {
	if testing.Short() {
		t.Skip("two seconds of synthetic pairs")
	}
	src := readSource(t)
	for _, n := range noises {
		total := map[string]*[3]int{}
		for seed := range uint64(40) {
			b := &bench{r: rand.New(rand.NewPCG(seed, 7)), src: src, n: n}
			b.make(src.texts[int(seed)%len(src.texts)])
			b.score(total)
		}
		t.Log(table(n.name, total))
		all := total["all"]
		if f := f1(*all); f < map[string]float64{"typical": .98, "heavy": .95, "severe": .85}[n.name] {
			t.Errorf("%s noise: F1 %.4f", n.name, f)
		}
	}
}

func table(name string, total map[string]*[3]int) string {
	var ops []string
	for op := range total {
		ops = append(ops, op)
	}
	slices.Sort(ops)
	out := name + "\n"
	for _, op := range ops {
		c := total[op]
		out += fmt.Sprintf("  %-26s F1 %.3f  (%d right, %d wrong, %d missed)\n", op, f1(*c), c[0], c[1], c[2])
	}
	return out
}

func f1(c [3]int) float64 {
	if c[0]+c[1]+c[2] == 0 {
		return 1
	}
	return 2 * float64(c[0]) / float64(2*c[0]+c[1]+c[2])
}

// make edits a text clause by clause.
func (b *bench) make(texts []string) {
	texts = append(slices.Clone(texts), b.lists()...)
	for i, s := range texts {
		b.old = append(b.old, benchClause{text: s, from: []int{i}})
	}
	for i := 0; i < len(texts); i++ {
		i += b.edit(i)
		if len(b.pending) > 0 && b.r.IntN(4) == 0 {
			b.new = append(b.new, b.pending[0])
			b.pending = b.pending[1:]
		}
	}
	b.new = append(b.new, b.pending...)
	b.repeats()
}

// edit does one operation at clause i and says how many clauses more it took.
func (b *bench) edit(i int) int {
	s := b.old[i].text
	words := strings.Fields(s)
	put := func(op, text string, from ...int) { b.new = append(b.new, benchClause{text, from, op}) }
	if strings.HasPrefix(s, recalling) {
		b.pending = append(b.pending, benchClause{b.rollOn(s), []int{i}, opRecalling})
		return 0
	}
	if len(words) <= 6 {
		put(opShortVerb, b.otherVerb(words), i)
		return 0
	}
	dice := b.r.Float64()
	next := func(share float64) bool { dice -= share; return dice < 0 }
	switch {
	case next(b.n.reword):
		put(opReword, b.reword(s), i)
	case next(b.n.other):
		b.pending = append(b.pending, benchClause{s, []int{i}, opMove})
	case next(b.n.other):
		b.pending = append(b.pending, benchClause{b.reword(s), []int{i}, opMoveReword})
	case next(b.n.other) && len(words) > 24:
		at := b.cut(words)
		put(opSplit, strings.Join(words[:at], " ")+";", i)
		put(opSplit, b.lead()+" "+b.reword(strings.Join(words[at:], " ")), i)
	case next(b.n.other) && i+1 < len(b.old) && b.plain(i+1):
		put(opMerge, b.reword(s)+" and also "+strings.Join(strings.Fields(b.old[i+1].text)[1:], " "), i, i+1)
		return 1
	case next(b.n.other) && i+1 < len(b.old) && b.plain(i+1) && len(words) > 24 && len(strings.Fields(b.old[i+1].text)) > 24:
		b.rearrange(i)
		return 1
	case next(b.n.other):
		put(opAdd, b.foreign())
		put(opKeep, s, i)
	case next(b.n.other):
		b.old[i].op = opRemove
	case next(b.n.other):
		b.old[i].op = opLookAlike
		put(opLookAlike, b.lookAlike(words))
	default:
		put(opKeep, s, i)
	}
	return 0
}

func (b *bench) plain(i int) bool {
	s := b.old[i].text
	return !strings.HasPrefix(s, recalling) && len(strings.Fields(s)) > 6
}

// rearrange shares two clauses out over two others.
func (b *bench) rearrange(i int) {
	x, y := strings.Fields(b.old[i].text), strings.Fields(b.old[i+1].text)
	p, q := b.cut(x), b.cut(y)
	b.new = append(b.new,
		benchClause{strings.Join(x[:p], " ") + " and " + strings.Join(y[q:], " "), []int{i, i + 1}, opRearrange},
		benchClause{strings.Join(y[:q], " ") + " and " + strings.Join(x[p:], " "), []int{i, i + 1}, opRearrange})
}

// cut finds a comma near the middle, or the middle.
func (b *bench) cut(words []string) int {
	for d := range len(words) / 4 {
		for _, at := range []int{len(words)/2 + d, len(words)/2 - d} {
			if strings.HasSuffix(words[at-1], ",") {
				return at
			}
		}
	}
	return len(words) / 2
}

// reword replaces, drops and puts in words as real editors did.
func (b *bench) reword(s string) string {
	words := strings.Fields(s)
	for range max(1, int(b.n.words*float64(len(words))/2)) {
		at := b.r.IntN(len(words))
		to := b.src.replaced[words[at]]
		switch {
		case len(to) > 0 && b.r.IntN(3) > 0:
			words = slices.Concat(words[:at], strings.Fields(to[b.r.IntN(len(to))]), words[at+1:])
		case b.r.IntN(2) == 0 && len(words) > 12:
			words = slices.Concat(words[:at], words[min(len(words), at+1+b.r.IntN(4)):])
		default:
			words = slices.Concat(words[:at], strings.Fields(b.src.phrases[b.r.IntN(len(b.src.phrases))]), words[at:])
		}
	}
	return strings.Join(words, " ")
}

func (b *bench) anyText() []string { return b.src.texts[b.r.IntN(len(b.src.texts))] }

// foreign is a clause of another text that this one does not have.
func (b *bench) foreign() string {
	for {
		t := b.anyText()
		s := t[b.r.IntN(len(t))]
		if len(strings.Fields(s)) > 6 && !slices.ContainsFunc(b.old, func(c benchClause) bool { return strings.HasPrefix(c.text, s[:20]) }) {
			return s
		}
	}
}

func (b *bench) lead() string { return strings.Join(strings.Fields(b.foreign())[:2], " ") }

// lookAlike keeps the words that many texts use and takes the others from
// elsewhere.
func (b *bench) lookAlike(words []string) string {
	donor := strings.Fields(b.foreign())
	out := slices.Clone(words)
	n := 0
	for i, w := range words {
		if !b.src.common[w] {
			out[i] = donor[n%len(donor)]
			n++
		}
	}
	return strings.Join(out, " ")
}

const recalling = "Recalling its resolution "

var subjects = strings.Fields("lighthouses kites teacups foghorns sundials weathercocks marbles hammocks")

// lists are clauses that only their subject tells apart.
func (b *bench) lists() []string {
	var out []string
	for i, s := range subjects {
		out = append(out, fmt.Sprintf("%s2%02d/%d of %d December 21%02d on the question of %s,", recalling, i+10, b.r.IntN(300), 1+b.r.IntN(28), b.r.IntN(99), s))
	}
	return append(out, "Welcomes the report;", "Calls for restraint;", "Stresses the urgency of this;")
}

// rollOn moves a recalling to its next resolution.
func (b *bench) rollOn(s string) string {
	subject := s[strings.LastIndexByte(s, ' ')+1:]
	return fmt.Sprintf("%s2%02d/%d of %d December 21%02d on the question of %s", recalling, b.r.IntN(99), b.r.IntN(300), 1+b.r.IntN(28), b.r.IntN(99), subject)
}

func (b *bench) otherVerb(words []string) string {
	verbs := strings.Fields("Notes Reaffirms Underlines Supports Endorses Recognizes")
	return strings.Join(slices.Concat([]string{verbs[b.r.IntN(len(verbs))]}, words[1:]), " ")
}

// repeats adds three sections of the same clauses, each with a clause of its
// own, in another order.
func (b *bench) repeats() {
	var olds, news [3][]benchClause
	at := len(b.old)
	for s := range 3 {
		own := b.foreign()
		for i, text := range []string{own, "Requests the Secretary-General to report thereon;", "Decides to remain seized of the matter;"} {
			olds[s] = append(olds[s], benchClause{text: text, from: []int{at + 3*s + i}})
			news[s] = append(news[s], benchClause{text: text, from: []int{at + 3*s + i}, op: opRepeated})
		}
	}
	b.old = slices.Concat(b.old, olds[0], olds[1], olds[2])
	b.new = slices.Concat(b.new, news[2], news[0], news[1])
}

func document(clauses []benchClause) *resolution.Document {
	d := &resolution.Document{}
	for i, c := range clauses {
		d.Clauses = append(d.Clauses, &resolution.Clause{ID: fmt.Sprintf("op%d", i+1), Part: resolution.Operative, Text: c.text})
	}
	return d
}

// score counts right, wrong and missed links by the operation that made them.
// A clause that was added, removed or replaced is right when it has no link.
func (b *bench) score(total map[string]*[3]int) {
	count := func(op string, what int) {
		for _, key := range []string{op, "all"} {
			if total[key] == nil {
				total[key] = &[3]int{}
			}
			total[key][what]++
		}
	}
	old, new := document(b.old), document(b.new)
	at := map[*resolution.Clause]int{}
	for i, c := range old.Clauses {
		at[c] = i
	}
	for j, c := range new.Clauses {
		at[c] = j
	}
	got := map[[2]int]bool{}
	for _, l := range align.Documents(old, new) {
		for _, o := range l.Old {
			for _, n := range l.New {
				got[[2]int{at[o], at[n]}] = true
			}
		}
	}
	linkedOld, linkedNew := map[int]bool{}, map[int]bool{}
	for l := range got {
		linkedOld[l[0]], linkedNew[l[1]] = true, true
	}
	for i, o := range b.old {
		if (o.op == opRemove || o.op == opLookAlike) && !linkedOld[i] {
			count(o.op, 0)
		}
	}
	for j, c := range b.new {
		if c.op == opAdd && !linkedNew[j] {
			count(c.op, 0)
		}
		for i, o := range b.old {
			switch link := [2]int{i, j}; {
			case slices.Contains(c.from, i) && got[link]:
				count(c.op, 0)
			case slices.Contains(c.from, i):
				count(c.op, 2)
			case got[link] && o.op != "":
				count(o.op, 1)
			case got[link]:
				count(c.op, 1)
			}
		}
	}
}

// readSource takes the texts from the gold pairs and the edits from the series.
func readSource(t *testing.T) *source {
	src := &source{replaced: map[string][]string{}}
	for _, f := range realFiles(t, "gold", "*.json") {
		src.texts = append(src.texts, goldText(t, f))
	}
	src.learnSeries(t)
	in := map[string]int{}
	for _, text := range src.texts {
		words := strings.Fields(strings.Join(text, " "))
		slices.Sort(words)
		for _, w := range slices.Compact(words) {
			in[w]++
		}
	}
	src.common = map[string]bool{}
	for w, n := range in {
		src.common[w] = 2*n >= len(src.texts)
	}
	return src
}

// realFiles are files of the shared texts, sorted.
func realFiles(t *testing.T, pattern ...string) []string {
	t.Helper()
	files, _ := filepath.Glob(filepath.Join(append([]string{outside.Texts(t)}, pattern...)...))
	if len(files) == 0 {
		outside.Missing(t, "no real texts %s", filepath.Join(pattern...))
	}
	slices.Sort(files)
	return files
}

func goldText(t *testing.T, file string) (text []string) {
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	var p struct {
		Old []struct{ Text string } `json:"old_paragraphs"`
	}
	if err := json.Unmarshal(data, &p); err != nil {
		t.Fatal(err)
	}
	for _, c := range p.Old[1:] {
		text = append(text, c.Text)
	}
	return text
}

// learnSeries learns from every two neighbouring texts of a series. Which
// clause became which is taken as known only where the clauses on both sides
// are the same to the letter: that needs no aligner.
func (s *source) learnSeries(t *testing.T) {
	var folder string
	var old []string
	for _, f := range realFiles(t, "resolutions", "series", "*", "*.paras.txt") {
		data, err := os.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		new := unlabelled(string(data))
		if filepath.Dir(f) == folder {
			s.learnBetween(old, new)
		}
		folder, old = filepath.Dir(f), new
	}
}

// unlabelled gives the paragraphs of a clean text without their numbers.
func unlabelled(text string) []string {
	paragraphs := strings.Split(text, "\n\n")
	for i, p := range paragraphs {
		words := strings.Fields(p)
		if len(words) > 1 && strings.TrimLeft(words[0], "0123456789") == "." {
			words = words[1:]
		}
		paragraphs[i] = strings.Join(words, " ")
	}
	return paragraphs
}

func (s *source) learnBetween(old, new []string) {
	for i := 1; i+1 < len(old); i++ {
		for j := 1; j+1 < len(new); j++ {
			if old[i-1] == new[j-1] && old[i+1] == new[j+1] && old[i] != new[j] {
				s.learn(strings.Fields(old[i]), strings.Fields(new[j]))
			}
		}
	}
}

// learn notes what stood where: of two versions of a clause, the words between
// the same two words.
func (s *source) learn(a, b []string) {
	for i := 1; i+1 < len(a); i++ {
		j := slices.Index(b, a[i-1])
		if j < 0 || j+1 >= len(b) || b[j+1] == a[i] {
			continue
		}
		for n := j + 1; n < min(len(b), j+6); n++ {
			if b[n] == a[i+1] && n > j+1 {
				s.replaced[a[i]] = append(s.replaced[a[i]], strings.Join(b[j+1:n], " "))
				break
			}
			if b[n] == a[i] {
				s.phrases = append(s.phrases, strings.Join(b[j+1:n], " "))
				break
			}
		}
	}
}
