package main

import (
	"bytes"
	"compress/gzip"
	"os"
	"path/filepath"
	"strings"

	"github.com/goreleaser/nfpm/v2"
	"github.com/goreleaser/nfpm/v2/deb"
	"github.com/goreleaser/nfpm/v2/files"
)

// deb makes a package for Debian and its kin. It needs nothing that is not in every
// system; what helps (LibreOffice for old Word files) is suggested.
func (r *release) deb(t target, binary []byte) error {
	scratch, err := os.MkdirTemp("", "reprise-deb-")
	if err != nil {
		return err
	}
	defer os.RemoveAll(scratch)
	contents, err := r.installed(scratch, binary)
	if err != nil {
		return err
	}
	info := nfpm.WithDefaults(&nfpm.Info{
		Name: "reprise", Arch: t.machine, Platform: "linux", Version: strings.TrimPrefix(r.version, "v"),
		Section: "text", Priority: "optional", Maintainer: "the reprise engineers <reprise@example.org>", License: "Apache-2.0", MTime: r.time,
		Description:  "compare United Nations resolutions clause by clause\nTells what was added, removed, reworded, moved, split and merged, through\na whole series, in the terminal, as a page, a Word file, a table or data.",
		Overridables: nfpm.Overridables{Contents: contents, Suggests: []string{"libreoffice-writer-nogui"}, Deb: nfpm.Deb{Compression: "xz"}},
	})
	if err := nfpm.PrepareForPackager(info, "deb"); err != nil {
		return err
	}
	var b bytes.Buffer
	if err := deb.Default.Package(info, &b); err != nil {
		return err
	}
	return r.write(r.name(t)+".deb", b.Bytes())
}

// installed lays out what the package installs, in the places of the Filesystem
// Hierarchy Standard and of Debian's policy.
func (r *release) installed(scratch string, binary []byte) (files.Contents, error) {
	placed := []file{{"/usr/bin/reprise", 0o755, binary}}
	for _, f := range r.papers {
		to, content := "", f.content
		switch {
		case f.path == "LICENSE":
			to = "/usr/share/doc/reprise/copyright"
		case f.path == "CHANGELOG.md":
			to, content = "/usr/share/doc/reprise/changelog.gz", gzipped(content)
		case strings.HasPrefix(f.path, "man/"):
			to, content = "/usr/share/man/man1/"+filepath.Base(f.path)+".gz", gzipped(content)
		case f.path == "completions/reprise.bash":
			to = "/usr/share/bash-completion/completions/reprise"
		case f.path == "completions/reprise.zsh":
			to = "/usr/share/zsh/vendor-completions/_reprise"
		case f.path == "completions/reprise.fish":
			to = "/usr/share/fish/vendor_completions.d/reprise.fish"
		default:
			continue
		}
		placed = append(placed, file{to, 0o644, content})
	}
	var out files.Contents
	for _, f := range placed {
		source := filepath.Join(scratch, strings.ReplaceAll(f.path, "/", "_"))
		if err := os.WriteFile(source, f.content, 0o600); err != nil {
			return nil, err
		}
		out = append(out, &files.Content{Source: source, Destination: f.path, FileInfo: &files.ContentFileInfo{Owner: "root", Group: "root", Mode: f.mode, MTime: r.time}})
	}
	return out, nil
}

// gzipped packs without a name and a time.
func gzipped(content []byte) []byte {
	var b bytes.Buffer
	w, _ := gzip.NewWriterLevel(&b, gzip.BestCompression) // the level is one that there is
	w.Write(content)
	w.Close()
	return b.Bytes()
}
