package room

import (
	"slices"

	"reprise/review"
)

// Item is an entry where a comparison shows it.
type Item struct {
	Entry
	Carried review.Carried // where it was made, where it was made on other texts
}

// Laid are the entries of a view on the changes of one comparison.
type Laid struct {
	On   map[int][]Item // by the place of the change, each in the order of keeping
	Lost []Item         // what follows no clause into this comparison
}

// Uncertain are the items whose clause may be another one, each once, for the editor
// to place.
func (l Laid) Uncertain() []Item {
	var out []Item
	for _, items := range l.On {
		for _, it := range items {
			if it.Carried.Uncertain && !slices.ContainsFunc(out, func(o Item) bool { return o.ID == it.ID }) {
				out = append(out, it)
			}
		}
	}
	slices.SortFunc(out, func(a, b Item) int { return int(a.Seq - b.Seq) })
	return out
}

// Lay puts entries on the changes of a comparison: on the one that each was made on,
// or on all that its clause became; where an editor put it elsewhere, from there on.
//
// Law 9: an entry follows its clause or is listed among the lost; none is dropped.
func (v View) Lay(entries []Entry, on *review.Finder) Laid {
	out := Laid{On: map[int][]Item{}}
	for _, e := range entries {
		at := e.At
		if put, ok := v.placed[e.ID]; ok {
			at = put
		}
		found, carried := on.Find(review.Mark{Made: at.Made, Old: at.Old, New: at.New, Name: at.Name})
		if len(found) == 0 {
			out.Lost = append(out.Lost, Item{e, review.Carried{Comparison: at.Made.Comparison, Name: at.Name}})
			continue
		}
		for _, i := range found {
			out.On[i] = append(out.On[i], Item{e, carried})
		}
	}
	return out
}

// Review is what a view says as a review, whose files the static page and the command
// line take: marks, positions and posts of all that the member sees. A reservation is
// to be discussed, and its note says what was proposed.
func (v View) Review(entries []Entry, nameOf func(person string) string, versions []review.Version) review.Review {
	r := review.Review{Versions: versions}
	for _, e := range entries {
		m := review.Mark{Reviewer: nameOf(e.Person), Time: e.Time, Made: e.At.Made, Old: e.At.Old, New: e.At.New, Name: e.At.Name, Verdict: e.Verdict.review(), Note: e.Text}
		if e.Wording != "" {
			if m.Note != "" {
				m.Note += "\n"
			}
			m.Note += e.Wording
		}
		r.Marks = append(r.Marks, m)
	}
	return review.Merge(r)
}

// review is the verdict as a review file has it.
func (v Verdict) review() review.Verdict {
	switch v {
	case Agreed:
		return review.Agreed
	case Discuss, Reserved:
		return review.Discuss
	case Rejected:
		return review.Rejected
	}
	return review.NoVerdict
}

// FromReview is a review as entries of one member: the marks that others made stand
// there under his name, with theirs in the text, since nobody can speak for another.
// IDs come from id, which must give the same for the same mark, so that a file that
// is taken in twice changes nothing.
func FromReview(r review.Review, by Member, id func(review.Mark) string) []Entry {
	var out []Entry
	for _, m := range r.Marks {
		e := Entry{ID: id(m), Kind: Marked, Person: by.Person, Delegation: by.Delegation,
			At: At{Made: m.Made, Old: m.Old, New: m.New, Name: m.Name}, Text: m.Note, Verdict: ofReview(m.Verdict)}
		if m.Reviewer != "" && m.Reviewer != by.Name {
			e.Kind, e.Text = Posted, m.Reviewer
			if m.Note != "" {
				e.Text += ": " + m.Note
			}
		}
		if !e.Empty() {
			out = append(out, e)
		}
	}
	return out
}

func ofReview(v review.Verdict) Verdict {
	switch v {
	case review.Agreed:
		return Agreed
	case review.Discuss:
		return Discuss
	case review.Rejected:
		return Rejected
	}
	return NoVerdict
}
