package align

import (
	"cmp"

	"reprise/internal/lexicon"
	"reprise/resolution"
)

// Options change how two documents are aligned. The zero value changes nothing.
type Options struct {
	Pins  Pins   // links that the user knows better
	Model *Model // what decides; nil for the one that reprise comes with
}

// With is Documents with options. It fails where a pin names a clause that
// does not exist or that another pin has taken.
func With(old, new *resolution.Document, opts Options) ([]Link, error) {
	p, err := prepare(old, new, opts)
	if err != nil {
		return nil, err
	}
	p.matcher.run()
	links := p.links()
	p.matcher.x.mem.release()
	return links, nil
}

// pair is two documents on their way to links.
//
// Law 6 holds by construction: of two documents always the same one is taken
// first, whichever is called old, and the links are turned round at the end.
type pair struct {
	turned   bool
	old, new []*resolution.Clause // all clauses, in the order of work
	matcher  *matcher             // of the clauses that are aligned by content
	roles    []Link               // masthead, formula and meeting lines
}

func prepare(old, new *resolution.Document, opts Options) (*pair, error) {
	p := &pair{old: clausesOf(old), new: clausesOf(new)}
	pins, err := opts.Pins.resolve(p.old, p.new)
	if err != nil {
		return nil, err
	}
	order := compareTexts(p.old, p.new)
	if order > 0 {
		p.turned = true
		p.old, p.new = p.new, p.old
		pins = pins.turned()
	}
	oldClauses, oldRoles := byRole(p.old)
	newClauses, newRoles := byRole(p.new)
	p.roles = linkRoles(oldRoles, newRoles)
	p.matcher = newMatcher(newBody(oldClauses), newBody(newClauses), opts.model())
	p.matcher.lexicons = [2]*lexicon.Lexicon{lexiconOf(old), lexiconOf(new)}
	p.matcher.symbols = [2]string{symbolOf(old), symbolOf(new)}
	if p.turned {
		p.matcher.lexicons[0], p.matcher.lexicons[1] = p.matcher.lexicons[1], p.matcher.lexicons[0]
		p.matcher.symbols[0], p.matcher.symbols[1] = p.matcher.symbols[1], p.matcher.symbols[0]
	}
	p.matcher.pin(pins)
	if order == 0 && len(pins) == 0 {
		p.matcher.settleAll()
	}
	return p, nil
}

// model is the one that was given, or else the one that reprise comes with. The
// trainer gives its own, so that it can begin where the features have changed.
func (o Options) model() *Model {
	if o.Model != nil {
		return o.Model
	}
	return standardModel()
}

func symbolOf(d *resolution.Document) string {
	if d == nil {
		return ""
	}
	return string(d.Symbol)
}

// lexiconOf is what the language of a document brings, English where it does not
// say, nil where there is none.
func lexiconOf(d *resolution.Document) *lexicon.Lexicon {
	code := lexicon.Default
	if d != nil && d.Language != "" {
		code = d.Language
	}
	lex, err := lexicon.Language(code)
	if err != nil {
		return nil // the texts can be aligned without
	}
	return lex
}

func clausesOf(d *resolution.Document) []*resolution.Clause {
	if d == nil {
		return nil
	}
	return d.Clauses
}

// compareTexts puts two lists of clauses into an order that does not depend on
// which is old; 0 means that an aligner cannot tell them apart.
func compareTexts(a, b []*resolution.Clause) int {
	for i := range min(len(a), len(b)) {
		if d := cmp.Or(
			cmp.Compare(a[i].Text, b[i].Text),
			cmp.Compare(a[i].ID, b[i].ID),
			cmp.Compare(a[i].Part, b[i].Part),
			cmp.Compare(a[i].Kind, b[i].Kind),
			cmp.Compare(a[i].Parent, b[i].Parent),
		); d != 0 {
			return d
		}
	}
	return cmp.Compare(len(a), len(b))
}

// byRole parts the clauses that are aligned by content from those of the form.
func byRole(clauses []*resolution.Clause) (body, roles []*resolution.Clause) {
	body = make([]*resolution.Clause, 0, len(clauses))
	for _, c := range clauses {
		if c.Counted() {
			body = append(body, c)
		} else {
			roles = append(roles, c)
		}
	}
	return body, roles
}
