package main

import (
	"cmp"
	"context"
	"crypto/rand"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/url"
	"os"
	"os/exec"
	"runtime"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"reprise/internal/lexicon"
	"reprise/library"
	"reprise/resolution"
	"reprise/resolution/symbol"
	"reprise/room"
	"reprise/room/web"
	"reprise/source"
)

// serveFlags are the flags of reprise serve.
type serveFlags struct {
	storeFlags
	listen  string
	url     string // by which people reach the server
	signIn  string
	client  string // ID of this server at the sign-in service
	open    bool
	offline bool
	base    string
}

// defaultListen is where the room is found where nothing else is asked for.
const defaultListen = "127.0.0.1:7357"

func newServe(s surroundings) *cobra.Command {
	var f serveFlags
	c := &cobra.Command{
		Use:   "serve",
		Short: "Serve the team's room: compare, mark and discuss in a browser",
		Long: `Serve the team's room: pages where people compare texts, mark and discuss the
changes, and take Word files out. What they say is kept beside the library.

Without flags it serves one person on this machine: the address that it prints
lets its opener in. Any other address wants a way to know who comes:

  --sign-in invitations    links that editors make, one for each person
  --sign-in header=NAME    a proxy in front signs people in and says in this
                           header who comes; nobody else may reach the address
  --sign-in oidc=ISSUER    a service signs people in by OpenID Connect; it knows
                           this server as --client, with the secret in
                           REPRISE_CLIENT_SECRET, and returns to --url/signed-in

It ends on a signal, when what is being written is written.`,
		Example: `  reprise serve --open
  reprise serve --listen :7357 --sign-in invitations --url https://room.example.org
  reprise serve --sign-in header=X-Remote-User --library postgres://reprise@db/reprise`,
		Args: exactly(0, "nothing"),
		RunE: func(c *cobra.Command, _ []string) error { return f.run(c.Context(), s) },
	}
	f.storeFlags.add(c)
	flags := c.Flags()
	flags.StringVar(&f.listen, "listen", defaultListen, "address to listen on, HOST:PORT")
	flags.StringVar(&f.url, "url", "", "address by which people reach the server, where a proxy stands in front: https://room.example.org")
	flags.StringVar(&f.signIn, "sign-in", "", "how it is known who comes: invitations, header=NAME or oidc=ISSUER (default: who opens the printed address)")
	flags.StringVar(&f.client, "client", "", "with --sign-in oidc=ISSUER: what the service calls this server")
	flags.BoolVar(&f.open, "open", false, "open the address in the browser")
	flags.BoolVar(&f.offline, "offline", false, "take symbols from the library and the cache only")
	flags.StringVar(&f.base, "base", source.DefaultBase, "address of the document service")
	return c
}

func (f *serveFlags) run(ctx context.Context, s surroundings) error {
	config, err := f.config()
	if err != nil {
		return err
	}
	kept, err := f.openRooms(ctx, s)
	if err != nil {
		return err
	}
	defer kept.Close()
	config.Store = kept
	config.Note = func(text string) { tell(s.stderr, text) }
	if issuer, ok := strings.CutPrefix(f.signIn, "oidc="); ok {
		if config.SignIn.OpenID, err = web.NewOpenID(ctx, issuer, f.client, s.getenv("REPRISE_CLIENT_SECRET"), f.url); err != nil {
			return fmt.Errorf("--sign-in %s: %w", f.signIn, err)
		}
	} else if config.SignIn.Header == "" {
		if config.SignIn.Host, err = host(ctx, s, kept); err != nil {
			return err
		}
		config.SignIn.Token = token()
	}
	if config.Library, err = f.openIfAny(ctx, s); err != nil {
		return err
	}
	if config.Library != nil {
		defer config.Library.Close()
	}
	config.Source = f.source(s, config.Library)
	return f.serve(ctx, s, config)
}

// config checks the flags before anything is opened.
func (f *serveFlags) config() (web.Config, error) {
	var c web.Config
	name, _, err := net.SplitHostPort(f.listen)
	if err != nil {
		return c, fmt.Errorf("--listen %s: want HOST:PORT, such as %s", f.listen, defaultListen)
	}
	kind, value, _ := strings.Cut(f.signIn, "=")
	switch {
	case f.signIn == "" && !isLoopback(name):
		return c, fmt.Errorf("--listen %s: others can reach this address, and nobody would know who comes. "+
			"Choose --sign-in invitations (editors make a link for each person; nothing else to set up), "+
			"--sign-in oidc=ISSUER (where your house has a service for it), "+
			"or --sign-in header=X-Remote-User (where a proxy in front signs people in already)", f.listen)
	case f.signIn == "", f.signIn == "invitations":
	case kind == "header" && value != "":
		c.SignIn.Header = value
	case kind == "oidc" && value != "":
		if f.client == "" || f.url == "" {
			return c, errors.New("--sign-in oidc=ISSUER: want --client (what the service calls this server) and --url (where it returns to)")
		}
	default:
		return c, fmt.Errorf("--sign-in %s: want invitations, header=NAME or oidc=ISSUER", f.signIn)
	}
	if f.url == "" {
		return c, nil
	}
	u, err := url.Parse(f.url)
	if err != nil || u.Host == "" || u.Scheme != "https" && u.Scheme != "http" || strings.Trim(u.Path, "/") != "" {
		return c, fmt.Errorf("--url %s: want an address such as https://room.example.org", f.url)
	}
	c.Secure = u.Scheme == "https"
	c.Hosts = append(c.Hosts, u.Host)
	return c, nil
}

