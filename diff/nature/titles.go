package nature

import (
	"unicode/utf8"

	"reprise/internal/lexicon"
	"reprise/internal/token"
)

// citedTitles explains the titles of documents that came, went or were rolled forward in
// a hunk of a clause that asks nothing: they go with what they name ("resolution 75/67
// on the keeping of kites").
func (r *reading) citedTitles() []claim {
	if !r.noting {
		return nil
	}
	for _, h := range r.w.Hunks {
		old, new := r.titlesIn(r.oldRun(h)), r.titlesIn(r.newRun(h))
		if r.mark(old, new); len(old)+len(new) > 0 {
			r.carriers(h)
		}
	}
	r.mark(r.inHunks(true, r.rolledTitles(r.w.Old, r.oldDone)), r.inHunks(false, r.rolledTitles(r.w.New, r.newDone)))
	return nil
}

// rolledTitles lists the units of the titles of documents that were explained by now: a
// title goes on past the change that its symbol stands in ("resolution 274/19 of ... on
// the programme of kites for the decade 2221–2230").
func (r *reading) rolledTitles(us []unit, done []bool) []int {
	var out []int
	for i := range us {
		if us[i].Kind != token.Citation || !done[i] {
			continue
		}
		from := i + 1
		for from < len(us) && (us[from].Kind == token.Date || us[from].Stop && us[from].Class&lexicon.ListingClass == 0 && !r.lex.OpensTitle(us[from].Key)) {
			from++
		}
		if from < len(us) && r.lex.OpensTitle(us[from].Key) {
			out = append(out, span(from, r.titleEnd(us, from, len(us)))...)
		}
	}
	return out
}

// beforeTitle is how many units a citation with its date has: "75/67 of 7 December 2220".
const beforeTitle = 3

// titlesIn lists the units of a run that are the title of a document whose citation
// stands in it, explained by now, or right before it.
func (r *reading) titlesIn(in run) []int {
	var out []int
	for i := max(0, in.from-beforeTitle); i < in.to; i++ {
		if in.us[i].Kind != token.Citation || !in.done[i] && i >= in.from {
			continue
		}
		from := i + 1
		for from < in.to && (in.us[from].Kind == token.Date || in.done[from] || in.us[from].Stop && !r.lex.OpensTitle(in.us[from].Key)) {
			from++
		}
		if from < in.from || from >= in.to || !r.lex.OpensTitle(in.us[from].Key) {
			continue
		}
		to := r.titleEnd(in.us, from, in.to)
		out = append(out, span(from, to)...)
		i = to - 1
	}
	return out
}

// titleEnd is where a title ends that opens at a unit: at its closing quotation mark, at a
// semicolon, or where a citation or another statement follows a comma or a word that joins.
func (r *reading) titleEnd(us []unit, from, to int) int {
	for i := from; i < to; i++ {
		if end := quoteEnd(us, i, to); end > i {
			return end
		}
		u := &us[i]
		if u.Text == ";" || u.Kind == token.Space || u.Kind == token.Citation {
			return i
		}
		if u.Text != "," && u.Class&lexicon.ListingClass == 0 {
			continue
		}
		next, determined := i+1, false
		for next < len(us) && (us[next].Class&(lexicon.ListingClass|lexicon.SequenceClass) != 0 || us[next].Stop && us[next].Class&lexicon.GrammarClass != 0) {
			determined = determined || us[next].Class&lexicon.ListingClass == 0
			next++
		}
		if next == len(us) || us[next].Kind == token.Citation || us[next].Class&lexicon.LeadClass != 0 || r.lex.Report(us[next].Key) || r.beforeCitation(us, next) || determined && u.Text == "," {
			return i
		}
	}
	return to
}

// quoteEnd is the unit behind the closing mark of a quotation that opens at a unit; its
// own place for none.
func quoteEnd(us []unit, at, to int) int {
	opening, size := utf8.DecodeRuneInString(us[at].Text)
	closing := lexicon.ClosingQuote(opening)
	if closing == 0 || size < len(us[at].Text) {
		return at
	}
	for i := at + 1; i < to; i++ {
		if us[i].Text == string(closing) {
			return i + 1
		}
	}
	return at
}

