// Package manual makes a site of the documentation: each page of Markdown a page of
// HTML, with the pages beside it and a search that asks nobody.
//
// Its main call is Build. It knows no commands and no resolutions; the order of the
// pages is that in which the first page, index.md, links to them.
package manual

import (
	"bytes"
	"fmt"
	"html/template"
	"io/fs"
	"path"
	"strings"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/renderer"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"

	"reprise/internal/gfm"
)

// contents is the page that lists the others, and the first of the site.
const contents = "index.md"

// Build makes the files of the site, by their paths in it: a page for every one in
// Markdown, and every other file as it is. Errors name a page that cannot be read,
// and a link of the first page that leads to none.
func Build(from fs.FS) (map[string][]byte, error) {
	b := &builder{from: from, site: map[string][]byte{}, markdown: newMarkdown()}
	if err := fs.WalkDir(from, ".", b.take); err != nil {
		return nil, err
	}
	if err := b.order(); err != nil {
		return nil, err
	}
	for _, p := range b.pages {
		content, err := b.render(p)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", p.file, err)
		}
		b.site[p.Path] = content
	}
	search, err := searchData(b.pages)
	if err != nil {
		return nil, err
	}
	b.site["search-data.js"] = search
	for _, name := range []string{"search.js", "style.css"} {
		if b.site[name], err = assets.ReadFile(name); err != nil {
			return nil, err
		}
	}
	return b.site, nil
}

// page is one page of Markdown.
type page struct {
	file     string // in the documentation
	Path     string // in the site
	Title    string // its first heading
	source   []byte
	tree     ast.Node
	sections []section
}

type builder struct {
	from     fs.FS
	site     map[string][]byte
	pages    []*page
	markdown goldmark.Markdown
}

func newMarkdown() goldmark.Markdown {
	return goldmark.New(
		goldmark.WithParserOptions(parser.WithAutoHeadingID(),
			parser.WithParagraphTransformers(util.Prioritized(gfm.Tables{}, 200)), parser.WithInlineParsers(util.Prioritized(gfm.Struck{}, 500))),
		goldmark.WithRendererOptions(renderer.WithNodeRenderers(util.Prioritized(gfm.HTML{}, 500))))
}

// take reads one file: pages are parsed, the others stay as they are.
func (b *builder) take(name string, entry fs.DirEntry, err error) error {
	if err != nil || entry.IsDir() {
		return err
	}
	content, err := fs.ReadFile(b.from, name)
	if err != nil {
		return err
	}
	if path.Ext(name) != ".md" {
		b.site[name] = content
		return nil
	}
	p := &page{file: name, Path: sitePath(name), source: content, tree: b.markdown.Parser().Parse(text.NewReader(content))}
	p.read()
	b.pages = append(b.pages, p)
	return nil
}

func sitePath(file string) string { return strings.TrimSuffix(file, ".md") + ".html" }

// order sorts the pages as the first page links to them; what it does not name
// comes behind, by name.
func (b *builder) order() error {
	byFile := map[string]*page{}
	for _, p := range b.pages {
		byFile[p.file] = p
	}
	first := byFile[contents]
	if first == nil {
		return fmt.Errorf("%s: no such page", contents)
	}
	sorted, seen := []*page{first}, map[*page]bool{first: true}
	for _, link := range links(first.tree) {
		name, _, _ := strings.Cut(string(link.Destination), "#")
		if isElsewhere(name) || path.Ext(name) != ".md" {
			continue
		}
		p := byFile[path.Clean(name)]
		if p == nil {
			return fmt.Errorf("%s: links to %s, which is no page", contents, name)
		}
		if !seen[p] {
			sorted, seen[p] = append(sorted, p), true
		}
	}
	for _, p := range b.pages {
		if !seen[p] {
			sorted = append(sorted, p)
		}
	}
	b.pages = sorted
	return nil
}

func links(tree ast.Node) []*ast.Link {
	var out []*ast.Link
	_ = ast.Walk(tree, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		if link, ok := n.(*ast.Link); ok && entering {
			out = append(out, link)
		}
		return ast.WalkContinue, nil
	})
	return out
}

func isElsewhere(destination string) bool {
	return destination == "" || strings.Contains(destination, "://") || strings.HasPrefix(destination, "mailto:")
}

// render makes the page of HTML, whose links lead to pages of HTML.
func (b *builder) render(p *page) ([]byte, error) {
	for _, link := range links(p.tree) {
		name, anchor, marked := strings.Cut(string(link.Destination), "#")
		if isElsewhere(name) || path.Ext(name) != ".md" {
			continue
		}
		to := sitePath(name)
		if marked {
			to += "#" + anchor
		}
		link.Destination = []byte(to)
	}
	var body bytes.Buffer
	if err := b.markdown.Renderer().Render(&body, p.source, p.tree); err != nil {
		return nil, err
	}
	var out bytes.Buffer
	err := frame().Execute(&out, map[string]any{
		"Page": p, "Pages": b.pages, "Up": strings.Repeat("../", strings.Count(p.Path, "/")),
		"Body": template.HTML(reachable(body.String())), // of our own pages, in which goldmark lets no HTML through
	})
	return out.Bytes(), err
}

// reachable lets the keys scroll what is wider than the screen.
func reachable(body string) string {
	return strings.NewReplacer("<pre>", `<pre tabindex="0">`, "<table>", `<table tabindex="0">`).Replace(body)
}
