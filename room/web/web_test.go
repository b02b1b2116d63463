package web_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"mime/multipart"
	"net/http"
	"net/http/httptest"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"reprise/internal/database/databasetest"
	"reprise/library"
	library_store "reprise/library/store"
	"reprise/read"
	"reprise/resolution"
	"reprise/resolution/symbol"
	"reprise/room"
	rooms "reprise/room/store"
	"reprise/room/web"
	"reprise/source"

	"context"
)

// site is a server of a test, with what it stands on.
type site struct {
	*httptest.Server
	web   *web.Server
	store *rooms.Store
	notes []string
}

// whoever is the header by which the tests sign in.
const whoever = "X-Test-User"

// serve starts a server over a library with the specimen series.
func serve(t testing.TB) *site {
	t.Helper()
	return serveAt(t, filepath.Join(t.TempDir(), "kept"), web.SignIn{Header: whoever})
}

func serveAt(t testing.TB, where string, in web.SignIn) *site {
	t.Helper()
	s := &site{}
	kept, err := rooms.Open(t.Context(), where)
	if err != nil {
		t.Fatal(err)
	}
	texts, err := library_store.Open(t.Context(), where, library_store.Create)
	if err != nil {
		t.Fatal(err)
	}
	l := library.New(texts)
	fill(t, l)
	s.store = kept
	s.web, err = web.New(t.Context(), web.Config{
		Store: kept, Library: l, SignIn: in,
		Source: source.Source{Kept: func(ctx context.Context, wanted symbol.Symbol) (*resolution.Document, error) {
			return l.BySymbol(ctx, wanted, "en")
		}},
		Note: func(text string) { s.notes = append(s.notes, text) },
	})
	if err != nil {
		t.Fatal(err)
	}
	s.Server = httptest.NewServer(s.web.Handler())
	t.Cleanup(func() {
		s.web.Close()
		s.Server.Close()
		kept.Close()
		l.Close()
		for _, n := range s.notes {
			t.Error("trouble inside: " + n)
		}
	})
	return s
}

func fill(t testing.TB, l *library.Library) {
	t.Helper()
	names, err := filepath.Glob("../../testdata/specimen/*.md")
	if err != nil || len(names) == 0 {
		t.Fatal("no specimens")
	}
	var items []library.Item
	for _, name := range names {
		content, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		d, err := read.Open(t.Context(), filepath.Base(name), content, read.Options{})
		if err != nil {
			t.Fatal(err)
		}
		items = append(items, library.Item{Name: filepath.Base(name), Content: content, Document: d})
	}
	if err := l.Add(t.Context(), items, nil); err != nil {
		t.Fatal(err)
	}
	if err := l.Sort(t.Context(), nil); err != nil {
		t.Fatal(err)
	}
}

// answer is what a request got.
type answer struct {
	status int
	body   string
	header http.Header
}

// ask makes a request as a person ("" nobody), without following where it leads.
func (s *site) ask(t testing.TB, who, method, path string, kind string, body []byte) answer {
	t.Helper()
	r, err := http.NewRequestWithContext(t.Context(), method, s.URL+path, bytes.NewReader(body))
	if err != nil {
		t.Fatal(err)
	}
	if who != "" {
		r.Header.Set(whoever, who)
	}
	if kind != "" {
		r.Header.Set("Content-Type", kind)
	}
	client := http.Client{CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }, Timeout: 20 * time.Second}
	got, err := client.Do(r)
	if err != nil {
		t.Fatal(err)
	}
	defer got.Body.Close()
	content, err := io.ReadAll(got.Body)
	if err != nil {
		t.Fatal(err)
	}
	return answer{got.StatusCode, string(content), got.Header}
}

func (s *site) get(t testing.TB, who, path string) answer {
	t.Helper()
	return s.ask(t, who, http.MethodGet, path, "", nil)
}

func (s *site) post(t testing.TB, who, path string, fields url.Values) answer {
	t.Helper()
	return s.ask(t, who, http.MethodPost, path, "application/x-www-form-urlencoded", []byte(fields.Encode()))
}