// reportReach is how many units behind its noun the title of a report opens: "the report
// of the Special Rapporteur of the Human Rights Council on".
const reportReach = 10

// reports explains another title of a report that a clause only notes: what is submitted
// each year is each year about something else.
func (r *reading) reports() []claim {
	if len(r.oldLimbs) == 0 || len(r.newLimbs) == 0 {
		return nil
	}
	o0, o1 := r.reportTitle(r.w.Old, r.oldLimbs[0])
	n0, n1 := r.reportTitle(r.w.New, r.newLimbs[0])
	if o0 < 0 || n0 < 0 || o0 == o1 && n0 == n1 {
		return nil
	}
	old, new := run{us: r.w.Old, done: r.oldDone, from: o0, to: o1}.left(everything), run{us: r.w.New, done: r.newDone, from: n0, to: n1}.left(everything)
	old, new = r.inHunks(true, old), r.inHunks(false, new)
	if len(old)+len(new) == 0 {
		return nil
	}
	r.mark(old, new)
	r.author(r.w.Old, r.oldLimbs[0], o0, r.w.New[n0:n1], true)
	r.author(r.w.New, r.newLimbs[0], n0, r.w.Old[o0:o1], false)
	return r.claim(ReportRolled, around(r.w.Old[o0:o1]), around(r.w.New[n0:n1]))
}

// author explains whose a report is, said before its title, where the other text says it
// behind: "the report [of the Warden] on oil", "the report on oil, prepared by the Warden".
func (r *reading) author(us []unit, l limb, title int, behind []unit, old bool) {
	for i := l.to; i < title; i++ {
		if us[i].Class&lexicon.ActorClass == 0 || us[i].Class&lexicon.GrammarClass != 0 || !r.touched(old, i, i+1) || !namedBefore(behind, us[i].Key) {
			continue
		}
		from := i
		for from > l.to && us[from-1].Stop && r.touched(old, from-1, from) {
			from--
		}
		if old {
			r.mark(span(from, i+1), nil)
		} else {
			r.mark(nil, span(from, i+1))
		}
	}
}

// reportTitle is the title of the report that a limb only notes; -1 for none.
func (r *reading) reportTitle(us []unit, l limb) (from, to int) {
	if l.above != nil || r.lex.Asks(l.act) || !r.takesNote(l.act) {
		return -1, 0
	}
	noun := l.to
	for noun < l.end && !r.lex.Report(us[noun].Key) {
		if !us[noun].Stop || us[noun].Class&lexicon.ListingClass != 0 {
			return -1, 0
		}
		noun++
	}
	for i := noun + 1; i < min(l.end, noun+reportReach); i++ {
		switch {
		case r.lex.OpensTitle(us[i].Key):
			return i, r.wholeTitle(us, i, l.end)
		case us[i].Text == "," || us[i].Text == ";":
			return i, i
		}
	}
	return -1, 0
}

// wholeTitle is where the title of a report ends: one that is noted alone may name several
// things ("on kites, the Programme for Bells and the outcomes of the Fair").
func (r *reading) wholeTitle(us []unit, from, to int) int {
	end := r.titleEnd(us, from, to)
	for end+1 < to && us[end].Text == "," && us[end+1].Stop && us[end+1].Class&(lexicon.ListingClass|lexicon.CitingClass|lexicon.SequenceClass) == lexicon.CitingClass && us[end+1].Class&lexicon.DeadlineClass == 0 && r.lex.OpensMember(us[end+1].Key) {
		end = r.titleEnd(us, end+1, to)
	}
	return end
}

// takesNote tells a verb that takes note, with whatever feeling.
func (r *reading) takesNote(act string) bool { return r.lex.Neutral(act, act) }

// inHunks keeps the units that a change reaches.
func (r *reading) inHunks(old bool, at []int) []int {
	var out []int
	for _, i := range at {
		if r.touched(old, i, i+1) {
			out = append(out, i)
		}
	}
	return out
}
