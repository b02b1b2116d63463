package outside

import (
	"path/filepath"
	"strings"
	"testing"

	"reprise/internal/office"
)

// Office has LibreOffice convert a file to a format, as the product does:
// without network. It skips without LibreOffice, and under -short.
func Office(t *testing.T, name string, content []byte, format string) []byte {
	t.Helper()
	if testing.Short() {
		t.Skip("skipped: LibreOffice takes seconds")
	}
	Program(t, "soffice")
	converted, err := office.Convert(t.Context(), content, strings.TrimPrefix(filepath.Ext(name), "."), format)
	if err != nil {
		t.Fatal(err)
	}
	return converted
}
