// Package office has LibreOffice turn a file of one format into another, as one
// runs a program on a stranger's file: without network, without macros, with a
// profile of its own, under limits, and gone with all its helpers in the end.
//
// Its main call is Convert.
package office

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"time"

	"reprise/internal/whole"
)

// The limits of one conversion. Those on time only fail.
const (
	MaxTime   = 90 * time.Second // a cold start on a slow machine takes ten
	MaxMemory = 4 << 30          // addresses, of which it uses a tenth
	MaxOutput = 256 << 20        // bytes of a file that it writes
	maxSaid   = 64 << 10         // bytes of what it says
)

// ErrMissing says that LibreOffice is not installed.
var ErrMissing = errors.New("LibreOffice is not installed")

// find gives the path of the program.
func find() (string, error) {
	for _, name := range []string{"soffice", "libreoffice"} {
		if path, err := exec.LookPath(name); err == nil {
			return path, nil
		}
	}
	return "", ErrMissing
}

// Convert has a file of one format ("doc") turned into another ("docx"), by the
// names that LibreOffice has for them ("docx:MS Word 2007 XML" names its filter
// too). Errors say what LibreOffice said; they are
// ErrMissing where there is none.
func Convert(ctx context.Context, content []byte, from, to string) ([]byte, error) {
	program, err := find()
	if err != nil {
		return nil, err
	}
	dir, err := os.MkdirTemp("", "reprise-office-")
	if err != nil {
		return nil, err
	}
	forget := whole.AtEnd(func() { os.RemoveAll(dir) })
	defer forget()
	defer os.RemoveAll(dir)
	if err := furnish(dir); err != nil {
		return nil, err
	}
	in := filepath.Join(dir, "in."+from)
	if err := os.WriteFile(in, content, 0o600); err != nil {
		return nil, err
	}
	ctx, cancel := context.WithTimeout(ctx, MaxTime)
	defer cancel()
	said, err := run(ctx, dir, program, "-env:UserInstallation=file://"+filepath.ToSlash(filepath.Join(dir, "profile")),
		"--headless", "--norestore", "--convert-to", to, "--outdir", dir, in)
	if ctx.Err() != nil {
		return nil, fmt.Errorf("LibreOffice was not done in time: %w", ctx.Err())
	}
	if _, ran := errors.AsType[*exec.ExitError](err); err != nil && !ran {
		return nil, fmt.Errorf("LibreOffice could not be started: %w", err)
	}
	to, _, _ = strings.Cut(to, ":")
	out, readErr := limited(filepath.Join(dir, "in."+to))
	if err != nil || readErr != nil {
		return nil, fmt.Errorf("LibreOffice could not turn the .%s file into .%s: %s", from, to, strings.TrimSpace(said))
	}
	return out, nil
}

// maxVersionTime is what a program that only tells its version may take: a cold
// start from a slow disk. It only fails.
const maxVersionTime = 20 * time.Second

// Version is the name and the version of the program that is installed. Errors are
// ErrMissing where there is none.
func Version(ctx context.Context) (string, error) {
	program, err := find()
	if err != nil {
		return "", err
	}
	dir, err := os.MkdirTemp("", "reprise-office-")
	if err != nil {
		return "", err
	}
	forget := whole.AtEnd(func() { os.RemoveAll(dir) })
	defer forget()
	defer os.RemoveAll(dir)
	ctx, cancel := context.WithTimeout(ctx, maxVersionTime)
	defer cancel()
	said, err := run(ctx, dir, program, "--version")
	said, _, _ = strings.Cut(strings.TrimSpace(said), "\n")
	if err != nil {
		return "", fmt.Errorf("%s --version: %w: %s", program, err, said)
	}
	return said, nil
}

// run starts a program and waits for its end, which is that of all that it
// started too.
func run(ctx context.Context, dir, program string, args ...string) (said string, err error) {
	var out bytes.Buffer
	start := func(c *exec.Cmd) error {
		c.Dir, c.Env = dir, environment(dir)
		c.Stdout = &head{to: &out, left: maxSaid}
		c.Stderr = c.Stdout
		c.WaitDelay = time.Second
		return c.Start()
	}
	for _, fenced := range fences {
		c := fenced(ctx, program, args)
		if err = start(c); err != nil {
			continue // the system does not allow this fence
		}
		forget := whole.AtEnd(func() { endGroup(c) })
		err = c.Wait()
		forget()
		endGroup(c)
		break
	}
	return out.String(), err
}

// environment is all that LibreOffice gets to know of ours: where programs
// are, a home of its own, and a way to the network that leads nowhere.
func environment(dir string) []string {
	env := []string{"PATH=" + os.Getenv("PATH"), "HOME=" + dir, "TMPDIR=" + dir, "LANG=C.UTF-8", "SAL_USE_VCLPLUGIN=svp"}
	for _, name := range []string{"http_proxy", "https_proxy", "ftp_proxy", "all_proxy", "HTTP_PROXY", "HTTPS_PROXY", "FTP_PROXY", "ALL_PROXY"} {
		env = append(env, name+"=http://"+nowhere)
	}
	for _, name := range []string{"SystemRoot", "SystemDrive", "TEMP", "USERPROFILE", "ProgramFiles"} { // Windows starts nothing without
		if value := os.Getenv(name); value != "" {
			env = append(env, name+"="+value)
		}
	}
	return env
}

// limited reads a file that LibreOffice wrote.
func limited(name string) ([]byte, error) {
	f, err := os.Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	content, err := io.ReadAll(io.LimitReader(f, MaxOutput+1))
	if err == nil && len(content) > MaxOutput {
		err = fmt.Errorf("more than %d MB", MaxOutput>>20)
	}
	return content, err
}

// head keeps the beginning of what is written.
type head struct {
	to   *bytes.Buffer
	left int
}

func (h *head) Write(p []byte) (int, error) {
	n := min(len(p), h.left)
	h.left -= n
	h.to.Write(p[:n])
	return len(p), nil
}
