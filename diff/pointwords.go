package diff

import (
	"slices"
	"strings"
	"unicode"

	"reprise/diff/nature"
	"reprise/internal/lexicon"
	"reprise/resolution"
)

// wordPoint is the sentence on one reason, by its name and values.
func (s *setting) wordPoint(r wording, ch *Change) (sentence string, values []string) {
	old, new := excerpt(r.Old), excerpt(r.New)
	switch {
	case r.kind == nature.NoteKind:
		return "note-now", nil
	case r.kind == nature.PartKind:
		return "now-in-" + ch.New[0].Part.String(), nil
	case r.kind == nature.LeadKind || r.kind == nature.IntensityKind || r.kind == nature.MannerKind:
		sentence, old, new = s.wordLead(withObject(r, ch), ch.New[0].Part)
	case old == "":
		sentence = "adds"
	case new == "":
		sentence = "drops"
	case r.kind == nature.WordingKind && len(r.Old)+len(r.New) > maxQuoted:
		old, new = apart(r.Old, r.New)
		sentence, old, new = "rewords", excerpt(old), excerpt(new)
	default:
		sentence = "now"
	}
	return sentence, []string{"old", old, "new", new}
}

// wordLead is the sentence on a lead that changed, came or went. A participle
// of the preamble makes no sentence, so it is quoted.
func (s *setting) wordLead(r wording, part resolution.Part) (sentence, old, new string) {
	old, new = excerpt(s.withoutSequence(r.Old)), excerpt(s.withoutSequence(r.New))
	switch {
	case new == "":
		return "drops", old, new
	case old == "" && (part == resolution.Preamble || !s.finite(new)):
		return "adds", old, new
	case part == resolution.Preamble:
		return "lead-reads", old, new
	case old == "":
		return "lead-also", old, s.lower(new)
	}
	return "lead-now", s.lower(old), s.lower(new)
}

// finite tells whether a wording opens with a verb that a sentence on its clause
// can go on with: "requests", not "requesting" or "to request".
func (s *setting) finite(text string) bool {
	lead, ok := s.lex.FurtherLead(text)
	return ok && lead.Form&lexicon.OperativeForm != 0
}

// withObject gives a further lead that came or went the words that it opens, to
// the next mark, of which some were kept: "requests" says little.
func withObject(r wording, ch *Change) wording {
	switch {
	case r.Old == "":
		r.New = phraseAt(ch.New, r.New)
	case r.New == "":
		r.Old = phraseAt(ch.Old, r.Old)
	}
	return r
}

// phraseAt is the text of clauses from where a wording stands to the next mark
// after it; the wording itself where it stands nowhere.
func phraseAt(clauses []*resolution.Clause, wording string) string {
	for _, c := range clauses {
		if _, after, ok := strings.Cut(c.Text, wording); ok {
			if end := strings.IndexAny(after, ",;:.\n"); end >= 0 {
				after = after[:end]
			}
			return wording + after
		}
	}
	return wording
}

// withoutSequence leaves the words out of a lead that only follow its
// neighbours: "also welcomes".
func (s *setting) withoutSequence(text string) string {
	lead, ok := s.lex.Lead(text)
	if !ok {
		lead, ok = s.lex.FurtherLead(text)
	}
	if !ok || lead.Sequence == "" {
		return text
	}
	phrase, words := text[:lead.Length], strings.Fields(lead.Sequence)
	kept := slices.DeleteFunc(strings.Fields(phrase), func(w string) bool {
		return slices.Contains(words, strings.ToLower(w))
	})
	return strings.Join(kept, " ") + text[lead.Length:]
}

// bare tells whether a number came or went without a word that tells what it
// counts: that says little by itself.
func bare(r wording) bool {
	return r.kind == nature.NumberKind && (r.Old == "") != (r.New == "") && !strings.ContainsFunc(r.Old+r.New, unicode.IsLetter)
}

// apart leaves out the words with which two wordings begin alike, where an
// excerpt would show nothing else.
func apart(old, new string) (string, string) {
	if excerpt(old) != excerpt(new) {
		return old, new
	}
	at := 0
	for i := 0; i < min(len(old), len(new)) && old[i] == new[i]; i++ {
		if old[i] == ' ' {
			at = i + 1
		}
	}
	return "… " + old[at:], "… " + new[at:]
}

// countedWords is how many words after a number tell what it counts.
const countedWords = 2

// withNext gives a bare number or word that binds the kept words after it: “16
// keepers” says more than “16”.
func (s *setting) withNext(r wording, edits []Edit) wording {
	if r.kind != nature.NumberKind && r.kind != nature.ModalityKind {
		return r
	}
	for i, e := range edits[:max(0, len(edits)-1)] {
		if r.Old == "" || r.New == "" || i == 0 || e.Op != Insert || edits[i+1].Op != Equal ||
			!strings.HasSuffix(e.Text, r.New) || !strings.HasSuffix(edits[i-1].Text, r.Old) {
			continue
		}
		kept := edits[i+1].Text
		if end := strings.IndexAny(kept, ",;:.()\n"); end >= 0 {
			kept = kept[:end]
		}
		for k, word := range strings.Fields(kept) {
			if k == countedWords || s.lex.Stop(word) {
				break
			}
			r.Old, r.New = r.Old+" "+word, r.New+" "+word
		}
		return r
	}
	return r
}
