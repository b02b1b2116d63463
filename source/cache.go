package source

import (
	"io/fs"
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
