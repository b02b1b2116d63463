package tell

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"reprise/resolution"
)

// Run is a piece of a line: words, words of a text, or the name of a clause, which
// a form may make a link of.
type Run struct {
	Text   string
	Clause *resolution.Clause // nil where the words name none
	Old    bool               // the clause stands in the old text
	Quote  bool               // the words are those of a text; " …" behind them tells that they were cut
}

// Line is a sentence with the clauses that it names.
type Line []Run

func (r Run) plain() bool { return r.Clause == nil && !r.Quote }

// String is the sentence alone.
func (l Line) String() string {
	var b strings.Builder
	for _, r := range l {
		b.WriteString(r.Text)
	}
	return b.String()
}

func plain(text string) Line { return Line{{Text: text}} }

// value is what takes the place of {name} in a phrase of the data files.
type value struct {
	name string
	line Line
}

// fill puts values into a phrase. What stands in braces and has no value stays.
func fill(phrase string, values ...value) Line {
	var out Line
	for phrase != "" {
		at, v := len(phrase), value{}
		for _, w := range values {
			if i := strings.Index(phrase, "{"+w.name+"}"); i >= 0 && i < at {
				at, v = i, w
			}
		}
		out = out.with(plain(phrase[:at])...)
		out = out.with(v.line...)
		phrase = phrase[at:]
		phrase = strings.TrimPrefix(phrase, "{"+v.name+"}")
	}
	return out
}

// with adds runs; words behind words are one run.
func (l Line) with(runs ...Run) Line {
	for _, r := range runs {
		last := len(l) - 1
		switch {
		case r.Text == "":
		case last >= 0 && l[last].plain() && r.plain():
			l[last].Text += r.Text
		default:
			l = append(l, r)
		}
	}
	return l
}

// sentence ends a line with a full stop and opens it with a capital.
func sentence(l Line) Line {
	if len(l) == 0 {
		return nil
	}
	first, n := utf8.DecodeRuneInString(l[0].Text)
	if l[0].Clause == nil {
		l[0].Text = string(unicode.ToUpper(first)) + l[0].Text[n:]
	}
	return l
}

// reword fills a phrase of the data files.
func (v Voice) fill(name string, values ...value) Line { return fill(v.Say(name), values...) }

// count fills a phrase in the form that its language has for a number.
func (v Voice) count(name string, n int, values ...value) Line {
	return fill(v.Counted(name, n), values...)
}
