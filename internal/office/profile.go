package office

import (
	_ "embed"
	"os"
	"path/filepath"
)

// nowhere is an address where nobody answers: the discard port of this machine.
const nowhere = "127.0.0.1:9"

// settings are what the profile of each run is made of: no macros, no links
// followed or brought up to date, no pictures or templates from elsewhere, a
// proxy at nowhere for whatever asks all the same.
//
//go:embed settings.xcu
var settings []byte

// furnish writes the profile.
func furnish(dir string) error {
	user := filepath.Join(dir, "profile", "user")
	if err := os.MkdirAll(user, 0o700); err != nil {
		return err
	}
	return os.WriteFile(filepath.Join(user, "registrymodifications.xcu"), settings, 0o600)
}
