package lexicon

import (
	"strconv"
	"strings"
)

// Sentence fills a sentence or phrase of the sections "sentences", "whys"
// and "forms": each {name} gives way to the value that follows the name. "" where
// the language has no such sentence.
func (l *Lexicon) Sentence(name string, values ...string) string {
	text := l.sentences[name]
	for i := 0; i+1 < len(values); i += 2 {
		text = strings.ReplaceAll(text, "{"+values[i]+"}", values[i+1])
	}
	return text
}

// Counted is Sentence with a number in it, {n}: the form NAME-1 for one, where
// the language has it, else NAME.
func (l *Lexicon) Counted(name string, n int, values ...string) string {
	if n == 1 && l.sentences[name+"-1"] != "" {
		name += "-1"
	}
	return l.Sentence(name, append(values, "n", strconv.Itoa(n))...)
}

func (l *Lexicon) indexSentences() {
	l.sentences = map[string]string{}
	for _, section := range []string{"sentences", "whys", "forms"} {
		for _, row := range l.Table(section) {
			l.sentences[row[0]] = row[1]
		}
	}
}
