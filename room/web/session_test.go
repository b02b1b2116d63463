package web_test

import (
	"encoding/json"
	"io"
	"net/http"
	"net/http/cookiejar"
	"net/http/httptest"
	"net/url"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"reprise/room"
	"reprise/room/web"
)

// browserOf is a client with a jar of its own, which follows no redirect.
func browserOf(t *testing.T) *http.Client {
	t.Helper()
	jar, err := cookiejar.New(nil)
	if err != nil {
		t.Fatal(err)
	}
	return &http.Client{Jar: jar, CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }}
}

func got(t *testing.T, r *http.Response, err error) *http.Response {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
	r.Body.Close()
	return r
}

// The printed address lets its opener in, by a cookie that no script and no other site
// has; a wrong token and a made-up cookie let nobody in, and signing out ends it.
func TestEntrance(t *testing.T) {
	s := hosted(t)
	b := browserOf(t)
	for _, token := range []string{"", "wrong", token + "x"} {
		r, err := b.Get(s.URL + "/enter?token=" + url.QueryEscape(token))
		if got(t, r, err).StatusCode != http.StatusUnauthorized {
			t.Errorf("the token %q: %s", token, r.Status)
		}
	}
	r, err := b.Get(s.entrance())
	if got(t, r, err).StatusCode != http.StatusSeeOther || len(r.Cookies()) != 1 {
		t.Fatalf("the right token: %s, %v", r.Status, r.Cookies())
	}
	c := r.Cookies()[0]
	if !c.HttpOnly || c.SameSite != http.SameSiteLaxMode || c.Path != "/" || c.Domain != "" || len(c.Value) != 32 {
		t.Errorf("the cookie is %v", c)
	}
	r, err = b.Get(s.URL + "/")
	if got(t, r, err).StatusCode != http.StatusOK {
		t.Errorf("with the cookie: %s", r.Status)
	}
	if _, err := s.store.Pass(t.Context(), c.Value); err == nil {
		t.Error("the store has the cookie itself, not its hash")
	}
	r, err = b.Post(s.URL+"/leave", "", nil)
	got(t, r, err)
	forged := browserOf(t)
	at, _ := url.Parse(s.URL)
	forged.Jar.SetCookies(at, []*http.Cookie{{Name: c.Name, Value: c.Value}})
	r, err = forged.Get(s.URL + "/")
	if got(t, r, err).StatusCode != http.StatusUnauthorized {
		t.Errorf("the old cookie after signing out: %s", r.Status)
	}
}

// Behind TLS the cookie is sent by TLS only, and browsers are told to stay with it.
func TestSecureCookie(t *testing.T) {
	s := hosted(t)
	s.web.Secure = true
	b := browserOf(t)
	r, err := b.Get(s.entrance())
	if c := got(t, r, err).Cookies(); len(c) != 1 || !c[0].Secure || r.Header.Get("Strict-Transport-Security") == "" {
		t.Errorf("%v, %v", c, r.Header)
	}
}

// A session ends by itself.
func TestSessionExpires(t *testing.T) {
	s := hosted(t)
	if err := s.store.SetPerson(t.Context(), room.Person{ID: "host:test", Name: "Hanna"}); err != nil {
		t.Fatal(err)
	}
	for value, want := range map[string]int{"2100-01-01T00:00:00Z": http.StatusOK, "2000-01-01T00:00:00Z": http.StatusUnauthorized, "": http.StatusUnauthorized} {
		key := "session" + value
		if err := s.store.KeepPass(t.Context(), room.Pass{Hash: web.Hashed(key), Person: "host:test", Expires: value}); err != nil {
			t.Fatal(err)
		}
		b := browserOf(t)
		at, _ := url.Parse(s.URL)
		b.Jar.SetCookies(at, []*http.Cookie{{Name: "reprise", Value: key}})
		r, err := b.Get(s.URL + "/")
		if got(t, r, err).StatusCode != want {
			t.Errorf("until %q: %s, want %d", value, r.Status, want)
		}
	}
}

