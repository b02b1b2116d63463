package concord_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"reprise/concord"
	"reprise/resolution"
)

// One thing is changed in one of two languages of the lighthouses, and that one thing is
// said, of its kind.
func TestOneFaultIsSaidAlone(t *testing.T) {
	for _, c := range []struct {
		why, language, was, is string
		kind                   concord.Kind
		strength               concord.Strength
	}{
		{"a day", "fr", "198/27 du 6 décembre 2143", "198/27 du 7 décembre 2143", concord.DateFault, 0},
		{"a month", "zh", "2143年12月6日", "2143年11月6日", concord.DateFault, 0},
		{"a resolution", "ar", "198/27", "198/28", concord.CitationFault, 0},
		{"a session in words", "es", "ducentésimo cuarto período de sesiones, un informe", "ducentésimo quinto período de sesiones, un informe", concord.SessionFault, 0},
		{"a paragraph left out", "ru", "2. *приветствует*", "", concord.ClauseFault, 0},
		{"a point left out", "fr", "b) À réparer", "", concord.ClauseFault, 0},
		{"a weaker verb", "fr", "*Prie* le Secrétaire", "*Invite* le Secrétaire", concord.LeadFault, concord.Weaker},
		{"a stronger verb", "zh", "*邀请*", "*要求*", concord.LeadFault, concord.Stronger},
		{"another act", "fr", "*Rappelant* ses", "*Réaffirmant* ses", concord.LeadFault, concord.Other},
		{"a note left out", "fr", "<sup>1</sup> constitue", "constitue", concord.NoteFault, 0},
		{"a symbol in a note", "fr", "<sup>2</sup> A/202/198", "<sup>2</sup> A/202/199", concord.CitationFault, 0},
		{"the day of adoption", "fr", "le 4 décembre 2147", "le 5 décembre 2147", concord.FieldFault, 0},
		{"the agenda item", "es", "Tema 88 c)", "Tema 88 d)", concord.FieldFault, 0},
	} {
		t.Run(c.why, func(t *testing.T) {
			other := "ar"
			if c.language == other {
				other = "fr"
			}
			text, err := os.ReadFile(filepath.Join("..", "testdata", "specimen-"+c.language, "A_RES_202_38.md"))
			if err != nil {
				t.Fatal(err)
			}
			faulty := parsed(t, "faulty.md", seededText(t, string(text), c.was, c.is))
			faults := concord.Texts(specimenOf(t, other, "A_RES_202_38"), faulty).Faults
			if len(faults) != 1 || faults[0].Kind != c.kind || faults[0].Strength != c.strength {
				t.Errorf("said %v, want one fault of %s", faults, c.kind)
			}
		})
	}
}

// seededText puts words for others that stand once; nothing for what opens a paragraph
// takes the whole of it away.
func seededText(t *testing.T, text, was, is string) string {
	t.Helper()
	if strings.Count(text, was) < 1 {
		t.Fatalf("%q does not stand in the text", was)
	}
	if is != "" {
		return strings.Replace(text, was, is, 1)
	}
	from := strings.Index(text, was)
	return text[:from] + text[from+strings.Index(text[from:], "\n\n")+2:]
}

// A paragraph that stands elsewhere in one language is told as that, not as two that are
// missing.
func TestClauseAtAnotherPlace(t *testing.T) {
	const english = "The General Assembly,\n\n1. Requests the Secretary-General to report by 31 December 2151 on the 45 lamps of Meridia;\n\n2. Welcomes the fog;\n\n3. Urges all keepers to keep their lights burning;\n\n4. Decides to meet again;\n"
	const french = "L’Assemblée générale,\n\n1. Se félicite du brouillard ;\n\n2. Exhorte tous les gardiens à garder leurs feux allumés ;\n\n3. Décide de se réunir à nouveau ;\n\n4. Prie le Secrétaire général de faire rapport avant le 31 décembre 2151 sur les 45 lampes de Meridia ;\n"
	c := concord.Texts(parsed(t, "en.txt", english), parsed(t, "fr.txt", french))
	if len(c.Faults) != 1 || c.Faults[0].Kind != concord.PlaceFault || c.Faults[0].Places[0].Clause.ID != "op1" || c.Faults[0].Places[1].Clause.ID != "op4" {
		t.Errorf("said %v", c.Faults)
	}
}

