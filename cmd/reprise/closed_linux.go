package main

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"syscall"
)

// closedFromStart tells whether standard output was closed when the process
// began, as a shell does for ">&-". What would be printed is lost then, and
// nobody would know: Go's runtime has opened the null device in its place, for
// reading and writing. Others open it so too, on purpose (Python's DEVNULL), but
// no shell does: so it must be a shell that started us, with an output of its
// own. Elsewhere, and where a shell has put us in its own place, it is not told.
func closedFromStart() bool {
	const output = "/proc/self/fd/1"
	if to, err := os.Readlink(output); err != nil || to != os.DevNull {
		return false
	}
	flags, _, failed := syscall.Syscall(syscall.SYS_FCNTL, 1, syscall.F_GETFL, 0)
	if failed != 0 || flags&syscall.O_ACCMODE != syscall.O_RDWR {
		return false
	}
	parent := fmt.Sprintf("/proc/%d", os.Getppid())
	inherited, err := os.Readlink(parent + "/fd/1")
	program, _ := os.Readlink(parent + "/exe")
	return err == nil && inherited != os.DevNull && slices.Contains(shells, filepath.Base(program))
}

var shells = []string{"sh", "bash", "dash", "zsh", "ksh", "ksh93", "mksh", "fish", "ash", "busybox"}