// upload sends a form with files, by field.
func (s *site) upload(t testing.TB, who, path string, fields, files map[string]string) answer {
	t.Helper()
	var b bytes.Buffer
	w := multipart.NewWriter(&b)
	for name, value := range fields {
		w.WriteField(name, value)
	}
	for name, content := range files {
		part, err := w.CreateFormFile(name, "draft.txt")
		if err != nil {
			t.Fatal(err)
		}
		io.WriteString(part, content)
	}
	w.Close()
	return s.ask(t, who, http.MethodPost, path, w.FormDataContentType(), b.Bytes())
}

// say sends entries as a page does.
func (s *site) say(t testing.TB, who, in string, entries ...map[string]any) answer {
	t.Helper()
	body, err := json.Marshal(entries)
	if err != nil {
		t.Fatal(err)
	}
	return s.ask(t, who, http.MethodPost, "/room/"+in+"/entries", "application/json", body)
}

const draft = `A/C.9/211/L.4

Keeping of lighthouses

The General Assembly,

Recalling its resolution 209/12 of 4 December 2154 on the keeping of lighthouses,

1. Urges all coastal States to keep every lighthouse lit from dusk until dawn and to publish the hours at which each lamp is trimmed;

2. Requests the Secretary-General to appoint a keeper for each island that has none and to provide every keeper with oil for two winters;

3. Decides to remain seized of the matter.
`

var revision = strings.NewReplacer("every lighthouse", "each lighthouse", "two winters", "three winters").Replace(draft)

// negotiation is a room on the draft with its revision. Anna is its editor, Boris of
// her delegation and Clara of another are reviewers, Dora reads.
type negotiation struct {
	*site
	id       string
	old, new string // keys of the versions
	talk     talk   // of Anna, at the start
}

// talk is what a page starts from.
type talk struct {
	Items  []item `json:"items"`
	Cursor string `json:"cursor"`
	Stream string `json:"stream"`
}

type item struct {
	ID, Author, Visibility, Text, Kind, Verdict string
	At                                          []string
	Replaces                                    []string
	Own, Uncertain                              bool
	Edits                                       []struct{ Op, Text string }
}

var people = []room.Member{
	{Person: "proxy:anna", Name: "anna", Delegation: "Ruritania", Role: room.Editor},
	{Person: "proxy:boris", Name: "boris", Delegation: "Ruritania", Role: room.Reviewer},
	{Person: "proxy:clara", Name: "clara", Delegation: "Borduria", Role: room.Reviewer},
	{Person: "proxy:dora", Name: "dora", Role: room.Reader},
}

func negotiate(t testing.TB, s *site) *negotiation {
	t.Helper()
	made := s.upload(t, "anna", "/rooms", map[string]string{"name": "Lighthouses", "delegation": "Ruritania", "label": "L.4"}, map[string]string{"base-file": draft})
	if made.status != http.StatusSeeOther {
		t.Fatalf("making a room: %d %s", made.status, made.body)
	}
	n := &negotiation{site: s, id: strings.TrimPrefix(made.header.Get("Location"), "/room/")}
	if got := s.upload(t, "anna", "/room/"+n.id+"/versions", map[string]string{"label": "L.4/Rev.1"}, map[string]string{"version-file": revision}); got.status != http.StatusSeeOther {
		t.Fatalf("a version: %d %s", got.status, got.body)
	}
	for _, m := range people {
		if err := s.store.SetPerson(t.Context(), room.Person{ID: m.Person, Name: m.Name, Delegation: m.Delegation}); err != nil {
			t.Fatal(err)
		}
		if err := s.store.SetMember(t.Context(), n.id, m); err != nil {
			t.Fatal(err)
		}
	}
	entries, err := s.store.Entries(t.Context(), n.id, 0)
	if err != nil || len(entries) != 2 {
		t.Fatalf("%v, entries %+v", err, entries)
	}
	n.old, n.new = entries[0].About, entries[1].About
	n.talk = n.talkOf(t, "anna")
	return n
}

func (n *negotiation) pair() string { return "old=" + n.old + "&new=" + n.new }

