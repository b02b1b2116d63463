package series

import (
	"runtime"
	"sync"
)

// FollowAll follows every series that was found, several at a time. It calls
// progress, where that is not nil, after each with the number of documents
// done, never twice at once.
//
// Law 5: the series are the same as Follow gives them one by one.
func FollowAll(found []Found, progress func(done int)) []*Series {
	out := make([]*Series, len(found))
	var mu sync.Mutex
	done := 0
	next := make(chan int)
	var wait sync.WaitGroup
	for range min(len(found), runtime.GOMAXPROCS(0)) {
		wait.Go(func() {
			for i := range next {
				s := Follow(found[i].Documents)
				s.Missing, s.Doubles = found[i].Missing, found[i].Doubles
				out[i] = s
				mu.Lock()
				done += len(found[i].Documents)
				if progress != nil {
					progress(done)
				}
				mu.Unlock()
			}
		})
	}
	for i := range found {
		next <- i
	}
	close(next)
	wait.Wait()
	return out
}
