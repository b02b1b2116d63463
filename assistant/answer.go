package assistant

import (
	"fmt"
	"strings"
	"unicode/utf8"
)

// maxAnswer is the most characters of a result that one answer has: about eight
// thousand tokens, which leaves an assistant room to think.
const maxAnswer = 32_000

// maxWarnings is the most characters of warnings that go before a result.
const maxWarnings = 2_000

// bounded is the part of a result that begins at a character, and where it goes on.
// It is cut at the end of a line where there is one. Warnings go before its first part.
func bounded(said Said, from int) string {
	text := []rune(said.Result)
	from = min(max(from, 0), len(text))
	to := min(from+maxAnswer, len(text))
	if to < len(text) {
		to = lineEnd(text, from, to)
	}
	var b strings.Builder
	if from == 0 && said.Warnings != "" {
		fmt.Fprintf(&b, "%s\n", strings.TrimSpace(shortened(said.Warnings)))
	}
	b.WriteString(string(text[from:to]))
	switch {
	case len(text) == 0:
		b.WriteString("(nothing)\n")
	case from > 0 && from == len(text):
		fmt.Fprintf(&b, "(the answer has %d characters; nothing stands from %d on)\n", len(text), from)
	case to < len(text):
		fmt.Fprintf(&b, "\n(%d of %d characters are left: ask again with from = %d)\n", len(text)-to, len(text), to)
	}
	return b.String()
}

// lineEnd is behind the last line end of a part; its own end where it has none.
func lineEnd(text []rune, from, to int) int {
	for at := to; at > from; at-- {
		if text[at-1] == '\n' {
			return at
		}
	}
	return to
}

func shortened(s string) string {
	if utf8.RuneCountInString(s) <= maxWarnings {
		return s
	}
	return string([]rune(s)[:maxWarnings]) + " ..."
}
