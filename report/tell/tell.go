// Package tell puts the facts of a comparison and of a series into words: chips,
// labels, reasons, remarks, sentences, in the language of its reader. It works
// nothing out.
//
// Its main call is In, which gives the voice that speaks a language. What each
// language says stands in its data (internal/lexicon, the files say.txt).
package tell

import (
	"cmp"
	"reprise/diff"
	"reprise/internal/lexicon"
	"reprise/series"
)

// Voice is a language that the forms speak. The zero value speaks the default one.
type Voice struct {
	lex   *lexicon.Lexicon
	scale string          // name of the scale that orders leads, where it is not the language's own
	taken map[string]bool // IDs of the new text's clauses, which old ones may share
}

// In is the voice of a language by its ISO 639-1 code. A language that is not
// known, or says nothing, is spoken for by the default one.
func In(language string) Voice {
	lex, err := lexicon.Language(language)
	if err != nil || lex.Sentence(saysSomething) == "" {
		return Voice{}
	}
	return Voice{lex: lex}
}

// saysSomething is a phrase that every language has in which reprise can speak.
const saysSomething = "kept"

// Languages are those in which a voice speaks, sorted.
func Languages() []string {
	var out []string
	for _, code := range lexicon.Codes() {
		if In(code).Language() == code {
			out = append(out, code)
		}
	}
	return out
}

// Of is the voice for a comparison: in the language that is asked for, or in that
// of the new text where none is ("").
func Of(say string, c *diff.Comparison) Voice {
	texts := Voice{}
	if c.New != nil {
		texts = In(c.New.Language)
	}
	v := texts
	if say != "" {
		v = In(say)
	}
	if c.Scale != texts.scaleName() {
		v.scale = c.Scale
	}
	if c.New != nil {
		v.taken = map[string]bool{}
		for _, clause := range c.New.Clauses {
			v.taken[clause.ID] = true
		}
	}
	return v
}

// OfSeries is the voice for series: in the language that is asked for, or in that
// of the latest text of the first of them.
func OfSeries(say string, all ...*series.Series) Voice {
	if say != "" {
		return In(say)
	}
	for _, s := range all {
		if n := len(s.Versions); n > 0 {
			return In(s.Versions[n-1].Document.Language)
		}
	}
	return Voice{}
}

// scaleName is what the scale is called that orders leads.
func (v Voice) scaleName() string {
	if v.scale != "" {
		return v.scale
	}
	if name := v.lexicon().Scale().Name; name != "" {
		return name
	}
	return Voice{}.lexicon().Scale().Name
}

// Language is the ISO 639-1 code of what the voice speaks.
func (v Voice) Language() string { return v.lexicon().Code() }

func (v Voice) lexicon() *lexicon.Lexicon {
	if v.lex != nil {
		return v.lex
	}
	lex, _ := lexicon.Language(lexicon.Default)
	return lex
}

// Say gives a phrase by its name in the data, each {name} in it replaced by the
// value that follows the name. What a language does not say is said in the default
// one.
func (v Voice) Say(name string, values ...string) string {
	if text := v.lexicon().Sentence(name, values...); text != "" {
		return text
	}
	return Voice{}.lexicon().Sentence(name, values...)
}

// Counted gives a phrase with a number in it, {n}, in the form that the language
// has for the number.
func (v Voice) Counted(name string, n int, values ...string) string {
	if text := v.lexicon().Counted(name, n, values...); text != "" {
		return text
	}
	return Voice{}.lexicon().Counted(name, n, values...)
}

// languageName is a language's name in itself, its code where it has none.
func languageName(code string) string {
	if lex, err := lexicon.Language(code); err == nil {
		return cmp.Or(lex.Rule("name"), code)
	}
	return code
}

// RunsRightToLeft tells whether texts of a language are written so.
func RunsRightToLeft(language string) bool {
	lex, err := lexicon.Language(language)
	return err == nil && lex.Rule("direction") == "rtl"
}

// RightToLeft tells whether the voice's language is written so.
func (v Voice) RightToLeft() bool { return v.lexicon().Rule("direction") == "rtl" }

// Phrases are the named phrases with the forms that each has for numbers, NAME-one
// and so on, for a page's script.
func (v Voice) Phrases(names []string) map[string]string {
	out := map[string]string{}
	for _, name := range names {
		out[name] = v.Say(name)
		for _, form := range lexicon.NumberForms() {
			if text := v.lexicon().Sentence(name + "-" + form); text != "" {
				out[name+"-"+form] = text
			}
		}
	}
	return out
}
