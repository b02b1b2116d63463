package align

// The numbers of the first look, see consider. They were chosen by measurement,
// on twenty gold pairs, when they decided the links; now they only say who stands
// where before the second look, and nothing hangs on the second digit of one.
const (
	// threshold is the total from which a link is better than none. The score
	// hardly changes between .41 and .45; unrelated clauses of one subject reach
	// .40, really reworded ones fall to .43.
	threshold = 0.43
	// The parts of the score of two texts. Words, matter and runs add up to
	// one; passage is on top, for a clause that stands whole in a longer one.
	wordsPart   = 0.40
	matterPart  = 0.35
	runsPart    = 0.25
	passagePart = 0.10
	// growth is how far a longer text is forgiven its length: a clause that
	// gained a half-sentence is still the same clause.
	growth = 0.3

	// Numbers are in no vocabulary. They roll forward from year to year, so a
	// shared one says less than a rare word (8) and more than "report" (0.7).
	numberRarity   = 1.5
	citationRarity = 3

	// supportGain is what two clauses gain whose neighbours are all linked with
	// each other; the prototype of the guide found the same value.
	supportGain = 0.15
	// shortGain is what short clauses gain beyond that, see shortness.
	shortGain = 0.2
	// crossLoss is what a link loses that crosses all others.
	crossLoss = 0.06
	// partLoss is what a link loses from preamble to operative part or back, or
	// from paragraph to point; between paragraph and table it loses it twice.
	partLoss = 0.06
	// headingLoss is what a link of a heading with another kind of clause loses.
	// A clause on the subject of a heading did not come from it; a heading that
	// one reading took for a paragraph is the same text, and stays linked.
	headingLoss = 0.3
	// sectionGain is for clauses of sections whose other clauses are linked.
	sectionGain = 0.05
	// parentGain is for points of chapeaux that are linked.
	parentGain = 0.1
	// pointsGain is for chapeaux all of whose points are linked with each
	// other. Nearly the threshold: "Welcomes:" that became "Notes:" shares no
	// word and is the same chapeau.
	pointsGain = 0.4
	// titleLoss is for quoted titles that disagree, see slot.
	titleLoss = 0.3
	// A candidate must share a tenth of the lighter text's matter or a twentieth of
	// both. Twice as much was as good for pairs of neighbouring years and lost
	// links of clauses that were written anew (.004 of hard F1 over all gold).
	shareOfLighter = 0.1
	shareOfBoth    = 0.05
)

// thresholds are those numbers as a value, so that Revive can do without
// context.
type thresholds struct {
	Threshold                                                   float64
	Words, Matter, Runs, Passage, Growth                        float64
	Number, Citation                                            float64
	Support, Short, Cross, Part, Section, Parent, Points, Title float64
	Heading                                                     float64
	ShareOfLighter, ShareOfBoth                                 float64
}

var standard = thresholds{
	Threshold: threshold,
	Words:     wordsPart, Matter: matterPart, Runs: runsPart, Passage: passagePart, Growth: growth,
	Number: numberRarity, Citation: citationRarity,
	Support: supportGain, Short: shortGain, Cross: crossLoss, Part: partLoss, Section: sectionGain, Parent: parentGain, Points: pointsGain, Title: titleLoss,
	Heading:        headingLoss,
	ShareOfLighter: shareOfLighter, ShareOfBoth: shareOfBoth,
}