// An invitation lets one person in, once, as what it says; to look at it takes nothing.
func TestInvitation(t *testing.T) {
	n := negotiate(t, serve(t))
	page := n.post(t, "anna", "/room/"+n.id+"/invitations", url.Values{"role": {"reviewer"}, "delegation": {"Syldavia"}})
	link := regexp.MustCompile(`/join/[0-9a-f]{32}`).FindString(page.body)
	if link == "" {
		t.Fatalf("no link: %d %s", page.status, page.body)
	}
	if again := n.get(t, "anna", "/room/"+n.id); strings.Contains(again.body, "/join/") {
		t.Error("the link is shown a second time")
	}
	for range 2 {
		if got := n.get(t, "", link); got.status != http.StatusOK || !strings.Contains(got.body, "Lighthouses") {
			t.Fatalf("looking: %d", got.status)
		}
	}
	if got := n.post(t, "", link, url.Values{"name": {" \n "}}); got.status != http.StatusUnprocessableEntity {
		t.Errorf("without a name: %d", got.status)
	}
	if got := n.post(t, "", link, url.Values{"name": {"Zita"}}); got.status != http.StatusSeeOther || got.header.Get("Set-Cookie") == "" {
		t.Fatalf("taking it: %d", got.status)
	}
	if got := n.post(t, "", link, url.Values{"name": {"Yves"}}); got.status != http.StatusNotFound {
		t.Errorf("a second time: %d", got.status)
	}
	members, err := n.store.Members(t.Context(), n.id)
	if err != nil {
		t.Fatal(err)
	}
	at := slices.IndexFunc(members, func(m room.Member) bool { return m.Name == "Zita" })
	if len(members) != len(people)+1 || at < 0 || members[at].Role != room.Reviewer || members[at].Delegation != "Syldavia" {
		t.Errorf("members: %+v", members)
	}
	if got := n.post(t, "anna", "/room/"+n.id+"/invitations", url.Values{"role": {"king"}}); got.status != http.StatusUnprocessableEntity {
		t.Errorf("a role that there is not: %d", got.status)
	}
}

// Who sends too much at once is told to wait, and others are not.
func TestPace(t *testing.T) {
	s := serve(t)
	refused := 0
	for range 90 {
		if got := s.ask(t, "anna", http.MethodPost, "/room/open/entries", "application/json", []byte("[]")); got.status == http.StatusTooManyRequests {
			refused++
			if got.header.Get("Retry-After") == "" {
				t.Error("no word when to come back")
			}
		}
	}
	if refused == 0 || refused > 40 {
		t.Errorf("%d of 90 refused", refused)
	}
	if got := s.ask(t, "boris", http.MethodPost, "/room/open/entries", "application/json", []byte("[]")); got.status != http.StatusOK {
		t.Errorf("somebody else: %d", got.status)
	}
}

// What is no entry is refused, and says why; nothing of its request is kept.
func TestBadEntries(t *testing.T) {
	n := negotiate(t, serve(t))
	long := n.entry(t, "l1", "post", "everyone", strings.Repeat("x", room.MaxText+1))
	for name, body := range map[string]any{
		"no list": map[string]string{}, "a kind that there is not": []any{n.entry(t, "k1", "song", "mine", "x")}, "a version": []any{n.entry(t, "k2", "version", "everyone", "x")},
		"no visibility": []any{n.entry(t, "k3", "post", "", "x")}, "too long": []any{long}, "an empty post": []any{n.entry(t, "k4", "post", "mine", " ")},
		"one good, one bad": []any{n.entry(t, "g1", "post", "mine", "good"), n.entry(t, "no ID!", "post", "mine", "x")},
	} {
		content, _ := json.Marshal(body)
		if got := n.ask(t, "boris", http.MethodPost, "/room/"+n.id+"/entries", "application/json", content); got.status != http.StatusUnprocessableEntity || !strings.Contains(got.body, `"error":"`) {
			t.Errorf("%s: %d %s", name, got.status, got.body)
		}
	}
	many := make([]map[string]any, 101)
	for i := range many {
		many[i] = n.entry(t, "many", "post", "mine", "x")
	}
	if got := n.say(t, "boris", n.id, many...); got.status != http.StatusUnprocessableEntity {
		t.Errorf("101 at once: %d", got.status)
	}
	if got := n.talkOf(t, "boris"); len(got.Items) != 0 {
		t.Errorf("kept: %+v", got.Items)
	}
	if got := n.say(t, "boris", n.id, n.entry(t, "d1", "decision", "everyone", "x")); got.status != http.StatusForbidden {
		t.Errorf("a decision by a reviewer: %d", got.status)
	}
	if got := n.say(t, "clara", n.id, n.entry(t, "mine1", "post", "mine", "x")); got.status != http.StatusOK {
		t.Fatal(got.body)
	}
	if got := n.say(t, "boris", n.id, n.entry(t, "mine1", "post", "mine", "x")); got.status != http.StatusConflict {
		t.Errorf("the ID of another's entry: %d", got.status)
	}
}

