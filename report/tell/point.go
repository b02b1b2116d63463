package tell

import (
	"slices"
	"strings"

	"reprise/diff"
	"reprise/diff/points"
	"reprise/resolution"
)

// maxParts is how many facts of a point are quoted; what is left is named.
const maxParts = 3

// Point says what a reader must hear, with the words of both texts that show it.
//
// Law 11: every number, date, name and quoted word of it stands in the spans that
// the point names, on the side it says.
func (v Voice) Point(p diff.Point) Line {
	t := teller{Voice: v, point: p}
	rest := slices.DeleteFunc(slices.Clone(p.Facts), func(f points.Fact) bool { return f.Beside })
	for len(rest) > 0 && len(t.parts) < maxParts {
		rest = t.take(rest)
	}
	if also := t.untold(p.Facts); len(also) > 0 {
		t.parts = append(t.parts, v.count("point-also", len(also), value{"clause", t.namedFacts(also)}))
	}
	facts := t.parts[0]
	for _, part := range t.parts[1:] {
		facts = t.fill("semicolon", value{"list", facts}, value{"last", part})
	}
	if len(p.Theme) > 0 {
		facts = v.fill("point-theme", value{"theme", Line{{Text: p.Theme[0].Text(), Quote: true}}}, value{"facts", facts})
	}
	return sentence(facts.with(Run{Text: v.Say("full-stop")}))
}

// teller puts the facts of a point into parts of a sentence.
type teller struct {
	Voice
	point diff.Point
	parts []Line
	told  []points.Fact
}

// take tells the first fact, with those that say the same of other clauses, and
// gives the others back.
func (t *teller) take(facts []points.Fact) []points.Fact {
	f := facts[0]
	same, rest := facts[:1:1], []points.Fact(nil)
	for _, g := range facts[1:] {
		if g.Act == f.Act && (f.Act == points.Came || f.Act == points.Went) {
			same = append(same, g)
		} else {
			rest = append(rest, g)
		}
	}
	t.parts = append(t.parts, t.part(same))
	t.told = append(t.told, same...)
	return rest
}

// untold are the facts on clauses of which nothing is told.
func (t *teller) untold(facts []points.Fact) []points.Fact {
	return slices.DeleteFunc(slices.Clone(facts), func(f points.Fact) bool {
		return slices.ContainsFunc(t.told, func(g points.Fact) bool { return sameClauses(f, g) })
	})
}

func sameClauses(f, g points.Fact) bool {
	return slices.Equal(f.Old, g.Old) && slices.Equal(f.New, g.New)
}

// part is what facts of one act say; the first one is quoted.
func (t *teller) part(facts []points.Fact) Line {
	f, most := facts[0], maxInside
	if f.Act == points.Came || f.Act == points.Went {
		most = maxOpening
	}
	values := []value{
		{"clause", t.subject(facts)},
		{"first", t.namedFacts(facts[:1])},
		{"was", t.quoted(f.Was, most)}, {"now", t.quoted(f.Now, most)},
		{"old", t.named(f.Old, true)}, {"new", t.named(f.New, false)},
	}
	line := t.count(t.name(f), t.clauses(facts), values...)
	if f.When.Clause != nil && !strings.Contains(excerpt(f.Was.Text()+f.Now.Text(), most), f.When.Text()) {
		line = t.fill("point-when", value{"fact", line}, value{"when", t.quoted(f.When, most)})
	}
	return line
}

// name is the phrase for a fact: for a direction the one that says it.
func (t *teller) name(f points.Fact) string {
	directed := f.Act == points.Verb || f.Act == points.Reads || f.Act == points.Adds || f.Act == points.Drops
	switch {
	case f.Act == points.Reads && f.Kind == points.Mandate:
		return "point-term"
	case directed && f.Kind == points.Stronger:
		return "point-stronger-" + f.Act.String()
	case directed && f.Kind == points.Weaker:
		return "point-weaker-" + f.Act.String()
	}
	return "point-" + f.Act.String()
}

// subject names the clauses of facts; "it" behind a part on the same clause.
func (t *teller) subject(facts []points.Fact) Line {
	if last := len(t.told) - 1; len(facts) == 1 && last >= 0 && sameClauses(t.told[last], facts[0]) {
		return t.count("point-it", t.clauses(facts))
	}
	return t.namedFacts(facts)
}

// clauses is how many clauses the subject of facts has.
func (t *teller) clauses(facts []points.Fact) int {
	n := 0
	for _, f := range facts {
		if n += len(f.New); len(f.New) == 0 {
			n += len(f.Old)
		}
	}
	return n
}

// namedFacts names the clauses of facts, new ones where they have any.
func (t *teller) namedFacts(facts []points.Fact) Line {
	var names []Line
	for _, old := range [...]bool{false, true} {
		all := t.point.New
		if old {
			all = t.point.Old
		}
		clauses := slices.DeleteFunc(slices.Clone(all), func(c *resolution.Clause) bool {
			return !slices.ContainsFunc(facts, func(f points.Fact) bool {
				return old && len(f.New) == 0 && slices.Contains(f.Old, c) || !old && slices.Contains(f.New, c)
			})
		})
		if len(clauses) > 0 && old {
			names = append(names, t.namedOld(clauses))
		} else if len(clauses) > 0 {
			names = append(names, t.named(clauses, false))
		}
	}
	return t.series(names)
}
