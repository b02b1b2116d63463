package source

import (
	"archive/zip"
	"bytes"
	"fmt"
	"net/http"
	"os"
	"path/filepath"
	"reprise/resolution/symbol"
	"strings"
	"testing"
)

const asked = symbol.Symbol("A/RES/200/41")

// TestLibrary looks symbols up: in the cache, then with the service; and keeps
// only what is the document that was asked for.
func TestLibrary(t *testing.T) {
	cases := []struct {
		name   string
		answer map[string]http.HandlerFunc // by format; 404 for the others
		kept   string                      // file in the cache afterwards
		err    string
	}{
		{"Word", map[string]http.HandlerFunc{"docx": send(wordFile("200/41"))}, "A_RES_200_41.en.docx", ""},
		{"another document", map[string]http.HandlerFunc{"docx": send(wordFile("200/42"))}, "", "the document that came carries A/RES/200/42"},
		{"a Word file that is damaged, and nothing else", map[string]http.HandlerFunc{"docx": send("PK\x03\x04 damaged")}, "", "A/RES/200/41: "},
		{"nothing", nil, "", "the document service has no such document in language en"},
		{"a page that says sorry in each format", map[string]http.HandlerFunc{"docx": send("<html>"), "pdf": send("<html>"), "doc": send("<html>")}, "", "no document in language en: a web page came in the place of the document"},
		{"something else", map[string]http.HandlerFunc{"docx": send("%!PS")}, "", "what came is no document of the format that was asked for"},
		{"down", map[string]http.HandlerFunc{"docx": status(500)}, "", "the document service: 500"},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			l := Library{Cache: Cache{Dir: filepath.Join(t.TempDir(), "documents")}}
			l.Service, _ = local(t, byFormat(c.answer))
			d, err := l.Open(t.Context(), asked)
			if !says(err, c.err) || err == nil && d.Symbol != asked {
				t.Fatalf("got %v, %v; want error with %q", d, err, c.err)
			}
			files, _ := os.ReadDir(l.Cache.Dir)
			if got := names(files); got != c.kept {
				t.Errorf("the cache holds %q, want %q", got, c.kept)
			}
			if path, err := l.Fetch(t.Context(), asked); c.kept != "" && (err != nil || filepath.Base(path) != c.kept) {
				t.Errorf("path %q (%v), want %q", path, err, c.kept)
			}
		})
	}
}

// TestCacheIsAskedFirst: a second look asks nobody, offline neither; --refresh
// asks again.
func TestCacheIsAskedFirst(t *testing.T) {
	requests := 0
	l := Library{Cache: Cache{Dir: t.TempDir()}}
	l.Service, _ = local(t, func(w http.ResponseWriter, r *http.Request) {
		requests++
		send(wordFile("200/41"))(w, r)
	})
	open := func(l Library) error {
		_, err := Source{Library: &l}.Open(t.Context(), "200/41")
		return err
	}
	offline := l
	offline.Service = nil
	refresh := l
	refresh.Refresh = true
	steps := []struct {
		name     string
		library  Library
		err      string
		requests int
	}{
		{"offline, empty", offline, "not in the cache, and offline", 0},
		{"first", l, "", 1},
		{"again", l, "", 1},
		{"offline", offline, "", 1},
		{"refresh", refresh, "", 2},
	}
	for _, s := range steps {
		if err := open(s.library); !says(err, s.err) || requests != s.requests {
			t.Errorf("%s: error %v after %d requests, want %q after %d", s.name, err, requests, s.err, s.requests)
		}
	}
}

// TestDamagedCacheIsFetchedAnew: what was cut short on disk is no document.
func TestDamagedCacheIsFetchedAnew(t *testing.T) {
	l := Library{Cache: Cache{Dir: t.TempDir()}}
	l.Service, _ = local(t, send(wordFile("200/41")))
	if err := os.WriteFile(filepath.Join(l.Cache.Dir, "A_RES_200_41.en.docx"), []byte("P"), 0o644); err != nil {
		t.Fatal(err)
	}
	if _, err := l.Open(t.Context(), asked); err != nil {
		t.Error(err)
	}
}

func TestSourceTellsWhatIsWrong(t *testing.T) {
	folder := t.TempDir()
	for name, want := range map[string]string{
		"missing.md": "reprise: missing.md: no such file",
		folder:       "reprise: " + folder + ": a folder, want a file",
	} {
		if _, err := (Source{}).Open(t.Context(), name); err == nil || err.Error() != want {
			t.Errorf("%s: got %v, want %s", name, err, want)
		}
	}
	if _, err := (Source{Stdin: strings.NewReader("")}).Open(t.Context(), StandardInput); err == nil {
		t.Error("empty standard input: no error")
	}
}

func byFormat(answers map[string]http.HandlerFunc) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		if answer := answers[r.URL.Query().Get("t")]; answer != nil {
			answer(w, r)
			return
		}
		w.WriteHeader(http.StatusNotFound)
	}
}

// wordFile is a Word file of a short resolution.
func wordFile(number string) string {
	var body strings.Builder
	for _, p := range []string{
		"United Nations", "A/RES/" + number, "General Assembly", "Two-hundredth session", "Agenda item 88 (c)",
		"Resolution adopted by the General Assembly on 5 December 2145", number + ". Keeping of lighthouses",
		"The General Assembly,", "Recalling its resolutions on the keeping of lighthouses,",
		"Decides to keep the lamps lit.", "73rd plenary meeting", "5 December 2145",
	} {
		fmt.Fprintf(&body, "<w:p><w:r><w:t>%s</w:t></w:r></w:p>", p)
	}
	var file bytes.Buffer
	z := zip.NewWriter(&file)
	for _, part := range [][2]string{
		{"[Content_Types].xml", `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`},
		{"_rels/.rels", `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>`},
		{"word/document.xml", `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>` + body.String() + `</w:body></w:document>`},
	} {
		w, _ := z.Create(part[0])
		w.Write([]byte(part[1]))
	}
	z.Close()
	return file.String()
}

func names(files []os.DirEntry) string {
	var out []string
	for _, f := range files {
		out = append(out, f.Name())
	}
	return strings.Join(out, " ")
}

// What another address sent is not taken for what the UN's service would have.
func TestCacheKnowsTheAddress(t *testing.T) {
	c := Cache{Dir: t.TempDir()}
	seen := map[string]string{}
	for _, base := range []string{DefaultBase, "https://kites.example/a", "https://kites.example/b", "no address"} {
		dir := c.From(base).Dir
		if other, twice := seen[dir]; twice {
			t.Errorf("%q and %q keep their documents in one folder", base, other)
		}
		seen[dir] = base
	}
	if c.From("").Dir != c.Dir || c.From(DefaultBase).Dir != c.Dir {
		t.Error("the UN's service has another folder than before")
	}
	if err := c.From("https://kites.example/a").keep("A/RES/200/41", "en", formats[0], []byte(formats[0].magic)); err != nil {
		t.Fatal(err)
	}
	if _, _, ok := c.find("A/RES/200/41", "en"); ok {
		t.Error("found as if the UN had sent it")
	}
	if _, _, ok := c.From("https://kites.example/a").find("A/RES/200/41", "en"); !ok {
		t.Error("not found again")
	}
}
