package reprise_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"reprise/internal/lexicon"
)

// TestNoWordsOfALanguageInCode: what a language says stands in its data. In the
// code below the commands no string has words of a language but errors and panics,
// which are English, and what no reader of a form sees: the names of data, of
// formats and of protocols.
func TestNoWordsOfALanguageInCode(t *testing.T) {
	words := languageWords(t)
	err := filepath.WalkDir(".", func(name string, entry fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		slashed := filepath.ToSlash(name)
		if entry.IsDir() && (outsideTheHouse(name) || slashed == "cmd" || strings.HasSuffix(slashed, "test") && slashed != ".") {
			return filepath.SkipDir
		}
		if !strings.HasSuffix(name, ".go") || strings.HasSuffix(name, "_test.go") || english[slashed] != "" || english[filepath.ToSlash(filepath.Dir(name))] != "" {
			return nil
		}
		set := token.NewFileSet()
		file, err := parser.ParseFile(set, name, nil, 0)
		if err != nil || isScript(file, slashed) {
			return err
		}
		ast.Inspect(file, func(n ast.Node) bool {
			switch n := n.(type) {
			case *ast.ImportSpec, *ast.StructType:
				return false
			case *ast.CallExpr:
				return !isError(n)
			case *ast.BasicLit:
				if said := wordsIn(n, words); said != "" {
					t.Errorf("%s: %s: %s stands with the languages (internal/lexicon/data)", set.Position(n.Pos()), said, n.Value)
				}
			}
			return true
		})
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}

// english are packages and files whose strings are words of English for another
// reason.
var english = map[string]string{
	"assistant":              "speaks to a program, as the commands do",
	"internal/outside":       "says what tests skip",
	"internal/vocab/build":   "a script",
	"internal/wordml":        "puts errors together",
	"library/check.go":       "says what is wrong with a library, on the command line",
	"library/store/check.go": "says what is wrong with a library, on the command line",
	"read/decode.go":         "errors by what a file begins with",
	"read/limits.go":         "what bounds count, in errors and in the table of bounds",
	"read/pdf/limits.go":     "what bounds count, in errors and in the table of bounds",
	"read/pdf/survey.go":     "errors by what a bound counts",
	"read/pdf/rtl.go":        "letters by their shapes",
	"align/model.go":         "the head of a file of weights",
	"report/table":           "names of columns, the same for all programs that read them",
	"report/word/docx.go":    "warnings on the command line",
	"report/word/heads.go":   "warnings on the command line",
	"source":                 "warnings on the command line",
}

// isError tells calls whose words are those of an error or a panic.
func isError(call *ast.CallExpr) bool {
	switch f := call.Fun.(type) {
	case *ast.Ident:
		return f.Name == "panic"
	case *ast.SelectorExpr:
		return f.Sel.Name == "Errorf" || f.Sel.Name == "New" && isNamed(f.X, "errors")
	}
	return false
}

func isNamed(e ast.Expr, name string) bool {
	id, ok := e.(*ast.Ident)
	return ok && id.Name == name
}

var (
	aWord    = regexp.MustCompile(`\p{L}{2,}`)
	twoWords = regexp.MustCompile(`\p{L}{2,} \p{L}{2,}`)
	isSQL    = regexp.MustCompile(`\b(SELECT|FROM|WHERE|INSERT|UPDATE|DELETE|ORDER BY|GROUP BY|JOIN|LOCK TABLE|AND [a-z.]+|[a-z.]+ IN)\b`)
	foreign  = regexp.MustCompile(`[\p{Cyrillic}\p{Arabic}\p{Han}]{2,}|\p{Latin}*[À-ÖØ-öø-ÿ]\p{Latin}+|\p{Latin}+[À-ÖØ-öø-ÿ]\p{Latin}*`)
)

// wordsIn are the words of a language in a string: letters that English has not,
// or two words that stand in the data of a language beside each other.
func wordsIn(lit *ast.BasicLit, words map[string]bool) string {
	if lit.Kind != token.STRING {
		return ""
	}
	text, err := strconv.Unquote(lit.Value)
	if err != nil {
		return ""
	}
	if isSQL.MatchString(text) {
		return ""
	}
	if found := foreign.FindString(text); found != "" {
		return found
	}
	for _, pair := range twoWords.FindAllString(text, -1) {
		both := strings.Fields(strings.ToLower(pair))
		if words[both[0]] && words[both[1]] {
			return pair
		}
	}
	return ""
}

// languageWords are the words of the leads, names and phrases of all languages.
func languageWords(t *testing.T) map[string]bool {
	words := map[string]bool{}
	for _, code := range lexicon.Codes() {
		lex, err := lexicon.Language(code)
		if err != nil {
			t.Fatal(err)
		}
		for _, section := range []string{"leads", "sentences", "forms", "series", "outline", "reading", "page", "stops", "grammar", "lines", "months", "ordinals"} {
			for _, row := range lex.Table(section) {
				for _, cell := range row {
					for _, w := range aWord.FindAllString(strings.ToLower(cell), -1) {
						words[w] = true
					}
				}
			}
		}
	}
	return words
}
