package web

import (
	"context"
	"errors"
	"net/http"
	"strings"

	"golang.org/x/text/language"
	"golang.org/x/time/rate"

	"reprise/library"
	"reprise/report/tell"
	"reprise/room"
)

// route is one thing that the server can be asked for.
type route struct {
	pattern string // of http.ServeMux; {room} in it is the room that is asked
	needs   needs
	do      func(*call) error
}

// needs is who may ask.
type needs int

// Who may ask. In the open room, which stands where a pattern names none, whoever has
// signed in is a reviewer, and who runs the server its editor.
const (
	anybody needs = iota // has not signed in
	reader
	reviewer
	editor
)

func (n needs) role() room.Role { return room.Role(n) }

// call is one request of one person.
type call struct {
	*Server
	w      http.ResponseWriter
	r      *http.Request
	person room.Person
	room   room.Room
	member room.Member
	voice  tell.Voice
}

// answer is the one place where it is decided whether a request is answered: by who
// asks, by the role in the room that is asked, and by how much was asked before.
// Whoever is no member is told that there is no such room.
func (s *Server) answer(w http.ResponseWriter, r *http.Request, to route) {
	c := &call{Server: s, w: w, r: r, voice: voiceOf(r)}
	if err := c.admit(to); err != nil {
		c.fail(err)
		return
	}
	if err := to.do(c); err != nil {
		c.fail(err)
	}
}

var (
	errStranger = errors.New("nobody has signed in")
	errTooMany  = errors.New("too much at once")
)

func (c *call) admit(to route) error {
	var known bool
	var err error
	if c.person, known, err = c.who(c.r); err != nil {
		return err
	}
	if to.needs == anybody {
		return nil
	}
	if !known {
		return errStranger
	}
	if c.r.Method == http.MethodPost && !c.paced(c.person.ID) {
		return errTooMany
	}
	if err := c.enterRoom(c.r.PathValue("room")); err != nil {
		return err
	}
	if c.member.Role < to.needs.role() {
		c.note(room.Event{Person: c.person.ID, Room: c.room.ID, Did: "refused " + to.pattern})
		return room.ErrRefused
	}
	return nil
}

// enterRoom finds the room and what the person is in it.
func (c *call) enterRoom(id string) (err error) {
	if id == "" || id == room.Open {
		c.room = room.Room{ID: room.Open}
		c.member = room.Member{Person: c.person.ID, Name: c.person.Name, Delegation: c.person.Delegation, Role: room.Reviewer}
		if c.person.ID == c.SignIn.Host.ID {
			c.member.Role = room.Editor
		}
		return nil
	}
	c.member, err = c.memberOf(c.r.Context(), id, c.person.ID)
	if err != nil {
		return err
	}
	c.room, err = c.Store.Room(c.r.Context(), id)
	return err
}

// memberOf gives what a person is in a room; room.ErrAbsent for an outsider.
func (s *Server) memberOf(ctx context.Context, id, person string) (room.Member, error) {
	members, err := s.Store.Members(ctx, id)
	if err != nil {
		return room.Member{}, err
	}
	for _, m := range members {
		if m.Person == person {
			return m, nil
		}
	}
	return room.Member{}, room.ErrAbsent
}

// How much one person may send: more than anybody does by hand, less than it takes to
// keep the others waiting.
const (
	perSecond = 20
	atOnce    = 60
	keptPaces = 10_000
)

// paced tells whether a person may send something now.
func (s *Server) paced(person string) bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.pace[person] == nil {
		if len(s.pace) >= keptPaces {
			clear(s.pace)
		}
		s.pace[person] = rate.NewLimiter(perSecond, atOnce)
	}
	return s.pace[person].Allow()
}

// statusOf is the HTTP status of an error.
func statusOf(err error) int {
	var large *http.MaxBytesError
	for _, c := range []struct {
		is     error
		status int
	}{
		{errStranger, http.StatusUnauthorized}, {errTooMany, http.StatusTooManyRequests},
		{room.ErrAbsent, http.StatusNotFound}, {library.ErrAbsent, http.StatusNotFound},
		{room.ErrRefused, http.StatusForbidden}, {room.ErrTaken, http.StatusConflict},
		{context.Canceled, http.StatusServiceUnavailable}, {context.DeadlineExceeded, http.StatusServiceUnavailable},
	} {
		if errors.Is(err, c.is) {
			return c.status
		}
	}
	if errors.As(err, &large) {
		return http.StatusRequestEntityTooLarge
	}
	if _, ok := errors.AsType[fault](err); ok {
		return http.StatusUnprocessableEntity
	}
	return http.StatusInternalServerError
}

// fault is an error of what was asked, which whoever asked can mend.
type fault struct{ error }

// fail answers with an error: as a page, or as JSON for a script. What went wrong
// inside is told to whoever runs the server, and to nobody else.
func (c *call) fail(err error) {
	status := statusOf(err)
	if c.r.Context().Err() != nil {
		return // nobody listens
	}
	said := strings.TrimPrefix(err.Error(), "reprise: ")
	if status == http.StatusInternalServerError {
		c.tell(c.r.Method + " " + c.r.URL.Path + ": " + said)
		said = ""
	}
	if status == http.StatusTooManyRequests {
		c.w.Header().Set("Retry-After", "1")
	}
	if wantsJSON(c.r) {
		c.json(status, map[string]string{"error": said})
		return
	}
	c.w.WriteHeader(status)
	c.show("error.html", errorPage{status, said, c.person.ID == "" && c.SignIn.OpenID != nil})
}

type errorPage struct {
	Status int
	Said   string
	SignIn bool // there is a service to sign in with
}

func wantsJSON(r *http.Request) bool {
	return strings.Contains(r.Header.Get("Accept"), "application/json") || strings.HasPrefix(r.Header.Get("Content-Type"), "application/json")
}

// tell notes something for whoever runs the server.
func (s *Server) tell(text string) {
	if s.Note != nil {
		s.Note(text)
	}
}

// note keeps something for the audit; that it cannot be kept is told.
func (c *call) note(e room.Event) {
	e.Time = now()
	if err := c.Store.Log(c.r.Context(), e); err != nil {
		c.tell(err.Error())
	}
}

// voiceOf is the language that the browser asks for, or the one of the address.
func voiceOf(r *http.Request) tell.Voice {
	wanted := r.Header.Get("Accept-Language")
	if say := r.URL.Query().Get("say"); say != "" { // a form is not to be read before it is known whose it is
		wanted = say
	}
	tags, _, err := language.ParseAcceptLanguage(wanted)
	if err != nil {
		return tell.Voice{}
	}
	for _, tag := range tags {
		base, _ := tag.Base()
		if v := tell.In(base.String()); v.Language() == base.String() {
			return v
		}
	}
	return tell.Voice{}
}
