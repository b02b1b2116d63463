package tell

import (
	"strconv"

	"reprise/negotiate"
	"reprise/resolution"
)

// Genre says what a text is that amends another, and which draft it amends: "an
// amendment to A/80/L.3 by Kivu"; "" for what amends nothing.
func (v Voice) Genre(d *resolution.Document) string {
	switch {
	case !d.Genre.Amending():
		return ""
	case d.Genre == resolution.CorrigendumGenre:
		return v.Say("genre-corrigendum")
	case d.Amends == "":
		return v.Say("genre-amendment")
	}
	return v.Say("genre-amendment-to", "draft", string(d.Amends))
}

// NotAVersion says of an amendment why it is not compared like a version, and
// which command applies it.
func (v Voice) NotAVersion(d *resolution.Document) string {
	draft := string(d.Amends)
	if draft == "" {
		draft = v.Say("amend-draft")
	}
	return v.Say("not-a-version", "genre", v.Genre(d), "draft", draft, "file", d.Reading.Name)
}

// AmendedName is what the amended text is called.
func (v Voice) AmendedName(r *negotiate.Result) string {
	var names []string
	for _, a := range r.Amendments {
		name := string(a.Symbol)
		if name == "" {
			name = a.Author()
		}
		names = append(names, name)
	}
	return v.Say("amended-name", "draft", v.Title(r.Draft), "amendments", v.Listed(names))
}

// AmendmentHead says who proposes what to which draft.
func (v Voice) AmendmentHead(a *negotiate.Amendment) string {
	name := string(a.Symbol)
	if name == "" {
		name = a.Name
	}
	if len(a.Proposers) > 0 {
		name = v.Say("amend-by", "amendment", name, "proposers", v.Listed(a.Proposers))
	}
	return v.Counted("amend-operations", len(a.Operations), "amendment", name)
}

// Outcome says what became of an operation.
func (v Voice) Outcome(r *negotiate.Result, o negotiate.Outcome) string {
	said := ""
	switch o.State {
	case negotiate.Fulfilled:
		said = v.Say("amended-fulfilled")
	case negotiate.Refused:
		said = v.refusal(r, o)
	default:
		said = v.applied(r, o)
	}
	return v.Say("amend-operation", "n", v.operationName(r, o), "said", said)
}

// operationName is the number of an operation as printed, else its place.
func (v Voice) operationName(r *negotiate.Result, o negotiate.Outcome) string {
	a := r.Amendments[o.Amendment]
	name := o.Operation.Number
	for i := range a.Operations {
		if &a.Operations[i] == o.Operation && name == "" {
			name = strconv.Itoa(i+1) + "."
		}
	}
	if len(r.Amendments) > 1 {
		who := string(a.Symbol)
		if who == "" {
			who = a.Author()
		}
		name = who + " " + name
	}
	return name
}

func (v Voice) applied(r *negotiate.Result, o negotiate.Outcome) string {
	op := o.Operation
	clauses := v.clausesOf(r, o.Clauses)
	switch op.Kind {
	case negotiate.Delete:
		return v.Say("amended-deleted", "clauses", clauses)
	case negotiate.Replace:
		return v.Say("amended-replaced", "clauses", clauses)
	case negotiate.Insert:
		if clauses == "" {
			return v.Counted("amended-added", o.Added)
		}
		return v.Counted("amended-added-"+sideWord(op.Side), o.Added, "clause", clauses)
	case negotiate.Move:
		if clauses == "" {
			return v.Say("amended-renumbered")
		}
		return v.Say("amended-moved", "clauses", clauses)
	case negotiate.DeleteWords:
		words := op.Words
		switch {
		case op.Rest:
			return v.Say("amended-rest-deleted", "clauses", clauses, "words", words)
		case op.Until != "":
			words += " … " + op.Until
		}
		return v.Say("amended-words-deleted", "clauses", clauses, "words", words)
	case negotiate.ReplaceWords:
		return v.Counted("amended-words-replaced", o.Places, "clauses", clauses, "words", op.Words, "by", op.By.Text)
	case negotiate.InsertWords:
		return v.Say("amended-words-added", "clauses", clauses, "by", op.By.Text)
	case negotiate.Relabel:
		return v.Say("amended-relabelled", "clauses", clauses, "number", op.Label)
	}
	return v.Say("amended-renumbered")
}

// sideWord is before or after, which is all that a reader must hear of a side.
func sideWord(s negotiate.Side) string {
	if s == negotiate.Before || s == negotiate.AtStart {
		return "before"
	}
	return "after"
}

