// Package imprint is how reprise knows what it wrote itself, so that a
// comparison which was saved beside the texts is not taken for one of them.
//
// Its main call is Is. The marks are those of the form, where it has a customary
// place for the program that wrote a file: a file that another program saved
// since is that program's, and a version like others.
package imprint

import (
	"bytes"
	"regexp"
	"strings"
	"sync"

	"reprise/internal/zipxml"
)

// The marks, one a kind of file.
const (
	Application = "reprise"                                               // in a Word file: the program that wrote it
	HTML        = `<meta name="generator" content="` + Application + `">` // in the head of a page
	Markdown    = "<!-- " + Application + " -->"                          // a last line that is not shown
	Text        = "— " + Application                                      // a last line, as below a letter
)

// PropertiesPart is the part of a Word file that names the program.
const PropertiesPart = "docProps/app.xml"

// headBytes is where the head of a page ends at the latest: style sheets come
// after the mark.
const headBytes = 4 << 10

// Is tells whether reprise wrote a file, by its content.
func Is(content []byte) bool {
	if bytes.HasPrefix(content, []byte("PK\x03\x04")) {
		return isPackage(content)
	}
	if bytes.Contains(content[:min(len(content), headBytes)], []byte(HTML)) {
		return true
	}
	last := lastLine(content)
	return last == Markdown || last == Text || isPrinted(content)
}

// isPackage asks a Word file for its program.
func isPackage(content []byte) bool {
	pkg, err := zipxml.Open(content)
	if err != nil {
		return false
	}
	root, err := pkg.Tree(PropertiesPart)
	return err == nil && strings.TrimSpace(root.Kid("Application").AllText()) == Application
}

func lastLine(content []byte) string {
	content = bytes.TrimSpace(content)
	return string(bytes.TrimSpace(content[bytes.LastIndexByte(content, '\n')+1:]))
}

// printed are the terminal forms, which bear no mark where they were redirected
// into a file: how their first line reads, and (nil for none) a line below it.
var printed = sync.OnceValue(func() []struct{ first, below *regexp.Regexp } {
	p := regexp.MustCompile
	return []struct{ first, below *regexp.Regexp }{
		{p(`^\S.* → \S`), p(`(?m)^(?:[~+><-] |···  )\s*(?:\pL+ )?(?:\S+/)?(?:PP|OP)\d`)}, // compare: a sign, a clause
		{p(`^\S+/\d+  \S`), p(`(?m)^(?:PP|OP)\d\S* {2,}\S*\d/\d`)},                       // blame: a clause, the text that had it first
		{p(`^\S+/\d+/(?:pp|op)\d\S*  \S`), nil},                                          // history
		{p(`^\S`), p(`(?m)^ {20,}(?:\S*\d/\d+ +)+\S*\d/\d+ *$`)},                         // series: the heads of its columns
	}
})

// isPrinted tells a terminal form.
func isPrinted(content []byte) bool {
	first, rest, _ := bytes.Cut(bytes.TrimSpace(content[:min(len(content), printedBytes)]), []byte("\n"))
	for _, p := range printed() {
		if p.first.Match(first) && (p.below == nil || p.below.Match(rest)) {
			return true
		}
	}
	return false
}

// printedBytes is how far a text is looked at: a change stands on the first
// pages, or there is none.
const printedBytes = 256 << 10
