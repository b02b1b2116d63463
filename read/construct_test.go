package read

import (
	"flag"
	"fmt"
	"maps"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"unicode"

	"github.com/google/go-cmp/cmp"

	"reprise/internal/outside"
	"reprise/resolution"
)

// Law 1 on made files: what each format can hold is listed in docs/files.md, and the
// list is held against the code here. Each construct is made with words that no
// language has, each word once, so that none can be lost, doubled or put aside unseen.

// fate is what becomes of words in a file.
type fate int

// The fates.
const (
	isRead    fate = iota // in a clause or a footnote, once
	isAside               // in the furniture, which parse and the JSON show
	isSaid                // left out, and a warning says so
	isNone                // no text: programs that show such files do not show it either
	isRefused             // the file is refused in words
)

// construct is something that files of a format may hold. In what it makes, ◆ stands
// for a word that is read, 〃 for that word again, ◇ for one of the fate that it names,
// § for a number that nothing else in the file has, … for a place where other constructs may stand.
type construct struct {
	name string // as the list in docs/files.md has it
	of   string // what ◇ is, where ◆ stands beside it
	is   fate
	says string // the kind of the warning beside it, or words of the refusal
	made string
	part map[string]string // more that it makes, by where that goes
}

// becomes is the construct's cell in the list.
func (c construct) becomes() string {
	out := ""
	switch c.is {
	case isRead:
		out = "read"
	case isAside:
		out = "set aside"
	case isSaid:
		out = "left out"
	case isNone:
		out = "no text"
	case isRefused:
		return "the file is refused"
	}
	if c.says != "" {
		out += ", and said"
	}
	if c.of != "" {
		out = "read; " + c.of + ": " + out
	}
	return out
}

// kind is a format with its constructs.
type kind struct {
	name       string // as docs/files.md heads the list
	format     string // as Options has it
	suffix     string
	constructs []construct
	wrap       func(pieces []piece) []byte
	extract    func(t *testing.T, file string) string // all text of a file, by a program that is none of ours
}

// piece is a construct with its words filled in.
type piece struct {
	made        string
	part        map[string]string
	read, other map[string]string // words, and the constructs that they are of
	all         []construct
}

// mint makes words that no language has, and numbers, each once.
type mint struct{ n int }

func (m *mint) word() string {
	const consonants, vowels = "bdfgklmnprstvz", "aeiou"
	var b strings.Builder
	for n := m.n*7919 + 104729; b.Len() < 8; n /= len(consonants) * len(vowels) {
		i := n % (len(consonants) * len(vowels))
		b.WriteByte(consonants[i/len(vowels)])
		b.WriteByte(vowels[i%len(vowels)])
	}
	m.n++
	return b.String() + "k"
}

func (m *mint) number() string { m.n++; return strconv.Itoa(100 + m.n) }

// filled gives a construct its words, with pieces in its place for others.
func (m *mint) filled(c construct, within ...piece) piece {
	p := piece{part: map[string]string{}, read: map[string]string{}, other: map[string]string{}, all: []construct{c}}
	number, place, places := m.number(), 0, strings.Count(c.made, "…")
	last := ""
	fill := func(s string) string {
		var b strings.Builder
		for _, r := range s {
			switch r {
			case '◆', '◇':
				w := m.word()
				last = w
				if b.WriteString(w); r == '◆' {
					p.read[w] = c.name
				} else {
					p.other[w] = c.name
				}
			case '〃':
				b.WriteString(last)
			case '§':
				b.WriteString(number)
			case '…':
				for i, in := range within {
					if i%places == place {
						b.WriteString(in.made)
					}
				}
				place++
			default:
				b.WriteRune(r)
			}
		}
		return b.String()
	}
	p.made = fill(c.made)
	for _, name := range slices.Sorted(maps.Keys(c.part)) {
		p.part[fill(name)] = fill(c.part[name])
	}
	for _, in := range within {
		maps.Copy(p.read, in.read)
		maps.Copy(p.other, in.other)
		for name, part := range in.part {
			p.part[name] += part
		}
		p.all = append(p.all, in.all...)
	}
	return p
}

// parts joins what pieces add to a part.
func parts(pieces []piece, name string) string {
	var b strings.Builder
	for _, p := range pieces {
		b.WriteString(p.part[name])
	}
	return b.String()
}

// madeWord tells the words of a mint.
var madeWord = regexp.MustCompile(`^[a-z]{8}k$`)

