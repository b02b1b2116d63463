package series

import (
	"unicode"
	"unicode/utf8"
)

// FNV-1a, 64 bits: the same on every machine and run.
const (
	hashStart = 14695981039346656037
	hashPrime = 1099511628211
)

// firstIdeograph is where Unicode's ideographs begin; what stands before need not be
// looked up.
const firstIdeograph = 0x2E80

// appendHashes adds the hashes of the runs of shingleWords words of a text,
// and the number of its words to n. Words are runs of letters and digits,
// in lower case, and single ideographs, which stand without spaces; it is called for every text of a folder, so it takes no
// memory but for the hashes.
func appendHashes(hashes []uint64, text string, n int) ([]uint64, int) {
	var ring [shingleWords]uint64
	in, h, seen := false, uint64(hashStart), 0
	flush := func() {
		ring[seen%shingleWords] = h
		seen++
		if seen >= shingleWords {
			hashes = append(hashes, joinHash(&ring, seen))
		}
		h = hashStart
	}
	for i := 0; i < len(text); {
		r, size := rune(text[i]), 1
		if r >= utf8.RuneSelf {
			r, size = utf8.DecodeRuneInString(text[i:])
		}
		i += size
		if r >= firstIdeograph && unicode.Is(unicode.Han, r) {
			if in {
				flush()
			}
			h = (h ^ uint64(r)) * hashPrime
			flush()
			in = false
			continue
		}
		letter := unicode.IsLetter(r) || unicode.IsDigit(r)
		if letter {
			h = (h ^ uint64(unicode.ToLower(r))) * hashPrime
		} else if in {
			flush()
		}
		in = letter
	}
	if in {
		flush()
	}
	return hashes, n + seen
}

// joinHash mixes the last shingleWords hashes, oldest first.
func joinHash(ring *[shingleWords]uint64, seen int) uint64 {
	h := uint64(hashStart)
	for k := range shingleWords {
		h = (h ^ ring[(seen+k)%shingleWords]) * hashPrime
		h ^= h >> 29
	}
	return h
}
