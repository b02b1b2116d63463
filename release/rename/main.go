// Command rename gives the module another path, for whoever gives it a home:
//
//	go run -C release ./rename example.org/you/reprise
//
// It changes go.mod, those of the modules inside, and every import, in files that git
// knows, and nothing else: what reprise calls its data (reprise/comparison/1) stays.
package main

import (
	"bytes"
	"errors"
	"fmt"
	"go/parser"
	"go/token"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"

	"golang.org/x/mod/modfile"
	"golang.org/x/mod/module"
)

func main() {
	if err := run(os.Args[1:], ".."); err != nil {
		fmt.Fprintln(os.Stderr, "rename:", err)
		os.Exit(2)
	}
}

func run(args []string, root string) error {
	if len(args) != 1 {
		return errors.New("want the new path of the module")
	}
	if err := module.CheckPath(args[0]); err != nil {
		return err
	}
	content, err := os.ReadFile(filepath.Join(root, "go.mod"))
	if err != nil {
		return err
	}
	r := renamer{from: modfile.ModulePath(content), to: args[0]}
	listed, err := exec.Command("git", "-C", root, "ls-files", "-z", "--", "*.go", "go.mod", "*/go.mod").Output()
	if err != nil {
		return err
	}
	changed := map[string][]byte{}
	for name := range strings.SplitSeq(strings.TrimSuffix(string(listed), "\x00"), "\x00") {
		name = filepath.Join(root, name)
		before, err := os.ReadFile(name)
		if err != nil {
			return err
		}
		after, err := r.file(name, before)
		if err != nil {
			return fmt.Errorf("%s: %w", name, err)
		}
		if !bytes.Equal(before, after) {
			changed[name] = after
		}
	}
	for name, content := range changed { // all could be read: now they are written
		if err := os.WriteFile(name, content, 0o644); err != nil {
			return err
		}
	}
	fmt.Printf("%s is now %s, in %d files\n", r.from, r.to, len(changed))
	return nil
}

type renamer struct{ from, to string }

// path is the new path of a package or a module; others stay.
func (r renamer) path(path string) string {
	if rest, ok := strings.CutPrefix(path, r.from); ok && (rest == "" || rest[0] == '/') {
		return r.to + rest
	}
	return path
}

func (r renamer) file(name string, content []byte) ([]byte, error) {
	if filepath.Base(name) == "go.mod" {
		return r.mod(name, content)
	}
	set := token.NewFileSet()
	parsed, err := parser.ParseFile(set, name, content, parser.ImportsOnly)
	if err != nil {
		return nil, err
	}
	var out []byte
	at := 0
	for _, i := range parsed.Imports {
		path, err := strconv.Unquote(i.Path.Value)
		if err != nil {
			return nil, err
		}
		out = append(out, content[at:set.Position(i.Path.Pos()).Offset]...)
		out = strconv.AppendQuote(out, r.path(path))
		at = set.Position(i.Path.End()).Offset
	}
	return append(out, content[at:]...), nil
}

// mod changes the path of a module, and where it names the others.
func (r renamer) mod(name string, content []byte) ([]byte, error) {
	mod, err := modfile.Parse(name, content, nil)
	if err != nil {
		return nil, err
	}
	if err := mod.AddModuleStmt(r.path(mod.Module.Mod.Path)); err != nil {
		return nil, err
	}
	for _, need := range mod.Require {
		if to := r.path(need.Mod.Path); to != need.Mod.Path {
			version := need.Mod.Version
			if err := errors.Join(mod.DropRequire(need.Mod.Path), mod.AddRequire(to, version)); err != nil {
				return nil, err
			}
		}
	}
	for _, other := range mod.Replace {
		if to := r.path(other.Old.Path); to != other.Old.Path {
			at := other.New
			if err := errors.Join(mod.DropReplace(other.Old.Path, other.Old.Version), mod.AddReplace(to, "", at.Path, at.Version)); err != nil {
				return nil, err
			}
		}
	}
	mod.Cleanup()
	return mod.Format()
}
