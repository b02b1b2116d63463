package resolution

import "slices"

// Genre is what kind of text a document is.
type Genre int

// The genres.
const (
	ResolutionGenre  Genre = iota // a resolution or a draft of one
	AmendmentGenre                // says what is to be changed in a draft; its clauses are instructions and the text that they bring
	CorrigendumGenre              // says what was misprinted in a text
	DecisionGenre                 // one paragraph without preamble, or a text that an organ decided to adopt
	TextGenre                     // a treaty, a report, a contract, any other text
)

var genreNames = [...]string{"resolution", "amendment", "corrigendum", "decision", "text"}

// String is the genre's name in JSON, and that of its file in resolution/recognise/genres.
func (g Genre) String() string { return genreNames[g] }

// GenreByName is the inverse of String; false for a name that is none.
func GenreByName(name string) (Genre, bool) {
	i := slices.Index(genreNames[:], name)
	return Genre(max(i, 0)), i >= 0
}

// Amending tells texts that say what is to be changed in another, and are no
// version of anything.
func (g Genre) Amending() bool { return g == AmendmentGenre || g == CorrigendumGenre }
