// Package clausetest makes clauses for the tests of what works on them, with the
// fields that reading would have given them.
package clausetest

import (
	"strings"

	"reprise/resolution"
)

// Place gives a clause that a test made up an ID and the fields that go with it:
// what stands before a slash is its section, "formula" its role.
func Place(c *resolution.Clause, id string) *resolution.Clause {
	c.ID = id
	if at := strings.LastIndexByte(id, '/'); at >= 0 {
		c.Section, id = id[:at], id[at+1:]
	}
	if role, ok := resolution.RoleByName(id); ok {
		c.Role = role
	}
	c.Number = strings.Trim(c.Label, ".() ")
	return c
}
