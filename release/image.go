package main

import (
	"bytes"
	"io"
	"os"
	"path/filepath"

	v1 "github.com/google/go-containerregistry/pkg/v1"
	"github.com/google/go-containerregistry/pkg/v1/empty"
	"github.com/google/go-containerregistry/pkg/v1/layout"
	"github.com/google/go-containerregistry/pkg/v1/mutate"
	"github.com/google/go-containerregistry/pkg/v1/tarball"
	"github.com/google/go-containerregistry/pkg/v1/types"
)

// imageUser is who runs in the container: nobody in particular, and not root.
const imageUser = 65532

// image makes a container image in the OCI layout, from nothing: the binary, a folder
// for a library that may be mounted over, and one for passing files. Its root can be
// read-only.
func (r *release) image(t target, binary []byte) error {
	var packed bytes.Buffer
	err := r.tar(&packed, []file{
		{"data/", os.ModeDir | 0o755, nil},
		{"tmp/", os.ModeDir | 0o700, nil},
		{"usr/bin/reprise", 0o755, binary},
		{"usr/share/doc/reprise/LICENSE", 0o644, r.papers[0].content},
	})
	if err != nil {
		return err
	}
	layer, err := tarball.LayerFromOpener(func() (io.ReadCloser, error) { return io.NopCloser(bytes.NewReader(packed.Bytes())), nil }, tarball.WithMediaType(types.OCILayer))
	if err != nil {
		return err
	}
	base := mutate.ConfigMediaType(mutate.MediaType(empty.Image, types.OCIManifestSchema1), types.OCIConfigJSON)
	img, err := mutate.Append(base, mutate.Addendum{Layer: layer, History: v1.History{Created: v1.Time{Time: r.time}, CreatedBy: "reprise " + r.version}})
	if err != nil {
		return err
	}
	config, err := img.ConfigFile()
	if err != nil {
		return err
	}
	config = config.DeepCopy()
	config.OS, config.Architecture, config.Created = t.system, t.machine, v1.Time{Time: r.time}
	config.Config = v1.Config{
		User:       "65532:65532",
		Entrypoint: []string{"/usr/bin/reprise"},
		WorkingDir: "/data",
		Env:        []string{"PATH=/usr/bin", "XDG_DATA_HOME=/data", "REPRISE_CACHE=/tmp"},
		Labels:     map[string]string{"org.opencontainers.image.title": "reprise", "org.opencontainers.image.version": r.version, "org.opencontainers.image.licenses": "Apache-2.0"},
	}
	if img, err = mutate.ConfigFile(img, config); err != nil {
		return err
	}
	index := mutate.AppendManifests(mutate.IndexMediaType(empty.Index, types.OCIImageIndex), mutate.IndexAddendum{Add: img, Descriptor: v1.Descriptor{Platform: config.Platform()}})
	_, err = layout.Write(filepath.Join(r.out, r.name(t)+".oci"), index)
	return err
}
