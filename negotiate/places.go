package negotiate

import (
	"slices"
	"strconv"
	"strings"

	"reprise/internal/pattern"
	"reprise/resolution"
)

// placesReader reads the names of places of a text: "the twenty-first
// preambular paragraph and operative paragraphs 35, 38 and 39".
type placesReader struct {
	*grammar
	tokens   []token
	at       int
	part     resolution.Part // Front: none was named
	fresh    bool            // a part was named, and no number with it yet
	section  string
	ordinals []string   // named before their part
	points   [][]string // named before their paragraph, each outermost first
	textual  bool       // the text as a whole was named, unless a place of it follows
	notes    bool       // numbers are of footnotes
	chapeau  bool
	group    int  // the first target since the last comma
	noun     int  // the first target since the word for paragraphs
	numbered bool // the last word that counts was a number or a letter
	implicit []bool
	out      []Target
}

// maxPlaces is more places than an instruction names.
const maxPlaces = 400

// targetsOf reads a list of places; false where a word is none of their names.
func (g *grammar) targetsOf(tokens []token) ([]Target, bool) {
	r := &placesReader{grammar: g, tokens: tokens}
	for r.at < len(r.tokens) {
		if !r.next() || len(r.out) > maxPlaces {
			return nil, false
		}
	}
	if len(r.out) == 0 && len(r.ordinals) == 0 { // "subparagraph (b)", of the paragraph in hand
		for _, path := range r.points {
			r.emit(Target{Part: r.part, Points: path})
		}
		r.points = nil
	}
	if !r.closePart() || !r.closeText() || len(r.points) > 0 || len(r.out) == 0 {
		return nil, false
	}
	return r.out, true
}

// next reads one word, or a few that belong together.
func (r *placesReader) next() bool {
	t := r.tokens[r.at]
	if t.quote {
		return r.begins(t)
	}
	defer func() {
		if t.comma {
			r.group = len(r.out)
		}
	}()
	if id := named().FindStringSubmatch(strings.TrimRight(t.raw, ",.;:")); id != nil {
		r.at++
		return r.emit(Target{Kind: NamedPlace, Ours: id[1]})
	}
	if m := noted().FindStringSubmatch(t.fold); m != nil {
		return r.shortName(m)
	}
	if number().MatchString(t.fold) {
		return r.numbers()
	}
	if n, word := r.ordinalAt(); n > 0 {
		r.at += n
		r.ordinals = append(r.ordinals, word)
		return true
	}
	if p := pointOf(t.raw); p != "" && r.places[t.fold] == nil {
		r.at++
		return r.point(p)
	}
	if r.aside() {
		return true
	}
	roles := r.places[t.fold]
	if len(roles) == 0 {
		return false
	}
	r.at++
	return r.word(roles[0])
}

var (
	named  = pattern.Lazy(`^\[([^\[\]]+)\]$`)
	noted  = pattern.Lazy(`^(pp|op)s?(\d{1,3}(?:bis|ter|quater|alt)?)((?:\([a-z]+\))*)(?:\(([a-z]+))?$`)
	number = pattern.Lazy(`^\d{1,3}(bis|ter|quater|quinquies|sexies|alt)?(\([a-z]{1,4}\))*(\([a-z]{1,4})?$`)
	points = pattern.Lazy(`[a-z]{1,5}`)
	suffix = pattern.Lazy(`^(bis|ter|quater|quinquies|sexies|alt)$`)
)

// begins takes the words by which a paragraph is named: "the paragraph beginning with
// “Noting”"; behind the name of a paragraph they only help a reader.
func (r *placesReader) begins(t token) bool {
	r.at++
	if !(&try{grammar: r.grammar, tokens: r.tokens}).opensParagraph(r.at - 1) {
		return false
	}
	if len(r.ordinals) > 0 || len(r.out) > r.noun {
		return true
	}
	part := r.part
	r.fresh = false
	return r.emit(Target{Part: part, Begins: t.raw[t.inFrom-t.from : t.inTo-t.from]})
}

// aside passes over what a note has in round brackets behind a place, such as who
// asks: "OP4 (Meridia): delete".
func (r *placesReader) aside() bool {
	if len(r.out) == 0 || !strings.HasPrefix(r.tokens[r.at].raw, "(") {
		return false
	}
	for i := r.at; i < len(r.tokens) && i < r.at+maxAside; i++ {
		if strings.HasSuffix(r.tokens[i].raw, "):") || strings.HasSuffix(r.tokens[i].raw, ")") && i+1 == len(r.tokens) {
			r.at = i + 1
			return true
		}
	}
	return false
}

// maxAside is how many words a remark in round brackets has at most.
const maxAside = 12

