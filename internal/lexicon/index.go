package lexicon

// index builds the look-ups from the tables.
func (l *Lexicon) index() {
	l.indexWords()
	l.indexSpelling()
	l.indexPhrases()
	l.indexScale()
	l.indexAsks()
	l.indexSentences()
	l.indexReading()
}
