package page

import (
	"strconv"

	"reprise/diff"
	"reprise/report/tell"
	"reprise/resolution"
	"reprise/review"
)

// pagePart is a part of the resolution with what happened in it.
type pagePart struct {
	ID        string // anchor
	Name      string
	Quiet     bool // stands in no count: masthead, meeting line
	Operative bool
	Items     []pageItem
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

// itemsOf lists changes and ghosts in the order of the page.
func itemsOf(v tell.Voice, c *diff.Comparison, notes []pageNote, said review.Placed) []pageItem {
	ghosts := ghostsOf(v, c)
	var items []pageItem
	items = append(items, ghosts[nil]...)
	for i := range c.Changes {
		ch := &c.Changes[i]
		shown := pageChangeOf(v, c.New.Language, *ch, notes)
		shown.Said = saidLines(v, said.On(i))
		items = append(items, pageItem{Change: shown})
		for _, o := range ch.Old {
			items = append(items, ghosts[o]...)
		}
	}
	return items
}

// ghostsOf finds the place that each moved clause left: after the clause that
// stood before it in the old text and has stayed; nil is the start.
func ghostsOf(v tell.Voice, c *diff.Comparison) map[*resolution.Clause][]pageItem {
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
		g := &pageGhost{ID: oldAnchor(o), Name: v.OldName(o), To: anchor(ch.New[0]), ToName: v.Names(ch.New)}
		ghosts[before] = append(ghosts[before], pageItem{Ghost: g})
	}
	return ghosts
}

// partsOf groups the items by part of the resolution and folds what is
// unchanged. A part's items need not be neighbours in an odd text; each run of
// a part gets its own heading.
func partsOf(v tell.Voice, items []pageItem) []pagePart {
	var parts []pagePart
	at := resolution.Front
	for _, it := range items {
		if it.Change != nil {
			at = it.Change.part()
		}
		name := v.Part(at)
		if n := len(parts); n == 0 || parts[n-1].Name != name {
			parts = append(parts, pagePart{ID: partAnchor(at, len(parts)), Name: name, Quiet: at == resolution.Front || at == resolution.Back, Operative: at == resolution.Operative})
		}
		p := &parts[len(parts)-1]
		p.Items = append(p.Items, it)
	}
	for i := range parts {
		parts[i].fold(v)
	}
	return parts
}

// partAnchor is the place of a part in the page.
func partAnchor(p resolution.Part, before int) string {
	return "part-" + p.String() + "-" + strconv.Itoa(before)
}

// fold puts each run of unchanged clauses into one item, and all of a quiet
// part.
func (p *pagePart) fold(v tell.Voice) {
	if p.Quiet {
		p.Items = []pageItem{{Fold: quietText(v, p.Items), Inside: p.Items}}
		return
	}
	var out, run []pageItem
	flush := func() {
		if len(run) > 0 {
			out = append(out, pageItem{Fold: v.Folded(changesIn(run)), Inside: run})
			run = nil
		}
	}

	for i, it := range p.Items {
		if it.Change != nil && !it.Change.Changed && !headsChange(p.Items[i:]) {
			run = append(run, it)
			continue
		}
		flush()
		out = append(out, it)
	}
	flush()
	p.Items = out
}

// headsChange tells whether the first item is the heading of a section in which
// something changed: who reads the change wants to know where it stands.
func headsChange(items []pageItem) bool {
	head := items[0].Change
	if head.Kind != resolution.Heading.String() {
		return false
	}
	for _, it := range items[1:] {
		switch {
		case it.Change == nil:
		case it.Change.Kind == resolution.Heading.String() && it.Change.Depth <= head.Depth:
			return false
		case it.Change.Changed:
			return true
		}
	}
	return false
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

func quietText(v tell.Voice, items []pageItem) string {
	changed := 0
	for _, ch := range changesIn(items) {
		if ch.Status != diff.Kept {
			changed++
		}
	}
	if changed == 0 {
		return v.Say("kept")
	}
	return v.Counted("lines-differ", changed, "all", strconv.Itoa(len(items)))
}
