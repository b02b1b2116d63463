// Package web serves the team's room over HTTP: a start page, comparisons as the
// static page shows them, and what people say of them, saved as they say it and seen
// by others at once.
//
// Its main calls are New and Server.Handler. Who may do what is decided in access.go
// by the table of routes.go, who may see what by package room: nothing leaves the
// server but what a room.View has.
package web

import (
	"context"
	"crypto/rand"
	"encoding/hex"
	"net/http"
	"sync"
	"time"

	"golang.org/x/time/rate"

	"reprise/library"
	"reprise/report/page"
	"reprise/room"
	"reprise/series"
	"reprise/source"
)

// Config is what a server stands on.
type Config struct {
	Store   room.Store
	Library *library.Library // where symbols, series and phrases are looked up; nil for none
	Source  source.Source    // where other symbols come from, and how files are read
	SignIn  SignIn
	Hosts   []string     // what the server may be called, host and port; nil for anything, behind a proxy
	Secure  bool         // people reach it by TLS
	Note    func(string) // told of what failed inside; nil is silent
}

// Server is the team's room. It may be used by many goroutines at once.
type Server struct {
	Config
	site        *page.Site
	files       map[string][]byte // of the site, by name
	start       string            // address of the script of the server's own pages
	key         []byte            // of cursors and of the keys of texts
	pool        chan struct{}     // a place for each text that is read at once
	comparisons *cache[*comparison]
	followed    *cache[*series.Series]
	judged      *cache[*library.Agreement]

	mu      sync.Mutex
	halls   map[string]*hall
	pace    map[string]*rate.Limiter
	entered map[string]room.Person // known by a header
	names   lately[map[string]room.Person]

	done chan struct{} // closed when streams are to end
	stop sync.Once
}

// New makes a server. Close ends it.
func New(ctx context.Context, config Config) (*Server, error) {
	key, err := config.Store.Secret(ctx, "key", random(32))
	if err != nil {
		return nil, err
	}
	s := &Server{Config: config, key: key, pool: make(chan struct{}, readers), comparisons: newCache[*comparison](keptComparisons), followed: newCache[*series.Series](keptSeries), judged: newCache[*library.Agreement](keptSeries),
		halls: map[string]*hall{}, pace: map[string]*rate.Limiter{}, entered: map[string]room.Person{}, done: make(chan struct{})}
	s.site = page.NewSite("/assets/", page.Added{Files: files, Scripts: []string{"html/room.js", "html/talk.js"}, Styles: []string{"html/room.css"}})
	if s.files, err = s.site.Files(); err != nil {
		return nil, err
	}
	if s.start, err = s.addScript("html/start.js"); err != nil {
		return nil, err
	}
	go s.watch()
	return s, nil
}

const (
	readers         = 2  // texts that are read at once: a PDF takes a processor for seconds
	keptComparisons = 64 // of one team's day; each takes a megabyte or two
	keptSeries      = 8  // and texts held against the library
)

// Close ends all streams, so that a graceful stop of the HTTP server has nothing to
// wait for but what is being written.
func (s *Server) Close() { s.stop.Do(func() { close(s.done) }) }

// Handler answers requests. It checks whose they are and from where they come before
// anything else is looked at.
func (s *Server) Handler() http.Handler {
	mux := http.NewServeMux()
	for _, r := range routes {
		mux.HandleFunc(r.pattern, func(w http.ResponseWriter, request *http.Request) { s.answer(w, request, r) })
	}
	return s.fenced(http.NewCrossOriginProtection().Handler(mux))
}

// fenced refuses requests under another name, which a page elsewhere may have made
// of this address (DNS rebinding), and sets what holds for every answer.
func (s *Server) fenced(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		h := w.Header()
		h.Set("Content-Security-Policy", policy)
		h.Set("X-Content-Type-Options", "nosniff")
		h.Set("Referrer-Policy", "same-origin")
		h.Set("Cross-Origin-Opener-Policy", "same-origin")
		h.Set("Cross-Origin-Resource-Policy", "same-origin")
		h.Set("Cache-Control", "no-store")
		if s.Secure {
			h.Set("Strict-Transport-Security", "max-age=31536000")
		}
		if !s.isCalled(r.Host) {
			http.Error(w, http.StatusText(http.StatusMisdirectedRequest), http.StatusMisdirectedRequest)
			return
		}
		if r.ContentLength > maxBody { // not to be read first
			http.Error(w, http.StatusText(http.StatusRequestEntityTooLarge), http.StatusRequestEntityTooLarge)
			return
		}
		r.Body = http.MaxBytesReader(w, r.Body, maxBody)
		next.ServeHTTP(w, r)
	})
}

// policy holds for every page; the pages of comparisons narrow the styles further, to
// the hash of their own.
const policy = "default-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'; connect-src 'self'; img-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline'"

func (s *Server) isCalled(host string) bool {
	if s.Hosts == nil {
		return true
	}
	for _, known := range s.Hosts {
		if host == known {
			return true
		}
	}
	return false
}

// now is the time as entries have it.
func now() string { return time.Now().UTC().Format(time.RFC3339Nano) }

// random is so many bytes that nobody can guess.
func random(n int) []byte {
	b := make([]byte, n)
	rand.Read(b) // never fails
	return b
}

func secret() string { return hex.EncodeToString(random(16)) }