// shortName is "PP3", "OP4(b)", "OP5 bis".
func (r *placesReader) shortName(m []string) bool {
	r.part, r.fresh = resolution.Operative, false
	if m[1] == "pp" {
		r.part = resolution.Preamble
	}
	r.at++
	number := m[2] + r.suffixes()
	inner := m[3]
	if m[4] != "" {
		inner += "(" + m[4]
	}
	return r.emit(Target{Part: r.part, Number: number, Points: points().FindAllString(inner, -1)})
}

// suffixes are "bis", "ter" that stand apart from the number before them.
func (r *placesReader) suffixes() string {
	out := ""
	for r.at < len(r.tokens) && suffix().MatchString(r.tokens[r.at].fold) {
		out += r.tokens[r.at].fold
		r.at++
	}
	return out
}

// numbers reads a number or a range, "35 to 39".
func (r *placesReader) numbers() bool {
	t := r.tokens[r.at]
	r.numbered = true
	from := t.fold
	inner := ""
	if i := strings.IndexByte(from, '('); i >= 0 {
		from, inner = from[:i], from[i:]
	}
	r.at++
	from += r.suffixes()
	if r.notes {
		return r.emit(Target{Kind: NotePlace, Number: from})
	}
	part, implicit := r.part, false
	if part == resolution.Front {
		part, implicit = resolution.Operative, true
	}
	first := len(r.out)
	for _, path := range r.pending() {
		if !r.emit(Target{Part: part, Number: from, Points: append(path, points().FindAllString(inner, -1)...)}) {
			return false
		}
	}
	for i := first; i < len(r.out); i++ {
		r.implicit[i] = implicit
	}
	if r.at+1 < len(r.tokens) && slices.Contains(r.places[r.tokens[r.at].fold], "to") {
		last, err := strconv.Atoi(r.tokens[r.at+1].fold)
		first, wrong := strconv.Atoi(from)
		if err == nil && wrong == nil && last > first && last-first < maxPlaces {
			for n := first + 1; n <= last; n++ {
				r.emit(Target{Part: part, Number: strconv.Itoa(n)})
				r.implicit[len(r.out)-1] = implicit
			}
			r.at += 2
		}
	}
	return true
}

// ordinalAt reads "twenty-first", "two hundred and first", "last".
func (r *placesReader) ordinalAt() (n int, word string) {
	if slices.Contains(r.places[r.tokens[r.at].fold], "last") {
		return 1, lastNumber
	}
	word = r.tokens[r.at].fold
	if n := digits(word); n != "" && slices.Contains(r.places[word[len(n):]], "ordinal") {
		return 1, n
	}
	for n := min(r.lex.LongestOrdinal(), len(r.tokens)-r.at); n > 0; n-- {
		words := make([]string, n)
		for i := range words {
			words[i] = r.tokens[r.at+i].fold
		}
		if v := r.lex.Ordinal(strings.Join(words, " ")); v > 0 {
			return n, strconv.Itoa(v)
		}
	}
	return 0, ""
}

// lastNumber is the number of the last paragraph, whatever it is.
const lastNumber = "last"

// pointOf reads "(b)", "b)"; "" for a word.
func pointOf(raw string) string {
	raw = strings.TrimRight(raw, ",.;:")
	if !strings.HasSuffix(raw, ")") {
		return ""
	}
	inner := strings.Trim(raw, "()")
	if len(inner) > 5 || strings.Trim(inner, "abcdefghijklmnopqrstuvwxyz") != "" {
		return ""
	}
	return inner
}

// point adds a letter to the paragraph before it; after "and" it is another
// point of the same paragraph; before any paragraph it waits for one.
func (r *placesReader) point(p string) bool {
	n := len(r.out)
	r.numbered = true
	before := r.tokens[max(r.at-2, 0)]
	switch {
	case r.at >= 2 && len(r.points) > 0 && pointOf(before.raw) != "" && !before.comma: // "(b) (ii) of"
		last := len(r.points) - 1
		r.points[last] = append(r.points[last], p)
	case r.at < 2 || n == 0 || r.out[n-1].Kind != ClausePlace || len(r.points) > 0:
		r.points = append(r.points, []string{p})
	case slices.Contains(r.places[before.fold], "point") && r.at > 2 && !slices.Contains(r.places[r.tokens[r.at-3].fold], "and"): // "paragraph 5, subparagraph (c)"
		r.out[n-1].Points = append(r.out[n-1].Points, p)
	case pointOf(before.raw) == "" && number().MatchString(before.fold), noted().MatchString(before.fold), suffix().MatchString(before.fold):
		r.out[n-1].Points = append(r.out[n-1].Points, p)
	case pointOf(before.raw) != "" && !before.comma:
		r.out[n-1].Points = append(r.out[n-1].Points, p)
	case len(r.out[n-1].Points) > 0: // "4 (b) and (c)"
		next := r.out[n-1]
		next.Points = append(slices.Clone(next.Points[:len(next.Points)-1]), p)
		return r.emit(next)
	default:
		r.points = append(r.points, []string{p})
	}
	return true
}

