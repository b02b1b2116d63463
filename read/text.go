package read

import (
	"context"
	"reprise/read/lines"
	"reprise/resolution/recognise"
)

// textFormat reads plain text of two kinds. Extracted text has hard line ends,
// page heads and feet, footnotes in mid-paragraph; its lines are put together
// by what they say. Clean text has one paragraph a line or block.
var textFormat = format{
	name:   "text",
	bare:   true,
	engine: "reprise",
	is:     func([]byte) bool { return true },
	read:   readText,
}

func readText(ctx context.Context, in input) (blocksOf, error) {
	got, err := decode(in.content)
	if err != nil {
		return blocksOf{}, err
	}
	text := string(got.text)
	if err := checkLines(text); err != nil {
		return blocksOf{}, err
	}
	if in.opts.Amendment {
		if blocks, ok := noteBlocks(text); ok {
			return blocksOf{blocks: blocks, lex: in.lex, warnings: got.warnings, fidelity: recognise.Exact}, nil
		}
	}
	printed := lines.Split(lines.Unquoted(text))
	out := blocksOf{lex: in.lex, warnings: got.warnings}
	if out.lex == nil {
		out.lex = lines.Detect(printed)
	}
	out.blocks, err = lines.Blocks(ctx, printed, out.lex)
	return out, err
}
