package resolution

import "reprise/internal/normal"

// Normalise is a text as reading makes it, which is as texts of a Document stand:
// see normal.Text.
func Normalise(text string) string { return normal.Text(text) }
