package read

import (
	"os"
	"path/filepath"

	"reprise/read/pdf"
)

// tools are what the tests read with: one engine, with the code that earlier runs
// kept, and LibreOffice where it is installed.
var tools = func() Options {
	var opts Options
	setup := pdf.Setup{}
	if dir, err := os.UserCacheDir(); err == nil {
		setup.Cache = filepath.Join(dir, "reprise")
	}
	opts.PDF = pdf.NewEngine(setup)
	opts.Office = true
	return opts
}()