// talkOf is what somebody's page of the room's comparison starts from.
func (n *negotiation) talkOf(t testing.TB, who string) talk {
	t.Helper()
	return n.talkAt(t, who, "/room/"+n.id+"/entries?"+n.pair())
}

func (s *site) talkAt(t testing.TB, who, path string) talk {
	t.Helper()
	got := s.get(t, who, path)
	if got.status != http.StatusOK {
		t.Fatalf("%s: %d %s", path, got.status, got.body)
	}
	var all talk
	if err := json.Unmarshal([]byte(got.body), &all); err != nil {
		t.Fatal(err)
	}
	return all
}

// entry is what a page sends of OP1 of the room's comparison.
func (n *negotiation) entry(t testing.TB, id, kind, visibility, text string) map[string]any {
	t.Helper()
	versions := n.versionKeys(t)
	return map[string]any{"id": id, "kind": kind, "visibility": visibility, "text": text, "comparison": "A/C.9/211/L.4 → A/C.9/211/L.4",
		"oldVersion": versions[0], "newVersion": versions[1], "old": []string{"op1"}, "new": []string{"op1"}, "name": "OP1"}
}

// versionKeys are the keys by which the page names the texts.
func (n *negotiation) versionKeys(t testing.TB) [2]string {
	t.Helper()
	page := n.get(t, "anna", "/room/"+n.id+"/compare?"+n.pair()).body
	var out [2]string
	for i, name := range []string{"data-old-version", "data-new-version"} {
		_, rest, _ := strings.Cut(page, name+`="`)
		out[i], _, _ = strings.Cut(rest, `"`)
	}
	if out[0] == "" || out[1] == "" {
		t.Fatal("the page names no versions")
	}
	return out
}

func texts(items []item) string {
	var out []string
	for _, it := range items {
		out = append(out, it.Text)
	}
	return strings.Join(out, " ")
}

// What is said is kept, comes back on its clause, and is shown to whom it is for; a
// note that is sent twice is there once.
func TestSayAndSee(t *testing.T) {
	n := negotiate(t, serve(t))
	for i, e := range []map[string]any{
		n.entry(t, "a1", "mark", "mine", "secret"), n.entry(t, "a2", "post", "delegation", "among-us"), n.entry(t, "a3", "position", "everyone", "public"), n.entry(t, "a1", "mark", "mine", "secret"),
	} {
		e["verdict"] = []string{"discuss", "", "reserved", "discuss"}[i]
		if i == 2 {
			e["wording"] = "Urges all coastal States to keep each lighthouse lit;"
		}
		if got := n.say(t, "boris", n.id, e); got.status != http.StatusOK {
			t.Fatalf("entry %d: %d %s", i, got.status, got.body)
		}
	}
	for who, want := range map[string]string{"boris": "secret among-us public", "anna": "among-us public", "clara": "public", "dora": "public"} {
		got := n.talkOf(t, who)
		if texts(got.Items) != want {
			t.Errorf("%s sees %q, want %q", who, texts(got.Items), want)
		}
		last := got.Items[len(got.Items)-1]
		if len(last.At) != 1 || last.At[0] != "op1 > op1" || last.Verdict != "reserved" || len(last.Edits) == 0 || last.Own != (who == "boris") {
			t.Errorf("%s gets %+v", who, last)
		}
	}
	share := map[string]any{"id": "a4", "kind": "share", "visibility": "everyone", "about": "a1"}
	if got := n.say(t, "clara", n.id, share); got.status != http.StatusNotFound {
		t.Errorf("Clara shares what she cannot see: %d %s", got.status, got.body)
	}
	if got := n.say(t, "boris", n.id, share); got.status != http.StatusOK {
		t.Fatalf("share: %d %s", got.status, got.body)
	}
	if got := texts(n.talkOf(t, "clara").Items); got != "secret public" {
		t.Errorf("after it was shared Clara sees %q", got)
	}
	page := n.get(t, "clara", "/room/"+n.id+"/compare?"+n.pair()).body
	if !strings.Contains(page, "boris (Ruritania)") || strings.Contains(page, "among-us") {
		t.Error("the page without script does not say what Clara may see, and only that")
	}
}

