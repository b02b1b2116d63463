package cluster

import (
	"cmp"
	"context"
	"slices"

	"github.com/apache/beam/sdks/v2/go/pkg/beam"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/register"

	"reprise/library"
	"reprise/read"
	"reprise/read/pdf"
)

func init() {
	register.DoFn3x1[context.Context, string, func(int, []byte), error](&readFn{})
	register.DoFn2x1[[]byte, func(string, []byte), error](&byContentFn{})
	register.DoFn3x1[string, func(*[]byte) bool, func(string, []byte), error](&onceFn{})
	register.Function2x2(nameOnly)
	register.DoFn3x1[int, func(*string) bool, func(string, []byte), error](&rankFn{})
	register.DoFn4x1[string, func(*[]byte) bool, func(*[]byte) bool, func(int, []byte), error](&numberFn{})
	register.Iter1[string]()
}

// read reads the files whose shard is not there yet.
func (j *job) read(s beam.Scope) error {
	there := make([]bool, j.Shards)
	var err error
	for n := range there {
		if there[n], err = exists(j.ctx, shardName(j.work(), "read", n, j.Shards)); err != nil {
			return err
		}
	}
	var wanted []string
	for _, name := range j.files {
		if !there[shardOfName(name, j.Shards)] {
			wanted = append(wanted, name)
		}
	}
	if len(wanted) == 0 {
		beam.Impulse(s) // a pipeline is something
		return nil
	}
	names := beam.Reshuffle(s, beam.CreateList(s, wanted))
	j.keep(s, j.work(), "read", beam.ParDo(s, &readFn{Of: j.Shards}, names))
	return nil
}

// readFn reads a file.
type readFn struct {
	Of   int
	opts read.Options
}

// Setup makes the reader of PDF files, which is compiled once a worker, and only where
// there is one.
func (f *readFn) Setup() { f.opts = read.Options{PDF: pdf.NewEngine(pdf.Setup{})} }

func (f *readFn) ProcessElement(ctx context.Context, name string, emit func(int, []byte)) error {
	content, err := contentOf(ctx, name)
	if err != nil {
		return err // of the file system, which may answer the next time
	}
	emit(shardOfName(name, f.Of), packed(kept{name, packed(textOf(ctx, name, content, f.opts))}))
	return nil
}

// number keeps each text once and numbers the documents.
func (j *job) number(s beam.Scope) error {
	texts, err := j.shards(s, "read")
	if err != nil {
		return err
	}
	once := beam.ParDo(s, &onceFn{}, beam.GroupByKey(s, beam.ParDo(s, &byContentFn{}, texts)))
	// The names alone go through one pair of hands: a hundred bytes a document.
	ranks := beam.ParDo(s, &rankFn{}, beam.GroupByKey(s, beam.ParDo(s, nameOnly, once)))
	j.keep(s, j.work(), "number", beam.ParDo(s, &numberFn{Of: j.Shards}, beam.CoGroupByKey(s, once, ranks)))
	return nil
}

// byContentFn gives what could be read, by the hash of the document.
type byContentFn struct{}

func (*byContentFn) ProcessElement(line []byte, emit func(string, []byte)) error {
	t, err := unpacked[Text](line)
	if err == nil && t.Fault == "" {
		emit(t.Entry.Hash, line)
	}
	return err
}

// onceFn makes a document of the files that have one text, under the first of their names.
type onceFn struct{}

func (*onceFn) ProcessElement(_ string, next func(*[]byte) bool, emit func(string, []byte)) error {
	texts, err := all[Text](next)
	if err != nil {
		return err
	}
	n := numberedOf(texts)
	emit(n.Text.Name, packed(n))
	return nil
}

// numberedOf joins texts of one hash; its number is still to come.
func numberedOf(texts []Text) Numbered {
	slices.SortFunc(texts, func(a, b Text) int { return cmp.Compare(a.Name, b.Name) })
	n := Numbered{Text: texts[0], Files: []library.File{}}
	for _, t := range texts {
		n.Files = append(n.Files, t.Entry.File)
	}
	return n
}

func nameOnly(name string, _ []byte) (int, string) { return 0, name }

// rank is the number of a document among all.
type rank struct{ Number, Total int64 }

// rankFn numbers the names.
type rankFn struct{}

func (*rankFn) ProcessElement(_ int, next func(*string) bool, emit func(string, []byte)) error {
	var names []string
	var name string
	for next(&name) {
		names = append(names, name)
	}
	slices.Sort(names)
	for i, name := range names {
		emit(name, packed(rank{int64(i + 1), int64(len(names))}))
	}
	return nil
}

// numberFn gives a document its number.
type numberFn struct{ Of int }

func (f *numberFn) ProcessElement(_ string, documents, ranks func(*[]byte) bool, emit func(int, []byte)) error {
	ns, err := all[Numbered](documents)
	if err != nil {
		return err
	}
	rs, err := all[rank](ranks)
	if err != nil {
		return err
	}
	for _, n := range ns {
		n.ID = rs[0].Number
		emit(shardOfNumber(n.ID, rs[0].Total, f.Of), packed(kept{byNumber(n.ID), packed(n)}))
	}
	return nil
}
