package main

import (
	"archive/tar"
	"archive/zip"
	"bytes"
	"compress/gzip"
	"fmt"
	"io"
	"strings"
)

// name is what all files of a release for one system begin with.
func (r *release) name(t target) string {
	return fmt.Sprintf("reprise-%s-%s", strings.TrimPrefix(r.version, "v"), t)
}

// archive packs a binary with its papers: a zip for Windows, which unpacks nothing
// else by itself, a tar.gz elsewhere.
func (r *release) archive(t target, binary []byte) error {
	files := append([]file{{t.program(), 0o755, binary}}, r.papers...)
	for i := range files {
		files[i].path = r.name(t) + "/" + files[i].path
	}
	var b bytes.Buffer
	if t.system == "windows" {
		if err := r.zip(&b, files); err != nil {
			return err
		}
		return r.write(r.name(t)+".zip", b.Bytes())
	}
	packed, err := gzip.NewWriterLevel(&b, gzip.BestCompression)
	if err != nil {
		return err
	}
	if err := r.tar(packed, files); err != nil {
		return err
	}
	if err := packed.Close(); err != nil {
		return err
	}
	return r.write(r.name(t)+".tar.gz", b.Bytes())
}

// tar writes files that belong to root and are as old as the commit.
func (r *release) tar(to io.Writer, files []file) error {
	w := tar.NewWriter(to)
	for _, f := range files {
		header := &tar.Header{Typeflag: tar.TypeReg, Name: f.path, Mode: int64(f.mode.Perm()), Size: int64(len(f.content)), ModTime: r.time, Format: tar.FormatUSTAR}
		if f.mode.IsDir() {
			header.Typeflag = tar.TypeDir
		}
		if strings.HasPrefix(f.path, "data") || strings.HasPrefix(f.path, "tmp") {
			header.Uid, header.Gid = imageUser, imageUser
		}
		if err := w.WriteHeader(header); err != nil {
			return err
		}
		if _, err := w.Write(f.content); err != nil {
			return err
		}
	}
	return w.Close()
}

func (r *release) zip(to io.Writer, files []file) error {
	w := zip.NewWriter(to)
	for _, f := range files {
		header := &zip.FileHeader{Name: f.path, Method: zip.Deflate, Modified: r.time}
		header.SetMode(f.mode)
		entry, err := w.CreateHeader(header)
		if err != nil {
			return err
		}
		if _, err := entry.Write(f.content); err != nil {
			return err
		}
	}
	return w.Close()
}
