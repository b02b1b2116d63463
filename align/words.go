package align

import (
	"unicode"
	"unicode/utf8"

	"reprise/internal/lexicon"
	"reprise/internal/vocab"
	"reprise/resolution"
)

// text is a clause as the aligner sees it: the classes of its words in reading
// order, and the bags of its words and of its pairs of neighbouring words.
type text struct {
	clause *resolution.Clause
	words  []int32
	bag    []count // distinct words
	pairs  []count // distinct pairs of neighbouring words
	titles []int32 // words of the titles it quotes
	weight float64 // of the bag
	matter float64 // of the bag, boilerplate made light
	runs   float64 // of the pairs
	once   float64 // of the pairs, those of many clauses made light
	same   uint64  // equal for texts of the same words
	quotes bool    // it has a quotation mark
}

// count is how often a class stands in a text.
type count struct {
	class int32
	n     int32
}

// lexis gives every word of a comparison its class. Words of one stem mostly
// share a class, since only their first letters count; the true stem would
// need a stemmer for each language and gains nothing measurable.
type lexis struct {
	mem   *memory
	words table // hash of a whole word -> class
	stems table // hash of its first letters -> class
	forms []form
	// by class of word:
	kind   []wordKind
	local  []int32   // in how many clauses of the two texts it stands
	common []int32   // in how many texts of the vocabulary
	weight []float64 // see weigh
	matter []float64

	pairs table // two classes of words -> class of the pair
	// by class of pair:
	pairOf []float64 // its weight
	onceOf []float64 // its weight, made light where it stands in many clauses

	clauses              int  // of both texts
	quotes               bool // the text read last has a quotation mark
	wordMarks, pairMarks marks
}

// form is one form of the words of a class, as the vocabulary knows it.
type form struct {
	class int32
	hash  uint32
}

// stemLetters is how many letters of a word tell its class: "recalls" and
// "recalling" are one, "international" and "internment" two. Six and eight
// measure within two links of it.
const stemLetters = 7

// wordKind tells words, whose frequency the vocabulary knows, from numbers,
// whose frequency says nothing.
type wordKind uint8

const (
	plainWord wordKind = iota
	plainNumber
	citation
)

// reserve makes room for so many forms of words.
func (x *lexis) reserve(forms int) {
	x.words.reserve(forms, x.mem)
	x.stems.reserve(forms, x.mem)
	x.forms = x.mem.forms.take(forms)[:0]
	x.common = x.mem.ints.take(forms)[:0]
	x.kind = make([]wordKind, 0, forms)
}

// read turns a text into classes, appended to out.
//
// A word is a run of letters, marks and digits with the hyphens inside; an
// apostrophe ends it. A number keeps the strokes inside ("73/58"). Single
// letters are left out, ideographs stand alone.
func (x *lexis) read(s string, out []int32) []int32 {
	var w word
	w.reset()
	x.quotes = false
	for i := 0; i < len(s); i++ {
		b := s[i]
		switch {
		case lower[b] != 0:
			i += w.run(s[i:]) - 1
		case b >= '0' && b <= '9':
			w.digit(b)
		case b == '-' && w.letters > 0 && i+1 < len(s) && isWordByte(s[i+1]):
			w.letter(b)
		case b == '/' && w.digits > 0 && w.letters == 0 && i+1 < len(s) && s[i+1] >= '0' && s[i+1] <= '9':
			w.stroke()
		case b < utf8.RuneSelf:
			x.quotes = x.quotes || b == '"'
			out = x.end(&w, out)
		default:
			r, n := utf8.DecodeRuneInString(s[i:])
			out = x.rune(&w, r, out)
			i += n - 1
		}
	}
	return x.end(&w, out)
}

func isWordByte(b byte) bool {
	return b >= 'a' && b <= 'z' || b >= 'A' && b <= 'Z' || b >= '0' && b <= '9' || b >= utf8.RuneSelf
}

// rune reads a character outside ASCII.
func (x *lexis) rune(w *word, r rune, out []int32) []int32 {
	switch {
	case unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana):
		out = x.end(w, out)
		w.wide(r)
		return x.end(w, out)
	case unicode.IsLetter(r):
		w.wide(unicode.ToLower(r))
	case unicode.IsMark(r):
	default:
		x.quotes = x.quotes || lexicon.ClosingQuote(r) != 0
		return x.end(w, out)
	}
	return out
}

