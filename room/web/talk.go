package web

import (
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"slices"
	"strings"
	"time"

	"reprise/diff/redline"
	"reprise/internal/lexicon"
	"reprise/resolution"
	"reprise/review"
	"reprise/room"
)

// talk is what the script of a comparison starts from.
type talk struct {
	Room    string   `json:"room"`
	Me      string   `json:"me"` // the reader, as others see them
	Role    string   `json:"role"`
	Shares  []string `json:"shares"` // the visibilities that the reader can choose
	Items   []item   `json:"items"`
	Cursor  string   `json:"cursor"` // what the stream of events goes on from
	Stream  string   `json:"stream"` // its address
	Send    string   `json:"send"`   // where entries are sent
	Reviews string   `json:"reviews"`
}

// item is an entry as the page of a comparison shows it.
type item struct {
	ID         string   `json:"id"`
	Kind       string   `json:"kind"`
	Author     string   `json:"author"`
	Own        bool     `json:"own"`
	Time       string   `json:"time"`
	Visibility string   `json:"visibility"`
	Verdict    string   `json:"verdict"`
	Text       string   `json:"text"`
	Wording    string   `json:"wording"`
	Edits      []edit   `json:"edits,omitempty"` // from the clause to the wording that is proposed
	About      string   `json:"about"`
	Replaces   []string `json:"replaces"`
	At         []string `json:"at"`   // the changes on this page where it stands; none where it is lost
	Name       string   `json:"name"` // of the change that it was made on
	Texts      string   `json:"texts"`
	Carried    bool     `json:"carried"`
	Uncertain  bool     `json:"uncertain"`
}

type edit struct {
	Op   string `json:"op"`
	Text string `json:"text"`
}

// talkOf is what the script of a comparison's page is given.
func (c *call) talkOf(k *comparison, v room.View) (talk, error) {
	items, err := c.items(k, v)
	if err != nil {
		return talk{}, err
	}
	people, err := c.people(c.r.Context())
	if err != nil {
		return talk{}, err
	}
	base := "/room/" + c.room.ID
	pair := addressOf("", "old", c.r.FormValue("old"), "new", c.r.FormValue("new"))
	t := talk{Room: c.room.ID, Me: c.authorOf(people, c.person.ID, c.member.Delegation), Role: c.member.Role.String(), Items: items, Cursor: c.cursor(lastOf(v)),
		Stream: base + "/events" + pair, Send: base + "/entries", Reviews: base + "/reviews", Shares: []string{room.Mine.String()}}
	if c.member.Delegation != "" {
		t.Shares = append(t.Shares, room.Delegation.String())
	}
	t.Shares = append(t.Shares, room.Everyone.String())
	return t, nil
}

// lastOf is the number of the latest entry that is seen.
func lastOf(v room.View) int64 {
	last := int64(0)
	for _, e := range v.Entries {
		last = max(last, e.Seq)
	}
	return last
}

// items are the entries of a view on a comparison, in the order of keeping.
func (c *call) items(k *comparison, v room.View) ([]item, error) {
	people, err := c.people(c.r.Context())
	if err != nil {
		return nil, err
	}
	var entries []room.Entry
	for _, e := range v.Entries {
		if slices.Contains(said, e.Kind) {
			entries = append(entries, e)
		}
	}
	laid := k.lay(v, entries, c.room.ID)
	known := map[string]*item{}
	out := make([]*item, 0, len(entries))
	of := func(it room.Item) *item {
		if known[it.ID] == nil {
			e := c.itemOf(it)
			e.Author = c.authorOf(people, it.Person, it.Delegation)
			known[it.ID] = &e
			out = append(out, &e)
		}
		return known[it.ID]
	}
	for i := range k.Changes {
		for _, it := range laid.On[i] {
			one := of(it)
			one.At = append(one.At, k.keys[i])
			if one.Wording != "" && one.Edits == nil {
				one.Edits = editsTo(k.Changes[i].New, it.Wording, k.New.Language)
			}
		}
	}
	for _, it := range laid.Lost {
		of(it)
	}
	order := map[string]int64{}
	for _, e := range entries {
		order[e.ID] = e.Seq
	}
	slices.SortFunc(out, func(a, b *item) int { return int(order[a.ID] - order[b.ID]) })
	plain := make([]item, len(out))
	for i, it := range out {
		plain[i] = *it
	}
	return plain, nil
}

