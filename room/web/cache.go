package web

import "sync"

// cache keeps what was made last, each made once however many ask for it at the same
// time. What failed is not kept.
type cache[T any] struct {
	mu    sync.Mutex
	most  int
	known map[string]*made[T]
	order []string // least lately asked first
}

type made[T any] struct {
	once  sync.Once
	value T
	err   error
}

func newCache[T any](most int) *cache[T] { return &cache[T]{most: most, known: map[string]*made[T]{}} }

// get gives what is kept under a key, or builds it.
func (c *cache[T]) get(key string, build func() (T, error)) (T, error) {
	c.mu.Lock()
	m := c.known[key]
	if m == nil {
		m = &made[T]{}
		c.known[key] = m
	}
	c.touch(key)
	c.mu.Unlock()
	m.once.Do(func() { m.value, m.err = build() })
	if m.err != nil {
		c.mu.Lock()
		if c.known[key] == m {
			delete(c.known, key)
		}
		c.mu.Unlock()
	}
	return m.value, m.err
}

// touch puts a key behind all others and drops the first where there are too many.
func (c *cache[T]) touch(key string) {
	for i, k := range c.order {
		if k == key {
			c.order = append(c.order[:i], c.order[i+1:]...)
			break
		}
	}
	c.order = append(c.order, key)
	if len(c.order) > c.most {
		delete(c.known, c.order[0])
		c.order = c.order[1:]
	}
}
