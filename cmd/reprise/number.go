package main

import (
	"fmt"
	"strconv"

	"github.com/spf13/cobra"
)

// number is a flag that takes a whole number from a least one on.
type number struct {
	at    *int
	least int
}

func (n number) String() string { return "" } // cobra shows no default of its own
func (n number) Type() string   { return "int" }

// Set takes what the user wrote; the error says what is wanted.
func (n number) Set(text string) error {
	value, err := strconv.Atoi(text)
	if err != nil || value < n.least {
		return fmt.Errorf("want a whole number from %d on", n.least)
	}
	*n.at = value
	return nil
}

// addWidth adds --width to a command that shows text in lines.
func addWidth(c *cobra.Command, width *int) {
	*width = automatic
	c.Flags().Var(number{width, 0}, "width", "line width, 0 does not wrap (default the terminal's, or 80)")
}
