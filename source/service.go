package source

import (
	"bytes"
	"context"
	"crypto/tls"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/url"
	"strconv"
	"strings"
	"sync"
	"time"

	"reprise/read"
	"reprise/resolution/symbol"
)

// DefaultBase is the address of the UN's public document service.
const DefaultBase = "https://documents.un.org/api/symbol/access"

// Manners towards the service and the network.
const (
	requestTimeout  = 120 * time.Second      // to find a symbol, and a 10 MB file over a slow line; what drips is given up then
	answerTimeout   = 45 * time.Second       // until an answer begins: to find a symbol takes the service up to 31 s; one that hangs is not waited for longer
	politePause     = 500 * time.Millisecond // between two requests: the service is shared by the world
	firstRetryPause = 2 * time.Second        // doubled at each further try
	longestPause    = 60 * time.Second       // what Retry-After may ask for before we give up
	tries           = 4                      // then the service is truly down
	maxRedirects    = 5
)

// Service asks the UN's public document service for documents, one request at
// a time. The zero value asks the real one.
type Service struct {
	Base      string       // address; "" is DefaultBase
	UserAgent string       // who asks; "" is "reprise"
	Client    *http.Client // nil is a client with time-outs; its redirects are checked in any case
	Notify    func(string) // told of each request that is made and of waits; nil is silent

	busy  sync.Mutex
	last  time.Time // of the last request
	sleep func(context.Context, time.Duration) error
}

// format is a file format of the service, and how its files begin.
type format struct {
	name   string // as the service and file names have it
	magic  string
	accept string // what the request says that it takes: the service leads to a page of errors where that is not said
}

// formats are those that are asked for, best first: Word keeps paragraphs,
// numbers and footnotes apart; PDF must be pieced together; the old binary
// Word needs another program to be read.
var formats = []format{
	{"docx", "PK\x03\x04", "application/vnd.openxmlformats-officedocument.wordprocessingml.document,*/*;q=0.8"},
	{"pdf", "%PDF-", "application/pdf,*/*;q=0.8"},
	{"doc", "\xd0\xcf\x11\xe0", "application/msword,*/*;q=0.8"},
}

// is tells whether content begins as the format does. The service answers with
// a web page where it has no document.
func (f format) is(content []byte) bool { return bytes.HasPrefix(content, []byte(f.magic)) }

// ErrService says that the document service did not answer, or not as it should.
var ErrService = errors.New("the document service")

// errAbsent says that the service does not have this document in this format.
var errAbsent = errors.New("absent")

// errPage says that a web page came in the place of a document, with a status that says
// that all is well.
var errPage = errors.New("a web page came in the place of the document")

// errOther says that neither a document of the format came nor a web page.
var errOther = errors.New("what came is no document of the format that was asked for")

// isPage tells a web page by how it begins.
func isPage(content []byte) bool {
	begin := bytes.ToLower(bytes.TrimLeft(content[:min(len(content), 256)], " \t\r\n\ufeff"))
	return bytes.HasPrefix(begin, []byte("<!doctype html")) || bytes.HasPrefix(begin, []byte("<html")) || bytes.HasPrefix(begin, []byte("<head"))
}

// errAgain says that it may help to ask again later.
type errAgain struct {
	status string
	after  time.Duration // what the service asked for; 0 nothing
}

func (e *errAgain) Error() string { return e.status }

// fetch gives one document in one format, errAbsent where there is none.
func (s *Service) fetch(ctx context.Context, symbol symbol.Symbol, language string, f format) ([]byte, error) {
	s.busy.Lock()
	defer s.busy.Unlock()
	pause := firstRetryPause
	for try := 1; ; try++ {
		content, err := s.ask(ctx, symbol, language, f)
		again, retry := errors.AsType[*errAgain](err)
		switch {
		case err == nil && f.is(content):
			return content, nil
		case err == nil && len(content) == 0, errors.Is(err, errAbsent):
			return nil, errAbsent
		case err == nil && isPage(content):
			return nil, errPage
		case err == nil:
			return nil, errOther
		case !retry || try == tries || again.after > longestPause:
			return nil, fmt.Errorf("reprise: %s: %w: %w", symbol, ErrService, err)
		}
		s.notify(fmt.Sprintf("%s: %s, asking again in %s", symbol, again.status, max(pause, again.after)))
		if err := s.wait(ctx, max(pause, again.after)); err != nil {
			return nil, fmt.Errorf("reprise: %s: %w", symbol, err)
		}
		pause *= 2
	}
}

