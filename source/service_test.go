package source

import (
	"context"
	"errors"
	"net/http"
	"net/http/httptest"
	"reprise/resolution/symbol"
	"slices"
	"strings"
	"sync/atomic"
	"testing"
	"time"
)

const word = "PK\x03\x04 a Word file"

// TestServiceFetch holds the service against a local server that behaves, and
// misbehaves, as the real one has been seen to. No test asks the real one.
func TestServiceFetch(t *testing.T) {
	cases := []struct {
		name    string
		answers []http.HandlerFunc // one a request, the last again and again
		want    string             // the content, or
		err     string             // part of the error
		asked   int                // requests made
		waited  time.Duration      // between tries
	}{
		{"it has the document", []http.HandlerFunc{send(word)}, word, "", 1, 0},
		{"it has none", []http.HandlerFunc{status(404)}, "", "absent", 1, 0},
		{"it says sorry as a page with status 200", []http.HandlerFunc{send("<!DOCTYPE html>sorry")}, "", "a web page came", 1, 0},
		{"it sends another format", []http.HandlerFunc{send("%PDF-1.4")}, "", "no document of the format", 1, 0},
		{"it leads to its page of errors", []http.HandlerFunc{redirect("/error")}, "", "refuses the request", 1, 0},
		{"it answers with nothing at all", []http.HandlerFunc{send("")}, "", "absent", 1, 0},
		{"it forbids", []http.HandlerFunc{status(403)}, "", "refuses the request: 403", 1, 0},
		{"it is down once", []http.HandlerFunc{status(503), send(word)}, word, "", 2, 2 * time.Second},
		{"pauses grow", []http.HandlerFunc{status(500), status(502), send(word)}, word, "", 3, 6 * time.Second},
		{"it stays down", []http.HandlerFunc{status(503)}, "", "503", tries, 14 * time.Second},
		{"it is asked too often", []http.HandlerFunc{later("7"), send(word)}, word, "", 2, 7 * time.Second},
		{"it asks for an hour", []http.HandlerFunc{later("3600")}, "", "429", 1, 0},
		{"it names a date to come back", []http.HandlerFunc{later("Wed, 21 Oct 2150 07:28:00 GMT"), send(word)}, word, "", 2, 2 * time.Second},
		{"the line is cut in mid-file", []http.HandlerFunc{cut, send(word)}, word, "", 2, 2 * time.Second},
		{"it leads elsewhere within https", []http.HandlerFunc{redirect("/there"), send(word)}, word, "", 2, 0},
		{"it leads away from https", []http.HandlerFunc{redirect("http://127.0.0.1:1/there")}, "", "away from https", 1, 0},
		{"it leads in a circle", []http.HandlerFunc{redirect("/again")}, "", "more than 5", maxRedirects + 1, 0},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			asked := 0
			s, waited := local(t, func(w http.ResponseWriter, r *http.Request) {
				asked++
				c.answers[min(asked, len(c.answers))-1](w, r)
			})
			got, err := s.fetch(t.Context(), "A/RES/200/41", "en", formats[0])
			if string(got) != c.want || !says(err, c.err) {
				t.Errorf("got %q, %v; want %q, error with %q", got, err, c.want, c.err)
			}
			if asked != c.asked || waited.Round(time.Second) != c.waited {
				t.Errorf("asked %d times and waited %s, want %d and %s", asked, waited.Round(time.Second), c.asked, c.waited)
			}
		})
	}
}

func TestServiceAsksHonestly(t *testing.T) {
	var seen *http.Request
	s, _ := local(t, func(w http.ResponseWriter, r *http.Request) {
		seen = r
		send(word)(w, r)
	})
	s.UserAgent = "reprise/1.0"
	if _, err := s.fetch(t.Context(), "S/RES/2242 (2015)", "fr", formats[0]); err != nil {
		t.Fatal(err)
	}
	if want := "s=S/RES/2242%20(2015)&l=fr&t=docx"; seen.URL.RawQuery != want {
		t.Errorf("asked for %s, want %s, for the service finds no other", seen.URL.RawQuery, want)
	}
	if !strings.HasPrefix(seen.Header.Get("Accept"), "application/vnd.openxmlformats") {
		t.Errorf("takes %q", seen.Header.Get("Accept"))
	}
	if q := seen.URL.Query(); q.Get("s") != "S/RES/2242 (2015)" || q.Get("l") != "fr" || q.Get("t") != "docx" {
		t.Errorf("asked for %v", q)
	}
	if seen.UserAgent() != "reprise/1.0" {
		t.Errorf("asked as %q", seen.UserAgent())
	}
}

