package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"text/tabwriter"

	"github.com/spf13/cobra"

	"reprise/internal/office"
	"reprise/internal/visible"
	"reprise/library"
	"reprise/library/store"
)

// finding is what the doctor says of one thing.
type finding struct {
	state string // one of the states below
	of    string
	said  string
	help  string // what to do; "" where nothing is to be done
}

// The states of a finding. What is missing costs something; what is wrong stops
// the command that needs it.
const (
	well    = "ok"
	missing = "missing"
	wrong   = "wrong"
)

// doctorName is the command that looks at what reprise finds on a machine.
const doctorName = "doctor"

func newDoctor(s surroundings) *cobra.Command {
	var f storeFlags
	c := &cobra.Command{
		Use:   doctorName,
		Short: "Look at what reprise finds on this machine",
		Long: `Look at what reprise finds on this machine: the terminal, the file of defaults,
the cache, the library, LibreOffice. It says what is there, what is missing and
what to do, asks no service and changes nothing. It ends with 2 where something
is wrong; what is only missing is not.`,
		Example: "  reprise doctor",
		Args:    exactly(0, "nothing"),
		RunE: func(c *cobra.Command, _ []string) error {
			return showFindings(s, []finding{
				{well, "reprise", version() + ", " + thisBuild().System, ""},
				s.lookAtTerminal(), s.lookAtPager(), lookAtConfig(s, c.Root()), s.lookAtCache(),
				lookAtLibrary(c.Context(), s, &f), lookAtOffice(c.Context()),
			})
		},
	}
	f.add(c)
	return c
}

// errUnwell ends a visit that found something wrong: it has said what.
var errUnwell = errors.New("something is wrong, as said above")

func showFindings(s surroundings, found []finding) error {
	var b bytes.Buffer
	table := tabwriter.NewWriter(&b, 0, 0, 2, ' ', 0)
	var err error
	for _, f := range found {
		fmt.Fprintf(table, "%s\t%s\t%s\n", f.state, f.of, visible.Name(f.said))
		if f.help != "" {
			fmt.Fprintf(table, "\t\t%s\n", f.help)
		}
		if f.state == wrong {
			err = errUnwell
		}
	}
	if err := table.Flush(); err != nil {
		return err
	}
	return errors.Join(write([]output{{standardOutput, b.Bytes()}}, s), err)
}

func (s surroundings) lookAtTerminal() finding {
	f := finding{state: well, of: "terminal"}
	color, _ := s.useColor("auto") // "auto" is always understood
	switch {
	case !s.terminal:
		f.said = "standard output is none: no colour, lines of 80 columns, no pager"
	case color:
		f.said = fmt.Sprintf("%d columns, in colour", s.columns)
	default:
		f.said = fmt.Sprintf("%d columns, without colour (NO_COLOR, or TERM=dumb)", s.columns)
	}
	if s.terminal && !s.speaksUnicode() {
		f.state, f.help = missing, "the locale is not UTF-8: accents, Arabic and Chinese may not show; try LC_ALL=C.UTF-8"
	}
	return f
}

// speaksUnicode tells what the locale says of the terminal. Windows has no locale of
// this kind, and shows Unicode.
func (s surroundings) speaksUnicode() bool {
	for _, name := range []string{"LC_ALL", "LC_CTYPE", "LANG"} {
		if value := strings.ToLower(s.getenv(name)); value != "" {
			return strings.Contains(value, "utf-8") || strings.Contains(value, "utf8")
		}
	}
	return s.getenv("OS") == "Windows_NT"
}

func (s surroundings) lookAtPager() finding {
	command := s.pagerCommand()
	switch {
	case command == "":
		return finding{well, "pager", "none", ""}
	case command == defaultPager:
		if _, err := exec.LookPath(command); err != nil {
			return finding{missing, "pager", command + " is not installed: long results run over the screen", "install it, or name another in PAGER"}
		}
	}
	return finding{well, "pager", command, ""}
}

func lookAtConfig(s surroundings, root *cobra.Command) finding {
	c, err := readConfig(s, root)
	switch {
	case err != nil:
		return finding{wrong, "defaults", err.Error(), "mend the line; reprise config tells what may stand there"}
	case c.path == "":
		return finding{well, "defaults", "no file: neither XDG_CONFIG_HOME nor HOME is set", ""}
	case len(c.settings) == 0:
		return finding{well, "defaults", "none set in " + c.path, ""}
	}
	return finding{well, "defaults", fmt.Sprintf("%d set in %s", len(c.settings), c.path), ""}
}

// lookAtCache looks at the folder that keeps fetched documents and the compiled
// PDF engine.
func (s surroundings) lookAtCache() finding {
	folder := s.cacheFolder()
	if folder == "" {
		return finding{missing, "cache", "no folder: neither XDG_CACHE_HOME nor HOME is set", "each PDF is read five seconds later, fetched documents are not kept; REPRISE_CACHE names a folder"}
	}
	_, err := os.Stat(folder)
	if errors.Is(err, fs.ErrNotExist) {
		return finding{well, "cache", folder + " (not there yet)", ""}
	}
	if err != nil {
		return finding{wrong, "cache", err.Error(), "REPRISE_CACHE names another folder"}
	}
	probe, err := os.CreateTemp(folder, ".doctor-")
	if err != nil {
		return finding{missing, "cache", folder + " cannot be written to", "each PDF is read five seconds later, fetched documents are not kept; REPRISE_CACHE names another folder"}
	}
	probe.Close()
	os.Remove(probe.Name())
	files, bytes := weigh(s.documentCache().Dir)
	return finding{well, "cache", fmt.Sprintf("%s, %d fetched files in it (%.1f MB)", folder, files, float64(bytes)/1e6), ""}
}

// weigh counts the files of a folder and their bytes; what cannot be read counts nothing.
func weigh(folder string) (files int, bytes int64) {
	_ = filepath.WalkDir(folder, func(_ string, entry fs.DirEntry, err error) error {
		if err != nil || !entry.Type().IsRegular() {
			return nil
		}
		if info, err := entry.Info(); err == nil {
			files, bytes = files+1, bytes+info.Size()
		}
		return nil
	})
	return files, bytes
}

func lookAtLibrary(ctx context.Context, s surroundings, f *storeFlags) finding {
	said := ""
	err := f.use(ctx, s, func(l *library.Library) error {
		stats, err := l.Stats(ctx)
		said = fmt.Sprintf("%d documents, %d clauses", stats.Documents, stats.Clauses)
		return err
	})
	where, placeErr := f.place(s)
	switch {
	case placeErr != nil:
		return finding{missing, "library", placeErr.Error(), ""}
	case errors.Is(err, store.ErrNone):
		return finding{missing, "library", "none yet", "reprise library add FOLDER makes one, for find, agreed and symbols"}
	case err != nil:
		return finding{wrong, "library", err.Error(), "reprise library check looks closer; --library names another"}
	}
	return finding{well, "library", said + " in " + store.Shown(where), ""}
}

func lookAtOffice(ctx context.Context) finding {
	said, err := office.Version(ctx)
	if errors.Is(err, office.ErrMissing) {
		return finding{missing, "LibreOffice", "not installed", "old Word files (.doc) cannot be read; all other formats need nothing"}
	}
	if err != nil {
		return finding{wrong, "LibreOffice", err.Error(), "old Word files (.doc) cannot be read; reinstall it, or save them as .docx"}
	}
	return finding{well, "LibreOffice", said, ""}
}
