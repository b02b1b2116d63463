package read

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"time"
)

// The old binary .doc is read through LibreOffice, which turns it into .docx.

var docFormat = format{name: "doc", engine: "libreoffice, wordml", is: isDOC, read: readDOC}

// docTime is a watchdog: it may only fail.
const docTime = 90 * time.Second

// compoundFile opens every file of the old office formats.
var compoundFile = []byte{0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1}

// wordStream is the name of the stream that a .doc keeps its text in, in
// UTF-16.
var wordStream = []byte("W\x00o\x00r\x00d\x00D\x00o\x00c\x00u\x00m\x00e\x00n\x00t\x00")

var errNoOffice = errors.New("an old binary Word file (.doc), which is read through LibreOffice; " +
	"LibreOffice is not installed here: install it, or save the file as .docx")

// isDOC tells an old Word file; one locked with a password is also such a file.
func isDOC(content []byte) bool { return bytes.HasPrefix(content, compoundFile) }

func readDOC(in input) (out blocksOf, err error) {
	if !bytes.Contains(in.content, wordStream) {
		return out, errors.New("an office file that is locked with a password, or none of Word; save it as .docx without a password")
	}
	office, err := findOffice()
	if err != nil {
		return out, err
	}
	converted, err := convert(office, in.content)
	if err != nil {
		return out, err
	}
	out.blocks, out.warnings, err = readDOCX(converted, in.opts)
	return out, err
}

func findOffice() (string, error) {
	for _, name := range []string{"soffice", "libreoffice"} {
		if path, err := exec.LookPath(name); err == nil {
			return path, nil
		}
	}
	return "", errNoOffice
}

// convert has LibreOffice turn a .doc into a .docx, in a directory and with a
// profile of its own, so that a running LibreOffice is not disturbed.
func convert(office string, content []byte) ([]byte, error) {
	dir, err := os.MkdirTemp("", "reprise-doc-")
	if err != nil {
		return nil, err
	}
	defer os.RemoveAll(dir)
	from := filepath.Join(dir, "in.doc")
	if err := os.WriteFile(from, content, 0o600); err != nil {
		return nil, err
	}
	ctx, cancel := context.WithTimeout(context.Background(), docTime)
	defer cancel()
	profile := "-env:UserInstallation=file://" + filepath.ToSlash(filepath.Join(dir, "profile"))
	run := exec.CommandContext(ctx, office, profile, "--headless", "--convert-to", "docx", "--outdir", dir, from)
	run.WaitDelay = time.Second
	said, err := run.CombinedOutput()
	converted, readErr := os.ReadFile(filepath.Join(dir, "in.docx"))
	if err != nil || readErr != nil {
		return nil, fmt.Errorf("LibreOffice could not turn the .doc file into .docx: %s", bytes.TrimSpace(said))
	}
	return converted, nil
}
