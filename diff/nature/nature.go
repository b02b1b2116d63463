// Package nature tells why a clause changed and what that weighs: passes find the
// causes, each looking for one kind, and one table of rules says which of them are
// routine and which substantive.
//
// Its main call is Setting.Judge. It does not compare documents and does not draw
// redlines.
package nature

import (
	"slices"

	"reprise/align"
)

// Nature is how much a change matters to a drafter (guide: "routine" is a
// technical update, text that only moves with the calendar).
type Nature int

// The natures.
const (
	None Nature = iota // kept, or moved and renumbered only
	Routine
	Substantive
)

var natureNames = [...]string{"none", "routine", "substantive"}

// String is the nature's name in JSON.
func (n Nature) String() string { return natureNames[n] }

// Reason is one thing that a change does, with both wordings.
type Reason struct {
	Kind     string // "citation", "date", "session", "lead" ... see the table of rules
	Old, New string
	Nature   Nature
	Why      string // a phrase that says what it does and why it is of this nature
}

// The kinds of reason, as they stand in JSON.
const (
	LeadKind        = "lead"
	IntensityKind   = "intensity"
	MannerKind      = "manner"
	SequenceKind    = "sequence"
	CitationKind    = "citation"
	DateKind        = "date"
	SessionKind     = "session"
	IntervalKind    = "interval"
	NumberKind      = "number"
	OrdinalKind     = "ordinal"
	ActorKind       = "actor"
	QualifierKind   = "qualifier"
	ModalityKind    = "modality"
	ListKind        = "list"
	EventKind       = "event"
	NameKind        = "name"
	StyleKind       = "style"
	PunctuationKind = "punctuation"
	CapitalsKind    = "capitals"
	GrammarKind     = "grammar"
	OrderKind       = "order"
	TitleKind       = "title"
	NoteKind        = "footnote"
	PartKind        = "part"
	WordingKind     = "wording"
)

// Cause is why a change is of its nature: one row of the table of rules.
type Cause int

// The causes, the costliest to overlook first: a summary names them in this
// order.
const (
	LeadStronger Cause = iota
	LeadWeaker
	LeadSideways
	LeadVerb
	LeadAdded
	LeadDropped
	LeadIntensity
	LeadManner
	PartChanged
	NumberChanged
	DeadlineChanged
	DatePostponed
	IntervalChanged
	PeriodChanged
	ModalityChanged
	ActorNamed
	ActorDropped
	ActorChanged
	CitationDropped
	CitationNamed
	CitationChanged
	CitationOther
	ReferenceChanged
	SessionNamed
	SessionDropped
	SessionUnmeasured
	DateNamed
	DateDropped
	TitleChanged
	QualifierAdded
	QualifierDropped
	QualifierChanged
	ListGrown
	ListShrunk
	NoteChanged
	NoteAdded
	NoteDropped
	OrderTurned
	WordsChanged
	WordsAdded
	WordsDropped
	MeetingListed
	EventRolled
	CitationListed
	CitationRolled
	CitationWorded
	ReferenceFollowed
	SessionRolled
	DateRolled
	DateOfKnown
	OrdinalRolled
	NameVaried
	OrderChanged
	Inflected
	Respelt
	SequenceWord
	LeadNeutral
	Capitals
	Punctuation
	Grammar
	NoteRolled
	NoteCites
)

// rule is what follows from a cause. Its why is the name of a phrase of the
// language's file "whys".
type rule struct {
	kind   string
	nature Nature
	why    string
}