// parted finds made words that another program runs together.
var parted = regexp.MustCompile(`[a-z]{8}k`)

// madeWords counts the made words of texts.
func madeWords(texts ...string) map[string]int {
	count := map[string]int{}
	for _, t := range texts {
		for _, w := range strings.FieldsFunc(t, func(r rune) bool { return !unicode.IsLetter(r) }) {
			if madeWord.MatchString(w) {
				count[w]++
			}
		}
	}
	return count
}

// inDocument counts the made words that are read, and those that are set aside.
func inDocument(d *resolution.Document) (read, aside map[string]int) {
	var texts, furniture []string
	for _, c := range d.Clauses {
		texts = append(texts, c.Label+" "+c.Text)
	}
	for _, n := range d.Footnotes {
		texts = append(texts, n.Mark+" "+n.Text)
	}
	for _, f := range d.Furniture {
		furniture = append(furniture, f.Text)
	}
	return madeWords(texts...), madeWords(furniture...)
}

// Each construct of each format becomes what docs/files.md says.
func TestConstructs(t *testing.T) {
	for _, k := range kinds() {
		for _, c := range k.constructs {
			t.Run(k.suffix+"/"+c.name, func(t *testing.T) {
				p := (&mint{}).filled(c)
				content := k.wrap([]piece{p})
				opts := constructOptions(k)
				if c.is == isRefused {
					opts.Format = ""
				}
				d, err := Open(t.Context(), "made."+k.suffix, content, opts)
				if c.is == isRefused {
					if err == nil || !strings.Contains(err.Error(), c.says) {
						t.Errorf("%v, want a refusal that says %q\n%s", err, c.says, p.made)
					}
					return
				}
				if err != nil {
					t.Fatalf("%v\n%s", err, p.made)
				}
				checkFates(t, p, d)
				if t.Failed() {
					t.Logf("made of\n%s\nread as\n%s", p.made, readOutline(d))
				}
			})
		}
	}
}

func constructOptions(k kind) Options {
	opts := tools
	if k.suffix == "txt" || k.suffix == "md" { // what follows may look like the other
		opts.Format = k.format
	}
	return opts
}

// checkFates holds a document to what its constructs say.
func checkFates(t *testing.T, p piece, d *resolution.Document) {
	t.Helper()
	read, aside := inDocument(d)
	for w, name := range p.read {
		if read[w] != 1 || aside[w] != 0 {
			t.Errorf("%s: %s is %d times read and %d times set aside, want it read once", name, w, read[w], aside[w])
		}
	}
	c := p.all[0]
	for w, name := range p.other {
		switch {
		case c.is == isAside && (read[w] != 0 || aside[w] == 0):
			t.Errorf("%s: %s is %d times read and %d times set aside, want it set aside", name, w, read[w], aside[w])
		case (c.is == isSaid || c.is == isNone) && read[w]+aside[w] != 0:
			t.Errorf("%s: %s is %d times read and %d times set aside, want it left out", name, w, read[w], aside[w])
		}
	}
	if c.says != "" && !slices.ContainsFunc(d.Reading.Warnings, func(w resolution.Warning) bool { return w.Kind.String() == c.says }) {
		t.Errorf("%s: no warning %q, but %v", c.name, c.says, d.Reading.Warnings)
	}
}

// REPRISE_GENERATED sets how many files of each format are made at random.
const generatedInCI = 6

// Law 1: nothing is lost in reading made files (Open). Constructs stand in each other
// and beside each other at random; every word that a program of somebody else finds in
// the file is read once, or set aside, or left out as its construct says.
func TestNothingIsLostInGeneratedFiles(t *testing.T) {
	count := generatedInCI
	if n, err := strconv.Atoi(os.Getenv("REPRISE_GENERATED")); err == nil {
		count = n
	}
	for _, k := range kinds() {
		t.Run(k.suffix, func(t *testing.T) {
			seen, all := 0, 0
			for seed := range count {
				p, content := generated(k, uint64(seed))
				d, err := Open(t.Context(), "made."+k.suffix, content, constructOptions(k))
				if err != nil {
					t.Errorf("file %d: %v", seed, err)
					continue
				}
				found := checkGenerated(t, k, seed, p, content, d)
				seen, all = seen+found, all+len(p.read)
			}
			t.Logf("%d files; of %d words that are read the other program finds %d", count, all, seen)
		})
	}
}

