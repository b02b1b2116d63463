package lexicon

import (
	"errors"
	"sync"
)

// index builds the look-ups from the tables. Those for reading share nothing
// with the others and are built beside them: every run waits for a lexicon. The
// phrases, which are asked for once both texts are read, are built meanwhile.
//
// Its error names the file and the line of a row that cannot be.
func (l *Lexicon) index() error {
	l.unspaced = l.Rule("words") == "unspaced"
	l.small = l.Rule("leads") == "small"
	l.smallMonths = l.Rule("months") != "capital"
	l.grouped = l.Rule("thousands") == "spaced"
	l.nounFirst = l.Rule("ordinals") == "behind"
	l.indexSpelling()
	l.indexing.Go(l.indexPhrases)
	var wait sync.WaitGroup
	wait.Go(l.indexReading)
	l.indexWords()
	err := errors.Join(l.indexScale(), l.indexTraits())
	l.indexSittings()
	l.indexStates()
	l.indexSentences()
	wait.Wait()
	return err
}

// Rule is a rule of the language's section "script": of "name" the language's
// own name, of "direction" "rtl" where it is written from right to left; "" for
// one that the language does not give.
func (l *Lexicon) Rule(name string) string {
	for _, row := range l.Table("script") {
		if row[0] == name {
			return row[1]
		}
	}
	return ""
}
