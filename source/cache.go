package source

import (
	"crypto/sha256"
	"fmt"
	"io/fs"
	"net/url"
	"os"
	"path/filepath"
	"strings"

	"reprise/internal/whole"
	"reprise/resolution/symbol"
)

// Cache keeps fetched documents in a folder, one file a document:
// "A_RES_73_58.en.docx". The zero value keeps nothing.
type Cache struct {
	Dir    string
	Opened func(fs.FileInfo) // as Source.Opened
}

// From is where documents of a service at an address are kept: those of another
// address than the UN's stand in a folder of their own, so that none is taken for what
// the UN published.
func (c Cache) From(base string) Cache {
	if c.Dir == "" || base == "" || base == DefaultBase {
		return c
	}
	host := "elsewhere"
	if u, err := url.Parse(base); err == nil && u.Host != "" {
		host = fileName(symbol.Symbol(u.Host))
	}
	sum := fmt.Sprintf("%x", sha256.Sum256([]byte(base)))
	c.Dir = filepath.Join(c.Dir, "from-"+host+"-"+sum[:addressDigits])
	return c
}

// addressDigits of a check sum tell two addresses of one host apart.
const addressDigits = 8

// find gives the best format that is kept, and the path of its file; false
// where none is.
func (c Cache) find(symbol symbol.Symbol, language string) (content []byte, path string, ok bool) {
	if c.Dir == "" {
		return nil, "", false
	}
	for _, f := range formats {
		path := c.path(symbol, language, f)
		if content, info, err := file(path); err == nil && f.is(content) {
			if c.Opened != nil {
				c.Opened(info)
			}
			return content, path, true
		}
	}
	return nil, "", false
}

// keep writes a document whole or not at all, so that two runs at once, or a
// run that is stopped, leave no half file.
func (c Cache) keep(symbol symbol.Symbol, language string, f format, content []byte) error {
	if c.Dir == "" {
		return nil
	}
	if err := os.MkdirAll(c.Dir, 0o755); err != nil {
		return plain(c.Dir, err)
	}
	return whole.Write([]whole.File{{Name: c.path(symbol, language, f), Content: content}}, nil)
}

func (c Cache) path(symbol symbol.Symbol, language string, f format) string {
	return filepath.Join(c.Dir, fileName(symbol)+"."+language+"."+f.name)
}

// fileName writes a symbol as a file name: every character that a file system
// could take amiss becomes "_".
func fileName(symbol symbol.Symbol) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r >= '0' && r <= '9', r >= 'a' && r <= 'z', r >= 'A' && r <= 'Z', r == '-', r == '.', r == '(', r == ')':
			return r
		}
		return '_'
	}, string(symbol))
}
