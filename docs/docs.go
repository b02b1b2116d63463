// Package docs holds what is written about reprise, for the program to show: pages
// in Markdown, their pictures, and the schemas of the JSON forms.
package docs

import "embed"

// Files are the pages and what they show, by their paths in this folder.
//
//go:embed *.md *.schema.json img/*.png tasks/*.md
var Files embed.FS
