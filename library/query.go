package library

// Query says which clauses are looked for.
type Query struct {
	Language string   // ISO 639-1: only texts in it
	Terms    []string // of the index; a text has all of them
	Most     int      // of the texts with the terms, the latest added so many; 0 is all
	Filter
}

// Filter leaves clauses out; its zero value takes all.
type Filter struct {
	Bodies       []string // codes of symbol.Body
	Since, Until int      // years of adoption, both included; 0 is open
	Lead         string   // that opens the clause; capitals do not matter
	Part         string   // resolution.Part
}

// isOpen tells whether the filter takes all.
func (f Filter) isOpen() bool {
	return len(f.Bodies) == 0 && f.Since == 0 && f.Until == 0 && f.Lead == "" && f.Part == ""
}

// Tally is a lineage that was found.
type Tally struct {
	Lineage int64
	Uses    int    // clauses that have the terms
	Last    string // the latest adoption; "" unknown
}

// Use is a clause in a document.
type Use struct {
	Lineage  int64
	Document int64
	Place    int // of the clause in its document, from 0
	Clause   string
	Part     string
	Wording  int64 // the same for the same text
	Text     string
	Of       Brief
}

// Brief is what a use tells of its document.
type Brief struct {
	Symbol, Title, Body, Language, Adopted, Vote string
	Year                                         int
	Voted, Draft                                 bool
	Series                                       int64
}
