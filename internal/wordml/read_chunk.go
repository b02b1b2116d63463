package wordml

import (
	"bytes"
	"path"

	"reprise/internal/zipxml"
)

// chunk reads a part that the document takes in when Word opens it (altChunk):
// a Word file of its own, whose text joins this one, or a file in another format,
// which is handed on. A file within such a file is not read: nothing that people
// make goes so deep, and bombs do.
func (c *collector) chunk(n *zipxml.Node) {
	name := c.r.relations[n.Attr("id")].target
	if name == "" {
		name = n.Attr("id")
	}
	content, err := c.r.pkg.Read(name)
	switch {
	case err != nil:
	case !bytes.HasPrefix(content, []byte("PK\x03\x04")):
		c.items = append(c.items, TextItem{Chunk: &Chunk{Name: name, Content: content}})
		return
	case c.r.outer == nil:
		if err = c.wordChunk(content); err == nil {
			return
		}
	}
	c.r.text.Unread = append(c.r.text.Unread, path.Base(name))
}

// wordChunk reads a Word file in the Word file, under what is left of its limits.
func (c *collector) wordChunk(content []byte) error {
	pkg, err := c.r.pkg.Inner(content)
	if err != nil {
		return err
	}
	inner, err := read(pkg, &reader{revisions: c.r.revisions, author: c.r.author, outer: c.r})
	if err != nil {
		return err
	}
	c.items = append(c.items, inner.Body...)
	t := c.r.text
	t.chunkNotes = append(t.chunkNotes, inner.Notes...)
	t.Edges = append(t.Edges, append(inner.Masthead, inner.Edges...)...)
	t.Changes += inner.Changes
	t.Comments += inner.Comments
	t.Hidden += inner.Hidden
	t.Unended += inner.Unended
	t.Unread = append(t.Unread, inner.Unread...)
	t.Objects += inner.Objects
	t.Aside = append(t.Aside, inner.Aside...)
	return nil
}
