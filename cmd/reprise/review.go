package main

import (
	"cmp"
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"reprise/diff"
	"reprise/report"
	"reprise/report/page"
	naming "reprise/report/tell"
	"reprise/report/word"
	"reprise/review"
)

func newReview(s surroundings) *cobra.Command {
	c := &cobra.Command{
		Use:   "review",
		Short: "Put together what several people marked on a comparison",
		Long: `Put together what several people marked on a comparison. Review files come from
the page (compare -o page.html, then Review, Export); compare --review FILE
shows them on the page, in Word and in tables.`,
		Args: known,
		RunE: func(c *cobra.Command, _ []string) error { return c.Help() },
	}
	c.AddCommand(newReviewMerge(s))
	return c
}

func newReviewMerge(s surroundings) *cobra.Command {
	var name string
	c := &cobra.Command{
		Use:   "merge FILE...",
		Short: "Merge review files into one, with no mark and no note lost",
		Long: `Merge review files into one. Every mark and every note of each file is in the
result, with its reviewer and time; the order of the files does not matter, and
a file that is given twice, or is part of another, changes nothing.`,
		Example: `  reprise review merge borduria.json syldavia.json -o all.json
  reprise compare old.md new.md --review all.json -o page.html`,
		Args: atLeast(1, "FILE"),
		RunE: func(_ *cobra.Command, names []string) error { return mergeReviews(s, names, name) },
	}
	c.Flags().StringVarP(&name, "output", "o", standardOutput, "write to this file")
	return c
}

func mergeReviews(s surroundings, names []string, to string) error {
	if to == "" {
		return errors.New("-o: an empty name, want a file or - for standard output")
	}
	for _, name := range names {
		s.guard.willRead(name)
	}
	if err := s.guard.check(to); err != nil {
		return err
	}
	merged, err := readReviews(s, names)
	if err != nil {
		return err
	}
	content, err := merged.JSON()
	if err != nil {
		return err
	}
	if err := write([]output{{to, content}}, s); err != nil {
		return err
	}
	tell(s.stderr, told(merged))
	return nil
}

// readReviews reads review files and merges them.
func readReviews(s surroundings, names []string) (review.Review, error) {
	var all []review.Review
	for _, name := range names {
		content, err := s.readText(name)
		if err != nil {
			return review.Review{}, err
		}
		one, err := review.Parse(name, []byte(content))
		if err != nil {
			return review.Review{}, err
		}
		all = append(all, one)
	}
	return review.Merge(all...), nil
}

// reviewed puts what the review files say on the changes of a comparison, and
// tells what had to be looked for in another text.
func (f *compareFlags) reviewed(s surroundings, c *diff.Comparison) (review.Placed, error) {
	if len(f.reviews) == 0 {
		return review.Placed{}, nil
	}
	all, err := readReviews(s, f.reviews)
	if err != nil {
		return review.Placed{}, err
	}
	on := review.Comparison{Name: naming.Title(c.Old) + " → " + naming.Title(c.New), Old: c.Old, New: c.New}
	for _, ch := range c.Changes {
		on.Links = append(on.Links, ch.Link)
	}
	placed := all.Place(on)
	for _, line := range placing(placed) {
		tell(s.stderr, line)
	}
	return placed, nil
}

// placing says how many marks followed their clauses, and lists those that found
// none.
func placing(p review.Placed) []string {
	followed, uncertain := 0, 0
	for _, marks := range p.Remarks {
		for _, m := range marks {
			if m.Carried.Is() {
				followed++
			}
			if m.Carried.Uncertain {
				uncertain++
			}
		}
	}
	var out []string
	if followed > 0 {
		out = append(out, fmt.Sprintf("%s of another comparison followed %s here (uncertain: %d)", marksIn(followed), theirClauses(followed), uncertain))
	}
	for _, m := range p.Lost {
		out = append(out, "warning: no clause here for "+lostMark(m))
	}
	return out
}

// lostMark says what a mark is and where it was made, as far as its file tells: a
// mark may be a note alone, of nobody, on a change without a name.
func lostMark(m review.Mark) string {
	on := cmp.Or(m.Name, strings.Join(slices.Concat(m.Old, m.New), ", "), "a change without a name")
	if m.Made.Comparison != "" {
		on += " (" + m.Made.Comparison + ")"
	}
	var says []string
	if verdict := naming.In("").Verdict(m); verdict != "" {
		says = append(says, verdict)
	}
	if m.Note != "" {
		says = append(says, m.Note)
	}
	if len(says) == 0 {
		says = []string{"taken off again"}
	}
	return fmt.Sprintf("the mark of %s on %s: %s", somebody(m.Reviewer), on, strings.Join(says, ", "))
}

// withReview gives a form that can show reviews what there is to show.
func withReview(r report.Renderer, said review.Placed) report.Renderer {
	switch form := r.(type) {
	case page.HTML:
		form.Review = said
		return form
	case word.Docx:
		form.Review = said
		return form
	}
	return r
}

// marksIn counts marks in words.
func marksIn(n int) string {
	if n == 1 {
		return "1 mark"
	}
	return fmt.Sprintf("%d marks", n)
}

// told says in a line what a review holds.
func told(r review.Review) string {
	var names []string
	for _, name := range r.Reviewers() {
		names = append(names, somebody(name))
	}
	marks := marksIn(len(r.Marks))
	if len(names) == 0 {
		return marks
	}
	return marks + " by " + strings.Join(names, ", ")
}

func theirClauses(n int) string {
	if n == 1 {
		return "its clause"
	}
	return "their clauses"
}

// somebody names a reviewer, also one who gave no name.
func somebody(name string) string {
	if name == "" {
		return "somebody without a name"
	}
	return name
}
