// Package room is where a team negotiates a text: versions that come, the people and
// their delegations, and what they say of its clauses. It knows who may see what,
// what stands of all that was said, and where it went when a version came.
//
// What is said is only added to: a Store keeps entries, and a State is worked out
// from them. Its main calls are State.For, which is what one member sees, and
// View.Place, which puts that on the changes of a comparison. It keeps nothing
// itself (package room/store does) and knows no network (room/web does).
package room

import (
	"errors"
	"fmt"
	"slices"
)

// Room is one negotiation.
type Room struct {
	ID      string `json:"id"` // in its address
	Name    string `json:"name"`
	Created string `json:"created"` // RFC 3339
}

// Open is the ID of the room that is always there: what is said of two texts that
// belong to no negotiation. Whoever has signed in is a reviewer of it.
const Open = "open"

// Person is somebody who has signed in.
type Person struct {
	ID         string `json:"id"`                   // as the sign-in names them; it does not change
	Name       string `json:"name"`                 // as others see it
	Delegation string `json:"delegation,omitempty"` // in the open room; "" none
}

// Member is a person in a room.
type Member struct {
	Person string `json:"person"` // ID
	Name   string `json:"name"`
	Role   Role   `json:"role"`

	Delegation string `json:"delegation,omitempty"` // in this room; "" none
}

// Role is what a member may do.
type Role int

// The roles, each of which may do what those before it may.
const (
	Outsider Role = iota // no member
	Reader               // reads what everyone or the own delegation is shown
	Reviewer             // marks, notes, posts, takes positions
	Editor               // brings versions, decides, lets people in
)

var roles = [...]string{"", "reader", "reviewer", "editor"}

// String is the role's name in JSON and in the store; "" for an outsider.
func (r Role) String() string { return roles[r] }

// RoleByName is the inverse of String; false for any other name.
func RoleByName(name string) (Role, bool) { return byName[Role](roles[:], name) }

// Visibility is whom an entry is shown to, beside its author.
type Visibility int

// The visibilities, from narrow to wide. An entry is the author's own until it is
// shared.
const (
	Mine Visibility = iota
	Delegation
	Everyone
)

var visibilities = [...]string{"mine", "delegation", "everyone"}

// String is the visibility's name in JSON and in the store.
func (v Visibility) String() string { return visibilities[v] }

// VisibilityByName is the inverse of String; false for any other name.
func VisibilityByName(name string) (Visibility, bool) {
	return byName[Visibility](visibilities[:], name)
}

func byName[T ~int](names []string, name string) (T, bool) {
	i := slices.Index(names, name)
	return T(max(i, 0)), i >= 0
}

// Errors that callers tell apart.
var (
	ErrAbsent  = errors.New("not here")
	ErrTaken   = errors.New("taken already")
	ErrRefused = errors.New("not allowed")
)

func named[T ~int](all []string, text []byte, into *T) error {
	v, ok := byName[T](all, string(text))
	if !ok {
		return fmt.Errorf("%q, want one of %q", text, all)
	}
	*into = v
	return nil
}

// MarshalText gives the name.
func (r Role) MarshalText() ([]byte, error) { return []byte(r.String()), nil }

// UnmarshalText takes a name.
func (r *Role) UnmarshalText(text []byte) error { return named(roles[:], text, r) }

// MarshalText gives the name.
func (v Visibility) MarshalText() ([]byte, error) { return []byte(v.String()), nil }

// UnmarshalText takes a name.
func (v *Visibility) UnmarshalText(text []byte) error { return named(visibilities[:], text, v) }
