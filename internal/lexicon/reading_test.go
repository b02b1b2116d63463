package lexicon

import "testing"

func english(t *testing.T) *Lexicon {
	t.Helper()
	l, err := Language("en")
	if err != nil {
		t.Fatal(err)
	}
	return l
}

func TestLead(t *testing.T) {
	l := english(t)
	for _, c := range []struct {
		text, lead string
		want       Lead // Length is that of lead
	}{
		{"Recalling its resolution", "Recalling", Lead{Form: PreambularForm, Base: "recall"}},
		{"Considering also that", "Considering also", Lead{Form: PreambularForm, Base: "consider", Sequence: "also"}},
		{"Calls also upon keepers", "Calls also upon", Lead{Form: OperativeForm, Base: "call upon", Sequence: "also"}},
		{"Taking once again note of", "Taking once again note", Lead{Form: PreambularForm, Base: "take note", Sequence: "once again"}},
		{"Calls again, upon reflection", "Calls again", Lead{Form: OperativeForm, Base: "call", Sequence: "again"}},
		{"Gravely concerned at", "Gravely concerned", Lead{Form: PreambularForm, Base: "concerned", Intensity: "gravely"}},
		{"Takes note with appreciation of", "Takes note with appreciation", Lead{Form: OperativeForm, Base: "take note", Manner: "with appreciation"}},
		{"Once again urges all", "Once again urges", Lead{Form: OperativeForm, Base: "urge", Sequence: "once again"}},
		{"Expresses its deep concern at", "Expresses its deep concern", Lead{Form: OperativeForm, Base: "express", Manner: "its deep concern"}},
		{"Notes with concern, in this regard", "Notes with concern", Lead{Form: OperativeForm, Base: "note", Manner: "with concern"}},
		{"Recalling, in this regard", "Recalling", Lead{Form: PreambularForm, Base: "recall"}},
		{"Having considered the report", "Having considered", Lead{Form: PreambularForm, Base: "having considered"}},
		{"Reaffirm our lamps", "Reaffirm", Lead{Form: BareForm, Base: "reaffirm"}},
		{"Decides:", "Decides", Lead{Form: OperativeForm, Base: "decide"}},
		{"Lighthouses are kept", "", Lead{}},
		{"recalling lamps", "", Lead{}},
		{"", "", Lead{}},
	} {
		got, ok := l.Lead(c.text)
		c.want.Length = len(c.lead)
		if got != c.want || ok != (c.lead != "") {
			t.Errorf("Lead(%q) = %+v, want %+v", c.text, got, c.want)
		}
	}
}

func TestLine(t *testing.T) {
	l := english(t)
	for _, c := range []struct{ text, role, slot, value string }{
		{"Seventy-third session", "session", "words", "Seventy-third"},
		{"2184 session", "session-date", "year", "2184"},
		{"GENERAL", "distribution", "", ""},
		{"General lamps", "", "", ""},
		{"Agenda item 101 (o)", "agenda", "item", "101 (o)"},
		{"Agenda items 13 and 75", "agenda", "item", "13 and 75"},
		{"Resolution adopted by the General Assembly on 5 December 2145", "adopted", "date", "5 December 2145"},
		{"RESOLUTION ADOPTED BY THE GENERAL ASSEMBLY", "adopted", "organ", "GENERAL ASSEMBLY"},
		{"[on the report of the First Committee (A/200/410)]", "provenance", "rest", "the First Committee (A/200/410)"},
		{"Adopted by the Security Council at its 12770th meeting, on 31 October 2184", "adopted", "date", "31 October 2184"},
		{"45th plenary meeting", "meeting", "number", "45th"},
		{"50th (resumed) plenary meeting", "meeting", "number", "50th"},
		{"[Adopted without a vote.]", "vote", "", ""},
		{"In favour:", "in-favour", "", ""},
		{"14 September–7 October 2180", "dates", "dates", "14 September–7 October 2180"},
		{"Resolution 9350 (2174)", "number", "year", "(2174)"},
		{"Meridia and Ostravia:* draft resolution", "sponsors", "list", "Meridia and Ostravia"},
		{"General and complete quiet: lamps", "", "", ""},
		{"Recalling its resolution 199/3 of 5 December 2144,", "", "", ""},
	} {
		got, _ := l.Line(c.text)
		if got.Role != c.role || c.slot != "" && got.Value(c.slot) != c.value {
			t.Errorf("Line(%q) = %q, %q, want %q, %q", c.text, got.Role, got.Value(c.slot), c.role, c.value)
		}
	}
}

func TestFormula(t *testing.T) {
	l := english(t)
	for _, c := range []struct {
		text, organ string
		length      int
	}{
		{"The General Assembly,", "GA", 21},
		{"The General Assembly", "GA", 20},
		{"The Security Council.", "SC", 21},
		{"The General Assembly, Recalling", "GA", 22},
		{"The General Assembly decides", "", 0},
		{"Security Council,", "SC", 17},
		{"Security Council", "", 0},
		{"the Security Council,", "", 0},
		{"The Committee", "", 0},
	} {
		organ, n, ok := l.Formula(c.text)
		if organ != c.organ || n != c.length || ok != (c.organ != "") {
			t.Errorf("Formula(%q) = %q, %d, %v", c.text, organ, n, ok)
		}
	}
}

func TestDetect(t *testing.T) {
	if got := Detect([]string{"The General Assembly,", "Recalling lamps,"}).Code(); got != "en" {
		t.Errorf("English text: %s", got)
	}
	for text, want := range map[string]string{ // no formula: a decision alone, a sentence
		"决定将任务期限延长至2151年。":                           "zh",
		"1. 请秘书长提出报告。 A/204/176":                     "zh",
		"Комитет постановил отложить рассмотрение.":  "ru",
		"قررت اللجنة تأجيل النظر.":                   "ar",
		"La Comisión decide aplazar el examen.":      "es",
		"Le Comité décide de reporter cet examen.":   "fr",
		"The Committee decides to postpone it (北京).": "en",
	} {
		if got := Detect([]string{text}).Code(); got != want {
			t.Errorf("%q is taken for %s, want %s", text, got, want)
		}
	}
	if got := Detect(nil).Code(); got != Default {
		t.Errorf("no text: %s, want the default", got)
	}
}

func FuzzLine(f *testing.F) {
	f.Add("Seventy-third session")
	f.Add("Resolution adopted by the")
	f.Add("[on the report of the , : draft resolution")
	f.Fuzz(func(t *testing.T, text string) {
		l, err := Language("en")
		if err != nil {
			t.Fatal(err)
		}
		l.Line(text)
		if lead, ok := l.Lead(text); ok && (lead.Length <= 0 || lead.Length > len(text)) {
			t.Errorf("Lead(%q) takes %d bytes", text, lead.Length)
		}
		if _, n, _ := l.Formula(text); n < 0 || n > len(text) {
			t.Errorf("Formula(%q) takes %d bytes", text, n)
		}
	})
}
