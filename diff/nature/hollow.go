package nature

import (
	"slices"
	"strings"

	"reprise/internal/lexicon"
)

// hollow explains words that carry nothing where they stand: "both" of "both
// lamps and bells", "inter alia" behind "including".
func (r *reading) hollow(h hunk) []claim {
	var out []claim
	for _, side := range []struct {
		in  run
		old bool
	}{{r.oldRun(h), true}, {r.newRun(h), false}} {
		for i := side.in.from; i < side.in.to; i++ {
			n := r.hollowAt(side.in.us, i)
			if n == 0 || i+n > side.in.to || slices.Contains(side.in.done[i:i+n], true) {
				continue
			}
			if side.old {
				out = append(out, r.take(span(i, i+n), nil, Grammar)...)
			} else {
				out = append(out, r.take(nil, span(i, i+n), Grammar)...)
			}
		}
	}
	return out
}

// pairReach is how many units after "both" its "and" stands.
const pairReach = 10

// hollowAt is how many units from one on carry nothing; 0 for none.
func (r *reading) hollowAt(us []unit, i int) int {
	for _, row := range r.lex.Table("hollow") {
		if !strings.HasPrefix(row[0], us[i].Key) {
			continue
		}
		words := r.lex.PhraseWords(row[0])
		if !spells(us, i, words) {
			continue
		}
		end := i + len(words)
		near := func(at int) bool {
			return at >= 0 && at < len(us) && slices.ContainsFunc(row[2:], func(p string) bool { return spells(us, at, r.lex.PhraseWords(p)) })
		}
		ok := near(end)
		switch row[1] {
		case "alone":
			ok = true
		case "beside":
			ok = ok || near(i-1) || near(i-2) || end < len(us) && us[end].Text == "," && near(end+1)
		case "pair":
			for k := end; k < min(len(us), end+pairReach) && us[k].Text != "," && us[k].Text != ";"; k++ {
				ok = ok || near(k)
			}
		}
		if ok {
			return len(words)
		}
	}
	return 0
}

// spells tells whether units from one on are some folded words.
func spells(us []unit, at int, words []string) bool {
	if at+len(words) > len(us) {
		return false
	}
	for k, w := range words {
		if us[at+k].Key != w {
			return false
		}
	}
	return true
}

// sequence explains "also", "further" and their like where they stand at a
// verb that opens or continues a chain of leads; elsewhere "further" means
// more.
func (r *reading) sequence(h hunk) []claim {
	var out []claim
	for _, side := range []struct {
		us       []unit
		done     []bool
		from, to int
		old      bool
	}{{r.w.Old, r.oldDone, h.O0, h.O1, true}, {r.w.New, r.newDone, h.N0, h.N1, false}} {
		for i := side.from; i < side.to; i++ {
			if side.done[i] || side.us[i].Class&lexicon.SequenceClass == 0 || !r.atVerb(side.us, i) {
				continue
			}
			if side.old {
				out = append(out, r.take([]int{i}, nil, SequenceWord)...)
			} else {
				out = append(out, r.take(nil, []int{i}, SequenceWord)...)
			}
		}
	}
	return out
}

// atVerb tells whether a verb of leads stands beside a unit. "To further support" goes
// on supporting.
func (r *reading) atVerb(us []unit, i int) bool {
	if i > 0 && us[i].Class&lexicon.QualifierClass != 0 && us[i-1].Stop && us[i-1].Class&(lexicon.GrammarClass|lexicon.ListingClass) == lexicon.GrammarClass {
		return false
	}
	return i > 0 && us[i-1].Class&lexicon.LeadClass != 0 || i+1 < len(us) && us[i+1].Class&lexicon.LeadClass != 0 ||
		i == 0 || us[i].Class&lexicon.QualifierClass == 0
}
