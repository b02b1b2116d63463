package pdf

import (
	"bytes"
	"compress/flate"
	"context"
	"encoding/binary"
	"errors"
	"hash/adler32"
	"io"
	"slices"

	"reprise/read/bounds"
)

// survey is what the objects of a file tell of its pages, in order.
type survey struct {
	objects objects
	pages   []pageFacts
	beside  beside
	work    map[int]int // bytes that drawing an object takes, forms in it counted each time
}

// pageFacts is what is known of a page without the engine.
type pageFacts struct {
	damaged bool // a stream of its text is cut, corrupt or gone
	draws   bool // it prints something
	work    int  // bytes that drawing it takes
}

const (
	// maxStream is the most bytes to which one stream is unpacked: the text of a
	// page takes some 100 kB.
	maxStream = 32 << 20
	// maxWork is the most bytes of drawing that a page takes, forms in forms
	// counted each time: a thousand times what pages take.
	maxWork = 64 << 20
	// maxForms is how deep forms may stand in forms.
	maxForms = 28
)

// surveyed looks through a file. It fails where a page would take more work than
// it may; a file that it does not understand has no pages.
func surveyed(ctx context.Context, content []byte) (*survey, error) {
	s := &survey{objects: findObjects(content), work: map[int]int{}}
	if valueAt(content, "/Encrypt") != nil {
		return &survey{}, nil // all streams are locked
	}
	s.attached(content)
	annotations := map[int]bool{}
	for _, number := range s.pageObjects(content) {
		if ctx.Err() != nil {
			return nil, context.Cause(ctx)
		}
		facts, err := s.page(s.objects[number])
		if err != nil {
			return nil, err
		}
		s.pages = append(s.pages, facts)
		s.annotations(s.objects[number], annotations)
	}
	return s, nil
}

// pageObjects walks the tree of pages.
func (s *survey) pageObjects(content []byte) []int {
	root := refsAt(content, "/Root")
	if root == nil {
		return nil
	}
	var out []int
	seen := map[int]bool{}
	var walk func(number int)
	walk = func(number int) {
		o, ok := s.objects[number]
		if !ok || seen[number] || len(out) > maxPages {
			return
		}
		seen[number] = true
		if kids := refsAt(o.dict, "/Kids"); kids != nil {
			for _, k := range kids {
				walk(k)
			}
			return
		}
		out = append(out, number)
	}
	for _, pages := range refsAt(s.objects[root[0]].dict, "/Pages") {
		walk(pages)
	}
	return out
}

// light tells whether a page of so many is known to have fewer characters than a
// page may have: each takes a byte of drawing at least.
func (s *survey) light(page, of int) bool {
	return len(s.pages) == of && s.pages[page].work < maxPageGlyphs
}

// page looks at what a page draws.
func (s *survey) page(o object) (facts pageFacts, err error) {
	for _, number := range s.listAt(o.dict, "/Contents") {
		stream, ok := s.objects[number]
		if !ok || stream.stream == nil {
			facts.damaged = true
			continue
		}
		text, err := unpacked(stream, maxStream)
		switch {
		case errors.Is(err, errLarge):
			return facts, bounds.Exceeded("PDF file, text of a page", int64(len(text)), maxStream, "bytes")
		case errors.Is(err, errCut):
			facts.damaged = true
		}
		facts.draws = facts.draws || len(bytes.TrimSpace(text)) > 0
		facts.work += s.drawing(o.dict, text, 0)
		if facts.work > maxWork {
			return facts, bounds.Exceeded("PDF file, drawing of a page", int64(facts.work), maxWork, "bytes")
		}
	}
	return facts, nil
}

