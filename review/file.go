package review

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"time"
	"unicode/utf8"

	"reprise/internal/visible"
)

// Schema names the form of review files; see docs/review.schema.json.
const Schema = "reprise/review/1"

// Bounds of a review file. A page of three hundred changes, marked by a hundred
// people, has thirty thousand marks.
const (
	MaxBytes = 64 << 20
	maxMarks = 200_000
)

// file is a review as it is written. What stands at its top holds for the marks
// that do not say otherwise.
type file struct {
	Schema     string         `json:"schema"`
	Comparison string         `json:"comparison"`
	Reviewer   string         `json:"reviewer,omitempty"`
	Time       string         `json:"time,omitempty"`
	Old        string         `json:"old,omitempty"` // key of a version
	New        string         `json:"new,omitempty"`
	Marks      []fileMark     `json:"marks"`
	Versions   []keyedVersion `json:"versions,omitempty"`
}

type fileMark struct {
	Old      []string     `json:"old"`
	New      []string     `json:"new"`
	Name     string       `json:"name"`
	Mark     string       `json:"mark"`
	Note     string       `json:"note"`
	Reviewer *string      `json:"reviewer,omitempty"`
	Time     *string      `json:"time,omitempty"`
	Made     *fileMade    `json:"made,omitempty"`
	Carried  *fileCarried `json:"carried,omitempty"`
}

type fileMade struct {
	Comparison string `json:"comparison"`
	Old        string `json:"old,omitempty"`
	New        string `json:"new,omitempty"`
}

type fileCarried struct {
	Comparison string `json:"comparison"`
	Name       string `json:"name"`
	Uncertain  bool   `json:"uncertain,omitempty"`
}

type keyedVersion struct {
	Key string `json:"key"`
	Version
}

// Parse reads a review file. Errors name the file and the place in it. Files of
// older pages, without reviewer, time and texts, are read too.
func Parse(name string, content []byte) (Review, error) {
	r, err := parse(content)
	if err != nil {
		return Review{}, fmt.Errorf("reprise: %s: %w", name, err)
	}
	return r, nil
}

func parse(content []byte) (Review, error) {
	content = bytes.TrimPrefix(content, []byte("\uFEFF"))
	if len(content) > MaxBytes {
		return Review{}, fmt.Errorf("more than %d MB, want a review file", MaxBytes>>20)
	}
	if !utf8.Valid(content) {
		return Review{}, errors.New("not UTF-8, want a review file")
	}
	var f file
	if err := json.Unmarshal(content, &f); err != nil {
		return Review{}, placed(content, err)
	}
	switch {
	case f.Schema == "":
		return Review{}, errors.New("not a review file: it names no schema")
	case f.Schema != Schema:
		return Review{}, fmt.Errorf("of the schema %q, want %s", f.Schema, Schema)
	case len(f.Marks) > maxMarks:
		return Review{}, fmt.Errorf("%d marks, want at most %d", len(f.Marks), maxMarks)
	}
	var r Review
	for i, v := range f.Versions {
		if err := v.check(); err != nil {
			return Review{}, fmt.Errorf("versions: no. %d: %w", i+1, err)
		}
		r.Versions = append(r.Versions, v.Version)
	}
	for i, m := range f.Marks {
		mark, err := f.mark(m)
		if err != nil {
			return Review{}, fmt.Errorf("marks: no. %d (%s): %w", i+1, m.Name, err)
		}
		r.Marks = append(r.Marks, mark)
	}
	return Merge(r), nil
}

// placed says in which line a text stops being JSON.
func placed(content []byte, err error) error {
	var syntax *json.SyntaxError
	var kind *json.UnmarshalTypeError
	at := int64(-1)
	switch {
	case errors.As(err, &syntax):
		at = syntax.Offset
	case errors.As(err, &kind):
		at = kind.Offset
		err = fmt.Errorf("%s wants another kind of value than a JSON %s", kind.Field, kind.Value)
	}
	if at < 0 {
		return fmt.Errorf("not a review file: %w", err)
	}
	line := 1 + bytes.Count(content[:min(at, int64(len(content)))], []byte("\n"))
	return fmt.Errorf("line %d: not a review file: %w", line, err)
}

