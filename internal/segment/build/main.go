// Command build makes the dictionary of package segment:
//
//	go run ./internal/segment/build -dict DICTIONARY -o internal/segment/words.txt TEXT...
//
// DICTIONARY has a word and its count a line, parted by a blank, as jieba's
// dict.txt and its descendants have. The texts tell how often resolutions use its
// words: they are cut with what is known so far, and counted, several times over.
// The names and terms of the Chinese language files are words too.
package main

import (
	"bufio"
	"bytes"
	"cmp"
	"flag"
	"fmt"
	"math"
	"os"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"reprise/internal/lexicon"
)

const (
	maxWord = 8 // characters; as package segment has it

	// leastCount is the count in the public dictionary under which a word that
	// the texts never use is left out: its rarer half are names and idioms.
	leastCount = 60

	// scale brings the counts of the public dictionary, of sixty million words,
	// to the size of those of the texts: a word there weighs what it does in one
	// text in a hundred here.
	scale = 1.0 / 600

	// termCount is the count of a term of the language files that the texts do
	// not have.
	termCount = 20

	// rounds is how many times the texts are cut and counted: after the third
	// hardly a cut changes.
	rounds = 4
)

// notice goes before the words, as their licence asks.
const notice = `# Words of Chinese with their cost, -4 ln of their share in texts, in the order of their bytes.
# Made by internal/segment/build. The words are those of jieba's dictionary (copyright 2013 Sun Junyi,
# MIT licence: permission is granted to deal in it without restriction, provided that this notice is
# kept; it comes without warranty), the terms those of internal/lexicon/data/zh, the counts our own.
`

func main() {
	dict := flag.String("dict", "", "public dictionary")
	out := flag.String("o", "words.txt", "file to write")
	flag.Parse()
	if err := run(*dict, *out, flag.Args()); err != nil {
		fmt.Fprintln(os.Stderr, "build:", err)
		os.Exit(1)
	}
}

func run(dict, out string, texts []string) error {
	prior, err := dictionary(dict)
	if err != nil {
		return err
	}
	dropCompounds(prior)
	for _, term := range terms() {
		prior[term] = max(prior[term], termCount)
	}
	var runs []string
	for _, file := range texts {
		text, err := os.ReadFile(file)
		if err != nil {
			return err
		}
		runs = append(runs, strings.FieldsFunc(string(text), func(r rune) bool { return !unicode.Is(unicode.Han, r) })...)
	}
	counts := map[string]float64{}
	for range rounds {
		counts = count(runs, costs(prior, counts))
	}
	return os.WriteFile(out, lines(prior, counts), 0o644)
}

// dictionary reads the words of Chinese characters with their scaled counts.
func dictionary(name string) (map[string]float64, error) {
	file, err := os.Open(name)
	if err != nil {
		return nil, err
	}
	defer file.Close()
	out := map[string]float64{}
	in := bufio.NewScanner(file)
	for in.Scan() {
		cells := strings.Fields(in.Text())
		if len(cells) < 2 || !isWord(cells[0]) {
			continue
		}
		n, err := strconv.ParseFloat(cells[1], 64)
		if err != nil {
			return nil, fmt.Errorf("%s: %q: %w", name, in.Text(), err)
		}
		out[cells[0]] = n * scale
	}
	return out, in.Err()
}

// dropCompounds takes out words of two words that each stand for themselves, as
// "停火协定" does: a drafter changes one of the two.
func dropCompounds(words map[string]float64) {
	var dropped []string
	for word := range words {
		n := 0
		for at := range word {
			if n++; n <= 2 || utf8.RuneCountInString(word[at:]) < 2 {
				continue
			}
			if min(words[word[:at]], words[word[at:]]) > 2*words[word] && words[word] > 0 {
				dropped = append(dropped, word)
				break
			}
		}
	}
	for _, word := range dropped { // after all are looked at, so that the order does not matter
		delete(words, word)
	}
}

// isWord leaves out what is no word to a drafter: what is not all Chinese, and a
// number with what it counts ("一项", "第三"), which change apart.
func isWord(s string) bool {
	n := 0
	for _, r := range s {
		if !unicode.Is(unicode.Han, r) {
			return false
		}
		n++
	}
	first, size := utf8.DecodeRuneInString(s)
	rest := s[size:]
	counted := n > 1 && strings.ContainsRune("一二两三四五六七八九十百千", first) && strings.Trim(rest, "一二三四五六七八九十百千万个项次届年月日种份名条段章节场位件天周组类国者") == ""
	return n <= maxWord && !counted && !(n > 1 && first == '第')
}

// terms are the short names and terms of the language files.
func terms() []string {
	lex, err := lexicon.Language("zh")
	if err != nil {
		return nil
	}
	var out []string
	for _, section := range []string{"actors", "names", "citing", "countries", "qualifiers", "modality", "intervals", "organs", "facts", "leads"} {
		for _, row := range lex.Table(section) {
			for cell := range strings.SplitSeq(strings.Join(row, "|"), "|") {
				if isWord(cell) && utf8.RuneCountInString(cell) <= maxTerm {
					out = append(out, cell)
				}
			}
		}
	}
	return out
}

// maxTerm is the longest term that is one word; longer ones are made of words.
const maxTerm = 4

func costs(prior, counts map[string]float64) map[string]float64 {
	total := 0.0
	for word, n := range prior {
		total += n + counts[word]
	}
	out := make(map[string]float64, len(prior))
	for word, n := range prior {
		out[word] = -math.Log((n + counts[word] + 0.01) / total)
	}
	return out
}

// count cuts runs of characters the likeliest way and counts the words.
func count(runs []string, costs map[string]float64) map[string]float64 {
	out := map[string]float64{}
	for _, run := range runs {
		text := []rune(run)
		best, to := make([]float64, len(text)+1), make([]int, len(text)+1)
		for at := len(text) - 1; at >= 0; at-- {
			best[at], to[at] = 25+best[at+1], at+1
			for end := at + 1; end <= min(len(text), at+maxWord); end++ {
				if cost, known := costs[string(text[at:end])]; known && cost+best[end] <= best[at] {
					best[at], to[at] = cost+best[end], end
				}
			}
		}
		for at := 0; at < len(text); at = to[at] {
			out[string(text[at:to[at]])]++
		}
	}
	return out
}

// lines writes the words that are kept.
func lines(prior, counts map[string]float64) []byte {
	cost := costs(prior, counts)
	type entry struct {
		word string
		cost int
	}
	var kept []entry
	for word, n := range prior {
		if counts[word] > 0 || n >= leastCount*scale {
			kept = append(kept, entry{word, min(79, int(4*cost[word]+0.5))})
		}
	}
	slices.SortFunc(kept, func(a, b entry) int { return cmp.Compare(a.word, b.word) })
	var out bytes.Buffer
	out.WriteString(notice)
	for _, e := range kept {
		fmt.Fprintf(&out, "%s\t%d\n", e.word, e.cost)
	}
	return out.Bytes()
}
