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

// Nature is how much a change matters to a drafter (docs/nature.md: "routine" is a
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

// Kind is what sort of thing a reason is about.
type Kind int

// The kinds of reason.
const (
	LeadKind Kind = iota
	IntensityKind
	MannerKind
	SequenceKind
	CitationKind
	DateKind
	SessionKind
	IntervalKind
	NumberKind
	OrdinalKind
	ActorKind
	QualifierKind
	ModalityKind
	ListKind
	EventKind
	NameKind
	StyleKind
	PunctuationKind
	CapitalsKind
	GrammarKind
	OrderKind
	TitleKind
	NoteKind
	PartKind
	WordingKind
)

var kindNames = [...]string{
	LeadKind:        "lead",
	IntensityKind:   "intensity",
	MannerKind:      "manner",
	SequenceKind:    "sequence",
	CitationKind:    "citation",
	DateKind:        "date",
	SessionKind:     "session",
	IntervalKind:    "interval",
	NumberKind:      "number",
	OrdinalKind:     "ordinal",
	ActorKind:       "actor",
	QualifierKind:   "qualifier",
	ModalityKind:    "modality",
	ListKind:        "list",
	EventKind:       "event",
	NameKind:        "name",
	StyleKind:       "style",
	PunctuationKind: "punctuation",
	CapitalsKind:    "capitals",
	GrammarKind:     "grammar",
	OrderKind:       "order",
	TitleKind:       "title",
	NoteKind:        "footnote",
	PartKind:        "part",
	WordingKind:     "wording",
}

// String is the kind's name in JSON.
func (k Kind) String() string { return kindNames[k] }

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
	MovedOut
	MovedIn
	TakenUp
	TakesUp
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
	DateChanged
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
	CitationUnmarked
	CitationPruned
	CitationElsewhere
	ReportRolled
	ReferenceFollowed
	SessionRolled
	DateRolled
	DateOfKnown
	DateCorrected
	OrdinalRolled
	NameVaried
	OrderChanged
	Synonym
	Referent
	Inflected
	Respelt
	SequenceWord
	LeadNeutral
	LeadRenewed
	Capitals
	Punctuation
	Grammar
	NoteRolled
	NoteCites
)

// rule is what follows from a cause.
type rule struct {
	kind   Kind
	nature Nature
	name   string // of the phrase that says it, in JSON too
}

// String is the cause's name: that of the phrase that says it, in JSON too.
func (c Cause) String() string { return rules[c].name }

// Causes lists every cause, the costliest to overlook first.
func Causes() []Cause {
	out := make([]Cause, len(rules))
	for i := range out {
		out[i] = Cause(i)
	}
	return out
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
	MovedOut:          {OrderKind, Substantive, "moved-out"},
	MovedIn:           {OrderKind, Substantive, "moved-in"},
	TakenUp:           {OrderKind, Substantive, "taken-up"},
	TakesUp:           {OrderKind, Substantive, "takes-up"},
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
	DateChanged:       {DateKind, Substantive, "date-changed"},
	DateCorrected:     {DateKind, Routine, "date-corrected"},
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
	CitationUnmarked:  {CitationKind, Routine, "citation-unmarked"},
	CitationPruned:    {CitationKind, Routine, "citation-pruned"},
	CitationElsewhere: {CitationKind, Routine, "citation-elsewhere"},
	CitationWorded:    {CitationKind, Routine, "citation-worded"},
	ReportRolled:      {CitationKind, Routine, "report-rolled"},
	SessionRolled:     {SessionKind, Routine, "session-rolled"},
	DateRolled:        {DateKind, Routine, "date-rolled"},
	DateOfKnown:       {DateKind, Routine, "date-of-known"},
	OrdinalRolled:     {OrdinalKind, Routine, "ordinal-rolled"},
	NameVaried:        {NameKind, Routine, "name"},
	OrderChanged:      {OrderKind, Routine, "order"},
	Synonym:           {StyleKind, Routine, "synonym"},
	Referent:          {StyleKind, Routine, "referent"},
	Inflected:         {StyleKind, Routine, "inflected"},
	Respelt:           {StyleKind, Routine, "respelt"},
	SequenceWord:      {SequenceKind, Routine, "sequence"},
	LeadNeutral:       {LeadKind, Routine, "lead-neutral"},
	LeadRenewed:       {LeadKind, Routine, "lead-renewed"},
	Capitals:          {CapitalsKind, Routine, "capitals"},
	Punctuation:       {PunctuationKind, Routine, "punctuation"},
	Grammar:           {GrammarKind, Routine, "grammar"},
	NoteRolled:        {NoteKind, Routine, "note-rolled"},
	NoteCites:         {NoteKind, Routine, "note-cites"},
}

// natureOf is the nature that follows from claims: the weightiest of theirs.
func natureOf(claims []claim) Nature {
	n := None
	for _, c := range claims {
		n = max(n, rules[c.cause].nature)
	}
	return n
}

// Judge tells the reasons of a change that both texts have, the weightiest first;
// none where nothing changed. The nature of the change is Of them.
func (s *Setting) Judge(l align.Link, notes []Note) []Reason {
	old, new := Joined(l.Old), Joined(l.New)
	if old == new && len(l.Old) == len(l.New) && len(notes) == 0 {
		if movesBetweenParts(l.Old, l.New) {
			return reasons([]claim{{cause: PartChanged, old: place{0, len(old)}, new: place{0, len(new)}}}, l.Old, l.New)
		}
		return nil
	}
	var found []claim
	if old != new || len(l.Old) != len(l.New) {
		found = s.explain(l, notes)
		if len(found) == 0 {
			found = []claim{{cause: Punctuation}} // split or joined at a mark, no word changed
		}
	}
	told := append(reasons(found, l.Old, l.New), s.explainNotes(notes)...)
	told = dropListMarks(told)
	slices.SortStableFunc(told, func(a, b Reason) int { return int(a.Cause) - int(b.Cause) })
	return told
}

// dropListMarks leaves out the commas and "and" that only follow a list that
// grew or shrank.
func dropListMarks(told []Reason) []Reason {
	listed := slices.ContainsFunc(told, func(r Reason) bool {
		return r.Kind() == CitationKind || r.Kind() == ListKind || r.Kind() == ActorKind
	})
	if !listed {
		return told
	}
	return slices.DeleteFunc(told, func(r Reason) bool { return r.Cause == Punctuation })
}
