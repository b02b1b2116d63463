// Package series follows clauses through more than two versions: lineages, the
// origin of every word, and the order of a series found from its texts.
//
// Its main call is Follow. It shows nothing (package report does).
package series
