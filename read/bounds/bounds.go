// Package bounds says what a reader does when a file asks for more than it gives:
// it fails in words that name the bound. Nothing here changes what a smaller file
// gives.
package bounds

import "fmt"

// Exceeded says which bound a file breaks and what to do about it.
func Exceeded(what string, have, limit int64, unit string) error {
	return fmt.Errorf("%s: %d %s are over the limit of %d %s; split the file or raise the limit in the source (package read)",
		what, have, unit, limit, unit)
}

// Passed is Exceeded where nobody counted to the end.
func Passed(what string, limit int64, unit string) error {
	return fmt.Errorf("%s: more than the limit of %d %s; split the file or raise the limit in the source (package read)", what, limit, unit)
}
