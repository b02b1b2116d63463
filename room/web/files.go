package web

import "embed"

// files are the server's own pages, styles and scripts.
//
//go:embed html
var files embed.FS
