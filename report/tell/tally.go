package tell

import "reprise/diff"

// Tally is a count of a summary.
type Tally struct {
	Key   string // the state, as in JSON
	Sign  string
	Word  string
	Count int
}

// Tallies are the counts of a summary that are not zero, in the order in
// which they matter.
func (v Voice) Tallies(s diff.Summary) []Tally {
	var out []Tally
	for _, t := range []Tally{
		{Key: "added", Sign: signs[diff.Added], Count: s.Added},
		{Key: "removed", Sign: signs[diff.Removed], Count: s.Removed},
		{Key: "reworded", Sign: signs[diff.Reworded], Count: s.Reworded},
		{Key: "split", Sign: signs[diff.Split], Count: s.Split},
		{Key: "merged", Sign: signs[diff.Merged], Count: s.Merged},
		{Key: "rearranged", Sign: signs[diff.Rearranged], Count: s.Rearranged},
		{Key: "moved", Sign: MovedSign, Count: s.Moved},
		{Key: "kept", Sign: signs[diff.Kept], Count: s.Kept},
		{Key: "substantive", Count: s.Substantive},
		{Key: "routine", Count: s.Routine},
		{Key: "uncertain", Sign: UnsureSign, Count: s.Uncertain},
	} {
		if t.Count > 0 {
			if t.Word = v.lexicon().Counted("count-"+t.Key, t.Count); t.Word == "" {
				t.Word = v.Say(t.Key)
			}
			out = append(out, t)
		}
	}
	return out
}
