package terminal_test

import (
	"io"
	"testing"

	"reprise/report/reporttest"
	"reprise/report/terminal"
)

// What does not agree is told with the clause in both languages, each in its direction.
func TestConcordance(t *testing.T) {
	c := reporttest.Concordance(t)
	reporttest.Golden(t, "concordance.txt", reporttest.Written(t, func(w io.Writer) error {
		return terminal.Form{Width: 80, Say: "en"}.RenderConcordance(w, c)
	}))
}