// drawing is how many bytes some text takes with all the forms that it draws.
func (s *survey) drawing(dict, text []byte, depth int) int {
	total := len(text)
	if depth > maxForms || !bytes.Contains(text, []byte(" Do")) {
		return total
	}
	forms := s.forms(dict)
	for at := 0; total <= maxWork; {
		next := bytes.Index(text[at:], []byte(" Do"))
		if next < 0 {
			break
		}
		at += next + len(" Do")
		name := text[bytes.LastIndexByte(text[:at-len(" Do")], '/')+1 : at-len(" Do")]
		if number, ok := forms[string(bytes.TrimSpace(name))]; ok {
			total += s.form(number, depth+1)
		}
	}
	return total
}

func (s *survey) form(number, depth int) int {
	if work, known := s.work[number]; known {
		return work
	}
	s.work[number] = 0 // a form that draws itself
	o := s.objects[number]
	if o.stream == nil || !hasName(o.dict, "/Subtype", "/Form") {
		return 0
	}
	text, _ := unpacked(o, maxStream)
	s.work[number] = s.drawing(o.dict, text, depth)
	return s.work[number]
}

// forms are the objects that a page or form can draw, by name.
func (s *survey) forms(dict []byte) map[string]int {
	for _, key := range []string{"/Resources", "/XObject"} {
		if refs := refsAt(dict, key); len(refs) == 1 && !bytes.HasPrefix(valueAt(dict, key), []byte("<<")) {
			dict = s.objects[refs[0]].dict
		} else if v := valueAt(dict, key); v != nil {
			dict = v
		}
	}
	if end := bytes.Index(dict, []byte(">>")); end >= 0 {
		dict = dict[:end]
	}
	out := map[string]int{}
	for pair := range bytes.SplitSeq(dict, []byte("/")) {
		name, rest, _ := bytes.Cut(bytes.TrimSpace(pair), []byte(" "))
		if found := refs(rest); len(found) == 1 {
			out[string(name)] = found[0]
		}
	}
	return out
}

// Faults of a stream.
var (
	errCut   = errors.New("the stream is cut or corrupt")
	errLarge = errors.New("the stream is larger than it may be")
)

// unpacked gives the bytes of a stream, as many as can be had and at most limit.
// Filters that are not known leave it as it is, without a fault.
func unpacked(o object, limit int) ([]byte, error) {
	filters := filtersOf(o.dict)
	text := o.stream
	for _, f := range filters {
		if f != "FlateDecode" && f != "Fl" || valueAt(o.dict, "/DecodeParms") != nil && !hasName(o.dict, "/Type", "/ObjStm") {
			return text, nil
		}
		var err error
		if text, err = inflated(text, limit); err != nil {
			return text, err
		}
	}
	return text, nil
}

func filtersOf(dict []byte) []string {
	v := valueAt(dict, "/Filter")
	if bytes.HasPrefix(v, []byte("[")) {
		if end := bytes.IndexByte(v, ']'); end > 0 {
			v = bytes.TrimSpace(v[1:end])
		}
	} else if len(v) > 1 {
		if end := bytes.IndexAny(v[1:], " \t\r\n/>[<"); end >= 0 {
			v = v[:end+1]
		}
	}
	var out []string
	for name := range bytes.SplitSeq(v, []byte("/")) {
		if name = bytes.TrimSpace(name); len(name) > 0 {
			out = append(out, string(name))
		}
	}
	return slices.Clip(out)
}

// zlibHead is the two bytes before packed data, zlibSum the four behind it.
const (
	zlibHead = 2
	zlibSum  = 4
)

// inflated unpacks zlib data. Files without the sum at the end are common, and
// whole.
func inflated(packed []byte, limit int) ([]byte, error) {
	if len(packed) <= zlibHead {
		return nil, errCut
	}
	in := bytes.NewReader(packed[zlibHead:])
	out, err := io.ReadAll(io.LimitReader(flate.NewReader(in), int64(limit)+1))
	switch {
	case len(out) > limit:
		return out, errLarge
	case err != nil:
		return out, errCut
	}
	var sum [zlibSum]byte
	if n, _ := in.Read(sum[:]); n == zlibSum && binary.BigEndian.Uint32(sum[:]) != adler32.Checksum(out) {
		return out, errCut
	}
	return out, nil
}
