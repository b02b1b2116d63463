package web_test

import (
	"os"
	"reprise/internal/outside/chromiumtest"
	"strings"
	"testing"

	"reprise/internal/outside"
)

// axeFile is where `npm install` puts axe-core, for the tests of the static page, too.
const axeFile = "../../report/page/testdata/axe/node_modules/axe-core/axe.min.js"

// TestPagesAreAccessible runs axe-core on every page of the server, in both themes, on
// a wide window and a phone, from left to right and from right to left.
func TestPagesAreAccessible(t *testing.T) {
	axe, err := os.ReadFile(axeFile)
	if err != nil {
		outside.Missing(t, "axe-core (npm install in report/page/testdata/axe) is missing")
	}
	window := browser(t)
	s := hosted(t)
	b := window()
	check := func(what string) {
		t.Helper()
		chromiumtest.Eval[bool](b, string(axe)+"; true")
		found := chromiumtest.Eval[[]string](b, `axe.run({resultTypes: ['violations']}).then(r => r.violations.flatMap(v =>
			v.nodes.map(n => v.id + ': ' + n.target.join(' ') + ': ' + n.any.concat(n.all, n.none).map(c => c.message).join('; '))))`)
		if len(found) > 0 {
			t.Errorf("%s:\n%s", what, strings.Join(found, "\n"))
		}
		if wide := chromiumtest.Eval[bool](b, "document.documentElement.scrollWidth > innerWidth + 1"); wide {
			t.Errorf("%s: wider than its window", what)
		}
	}
	b.Open(s.URL + "/")
	check("a stranger")
	b.Open(s.entrance())
	b.Click("details summary")
	b.Do(setFile(`[name="base-file"]`, saved(t, "L4.txt", draft)), keys(`form[action="/rooms"] [name="name"]`, "Lighthouses"), keys(`form[action="/rooms"] [name="delegation"]`, "Ruritania"))
	b.Click(`form[action="/rooms"] button`)
	chromiumtest.Expect(b, "document.querySelector('h1')?.textContent ?? ''", "Lighthouses")
	b.version(t, "Rev.1", revision)
	b.Click(`form[action$="/invitations"] button`)
	chromiumtest.Expect(b, "!!document.querySelector('[role=status] code')", true)
	check("a room with an invitation")
	join := chromiumtest.Eval[string](b, "document.querySelector('[role=status] code').textContent")
	compare := s.URL + chromiumtest.Eval[string](b, "document.querySelector('main > p a').getAttribute('href')")
	home := strings.TrimSuffix(chromiumtest.Eval[string](b, "location.href"), "/invitations")

	b.Open(compare)
	b.ready()
	b.Press("j")
	b.Press("d")
	b.Click(".current .tools [role=group] button:last-child")
	b.choose(".talk-form select", "position")
	b.choose(".talk-form label:nth-of-type(2) select", "reserved")
	b.Do(keys(".talk-form textarea", "We need time."))
	b.Click(".talk-form button")
	chromiumtest.Expect(b, "document.querySelectorAll('.talk li').length", 1)
	chromiumtest.Expect(b, "JSON.parse(localStorage.getItem(Object.keys(localStorage).find(k => k.includes(' unsent ')))).length", 0)

	for _, say := range []string{"", "ar"} {
		query := func(address string) string {
			if say == "" {
				return address
			}
			return address + map[bool]string{true: "&", false: "?"}[strings.Contains(address, "?")] + "say=" + say
		}
		for name, address := range map[string]string{"start": s.URL + "/", "room": home, "comparison": compare, "found": s.URL + "/find?q=lighthouse", "invitation": join, "nothing": s.URL + "/join/none", "series": s.URL + "/series/A/RES/202/38"} {
			b.Open(query(address))
			if name == "comparison" {
				b.ready()
				chromiumtest.Expect(b, "document.querySelectorAll('.talk li').length", 1)
				b.Press("j")
				b.Click(".current .tools [role=group] button:last-child")
			}
			for _, theme := range []string{"light", "dark"} {
				for _, width := range []int64{1400, 390} {
					b.Emulate(width, map[string]string{"prefers-color-scheme": theme})
					check(name + " " + say + " " + theme)
				}
			}
			b.Emulate(390, nil)
			b.shoot(name + "-" + say + "-phone.png")
			b.Emulate(1400, nil)
		}
	}
	b.Forgive("the server responded with a status of 40") // as asked for
	b.Quiet()
}
