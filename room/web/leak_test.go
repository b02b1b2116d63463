package web_test

import (
	"net/http"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"reprise/room"
	"reprise/room/web"
)

// hidden says things that only Boris sees, or only his delegation: of every kind, with
// answers, wordings, replacements and placements.
func (n *negotiation) hidden(t *testing.T, visibility, mark string) {
	t.Helper()
	position := n.entry(t, mark+"position", "position", visibility, mark+" position")
	position["verdict"], position["wording"] = "reserved", mark+" wording"
	answer := n.entry(t, mark+"answer", "post", visibility, mark+" answer")
	answer["about"] = mark + "post"
	again := n.entry(t, mark+"again", "mark", visibility, mark+" again")
	again["verdict"], again["replaces"] = "rejected", []string{mark + "mark"}
	lost := n.entry(t, mark+"lost", "mark", visibility, mark+" lost")
	lost["old"], lost["new"] = []string{"op99"}, []string{"op99"}
	for _, e := range []map[string]any{
		n.entry(t, mark+"mark", "mark", visibility, mark+" mark"), n.entry(t, mark+"post", "post", visibility, mark+" post"), position, answer, again, lost,
	} {
		if got := n.say(t, "boris", n.id, e); got.status != http.StatusOK {
			t.Fatalf("%v: %d %s", e["id"], got.status, got.body)
		}
	}
}

// all asks every route that only reads, as a person.
func (n *negotiation) all(t *testing.T, who string) map[string]string {
	t.Helper()
	out := map[string]string{}
	for _, pattern := range web.Patterns() {
		if strings.HasPrefix(pattern, "GET ") && !strings.HasSuffix(pattern, "/events") && !strings.HasSuffix(pattern, "/audit") {
			out[pattern] = samples[pattern].ask(n, t, who).body
		}
	}
	for _, form := range []string{"agenda", "protocol", "csv", "json", "compilation", "rolling"} {
		out["export "+form] = n.get(t, who, "/room/"+n.id+"/export?form="+form).body
	}
	for _, form := range []string{"docx", "docx-table", "amendment", "csv", "xlsx", "json", "review"} {
		out["form "+form] = n.get(t, who, "/room/"+n.id+"/compare?"+n.pair()+"&form="+form).body
	}
	return out
}

// Law: what is hidden from a member changes nothing that the member gets. Every route
// gives the same, byte for byte, before it was said and after: no text, no count, no
// order, no number of an entry tells of it; and no stream of events says a word.
func TestWhatIsHiddenChangesNothing(t *testing.T) {
	for _, c := range []struct {
		visibility string
		from       []string
	}{{"mine", []string{"anna", "clara", "dora", "stranger", ""}}, {"delegation", []string{"clara", "dora", "stranger", ""}}} {
		t.Run(c.visibility, func(t *testing.T) {
			n := negotiate(t, serve(t))
			open := n.entry(t, "public", "mark", "everyone", "for all to see")
			open["verdict"] = "discuss"
			if got := n.say(t, "boris", n.id, open); got.status != http.StatusOK {
				t.Fatal(got.body)
			}
			before, streams := map[string]map[string]string{}, map[string]*stream{}
			for _, who := range c.from {
				before[who] = n.all(t, who)
				if m := slices.IndexFunc(people, func(m room.Member) bool { return m.Name == who }); m >= 0 {
					streams[who] = n.stream(t, who, "/room/"+n.id+"/events?"+n.pair())
					streams[who].waitFor(t, "event: here")
				}
			}
			time.Sleep(100 * time.Millisecond)
			heard := map[string]int{}
			for who, s := range streams {
				heard[who] = strings.Count(s.text(), "event: item")
			}
			n.hidden(t, c.visibility, "hush")
			time.Sleep(700 * time.Millisecond)
			for _, who := range c.from {
				for route, body := range n.all(t, who) {
					if body != before[who][route] {
						t.Errorf("%s as %q tells of what is hidden", route, who)
					}
					if strings.Contains(body, "hush") {
						t.Errorf("%s as %q says it", route, who)
					}
				}
				if s := streams[who]; s != nil && (strings.Contains(s.text(), "hush") || strings.Count(s.text(), "event: item") != heard[who]) {
					t.Errorf("the events of %s: %s", who, s.text())
				}
			}
			// Whom it is for gets it: the test would see it.
			if got := n.all(t, "boris"); !strings.Contains(got["GET /room/{room}/compare"], "hush") || !strings.Contains(got["export csv"], "hush") || !strings.Contains(got["export json"], "hush") {
				t.Error("Boris himself does not get what he said")
			}
			for who, s := range streams {
				if c.visibility == "delegation" && who == "anna" {
					s.waitFor(t, "hush")
				}
			}
		})
	}
}

// A stream that was lost goes on where it was: nothing is said twice, nothing is left
// out; numbers that a browser is given tell nothing.
func TestStreamCatchesUp(t *testing.T) {
	n := negotiate(t, serve(t))
	path := "/room/" + n.id + "/events?" + n.pair() + "&since=" + n.talk.Cursor
	first := n.stream(t, "clara", path)
	first.waitFor(t, "event: here")
	n.say(t, "boris", n.id, n.entry(t, "s1", "post", "everyone", "number one"))
	first.waitFor(t, "number one")
	id := regexp.MustCompile(`(?m)^id: ([0-9a-f]{32})$`).FindStringSubmatch(first.text())
	if id == nil {
		t.Fatalf("no cursor in %s", first.text())
	}
	first.stop()
	n.hidden(t, "mine", "hush")
	n.say(t, "boris", n.id, n.entry(t, "s2", "post", "everyone", "number two"))
	second := n.stream(t, "clara", "/room/"+n.id+"/events?"+n.pair()+"&since="+id[1])
	second.waitFor(t, "number two")
	if strings.Contains(second.text(), "number one") || strings.Contains(second.text(), "hush") {
		t.Errorf("said again, or leaked: %s", second.text())
	}
	share := map[string]any{"id": "s3", "kind": "share", "visibility": "everyone", "about": "hushpost"}
	if got := n.say(t, "boris", n.id, share); got.status != http.StatusOK {
		t.Fatal(got.body)
	}
	second.waitFor(t, "hush post")
}

// Who is put out of a room is told nothing more, on a stream that was open, too.
func TestPutOut(t *testing.T) {
	n := negotiate(t, serve(t))
	s := n.stream(t, "clara", "/room/"+n.id+"/events?"+n.pair())
	s.waitFor(t, "event: here")
	got := n.post(t, "anna", "/room/"+n.id+"/members", map[string][]string{"person": {"proxy:clara"}, "role": {""}})
	if got.status != http.StatusSeeOther {
		t.Fatalf("%d %s", got.status, got.body)
	}
	n.say(t, "boris", n.id, n.entry(t, "p1", "post", "everyone", "she is gone"))
	select {
	case <-s.end:
	case <-time.After(2 * time.Second):
		t.Error("the stream goes on")
	}
	if strings.Contains(s.text(), "she is gone") {
		t.Errorf("told: %s", s.text())
	}
	if got := n.get(t, "clara", "/room/"+n.id); got.status != http.StatusNotFound {
		t.Errorf("the room: %d", got.status)
	}
	if got := n.post(t, "anna", "/room/"+n.id+"/members", map[string][]string{"person": {"proxy:anna"}, "role": {"reader"}}); got.status != http.StatusUnprocessableEntity {
		t.Errorf("the last editor goes: %d", got.status)
	}
}
