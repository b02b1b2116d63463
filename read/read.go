// Package read turns the bytes of a file into a resolution: one file a format
// makes neutral blocks, the recogniser of package resolution does the rest.
//
// Its main call is Open. It fetches nothing (package source does).
package read

import (
	"fmt"

	"reprise/resolution"
)

// Options say how to read.
type Options struct {
	Format   string // "" finds it from the content
	Language string // "" finds it from the content

	// Preparing, where not nil, is called before a wait of seconds that
	// comes once on a machine: the PDF engine is being compiled.
	Preparing func()
}

// Open reads a document. The name is used in messages only; the format is
// found from the content. Errors name the file and the place.
func Open(name string, content []byte, opts Options) (*resolution.Document, error) {
	return nil, fmt.Errorf("reprise: %s: not built yet", name)
}
