package cluster

import (
	"bufio"
	"bytes"
	"context"
	"fmt"
	"io"
	"io/fs"
	"path"
	"path/filepath"
	"reprise/read"
	"slices"
	"strings"

	"github.com/apache/beam/sdks/v2/go/pkg/beam/io/filesystem"
	_ "github.com/apache/beam/sdks/v2/go/pkg/beam/io/filesystem/local" // the files of this machine
)

// list gives the files of a folder and below it, or those that a pattern of another file
// system names ("gs://bucket/texts/*"), sorted.
func list(ctx context.Context, from string) ([]string, error) {
	var out []string
	take := func(name string) {
		if slices.Contains(read.Suffixes(), strings.ToLower(path.Ext(name))) {
			out = append(out, name)
		}
	}
	if !strings.Contains(from, "://") {
		err := filepath.WalkDir(from, func(name string, d fs.DirEntry, err error) error {
			if err == nil && d.Type().IsRegular() {
				take(name)
			}
			return err
		})
		slices.Sort(out)
		return out, err
	}
	system, err := filesystem.New(ctx, from)
	if err != nil {
		return nil, err
	}
	defer system.Close()
	found, err := system.List(ctx, from)
	for _, name := range found {
		take(name)
	}
	slices.Sort(out)
	return out, err
}

// contentOf reads a file, or of a larger one than may be one byte more.
func contentOf(ctx context.Context, name string) ([]byte, error) {
	system, err := filesystem.New(ctx, name)
	if err != nil {
		return nil, err
	}
	defer system.Close()
	f, err := system.OpenRead(ctx, name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	return io.ReadAll(io.LimitReader(f, maxFile+1))
}

// lines gives each line of a file that a stage wrote.
func lines(ctx context.Context, name string, each func([]byte) error) error {
	system, err := filesystem.New(ctx, name)
	if err != nil {
		return err
	}
	defer system.Close()
	f, err := system.OpenRead(ctx, name)
	if err != nil {
		return err
	}
	defer f.Close()
	r := bufio.NewReaderSize(f, 1<<20)
	for {
		line, err := r.ReadBytes('\n')
		if err == io.EOF && len(line) == 0 {
			return nil
		}
		if err != nil {
			return fmt.Errorf("%s: a line without an end: %w", name, err)
		}
		if err := each(line[:len(line)-1]); err != nil {
			return fmt.Errorf("%s: %w", name, err)
		}
	}
}

// write writes a file whole or not at all: under another name first.
func write(ctx context.Context, name string, content []byte) error {
	system, err := filesystem.New(ctx, name)
	if err != nil {
		return err
	}
	defer system.Close()
	half := name
	renames, can := system.(filesystem.Renamer)
	if can {
		half += ".half"
	}
	f, err := system.OpenWrite(ctx, half)
	if err != nil {
		return err
	}
	_, err = f.Write(content)
	if closed := f.Close(); err == nil {
		err = closed // which is when an object store has it
	}
	if err == nil && can {
		err = renames.Rename(ctx, half, name)
	}
	return err
}

// exists tells whether a file is there.
func exists(ctx context.Context, name string) (bool, error) {
	system, err := filesystem.New(ctx, name)
	if err != nil {
		return false, err
	}
	defer system.Close()
	found, err := system.List(ctx, name)
	return len(found) > 0, err
}

// shardName is one of the files that a stage writes.
func shardName(out, stage string, shard, of int) string {
	return fmt.Sprintf("%s/%s-%05d-of-%05d.jsonl", strings.TrimRight(out, "/"), stage, shard, of)
}

// joined are lines, each with its end.
func joined(lines [][]byte) []byte { return append(bytes.Join(lines, []byte("\n")), '\n') }
