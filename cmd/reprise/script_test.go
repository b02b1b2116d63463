package main

import (
	"path/filepath"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"
)

func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){"reprise": main})
}

// TestScript runs the command as a user does; each script says what it proves.
func TestScript(t *testing.T) {
	specimen, err := filepath.Abs("../../testdata/specimen")
	if err != nil {
		t.Fatal(err)
	}
	testscript.Run(t, testscript.Params{
		Dir:                 "testdata/script",
		RequireExplicitExec: true,
		Setup: func(e *testscript.Env) error {
			e.Setenv("SPECIMEN", specimen)
			e.Setenv("NEGOTIATION", filepath.Join(filepath.Dir(specimen), "negotiation"))
			e.Setenv("XDG_CACHE_HOME", filepath.Join(e.WorkDir, "cache"))
			return nil
		},
	})
}
