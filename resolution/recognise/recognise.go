// Package recognise turns the neutral blocks of any file format into the clauses
// of a resolution: it knows how a resolution is built, and asks the language for
// its words.
//
// Its main call is Document. It opens no files and compares nothing.
package recognise

import (
	"context"
	"strings"

	"reprise/internal/lexicon"
	"reprise/internal/numeral"
	"reprise/resolution"
)

// Document turns blocks in reading order into a document of a language: it tells
// masthead, preamble, operative part, annexes and back from each other, reads
// labels and leads, names the clauses and ties footnotes to their marks. A text
// without clauses gives a document without clauses. It fails only where the
// context ends, with its cause.
//
// Law 1: nothing is lost (see resolution.Document).
func Document(ctx context.Context, blocks []Block, lex *lexicon.Lexicon) (*resolution.Document, error) {
	r := &recogniser{lex: lex, doc: &resolution.Document{Language: lex.Code()}}
	paras := r.setAside(r.paragraphsOf(blocks))
	paras = r.unglue(paras)
	paras = r.takeLooseNotes(paras)
	r.takeGluedMarks(paras)
	r.tell(paras)
	if err := r.walk(ctx, paras); err != nil {
		return nil, err
	}
	r.nameTitle()
	r.name()
	r.fields()
	return r.doc, nil
}

// recogniser holds the state of one reading.
type recogniser struct {
	lex   *lexicon.Lexicon
	genre *genre
	doc   *resolution.Document
	items []*item

	stroked bool            // footnotes are marked "1/"
	noted   map[string]bool // the marks of footnotes
	further [][]string      // of each footnote, what blocks without a mark add to it
}

// maxDetectBlocks is as many blocks as the language is looked for in.
const maxDetectBlocks = 400

// Language finds the language of blocks.
func Language(blocks []Block) *lexicon.Lexicon {
	var lines []string
	for _, b := range blocks[:min(len(blocks), maxDetectBlocks)] {
		lines = append(lines, resolution.Normalise(b.Text()))
	}
	return lexicon.Detect(lines)
}

// setAside puts furniture and footnotes in their places and gives the rest.
func (r *recogniser) setAside(paras []*paragraph) []*paragraph {
	rest := paras[:0]
	for _, p := range paras {
		switch {
		case p.kind == FurnitureBlock:
			r.doc.Furniture = append(r.doc.Furniture, resolution.Furniture{Text: withMarks(p), Page: p.page})
		case p.kind == NoteBlock:
			r.addFootnote(p)
		case p.kind == TextBlock && p.label == "" && len(p.notes) > 0 && p.notes[0].At == 0 && p.text != "":
			// a paragraph that a raised mark opens is a footnote
			p.mark, p.notes = p.notes[0].Mark, p.notes[1:]
			r.addFootnote(p)
		case p.text == "" && p.label == "" && len(rest) > 0: // marks alone: they belong to what stands before
			for _, n := range p.notes {
				last := rest[len(rest)-1]
				last.notes = append(last.notes, resolution.NoteRef{Mark: n.Mark, At: len(last.text)})
			}
		default:
			rest = append(rest, p)
		}
	}
	for i, more := range r.further {
		if len(more) > 0 {
			r.doc.Footnotes[i].Text += " " + strings.Join(more, " ")
		}
	}
	return rest
}

// withMarks puts the marks that were taken out of a text back: furniture has
// no place for them.
func withMarks(p *paragraph) string {
	var b strings.Builder
	kept := 0
	for _, n := range p.notes {
		at := max(kept, min(n.At, len(p.text)))
		b.WriteString(p.text[kept:at] + n.Mark)
		kept = at
	}
	text := b.String() + p.text[kept:]
	if p.label != "" {
		text = strings.TrimSpace(p.label + " " + text)
	}
	return text
}

// addFootnote adds a footnote; text after another note's text that has no mark
// goes on with it.
func (r *recogniser) addFootnote(p *paragraph) {
	text, mark := withMarks(p), plainDigits(resolution.Normalise(p.mark))
	if number, stroked := strings.CutSuffix(mark, "/"); stroked {
		mark, r.stroked = number, true
	}
	if n := len(r.doc.Footnotes); mark == "" && n > 0 {
		r.further[n-1] = append(r.further[n-1], text)
		return
	}
	if r.noted == nil {
		r.noted = map[string]bool{}
	}
	r.noted[mark] = true
	r.further = append(r.further, nil)
	r.doc.Footnotes = append(r.doc.Footnotes, resolution.Footnote{Mark: mark, Text: text, Page: p.page})
}

// unglue parts what extraction glued: an enacting formula and the text after
// it, the meeting line and the last paragraph.
func (r *recogniser) unglue(paras []*paragraph) []*paragraph {
	out := make([]*paragraph, 0, len(paras)+2)
	for _, p := range paras {
		out = append(out, p)
		if p.kind == TableBlock || p.label != "" {
			continue
		}
		if _, n, ok := r.lex.Formula(p.text); ok && n < len(p.text) {
			out = append(out, p.split(n))
			continue
		}
		if at := r.gluedMeeting(p.text); at > 0 {
			out = append(out, p.split(at))
		}
	}
	return out
}

// maxMeetingWords is the length of "45th plenary meeting 5 December 2018" and a
// little more.
const maxMeetingWords = 8

// gluedMeeting finds where a meeting line begins that is glued to the end of a
// paragraph; 0 where there is none. The sentence before it must be ended.
func (r *recogniser) gluedMeeting(text string) int {
	at := len(text)
	for range maxMeetingWords {
		at = strings.LastIndexByte(strings.TrimRight(text[:max(at, 0)], " "), ' ') + 1
		if at <= 0 {
			return 0
		}
		if !numeral.Opens(text[at:]) || !endsSentence(strings.TrimRight(text[:at], " ")) {
			continue
		}
		if line, ok := r.lex.Line(text[at:]); ok && roleOf(line) == resolution.MeetingRole {
			return at
		}
	}
	return 0
}
