package library

import (
	"context"
	"slices"

	"reprise/resolution"
	"reprise/series"
)

// Link says to which series a document belongs, and to which lineage each of its
// clauses, in their order.
type Link struct {
	Document int64
	Series   int64
	Lineages []int64
}

// placeBits is how many bits of a lineage's number hold the place of its first
// clause in its document; the rest is the document. No text has so many clauses:
// what does is not told apart behind them.
const placeBits = 20

// LineageOf numbers the lineage that begins with a clause of a document.
func LineageOf(document int64, place int) int64 {
	return document<<placeBits | int64(min(place, 1<<placeBits-1))
}

// Sort finds the series of the documents that were added and not sorted yet, and
// the lineages of their clauses, among all that the library has. It calls progress,
// where that is not nil, with the number of documents done and of all that it will
// do. What it did before an error is kept; the next call does the rest.
func (l *Library) Sort(ctx context.Context, progress func(done, total int)) error {
	fresh, err := l.store.Records(ctx, Which{Unsorted: true})
	if err != nil || len(fresh) == 0 {
		return err
	}
	var ids []int64
	for _, r := range fresh {
		ids = append(ids, r.ID)
	}
	kin, err := l.store.Kin(ctx, ids)
	if err != nil {
		return err
	}
	docs, at := make([]*resolution.Document, len(kin)), map[*resolution.Document]int64{}
	for i, id := range kin {
		if docs[i], err = l.Document(ctx, id); err != nil {
			return err
		}
		at[docs[i]] = id
	}
	total, done := len(docs), 0
	found := Series(docs)
	clear(docs)
	for i, f := range found {
		if err := ctx.Err(); err != nil {
			return err
		}
		links := Links(f, at, nil)
		if err := l.store.Link(ctx, links); err != nil {
			return err
		}
		done += len(links)
		found[i] = series.Found{} // its texts are needed no more
		if progress != nil {
			progress(done, total)
		}
	}
	return nil
}

// Series sorts documents into series, each language for itself: series.Group takes the
// texts of one symbol for one, and a library has it in several languages.
func Series(docs []*resolution.Document) []series.Found {
	var languages []string
	byLanguage := map[string][]*resolution.Document{}
	for _, d := range docs {
		if byLanguage[d.Language] == nil {
			languages = append(languages, d.Language)
		}
		byLanguage[d.Language] = append(byLanguage[d.Language], d)
	}
	var out []series.Found
	for _, language := range languages {
		out = append(out, series.Group(byLanguage[language])...)
	}
	return out
}

// Links follows a series whose documents have these IDs. A double goes with the text of
// its symbol: what both have word for word is one clause. tied is as series.Thread has it.
func Links(f series.Found, at map[*resolution.Document]int64, tied func(version int) []series.Tie) []Link {
	line := int64(0)
	for _, d := range f.Documents {
		if line == 0 || at[d] < line {
			line = at[d]
		}
	}
	threaded := series.Thread(f.Documents, tied)
	numbers := map[*series.Lineage]int64{}
	var out []Link
	for i, v := range threaded.Versions { // whose accents may be put together, so that they are not the documents given
		id := at[f.Documents[i]]
		link := Link{Document: id, Series: line}
		for place, c := range v.Document.Clauses {
			lineage := threaded.Of(c)
			if numbers[lineage] == 0 {
				numbers[lineage] = LineageOf(id, place)
			}
			link.Lineages = append(link.Lineages, numbers[lineage])
		}
		out = append(out, link)
	}
	for _, double := range f.Doubles {
		taken := out[slices.IndexFunc(out, func(l Link) bool { return l.Document == at[double.Taken] })]
		words := map[string]int64{}
		for i, c := range double.Taken.Clauses {
			words[c.Text] = taken.Lineages[i]
		}
		for _, d := range double.Left {
			link := Link{Document: at[d], Series: line}
			for place, c := range d.Clauses {
				lineage, same := words[c.Text]
				if !same {
					lineage = LineageOf(at[d], place)
				}
				link.Lineages = append(link.Lineages, lineage)
			}
			out = append(out, link)
		}
	}
	return out
}