// What was changed in one language only is said as what was done there.
func TestChangesThatWereNotCarriedOver(t *testing.T) {
	const old = "The General Assembly,\n\n1. Requests all keepers to report;\n\n2. Welcomes the fog;\n"
	const other = "L’Assemblée générale,\n\n1. Prie tous les gardiens de faire rapport ;\n\n2. Se félicite du brouillard ;\n"
	for _, c := range []struct{ why, new, newOther, clause, status string }{
		{"reworded in English", strings.Replace(old, "all keepers", "all keepers and pilots", 1), other, "op1", "reworded"},
		{"added in English", old + "\n3. Decides to meet;\n", other, "op3", "added"},
		{"removed in English", strings.Replace(old, "\n2. Welcomes the fog;\n", "", 1), other, "op2", "removed"},
		{"another comma is no change", strings.Replace(old, "keepers to", "keepers, to", 1), other, "", ""},
		{"changed in both", strings.Replace(old, "all keepers", "all keepers and pilots", 1), strings.Replace(other, "gardiens", "gardiens et pilotes", 1), "", ""},
		{"added in both", old + "\n3. Decides to meet;\n", other + "\n3. Décide de se réunir ;\n", "", ""},
	} {
		t.Run(c.why, func(t *testing.T) {
			result := concord.Versions([2]*resolution.Document{parsed(t, "a.txt", old), parsed(t, "b.txt", other)},
				[2]*resolution.Document{parsed(t, "c.txt", c.new), parsed(t, "d.txt", c.newOther)})
			switch {
			case c.status == "" && len(result.Faults) > 0:
				t.Errorf("said %v of what was carried over", result.Faults)
			case c.status == "":
			case len(result.Faults) != 1 || result.Faults[0].Kind != concord.ChangeFault || result.Faults[0].Changes[0].Status.String() != c.status && result.Faults[0].Changes[1].Status.String() != c.status || name(result.Faults[0]) != c.clause:
				t.Errorf("said %v, want that %s was %s", result.Faults, c.clause, c.status)
			}
		})
	}
}

// Whatever the texts are, every clause that counts is in one link, and the mirror holds.
func FuzzTexts(f *testing.F) {
	f.Add("The General Assembly,\n\n1. Requests 5 lamps by 4 December 2147;\n\n2. Welcomes;", "L’Assemblée générale,\n\n1. Prie 5 lampes ;")
	f.Add("大会，\n\n1. 决定300万人；\n\n(a) 第七十届会议；", "إن الجمعية العامة،\n\n1 - تقرر 000 3 سنة؛")
	f.Add("", "[1] 1 000 2 00 000")
	f.Fuzz(func(t *testing.T, first, second string) {
		a, errA := readIn(t, "en", first)
		b, errB := readIn(t, "zh", second)
		if errA != nil || errB != nil {
			return
		}
		one, other := concord.Texts(a, b), concord.Texts(b, a)
		seen := map[*resolution.Clause]int{}
		for _, l := range one.Links {
			for _, side := range l.Sides {
				for _, c := range side {
					seen[c]++
				}
			}
		}
		for _, d := range []*resolution.Document{a, b} {
			for _, c := range d.Clauses {
				want := 0
				if c.Counted() || c.IsFormula() {
					want = 1
				}
				if seen[c] != want {
					t.Fatalf("%s is in %d links, want %d", c.ID, seen[c], want)
				}
			}
		}
		if len(one.Faults) != len(other.Faults) {
			t.Fatalf("%d faults, turned round %d", len(one.Faults), len(other.Faults))
		}
		for i, f := range one.Faults {
			if g := other.Faults[i]; f.Places[0] != g.Places[1] || f.Places[1] != g.Places[0] || f.Kind != g.Kind {
				t.Fatalf("fault %d is %v, turned round %v", i, f, g)
			}
			for _, p := range f.Places {
				if p.Clause != nil && p.Note == "" && !strings.Contains(p.Clause.Text, p.Text) {
					t.Fatalf("%q stands not in %q", p.Text, p.Clause.Text)
				}
			}
		}
	})
}
