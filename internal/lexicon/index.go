package lexicon

// index builds what every run asks for: how words are read, and lines. The rest is built
// when it is asked for.
func (l *Lexicon) index() {
	l.unspaced = l.Rule("words") == "unspaced"
	l.small = l.Rule("leads") == "small"
	l.smallMonths = l.Rule("months") != "capital"
	l.grouped = l.Rule("thousands") == "spaced"
	l.nounFirst = l.Rule("ordinals") == "behind"
	l.indexSpelling()
	l.indexWords()
	l.indexReading()
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
