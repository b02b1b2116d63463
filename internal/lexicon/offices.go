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
	is      Office
	lead    string // "asks", "says" or "any"
	first   int    // among so many words
	phrases [][]string
}

// maxOfficeBytes is how much of a text is looked at: no office shows later.
const maxOfficeBytes = 400

// Office tells what a clause does in every resolution of a series; NoOffice
// where the language's data do not say.
func (l *Lexicon) Office(text string) Office {
	if l == nil || len(l.Table("offices")) == 0 {
		return NoOffice
	}
	l.indexingOffices.Do(l.indexOffices)
	lead, ok := l.Lead(text)
	asks := ok && l.Asks(lead.Base)
	var room [96]string
	words := room[:0]
	for w := range strings.FieldsSeq(firstBytes(text, maxOfficeBytes)) {
		words = append(words, Fold(strings.Trim(w, ",;.:“”\"'’()")))
	}
	for _, o := range l.offices {
		if (o.lead == "asks" && !asks) || (o.lead == "says" && asks) {
			continue
		}
		for _, p := range o.phrases {
			if beginsAmong(words[:min(len(words), o.first)], p) {
				return o.is
			}
		}
	}
	return NoOffice
}

// beginsAmong tells whether neighbouring words begin with those of a phrase.
func beginsAmong(words, phrase []string) bool {
	for i := 0; i+len(phrase) <= len(words); i++ {
		n := 0
		for n < len(phrase) && strings.HasPrefix(words[i+n], phrase[n]) {
			n++
		}
		if n == len(phrase) {
			return true
		}
	}
	return false
}

func (l *Lexicon) indexOffices() {
	for _, row := range l.Table("offices") {
		o := office{lead: row[1]}
		o.first, _ = strconv.Atoi(row[2]) // the loader has looked at it
		for n, name := range officeNames {
			if name == row[0] {
				o.is = Office(n)
			}
		}
		for _, p := range row[3:] {
			o.phrases = append(o.phrases, strings.Fields(Fold(p)))
		}
		l.offices = append(l.offices, o)
	}
}
