package diff

import (
	"slices"
	"strings"

	"reprise/internal/lexicon"
	"reprise/internal/token"
)

// Kinds of reason, as they stand in JSON.
const (
	kindLead        = "lead"
	kindIntensity   = "intensity"
	kindManner      = "manner"
	kindSequence    = "sequence"
	kindCitation    = "citation"
	kindDate        = "date"
	kindSession     = "session"
	kindInterval    = "interval"
	kindNumber      = "number"
	kindOrdinal     = "ordinal"
	kindActor       = "actor"
	kindQualifier   = "qualifier"
	kindModality    = "modality"
	kindList        = "list"
	kindEvent       = "event"
	kindName        = "name"
	kindStyle       = "style"
	kindPunctuation = "punctuation"
	kindCapitals    = "capitals"
	kindGrammar     = "grammar"
	kindOrder       = "order"
	kindTitle       = "title"
	kindNote        = "footnote"
	kindPart        = "part"
	kindWording     = "wording"
)

// cause is why a change is of its nature: one row of the table of rules.
type cause int

// The causes, the costliest to overlook first: a summary names them in this
// order.
const (
	leadStronger cause = iota
	leadWeaker
	leadSideways
	leadVerb
	leadAdded
	leadDropped
	leadIntensity
	leadManner
	partChanged
	numberChanged
	deadlineChanged
	datePostponed
	intervalChanged
	periodChanged
	modalityChanged
	actorNamed
	actorDropped
	actorChanged
	citationDropped
	citationNamed
	citationChanged
	citationOther
	referenceChanged
	sessionNamed
	sessionDropped
	sessionUnmeasured
	dateNamed
	dateDropped
	titleChanged
	qualifierAdded
	qualifierDropped
	qualifierChanged
	listGrown
	listShrunk
	noteChanged
	noteAdded
	noteDropped
	orderTurned
	wordsChanged
	wordsAdded
	wordsDropped
	meetingListed
	eventRolled
	citationListed
	citationRolled
	citationWorded
	referenceFollowed
	sessionRolled
	dateRolled
	dateOfKnown
	ordinalRolled
	nameVaried
	orderChanged
	inflected
	respelt
	sequenceWord
	leadNeutral
	capitals
	punctuation
	grammar
	noteRolled
	noteCites
)

// rule is what follows from a cause. Its why is the name of a phrase of the
// language's file "whys".
type rule struct {
	kind   string
	nature Nature
	why    string
}

// rules is the one table from which the nature of every change follows. Its
// source is docs/nature.md. What no row fits is wordsChanged: in doubt
// substantive.
var rules = [...]rule{
	leadStronger:      {kindLead, Substantive, "lead-stronger"},
	leadWeaker:        {kindLead, Substantive, "lead-weaker"},
	leadSideways:      {kindLead, Substantive, "lead-sideways"},
	leadVerb:          {kindLead, Substantive, "lead-verb"},
	leadAdded:         {kindLead, Substantive, "lead-added"},
	leadDropped:       {kindLead, Substantive, "lead-dropped"},
	leadIntensity:     {kindIntensity, Substantive, "intensity"},
	leadManner:        {kindManner, Substantive, "manner"},
	partChanged:       {kindPart, Substantive, "part"},
	numberChanged:     {kindNumber, Substantive, "number"},
	deadlineChanged:   {kindDate, Substantive, "deadline"},
	datePostponed:     {kindDate, Substantive, "postponed"},
	intervalChanged:   {kindInterval, Substantive, "interval"},
	periodChanged:     {kindInterval, Substantive, "period"},
	modalityChanged:   {kindModality, Substantive, "modality"},
	actorNamed:        {kindActor, Substantive, "actor-named"},
	actorDropped:      {kindActor, Substantive, "actor-dropped"},
	actorChanged:      {kindActor, Substantive, "actor-changed"},
	citationDropped:   {kindCitation, Substantive, "citation-dropped"},
	citationNamed:     {kindCitation, Substantive, "citation-named"},
	citationChanged:   {kindCitation, Substantive, "citation-changed"},
	citationOther:     {kindCitation, Substantive, "citation-other"},
	referenceChanged:  {kindCitation, Substantive, "reference"},
	sessionNamed:      {kindSession, Substantive, "session-named"},
	sessionDropped:    {kindSession, Substantive, "session-dropped"},
	sessionUnmeasured: {kindSession, Substantive, "session-unmeasured"},
	dateNamed:         {kindDate, Substantive, "date-named"},
	dateDropped:       {kindDate, Substantive, "date-dropped"},
	titleChanged:      {kindTitle, Substantive, "title"},
	qualifierAdded:    {kindQualifier, Substantive, "qualifier-added"},
	qualifierDropped:  {kindQualifier, Substantive, "qualifier-dropped"},
	qualifierChanged:  {kindQualifier, Substantive, "qualifier-changed"},
	listGrown:         {kindList, Substantive, "list-grown"},
	listShrunk:        {kindList, Substantive, "list-shrunk"},
	noteChanged:       {kindNote, Substantive, "note"},
	noteAdded:         {kindNote, Substantive, "note-added"},
	noteDropped:       {kindNote, Substantive, "note-dropped"},
	orderTurned:       {kindOrder, Substantive, "order-turned"},
	wordsChanged:      {kindWording, Substantive, "wording"},
	wordsAdded:        {kindWording, Substantive, "wording-added"},
	wordsDropped:      {kindWording, Substantive, "wording-dropped"},
	meetingListed:     {kindList, Routine, "meeting-listed"},
	eventRolled:       {kindEvent, Routine, "event"},
	citationListed:    {kindCitation, Routine, "citation-listed"},
	citationRolled:    {kindCitation, Routine, "citation-rolled"},
	referenceFollowed: {kindCitation, Routine, "reference-followed"},
	citationWorded:    {kindCitation, Routine, "citation-worded"},
	sessionRolled:     {kindSession, Routine, "session-rolled"},
	dateRolled:        {kindDate, Routine, "date-rolled"},
	dateOfKnown:       {kindDate, Routine, "date-of-known"},
	ordinalRolled:     {kindOrdinal, Routine, "ordinal-rolled"},
	nameVaried:        {kindName, Routine, "name"},
	orderChanged:      {kindOrder, Routine, "order"},
	inflected:         {kindStyle, Routine, "inflected"},
	respelt:           {kindStyle, Routine, "respelt"},
	sequenceWord:      {kindSequence, Routine, "sequence"},
	leadNeutral:       {kindLead, Routine, "lead-neutral"},
	capitals:          {kindCapitals, Routine, "capitals"},
	punctuation:       {kindPunctuation, Routine, "punctuation"},
	grammar:           {kindGrammar, Routine, "grammar"},
	noteRolled:        {kindNote, Routine, "note-rolled"},
	noteCites:         {kindNote, Routine, "note-cites"},
}

