package main

import (
	"encoding/json"
	"runtime"
	"runtime/debug"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"reprise/read"
)

// versionSchema names the form of version --json.
const versionSchema = "reprise/version/1"

// build is what a binary knows of how it was made.
type build struct {
	Schema   string   `json:"schema"`
	Version  string   `json:"version"`
	Commit   string   `json:"commit"`   // "" where it was built outside a repository
	Date     string   `json:"date"`     // of the commit, RFC 3339; never of the build
	Modified bool     `json:"modified"` // built from files that no commit has
	Go       string   `json:"go"`
	System   string   `json:"system"` // linux/amd64
	Engines  engines  `json:"engines"`
	Features features `json:"features"`
}

// engines are what reads PDF files and what holds a library, with their versions.
type engines struct {
	PDF        string `json:"pdf"`
	SQLite     string `json:"sqlite"`
	PostgreSQL string `json:"postgresql"`
}

// features are what this binary can do with.
type features struct {
	Formats   []string `json:"formats"`
	Languages []string `json:"languages"`
	Stores    []string `json:"stores"`
}

func newVersion(s surroundings) *cobra.Command {
	asJSON := false
	c := &cobra.Command{
		Use:   "version",
		Short: "Show the version, and what this binary was built of",
		Long: `Show the version. With --json also the commit and its date, the engines that read
PDF files and hold a library, and the formats and languages that are known.`,
		Example: "  reprise version --json",
		Args:    exactly(0, "nothing"),
		RunE: func(c *cobra.Command, _ []string) error {
			content := []byte("reprise version " + version() + "\n")
			if asJSON {
				encoded, err := json.MarshalIndent(thisBuild(), "", " ")
				if err != nil {
					return err
				}
				content = append(encoded, '\n')
			}
			return write([]output{{standardOutput, content}}, s)
		},
	}
	c.Flags().BoolVar(&asJSON, "json", false, "everything that is known, as JSON")
	return c
}

func thisBuild() build {
	b := build{
		Schema:   versionSchema,
		Version:  version(),
		Go:       runtime.Version(),
		System:   runtime.GOOS + "/" + runtime.GOARCH,
		Features: features{Formats: read.Formats(), Languages: read.Languages(), Stores: []string{"sqlite", "postgresql"}},
	}
	info, ok := debug.ReadBuildInfo()
	if !ok {
		return b
	}
	for _, s := range info.Settings {
		switch s.Key {
		case "vcs.revision":
			b.Commit = s.Value
		case "vcs.time":
			b.Date = s.Value
		case "vcs.modified":
			b.Modified = s.Value == "true"
		}
	}
	b.Engines = engines{
		PDF:        withModules(info, "PDFium", "github.com/klippa-app/go-pdfium", "github.com/tetratelabs/wazero"),
		SQLite:     withModules(info, "SQLite", "modernc.org/sqlite"),
		PostgreSQL: withModules(info, "client", "github.com/jackc/pgx/v5"),
	}
	return b
}

// withModules names an engine and the modules that bring it.
func withModules(info *debug.BuildInfo, name string, paths ...string) string {
	var modules []string
	for _, d := range info.Deps {
		if slices.Contains(paths, d.Path) {
			modules = append(modules, d.Path+" "+d.Version)
		}
	}
	return name + " (" + strings.Join(modules, ", ") + ")"
}
