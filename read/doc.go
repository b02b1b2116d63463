package read

import (
	"bytes"
	"context"
	"errors"

	"reprise/internal/office"
)

// The old binary .doc is read through LibreOffice, which turns it into .docx.

var docFormat = format{name: "doc", engine: "libreoffice, wordml", is: isDOC, read: readDOC}

// compoundFile opens every file of the old office formats.
var compoundFile = []byte{0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1}

// wordStream is the name of the stream that a .doc keeps its text in, in
// UTF-16.
var wordStream = []byte("W\x00o\x00r\x00d\x00D\x00o\x00c\x00u\x00m\x00e\x00n\x00t\x00")

var errNoOffice = errors.New("an old binary Word file (.doc), which is read through LibreOffice; " +
	"LibreOffice is not installed here, or may not be used: install it, or save the file as .docx")

// isDOC tells an old Word file; one locked with a password is also such a file.
func isDOC(content []byte) bool { return bytes.HasPrefix(content, compoundFile) }

func readDOC(ctx context.Context, in input) (out blocksOf, err error) {
	if !bytes.Contains(in.content, wordStream) {
		return out, errors.New("an office file that is locked with a password, or none of Word; save it as .docx without a password")
	}
	if !in.opts.Office {
		return out, errNoOffice
	}
	converted, err := office.Convert(ctx, in.content, "doc", "docx")
	if errors.Is(err, office.ErrMissing) {
		return out, errNoOffice
	}
	if err != nil {
		return out, err
	}
	out.blocks, out.warnings, err = readDOCX(ctx, converted, in.opts)
	return out, err
}
