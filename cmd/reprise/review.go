package main

import (
	"errors"
	"fmt"
	"strings"

	"github.com/spf13/cobra"

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

// told says in a line what a review holds.
func told(r review.Review) string {
	var names []string
	for _, name := range r.Reviewers() {
		if name == "" {
			name = "somebody without a name"
		}
		names = append(names, name)
	}
	marks := fmt.Sprintf("%d marks", len(r.Marks))
	if len(r.Marks) == 1 {
		marks = "1 mark"
	}
	if len(names) == 0 {
		return marks
	}
	return marks + " by " + strings.Join(names, ", ")
}
