// Package pattern compiles regular expressions when they are first asked for:
// most runs read no file that needs one, and every run would wait for it.
package pattern

import (
	"regexp"
	"sync"
)

// Lazy is a regular expression that its first call compiles; one that cannot be
// compiled is an error of the program, and that call panics.
func Lazy(text string) func() *regexp.Regexp {
	return sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(text) })
}
