package read

import "reprise/read/pdf"

var pdfFormat = format{name: "pdf", engine: "pdfium", is: pdf.Is, read: readPDF}

func readPDF(in input) (blocksOf, error) {
	text, err := pdf.Read(in.content, in.opts.Preparing)
	if err != nil {
		return blocksOf{}, err
	}
	out := blocksOf{blocks: text.Blocks}
	if text.Columns > 0 {
		out.warnings = append(out.warnings, howMany(text.Columns, "page was", "pages were")+" read in two columns.")
	}
	return out, nil
}
