package read

import (
	"reprise/internal/zipxml"
	"reprise/read/bounds"
	"reprise/read/pdf"
)

// Limits is the table of all bounds on what is read, which docs/files.md shows. Each
// fails in words that name it; none changes what a smaller file gives.
func Limits() []bounds.Bound {
	return append([]bounds.Bound{
		{Of: "file", Limit: MaxBytes, Unit: bounds.Bytes},
		{Of: "line of a text", Limit: MaxLineBytes, Unit: bounds.Bytes},
		{Of: "lines of a text", Limit: MaxLines},
		{Of: "lines of a paragraph in Markdown", Limit: MaxParagraphLines},
		{Of: "paragraphs of a document", Limit: MaxBlocks},
		{Of: "elements of a web page", Limit: htmlMaxNodes},
		{Of: "depth of a web page", Limit: htmlMaxDepth},
		{Of: "files in a package", Limit: zipxml.MaxFiles},
		{Of: "part of a package, unpacked", Limit: zipxml.MaxPart, Unit: bounds.Bytes},
		{Of: "parts of a package, unpacked", Limit: zipxml.MaxTotal, Unit: bounds.Bytes},
		{Of: "depth of a part", Limit: zipxml.MaxDepth},
		{Of: "elements and texts of a part", Limit: zipxml.MaxNodes},
	}, pdf.Limits()...)
}
