package cluster

import (
	"bytes"
	"context"
	"flag"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/apache/beam/sdks/v2/go/pkg/beam"
	_ "github.com/apache/beam/sdks/v2/go/pkg/beam/runners/prism"

	"reprise/library"
	"reprise/library/store"
	"reprise/read"
)

// runsInto makes this program run the pipelines, until it is killed: a collection, the
// folder to write to, and how long a series is spread from.
const runsInto = "REPRISE_TEST_CLUSTER"

func TestMain(m *testing.M) {
	flag.Parse()
	beam.Init()
	if where := os.Getenv(runsInto); where != "" {
		from, out, _ := strings.Cut(where, "\n")
		if err := Run(context.Background(), from, out, Options{Shards: 4, Spread: 3}); err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(1)
		}
		os.Exit(0)
	}
	os.Exit(m.Run())
}

// collection is the specimen series in several formats and languages, with made texts.
func collection(t *testing.T) string {
	t.Helper()
	folder := t.TempDir()
	put := func(name, text string) {
		path := filepath.Join(folder, name)
		if err := os.MkdirAll(filepath.Dir(path), 0o777); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	for _, pattern := range []string{"*.md", "*.txt"} {
		files, err := filepath.Glob(filepath.Join("..", "testdata", "specimen", pattern))
		if err != nil || len(files) == 0 {
			t.Fatal("no specimens", err)
		}
		for _, f := range files {
			content, err := os.ReadFile(f)
			if err != nil {
				t.Fatal(err)
			}
			put(filepath.Base(f), string(content))
		}
	}
	for _, language := range []string{"ar", "zh"} { // of the symbols of the others
		for _, n := range []string{"200_41", "202_38", "204_52"} {
			content, err := os.ReadFile(filepath.Join("..", "testdata", "specimen-"+language, "A_RES_"+n+".md"))
			if err != nil {
				t.Fatal(err)
			}
			put(language+"/"+n+".md", string(content))
		}
	}
	for n := range 12 { // a long series
		put(fmt.Sprintf("wells/%02d.txt", n), wells(n))
	}
	put("wells/copy.txt", wells(5))
	put("wells/retitled.txt", strings.Replace(wells(5), "Wells of the", "The wells of the", 1))
	put("other/broken.docx", "no Word file")
	put("other/empty.txt", "")
	return folder
}

// wells is a version of a made series: from one to the next a clause comes and one goes.
func wells(n int) string {
	var b strings.Builder
	fmt.Fprintf(&b, "A/RES/%d/9\n\nResolution adopted by the General Assembly on 3 December %d\n\n%d/9. Wells of the high moor\n\nThe General Assembly,\n\n", 201+n, 2146+n, 201+n)
	if n > 0 {
		fmt.Fprintf(&b, "Recalling its resolution %d/9 of 3 December %d,\n\n", 200+n, 2145+n)
	}
	for k := n; k < n+8; k++ {
		fmt.Fprintf(&b, "%d. Requests the keepers of well %d to draw water on the %dth morning of frost, and to tell the parish of moor %d what they found in the bucket;\n\n", k-n+1, k, k%7+4, k*3)
	}
	return b.String()
}

// written is all that a run wrote, without what its stages kept.
func written(t *testing.T, out string) []byte {
	t.Helper()
	files, err := filepath.Glob(filepath.Join(out, "*.jsonl"))
	if err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	for _, f := range files {
		content, err := os.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		fmt.Fprintf(&b, "== %s\n%s", filepath.Base(f), content)
	}
	return b.Bytes()
}

// same fails at the first line in which two runs differ.
func same(t *testing.T, got, want []byte) {
	t.Helper()
	a, b := bytes.Split(got, []byte("\n")), bytes.Split(want, []byte("\n"))
	for i := range min(len(a), len(b)) {
		if !bytes.Equal(a[i], b[i]) {
			t.Fatalf("line %d:\n%.600s\nwant\n%.600s", i+1, a[i], b[i])
		}
	}
	if len(a) != len(b) {
		t.Fatalf("%d lines, want %d", len(a), len(b))
	}
}

// Law 5: the bytes of Run are those of One, whether a long series is spread or not.
func TestSameBytesAsOnOneMachine(t *testing.T) {
	from := collection(t)
	one := t.TempDir()
	if err := One(t.Context(), from, one, Options{Shards: 4}); err != nil {
		t.Fatal(err)
	}
	want := written(t, one)
	for _, part := range []string{"broken.docx", `"names":["` + from + `/wells/05.txt","` + from + `/wells/copy.txt"]`, "draw water"} {
		if !bytes.Contains(want, []byte(part)) {
			t.Errorf("nothing is said of %s", part)
		}
	}
	for _, spread := range []int{3, 1000} {
		out := t.TempDir()
		if err := Run(t.Context(), from, out, Options{Shards: 4, Spread: spread}); err != nil {
			t.Fatal(err)
		}
		same(t, written(t, out), want)
	}
}

// A run that is killed at any moment goes on where it was, and gives the same bytes.
func TestKilledRunsGoOn(t *testing.T) {
	from := collection(t)
	one, out := t.TempDir(), t.TempDir()
	if err := One(t.Context(), from, one, Options{Shards: 4}); err != nil {
		t.Fatal(err)
	}
	rng := rand.New(rand.NewPCG(1, 2))
	for range 8 {
		run := exec.Command(os.Args[0])
		run.Env = append(os.Environ(), runsInto+"="+from+"\n"+out)
		if err := run.Start(); err != nil {
			t.Fatal(err)
		}
		time.Sleep(time.Duration(rng.IntN(900)) * time.Millisecond)
		run.Process.Kill() // fails where it is through
		run.Wait()
	}
	var again []string
	if err := Run(t.Context(), from, out, Options{Shards: 4, Spread: 3, Done: func(stage string, was bool) {
		if was {
			again = append(again, stage)
		}
	}}); err != nil {
		t.Fatal(err)
	}
	t.Logf("done before the last run: %v", again)
	same(t, written(t, out), written(t, one))
}

func TestAnotherCollectionIsRefused(t *testing.T) {
	from, out := collection(t), t.TempDir()
	if err := Run(t.Context(), from, out, Options{Shards: 4}); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(from, "new.txt"), []byte(wells(30)), 0o666); err != nil {
		t.Fatal(err)
	}
	if err := Run(t.Context(), from, out, Options{Shards: 4}); err == nil || !strings.Contains(err.Error(), "another collection") {
		t.Errorf("got %v", err)
	}
	if err := Run(t.Context(), t.TempDir(), out, Options{}); err == nil || !strings.Contains(err.Error(), "no texts") {
		t.Errorf("got %v", err)
	}
}

