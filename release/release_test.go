package main

import (
	"bytes"
	"context"
	"encoding/json"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"sync"
	"testing"
)

// whole, where it is set, builds every system, and the second time without anything
// that the first left in Go's cache. It takes a quarter of an hour.
const whole = "REPRISE_RELEASE_WHOLE"

var built = sync.OnceValues(func() (string, error) { return build("") })

// build makes a release from a clone of the last commit; what is not committed is
// not in it.
func build(cache string) (string, error) {
	folder, err := os.MkdirTemp("", "reprise-released-")
	if err != nil {
		return "", err
	}
	clone := filepath.Join(folder, "clone")
	if out, err := exec.Command("git", "clone", "-q", "..", clone).CombinedOutput(); err != nil {
		return "", &clonedNot{string(out)}
	}
	if cache != "" {
		os.Setenv("GOCACHE", cache)
		defer os.Unsetenv("GOCACHE")
	}
	args := []string{"-from", clone, "-o", filepath.Join(folder, "out")}
	if os.Getenv(whole) == "" {
		args = append(args, "-only", "linux/"+runtime.GOARCH)
	}
	return filepath.Join(folder, "out"), run(context.Background(), args)
}

type clonedNot struct{ said string }

func (c *clonedNot) Error() string { return "git clone: " + c.said }

func TestMain(m *testing.M) {
	status := m.Run()
	if folder, err := built(); err == nil {
		os.RemoveAll(filepath.Dir(folder))
	}
	os.Exit(status)
}

func released(t *testing.T) string {
	t.Helper()
	if testing.Short() {
		t.Skip("skipped in short runs: builds the program")
	}
	if runtime.GOOS != "linux" {
		t.Skip("skipped: what is tried here is for Linux")
	}
	folder, err := built()
	if err != nil {
		t.Fatal(err)
	}
	return folder
}

// one is the one file or folder of the release for this machine with that ending.
func one(t *testing.T, ending string) string {
	t.Helper()
	found, err := filepath.Glob(filepath.Join(released(t), "reprise-*linux-"+runtime.GOARCH+ending))
	if err != nil || len(found) != 1 {
		t.Fatalf("%d files end with %s, want one", len(found), ending)
	}
	return found[0]
}

// TestSameBytes: two builds from two clones, in folders of different names, are the
// same to the byte.
func TestSameBytes(t *testing.T) {
	first := released(t)
	cache := ""
	if os.Getenv(whole) != "" {
		cache = t.TempDir()
	}
	second, err := build(cache)
	if err != nil {
		t.Fatal(err)
	}
	defer os.RemoveAll(filepath.Dir(second))
	one, err := os.ReadFile(filepath.Join(first, sums))
	if err != nil {
		t.Fatal(err)
	}
	other, err := os.ReadFile(filepath.Join(second, sums))
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(one, other) {
		t.Errorf("two builds differ:\n%s\n%s", one, other)
	}
	if out, err := exec.Command("sh", "-c", "cd "+first+" && sha256sum --quiet -c "+sums).CombinedOutput(); err != nil {
		t.Errorf("sha256sum does not agree: %v\n%s", err, out)
	}
}

// TestArchive: the archive has one folder with the program, its papers, manual pages
// and completions.
func TestArchive(t *testing.T) {
	folder := t.TempDir()
	command(t, "tar", "-xzf", one(t, ".tar.gz"), "-C", folder, "--strip-components=1")
	for _, name := range []string{"reprise", "LICENSE", "README.md", "CHANGELOG.md", "man/reprise.1", "man/reprise-compare.1", "completions/reprise.bash", "completions/reprise.zsh", "completions/reprise.fish"} {
		if _, err := os.Stat(filepath.Join(folder, name)); err != nil {
			t.Error(err)
		}
	}
	if said := command(t, filepath.Join(folder, "reprise"), "version", "--json"); !strings.Contains(said, `"commit": "`) || strings.Contains(said, `"commit": ""`) {
		t.Errorf("the program does not know its commit: %s", said)
	}
}

// TestBill: the bill of materials names the program and every module that go.mod does.
func TestBill(t *testing.T) {
	content, err := os.ReadFile(one(t, ".cdx.json"))
	if err != nil {
		t.Fatal(err)
	}
	var bill struct {
		BomFormat  string
		Components []struct{ Name, Version string }
	}
	if err := json.Unmarshal(content, &bill); err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"std", "github.com/sergi/go-diff", "github.com/spf13/cobra", "github.com/yuin/goldmark", "github.com/fatih/color"} {
		if bill.BomFormat != "CycloneDX" || !slices.ContainsFunc(bill.Components, func(c struct{ Name, Version string }) bool { return c.Name == want && c.Version != "" }) {
			t.Errorf("%s is not in the bill", want)
		}
	}
}

