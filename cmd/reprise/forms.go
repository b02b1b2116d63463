package main

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"reprise/internal/imprint"
	"reprise/report"
	"reprise/report/data"
	"reprise/report/page"
	"reprise/report/table"
	"reprise/report/terminal"
	"reprise/report/word"
)

// formFlags say in which forms a result is shown, where, and how.
type formFlags struct {
	form    string   // --format; "" the terminal, or what the name after -o implies
	names   []string // -o, repeated
	only    string
	summary string  // "", firstPoints or allPoints
	product product // what is shown
	view    string
	views   []report.View // that the command has; nil for inline alone
	color   string
	say     string // language of what is said; "" for that of the texts
	width   int
	context int
	word    wordFlags
	beside  []wantedOutput // what is written beside the outputs: the pages of a folder
	flags   *pflag.FlagSet // of the command, to tell what was given
	offered []string       // names of the forms that the command has
}

// How many unchanged clauses stand on each side of a change in the terminal;
// further ones are folded to one line.
const (
	defaultContext = 0
	allContext     = -1
)

// What --summary asks for: firstPoints without a value.
const (
	firstPoints = "first"
	allPoints   = "all"
)

// defaultView is the view of what has no flag for it.
const defaultView = "inline"

// viewUse says in a word or two what a view is for.
var viewUse = map[report.View]string{
	report.Inline: "all forms", report.SideBySide: "terminal and page", report.Table: "Word and Markdown", report.Critic: "Markdown: the whole text with marks",
	report.Rolling: "one text with brackets", report.Amendment: "the differences as an amendment to OLD",
	report.Brackets: "two readings of a rolling text by clause and bracket",
}

// add adds the flags that every command with several forms has.
func (f *formFlags) add(c *cobra.Command, forms []string) {
	flags := c.Flags()
	f.flags, f.offered = flags, forms
	flags.StringVar(&f.form, "format", "", "form of the output: "+strings.Join(forms, ", ")+" (default terminal)")
	flags.StringArrayVarP(&f.names, "output", "o", nil, "write to this file, in the form that its name implies; may be repeated (- is standard output)")
	c.RegisterFlagCompletionFunc("format", cobra.FixedCompletions(forms, cobra.ShellCompDirectiveNoFileComp))
	f.addLook(c)
}

// addLook adds the flags of what is printed.
func (f *formFlags) addLook(c *cobra.Command) {
	f.view = defaultView
	c.Flags().StringVar(&f.color, "color", "auto", "colour: auto, always or never")
	addSay(c, &f.say)
	addWidth(c, &f.width)
}

// addViews adds the flags that choose among the changes of a comparison and
// its views beside inline.
func (f *formFlags) addViews(c *cobra.Command, views ...report.View) {
	f.product = comparison
	f.views = append([]report.View{report.Inline}, views...)
	var names, about []string
	for _, v := range f.views {
		names = append(names, v.String()+"\t"+viewUse[v])
		about = append(about, v.String()+" ("+viewUse[v]+")")
	}
	flags := c.Flags()
	flags.StringVar(&f.only, "only", "", "substantive: list those changes only; the rest is counted")
	flags.StringVar(&f.summary, "summary", "", "terminal and Markdown: the counts and the first points alone, or (=all) every point")
	flags.Lookup("summary").NoOptDefVal = firstPoints
	flags.StringVar(&f.view, "view", defaultView, strings.Join(about, ", "))
	c.RegisterFlagCompletionFunc("view", cobra.FixedCompletions(names, cobra.ShellCompDirectiveNoFileComp))
	f.context = defaultContext
	flags.Var(number{&f.context, allContext}, "context", "unchanged clauses shown on each side of a change; -1 shows all")
}

// form is one way to show a result: a comparison, series, or both.
type form struct {
	name     string
	suffixes []string       // of file names that imply it
	binary   bool           // never to be written to a terminal
	imprint  string         // a last line that tells who wrote it, where the form has no other place for it
	renderer func(look) any // a report.Renderer, a report.SeriesRenderer, or whatever else a command asks for
}

// look is what the flags and the terminal say about how a form looks.
type look struct {
	view    report.View
	scope   report.Scope
	detail  report.Detail
	color   bool
	say     string
	width   int
	context int
	word    word.Docx // its view apart
}

