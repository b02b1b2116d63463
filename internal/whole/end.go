package whole

import "sync"

// ending guards what must be tidied up, and is held while files take their
// places. A process has one end, so this is one for the process.
var ending sync.Mutex

var (
	tidying = map[int]func(){}
	nextKey int
)

// AtEnd has something done where the process is ended from outside before
// forget is called: a temporary file removed, a helper process stopped. It must
// be quick, and must call nothing of this package.
func AtEnd(do func()) (forget func()) {
	ending.Lock()
	defer ending.Unlock()
	key := nextKey
	nextKey++
	tidying[key] = do
	return func() {
		ending.Lock()
		defer ending.Unlock()
		delete(tidying, key)
	}
}

// Abandon does what AtEnd was told, for a process that ends now. Files that are
// just taking their places do so first; none does afterwards: whoever writes,
// waits for an end that comes at once.
func Abandon() {
	ending.Lock() // for good
	for _, do := range tidying {
		do()
	}
}
