package web_test

import (
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/sha256"
	"encoding/base64"
	"fmt"
	"net/http"
	"net/http/httptest"
	"net/url"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/coreos/go-oidc/v3/oidc/oidctest"

	"reprise/room/web"
)

// issuer is a sign-in service of a test. Its user is always Zita.
type issuer struct {
	*httptest.Server
	key              *ecdsa.PrivateKey
	audience, nonce  string // of the next token, where it is to be wrong
	expired, another bool   // the next token is too old, or signed by somebody else
	asked            url.Values
}

func newIssuer(t *testing.T) *issuer {
	t.Helper()
	key, err := ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
	if err != nil {
		t.Fatal(err)
	}
	i := &issuer{key: key}
	inner := &oidctest.Server{PublicKeys: []oidctest.PublicKey{{PublicKey: key.Public(), KeyID: "k", Algorithm: "ES256"}}, Algorithms: []string{"ES256"}}
	i.Server = httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		switch r.URL.Path {
		case "/auth":
			i.asked = r.URL.Query()
			http.Redirect(w, r, i.asked.Get("redirect_uri")+"?code=abc&state="+i.asked.Get("state"), http.StatusFound)
		case "/token":
			i.token(w, r)
		default:
			inner.ServeHTTP(w, r)
		}
	}))
	inner.SetIssuer(i.URL)
	t.Cleanup(i.Close)
	return i
}

// token exchanges the code for a token, if the secret of the exchange fits.
func (i *issuer) token(w http.ResponseWriter, r *http.Request) {
	sum := sha256.Sum256([]byte(r.FormValue("code_verifier")))
	if r.FormValue("code") != "abc" || base64.RawURLEncoding.EncodeToString(sum[:]) != i.asked.Get("code_challenge") {
		http.Error(w, `{"error": "invalid_grant"}`, http.StatusBadRequest)
		return
	}
	audience, nonce, until, key := "reprise", i.asked.Get("nonce"), time.Now().Add(time.Hour), i.key
	if i.audience != "" {
		audience = i.audience
	}
	if i.nonce != "" {
		nonce = i.nonce
	}
	if i.expired {
		until = time.Now().Add(-time.Hour)
	}
	if i.another {
		key, _ = ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
	}
	raw := oidctest.SignIDToken(key, "k", "ES256", fmt.Sprintf(`{"iss": %q, "aud": %q, "sub": "7", "name": "Zita", "nonce": %q, "exp": %d}`, i.URL, audience, nonce, until.Unix()))
	w.Header().Set("Content-Type", "application/json")
	fmt.Fprintf(w, `{"access_token": "x", "token_type": "Bearer", "id_token": %q}`, raw)
}

// Who signs in at the service comes in under the name that it gives; a token that was
// made for another sign-in or another server, that is old or signed by somebody else,
// an answer that this browser did not ask for: none of them lets anybody in.
func TestOpenID(t *testing.T) {
	i := newIssuer(t)
	s := serveAt(t, filepath.Join(t.TempDir(), "kept"), web.SignIn{})
	var err error
	if s.web.SignIn.OpenID, err = web.NewOpenID(t.Context(), i.URL, "reprise", "secret", s.URL); err != nil {
		t.Fatal(err)
	}
	// follow signs in and gives the status of what the browser sees in the end.
	follow := func(change func(*url.URL)) (int, string) {
		b := browserOf(t)
		at := s.URL + "/sign-in"
		for range 6 {
			r, err := b.Get(at)
			if got(t, r, err); r.StatusCode/100 != 3 {
				return r.StatusCode, r.Request.URL.Path
			}
			to, err := r.Location()
			if err != nil {
				t.Fatal(err)
			}
			if change != nil && to.Path == "/signed-in" {
				change(to)
			}
			at = to.String()
		}
		return 0, at
	}
	if status, at := follow(nil); status != http.StatusOK || at != "/" {
		t.Fatalf("signing in ends with %d at %s", status, at)
	}
	people, err := s.store.People(t.Context())
	if err != nil || len(people) != 1 {
		t.Fatalf("%v, %v", people, err)
	}
	for id, p := range people {
		if !strings.HasPrefix(id, "openid:") || p.Name != "Zita" {
			t.Errorf("known as %+v", p)
		}
	}
	if status, _ := follow(nil); status != http.StatusOK {
		t.Errorf("a second time: %d", status)
	}
	if again, _ := s.store.People(t.Context()); len(again) != 1 {
		t.Errorf("the same person twice: %v", again)
	}
	for name, wrong := range map[string]func(){
		"another server's token":  func() { i.audience = "other" },
		"another sign-in's token": func() { i.nonce = "other" },
		"an old token":            func() { i.expired = true },
		"somebody else's token":   func() { i.another = true },
	} {
		i.audience, i.nonce, i.expired, i.another = "", "", false, false
		wrong()
		if status, _ := follow(nil); status != http.StatusUnauthorized {
			t.Errorf("%s: %d", name, status)
		}
	}
	i.audience, i.nonce, i.expired, i.another = "", "", false, false
	for name, change := range map[string]func(*url.URL){
		"another state": func(u *url.URL) { u.RawQuery = "code=abc&state=other" },
		"another code":  func(u *url.URL) { u.RawQuery = strings.Replace(u.RawQuery, "abc", "other", 1) },
	} {
		if status, _ := follow(change); status != http.StatusUnauthorized {
			t.Errorf("%s: %d", name, status)
		}
	}
	if answer := s.get(t, "", "/signed-in?code=abc&state="); answer.status != http.StatusUnauthorized {
		t.Errorf("an answer that nobody asked for: %d", answer.status)
	}
	if answer := s.get(t, "", "/"); !strings.Contains(answer.body, `href="/sign-in"`) {
		t.Error("a stranger is not shown where to sign in")
	}
	s.notes = nil // who was not let in is told to whoever runs the server
	if _, err := web.NewOpenID(t.Context(), i.URL+"/nowhere", "reprise", "secret", s.URL); err == nil {
		t.Error("an issuer that there is not")
	}
}
