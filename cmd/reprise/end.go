package main

import (
	"fmt"
	"os"
	"os/signal"
	"sync/atomic"
	"syscall"
	"time"

	"github.com/spf13/cobra"

	"reprise/internal/whole"
)

// endings are the signals that ask a run to end: a key, a service manager, a
// terminal that was closed.
var endings = []os.Signal{os.Interrupt, syscall.SIGTERM, syscall.SIGHUP}

// endOnSignal lets a signal end the run at once, wherever it is: what is half
// written is removed, and the process ends as one that was ended by that signal,
// which is what a shell that runs it in a loop looks for. Signals that were
// switched off from outside (nohup) stay so.
func endOnSignal() {
	for _, sig := range endings {
		if signal.Ignored(sig) {
			continue
		}
		came := make(chan os.Signal, 1)
		signal.Notify(came, sig)
		go func() {
			for range came {
				if end := gently.Swap(nil); end != nil {
					go (*end)() // a second signal ends at once
					continue
				}
				if sig != os.Interrupt || !interruptIsOthers.Load() {
					break
				}
			}
			whole.Abandon()
			signal.Reset(sig)
			endBy(sig.(syscall.Signal))
		}()
	}
}

// gently is how a server ends; nil for a run that ends at once.
var gently atomic.Pointer[func()]

// endGently lets the next signal end the run by end, which is to make it return.
func endGently(end func()) { gently.Store(&end) }

// interruptIsOthers says that the key is not for us: a program that we started
// has the terminal.
var interruptIsOthers atomic.Bool

// limits are what a run may take, for every command.
type limits struct {
	timeout time.Duration
	timer   *time.Timer
}

func (l *limits) add(root *cobra.Command) {
	root.PersistentFlags().DurationVar(&l.timeout, "timeout", 0, "give up after this time, such as 30s or 2m (default: none)")
}

// start begins to count the time. A time that is over can only fail a run, never
// change what it says.
func (l *limits) start(s surroundings) error {
	switch {
	case l.timeout < 0:
		return fmt.Errorf("--timeout %s: want a time such as 30s or 2m", l.timeout)
	case l.timeout > 0:
		l.timer = time.AfterFunc(l.timeout, func() {
			whole.Abandon()
			tell(s.stderr, fmt.Sprintf("not done after %s (--timeout)", l.timeout))
			os.Exit(exitTrouble)
		})
	}
	return nil
}

// stop calls it off: the run is done.
func (l *limits) stop() {
	if l.timer != nil {
		l.timer.Stop()
	}
}
