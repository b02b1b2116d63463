package room

import "context"

// Store keeps rooms. Its methods may be called from many goroutines and, on a server,
// from several processes; each either does all it says or nothing. What is
// acknowledged survives a kill.
type Store interface {
	// AddRoom keeps a room with its first member; ErrTaken where its ID is known.
	AddRoom(ctx context.Context, r Room, first Member) error
	// Room gives a room; ErrAbsent where there is none.
	Room(ctx context.Context, id string) (Room, error)
	// RoomsOf gives the rooms in which a person is a member, by name.
	RoomsOf(ctx context.Context, person string) ([]Room, error)

	// SetPerson keeps a person, or what is new of one.
	SetPerson(ctx context.Context, p Person) error
	// Person gives a person; ErrAbsent where nobody has the ID.
	Person(ctx context.Context, id string) (Person, error)
	// People gives the names of persons by ID; those that are gone are left out.
	People(ctx context.Context) (map[string]Person, error)
	// SetMember puts a person into a room, or changes role and delegation; as an
	// Outsider the person is out. Names are those of SetPerson.
	SetMember(ctx context.Context, room string, m Member) error
	// Members gives the members of a room, by name.
	Members(ctx context.Context, room string) ([]Member, error)
	// Forget takes out a person's name, sign-ins and memberships, and the text of what
	// was shown to nobody else. What was shared stays, by nobody in particular.
	Forget(ctx context.Context, person string) error

	// Add keeps entries in order and gives them with their numbers. One whose ID is
	// known already is given as it was kept, which makes it safe to send again;
	// ErrTaken where that one is of another person or room.
	Add(ctx context.Context, entries ...Entry) ([]Entry, error)
	// Entries gives the entries of a room after a number, in order.
	Entries(ctx context.Context, room string, after int64) ([]Entry, error)
	// Latest gives the number of the latest entry of all rooms; 0 for none.
	Latest(ctx context.Context) (int64, error)

	// KeepText keeps a text; one with the same room and key is kept once.
	KeepText(ctx context.Context, t Text) error
	// Text gives a text; ErrAbsent where the room has none of that key.
	Text(ctx context.Context, room, key string) (Text, error)

	// KeepPass keeps something that lets its bearer in, by the hash of a secret.
	KeepPass(ctx context.Context, p Pass) error
	// Pass gives one; ErrAbsent where there is none.
	Pass(ctx context.Context, hash string) (Pass, error)
	// DropPass ends one.
	DropPass(ctx context.Context, hash string) error

	// Secret gives the secret of a name: the one that is kept, or else the fresh one,
	// which is kept from then on.
	Secret(ctx context.Context, name string, fresh []byte) ([]byte, error)

	// Log notes something for the audit, which only grows.
	Log(ctx context.Context, e Event) error
	// Events gives what was noted of a room ("" all) in order.
	Events(ctx context.Context, room string) ([]Event, error)

	Close() error
}

// Text is a text that somebody brought.
type Text struct {
	Room     string `json:"-"`        // whose text it is
	Key      string `json:"key"`      // which nobody can guess who has not been given it
	Name     string `json:"name"`     // of the file, or a symbol
	Person   string `json:"person"`   // ID of who brought it
	Time     string `json:"time"`     // RFC 3339
	File     []byte `json:"file"`     // as it came, packed (library.Pack); empty where there is none
	Document []byte `json:"document"` // as it was read, packed JSON
}

// Pass lets its bearer in: a session, or an invitation to a room.
type Pass struct {
	Hash       string // of a secret that only the bearer has
	Kind       PassKind
	Person     string // of a session: whose; of an invitation: who made it
	Room       string // of an invitation
	Role       Role   // of an invitation
	Delegation string // of an invitation
	Expires    string // RFC 3339
}

// PassKind is what a pass is for.
type PassKind int

// The kinds of passes.
const (
	Session PassKind = iota
	Invitation
)

// Event is a line of the audit log: who did what when.
type Event struct {
	Seq    int64  `json:"-"`
	Time   string `json:"time"`   // RFC 3339
	Person string `json:"person"` // ID; "" nobody in particular
	Room   string `json:"room"`
	Did    string `json:"did"` // "sign-in", "export docx", "refused POST /room"
}
