package page

import (
	"crypto/sha256"
	"embed"
	"encoding/base64"
	"fmt"
	"html/template"
	"io"
	"io/fs"
	"strings"
	"sync"

	"reprise/report/tell"
	"reprise/resolution"
)

//go:embed html seriespage
var files embed.FS

// assets are what all pages of one kind are made of. Styles and scripts are
// written in parts, one a concern, and joined in the order given.
type assets struct {
	templates string
	styles    []string
	scripts   []string
	added     Added  // what a server adds to them
	base      string // address of the folder that a server has them in; "" writes them into the page

	once          sync.Once
	style, script string
	words         []string // names of what the script says
	err           error
	spoken        sync.Map // templates by language
}

var (
	comparisonAssets = &assets{
		templates: "html/*.html",
		styles:    []string{"html/tokens.css", "html/page.css", "html/clause.css", "html/controls.css", "html/narrow.css", "html/print.css"},
		scripts:   []string{"html/words.js", "html/land.js", "html/core.js", "html/filter.js", "html/view.js", "html/find.js", "html/search.js", "html/copy.js", "html/review.js", "html/others.js", "html/word.js", "html/keys.js"},
	}
	seriesAssets = &assets{
		templates: "seriespage/*.html",
		styles:    []string{"html/tokens.css", "seriespage/series.css", "seriespage/agreed.css", "seriespage/concord.css"},
		scripts:   []string{"html/words.js", "html/land.js", "html/find.js", "seriespage/series.js", "seriespage/blame.js"},
	}
)

// write executes a template with the style and the script, which alone may run.
// Nothing is read or parsed before the first page is asked for, so that no other
// command pays for it.
func (a *assets) write(w io.Writer, name string, page any, f frame) error {
	a.once.Do(a.join)
	if a.err != nil {
		return a.err
	}
	t, err := a.template(f.Voice)
	if err != nil {
		return err
	}
	f.More += wordStyle(f.Voice)
	f.Policy, f.Extra = a.policy(f.More), template.CSS(f.More)
	if a.base == "" {
		f.Style, f.Script = template.CSS(a.style), template.JS(a.script)
	} else {
		f.StyleAt, f.ScriptAt = a.base+a.styleName(), a.base+a.scriptName()
	}
	f.Words, f.Page = f.Voice.Phrases(a.words), page
	return t.ExecuteTemplate(w, name, f)
}

// asked are the names of what a script says, word('name', ...). No regular
// expression: on the whole script it takes a tenth of a run.
func asked(script string) []string {
	var names []string
	for {
		_, rest, found := strings.Cut(script, "word('")
		if !found {
			return names
		}
		if name, _, ends := strings.Cut(rest, "'"); ends {
			names = append(names, name)
		}
		script = rest
	}
}

func (a *assets) join() {
	a.style = a.joined(files, a.styles) + a.joined(a.added.Files, a.added.Styles)
	a.script = "'use strict';\n(() => {\n" + a.joined(files, a.scripts) + a.joined(a.added.Files, a.added.Scripts) + "})();\n"
	a.words = append(a.words, asked(a.script)...)
}

func (a *assets) joined(from fs.FS, names []string) string {
	var b strings.Builder
	for _, n := range names {
		text, err := fs.ReadFile(from, n)
		if err != nil {
			a.err = fmt.Errorf("page: %w", err)
		}
		b.Write(text)
	}
	return b.String()
}

// template is the page's template with a voice in it, one a language.
func (a *assets) template(v tell.Voice) (*template.Template, error) {
	if t, ok := a.spoken.Load(v.Language()); ok {
		return t.(*template.Template), nil
	}
	t, err := template.New("").Funcs(template.FuncMap{
		"say": v.Say, "span": spanned, "arrow": v.Arrow, "edits": gappedEdits, "counted": counted(v), "field": v.Field, "note": v.Note, "name": resolution.Name, "reason": reasonOfHunk,
	}).ParseFS(files, a.templates, "html/site.html")
	if err != nil {
		return nil, fmt.Errorf("page: %w", err)
	}
	a.spoken.Store(v.Language(), t)
	return t, nil
}

// spanned is how many columns a table of versions has, with the clause and the count.
func spanned(versions []pageVersion) int { return len(versions) + 2 }

// counted lets a template say a number by its name alone.
func counted(v tell.Voice) func(name string, n int) string {
	return func(name string, n int) string { return v.Counted(name, n) }
}

// policy lets the page's own style and script run, by their hashes, and
// nothing else: no other script, no network, no frame, no form. On a server they
// are its files, and the page may ask it, and nobody else.
func (a *assets) policy(more string) string {
	if a.base != "" {
		return "default-src 'none'; base-uri 'none'; form-action 'self'; connect-src 'self'; script-src 'self'; style-src 'self' '" + hash(more) + "'"
	}
	return "default-src 'none'; base-uri 'none'; form-action 'none'; script-src '" + hash(a.script) +
		"'; style-src '" + hash(a.style) + "' '" + hash(more) + "'"
}

func hash(text string) string {
	sum := sha256.Sum256([]byte(text))
	return "sha256-" + base64.StdEncoding.EncodeToString(sum[:])
}

// footStyle prints both symbols and the page number at the foot of each
// printed page.
func footStyle(name string) string {
	return "@page{@bottom-left{content:" + quoted(name) + "}@bottom-right{content:counter(page) \" / \" counter(pages)}}"
}

// sideStyle names the two texts where one stands below the other.
func sideStyle(old, new string) string {
	return ":root{--say-old-text:" + quoted(old) + ";--say-new-text:" + quoted(new) + "}"
}

// wordStyle has what the style sheet says: what screen readers hear around an edit,
// and the marks of a review.
func wordStyle(v tell.Voice) string {
	var b strings.Builder
	b.WriteString(":root{")
	for _, w := range [][2]string{
		{"inserted", " [" + v.Say("head", "clause", v.Say("page-inserted"), "state", "")}, {"deleted", " [" + v.Say("head", "clause", v.Say("page-deleted"), "state", "")},
		{"agreed", v.Say("mark-agreed")}, {"discuss", v.Say("mark-discuss")}, {"rejected", v.Say("mark-rejected")}, {"reviewed", v.Say("fold-reviewed")},
	} {
		b.WriteString("--say-" + w[0] + ":" + quoted(w[1]) + ";")
	}
	return b.String() + "}"
}

// quoted is a text as a string of a style sheet, in escapes throughout, so that no
// text of a document is ever read as style.
func quoted(text string) string {
	var b strings.Builder
	b.WriteByte('"')
	for _, r := range text {
		fmt.Fprintf(&b, "\\%x ", r)
	}
	return b.String() + "\""
}
