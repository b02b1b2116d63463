package symbol

import (
	"slices"
	"strings"
)

// Body is the body that adopts a text, by its code.
type Body string

// The bodies that the form of a text speaks of without a symbol.
const (
	NoBody                   Body = ""
	GeneralAssembly          Body = "GA"
	SecurityCouncil          Body = "SC"
	EconomicAndSocialCouncil Body = "ECOSOC"
	HumanRightsCouncil       Body = "HRC"
)

// row is what is known of a body.
type row struct {
	body   Body
	prefix string // of all its documents
	number string // before the number of a resolution
}

// bodies are asked in this order: the first whose prefix fits.
var bodies = []row{
	{HumanRightsCouncil, "A/HRC/", "A/HRC/RES/"},
	{GeneralAssembly, "A/", "A/RES/"},
	{SecurityCouncil, "S/", "S/RES/"},
	{EconomicAndSocialCouncil, "E/", "E/RES/"},
}

// String is the body's code in JSON and data files: "GA", "SC", "ECOSOC", "HRC";
// "" for NoBody.
func (b Body) String() string { return string(b) }

// BodyByCode is the inverse of String; NoBody for any other code.
func BodyByCode(code string) Body {
	if slices.ContainsFunc(bodies, func(r row) bool { return string(r.body) == code }) {
		return Body(code)
	}
	return NoBody
}

// Body tells the body by a symbol; NoBody where none is known.
func (s Symbol) Body() Body {
	for _, r := range bodies {
		if strings.HasPrefix(string(s), r.prefix) {
			return r.body
		}
	}
	return NoBody
}

// Resolution makes the symbol of an adopted resolution of the body from its
// number, "73/58" or "2242 (2015)"; "" where body or number are not known.
func (b Body) Resolution(number string) Symbol {
	for _, r := range bodies {
		if r.body == b && number != "" {
			return Symbol(r.number + number)
		}
	}
	return ""
}
