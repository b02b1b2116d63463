package lexicon

import (
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// A data file that cannot be is refused, by file and line, with what was wanted.
func TestLoaderIsStrict(t *testing.T) {
	for _, c := range []struct{ why, text, want string }{
		{"a row before a section", "may\n", "x.txt:1: found a row before the head of a section"},
		{"an unknown section", "# kites\n[kites: names...]\n", `x.txt:2: found section "kites"`},
		{"other columns", "[leads: bare; operative]\n", `x.txt:1: section "leads" has the columns "bare; operative", wanted "bare; operative; preambular; traits"`},
		{"a section twice", "[months: names...]\n[months: names...]\n", `x.txt:2: section "months" stands twice`},
		{"an unknown column", "[roles: word; word]\nby\twith\tfor\n", "x.txt:2: [roles] found 3 columns, wanted word; word"},
		{"a column too few", "[roles: word; word]\nby\n", "x.txt:2: [roles] found 1 columns"},
		{"an empty column", "[roles: word; word]\nby\t\n", "x.txt:2: [roles] found an empty column"},
		{"two spaces", "[roles: word; word]\nby  way\twith\n", "x.txt:2: [roles] found two spaces"},
		{"an unknown key", "[members: role; words...]\nopen\tthe\n", `x.txt:2: [members] found "open", wanted one of opens, never`},
		{"a number that is none", "[cardinals: number; names...]\n1\tone\ntwo\ttwo\n", `x.txt:3: [cardinals] found "two", wanted a whole number`},
		{"a rank that is none", "[families: family; rank; verbs...]\nscale\ta scale\nasking\thigh\turge\n", `x.txt:3: [families] found rank "high", wanted a whole number`},
		{"an unknown trait", "[leads: bare; operative; preambular; traits]\nurge\tUrges\tUrging\tasking\n", `x.txt:2: [leads] found the trait "asking"`},
	} {
		t.Run(c.why, func(t *testing.T) {
			err := newChecker().check("x.txt", c.text)
			if err == nil || !strings.Contains(err.Error(), c.want) {
				t.Errorf("got %v, want %q", err, c.want)
			}
		})
	}
}

// The word that says what a row means is no word of the row: "opens" opened the
// member of a list, and "never" barred it.
func TestKeysAreNoWords(t *testing.T) {
	en := english(t)
	if en.OpensMember("opens") || en.BarsMember("never") || en.OpensAdverbial("ending") || en.Tense("past") != "" {
		t.Error("a key of a row was taken for a word of it")
	}
	if !en.OpensMember("the") || !en.BarsMember("including") || !en.OpensAdverbial("in") || en.Tense("was") != "past" {
		t.Error("a word of a row was not found")
	}
}

// No entry of a language stands twice, and each is found by what reads it.
func TestDataIsUsed(t *testing.T) {
	for _, code := range Codes() {
		lex, err := Language(code)
		if err != nil {
			t.Fatal(err)
		}
		for _, problem := range problems(lex) {
			t.Error(problem)
		}
	}
}

// place names the file and the line of a row.
func (l *Lexicon) place(section string, row int) string {
	t, lines := l.tables[section], []int{}
	_ = t.Each(func(_ []string, line int) error { lines = append(lines, line); return nil })
	return fmt.Sprintf("%s:%d", t.file, lines[row])
}

// problems lists the entries of a language that stand twice or that nothing
// uses, by file and line.
func problems(l *Lexicon) []string {
	var out []string
	each := func(section string, check func(row Row) string) {
		for i, row := range l.Table(section) {
			if wrong := check(row); wrong != "" {
				out = append(out, fmt.Sprintf("%s: [%s] %s", l.place(section, i), section, wrong))
			}
		}
	}
	for section := range shapes {
		each(section, twice(section))
	}
	verbs := l.verbs()
	unknown := func(row Row) string {
		for _, verb := range row {
			if !verbs[Fold(verb)] {
				return fmt.Sprintf("%q is no verb of [leads] with a manner of [modifiers]", verb)
			}
		}
		return ""
	}
	each("neutral", unknown)
	each("families", func(row Row) string { return unknown(row[min(2, len(row)):]) })
	each("counterparts", func(row Row) string {
		if _, known := actsByName()[row[0]]; !known {
			return fmt.Sprintf("%q is no act of acts.txt", row[0])
		}
		return unknown(row[1:])
	})
	each("leads", func(row Row) string { return l.unusedLead(row) })
	each("lines", func(row Row) string { return l.unusedLine(row) })
	each("formulas", func(row Row) string {
		if row[0] != "-" && l.OrganName(row[0]) == "" {
			return fmt.Sprintf("%q is no organ of [organs]", row[0])
		}
		return ""
	})
	each("ordinals", func(row Row) string {
		for _, name := range row[1:] {
			if n := l.Ordinal(name); fmt.Sprint(n) != row[0] {
				return fmt.Sprintf("%q is read as %d", name, n)
			}
		}
		return ""
	})
	slices.Sort(out)
	return out
}

// twice finds what stands a second time in a section. Rows that open with a key
// or a number may share words with rows of another key.
func twice(section string) func(Row) string {
	seen := map[string]bool{}
	s := shapes[section]
	return func(row Row) string {
		cells := row
		key := ""
		switch first, _, _ := strings.Cut(s.columns, ";"); {
		case slices.Contains([]string{"families", "hollow", "working", "amending", "turns"}, section):
			return ""
		case section == "leads":
			cells = row[:3]
		case section == "lines", strings.Count(s.columns, ";") == 1 && !strings.HasSuffix(s.columns, "...") && s.keys == nil:
			cells = Row{strings.Join(row, "\t")}
			if slices.Contains(saidSections, section) {
				cells = row[:1]
			}
		case first == "number" || first == "act" || s.keys != nil || section == "organs":
			cells, key = row[1:min(len(row), 2)], row[0]
			if strings.HasSuffix(s.columns, "...") {
				cells = row[1:]
			}
		}
		for column, cell := range cells {
			if section == "leads" {
				key = fmt.Sprint(column)
			}
			for form := range strings.SplitSeq(cell, "|") {
				at := key + "\t" + Fold(form)
				if form != "-" && seen[at] {
					return fmt.Sprintf("%q stands twice", form)
				}
				seen[at] = true
			}
		}
		return ""
	}
}

// verbs are the bare forms of leads, alone and with each manner.
func (l *Lexicon) verbs() map[string]bool {
	out := map[string]bool{}
	for _, row := range l.Table("leads") {
		for _, base := range bases(row) {
			out[base] = true
			for _, m := range l.Table("modifiers") {
				out[Fold(l.splitter().with(base, m[1]))] = true
				if m[0] == "intensity" {
					out[Fold(l.splitter().with(m[1], base))] = true
				}
			}
		}
	}
	return out
}

// bases are the names by which the verb of a row is known.
func bases(row Row) []string {
	if row[0] != "-" {
		return []string{Fold(row[0])}
	}
	var out []string
	for _, forms := range row[1:3] {
		for form := range strings.SplitSeq(forms, "|") {
			out = append(out, Fold(form))
		}
	}
	return out
}

// unusedLead tells the form of a row that opens no paragraph, because another
// row takes it.
func (l *Lexicon) unusedLead(row Row) string {
	for _, forms := range row[1:3] {
		for form := range strings.SplitSeq(forms, "|") {
			if form == "-" {
				continue
			}
			if lead, ok := l.Lead(form); !ok || lead.Length != len(form) {
				return fmt.Sprintf("%q is not found as a lead", form)
			}
		}
	}
	return ""
}

var slotPattern = regexp.MustCompile(`\{\w+\}`)

// samples are words that fit the slots of patterns.
var samples = map[string]string{"{rest}": "1 x", "{number}": "45", "{year}": "2184", "{item}": "101", "{words}": "x"}

// unusedLine tells the pattern that another takes all lines of.
func (l *Lexicon) unusedLine(row Row) string {
	text := slotPattern.ReplaceAllStringFunc(row[1], func(slot string) string {
		switch slot {
		case "{organ}":
			return l.Table("organs")[0][1]
		case "{date}":
			return l.sampleDate()
		case "{dates}":
			return "4–" + l.sampleDate()
		case "{list}":
			return "X:"
		}
		return samples[slot]
	})
	if line, ok := l.Line(text); !ok || line.Role != row[0] {
		return fmt.Sprintf("%q is read as %q, wanted %q", text, line.Role, row[0])
	}
	return ""
}

func (l *Lexicon) sampleDate() string {
	if l.words.marked {
		return "2184年1月5日"
	}
	return "5 " + l.Table("months")[0][0] + " 2184"
}

// The languages say the same things, and what they say is asked for somewhere.
func TestLanguagesSayTheSame(t *testing.T) {
	en := english(t)
	said := map[string]bool{}
	code := goSources(t)
	for _, section := range saidSections {
		for i, row := range en.Table(section) {
			said[row[0]] = true
			if !asked(code, row[0]) {
				t.Errorf("%s: [%s] nothing says %q", en.place(section, i), section, row[0])
			}
		}
	}
	amendments := map[string]bool{}
	for _, row := range slices.Concat(en.Table("amended"), en.Table("amendment")) {
		amendments[row[0]] = true
	}
	untold := map[string]int{}
	for _, other := range Codes() {
		lex, _ := Language(other)
		for name := range said {
			if amendments[name] && lex.Table("amended") == nil {
				continue // the language cannot read amendments yet (docs/languages.md)
			}
			if lex.sentence(name) == "" && !strings.HasPrefix(name, "count-") && !formOf.MatchString(name) {
				untold[other]++
				t.Logf("%s does not say %q", other, name)
			}
		}
		for _, e := range lex.sentences.entries {
			name := e.word
			if !said[name] && !said[formOf.ReplaceAllString(name, "")] && !strings.HasPrefix(name, "count-") {
				t.Errorf("%s says %q, which nothing asks for", other, name)
			}
		}
	}
	for code, n := range untold {
		t.Errorf("%s leaves %d phrases to English", code, n)
	}
}

// formOf is the end of a name that tells a form of number.
var formOf = regexp.MustCompile(`-(1|zero|one|two|few|many)$`)

// asked tells whether a name stands in the code: whole, or after a stem to which
// the code adds ("field-" + name).
func asked(code, name string) bool {
	name = formOf.ReplaceAllString(name, "")
	for i, r := range name {
		if r == '-' && strings.Contains(code, `"`+name[:i+1]+`"`) {
			return true
		}
	}
	return strings.Contains(code, `"`+name+`"`) || strings.Contains(code, `word('`+name+`'`) || strings.Contains(code, `"`+name+`-`)
}

// goSources is the code of the project without its tests.
func goSources(t *testing.T) string {
	t.Helper()
	var b strings.Builder
	err := filepath.WalkDir("../..", func(path string, d os.DirEntry, err error) error {
		if err == nil && slices.Contains([]string{".go", ".html", ".js"}, filepath.Ext(path)) && !strings.HasSuffix(path, "_test.go") {
			var text []byte
			text, err = os.ReadFile(path)
			b.Write(text)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return b.String()
}
