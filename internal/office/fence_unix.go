//go:build !windows

package office

import (
	"context"
	"os/exec"
	"strconv"
	"syscall"
)

// inLimits has a program started by the system's shell, which sets the limits
// that it then has: memory, seconds of work, sizes of files (in blocks of 512
// bytes, as POSIX has it).
const inLimits = `ulimit -v "$1"; ulimit -t "$2"; ulimit -f "$3"; shift 3; exec "$@"`

// command is a program in a process group of its own and under limits, ended
// as a group when the time is over.
func command(ctx context.Context, program string, args []string) *exec.Cmd {
	limits := []string{"-c", inLimits, "limits", strconv.Itoa(MaxMemory >> 10), strconv.Itoa(int(MaxTime.Seconds())), strconv.Itoa(MaxOutput / 512), program}
	c := exec.CommandContext(ctx, "/bin/sh", append(limits, args...)...)
	c.SysProcAttr = &syscall.SysProcAttr{Setpgid: true}
	c.Cancel = func() error { endGroup(c); return nil }
	return c
}

// endGroup ends what a program started and left behind.
func endGroup(c *exec.Cmd) {
	if c.Process != nil {
		syscall.Kill(-c.Process.Pid, syscall.SIGKILL)
	}
}
