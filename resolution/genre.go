package resolution

// Genre is what kind of text a document is.
type Genre int

// The genres.
const (
	ResolutionGenre  Genre = iota // a resolution, decision or draft of one
	AmendmentGenre                // says what is to be changed in a draft; its clauses are instructions and the text that they bring
	CorrigendumGenre              // says what was misprinted in a text
)

var genreNames = [...]string{"resolution", "amendment", "corrigendum"}

// String is the genre's name in JSON.
func (g Genre) String() string { return genreNames[g] }
