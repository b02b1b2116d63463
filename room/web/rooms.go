package web

import (
	"encoding/hex"
	"errors"
	"fmt"
	"net/http"
	"slices"
	"strings"
	"time"

	"reprise/negotiate"
	"reprise/report/tell"
	"reprise/resolution"
	"reprise/room"
)

// makeRoom opens a room on a text, with the one who asks as its editor.
func (c *call) makeRoom() error {
	if err := c.form(); err != nil {
		return err
	}
	defer c.r.MultipartForm.RemoveAll()
	name, err := c.named("name")
	if err != nil {
		return err
	}
	r := room.Room{ID: hex.EncodeToString(random(8)), Name: name, Created: now()}
	delegation := ""
	if c.r.FormValue("delegation") != "" {
		if delegation, err = c.named("delegation"); err != nil {
			return err
		}
	}
	c.room = r
	c.member = room.Member{Person: c.person.ID, Name: c.person.Name, Delegation: delegation, Role: room.Editor}
	base, err := c.versionOf("base", nil)
	if err != nil {
		return err
	}
	if err := c.Store.AddRoom(c.r.Context(), r, c.member); err != nil {
		return err
	}
	c.note(room.Event{Person: c.person.ID, Room: r.ID, Did: "make room"})
	if err := c.come(base); err != nil {
		return err
	}
	return c.goTo("/room/" + r.ID)
}

func (c *call) goTo(address string) error {
	http.Redirect(c.w, c.r, address, http.StatusSeeOther)
	return nil
}

// version is a text on its way into a room.
type version struct {
	name, key string
}

// versionOf takes a text of a form into the room: a file, a symbol, or an amendment,
// which is applied to the latest version.
func (c *call) versionOf(field string, before []room.Version) (version, error) {
	key, d, err := c.given(field)
	if err != nil {
		return version{}, err
	}
	label := strings.Join(strings.Fields(c.r.FormValue("label")), " ")
	if label == "" {
		label = tell.Title(d)
	}
	if label == "" || len(label) > maxName {
		label = c.voice.Counted("room-version", len(before)+1)
	}
	if d.Genre.Amending() {
		if len(before) == 0 {
			return version{}, fault{errors.New(c.voice.Say("room-want-version"))}
		}
		draft, err := c.brought(before[len(before)-1].Key)
		if err != nil {
			return version{}, err
		}
		r := negotiate.Apply(draft, negotiate.Read(d))
		if r.Refused() {
			return version{}, fault{errors.New(c.voice.Say("room-amendment-unfit"))}
		}
		d, key = r.Amended, ""
	}
	if !isKey(key) { // a symbol, or what an amendment made
		if key, err = c.keep(label, nil, d); err != nil {
			return version{}, err
		}
	}
	return version{label, key}, nil
}

// come notes that a version came.
func (c *call) come(v version) error {
	_, err := c.add([]room.Entry{{ID: secret(), Room: c.room.ID, Kind: room.Came, Person: c.person.ID, Time: now(), Visibility: room.Everyone, Text: v.name, About: v.key}})
	return err
}

// bringVersion takes a version into the room.
func (c *call) bringVersion() error {
	if err := c.form(); err != nil {
		return err
	}
	defer c.r.MultipartForm.RemoveAll()
	seen, err := c.view()
	if err != nil {
		return err
	}
	v, err := c.versionOf("version", seen.Versions())
	if err != nil {
		return err
	}
	if err := c.come(v); err != nil {
		return err
	}
	return c.goTo("/room/" + c.room.ID)
}

// roomPage is what the page of a room shows.
type roomPage struct {
	Room     room.Room
	Member   room.Member
	Editor   bool
	Versions []versionRow
	Latest   string // address of the comparison of the base with the latest
	Members  []room.Member
	Open     []agendaRow
	Unsure   []placeRow
	Lost     []placeRow
	Places   []placeChoice // the changes where the editor can put them
	Forms    []string
	Invited  string // the address of an invitation that was just made
}

type versionRow struct {
	Name, By, Time string
	FromBase       string // address; "" for the base
	FromLast       string // address; "" where that is the base
}

type placeRow struct {
	ID, Author, Name, Texts, Said string
}

type placeChoice struct{ Key, Name string }

func (c *call) roomPage() error { return c.showRoom("") }

// showRoom shows the room; an invitation that was just made is shown once.
func (c *call) showRoom(invited string) error {
	if c.room.ID == room.Open {
		return room.ErrAbsent
	}
	v, err := c.view()
	if err != nil {
		return err
	}
	people, err := c.people(c.r.Context())
	if err != nil {
		return err
	}
	p := roomPage{Room: c.room, Member: c.member, Editor: c.member.Role >= room.Editor, Invited: invited, Forms: exportNames()}
	if p.Members, err = c.Store.Members(c.r.Context(), c.room.ID); err != nil {
		return err
	}
	versions := v.Versions()
	for i, one := range versions {
		row := versionRow{Name: one.Name, By: c.authorOf(people, one.By, ""), Time: one.Time}
		if i > 0 {
			row.FromBase = c.pairAddress(versions[0], one)
		}
		if i > 1 {
			row.FromLast = c.pairAddress(versions[i-1], one)
		}
		p.Versions = append(p.Versions, row)
	}
	if len(versions) > 1 {
		if err := c.fillAgenda(&p, v, people); err != nil {
			return err
		}
	}
	return c.show("room.html", p)
}

func (c *call) pairAddress(old, new room.Version) string {
	return addressOf("/room/"+c.room.ID+"/compare", "old", old.Key, "new", new.Key)
}

