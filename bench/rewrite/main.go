// Command rewrite makes a large collection of a smaller one:
//
//	go run ./bench/rewrite [-copies N] FROM TO
//
// TO gets so many copies of the plain texts below FROM, the first as they are. In the
// others every date and every resolution cited lies a century later, times the number of
// the copy, and words that stand in fewer than three texts of ten are words of that copy
// alone. So each copy is a world of its own, with as many series of as many versions, and
// what all resolutions say is said by all copies. The same texts give the same bytes.
package main

import (
	"flag"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"

	"reprise/internal/lexicon"
	"reprise/internal/token"
)

func main() {
	copies := flag.Int("copies", 10, "how many, the texts themselves among them")
	flag.Parse()
	if flag.NArg() != 2 {
		fmt.Fprintln(os.Stderr, "usage: rewrite [-copies N] FROM TO")
		os.Exit(2)
	}
	if err := run(flag.Arg(0), flag.Arg(1), *copies); err != nil {
		fmt.Fprintln(os.Stderr, "rewrite:", err)
		os.Exit(1)
	}
}

// collection is what is rewritten.
type collection struct {
	names []string // below the folder
	texts []string
	lex   *lexicon.Lexicon
	often map[string]int // in how many texts a word stands
}

// rareShare of the texts at most have a word of one matter; more have one of the trade, of
// which alone hardly a title is made: or series of all copies would be one.
const rareShare = 0.3

// shortest word, in letters, that is rewritten: shorter ones are small words and numbers.
const shortest = 4

func run(from, to string, copies int) error {
	c, err := collect(from)
	if err != nil {
		return err
	}
	for n := range copies {
		for i, name := range c.names {
			path := filepath.Join(to, fmt.Sprintf("%03d", n), name)
			if err := os.MkdirAll(filepath.Dir(path), 0o777); err != nil {
				return err
			}
			if err := os.WriteFile(path, []byte(c.rewritten(c.texts[i], n)), 0o666); err != nil {
				return err
			}
		}
	}
	fmt.Printf("%d texts\n", copies*len(c.names))
	return nil
}

func collect(from string) (*collection, error) {
	lex, err := lexicon.Language(lexicon.Default)
	if err != nil {
		return nil, err
	}
	c := &collection{lex: lex, often: map[string]int{}}
	return c, filepath.WalkDir(from, func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || filepath.Ext(path) != ".txt" {
			return err
		}
		content, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		name, err := filepath.Rel(from, path)
		c.names, c.texts = append(c.names, name), append(c.texts, string(content))
		seen := map[string]bool{}
		for t := range token.Each(string(content), lex) {
			if w := strings.ToLower(t.Text); t.Kind == token.Word && !seen[w] {
				seen[w] = true
				c.often[w]++
			}
		}
		return err
	})
}

func (c *collection) rewritten(text string, n int) string {
	if n == 0 {
		return text
	}
	var b strings.Builder
	for t := range token.Each(text, c.lex) {
		switch w := strings.ToLower(t.Text); {
		case t.Kind == token.Citation || t.Kind == token.Date:
			b.WriteString(later(t.Text, n))
		case t.Kind == token.Word && len(w) >= shortest && isPlain(w) && float64(c.often[w]) < rareShare*float64(len(c.texts)):
			b.WriteString(renamed(t.Text, n))
		default:
			b.WriteString(t.Text)
		}
	}
	return b.String()
}

func isPlain(w string) bool {
	return strings.IndexFunc(w, func(r rune) bool { return r < 'a' || r > 'z' }) < 0
}

// renamed is a word as copy n has it: what it ends in, which says its form, stays.
func renamed(word string, n int) string {
	syllable := string("bdfgklmnprstvz"[n%14]) + string("aeiou"[n/14%5]) // 70 copies differ
	if word[0] >= 'A' && word[0] <= 'Z' {
		return strings.ToUpper(syllable[:1]) + syllable[1:] + strings.ToLower(word[:1]) + word[1:]
	}
	return syllable + word
}

// Numbers of a citation or a date that lie a century later in each copy: years, sessions
// before a stroke; and the running numbers of the Security Council, before a year in
// brackets, by more than it has passed in a century.
var (
	years    = regexp.MustCompile(`\b(19|20)\d\d\b`)
	sessions = regexp.MustCompile(`\b\d{1,2}/`)
	serials  = regexp.MustCompile(`\b\d{1,4} ?\(`)
)

func later(text string, n int) string {
	add := func(by int) func(string) string {
		return func(m string) string {
			digits := strings.TrimRight(m, "/ (")
			number, _ := strconv.Atoi(digits) // the pattern has digits only
			return strconv.Itoa(number+by*n) + m[len(digits):]
		}
	}
	text = serials.ReplaceAllStringFunc(text, add(4000))
	text = years.ReplaceAllStringFunc(text, add(100))
	return sessions.ReplaceAllStringFunc(text, add(100))
}
