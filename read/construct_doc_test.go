package read

import (
	"testing"

	"reprise/internal/outside"
)

// Law 1 for old Word files, which LibreOffice reads: what it finds in one that was made
// of constructs of OpenDocument is in what is read of it.
func TestNothingIsLostInOldWord(t *testing.T) {
	for _, seed := range []uint64{0, 1} {
		p, content := generated(odtKind(), seed)
		old := outside.Office(t, "made.odt", content, "doc")
		found := madeWords(parted.ReplaceAllString(string(outside.Office(t, "made.doc", old, "txt")), "$0 "))
		d, err := Open(t.Context(), "made.doc", old, tools)
		if err != nil {
			t.Fatal(err)
		}
		read, aside := inDocument(d)
		for w := range found {
			if p.other[w] == "" && read[w]+aside[w] == 0 { // others are left out, and said
				t.Errorf("file %d: %s (%s) is lost", seed, w, p.read[w])
			}
		}
		t.Logf("file %d: LibreOffice finds %d of %d words", seed, len(found), len(p.read))
	}
}
