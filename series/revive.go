package series

import (
	"reprise/align"
	"reprise/resolution"
)

func revive(dropped, fresh []*resolution.Clause) []align.Link {
	first := map[string]*resolution.Clause{}
	for _, c := range dropped {
		first[c.Text] = c
	}
	var out []align.Link
	for _, c := range fresh {
		if o := first[c.Text]; o != nil {
			out = append(out, align.Link{Old: []*resolution.Clause{o}, New: []*resolution.Clause{c}})
			delete(first, c.Text)
		}
	}
	return out
}
