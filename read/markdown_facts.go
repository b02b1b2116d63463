package read

import (
	"strings"

	"reprise/internal/pattern"

	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/util"
)

// fact opens the lines that stand in front of a text, between rules: "title: Lamps".
var fact = pattern.Lazy(`^---[ \t]*\n[\pL][\pL\pN_-]*:[ \t\n]`)

// facts takes what stands in front of a text, between rules, for furniture, and gives
// the rest.
func (m *markdown) facts(source string) string {
	if !strings.HasPrefix(source, "---") || !fact().MatchString(source) {
		return source
	}
	at := strings.IndexByte(source, '\n') + 1
	for line := range strings.Lines(source[at:]) {
		if end := strings.TrimSpace(line); end == "---" || end == "..." {
			m.aside(source[strings.IndexByte(source, '\n'):at])
			return source[at+len(line):]
		}
		at += len(line)
	}
	return source
}

var (
	// definition is a line that says where a link leads: "[lamps]: https://kites.example 'Lamps'".
	definition = pattern.Lazy(`^\[([^\[\]^][^\[\]]*)\]:[ \t]+<?([^\s<>]*[:/#.][^\s<>]*)>?(?:[ \t]+(?:"([^"]*)"|'([^']*)'|\(([^()]*)\)))?[ \t]*$`)
	// cited are words in brackets, which may stand for a link that is defined elsewhere.
	cited = pattern.Lazy(`\[([^\[\]]+)\](:?)`)
)

// defined takes the lines that say where links lead out of the source, and keeps what
// they say in m.references. A line that looks like one is text where nothing refers to
// it: "[Note]: 2.1 million lamps".
func (m *markdown) defined(source []byte) []byte {
	m.references = parser.NewContext()
	if !strings.Contains(string(source), "]:") {
		return source
	}
	wanted := map[string]bool{}
	for _, match := range cited().FindAllSubmatch(source, -1) {
		if len(match[2]) == 0 {
			wanted[util.ToLinkReference(match[1])] = true
		}
	}
	var out []byte
	for line := range strings.Lines(string(source)) {
		d := definition().FindStringSubmatch(strings.TrimRight(line, "\n"))
		if d == nil || !wanted[util.ToLinkReference([]byte(d[1]))] {
			out = append(out, line...)
			continue
		}
		delete(wanted, util.ToLinkReference([]byte(d[1]))) // a second one is text
		m.references.AddReference(parser.NewReference([]byte(d[1]), []byte(d[2]), []byte(d[3]+d[4]+d[5])))
		out = append(out, '\n')
	}
	return out
}
