package web

// Patterns are the routes that the server has, for the tests that want all of them.
func Patterns() []string {
	var out []string
	for _, r := range routes {
		out = append(out, r.pattern)
	}
	return out
}

// Hashed is what the store has of a secret.
var Hashed = hashed

// MaxBody is how large a request may be.
const MaxBody = maxBody

// MaxStreams is how many streams one person may have open.
const MaxStreams = maxStreams
