package wordml

import (
	"path"
	"slices"
	"strings"

	"reprise/internal/pattern"
)

// Taken is a kind of thing that a base brought along and that is taken out of
// what is written on it: whoever gets a comparison must not get that too.
type Taken int

// The kinds.
const (
	TakenMacros    Taken = iota // macros, and what calls them: key maps, tool bars
	TakenTemplates              // templates that stand elsewhere
	TakenLinks                  // pictures, objects, data and parts that stand elsewhere
	TakenEntries                // entries of the package with a name that leads out of it, or that is there twice
)

// String is the kind in the plural, for a message.
func (t Taken) String() string {
	return [...]string{"macros", "templates from elsewhere", "links to pictures, objects or data elsewhere", "entries with unsafe names"}[t]
}

var (
	relationType  = pattern.Lazy(`\bType="[^"]*/([^"/]*)"`)
	external      = pattern.Lazy(`\bTargetMode="External"`)
	attached      = pattern.Lazy(`<w:attachedTemplate\b[^>]*/>`)
	mailMerge     = pattern.Lazy(`(?s)<w:mailMerge>.*?</w:mailMerge>|<w:mailMerge/>`)
	pictureSource = pattern.Lazy(`(<v:(?:imagedata|fill|stroke)\b[^>]*?) (?:src|o:href|r:href)="[^"]*"`)
	overrideTag   = pattern.Lazy(`<Override\b[^>]*>`)
	partName      = pattern.Lazy(`\bPartName="/?([^"]*)"`)
	codes         = pattern.Lazy(`<w:instrText\b[^>]*>([^<]*)</w:instrText>|<w:fldChar\b[^>]*w:fldCharType="begin"|<w:fldSimple\b[^>]*w:instr="([^"]*)"`)
)

// activeRelations are the relationships by which a file brings its own program.
var activeRelations = []string{"vbaProject", "wordVbaData", "keyMapCustomizations", "attachedToolbars", "extensibility"}

// fetchingFields get text or pictures from elsewhere when they are brought up to
// date, or run a command.
var fetchingFields = []string{"DDE", "DDEAUTO", "INCLUDEPICTURE", "INCLUDETEXT", "INCLUDE", "IMPORT", "LINK", "DATABASE", "RD", "MACROBUTTON"}

// nowhere stands where an address stood.
const nowhere = "about:blank"

// clean takes out of the file what would do more than show a text. What cannot
// be taken out without harm, the file is refused for.
func (b *base) clean() error {
	b.leaveEntries()
	for _, name := range sortedNames(b.parts) {
		text := b.parts[name]
		if strings.HasSuffix(name, ".rels") {
			b.set(name, relationTag().ReplaceAllStringFunc(text, func(tag string) string { return b.relation(name, tag) }))
			continue
		}
		if name == "word/settings.xml" {
			text = mailMerge().ReplaceAllString(attached().ReplaceAllString(text, ""), "")
		}
		if b.set(name, pictureSource().ReplaceAllString(text, "$1")); strings.Contains(text, "<v:") && b.parts[name] != text {
			b.take(TakenLinks)
		}
		if field := fetching(text); field != "" {
			return refused("it has a field that fetches from elsewhere ("+field+")", "in "+name, "unlink the field in Word (select it, Ctrl+Shift+F9)")
		}
	}
	for name := range b.leave {
		if strings.HasPrefix(name, "word/activeX/") {
			return refused("it has ActiveX controls", "", "take them out in Word")
		}
	}
	b.types()
	return nil
}

// leaveEntries leaves out entries that no program should unpack, and what only
// macros need.
func (b *base) leaveEntries() {
	seen := map[string]bool{}
	for _, f := range b.zip.File {
		key := strings.ToLower(f.Name)
		odd := f.Name == "" || strings.ContainsAny(f.Name, "\\:\x00") || strings.HasPrefix(f.Name, "/") ||
			slices.Contains(strings.Split(f.Name, "/"), "..") || seen[key]
		if seen[key] = true; odd {
			b.leave[f.Name] = true
			b.take(TakenEntries)
		}
	}
}

// relation is a relationship as it stays in the file; "" where it goes.
func (b *base) relation(part, tag string) string {
	kind := ""
	if m := relationType().FindStringSubmatch(tag); m != nil {
		kind = m[1]
	}
	target := ""
	if m := targetAttr().FindStringSubmatch(tag); m != nil {
		target = m[1]
	}
	switch {
	case slices.Contains(activeRelations, kind):
		owner := path.Dir(path.Dir(part)) // word/_rels/document.xml.rels is of word
		b.leave[path.Join(owner, target)] = true
		b.leave[strings.TrimPrefix(target, "/")] = true
		b.take(TakenMacros)
		return ""
	case !external().MatchString(tag) || kind == "hyperlink":
		return tag
	case kind == "attachedTemplate":
		b.take(TakenTemplates)
		return ""
	case target == nowhere || target == "NULL": // as Word writes where it found nothing
		return tag
	}
	b.take(TakenLinks)
	return targetAttr().ReplaceAllLiteralString(tag, `Target="`+nowhere+`"`)
}

// types tells the package of what is left, and that it holds no macros.
func (b *base) types() {
	text := b.parts[typesFile]
	text = overrideTag().ReplaceAllStringFunc(text, func(tag string) string {
		if m := partName().FindStringSubmatch(tag); m != nil && b.leave[m[1]] {
			return ""
		}
		return tag
	})
	text = strings.ReplaceAll(text, "application/vnd.ms-word.document.macroEnabled.main+xml", typePrefix+"document.main+xml")
	text = strings.ReplaceAll(text, "application/vnd.ms-word.template.macroEnabledTemplate.main+xml", typePrefix+"document.main+xml")
	b.set(typesFile, strings.ReplaceAll(text, typePrefix+"template.main+xml", typePrefix+"document.main+xml"))
}

// fetching is the first field in a part that fetches from elsewhere; "" for none.
// Word parts a field's code as it likes, so it is put together first.
func fetching(text string) string {
	if !strings.Contains(text, "<w:instrText") && !strings.Contains(text, "<w:fldSimple") {
		return ""
	}
	var code strings.Builder
	for _, m := range codes().FindAllStringSubmatch(text, -1) {
		switch {
		case m[1] != "":
			code.WriteString(m[1])
		case m[2] != "":
			code.WriteString("\n" + m[2] + "\n")
		default:
			code.WriteByte('\n')
		}
	}
	for line := range strings.Lines(code.String()) {
		words := strings.Fields(line)
		if len(words) > 0 && slices.Contains(fetchingFields, strings.ToUpper(words[0])) {
			return words[0]
		}
	}
	return ""
}

func (b *base) set(name, text string) {
	if b.parts[name] != text {
		b.parts[name] = text
		b.rewritten[name] = true
	}
}

func (b *base) take(t Taken) {
	if !slices.Contains(b.taken, t) {
		b.taken = append(b.taken, t)
		slices.Sort(b.taken)
	}
}

func sortedNames(parts map[string]string) []string {
	var names []string
	for name := range parts {
		names = append(names, name)
	}
	slices.Sort(names)
	return names
}
