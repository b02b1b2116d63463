package align

// Aspect is a family of features that say one thing to a reader.
type Aspect int

// The aspects, as an explanation gives them.
const (
	TheWords      Aspect = iota // the words that both clauses have
	TheOpenings                 // how they open, and their leads
	TheSurvivors                // words of either that the other text has only here
	TheRivals                   // others that want either clause
	TheNeighbours               // the clauses around, and the order
	ThePlace                    // part, points, chapeau, place in the text
	TheTitles                   // quoted titles that disagree
	TheOffice                   // what they do in every text of the series: recall, note a report, ask for one, close
	aspects
)

var aspectNames = [aspects]string{"words", "openings", "survivors", "rivals", "neighbours", "place", "titles", "office"}

// String is the aspect's name.
func (a Aspect) String() string { return aspectNames[a] }

// evidence is the aspect as the evidence of a link.
func (a Aspect) evidence() Evidence {
	switch a {
	case TheNeighbours:
		return Neighbours
	case ThePlace:
		return Section
	case TheOpenings, TheTitles, TheOffice:
		return Slot
	}
	return Words
}

// aspectOf tells of each feature of a link what it is about.
var aspectOf = [linkFeatureCount]Aspect{
	fTotal: TheWords, fRuns: TheWords, fPlainWords: TheWords, fLength: TheWords, fHeldBoth: TheWords, fHeldOne: TheWords,
	fShare: TheRivals, fShareAll: TheRivals, fRankWorse: TheRivals, fRankBetter: TheRivals, fLeadWorse: TheRivals, fLeadBetter: TheRivals, fFreeScore: TheRivals,
	fSupport: TheNeighbours, fCross: TheNeighbours, fSole: TheNeighbours, fLinked: TheNeighbours,
	fOwnWords: TheSurvivors, fOwnShare: TheSurvivors, fFoundWorse: TheSurvivors, fFoundBetter: TheSurvivors, fVoteWorse: TheSurvivors, fVoteBetter: TheSurvivors,
	fOpening8: TheOpenings, fOpening20: TheOpenings, fOpening40: TheOpenings, fLead: TheOpenings,
	fPosition: ThePlace, fPart: ThePlace, fPoints: ThePlace, fChapeau: ThePlace,
	fTitles: TheTitles, fOffice: TheOffice, fOfficeClash: TheOffice,
	fShortest: TheWords, fTotalSquare: TheWords, fHeldSquare: TheWords, fHeldLength: TheWords, fHeldLead: TheOpenings, fVoteProduct: TheSurvivors, fFoundProduct: TheSurvivors,
}

// aspects adds up what each aspect of a candidate speaks for a link, beside what
// is usual; below 0, against.
func (m *matcher) aspects(n int32) (sum [aspects]odds) {
	if m.closer == nil {
		return sum
	}
	var f [linkFeatureCount]float64
	m.closer.features(n, &f)
	for k, z := range m.model.weights[OfLink].parts(f[:]) {
		sum[aspectOf[k]] += z
	}
	return sum
}
