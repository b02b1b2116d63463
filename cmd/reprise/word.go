package main

import (
	"fmt"
	"time"

	"github.com/spf13/cobra"

	"reprise/report/word"
)

// wordFlags say how a Word file shows its tracked changes.
type wordFlags struct {
	author     string
	date       string
	noComments bool
	moveStyle  string
	heads      word.Heads
}

func (f *wordFlags) add(c *cobra.Command) {
	flags := c.Flags()
	flags.StringVar(&f.author, "author", "", "Word: author of the tracked changes (default reprise)")
	flags.StringVar(&f.date, "date", "", "Word: date of the tracked changes, as 2145-12-05 (default the new text's)")
	flags.StringVar(&f.heads.Symbol, "symbol", "", "Word: the new symbol in the page heads (default the new text's)")
	flags.StringVar(&f.heads.Title, "title", "", "Word: the new title in page heads that show one (default the new text's)")
	flags.StringVar(&f.heads.Job, "job", "", "Word: the new job number in the page feet, as 23-25123")
	flags.BoolVar(&f.noComments, "no-comments", false, "Word: no comment on each changed clause")
	flags.StringVar(&f.moveStyle, "move-style", "moves", "Word: show moves as moves, or as deletions for old versions")
}

// form is the Word form that the flags describe. The zero value, of commands
// without these flags, describes the default.
func (f *wordFlags) form() (word.Docx, error) {
	form := word.Docx{Author: f.author, Heads: f.heads}
	if f.date != "" {
		date, err := time.Parse(time.DateOnly, f.date)
		if err != nil {
			return form, fmt.Errorf("--date %s: want a date such as 2145-12-05", f.date)
		}
		form.Date = date
	}
	switch f.moveStyle {
	case "", "moves":
	case "deletions":
		form.MoveStyle = word.MovesAsDeletions
	default:
		return form, fmt.Errorf("--move-style %s: want moves or deletions", f.moveStyle)
	}
	if f.noComments {
		form.Comments = word.WithoutComments
	}
	return form, nil
}
