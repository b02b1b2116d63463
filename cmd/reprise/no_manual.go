//go:build !manual

package main

import "github.com/spf13/cobra"

// packagerCommands are none: see manual.go.
func packagerCommands(surroundings) []*cobra.Command { return nil }
