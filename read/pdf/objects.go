package pdf

import (
	"bytes"
	"slices"
	"strconv"

	"reprise/internal/numeral"
)

// The engine says nothing of what it could not read: a page whose stream is cut
// or corrupt comes back empty or short. So the objects of the file are looked
// through beside it. This is no reader of PDF: what it does not understand it
// leaves, and then nothing is said.

// objects are those of a file by their number; of several with one number the
// last, which is the newest.
type objects map[int]object

// object is a dictionary and the stream behind it.
type object struct {
	dict   []byte
	stream []byte // packed; nil where there is none
}

// maxObjects is more than the objects of a file of the longest that are read.
const maxObjects = 2_000_000

// findObjects goes through a file once.
func findObjects(content []byte) objects {
	found := objects{}
	for at := 0; len(found) < maxObjects; {
		next := bytes.Index(content[at:], []byte(" obj"))
		if next < 0 {
			break
		}
		next += at
		at = next + len(" obj")
		number, ok := numberBefore(content[:next])
		if !ok {
			continue
		}
		o, end := objectAt(content, at)
		found[number], at = o, end
	}
	found.unpack()
	return found
}

// numberBefore reads "12 0" at the end of some bytes.
func numberBefore(b []byte) (int, bool) {
	line := b[max(0, len(b)-len("2000000 65535")-1):]
	f := bytes.Fields(line)
	if len(f) < 2 || numeral.Digits(string(f[len(f)-1])) != len(f[len(f)-1]) {
		return 0, false
	}
	text := string(f[len(f)-2])
	for text != "" && !numeral.Opens(text) { // "endobj12 0 obj"
		text = text[1:]
	}
	n, err := strconv.Atoi(text)
	return n, err == nil
}

// objectAt reads the object whose "obj" ends at a place, and tells where it ends.
func objectAt(content []byte, at int) (object, int) {
	rest := content[at:]
	end := bytes.Index(rest, []byte("endobj"))
	if end < 0 {
		end = len(rest)
	}
	start := bytes.Index(rest[:end], []byte("stream"))
	if start < 0 {
		return object{dict: rest[:end]}, at + end
	}
	dict := rest[:start]
	data := rest[start+len("stream"):]
	data = bytes.TrimPrefix(bytes.TrimPrefix(data, []byte("\r")), []byte("\n"))
	size := len(data)
	if n, ok := intAt(dict, "/Length"); ok && n <= len(data) && bytes.HasPrefix(bytes.TrimLeft(data[n:], "\r\n \t"), []byte("endstream")) {
		size = n
	} else if n := bytes.Index(data, []byte("endstream")); n >= 0 {
		size = n
	}
	return object{dict, data[:size]}, len(content) - len(data) + size
}

// maxHeld is the most bytes to which the streams of objects are unpacked: those of
// the longest files take some 10 MB.
const maxHeld = 128 << 20

// unpack adds the objects that stand in streams of objects.
func (o objects) unpack() {
	var holders []int
	for number, holder := range o {
		if holder.stream != nil && hasName(holder.dict, "/Type", "/ObjStm") {
			holders = append(holders, number)
		}
	}
	slices.Sort(holders)
	inside, left := objects{}, maxHeld
	for _, number := range holders {
		text, _ := unpacked(o[number], min(maxStream, left))
		if left -= len(text); left <= 0 {
			break
		}
		first, _ := intAt(o[number].dict, "/First")
		if first <= 0 || first > len(text) {
			continue
		}
		inside.add(text[:first], text[first:])
	}
	for number, held := range inside {
		if _, known := o[number]; !known {
			o[number] = held
		}
	}
}

// add reads the list of a stream of objects, pairs of number and place.
func (o objects) add(list, text []byte) {
	head := bytes.Fields(list)
	for i := 0; i+1 < len(head) && len(o) < maxObjects; i += 2 {
		number, from, to := numeral.Value(string(head[i])), numeral.Value(string(head[i+1])), len(text)
		if from > to {
			continue
		}
		if i+3 < len(head) {
			to = min(to, max(from, numeral.Value(string(head[i+3]))))
		}
		o[number] = object{dict: text[from:to]}
	}
}

// valueAt is what stands behind a key of a dictionary; nil where the key is not
// there. Keys of dictionaries inside it are found too.
func valueAt(dict []byte, key string) []byte {
	for at := 0; ; {
		next := bytes.Index(dict[at:], []byte(key))
		if next < 0 {
			return nil
		}
		at += next + len(key)
		if at == len(dict) || bytes.IndexByte([]byte(" \t\r\n/[<("), dict[at]) >= 0 || numeral.Opens(string(dict[at:at+1])) {
			return bytes.TrimLeft(dict[at:], " \t\r\n")
		}
	}
}

func hasName(dict []byte, key, name string) bool {
	v := valueAt(dict, key)
	if !bytes.HasPrefix(v, []byte(name)) {
		return false
	}
	rest := v[len(name):]
	return len(rest) == 0 || bytes.IndexByte([]byte(" \t\r\n/[]<>("), rest[0]) >= 0
}

// intAt is a number that stands in the dictionary itself.
func intAt(dict []byte, key string) (int, bool) {
	f := bytes.Fields(firstBytes(valueAt(dict, key), 32))
	if len(f) == 0 || len(f) > 2 && len(f[2]) > 0 && f[2][0] == 'R' {
		return 0, false
	}
	digits := numeral.Digits(string(f[0]))
	return numeral.Value(string(f[0][:digits])), digits > 0
}

// refsAt are the numbers of the objects that a key refers to: one, or a list in
// brackets.
func refsAt(dict []byte, key string) []int {
	v := valueAt(dict, key)
	if bytes.HasPrefix(v, []byte("[")) {
		if end := bytes.IndexByte(v, ']'); end > 0 {
			return refs(v[1:end])
		}
	}
	if found := refs(firstBytes(v, 24)); len(found) > 0 {
		return found[:1]
	}
	return nil
}

// refs reads "12 0 R 15 0 R"; it ends at what is none.
func refs(b []byte) []int {
	var out []int
	f := bytes.Fields(b)
	for i := 0; i+2 < len(f) && len(f[i+2]) > 0 && f[i+2][0] == 'R'; i += 3 {
		if numeral.Digits(string(f[i])) != len(f[i]) {
			break
		}
		out = append(out, numeral.Value(string(f[i])))
	}
	return out
}

func firstBytes(b []byte, n int) []byte { return b[:min(n, len(b))] }
