// Package outside finds what tests want and the repository does not hold: real
// resolutions, other programs. Where something is missing a test is skipped in
// words; under CI=true, where nothing may be missing, it fails. Only tests
// import it.
package outside

import (
	"os"
	"os/exec"
	"path/filepath"
	"testing"
)

// Texts gives the place of real texts below the shared folder, which is
// $REPRISE_SHARED or else lies beside the repository. The test is skipped, or
// fails under CI, where nothing is there.
func Texts(t testing.TB, place ...string) string {
	t.Helper()
	root := os.Getenv("REPRISE_SHARED")
	if root == "" {
		root = filepath.Join(Repository(t), "..", "shared")
	}
	path := filepath.Join(append([]string{root}, place...)...)
	if _, err := os.Stat(path); err != nil {
		Missing(t, "no real texts at %s (set REPRISE_SHARED)", path)
	}
	return path
}

// Program ends a test where a program is not installed.
func Program(t testing.TB, name string) {
	t.Helper()
	if _, err := exec.LookPath(name); err != nil {
		Missing(t, "%s is not installed", name)
	}
}

// Missing ends a test for want of something, which the words name.
func Missing(t testing.TB, format string, args ...any) {
	t.Helper()
	if os.Getenv("CI") == "true" {
		t.Fatalf(format, args...)
	}
	t.Skipf("skipped: "+format, args...)
}

// Repository is the folder of go.mod, at or above that of the test.
func Repository(t testing.TB) string {
	t.Helper()
	dir, err := os.Getwd()
	if err != nil {
		t.Fatal(err)
	}
	for from := dir; ; dir = filepath.Dir(dir) {
		if _, err := os.Stat(filepath.Join(dir, "go.mod")); err == nil {
			return dir
		}
		if dir == filepath.Dir(dir) {
			t.Fatalf("no go.mod at or above %s", from)
		}
	}
}
