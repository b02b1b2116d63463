package negotiate

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"

	"reprise/diff"
	"reprise/internal/lexicon"
	"reprise/resolution"
)

// A rolling text is one text with what is proposed in square brackets: "[urges]
// [EU: calls upon] [Delete: US]" are words of the base and what others would have
// in their place; "[EU: and all partners]" alone is brought; "OP4 bis" is a new
// clause, "OP4 alt" another wording of the one before it. Brackets that belong to
// the text itself have a backslash before them.

// Rolling is the compilation as a rolling text, a paragraph a line: what it is, who
// proposes, the title, each clause with its name, the footnotes.
func (c *Compilation) Rolling() []string {
	lex := writingLexicon(c.Base.Language)
	out := []string{lex.Sentence("rolling-heading", "draft", string(c.Base.Symbol)), lex.Sentence("rolling-proposals", "list", strings.Join(c.Names, "; "))}
	title := c.Title
	title.Name = lex.Sentence("rolling-title")
	out = append(out, c.rolling(&title, lex)...)
	for i := range c.Rows {
		out = append(out, c.rolling(&c.Rows[i], lex)...)
	}
	return append(out, c.Notes()...)
}

// Notes are the footnotes of the base and of all proposals, each behind the raised
// number by which the texts of rows cite it.
func (c *Compilation) Notes() []string {
	var out []string
	for i, n := range c.notes {
		if n != "" {
			out = append(out, raised(i+1)+" "+n)
		}
	}
	return out
}

// rolling are the lines of one row.
func (c *Compilation) rolling(r *Row, lex *lexicon.Lexicon) []string {
	tags := r.tags(lex)
	if r.Clause == nil && r.Text == "" && len(r.Variants) > 0 {
		return []string{r.Name + ". " + tags + c.group(r.Variants[0], lex)}
	}
	inline, apart := r.Variants, []Variant(nil)
	text, ok := c.merged(r.Text, inline, lex)
	if !ok {
		inline = nil
		for _, v := range r.Variants {
			if _, ok := c.merged(r.Text, append(slices.Clone(inline), v), lex); ok {
				inline = append(inline, v)
			} else {
				apart = append(apart, v)
			}
		}
		text, _ = c.merged(r.Text, inline, lex)
	}
	out := []string{r.Name + ". " + tags + text}
	for _, v := range apart {
		out = append(out, r.Name+" alt. "+c.group(v, lex))
	}
	return out
}

// group is a variant in its brackets.
func (c *Compilation) group(v Variant, lex *lexicon.Lexicon) string {
	var names []string
	for _, a := range v.Authors {
		names = append(names, c.Names[a])
	}
	if v.Gone || v.Text == "" {
		return "[" + lex.Sentence("rolling-delete") + ": " + strings.Join(names, ", ") + "]"
	}
	return "[" + strings.Join(names, ", ") + ": " + escaped(v.Text) + "]"
}

