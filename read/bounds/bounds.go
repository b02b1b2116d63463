// Package bounds says what a reader does when a file asks for more than it gives:
// it fails in words that name the bound. Nothing here changes what a smaller file
// gives.
package bounds

import (
	"fmt"
	"strconv"
	"time"
)

// Bound is the most that a reader takes of something.
type Bound struct {
	Of    string // what is bounded, and of what
	Limit int64
	Unit  Unit
}

// Unit is what a bound counts.
type Unit int

// The units.
const (
	Things Unit = iota
	Bytes
	Nanoseconds
)

// Value is the bound as people write it: "64 MB", "40,000", "90 s".
func (b Bound) Value() string {
	switch {
	case b.Unit == Nanoseconds:
		return fmt.Sprintf("%g s", time.Duration(b.Limit).Seconds())
	case b.Unit == Bytes:
		return fmt.Sprintf("%d MB", b.Limit>>20)
	}
	digits := strconv.FormatInt(b.Limit, 10)
	for at := len(digits) - 3; at > 0; at -= 3 {
		digits = digits[:at] + "," + digits[at:]
	}
	return digits
}

// Exceeded says which bound a file breaks and what to do about it.
func Exceeded(what string, have, limit int64, unit string) error {
	return fmt.Errorf("%s: %d %s are over the limit of %d %s; split the file or raise the limit in the source (package read)",
		what, have, unit, limit, unit)
}

// Passed is Exceeded where nobody counted to the end.
func Passed(what string, limit int64, unit string) error {
	return fmt.Errorf("%s: more than the limit of %d %s; split the file or raise the limit in the source (package read)", what, limit, unit)
}
