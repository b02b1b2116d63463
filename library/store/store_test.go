package store

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"reprise/internal/database"
	"reprise/internal/database/databasetest"
	"reprise/library"
	"reprise/read"
)

func opened(t *testing.T, where string) *library.Library {
	t.Helper()
	s, err := Open(t.Context(), where, Create)
	if err != nil {
		t.Fatal(err)
	}
	l := library.New(s)
	t.Cleanup(func() { l.Close() })
	return l
}

// itemOf reads a file of the specimen series.
func itemOf(t testing.TB, name string) library.Item {
	t.Helper()
	return itemAt(t, filepath.Join("..", "..", "testdata", "specimen", name))
}

func itemAt(t testing.TB, path string) library.Item {
	t.Helper()
	content, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return itemFrom(t, filepath.Base(path), string(content))
}

func itemFrom(t testing.TB, name, content string) library.Item {
	t.Helper()
	d, err := read.Open(t.Context(), name, []byte(content), read.Options{})
	if err != nil {
		t.Fatal(err)
	}
	return library.Item{Name: name, Content: []byte(content), Document: d}
}

func addTo(t *testing.T, l *library.Library, items ...library.Item) []library.Added {
	t.Helper()
	var out []library.Added
	if err := l.Add(t.Context(), items, func(_ library.Item, a library.Added) { out = append(out, a) }); err != nil {
		t.Fatal(err)
	}
	if err := l.Sort(t.Context(), nil); err != nil {
		t.Fatal(err)
	}
	return out
}

func sound(t *testing.T, l *library.Library) {
	t.Helper()
	faults, err := l.Check(t.Context(), nil)
	if err != nil || len(faults) > 0 {
		t.Errorf("check: %v, %q", err, faults)
	}
}

const anthem = `A/RES/211/7

Two-hundred-and-eleventh session

211/7. Anthem of the lamplighters

The General Assembly,

Recalling its resolution 210/29 of 4 December 2155,

1. Decides to sing on Tuesdays;

2. Requests the Secretary-General to report on the singing.
`

func TestTheSameTextIsKeptOnce(t *testing.T) {
	databasetest.Both(t, func(t *testing.T, where string) {
		l := opened(t, where)
		markdown, text := itemOf(t, "A_RES_204_52.md"), itemOf(t, "A_RES_204_52.txt")
		added := addTo(t, l, markdown, text, markdown)
		if !added[0].New || added[1].New || added[1].ID != added[0].ID || added[2] != added[1] {
			t.Errorf("added %+v, want one document", added)
		}
		files, err := l.Files(t.Context(), added[0].ID)
		if err != nil || len(files) != 2 {
			t.Fatalf("%d files, %v; want both", len(files), err)
		}
		for i, want := range []library.Item{markdown, text} {
			content, err := library.Unpack(files[i].Packed)
			if err != nil || string(content) != string(want.Content) || files[i].Name != want.Name {
				t.Errorf("file %s is not the one added: %v", files[i].Name, err)
			}
		}
		sound(t, l)
	})
}

func TestTextsOfOneSymbolAreKeptApart(t *testing.T) {
	databasetest.Both(t, func(t *testing.T, where string) {
		l := opened(t, where)
		added := addTo(t, l,
			itemFrom(t, "a.txt", anthem),
			itemFrom(t, "retitled.txt", strings.Replace(anthem, "Anthem of", "Songs of", 1)),
			itemFrom(t, "corrected.txt", strings.Replace(strings.Replace(anthem, "A/RES/211/7", "A/RES/211/7/Corr.1", 1), "Tuesdays", "Thursdays", 1)))
		for i, a := range added {
			if !a.New || a.ID != int64(i+1) {
				t.Errorf("added %+v, want three documents", added)
			}
		}
		records, err := l.Records(t.Context(), library.Which{})
		if err != nil {
			t.Fatal(err)
		}
		for _, r := range records {
			if r.Base != "A/RES/211/7" {
				t.Errorf("%s (%s) is not tied to the others: base %q", r.Symbol, r.Title, r.Base)
			}
		}
	})
}

func TestWhatIsAddedComesBackWhole(t *testing.T) {
	databasetest.Both(t, func(t *testing.T, where string) {
		l := opened(t, where)
		item := itemOf(t, "A_RES_210_29.md")
		added := addTo(t, l, item)
		d, err := l.Document(t.Context(), added[0].ID)
		if err != nil {
			t.Fatal(err)
		}
		if len(d.Clauses) != len(item.Document.Clauses) || d.Symbol != item.Document.Symbol || d.Adopted != item.Document.Adopted || len(d.Footnotes) != len(item.Document.Footnotes) {
			t.Errorf("the document that comes back is another")
		}
		for i, c := range d.Clauses {
			if c.ID != item.Document.Clauses[i].ID || c.Text != item.Document.Clauses[i].Text || c.Lead != item.Document.Clauses[i].Lead {
				t.Errorf("clause %s came back as %s", item.Document.Clauses[i].ID, c.ID)
			}
		}
	})
}

