package main

import (
	"bytes"
	"crypto/sha256"
	"debug/buildinfo"
	"fmt"
	"time"

	"github.com/CycloneDX/cyclonedx-go"
)

// bill writes what a binary is built of (CycloneDX), as the binary itself knows it.
func (r *release) bill(t target, binary string, content []byte) error {
	info, err := buildinfo.ReadFile(binary)
	if err != nil {
		return err
	}
	components := []cyclonedx.Component{{
		BOMRef: "go", Type: cyclonedx.ComponentTypeLibrary, Name: "std", Version: info.GoVersion, PackageURL: "pkg:golang/std@" + info.GoVersion,
	}}
	needs := []string{"go"}
	for _, d := range info.Deps {
		url := "pkg:golang/" + d.Path + "@" + d.Version
		components = append(components, cyclonedx.Component{BOMRef: url, Type: cyclonedx.ComponentTypeLibrary, Name: d.Path, Version: d.Version, PackageURL: url})
		needs = append(needs, url)
	}
	bom := cyclonedx.NewBOM()
	bom.Metadata = &cyclonedx.Metadata{
		Timestamp: r.time.UTC().Format(time.RFC3339),
		Component: &cyclonedx.Component{
			BOMRef: "reprise", Type: cyclonedx.ComponentTypeApplication, Name: "reprise", Version: r.version,
			Hashes: &[]cyclonedx.Hash{{Algorithm: cyclonedx.HashAlgoSHA256, Value: fmt.Sprintf("%x", sha256.Sum256(content))}},
		},
	}
	bom.Components = &components
	bom.Dependencies = &[]cyclonedx.Dependency{{Ref: "reprise", Dependencies: &needs}}
	var b bytes.Buffer
	if err := cyclonedx.NewBOMEncoder(&b, cyclonedx.BOMFileFormatJSON).SetPretty(true).Encode(bom); err != nil {
		return err
	}
	return r.write(r.name(t)+".cdx.json", b.Bytes())
}
