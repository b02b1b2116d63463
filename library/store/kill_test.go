package store

import (
	"bufio"
	"context"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"reprise/internal/database/databasetest"
	"reprise/library"
	"reprise/read"
)

// addsInto makes this program add documents to a library, one after the other, until
// it is killed; each is acknowledged by a line with its name.
const addsInto = "REPRISE_TEST_ADDS_INTO"

func TestMain(m *testing.M) {
	if where := os.Getenv(addsInto); where != "" {
		addForEver(where)
	}
	os.Exit(m.Run())
}

func addForEver(where string) {
	ctx := context.Background()
	s, err := Open(ctx, where, Create)
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	l := library.New(s)
	for n := 1; ; n += 3 {
		var items []library.Item
		for i := n; i < n+3; i++ {
			name := fmt.Sprintf("%d-%d.txt", os.Getpid(), i)
			content := strings.NewReplacer("211/7", fmt.Sprintf("211/%d", i), "Tuesdays", fmt.Sprintf("the %dth day of %d", i, os.Getpid())).Replace(anthem)
			d, err := read.Open(ctx, name, []byte(content), read.Options{})
			if err != nil {
				panic(err)
			}
			items = append(items, library.Item{Name: name, Content: []byte(content), Document: d})
		}
		if err := l.Add(ctx, items, func(i library.Item, _ library.Added) { fmt.Println(i.Name) }); err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(1)
		}
	}
}

// kills is how often the test kills; REPRISE_TEST_KILLS asks for more.
func kills(t *testing.T) int {
	if n, err := strconv.Atoi(os.Getenv("REPRISE_TEST_KILLS")); err == nil {
		return n
	}
	return 6
}

// TestKilledAtAnyMoment holds the promise of library add: what was acknowledged is
// there, whole, and nothing half.
func TestKilledAtAnyMoment(t *testing.T) {
	databasetest.Both(t, func(t *testing.T, where string) {
		acknowledged := map[string]bool{}
		random := rand.New(rand.NewPCG(18, 200))
		for n := range kills(t) {
			// Every other time it dies while it opens the library, or soon after.
			least, d := n%2, time.Duration(20+random.IntN(120))*time.Millisecond
			for _, name := range killedAfter(t, where, least, d) {
				acknowledged[name] = true
			}
		}
		l := opened(t, where)
		records, err := l.Records(t.Context(), library.Which{})
		if err != nil {
			t.Fatal(err)
		}
		there := map[string]bool{}
		for _, r := range records {
			for _, n := range r.Names {
				there[n] = true
			}
		}
		for name := range acknowledged {
			if !there[name] {
				t.Errorf("%s was acknowledged and is lost", name)
			}
		}
		if len(acknowledged) == 0 {
			t.Error("nothing was acknowledged: the test proves nothing")
		}
		t.Logf("%d acknowledged, %d there", len(acknowledged), len(there))
		sound(t, l)
	})
}

// killedAfter lets a process add for a while, once it has acknowledged the least of
// bytes, kills it, and gives what it acknowledged in whole lines.
func killedAfter(t *testing.T, where string, least int, d time.Duration) []string {
	t.Helper()
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	said := filepath.Join(t.TempDir(), "said")
	out, err := os.Create(said)
	if err != nil {
		t.Fatal(err)
	}
	defer out.Close()
	c := exec.Command(self)
	c.Env = append(os.Environ(), addsInto+"="+where)
	c.Stdout, c.Stderr = out, os.Stderr
	if err := c.Start(); err != nil {
		t.Fatal(err)
	}
	for deadline := time.Now().Add(time.Minute); time.Now().Before(deadline); time.Sleep(time.Millisecond) {
		if info, err := out.Stat(); err == nil && info.Size() >= int64(least) {
			break
		}
	}
	time.Sleep(d)
	c.Process.Kill()
	c.Wait()
	content, err := os.ReadFile(said)
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	lines := bufio.NewScanner(strings.NewReader(string(content[:strings.LastIndexByte(string(content), '\n')+1])))
	for lines.Scan() {
		names = append(names, lines.Text())
	}
	return names
}
