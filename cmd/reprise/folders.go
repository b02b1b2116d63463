package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"reprise/align"
	"reprise/diff"
	"reprise/report"
	"reprise/report/page"
	"reprise/resolution"
)

// areFolders tells whether two folders are to be compared, not two texts.
func areFolders(names []string) (bool, error) {
	folders := 0
	for _, name := range names {
		if info, err := os.Stat(name); err == nil && info.IsDir() {
			folders++
		}
	}
	if folders == 1 {
		return false, fmt.Errorf("%s and %s: a folder and a file; want two texts, or two folders", names[0], names[1])
	}
	return folders == len(names), nil
}

// runFolders compares the texts of two folders that belong together.
func (f *compareFlags) runFolders(ctx context.Context, s surroundings, names []string) error {
	if f.explain != "" || f.pins != "" || len(f.reviews) > 0 {
		return errors.New("--explain, --pins and --review are for two texts, not for two folders")
	}
	f.product = collection
	pages, err := f.pagesFolder()
	if err != nil {
		return err
	}
	var outputs []outputIn[report.CollectionRenderer]
	if pages == "" || len(f.names) > 0 {
		f.offered = formsThat[report.CollectionRenderer]()
		if outputs, err = outputsIn[report.CollectionRenderer](&f.formFlags, s, []string{f.leads}); err != nil {
			return err
		}
	} else if _, err := f.look(s); err != nil {
		return err
	} else {
		f.warnOfIdleFlags(s, f.beside)
	}
	var sides [2][]*resolution.Document
	for i, name := range names {
		if sides[i], err = f.gather(ctx, s, []string{name}); err != nil {
			return err
		}
	}
	f.warnOfIdleInputFlags(s, names, slices.Concat(sides[0], sides[1]))
	all, err := f.collected(s, names, sides)
	if err != nil {
		return err
	}
	if err := f.writeCollection(s, all, outputs, pages); err != nil {
		return err
	}
	if slices.ContainsFunc(all.Pairs, func(p report.Pair) bool { return f.asksToFail(p.Comparison) }) ||
		f.exitCode == anyDifference && len(all.OnlyOld)+len(all.OnlyNew) > 0 {
		return errDifferences
	}
	return nil
}

// pagesFolder takes the folder for pages out of the outputs: one that is there,
// or whose name ends as a folder's. "" for none.
func (f *compareFlags) pagesFolder() (string, error) {
	folder := ""
	var rest []string
	for _, name := range f.names {
		info, err := os.Stat(name)
		if !strings.HasSuffix(name, "/") && !strings.HasSuffix(name, string(filepath.Separator)) && (err != nil || !info.IsDir()) {
			rest = append(rest, name)
			continue
		}
		if folder != "" {
			return "", fmt.Errorf("-o %s: a second folder for pages, want one", name)
		}
		folder = filepath.Clean(name)
		f.beside = []wantedOutput{{name: folder, form: "html"}}
	}
	f.names = rest
	return folder, nil
}

// collected pairs the texts of two folders and compares each pair.
func (f *compareFlags) collected(s surroundings, names []string, sides [2][]*resolution.Document) (report.Collection, error) {
	pairs, alone := paired(names, sides)
	if len(pairs) == 0 {
		return report.Collection{}, fmt.Errorf("%s and %s: no two texts of one symbol or one name", names[0], names[1])
	}
	all := report.Collection{OnlyOld: alone[0], OnlyNew: alone[1], Pairs: make([]report.Pair, len(pairs))}
	failures := make([]error, len(pairs))
	bar := newBar(s, "comparing", len(pairs))
	defer bar.clear()
	each(len(pairs), bar.show, func(i int) {
		var c *diff.Comparison
		if c, failures[i] = f.compare(s, []*resolution.Document{pairs[i].old, pairs[i].new}, align.Options{}); failures[i] == nil {
			all.Pairs[i] = report.Pair{Name: pairs[i].name, Comparison: c}
		}
	})
	return all, errors.Join(failures...)
}

// pairOf is two texts that belong together.
type pairOf struct {
	name     string // below the folder of the new text
	old, new *resolution.Document
}

