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

	packageRelationsFile = "_rels/.rels"
)

// changed are the parts that differ from the file's, by name.
func (w *baseWriter) changed(comments [][]string) (map[string]string, error) {
	parts := map[string]string{}
	for name := range w.base.rewritten {
		parts[name] = w.base.parts[name]
	}
	for name, out := range w.parts {
		parts[name] = out.String()
	}
	if err := w.addNotes(parts); err != nil {
		return nil, err
	}
	if err := w.heads(parts); err != nil {
		return nil, err
	}
	if err := w.sign(parts); err != nil {
		return nil, err
	}
	if len(comments) > 0 {
		return parts, w.addComments(parts, commentElements(w.body.stamp+initials(w.d.Author), w.body.noted, comments))
	}
	return parts, nil
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
	text, changed := parts[name]
	if !changed {
		text = w.base.parts[name]
	}
	at := strings.LastIndex(text, end)
	if at < 0 {
		return refused("its part "+name+" is missing or odd", "", "open it in Word and save it")
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
		if b.leave[f.Name] {
			continue
		}
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
