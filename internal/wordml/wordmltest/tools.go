package wordmltest

import (
	"archive/zip"
	"bytes"
	_ "embed"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"sort"
	"strings"
)

//go:embed office.py
var officeScript string

// ErrMissing says that a tool is not installed here.
var ErrMissing = errors.New("not installed here")

// Reading is what another program makes of the two sides of a redline.
type Reading struct {
	Old, New Text

	// The names of paragraph styles by the text of their paragraphs; nil where
	// the program was not asked.
	OldStyles, NewStyles map[string]string
}

// LibreOffice rejects and accepts all changes in documents through
// LibreOffice's own API, in one start of the program. Notes stand in the
// paragraphs as the marks that it shows; empty paragraphs are left out. Comments are taken out before: with
// them its builds without a screen cannot open a document for editing.
func LibreOffice(dir string, docs [][]byte) ([]Reading, error) {
	python, err := pythonWithUNO()
	if err != nil {
		return nil, err
	}
	if _, err := exec.LookPath("soffice"); err != nil {
		return nil, fmt.Errorf("soffice: %w", ErrMissing)
	}
	paths, err := writeAll(dir, docs)
	if err != nil {
		return nil, err
	}
	cmd := exec.Command(python, "-c", officeScript)
	cmd.Stdin = strings.NewReader(strings.Join(paths, "\n") + "\n")
	var stderr bytes.Buffer
	cmd.Stderr = &stderr
	out, err := cmd.Output()
	if err != nil {
		return nil, fmt.Errorf("LibreOffice: %w: %s", err, stderr.String())
	}
	return officeReadings(out)
}

type officeSide struct {
	Text   string
	Notes  []string
	Styles map[string]string
	Error  string
}

func officeReadings(out []byte) ([]Reading, error) {
	var sides []struct{ Old, New officeSide }
	if err := json.Unmarshal(out, &sides); err != nil {
		return nil, err
	}
	lines := func(s officeSide) Text {
		text := Text{Notes: s.Notes}
		for _, line := range strings.Split(s.Text, "\n") {
			if line != "" {
				text.Paragraphs = append(text.Paragraphs, line)
			}
		}
		return text
	}
	readings := make([]Reading, len(sides))
	for i, s := range sides {
		if s.Old.Error != "" || s.New.Error != "" {
			return nil, fmt.Errorf("document %d: %s%s", i, s.Old.Error, s.New.Error)
		}
		readings[i] = Reading{lines(s.Old), lines(s.New), s.Old.Styles, s.New.Styles}
	}
	return readings, nil
}

// pythonWithUNO finds the Python that LibreOffice's bridge was built for: not
// always the first on the path.
func pythonWithUNO() (string, error) {
	for _, dir := range filepath.SplitList(os.Getenv("PATH")) {
		python := filepath.Join(dir, "python3")
		if exec.Command(python, "-c", "import uno").Run() == nil {
			return python, nil
		}
	}
	return "", fmt.Errorf("python3 with uno: %w", ErrMissing)
}

func writeAll(dir string, docs [][]byte) ([]string, error) {
	var paths []string
	for i, doc := range docs {
		path := filepath.Join(dir, fmt.Sprintf("%03d.docx", i))
		plain, err := withoutComments(doc)
		if err != nil {
			return nil, err
		}
		if err := os.WriteFile(path, plain, 0o644); err != nil {
			return nil, err
		}
		paths = append(paths, path)
	}
	return paths, nil
}

var commentAnchor = regexp.MustCompile(`<w:commentRange(?:Start|End) [^>]*/>` +
	`|<w:r><w:commentReference [^>]*/></w:r>`)

// withoutComments takes the anchors of comments out of a document.
func withoutComments(docx []byte) ([]byte, error) {
	parts, err := Parts(docx)
	if err != nil {
		return nil, err
	}
	parts["word/document.xml"] = commentAnchor.ReplaceAll(parts["word/document.xml"], nil)
	return Pack(parts)
}

// Pack writes parts as a file.
func Pack(parts map[string][]byte) ([]byte, error) {
	var names []string
	for name := range parts {
		names = append(names, name)
	}
	sort.Strings(names)
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for _, name := range names {
		f, err := z.Create(name)
		if err != nil {
			return nil, err
		}
		if _, err := f.Write(parts[name]); err != nil {
			return nil, err
		}
	}
	if err := z.Close(); err != nil {
		return nil, err
	}
	return b.Bytes(), nil
}

// Pandoc rejects and accepts all changes with pandoc. White space is what
// pandoc makes of it: single spaces.
func Pandoc(docx []byte) (Reading, error) {
	if _, err := exec.LookPath("pandoc"); err != nil {
		return Reading{}, fmt.Errorf("pandoc: %w", ErrMissing)
	}
	old, err := pandoc(docx, "reject")
	if err != nil {
		return Reading{}, err
	}
	new, err := pandoc(docx, "accept")
	return Reading{Old: old, New: new}, err
}

func pandoc(docx []byte, how string) (Text, error) {
	cmd := exec.Command("pandoc", "-f", "docx", "-t", "json", "--track-changes="+how)
	cmd.Stdin = bytes.NewReader(docx)
	out, err := cmd.Output()
	if err != nil {
		return Text{}, fmt.Errorf("pandoc: %w", err)
	}
	var tree any
	if err := json.Unmarshal(out, &tree); err != nil {
		return Text{}, err
	}
	var r pandocReader
	r.walk(tree.(map[string]any)["blocks"])
	r.end()
	return r.out, nil
}

// pandocReader walks pandoc's tree in order, whatever it made of a paragraph.
type pandocReader struct {
	line strings.Builder
	out  Text
}

func (r *pandocReader) walk(v any) {
	switch v := v.(type) {
	case []any:
		for _, x := range v {
			r.walk(x)
		}
	case map[string]any:
		r.element(v["t"], v["c"])
	}
}

func (r *pandocReader) element(kind, content any) {
	switch kind {
	case "Str":
		r.line.WriteString(content.(string))
	case "Space", "SoftBreak", "LineBreak":
		r.line.WriteString(" ")
	case "Note":
		r.line.WriteString(NoteMark)
		var inner pandocReader
		inner.walk(content)
		inner.end()
		r.out.Notes = append(r.out.Notes, strings.Join(inner.out.Paragraphs, " "))
	case "Para", "Plain", "Header", "CodeBlock":
		r.walk(content)
		r.end()
	default:
		r.walk(content)
	}
}

func (r *pandocReader) end() {
	if text := strings.Join(strings.Fields(r.line.String()), " "); text != "" {
		r.out.Paragraphs = append(r.out.Paragraphs, text)
	}
	r.line.Reset()
}