// What is brought has bounds, and what is no text is refused in words.
func TestUploadsAreBounded(t *testing.T) {
	s := serve(t)
	if got := s.upload(t, "anna", "/texts", map[string]string{"old": "A/RES/200/41"}, map[string]string{"new-file": strings.Repeat("x", web.MaxBody)}); got.status != http.StatusRequestEntityTooLarge {
		t.Errorf("a request of more than the bound: %d", got.status)
	}
	if got := s.upload(t, "anna", "/texts", map[string]string{"old": "A/RES/200/41"}, map[string]string{"new-file": "PK\x03\x04 broken"}); got.status != http.StatusUnprocessableEntity {
		t.Errorf("a broken Word file: %d %s", got.status, got.body)
	}
	if got := s.ask(t, "anna", http.MethodPost, "/texts", "multipart/form-data; boundary=x", []byte("nonsense")); got.status != http.StatusUnprocessableEntity {
		t.Errorf("a broken form: %d %s", got.status, got.body)
	}
}

// The audit log has who came, took out and was refused.
func TestAudit(t *testing.T) {
	n := negotiate(t, serve(t))
	n.get(t, "clara", "/room/"+n.id+"/export?form=agenda")
	n.get(t, "clara", "/room/"+n.id+"/audit")
	log := n.get(t, "anna", "/room/"+n.id+"/audit").body
	for _, want := range []string{"make room", "clara,export agenda", "clara,refused GET /room/{room}/audit"} {
		if !strings.Contains(log, want) {
			t.Errorf("the log does not say %q:\n%s", want, log)
		}
	}
}

// A server that is stopped ends its streams at once.
func TestStopEndsStreams(t *testing.T) {
	n := negotiate(t, serveAt(t, filepath.Join(t.TempDir(), "kept"), web.SignIn{Header: whoever}))
	s := n.stream(t, "clara", "/room/"+n.id+"/events?"+n.pair())
	s.waitFor(t, "event: here")
	n.web.Close()
	select {
	case <-s.end:
	case <-time.After(2 * time.Second):
		t.Error("the stream goes on")
	}
}

// A room goes out as one file and comes in elsewhere, with all that its reader saw.
func TestRoomInOneFile(t *testing.T) {
	n := negotiate(t, serve(t))
	n.hidden(t, "mine", "hush")
	n.say(t, "boris", n.id, n.entry(t, "e1", "post", "everyone", "for all"))
	content := n.get(t, "anna", "/room/"+n.id+"/export?form=json").body
	f, err := web.ReadFile(strings.NewReader(content))
	if err != nil {
		t.Fatal(err)
	}
	other := serve(t)
	host := room.Person{ID: "proxy:hanna", Name: "hanna"}
	if err := f.Keep(t.Context(), other.store, host); err != nil {
		t.Fatal(err)
	}
	if err := f.Keep(t.Context(), other.store, host); err == nil {
		t.Error("taken in twice")
	}
	m := &negotiation{site: other, id: n.id, old: n.old, new: n.new}
	if got := m.talkOf(t, "hanna"); texts(got.Items) != "for all" || len(got.Items[0].At) != 1 {
		t.Errorf("there: %+v", got.Items)
	}
	if got := m.get(t, "clara", "/room/"+n.id); got.status != http.StatusOK {
		t.Errorf("its members: %d", got.status)
	}
	for name, bad := range map[string]string{"empty": "", "another schema": `{"schema": "x"}`, "no room": `{"schema": "reprise/room/1"}`, "an entry that says nothing": `{"schema": "reprise/room/1", "room": {"id": "r"}, "entries": [{"id": "x", "kind": "post"}]}`,
		"a kind that there is not": `{"schema": "reprise/room/1", "room": {"id": "r"}, "entries": [{"id": "x", "kind": "song"}]}`} {
		if _, err := web.ReadFile(strings.NewReader(bad)); err == nil {
			t.Errorf("%s: read", name)
		}
	}
}

