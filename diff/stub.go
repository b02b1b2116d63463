package diff

import (
	"reprise/internal/lexicon"
	"reprise/resolution"
)

type setting struct {
	lex      *lexicon.Lexicon
	scale    *lexicon.Scale
	old, new *resolution.Document
}

func (s *setting) judge(ch *Change) {
	if ch.Status != Kept {
		ch.Nature = Substantive
	}
}

func (s *setting) citationChanges([]Change) []CitationChange { return nil }
func (s *setting) sentences(c *Comparison) []string          { return nil }
