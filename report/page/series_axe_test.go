package page_test

import (
	"io"
	"os"
	"path/filepath"
	"reprise/internal/outside/chromiumtest"
	"strings"
	"testing"

	"reprise/internal/outside"
	"reprise/report/page"
	"reprise/report/reporttest"
	"reprise/series"
)

// seriesPages are the three pages of a series and those of what was agreed and of two
// languages, which are made of the same parts, by name.
func seriesPages(t *testing.T, s *series.Series, l *series.Lineage) map[string][]byte {
	t.Helper()
	var h page.HTML
	return map[string][]byte{
		"series":  reporttest.Written(t, func(w io.Writer) error { return h.RenderSeries(w, []*series.Series{s}) }),
		"blame":   reporttest.Written(t, func(w io.Writer) error { return h.RenderBlame(w, s, len(s.Versions)-1) }),
		"history": reporttest.Written(t, func(w io.Writer) error { return h.RenderHistory(w, s, l) }),
		"concord": reporttest.Written(t, func(w io.Writer) error { return h.RenderConcordance(w, reporttest.Concordance(t)) }),
		"agreed":  reporttest.Written(t, func(w io.Writer) error { return h.RenderAgreed(w, reporttest.Agreement(t)) }),
	}
}

// openPage opens a rendered page in the browser.
func openPage(t *testing.T, page []byte) *tab {
	t.Helper()
	file := filepath.Join(t.TempDir(), "page.html")
	if err := os.WriteFile(file, page, 0o644); err != nil {
		t.Fatal(err)
	}
	return openFile(t, file)
}

// phone is the width of a small window.
const phone = 390

// fits checks that the page is no wider than its window.
func (b *tab) fits(what string) {
	b.T.Helper()
	if over := chromiumtest.Eval[int](b, `document.documentElement.scrollWidth - innerWidth`); over > 0 {
		b.T.Errorf("%s: the page stands %d pixels over the window's edge", what, over)
	}
}

// faint lists the words and marks whose contrast with what they stand on is
// below AA's 4.5, those that the style sheet writes included, which axe-core
// does not judge.
func (b *tab) faint() []string {
	b.T.Helper()
	return chromiumtest.Eval[[]string](b, `(() => {
		const canvas = new OffscreenCanvas(1, 1).getContext('2d', {willReadFrequently: true});
		const light = colour => {
			canvas.clearRect(0, 0, 1, 1);
			canvas.fillStyle = colour;
			canvas.fillRect(0, 0, 1, 1);
			const p = canvas.getImageData(0, 0, 1, 1).data;
			const [r, g, u] = [...p].slice(0, 3).map(x => (x /= 255) <= .04045 ? x / 12.92 : ((x + .055) / 1.055) ** 2.4);
			return p[3] < 255 ? null : .2126 * r + .7152 * g + .0722 * u;
		};
		const ground = e => e ? light(getComputedStyle(e).backgroundColor) ?? ground(e.parentElement) : 1;
		const found = new Set();
		const judge = (e, style, what) => {
			const ink = light(e.closest('svg') ? style.fill : style.color), paper = ground(e);
			const ratio = (Math.max(ink, paper) + .05) / (Math.min(ink, paper) + .05);
			if (ratio < 4.5) found.add(what + ' ' + ratio.toFixed(2));
		};
		for (const e of document.querySelectorAll('body *:not(script, title)')) {
			const what = e.tagName + '.' + (e.getAttribute('class') ?? '');
			if ([...e.childNodes].some(n => n.nodeType === 3 && n.data.trim())) judge(e, getComputedStyle(e), what);
			for (const side of ['::before', '::after']) {
				const style = getComputedStyle(e, side);
				if (!['none', 'normal', '""'].includes(style.content)) judge(e, style, what + side);
			}
		}
		return [...found];
	})()`)
}