// What is loaded is the library that adding the same files makes.
func TestLoadedLibraryIsTheSame(t *testing.T) {
	from, out := collection(t), t.TempDir()
	opts := Options{Shards: 4, Spread: 3}
	if err := Run(t.Context(), from, out, opts); err != nil {
		t.Fatal(err)
	}
	loaded, added := opened(t), opened(t)
	for range 2 { // the second time all is known
		if err := Load(t.Context(), out, opts, loaded); err != nil {
			t.Fatal(err)
		}
	}
	names, err := list(t.Context(), from)
	if err != nil {
		t.Fatal(err)
	}
	l := library.New(added)
	for _, name := range names {
		content, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		d, err := read.Open(t.Context(), name, content, read.Options{})
		if err != nil {
			continue
		}
		if err := l.Add(t.Context(), []library.Item{{Name: name, Content: content, Document: d}}, nil); err != nil {
			t.Fatal(err)
		}
	}
	if err := l.Sort(t.Context(), nil); err != nil {
		t.Fatal(err)
	}
	same(t, []byte(told(t, loaded)), []byte(told(t, added)))
}

func opened(t *testing.T) *store.Store {
	t.Helper()
	s, err := store.Open(t.Context(), t.TempDir(), store.Create)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.Close() })
	return s
}

// told is all that a library knows.
func told(t *testing.T, s *store.Store) string {
	t.Helper()
	records, err := s.Records(t.Context(), library.Which{})
	if err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	for _, r := range records {
		fmt.Fprintf(&b, "%+v\n", r)
		uses, err := s.Clauses(t.Context(), []int64{r.ID})
		if err != nil {
			t.Fatal(err)
		}
		for _, u := range uses {
			fmt.Fprintf(&b, "%+v\n", u)
		}
	}
	if strings.Count(b.String(), "\n") < 100 {
		t.Fatal("too little to tell")
	}
	return b.String()
}
