package lexicon

import "sync"

// index builds the look-ups from the tables. Those for reading share nothing
// with the others and are built beside them: every run waits for a lexicon. The
// phrases, which are asked for once both texts are read, are built meanwhile.
func (l *Lexicon) index() {
	l.indexSpelling()
	l.indexing.Go(l.indexPhrases)
	var wait sync.WaitGroup
	wait.Go(l.indexReading)
	l.indexWords()
	l.indexScale()
	l.indexAsks()
	l.indexLimbs()
	l.indexSittings()
	l.indexStates()
	l.indexSentences()
	wait.Wait()
}