// TestSeriesPagesAreAccessible runs axe-core on the pages of a series in every
// theme, at three widths, with all histories open.
func TestSeriesPagesAreAccessible(t *testing.T) {
	axe, err := os.ReadFile(filepath.FromSlash(axeFile))
	if err != nil {
		outside.Missing(t, "axe-core (npm install in report/page/testdata/axe) is missing")
	}
	s := reporttest.Series(t)
	revived := s.Of(s.Versions[len(s.Versions)-1].Document.Clause("op2"))
	for name, page := range seriesPages(t, s, revived) {
		t.Run(name, func(t *testing.T) {
			b := openPage(t, page)
			check := func(what string) {
				t.Helper()
				if found := b.violations(string(axe)); len(found) > 0 {
					t.Errorf("%s:\n%s", what, strings.Join(found, "\n"))
				}
				b.fits(what)
			}
			contrast := func(what string) {
				t.Helper()
				if found := b.faint(); len(found) > 0 {
					t.Errorf("%s: faint:\n%s", what, strings.Join(found, "\n"))
				}
			}
			check("closed")
			chromiumtest.Eval[bool](b, `document.querySelectorAll('details').forEach(d => d.open = true), true`)
			for _, theme := range []string{"light", "dark"} {
				for _, width := range []int64{1400, 900, phone} {
					b.Emulate(width, map[string]string{"prefers-color-scheme": theme})
					check(theme)
				}
				contrast(theme)
				b.Emulate(1400, map[string]string{"prefers-color-scheme": theme, "prefers-contrast": "more"})
				check(theme + ", more contrast")
			}
			b.Emulate(1400, map[string]string{"forced-colors": "active"})
			check("forced colours")
			b.Quiet()
			chromiumtest.Eval[bool](b, `document.querySelector('h1').style.color = '#808080', document.querySelector('h1').insertAdjacentHTML('beforeend', '<img>'), true`)
			b.Emulate(1400, nil)
			if len(b.violations(string(axe))) == 0 || len(b.faint()) == 0 {
				t.Error("planted faults are not seen")
			}
		})
	}
}

// TestLongSeriesFitThePage opens the pages of the longest real series at the
// width of a phone and of a desk: a table may scroll, the page may not.
func TestLongSeriesFitThePage(t *testing.T) {
	for _, name := range []string{"sc-undof-golan-1974-1993", "sc-monusco-drc"} {
		t.Run(name, func(t *testing.T) {
			s := realSeries(t, name)
			for form, page := range seriesPages(t, s, s.Lineages[0]) {
				b := openPage(t, page)
				chromiumtest.Eval[bool](b, `document.querySelectorAll('details').forEach(d => d.open = true), true`)
				for _, width := range []int64{1400, phone} {
					b.Emulate(width, nil)
					b.fits(form)
				}
				b.Quiet()
				if *pictures != "" {
					chromiumtest.Eval[bool](b, `document.querySelectorAll('details').forEach(d => d.open = false), true`)
					for size, width := range map[string]int64{"wide": 1400, "phone": phone} {
						b.Emulate(width, nil)
						b.shoot(strings.Join([]string{name, form, size}, "-") + ".png")
					}
				}
			}
		})
	}
}

// realSeries follows a series of the shared folder: its hand-made texts where
// there are some, or else all.
func realSeries(t *testing.T, name string) *series.Series {
	t.Helper()
	if testing.Short() {
		t.Skip("skipped: drives a browser, too slow for -short")
	}
	folder := filepath.Join(outside.Texts(t), "resolutions", "series", name)
	files, _ := filepath.Glob(filepath.Join(folder, "*.gold.txt"))
	if len(files) == 0 {
		files, _ = filepath.Glob(filepath.Join(folder, "*.txt"))
	}
	if len(files) == 0 {
		outside.Missing(t, "no series %s", name)
	}
	var longest *series.Series
	for _, s := range series.FollowAll(series.Group(reporttest.Documents(t, files)), nil) {
		if longest == nil || len(s.Versions) > len(longest.Versions) {
			longest = s
		}
	}
	return longest
}
