// Package cluster sorts a collection into series and lineages on many machines: Apache
// Beam pipelines over the calls that a library makes on one.
//
// Its main call is Run, which reads a collection, groups and follows its texts and writes
// what was adopted where as JSON Lines; Load puts the same into a library. One does it
// without Beam, one text after the other, and gives the same bytes. It has no idea of
// likeness of its own: what makes two texts one series is series.Kinship, what makes two
// clauses one is series.Thread.
//
// What a run is made of (each stage is a pipeline, and kept once it is done):
//
//	read    files to entries of a library, with the cards that grouping needs
//	number  the same text in several files once; a number for each, in order of name
//	group   blocking keys (symbol, title, hashes of wording) to the best predecessor of
//	        each text, and those to series
//	follow  the clauses of a series to lineages; the texts of a long series are linked
//	        in pairs, wherever there is room
//	index   for each document its lineages, for each wording where it was adopted
package cluster
