package read

import (
	"context"

	"reprise/read/pdf"
	"reprise/resolution"
)

var pdfFormat = format{name: "pdf", engine: "pdfium", is: pdf.Is, read: readPDF}

func readPDF(ctx context.Context, in input) (blocksOf, error) {
	engine := in.opts.PDF
	if engine == nil {
		engine = pdf.NewEngine(pdf.Setup{})
		defer engine.Close()
	}
	text, err := engine.Read(ctx, in.content)
	if err != nil {
		return blocksOf{}, err
	}
	out := blocksOf{blocks: text.Blocks, lost: text.Lost}
	for _, said := range text.Beside {
		out.blocks = append(out.blocks, aside(said))
	}
	out.warnings = warnOf(nil, resolution.TwoColumns, text.Columns)
	out.warnings = warnOf(out.warnings, resolution.LeftComments, text.Comments)
	out.warnings = warnOf(out.warnings, resolution.UnreadObjects, text.Objects)
	return out, nil
}