// clausesOf names clauses of the draft.
func (v Voice) clausesOf(r *negotiate.Result, ids []string) string {
	var names []string
	for _, id := range ids {
		if c := r.Draft.Clause(id); c != nil {
			names = append(names, v.clauseName(c))
		} else {
			names = append(names, v.Say("amend-new-clause"))
		}
	}
	if len(names) > mostNamed {
		return v.Say("more", "list", v.Commas(names[:mostNamed]...), "n", strconv.Itoa(len(names)-mostNamed))
	}
	if len(names) == 0 {
		return ""
	}
	return v.Listed(names)
}

// mostNamed is how many clauses are named before the rest is counted.
const mostNamed = 8

func (v Voice) clauseName(c *resolution.Clause) string {
	if c.Role == resolution.TitleRole {
		return v.Say("amend-the-title")
	}
	return v.Name(c)
}

// refusal says why an operation was not applied, with the nearest that there is.
func (v Voice) refusal(r *negotiate.Result, o negotiate.Outcome) string {
	why := o.Refusal
	clause := v.clausesOf(r, idsOf(why.Clause))
	said := ""
	switch why.Reason {
	case negotiate.NoSuchPlace:
		said = v.Say("refused-no-place", "printed", o.Operation.Printed)
		if why.Near != "" {
			said += v.Say("refused-places", "near", why.Near)
		}
	case negotiate.SeveralPlaces:
		said = v.Say("refused-several", "near", why.Near)
	case negotiate.WordsTwice:
		said = v.Say("refused-twice", "clause", clause, "words", why.Words, "n", strconv.Itoa(why.Times))
	case negotiate.GoneBefore:
		said = v.Say("refused-gone", "clause", clause)
	case negotiate.NothingGiven:
		said = v.Say("refused-nothing")
	case negotiate.OtherDraft:
		said = v.Say("refused-other", "draft", why.Other, "given", v.Title(r.Draft))
	case negotiate.WordsMissing:
		said = v.Say("refused-missing", "clause", clause, "words", why.Words)
		if why.Near != "" {
			said += v.Say("refused-near", "near", why.Near)
		}
		if why.Found != "" {
			said += v.Say("refused-found", "clause", v.clausesOf(r, idsOf(why.Found)))
		}
	default:
		said = v.Say("refused-unclear")
	}
	if why.Author > 0 && why.Author-1 < len(r.Amendments) && why.Author-1 != o.Amendment {
		said += v.Say("refused-changed", "author", r.Amendments[why.Author-1].Author())
	}
	return said
}

func idsOf(id string) []string {
	if id == "" {
		return nil
	}
	return []string{id}
}

// Collision says on what two amendments do not agree.
func (v Voice) Collision(r *negotiate.Result, c negotiate.Collision) string {
	clause := v.clausesOf(r, idsOf(c.Clause))
	if clause == "" {
		clause = v.Say("amend-new-clause")
	}
	name := map[negotiate.CollisionKind]string{
		negotiate.SameWords: "collision-words", negotiate.DeletesChange: "collision-deletes", negotiate.ChangesGone: "collision-gone",
	}[c.Kind]
	return v.Say(name, "clause", clause, "words", c.Words,
		"first", v.speaker(r.Amendments[c.First]), "second", v.speaker(r.Amendments[c.Second]))
}

// speaker is an amendment as a sentence names it.
func (v Voice) speaker(a *negotiate.Amendment) string {
	if a.Symbol != "" {
		return string(a.Symbol)
	}
	return a.Author()
}

// AmendedCounts says in a sentence how many operations were applied, fulfilled and
// refused.
func (v Voice) AmendedCounts(r *negotiate.Result) string {
	counts := map[negotiate.State]int{}
	for _, o := range r.Outcomes {
		counts[o.State]++
	}
	parts := []string{v.Counted("amended-applied", counts[negotiate.Applied])}
	if n := counts[negotiate.Fulfilled]; n > 0 {
		parts = append(parts, v.Counted("amended-were-fulfilled", n))
	}
	if n := counts[negotiate.Refused]; n > 0 {
		parts = append(parts, v.Counted("amended-refused", n))
	}
	return v.Say("amended-sentence", "draft", v.Title(r.Draft), "list", v.Commas(parts...))
}

// Unread says that no operation was found in a paragraph of an amendment.
func (v Voice) Unread(a *negotiate.Amendment, c *resolution.Clause) string {
	return v.Say("amend-unread", "clause", v.Name(c), "text", excerpt(c.Text, unreadBytes))
}

// unreadBytes is as much of a paragraph as shows which one it is.
const unreadBytes = 80
