package resolution

// Warning is something about the reading of a document that a user should know: a
// fact, which package tell puts into words.
type Warning struct {
	Kind  WarningKind
	N, Of int      // how many; of how many, or at which byte
	Names []string // an encoding, a part of the file, the text that was read, clauses as negotiators write them
	Gap   Gap      // of GapWarning
}

// WarningKind is what a warning is about.
type WarningKind int

// The kinds of warnings.
const (
	GapWarning      WarningKind = iota // text is missing (Gap)
	AcceptedChanges                    // N tracked changes were accepted
	RejectedChanges                    // N tracked changes were rejected
	LeftComments                       // N comments were left out
	LeftHidden                         // N stretches of hidden text were left out
	UnendedFields                      // N fields never end, and were read as text
	UnreadPart                         // a part of the file (Names) was not read
	UnreadObjects                      // N objects of other programs were not read
	NotShown                           // N elements that a page does not show were set aside
	TwoColumns                         // N pages were read in two columns
	UnmarkedUTF16                      // UTF-16 without a mark
	CutUTF16                           // UTF-16 that ends within a character, at byte Of
	GuessedEncoding                    // the encoding (Names) was guessed
	SeveralTexts                       // the file holds several texts: Names are the one that was read ("" for the first) and clauses of others
	MuchAside                          // N of Of words were set aside as furniture
	PlainText                          // no sign of a genre was found (Names: the languages that are known)
	NumbersAlone                       // clauses were told by numbers alone (Names: the languages that are known)
	OwnFile                            // reprise wrote the file itself
)

var warningNames = [...]string{"gap", "accepted", "rejected", "comments", "hidden", "unended", "unread-part", "objects", "not-shown", "columns",
	"unmarked", "cut", "guessed", "several", "aside", "plain", "numbers-alone", "own"}

// String is the kind's name, by which the languages say it.
func (k WarningKind) String() string { return warningNames[k] }
