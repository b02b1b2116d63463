package report

import (
	"fmt"
	"html/template"
	"slices"
	"strings"

	"reprise/diff"
	"reprise/resolution"
)

// page is what the template of the HTML form shows: the comparison, put in the
// order of the page and named. Nothing is decided here that the comparison
// does not say.
type page struct {
	View      string
	Only      string
	Lang      string
	Old, New  pageHead
	Title     string
	Key       string // tells the review marks of one comparison from those of another
	Sentences []string
	Warnings  []string
	Fields    []diff.Field
	Tallies   []tally
	Agreed    string
	Changes   int // changes that count
	Map       []mapMark
	Parts     []pagePart
	Notes     []resolution.Footnote
	Citations []diff.CitationChange
	Style     template.CSS
	Foot      template.CSS
	Script    template.JS
	Policy    string
}

type pageHead struct {
	Name, Date string
}

// mapMark is one clause in the map beside the text.
type mapMark struct {
	Href  string
	Name  string
	State string
	Grow  int // length in steps of mapStep characters, 1 to mapSteps
}

const (
	mapStep  = 120
	mapSteps = 12
)

// pagePart is a part of the resolution with what happened in it.
type pagePart struct {
	Name  string
	Quiet bool // stands in no count: masthead, meeting line
	Items []pageItem
}

// pageItem is a change, a fold of unchanged clauses, or the place that a
// clause moved away from.
type pageItem struct {
	Change *pageChange
	Ghost  *pageGhost
	Fold   string // what the fold says; "" where the item is none
	Inside []pageItem
}

type pageGhost struct {
	ID, Name, To, ToName string
}

type pageChange struct {
	diff.Change
	ID      string   // anchor
	Also    []string // further anchors: other clauses of the change, old places
	Name    string
	Was     string
	Sign    string
	Word    string
	State   string // class names
	Rivals  string
	Moved   string // anchor of the ghost
	Kind    string
	Depth   int
	Hunks   []hunk
	Why     []pageReason
	Columns bool // shown in two columns where the view is side by side
	OldIDs  string
	NewIDs  string
	Counted bool
}

func pageOf(c *diff.Comparison, h HTML) page {
	p := page{
		View: h.View.String(), Lang: c.New.Language,
		Old: headOf(c.Old), New: headOf(c.New), Title: c.New.Title,
		Sentences: c.Summary.Sentences, Warnings: c.Warnings, Fields: c.Fields,
		Tallies: tallies(c.Summary), Agreed: percent(c.Summary.Agreed),
		Notes: c.New.Footnotes, Citations: c.Citations,
	}
	if p.Title == "" {
		p.Title = c.Old.Title
	}
	if h.Only == SubstantiveOnly {
		p.Only = "substantive"
	}
	p.Key = p.Old.Name + " → " + p.New.Name
	items := itemsOf(c)
	p.Parts = partsOf(items)
	p.Map, p.Changes = mapOf(c.Changes)
	return p
}

func headOf(d *resolution.Document) pageHead {
	return pageHead{Name: title(d), Date: isoDate(d.Adopted)}
}

// itemsOf lists changes and ghosts in the order of the page.
func itemsOf(c *diff.Comparison) []pageItem {
	ghosts := ghostsOf(c)
	var items []pageItem
	items = append(items, ghosts[nil]...)
	for i := range c.Changes {
		ch := &c.Changes[i]
		items = append(items, pageItem{Change: pageChangeOf(*ch)})
		for _, o := range ch.Old {
			items = append(items, ghosts[o]...)
		}
	}
	return items
}

// ghostsOf finds the place that each moved clause left: after the clause that
// stood before it in the old text and has stayed; nil is the start.
func ghostsOf(c *diff.Comparison) map[*resolution.Clause][]pageItem {
	movedTo := map[*resolution.Clause]*diff.Change{}
	for i := range c.Changes {
		if ch := &c.Changes[i]; ch.Moved && len(ch.New) > 0 {
			for _, o := range ch.Old {
				movedTo[o] = ch
			}
		}
	}
	ghosts := map[*resolution.Clause][]pageItem{}
	var before *resolution.Clause
	for _, o := range c.Old.Clauses {
		ch := movedTo[o]
		if ch == nil {
			before = o
			continue
		}
		g := &pageGhost{ID: oldAnchor(o), Name: o.Name(), To: anchor(ch.New[0]), ToName: names(ch.New)}
		ghosts[before] = append(ghosts[before], pageItem{Ghost: g})
	}
	return ghosts
}

// anchor is a clause's place in the page. IDs hold no spaces as a rule; an
// anchor must not.
func anchor(c *resolution.Clause) string { return strings.Join(strings.Fields(c.ID), "_") }

// oldAnchor is the place of a clause of the old text, where another clause may
// have its ID by now.
func oldAnchor(c *resolution.Clause) string { return "old-" + anchor(c) }

func pageChangeOf(ch diff.Change) *pageChange {
	clauses := ch.New
	if len(clauses) == 0 {
		clauses = ch.Old
	}
	p := &pageChange{
		Change: ch, Sign: sign(ch), Word: statusWord(ch), Was: formerly(ch), State: stateOf(ch),
		Hunks: hunksOf(ch), Why: reasonsOnPage(ch.Reasons), Columns: ch.Status != diff.Kept, Counted: ch.Counted(),
		OldIDs: ids(ch.Old), NewIDs: ids(ch.New), Name: names(clauses),
	}
	if len(clauses) > 0 {
		p.Kind, p.Depth = clauses[0].Kind.String(), min(clauses[0].Depth, maxInset)
	}
	if ch.Uncertain {
		p.Rivals = rivalsOf(ch)
	}
	p.anchors(ch)
	return p
}

