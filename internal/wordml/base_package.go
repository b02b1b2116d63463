package wordml

import (
	"archive/zip"
	"io"
	"sort"
	"strings"
)

const (
	footnotesPart = "word/footnotes.xml"
	commentsFile  = "word/comments.xml"
	relationsFile = "word/_rels/document.xml.rels"
	typesFile     = "[Content_Types].xml"
)

// note tracks the changes inside a footnote of the file.
func (w *baseWriter) note(id string, runs []Run) error {
	text := w.base.parts[footnotesPart]
	root, err := elements(text)
	if err != nil || len(root.kids) != 1 {
		return ErrBase
	}
	for _, e := range root.kids[0].kids {
		if identifier.FindStringSubmatch(text[e.start:e.inner]) == nil || identifier.FindStringSubmatch(text[e.start:e.inner])[1] != id {
			continue
		}
		p := e.kid("w:p")
		if p == nil || len(e.kids) != 1 {
			return ErrBase
		}
		return w.noteEdits(id, text[e.start:e.inner], w.base.paragraph(footnotesPart, p), runs)
	}
	return ErrBase
}

func (w *baseWriter) noteEdits(id, open string, p *basePara, runs []Run) error {
	old := &oldParagraph{}
	old.add(w.d, Paragraph{Runs: runs})
	if !old.matches(p) {
		return ErrBase
	}
	n := bodyWriter{ids: w.body.ids, stamp: w.body.stamp}
	n.add(open, p.open, p.properties)
	s := runStream{w: &n}
	if err := w.runs(&s, Paragraph{Runs: runs}, old); err != nil {
		return err
	}
	for ; old.put < len(p.units); old.put++ {
		s.put(p.units[old.put], Same)
	}
	s.close()
	n.add("</w:p></w:footnote>")
	w.notes[id] = n.out.String()
	return nil
}

// changed are the parts that differ from the file's, by name.
func (w *baseWriter) changed(comments [][]string) (map[string]string, error) {
	parts := map[string]string{}
	for name, out := range w.parts {
		parts[name] = out.String()
	}
	if err := w.addNotes(parts); err != nil {
		return nil, err
	}
	if len(comments) > 0 {
		return parts, w.addComments(parts, commentElements(w.body.stamp, w.body.noted, comments))
	}
	return parts, nil
}

// addNotes writes the footnotes with those that changed, then those that come.
func (w *baseWriter) addNotes(parts map[string]string) error {
	if w.newNotes.Len()+len(w.notes) == 0 {
		return nil
	}
	text := w.base.parts[footnotesPart]
	root, err := elements(text)
	if text == "" || err != nil || len(root.kids) != 1 {
		return ErrBase
	}
	var b strings.Builder
	at := 0
	for _, e := range root.kids[0].kids {
		id := identifier.FindStringSubmatch(text[e.start:e.inner])
		if id == nil || w.notes[id[1]] == "" {
			continue
		}
		b.WriteString(text[at:e.start] + w.notes[id[1]])
		at = e.to
	}
	end := root.kids[0].outer
	parts[footnotesPart] = b.String() + text[at:end] + w.newNotes.String() + text[end:]
	return nil
}

func (w *baseWriter) addComments(parts map[string]string, elements string) error {
	if w.base.parts[commentsFile] != "" {
		return w.insertBefore(parts, commentsFile, "</w:comments>", elements)
	}
	parts[commentsFile] = xmlHead + "<w:comments " + mainSpace + ">" + elements + "</w:comments>"
	if err := w.insertBefore(parts, relationsFile, "</Relationships>",
		`<Relationship Id="rIdRepriseComments" Type="`+relationPrefix+`comments" Target="comments.xml"/>`); err != nil {
		return err
	}
	return w.insertBefore(parts, typesFile, "</Types>",
		`<Override PartName="/`+commentsFile+`" ContentType="`+typePrefix+`comments+xml"/>`)
}

// insertBefore gives parts the file's part of that name with something added
// before its last end tag.
func (w *baseWriter) insertBefore(parts map[string]string, name, end, added string) error {
	text := w.base.parts[name]
	at := strings.LastIndex(text, end)
	if at < 0 {
		return ErrBase
	}
	parts[name] = text[:at] + added + text[at:]
	return nil
}

// write copies the file, every part that did not change byte for byte as it
// is packed.
func (b *base) write(to io.Writer, changed map[string]string) error {
	z := zip.NewWriter(to)
	done := map[string]bool{}
	for _, f := range b.zip.File {
		text, ok := changed[f.Name]
		done[f.Name] = true
		if !ok {
			if err := z.Copy(f); err != nil {
				return err
			}
			continue
		}
		if err := add(z, &zip.FileHeader{Name: f.Name, Method: zip.Deflate, Modified: f.Modified}, text); err != nil {
			return err
		}
	}
	var names []string
	for name := range changed {
		if !done[name] {
			names = append(names, name)
		}
	}
	sort.Strings(names)
	for _, name := range names {
		if err := add(z, &zip.FileHeader{Name: name, Method: zip.Deflate, Modified: zipTime}, changed[name]); err != nil {
			return err
		}
	}
	return z.Close()
}

func add(z *zip.Writer, header *zip.FileHeader, text string) error {
	f, err := z.CreateHeader(header)
	if err != nil {
		return err
	}
	_, err = io.WriteString(f, text)
	return err
}
