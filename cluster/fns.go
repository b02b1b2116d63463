package cluster

import (
	"cmp"
	"context"
	"fmt"
	"hash/fnv"
	"slices"
	"strconv"

	"github.com/apache/beam/sdks/v2/go/pkg/beam/register"
)

func init() {
	register.DoFn3x1[context.Context, string, func([]byte), error](&linesFn{})
	register.DoFn3x1[context.Context, int, func(*[]byte) bool, error](&writeFn{})
	register.Emitter1[[]byte]()
	register.Emitter2[int, []byte]()
	register.Emitter2[int64, []byte]()
	register.Emitter2[string, []byte]()
	register.Emitter2[string, int]()
	register.Emitter2[int64, int]()
	register.Iter1[[]byte]()
	register.Iter1[int]()
}

// linesFn gives the lines of a file.
type linesFn struct{}

func (*linesFn) ProcessElement(ctx context.Context, name string, emit func([]byte)) error {
	return lines(ctx, name, func(line []byte) error {
		emit(slices.Clone(line))
		return nil
	})
}

// kept is a line on its way into a file, with what it is sorted by there.
type kept struct {
	Key  string
	Line []byte
}

// writeFn writes a shard.
type writeFn struct {
	Out, Stage string
	Of         int
}

func (f *writeFn) ProcessElement(ctx context.Context, shard int, next func(*[]byte) bool) error {
	rows, err := all[kept](next)
	if err != nil {
		return err
	}
	return write(ctx, shardName(f.Out, f.Stage, shard, f.Of), inOrder(rows))
}

// inOrder is what a shard holds.
func inOrder(rows []kept) []byte {
	slices.SortFunc(rows, func(a, b kept) int { return cmp.Compare(a.Key, b.Key) })
	out := make([][]byte, len(rows))
	for i, r := range rows {
		out[i] = r.Line
	}
	return joined(out)
}

// byNumber is the key of what is sorted by a number.
func byNumber(n int64) string { return fmt.Sprintf("%020d", n) }

// shardOfName parts names evenly.
func shardOfName(name string, of int) int {
	h := fnv.New32a()
	h.Write([]byte(name))
	return int(h.Sum32() % uint32(of))
}

// shardOfNumber parts the numbers from 1 to total into runs.
func shardOfNumber(n, total int64, of int) int { return int((n - 1) * int64(of) / total) }

// shardOfHash parts hashes, which are hexadecimal, by their beginnings.
func shardOfHash(hash string, of int) int {
	n, _ := strconv.ParseUint(hash[:8], 16, 64) // our own hash
	return int(n * uint64(of) >> 32)
}
