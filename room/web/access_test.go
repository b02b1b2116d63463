package web_test

import (
	"net/http"
	"net/url"
	"slices"
	"strings"
	"testing"

	"reprise/room"
	"reprise/room/web"
)

// sample is a request to one route of the server, and who may make it: the least role
// in the room, or anybody at all.
type sample struct {
	least  room.Role // room.Outsider: whoever has signed in
	anyone bool      // nobody need sign in
	ask    func(n *negotiation, t *testing.T, who string) answer
}

// samples has every route that the server knows; the test fails for one that is left out.
var samples = map[string]sample{
	"GET /assets/{name}":  {anyone: true, ask: getting("/assets/none.js")},
	"GET /favicon.ico":    {anyone: true, ask: getting("/favicon.ico")},
	"GET /enter":          {anyone: true, ask: getting("/enter?token=none")},
	"GET /sign-in":        {anyone: true, ask: getting("/sign-in")},
	"GET /signed-in":      {anyone: true, ask: getting("/signed-in")},
	"GET /join/{secret}":  {anyone: true, ask: getting("/join/none")},
	"POST /join/{secret}": {anyone: true, ask: posting("/join/none", nil)},
	"GET /openapi.json":   {anyone: true, ask: getting("/openapi.json")},

	"GET /{$}":                {ask: getting("/")},
	"POST /leave":             {ask: posting("/leave", nil)},
	"GET /symbols":            {ask: getting("/symbols?q=2")},
	"GET /find":               {ask: getting("/find?q=lighthouse")},
	"GET /series/{symbol...}": {ask: getting("/series/A/RES/202/38")},
	"GET /clause/{clause...}": {ask: getting("/clause/A/RES/202/38/op1")},
	"POST /rooms": {ask: func(n *negotiation, t *testing.T, who string) answer {
		return n.upload(t, who, "/rooms", map[string]string{"name": "x", "base": "A/RES/200/41"}, nil)
	}},
	"GET /compare": {ask: getting("/compare?old=A/RES/200/41&new=A/RES/202/38")},
	"GET /agreed":  {ask: getting("/agreed?text=A/RES/202/38")},
	"POST /texts": {ask: func(n *negotiation, t *testing.T, who string) answer {
		return n.upload(t, who, "/texts", map[string]string{"old": "A/RES/200/41", "new": "A/RES/202/38"}, nil)
	}},

	"GET /room/{room}": {least: room.Reader, ask: inRoom("", http.MethodGet, nil)},
	"GET /room/{room}/compare": {least: room.Reader, ask: func(n *negotiation, t *testing.T, who string) answer {
		return n.get(t, who, "/room/"+n.id+"/compare?"+n.pair())
	}},
	"GET /room/{room}/agreed": {least: room.Reader, ask: func(n *negotiation, t *testing.T, who string) answer {
		return n.get(t, who, "/room/"+n.id+"/agreed?text="+n.new)
	}},
	"GET /room/{room}/entries": {least: room.Reader, ask: func(n *negotiation, t *testing.T, who string) answer {
		return n.get(t, who, "/room/"+n.id+"/entries?"+n.pair())
	}},
	"GET /room/{room}/events": {least: room.Reader, ask: func(n *negotiation, t *testing.T, who string) answer {
		return n.firstOf(t, who, "/room/"+n.id+"/events?"+n.pair())
	}},
	"GET /room/{room}/export": {least: room.Reader, ask: inRoom("/export?form=agenda", http.MethodGet, nil)},
	"POST /room/{room}/entries": {least: room.Reviewer, ask: func(n *negotiation, t *testing.T, who string) answer {
		return n.say(t, who, n.id, n.entry(t, "access"+who, "post", "everyone", "x"))
	}},
	"POST /room/{room}/reviews": {least: room.Reviewer, ask: func(n *negotiation, t *testing.T, who string) answer {
		return n.upload(t, who, "/room/"+n.id+"/reviews", nil, map[string]string{"review": `{"schema": "reprise/review/1", "comparison": "x", "marks": []}`})
	}},
	"POST /room/{room}/versions": {least: room.Editor, ask: func(n *negotiation, t *testing.T, who string) answer {
		return n.upload(t, who, "/room/"+n.id+"/versions", map[string]string{"version": "A/RES/200/41"}, nil)
	}},
	"POST /room/{room}/places":      {least: room.Editor, ask: inRoom("/places", http.MethodPost, url.Values{"entry": {"none"}, "change": {"op1 > op1"}})},
	"POST /room/{room}/invitations": {least: room.Editor, ask: inRoom("/invitations", http.MethodPost, url.Values{"role": {"reader"}})},
	"POST /room/{room}/members":     {least: room.Editor, ask: inRoom("/members", http.MethodPost, url.Values{"role": {"reader"}, "person": {"nobody"}})},
	"GET /room/{room}/audit":        {least: room.Editor, ask: inRoom("/audit", http.MethodGet, nil)},
}

func getting(path string) func(*negotiation, *testing.T, string) answer {
	return func(n *negotiation, t *testing.T, who string) answer { return n.get(t, who, path) }
}

