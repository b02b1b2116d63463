// Package wordml reads and writes WordprocessingML: packages, parts, runs,
// tracked changes, footnotes, comments. It knows no resolutions.
package wordml