// Exports say what the reader sees; no cell is a formula.
func TestExports(t *testing.T) {
	n := negotiate(t, serve(t))
	formula := n.entry(t, "x1", "post", "everyone", "=cmd()")
	n.say(t, "boris", n.id, formula)
	decision := n.entry(t, "x2", "decision", "everyone", "settled")
	decision["verdict"] = "agreed"
	n.say(t, "anna", n.id, decision)
	two := n.entry(t, "x3", "mark", "everyone", "open")
	two["verdict"], two["old"], two["new"], two["name"] = "discuss", []string{"op2"}, []string{"op2"}, "OP2"
	n.say(t, "clara", n.id, two)
	agenda := n.get(t, "dora", "/room/"+n.id+"/export?form=agenda").body
	if !strings.Contains(agenda, "OP2,clara (Borduria),mark,discuss,open") || strings.Contains(agenda, "settled") {
		t.Errorf("agenda:\n%s", agenda)
	}
	if protocol := n.get(t, "dora", "/room/"+n.id+"/export?form=protocol").body; !strings.Contains(protocol, "OP1,anna (Ruritania),agreed,settled") || strings.Contains(protocol, "OP2") {
		t.Errorf("protocol:\n%s", protocol)
	}
	if all := n.get(t, "dora", "/room/"+n.id+"/export?form=csv").body; !strings.Contains(all, "'=cmd()") {
		t.Errorf("a formula in:\n%s", all)
	}
	for _, form := range []string{"compilation", "rolling"} {
		if got := n.get(t, "dora", "/room/"+n.id+"/export?form="+form); got.status != http.StatusOK || !strings.HasPrefix(got.body, "PK") {
			t.Errorf("%s: %d", form, got.status)
		}
	}
}

// An amendment that is brought is applied to the latest version.
func TestAmendmentComesIn(t *testing.T) {
	n := negotiate(t, serve(t))
	amendment := "A/C.9/211/L.9\n\nBorduria: amendment to draft resolution A/C.9/211/L.4\n\nReplace operative paragraph 3 by the following:\n\n“3. Decides to consider the matter at its two hundred and twelfth session.”\n"
	got := n.upload(t, "anna", "/room/"+n.id+"/versions", map[string]string{"label": "Borduria"}, map[string]string{"version-file": amendment})
	if got.status != http.StatusSeeOther {
		t.Fatalf("%d %s", got.status, got.body)
	}
	entries, err := n.store.Entries(t.Context(), n.id, 0)
	if err != nil {
		t.Fatal(err)
	}
	page := n.get(t, "dora", "/room/"+n.id+"/compare?old="+n.new+"&new="+entries[len(entries)-1].About).body
	if !strings.Contains(page, "two hundred and twelfth") {
		t.Error("the version has not what the amendment brings")
	}
	if got := n.upload(t, "anna", "/room/"+n.id+"/versions", nil, map[string]string{"version-file": strings.Replace(amendment, "paragraph 3", "paragraph 33", 1)}); got.status != http.StatusUnprocessableEntity {
		t.Errorf("an amendment that does not fit: %d", got.status)
	}
}