// finding is a cause found in a clause, with both wordings.
type finding struct {
	cause    cause
	old, new string
}

// natureOf is the nature that follows from findings: the weightiest of theirs.
func natureOf(found []finding) Nature {
	n := NoNature
	for _, f := range found {
		n = max(n, rules[f.cause].nature)
	}
	return n
}

// judge gives a change its reasons and its nature.
func (s *setting) judge(ch *Change) {
	switch {
	case !ch.Counted():
		return
	case ch.Status == Added || ch.Status == Removed:
		ch.Nature = Substantive
		return
	case ch.Status == Kept && len(ch.Notes) == 0:
		if movesBetweenParts(ch.Old, ch.New) {
			ch.Reasons = s.reasons([]finding{{partChanged, ch.Old[0].Part.String(), ch.New[0].Part.String()}})
			ch.Nature = Substantive
		}
		return
	}
	var found []finding
	if ch.Status != Kept {
		found = s.explain(ch)
		if len(found) == 0 {
			found = []finding{{cause: punctuation}} // split or joined at a mark, no word changed
		}
	}
	found = append(found, s.explainNotes(ch.Notes)...)
	found = dropListMarks(found)
	slices.SortStableFunc(found, func(a, b finding) int { return int(a.cause) - int(b.cause) })
	ch.Nature = natureOf(found)
	ch.Reasons = s.reasons(found)
}

// dropListMarks leaves out the commas and "and" that only follow a list that
// grew or shrank.
func dropListMarks(found []finding) []finding {
	listed := slices.ContainsFunc(found, func(f finding) bool {
		kind := rules[f.cause].kind
		return kind == kindCitation || kind == kindList || kind == kindActor
	})
	if !listed {
		return found
	}
	return slices.DeleteFunc(found, func(f finding) bool { return f.cause == punctuation })
}

// reasons words findings in the language of the new text.
func (s *setting) reasons(found []finding) []Reason {
	out := make([]Reason, len(found))
	for i, f := range found {
		rule := rules[f.cause]
		out[i] = Reason{rule.kind, f.old, f.new, rule.nature, s.lex.Sentence(rule.why, "old", f.old, "new", f.new, "scale", s.scale.Name)}
	}
	return out
}

// explainNotes finds the causes of changed footnotes: a note whose symbols and
// dates moved on is routine, as is a note that only cites.
func (s *setting) explainNotes(notes []NoteChange) []finding {
	var out []finding
	for _, n := range notes {
		old, new := side(n.Edits, Delete), side(n.Edits, Insert)
		out = append(out, finding{s.noteCause(old, new), old, new})
	}
	return out
}

// noteCause is the cause of a note that changed, came or went.
func (s *setting) noteCause(old, new string) cause {
	switch {
	case old == "" && s.onlyCites(new), new == "" && s.onlyCites(old):
		return noteCites
	case old == "":
		return noteAdded
	case new == "":
		return noteDropped
	case s.onlyCites(old) && s.onlyCites(new):
		return noteRolled
	}
	r := s.read(old, new)
	r.noting = true
	if r.run(); natureOf(r.found) == Substantive {
		return noteChanged
	}
	return noteRolled
}

// side is the text of one side of edits.
func side(edits []Edit, op Op) string {
	var b strings.Builder
	for _, e := range edits {
		if e.Op == Equal || e.Op == op {
			b.WriteString(e.Text)
		}
	}
	return b.String()
}

// onlyCites tells whether a note only says where something is to be found:
// symbols, numbers, names and the words between them.
func (s *setting) onlyCites(note string) bool {
	const carriers = lexicon.CitingClass | lexicon.GrammarClass | lexicon.ListingClass
	numbered := false
	for _, u := range s.senses(note) {
		switch u.Kind {
		case token.Citation, token.Number, token.Date:
			numbered = true
		case token.Word, token.Title:
			if u.class&carriers == 0 && !capitalised(&u) {
				return false
			}
		}
	}
	return numbered
}