// ask makes one request.
func (s *Service) ask(ctx context.Context, symbol symbol.Symbol, language string, f format) ([]byte, error) {
	if err := s.wait(ctx, politePause-time.Since(s.last)); err != nil {
		return nil, err
	}
	defer func() { s.last = time.Now() }()
	address, err := s.address(symbol, language, f)
	if err != nil {
		return nil, err
	}
	s.notify(fmt.Sprintf("fetching %s (%s, %s)", symbol, language, f.name))
	return s.follow(ctx, address, f)
}

// follow asks an address and goes where it leads. The service leads to a path in capitals,
// and has the file at the same path in small letters, where alone it is; so that is asked
// first, and the path as it was given where there is no document.
func (s *Service) follow(ctx context.Context, address string, f format) ([]byte, error) {
	for range maxRedirects + 1 {
		content, to, err := s.get(ctx, address, f)
		if err != nil || to == nil {
			return content, err
		}
		if isErrorPage(to) {
			return nil, errRefused
		}
		address = to.String()
		small := *to
		if small.Path, small.RawPath = strings.ToLower(to.Path), ""; small.Path == to.Path {
			continue
		}
		content, to, err = s.get(ctx, small.String(), f)
		if err == nil && to == nil && f.is(content) {
			return content, nil
		}
		if again, retry := errors.AsType[*errAgain](err); retry {
			return nil, again
		}
		if ctx.Err() != nil {
			return nil, ctx.Err()
		}
	}
	return nil, fmt.Errorf("%w: more than %d of them", errRedirect, maxRedirects)
}

// isErrorPage tells where the service leads what it does not take.
func isErrorPage(to *url.URL) bool {
	return strings.EqualFold(strings.TrimRight(to.Path, "/"), "/error")
}

// errRefused says that the service did not take the request.
var errRefused = errors.New("it refuses the request: it led to its page of errors")

// get makes one request: what came, or where it leads.
func (s *Service) get(ctx context.Context, address string, f format) (content []byte, to *url.URL, err error) {
	request, err := http.NewRequestWithContext(ctx, http.MethodGet, address, nil)
	if err != nil {
		return nil, nil, err
	}
	request.Header.Set("User-Agent", s.userAgent())
	request.Header.Set("Accept", f.accept)
	response, err := s.client().Do(request)
	if err != nil {
		return nil, nil, failure(ctx, err)
	}
	defer response.Body.Close()
	if to, err = leads(request.URL, response); err != nil || to != nil {
		return nil, to, err
	}
	if err := judge(response); err != nil {
		return nil, nil, err
	}
	content, err = io.ReadAll(io.LimitReader(response.Body, read.MaxBytes+1))
	switch {
	case err != nil:
		return nil, nil, failure(ctx, err)
	case len(content) > read.MaxBytes:
		return nil, nil, fmt.Errorf("the answer is larger than %d MB", read.MaxBytes>>20)
	}
	return content, nil, nil
}

// leads tells where an answer leads; nil where it is no redirect.
func leads(from *url.URL, r *http.Response) (*url.URL, error) {
	if r.StatusCode < 300 || r.StatusCode > 399 || r.StatusCode == http.StatusNotModified {
		return nil, nil
	}
	to, err := r.Location()
	switch {
	case err != nil:
		return nil, fmt.Errorf("%w: it leads nowhere", errRedirect)
	case to.Scheme != "https" && (from.Scheme == "https" || to.Host != from.Host): // a service of one's own may do without
		return nil, fmt.Errorf("%w: it leads away from https", errRedirect)
	}
	return to, nil
}

