package page

import (
	"crypto/sha256"
	"encoding/hex"
	"io/fs"
)

// Site is what the pages of a server share: their style and script are files there,
// so that no page has a script in it. It may be used by many goroutines at once.
type Site struct{ comparison, series *assets }

// Added is what a server adds to the style and the script of a comparison; its script
// sees what the page's own parts declare.
type Added struct {
	Files           fs.FS
	Scripts, Styles []string
}

// Link is a way from a page to another of a server.
type Link struct{ Href, Text string }

// NewSite is a site whose files stand in a folder of a server, "/assets/".
func NewSite(base string, added Added) *Site {
	own := func(a *assets, added Added) *assets {
		return &assets{templates: a.templates, styles: a.styles, scripts: a.scripts, added: added, base: base}
	}
	return &Site{own(comparisonAssets, added), own(seriesAssets, Added{})}
}

// Files are the files that a server must have, by name. A name changes with its
// content, so that a browser may keep it for good.
func (s *Site) Files() (map[string][]byte, error) {
	out := map[string][]byte{}
	for _, a := range []*assets{s.comparison, s.series} {
		a.once.Do(a.join)
		if a.err != nil {
			return nil, a.err
		}
		out[a.styleName()], out[a.scriptName()] = []byte(a.style), []byte(a.script)
	}
	return out, nil
}

// Style is the address of the style of comparisons, for the server's own pages.
func (s *Site) Style() string {
	s.comparison.once.Do(s.comparison.join)
	return s.comparison.base + s.comparison.styleName()
}

func (a *assets) styleName() string  { return named(a.style) + ".css" }
func (a *assets) scriptName() string { return named(a.script) + ".js" }

// named is a file's name by its content.
func named(content string) string {
	sum := sha256.Sum256([]byte(content))
	return hex.EncodeToString(sum[:8])
}

// assetsOf are what a page of this form is made of.
func (h HTML) assetsOf(alone *assets) *assets {
	switch {
	case h.Site == nil:
		return alone
	case alone == seriesAssets:
		return h.Site.series
	}
	return h.Site.comparison
}
