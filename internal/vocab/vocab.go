// Package vocab holds how many resolutions use a word: a small embedded table,
// rebuilt by a script from any collection of texts. It tells boilerplate from
// substance and, at a line's end, "nuclear-weapon" from "nuclearweapon".
//
// Its main call is Frequency. It does no weighting of its own.
package vocab

import _ "embed"

// The table is made by the program in build/ (see its comment). It holds
// numbers only: four bytes with the count of texts, then for every word the
// four bytes of its hash and two bytes with its frequency, in the order of the
// hashes. It is read where it lies in the program, so loading costs nothing.
//
//go:generate go run ./build -o table.bin ../../../corpus
//go:embed table.bin
var table string

const (
	headSize = 4
	rowSize  = 6
)

// Documents is the number of texts behind the table.
func Documents() int { return int(number(table[:headSize])) }

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
//
// Hashes are spread evenly, so the row is nearly where a straight line between
// the ends of the table puts it: a few steps, whatever the table's size.
func FrequencyOfHash(hash uint32) int {
	rows := (len(table) - headSize) / rowSize
	i := int(uint64(hash) * uint64(rows) >> 32)
	for i > 0 && hashAt(i) > hash {
		i--
	}
	for i < rows && hashAt(i) < hash {
		i++
	}
	if i == rows || hashAt(i) != hash {
		return 0
	}
	at := headSize + i*rowSize + 4
	return int(table[at]) | int(table[at+1])<<8
}

func hashAt(row int) uint32 { return number(table[headSize+row*rowSize:]) }

// number reads four bytes, the lowest first.
func number(s string) uint32 {
	_ = s[3]
	return uint32(s[0]) | uint32(s[1])<<8 | uint32(s[2])<<16 | uint32(s[3])<<24
}
