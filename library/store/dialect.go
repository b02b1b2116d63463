package store

import (
	"strings"

	"reprise/internal/database"
)

// dialect is what differs between the databases.
type dialect struct {
	size string // a query for the bytes that the library takes

	addWording string                   // with id, hash, language, content, terms
	addTerms   string                   // with id, terms; "" where addWording does it
	dropTerms  string                   // of wordings that no clause has; "" where they go with those
	all        string                   // condition: the wording w has all of some terms
	having     string                   // a query for the texts that have all of some terms, so many at most; "" where havingEach is asked
	havingEach string                   // the same for many lists of terms at once, each joined by spaces: the number of a list, from 1, and a text
	latest     string                   // as having, of the texts added last
	matching   func(terms []string) any // the parameter of all, having and latest
	document   func(terms []string) any // the parameter terms of addWording or addTerms
	faults     string                   // a query for damage that the database itself finds; every row that is not "ok" is one; "" where the server sees to that
}

var dialects = map[database.Kind]dialect{database.SQLite: sqlite, database.Postgres: postgres}

var sqlite = dialect{
	size:       "SELECT page_count * page_size FROM pragma_page_count(), pragma_page_size()",
	addWording: "INSERT INTO wording (id, hash, language, content) VALUES (?, ?, ?, ?)",
	addTerms:   "INSERT INTO term (rowid, terms) VALUES (?, ?)",
	dropTerms:  "DELETE FROM term WHERE rowid IN (SELECT id FROM wording WHERE NOT EXISTS (SELECT 1 FROM clause WHERE clause.wording = wording.id))",
	all:        "w.id IN (SELECT rowid FROM term WHERE term MATCH ?)",
	having:     "SELECT rowid FROM term WHERE term MATCH ? ORDER BY rowid LIMIT ?",
	latest:     "SELECT rowid FROM term WHERE term MATCH ? ORDER BY rowid DESC LIMIT ?",
	matching:   func(terms []string) any { return `"` + strings.Join(terms, `" AND "`) + `"` },
	document:   func(terms []string) any { return strings.Join(terms, " ") },
	faults:     "PRAGMA integrity_check",
}

var postgres = dialect{
	size:       "SELECT coalesce(sum(pg_total_relation_size(c.oid)), 0)::bigint FROM pg_class c WHERE c.relkind = 'r' AND c.relnamespace = current_schema()::regnamespace",
	addWording: "INSERT INTO wording (id, hash, language, content, terms) VALUES (?, ?, ?, ?, ?)",
	all:        "w.terms @> ?::text[]",
	// Without an order the server stops at the limit, and is not led to walk through all
	// texts by their numbers.
	havingEach: "SELECT l.n, h.id FROM unnest(?::text[]) WITH ORDINALITY AS l(terms, n), LATERAL (SELECT id FROM wording WHERE wording.terms @> string_to_array(l.terms, ' ') LIMIT ?) h",
	latest:     "SELECT id FROM wording WHERE terms @> ?::text[] ORDER BY id DESC LIMIT ?",
	matching:   func(terms []string) any { return terms },
	document:   func(terms []string) any { return append([]string{}, terms...) }, // nil would be no list
}
