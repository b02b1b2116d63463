package main

import (
	"fmt"
	"maps"
	"os"
	"slices"
	"strings"

	"github.com/spf13/pflag"

	"reprise/resolution"
	"reprise/source"
)

// product is what a run shows, in some form.
type product string

// The products. The zero value is what a search in the library found.
const (
	foundClauses  product = ""
	comparison    product = "comparison"
	collection    product = "collection"    // of the comparisons of two folders
	amendmentText product = "amendment"     // the differences as an amendment
	compilation   product = "compilation"   // proposals side by side
	rollingText   product = "rolling text"  // proposals in one text
	readings      product = "readings"      // of a rolling text, against each other
	evolution     product = "evolution"     // of series, and what is looked up in them
	reading       product = "reading"       // how a text was read
	explanation   product = "explanation"   // of a link
	amendReport   product = "amend report"  // what amendments do
	proposalFiles product = "proposal text" // a rolling text taken apart
)

// asked is how a product was asked for, as a message says it.
var asked = map[product]string{
	collection: "for two folders", amendmentText: "with --view amendment", rollingText: "with --view rolling", readings: "with --view brackets",
	compilation: "on a compilation", explanation: "with --explain", amendReport: "with --check", proposalFiles: "with --apart",
}

// everyForm stands for all forms of a product.
const everyForm = "*"

var (
	all       = []string{everyForm}
	printed   = []string{"terminal"}
	inWord    = []string{"docx"}
	tracked   = []string{"docx/inline"}
	described = map[product][]string{comparison: inWord, amendmentText: inWord, compilation: inWord, rollingText: inWord} // have an author and a date
	compared  = map[product][]string{comparison: all, collection: all, amendmentText: all}
)

// heeders say of each flag which forms of which products heed it: "docx/table" is
// a form in one view of it, "docx/inline!no-comments" one that does where that other flag is
// not given. A flag that is not here is heeded by all. A test holds them against
// what the forms do.
var heeders = map[string]map[product][]string{
	"author":      described,
	"date":        described,
	"no-comments": {comparison: tracked},
	"move-style":  {comparison: tracked},
	"symbol":      {comparison: tracked},
	"title":       {comparison: tracked},
	"job":         {comparison: tracked},
	"color":       {comparison: printed, collection: printed, compilation: printed, readings: printed, evolution: printed, foundClauses: printed, reading: {"outline"}},
	"width":       {comparison: printed, collection: printed, compilation: printed, readings: printed, evolution: printed, foundClauses: printed, reading: {"outline"}, explanation: all},
	"context":     {comparison: printed},
	"summary":     {comparison: {"terminal", "markdown"}},
	"review":      {comparison: {"html", "docx/inline!no-comments", "docx/table"}},
	"only":        {comparison: {"terminal", "html", "markdown/inline", "markdown/table", "csv", "xlsx"}, collection: {"html", "csv", "xlsx"}},
	"say": {comparison: all, collection: all, compilation: all, readings: all, foundClauses: all, explanation: all, amendReport: all, proposalFiles: all,
		evolution: {"terminal", "html", "markdown", "csv-grid", "xlsx", "jsonl"}, reading: {"outline"}},
	"leads":     compared,
	"exit-code": {comparison: all, collection: all, amendmentText: all, readings: all},
	"partial":   {comparison: all, amendReport: all},
	"clean":     {comparison: all},

	"view side-by-side": {comparison: {"terminal", "html"}, collection: {"html"}},
	"view table":        {comparison: {"docx", "markdown"}, compilation: {"docx", "markdown"}},
	"view critic":       {comparison: {"markdown"}},
	"view rolling":      {rollingText: {"terminal", "markdown", "docx"}},
	"view amendment":    {amendmentText: all},
	"view brackets":     {readings: all},
}

// choosing are the flags that say what is shown: each output that does not heed
// one is told of. The others are for the output that has them.
var choosing = []string{"only", "review", "view side-by-side", "view table", "view critic"}

// warnOfIdleFlags says which flags of the command line do nothing for what is
// shown. A default of the user's own may idle in silence.
func (f *formFlags) warnOfIdleFlags(s surroundings, wanted []wantedOutput) {
	for _, key := range slices.Sorted(maps.Keys(heeders)) {
		name, value, _ := strings.Cut(key, " ")
		if !f.given(name) || value != "" && value != f.view {
			continue
		}
		var idle []string
		for _, o := range wanted {
			form := f.placed(o)
			if !f.heeds(key, o) && !slices.Contains(idle, form) {
				idle = append(idle, form)
			}
		}
		if len(idle) > 0 && (slices.Contains(choosing, key) || len(idle) == len(f.formsOf(wanted))) {
			tell(s.stderr, "warning: --"+key+" has no effect "+f.where(key, idle)+f.instead(key))
		}
	}
}

// given tells whether a flag was written on the command line.
func (f *formFlags) given(name string) bool { return isGiven(f.flags, name) }

