package series

import (
	"testing"

	"reprise/resolution"
)

// score holds a followed series against its truth.
type score struct {
	words, wordsRight                int
	found, truth, both               int // pairs of clauses of one lineage
	revivals, revivalsFound, falsely int
}

func (sc *score) add(m *maker) {
	s := Follow(m.docs)
	sc.scoreWords(s, m)
	sc.scorePairs(s, m)
	sc.scoreRevivals(s, m)
}

func (sc *score) scoreWords(s *Series, m *maker) {
	for c, truth := range m.truth {
		at, run, used := 0, 0, 0
		words := s.State(c).Words
		for _, w := range truth {
			for run < len(words) && at >= used+len(words[run].Text) {
				used += len(words[run].Text)
				run++
			}
			sc.words++
			if words[run].First == w.first {
				sc.wordsRight++
			}
			at += len(w.text) + 1
		}
	}
}

func (sc *score) scorePairs(s *Series, m *maker) {
	var all []*resolution.Clause
	for _, d := range m.docs {
		all = append(all, d.Clauses[1:]...)
	}
	for i, a := range all {
		for _, b := range all[:i] {
			found := s.Of(a) == s.Of(b)
			truth := m.lineage[a] == m.lineage[b]
			if found {
				sc.found++
			}
			if truth {
				sc.truth++
			}
			if found && truth {
				sc.both++
			}
		}
	}
}

// scoreRevivals counts the clauses that are in a version, were not in the one
// before, and were in an earlier one.
func (sc *score) scoreRevivals(s *Series, m *maker) {
	had := map[int]int{} // lineage -> last version
	for v, d := range m.docs {
		for _, c := range d.Clauses[1:] {
			last, known := had[m.lineage[c]]
			isBack := known && last < v-1
			st := s.State(c)
			if isBack {
				sc.revivals++
			}
			switch {
			case st.Status == Revived && isBack && m.lineage[s.revivedFrom(c, st)] == m.lineage[c]:
				sc.revivalsFound++
			case st.Status == Revived:
				sc.falsely++
			}
		}
		for _, c := range d.Clauses[1:] {
			had[m.lineage[c]] = v
		}
	}
}

// revivedFrom is the clause that a revived one was taken from.
func (s *Series) revivedFrom(c *resolution.Clause, st State) *resolution.Clause {
	return s.Of(c).States[st.Since].Clause
}

func (sc score) origin() float64 { return float64(sc.wordsRight) / float64(sc.words) }
func (sc score) f1() float64     { return 2 * float64(sc.both) / float64(sc.found+sc.truth) }
func (sc score) recall() float64 { return float64(sc.revivalsFound) / float64(max(1, sc.revivals)) }
func (sc score) falseRate() float64 {
	return float64(sc.falsely) / float64(max(1, sc.falsely+sc.revivalsFound))
}

// TestTruth follows made series of eight versions and holds them against their
// truth. The floors are those the project promises.
func TestTruth(t *testing.T) {
	for _, tt := range []struct {
		how           editing
		origin, pairs float64
	}{
		{typical, .99, .99},
		{rough, .97, .98},
	} {
		t.Run(tt.how.name, func(t *testing.T) {
			n, slack := uint64(200), 0.0 // of 40, F1 of rough editing still moves by .002
			if testing.Short() {
				n, slack = 20, .03 // of some hundred revivals one in thirty is chance
			}
			var sc score
			for seed := range n {
				sc.add(makeSeries(seed, tt.how, 8))
			}
			t.Logf("%d series: word origin %.4f, lineage pair F1 %.4f, revival recall %.3f of %d, false revivals %.3f; pairs missed %d, wrong %d",
				n, sc.origin(), sc.f1(), sc.recall(), sc.revivals, sc.falseRate(), sc.truth-sc.both, sc.found-sc.both)
			if sc.origin() < tt.origin-slack || sc.f1() < tt.pairs-slack || sc.recall() < .95-slack || sc.falseRate() > .02+slack {
				t.Error("below the promise")
			}
		})
	}
}
