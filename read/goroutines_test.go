package read

import (
	"context"
	"errors"
	"sync"
	"testing"

	"reprise/read/pdf/pdftest"
)

// Eight goroutines read files of all formats with one set of options, as a server
// does; each document is as if it had been read alone.
func TestReadingFromManyGoroutines(t *testing.T) {
	files := map[string][]byte{
		"cups.pdf": pdftest.Teacups(), "cups.html": []byte(sitePage), "cups.md": []byte(made), "cups.txt": []byte(small),
		"cups.docx": wordFile(par(run("<w:i/>", "The General Assembly")+run("", ",")) + par("1. Requests all keepers to rest;") + par("2. Decides to sleep.")),
		"cups.odt":  odtFile("<text:p>The General Assembly,</text:p><text:p>1. Requests all keepers to rest;</text:p><text:p>2. Decides to sleep.</text:p>"),
	}
	alone := map[string]string{}
	for name, content := range files {
		d, err := Open(t.Context(), name, content, tools)
		if err != nil {
			t.Fatal(err)
		}
		alone[name] = readOutline(d)
	}
	var wait sync.WaitGroup
	for range 8 {
		wait.Go(func() {
			for name, content := range files {
				d, err := Open(t.Context(), name, content, tools)
				if err != nil {
					t.Errorf("%s: %v", name, err)
				} else if got := readOutline(d); got != alone[name] {
					t.Errorf("%s read beside others:\n%s\nalone:\n%s", name, got, alone[name])
				}
			}
		})
	}
	wait.Wait()
}

// Reading ends with its context, whatever the format, and says why.
func TestReadingEndsWithItsContext(t *testing.T) {
	ctx, cancel := context.WithCancelCause(t.Context())
	enough := errors.New("enough")
	cancel(enough)
	for name, content := range map[string][]byte{"cups.pdf": pdftest.Teacups(), "cups.html": []byte(sitePage), "cups.md": []byte(made), "cups.txt": []byte(small)} {
		if _, err := Open(ctx, name, content, tools); !errors.Is(err, enough) {
			t.Errorf("%s: %v, want the cause of the end", name, err)
		}
	}
}