func isGiven(flags *pflag.FlagSet, name string) bool { return flags != nil && flags.Changed(name) }

// heeds tells whether an output of this run in a form heeds a flag.
func (f *formFlags) heeds(key string, o wantedOutput) bool {
	if key == "color" && inFile(o) {
		return false // colours are for who reads at once
	}
	return slices.ContainsFunc(heeders[key][f.product], func(heeder string) bool {
		heeder, without, _ := strings.Cut(heeder, "!")
		if without != "" && f.given(without) {
			return false
		}
		own, view, _ := strings.Cut(heeder, "/")
		return own == everyForm || own == o.form && (view == "" || view == f.viewIn(o.form))
	})
}

// viewIn is the view that a form shows: it has the one that is asked for, or
// the one that all have.
func (f *formFlags) viewIn(form string) string {
	having := heeders["view "+f.view][f.product]
	if slices.Contains(having, form) || slices.Contains(having, everyForm) {
		return f.view
	}
	return defaultView
}

// inFile tells whether what is laid out for a terminal goes to a file.
func inFile(o wantedOutput) bool {
	return o.form == forms[0].name && o.name != "" && o.name != standardOutput
}

// placed names the form of an output, with its view where that is not the one that
// all have.
func (f *formFlags) placed(o wantedOutput) string {
	if inFile(o) {
		return o.form + " in a file"
	}
	if view := f.viewIn(o.form); f.product == comparison && view != defaultView {
		return o.form + " with --view " + view
	}
	return o.form
}

func (f *formFlags) formsOf(wanted []wantedOutput) []string {
	var out []string
	for _, o := range wanted {
		if form := f.placed(o); !slices.Contains(out, form) {
			out = append(out, form)
		}
	}
	return out
}

// where says on what a flag has no effect.
func (f *formFlags) where(key string, idle []string) string {
	if as := asked[f.product]; as != "" && !strings.HasPrefix(key, "view ") {
		return as
	}
	return "on " + strings.Join(idle, " and ")
}

// instead says what heeds a flag, among what the same command line could show.
func (f *formFlags) instead(key string) string {
	var names []string
	for _, heeder := range heeders[key][f.product] {
		heeder, _, _ = strings.Cut(heeder, "!")
		name, view, _ := strings.Cut(heeder, "/")
		said := func(other string) bool { return other == name || strings.HasPrefix(other, name+" ") }
		if !slices.Contains(f.offered, name) || slices.ContainsFunc(names, said) {
			continue
		}
		if view != "" && view != f.viewIn(name) {
			name += " with --view " + view
		}
		names = append(names, name)
	}
	if len(names) == 0 {
		return ""
	}
	return "; it is for " + strings.Join(names, ", ")
}

// showsAlone says what a run shows that has no forms, and which flags do
// nothing for it.
func (f *formFlags) showsAlone(s surroundings, p product) {
	f.product = p
	f.warnOfIdleFlags(s, []wantedOutput{{form: forms[0].name}})
}

// need is what a flag of the input wants among the inputs.
type need struct {
	words  string
	met    func(names []string) bool                   // by what they are called; nil for any
	readAs func(documents []*resolution.Document) bool // by what they are; nil for any
}

var (
	symbols      = need{words: "a symbol that is looked up", met: func(names []string) bool { return slices.ContainsFunc(names, isLookedUp) }}
	trackedFiles = need{words: "Word, OpenDocument, HTML and Markdown, which may have tracked changes", readAs: func(documents []*resolution.Document) bool {
		return slices.ContainsFunc(documents, func(d *resolution.Document) bool { return slices.Contains(revisable, d.Reading.Format) })
	}}
)

// revisable are the formats that can hold tracked changes.
var revisable = []string{"docx", "doc", "odt", "html", "markdown"}

// inputNeeds say of each flag of the input what it wants.
var inputNeeds = map[string]need{"offline": symbols, "refresh": symbols, "base": symbols, "library": symbols, "revisions": trackedFiles}

// isLookedUp tells whether a name is no file and no stream, so that only a
// library or the document service can know it.
func isLookedUp(name string) bool {
	_, err := os.Lstat(name)
	return err != nil && name != source.StandardInput
}

// warnOfIdleInputFlags says which flags of the input do nothing for these
// inputs, once they are read.
func (f *inputFlags) warnOfIdleInputFlags(s surroundings, names []string, documents []*resolution.Document) {
	for _, flag := range slices.Sorted(maps.Keys(inputNeeds)) {
		n := inputNeeds[flag]
		if slices.Contains(f.uses, flag) {
			continue
		}
		if isGiven(f.given, flag) && (n.met != nil && !n.met(names) || n.readAs != nil && !n.readAs(documents)) {
			tell(s.stderr, fmt.Sprintf("warning: --%s has no effect on these texts; it is for %s", flag, n.words))
		}
	}
}
