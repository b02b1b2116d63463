package diff

import (
	"cmp"
	"slices"
	"strings"

	"reprise/diff/nature"
	"reprise/resolution"
)

// point is what the summary says of one clause, or of several with which the
// same was done.
type point struct {
	rank     rank
	beside   bool     // the clause stands outside the operative part
	kind     int      // place of its kind of reason in byUrgency
	clauses  []string // reworded clauses; nil where one is new or gone, which the closing lines count
	sentence string   // its name in the lexicon
	values   []string // names and values in turn, without the clauses
}

// rank is how soon a delegate wants to know of a point. What is argued ranks
// below what is asked: a preamble binds nobody.
type rank int

// The ranks, the most pressing first.
const (
	binding rank = iota // the operative part binds otherwise: verbs, terms, numbers, conditions
	whole               // a clause of the operative part is new, gone or written anew
	naming              // who and which, a qualifier of one word; and what would be binding, in the preamble
	wordy               // other wording, and what hangs on a link in doubt
)

// byUrgency are the kinds of reason in the order in which a delegate asks for
// them: how strongly, by when, how much, under which conditions; then who and
// which. A kind that is not listed is wording.
var byUrgency = [...]nature.Kind{
	nature.LeadKind, nature.IntervalKind, nature.DateKind, nature.NumberKind, nature.ModalityKind, nature.IntensityKind, nature.MannerKind, nature.PartKind, nature.QualifierKind,
	nature.ActorKind, nature.CitationKind, nature.SessionKind, nature.TitleKind, nature.ListKind,
	nature.NoteKind, nature.WordingKind,
}

// firstNaming and firstWordy are where the kinds of a lower rank begin.
var (
	firstNaming = slices.Index(byUrgency[:], nature.ActorKind)
	firstWordy  = slices.Index(byUrgency[:], nature.NoteKind)
)

// wording is a reason with the words it is about.
type wording struct {
	kind     nature.Kind
	nature   Nature
	Old, New string
}

func wordings(reasons []Reason) []wording {
	out := make([]wording, len(reasons))
	for i, r := range reasons {
		out[i] = wording{r.Kind(), r.Nature(), r.Old.Text(), r.New.Text()}
	}
	return out
}

// urgency is the place of a reason's kind in byUrgency. A further ask that came
// or went ranks with numbers, a lead that no scale orders with intensity.
func (s *setting) urgency(r wording) int {
	kind := r.kind
	switch {
	case kind != nature.LeadKind:
	case r.Old == "" || r.New == "":
		kind = nature.NumberKind
	case !s.ordered(r):
		kind = nature.IntensityKind
	}
	if i := slices.Index(byUrgency[:], kind); i >= 0 {
		return i
	}
	return len(byUrgency) - 1
}

// ordered tells whether a scale orders the two leads of a reason.
func (s *setting) ordered(r wording) bool {
	return s.nature.Ordered(r.Old, r.New)
}

// told are the points that fit the room, in lines. Whole clauses take at most
// half of it while there is something else to tell, since all of them are
// counted in the closing lines; what is reworded and does not fit is named in
// one line.
func (s *setting) told(points []point, room int) []string {
	points = fewerWhole(points, room)
	shown := min(room, len(points))
	if slices.ContainsFunc(points[shown:], point.reworded) {
		shown--
	}
	var out []string
	for _, p := range points[:shown] {
		out = append(out, s.say(p))
	}
	var rest []string
	for _, p := range points[shown:] {
		rest = append(rest, p.clauses...)
	}
	if len(rest) > 0 {
		out = append(out, s.lex.Counted("more-substantive", len(rest), "list", s.list(rest)))
	}
	return out
}

// reworded tells whether a point is of reworded clauses.
func (p point) reworded() bool { return p.clauses != nil }

// say is the sentence of a point.
func (s *setting) say(p point) string {
	if !p.reworded() {
		return s.lex.Sentence(p.sentence, p.values...)
	}
	text := s.lex.Counted(p.sentence, len(p.clauses), append(slices.Clip(p.values), "clause", s.list(p.clauses))...)
	return strings.Replace(text, " ….", " …", 1)
}

// sameDone joins points that say the same of several clauses, each to the most
// pressing: a word added throughout is one thing to know.
func sameDone(points []point) []point {
	var out []point
	for _, p := range points {
		same := func(q point) bool { return p.sentence == q.sentence && slices.Equal(p.values, q.values) }
		if i := slices.IndexFunc(out, same); i >= 0 && p.reworded() && out[i].reworded() {
			out[i].clauses = append(out[i].clauses, p.clauses...)
		} else {
			out = append(out, p)
		}
	}
	return out
}

// fewerWhole leaves as many points of added and removed clauses as fill half
// the room, or what the others leave free.
func fewerWhole(points []point, room int) []point {
	others := 0
	for _, p := range points {
		tally(&others, p.reworded())
	}
	left := max(room/2, room-others)
	return slices.DeleteFunc(points, func(p point) bool {
		if p.reworded() {
			return false
		}
		left--
		return left < 0
	})
}

