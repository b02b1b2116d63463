package resolution

// Gap is a place where text of the source is missing from a document, as far as
// reading can tell: what is not there was not dropped by its drafters.
type Gap struct {
	Kind  GapKind
	Page  int    // that was not read, from 1; 0 where the numbers tell
	After string // ID of the last clause before it; "" before the first
	Next  string // ID of the clause after it, for NumberGap
}

// GapKind is how a gap is known.
type GapKind int

// The kinds of gaps.
const (
	PictureGap GapKind = iota // a page shows something that is no text
	EmptyGap                  // a page shows nothing
	DamagedGap                // a page is damaged, and a part of its text or all of it is gone
	NumberGap                 // the numbers of paragraphs jump
)

var gapNames = [...]string{"picture", "empty", "damaged", "number"}

// String is the kind's name in JSON.
func (k GapKind) String() string { return gapNames[k] }
