package gfm_test

import (
	"bytes"
	"testing"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/extension"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/renderer"
	"github.com/yuin/goldmark/util"

	"reprise/internal/gfm"
)

// What stands here is what goldmark's own package makes, of what both can read.
func TestAsTheLibraryDoes(t *testing.T) {
	ours := goldmark.New(
		goldmark.WithParserOptions(parser.WithParagraphTransformers(util.Prioritized(gfm.Tables{}, 200)), parser.WithInlineParsers(util.Prioritized(gfm.Struck{}, 500))),
		goldmark.WithRendererOptions(renderer.WithNodeRenderers(util.Prioritized(gfm.HTML{}, 500))))
	theirs := goldmark.New(goldmark.WithExtensions(extension.Table, extension.Strikethrough))
	for _, source := range []string{
		"| kind | oil |\n|---|--:|\n| brass | 3 |\n| tin | *4* `5` |\n\nAnd so on.",
		"a | b\n:-- | :-:\nc | d",
		"Before:\n| a |\n|---|\n| b |",
		"a ~~struck~~ word, and ~so~ too",
		"no | table\nno | dashes",
	} {
		var got, want bytes.Buffer
		if err := ours.Convert([]byte(source), &got); err != nil {
			t.Fatal(err)
		}
		if err := theirs.Convert([]byte(source), &want); err != nil {
			t.Fatal(err)
		}
		if got.String() != want.String() {
			t.Errorf("%s\n\n%s\nwant\n%s", source, got.String(), want.String())
		}
	}
}
