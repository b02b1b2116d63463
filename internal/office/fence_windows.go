package office

import (
	"context"
	"os/exec"
	"strconv"
)

// fences are the ways to start a program, the safest first.
var fences = []func(context.Context, string, []string) *exec.Cmd{command}

// command is a program that is ended with its children when the time is over.
func command(ctx context.Context, program string, args []string) *exec.Cmd {
	c := exec.CommandContext(ctx, program, args...)
	c.Cancel = func() error { endGroup(c); return nil }
	return c
}

// endGroup ends a program with its children.
func endGroup(c *exec.Cmd) {
	if c.Process != nil {
		exec.Command("taskkill", "/T", "/F", "/PID", strconv.Itoa(c.Process.Pid)).Run()
	}
}
