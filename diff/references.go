package diff

import (
	"slices"
	"strings"

	"reprise/align"
	"reprise/internal/lexicon"
	"reprise/internal/token"
	"reprise/resolution"
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
			if !slices.Equal(old[k], new[k]) {
				continue // the drafter has looked at it
			}
			for _, meant := range new[k] {
				out = append(out, s.checkReference(changes, ch, meant)...)
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
func (s *setting) checkReference(changes []Change, at *Change, meant string) []string {
	section := sectionOf(at.Old[0].ID)
	for i := range changes {
		ch := &changes[i]
		for _, c := range ch.Old {
			if c.Depth > 0 || c.Part != at.Old[0].Part || sectionOf(c.ID) != section || number(c) != meant {
				continue
			}
			if len(ch.New) == 0 {
				return []string{s.lex.Sentence("lost-reference", "clause", at.New[0].Name(), "number", meant)}
			}
			now := number(ch.New[0])
			for _, n := range ch.New {
				if now == "" || number(n) == meant {
					return nil
				}
			}
			return []string{s.lex.Sentence("stale-reference", "clause", at.New[0].Name(), "number", meant, "now", now)}
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
// in order and by mention ("paragraphs 1 to 6"): those behind the noun for a
// paragraph, where a phrase that means this text follows them.
func (s *setting) references(text string) [][]string {
	if !s.lex.MentionsReference(text) {
		return nil
	}
	us := units(text, s.lex)
	for i := range us {
		us[i].key = lexicon.Fold(us[i].Text)
	}
	var out [][]string
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
			out = append(out, numbers)
		}
	}
	return out
}

// inReference tells what may stand between the noun and the end of its
// numbers: "paragraphs 2 (a) to (c) and 5".
func (s *setting) inReference(u *unit) bool {
	return u.Kind == token.Number || u.Text == "," || u.Text[0] == '(' || s.lex.Word(u.key).Is(lexicon.JoinRole)
}

// renumbering tells the new number of each paragraph of the first level that
// one paragraph became, by its old number.
func renumbering(links []align.Link) map[string]string {
	moved := map[string]string{}
	for _, l := range links {
		if len(l.Old) == 0 || len(l.New) == 0 || l.Old[0].Depth > 0 || l.New[0].Depth > 0 || l.Old[0].Part != resolution.Operative {
			continue
		}
		moved[number(l.Old[0])] = number(l.New[0])
	}
	return moved
}

// number is the number of a paragraph as references print it.
func number(c *resolution.Clause) string { return strings.Trim(c.Label, ".() ") }

// ownReferences explains references to paragraphs of the text itself that follow
// the new numbering: they say what they said.
func (r *reading) ownReferences() {
	if len(r.numbering) == 0 || !r.lex.MentionsReference(r.w.newText) {
		return
	}
	old, new := r.mentions(r.w.old), r.mentions(r.w.new)
	for k := range min(len(old), len(new)) {
		was, is := numbersOf(r.w.old, old[k]), numbersOf(r.w.new, new[k])
		for i := range was {
			was[i] = r.numbering[was[i]]
		}
		if slices.Equal(was, is) {
			r.take(old[k], new[k], referenceFollowed)
		}
	}
}

// mentions lists the units of the numbers behind each noun for a paragraph, with
// what joins them, where nothing behind them says of what other text:
// "paragraphs 2 to 5", not "paragraph 2 of its resolution".
func (s *setting) mentions(us []unit) [][]int {
	var out [][]int
	for i := range us {
		if !s.lex.IsReference(us[i].key) {
			continue
		}
		end := i + 1
		for k := end; k < len(us) && s.inReference(&us[k]); k++ {
			if us[k].Kind == token.Number {
				end = k + 1
			}
		}
		word := func(n int) string { return us[end+n].key }
		_, here := s.lex.Phrases().At(len(us)-end, word, lexicon.HereClass)
		if here || end == len(us) || us[end].class&lexicon.GrammarClass == 0 {
			out = append(out, span(i+1, end))
		}
	}
	return out
}

func numbersOf(us []unit, at []int) []string {
	var out []string
	for _, i := range at {
		if us[i].Kind == token.Number {
			out = append(out, us[i].Text)
		}
	}
	return out
}