// rules is the one table from which the nature of every change follows. Its
// source is docs/nature.md. What no row fits is WordsChanged: in doubt
// substantive.
var rules = [...]rule{
	LeadStronger:      {LeadKind, Substantive, "lead-stronger"},
	LeadWeaker:        {LeadKind, Substantive, "lead-weaker"},
	LeadSideways:      {LeadKind, Substantive, "lead-sideways"},
	LeadVerb:          {LeadKind, Substantive, "lead-verb"},
	LeadAdded:         {LeadKind, Substantive, "lead-added"},
	LeadDropped:       {LeadKind, Substantive, "lead-dropped"},
	LeadIntensity:     {IntensityKind, Substantive, "intensity"},
	LeadManner:        {MannerKind, Substantive, "manner"},
	PartChanged:       {PartKind, Substantive, "part"},
	NumberChanged:     {NumberKind, Substantive, "number"},
	DeadlineChanged:   {DateKind, Substantive, "deadline"},
	DatePostponed:     {DateKind, Substantive, "postponed"},
	IntervalChanged:   {IntervalKind, Substantive, "interval"},
	PeriodChanged:     {IntervalKind, Substantive, "period"},
	ModalityChanged:   {ModalityKind, Substantive, "modality"},
	ActorNamed:        {ActorKind, Substantive, "actor-named"},
	ActorDropped:      {ActorKind, Substantive, "actor-dropped"},
	ActorChanged:      {ActorKind, Substantive, "actor-changed"},
	CitationDropped:   {CitationKind, Substantive, "citation-dropped"},
	CitationNamed:     {CitationKind, Substantive, "citation-named"},
	CitationChanged:   {CitationKind, Substantive, "citation-changed"},
	CitationOther:     {CitationKind, Substantive, "citation-other"},
	ReferenceChanged:  {CitationKind, Substantive, "reference"},
	SessionNamed:      {SessionKind, Substantive, "session-named"},
	SessionDropped:    {SessionKind, Substantive, "session-dropped"},
	SessionUnmeasured: {SessionKind, Substantive, "session-unmeasured"},
	DateNamed:         {DateKind, Substantive, "date-named"},
	DateDropped:       {DateKind, Substantive, "date-dropped"},
	TitleChanged:      {TitleKind, Substantive, "title"},
	QualifierAdded:    {QualifierKind, Substantive, "qualifier-added"},
	QualifierDropped:  {QualifierKind, Substantive, "qualifier-dropped"},
	QualifierChanged:  {QualifierKind, Substantive, "qualifier-changed"},
	ListGrown:         {ListKind, Substantive, "list-grown"},
	ListShrunk:        {ListKind, Substantive, "list-shrunk"},
	NoteChanged:       {NoteKind, Substantive, "note"},
	NoteAdded:         {NoteKind, Substantive, "note-added"},
	NoteDropped:       {NoteKind, Substantive, "note-dropped"},
	OrderTurned:       {OrderKind, Substantive, "order-turned"},
	WordsChanged:      {WordingKind, Substantive, "wording"},
	WordsAdded:        {WordingKind, Substantive, "wording-added"},
	WordsDropped:      {WordingKind, Substantive, "wording-dropped"},
	MeetingListed:     {ListKind, Routine, "meeting-listed"},
	EventRolled:       {EventKind, Routine, "event"},
	CitationListed:    {CitationKind, Routine, "citation-listed"},
	CitationRolled:    {CitationKind, Routine, "citation-rolled"},
	ReferenceFollowed: {CitationKind, Routine, "reference-followed"},
	CitationWorded:    {CitationKind, Routine, "citation-worded"},
	SessionRolled:     {SessionKind, Routine, "session-rolled"},
	DateRolled:        {DateKind, Routine, "date-rolled"},
	DateOfKnown:       {DateKind, Routine, "date-of-known"},
	OrdinalRolled:     {OrdinalKind, Routine, "ordinal-rolled"},
	NameVaried:        {NameKind, Routine, "name"},
	OrderChanged:      {OrderKind, Routine, "order"},
	Inflected:         {StyleKind, Routine, "inflected"},
	Respelt:           {StyleKind, Routine, "respelt"},
	SequenceWord:      {SequenceKind, Routine, "sequence"},
	LeadNeutral:       {LeadKind, Routine, "lead-neutral"},
	Capitals:          {CapitalsKind, Routine, "capitals"},
	Punctuation:       {PunctuationKind, Routine, "punctuation"},
	Grammar:           {GrammarKind, Routine, "grammar"},
	NoteRolled:        {NoteKind, Routine, "note-rolled"},
	NoteCites:         {NoteKind, Routine, "note-cites"},
}

// finding is a cause found in a clause, with both wordings.
type finding struct {
	cause    Cause
	old, new string
}

// Of is the nature that follows from reasons: the weightiest of theirs.
func Of(reasons []Reason) Nature {
	n := None
	for _, r := range reasons {
		n = max(n, r.Nature)
	}
	return n
}

// natureOf is the nature that follows from findings: the weightiest of theirs.
func natureOf(found []finding) Nature {
	n := None
	for _, f := range found {
		n = max(n, rules[f.cause].nature)
	}
	return n
}

// Judge tells the reasons of a change that both texts have, the weightiest first;
// none where nothing changed. The nature of the change is Of them.
func (s *Setting) Judge(l align.Link, notes []Note) []Reason {
	old, new := Joined(l.Old), Joined(l.New)
	if old == new && len(l.Old) == len(l.New) && len(notes) == 0 {
		if movesBetweenParts(l.Old, l.New) {
			return s.reasons([]finding{{PartChanged, l.Old[0].Part.String(), l.New[0].Part.String()}})
		}
		return nil
	}
	var found []finding
	if old != new || len(l.Old) != len(l.New) {
		found = s.explain(l, notes)
		if len(found) == 0 {
			found = []finding{{cause: Punctuation}} // split or joined at a mark, no word changed
		}
	}
	found = append(found, s.explainNotes(notes)...)
	found = dropListMarks(found)
	slices.SortStableFunc(found, func(a, b finding) int { return int(a.cause) - int(b.cause) })
	return s.reasons(found)
}

// dropListMarks leaves out the commas and "and" that only follow a list that
// grew or shrank.
func dropListMarks(found []finding) []finding {
	listed := slices.ContainsFunc(found, func(f finding) bool {
		kind := rules[f.cause].kind
		return kind == CitationKind || kind == ListKind || kind == ActorKind
	})
	if !listed {
		return found
	}
	return slices.DeleteFunc(found, func(f finding) bool { return f.cause == Punctuation })
}

// reasons words findings in the language of the new text.
func (s *Setting) reasons(found []finding) []Reason {
	out := make([]Reason, len(found))
	for i, f := range found {
		rule := rules[f.cause]
		out[i] = Reason{rule.kind, f.old, f.new, rule.nature, s.lex.Sentence(rule.why, "old", f.old, "new", f.new, "scale", s.scale.Name)}
	}
	return out
}
