package main

import (
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	voices "reprise/report/tell"
	"reprise/resolution"
)

// addSay adds the flag that chooses the language of what is said. Its text names no
// languages: to know them is to read them all.
func addSay(c *cobra.Command, say *string) {
	c.Flags().StringVar(say, "say", "", "language of what is said of the texts, such as fr (default that of the texts)")
	c.RegisterFlagCompletionFunc("say", func(*cobra.Command, []string, string) ([]cobra.Completion, cobra.ShellCompDirective) {
		return voices.Languages(), cobra.ShellCompDirectiveNoFileComp
	})
}

// checkSay refuses a language in which nothing is said.
func checkSay(say string) error {
	if say == "" || voices.In(say).Language() == say {
		return nil
	}
	return fmt.Errorf("--say %s: want one of %s", say, strings.Join(voices.Languages(), ", "))
}

// voiceFor is the voice of what is said of a text: as asked for, else in its language.
func voiceFor(say string, d *resolution.Document) voices.Voice {
	if say != "" {
		return voices.In(say)
	}
	return voices.In(d.Language)
}
