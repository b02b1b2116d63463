package main

import (
	"archive/zip"
	"bytes"
	"fmt"
	"net/http"
	"net/http/httptest"
	"net/url"
	"path/filepath"
	"strings"
	"sync"
	"sync/atomic"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"

	"reprise/source"
)

// TestFetchScript runs the command against a local server, under $SERVICE, whose
// documents are kept in $KEPT. The server behaves and misbehaves as the real document service
// has been seen to; no test asks the real one.
func TestFetchScript(t *testing.T) {
	specimen, err := filepath.Abs("../../testdata/specimen")
	if err != nil {
		t.Fatal(err)
	}
	testscript.Run(t, testscript.Params{
		Dir:                 "testdata/fetch",
		RequireExplicitExec: true,
		Setup: func(e *testscript.Env) error {
			server := httptest.NewServer(&documents{})
			e.Defer(server.Close)
			e.Setenv("SERVICE", server.URL)
			e.Setenv("SPECIMEN", specimen)
			e.Setenv("XDG_CACHE_HOME", filepath.Join(e.WorkDir, "cache"))
			kept := source.Cache{Dir: filepath.Join(e.WorkDir, "cache", "reprise", "documents")}
			e.Setenv("KEPT", kept.From(server.URL).Dir)
			return nil
		},
	})
}

// documents is a document service. It has 200/41 in all languages but
// Spanish, and 202/38 in English; what it does with others stands below. As the real one it
// finds symbols only with their slashes and brackets as they are, wants to hear what the
// asker takes, and leads to a path in capitals, where a web page stands; the file is at the
// path in small letters.
type documents struct {
	asked atomic.Int32
	found sync.Map // by path in small letters: what was asked for
}

func (d *documents) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	q := r.URL.Query()
	asked, isFile := d.found.Load(r.URL.Path)
	switch path := "/doc/" + strings.ToLower(strings.NewReplacer("/", "_", " ", "_").Replace(q.Get("s"))) + "/" + q.Get("l") + "." + q.Get("t"); {
	case isFile:
		d.send(w, r, asked.(url.Values))
	case strings.HasPrefix(r.URL.Path, "/DOC/"):
		w.Write([]byte("<!DOCTYPE html><html><head><title>Documents</title></head><body>" + strings.Repeat(" ", 1300) + "</body></html>"))
	case strings.Contains(r.URL.RawQuery, "%2F"), strings.Contains(r.URL.RawQuery, "%28"):
		w.WriteHeader(http.StatusNotFound)
	case !strings.Contains(r.Header.Get("Accept"), "application/"):
		http.Redirect(w, r, "/error", http.StatusFound)
	case q.Get("t") == "docx" && strings.Contains("A/RES/200/41 A/RES/202/38 A/RES/299/2 A/RES/299/3 A/RES/299/8", q.Get("s")) && q.Get("s")+q.Get("l") != "A/RES/202/38ru":
		d.found.Store(path, q)
		w.Header().Set("Vary", "Origin, Accept")
		http.Redirect(w, r, strings.ToUpper(path), http.StatusFound)
	default:
		d.send(w, r, q)
	}
}

// send sends a document, or does what is done with a symbol.
func (d *documents) send(w http.ResponseWriter, r *http.Request, q url.Values) {
	if q.Get("t") != "docx" {
		w.WriteHeader(http.StatusNotFound)
		return
	}
	switch symbol, language := q.Get("s"), q.Get("l"); symbol + " " + language {
	case "A/RES/200/41 en", "A/RES/202/38 en":
		w.Write(wordFile(englishLines(strings.TrimPrefix(symbol, "A/RES/"))))
	case "A/RES/200/41 fr":
		w.Write(wordFile([]string{"A/RES/200/41", "Deux-centième session", "200/41. Entretien des phares", "L’Assemblée générale,",
			"Rappelant ses résolutions sur l’entretien des phares,", "1. Décide de garder les lampes allumées."}))
	case "A/RES/200/41 ru":
		w.Write(wordFile([]string{"A/RES/200/41", "Двухсотая сессия", "200/41. Содержание маяков", "Генеральная Ассамблея,",
			"1. Постановляет не гасить лампы."}))
	case "A/RES/200/41 zh":
		w.Write(wordFile([]string{"A/RES/200/41", "第二百届会议", "200/41. 灯塔的维护", "大会，",
			"回顾其关于灯塔维护的各项决议，", "1. 决定让灯长明不熄。"}))
	case "A/RES/200/41 ar":
		w.Write(wordFile([]string{"A/RES/200/41", "الدورة المائتان", "200/41 - صيانة المنارات", "إن الجمعية العامة،",
			"إذ تشير إلى قراراتها بشأن صيانة المنارات،", "1 - تقرر إبقاء المصابيح مضاءة."}))
	case "A/RES/200/41 es": // a language that the service has not, answered in English
		w.Write(wordFile(englishLines("200/41")))
	case "A/RES/299/1 en": // a page that says sorry, with status 200
		w.Write([]byte("<!DOCTYPE html><html><body>No document</body></html>"))
	case "A/RES/299/2 en": // another document
		w.Write(wordFile(englishLines("200/41")))
	case "A/RES/299/3 fr": // the right one in another language
		w.Write(wordFile(englishLines("299/3")))
	case "A/RES/299/4 en":
		http.Redirect(w, r, "http://127.0.0.1:1/elsewhere", http.StatusFound)
	case "A/RES/299/5 en": // busy, once
		if d.asked.Add(1) == 1 {
			w.Header().Set("Retry-After", "1")
			w.WriteHeader(http.StatusTooManyRequests)
			return
		}
		w.Write(wordFile(englishLines("299/5")))
	case "A/RES/299/9 en": // it does not take the request
		http.Redirect(w, r, "/error", http.StatusFound)
	case "A/RES/299/6 en": // never answers
		<-r.Context().Done()
	case "A/RES/299/7 en":
		w.WriteHeader(http.StatusForbidden)
	case "A/RES/299/8 en":
		w.Write([]byte("PK\x03\x04 damaged"))
	default:
		w.WriteHeader(http.StatusNotFound)
	}
}

func englishLines(number string) []string {
	return []string{"United Nations", "A/RES/" + number, "General Assembly", "Two-hundredth session",
		"Resolution adopted by the General Assembly on 5 December 2145", number + ". Keeping of lighthouses",
		"The General Assembly,", "Recalling its resolutions on the keeping of lighthouses,",
		"1. Decides to keep the lamps lit."}
}

// wordFile is a Word file with those paragraphs.
func wordFile(lines []string) []byte {
	const types = `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`
	const links = `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>`
	var body strings.Builder
	for _, line := range lines {
		fmt.Fprintf(&body, "<w:p><w:r><w:t>%s</w:t></w:r></w:p>", line)
	}
	var file bytes.Buffer
	z := zip.NewWriter(&file)
	for _, part := range [][2]string{{"[Content_Types].xml", types}, {"_rels/.rels", links},
		{"word/document.xml", `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>` + body.String() + `</w:body></w:document>`}} {
		w, _ := z.Create(part[0])
		w.Write([]byte(part[1]))
	}
	z.Close()
	return file.Bytes()
}
