package manual

import (
	"embed"
	"encoding/json"
	"html/template"
	"strings"
	"sync"

	"github.com/yuin/goldmark/ast"
)

//go:embed page.html search.js style.css
var assets embed.FS

// frame is what all pages have around their text; a run that shows none does not read it.
var frame = sync.OnceValue(func() *template.Template { return template.Must(template.ParseFS(assets, "page.html")) })

// section is what stands below one heading: the unit that a search finds.
type section struct {
	Page    string `json:"page"` // path in the site
	Title   string `json:"title"`
	Heading string `json:"heading"` // "" above the first one below the title
	Anchor  string `json:"anchor"`
	Text    string `json:"text"`
}

// read finds the title of a page and its sections.
func (p *page) read() {
	current := section{Page: p.Path}
	var words []string
	end := func() {
		if current.Text = strings.Join(strings.Fields(strings.Join(words, " ")), " "); current.Text != "" || current.Heading != "" {
			p.sections = append(p.sections, current)
		}
		words = nil
	}
	for n := p.tree.FirstChild(); n != nil; n = n.NextSibling() {
		said := plain(n, p.source)
		heading, ok := n.(*ast.Heading)
		switch {
		case !ok:
			words = append(words, said)
			continue
		case p.Title == "":
			p.Title = said
		default:
			end()
			current = section{Page: p.Path, Heading: said, Anchor: anchor(heading)}
		}
	}
	end()
	for i := range p.sections {
		p.sections[i].Title = p.Title
	}
}

func anchor(h *ast.Heading) string {
	id, _ := h.AttributeString("id")
	name, _ := id.([]byte)
	return string(name)
}

// plain is the text of a node without its marks.
func plain(n ast.Node, source []byte) string {
	var b strings.Builder
	_ = ast.Walk(n, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		if !entering {
			return ast.WalkContinue, nil
		}
		switch n := n.(type) {
		case *ast.Text:
			b.Write(n.Value(source))
			if n.SoftLineBreak() {
				b.WriteByte(' ')
			}
		case *ast.CodeBlock, *ast.FencedCodeBlock:
			for i := range n.Lines().Len() {
				line := n.Lines().At(i)
				b.Write(line.Value(source))
			}
		default:
			if n.Type() == ast.TypeBlock {
				b.WriteByte(' ')
			}
		}
		return ast.WalkContinue, nil
	})
	return strings.TrimSpace(b.String())
}

// searchData is the script that hands the sections to the search.
func searchData(pages []*page) ([]byte, error) {
	var all []section
	for _, p := range pages {
		all = append(all, p.sections...)
	}
	data, err := json.Marshal(all)
	return append([]byte("const sections = "), append(data, ";\n"...)...), err
}
