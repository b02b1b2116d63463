package web

import (
	"crypto/sha256"
	"crypto/subtle"
	"encoding/hex"
	"errors"
	"net/http"
	"strings"
	"time"

	"reprise/room"
)

// SignIn is how the server knows who comes.
type SignIn struct {
	// Host is who runs the server: whoever opens the address with the token. The zero
	// value is nobody.
	Host  room.Person
	Token string

	// Header is set by a proxy in front, for every request, to who has signed in there
	// ("X-Remote-User"); "" where there is no such proxy.
	Header string

	OpenID *OpenID // signs people in; nil for none
}

const (
	cookie      = "reprise"
	sessionLife = 30 * 24 * time.Hour
	inviteLife  = 14 * 24 * time.Hour
)

// who tells whose request this is.
func (s *Server) who(r *http.Request) (room.Person, bool, error) {
	if s.SignIn.Header != "" {
		return s.byHeader(r)
	}
	c, err := r.Cookie(cookie)
	if err != nil {
		return room.Person{}, false, nil
	}
	pass, err := s.pass(r, room.Session, c.Value)
	if errors.Is(err, room.ErrAbsent) {
		return room.Person{}, false, nil
	}
	if err != nil {
		return room.Person{}, false, err
	}
	p, err := s.Store.Person(r.Context(), pass.Person)
	if errors.Is(err, room.ErrAbsent) {
		return p, false, nil
	}
	return p, err == nil, err
}

// byHeader trusts the proxy. A person is kept when first seen, by the name that the
// proxy gives.
func (s *Server) byHeader(r *http.Request) (room.Person, bool, error) {
	id := strings.TrimSpace(r.Header.Get(s.SignIn.Header))
	if id == "" || len(id) > maxName {
		return room.Person{}, false, nil
	}
	s.mu.Lock()
	p, known := s.entered[id]
	s.mu.Unlock()
	if known {
		return p, true, nil
	}
	p = room.Person{ID: "proxy:" + id, Name: id}
	if kept, err := s.Store.Person(r.Context(), p.ID); err == nil {
		p = kept
	} else if err := s.setPerson(r.Context(), p); err != nil {
		return p, false, err
	}
	s.mu.Lock()
	s.entered[id] = p
	s.mu.Unlock()
	return p, true, nil
}

const maxName = 120 // of a person, a room, a delegation

// pass finds a pass by its secret; room.ErrAbsent for one that has expired.
func (s *Server) pass(r *http.Request, kind room.PassKind, secret string) (room.Pass, error) {
	p, err := s.Store.Pass(r.Context(), hashed(secret))
	if err != nil {
		return p, err
	}
	if end, err := time.Parse(time.RFC3339, p.Expires); err != nil || time.Now().After(end) || p.Kind != kind {
		return p, room.ErrAbsent
	}
	return p, nil
}

// hashed is what is kept of a secret: who reads the store cannot sign in with it.
func hashed(secret string) string {
	sum := sha256.Sum256([]byte(secret))
	return hex.EncodeToString(sum[:])
}

// enter lets the host in who has the token of the printed address.
func (c *call) enter() error {
	token := c.r.URL.Query().Get("token")
	if c.SignIn.Token == "" || subtle.ConstantTimeCompare([]byte(hashed(token)), []byte(hashed(c.SignIn.Token))) != 1 {
		return errStranger
	}
	host := c.SignIn.Host
	if kept, err := c.Store.Person(c.r.Context(), host.ID); err == nil {
		host = kept
	}
	if err := c.setPerson(c.r.Context(), host); err != nil {
		return err
	}
	return c.signIn(host, "/")
}

// signIn gives a person a session of their own and goes on to a page.
func (c *call) signIn(p room.Person, to string) error {
	key := secret()
	err := c.Store.KeepPass(c.r.Context(), room.Pass{Hash: hashed(key), Kind: room.Session, Person: p.ID, Expires: time.Now().Add(sessionLife).UTC().Format(time.RFC3339)})
	if err != nil {
		return err
	}
	c.note(room.Event{Person: p.ID, Did: "sign-in"})
	http.SetCookie(c.w, &http.Cookie{Name: cookie, Value: key, Path: "/", MaxAge: int(sessionLife.Seconds()), HttpOnly: true, Secure: c.Secure, SameSite: http.SameSiteLaxMode})
	http.Redirect(c.w, c.r, to, http.StatusSeeOther)
	return nil
}

// leave ends the session.
func (c *call) leave() error {
	if k, err := c.r.Cookie(cookie); err == nil {
		if err := c.Store.DropPass(c.r.Context(), hashed(k.Value)); err != nil {
			return err
		}
	}
	c.note(room.Event{Person: c.person.ID, Did: "sign-out"})
	http.SetCookie(c.w, &http.Cookie{Name: cookie, Path: "/", MaxAge: -1, HttpOnly: true, Secure: c.Secure, SameSite: http.SameSiteLaxMode})
	http.Redirect(c.w, c.r, "/", http.StatusSeeOther)
	return nil
}

// invitation shows what an invitation is to; nothing is done before it is taken, so
// that a program that looks at links takes none.
func (c *call) invitation() error {
	p, err := c.pass(c.r, room.Invitation, c.r.PathValue("secret"))
	if err != nil {
		return err
	}
	r, err := c.Store.Room(c.r.Context(), p.Room)
	if err != nil {
		return err
	}
	return c.show("join.html", joinPage{r.Name, p.Delegation, p.Role, c.person.Name})
}

type joinPage struct {
	Room, Delegation string
	Role             room.Role
	Name             string
}

// join takes an invitation, which is used up by it: who has signed in already stays
// who they are.
func (c *call) join() error {
	secret := c.r.PathValue("secret")
	p, err := c.pass(c.r, room.Invitation, secret)
	if err != nil {
		return err
	}
	person := c.person
	if person.ID == "" {
		name, err := c.named("name")
		if err != nil {
			return err
		}
		person = room.Person{ID: "guest:" + hex.EncodeToString(random(8)), Name: name, Delegation: p.Delegation}
		if err := c.setPerson(c.r.Context(), person); err != nil {
			return err
		}
	}
	if err := c.Store.SetMember(c.r.Context(), p.Room, room.Member{Person: person.ID, Delegation: p.Delegation, Role: p.Role}); err != nil {
		return err
	}
	if err := c.Store.DropPass(c.r.Context(), hashed(secret)); err != nil {
		return err
	}
	c.note(room.Event{Person: person.ID, Room: p.Room, Did: "join: " + p.Role.String()})
	return c.signIn(person, "/room/"+p.Room)
}

// named is a name from a form: one line, neither empty nor long.
func (c *call) named(field string) (string, error) {
	name := strings.Join(strings.Fields(c.r.FormValue(field)), " ")
	if name == "" || len(name) > maxName || strings.ContainsFunc(name, func(r rune) bool { return r < ' ' || r == 0x7f }) {
		return "", fault{errors.New(c.voice.Say("room-want-name"))}
	}
	return name, nil
}