// forms are all forms of a comparison; the first is the default.
var forms = []form{
	{name: "terminal", suffixes: []string{".txt"}, imprint: imprint.Text, renderer: func(l look) any {
		return terminal.Form{Width: l.width, Colour: l.color, View: l.view, Only: l.scope, Context: l.context, Say: l.say, Detail: l.detail}
	}},
	{name: "html", suffixes: []string{".html", ".htm"}, renderer: func(l look) any {
		return page.HTML{View: l.view, Only: l.scope, Say: l.say}
	}},
	{name: "markdown", suffixes: []string{".md", ".markdown"}, imprint: imprint.Markdown, renderer: func(l look) any {
		return table.Markdown{View: l.view, Only: l.scope, Say: l.say, Detail: l.detail}
	}},
	{name: "csv", suffixes: []string{".csv"}, renderer: func(l look) any { return table.CSV{Only: l.scope, Say: l.say} }},
	{name: "csv-grid", suffixes: []string{".grid.csv"}, renderer: func(l look) any { return table.SeriesGrid{Say: l.say} }},
	{name: "csv-counts", suffixes: []string{".counts.csv"}, renderer: func(look) any { return table.SeriesCounts{} }},
	{name: "json", suffixes: []string{".json"}, renderer: func(l look) any { return data.JSON{Say: l.say} }},
	{name: "xlsx", suffixes: []string{".xlsx"}, binary: true, renderer: func(l look) any { return table.XLSX{Only: l.scope, Say: l.say} }},
	{name: "jsonl", suffixes: []string{".jsonl", ".ndjson"}, renderer: func(l look) any { return data.Lines{Say: l.say} }},
	{name: "docx", suffixes: []string{".docx"}, binary: true, renderer: func(l look) any {
		l.word.View, l.word.Say = l.view, l.say
		return l.word
	}},
}

// formsThat are the names of the forms whose renderer can do something.
func formsThat[T any]() []string {
	var names []string
	for _, f := range forms {
		if _, ok := f.renderer(look{}).(T); ok {
			names = append(names, f.name)
		}
	}
	return names
}

// wantedOutput is one output that the command line asks for.
type wantedOutput struct {
	name     string // a path, or standardOutput
	form     string
	renderer any
}

// output is a rendered form on its way, with its imprint. What is printed has
// none: it is read once.
func (w wantedOutput) output(content []byte) output {
	if line := formByName(w.form).imprint; line != "" && w.name != standardOutput {
		content = append(content, "\n"+line+"\n"...)
	}
	return output{w.name, content}
}

// outputs works out which forms are wanted and where, none of them in the
// place of an input. Everything that can be wrong with the flags is found
// here, before a document is read.
func (f *formFlags) outputs(s surroundings, inputs []string) ([]wantedOutput, error) {
	look, err := f.look(s)
	if err != nil {
		return nil, err
	}
	if f.form != "" && !slices.Contains(f.offered, f.form) {
		return nil, fmt.Errorf("--format %s: want one of %s", f.form, strings.Join(f.offered, ", "))
	}
	names := f.names
	if len(names) == 0 {
		names = []string{standardOutput}
	}
	for _, input := range inputs {
		s.guard.willRead(input)
	}
	var wanted []wantedOutput
	for _, name := range names {
		form := f.formOf(name)
		isSame := func(other string) bool { return samePlace(name, other) }
		switch {
		case name == "":
			return nil, errors.New("-o: an empty name, want a file or - for standard output")
		case form == nil:
			return nil, fmt.Errorf("-o %s: the name implies no form; add --format %s", name, strings.Join(f.offered, "|"))
		case !slices.Contains(f.offered, form.name):
			return nil, fmt.Errorf("-o %s: the form %s does not show this; want one of %s", name, form.name, strings.Join(f.offered, ", "))
		case form.binary && name == standardOutput && s.terminal:
			return nil, fmt.Errorf("--format %s: not for a terminal; name a file with -o", form.name)
		case slices.ContainsFunc(names[:len(wanted)], isSame):
			return nil, fmt.Errorf("-o %s: given twice", name)
		}
		if err := s.guard.check(name); err != nil {
			return nil, err
		}
		wanted = append(wanted, wantedOutput{name, form.name, form.renderer(look.at(name))})
	}
	if err := f.checkView(wanted); err != nil {
		return nil, err
	}
	if err := f.checkSummary(wanted); err != nil {
		return nil, err
	}
	f.warnOfIdleFlags(s, slices.Concat(wanted, f.beside))
	return wanted, nil
}

// outputIn is one output in a form whose renderer can do what is asked for.
type outputIn[T any] struct {
	wantedOutput
	renderer T
}

// outputsIn are the outputs of the flags, with renderers of the kind that a
// command was given forms of.
func outputsIn[T any](f *formFlags, s surroundings, inputs []string) ([]outputIn[T], error) {
	wanted, err := f.outputs(s, inputs)
	if err != nil {
		return nil, err
	}
	var out []outputIn[T]
	for _, w := range wanted {
		out = append(out, outputIn[T]{w, w.renderer.(T)}) // outputs lets no other through
	}
	return out, nil
}

// thatCan are outputs with renderers that can do what not every form of the command can;
// lacking says of a form, %s, that it cannot.
func thatCan[T any](wanted []wantedOutput, lacking string) ([]outputIn[T], error) {
	var out []outputIn[T]
	for _, w := range wanted {
		form, ok := w.renderer.(T)
		if !ok {
			return nil, fmt.Errorf(lacking+"; want one of %s", w.form, strings.Join(formsThat[T](), ", "))
		}
		out = append(out, outputIn[T]{w, form})
	}
	return out, nil
}

