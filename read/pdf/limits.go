package pdf

import "reprise/read/bounds"

// Limits are the bounds on a PDF file.
func Limits() []bounds.Bound {
	return []bounds.Bound{
		{Of: "pages of a PDF", Limit: maxPages},
		{Of: "characters of a PDF", Limit: maxGlyphs},
		{Of: "characters of a page", Limit: maxPageGlyphs},
		{Of: "stream of a page, unpacked", Limit: maxStream, Unit: bounds.Bytes},
		{Of: "all that a page draws, unpacked", Limit: maxWork, Unit: bounds.Bytes},
		{Of: "objects of a PDF", Limit: maxObjects},
		{Of: "memory of the engine", Limit: maxMemory, Unit: bounds.Bytes},
		{Of: "time for a PDF, a watchdog", Limit: int64(maxTime), Unit: bounds.Nanoseconds},
	}
}
