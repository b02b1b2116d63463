package assistant

import (
	"errors"
	"slices"
	"strconv"
	"strings"

	"github.com/modelcontextprotocol/go-sdk/mcp"
)

// The tools, as an assistant reads them.
var (
	compareTool = &mcp.Tool{Name: "compare", Title: "Compare two versions of a resolution",
		Description: "Compares two versions of a resolution clause by clause: what was added, removed, reworded, moved, split and merged, what is substantive and why, with the points a delegate must hear first. Deleted words stand in [-...-], inserted ones in {+...+}."}
	seriesTool = &mcp.Tool{Name: "series", Title: "Follow a series of resolutions",
		Description: "Shows how each clause of a series went through its versions: one row a clause, one column a version."}
	historyTool = &mcp.Tool{Name: "history", Title: "Follow one clause",
		Description: "Shows one clause of the latest text, and its points, through all versions of its series, with what changed from each to the next."}
	findTool = &mcp.Tool{Name: "find", Title: "Find where earlier texts have a phrase",
		Description: "Finds a phrase in the user's library of resolutions: each clause once for all texts that have it, with its first and latest use, body and vote. Words in any form and near phrases are found too."}
	agreedTool = &mcp.Tool{Name: "agreed", Title: "Find what of a draft is agreed language",
		Description: "Tells for every clause of a draft, or for one sentence, whether an adopted text of the user's library has it word for word, but for some words, or not at all, with the nearest adopted clauses."}
)

type page struct {
	From int `json:"from,omitempty" jsonschema:"the character of the answer to begin at, as an answer that was cut says"`
}

type compareInput struct {
	Old         string `json:"old" jsonschema:"the earlier text: a file below the served folder, or a symbol"`
	New         string `json:"new" jsonschema:"the later text"`
	Summary     bool   `json:"summary,omitempty" jsonschema:"only the counts and what must be heard first"`
	Substantive bool   `json:"substantive,omitempty" jsonschema:"only the substantive changes; the rest is counted"`
	page
}

func (d *desk) compare(in compareInput) question {
	texts, err := d.named(in.Old, in.New)
	var args []string
	if in.Summary {
		args = append(args, "--summary=all")
	}
	if in.Substantive {
		args = append(args, "--only=substantive")
	}
	return d.question("compare", append(args, texts...), in.page, err)
}

type seriesInput struct {
	Texts []string `json:"texts" jsonschema:"files or folders below the served folder, or symbols; one symbol stands for its whole series"`
	page
}

func (d *desk) series(in seriesInput) question {
	texts, err := d.named(in.Texts...)
	if len(in.Texts) == 0 {
		err = errNoTexts
	}
	return d.question("series", texts, in.page, err)
}

type historyInput struct {
	Clause string   `json:"clause" jsonschema:"the clause of the latest text, such as PP3, OP4 or OP4 (b)"`
	Texts  []string `json:"texts" jsonschema:"the versions of the series: files or folders below the served folder, or symbols; one symbol stands for its whole series"`
	page
}

func (d *desk) history(in historyInput) question {
	texts, err := d.named(in.Texts...)
	clause := strings.TrimSpace(in.Clause)
	switch {
	case len(in.Texts) == 0:
		err = errNoTexts
	case clause == "" || strings.HasPrefix(clause, "-"):
		err = errors.New("clause: want a clause such as PP3 or OP4 (b)")
	}
	args := []string{clause}
	for _, t := range texts {
		args = append(args, "--series="+t)
	}
	return d.question("history", args, in.page, err)
}

type findInput struct {
	Phrase string   `json:"phrase" jsonschema:"the words to look for"`
	Body   []string `json:"body,omitempty" jsonschema:"only what these bodies adopted, such as GA, SC or HRC"`
	Since  int      `json:"since,omitempty" jsonschema:"only what was adopted in this year or later"`
	Until  int      `json:"until,omitempty" jsonschema:"only what was adopted in this year or earlier"`
	Lang   string   `json:"lang,omitempty" jsonschema:"only texts in this language: ar, en, es, fr, ru, zh"`
	page
}

func (d *desk) find(in findInput) question {
	var args []string
	for _, body := range in.Body {
		args = append(args, "--body="+body)
	}
	for _, limit := range []struct {
		flag string
		year int
	}{{"--since=", in.Since}, {"--until=", in.Until}} {
		if limit.year != 0 {
			args = append(args, limit.flag+strconv.Itoa(limit.year))
		}
	}
	if in.Lang != "" {
		args = append(args, "--lang="+in.Lang)
	}
	var err error
	if strings.TrimSpace(in.Phrase) == "" {
		err = errors.New("phrase: want the words to look for")
	}
	return d.question("find", append(args, "--", in.Phrase), in.page, err)
}

type agreedInput struct {
	Draft    string `json:"draft,omitempty" jsonschema:"the draft: a file below the served folder, or a symbol"`
	Sentence string `json:"sentence,omitempty" jsonschema:"instead of a draft: the words themselves"`
	page
}

func (d *desk) agreed(in agreedInput) question {
	switch given := strings.TrimSpace(in.Draft) != ""; {
	case given == (strings.TrimSpace(in.Sentence) != ""):
		return question{err: errors.New("want a draft or a sentence, and not both")}
	case !given:
		q := d.question("agreed", []string{"-"}, in.page, nil)
		q.command.Stdin = in.Sentence
		return q
	}
	texts, err := d.named(in.Draft)
	return d.question("agreed", texts, in.page, err)
}

var errNoTexts = errors.New("texts: want at least one file, folder or symbol")

// question is the command line of a question, in the plain form that every command has.
func (d *desk) question(command string, args []string, p page, err error) question {
	line := slices.Concat([]string{command, "--color=never", "--width=0"}, d.setup.Flags[command], args)
	return question{command: Command{Args: line}, from: p.From, err: err}
}
