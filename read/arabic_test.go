package read

import (
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"reprise/internal/outside"
	"reprise/resolution"
)

// arabic is a page of an Arabic resolution, as a browser prints it.
const arabic = `<!doctype html><html lang="ar" dir="rtl"><meta charset="utf-8"><style>body{font-size:12pt}p{margin:1em 0}</style>
<p>إن الجمعية العامة،</p>
<p>إذ تشير إلى قراراتها 196/18 المؤرخ 4 كانون الأول/ديسمبر 2141 و 197/22 المؤرخ 5 كانون الأول/ديسمبر 2142 و 198/27 المؤرخ 6 كانون الأول/ديسمبر 2143،</p>
<p>وإذ تضع في اعتبارها أن المنارات تهدي السفن وقوارب الصيد والطيور المهاجرة منذ أكثر من ألفي سنة، وأن العناية الدائمة بالضوء تسهم في سلامة كل من يسافر ليلا،</p>
<p>واقتناعا منها بأن العناية الدائمة بالضوء تسهم في سلامة كل من يسافر ليلا، وإذ تشدد على أهمية تدريب الحراس في جميع المناطق الساحلية وعلى أهمية تبادل الخبرات بين الحراس وعلى صيانة العدسات والأبراج في أشهر الشتاء وعلى إبقاء المصابيح مضاءة في كل ليلة من ليالي السنة،</p>
<p>1 - تحيط علما مع التقدير بالتقرير (A/200/451، الفقرة 12)؛</p>
<p>2 - تدعو الحكومات إلى ما يلي:</p>
<p>(أ) تبادل سجلات المناوبة؛</p>
<p>(ب) إصلاح العدسات المكسورة في غضون ثلاثين يوما.</p>`

// A browser's print of an Arabic page is read in the order of the tongue, with its
// words, ligatures, numbers and symbols whole.
func TestArabicPrintIsReadAsWritten(t *testing.T) {
	if testing.Short() {
		t.Skip("skipped: Chromium takes seconds")
	}
	outside.Program(t, "chromium")
	dir := t.TempDir()
	page, print := filepath.Join(dir, "page.html"), filepath.Join(dir, "page.pdf")
	if err := os.WriteFile(page, []byte(arabic), 0o600); err != nil {
		t.Fatal(err)
	}
	out, err := exec.CommandContext(t.Context(), "chromium", "--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer",
		"--print-to-pdf="+print, "file://"+page).CombinedOutput()
	if err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	want, got := partsOf(t, page), partsOf(t, print)
	if len(want) != 8 || !slices.Equal(got, want) {
		t.Errorf("read\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
}

func partsOf(t *testing.T, name string) []string {
	t.Helper()
	content, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	d, err := Open(t.Context(), name, content, tools)
	if err != nil {
		t.Fatal(err)
	}
	var out []string
	for _, c := range d.Clauses {
		if c.Part == resolution.Preamble || c.Part == resolution.Operative {
			out = append(out, c.ID+" "+c.Label+" "+c.Text)
		}
	}
	return out
}