// showIn renders every form first, so that a form that fails leaves no file of
// another, and then writes them, all or none.
func showIn[T any](wanted []outputIn[T], s surroundings, show func(T, io.Writer) error) error {
	outputs := make([]output, len(wanted))
	for i, w := range wanted {
		var b bytes.Buffer
		if err := show(w.renderer, &b); err != nil {
			return fmt.Errorf("%s: %w", w.form, err)
		}
		outputs[i] = w.output(b.Bytes())
	}
	return write(outputs, s)
}

// formsOfSummary are the forms that can show the summary alone.
var formsOfSummary = []string{"terminal", "markdown"}

// checkSummary refuses an output that has no summary alone.
func (f *formFlags) checkSummary(wanted []wantedOutput) error {
	for _, o := range wanted {
		if f.summary != "" && !slices.Contains(formsOfSummary, o.form) {
			return fmt.Errorf("--summary: the form %s shows the whole comparison; want one of %s", o.form, strings.Join(formsOfSummary, ", "))
		}
	}
	return nil
}

// checkedView is the view that is asked for, where the command has it.
func (f *formFlags) checkedView() (report.View, error) {
	view, known := report.ViewByName(f.view)
	switch {
	case known && (len(f.views) == 0 || slices.Contains(f.views, view)):
		return view, nil
	case known && !f.given("view"):
		return report.Inline, nil // a default of the user's own, for other commands
	}
	var names []string
	for _, v := range f.views {
		names = append(names, v.String())
	}
	hint := ""
	switch {
	case known && view == report.Rolling:
		hint = " (reprise compile has it)"
	case known && view == report.Amendment:
		hint = " (reprise compare writes amendments)"
	case known && view == report.Brackets:
		hint = " (reprise compare has it)"
	}
	return view, fmt.Errorf("--view %s: want one of %s%s", f.view, strings.Join(names, ", "), hint)
}

// checkView refuses a view that was asked for and that none of the outputs has.
func (f *formFlags) checkView(wanted []wantedOutput) error {
	has := func(o wantedOutput) bool { return f.viewIn(o.form) == f.view }
	if !f.given("view") || f.view == report.SideBySide.String() || slices.ContainsFunc(wanted, has) {
		return nil
	}
	having := heeders["view "+f.view][f.product]
	if len(having) == 0 || slices.Equal(having, all) {
		return nil
	}
	return fmt.Errorf("--view %s: only the form %s has it; add -o FILE%s", f.view, strings.Join(having, " or "), formByName(having[0]).suffixes[0])
}

// formOf finds the form for a place. The name implies it; --format is for
// names that imply none, and for a single output it wins over the name. Nil
// where neither tells.
func (f *formFlags) formOf(name string) *form {
	implied := formBySuffix(name)
	switch {
	case f.form != "" && (implied == nil || len(f.names) <= 1):
		return formByName(f.form)
	case name == standardOutput:
		return &forms[0]
	}
	return implied
}

func formByName(name string) *form {
	return formWhere(func(f form) bool { return f.name == name })
}

// formBySuffix finds the form that a file's name implies: of several the one
// with the longest suffix, "x.counts.csv" before "x.csv".
func formBySuffix(name string) *form {
	name = strings.ToLower(filepath.Base(name))
	var found *form
	longest := 0
	for i := range forms {
		for _, suffix := range forms[i].suffixes {
			if len(suffix) > longest && strings.HasSuffix(name, suffix) {
				found, longest = &forms[i], len(suffix)
			}
		}
	}
	return found
}

func formWhere(is func(form) bool) *form {
	if i := slices.IndexFunc(forms, is); i >= 0 {
		return &forms[i]
	}
	return nil
}

// at is the look of a form at a place: colour is for the terminal alone.
func (l look) at(name string) look {
	if name != standardOutput {
		l.color = false
	}
	return l
}

func (f *formFlags) look(s surroundings) (look, error) {
	color, err := s.useColor(f.color)
	if err != nil {
		return look{}, err
	}
	view, err := f.checkedView()
	if err != nil {
		return look{}, err
	}
	word, err := f.word.form()
	if err != nil {
		return look{}, err
	}
	if err := checkSay(f.say); err != nil {
		return look{}, err
	}
	l := look{view: view, color: color, say: f.say, width: s.width(f.width), context: f.context, word: word}
	switch f.summary {
	case "":
	case firstPoints:
		l.detail = report.SummaryOnly
	case allPoints:
		l.detail = report.AllPoints
	default:
		return look{}, fmt.Errorf("--summary=%s: want first or all", f.summary)
	}
	switch f.only {
	case "":
	case "substantive":
		l.scope = report.SubstantiveOnly
	default:
		return look{}, fmt.Errorf("--only %s: want substantive", f.only)
	}
	return l, nil
}
