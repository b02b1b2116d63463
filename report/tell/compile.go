package tell

import "reprise/negotiate"

// CompilationCounts says in a sentence what proposals touch, on what they agree and
// on what they do not.
func (v Voice) CompilationCounts(c *negotiate.Compilation) string {
	touched, disputed, agreed := 0, 0, 0
	for _, r := range append([]negotiate.Row{c.Title}, c.Rows...) {
		if len(r.Variants) == 0 {
			continue
		}
		touched++
		if r.Disputed() {
			disputed++
		}
		for _, variant := range r.Variants {
			if len(variant.Authors) > 1 {
				agreed++
				break
			}
		}
	}
	return v.Say("compile-counts", "proposals", v.Listed(c.Names), "touched", v.Counted("compile-clauses", touched),
		"agreed", v.Counted("compile-clauses", agreed), "disputed", v.Counted("compile-clauses", disputed))
}
