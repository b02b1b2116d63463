package outside

import (
	"os"
	"testing"
)

// Postgres gives the address of a PostgreSQL where tests may make schemas of their
// own, $REPRISE_TEST_POSTGRES. The test is skipped, or fails under CI, where there
// is none.
func Postgres(t testing.TB) string {
	t.Helper()
	address := os.Getenv("REPRISE_TEST_POSTGRES")
	if address == "" {
		Missing(t, "no PostgreSQL (set REPRISE_TEST_POSTGRES)")
	}
	return address
}
