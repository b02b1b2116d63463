package align

// The numbers that were chosen by measurement. How: from round values, one
// number after the other was raised and lowered as long as the score on
// sixteen of the twenty gold pairs rose, and the other four were scored; so
// five times over (TestTune; docs/alignment.md has the figures). The five
// choices lie close together on a plateau; the values here are round numbers
// on it. None was chosen for one pair.
const (
	// threshold is the total from which a link is better than none. The score
	// hardly changes between .41 and .45; unrelated clauses of one subject reach
	// .40, really reworded ones fall to .43.
	threshold = 0.43
	// A link is marked uncertain whose lead over no link at all is below unsure,
	// over a rival below unsureRival, or whose passage is less than unsurePassage
	// above what groups two clauses. On fresh pairs of the workbench one link in
	// seven was wrong whose rival was nearer than .16, one in thirty-five of
	// several clauses below .06, and fewer than one in a hundred of all others.
	unsure        = 0.08
	unsureRival   = 0.15
	unsurePassage = 0.06

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
	// openingGain is for openings that agree wholly where a near rival's do not
	// at all, see weighOpenings; near is how near a rival must be. Of 4 to 10
	// words and gains of .10 to .20 all measure alike: the verb, who is asked
	// and the object fit in openingWords.
	openingGain  = 0.10
	nearRival    = 0.15
	openingWords = 8
	// loneGain is for a link just short of the threshold that opens alike and
	// has no rival, see lone: a request whose date and adjectives all changed
	// falls short by a few hundredths. At .05 one wrong link loses its mark in
	// cross-validation. Rare words must agree by loneMatter, or a look-alike on
	// another subject is drawn in too.
	loneGain     = 0.04
	loneMatter   = 0.25
	loneOpenings = 0.3
	loneLead     = 0.07

	// A candidate must share a fifth of the lighter text's matter or a tenth of
	// both: real links never shared less, and four candidates a clause remain.
	shareOfLighter = 0.2
	shareOfBoth    = 0.1

	// Passages, see groups. An unlinked clause joins a link from passageAlone
	// on, of another part from passageAcross on; two linked ones are rearranged only from passageLinked on and with as
	// much as ten words or so (linkedMass), since names and set phrases wander
	// between clauses too. A passage of a word or two (leastMass) is none.
	passageAlone  = 0.26
	passageAcross = 0.45
	passageLinked = 0.33
	leastMass     = 4
	linkedMass    = 25
	// A link whose total is below weakLink is given up where one of its clauses
	// stands with half its words (passageStrong) in a third one.
	weakLink      = 0.45
	passageStrong = 0.5
)

// thresholds are those numbers as a value, so that a test can choose them anew
// and ask what a small change does, and Revive can do without context.
type thresholds struct {
	Threshold, Unsure, UnsureRival, UnsurePassage               float64
	Words, Matter, Runs, Passage, Growth                        float64
	Number, Citation                                            float64
	Support, Short, Cross, Part, Section, Parent, Points, Title float64
	Opening, Near, Lone, Heading, PassageAcross                 float64
	ShareOfLighter, ShareOfBoth                                 float64
	PassageAlone, PassageLinked, PassageStrong, WeakLink        float64
	LeastMass, LinkedMass                                       float64
}

var standard = thresholds{
	Threshold: threshold, Unsure: unsure, UnsureRival: unsureRival, UnsurePassage: unsurePassage,
	Words: wordsPart, Matter: matterPart, Runs: runsPart, Passage: passagePart, Growth: growth,
	Number: numberRarity, Citation: citationRarity,
	Support: supportGain, Short: shortGain, Cross: crossLoss, Part: partLoss, Section: sectionGain, Parent: parentGain, Points: pointsGain, Title: titleLoss,
	Opening: openingGain, Near: nearRival, Lone: loneGain, Heading: headingLoss, PassageAcross: passageAcross,
	ShareOfLighter: shareOfLighter, ShareOfBoth: shareOfBoth,
	PassageAlone: passageAlone, PassageLinked: passageLinked, PassageStrong: passageStrong, WeakLink: weakLink,
	LeastMass: leastMass, LinkedMass: linkedMass,
}
