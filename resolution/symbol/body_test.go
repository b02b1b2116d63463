package symbol

import (
	"strings"
	"testing"
)

func TestBodiesAndYears(t *testing.T) {
	for _, c := range []struct {
		symbol Symbol
		body   Body
		year   int
	}{
		{"A/RES/73/58", GeneralAssembly, 2018},
		{"A/RES/3472 B (XXX)", GeneralAssembly, 1975},
		{"A/RES/S-10/2", GeneralAssembly, 0}, // special sessions have no calendar
		{"A/C.1/75/L.8/Rev.1", GeneralAssembly, 0},
		{"S/RES/2242 (2015)", SecurityCouncil, 2015},
		{"E/RES/2016/2", "ECOSOC", 2016},
		{"E/RES/1503 (XLVIII)", "ECOSOC", 1970},
		{"A/HRC/RES/7/4", "HRC", 2008},
		{"A/HRC/RES/8/4", "HRC", 2008},
		{"A/HRC/RES/10/1", "HRC", 2009},
		{"A/HRC/RES/45/30", "HRC", 2020},
		{"CEDAW/C/GC/38", "CEDAW", 0},
		{"E/C.12/GC/25", "CESCR", 0},
		{"UNEP/EA.5/Res.14", "UNEA", 2021},
		{"UNEP/EA.9/Res.1", "UNEA", 0}, // not yet held
		{"WHA75.7", "WHA", 2022},
		{"Assembly/AU/Dec.749 (XXXIII)", "AU", 2020},
		{"Assembly/AU/Dec.100 (VI)", "AU", 2006},
		{"lamps", NoBody, 0},
	} {
		if got := c.symbol.Body(); got != c.body {
			t.Errorf("%s is of %q, want %q", c.symbol, got, c.body)
		}
		if got := c.symbol.Year(); got != c.year {
			t.Errorf("%s is of %d, want %d", c.symbol, got, c.year)
		}
	}
}

// A calendar turned round gives the year back.
func TestSessionInYear(t *testing.T) {
	for _, r := range bodies().order {
		for year := firstYear; year < 2100; year++ {
			if n := r.body.SessionIn(year); n > 0 && r.body.Year(n) != year {
				t.Errorf("%s: session %d in %d, and that opened in %d", r.body, n, year, r.body.Year(n))
			}
		}
	}
	for _, c := range []struct {
		body       Body
		year, want int
	}{{GeneralAssembly, 2018, 73}, {"HRC", 2020, 45}, {"UNEA", 2018, 0}, {"UNEA", 2019, 4}, {SecurityCouncil, 2018, 0}} {
		if got := c.body.SessionIn(c.year); got != c.want {
			t.Errorf("%s in %d: session %d, want %d", c.body, c.year, got, c.want)
		}
	}
}

func TestTableNamesItsFaults(t *testing.T) {
	for text, want := range map[string]string{
		"[bodies: a]\nX\tX/":                                "f:2: 2 columns",
		"[bodies: a]\nX\tX/\t-\nX\tX/\t-":                   "f:3: X stands twice",
		"[bodies: a]\nX\tX/\t1":                             "f:2: \"1\" in a calendar",
		"[bodies: a]\nX\tX/\t5:2000 4:2001/1":               "in order",
		"[numbers: a]\nX\t{serial}\tX/{serial}":             "no body X",
		"[bodies: a]\nX\tX/\t-\n[numbers: a]\nX\t{lamp}\tX": "no slot {lamp",
		"[lamps: a]\nX\tX\tX":                               "no section \"lamps\"",
	} {
		if _, err := parseTable("f", text); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%q: %v, want %q", text, err, want)
		}
	}
}
