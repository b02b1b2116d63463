package cluster

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"fmt"

	"github.com/apache/beam/sdks/v2/go/pkg/beam"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/io/filesystem"
)

// Options say how a run is parted; the zero value takes the defaults. The same options
// give the same bytes on every runner.
type Options struct {
	Runner string // of Beam: "prism" in this process where it is "" (import beamx for the others)
	Shards int    // files that a stage writes; 0 is DefaultShards
	Spread int    // a series of more texts is linked in pairs, wherever there is room; 0 is DefaultSpread
	Done   func(stage string, again bool)
}

// The defaults.
const (
	DefaultShards = 16 // a stage of a hundred thousand texts writes files of 100 MB
	DefaultSpread = 24 // to link so many takes a tenth of a second
)

func (o Options) filled() Options {
	if o.Runner == "" {
		o.Runner = "prism"
	}
	if o.Shards <= 0 {
		o.Shards = DefaultShards
	}
	if o.Spread <= 0 {
		o.Spread = DefaultSpread
	}
	if o.Done == nil {
		o.Done = func(string, bool) {}
	}
	return o
}

// job is one run.
type job struct {
	Options
	ctx   context.Context
	files []string
	out   string
}

// Run sorts the texts of a collection and writes into a folder documents-*.jsonl (a
// Document a line, by number), wordings-*.jsonl (a Wording a line, by hash) and left.jsonl
// (what could not be read, and why). The folder may be of any file system that Beam
// knows; beside them it keeps what the stages handed on, in work. A run that was stopped is
// gone on with by the same call: what is done is not done again.
//
// Law 5: the bytes are those of One, on every runner.
func Run(ctx context.Context, from, out string, opts Options) error {
	files, err := list(ctx, from)
	if err != nil {
		return fmt.Errorf("reprise: %s: %w", from, err)
	}
	if len(files) == 0 {
		return fmt.Errorf("reprise: %s: no texts", from)
	}
	j := &job{Options: opts.filled(), ctx: ctx, files: files, out: out}
	if err := j.begin(); err != nil {
		return fmt.Errorf("reprise: %s: %w", out, err)
	}
	for _, s := range []struct {
		name  string
		build func(beam.Scope) error
	}{
		{"read", j.read}, {"number", j.number}, {"group", j.group}, {"follow", j.follow}, {"index", j.index},
	} {
		if err := j.stage(s.name, s.build); err != nil {
			return fmt.Errorf("reprise: cluster: %s: %w", s.name, err)
		}
	}
	return nil
}

// work is where stages keep what they hand on.
func (j *job) work() string { return j.out + "/work" }

// begin notes what collection this is, so that a run that goes on is of the same.
func (j *job) begin() error {
	sum := sha256.New()
	fmt.Fprintln(sum, j.Shards)
	for _, name := range j.files {
		system, err := filesystem.New(j.ctx, name)
		if err != nil {
			return err
		}
		size, err := system.Size(j.ctx, name)
		system.Close()
		if err != nil {
			return err
		}
		fmt.Fprintln(sum, name, size)
	}
	mark := hex.EncodeToString(sum.Sum(nil)) + "\n"
	path := j.work() + "/collection"
	known, err := exists(j.ctx, path)
	if err != nil {
		return err
	}
	if !known {
		return write(j.ctx, path, []byte(mark))
	}
	before, err := contentOf(j.ctx, path)
	if err == nil && string(before) != mark {
		err = fmt.Errorf("holds the work of another collection, or of this one as it was: name another folder, or remove it")
	}
	return err
}

// stage runs a pipeline, unless it is done.
func (j *job) stage(name string, build func(beam.Scope) error) error {
	done := j.work() + "/" + name + ".done"
	is, err := exists(j.ctx, done)
	if err != nil || is {
		j.Done(name, is)
		return err
	}
	p, s := beam.NewPipelineWithRoot()
	if err := build(s); err != nil {
		return err
	}
	if _, err := beam.Run(j.ctx, j.Runner, p); err != nil {
		return err
	}
	if err := write(j.ctx, done, []byte("done\n")); err != nil {
		return err
	}
	j.Done(name, false)
	return nil
}

// shards are the lines that a stage wrote.
func (j *job) shards(s beam.Scope, stage string) (beam.PCollection, error) {
	var names []string
	for n := range j.Shards {
		name := shardName(j.work(), stage, n, j.Shards)
		there, err := exists(j.ctx, name)
		if err != nil {
			return beam.PCollection{}, err
		}
		if there {
			names = append(names, name)
		}
	}
	if len(names) == 0 {
		return beam.PCollection{}, fmt.Errorf("nothing of stage %s is left in %s", stage, j.work())
	}
	return beam.ParDo(s, &linesFn{}, beam.Reshuffle(s, beam.CreateList(s, names))), nil
}

// keep writes lines into the shards of a stage, in the order of their keys.
func (j *job) keep(s beam.Scope, out, stage string, lines beam.PCollection) {
	beam.ParDo0(s, &writeFn{Out: out, Stage: stage, Of: j.Shards}, beam.GroupByKey(s, lines))
}
