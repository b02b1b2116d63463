package outside

import (
	"os"
	"os/exec"
	"path/filepath"
	"testing"
)

// Office has LibreOffice convert a file to a format; it skips without it, and
// under -short.
func Office(t *testing.T, name string, content []byte, format string) []byte {
	t.Helper()
	if testing.Short() {
		t.Skip("skipped: LibreOffice takes seconds")
	}
	Program(t, "soffice")
	dir := t.TempDir()
	from := filepath.Join(dir, name)
	if err := os.WriteFile(from, content, 0o600); err != nil {
		t.Fatal(err)
	}
	out := filepath.Join(dir, "out")
	run := exec.Command("soffice", "-env:UserInstallation=file://"+filepath.Join(dir, "profile"),
		"--headless", "--convert-to", format, "--outdir", out, from)
	if said, err := run.CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, said)
	}
	made, err := filepath.Glob(filepath.Join(out, "*"))
	if err != nil || len(made) != 1 {
		t.Fatalf("LibreOffice made %v (%v)", made, err)
	}
	converted, err := os.ReadFile(made[0])
	if err != nil {
		t.Fatal(err)
	}
	return converted
}
