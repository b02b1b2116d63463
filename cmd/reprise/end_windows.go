package main

import (
	"os"
	"syscall"
)

// endBy ends the process; Windows knows no signals to end it by.
func endBy(syscall.Signal) { os.Exit(exitTrouble) }
