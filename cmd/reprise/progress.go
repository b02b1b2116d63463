package main

import (
	"fmt"
	"io"
	"strings"

	"golang.org/x/term"

	"reprise/internal/whole"
)

// bar is a progress bar on standard error, shown on a terminal only and for
// much work only.
type bar struct {
	w     io.Writer // nil shows nothing
	what  string
	total int
	drawn string

	forget func() // of what a sudden end has to take off the terminal
}

// Fewer documents are done before a bar could be read.
const barFrom = 30

// barWidth is how many columns the bar itself takes.
const barWidth = 40

func newBar(s surroundings, what string, total int) *bar {
	b := &bar{what: what, total: total}
	if f := s.stderrFile(); f != nil && total >= barFrom && term.IsTerminal(int(f.Fd())) {
		b.w = f
		b.forget = whole.AtEnd(func() { fmt.Fprint(f, "\r"+strings.Repeat(" ", len(what)+barWidth+len("  100%"))+"\r") })
	}
	return b
}

// show draws the bar anew where it has changed.
func (b *bar) show(done int) {
	if b.w == nil {
		return
	}
	full := barWidth * min(done, b.total) / b.total
	text := fmt.Sprintf("%s %s%s %d%%", b.what, strings.Repeat("#", full), strings.Repeat("-", barWidth-full), 100*done/b.total)
	if text != b.drawn {
		b.drawn = text
		fmt.Fprint(b.w, "\r"+text)
	}
}

// clear takes the bar off the terminal.
func (b *bar) clear() {
	if b.w == nil {
		return
	}
	b.forget()
	if b.drawn != "" {
		fmt.Fprint(b.w, "\r"+strings.Repeat(" ", len(b.drawn))+"\r")
	}
}