var escapes = strings.NewReplacer(`\`, `\\`, "[", `\[`, "]", `\]`)

func escaped(text string) string { return escapes.Replace(text) }

// maxWidened is how often the brackets are set further apart until every wording can
// be read back.
const maxWidened = 8

// merged is a text with several wordings of its parts in brackets; false where they
// share too little, or where what is written would not be read back.
func (c *Compilation) merged(base string, variants []Variant, lex *lexicon.Lexicon) (string, bool) {
	if len(variants) == 0 {
		return escaped(base), true
	}
	var all [][]hunk
	for _, v := range variants {
		if v.Gone {
			return "", false
		}
		hunks := hunksOf(diff.Words(base, v.Text))
		kept := len(base)
		for _, h := range hunks {
			kept -= len(h.old)
		}
		if kept*100 < leastKept*len(base) {
			return "", false
		}
		all = append(all, hunks)
	}
	for more := range maxWidened {
		text := c.spotted(base, variants, spots(base, all, more), lex, all)
		if c.readsBack(text, base, variants, lex) {
			return text, true
		}
	}
	return "", false
}

// markOpens finds a footnote mark that opens a bracket: the word that it belongs to
// must stand there too, or reading sets it elsewhere.
var markOpens = regexp.MustCompile(`(\[|: | )[⁰¹²³⁴⁵⁶⁷⁸⁹]`)

// readsBack tells whether a merged text gives the base and every wording.
func (c *Compilation) readsBack(text, base string, variants []Variant, lex *lexicon.Lexicon) bool {
	if resolution.Normalise(text) != text || markOpens.MatchString(text) {
		return false
	}
	p := pieces(text, c.Names, lex)
	if resolved(p, -1) != base {
		return false
	}
	for _, v := range variants {
		for _, a := range v.Authors {
			if resolved(p, a) != v.Text {
				return false
			}
		}
	}
	return true
}

// spots are the stretches of the base on which wordings differ, each with some more
// words around it, apart from each other.
func spots(base string, all [][]hunk, more int) [][2]int {
	var out [][2]int
	for _, hunks := range all {
		for _, h := range hunks {
			from, to := h.at, h.at+len(h.old)
			for from < to && base[from] == ' ' {
				from++
			}
			for to > from && base[to-1] == ' ' {
				to--
			}
			from, to = widened(base, min(from, h.at+len(h.old)), max(to, h.at), more)
			out = append(out, [2]int{min(from, h.at), max(to, h.at+len(h.old))})
		}
	}
	slices.SortFunc(out, func(a, b [2]int) int { return a[0] - b[0] })
	var joined [][2]int
	for _, s := range out {
		if n := len(joined); n > 0 && s[0] <= joined[n-1][1]+1 {
			joined[n-1][1] = max(joined[n-1][1], s[1])
			continue
		}
		joined = append(joined, s)
	}
	return joined
}

// spotted writes a text with brackets at its spots.
func (c *Compilation) spotted(base string, variants []Variant, at [][2]int, lex *lexicon.Lexicon, all [][]hunk) string {
	var b strings.Builder
	end := 0
	for _, s := range at {
		b.WriteString(escaped(base[end:s[0]]))
		end = s[1]
		own := base[s[0]:s[1]]
		lead := own[:len(own)-len(strings.TrimLeft(own, " "))]
		tail := own[len(strings.TrimRight(own, " ")):]
		var groups []string
		if t := strings.TrimSpace(own); t != "" {
			groups = append(groups, c.plainGroup(t, lex))
		} else {
			tail = ""
		}
		var said []Variant
		for k, v := range variants {
			text := within(base, s, all[k])
			if text == own {
				continue
			}
			if own == "" {
				lead, tail = text[:len(text)-len(strings.TrimLeft(text, " "))], text[len(strings.TrimRight(text, " ")):]
			}
			r := Row{Variants: said}
			for _, a := range v.Authors {
				r.add(a, Variant{Text: strings.TrimSpace(text)})
			}
			said = r.Variants
		}
		for _, v := range said {
			groups = append(groups, c.group(v, lex))
		}
		b.WriteString(lead + strings.Join(groups, " ") + tail)
	}
	b.WriteString(escaped(base[end:]))
	return b.String()
}

// plainGroup is words of the base in brackets; where they look like an attribution,
// with the word for the base before them.
func (c *Compilation) plainGroup(text string, lex *lexicon.Lexicon) string {
	if names, _, ok := strings.Cut(text, ": "); ok {
		if _, known := c.authors(names, lex); known {
			return "[" + lex.Sentence("rolling-base") + ": " + escaped(text) + "]"
		}
	}
	return "[" + escaped(text) + "]"
}

// within is what a wording has in a stretch of the base.
func within(base string, s [2]int, hunks []hunk) string {
	out, at := "", s[0]
	for _, h := range hunks {
		if h.at < s[0] || h.at+len(h.old) > s[1] {
			continue
		}
		out += base[at:h.at] + h.new
		at = h.at + len(h.old)
	}
	return out + base[at:s[1]]
}

// authors reads the names before a colon; known is false where one is none.
func (c *Compilation) authors(names string, lex *lexicon.Lexicon) (list []int, known bool) {
	return authorsOf(names, c.Names)
}

func authorsOf(names string, known []string) ([]int, bool) {
	var out []int
	for name := range strings.SplitSeq(names, ",") {
		i := slices.Index(known, strings.TrimSpace(name))
		if i < 0 {
			return nil, false
		}
		out = append(out, i)
	}
	return out, true
}

// bracket is a piece of a rolling text: words outside brackets, or a bracket with who
// wants what.
type bracket struct {
	text    string
	in      bool  // in brackets
	base    bool  // words of the base
	authors []int // who want it; nil for the base
	gone    bool  // who want it want the words before it deleted
}

// pieces takes the text of a clause apart.
func pieces(text string, names []string, lex *lexicon.Lexicon) []bracket {
	var out []bracket
	var b strings.Builder
	depth := 0
	flush := func(in bool) {
		if t := b.String(); t != "" || in {
			out = append(out, bracketOf(t, in, names, lex))
		}
		b.Reset()
	}
	for i := 0; i < len(text); {
		r, n := utf8.DecodeRuneInString(text[i:])
		switch {
		case r == '\\' && i+1 < len(text):
			_, m := utf8.DecodeRuneInString(text[i+1:])
			b.WriteString(text[i+1 : i+1+m])
			n += m
		case r == '[' && depth == 0:
			flush(false)
			depth++
		case r == '[':
			depth++
			b.WriteRune(r)
		case r == ']' && depth == 1:
			flush(true)
			depth--
		case r == ']' && depth > 1:
			depth--
			b.WriteRune(r)
		default:
			b.WriteString(text[i : i+n])
		}
		i += n
	}
	flush(false)
	return out
}

func bracketOf(text string, in bool, names []string, lex *lexicon.Lexicon) bracket {
	if !in {
		return bracket{text: text}
	}
	head, rest, ok := strings.Cut(text, ": ")
	switch {
	case ok && head == lex.Sentence("rolling-base"):
		return bracket{text: rest, in: true, base: true}
	case ok && head == lex.Sentence("rolling-delete"):
		if authors, known := authorsOf(rest, names); known {
			return bracket{in: true, authors: authors, gone: true}
		}
	case ok:
		if authors, known := authorsOf(head, names); known {
			return bracket{text: rest, in: true, authors: authors}
		}
	}
	return bracket{text: text, in: true, base: true}
}

// resolved is the text that a proposal wants, of its pieces; of none (-1) the base.
func resolved(list []bracket, author int) string {
	out := ""
	for i := 0; i < len(list); {
		if !list[i].in {
			out = joinText(out, list[i].text)
			i++
			continue
		}
		base, own, has := "", "", false
		for first := true; i < len(list); first = false {
			if !list[i].in {
				if list[i].text == " " && i+1 < len(list) && list[i+1].in && !list[i+1].base {
					i++
					continue
				}
				break
			}
			b := list[i]
			if b.base && !first {
				break
			}
			if b.base {
				base = b.text
			}
			if slices.Contains(b.authors, author) {
				own, has = b.text, true
			}
			i++
		}
		if !has {
			own = base
		}
		out += own
		if own == "" {
			out += gap
		}
	}
	return strings.ReplaceAll(strings.TrimSuffix(out, gap), gap, "")
}

// gap marks a place where nothing stands, so that the spaces around it become one.
const gap = "\x00"

func joinText(out, next string) string {
	before, empty := strings.CutSuffix(out, gap)
	switch {
	case !empty:
		return out + next
	case (before == "" || strings.HasSuffix(before, " ")) && strings.HasPrefix(next, " "):
		return before + next[1:]
	}
	return before + next
}

// tags are what the name of a row does not tell of it.
func (r *Row) tags(lex *lexicon.Lexicon) string {
	if r.Clause == nil && r.Text != "" && r.shape.ID == "" { // the title
		return ""
	}
	part, depth, label := nameTells(r.Name)
	s := r.shape
	if s.Kind == resolution.Paragraph && !r.flush && s.Part == part && s.Depth == depth && (s.Label == label || r.Clause == nil && isNumber(s.Label) && depth == 0) {
		return ""
	}
	p := &printer{writer: &writer{lex: lex}}
	tags := []string{p.tag(tagWords[s.Part])}
	tags = append(tags, p.kindTags(r.flush, s.Kind)...)
	tags = append(tags, fmt.Sprintf("%s %d", p.tag("level"), s.Depth))
	if s.Label != "" {
		tags = append(tags, p.tag("numbered")+" "+s.Label)
	}
	return "{" + strings.Join(tags, " ") + "} "
}

// nameTells is what the name of a clause tells of it.
func nameTells(name string) (part resolution.Part, depth int, label string) {
	words := strings.Fields(name)
	for len(words) > 1 && (slices.Contains(newSuffixes, strings.TrimRight(words[len(words)-1], "0123456789"))) {
		words = words[:len(words)-1]
	}
	first := words[0]
	switch {
	case strings.HasPrefix(first, "PP"):
		part = resolution.Preamble
	case strings.HasPrefix(first, "OP"):
		part, label = resolution.Operative, first[2:]+"."
	default:
		return resolution.Front, -1, ""
	}
	points := strings.Join(words[1:], "")
	depth = strings.Count(points, "(")
	if depth > 0 {
		label = points[strings.LastIndexByte(points, '('):]
	}
	return part, depth, label
}