func (c *call) itemOf(it room.Item) item {
	e := it.Entry
	out := item{ID: e.ID, Kind: e.Kind.String(), Own: e.Person == c.person.ID, Time: e.Time, Visibility: e.Visibility.String(), Verdict: e.Verdict.String(),
		Text: e.Text, Wording: e.Wording, About: e.About, Replaces: e.Replaces, At: []string{}, Name: e.At.Name, Texts: e.At.Made.Comparison, Carried: it.Carried.Is(), Uncertain: it.Carried.Uncertain}
	if out.Replaces == nil {
		out.Replaces = []string{}
	}
	return out
}

// editsTo is the redline of a wording that is proposed for a clause.
func editsTo(clauses []*resolution.Clause, wording, language string) []edit {
	var texts []string
	for _, c := range clauses {
		texts = append(texts, c.Text)
	}
	var out []edit
	lex, err := lexicon.Language(language)
	if err != nil {
		lex, _ = lexicon.Language(lexicon.Default)
	}
	for _, e := range redline.In(strings.Join(texts, "\n"), wording, lex) {
		out = append(out, edit{e.Op.String(), e.Text})
	}
	return out
}

// entries gives what the reader sees of a room, on a comparison.
func (c *call) entries() error {
	v, err := c.view()
	if err != nil {
		return err
	}
	k, err := c.compared(c.r.FormValue("old"), c.r.FormValue("new"), v.Versions())
	if err != nil {
		return err
	}
	t, err := c.talkOf(k, v)
	if err != nil {
		return err
	}
	return c.json(http.StatusOK, t)
}

// sent is an entry as a script sends it.
type sent struct {
	ID         string   `json:"id"`
	Kind       string   `json:"kind"`
	Visibility string   `json:"visibility"`
	Comparison string   `json:"comparison"`
	OldVersion string   `json:"oldVersion"`
	NewVersion string   `json:"newVersion"`
	Old        []string `json:"old"`
	New        []string `json:"new"`
	Name       string   `json:"name"`
	Verdict    string   `json:"verdict"`
	Text       string   `json:"text"`
	Wording    string   `json:"wording"`
	About      string   `json:"about"`
	Replaces   []string `json:"replaces"`
}

// Bounds of what is said at once: what was marked while a connection was lost.
const (
	maxSent      = 100
	maxSentBytes = maxSent * 3 * room.MaxText
	maxStreams   = 50 // that one person has open in a room: a window takes one
)

// say keeps what the member says. What is sent again is kept once; all of a request
// is kept, or nothing.
func (c *call) say() error {
	var all []sent
	if err := json.NewDecoder(http.MaxBytesReader(c.w, c.r.Body, maxSentBytes)).Decode(&all); err != nil {
		if large, ok := errors.AsType[*http.MaxBytesError](err); ok {
			return large
		}
		return fault{fmt.Errorf("not a list of entries: %w", err)}
	}
	if len(all) > maxSent {
		return fault{fmt.Errorf("%d entries, want at most %d at once", len(all), maxSent)}
	}
	var entries []room.Entry
	for i, one := range all {
		e, err := c.entryOf(one)
		if err != nil {
			return fault{fmt.Errorf("entry no. %d: %w", i+1, err)}
		}
		entries = append(entries, e)
	}
	kept, err := c.add(entries)
	if err != nil {
		return err
	}
	ids := make([]string, len(kept))
	for i, e := range kept {
		ids[i] = e.ID
	}
	return c.json(http.StatusOK, map[string][]string{"kept": ids})
}

func (c *call) entryOf(one sent) (room.Entry, error) {
	e := room.Entry{
		ID: one.ID, Room: c.room.ID, Person: c.person.ID, Delegation: c.member.Delegation, Time: now(),
		At:   room.At{Made: review.Made{Comparison: one.Comparison, Old: one.OldVersion, New: one.NewVersion}, Old: one.Old, New: one.New, Name: one.Name},
		Text: one.Text, Wording: one.Wording, About: one.About, Replaces: one.Replaces,
	}
	var kinds, visible, judged bool
	e.Kind, kinds = room.KindByName(one.Kind)
	e.Visibility, visible = room.VisibilityByName(one.Visibility)
	e.Verdict, judged = room.VerdictByName(one.Verdict)
	switch {
	case !kinds || e.Kind == room.Came:
		return e, fmt.Errorf("the kind %q is not one that can be sent", one.Kind)
	case !visible:
		return e, fmt.Errorf("the visibility %q, want mine, delegation or everyone", one.Visibility)
	case !judged:
		return e, fmt.Errorf("the verdict %q, want agreed, discuss, rejected, reserved or nothing", one.Verdict)
	}
	if e.Kind == room.Decided || e.Kind == room.Placed {
		e.Visibility = room.Everyone
	}
	return e, e.Check()
}

