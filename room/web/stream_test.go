package web_test

import (
	"bufio"
	"context"
	"net/http"
	"strings"
	"sync"
	"testing"
	"time"
)

// stream is an open stream of events.
type stream struct {
	mu   sync.Mutex
	said strings.Builder
	stop context.CancelFunc
	end  chan struct{}
}

// stream opens a stream of events as a person.
func (s *site) stream(t testing.TB, who, path string) *stream {
	t.Helper()
	ctx, cancel := context.WithCancel(t.Context())
	r, err := http.NewRequestWithContext(ctx, http.MethodGet, s.URL+path, nil)
	if err != nil {
		t.Fatal(err)
	}
	r.Header.Set(whoever, who)
	got, err := http.DefaultClient.Do(r)
	if err != nil {
		t.Fatal(err)
	}
	if got.StatusCode != http.StatusOK {
		t.Fatalf("%s: %s", path, got.Status)
	}
	out := &stream{stop: cancel, end: make(chan struct{})}
	go func() {
		defer close(out.end)
		defer got.Body.Close()
		lines := bufio.NewScanner(got.Body)
		lines.Buffer(nil, 1<<20)
		for lines.Scan() {
			out.mu.Lock()
			out.said.WriteString(lines.Text() + "\n")
			out.mu.Unlock()
		}
	}()
	t.Cleanup(cancel)
	return out
}

func (s *stream) text() string {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.said.String()
}

// waitFor waits until the stream has said something.
func (s *stream) waitFor(t testing.TB, text string) {
	t.Helper()
	for range 300 {
		if strings.Contains(s.text(), text) {
			return
		}
		time.Sleep(10 * time.Millisecond)
	}
	t.Fatalf("the stream never said %q: %s", text, s.text())
}

// firstOf is the status of a stream, which it leaves at once.
func (s *site) firstOf(t testing.TB, who, path string) answer {
	t.Helper()
	ctx, cancel := context.WithCancel(t.Context())
	defer cancel()
	r, err := http.NewRequestWithContext(ctx, http.MethodGet, s.URL+path, nil)
	if err != nil {
		t.Fatal(err)
	}
	if who != "" {
		r.Header.Set(whoever, who)
	}
	got, err := http.DefaultClient.Do(r)
	if err != nil {
		t.Fatal(err)
	}
	got.Body.Close()
	return answer{status: got.StatusCode}
}
