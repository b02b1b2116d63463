package resolution

import "strings"

// Name is the clause's ID as negotiators write it: "PP3", "OP4 (b)(ii)",
// "OP5 bis", "II OP2", "Annex OP1". It is as unique as the ID.
func (c *Clause) Name() string { return Name(c.ID) }

// Name is Clause.Name for an ID alone; "" for "".
func Name(id string) string {
	parts := strings.Split(id, "/")
	for i, p := range parts {
		parts[i] = segmentName(p)
	}
	return strings.Join(parts, " ")
}

func segmentName(s string) string {
	digits := strings.IndexFunc(s, isDigit)
	if prefix := s[:max(digits, 0)]; prefix == "pp" || prefix == "op" {
		rest := strings.TrimLeftFunc(s[digits:], isDigit)
		number := s[digits : len(s)-len(rest)]
		if rest != "" && rest[0] != '+' {
			rest = " " + strings.TrimLeft(rest, " ")
		}
		return strings.ToUpper(prefix) + number + rest
	}
	if s != "" && s[0] >= 'a' && s[0] <= 'z' {
		return strings.ToUpper(s[:1]) + s[1:]
	}
	return s
}

func isDigit(r rune) bool { return r >= '0' && r <= '9' }
