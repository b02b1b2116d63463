package diff

import (
	"slices"
	"strings"

	"reprise/internal/lexicon"
	"reprise/internal/token"
	"reprise/resolution"
)

// cite is a document cited in a clause.
type cite struct {
	symbol  string // canonical
	printed string
	clause  string // ID
}

// citationChanges lists the documents that only one text cites, and those that
// were rolled forward, in the order of the changes. A citation that another
// clause keeps is no change.
func (s *setting) citationChanges(changes []Change) []CitationChange {
	var out []CitationChange
	add := func(old, new, clause string) {
		for i := range out {
			if out[i].Old == old && out[i].New == new {
				if !slices.Contains(out[i].Clauses, clause) {
					out[i].Clauses = append(out[i].Clauses, clause)
				}
				return
			}
		}
		out = append(out, CitationChange{old, new, []string{clause}})
	}
	for i := range changes {
		ch := &changes[i]
		if ch.Status == Kept || !ch.Counted() {
			continue
		}
		gone := s.onlyIn(s.cites(s.old, ch.Old), s.body(s.new, &s.newBody))
		came := s.onlyIn(s.cites(s.new, ch.New), s.body(s.old, &s.oldBody))
		for _, r := range ch.Reasons {
			if r.Kind != kindCitation || r.Old == "" || r.New == "" {
				continue
			}
			o, n := findCite(gone, r.Old), findCite(came, r.New)
			if o >= 0 && n >= 0 {
				add(gone[o].symbol, came[n].symbol, came[n].clause)
				gone, came = slices.Delete(gone, o, o+1), slices.Delete(came, n, n+1)
			}
		}
		for _, c := range gone {
			add(c.symbol, "", c.clause)
		}
		for _, c := range came {
			add("", c.symbol, c.clause)
		}
	}
	return out
}

// cites lists the documents cited in some clauses, in order.
func (s *setting) cites(d *resolution.Document, clauses []*resolution.Clause) []cite {
	var out []cite
	for _, c := range clauses {
		if !strings.ContainsAny(c.Text, "/(") {
			continue
		}
		organ := d.Organ
		us := s.senses(c.Text)
		for i, u := range us {
			organ = s.organNamed(u.key, organ, d.Organ)
			if u.Kind == token.Citation && !s.otherSeries(us, i) {
				out = append(out, cite{canonical(u.Text, organ), u.Text, c.ID})
			}
		}
	}
	return out
}

// organNamed is the organ that a word names, else the one named before. A short
// name of several ("the Council") means the text's own organ where it may.
func (s *setting) organNamed(word string, before, own resolution.Organ) resolution.Organ {
	if code := s.lex.Organ(word); code != "" {
		return resolution.OrganByCode(code)
	}
	if codes := s.lex.OrgansCalled(word); slices.Contains(codes, own.String()) {
		return own
	}
	return before
}

// otherSeries tells whether a number is that of no resolution: "general comment
// No. 24 (2019)".
func (s *setting) otherSeries(us []unit, at int) bool {
	at--
	if at >= 0 && us[at].Kind == token.Punct && us[at].Text == "." {
		at--
	}
	return at >= 0 && us[at].class&lexicon.SeriesClass != 0
}

// canonical is a symbol as it stands in lists: with its organ. A bare "45/30"
// belongs to the organ last named before it, else to the text's own.
func canonical(printed string, organ resolution.Organ) string {
	if '0' <= printed[0] && printed[0] <= '9' {
		number, rest, _ := strings.Cut(printed, "/")
		switch {
		case rest != "" && organ == resolution.HumanRightsCouncil:
			return "A/HRC/RES/" + printed
		case rest != "" && len(number) == len("2020") && organ != resolution.GeneralAssembly:
			return "E/RES/" + printed
		}
	}
	if symbol, ok := resolution.ParseSymbol(printed); ok {
		return string(symbol)
	}
	return printed
}

// onlyIn leaves out the citations that a body of text has too.
func (s *setting) onlyIn(cites []cite, other string) []cite {
	return slices.DeleteFunc(cites, func(c cite) bool { return standsIn(other, c.printed) })
}

// standsIn tells whether a symbol stands in a text as a whole.
func standsIn(text, symbol string) bool {
	for at := 0; ; {
		i := strings.Index(text[at:], symbol)
		if i < 0 {
			return false
		}
		i += at
		at = i + 1
		if end := i + len(symbol); (i == 0 || !inSymbol(text[i-1])) && (end == len(text) || !inSymbol(text[end]) || text[end] == '.') {
			return true
		}
	}
}

func inSymbol(c byte) bool {
	return c == '/' || c == '.' || '0' <= c && c <= '9' || 'A' <= c && c <= 'Z'
}

// findCite finds the citation that opens the wording of a reason.
func findCite(cites []cite, wording string) int {
	return slices.IndexFunc(cites, func(c cite) bool { return strings.HasPrefix(wording, c.printed) })
}
