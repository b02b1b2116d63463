package resolution

import "slices"

// Role is what a clause is in the form of a resolution: a line of the masthead,
// the enacting formula, a line that closes the text. What carries the matter
// has none.
type Role int

// The roles, as they stand on the page. Lines that the form knows only by their
// place (front1, back2) have none.
const (
	NoRole Role = iota
	UnitedNationsRole
	OrganRole
	DistributionRole
	OriginalRole // "Original: English"
	SymbolRole
	SessionRole
	SessionDatesRole
	CommitteeRole
	AgendaRole
	AgendaTitleRole
	DraftRole
	SponsorsRole
	AmendmentRole   // "Kivu: amendment to draft resolution A/80/L.3"
	CorrigendumRole // "Corrigendum"
	AdoptedRole     // "Resolution adopted by the General Assembly on ..."
	AdoptedOnRole   // "on 5 December 2018"
	ProvenanceRole
	IssuedRole // the date of the masthead
	NumberRole // "73/58", "Resolution 2755 (2024)"
	TitleRole
	FormulaRole // "The General Assembly,", of the whole text or of one of its parts
	MeetingRole
	DateRole
	DatesRole
	SessionDateRole
	VoteRole
	InFavourRole
	AgainstRole
	AbstainingRole
	InFavourNamesRole // the States that voted so, on lines of their own
	AgainstNamesRole
	AbstainingNamesRole
	FurnitureRole // a line of the page that stands among those of the form
	SittingRole   // "At its 55th plenary meeting, on ..., the General Assembly decided to adopt the following text:"
)

var roleNames = [...]string{
	"", "united-nations", "organ", "distribution", "original", "symbol", "session", "session-dates", "committee",
	"agenda", "agenda-title", "draft", "sponsors", "amendment", "corrigendum", "adopted", "adopted-on", "provenance", "issued", "number", "title",
	"formula", "meeting", "date", "dates", "session-date", "vote", "in-favour", "against", "abstaining",
	"in-favour+", "against+", "abstaining+", "furniture", "sitting",
}

// String is the role's name in JSON, in IDs and in the data of the languages;
// "" for NoRole.
func (r Role) String() string { return roleNames[r] }

// RoleByName is the inverse of String; false for a name that is none.
func RoleByName(name string) (Role, bool) {
	i := slices.Index(roleNames[:], name)
	return Role(max(i, 0)), i >= 0
}

// Names is the role of the States that follow a side of a recorded vote; NoRole
// after any other line.
func (r Role) Names() Role {
	if r >= InFavourRole && r <= AbstainingRole {
		return r + (InFavourNamesRole - InFavourRole)
	}
	return NoRole
}
