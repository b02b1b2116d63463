package concord

import (
	"cmp"
	"math"
	"slices"

	"reprise/internal/chain"
	"reprise/internal/lexicon"
	"reprise/resolution"
)

// pair is two texts on their way to a concordance.
type pair struct {
	sides [2]text
	ratio float64   // of the lengths of the second and the first text
	rare  [2]rarity // of the values of each
}

// rarity is in how many clauses of a text a value stands.
type rarity map[string]int

func newPair(a, b *resolution.Document) *pair {
	x := &pair{sides: [2]text{newText(a), newText(b)}}
	x.ratio = lengthOf(x.sides[1]) / lengthOf(x.sides[0])
	for side := range x.sides {
		x.rare[side] = rarity{}
		for _, u := range x.sides[side].units {
			for _, value := range u.values {
				x.rare[side][value]++
			}
		}
	}
	return x
}

func (x *pair) texts() [2]*resolution.Document {
	return [2]*resolution.Document{x.sides[0].document, x.sides[1].document}
}

// lengthOf is the length of a text in characters, 1 at least.
func lengthOf(t text) float64 {
	sum := 1
	for _, u := range t.units {
		sum += u.length
	}
	return float64(sum)
}

// links links the clauses of both texts in one order: of all chains of likely pairs
// that go on in both texts, the likeliest (internal/chain).
func (x *pair) links() []Link {
	first, second := x.sides[0].units, x.sides[1].units
	var pairs []chain.Pair
	for i, u := range first {
		from, to := x.near(i)
		for j := from; j < to; j++ {
			if w := x.likeness(u, second[j]) - x.drift(i, j); w > 0 {
				pairs = append(pairs, chain.Pair{Old: int32(i), New: int32(j), Weight: w})
			}
		}
	}
	keep := chain.Heaviest(pairs, chain.Rising)
	mates := map[int]int{} // of the first text's units in order: those of the second
	for n, p := range pairs {
		if keep[n] {
			mates[int(p.Old)] = int(p.New)
		}
	}
	return x.inOrder(mates, x.moved(mates))
}

// How far apart two clauses in one order may stand: within a share of the text, and
// within so many clauses in any case.
const (
	farthestShare = 4 // one over it
	farthest      = 50
)

// near are the units of the second text, from and to, among which the mate of one of the
// first is looked for.
func (x *pair) near(i int) (from, to int) {
	n, m := len(x.sides[0].units), len(x.sides[1].units)
	at := i * m / n
	reach := max(farthest, m/farthestShare)
	return max(0, at-reach), min(m, at+reach+1)
}

// movedLikes is how much must speak for two clauses out of order being one: more than
// a lead, a length and a common number together.
const movedLikes = 5.0

// moved pairs what the order left without a mate, the likeliest first.
func (x *pair) moved(mates map[int]int) map[int]int {
	taken := map[int]bool{}
	for _, j := range mates {
		taken[j] = true
	}
	type candidate struct {
		i, j int
		like float64
	}
	var candidates []candidate
	for i, u := range x.sides[0].units {
		if _, has := mates[i]; has {
			continue
		}
		for j, v := range x.sides[1].units {
			if like := x.likeness(u, v); !taken[j] && like >= movedLikes {
				candidates = append(candidates, candidate{i, j, like})
			}
		}
	}
	slices.SortStableFunc(candidates, func(a, b candidate) int { return cmp.Compare(b.like, a.like) })
	out := map[int]int{}
	for _, c := range candidates {
		if _, has := out[c.i]; !has && !taken[c.j] {
			out[c.i], taken[c.j] = c.j, true
		}
	}
	return out
}

// inOrder makes the links: in the order of the first text, what the second has alone
// behind the link of what stands before it there.
func (x *pair) inOrder(mates, moved map[int]int) []Link {
	first, second := x.sides[0].units, x.sides[1].units
	taken := map[int]bool{}
	for _, j := range moved {
		taken[j] = true
	}
	var links []Link
	j := 0
	alone := func(end int) {
		for ; j < end; j++ {
			if !taken[j] {
				links = append(links, Link{Sides: [2][]*resolution.Clause{nil, {second[j].clause}}})
			}
		}
	}
	for i, u := range first {
		l := Link{Sides: [2][]*resolution.Clause{{u.clause}, nil}}
		if at, has := mates[i]; has {
			alone(at)
			l.Sides[1] = []*resolution.Clause{second[at].clause}
			j = at + 1
		} else if at, has := moved[i]; has {
			l.Sides[1], l.Moved = []*resolution.Clause{second[at].clause}, true
		}
		links = append(links, l)
	}
	alone(len(second))
	return links
}

