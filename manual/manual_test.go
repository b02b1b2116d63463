package manual_test

import (
	"bytes"
	"path"
	"regexp"
	"strings"
	"testing"
	"testing/fstest"

	"golang.org/x/net/html"

	"reprise/docs"
	"reprise/manual"
)

func site(t *testing.T) map[string][]byte {
	t.Helper()
	site, err := manual.Build(docs.Files)
	if err != nil {
		t.Fatal(err)
	}
	return site
}

// TestLinksLead: every link and picture of every page leads to a file of the site,
// and to a place that is there; nothing is loaded from elsewhere.
func TestLinksLead(t *testing.T) {
	site := site(t)
	anchors := map[string]map[string]bool{}
	each(t, site, func(page string, n *html.Node) {
		if id := attribute(n, "id"); id != "" {
			if anchors[page] == nil {
				anchors[page] = map[string]bool{}
			}
			if anchors[page][id] {
				t.Errorf("%s: two places are called %s", page, id)
			}
			anchors[page][id] = true
		}
	})
	each(t, site, func(page string, n *html.Node) {
		to := attribute(n, "href") + attribute(n, "src")
		switch {
		case to == "":
			return
		case strings.Contains(to, "://"):
			if n.Data != "a" {
				t.Errorf("%s: loads %s from elsewhere", page, to)
			}
			return
		}
		name, anchor, _ := strings.Cut(to, "#")
		target := page
		if name != "" {
			target = path.Join(path.Dir(page), name)
		}
		if site[target] == nil {
			t.Errorf("%s: %s leads to no file of the site", page, to)
		}
		if anchor != "" && !anchors[target][anchor] {
			t.Errorf("%s: %s leads to no place", page, to)
		}
	})
}

// TestOrder: the pages stand in the order in which the contents name them.
func TestOrder(t *testing.T) {
	first := string(site(t)["index.html"])
	if tour, glossary := strings.Index(first, "tour.html"), strings.Index(first, "glossary.html"); tour < 0 || glossary < tour {
		t.Error("the pages do not stand in the order of the contents")
	}
}

// TestSameBytes: the site is the same however often it is built.
func TestSameBytes(t *testing.T) {
	one, other := site(t), site(t)
	for name := range one {
		if !bytes.Equal(one[name], other[name]) {
			t.Errorf("%s differs from build to build", name)
		}
	}
}

// TestBuildRefuses: contents that are not there, or lead nowhere, are named.
func TestBuildRefuses(t *testing.T) {
	for want, from := range map[string]fstest.MapFS{
		"index.md: no such page":                       {"a.md": {Data: []byte("# A")}},
		"index.md: links to gone.md, which is no page": {"index.md": {Data: []byte("# A\n\n[b](gone.md)")}},
	} {
		if _, err := manual.Build(from); err == nil || err.Error() != want {
			t.Errorf("error %v, want %s", err, want)
		}
	}
}

// TestNoCodeComesIn: HTML that stands in a page of Markdown is shown by none.
func TestNoCodeComesIn(t *testing.T) {
	built, err := manual.Build(fstest.MapFS{"index.md": {Data: []byte("# A <script>alert(1)</script>\n\n<img src=x onerror=alert(1)>\n\n[x](javascript:alert(1))\n")}})
	if err != nil {
		t.Fatal(err)
	}
	if found := regexp.MustCompile(`<script>alert|onerror=|javascript:`).Find(built["index.html"]); found != nil {
		t.Errorf("%s stands in the page", found)
	}
}

func each(t *testing.T, site map[string][]byte, f func(page string, n *html.Node)) {
	t.Helper()
	for name, content := range site {
		if path.Ext(name) != ".html" {
			continue
		}
		tree, err := html.Parse(bytes.NewReader(content))
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		for n := range tree.Descendants() {
			if n.Type == html.ElementNode {
				f(name, n)
			}
		}
	}
}

func attribute(n *html.Node, key string) string {
	for _, a := range n.Attr {
		if a.Key == key {
			return a.Val
		}
	}
	return ""
}
