package diff

import (
	"strings"

	"reprise/internal/lexicon"
	"reprise/internal/token"
)

// A reference is a number by which a clause points to another of its own text:
// the 5 of "paragraph 5 above".

// staleReferences warns of references that were kept while the clause that
// they mean was renumbered or removed.
func (s *setting) staleReferences(changes []Change) []string {
	if !s.anyRenumbered(changes) {
		return nil
	}
	var out []string
	for i := range changes {
		ch := &changes[i]
		if len(ch.Old) != 1 || len(ch.New) != 1 || !ch.Counted() {
			continue
		}
		old, new := s.references(ch.Old[0].Text), s.references(ch.New[0].Text)
		for k := range min(len(old), len(new)) {
			if old[k] == new[k] {
				out = append(out, s.checkReference(changes, ch, new[k])...)
			}
		}
	}
	return out
}

func (s *setting) anyRenumbered(changes []Change) bool {
	for i := range changes {
		if changes[i].Renumbered || changes[i].Status != Kept && changes[i].Status != Reworded {
			return true
		}
	}
	return false
}

// checkReference finds what a number meant in the old text and warns if that
// clause has another number now.
func (s *setting) checkReference(changes []Change, at *Change, number string) []string {
	section := sectionOf(at.Old[0].ID)
	for i := range changes {
		ch := &changes[i]
		for _, c := range ch.Old {
			if c.Depth > 0 || c.Part != at.Old[0].Part || sectionOf(c.ID) != section || strings.Trim(c.Label, ".() ") != number {
				continue
			}
			if len(ch.New) == 0 {
				return []string{s.lex.Sentence("lost-reference", "clause", at.New[0].Name(), "number", number)}
			}
			now := strings.Trim(ch.New[0].Label, ".() ")
			for _, n := range ch.New {
				if now == "" || strings.Trim(n.Label, ".() ") == number {
					return nil
				}
			}
			return []string{s.lex.Sentence("stale-reference", "clause", at.New[0].Name(), "number", number, "now", now)}
		}
	}
	return nil
}

// sectionOf is what stands before the clause's own name in an ID: "II/" of
// "II/op2".
func sectionOf(id string) string {
	return id[:strings.LastIndexByte(id, '/')+1]
}

// references lists the numbers by which a text points to its own paragraphs,
// in order: those behind the noun for a paragraph, where a phrase that means
// this text follows them.
func (s *setting) references(text string) []string {
	if !s.lex.MentionsReference(text) {
		return nil
	}
	us := units(text, s.lex)
	for i := range us {
		us[i].key = lexicon.Fold(us[i].Text)
	}
	var out []string
	for i := range us {
		if !s.lex.IsReference(us[i].key) {
			continue
		}
		var numbers []string
		k := i + 1
		for ; k < len(us) && s.inReference(&us[k]); k++ {
			if us[k].Kind == token.Number {
				numbers = append(numbers, us[k].Text)
			}
		}
		word := func(n int) string { return us[k+n].key }
		if _, ok := s.lex.Phrases().At(len(us)-k, word, lexicon.HereClass); ok {
			out = append(out, numbers...)
		}
	}
	return out
}

// inReference tells what may stand between the noun and the end of its
// numbers: "paragraphs 2 (a) to (c) and 5".
func (s *setting) inReference(u *unit) bool {
	return u.Kind == token.Number || u.Text == "," || u.Text[0] == '(' || s.lex.Word(u.key).Is(lexicon.JoinRole)
}
