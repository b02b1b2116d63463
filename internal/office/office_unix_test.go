//go:build !windows

package office_test

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync/atomic"
	"syscall"
	"testing"
	"time"

	"reprise/internal/office"
	"reprise/internal/outside"
)

// linked is a text with a picture that stands elsewhere.
const linked = `<?xml version="1.0" encoding="UTF-8"?>
<office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0" xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0" office:version="1.3" office:mimetype="application/vnd.oasis.opendocument.text"><office:body><office:text>
<text:p>The General Assembly,</text:p>
<text:p><draw:frame text:anchor-type="as-char" svg:width="2cm" svg:height="2cm"><draw:image xlink:href="%s/lamp.png" xlink:type="simple" xlink:show="embed" xlink:actuate="onLoad"/></draw:frame></text:p>
<text:p>1. Decides to keep the lamps lit.</text:p></office:text></office:body></office:document>`

// TestConvertAsksNobody: a document that links to a picture is turned into another
// format without a request, behind each fence by itself. LibreOffice as it comes
// does ask, which shows that the test would see it.
func TestConvertAsksNobody(t *testing.T) {
	if testing.Short() {
		t.Skip("skipped: starts LibreOffice")
	}
	outside.Program(t, "soffice")
	var asked atomic.Int32
	server := httptest.NewServer(http.HandlerFunc(func(http.ResponseWriter, *http.Request) { asked.Add(1) }))
	defer server.Close()
	text := fmt.Appendf(nil, linked, server.URL)
	doc := asItComes(t, text)
	if asked.Load() == 0 {
		t.Error("LibreOffice as it comes asked for no picture; the test proves nothing")
	}
	for fence := 0; ; fence++ {
		restore, ok := office.WithFence(fence)
		if !ok {
			return
		}
		for from, content := range map[string][]byte{"doc": doc, "fodt": text} {
			asked.Store(0)
			out, err := office.Convert(t.Context(), content, from, "docx")
			switch {
			case errors.Is(err, syscall.EPERM):
				t.Logf("fence %d: the system forbids it: %v", fence, err)
			case err != nil || !bytes.HasPrefix(out, []byte("PK")):
				t.Errorf("fence %d, %s: %v", fence, from, err)
			}
			if n := asked.Load(); n != 0 {
				t.Errorf("fence %d, %s: %d requests", fence, from, n)
			}
		}
		restore()
	}
}

// asItComes has LibreOffice make a .doc without a fence.
func asItComes(t *testing.T, text []byte) []byte {
	t.Helper()
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, "in.fodt"), text, 0o600); err != nil {
		t.Fatal(err)
	}
	c := exec.Command("soffice", "-env:UserInstallation=file://"+filepath.Join(dir, "profile"), "--headless", "--convert-to", "doc", "--outdir", dir, filepath.Join(dir, "in.fodt"))
	if said, err := c.CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, said)
	}
	doc, err := os.ReadFile(filepath.Join(dir, "in.doc"))
	if err != nil {
		t.Fatal(err)
	}
	return doc
}

// TestConvertEndsAll: when the time is over, the program and all that it
// started are gone.
func TestConvertEndsAll(t *testing.T) {
	bin := t.TempDir()
	child := filepath.Join(bin, "child")
	script := "#!/bin/sh\nsleep 1000 &\necho $! >" + child + "\nsleep 1000\n"
	if err := os.WriteFile(filepath.Join(bin, "soffice"), []byte(script), 0o700); err != nil {
		t.Fatal(err)
	}
	t.Setenv("PATH", bin+":"+os.Getenv("PATH"))
	ctx, cancel := context.WithTimeout(t.Context(), 500*time.Millisecond)
	defer cancel()
	began := time.Now()
	_, err := office.Convert(ctx, []byte("x"), "doc", "docx")
	if took := time.Since(began); !errors.Is(err, context.DeadlineExceeded) || took > 5*time.Second {
		t.Errorf("error %v after %s", err, took)
	}
	text, err := os.ReadFile(child)
	if err != nil {
		t.Fatal(err)
	}
	pid := strings.TrimSpace(string(text))
	state := ""
	for range 50 {
		out, _ := exec.Command("ps", "-o", "stat=", "-p", pid).Output()
		if state = strings.TrimSpace(string(out)); state == "" || state[0] == 'Z' { // gone, or dead and not yet collected
			return
		}
		time.Sleep(20 * time.Millisecond)
	}
	t.Errorf("the child %s lives on (%s)", pid, state)
}

// TestConvertTellsWhatFailed in LibreOffice's words.
func TestConvertTellsWhatFailed(t *testing.T) {
	bin := t.TempDir()
	if err := os.WriteFile(filepath.Join(bin, "soffice"), []byte("#!/bin/sh\necho source file could not be loaded\n"), 0o700); err != nil {
		t.Fatal(err)
	}
	t.Setenv("PATH", bin+":"+os.Getenv("PATH"))
	if _, err := office.Convert(t.Context(), []byte("x"), "doc", "docx"); err == nil || !strings.HasSuffix(err.Error(), ": source file could not be loaded") {
		t.Errorf("error %v", err)
	}
	t.Setenv("PATH", t.TempDir())
	if _, err := office.Convert(t.Context(), []byte("x"), "doc", "docx"); !errors.Is(err, office.ErrMissing) {
		t.Errorf("error %v, want ErrMissing", err)
	}
}
