package main

import (
	"bytes"
	"slices"
	"strings"
	"testing"
)

// TestFlagsWithoutEffect: of every flag that shapes what is shown, in every form
// and view of every product, either the result differs by it, or standard error
// says that it has no effect; never both, never neither.
func TestFlagsWithoutEffect(t *testing.T) {
	const old, new = "../../testdata/specimen/A_RES_202_38.md", "../../testdata/specimen/A_RES_204_52.md"
	base := wordBase(t, old)
	flags := map[string]string{
		"author": "Borduria", "date": "2151-05-05", "symbol": "A/C.2/204/L.7", "title": "Keeping of buoys", "job": "49-21000",
		"no-comments": "", "move-style": "deletions", "only": "substantive", "summary": "", "context": "1", "width": "50", "color": "always",
		"say": "fr", "review": "testdata/review.json",
	}
	// What heeds a flag and has nothing to show of it in these texts: nothing moves as a
	// whole between them, and blame says no word of its own in a terminal.
	unshown := func(args []string, form, flag string) bool {
		return flag == "move-style" || flag == "say" && args[0] == "blame" && form != "html"
	}
	for _, run := range []struct {
		name string
		args []string
	}{
		{"compare", []string{"compare", base, new}},
		{"compile", []string{"compile", old, "Borduria=" + new}},
		{"take", []string{"compile", old, "Borduria=" + new, "--take", "OP3=Borduria", "--take", "PP1=Borduria"}},
		{"series", []string{"series", old, new}},
		{"blame", []string{"blame", new, "--series", old}},
		{"history", []string{"history", "op6", "--series", old, new}},
		{"trace", []string{"trace", "lamps", "--series", old, new}},
		{"explain", []string{"compare", old, new, "--explain", "op1"}},
		{"parse", []string{"parse", old}},
	} {
		if testing.Short() && run.name != "compare" {
			continue
		}
		for _, form := range append([]string{"", "outline", "text"}, formNames()...) {
			for _, view := range []string{"", "side-by-side", "table", "critic", "rolling", "amendment"} {
				args := slices.Clone(run.args)
				if form != "" {
					args = append(args, "--format", form)
				}
				if view != "" {
					args = append(args, "--view", view)
				}
				plain, said, ok := shownBy(args)
				if !ok || view != "" && strings.Contains(said, "--view") {
					continue
				}
				for flag, value := range flags {
					arg := "--" + flag
					if value != "" {
						arg += "=" + value
					}
					got, told, ok := shownBy(append(args, arg))
					if !ok || unshown(args, form, flag) {
						continue
					}
					warned := strings.Contains(told, "--"+flag+" has no effect")
					if differs := got != plain; differs == warned {
						t.Errorf("%s %s: the result differs: %v; told: %q", strings.Join(args, " "), arg, differs, told)
					}
				}
			}
		}
	}
}

// shownBy runs a command line; false where it is refused.
func shownBy(args []string) (stdout, stderr string, ok bool) {
	var out, errs bytes.Buffer
	status := run(args, surroundings{stdout: &out, stderr: &errs, lookup: environment("")})
	return out.String(), errs.String(), status == exitDone
}

func formNames() []string {
	var names []string
	for _, f := range forms {
		names = append(names, f.name)
	}
	return names
}

// wordBase is a text as a Word file, which can be the base of a redline.
func wordBase(t *testing.T, name string) string {
	t.Helper()
	base := t.TempDir() + "/base.docx"
	if _, told, ok := shownBy([]string{"compare", name, name, "-o", base}); !ok {
		t.Fatal(told)
	}
	return base
}