// points are the sentences on clauses changed in substance, the most pressing
// first, and in the order of the text among equals.
func (s *setting) points(changes []Change) []point {
	out := s.wholePoints(changes)
	for i := range changes {
		ch := &changes[i]
		if ch.Counted() && ch.Status != Added && ch.Status != Removed && ch.Nature == Substantive && len(ch.Reasons) > 0 {
			out = append(out, s.point(ch))
		}
	}
	slices.SortStableFunc(out, func(a, b point) int {
		return cmp.Or(cmp.Compare(a.rank, b.rank), besideLast(a, b), cmp.Compare(a.kind, b.kind))
	})
	return sameDone(out)
}

// besideLast puts what stands outside the operative part behind what stands in it.
func besideLast(a, b point) int {
	switch {
	case a.beside == b.beside:
		return 0
	case a.beside:
		return 1
	}
	return -1
}

// wholePoints are the points of clauses that are new or gone, which take turns,
// those that ask first; a clause speaks for its points.
func (s *setting) wholePoints(changes []Change) []point {
	var came, went []point
	isNew, isGone := map[string]bool{}, map[string]bool{}
	tells := func(told map[string]bool, c *resolution.Clause) bool {
		told[c.ID] = true
		return tellsWhole(c) && !told[c.Parent]
	}
	for i := range changes {
		switch ch := &changes[i]; {
		case !ch.Counted():
		case ch.Status == Added && tells(isNew, ch.New[0]):
			values := []string{"clause", ch.New[0].Name(), "new", excerpt(ch.New[0].Text)}
			came = append(came, point{rank: whole, kind: s.turn(ch.New[0], came), sentence: "clause-new", values: values})
		case ch.Status == Removed && tells(isGone, ch.Old[0]):
			values := []string{"clause", ch.Old[0].Name(), "old", excerpt(ch.Old[0].Text)}
			went = append(went, point{rank: whole, kind: s.turn(ch.Old[0], went) + 1, sentence: "clause-gone", values: values})
		}
	}
	return append(came, went...)
}

// turn is the place of a clause among those that came, or those that went: after
// the ones before it, and what asks nobody after all that ask.
func (s *setting) turn(c *resolution.Clause, before []point) int {
	const afterAsks = 1 << 20 // no text has as many clauses
	at := 2 * len(before)
	if _, leads := s.lex.Lead(c.Text); leads && !s.asks(c.Text) { // a point without a lead is what its chapeau asks
		at += afterAsks
	}
	return at
}

// tellsWhole tells whether a clause that is new or gone deserves a line.
func tellsWhole(c *resolution.Clause) bool {
	return c.Part == resolution.Operative && c.Kind == resolution.Paragraph
}

// point words the most urgent reason of a change.
func (s *setting) point(ch *Change) point {
	r := slices.MinFunc(wordings(ch.Reasons), func(a, b wording) int {
		return cmp.Or(cmp.Compare(b.nature, a.nature), cmp.Compare(s.urgency(a), s.urgency(b)))
	})
	p := point{clauses: []string{joinNames(ch.New)}, kind: s.urgency(r)}
	if anew(ch.Edits) && r.kind != nature.PartKind {
		r = wording{kind: nature.WordingKind, Old: ch.Old[0].Text, New: ch.New[0].Text}
		p.kind = firstWordy
		p.rank = whole
	} else {
		r = s.withNext(r, ch.Edits)
		p.rank = rankOf(p.kind)
	}
	p.rank = max(p.rank, s.highest(r, ch))
	if p.beside = ch.New[0].Part != resolution.Operative; p.beside {
		p.rank = min(p.rank+naming, wordy)
	}
	p.sentence, p.values = s.wordPoint(r, ch)
	return p
}

// highest is the best rank that a change may have whatever its kind: what hangs
// on a link in doubt comes last; a number that counts nothing, a qualifier of
// one word ("all") and another verb that asks nobody bind nobody.
func (s *setting) highest(r wording, ch *Change) rank {
	switch {
	case ch.Uncertain:
		return wordy
	case bare(r), r.kind == nature.QualifierKind && !strings.Contains(strings.TrimSpace(r.Old+r.New), " "), s.restated(r):
		return naming
	}
	return binding
}

// restated tells whether one lead took another's place that no scale orders,
// and neither asks: "Affirms", "Reaffirms".
func (s *setting) restated(r wording) bool {
	if r.kind != nature.LeadKind || r.Old == "" || r.New == "" || s.ordered(r) {
		return false
	}
	return !s.asks(r.Old) && !s.asks(r.New)
}

// asks tells whether a text opens with a lead that asks or binds.
func (s *setting) asks(text string) bool {
	lead, ok := s.lex.Lead(text)
	return ok && s.lex.Asks(lead.Base)
}

func rankOf(kind int) rank {
	switch {
	case kind < firstNaming:
		return binding
	case kind < firstWordy:
		return naming
	}
	return wordy
}

// anewShare is how little of both wordings two versions of a clause have in
// common where one reason no longer tells what happened: two words in five.
const anewShare = 0.4

// anew tells whether a clause is written anew.
func anew(edits []Edit) bool {
	kept, all := 0, 0
	for _, e := range edits {
		if e.Op == Equal {
			kept += 2 * len(e.Text)
			all += len(e.Text)
		}
		all += len(e.Text)
	}
	return float64(kept) < anewShare*float64(all)
}
