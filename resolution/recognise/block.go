package recognise

// Block is what every reader hands to the recogniser: a piece of text as the
// format knows it, before anyone has asked what it is in a resolution.
type Block struct {
	Kind  BlockKind
	Spans []Span
	Label string // number or bullet where the format keeps it apart from the text ("4.", "(a)"); "" otherwise
	Level int    // heading level or list nesting from 1; 0 unknown
	Mark  string // for NoteBlock: the mark of the footnote
	Page  int    // from 1; 0 where the format has no pages
}

// BlockKind is the form of a block.
type BlockKind int

// The kinds of block.
const (
	TextBlock      BlockKind = iota // a paragraph
	HeadingBlock                    // marked as a heading by the format
	TableBlock                      // cells parted by tabs, rows by newlines
	NoteBlock                       // the text of a footnote
	FurnitureBlock                  // page heads, job numbers
)

// Span is a run of text in one style.
type Span struct {
	Text   string
	Italic bool
	Bold   bool
	Raised bool   // superscript: a footnote mark where it is a number or a star
	Struck bool   // struck through, as negotiation texts do
	Note   string // the mark of the footnote that the span refers to, where the format says so
	Link   string // the target of a hyperlink
}

// Text joins the spans of a block.
func (b Block) Text() string {
	n := 0
	for _, s := range b.Spans {
		n += len(s.Text)
	}
	out := make([]byte, 0, n)
	for _, s := range b.Spans {
		out = append(out, s.Text...)
	}
	return string(out)
}

// maxJoined is as long as spans of one style are joined: beyond it each would be
// copied for every piece that follows.
const maxJoined = 4 << 10

// AppendSpan adds a span, joined to the last one of the same style where that is
// short.
func AppendSpan(spans []Span, s Span) []Span {
	if n := len(spans); n > 0 && len(spans[n-1].Text) < maxJoined {
		last := spans[n-1]
		text := last.Text + s.Text
		last.Text = s.Text
		if last == s {
			spans[n-1].Text = text
			return spans
		}
	}
	return append(spans, s)
}
