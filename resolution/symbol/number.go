package symbol

import (
	"fmt"
	"strconv"
	"strings"

	"reprise/internal/numeral"
)

// Number is what the number of an adopted text says; what it does not say is 0
// or "".
type Number struct {
	Session int
	Special string // "S" or "ES" before a special session
	Year    int
	Serial  int
	Part    string // " A": as printed, with what parts it from the number
}

// Number reads a symbol of an adopted text; false for any other document.
func (s Symbol) Number() (Number, bool) {
	if r := bodies().rows[s.Body()]; r != nil {
		for _, f := range r.forms {
			if n, ok := match(f.symbol, string(s)); ok {
				return n, true
			}
		}
	}
	return Number{}, false
}

// Year is the year in which a text was adopted or its session opened; 0 where
// its symbol does not tell.
func (s Symbol) Year() int {
	n, _ := s.Number()
	if n.Year > 0 || n.Special != "" || n.Session == 0 {
		return n.Year
	}
	return s.Body().Year(n.Session)
}

// piece is a part of a number or symbol: letters that stand there, or a slot.
type piece struct {
	text string
	slot string
}

// The slots of bodies.txt.
const (
	sessionSlot = "session"
	yearSlot    = "year"
	serialSlot  = "serial"
	romanSlot   = "roman"
)

func parsePieces(text string) ([]piece, error) {
	var out []piece
	for text != "" {
		before, rest, slot := strings.Cut(text, "{")
		if before != "" {
			out = append(out, piece{text: before})
		}
		if !slot {
			break
		}
		var name string
		name, text, slot = strings.Cut(rest, "}")
		switch name {
		case sessionSlot, yearSlot, serialSlot, romanSlot:
			out = append(out, piece{slot: name})
		default:
			slot = false
		}
		if !slot {
			return nil, fmt.Errorf("no slot {%s", rest)
		}
	}
	return out, nil
}

// match reads a text of the form of some pieces, whole. Letters may be small or
// capital; Roman numbers are in capitals.
func match(pieces []piece, text string) (n Number, ok bool) {
	for _, p := range pieces {
		if p.slot == "" {
			if len(text) < len(p.text) || !strings.EqualFold(text[:len(p.text)], p.text) {
				return n, false
			}
			text = text[len(p.text):]
			continue
		}
		taken := n.take(p.slot, text)
		if taken == 0 {
			return n, false
		}
		text = text[taken:]
		if p.slot == serialSlot {
			text = n.takePart(text)
		}
	}
	if n.Part == "" { // "2625 (XXV) A"
		text = n.takePart(text)
	}
	return n, text == ""
}

func (n *Number) takePart(text string) string {
	letters := partLetters(text)
	n.Part = text[:letters]
	return text[letters:]
}

// The digits that a session and a serial number have at most.
const (
	sessionDigits = 3
	serialDigits  = 4
)

// firstYear is the first in which the bodies adopted texts.
const firstYear = 1946

// take reads a slot at the head of a text and tells how many bytes it took; 0
// where the slot is not there.
func (n *Number) take(slot, text string) int {
	at := 0
	if slot == sessionSlot || slot == romanSlot {
		for _, special := range [...]string{"ES", "S"} {
			if strings.HasPrefix(text, special+"-") {
				n.Special, at = special, len(special)+1
				break
			}
		}
	}
	if slot == romanSlot {
		end := strings.IndexByte(text[at:], ')')
		if end < 0 || strings.Trim(text[at:at+end], "IVXLCDM") != "" {
			return 0
		}
		n.Session = numeral.Roman(strings.ToLower(text[at : at+end]))
		if n.Session == 0 {
			return 0
		}
		return at + end
	}
	digits := numeral.Digits(text[at:])
	value := numeral.Value(text[at : at+digits])
	switch {
	case digits == 0:
		return 0
	case slot == sessionSlot && digits <= sessionDigits:
		n.Session = value
	case slot == yearSlot && digits == len("1946") && value >= firstYear:
		n.Year = value
	case slot == serialSlot && digits <= serialDigits:
		n.Serial = value
	default:
		return 0
	}
	return at + digits
}

// write is the inverse of match.
func write(pieces []piece, n Number) string {
	var b strings.Builder
	special := n.Special
	if special != "" {
		special += "-"
	}
	for _, p := range pieces {
		switch p.slot {
		case "":
			b.WriteString(p.text)
		case sessionSlot:
			b.WriteString(special + strconv.Itoa(n.Session))
		case romanSlot:
			b.WriteString(special + strings.ToUpper(numeral.InRoman(n.Session)))
		case yearSlot:
			b.WriteString(strconv.Itoa(n.Year))
		case serialSlot:
			b.WriteString(strconv.Itoa(n.Serial) + n.Part)
		}
	}
	return b.String()
}