// What has no clause is listed for the editor, who puts it where it belongs.
func TestPlace(t *testing.T) {
	n := negotiate(t, serve(t))
	lost := n.entry(t, "lost1", "mark", "everyone", "where am I")
	lost["old"], lost["new"], lost["name"], lost["verdict"] = []string{"op99"}, []string{"op99"}, "OP99", "discuss"
	n.say(t, "boris", n.id, lost)
	if page := n.get(t, "anna", "/room/"+n.id).body; !strings.Contains(page, "OP99") || !strings.Contains(page, `name="entry" value="lost1"`) {
		t.Error("what has no clause is not listed")
	}
	if got := n.post(t, "anna", "/room/"+n.id+"/places", url.Values{"entry": {"lost1"}, "change": {"op2 > op2"}}); got.status != http.StatusSeeOther {
		t.Fatalf("%d %s", got.status, got.body)
	}
	if got := n.talkOf(t, "clara").Items; len(got) != 1 || len(got[0].At) != 1 || got[0].At[0] != "op2 > op2" {
		t.Errorf("after it was placed: %+v", got)
	}
}

// What people write is shown as text, wherever it stands.
func TestHostileTexts(t *testing.T) {
	s := serve(t)
	const evil = `</script><script>alert(1)</script><img src=x onerror=alert(2)>`
	made := s.upload(t, "anna<img src=x onerror=alert(3)>", "/rooms", map[string]string{"name": "A" + evil, "delegation": "B" + evil, "label": "C" + evil}, map[string]string{"base-file": draft})
	if made.status != http.StatusSeeOther {
		t.Fatalf("%d %s", made.status, made.body)
	}
	who := "anna<img src=x onerror=alert(3)>"
	n := &negotiation{site: s, id: strings.TrimPrefix(made.header.Get("Location"), "/room/")}
	s.upload(t, who, "/room/"+n.id+"/versions", map[string]string{"label": "D" + evil}, map[string]string{"version-file": strings.Replace(revision, "oil", "oil "+evil, 1)})
	entries, err := s.store.Entries(t.Context(), n.id, 0)
	if err != nil || len(entries) != 2 {
		t.Fatalf("%v, %+v", err, entries)
	}
	n.old, n.new = entries[0].About, entries[1].About
	e := map[string]any{"id": "h1", "kind": "position", "visibility": "everyone", "text": evil, "wording": evil, "verdict": "discuss", "comparison": evil, "oldVersion": "x", "newVersion": "y", "old": []string{"op1"}, "new": []string{"op1"}, "name": "E" + evil}
	if got := n.say(t, who, n.id, e); got.status != http.StatusOK {
		t.Fatalf("%d %s", got.status, got.body)
	}
	for _, path := range []string{"/", "/room/" + n.id, "/room/" + n.id + "/compare?" + n.pair(), "/find?q=" + url.QueryEscape(evil), "/compare?new=A/RES/200/41&old=" + url.QueryEscape(evil), "/join/" + url.PathEscape(evil)} {
		page := n.get(t, who, path).body
		if strings.Contains(page, "<img") || strings.Contains(page, "<script>") {
			t.Errorf("%s: what people wrote is taken for the page", path)
		}
	}
}

// unread is a body that nobody is to read.
type unread struct{ t *testing.T }

func (u unread) Read([]byte) (int, error) {
	u.t.Error("the body of a stranger was read")
	return 0, io.EOF
}

// What a stranger sends is not even read.
func TestStrangersAreNotRead(t *testing.T) {
	s := serve(t)
	for _, path := range []string{"/texts", "/rooms", "/room/open/entries", "/room/open/reviews"} {
		for _, kind := range []string{"multipart/form-data; boundary=x", "application/x-www-form-urlencoded", "application/json"} {
			r := httptest.NewRequest(http.MethodPost, path, unread{t})
			r.Header.Set("Content-Type", kind)
			w := httptest.NewRecorder()
			s.web.Handler().ServeHTTP(w, r)
			if w.Code != http.StatusUnauthorized {
				t.Errorf("%s: %d", path, w.Code)
			}
		}
	}
}

// One person cannot take all streams.
func TestStreamsAreBounded(t *testing.T) {
	s := serve(t)
	path := "/room/open/events?old=A/RES/200/41&new=A/RES/202/38"
	for range web.MaxStreams {
		s.stream(t, "anna", path)
	}
	if got := s.firstOf(t, "anna", path); got.status != http.StatusTooManyRequests {
		t.Errorf("one more: %d", got.status)
	}
	if got := s.firstOf(t, "boris", path); got.status != http.StatusOK {
		t.Errorf("somebody else: %d", got.status)
	}
}
