package office

// WithFence has conversions run behind one fence only, by its number; false
// where there is none of that number. What is given back takes that back.
func WithFence(i int) (restore func(), ok bool) {
	all := fences
	if i >= len(all) {
		return nil, false
	}
	fences = all[i : i+1]
	return func() { fences = all }, true
}
