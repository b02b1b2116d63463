// Package source finds where a document comes from: a path, standard input, or
// a symbol, fetched from the UN's public document service into a cache on disk.
//
// Its main call is Open. It parses nothing (package read does).
package source