// add checks entries against what the member may say and keeps them.
func (c *call) add(entries []room.Entry) ([]room.Entry, error) {
	h := c.hall(c.room.ID)
	if err := c.refresh(c.r.Context(), h); err != nil {
		return nil, err
	}
	h.mu.Lock()
	for _, e := range entries {
		if err := h.state.Check(e, c.member); err != nil && !h.state.Has(e.ID) {
			h.mu.Unlock()
			return nil, err
		}
	}
	h.mu.Unlock()
	kept, err := c.Store.Add(c.r.Context(), entries...)
	if err != nil {
		return nil, err
	}
	return kept, c.refresh(c.r.Context(), h)
}

// beat is how often a stream says that it is still there, so that a proxy keeps it and
// a browser that has gone is noticed.
const beat = 20 * time.Second

// gather is how long a stream waits for more once something was said: with many streams
// open and many people marking, most of the work is in the sending.
const gather = 200 * time.Millisecond

// events is the stream of what is said, as the reader may see it, from a cursor on.
func (c *call) events() error {
	old, new := c.r.FormValue("old"), c.r.FormValue("new")
	seq := c.seqOf(c.r.FormValue("since"))
	if last := c.r.Header.Get("Last-Event-ID"); last != "" {
		seq = c.seqOf(last)
	}
	h := c.hall(c.room.ID)
	if err := c.refresh(c.r.Context(), h); err != nil {
		return err
	}
	if !h.present(c.person.ID, 1) {
		return errTooMany
	}
	defer h.present(c.person.ID, -1)
	out := http.NewResponseController(c.w)
	c.w.Header().Set("Content-Type", "text/event-stream")
	c.w.Header().Set("X-Accel-Buffering", "no")
	beats := time.NewTicker(beat)
	defer beats.Stop()
	here := ""
	for {
		h.mu.Lock()
		wake := h.wake
		h.mu.Unlock()
		if err := c.refreshStream(h, old, new, &seq); err != nil {
			return nil // the browser asks again
		}
		if now := c.whoIsHere(h); now != here {
			here = now
			fmt.Fprintf(c.w, "event: here\ndata: %s\n\n", here)
		}
		if out.Flush() != nil {
			return nil
		}
		select {
		case <-wake:
			select { // what is said meanwhile is sent with it
			case <-time.After(gather):
			case <-c.done:
				return nil
			}
		case <-beats.C:
			fmt.Fprint(c.w, ": still here\n\n")
		case <-c.done:
			return nil
		case <-c.r.Context().Done():
			return nil
		}
	}
}

// refreshStream sends what is new. The member is looked up again, so that who was put
// out, or went to another delegation, is told nothing more.
func (c *call) refreshStream(h *hall, old, new string, seq *int64) error {
	if err := c.stillIn(h); err != nil {
		return err
	}
	h.mu.Lock()
	last := h.state.Last()
	v := h.state.After(c.member, *seq)
	versions := h.state.Versions()
	h.mu.Unlock()
	if last == *seq {
		return nil
	}
	*seq = last
	if len(v.Entries) == 0 {
		return nil
	}
	k, err := c.compared(old, new, versions)
	if err != nil {
		return err
	}
	items, err := c.items(k, v)
	if err != nil {
		return err
	}
	for i, it := range items {
		content, err := json.Marshal(it)
		if err != nil {
			return err
		}
		if i == len(items)-1 { // a break before leaves the rest to be sent again
			fmt.Fprintf(c.w, "id: %s\n", c.cursor(lastOf(v)))
		}
		fmt.Fprintf(c.w, "event: item\ndata: %s\n\n", content)
	}
	return nil
}

// whoIsHere are the names of those who have a page of the room open, as JSON; put
// together once for all streams.
func (c *call) whoIsHere(h *hall) string {
	people, err := c.people(c.r.Context())
	if err != nil {
		return "[]"
	}
	h.mu.Lock()
	defer h.mu.Unlock()
	if h.named == "" {
		names := []string{}
		for id := range h.here {
			if p, ok := people[id]; ok {
				names = append(names, p.Name)
			}
		}
		slices.Sort(names)
		content, _ := json.Marshal(names)
		h.named = string(content)
	}
	return h.named
}

// json answers with JSON.
func (c *call) json(status int, value any) error {
	content, err := json.Marshal(value)
	if err != nil {
		return err
	}
	c.w.Header().Set("Content-Type", "application/json")
	c.w.WriteHeader(status)
	c.w.Write(content)
	return nil
}
