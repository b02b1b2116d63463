package series

import (
	"cmp"
	"container/heap"
	"slices"
	"strconv"
	"strings"

	"reprise/resolution"
	"reprise/resolution/symbol"
)

// Order puts the versions of a series into the order of time: by adoption
// date, session and number, and above all so that no text stands before one
// that it cites. Drafts without a symbol go last, in the order given. The
// documents given are not changed.
func Order(docs []*resolution.Document) []*resolution.Document {
	texts := make([]*member, len(docs))
	for i, d := range docs {
		texts[i] = newMember(d, i)
	}
	sortByTime(texts)
	out := make([]*resolution.Document, len(docs))
	for i, m := range texts {
		out[i] = m.doc
	}
	return out
}

// member is a document on its way into a series.
type member struct {
	doc   *resolution.Document
	given int // its place in the input
	when  Moment
	cites []citation
}

func newMember(d *resolution.Document, given int) *member {
	return &member{doc: d, given: given, when: momentOf(d), cites: citationsOf(d)}
}

// Moment orders texts in time.
type Moment struct {
	Day    int // days of a calendar with 31 days to every month
	Number int // within the session or year
	Stage  int // a draft before the text adopted on the same day
}

// never is later than every date: drafts without a symbol or a date go last.
const never = 1 << 40

// momentOf reads the time of a text from its adoption date, or else from its
// symbol.
func momentOf(d *resolution.Document) Moment {
	m := Moment{Day: never}
	year, number := yearOf(d)
	m.Number = number
	switch {
	case d.Adopted != (resolution.Date{}):
		m.Day = dayOf(d.Adopted)
	case d.Draft && d.Symbol == "":
	case d.Draft && d.Issued != (resolution.Date{}):
		m.Day = dayOf(d.Issued)
	case d.Draft && year > 0: // tabled when its session opens, in September
		m.Day = dayOf(resolution.Date{Year: year, Month: 9, Day: 1})
	case year > 0:
		m.Day = dayOf(resolution.Date{Year: year, Month: 12, Day: 31})
	case d.Issued != (resolution.Date{}):
		m.Day = dayOf(d.Issued)
	}
	if !d.Draft {
		m.Stage = 1
	}
	return m
}

func dayOf(d resolution.Date) int { return (d.Year*12+d.Month)*31 + d.Day }

// Compare puts the earlier of two texts first; 0 where they are of one moment, and the
// order in which they were given counts.
func (m Moment) Compare(o Moment) int {
	for _, c := range [...]int{m.Day - o.Day, m.Stage - o.Stage, m.Number - o.Number} {
		if c != 0 {
			return c
		}
	}
	return 0
}

// yearOf reads year and number of a text from its symbol, or else the year
// from its session; 0 where neither tells.
func yearOf(d *resolution.Document) (year, number int) {
	n, _ := d.Symbol.Number()
	number = n.Serial
	switch {
	case d.Draft:
		number = draftNumber(d.Symbol)
	case d.Symbol.Year() > 0:
		return d.Symbol.Year(), number
	}
	session, _ := strconv.Atoi(d.Session)
	return cmp.Or(d.Body.Year(session), symbol.GeneralAssembly.Year(session)), number
}

// draftNumber orders the drafts of a session: "A/C.1/75/L.8/Rev.1" stands
// behind "A/C.1/75/L.8" and before "A/C.1/75/L.9".
func draftNumber(s symbol.Symbol) int {
	_, tail, found := strings.Cut(string(s), "/L.")
	n := numbersIn(tail)
	if !found || len(n) == 0 {
		return 0
	}
	if len(n) > 1 {
		return n[0]*mostRevisions + min(n[1], mostRevisions-1)
	}
	return n[0] * mostRevisions
}

// mostRevisions is more revisions than a draft has seen.
const mostRevisions = 100

// numbersIn gives the runs of digits in a text; runs too long for a number are
// left out.
func numbersIn(s string) []int {
	var out []int
	for _, f := range strings.FieldsFunc(s, func(r rune) bool { return r < '0' || r > '9' }) {
		if n, err := strconv.Atoi(f); err == nil {
			out = append(out, n)
		}
	}
	return out
}

// sortByTime orders the members of one series: always the earliest of those
// whose cited predecessors have all been placed; where citations go in a
// circle, the earliest of all.
func sortByTime(texts []*member) {
	slices.SortStableFunc(texts, func(a, b *member) int {
		if c := a.when.Compare(b.when); c != 0 {
			return c
		}
		return a.given - b.given
	})
	copy(texts, inOrder(texts, precedence(texts)))
}

// inOrder places the earliest text that waits for none, again and again.
func inOrder(texts []*member, waits [][]int) []*member {
	left, waitedFor := make([]int, len(texts)), make([][]int, len(texts))
	var free places
	for i, w := range waits {
		if left[i] = len(w); left[i] == 0 {
			free = append(free, i)
		}
		for _, j := range w {
			waitedFor[j] = append(waitedFor[j], i)
		}
	}
	heap.Init(&free)
	var placed []*member
	done, first := make([]bool, len(texts)), 0
	for len(placed) < len(texts) {
		for done[first] {
			first++
		}
		next := first // where citations go in a circle
		if len(free) > 0 {
			next = heap.Pop(&free).(int)
		}
		if done[next] {
			continue
		}
		done[next] = true
		placed = append(placed, texts[next])
		for _, i := range waitedFor[next] {
			if left[i]--; left[i] == 0 {
				heap.Push(&free, i)
			}
		}
	}
	return placed
}

// places are indices, the smallest first (container/heap).
type places []int

func (p places) Len() int           { return len(p) }
func (p places) Less(i, j int) bool { return p[i] < p[j] }
func (p places) Swap(i, j int)      { p[i], p[j] = p[j], p[i] }
func (p *places) Push(x any)        { *p = append(*p, x.(int)) }

func (p *places) Pop() any {
	last := (*p)[len(*p)-1]
	*p = (*p)[:len(*p)-1]
	return last
}

// precedence lists for each text those that it cites.
func precedence(texts []*member) [][]int {
	at := map[symbol.Symbol]int{}
	for i, m := range texts {
		if m.doc.Symbol != "" {
			at[m.doc.Symbol] = i
		}
	}
	waits := make([][]int, len(texts))
	for i, m := range texts {
		for _, c := range m.cites {
			if j, ok := at[c.symbol]; ok && j != i {
				waits[i] = append(waits[i], j)
			}
		}
	}
	return waits
}
