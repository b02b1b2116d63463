// Command train learns the weights by which package align links clauses, from
// pairs of texts whose links readers gave:
//
//	go run ./bench/train [-o FILE] GOLD...     writes align/model.txt
//	go run ./bench/train -figures GOLD...      says what such weights are worth on pairs they have not seen
//	go run ./bench/train -wrong GOLD...        lists every link that is wrong or missed there
//
// GOLD is a folder of pairs as the shared texts have them. The same pairs give
// the same bytes.
package main

import (
	"flag"
	"fmt"
	"os"

	"reprise/align"
)

func main() {
	out := flag.String("o", "align/model.txt", "where to write the weights")
	figures := flag.Bool("figures", false, "say what the weights are worth, and write nothing")
	wrong := flag.Bool("wrong", false, "list what is wrong, and write nothing")
	flag.Parse()
	if flag.NArg() == 0 {
		fmt.Fprintln(os.Stderr, "usage: train [-o FILE] [-figures] [-wrong] GOLD...")
		os.Exit(2)
	}
	if err := run(flag.Args(), *out, *figures, *wrong); err != nil {
		fmt.Fprintln(os.Stderr, "train:", err)
		os.Exit(2)
	}
}

func run(folders []string, out string, figures, wrong bool) error {
	pairs, err := readGold(folders)
	if err != nil {
		return err
	}
	if !figures && !wrong {
		m, err := train(pairs)
		if err != nil {
			return err
		}
		return os.WriteFile(out, []byte(m.String()), 0o644)
	}
	found, err := crossed(pairs)
	if err != nil {
		return err
	}
	if wrong {
		for k, p := range pairs {
			p.sayWrong(found[k])
		}
	}
	if figures {
		sayFigures(pairs, found)
	}
	return nil
}

// sayWrong lists what is wrong in a pair.
func (p *pair) sayWrong(found []align.Link) {
	mine, unsure, score := p.linksOf(found)
	say := func(what string, l [2]int) {
		fmt.Printf("%s %s %d=%d score %.2f uncertain %t several %t\n  %s\n  %s\n", what, p.ID, l[0], l[1], score[l], unsure[l], p.several[l],
			p.OldParagraphs[l[0]].Text, p.NewParagraphs[l[1]].Text)
	}
	for _, l := range sorted(without(without(without(mine, p.exact), p.sure), p.possible)) {
		say("WRONG", l)
	}
	for _, l := range sorted(without(p.sure, mine)) {
		say("MISSED", l)
	}
}
