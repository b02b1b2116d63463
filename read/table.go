package read

import "reprise/resolution/recognise"

// tableBlock is a table of figures as one block: rows on lines, cells parted by tabs.
func tableBlock[C any](rows [][]C, spans func(cell C) []recognise.Span) recognise.Block {
	b := recognise.Block{Kind: recognise.TableBlock}
	for i, row := range rows {
		if i > 0 {
			b.Spans = recognise.AppendSpan(b.Spans, recognise.Span{Text: "\n"})
		}
		for j, cell := range row {
			if j > 0 {
				b.Spans = recognise.AppendSpan(b.Spans, recognise.Span{Text: "\t"})
			}
			for _, s := range spans(cell) {
				b.Spans = recognise.AppendSpan(b.Spans, s)
			}
		}
	}
	return b
}
