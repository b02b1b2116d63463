// Package docs holds what is written about reprise, for the program to show: pages
// in Markdown, the pictures that they show, and the schemas of the JSON forms. The
// pictures of the README are not among them: every one makes every binary larger.
package docs

import "embed"

// Files are the pages and what they show, by their paths in this folder.
//
//go:embed *.md *.schema.json img/page.png img/room.png img/word.png tasks/*.md
var Files embed.FS