// pending are the points that wait for their paragraph; one empty list where none
// does.
func (r *placesReader) pending() [][]string {
	out := r.points
	r.points = nil
	if out == nil {
		return [][]string{nil}
	}
	return out
}

// word does what the role of a word in the names of places says.
func (r *placesReader) word(role string) bool {
	switch role {
	case "filler":
	case "paragraph":
		r.noun, r.numbered = len(r.out), false
	case "preamble", "operative":
	default:
		r.numbered = false
	}
	switch role {
	case "preamble":
		return r.enter(resolution.Preamble)
	case "operative":
		return r.enter(resolution.Operative)
	case "title":
		return r.closePart() && r.emit(Target{Kind: TitlePlace})
	case "text":
		if len(r.out) > 0 && (r.at < 2 || !r.joins(r.at-2) && !r.joins(r.at-3)) { // "of the draft resolution"
			return true
		}
		r.textual = true
		return true
	case "footnote":
		r.notes = true
	case "chapeau":
		if n := len(r.out); n > r.group {
			r.out[n-1].Chapeau = true
		} else {
			r.chapeau = true
		}
	case "annex":
		return r.annex()
	case "section":
		if r.at < len(r.tokens) {
			r.section = strings.Trim(r.tokens[r.at].raw, ",.;:")
			r.at++
		}
	case "line":
		r.ordinals = nil
		for r.at < len(r.tokens) && (number().MatchString(r.tokens[r.at].fold) || slices.Contains(r.places[r.tokens[r.at].fold], "to")) {
			r.at++
		}
	}
	return true
}

// joins tells whether a token is "and".
func (r *placesReader) joins(at int) bool {
	return at >= 0 && slices.Contains(r.places[r.tokens[at].fold], "and")
}

// enter takes a part: numbers before it that named none belong to it, and so do
// ordinals.
func (r *placesReader) enter(part resolution.Part) bool {
	taken := len(r.ordinals) > 0
	for i := len(r.out) - 1; i >= 0 && r.implicit[i]; i-- {
		r.out[i].Part, r.implicit[i], taken = part, false, true
	}
	if r.numbered && r.at > 1 && (slices.Contains(r.places[r.tokens[r.at-2].fold], "filler") || slices.Contains(r.places[r.tokens[r.at-1].fold], "behind")) { // "paragraph 2 of the operative part"
		for i := r.noun; i < len(r.out); i++ {
			r.out[i].Part, r.implicit[i], taken = part, false, true
		}
	}
	if !r.closeFresh() {
		return false
	}
	r.part, r.fresh, r.notes, r.numbered = part, !taken, false, false
	return r.takeOrdinals()
}

func (r *placesReader) takeOrdinals() bool {
	part := r.part
	if part == resolution.Front {
		part = resolution.Preamble
	}
	if len(r.ordinals) == 0 {
		return true
	}
	paths := r.pending()
	for _, o := range r.ordinals {
		for _, path := range paths {
			if !r.emit(Target{Part: part, Number: o, Points: path}) {
				return false
			}
		}
	}
	r.ordinals = nil
	return true
}

// closeFresh: a part that was named without a number is meant as a whole.
func (r *placesReader) closeFresh() bool {
	if !r.fresh {
		return true
	}
	r.fresh = false
	return r.emit(Target{Kind: WholePlace, Part: r.part})
}

func (r *placesReader) closePart() bool {
	return r.closeFresh() && r.takeOrdinals()
}

// closeText: the text was named without a place of it, or beside the title.
func (r *placesReader) closeText() bool {
	for _, t := range r.out {
		if t.Kind != TitlePlace {
			return true
		}
	}
	return !r.textual || r.emit(Target{Kind: TextPlace})
}

// annex: after the number of a paragraph it says where that stands; before one
// it is where those that follow stand.
func (r *placesReader) annex() bool {
	section := "annex"
	if r.at < len(r.tokens) && roman().MatchString(strings.TrimRight(r.tokens[r.at].raw, ",.;:")) {
		section += "-" + strings.TrimRight(r.tokens[r.at].raw, ",.;:")
		r.at++
	}
	if len(r.out) > r.group {
		for i := r.group; i < len(r.out); i++ {
			r.out[i].Section, r.out[i].Part, r.implicit[i] = section, resolution.Annex, false
		}
		return true
	}
	if !r.closePart() {
		return false
	}
	r.part, r.section, r.fresh = resolution.Annex, section, true
	return true
}

var roman = pattern.Lazy(`^[IVXLC]+$`)

func (r *placesReader) emit(t Target) bool {
	r.fresh = false
	if t.Section == "" {
		t.Section = r.section
	}
	t.Chapeau = t.Chapeau || r.chapeau
	t.Points = slices.Clone(t.Points)
	r.out, r.implicit, r.chapeau = append(r.out, t), append(r.implicit, false), false
	return true
}