// TestDebianPackage installs the package as an administrator would, uses it, and takes
// it away.
func TestDebianPackage(t *testing.T) {
	asRoot(t, "dpkg")
	if exec.Command("dpkg", "-s", "reprise").Run() == nil {
		t.Skip("skipped: reprise is installed here, and is not to be replaced")
	}
	pkg := one(t, ".deb")
	listed := strings.Fields(command(t, "sh", "-c", "dpkg-deb --fsys-tarfile "+pkg+" | tar -t"))
	command(t, "dpkg", "-i", pkg)
	t.Cleanup(func() { exec.Command("dpkg", "--purge", "reprise").Run() })
	out := command(t, "/usr/bin/reprise", "compare", "../testdata/specimen/A_RES_204_52.txt", "../testdata/specimen/A_RES_206_47.md")
	if !strings.Contains(out, "a list grows: ferries") {
		t.Errorf("the installed program compares otherwise:\n%s", out)
	}
	if _, err := exec.LookPath("man"); err == nil {
		if page := command(t, "man", "-P", "cat", "/usr/share/man/man1/reprise-compare.1.gz"); !strings.Contains(page, "compare") {
			t.Errorf("the manual page does not open:\n%s", page)
		}
	} else if page := command(t, "gzip", "-dc", "/usr/share/man/man1/reprise-compare.1.gz"); !strings.Contains(page, ".TH") {
		t.Errorf("the manual page is none:\n%s", page)
	}
	command(t, "bash", "-n", "/usr/share/bash-completion/completions/reprise")
	command(t, "dpkg", "--purge", "reprise")
	for _, name := range listed {
		path := "/" + strings.TrimPrefix(name, "./")
		if strings.Contains(filepath.Base(path), "reprise") {
			if _, err := os.Lstat(path); err == nil {
				t.Errorf("%s is left behind", path)
			}
		}
	}
}

// TestEmptyRoot runs the container's files as the container would: with nothing else
// in the root, as a user who is not root and may write nowhere in it.
func TestEmptyRoot(t *testing.T) {
	asRoot(t, "chroot")
	image := one(t, ".oci")
	root := t.TempDir()
	for d := root; d != "/" && d != os.TempDir(); d = filepath.Dir(d) {
		os.Chmod(d, 0o755) // the other user must get there
	}
	blobs, err := filepath.Glob(filepath.Join(image, "blobs/sha256/*"))
	if err != nil || len(blobs) != 3 { // manifest, configuration, layer
		t.Fatalf("%d blobs, want 3", len(blobs))
	}
	command(t, "tar", "-xzf", layerOf(t, blobs), "-C", root)
	for _, name := range []string{"A_RES_204_52.txt", "A_RES_206_47.md"} {
		content, err := os.ReadFile("../testdata/specimen/" + name)
		if err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(filepath.Join(root, "data", name), content, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	os.Chown(filepath.Join(root, "data"), 0, 0) // as a root that is read-only
	os.Chown(filepath.Join(root, "tmp"), 0, 0)
	out := command(t, "chroot", "--userspec=65532:65532", root, "/usr/bin/reprise", "compare", "/data/A_RES_204_52.txt", "/data/A_RES_206_47.md")
	if !strings.Contains(out, "a list grows: ferries") {
		t.Errorf("in an empty root it compares otherwise:\n%s", out)
	}
	var found []string
	filepath.WalkDir(root, func(name string, entry fs.DirEntry, err error) error {
		if err == nil && !entry.IsDir() {
			found = append(found, strings.TrimPrefix(name, root))
		}
		return nil
	})
	slices.Sort(found)
	if want := []string{"/data/A_RES_204_52.txt", "/data/A_RES_206_47.md", "/usr/bin/reprise", "/usr/share/doc/reprise/LICENSE"}; !slices.Equal(found, want) {
		t.Errorf("in the root: %v, want %v", found, want)
	}
}

func layerOf(t *testing.T, blobs []string) string {
	t.Helper()
	for _, b := range blobs {
		content, err := os.ReadFile(b)
		if err != nil {
			t.Fatal(err)
		}
		if bytes.HasPrefix(content, []byte{0x1f, 0x8b}) {
			return b
		}
		if bytes.Contains(content, []byte(`"Entrypoint"`)) && !bytes.Contains(content, []byte(`"User":"65532:65532"`)) {
			t.Error("the container runs as root")
		}
	}
	t.Fatal("no layer in the image")
	return ""
}

// TestRefusals: a folder that is there, a system that is not, and a repository with
// changes are refused, and nothing is left.
func TestRefusals(t *testing.T) {
	folder := t.TempDir()
	for want, args := range map[string][]string{
		"want -o":               {},
		"file exists":           {"-o", folder},
		"plan9/mips: not among": {"-o", filepath.Join(folder, "new"), "-only", "plan9/mips"},
	} {
		if err := run(t.Context(), args); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%v: %v, want %s", args, err, want)
		}
	}
	if _, err := os.Stat(filepath.Join(folder, "new")); err == nil {
		t.Error("a folder is left of a release that was refused")
	}
}

func asRoot(t *testing.T, program string) {
	t.Helper()
	if _, err := exec.LookPath(program); err != nil || os.Getuid() != 0 {
		if os.Getenv("CI") != "" && os.Getuid() == 0 {
			t.Fatalf("%s is missing", program)
		}
		t.Skipf("skipped: wants %s, as root", program)
	}
	released(t)
}

func command(t *testing.T, name string, args ...string) string {
	t.Helper()
	c := exec.Command(name, args...)
	c.Env = append(os.Environ(), "NO_COLOR=1", "COLUMNS=80")
	var errs bytes.Buffer
	c.Stderr = &errs
	out, err := c.Output()
	if err != nil {
		t.Fatalf("%s %s: %v\n%s", name, strings.Join(args, " "), err, errs.String())
	}
	return string(out)
}