// TestServiceLeadsToCapitals: the service leads to a path in capitals, which gives a web
// page, or leads to a stub; the file is at the path in small letters.
func TestServiceLeadsToCapitals(t *testing.T) {
	stub := "<!DOCTYPE html>" + strings.Repeat(" ", 1300)
	for name, c := range map[string]struct {
		capitals, small http.HandlerFunc
		want, err       string
		asked           []string
	}{
		"a page at the capitals": {send(stub), send(word), word, "", []string{"/api", "/doc/n18/en.docx"}},
		"a stub":                 {redirect("/stub"), send(word), word, "", []string{"/api", "/doc/n18/en.docx"}},
		"the file is at the capitals after all": {send(word), status(404), word, "",
			[]string{"/api", "/doc/n18/en.docx", "/DOC/N18/EN.DOCX"}},
		"a page at both":   {send(stub), send(stub), "", "a web page came", []string{"/api", "/doc/n18/en.docx", "/DOC/N18/EN.DOCX"}},
		"busy at the file": {send(stub), status(503), "", "503", nil},
	} {
		t.Run(name, func(t *testing.T) {
			var asked []string
			s, _ := local(t, func(w http.ResponseWriter, r *http.Request) {
				asked = append(asked, r.URL.Path)
				switch r.URL.Path {
				case "/DOC/N18/EN.DOCX":
					c.capitals(w, r)
				case "/doc/n18/en.docx":
					c.small(w, r)
				case "/stub":
					send(stub)(w, r)
				default:
					redirect("/DOC/N18/EN.DOCX")(w, r)
				}
			})
			got, err := s.fetch(t.Context(), "A/RES/200/41", "en", formats[0])
			if string(got) != c.want || !says(err, c.err) {
				t.Errorf("got %q, %v; want %q, error with %q", got, err, c.want, c.err)
			}
			if c.asked != nil && !slices.Equal(asked, c.asked) {
				t.Errorf("asked %q, want %q", asked, c.asked)
			}
		})
	}
}

// TestServiceGivesUpOnce: what asking again does not mend is asked once: a
// certificate that nobody vouches for, a service that hangs.
func TestServiceGivesUpOnce(t *testing.T) {
	for name, c := range map[string]struct {
		change func(s *Service)
		err    string
		asked  int32
	}{
		"a certificate of nobody's": {func(s *Service) { s.Client = nil }, "certificate", 0},
		"it hangs":                  {func(s *Service) { s.Client.Timeout = time.Second }, "no whole answer in time", 1},
	} {
		t.Run(name, func(t *testing.T) {
			var asked atomic.Int32
			s, waited := local(t, func(_ http.ResponseWriter, r *http.Request) {
				asked.Add(1)
				<-r.Context().Done()
			})
			c.change(s)
			if _, err := s.fetch(t.Context(), "A/RES/200/41", "en", formats[0]); !says(err, c.err) {
				t.Errorf("got error %v, want one with %q", err, c.err)
			}
			if asked.Load() > c.asked || *waited != 0 { // on a busy machine the time may be up before the service hears of it
				t.Errorf("asked %d times and waited %s", asked.Load(), *waited)
			}
		})
	}
}

func TestServiceStopsWhenAsked(t *testing.T) {
	s, _ := local(t, status(503))
	ctx, stop := context.WithCancel(t.Context())
	s.sleep = func(ctx context.Context, d time.Duration) error {
		if d > politePause {
			stop()
		}
		return ctx.Err()
	}
	if _, err := s.fetch(ctx, "A/RES/200/41", "en", formats[0]); !errors.Is(err, context.Canceled) {
		t.Errorf("got %v, want canceled", err)
	}
}

func TestRetryAfter(t *testing.T) {
	for header, want := range map[string]time.Duration{
		"": 0, "7": 7 * time.Second, "-1": 0, "soon": 0,
		"99999999999999999999": 0, "999999999": 24 * time.Hour,
	} {
		if got := retryAfter(header); got != want {
			t.Errorf("%q: got %s, want %s", header, got, want)
		}
	}
}

// TestFileName keeps symbols from leaving the folder of the cache.
func TestFileName(t *testing.T) {
	for symbol, want := range map[symbol.Symbol]string{
		"A/RES/200/41":       "A_RES_200_41",
		"S/RES/2242 (2015)":  "S_RES_2242_(2015)",
		"A/C.1/75/L.8/Rev.1": "A_C.1_75_L.8_Rev.1",
		`../../x\y:z`:        ".._.._x_y_z",
	} {
		if got := fileName(symbol); got != want {
			t.Errorf("%s: got %s, want %s", symbol, got, want)
		}
	}
}

// local starts a server and gives a service that asks it and only counts the
// time it would wait between tries.
func local(t *testing.T, answer http.HandlerFunc) (*Service, *time.Duration) {
	t.Helper()
	server := httptest.NewTLSServer(answer)
	t.Cleanup(server.Close)
	waited := new(time.Duration)
	return &Service{
		Base:   server.URL + "/api",
		Client: server.Client(),
		sleep: func(_ context.Context, d time.Duration) error {
			if d > politePause {
				*waited += d
			}
			return nil
		},
	}, waited
}

func send(body string) http.HandlerFunc {
	return func(w http.ResponseWriter, _ *http.Request) { w.Write([]byte(body)) }
}

func status(code int) http.HandlerFunc {
	return func(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(code) }
}

func later(after string) http.HandlerFunc {
	return func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Retry-After", after)
		w.WriteHeader(http.StatusTooManyRequests)
	}
}

func redirect(to string) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) { http.Redirect(w, r, to, http.StatusFound) }
}

// cut promises more than it sends.
func cut(w http.ResponseWriter, _ *http.Request) {
	w.Header().Set("Content-Length", "1000")
	w.Write([]byte(word))
}

func says(err error, part string) bool {
	if part == "" {
		return err == nil
	}
	return err != nil && strings.Contains(err.Error(), part)
}
