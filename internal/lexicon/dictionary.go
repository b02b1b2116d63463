package lexicon

// dictionary finds what is known of a word. It does what a map does and is filled in a
// third of the time: every run waits for the words of a language. The zero value is
// empty and ready to use.
type dictionary[T any] struct {
	heads   []int32 // by the low bits of the hash: the last entry that has them, from 1
	entries []dictionaryEntry[T]
}

type dictionaryEntry[T any] struct {
	word   string
	hash   uint32
	before int32 // the entry before with the same low bits, from 1
	value  T
}

// dictionaryOf makes room for so many words; more may be entered.
func dictionaryOf[T any](words int) dictionary[T] {
	d := dictionary[T]{entries: make([]dictionaryEntry[T], 0, words)}
	d.spread(words)
	return d
}

// spread makes as many heads as there are words, or up to twice as many.
func (d *dictionary[T]) spread(words int) {
	n := 16
	for n < words {
		n *= 2
	}
	d.heads = make([]int32, n)
	for i := range d.entries {
		e := &d.entries[i]
		head := &d.heads[e.hash&uint32(n-1)]
		e.before, *head = *head, int32(i+1)
	}
}

// find gives what is known of a word, nil for one that is unknown.
func (d *dictionary[T]) find(word string) *T {
	if len(d.heads) == 0 {
		return nil
	}
	return d.hashed(word, hash(word))
}

func (d *dictionary[T]) hashed(word string, hash uint32) *T {
	for at := d.heads[hash&uint32(len(d.heads)-1)]; at > 0; {
		e := &d.entries[at-1]
		if e.hash == hash && e.word == word {
			return &e.value
		}
		at = e.before
	}
	return nil
}

// of is what is known of a word, the zero value for one that is unknown.
func (d *dictionary[T]) of(word string) T {
	if at := d.find(word); at != nil {
		return *at
	}
	var none T
	return none
}

// ofFolded is of, without a string to be made of the word.
func (d *dictionary[T]) ofFolded(word []byte) T {
	var none T
	if len(d.heads) == 0 {
		return none
	}
	h := hash(word)
	for at := d.heads[h&uint32(len(d.heads)-1)]; at > 0; {
		e := &d.entries[at-1]
		if e.hash == h && e.word == string(word) {
			return e.value
		}
		at = e.before
	}
	return none
}

// enter gives the place for what is known of a word, which is made for a new one. It
// holds until the next word is entered.
func (d *dictionary[T]) enter(word string) *T {
	if len(d.entries) >= len(d.heads) {
		d.spread(2*len(d.entries) + 1)
	}
	h := hash(word)
	if known := d.hashed(word, h); known != nil {
		return known
	}
	head := &d.heads[h&uint32(len(d.heads)-1)]
	d.entries = append(d.entries, dictionaryEntry[T]{word: word, hash: h, before: *head})
	*head = int32(len(d.entries))
	return &d.entries[len(d.entries)-1].value
}

// hash is that of Fowler, Noll and Vo: words are short.
func hash[S string | []byte](word S) uint32 {
	h := uint32(2166136261)
	for i := 0; i < len(word); i++ {
		h = (h ^ uint32(word[i])) * 16777619
	}
	return h
}
