package align

import (
	"math"
	"os/exec"
	"regexp"
	"strings"
	"testing"
)

// TestModelReadsBack: the text form of a model is read back as it was.
func TestModelReadsBack(t *testing.T) {
	m, err := ParseModel(modelText)
	if err != nil {
		t.Fatal(err)
	}
	if m.String() != modelText {
		t.Error("the model that reprise comes with is written otherwise than it was read")
	}
}

func TestParseModelSaysWhereItFails(t *testing.T) {
	first := "link bias 1 0\n"
	for _, c := range []struct{ text, want string }{
		{"", `line 1: found the end, wanted "link", "bias"`},
		{first + "link words 1 0\n", `line 2: found "link words 1 0", wanted "link", "total", a weight and a mean`},
		{first + "link total much 0\n", `line 2: found "much", wanted a number`},
		{modelText + "more\n", `found "more", wanted no more`},
	} {
		if _, err := ParseModel(c.text); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%v, want %s", err, c.want)
		}
	}
}

func FuzzParseModel(f *testing.F) {
	f.Add(modelText)
	f.Add("link bias 1e300 NaN\n")
	f.Fuzz(func(t *testing.T, text string) {
		m, err := ParseModel(text)
		if err != nil {
			return
		}
		again, err := ParseModel(m.String())
		if err != nil || again.String() != m.String() {
			t.Fatalf("read back: %v", err)
		}
	})
}

func TestLogarithmAndExponential(t *testing.T) {
	for x := 1e-6; x < 1e6; x *= 1.37 {
		if got, want := ln(x), math.Log(x); math.Abs(got-want) > 1e-13*max(1, math.Abs(want)) {
			t.Errorf("ln(%v) = %v, want %v", x, got, want)
		}
	}
	for x := -30.0; x < 30; x += .37 {
		if got, want := exp(x), math.Exp(x); math.Abs(got-want) > 1e-12*want {
			t.Errorf("exp(%v) = %v, want %v", x, got, want)
		}
	}
}

// TestNoFusedArithmetic: the code made for a processor that can round a product
// and a sum in one step never does, so that links are the same on all.
func TestNoFusedArithmetic(t *testing.T) {
	if testing.Short() {
		t.Skip("a build for another processor")
	}
	build := exec.Command("go", "build", "-gcflags=-S", ".")
	build.Env = append(build.Environ(), "GOOS=linux", "GOARCH=arm64", "CGO_ENABLED=0")
	out, err := build.CombinedOutput()
	if err != nil {
		t.Fatalf("%v\n%.2000s", err, out)
	}
	fused := regexp.MustCompile(`(?m)^.*\((.*\.go:\d+)\)\s+FN?M(ADD|SUB)[DS]\b`)
	for _, hit := range fused.FindAllSubmatch(out, -1) {
		t.Errorf("%s: a product and a sum in one step", hit[1])
	}
}