// What speaks for a pair of clauses and against it. They are small whole numbers and
// halves, set so that what cannot come by chance (a rare number, a name) outweighs
// what often does (the same letter of a list), and tried on the aligned texts of 2015
// with clauses taken out.
const (
	formulaLikes = 6.0  // two enacting formulas
	depthDiffers = -1.5 // a point and a paragraph
	leadLikes    = 1.0
	leadDiffers  = -1.0
	valueLikes   = 2.0 // a value that stands nowhere else in either text
	valueDiffers = -0.6
	wordsLike    = 0.6 // a value that one of them has in words
	mostValues   = 6.0 // for all values together, both ways
	nameLikes    = 0.8
	mostNames    = 2.4
	notesLike    = 0.7
	placeLikes   = 0.5 // the same number or letter
	parentLikes  = 0.5
	lengthLikes  = 1.2
	lengthLeast  = -3.0
	oneInOrder   = 2.0 // before anything is looked at: languages of one text have the same clauses

	// How far the logarithms of lengths lie apart in true pairs, a third of them farther: of
	// long clauses, and how much the square of it grows with one over the characters of both.
	lengthSpread = 0.25
	shortSpread  = 4.0
)

// likeness is how much speaks for two clauses being one; 0 or less where they are not.
func (x *pair) likeness(u, v *unit) float64 {
	a, b := u.clause, v.clause
	if a.Part != b.Part || a.Kind != b.Kind || a.Role != b.Role {
		return 0
	}
	if a.IsFormula() {
		return formulaLikes
	}
	sum := oneInOrder + x.lengths(u, v) + x.shared(u, v) + namesShared(u, v)
	if a.Depth != b.Depth {
		sum += depthDiffers
	}
	if u.place == v.place && u.place > 0 {
		sum += placeLikes
	}
	if u.parent == v.parent && u.parent > 0 {
		sum += parentLikes
	}
	switch lexicon.CompareActs(u.acts, v.acts) {
	case lexicon.SameAct:
		sum += leadLikes
	case lexicon.OtherAct:
		sum += leadDiffers
	}
	if len(u.notes) > 0 && len(u.notes) == len(v.notes) {
		sum += notesLike
	}
	return sum
}

// lengths weighs how well the lengths go together, given those of the whole texts.
func (x *pair) lengths(u, v *unit) float64 {
	apart := math.Log(float64(v.length+1) / float64(u.length+1) / x.ratio)
	spread := lengthSpread*lengthSpread + shortSpread/float64(u.length+v.length+1)
	return max(lengthLeast, lengthLikes-apart*apart/spread/2)
}

// shared weighs the values that both clauses have, and those that one has alone.
func (x *pair) shared(u, v *unit) float64 {
	sum := 0.0
	for _, value := range u.values {
		_, both := slices.BinarySearch(v.values, value)
		switch {
		case both:
			sum += valueLikes * 2 / float64(x.rare[0][value]+x.rare[1][value])
		case v.says[value]:
			sum += wordsLike
		default:
			sum += valueDiffers
		}
	}
	for _, value := range v.values {
		_, both := slices.BinarySearch(u.values, value)
		switch {
		case both:
		case u.says[value]:
			sum += wordsLike
		default:
			sum += valueDiffers
		}
	}
	return min(max(sum+wordsLike*float64(inWordsOfBoth(u, v)), -mostValues), mostValues)
}

// inWordsOfBoth counts the values that both clauses have in words alone.
func inWordsOfBoth(u, v *unit) int {
	n := 0
	for value := range u.facts.words {
		if v.facts.words[value] && !slices.Contains(u.values, value) && !slices.Contains(v.values, value) {
			n++
		}
	}
	return n
}

func namesShared(u, v *unit) float64 {
	n := 0
	for name := range u.names {
		if v.names[name] {
			n++
		}
	}
	return min(nameLikes*float64(n), mostNames)
}

// driftCosts is what it costs a pair that its clauses stand at other places of their
// texts, by the share of the text between them.
const driftCosts = 2.0

func (x *pair) drift(i, j int) float64 {
	return driftCosts * math.Abs(float64(i)/float64(len(x.sides[0].units))-float64(j)/float64(len(x.sides[1].units)))
}

// unitOf finds the unit of a clause.
func (t *text) unitOf(c *resolution.Clause) *unit {
	i := slices.IndexFunc(t.units, func(u *unit) bool { return u.clause == c })
	return t.units[i]
}