// generated is a file of constructs at random.
func generated(k kind, seed uint64) (piece, []byte) {
	r := rand.New(rand.NewPCG(seed, 12))
	m := &mint{}
	var pieces []piece
	for range 4 + r.IntN(12) {
		pieces = append(pieces, nested(k, r, m, 3))
	}
	all := piece{read: map[string]string{}, other: map[string]string{}}
	for _, p := range pieces {
		maps.Copy(all.read, p.read)
		maps.Copy(all.other, p.other)
		all.all = append(all.all, p.all...)
	}
	return all, k.wrap(pieces)
}

// nested is a construct with others in it, some deep.
func nested(k kind, r *rand.Rand, m *mint, deep int) piece {
	for {
		c := k.constructs[r.IntN(len(k.constructs))]
		if c.is == isRefused || c.part["alone"] != "" {
			continue
		}
		var within []piece
		if strings.Contains(c.made, "…") && deep > 0 {
			for range r.IntN(3) {
				within = append(within, nested(k, r, m, deep-1))
			}
		}
		return m.filled(c, within...)
	}
}

// checkGenerated holds a document to the words that a program of somebody else finds
// in its file. It gives how many of the words that are read that program found.
func checkGenerated(t *testing.T, k kind, seed int, p piece, content []byte, d *resolution.Document) int {
	t.Helper()
	read, aside := inDocument(d)
	var found map[string]int
	if k.extract != nil && !testing.Short() {
		file := filepath.Join(t.TempDir(), "made."+k.suffix)
		if err := os.WriteFile(file, content, 0o644); err != nil {
			t.Fatal(err)
		}
		found = madeWords(parted.ReplaceAllString(k.extract(t, file), "$0 "))
	}
	seen, faults := 0, 0
	fault := func(format string, args ...any) {
		if faults++; faults < 4 {
			t.Errorf("file %d: %s", seed, fmt.Sprintf(format, args...))
		}
	}
	for _, w := range slices.Sorted(maps.Keys(p.read)) {
		if read[w]+aside[w] != 1 {
			fault("%s: %s is %d times read and %d times set aside; the other program finds it %d times", p.read[w], w, read[w], aside[w], found[w])
		}
		if found[w] > 0 {
			seen++
		}
	}
	for w := range found {
		if _, known := p.other[w]; !known && read[w]+aside[w] == 0 {
			fault("%s is lost", w)
		}
	}
	if faults > 0 && os.Getenv("REPRISE_KEEP") != "" {
		os.WriteFile(filepath.Join(os.Getenv("REPRISE_KEEP"), fmt.Sprintf("%d.%s", seed, k.suffix)), content, 0o644)
	}
	return seen
}

// outputOf runs a program of somebody else on a file.
func outputOf(t *testing.T, name string, args ...string) string {
	t.Helper()
	outside.Program(t, name)
	out, err := exec.CommandContext(t.Context(), name, args...).Output()
	if err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	return string(out)
}

var updateConstructs = flag.Bool("update-constructs", false, "rewrite the lists of constructs in docs/files.md")

// The lists of constructs in docs/files.md stand between these lines.
const (
	constructsBegin = "<!-- constructs: go test ./read -run TestConstructsAreDocumented -update-constructs -->\n"
	constructsEnd   = "<!-- end of constructs -->\n"
)

// The lists in docs/files.md are those that are tested.
func TestConstructsAreDocumented(t *testing.T) {
	const name = "../docs/files.md"
	page, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	head, rest, ok := strings.Cut(string(page), constructsBegin)
	old, tail, ok2 := strings.Cut(rest, constructsEnd)
	if !ok || !ok2 {
		t.Fatalf("%s: no lists between %q and %q", name, constructsBegin, constructsEnd)
	}
	var b strings.Builder
	for _, k := range kinds() {
		fmt.Fprintf(&b, "\n### %s\n\n| construct | becomes |\n|---|---|\n", k.name)
		for _, c := range k.constructs {
			fmt.Fprintf(&b, "| %s | %s |\n", strings.ReplaceAll(c.name, "|", `\|`), c.becomes())
		}
	}
	b.WriteString("\n")
	if *updateConstructs {
		if err := os.WriteFile(name, []byte(head+constructsBegin+b.String()+constructsEnd+tail), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	if diff := cmp.Diff(old, b.String()); diff != "" {
		t.Error(diff)
	}
}
