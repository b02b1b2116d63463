package store

import (
	"context"
	"errors"
	"fmt"
	"os"

	"reprise/internal/database"
)

// Backup copies all rooms into a new file while they are in use: what was acknowledged
// before it began is in it. The file is there when all of it is; restored, it takes the
// place of the file that it was made of. For a server there are its own tools.
func (s *Store) Backup(ctx context.Context, to string) error {
	if s.Kind == database.Postgres {
		return errors.New("reprise: rooms in PostgreSQL are backed up by pg_dump")
	}
	if _, err := os.Lstat(to); !errors.Is(err, os.ErrNotExist) {
		return fmt.Errorf("reprise: %s: there already; name a new file", to)
	}
	beside := to + ".part"
	defer os.Remove(beside)
	os.Remove(beside)
	if err := s.exec(ctx, "VACUUM INTO ?", beside); err != nil {
		return err
	}
	return os.Rename(beside, to)
}
