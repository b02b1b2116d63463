package reprise_test

import (
	"bytes"
	"flag"
	"go/ast"
	"go/doc"
	"go/parser"
	"go/printer"
	"go/token"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

var update = flag.Bool("update", false, "write api.txt anew")

// apiFile lists what the packages export, a line each.
const apiFile = "api.txt"

// TestAPI: what the packages export is what api.txt says. A change there is seen in
// review, and is to be said in CHANGELOG.md.
func TestAPI(t *testing.T) {
	now := exported(t)
	if *update {
		if err := os.WriteFile(apiFile, []byte(strings.Join(now, "\n")+"\n"), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	kept := strings.Split(strings.TrimSpace(content(t, apiFile)), "\n")
	for _, line := range kept {
		if !slices.Contains(now, line) {
			t.Errorf("gone: %s", line)
		}
	}
	for _, line := range now {
		if !slices.Contains(kept, line) {
			t.Errorf("new: %s", line)
		}
	}
	if t.Failed() {
		t.Log("if it is meant: go test -run TestAPI . -update, and say it in CHANGELOG.md")
	}
}

// exported lists the exported declarations of every package that others can import.
func exported(t *testing.T) []string {
	t.Helper()
	var lines []string
	err := filepath.WalkDir(".", func(name string, entry fs.DirEntry, err error) error {
		if err != nil || !entry.IsDir() {
			return err
		}
		if outsideTheHouse(name) || entry.Name() == "internal" || entry.Name() == "cmd" || strings.HasSuffix(entry.Name(), "test") {
			return filepath.SkipDir
		}
		lines = append(lines, exportedBy(t, name)...)
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	slices.Sort(lines)
	return slices.Compact(lines)
}

func exportedBy(t *testing.T, folder string) []string {
	t.Helper()
	names, err := filepath.Glob(filepath.Join(folder, "*.go"))
	if err != nil {
		t.Fatal(err)
	}
	set := token.NewFileSet()
	var files []*ast.File
	for _, name := range names {
		if strings.HasSuffix(name, "_test.go") {
			continue
		}
		file, err := parser.ParseFile(set, name, nil, parser.SkipObjectResolution)
		if err != nil {
			t.Fatal(err)
		}
		if isScript(file, filepath.ToSlash(folder)) {
			return nil
		}
		files = append(files, file)
	}
	if len(files) == 0 {
		return nil
	}
	p, err := doc.NewFromFiles(set, files, filepath.ToSlash(folder))
	if err != nil {
		t.Fatal(err)
	}
	l := lister{set: set, room: p.ImportPath}
	l.values(p.Consts)
	l.values(p.Vars)
	l.funcs(p.Funcs)
	for _, typ := range p.Types {
		l.types(typ)
	}
	return l.lines
}

type lister struct {
	set   *token.FileSet
	room  string
	lines []string
}

func (l *lister) add(words string) {
	l.lines = append(l.lines, l.room+": "+strings.Join(strings.Fields(words), " "))
}

func (l *lister) shown(node any) string {
	var b bytes.Buffer
	if err := printer.Fprint(&b, l.set, node); err != nil {
		return err.Error()
	}
	return b.String()
}

func (l *lister) values(values []*doc.Value) {
	for _, v := range values {
		for _, name := range v.Names {
			if ast.IsExported(name) {
				l.add(v.Decl.Tok.String() + " " + name)
			}
		}
	}
}

func (l *lister) funcs(funcs []*doc.Func) {
	for _, f := range funcs {
		f.Decl.Body, f.Decl.Doc = nil, nil
		l.add(l.shown(f.Decl))
	}
}

// types lists a type, its exported fields or methods one by one, and what belongs to it.
func (l *lister) types(t *doc.Type) {
	for _, spec := range t.Decl.Specs {
		spec, ok := spec.(*ast.TypeSpec)
		if !ok {
			continue
		}
		switch of := spec.Type.(type) {
		case *ast.StructType:
			l.add("type " + t.Name + " struct")
			l.members(t.Name, of.Fields)
		case *ast.InterfaceType:
			l.add("type " + t.Name + " interface")
			l.members(t.Name, of.Methods)
		default:
			l.add("type " + t.Name + " " + l.shown(spec.Type))
		}
	}
	l.values(t.Consts)
	l.values(t.Vars)
	l.funcs(t.Funcs)
	l.funcs(t.Methods)
}

func (l *lister) members(owner string, fields *ast.FieldList) {
	for _, f := range fields.List {
		kind := l.shown(f.Type)
		for _, name := range f.Names {
			if name.IsExported() {
				l.add(owner + "." + name.Name + " " + kind)
			}
		}
		if len(f.Names) == 0 {
			l.add(owner + ": " + kind)
		}
	}
}
