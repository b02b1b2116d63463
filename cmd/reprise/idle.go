package main

import (
	"fmt"
	"maps"
	"slices"
	"strings"
)

// servedForms are the forms that heed a flag; a flag that is not here is heeded
// by all.
var servedForms = map[string][]string{
	"author":      {"docx"},
	"date":        {"docx"},
	"no-comments": {"docx"},
	"move-style":  {"docx"},
	"context":     {"terminal"},
	"width":       {"terminal"},
	"color":       {"terminal"},
	"summary":     {"terminal", "markdown"},
	"review":      {"html", "docx"},
	"only":        {"terminal", "html", "markdown", "csv", "xlsx"},
}

// viewForms are the forms that have a view beside the one they start with.
var viewForms = map[string][]string{
	"side-by-side": {"terminal", "html"}, "table": {"docx"}, "critic": {"markdown"},
	"amendment": {"terminal", "markdown", "docx", "json"}, "rolling": {"terminal", "markdown", "docx"},
}

// warnOfIdleFlags says which flags of the command line do nothing in the forms
// that are wanted. A default of the user's own may idle in silence.
func (f *formFlags) warnOfIdleFlags(s surroundings, wanted []wantedOutput) {
	for _, name := range slices.Sorted(maps.Keys(servedForms)) {
		if f.given(name) {
			warnUnlessServed(s, "--"+name, servedForms[name], wanted)
		}
	}
	if f.given("view") && f.view != defaultView {
		warnUnlessServed(s, "--view "+f.view, viewForms[f.view], wanted)
	}
}

// given tells whether a flag was written on the command line.
func (f *formFlags) given(name string) bool { return f.flags != nil && f.flags.Changed(name) }

func warnUnlessServed(s surroundings, flag string, forms []string, wanted []wantedOutput) {
	if slices.ContainsFunc(wanted, func(o wantedOutput) bool { return slices.Contains(forms, o.form) }) {
		return
	}
	var names []string
	for _, o := range wanted {
		if !slices.Contains(names, o.form) {
			names = append(names, o.form)
		}
	}
	tell(s.stderr, fmt.Sprintf("warning: %s has no effect on %s; it is for %s", flag, strings.Join(names, " and "), strings.Join(forms, ", ")))
}
