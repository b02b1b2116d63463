// Command reprise-cluster sorts a collection of resolutions into series and lineages on
// many machines:
//
//	reprise-cluster [-runner NAME ...] [-load LIBRARY] FROM OUT
//
// FROM is a folder, or a pattern of a file system that Beam knows ("gs://bucket/texts/*"),
// OUT a folder of the same kind. Without -runner all is done in this process, by Beam's
// prism. With -load the result is put into a library, a folder or postgres://..., which
// must be empty; with -one nothing of Beam is used. The flags of Beam's runners are those
// of https://beam.apache.org/documentation/runners/capability-matrix/ (docs/cluster.md).
package main

import (
	"context"
	"flag"
	"fmt"
	"os"
	"os/signal"

	"github.com/apache/beam/sdks/v2/go/pkg/beam"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/runners"
	_ "github.com/apache/beam/sdks/v2/go/pkg/beam/x/beamx" // every runner

	"reprise/cluster"
	"reprise/library/store"
)

func main() {
	shards := flag.Int("shards", cluster.DefaultShards, "files that each stage writes")
	spread := flag.Int("spread", cluster.DefaultSpread, "a series of more texts is linked in pairs, wherever there is room")
	one := flag.Bool("one", false, "one text after the other in this process, without Beam")
	load := flag.String("load", "", "put the result into this library: a folder, or postgres://...")
	flag.Parse()
	beam.Init() // a worker that a runner starts stays in here
	if flag.NArg() != 2 {
		fmt.Fprintln(os.Stderr, "usage: reprise-cluster [-runner NAME ...] [-load LIBRARY] FROM OUT")
		os.Exit(2)
	}
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	opts := cluster.Options{Runner: *runners.Runner, Shards: *shards, Spread: *spread, Done: said}
	if err := run(ctx, opts, *one, *load); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(2)
	}
}

func run(ctx context.Context, opts cluster.Options, one bool, load string) error {
	from, out := flag.Arg(0), flag.Arg(1)
	if one {
		return cluster.One(ctx, from, out, opts)
	}
	if err := cluster.Run(ctx, from, out, opts); err != nil || load == "" {
		return err
	}
	kept, err := store.Open(ctx, load, store.Create)
	if err != nil {
		return err
	}
	defer kept.Close()
	return cluster.Load(ctx, out, opts, kept)
}

func said(stage string, again bool) {
	what := "done"
	if again {
		what = "was done before"
	}
	fmt.Fprintf(os.Stderr, "%s: %s\n", stage, what)
}