// Points deeper than this are set in no further.
const maxInset = 4

func (p *pageChange) anchors(ch diff.Change) {
	for i, c := range ch.New {
		if i == 0 {
			p.ID = anchor(c)
		} else {
			p.Also = append(p.Also, anchor(c))
		}
	}
	for i, c := range ch.Old {
		switch {
		case len(ch.New) == 0 && i == 0:
			p.ID = oldAnchor(c)
		case ch.Moved && len(ch.New) > 0:
			p.Moved = oldAnchor(ch.Old[0]) // the ghost has it
		case ch.Status != diff.Kept || !hasID(ch.New, c.ID):
			p.Also = append(p.Also, oldAnchor(c))
		}
	}
}

// pageReason is a reason in the list beside the clause, under the number by
// which the edits point to it.
type pageReason struct {
	Number int
	Text   string
	Nature diff.Nature
}

// reasonsOnPage lists each reason once; several edits may have the same.
func reasonsOnPage(reasons []diff.Reason) []pageReason {
	var out []pageReason
	for i, r := range reasons {
		text := reasonText(r)
		if !slices.ContainsFunc(out, func(p pageReason) bool { return p.Text == text }) {
			out = append(out, pageReason{i + 1, text, r.Nature})
		}
	}
	return out
}

// reasonOfHunk is the listed reason that names the words of a hunk; nil where
// none does.
func reasonOfHunk(c *pageChange, h hunk) *pageReason {
	if h.Reason == 0 {
		return nil
	}
	text := reasonText(c.Reasons[h.Reason-1])
	for i := range c.Why {
		if c.Why[i].Text == text {
			return &c.Why[i]
		}
	}
	return nil
}

func ids(clauses []*resolution.Clause) string {
	return strings.Join(each(clauses, idOf), " ")
}

// stateOf is the change as class names.
func stateOf(ch diff.Change) string {
	names := []string{ch.Status.String()}
	if ch.Moved {
		names = append(names, "moved")
	}
	if ch.Nature != diff.NoNature {
		names = append(names, ch.Nature.String())
	}
	if ch.Uncertain {
		names = append(names, "uncertain")
	}
	return strings.Join(names, " ")
}

// partNamesOnPage are the headings of the page, by part.
var partNamesOnPage = [...]string{"Masthead", "Preamble", "Operative part", "Annexes", "End of the text"}

// partsOf groups the items by part of the resolution and folds what is
// unchanged. A part's items need not be neighbours in an odd text; each run of
// a part gets its own heading.
func partsOf(items []pageItem) []pagePart {
	var parts []pagePart
	at := resolution.Front
	for _, it := range items {
		if it.Change != nil {
			at = it.Change.part()
		}
		name := partNamesOnPage[at]
		if n := len(parts); n == 0 || parts[n-1].Name != name {
			parts = append(parts, pagePart{Name: name, Quiet: at == resolution.Front || at == resolution.Back})
		}
		p := &parts[len(parts)-1]
		p.Items = append(p.Items, it)
	}
	for i := range parts {
		parts[i].fold()
	}
	return parts
}

func (p *pageChange) part() resolution.Part {
	if len(p.New) > 0 {
		return p.New[0].Part
	}
	if len(p.Old) > 0 {
		return p.Old[0].Part
	}
	return resolution.Front
}

// fold puts each run of unchanged clauses into one item, and all of a quiet
// part.
func (p *pagePart) fold() {
	if p.Quiet {
		p.Items = []pageItem{{Fold: quietText(p.Items), Inside: p.Items}}
		return
	}
	var out, run []pageItem
	flush := func() {
		if len(run) > 0 {
			out = append(out, pageItem{Fold: foldedText(changesIn(run)), Inside: run})
			run = nil
		}
	}
	shows := folding{}
	for _, it := range p.Items {
		if it.Change != nil && !shows.shows(it.Change.Change) {
			run = append(run, it)
			continue
		}
		flush()
		out = append(out, it)
	}
	flush()
	p.Items = out
}

func changesIn(items []pageItem) []diff.Change {
	var out []diff.Change
	for _, it := range items {
		if it.Change != nil {
			out = append(out, it.Change.Change)
		}
	}
	return out
}

func quietText(items []pageItem) string {
	changed := 0
	for _, ch := range changesIn(items) {
		if ch.Status != diff.Kept {
			changed++
		}
	}
	if changed == 0 {
		return "unchanged"
	}
	return fmt.Sprintf("%d of %d lines differ (not counted)", changed, len(items))
}

// mapOf makes the map of what counts, and counts what changed.
func mapOf(changes []diff.Change) (marks []mapMark, changed int) {
	shows := folding{}
	for _, ch := range changes {
		if !ch.Counted() {
			continue
		}
		length := 0
		for _, e := range ch.Edits {
			length += len(e.Text)
		}
		p := pageChange{}
		p.anchors(ch)
		marks = append(marks, mapMark{Href: p.ID, Name: headName(ch), State: stateOf(ch), Grow: min(max(length/mapStep, 1), mapSteps)})
		if shows.shows(ch) {
			changed++
		}
	}
	return marks, changed
}