// word is the word being read.
type word struct {
	hash, stem      uint32
	letters, digits int
	strokes         int
	wideLetters     bool
}

func (w *word) reset() { *w = word{hash: vocab.HashStart} }

func (w *word) letter(b byte) {
	w.hash = vocab.HashByte(w.hash, b)
	w.letters++
	if w.letters == stemLetters {
		w.stem = w.hash
	}
}

// lower is the letters of ASCII in lower case, and nothing elsewhere.
var lower = func() (t [256]byte) {
	for b := byte('a'); b <= 'z'; b++ {
		t[b], t[b-'a'+'A'] = b, b
	}
	return t
}()

// run takes the letters of ASCII that a text begins with and says how many
// they are.
func (w *word) run(s string) int {
	h, n, left := w.hash, 0, stemLetters-w.letters
	for n < len(s) {
		letter := lower[s[n]]
		if letter == 0 {
			break
		}
		h = vocab.HashByte(h, letter)
		n++
		if n == left {
			w.stem = h
		}
	}
	w.letters += n
	w.hash = h
	return n
}

func (w *word) digit(b byte) {
	w.hash = vocab.HashByte(w.hash, b)
	w.digits++
}

func (w *word) stroke() {
	w.hash = vocab.HashByte(w.hash, '/')
	w.strokes++
}

func (w *word) wide(r rune) {
	var buf [utf8.UTFMax]byte
	for _, b := range buf[:utf8.EncodeRune(buf[:], r)] {
		w.hash = vocab.HashByte(w.hash, b)
	}
	w.letters++
	w.wideLetters = true
	if w.letters == stemLetters {
		w.stem = w.hash
	}
}

// end closes the word being read, if any, and appends its class.
func (x *lexis) end(w *word, out []int32) []int32 {
	if w.letters+w.digits > 1 || w.digits > 0 || w.wideLetters {
		out = append(out, x.class(w))
	}
	if w.letters+w.digits > 0 {
		w.reset()
	}
	return out
}

func (x *lexis) class(w *word) int32 {
	at, found := x.words.slot(uint64(w.hash))
	if found {
		return *at
	}
	stem, kind := w.hash, plainWord
	switch {
	case w.letters == 0 && w.strokes > 0:
		kind = citation
	case w.digits > 0 && w.letters < w.digits:
		kind = plainNumber
	case w.letters > stemLetters:
		stem = w.stem
	}
	cls, known := x.stems.slot(uint64(stem))
	if !known {
		*cls = int32(len(x.kind))
		x.common = append(x.common, 0)
		x.kind = append(x.kind, kind)
	}
	*at = *cls
	if kind == plainWord {
		x.forms = append(x.forms, form{*cls, w.hash})
	}
	return *cls
}

// Sizes of English, to reserve room by: a word with its space takes six bytes,
// and of these words one in four is a new form. A wrong guess costs time only.
const (
	bytesPerWord = 5
	bytesPerForm = 20
)

// table is a small open hash table from numbers to classes; Go's maps are
// three times as slow at this.
type table struct {
	entries []entry
	used    int
}

type entry struct {
	key   uint64 // key+1; 0 is free
	value int32
}

// slot is the place of the key's value, made where it is not known.
func (t *table) slot(key uint64) (value *int32, known bool) {
	if t.used*2 >= len(t.entries) {
		t.resize(make([]entry, max(smallestTable, 2*len(t.entries))))
	}
	e := t.find(key + 1)
	if e.key != 0 {
		return &e.value, true
	}
	e.key = key + 1
	t.used++
	return &e.value, false
}

// find is the entry of a stored key, or the free one where it belongs.
func (t *table) find(stored uint64) *entry {
	mask := uint64(len(t.entries) - 1)
	for i := stored * 0x9E3779B97F4A7C15 >> 32; ; i++ {
		e := &t.entries[i&mask]
		if e.key == stored || e.key == 0 {
			return e
		}
	}
}

// reserve makes room for so many keys at once.
func (t *table) reserve(keys int, mem *memory) {
	size := smallestTable
	for size < 2*keys {
		size *= 2
	}
	t.resize(mem.slots.take(size))
}

const smallestTable = 256

// resize moves all entries into a free list, whose length is a power of two.
func (t *table) resize(free []entry) {
	old := t.entries
	t.entries = free
	for _, e := range old {
		if e.key != 0 {
			*t.find(e.key) = e
		}
	}
}
