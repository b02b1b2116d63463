package concord_test

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"testing"

	"reprise/concord"
	"reprise/internal/lexicon"
	"reprise/internal/token"
	"reprise/resolution"
)

const (
	leastFound = 0.95 // of the seeded faults
	mostAlarms = 1.0  // false alarms a text, of the texts as they are
)

// A fault that is put into a text: which clause, and what is to be said of it.
type seededFault struct {
	text   *resolution.Document
	clause int
	kinds  []concord.Kind
}

// seeders put a fault into a copy of a text; false where the text has no place for it.
var seeders = []struct {
	name string
	seed func(d *resolution.Document) (seededFault, bool)
}{
	{"number", seedNumber}, {"date", seedDate}, {"dropped", seedDropped},
}

// Of faults that are put into the second language of a text, nearly all are found; and of
// the texts as they are, which translators made, hardly more is said than is so.
func TestSeededFaults(t *testing.T) {
	if testing.Short() {
		t.Skip("skipped: holds hundreds of texts against each other, which takes seconds")
	}
	seedAll(t, aligned(t, "dev"))
}

func seedAll(t *testing.T, texts []alignedText) {
	var pairs [][2]string
	eachPair(languages, func(a, b string) { pairs = append(pairs, [2]string{a, b}, [2]string{b, a}) })
	found, all := map[string]int{}, map[string]int{}
	alarms, noisy := 0, 0
	count := func(name string, is bool) {
		for _, key := range []string{name, "all"} {
			all[key]++
			if is {
				found[key]++
			}
		}
	}
	for i, one := range texts {
		pair := pairs[i%len(pairs)] // each text in one pair, each pair with as many texts
		a, b := one.texts[pair[0]], one.texts[pair[1]]
		n := len(concord.Texts(a, b).Faults)
		alarms += n
		if n > int(mostAlarms) {
			noisy++
		}
		for _, s := range seeders {
			if f, ok := s.seed(b); ok {
				is := says(concord.Texts(a, f.text).Faults, f, b)
				if !is && testing.Verbose() {
					t.Logf("%s, %s and %s: no %s in %s: %.100q", one.name, pair[0], pair[1], s.name, b.Clauses[f.clause].ID, b.Clauses[f.clause].Text)
				}
				count(s.name, is)
			}
		}
		for _, p := range pairs { // leads are few: every one in every pair
			a, b := one.texts[p[0]], one.texts[p[1]]
			for _, f := range seedWeaker(b, a) {
				count("weaker", says(concord.Texts(a, f.text).Faults, f, b))
			}
		}
		if f, ok := seedChange(b); ok {
			c := concord.Versions([2]*resolution.Document{a, b}, [2]*resolution.Document{copied(a), f.text})
			count("change", says(c.Faults, f, b))
		}
	}
	for _, name := range []string{"number", "date", "dropped", "weaker", "change", "all"} {
		share := float64(found[name]) / float64(max(1, all[name]))
		t.Logf("%s: %d of %d found, %.3f", name, found[name], all[name], share)
		if share < leastFound {
			t.Errorf("%s: %.3f found, want %.2f", name, share, leastFound)
		}
	}
	each := float64(alarms) / float64(len(texts))
	t.Logf("%.3f alarms a text; %.3f of the texts have more than one", each, float64(noisy)/float64(len(texts)))
	if each > mostAlarms {
		t.Errorf("%.3f alarms a text, at most %.1f", each, mostAlarms)
	}
}

// says tells whether one of the faults is the one that was put in: of its kind, in its
// clause. Of a clause that was dropped from a list of like ones any may be named that
// stands within two of it.
func says(faults []concord.Fault, f seededFault, before *resolution.Document) bool {
	return slices.ContainsFunc(faults, func(said concord.Fault) bool {
		if !slices.Contains(f.kinds, said.Kind) {
			return false
		}
		if said.Kind == concord.ClauseFault {
			return said.Places[0].Clause != nil && said.Places[1].Clause == nil
		}
		return said.Places[1].Clause != nil && said.Places[1].Clause.ID == before.Clauses[f.clause].ID
	})
}

// edited is a copy of a text with one clause's text changed.
func edited(d *resolution.Document, clause int, text string) *resolution.Document {
	out := copied(d)
	out.Clauses[clause].Text = text
	withLead(out.Clauses[clause], d.Language)
	return out
}

// copied is a copy of a text with clauses of its own.
func copied(d *resolution.Document) *resolution.Document {
	out := *d
	out.Clauses = make([]*resolution.Clause, len(d.Clauses))
	for i, c := range d.Clauses {
		one := *c
		out.Clauses[i] = &one
	}
	return &out
}

// factKinds are what a changed number or date may be called.
var factKinds = []concord.Kind{concord.NumberFault, concord.DateFault, concord.CitationFault, concord.SessionFault}