func posting(path string, fields url.Values) func(*negotiation, *testing.T, string) answer {
	return func(n *negotiation, t *testing.T, who string) answer { return n.post(t, who, path, fields) }
}

func inRoom(path, method string, fields url.Values) func(*negotiation, *testing.T, string) answer {
	return func(n *negotiation, t *testing.T, who string) answer {
		if method == http.MethodGet {
			return n.get(t, who, "/room/"+n.id+path)
		}
		return n.post(t, who, "/room/"+n.id+path, fields)
	}
}

// Every route by every role: who has not signed in is told to, whoever is no member is
// told that there is no such room, and a member may do what the role may. The routes
// are those of the server itself; none is left out.
func TestEveryRouteByEveryRole(t *testing.T) {
	patterns := web.Patterns()
	for name := range samples {
		if !slices.Contains(patterns, name) {
			t.Errorf("the server has no route %s", name)
		}
	}
	n := negotiate(t, serve(t))
	roles := []struct {
		who  string
		role room.Role
	}{{"", -1}, {"stranger", room.Outsider}, {"dora", room.Reader}, {"clara", room.Reviewer}, {"anna", room.Editor}}
	for _, pattern := range patterns {
		one, ok := samples[pattern]
		if !ok {
			t.Errorf("%s: no sample, so nobody knows who may ask", pattern)
			continue
		}
		for _, r := range roles {
			got := one.ask(n, t, r.who).status
			in := strings.Contains(pattern, "{room}")
			want, is := "an answer", got != http.StatusUnauthorized && got != http.StatusForbidden && (got != http.StatusNotFound || one.anyone)
			switch {
			case one.anyone:
			case r.role < 0:
				want, is = "401", got == http.StatusUnauthorized
			case in && r.role == room.Outsider:
				want, is = "404", got == http.StatusNotFound
			case in && r.role < one.least:
				want, is = "403", got == http.StatusForbidden
			case got == http.StatusNotFound:
				is = strings.Contains(pattern, "/places") || strings.Contains(pattern, "/members") // the sample names nobody
			}
			if one.anyone {
				is = got != http.StatusForbidden && (got != http.StatusUnauthorized || pattern == "GET /enter")
			}
			if !is {
				t.Errorf("%s by %q: %d, want %s", pattern, r.who, got, want)
			}
		}
	}
}

// Requests from another site, or by another name, are refused.
func TestFence(t *testing.T) {
	s := serve(t)
	ask := func(method, path string, head map[string]string) int {
		r, err := http.NewRequestWithContext(t.Context(), method, s.URL+path, strings.NewReader("[]"))
		if err != nil {
			t.Fatal(err)
		}
		r.Header.Set(whoever, "anna")
		for name, value := range head {
			r.Header.Set(name, value)
		}
		got, err := http.DefaultTransport.RoundTrip(r)
		if err != nil {
			t.Fatal(err)
		}
		defer got.Body.Close()
		for _, name := range []string{"Content-Security-Policy", "X-Content-Type-Options", "Referrer-Policy", "Cross-Origin-Opener-Policy"} {
			if got.Header.Get(name) == "" {
				t.Errorf("%s %s: no %s", method, path, name)
			}
		}
		if policy := got.Header.Get("Content-Security-Policy"); !strings.Contains(policy, "script-src 'self';") || strings.Contains(policy, "script-src 'self' '") {
			t.Errorf("%s %s: the policy is %s", method, path, policy)
		}
		return got.StatusCode
	}
	if got := ask("POST", "/room/open/entries", map[string]string{"Content-Type": "application/json"}); got != http.StatusOK {
		t.Errorf("a program that is no browser: %d", got)
	}
	for name, head := range map[string]map[string]string{
		"another site": {"Sec-Fetch-Site": "cross-site"}, "another origin": {"Origin": "https://evil.example"}, "another port": {"Sec-Fetch-Site": "same-site"},
	} {
		if got := ask("POST", "/room/open/entries", head); got != http.StatusForbidden {
			t.Errorf("%s: %d, want 403", name, got)
		}
	}
}

// No page that is sent has a script in it: all scripts are files of the server.
func TestNoInlineScript(t *testing.T) {
	n := negotiate(t, serve(t))
	for _, path := range []string{"/", "/compare?old=A/RES/200/41&new=A/RES/202/38", "/series/A/RES/202/38", "/clause/A/RES/202/38/op1", "/find?q=lighthouse", "/room/" + n.id, "/none", "/join/none"} {
		page := n.get(t, "anna", path).body
		for part := range strings.SplitSeq(page, "<script") {
			head, rest, _ := strings.Cut(part, ">")
			inside, _, is := strings.Cut(rest, "</script")
			if is && !strings.Contains(head, `type="application/json"`) && strings.TrimSpace(inside) != "" {
				t.Errorf("%s has a script in it: %.80s", path, inside)
			}
		}
		for _, on := range []string{" onclick=", " onload=", "javascript:"} {
			if strings.Contains(page, on) {
				t.Errorf("%s has %s", path, on)
			}
		}
	}
}
