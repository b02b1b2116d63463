package rolling

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"reprise/internal/lexicon"
)

// role is what a phrase does in a rolling text.
type role int

const (
	noRole role = iota
	deletes
	keeps
	adds
	rewords
	reserves
	agrees
	agreesAdRef
	holdsPlace
	remarks
	parts
	isBase
	joinsName
	isName
)

var roles = map[string]role{"delete": deletes, "keep": keeps, "add": adds, "alt": rewords, "reserve": reserves, "agreed": agrees, "ad-ref": agreesAdRef,
	"placeholder": holdsPlace, "remark": remarks, "or": parts, "base": isBase, "join": joinsName, "name": isName}

// words are the phrases of rolling texts in a language.
type words struct {
	lex     *lexicon.Lexicon
	roles   map[string]role // folded phrase -> role
	longest int             // words of the longest phrase
	names   map[string]bool // folded names of countries, groups and bodies
}

func wordsOf(lex *lexicon.Lexicon) *words {
	w := &words{lex: lex, roles: map[string]role{}, names: map[string]bool{}}
	for _, row := range lex.Table("rolling") {
		for _, phrase := range row[1:] {
			phrase = lexicon.Fold(phrase)
			w.longest = max(w.longest, len(strings.Fields(phrase)))
			if roles[row[0]] == isName {
				w.names[phrase] = true
				continue
			}
			w.roles[phrase] = roles[row[0]]
		}
	}
	for _, section := range []string{"countries", "names", "actors"} {
		for _, row := range lex.Table(section) {
			for _, name := range row {
				w.names[lexicon.Fold(name)] = true
			}
		}
	}
	return w
}

// head is what stands before the colon of a bracket, or all of one without.
type head struct {
	role  role
	names []string
}

// headOf reads "EU, CANZ", "Delete: US", "EU reserve"; false where words are neither
// names nor such phrases. known tells which names are taken; nil takes what looks like
// a name.
func (w *words) headOf(text string, known func(string) bool) (head, bool) {
	h := head{}
	rest := strings.Fields(strings.Trim(text, " .,;:–—-/"))
	if len(rest) == 0 || len(rest) > maxHeadWords {
		return h, false
	}
	take := func(n int, from func(n int) []string, cut func(n int)) bool {
		phrase := lexicon.Fold(strings.Trim(strings.Join(from(n), " "), " .,;:–—-"))
		switch role := w.roles[phrase]; role {
		case deletes, keeps, adds, rewords, reserves, isBase:
			h.role = role
			cut(n)
			return true
		}
		return false
	}
	for n := min(w.longest, len(rest)); n > 0; n-- {
		if take(n, func(n int) []string { return rest[:n] }, func(n int) { rest = rest[n:] }) {
			break
		}
	}
	for n := min(w.longest, len(rest)); n > 0; n-- {
		if take(n, func(n int) []string { return rest[len(rest)-n:] }, func(n int) { rest = rest[:len(rest)-n] }) {
			break
		}
	}
	if len(rest) == 0 {
		return h, h.role != noRole
	}
	for _, name := range w.split(strings.Trim(strings.Join(rest, " "), " .,;:–—-/()")) {
		if !w.looksLikeName(name) || known != nil && !known(name) {
			return h, false
		}
		h.names = append(h.names, name)
	}
	return h, len(h.names) > 0
}

// maxHeadWords is more than a list of those who propose something has words.
const maxHeadWords = 80

// split parts a list of names at commas, slashes and the like, and at "and" where that
// is no part of a name ("Bosnia and Herzegovina").
func (w *words) split(list string) []string {
	var out []string
	for item := range strings.FieldsFuncSeq(list, func(r rune) bool { return strings.ContainsRune(",;/+&、،", r) }) {
		if item = strings.TrimSpace(item); item == "" {
			continue
		}
		if w.names[lexicon.Fold(item)] {
			out = append(out, item)
			continue
		}
		fields := strings.Fields(item)
		from := 0
		for i, f := range fields {
			if w.roles[lexicon.Fold(f)] == parts {
				if i > from {
					out = append(out, strings.Join(fields[from:i], " "))
				}
				from = i + 1
			}
		}
		if from < len(fields) {
			out = append(out, strings.Join(fields[from:], " "))
		}
	}
	return out
}

// looksLikeName tells a name: a few words, the first with a capital letter or a digit,
// the others too or such as join names; no lead phrase ("Urges: ...").
func (w *words) looksLikeName(s string) bool {
	if w.names[lexicon.Fold(s)] {
		return true
	}
	fields := strings.Fields(s)
	if len(fields) == 0 || len(fields) > maxNameWords {
		return false
	}
	for i, f := range fields {
		first, _ := utf8.DecodeRuneInString(strings.TrimLeft(f, "("))
		caps := unicode.IsUpper(first) || unicode.IsDigit(first) || unicode.Is(unicode.Lo, first)
		if !caps && (i == 0 || w.roles[lexicon.Fold(f)] != joinsName) {
			return false
		}
	}
	_, lead := w.lex.Lead(s)
	return !lead && strings.ContainsFunc(s, unicode.IsLetter)
}

// maxNameWords is how many words a name has at most: "United Kingdom of Great Britain
// and Northern Ireland".
const maxNameWords = 9

// findNames notes all names that stand before a colon in a bracket, or with a wish: so
// the rest of the text tells them from other words.
func (r *reader) findNames(texts []string) {
	r.seen = map[string]bool{}
	for _, text := range texts {
		at := -1
		marksOf(text, func(i int, mark byte) {
			if mark == '[' {
				at = i + 1
				return
			}
			if at >= 0 {
				r.noteNames(text[at:i])
			}
			at = -1
		})
		if at >= 0 {
			r.noteNames(text[at:])
		}
	}
}

func (r *reader) noteNames(content string) {
	before, _, colon := strings.Cut(content, ":")
	h, ok := r.words.headOf(before, nil)
	if ok && h.names == nil {
		h, ok = r.words.headOf(content, nil)
	}
	if !ok || !colon && h.role == noRole {
		return
	}
	for _, n := range h.names {
		r.seen[lexicon.Fold(n)] = true
	}
}

// known tells a name that is one for sure.
func (r *reader) known(name string) bool {
	fold := lexicon.Fold(name)
	return r.seen[fold] || r.words.names[fold]
}

// join adds names to a list that does not have them, as they are first written.
func (r *reader) join(list, names []string) []string {
	for _, n := range names {
		fold := lexicon.Fold(n)
		i := slices.IndexFunc(r.text.Parties, func(p string) bool { return lexicon.Fold(p) == fold })
		if i < 0 {
			i = len(r.text.Parties)
			r.text.Parties = append(r.text.Parties, n)
		}
		if !slices.Contains(list, r.text.Parties[i]) {
			list = append(list, r.text.Parties[i])
		}
	}
	return list
}