// latest is the comparison of the base of the room with its latest version.
func (c *call) latest(v room.View) (*comparison, string, error) {
	versions := v.Versions()
	if len(versions) < 2 {
		return nil, "", fault{errors.New(c.voice.Say("room-one-version"))}
	}
	old, new := versions[0], versions[len(versions)-1]
	k, err := c.compared(old.Key, new.Key, versions)
	return k, c.pairAddress(old, new), err
}

func (c *call) fillAgenda(p *roomPage, v room.View, people map[string]room.Person) error {
	k, address, err := c.latest(v)
	if err != nil {
		return err
	}
	p.Latest = address
	laid := k.lay(v, v.Standing(said...), c.room.ID)
	p.Open = c.agenda(k, laid, people)
	row := func(it room.Item) placeRow {
		return placeRow{it.ID, c.authorOf(people, it.Person, it.Delegation), it.At.Name, it.At.Made.Comparison, strings.TrimSpace(it.Verdict.String() + " " + it.Text)}
	}
	for _, it := range laid.Uncertain() {
		p.Unsure = append(p.Unsure, row(it))
	}
	for _, it := range laid.Lost {
		p.Lost = append(p.Lost, row(it))
	}
	if p.Editor && len(p.Unsure)+len(p.Lost) > 0 {
		names := tell.Of(c.voice.Language(), k.Comparison)
		for i, ch := range k.Changes {
			if ch.Counted() {
				p.Places = append(p.Places, placeChoice{k.keys[i], names.NamesOf(ch)})
			}
		}
	}
	return nil
}

// place puts an entry where the editor knows that it belongs, on a change of the
// latest comparison.
func (c *call) place() error {
	v, err := c.view()
	if err != nil {
		return err
	}
	k, _, err := c.latest(v)
	if err != nil {
		return err
	}
	at := slices.Index(k.keys, c.r.FormValue("change"))
	if at < 0 {
		return room.ErrAbsent
	}
	ch := k.Changes[at]
	e := room.Entry{ID: secret(), Room: c.room.ID, Kind: room.Placed, Person: c.person.ID, Time: now(), Visibility: room.Everyone, About: c.r.FormValue("entry"),
		At: room.At{Made: k.made, Old: resolution.IDs(ch.Old), New: resolution.IDs(ch.New), Name: tell.Of(c.voice.Language(), k.Comparison).NamesOf(ch)}}
	if err := e.Check(); err != nil {
		return fault{err}
	}
	if _, err := c.add([]room.Entry{e}); err != nil {
		return err
	}
	return c.goTo("/room/" + c.room.ID)
}

// invite makes a link that lets one person in.
func (c *call) invite() error {
	role, ok := room.RoleByName(c.r.FormValue("role"))
	if !ok || role == room.Outsider {
		return fault{fmt.Errorf("the role %q, want reader, reviewer or editor", c.r.FormValue("role"))}
	}
	delegation := ""
	if c.r.FormValue("delegation") != "" {
		var err error
		if delegation, err = c.named("delegation"); err != nil {
			return err
		}
	}
	key := secret()
	err := c.Store.KeepPass(c.r.Context(), room.Pass{Hash: hashed(key), Kind: room.Invitation, Person: c.person.ID, Room: c.room.ID, Role: role, Delegation: delegation, Expires: time.Now().Add(inviteLife).UTC().Format(time.RFC3339)})
	if err != nil {
		return err
	}
	c.note(room.Event{Person: c.person.ID, Room: c.room.ID, Did: "invite " + role.String()})
	scheme := "http://"
	if c.Secure {
		scheme = "https://"
	}
	return c.showRoom(scheme + c.r.Host + "/join/" + key)
}

// setMember changes what a member is, or puts one out. The last editor stays.
func (c *call) setMember() error {
	role, ok := room.RoleByName(c.r.FormValue("role"))
	if !ok {
		return fault{fmt.Errorf("the role %q, want reader, reviewer, editor or nothing", c.r.FormValue("role"))}
	}
	m, err := c.memberOf(c.r.Context(), c.room.ID, c.r.FormValue("person"))
	if err != nil {
		return err
	}
	members, err := c.Store.Members(c.r.Context(), c.room.ID)
	if err != nil {
		return err
	}
	others := slices.ContainsFunc(members, func(o room.Member) bool { return o.Role == room.Editor && o.Person != m.Person })
	if m.Role == room.Editor && role < room.Editor && !others {
		return fault{errors.New(c.voice.Say("room-last-editor"))}
	}
	m.Role = role
	if err := c.Store.SetMember(c.r.Context(), c.room.ID, m); err != nil {
		return err
	}
	c.hall(c.room.ID).members.forget()
	c.note(room.Event{Person: c.person.ID, Room: c.room.ID, Did: "make " + m.Person + " " + role.String()})
	if m.Person == c.person.ID {
		return c.goTo("/")
	}
	return c.goTo("/room/" + c.room.ID)
}

// audit gives the audit log of the room.
func (c *call) audit() error {
	if c.room.ID == room.Open {
		return room.ErrAbsent
	}
	events, err := c.Store.Events(c.r.Context(), c.room.ID)
	if err != nil {
		return err
	}
	people, err := c.people(c.r.Context())
	if err != nil {
		return err
	}
	rows := [][]string{{"time", "person", "did"}}
	for _, e := range events {
		rows = append(rows, []string{e.Time, c.authorOf(people, e.Person, ""), e.Did})
	}
	return c.sendRows("audit.csv", rows)
}
