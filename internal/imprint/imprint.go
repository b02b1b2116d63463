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

	"reprise/internal/pattern"
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

// printed is a terminal form, which bears no mark where it was redirected into a
// file: how its first line reads, and (nil for none) a line below it.
type printed struct {
	first, below func() *regexp.Regexp
	hint, deep   string // stand in the first line, and below it; every text is asked, and hardly one has both
}

var printedForms = []printed{
	{ // compare: a sign, a clause
		first: pattern.Lazy(`^\S.* → \S`), hint: " → ",
		below: pattern.Lazy(`(?m)^(?:[~+><-] |···  )\s*(?:\pL+ )?(?:\S+/)?(?:PP|OP)\d`), deep: "P",
	},
	{ // blame: a clause, the text that had it first
		first: pattern.Lazy(`^\S+/\d+  \S`), hint: "  ",
		below: pattern.Lazy(`(?m)^(?:PP|OP)\d\S* {2,}\S*\d/\d`), deep: "  ",
	},
	{ // history
		first: pattern.Lazy(`^\S+/\d+/(?:pp|op)\d\S*  \S`), hint: "  ",
	},
	{ // series: the heads of its columns
		first: pattern.Lazy(`^\S`),
		below: pattern.Lazy(`(?m)^ {20,}(?:\S*\d/\d+ +)+\S*\d/\d+ *$`), deep: strings.Repeat(" ", 20),
	},
}

// isPrinted tells a terminal form.
func isPrinted(content []byte) bool {
	first, rest, _ := bytes.Cut(bytes.TrimSpace(content[:min(len(content), printedBytes)]), []byte("\n"))
	for _, p := range printedForms {
		if bytes.Contains(first, []byte(p.hint)) && bytes.Contains(rest, []byte(p.deep)) &&
			p.first().Match(first) && (p.below == nil || p.below().Match(rest)) {
			return true
		}
	}
	return false
}

// printedBytes is how far a text is looked at: a change stands on the first
// pages, or there is none.
const printedBytes = 256 << 10
