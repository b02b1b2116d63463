package imprint

import "testing"

// TestIs on what others write: nothing of it may be taken for ours.
func TestIsNotOurs(t *testing.T) {
	for name, content := range map[string]string{
		"nothing":            "",
		"a resolution":       "A/RES/200/41\n\nThe General Assembly,\n\n1. Decides to keep the lamps lit.\n",
		"a title in a page":  "<!doctype html><head><title>Keeping of lamps</title></head><p>reprise</p>",
		"another generator":  `<!doctype html><head><meta name="generator" content="Hugo"></head>`,
		"an arrow":           "North → south\n\nThe General Assembly,\n\n1. Decides to sail → south.\n",
		"a draft in columns": "Draft\n\nPP1  Recalling its resolution 200/41,\nOP1  Decides to go on.\n",
		"no zip":             "PK\x03\x04 damaged",
		"the mark inside":    "<!-- reprise -->\n1. Decides.\n",
	} {
		if Is([]byte(content)) {
			t.Errorf("%s is taken for ours", name)
		}
	}
}

// TestIs on marks; what the command writes is in its own tests (nothing_lost.txt).
func TestIs(t *testing.T) {
	for name, content := range map[string]string{
		"a page":           "<!doctype html>\n<head>\n" + HTML,
		"Markdown":         "# A\n\n" + Markdown + "\n\n",
		"a text":           "A\n\n" + Text + "\n",
		"with CRLF":        "A\r\n\r\n" + Text + "\r\n",
		"a redirected one": "A/RES/1/1 → A/RES/2/2\nLamps\n\n~ PP1      routine\n",
	} {
		if !Is([]byte(content)) {
			t.Errorf("%s is not known", name)
		}
	}
}