func (s *Service) address(symbol symbol.Symbol, language string, f format) (string, error) {
	base := s.Base
	if base == "" {
		base = DefaultBase
	}
	u, err := url.Parse(base)
	if err != nil || u.Host == "" {
		return "", fmt.Errorf("%q is no web address", base)
	}
	u.RawQuery = "s=" + asItIs(string(symbol)) + "&l=" + url.QueryEscape(language) + "&t=" + f.name
	return u.String(), nil
}

// asItIs writes a symbol into an address with its slashes and brackets as they are: the
// service finds no others.
func asItIs(symbol string) string {
	return strings.NewReplacer("+", "%20", "%2F", "/", "%28", "(", "%29", ")").Replace(url.QueryEscape(symbol))
}

// judge tells what a status means: here, absent, later, or wrong.
func judge(r *http.Response) error {
	switch {
	case r.StatusCode == http.StatusOK:
		return nil
	case r.StatusCode == http.StatusNotFound, r.StatusCode == http.StatusGone, r.StatusCode == http.StatusNoContent:
		return errAbsent
	case r.StatusCode == http.StatusTooManyRequests, r.StatusCode >= 500:
		return &errAgain{r.Status, retryAfter(r.Header.Get("Retry-After"))}
	}
	if r.StatusCode == http.StatusForbidden || r.StatusCode == http.StatusUnauthorized {
		return fmt.Errorf("it refuses the request: %s", r.Status)
	}
	return errors.New(r.Status)
}

// retryAfter reads the seconds of a Retry-After header; 0 for anything else.
func retryAfter(header string) time.Duration {
	seconds, err := strconv.Atoi(header)
	if err != nil || seconds < 0 {
		return 0
	}
	return time.Duration(min(seconds, 24*60*60)) * time.Second
}

// failure tells a lost connection, which may be tried again, from a stop that
// the user asked for and from what asking again does not mend: a redirect or a
// certificate that is refused, a service that hangs or drips.
func failure(ctx context.Context, err error) error {
	if ctx.Err() != nil {
		return ctx.Err()
	}
	if dns, ok := errors.AsType[*net.DNSError](err); ok && dns.IsNotFound {
		return err // no network, or no such service: asking again is no help
	}
	if _, ok := errors.AsType[*tls.CertificateVerificationError](err); ok {
		return fmt.Errorf("its certificate is not to be trusted, so nothing was asked of it: %s", reason(err))
	}
	if late, ok := errors.AsType[net.Error](err); ok && late.Timeout() {
		return fmt.Errorf("no whole answer in time (%s to begin, %s in all)", answerTimeout, requestTimeout)
	}
	return &errAgain{status: reason(err)}
}

// reason is an error without the address in front, which the user did not type.
func reason(err error) string {
	if u, ok := errors.AsType[*url.Error](err); ok {
		return u.Err.Error()
	}
	return err.Error()
}

// errRedirect refuses a redirect.
var errRedirect = errors.New("redirect refused")

// checkRedirect leaves redirects to Service.follow.
func checkRedirect(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }

// transport is made once, so that connections are used again.
var transport = sync.OnceValue(func() http.RoundTripper {
	t := http.DefaultTransport.(*http.Transport).Clone()
	t.ResponseHeaderTimeout = answerTimeout
	return t
})

func (s *Service) client() *http.Client {
	client := http.Client{Timeout: requestTimeout, Transport: transport()}
	if s.Client != nil {
		client = *s.Client
	}
	client.CheckRedirect = checkRedirect
	return &client
}

func (s *Service) userAgent() string {
	if s.UserAgent == "" {
		return "reprise"
	}
	return s.UserAgent
}

func (s *Service) notify(message string) {
	if s.Notify != nil {
		s.Notify(message)
	}
}

// wait lets time pass, unless the user stops the run.
func (s *Service) wait(ctx context.Context, d time.Duration) error {
	if s.sleep != nil {
		return s.sleep(ctx, d)
	}
	if d <= 0 {
		return ctx.Err()
	}
	timer := time.NewTimer(d)
	defer timer.Stop()
	select {
	case <-timer.C:
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}
