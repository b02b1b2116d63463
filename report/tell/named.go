package tell

import (
	"strconv"
	"strings"

	"reprise/resolution"
)

// minRange is how many names in a row are told as a range.
const minRange = 3

// named lists clauses of one text as the language does, names in a row as a range:
// "PP1, OP4 to OP6 and OP9".
func (v Voice) named(clauses []*resolution.Clause, old bool) Line {
	return v.listed(clauses, func(c *resolution.Clause) Line { return Line{{Text: v.Name(c), Clause: c, Old: old}} })
}

// namedSurely lists clauses of the new text; those whose link is uncertain bear the sign
// that says so.
func (v Voice) namedSurely(clauses []*resolution.Clause, unsure map[*resolution.Clause]bool) Line {
	return v.listed(clauses, func(c *resolution.Clause) Line {
		name := v.Name(c)
		if unsure[c] {
			name += UnsureSign
		}
		return Line{{Text: name, Clause: c}}
	})
}

// namedOld lists clauses of the old text beside those of the new one; each says so,
// for the new text may have one of that name.
func (v Voice) namedOld(clauses []*resolution.Clause) Line {
	return v.listed(clauses, func(c *resolution.Clause) Line {
		return v.fill("old-clause", value{"clause", Line{{Text: v.Name(c), Clause: c, Old: true}}})
	})
}

func (v Voice) listed(clauses []*resolution.Clause, name func(*resolution.Clause) Line) Line {
	var told []Line
	for i, end := 0, 0; i < len(clauses); i = end {
		for end = i + 1; end < len(clauses) && follows(clauses[end-1].Name(), clauses[end].Name()); end++ {
		}
		if end-i < minRange {
			end = i + 1
			told = append(told, name(clauses[i]))
			continue
		}
		told = append(told, v.fill("range", value{"first", name(clauses[i])}, value{"last", name(clauses[end-1])}))
	}
	return v.series(told)
}

// series joins lines as the language does: "OP1, OP2 and OP4".
func (v Voice) series(lines []Line) Line {
	var list Line
	for i, l := range lines {
		switch {
		case i == 0:
			list = l
		case i == len(lines)-1:
			list = v.fill("and", value{"list", list}, value{"last", l})
		default:
			list = v.fill("comma", value{"list", list}, value{"last", l})
		}
	}
	return list
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
