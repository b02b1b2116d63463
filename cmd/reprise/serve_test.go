package main

import (
	"bytes"
	"io"
	"net/http"
	"net/http/cookiejar"
	"net/url"
	"strings"
	"sync"
	"testing"
	"time"
)

// streamed is standard output that another goroutine may read.
type streamed struct {
	mu sync.Mutex
	b  bytes.Buffer
}

func (p *streamed) Write(text []byte) (int, error) {
	p.mu.Lock()
	defer p.mu.Unlock()
	return p.b.Write(text)
}

func (p *streamed) text() string {
	p.mu.Lock()
	defer p.mu.Unlock()
	return p.b.String()
}

// The address that is printed lets its opener in, by that name only; a signal ends the
// streams and the server, and the command returns without an error.
func TestServe(t *testing.T) {
	folder := t.TempDir()
	out, notes := &streamed{}, &streamed{}
	s := surroundings{stdout: out, stderr: notes, lookup: func(name string) (string, bool) {
		value := map[string]string{"XDG_DATA_HOME": folder, "USER": "hanna"}[name]
		return value, value != ""
	}, manners: &manners{}, guard: &guard{}}
	f := serveFlags{listen: "127.0.0.1:0", offline: true}
	ended := make(chan error, 1)
	go func() { ended <- f.run(t.Context(), s) }()
	address := ""
	for range 200 {
		if address = strings.TrimSpace(out.text()); address != "" {
			break
		}
		time.Sleep(20 * time.Millisecond)
	}
	if !strings.HasPrefix(address, "http://127.0.0.1:") || !strings.Contains(address, "/enter?token=") {
		t.Fatalf("printed %q, %q", address, notes.text())
	}
	jar, err := cookiejar.New(nil)
	if err != nil {
		t.Fatal(err)
	}
	browser := http.Client{Jar: jar}
	get := func(address, host string) (*http.Response, error) {
		r, err := http.NewRequestWithContext(t.Context(), http.MethodGet, address, nil)
		if err != nil {
			t.Fatal(err)
		}
		r.Host = host
		return browser.Do(r)
	}
	page, err := get(address, "")
	if err != nil {
		t.Fatal(err)
	}
	content, _ := io.ReadAll(page.Body)
	page.Body.Close()
	if page.StatusCode != http.StatusOK || !strings.Contains(string(content), "hanna") {
		t.Errorf("%s: %.300s", page.Status, content)
	}
	u, _ := url.Parse(address)
	if rebound, err := get(u.Scheme+"://"+u.Host+"/", "evil.example"); err != nil || rebound.StatusCode != http.StatusMisdirectedRequest {
		t.Errorf("by another name: %v, %v", rebound, err)
	}
	stream, err := get(u.Scheme+"://"+u.Host+"/room/open/events", "")
	if err != nil || stream.StatusCode != http.StatusOK {
		t.Fatalf("the stream: %v, %v", stream, err)
	}
	defer stream.Body.Close()

	(*gently.Swap(nil))() // what a signal does
	select {
	case err := <-ended:
		if err != nil {
			t.Error(err)
		}
	case <-time.After(5 * time.Second):
		t.Error("the server goes on")
	}
	if _, err := io.ReadAll(stream.Body); err != nil {
		t.Errorf("the stream was cut, not ended: %v", err)
	}
}

// What cannot be known to be safe does not start, and says what to choose.
func TestServeRefuses(t *testing.T) {
	for _, c := range []struct {
		flags serveFlags
		want  string
	}{
		{serveFlags{listen: "0.0.0.0:7357"}, "Choose --sign-in invitations"},
		{serveFlags{listen: ":7357"}, "header=X-Remote-User"},
		{serveFlags{listen: "192.0.2.7:7357"}, "nobody would know who comes"},
		{serveFlags{listen: "nonsense"}, "want HOST:PORT"},
		{serveFlags{listen: defaultListen, signIn: "king"}, "want invitations"},
		{serveFlags{listen: defaultListen, signIn: "header="}, "want invitations"},
		{serveFlags{listen: defaultListen, url: "room.example.org"}, "want an address"},
		{serveFlags{listen: defaultListen, url: "https://room.example.org/below"}, "want an address"},
	} {
		if _, err := c.flags.config(); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%+v: %v, want %q", c.flags, err, c.want)
		}
	}
	for _, good := range []serveFlags{{listen: defaultListen}, {listen: "[::1]:80"}, {listen: ":80", signIn: "invitations"}, {listen: ":80", signIn: "header=X-User", url: "https://room.example.org"}} {
		if _, err := good.config(); err != nil {
			t.Errorf("%+v: %v", good, err)
		}
	}
}
