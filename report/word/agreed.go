package word

import (
	"io"

	"reprise/diff"
	"reprise/library"
	"reprise/report/tell"
	"reprise/resolution"
)

// RenderAgreed writes the draft with a comment on each clause that says what of it
// was agreed, as delegations note it on theirs. A draft that was read from a Word file
// stays as it is otherwise.
func (d Docx) RenderAgreed(w io.Writer, a *library.Agreement) error {
	v := tell.OfAgreement(d.Say, a)
	d.Comments, d.on = WithoutComments, map[*resolution.Clause][]string{}
	for _, j := range a.Clauses {
		d.on[j.Clause] = v.Precedent(j, a.Draft.Body)
	}
	return d.Render(w, diff.Compare(a.Draft, a.Draft))
}