// check holds a version against its key and its own form.
func (v keyedVersion) check() error {
	if key := v.Version.Key(); v.Key != key {
		return fmt.Errorf("%s: its clauses do not fit its key %q", v.Name, v.Key)
	}
	_, err := v.document()
	return err
}

func (f file) mark(m fileMark) (Mark, error) {
	verdict, ok := verdictByName(m.Mark)
	if !ok {
		return Mark{}, fmt.Errorf("mark %q, want agreed, discuss, rejected or nothing", m.Mark)
	}
	out := Mark{
		Reviewer: or(m.Reviewer, f.Reviewer), Time: or(m.Time, f.Time),
		Made: Made{f.Comparison, f.Old, f.New},
		Old:  m.Old, New: m.New, Name: m.Name, Verdict: verdict, Note: m.Note,
	}
	if m.Made != nil {
		out.Made = Made(*m.Made)
	}
	if m.Carried != nil {
		out.Carried = Carried(*m.Carried)
	}
	if out.Time != "" {
		if _, err := time.Parse(time.RFC3339, out.Time); err != nil {
			return Mark{}, fmt.Errorf("time %q, want one such as 2151-03-04T10:30:00Z", out.Time)
		}
	}
	return out, nil
}

func verdictByName(name string) (Verdict, bool) {
	i := slices.Index(verdictNames[:], name)
	return Verdict(max(i, 0)), i >= 0
}

// or is what a mark says, or else what its file says for all.
func or(own *string, all string) string {
	if own != nil {
		return *own
	}
	return all
}

// JSON is the review as a file that Parse reads back: the same review gives the
// same bytes.
func (r Review) JSON() ([]byte, error) {
	r = Merge(r)
	f := file{Schema: Schema, Marks: []fileMark{}}
	if len(r.Marks) > 0 {
		f.hoist(r.Marks)
	}
	for _, m := range r.Marks {
		f.Marks = append(f.Marks, f.written(m))
	}
	for _, v := range r.Versions {
		f.Versions = append(f.Versions, keyedVersion{v.Key(), v})
	}
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", " ")
	err := enc.Encode(f)
	return visible.JSON(b.Bytes()), err
}

// hoist puts at the top what all marks share.
func (f *file) hoist(marks []Mark) {
	one := func(same func(Mark) bool) bool {
		return !slices.ContainsFunc(marks, func(m Mark) bool { return !same(m) })
	}
	first := marks[0]
	if one(func(m Mark) bool { return m.Made == first.Made }) {
		f.Comparison, f.Old, f.New = first.Made.Comparison, first.Made.Old, first.Made.New
	}
	if one(func(m Mark) bool { return m.Reviewer == first.Reviewer }) {
		f.Reviewer = first.Reviewer
	}
	if one(func(m Mark) bool { return m.Time == first.Time }) {
		f.Time = first.Time
	}
}

// written is a mark with what the top of the file does not say of it.
func (f file) written(m Mark) fileMark {
	out := fileMark{Old: list(m.Old), New: list(m.New), Name: m.Name, Mark: m.Verdict.String(), Note: m.Note}
	if m.Reviewer != f.Reviewer {
		out.Reviewer = &m.Reviewer
	}
	if m.Time != f.Time {
		out.Time = &m.Time
	}
	if top := (Made{f.Comparison, f.Old, f.New}); m.Made != top {
		made := fileMade(m.Made)
		out.Made = &made
	}
	if m.Carried.Is() {
		carried := fileCarried(m.Carried)
		out.Carried = &carried
	}
	return out
}

// list is never null in JSON.
func list(ids []string) []string {
	if ids == nil {
		return []string{}
	}
	return ids
}
