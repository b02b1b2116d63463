package lexicon

import (
	"strconv"
	"strings"
)

// Office is what a clause does in every resolution of a series: by it readers
// know a clause again whose other words have all changed.
type Office int

// The offices.
const (
	NoOffice      Office = iota
	Closes               // keeps the matter on the agenda
	Extends              // extends a mandate
	Recalls              // recalls what was resolved before
	NotesReport          // takes note of a report
	AsksReport           // asks for one
	AsksResources        // asks for means
	Offices              // how many there are
)

// officeNames are their names in the data files.
var officeNames = []string{"", "closes", "extends", "recalls", "notes-report", "asks-report", "asks-resources"}

// office is one row of the section "offices".
type office struct {
	is    Office
	lead  string // "asks", "says" or "any"
	first int    // its phrases stand among so many words
}

// officePhrase is a phrase by which an office is known, with the office's row.
type officePhrase struct {
	office int
	words  []string
}

// maxOfficeBytes is how much of a text is looked at: no office shows later.
const maxOfficeBytes = 400

// Office tells what a clause does in every resolution of a series; NoOffice
// where the language's data do not say.
func (l *Lexicon) Office(text string) Office {
	if l == nil || len(l.Table("offices")) == 0 {
		return NoOffice
	}
	l.once.offices.Do(l.indexOffices)
	var room [96]string
	words := room[:0]
	for w := range strings.FieldsSeq(firstBytes(text, maxOfficeBytes)) {
		words = append(words, Fold(strings.Trim(w, ",;.:“”\"'’()")))
	}
	asks, known := false, false // known once a phrase needs it
	best := len(l.offices)
	for i, w := range words {
		if w == "" {
			continue
		}
		for _, p := range l.officesBy[w[0]] {
			o := &l.offices[p.office]
			if p.office >= best || i+len(p.words) > o.first || !begins(words[i:], p.words) {
				continue
			}
			if o.lead != "any" && !known {
				lead, ok := l.Lead(text)
				asks, known = ok && l.Asks(lead.Base), true
			}
			if o.lead == "any" || (o.lead == "asks") == asks {
				best = p.office
			}
		}
	}
	if best == len(l.offices) {
		return NoOffice
	}
	return l.offices[best].is
}

// begins tells whether the first of some words begin with those of a phrase.
func begins(words, phrase []string) bool {
	if len(words) < len(phrase) {
		return false
	}
	for n, p := range phrase {
		if !strings.HasPrefix(words[n], p) {
			return false
		}
	}
	return true
}

func (l *Lexicon) indexOffices() {
	for _, row := range l.Table("offices") {
		o := office{lead: row[1]}
		o.first, _ = strconv.Atoi(row[2]) // a test has looked at it
		for n, name := range officeNames {
			if name == row[0] {
				o.is = Office(n)
			}
		}
		for _, p := range row[3:] {
			if words := strings.Fields(Fold(p)); len(words) > 0 {
				l.officesBy[words[0][0]] = append(l.officesBy[words[0][0]], officePhrase{len(l.offices), words})
			}
		}
		l.offices = append(l.offices, o)
	}
}
