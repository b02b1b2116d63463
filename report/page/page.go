// Package page shows a comparison or a series as one self-contained page of HTML:
// no network, no script but its own, readable without JavaScript.
//
// Its main call is HTML.Render. What a text says is escaped by html/template.
package page

import (
	"crypto/sha256"
	"embed"
	"encoding/base64"
	"fmt"
	"html/template"
	"io"
	"strings"
	"sync"

	"reprise/diff"
	"reprise/report"
	"reprise/resolution"
)

// HTML shows a comparison as one self-contained page for people who review
// wording: no network, no script from the text, readable without JavaScript.
type HTML struct {
	View report.View  // Inline or report.SideBySide, where the page starts
	Only report.Scope // report.SubstantiveOnly opens the page with that filter pressed
}

// Render writes the page.
//
// Law 4: the text of the elements of class redline, without what stands in ins
// (old) or del (new) and without footnote marks, is the text of each change.
func (h HTML) Render(w io.Writer, c *diff.Comparison) error {
	a, err := pageAssets()
	if err != nil {
		return err
	}
	p := pageOf(c, h)
	p.Style, p.Script = template.CSS(a.style), template.JS(a.script)
	p.Foot = template.CSS(footStyle(p.Key))
	p.Policy = policy(a, string(p.Foot))
	return a.page.Execute(w, p)
}

//go:embed html
var htmlFiles embed.FS

// The page's style and script are written in parts, one a concern, and joined
// in this order.
var (
	styleParts  = []string{"tokens.css", "page.css", "clause.css", "controls.css", "narrow.css", "print.css"}
	scriptParts = []string{"core.js", "filter.js", "view.js", "search.js", "copy.js", "review.js", "word.js", "keys.js"}
)

// assets are the parts of the page that are the same in every page.
type assets struct {
	page          *template.Template
	style, script string
}

// pageAssets reads the templates when the first page is asked for, so that no
// other command pays for them.
var pageAssets = sync.OnceValues(func() (assets, error) {
	style, err := joinFiles(styleParts)
	if err != nil {
		return assets{}, err
	}
	script, err := joinFiles(scriptParts)
	if err != nil {
		return assets{}, err
	}
	page, err := template.New("page.html").Funcs(template.FuncMap{
		"name": resolution.Name, "reason": reasonOfHunk,
	}).ParseFS(htmlFiles, "html/*.html")
	if err != nil {
		return assets{}, fmt.Errorf("report: %w", err)
	}
	return assets{page, style, "'use strict';\n(() => {\n" + script + "})();\n"}, nil
})

func joinFiles(names []string) (string, error) {
	var b strings.Builder
	for _, n := range names {
		text, err := htmlFiles.ReadFile("html/" + n)
		if err != nil {
			return "", fmt.Errorf("report: %w", err)
		}
		b.Write(text)
	}
	return b.String(), nil
}

// policy lets the page's own style and script run, by their hashes, and
// nothing else: no other script, no network, no frame, no form.
func policy(a assets, foot string) string {
	return "default-src 'none'; base-uri 'none'; form-action 'none'; script-src '" + hash(a.script) +
		"'; style-src '" + hash(a.style) + "' '" + hash(foot) + "'"
}

func hash(text string) string {
	sum := sha256.Sum256([]byte(text))
	return "sha256-" + base64.StdEncoding.EncodeToString(sum[:])
}

// footStyle prints both symbols and the page number at the foot of each
// printed page. The name is written in escapes throughout, so that no text of
// a document is ever read as style.
func footStyle(name string) string {
	var b strings.Builder
	for _, r := range name {
		fmt.Fprintf(&b, "\\%x ", r)
	}
	return "@page{@bottom-left{content:\"" + b.String() + "\"}@bottom-right{content:counter(page) \" / \" counter(pages)}}"
}