func seedNumber(d *resolution.Document) (seededFault, bool) { return seedToken(d, token.Number) }
func seedDate(d *resolution.Document) (seededFault, bool)   { return seedToken(d, token.Date) }

// seedToken raises the first figures of the first token of a kind by one.
func seedToken(d *resolution.Document, kind token.Kind) (seededFault, bool) {
	lex, _ := lexicon.Language(d.Language)
	for i, c := range d.Clauses {
		for _, tok := range token.Split(c.Text, lex) {
			if tok.Kind != kind {
				continue
			}
			if text, ok := raised(tok.Text); ok {
				return seededFault{edited(d, i, c.Text[:tok.At]+text+c.Text[tok.At+len(tok.Text):]), i, factKinds}, true
			}
		}
	}
	return seededFault{}, false
}

// raised raises the first number in figures of a text by one.
func raised(text string) (string, bool) {
	plain := lexicon.PlainDigits(text)
	from := strings.IndexFunc(plain, func(r rune) bool { return r >= '0' && r <= '9' })
	if from < 0 {
		return "", false
	}
	end := from
	for end < len(plain) && plain[end] >= '0' && plain[end] <= '9' {
		end++
	}
	n, err := strconv.Atoi(plain[from:end])
	if err != nil {
		return "", false
	}
	return fmt.Sprintf("%s%0*d%s", plain[:from], end-from, n+1, plain[end:]), true
}

// leastClauses is how many clauses a text needs for one to be missed.
const leastClauses = 3

func seedDropped(d *resolution.Document) (seededFault, bool) {
	if len(d.Clauses) < leastClauses {
		return seededFault{}, false
	}
	out := *d
	at := len(d.Clauses) / 2
	out.Clauses = slices.Delete(slices.Clone(d.Clauses), at, at+1)
	return seededFault{&out, at, []concord.Kind{concord.ClauseFault}}, true
}

// seedWeaker puts for each lead that stands on a scale, and has a counterpart, the weakest
// of its family.
func seedWeaker(d, other *resolution.Document) []seededFault {
	lex, _ := lexicon.Language(d.Language)
	var out []seededFault
	for i, c := range d.Clauses {
		lead, ok := lex.FurtherLead(c.Text)
		if !ok || c.Lead == "" || !inOther(other, c.ID) {
			continue
		}
		if weaker := weakest(lex, lead); weaker != "" {
			out = append(out, seededFault{edited(d, i, weaker+c.Text[lead.Length:]), i, []concord.Kind{concord.LeadFault}})
		}
	}
	return out
}

// inOther tells whether the counterpart of a clause opens with a lead that is known.
func inOther(d *resolution.Document, id string) bool {
	c := d.Clause(id)
	return c != nil && c.Lead != ""
}

// weakest is the lead of the lowest rank of the family of a lead, two below it at the
// least, in its form; "" where there is none.
func weakest(lex *lexicon.Lexicon, lead lexicon.Lead) string {
	family, rank := "", 0
	for _, row := range lex.Table("families") {
		if len(row) > 2 && slices.ContainsFunc(row[2:], func(v string) bool { return lexicon.Fold(v) == lexicon.Fold(lead.Base) }) {
			family, rank = row[0], number(row[1])
		}
	}
	for _, row := range lex.Table("families") {
		if len(row) > 2 && row[0] == family && number(row[1]) < rank-1 {
			if form := formOf(lex, row[2], lead.Form); form != "" {
				return form
			}
		}
	}
	return ""
}

func number(text string) int {
	n, _ := strconv.Atoi(text)
	return n
}

func formOf(lex *lexicon.Lexicon, base string, form lexicon.LeadForm) string {
	for _, row := range lex.Table("leads") {
		if row[0] != base {
			continue
		}
		column := 1
		if form&lexicon.OperativeForm == 0 {
			column = 2
		}
		first, _, _ := strings.Cut(row[column], "|")
		if first != "-" {
			return first
		}
	}
	return ""
}

// seedChange takes words out of the middle of the longest clause: a change of substance
// that the other language does not have.
func seedChange(d *resolution.Document) (seededFault, bool) {
	const leastWords = 20
	lex, _ := lexicon.Language(d.Language)
	at, most := -1, leastWords
	for i, c := range d.Clauses {
		if n := len(token.Split(c.Text, lex)); n > most {
			at, most = i, n
		}
	}
	if at < 0 {
		return seededFault{}, false
	}
	words := token.Split(d.Clauses[at].Text, lex)
	from, to := words[most/2].At, words[most/2+most/4].At
	text := d.Clauses[at].Text
	return seededFault{edited(d, at, text[:from]+text[to:]), at, []concord.Kind{concord.ChangeFault}}, true
}
