package lexicon

import "sync"

// index builds the look-ups from the tables. Those for reading share nothing
// with the others and are built beside them: every run waits for a lexicon.
func (l *Lexicon) index() {
	var wait sync.WaitGroup
	wait.Go(l.indexReading)
	l.indexWords()
	l.indexSpelling()
	l.indexPhrases()
	l.indexScale()
	l.indexAsks()
	l.indexLimbs()
	l.indexSittings()
	l.indexSentences()
	wait.Wait()
}
