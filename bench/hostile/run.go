package main

import (
	"bytes"
	"context"
	"crypto/sha256"
	"fmt"
	"io"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"time"
)

// result is what came of a trial.
type result struct {
	took   time.Duration
	worked time.Duration // of processors
	memory int64         // the most bytes that were resident; 0 where the system does not say
	said   string
	fault  string // "" for none
}

// row is a line of the table in docs/hostile.md.
func (r result) row(t trial) string {
	verdict := "held"
	if r.fault != "" {
		verdict = "FAILED: " + r.fault
	}
	return fmt.Sprintf("| %s | %s | %.1f s | %.1f s | %d MB | %s | %s |", t.name, t.about, r.took.Seconds(), r.worked.Seconds(), r.memory>>20, cell(r.said), verdict)
}

// cell keeps a text within its cell.
func cell(text string) string {
	text = strings.Join(strings.Fields(text), " ")
	if runes := []rune(text); len(runes) > 160 {
		text = string(runes[:160]) + "…"
	}
	return strings.NewReplacer("|", `\|`, "<", "&lt;").Replace(text)
}

// run makes the files of a trial and runs reprise on them.
func run(binary string, t trial) (result, error) {
	binary, err := filepath.Abs(binary)
	if err != nil {
		return result{}, err
	}
	folder, err := os.MkdirTemp("", "hostile")
	if err != nil {
		return result{}, err
	}
	defer os.RemoveAll(folder)
	before, err := prepared(folder, t)
	if err != nil {
		return result{}, err
	}
	ctx, cancel := context.WithTimeout(context.Background(), killAfter)
	defer cancel()
	cmd := exec.CommandContext(ctx, binary, t.args...)
	cmd.Dir = filepath.Join(folder, t.name)
	cmd.Env = append(os.Environ(), "NO_COLOR=1")
	for name, value := range t.short {
		cmd.Env = append(cmd.Env, name+"="+strings.ReplaceAll(value, "$HERE", cmd.Dir))
	}
	var out, errs bytes.Buffer
	cmd.Stdout, cmd.Stderr = &out, &errs
	if t.waits {
		in, out, err := os.Pipe()
		if err != nil {
			return result{}, err
		}
		defer in.Close()
		defer out.Close()
		cmd.Stdin = in
	}
	start := time.Now()
	if err := cmd.Start(); err != nil {
		return result{}, err
	}
	stopped := start
	if t.stop > 0 {
		time.Sleep(t.stop)
		stopped = time.Now()
		if err := cmd.Process.Signal(os.Interrupt); err != nil {
			return result{fault: "done before it was told to end: " + err.Error()}, nil
		}
	}
	cmd.Wait()
	r := result{took: time.Since(start), worked: cmd.ProcessState.UserTime() + cmd.ProcessState.SystemTime(), memory: peak(cmd.ProcessState), said: said(out.String(), errs.String())}
	r.fault = fault(t, cmd, r, out.String()+errs.String())
	if late := time.Since(stopped); t.stop > 0 && late > maxLate {
		r.fault = fmt.Sprintf("ended %s after it was told to", late)
	} else if t.stop > 0 {
		r.said = fmt.Sprintf("ended %d ms after Ctrl-C", late.Milliseconds())
	}
	if r.fault == "" {
		r.fault = touched(folder, before)
	}
	return r, nil
}

// maxLate is how long a run may go on after Ctrl-C.
const maxLate = 200 * time.Millisecond

// said is the message of a run; without one the first line of what it printed.
func said(out, errs string) string {
	if errs = strings.TrimSpace(errs); errs != "" {
		first, _, _ := strings.Cut(errs, "\n")
		return first
	}
	first, _, _ := strings.Cut(strings.TrimSpace(out), "\n")
	return first
}

// fault is what a run did that it must not; "" for nothing.
func fault(t trial, cmd *exec.Cmd, r result, printed string) string {
	switch {
	case strings.Contains(printed, "goroutine ") && strings.Contains(printed, "panic"), strings.Contains(printed, "fatal error:"):
		return "panic"
	case min(r.took, r.worked) > maxTime: // a machine that others use makes the first longer, two processors the second
		return fmt.Sprintf("%.0f s", r.took.Seconds())
	case r.memory > maxMemory:
		return fmt.Sprintf("%d MB", r.memory>>20)
	case t.stop == 0 && cmd.ProcessState.ExitCode() != t.exit:
		return fmt.Sprintf("status %d, want %d", cmd.ProcessState.ExitCode(), t.exit)
	case t.says != "" && !regexp.MustCompile(t.says).MatchString(printed):
		return "does not say " + t.says
	case t.never != "" && regexp.MustCompile(t.never).MatchString(printed):
		return "says " + t.never
	case strings.ContainsAny(printed, "\x1b\x07\u202e\u2066"):
		return "control characters are printed raw"
	}
	return ""
}

// prepared has the files of a trial made by a process of its own, for what a process
// has had in memory is counted to those that it starts. It gives their check sums.
func prepared(folder string, t trial) (map[string]string, error) {
	self, err := os.Executable()
	if err != nil {
		return nil, err
	}
	if out, err := exec.Command(self, "-only", "^"+regexp.QuoteMeta(t.name)+"$", "-write", folder).CombinedOutput(); err != nil {
		return nil, fmt.Errorf("%w: %s", err, out)
	}
	return sums(folder)
}

// sums are the check sums of all files below a folder.
func sums(folder string) (map[string]string, error) {
	out := map[string]string{}
	return out, filepath.WalkDir(folder, func(path string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		f, err := os.Open(path)
		if err != nil {
			return err
		}
		defer f.Close()
		h := sha256.New()
		_, err = io.Copy(h, f)
		out[path] = string(h.Sum(nil))
		return err
	})
}

// touched tells which of the files a run changed.
func touched(folder string, before map[string]string) string {
	now, err := sums(folder)
	if err != nil {
		return err.Error()
	}
	for path, sum := range before {
		if now[path] != sum {
			return "the input " + filepath.Base(path) + " was changed"
		}
	}
	return ""
}
