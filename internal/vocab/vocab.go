// Package vocab holds how many resolutions use a word: a small embedded table,
// rebuilt by a script from any collection of texts. It tells boilerplate from
// substance and, at a line's end, "nuclear-weapon" from "nuclearweapon".
//
// Its main call is Frequency. It does no weighting of its own.
package vocab

import _ "embed"

// The table is made by the program in build/ (see its comment). It holds
// numbers only, the lowest byte first: four bytes with the count of texts; a
// directory that says for each value of a hash's first bits at which row its
// words begin, four bytes each, and where the last ends; then for every word
// four bytes of hash and two of frequency, in the order of the hashes. It is
// read where it lies in the program, so loading costs nothing.
//
//go:generate go run ./build -o table.bin ../../../corpus
//go:embed table.bin
var table string

// The layout of the table, for this package and the program that builds it.
const (
	DirectoryBits = 12 // 4096 entries, four words each
	countSize     = 4
	entrySize     = 4
	rowSize       = 6
	rowsAt        = countSize + (1<<DirectoryBits+1)*entrySize
)

// Documents is the number of texts behind the table.
func Documents() int { return int(number(table)) }

// Frequency is the number of texts, of Documents, that hold the word, given in
// lower case with its hyphens ("nuclear-weapon-free"); 0 for a word that the
// table does not hold (rare or unknown).
//
// Words are kept as hashes of 32 bits: about one unknown word in two hundred
// thousand is taken for a known one.
func Frequency(word string) int { return FrequencyOfHash(Hash(word)) }

// Hash is the FNV-1a hash by which the table knows a word. A caller that
// scans text can build it byte by byte from HashStart with HashByte.
func Hash(word string) uint32 {
	h := HashStart
	for i := range len(word) {
		h = HashByte(h, word[i])
	}
	return h
}

// HashStart is the hash of the empty word.
const HashStart uint32 = 2166136261

// HashByte is the hash of a word one byte longer.
func HashByte(h uint32, b byte) uint32 { return (h ^ uint32(b)) * 16777619 }

// FrequencyOfHash is Frequency for a word given by its Hash.
func FrequencyOfHash(hash uint32) int {
	entry := countSize + int(hash>>(32-DirectoryBits))*entrySize
	row, end := number(table[entry:]), number(table[entry+entrySize:])
	for at := rowsAt + int(row)*rowSize; row < end; row, at = row+1, at+rowSize {
		if number(table[at:]) == hash {
			return int(table[at+4]) | int(table[at+5])<<8
		}
	}
	return 0
}

// number reads four bytes, the lowest first.
func number(s string) uint32 {
	_ = s[3]
	return uint32(s[0]) | uint32(s[1])<<8 | uint32(s[2])<<16 | uint32(s[3])<<24
}
