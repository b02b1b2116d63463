package diff

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/sergi/go-diff/diffmatchpatch"

	"reprise/diff/redline"
	"reprise/internal/lexicon"
	"reprise/internal/token"
	"reprise/resolution"
)

// quality is how a redline reads, added up over clauses.
type quality struct {
	clauses, hunks, islands, broken int
}

// measure counts the hunks of a clause's edits, the islands between them (kept
// runs of stop words and marks alone) and the atoms that an edit cuts.
func (q *quality) measure(old, new string, edits []Edit) {
	q.clauses++
	inHunk := false
	for i, e := range edits {
		if e.Op == Equal {
			inHunk = false
			if i > 0 && i+1 < len(edits) && isIsland(e.Text) {
				q.islands++
			}
			continue
		}
		if !inHunk {
			q.hunks++
		}
		inHunk = true
	}
	q.broken += brokenAtoms(old, edits, Insert) + brokenAtoms(new, edits, Delete)
}

func isIsland(text string) bool {
	for _, u := range redline.Units(text, lexicon.OrDefault("en")) {
		if u.Anchor() {
			return false
		}
	}
	return true
}

// brokenAtoms counts the atoms of one side that an edge of an edit cuts.
func brokenAtoms(text string, edits []Edit, other Op) int {
	edges := map[int]bool{}
	at := 0
	for _, e := range edits {
		if e.Op != other {
			at += len(e.Text)
			edges[at] = true
		}
	}
	n := 0
	for _, t := range token.Split(text, lexicon.OrDefault("en")) {
		if t.Kind == token.Space || t.Kind == token.Punct {
			continue
		}
		for i := t.At + 1; i < t.At+len(t.Text); i++ {
			if edges[i] {
				n++
				break
			}
		}
	}
	return n
}

// rewordings are the gold's clauses that were linked one to one and reworded.
func rewordings(t testing.TB) [][2]string {
	var out [][2]string
	for _, p := range goldPairs(t) {
		for _, g := range p.Groups {
			if g.Certain && len(g.Old) == 1 && len(g.New) == 1 {
				old := resolution.Normalise(p.OldParagraphs[g.Old[0]].Text)
				new := resolution.Normalise(p.NewParagraphs[g.New[0]].Text)
				if old != new {
					out = append(out, [2]string{old, new})
				}
			}
		}
	}
	return out
}

// Redlines on real rewordings, beside those of other tools. An island is an
// unchanged run of stop words or marks between two edits.
func TestRedlinesOnGold(t *testing.T) {
	pairs := rewordings(t)
	ours := quality{}
	for _, p := range pairs {
		ours.measure(p[0], p[1], Words(p[0], p[1]))
	}
	report(t, "reprise", ours)
	if float64(ours.islands) >= 0.15*float64(ours.clauses) || ours.broken > 0 {
		t.Error("wanted fewer than 0.15 islands a clause and no broken atoms")
	}
	for _, tool := range []struct {
		name string
		run  func(testing.TB, string, string) []Edit
	}{{"go-diff, characters, semantic clean-up", characters}, {"wdiff", wdiff}, {"git diff --word-diff", gitWords}} {
		if testing.Short() {
			break
		}
		var q quality
		for _, p := range pairs {
			edits := tool.run(t, p[0], p[1])
			if edits == nil {
				t.Logf("%s is not here: not compared", tool.name)
				break
			}
			q.measure(p[0], p[1], edits)
		}
		report(t, tool.name, q)
	}
}

func report(t testing.TB, name string, q quality) {
	if q.clauses > 0 {
		n := float64(q.clauses)
		t.Logf("%-40s %d clauses: %.2f hunks, %.2f islands a clause, %d broken atoms", name, q.clauses, float64(q.hunks)/n, float64(q.islands)/n, q.broken)
	}
}

// characters is go-diff as it is mostly used.
func characters(_ testing.TB, old, new string) []Edit {
	d := diffmatchpatch.New()
	d.DiffTimeout = 0
	var out []Edit
	for _, e := range d.DiffCleanupSemantic(d.DiffMain(old, new, false)) {
		op := map[diffmatchpatch.Operation]Op{diffmatchpatch.DiffDelete: Delete, diffmatchpatch.DiffInsert: Insert, diffmatchpatch.DiffEqual: Equal}[e.Type]
		out = append(out, Edit{Op: op, Text: e.Text})
	}
	return out
}

func wdiff(t testing.TB, old, new string) []Edit {
	return external(t, old, new, "wdiff")
}

func gitWords(t testing.TB, old, new string) []Edit {
	return external(t, old, new, "git", "diff", "--no-index", "--word-diff=plain", "--unified=0")
}

// external runs a tool that marks deletions [-so-] and insertions {+so+}; nil
// where it is not installed.
func external(t testing.TB, old, new string, command ...string) []Edit {
	if _, err := exec.LookPath(command[0]); err != nil {
		return nil
	}
	dir := t.TempDir()
	a, b := filepath.Join(dir, "old"), filepath.Join(dir, "new")
	os.WriteFile(a, []byte(old+"\n"), 0o600)
	os.WriteFile(b, []byte(new+"\n"), 0o600)
	out, _ := exec.Command(command[0], append(command[1:], a, b)...).Output()
	text := string(out)
	if command[0] == "git" {
		if i := strings.LastIndex(text, "@@\n"); i >= 0 {
			text = text[i+3:]
		}
	}
	return unmark(strings.TrimRight(text, "\n"))
}

// unmark reads edits from marked text.
func unmark(text string) []Edit {
	var out []Edit
	for text != "" {
		op, end := Equal, len(text)
		switch {
		case strings.HasPrefix(text, "[-"):
			op = Delete
		case strings.HasPrefix(text, "{+"):
			op = Insert
		}
		if op != Equal {
			closing := map[Op]string{Delete: "-]", Insert: "+}"}[op]
			n := strings.Index(text, closing)
			if n < 0 {
				return out
			}
			out = append(out, Edit{Op: op, Text: text[2:n]})
			text = text[n+2:]
			if op == Delete && strings.HasPrefix(text, " {+") {
				text = text[1:] // wdiff's own blank
			}
			continue
		}
		for _, open := range []string{"[-", "{+"} {
			if n := strings.Index(text, open); n >= 0 {
				end = min(end, n)
			}
		}
		out = append(out, Edit{Op: Equal, Text: text[:end]})
		text = text[end:]
	}
	return out
}
