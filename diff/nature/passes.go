package nature

import "slices"

// pass is one look at a reworded clause, for one kind of cause. It returns its claims and
// marks the units that they explain, so that no later pass explains them again.
type pass struct {
	name  string
	needs []string // passes whose marks or claims it builds on; they come before it
	find  func(r *reading) []claim
}

// each makes a pass of what looks at one hunk.
func each(find func(r *reading, h hunk) []claim) func(r *reading) []claim {
	return func(r *reading) []claim {
		var out []claim
		for _, h := range r.w.Hunks {
			out = append(out, find(r, h)...)
		}
		return out
	}
}

// clausePasses explain a clause: first what opens it, and last what is true of it whole.
var clausePasses = slices.Concat([]pass{
	{"marks", nil, (*reading).lostMarks},
	{"leads", nil, (*reading).leads},
	{"crossed", []string{"leads"}, (*reading).crossed},
}, wordPasses, []pass{
	{"part", nil, (*reading).part},
})

// wordPasses explain any text, that of a footnote too: what is named before what is
// counted, what is known by its form before what is only worded, and the rest last.
var wordPasses = []pass{
	{"apart", nil, (*reading).rolledApart},
	{"own references", nil, (*reading).ownReferences},
	{"names", nil, each((*reading).names)},
	{"spelling", []string{"names"}, each((*reading).respelt)},
	{"titles", nil, each((*reading).titles)},
	{"citations", []string{"apart", "own references"}, each((*reading).citations)},
	{"cited titles", []string{"citations"}, (*reading).citedTitles},
	{"sessions", []string{"cited titles"}, each((*reading).sessions)},
	{"dates", []string{"citations", "sessions"}, each((*reading).dates)},
	{"numbers", []string{"citations", "dates"}, each((*reading).numbers)},
	{"forms of names", nil, (*reading).varied},
	{"reports", nil, (*reading).reports},
	{"order", []string{"reports"}, (*reading).order},
	{"referents", []string{"order"}, each((*reading).referents)},
	{"back", []string{"order"}, each((*reading).pointsBack)},
	{"whose", []string{"order"}, each((*reading).whose)},
	{"derived", []string{"order"}, each((*reading).derived)},
	{"derived apart", []string{"derived"}, (*reading).derivedApart},
	{"working", []string{"derived"}, each((*reading).working)},
	{"inflections", []string{"derived"}, each((*reading).inflections)},
	{"dated nouns", []string{"dates", "inflections"}, each((*reading).datedNoun)},
	{"dated names", []string{"dates"}, each((*reading).nameOfDate)},
	{"initials", []string{"inflections"}, each((*reading).initials)},
	{"sequence", nil, each((*reading).sequence)},
	{"hollow", nil, each((*reading).hollow)},
	{"meetings", []string{"dates"}, each((*reading).meetings)},
	{"events", []string{"sessions", "dates"}, each((*reading).events)},
	{"of events", []string{"events"}, each((*reading).ofEvents)},
	{"addressees", []string{"names", "order", "referents"}, (*reading).addressees},
	{"phrases", []string{"order", "inflections", "hollow"}, each((*reading).phrases)},
	{"rest", []string{"leads", "order", "inflections", "sequence", "hollow", "meetings", "events", "phrases"}, each((*reading).rest)},
	{"surface", []string{"rest"}, (*reading).surface},
}

// run takes the passes in turn, and returns what they claim and what holds of it.
func (r *reading) run(passes []pass) []claim {
	for _, p := range passes {
		for _, c := range p.find(r) {
			if !slices.Contains(r.found, c) {
				r.found = append(r.found, c)
			}
		}
	}
	return r.checked()
}
