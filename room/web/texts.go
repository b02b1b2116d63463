package web

import (
	"context"
	"crypto/hmac"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"io"
	"mime/multipart"
	"net/http"
	"path"
	"strings"
	"time"

	"reprise/library"
	"reprise/read"
	"reprise/resolution"
	"reprise/resolution/symbol"
	"reprise/room"
)

// Bounds of what is brought.
const (
	maxBody   = 2*read.MaxBytes + 1<<20 // two files, and what a form has around them
	inMemory  = 8 << 20                 // of a form; the rest waits in files
	readLimit = 3 * time.Minute         // for one text; the largest PDF that is read takes half a minute
)

// text opens a text by its key in the room that is asked, or by its symbol.
func (c *call) text(name string) (*resolution.Document, error) {
	name = strings.TrimSpace(name)
	if isKey(name) {
		return c.brought(name)
	}
	s, ok := symbol.Parse(name, symbol.NoBody)
	if !ok {
		return nil, fault{errors.New(c.voice.Say("room-want-symbol", "text", name))}
	}
	return c.inPool(func(ctx context.Context) (*resolution.Document, error) {
		d, err := c.Source.OpenSymbol(ctx, s)
		if err != nil && ctx.Err() == nil {
			err = fault{err}
		}
		return d, err
	})
}

const keyLength = 32 // hexadecimal digits

func isKey(name string) bool {
	return len(name) == keyLength && strings.Trim(name, "0123456789abcdef") == ""
}

// keyOf is the key of a content in a room: the same content has the same, and nobody
// can work it out who has not been given it.
func (s *Server) keyOf(of string, content []byte) string {
	mac := hmac.New(sha256.New, s.key)
	mac.Write([]byte(of + "\x00"))
	mac.Write(content)
	return hex.EncodeToString(mac.Sum(nil))[:keyLength]
}

// brought opens a text that somebody brought into the room that is asked.
func (c *call) brought(key string) (*resolution.Document, error) {
	t, err := c.Store.Text(c.r.Context(), c.room.ID, key)
	if err != nil {
		return nil, err
	}
	return opened(t)
}

// opened opens a text that is kept.
func opened(t room.Text) (*resolution.Document, error) {
	content, err := library.Unpack(t.Document)
	if err != nil {
		return nil, err
	}
	d := new(resolution.Document)
	if err := json.Unmarshal(content, d); err != nil {
		return nil, err
	}
	if d.Reading.Format == "docx" && len(t.File) > 0 { // which the Word form builds on
		d.Source, err = library.Unpack(t.File)
	}
	return d, err
}

// keep keeps a document in the room that is asked, with the file that it was read
// from if any, and gives its key.
func (c *call) keep(name string, file []byte, d *resolution.Document) (string, error) {
	copied := *d
	copied.Source = nil
	written, err := json.Marshal(copied)
	if err != nil {
		return "", err
	}
	whole := file
	if whole == nil {
		whole = written
	}
	t := room.Text{Room: c.room.ID, Key: c.keyOf(c.room.ID, whole), Name: name, Person: c.person.ID, Time: now(), Document: library.Pack(written)}
	if file != nil {
		t.File = library.Pack(file)
	}
	return t.Key, c.Store.KeepText(c.r.Context(), t)
}

// inPool reads one text in its turn: a few at a time, so that a long one keeps nobody
// else waiting for more than a place.
func (c *call) inPool(open func(ctx context.Context) (*resolution.Document, error)) (*resolution.Document, error) {
	select {
	case c.pool <- struct{}{}:
		defer func() { <-c.pool }()
	case <-c.r.Context().Done():
		return nil, c.r.Context().Err()
	}
	ctx, cancel := context.WithTimeout(c.r.Context(), readLimit)
	defer cancel()
	return open(ctx)
}

// given is one text of a form: a file, or the symbol in the field beside it. The
// file comes first, since a browser may have filled the field in.
func (c *call) given(field string) (key string, d *resolution.Document, err error) {
	if heads := c.r.MultipartForm.File[field+"-file"]; len(heads) > 0 && heads[0].Size > 0 {
		return c.readFile(heads[0])
	}
	name := strings.TrimSpace(c.r.FormValue(field))
	if name == "" {
		return "", nil, fault{errors.New(c.voice.Say("room-want-text"))}
	}
	d, err = c.text(name)
	if err == nil && !isKey(name) {
		s, _ := symbol.Parse(name, symbol.NoBody)
		name = string(s)
	}
	return name, d, err
}

// readFile reads a file that was sent and keeps it in the room.
func (c *call) readFile(head *multipart.FileHeader) (string, *resolution.Document, error) {
	f, err := head.Open()
	if err != nil {
		return "", nil, err
	}
	defer f.Close()
	content, err := io.ReadAll(io.LimitReader(f, read.MaxBytes+1))
	if err != nil {
		return "", nil, err
	}
	if len(content) > read.MaxBytes {
		return "", nil, &http.MaxBytesError{Limit: read.MaxBytes}
	}
	name := fileName(head.Filename)
	key := c.keyOf(c.room.ID, content)
	if d, err := c.brought(key); err == nil { // it was read before
		return key, d, nil
	}
	d, err := c.inPool(func(ctx context.Context) (*resolution.Document, error) {
		d, err := read.Open(ctx, name, content, c.Source.Read)
		if err != nil && ctx.Err() == nil {
			err = fault{err}
		}
		return d, err
	})
	if err != nil {
		return "", nil, err
	}
	key, err = c.keep(name, content, d)
	return key, d, err
}

// fileName is what a file is called, without the folders that a browser may name.
func fileName(name string) string {
	name = path.Base(strings.ReplaceAll(name, "\\", "/"))
	if len(name) > maxName {
		name = name[len(name)-maxName:]
	}
	return strings.ToValidUTF8(name, "")
}

// form reads the form of a request, with its files.
func (c *call) form() error {
	err := c.r.ParseMultipartForm(inMemory)
	if errors.Is(err, http.ErrNotMultipart) {
		c.r.MultipartForm = &multipart.Form{}
		return nil
	}
	var large *http.MaxBytesError
	if err != nil && !errors.As(err, &large) {
		err = fault{err}
	}
	return err
}

// bring takes two texts, each a file or a symbol, and goes to their comparison.
func (c *call) bring() error {
	if err := c.form(); err != nil {
		return err
	}
	defer c.r.MultipartForm.RemoveAll()
	old, _, err := c.given("old")
	if err != nil {
		return err
	}
	new, _, err := c.given("new")
	if err != nil {
		return err
	}
	http.Redirect(c.w, c.r, addressOf("/compare", "old", old, "new", new), http.StatusSeeOther)
	return nil
}
