package wordml

import (
	"strings"

	"reprise/internal/imprint"
	"reprise/internal/pattern"
)

// What names the program that wrote a file: a part with its type and the
// package's relationship to it.
const (
	ownProperties = xmlHead + `<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"><Application>` +
		imprint.Application + `</Application></Properties>`
	propertiesType     = `<Override PartName="/` + imprint.PropertiesPart + `" ContentType="application/vnd.openxmlformats-officedocument.extended-properties+xml"/>`
	propertiesRelation = `<Relationship Id="rIdReprise" Type="` + relationPrefix + `extended-properties" Target="` + imprint.PropertiesPart + `"/>`
)

// application is where a file names the program that wrote it last.
var application = pattern.Lazy(`<Application>[^<]*</Application>`)

// sign names us as the program that wrote the file last: all other properties
// stay the file's.
func (w *baseWriter) sign(parts map[string]string) error {
	const part = imprint.PropertiesPart
	text, has := w.base.parts[part]
	name := "<Application>" + imprint.Application + "</Application>"
	switch at := strings.LastIndex(text, "</Properties>"); {
	case application().MatchString(text):
		parts[part] = application().ReplaceAllLiteralString(text, name)
	case at >= 0:
		parts[part] = text[:at] + name + text[at:]
	case has: // properties in no form that we know
		parts[part] = ownProperties
	default:
		parts[part] = ownProperties
		if err := w.insertBefore(parts, packageRelationsFile, "</Relationships>", propertiesRelation); err != nil {
			return err
		}
		return w.insertBefore(parts, typesFile, "</Types>", propertiesType)
	}
	return nil
}
