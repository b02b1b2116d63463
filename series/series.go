// Package series follows clauses through more than two versions: the order of
// a series and its members found from the texts, the lineage of every clause,
// the origin of every word.
//
// From files to lineages it takes four calls: read.Open for each file, Group
// to sort the documents into series, Follow for one of them, and
// Series.Lineage (or the fields) to read the result. It shows nothing
// (package report does) and reads no files.
package series

import (
	"reprise/diff"
	"reprise/internal/lexicon"
	"reprise/resolution"
)

// Series is the life of one resolution through its versions.
//
// Law: every clause of every version is in exactly one lineage.
type Series struct {
	Versions  []Version  // in the order given to Follow
	Lineages  []*Lineage // in the reading order of the latest version; one it does not have stands behind the clause that stood before it
	Triangles []Triangle // links that a comparison across one version contradicts
	Missing   []Missing  // set by FollowAll
	Doubles   []Double   // set by FollowAll
	Proposed  []Proposal // amendments that were held against what followed their drafts; set by the caller

	at  map[*resolution.Clause]place
	lex *lexicon.Lexicon // of the first version

	words map[string][]word // of texts that are looked at again and again while the series is followed
}

// place is where a clause stands: its version and its lineage.
type place struct {
	version int
	lineage *Lineage
}

// Version is one text of a series.
type Version struct {
	Name       string               // its symbol; "draft" where it has none, "draft 2" for the next
	Document   *resolution.Document //
	Comparison *diff.Comparison     // against the version before, without points (diff.Comparison.Pointed has them); nil for the first
}

// Lineage is one clause through the versions.
type Lineage struct {
	ID     string   // name of the first version that had it, "/", its clause ID there: "A/RES/65/49/pp1"
	States []State  // one a version, in order
	From   *Lineage // the lineage that it was split from; nil where it was not
	Into   *Lineage // the lineage that it was last merged into; nil where it was not

	Proposed []Proposal // what amendments asked of it, one request each; set by the caller
}

// Proposal is an amendment to a draft of the series, with what the next version took.
type Proposal struct {
	Amendment string   // its symbol, else its file's name
	Proposers []string // in printed order
	Draft     string   // the version that it amends
	Next      string   // the version that followed
	Uptake    Uptake   // of all its requests together
	Requests  []Request
}

// Request is one thing that an amendment asks for.
type Request struct {
	Number  string // as printed
	Printed string // the instruction
	Uptake  Uptake
}

// Uptake is what a version took of a request.
type Uptake int

// The uptakes.
const (
	NotTaken Uptake = iota
	TakenInPart
	Taken
	NothingAsked // it asks only for new numbers, or does not fit the draft
)

var uptakeNames = [...]string{"not-taken", "in-part", "taken", "nothing-asked"}

// String is the uptake's name in JSON.
func (u Uptake) String() string { return uptakeNames[u] }

// State is what a lineage is in one version.
type State struct {
	Clause     *resolution.Clause // nil where the version does not have it
	Status     Status
	Nature     diff.Nature // of the change from the version before; Substantive for what is new, revived or dropped
	Moved      bool
	Renumbered bool
	Uncertain  bool         // the link is doubtful, or a triangle disagrees
	Change     *diff.Change // in the version's comparison; nil in the first version and where there is none
	Since      int          // index of the version whose text Edits start from; -1 where the text is new
	Edits      []diff.Edit  // from the text that it came from; joined with a newline where there were several
	Words      []Origin     // the text in runs of one origin; joined they are the clause's text, byte for byte
}

// Origin is a run of words that first stood in one version.
type Origin struct {
	Text    string
	First   int // index of the version that first had it
	Dropped int // index of the version that dropped it, where it was restored later; 0 where it never left
}

// Status is what happened to a lineage in a version.
type Status int

// The states of a lineage.
const (
	Absent     Status = iota // not there: not yet, or no longer
	New                      // there for the first time
	Kept                     // word for word
	Reworded                 //
	Split                    // one part of what was one clause
	Merged                   // joined with others; without a clause: gone into another lineage
	Rearranged               // several clauses became several others
	Revived                  // there again after it had been dropped
	Dropped                  // there in the version before, not in this one
)

var statusNames = [...]string{"absent", "new", "kept", "reworded", "split", "merged", "rearranged", "revived", "dropped"}

// String is the status's name in JSON.
func (s Status) String() string { return statusNames[s] }

// Triangle is a link that the direct comparison of a version with the one two
// before it contradicts: by way of the version between, Old became New; held
// side by side, Old looks like Direct.
type Triangle struct {
	Version     int                // index of the latest of the three
	Old         *resolution.Clause // two versions before
	New, Direct *resolution.Clause // in the version
}

// Lineage finds a lineage by its ID; nil where there is none.
func (s *Series) Lineage(id string) *Lineage {
	for _, l := range s.Lineages {
		if l.ID == id {
			return l
		}
	}
	return nil
}

// Of gives the lineage of a clause of one of the versions; nil for any other
// clause.
func (s *Series) Of(c *resolution.Clause) *Lineage { return s.at[c].lineage }

// State gives the state of the lineage of a clause in the clause's own
// version; the zero State for a clause that is in none of the versions.
func (s *Series) State(c *resolution.Clause) State {
	p, ok := s.at[c]
	if !ok {
		return State{}
	}
	return p.lineage.States[p.version]
}

// Counted tells whether a lineage stands in counts and tables: the enacting
// formula, masthead and meeting lines do not.
func (l *Lineage) Counted() bool {
	for _, s := range l.States {
		if s.Clause != nil {
			return s.Clause.Counted()
		}
	}
	return false
}

// last is the index of the latest version before v that has the clause, -1
// where none has.
func (l *Lineage) last(v int) int {
	for v = min(v, len(l.States)) - 1; v >= 0; v-- {
		if l.States[v].Clause != nil {
			return v
		}
	}
	return -1
}
