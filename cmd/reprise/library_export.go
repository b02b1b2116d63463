package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"reprise/library"
	"reprise/read"
	"reprise/report/data"
)

func newLibraryExport(s surroundings) *cobra.Command {
	var f storeFlags
	c := &cobra.Command{
		Use:   "export FOLDER",
		Short: "Write the library as files and JSON that any program reads",
		Long: `Write the library into a new folder: index.json lists the documents as library
list does, with their files in files/ as they were added, and their texts in
documents/ as reprise parse --format json has them. The folder is there when all
of it is.`,
		Example: `  reprise library export backup`,
		Args:    exactly(1, "FOLDER"),
		RunE: func(c *cobra.Command, args []string) error {
			return f.use(c.Context(), s, func(l *library.Library) error { return export(c.Context(), s, l, args[0]) })
		},
	}
	f.add(c)
	return c
}

// export writes everything beside its place first.
func export(ctx context.Context, s surroundings, l *library.Library, folder string) error {
	if _, err := os.Lstat(folder); !errors.Is(err, os.ErrNotExist) {
		return fmt.Errorf("%s: there already; name a new folder", folder)
	}
	beside, err := os.MkdirTemp(filepath.Dir(folder), ".reprise-export-*")
	if err != nil {
		return fmt.Errorf("%s: cannot be made: %w", folder, err)
	}
	defer os.RemoveAll(beside)
	if err := exportTo(ctx, s, l, beside); err != nil {
		return err
	}
	if err := os.Chmod(beside, 0o755); err != nil {
		return fmt.Errorf("%s: %w", folder, err)
	}
	if err := os.Rename(beside, folder); err != nil {
		return fmt.Errorf("%s: cannot be made: %w", folder, err)
	}
	return nil
}

func exportTo(ctx context.Context, s surroundings, l *library.Library, folder string) error {
	for _, name := range []string{"files", "documents"} {
		if err := os.Mkdir(filepath.Join(folder, name), 0o755); err != nil {
			return err
		}
	}
	records, err := l.Records(ctx, library.Which{})
	if err != nil {
		return err
	}
	var index []data.Record
	bar := newBar(s, "exporting", len(records))
	defer bar.clear()
	for i, r := range records {
		entry := data.RecordOf(r)
		if err := exportOne(ctx, l, folder, &entry); err != nil {
			return err
		}
		index = append(index, entry)
		bar.show(i + 1)
	}
	var b bytes.Buffer
	if err := (data.JSON{}).RenderRecords(&b, index); err != nil {
		return err
	}
	return os.WriteFile(filepath.Join(folder, "index.json"), b.Bytes(), 0o644)
}

// exportOne writes the files of a document under their hashes, which need no
// trust, and its text under its number.
func exportOne(ctx context.Context, l *library.Library, folder string, r *data.Record) error {
	files, err := l.Files(ctx, r.ID)
	if err != nil {
		return err
	}
	for _, f := range files {
		content, err := library.Unpack(f.Packed)
		if err != nil {
			return fmt.Errorf("%s: %w", f.Name, err)
		}
		name := "files/" + f.Hash + suffixOf(f.Name)
		r.Files = append(r.Files, name)
		if err := os.WriteFile(filepath.Join(folder, filepath.FromSlash(name)), content, 0o644); err != nil {
			return err
		}
	}
	d, err := l.Document(ctx, r.ID)
	if err != nil {
		return err
	}
	var b bytes.Buffer
	if err := (data.JSON{}).RenderResolution(&b, d); err != nil {
		return err
	}
	r.Text = fmt.Sprintf("documents/%d.json", r.ID)
	return os.WriteFile(filepath.Join(folder, filepath.FromSlash(r.Text)), b.Bytes(), 0o644)
}

// suffixOf is the suffix of a name where it is one that documents have; "" for any
// other.
func suffixOf(name string) string {
	suffix := strings.ToLower(filepath.Ext(name))
	for _, known := range read.Suffixes() {
		if suffix == known {
			return suffix
		}
	}
	return ""
}
