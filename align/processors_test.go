package align

import (
	"crypto/sha256"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"reprise/internal/outside"
)

// linksDigest stands for the links of made-up texts of hundreds of clauses, with
// every score, margin and rival to the last bit.
func linksDigest() string {
	h := sha256.New()
	for _, n := range []int{60, 400} {
		for _, repeats := range []bool{false, true} {
			old, new := omnibus(n, repeats)
			for _, l := range Documents(old, new) {
				for _, c := range l.Old {
					fmt.Fprint(h, c.ID, " ")
				}
				fmt.Fprint(h, "= ")
				for _, c := range l.New {
					fmt.Fprint(h, c.ID, " ")
				}
				fmt.Fprintf(h, "%x %x %v %t %t", l.Score, l.Margin, l.Evidence, l.Moved, l.Uncertain)
				for _, r := range l.Rivals {
					fmt.Fprintf(h, " %s=%s %x", r.Old.ID, r.New.ID, r.Score)
				}
				fmt.Fprintln(h)
			}
		}
	}
	return fmt.Sprintf("digest %x", h.Sum(nil))
}

// TestLinksOnAnotherProcessor: a 64-bit ARM processor, which can round a product
// and a sum in one step, gives the same links, scores and margins to the last bit.
func TestLinksOnAnotherProcessor(t *testing.T) {
	if file := os.Getenv("ALIGN_DIGEST"); file != "" { // this is that processor
		if err := os.WriteFile(file, []byte(linksDigest()), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	if testing.Short() {
		t.Skip("a build for another processor")
	}
	const emulator = "qemu-aarch64"
	outside.Program(t, emulator)
	program, file := filepath.Join(t.TempDir(), "align.test"), filepath.Join(t.TempDir(), "digest")
	build := exec.Command("go", "test", "-c", "-o", program, ".")
	build.Env = append(build.Environ(), "GOOS=linux", "GOARCH=arm64", "CGO_ENABLED=0")
	if out, err := build.CombinedOutput(); err != nil {
		t.Fatalf("%v\n%.2000s", err, out)
	}
	run := exec.Command(emulator, program, "-test.run=^"+t.Name()+"$")
	run.Env = append(run.Environ(), "ALIGN_DIGEST="+file)
	if out, err := run.CombinedOutput(); err != nil {
		t.Fatalf("%v\n%.2000s", err, out)
	}
	got, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if want := linksDigest(); strings.TrimSpace(string(got)) != want {
		t.Errorf("found %s on arm64, %s here", got, want)
	}
}
