package resolution

// Symbol is a document symbol in its canonical form: "A/RES/73/58",
// "S/RES/2242 (2015)", "A/HRC/RES/45/30", "E/RES/2016/2", "A/C.1/75/L.8/Rev.1".
type Symbol string

// Organ is the body that adopts a text.
type Organ int

// The organs.
const (
	OrganUnknown Organ = iota
	GeneralAssembly
	SecurityCouncil
	EconomicAndSocialCouncil
	HumanRightsCouncil
)

var organCodes = [...]string{"", "GA", "SC", "ECOSOC", "HRC"}

// String is the organ's code in JSON and data files: "GA", "SC", "ECOSOC", "HRC".
func (o Organ) String() string { return organCodes[o] }

// OrganByCode is the inverse of String; OrganUnknown for any other code.
func OrganByCode(code string) Organ {
	for o, c := range organCodes {
		if c == code {
			return Organ(o)
		}
	}
	return OrganUnknown
}
