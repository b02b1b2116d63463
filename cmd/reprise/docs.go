package main

import (
	"context"
	"errors"
	"fmt"
	"maps"
	"mime"
	"net"
	"net/http"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"reprise/docs"
	"reprise/internal/whole"
	"reprise/manual"
)

// docsAddress is where the documentation is served: on this machine only, at a port of
// its own, so that a page can be kept as a bookmark.
const docsAddress = "127.0.0.1:6461"

func newDocs(s surroundings) *cobra.Command {
	listen, folder := docsAddress, ""
	c := &cobra.Command{
		Use:   "docs",
		Short: "Show the documentation in a browser",
		Long: `Serve the documentation of this version as pages, with a search, until you stop it
with Ctrl-C; or write the pages into a folder that is there. Nothing is fetched.`,
		Example: "  reprise docs\n  reprise docs --listen 127.0.0.1:8080\n  reprise docs -o site/",
		Args:    known,
		RunE: func(c *cobra.Command, _ []string) error {
			site, err := manual.Build(docs.Files)
			if err != nil {
				return err
			}
			if folder != "" {
				return writeSite(folder, site)
			}
			return serveSite(c.Context(), s, listen, site)
		},
	}
	c.Flags().StringVar(&listen, "listen", docsAddress, "the address to serve at")
	c.Flags().StringVarP(&folder, "output", "o", "", "write the pages into this folder instead")
	c.AddCommand(packagerCommands(s)...)
	return c
}

// writeSite puts the pages into a folder, all or none.
func writeSite(folder string, site map[string][]byte) error {
	if info, err := os.Stat(folder); err != nil || !info.IsDir() {
		return fmt.Errorf("%s: no such folder", folder)
	}
	var files []whole.File
	for _, name := range slices.Sorted(maps.Keys(site)) {
		to := filepath.Join(folder, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(to), 0o755); err != nil {
			return err
		}
		files = append(files, whole.File{Name: to, Content: site[name]})
	}
	return whole.Write(files, nil)
}

// Times that only fail: a browser on the same machine needs a thousandth of them.
const (
	headerTime = 10 * time.Second
	leaveTime  = 2 * time.Second
)

func serveSite(ctx context.Context, s surroundings, address string, site map[string][]byte) error {
	at, err := net.Listen("tcp", address)
	if err != nil {
		return fmt.Errorf("%w; --listen names another address", err)
	}
	fmt.Fprintf(s.stdout, "http://%s/ (Ctrl-C ends it)\n", at.Addr())
	server := &http.Server{Handler: siteHandler(site), ReadHeaderTimeout: headerTime}
	go func() {
		<-ctx.Done()
		leave, done := context.WithTimeout(context.WithoutCancel(ctx), leaveTime)
		defer done()
		server.Shutdown(leave)
	}()
	if err := server.Serve(at); !errors.Is(err, http.ErrServerClosed) {
		return err
	}
	return nil
}

// siteHandler gives the pages, which may load nothing that is not theirs.
func siteHandler(site map[string][]byte) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		name := strings.TrimPrefix(r.URL.Path, "/")
		if name == "" {
			name = "index.html"
		}
		content, ok := site[name]
		switch {
		case r.Method != http.MethodGet && r.Method != http.MethodHead:
			http.Error(w, "only reading", http.StatusMethodNotAllowed)
		case !ok:
			http.NotFound(w, r)
		default:
			w.Header().Set("Content-Type", mime.TypeByExtension(path.Ext(name)))
			w.Header().Set("Content-Security-Policy", "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'")
			w.Header().Set("X-Content-Type-Options", "nosniff")
			w.Write(content)
		}
	})
}
