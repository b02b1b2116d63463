package tell

import (
	"slices"
	"strconv"

	"reprise/diff"
	"reprise/diff/points"
	"reprise/resolution"
)

// Top is how many points a delegate reads between two meetings; the others stand
// behind them.
const Top = 7

// Summary is what a reader must hear of a comparison, in sentences.
type Summary struct {
	Head   []Line // what the text is now called, and what came into it and went
	Points []Line // one a point, the weightiest first; Top of them are for everyone
	Untold []Line // the clauses of substance that no point names
	Close  []Line // what only moved or was updated, and how much is taken over
}

// Summary tells the points of a comparison. It is empty where a text has no
// clauses.
func (v Voice) Summary(c *diff.Comparison) Summary {
	if c.Old == nil || c.New == nil || len(c.Old.Clauses) == 0 || len(c.New.Clauses) == 0 {
		return Summary{}
	}
	s := Summary{Head: append(v.titles(c.Fields), v.theme(c)...), Untold: v.untold(c), Close: v.closing(c)}
	for _, p := range c.Points {
		s.Points = append(s.Points, v.Point(p))
	}
	return s
}

// First are the points for everyone, and Rest those behind them.
func (s Summary) First() []Line { return s.Points[:min(Top, len(s.Points))] }

// Rest are the points behind the first ones; nil for none.
func (s Summary) Rest() []Line { return s.Points[min(Top, len(s.Points)):] }

// Short is the summary with the first points only: what every form shows at once.
// A line says how many there are behind them.
func (v Voice) Short(s Summary) []Line {
	out := append(append([]Line(nil), s.Head...), s.First()...)
	if n := len(s.Rest()); n > 0 {
		out = append(out, v.More(n))
	}
	return append(out, s.Close...)
}

// Long is the summary with every point, and every clause of substance that none names.
func (v Voice) Long(s Summary) []Line { return slices.Concat(s.Head, s.Points, s.Untold, s.Close) }

// More says how many points stand behind the first ones.
func (v Voice) More(n int) Line { return v.count("more-points", n) }

// titles tell of a changed title.
func (v Voice) titles(fields []diff.Field) []Line {
	const most = 90 // bytes of either title
	for _, f := range fields {
		if f.Name == diff.TitleField {
			return []Line{v.fill("title-now", value{"old", plain(excerpt(f.Old, most))}, value{"new", plain(excerpt(f.New, most))})}
		}
	}
	return nil
}

// theme tells how the thrust of the text shifted, in words of both texts.
func (v Voice) theme(c *diff.Comparison) []Line {
	came, went := v.phrases(c.Thrust.Came), v.phrases(c.Thrust.Went)
	values := []value{{"new", came}, {"old", went}}
	switch {
	case came == nil && went == nil:
		return nil
	case went == nil:
		return []Line{v.fill("theme-new", values...)}
	case came == nil:
		return []Line{v.fill("theme-old", values...)}
	}
	return []Line{v.fill("theme-both", values...)}
}

func (v Voice) phrases(places []points.Span) Line {
	var list []Line
	for _, s := range places {
		list = append(list, v.quoted(s, maxInside))
	}
	return v.series(list)
}

// untold names the clauses that are new, gone or changed in substance and that neither a
// point nor a closing line names: who has read every point knows where else to look.
func (v Voice) untold(c *diff.Comparison) []Line {
	told := pointed(c)
	named := func(clause *resolution.Clause) bool { return told[clause] }
	var gone, changed []*resolution.Clause
	for i := range c.Changes {
		ch := &c.Changes[i]
		switch {
		case !ch.Counted() || ch.Nature != diff.Substantive || regrouping(ch) != "" || slices.ContainsFunc(slices.Concat(ch.Old, ch.New), named):
		case len(ch.New) == 0:
			gone = append(gone, ch.Old...)
		default:
			changed = append(changed, ch.New...)
		}
	}
	var out []Line
	if len(changed) > 0 {
		out = append(out, v.count("clauses-untold", len(changed), value{"list", v.named(changed, false)}))
	}
	if len(gone) > 0 {
		out = append(out, v.count("clauses-untold-gone", len(gone), value{"list", v.namedOld(gone)}))
	}
	return out
}

// pointed are the clauses that a point names.
func pointed(c *diff.Comparison) map[*resolution.Clause]bool {
	told := map[*resolution.Clause]bool{}
	for _, p := range c.Points {
		for _, clause := range slices.Concat(p.Old, p.New) {
			told[clause] = true
		}
	}
	return told
}

// closing are the lines on what was regrouped, moved and updated, and on the share
// of text taken over. What is new and gone is told in the points and counted.
func (v Voice) closing(c *diff.Comparison) []Line {
	told := pointed(c)
	groups := map[string][]*resolution.Clause{}
	unsure := map[*resolution.Clause]bool{}
	for i := range c.Changes {
		if ch := &c.Changes[i]; ch.Counted() {
			for _, clause := range ch.New {
				unsure[clause] = ch.Uncertain
			}
			name := regrouping(ch)
			if name == "updated" && told[ch.New[0]] { // a mandate goes on: no mere update
				continue
			}
			if ch.Moved && len(ch.New) > 0 { // one a change, split or not, as the count has it
				groups["moved"] = append(groups["moved"], ch.New[0])
			}
			groups[name] = append(groups[name], ch.New...)
		}
	}
	var line Line
	for _, name := range []string{"regrouped", "moved", "updated"} {
		if clauses := groups[name]; len(clauses) > 0 {
			if len(line) > 0 {
				line = line.with(Run{Text: " "})
			}
			line = line.with(v.count("clauses-"+name, len(clauses), value{"list", v.namedSurely(clauses, unsure)})...)
		}
	}
	var out []Line
	if len(line) > 0 {
		out = append(out, line)
	}
	if clauses := groups["noted"]; len(clauses) > 0 {
		out = append(out, v.fill("head", value{"clause", v.named(clauses, false)}, value{"state", v.fill("state-note")}))
	}
	sum := c.Summary
	if sum.WordsAdded+sum.WordsRemoved == 0 && len(out) == 0 && c.SayTheSame() {
		return []Line{v.fill("same")}
	}
	return append(out, v.fill("agreed", value{"percent", plain(strconv.Itoa(diff.Percent(sum.Agreed)))},
		value{"added", plain(strconv.Itoa(sum.WordsAdded))}, value{"removed", plain(strconv.Itoa(sum.WordsRemoved))}))
}

// regrouping tells in which closing line a change that keeps its place is named; ""
// for none.
func regrouping(ch *diff.Change) string {
	switch {
	case len(ch.Old) == 0 || len(ch.New) == 0:
		return ""
	case ch.Status == diff.Split || ch.Status == diff.Merged || ch.Status == diff.Rearranged:
		return "regrouped"
	case ch.Moved:
		return ""
	case ch.Nature == diff.Routine:
		return "updated"
	case ch.Status == diff.Kept && ch.Nature == diff.Substantive: // by its footnotes
		return "noted"
	}
	return ""
}