func TestRemoveTakesNothingElse(t *testing.T) {
	databasetest.Both(t, func(t *testing.T, where string) {
		l := opened(t, where)
		addTo(t, l, itemOf(t, "A_RES_208_33.md"), itemOf(t, "A_RES_210_29.md"), itemFrom(t, "a.txt", anthem))
		before, err := l.Stats(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		added := addTo(t, l, itemOf(t, "A_RES_206_47.md"))
		if err := l.Remove(t.Context(), []int64{added[0].ID}); err != nil {
			t.Fatal(err)
		}
		after, err := l.Stats(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		before.StoreBytes, after.StoreBytes = 0, 0
		if fmt.Sprint(before) != fmt.Sprint(after) {
			t.Errorf("adding and removing left\n%+v\nwhere there was\n%+v", after, before)
		}
		if err := l.Remove(t.Context(), []int64{99}); !errors.Is(err, library.ErrAbsent) {
			t.Errorf("removing what is not there: %v", err)
		}
		sound(t, l)
	})
}

// TestSeriesDoNotDependOnTheOrderOfAdding adds the series one by one, latest first,
// and all at once.
func TestSeriesDoNotDependOnTheOrderOfAdding(t *testing.T) {
	databasetest.Both(t, func(t *testing.T, where string) {
		names := []string{"A_RES_210_29.md", "A_RES_206_47.md", "A_RES_200_41.md", "A_RES_208_33.md", "A_RES_202_38.md", "A_RES_204_52.md"}
		one := opened(t, where)
		var items []library.Item
		for _, n := range names {
			items = append(items, itemOf(t, n))
			addTo(t, one, items[len(items)-1])
		}
		other := filepath.Join(t.TempDir(), "all at once")
		if database.IsServer(where) {
			other = databasetest.Schema(t)
		}
		all := opened(t, other)
		addTo(t, all, items...)
		a, b := lineagesIn(t, one), lineagesIn(t, all)
		if a != b {
			t.Errorf("one by one:\n%s\nall at once:\n%s", a, b)
		}
		if strings.Count(a, "\n") < 30 {
			t.Errorf("too little to tell: %s", a)
		}
	})
}

func lineagesIn(t *testing.T, l *library.Library) string {
	t.Helper()
	records, err := l.Records(t.Context(), library.Which{})
	if err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	for _, r := range records {
		for place := range r.Clauses {
			uses, err := l.Lines(t.Context(), []int64{library.LineageOf(r.ID, place)})
			if err != nil {
				t.Fatal(err)
			}
			for _, u := range uses {
				fmt.Fprintf(&b, "%s %s, ", u.Of.Symbol, u.Clause)
			}
			if len(uses) > 0 {
				b.WriteByte('\n')
			}
		}
	}
	return b.String()
}

func TestALibraryOfANewerVersionSaysSo(t *testing.T) {
	databasetest.Both(t, func(t *testing.T, where string) {
		s, err := Open(t.Context(), where, Create)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := s.Exec(s.In("INSERT INTO goose_db_version (version_id, is_applied) VALUES (?, ?)"), 9999, true); err != nil {
			t.Fatal(err)
		}
		s.Close()
		if _, err = Open(t.Context(), where, Existing); err == nil || !strings.Contains(err.Error(), "newer reprise") {
			t.Errorf("got %v", err)
		}
	})
}

// TestALibraryOfAnOlderVersionOpens begins with a database that has no tables yet,
// which is the oldest version there is.
func TestALibraryOfAnOlderVersionOpens(t *testing.T) {
	databasetest.Both(t, func(t *testing.T, where string) {
		if _, err := Open(t.Context(), where, Existing); !errors.Is(err, ErrNone) {
			t.Errorf("opening what is not there: %v", err)
		}
		l := opened(t, where)
		addTo(t, l, itemFrom(t, "a.txt", anthem))
		again, err := Open(t.Context(), where, Existing)
		if err != nil {
			t.Fatal(err)
		}
		defer again.Close()
		if records, err := again.Records(context.Background(), library.Which{}); err != nil || len(records) != 1 {
			t.Errorf("%d documents, %v", len(records), err)
		}
	})
}

func TestWhatIsNoLibrarySaysSo(t *testing.T) {
	folder := t.TempDir()
	if err := os.WriteFile(filepath.Join(folder, Name), []byte(strings.Repeat("no database ", 1000)), 0o644); err != nil {
		t.Fatal(err)
	}
	if _, err := Open(t.Context(), folder, Create); err == nil || !strings.Contains(err.Error(), "is no library") {
		t.Errorf("got %v", err)
	}
	if _, err := Open(t.Context(), "postgres://user:secret@127.0.0.1:1/none", Existing); err == nil || strings.Contains(err.Error(), "secret") {
		t.Errorf("got %v", err)
	}
}

// Where one text of a series has its accents apart, its clauses are still of the lineages
// of the others.
func TestAccentsApartAreOfOneSeries(t *testing.T) {
	databasetest.Both(t, func(t *testing.T, where string) {
		l := opened(t, where)
		earlier := strings.Replace(anthem, "singing", "singing in cafés", 1)
		later := strings.NewReplacer("211/7", "213/9", "210/29 of 4 December 2155", "211/7 of 9 December 2156", "é", "e\u0301").Replace(earlier)
		addTo(t, l, itemFrom(t, "a.txt", earlier), itemFrom(t, "b.txt", later))
		records, err := l.Records(t.Context(), library.Which{Unsorted: true})
		if err != nil || len(records) > 0 {
			t.Fatalf("%d documents are not sorted, %v", len(records), err)
		}
		if got := lineagesIn(t, l); !strings.Contains(got, "A/RES/211/7 op2, A/RES/213/9 op2") {
			t.Errorf("the clause with accents is in two lineages:\n%s", got)
		}
	})
}
