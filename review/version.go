package review

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"fmt"

	"reprise/resolution"
)

// Version is one text that marks were made on: what an aligner needs of it to
// find its clauses again in another revision.
type Version struct {
	Name     string   `json:"name"` // as reports name the text
	Clauses  []Clause `json:"clauses"`
	Language string   `json:"language,omitempty"`
}

// Clause is one clause of a version, with the fields of resolution.Clause that
// an aligner reads.
type Clause struct {
	ID      string `json:"id"`
	Part    string `json:"part"`
	Kind    string `json:"kind,omitempty"` // "" is a paragraph
	Role    string `json:"role,omitempty"`
	Section string `json:"section,omitempty"`
	Number  string `json:"number,omitempty"`
	Label   string `json:"label,omitempty"`
	Depth   int    `json:"depth,omitempty"`
	Parent  string `json:"parent,omitempty"`
	Lead    string `json:"lead,omitempty"`
	Text    string `json:"text"`
}

// VersionOf takes from a document what a review keeps of it, under the name
// that reports give it.
func VersionOf(d *resolution.Document, name string) Version {
	v := Version{Name: name, Language: d.Language, Clauses: []Clause{}}
	for _, c := range d.Clauses {
		kind := ""
		if c.Kind != resolution.Paragraph {
			kind = c.Kind.String()
		}
		v.Clauses = append(v.Clauses, Clause{c.ID, c.Part.String(), kind, c.Role.String(), c.Section, c.Number, c.Label, c.Depth, c.Parent, c.Lead, c.Text})
	}
	return v
}

// keyLength is how many hexadecimal digits name a version: enough that no two
// revisions of all resolutions there are share a key by chance.
const keyLength = 16

// Key names a version by what it says, clause by clause: two files of one text
// share it, two revisions under one symbol do not.
func (v Version) Key() string {
	sum := sha256.New()
	for _, c := range v.Clauses {
		fmt.Fprintf(sum, "%q %q\n", c.ID, c.Text)
	}
	return hex.EncodeToString(sum.Sum(nil))[:keyLength]
}

// compareVersions orders versions by key, and those of one key by the rest.
func compareVersions(a, b Version) int {
	return cmp.Or(
		cmp.Compare(a.Key(), b.Key()),
		cmp.Compare(a.Name, b.Name),
		cmp.Compare(a.Language, b.Language),
		cmp.Compare(fmt.Sprint(a.Clauses), fmt.Sprint(b.Clauses)),
	)
}

// document is the version as a document that can be aligned.
func (v Version) document() (*resolution.Document, error) {
	d := &resolution.Document{Language: v.Language}
	seen := map[string]bool{}
	for _, c := range v.Clauses {
		part, ok := indexOf(parts, c.Part)
		if !ok {
			return nil, fmt.Errorf("clause %s: part %q, want front, preamble, operative, annex or back", c.ID, c.Part)
		}
		kind, ok := indexOf(kinds, c.Kind)
		if !ok && c.Kind != "" {
			return nil, fmt.Errorf("clause %s: kind %q, want paragraph, heading or table", c.ID, c.Kind)
		}
		role, ok := resolution.RoleByName(c.Role)
		if !ok {
			return nil, fmt.Errorf("clause %s: unknown role %q", c.ID, c.Role)
		}
		if c.ID == "" || seen[c.ID] {
			return nil, fmt.Errorf("clause %q: want an ID of its own", c.ID)
		}
		seen[c.ID] = true
		d.Clauses = append(d.Clauses, &resolution.Clause{
			ID: c.ID, Part: part, Kind: kind, Role: role, Section: c.Section, Number: c.Number,
			Label: c.Label, Depth: c.Depth, Parent: c.Parent, Lead: c.Lead, Text: c.Text,
		})
	}
	return d, nil
}

var (
	parts = []resolution.Part{resolution.Front, resolution.Preamble, resolution.Operative, resolution.Annex, resolution.Back}
	kinds = []resolution.Kind{resolution.Paragraph, resolution.Heading, resolution.Table}
)

// indexOf finds a value by its name.
func indexOf[T fmt.Stringer](all []T, name string) (found T, ok bool) {
	for _, value := range all {
		if value.String() == name {
			return value, true
		}
	}
	return found, false
}