func isLoopback(name string) bool {
	ip := net.ParseIP(name)
	return name == "localhost" || ip != nil && ip.IsLoopback()
}

// host is whoever runs the server. The ID is this installation's own, so that a room
// that came from another has no entries of theirs.
func host(ctx context.Context, s surroundings, kept room.Store) (room.Person, error) {
	id, err := kept.Secret(ctx, "host", []byte("host:"+token()))
	if err != nil {
		return room.Person{}, err
	}
	return room.Person{ID: string(id), Name: cmp.Or(s.getenv("USER"), s.getenv("USERNAME"), "host")}, nil
}

// token is what nobody can guess.
func token() string {
	b := make([]byte, 16)
	rand.Read(b) // never fails
	return hex.EncodeToString(b)
}

// source is where symbols come from: the library, the cache, the document service.
func (f *serveFlags) source(s surroundings, l *library.Library) source.Source {
	reading := s.reading() // with one PDF engine for all
	from := source.Source{Read: reading, Library: &source.Library{Cache: s.documentCache(), Read: reading}}
	if !f.offline {
		from.Library.Service = &source.Service{Base: f.base, UserAgent: "reprise/" + version()}
	}
	if l != nil {
		from.Kept = func(ctx context.Context, wanted symbol.Symbol) (*resolution.Document, error) {
			return l.BySymbol(ctx, wanted, lexicon.Default)
		}
	}
	return from
}

// Times of the HTTP server. Streams of events last as long as a page is open, so
// there is none for an answer.
const (
	headTime  = 10 * time.Second
	bodyTime  = 5 * time.Minute // the largest file over a slow line
	idleTime  = 2 * time.Minute
	graceTime = 20 * time.Second // for what is being answered when the server is to end
)

func (f *serveFlags) serve(ctx context.Context, s surroundings, config web.Config) error {
	listener, err := net.Listen("tcp", f.listen)
	if err != nil {
		return fmt.Errorf("--listen %s: %w", f.listen, err)
	}
	defer listener.Close()
	if at, ok := listener.Addr().(*net.TCPAddr); ok && at.IP.IsLoopback() { // a page elsewhere may have made another name of it
		for _, n := range []string{"127.0.0.1", "localhost", "[::1]"} {
			config.Hosts = append(config.Hosts, fmt.Sprintf("%s:%d", n, at.Port))
		}
	}
	server, err := web.New(ctx, config)
	if err != nil {
		return err
	}
	own := &http.Server{Handler: server.Handler(), ReadHeaderTimeout: headTime, ReadTimeout: bodyTime, IdleTimeout: idleTime, MaxHeaderBytes: 64 << 10}
	ended := make(chan error, 1)
	endGently(func() {
		server.Close()
		ctx, cancel := context.WithTimeout(context.Background(), graceTime)
		defer cancel()
		ended <- own.Shutdown(ctx)
	})
	address := cmp.Or(strings.TrimSuffix(f.url, "/"), "http://"+listener.Addr().String())
	if config.SignIn.Token != "" {
		address += "/enter?token=" + config.SignIn.Token
	}
	if _, err := io.WriteString(s.stdout, address+"\n"); err != nil {
		return err
	}
	if f.open {
		if err := browse(address); err != nil {
			tell(s.stderr, "warning: no browser was opened: "+err.Error())
		}
	}
	if err := own.Serve(listener); !errors.Is(err, http.ErrServerClosed) {
		return err
	}
	return <-ended
}

// browse opens an address in the user's browser.
func browse(address string) error {
	name, args := "xdg-open", []string{address}
	switch runtime.GOOS {
	case "darwin":
		name = "open"
	case "windows":
		name, args = "rundll32", []string{"url.dll,FileProtocolHandler", address}
	}
	c := exec.Command(name, args...)
	c.Stdout, c.Stderr = os.Stderr, os.Stderr
	if err := c.Start(); err != nil {
		return err
	}
	go c.Wait()
	return nil
}
