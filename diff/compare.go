package diff

import (
	"strings"

	"reprise/align"
	"reprise/diff/nature"
	"reprise/diff/points"
	"reprise/diff/redline"
	"reprise/internal/lexicon"
	"reprise/resolution"
)

// Options say how to compare. The zero value is what Compare takes.
type Options struct {
	Leads string       // text of a leads file; "" for the scale of the new text's language
	Links []align.Link // how the clauses of documents that are resolution.Alike are linked; nil for align.Documents
	Bare  bool         // Points and Thrust stay empty, which cost as much as half of the rest: Comparison.Pointed finds them
}

// Compare aligns two documents and says what changed. It never fails; what is
// doubtful (texts in the wrong order, unrelated texts) is a warning.
func Compare(old, new *resolution.Document) *Comparison {
	c, _ := CompareWith(old, new, Options{}) // only a leads file can be wrong
	return c
}

// CompareWith is Compare with options. Its error says what is wrong with the
// leads file.
func CompareWith(old, new *resolution.Document, opts Options) (*Comparison, error) {
	links := opts.Links
	if links == nil {
		both := resolution.Alike(old, new)
		old, new = both[0], both[1]
		links = align.Documents(old, new)
	}
	s, err := newSetting(old, new, opts.Leads)
	if err != nil {
		return nil, err
	}
	s.nature.Follow(links)
	c := &Comparison{Old: old, New: new, Scale: s.scale.Name, Fields: changedFields(old, new, s.lex)}
	c.Changes = make([]Change, len(links))
	for i, l := range links {
		c.Changes[i] = s.describe(l)
	}
	markUnread(c)
	c.Citations = s.citationChanges(c.Changes)
	c.Summary = count(c.Changes)
	if !opts.Bare {
		s.findPoints(c)
	}
	c.Warnings = s.warnings(c)
	return c, nil
}

// Linked is a comparison that says of each link only what became of its clauses
// (Change.Status).
func Linked(old, new *resolution.Document, links []align.Link) *Comparison {
	c := &Comparison{Old: old, New: new, Changes: make([]Change, len(links))}
	for i, l := range links {
		c.Changes[i] = Change{Link: l, Status: statusOf(l, nature.Joined(l.Old), nature.Joined(l.New)), Renumbered: renumbered(l)}
	}
	return c
}

// Pointed is the comparison with its points and thrust, where it was made without
// (Options.Bare), by the scale of the new text's language.
func (c *Comparison) Pointed() *Comparison {
	out := *c
	if s, err := newSetting(c.Old, c.New, ""); err == nil { // only a leads file can be wrong
		s.findPoints(&out)
	}
	return &out
}

func (s *setting) findPoints(c *Comparison) {
	if s.twoLanguages() { // every word would be another, and a point
		return
	}
	texts := points.Between(s.old, s.new, s.lex, s.scale)
	c.Points, c.Thrust = texts.Find(pointsOf(c.Changes)), texts.Thrust(c.Summary.Agreed)
}

// setting is what the links of two texts are described against.
type setting struct {
	lex      *lexicon.Lexicon
	old, new *resolution.Document
	scale    *lexicon.Scale
	nature   *nature.Setting

	oldNotes, newNotes map[string]*resolution.Footnote // by mark
}

func newSetting(old, new *resolution.Document, leads string) (*setting, error) {
	s := &setting{lex: lexicon.OrDefault(new.Language), old: old, new: new, oldNotes: byMark(old), newNotes: byMark(new)}
	scale, err := s.lex.Scale(), error(nil)
	if leads != "" {
		scale, err = lexicon.ParseScale(leads)
	}
	if err != nil {
		return nil, err
	}
	s.scale, s.nature = scale, nature.Between(old, new, s.lex, scale)
	return s, nil
}

// describe says what happened in a link.
func (s *setting) describe(l align.Link) Change {
	old, new := nature.Joined(l.Old), nature.Joined(l.New)
	ch := Change{Link: l, Status: statusOf(l, old, new), Renumbered: renumbered(l)}
	ch.Edits = redline.In(old, new, s.lex)
	markLead(ch.Edits, l)
	ch.Notes = s.noteChanges(l)
	s.judge(&ch)
	return ch
}

func statusOf(l align.Link, old, new string) Status {
	switch {
	case len(l.Old) == 0:
		return Added
	case len(l.New) == 0:
		return Removed
	case len(l.Old) > 1 && len(l.New) > 1:
		return Rearranged
	case len(l.Old) > 1:
		return Merged
	case len(l.New) > 1:
		return Split
	case old != new:
		return Reworded
	}
	return Kept
}

// renumbered tells whether a clause has another number or letter. Only what is
// printed counts: "4." and "4" are one label.
func renumbered(l align.Link) bool {
	if len(l.Old) != 1 || len(l.New) != 1 || !l.Old[0].Counted() || !l.New[0].Counted() {
		return false
	}
	a, b := l.Old[0].Label, l.New[0].Label
	return a != "" && b != "" && strings.Trim(a, "().") != strings.Trim(b, "().")
}

// markLead gives the edits inside the lead phrases their kind.
func markLead(edits []Edit, l align.Link) {
	if len(l.Old) == 0 || len(l.New) == 0 {
		return
	}
	oldLead, newLead := len(l.Old[0].Lead), len(l.New[0].Lead)
	o, n := 0, 0
	for i, e := range edits {
		if e.Op != Insert {
			o += len(e.Text)
		}
		if e.Op != Delete {
			n += len(e.Text)
		}
		if e.Op == Delete && o <= oldLead || e.Op == Insert && n <= newLead {
			edits[i].Kind = redline.LeadEdit
		}
	}
}

// judge gives a change its reasons and its nature.
func (s *setting) judge(ch *Change) {
	switch {
	case !ch.Counted():
	case ch.Status == Added || ch.Status == Removed:
		ch.Nature = Substantive
		ch.Reasons = s.nature.Whereabouts(ch.Link)
	default:
		ch.Reasons = s.nature.Judge(ch.Link, s.notesOf(ch))
		ch.Nature = nature.Of(ch.Reasons)
	}
}

// pointsOf are the changes that count, as points are found in them.
func pointsOf(changes []Change) []points.Change {
	var list []points.Change
	for i := range changes {
		if ch := &changes[i]; ch.Counted() {
			list = append(list, points.Change{Old: ch.Old, New: ch.New, Matters: ch.Nature == Substantive, Reasons: ch.Reasons, Uncertain: ch.Uncertain})
		}
	}
	return list
}