// paired finds the texts of two folders that belong together: those of one
// symbol first, then those of one name without its ending. What is left of each
// side stands alone.
func paired(folders []string, sides [2][]*resolution.Document) (pairs []pairOf, alone [2][]string) {
	used := map[*resolution.Document]bool{}
	below := func(side int, d *resolution.Document) string {
		name, err := filepath.Rel(folders[side], d.Reading.Name)
		if err != nil {
			name = d.Reading.Name
		}
		return filepath.ToSlash(name)
	}
	stem := func(side int, d *resolution.Document) string {
		name := below(side, d)
		return strings.ToLower(strings.TrimSuffix(name, filepath.Ext(name)))
	}
	for _, same := range []func(old, new *resolution.Document) bool{
		func(old, new *resolution.Document) bool { return old.Symbol != "" && old.Symbol == new.Symbol },
		func(old, new *resolution.Document) bool { return stem(0, old) == stem(1, new) },
	} {
		for _, new := range sides[1] {
			i := slices.IndexFunc(sides[0], func(old *resolution.Document) bool { return !used[old] && same(old, new) })
			if used[new] || i < 0 {
				continue
			}
			old := sides[0][i]
			used[old], used[new] = true, true
			pairs = append(pairs, pairOf{below(1, new), old, new})
		}
	}
	slices.SortStableFunc(pairs, func(a, b pairOf) int { return strings.Compare(a.name, b.name) })
	for side, documents := range sides {
		for _, d := range documents {
			if !used[d] {
				alone[side] = append(alone[side], below(side, d))
			}
		}
	}
	return pairs, alone
}

// writeCollection writes the outputs, and the pages with their index, all or none.
func (f *compareFlags) writeCollection(s surroundings, all report.Collection, wanted []outputIn[report.CollectionRenderer], folder string) error {
	var outputs []output
	for _, w := range wanted {
		var b bytes.Buffer
		if err := w.renderer.RenderCollection(&b, all); err != nil {
			return fmt.Errorf("%s: %w", w.form, err)
		}
		outputs = append(outputs, w.output(b.Bytes()))
	}
	if folder == "" {
		return write(outputs, s)
	}
	pages, err := f.pages(s, all, folder)
	if err != nil {
		return err
	}
	if err := os.Mkdir(folder, 0o755); err != nil && !errors.Is(err, os.ErrExist) {
		return fmt.Errorf("-o %s: cannot be made: %w", folder, errors.Unwrap(err))
	}
	return write(append(outputs, pages...), s)
}

// indexName is the page that leads to the others.
const indexName = "index.html"

// pages are a page for each pair and the index.
func (f *compareFlags) pages(s surroundings, all report.Collection, folder string) ([]output, error) {
	look, err := f.look(s)
	if err != nil {
		return nil, err
	}
	form := page.HTML{View: look.view, Only: look.scope, Say: look.say}
	render := func(name string, show func(io.Writer) error) (output, error) {
		var b bytes.Buffer
		err := show(&b)
		return output{filepath.Join(folder, name), b.Bytes()}, err
	}
	taken := map[string]bool{indexName: true}
	index := report.Collection{OnlyOld: all.OnlyOld, OnlyNew: all.OnlyNew}
	var out []output
	for _, p := range all.Pairs {
		p.Page = pageName(p.Name, taken)
		o, err := render(p.Page, func(w io.Writer) error { return form.Render(w, p.Comparison) })
		if err != nil {
			return nil, err
		}
		out, index.Pairs = append(out, o), append(index.Pairs, p)
	}
	o, err := render(indexName, func(w io.Writer) error { return form.RenderCollection(w, index) })
	return append(out, o), err
}

// pageName is a name for the page of a pair that is in no folder of its own and
// that no other page has.
func pageName(name string, taken map[string]bool) string {
	stem := strings.NewReplacer("/", "-", "\\", "-", ":", "-", "#", "-", "?", "-", "%", "-").Replace(strings.TrimSuffix(name, filepath.Ext(name)))
	for n := 1; ; n++ {
		page := stem + ".html"
		if n > 1 {
			page = fmt.Sprintf("%s-%d.html", stem, n)
		}
		if key := strings.ToLower(page); !taken[key] {
			taken[key] = true
			return page
		}
	}
}