// Two files that are dropped are compared, and the address can be passed on; what is
// marked there stays with the two texts.
func TestDropTwoFiles(t *testing.T) {
	s := serve(t)
	got := s.upload(t, "anna", "/texts", nil, map[string]string{"old-file": draft, "new-file": revision})
	to := got.header.Get("Location")
	if got.status != http.StatusSeeOther || !strings.HasPrefix(to, "/compare?old=") {
		t.Fatalf("%d to %q: %s", got.status, to, got.body)
	}
	again := s.upload(t, "boris", "/texts", nil, map[string]string{"old-file": draft, "new-file": revision})
	if again.header.Get("Location") != to {
		t.Error("the same files have another address")
	}
	page := s.get(t, "boris", to)
	if page.status != http.StatusOK || !strings.Contains(page.body, ">each</ins>") {
		t.Errorf("%d: %.300s", page.status, page.body)
	}
	mixed := s.upload(t, "anna", "/texts", map[string]string{"old": "A/RES/200/41"}, map[string]string{"new-file": draft})
	if !strings.HasPrefix(mixed.header.Get("Location"), "/compare?old=A/RES/200/41&new=") {
		t.Errorf("a symbol and a file: %d %s", mixed.status, mixed.header.Get("Location"))
	}
	for name, form := range map[string]map[string]string{"nothing": {}, "no symbol": {"old": "nonsense", "new": "A/RES/200/41"}, "a path": {"old": "/etc/passwd", "new": "A/RES/200/41"}} {
		if got := s.upload(t, "anna", "/texts", form, nil); got.status != http.StatusUnprocessableEntity {
			t.Errorf("%s: %d", name, got.status)
		}
	}
}

// Each form that a page offers is there.
func TestForms(t *testing.T) {
	s := serve(t)
	page := s.get(t, "anna", "/compare?old=A/RES/200/41&new=A/RES/202/38")
	links := 0
	for part := range strings.SplitSeq(page.body, `<a href="/compare?`) {
		link, _, ok := strings.Cut(part, `"`)
		if !ok || !strings.Contains(link, "form=") {
			continue
		}
		links++
		got := s.get(t, "anna", "/compare?"+strings.ReplaceAll(link, "&amp;", "&"))
		if got.status != http.StatusOK || len(got.body) < 300 || !strings.HasPrefix(got.header.Get("Content-Disposition"), "attachment") {
			t.Errorf("%s: %d, %d bytes", link, got.status, len(got.body))
		}
	}
	if links != 7 {
		t.Errorf("%d forms, want 7", links)
	}
	for _, path := range []string{"/find?q=lighthouse", "/find?q=lighthouse&form=json", "/find?q=lighthouse&form=csv", "/series/A/RES/202/38", "/series/A/RES/202/38?form=json", "/clause/A/RES/202/38/op1", "/agreed?text=A/RES/202/38", "/symbols?q=202", "/", "/openapi.json"} {
		if got := s.get(t, "anna", path); got.status != http.StatusOK {
			t.Errorf("%s: %d %s", path, got.status, got.body)
		}
	}
}

// Two processes that serve one database: what is said at one is seen at the other
// within a second.
func TestTwoProcesses(t *testing.T) {
	databasetest.Both(t, func(t *testing.T, where string) {
		one := negotiate(t, serveAt(t, where, web.SignIn{Header: whoever}))
		two := serveAt(t, where, web.SignIn{Header: whoever})
		stream := two.stream(t, "clara", fmt.Sprintf("/room/%s/events?%s", one.id, one.pair()))
		stream.waitFor(t, "event: here")
		if got := one.say(t, "boris", one.id, one.entry(t, "b1", "post", "everyone", "from the other")); got.status != http.StatusOK {
			t.Fatal(got.body)
		}
		began := time.Now()
		stream.waitFor(t, "from the other")
		if took := time.Since(began); took > time.Second {
			t.Errorf("seen after %s", took)
		}
	})
}
