// Command build makes the table of package vocab from a folder of texts:
//
//	go run ./internal/vocab/build -o internal/vocab/table.bin FOLDER...
//
// Every file whose name ends in .txt, at any depth, is one text. Only numbers
// go into the table. With -list the words and their frequencies are printed
// instead, so that what the table would hold can be read.
package main

import (
	"bufio"
	"cmp"
	"encoding/binary"
	"flag"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"unicode"

	"reprise/internal/vocab"
)

// minTexts is in how many texts a word must stand to be kept: words of a
// single text are mostly names and reading faults, and are half of all words.
const minTexts = 2

// maxFrequency is the largest count that a row holds.
const maxFrequency = 1<<16 - 1

func main() {
	out := flag.String("o", "table.bin", "file to write")
	list := flag.Bool("list", false, "print the words instead")
	flag.Parse()
	if err := run(*out, *list, flag.Args()); err != nil {
		fmt.Fprintln(os.Stderr, "build:", err)
		os.Exit(1)
	}
}

func run(out string, list bool, folders []string) error {
	counts, texts, err := count(folders)
	if err != nil {
		return err
	}
	if texts == 0 {
		return fmt.Errorf("no .txt file under %q", folders)
	}
	if list {
		return print(counts)
	}
	return os.WriteFile(out, encode(counts, texts), 0o644)
}

// count reads every text once and counts in how many each word stands.
func count(folders []string) (counts map[string]int, texts int, err error) {
	counts = map[string]int{}
	for _, folder := range folders {
		err = filepath.WalkDir(folder, func(path string, d fs.DirEntry, err error) error {
			if err != nil || d.IsDir() || filepath.Ext(path) != ".txt" {
				return err
			}
			text, err := os.ReadFile(path)
			if err != nil {
				return err
			}
			texts++
			for w := range words(string(text)) {
				counts[w]++
			}
			return nil
		})
		if err != nil {
			return nil, 0, err
		}
	}
	return counts, texts, nil
}

// words is the set of words of a text in lower case: letters, with the
// hyphens and apostrophes inside. A word cut at the end of a line is left
// out, since nobody knows here whether its hyphen belongs; so are words with
// digits.
func words(text string) map[string]bool {
	set := map[string]bool{}
	for _, field := range strings.FieldsFunc(text, breaks) {
		word := strings.Trim(field, "'’")
		if word == "" || strings.HasPrefix(word, "-") || strings.HasSuffix(word, "-") {
			continue
		}
		if strings.ContainsFunc(word, unicode.IsDigit) {
			continue
		}
		set[strings.ToLower(strings.ReplaceAll(word, "’", "'"))] = true
	}
	return set
}

func breaks(r rune) bool {
	return !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.IsMark(r) && r != '-' && r != '\'' && r != '’'
}

// encode lays the rows out as package vocab reads them.
func encode(counts map[string]int, texts int) []byte {
	byHash := map[uint32]string{}
	for w, n := range counts {
		if n < minTexts {
			continue
		}
		h := vocab.Hash(w)
		if other, taken := byHash[h]; taken && counts[other] >= n {
			continue // two words in a hundred thousand share a hash: the commoner one stays
		}
		byHash[h] = w
	}
	hashes := make([]uint32, 0, len(byHash))
	for h := range byHash {
		hashes = append(hashes, h)
	}
	slices.Sort(hashes)
	table := binary.LittleEndian.AppendUint32(nil, uint32(texts))
	row := 0
	for bucket := range 1<<vocab.DirectoryBits + 1 {
		for row < len(hashes) && int(hashes[row]>>(32-vocab.DirectoryBits)) < bucket {
			row++
		}
		table = binary.LittleEndian.AppendUint32(table, uint32(row))
	}
	for _, h := range hashes {
		table = binary.LittleEndian.AppendUint32(table, h)
		table = binary.LittleEndian.AppendUint16(table, uint16(min(counts[byHash[h]], maxFrequency)))
	}
	return table
}

// print lists the words, commonest first.
func print(counts map[string]int) error {
	var kept []string
	for w, n := range counts {
		if n >= minTexts {
			kept = append(kept, w)
		}
	}
	slices.SortFunc(kept, func(a, b string) int {
		return cmp.Or(cmp.Compare(counts[b], counts[a]), cmp.Compare(a, b))
	})
	w := bufio.NewWriter(os.Stdout)
	for _, word := range kept {
		fmt.Fprintf(w, "%s\t%d\n", word, counts[word])
	}
	return w.Flush()
}
