package diff

import (
	"strconv"
	"strings"

	"reprise/resolution"
)

// joinNames is what clauses of one change are called together: "OP4/OP5".
func joinNames(clauses []*resolution.Clause) string {
	names := make([]string, len(clauses))
	for i, c := range clauses {
		names[i] = c.Name()
	}
	return strings.Join(names, "/")
}

// maxNames is how many clauses a sentence names; the rest is a number.
const maxNames = 6

// list joins names as the language does, names in a row as a range: "PP1, OP4
// to OP6 and OP9".
func (s *setting) list(names []string) string {
	told, counts := s.ranges(names)
	if len(told) > maxNames+1 {
		rest := len(names)
		for _, n := range counts[:maxNames] {
			rest -= n
		}
		return s.lex.Counted("more", rest, "list", strings.Join(told[:maxNames], ", "))
	}
	if len(told) < 2 {
		return strings.Join(told, "")
	}
	last := len(told) - 1
	return s.lex.Sentence("and", "list", strings.Join(told[:last], ", "), "last", told[last])
}

// minRange is how many names in a row are told as a range.
const minRange = 3

// ranges draws names in a row together, "OP1 to OP20", and tells of how many
// each of the outcomes is made.
func (s *setting) ranges(names []string) (told []string, counts []int) {
	for i, end := 0, 0; i < len(names); i = end {
		for end = i + 1; end < len(names) && follows(names[end-1], names[end]); end++ {
		}
		if end-i < minRange {
			end = i + 1
			told, counts = append(told, names[i]), append(counts, 1)
			continue
		}
		told, counts = append(told, s.lex.Sentence("range", "first", names[i], "last", names[end-1])), append(counts, end-i)
	}
	return told, counts
}

// follows tells whether one name counts on from another: OP4 and OP5, OP7 (a)
// and OP7 (b).
func follows(a, b string) bool {
	word := strings.TrimRight(a, "0123456789")
	if n, err := strconv.Atoi(a[len(word):]); err == nil {
		return b == word+strconv.Itoa(n+1)
	}
	at := len(a) - len("a)")
	return at > 0 && a[at-1] == '(' && len(b) == len(a) && b[:at] == a[:at] && b[at] == a[at]+1 && a[at+1:] == b[at+1:]
}
