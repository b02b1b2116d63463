package report

import (
	"io"

	"reprise/diff"
)

// Collection is many comparisons side by side, such as those of two folders.
type Collection struct {
	Pairs            []Pair
	OnlyOld, OnlyNew []string // texts that have no other to be compared with
}

// Pair is one comparison of a collection.
type Pair struct {
	Name       string // of the file, or of the text where its files differ in name
	Page       string // address of a page of its own, beside the index; "" for none
	Comparison *diff.Comparison
}

// CollectionRenderer writes a collection in one form.
type CollectionRenderer interface {
	RenderCollection(w io.Writer, all Collection) error
}
