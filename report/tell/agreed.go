package tell

import (
	"strconv"

	"reprise/diff"
	"reprise/library"
	"reprise/resolution/symbol"
)

// OfAgreement is the voice for what of a draft was agreed: in the language that is
// asked for, or in that of the draft.
func OfAgreement(say string, a *library.Agreement) Voice {
	if say == "" {
		say = a.Draft.Language
	}
	return In(say)
}

// Standing is what a clause is, in words.
func (v Voice) Standing(s library.Standing) string { return v.Say("standing-" + s.String()) }

// AgreedSummary are complete sentences on a draft as a whole.
func (v Voice) AgreedSummary(a *library.Agreement) []string {
	n := strconv.Itoa
	all, kept := a.Words()
	return []string{
		v.Counted("agreed-clauses", len(a.Clauses), "agreed", n(a.Count(library.Agreed)), "amended", n(a.Count(library.Amended)), "new", n(a.Count(library.Unprecedented))),
		v.Counted("agreed-words", all, "percent", n(Percent(kept, all))),
	}
}

// Percent is a share of words as a whole percentage: only all is 100 and only nothing
// 0.
func Percent(part, all int) int {
	if all == 0 {
		return 0
	}
	return diff.Percent(float64(part) / float64(all))
}

// Adoptions says where the wording of a precedent stands, and Usages of it.
func (v Voice) Adoptions(p library.Precedent) string {
	return v.Semicolons(v.DatedPlace(p.Nearest), v.Usages(p))
}

// Usages says since when a precedent is worded so, how often and since when the clause
// was adopted, and by whom.
func (v Voice) Usages(p library.Precedent) string {
	said := v.usage(p.Uses, p.Bodies())
	if len(p.AsIs) > 1 && p.AsIs[0] != p.Uses[0] {
		return v.Semicolons(v.Say("precedent-since", "first", v.DatedPlace(p.AsIs[0])), said)
	}
	return said
}

// Cautions are what a negotiator of a body must know of a precedent before citing it.
func (v Voice) Cautions(p library.Precedent, body symbol.Body) []string {
	var out []string
	if l := p.Later; l != nil {
		switch {
		case l.Use != nil:
			out = append(out, v.Say("precedent-reworded", "clause", v.DatedPlace(*l.Use)))
		default:
			out = append(out, v.Say("precedent-dropped", "text", v.SourceTitle(l.Text)))
		}
	}
	if p.Voted {
		out = append(out, v.Say("precedent-voted", "vote", Vote(p.Nearest.Of)))
	}
	if p.Foreign {
		out = append(out, v.Say("precedent-foreign", "body", string(body), "list", v.Listed(p.Bodies())))
	}
	return out
}

// leastNear is the likeness from which a further precedent is worth a reader's look;
// below, it is of the same subject and no more.
const leastNear = 0.45

// AlsoNear names the precedents behind the first that are near; "" where none is.
func (v Voice) AlsoNear(j library.Judgement) string {
	var list []string
	for n, p := range j.Precedents {
		if n > 0 && p.Alike >= leastNear {
			list = append(list, v.DatedPlace(p.Nearest))
		}
	}
	if len(list) == 0 {
		return ""
	}
	return v.Say("precedent-others", "list", v.Commas(list...))
}

// Precedent are complete lines on a clause, as delegations note them beside it: whether
// it is agreed language, of which text, and with what cautions.
func (v Voice) Precedent(j library.Judgement, body symbol.Body) []string {
	if len(j.Precedents) == 0 {
		return []string{v.Say("precedent-none")}
	}
	p := j.Precedents[0]
	switch j.Standing {
	case library.Unprecedented:
		return []string{v.Say("precedent-none"), v.Say("precedent-nearest", "clause", v.DatedPlace(p.Nearest))}
	case library.Amended:
		out := []string{v.Say("precedent-is-base", "clause", v.Adoptions(p)), v.Say("precedent-reads", "text", p.Nearest.Text)}
		return append(out, v.Cautions(p, body)...)
	}
	return append([]string{v.Say("precedent-is-agreed", "clause", v.Adoptions(p))}, v.Cautions(p, body)...)
}
