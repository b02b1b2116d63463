package resolutiontest

import "math/rand/v2"

// Mutated changes text in one to eight places: bits, pieces left out, repeated or moved
// to the end, numbers made large, pieces of spice put in.
func Mutated(r *rand.Rand, text []byte, spice []string) []byte {
	out := append([]byte{}, text...)
	for range 1 + r.IntN(8) {
		if len(out) == 0 {
			return out
		}
		from := r.IntN(len(out))
		to := min(len(out), from+1+r.IntN(64))
		switch r.IntN(6) {
		case 0:
			out[from] ^= byte(1 << r.IntN(8))
		case 1:
			out = append(out[:from:from], out[to:]...)
		case 2:
			out = append(out[:to:to], append(append([]byte{}, out[from:to]...), out[to:]...)...)
		case 3:
			out = append(out[:from:from], append([]byte(spice[r.IntN(len(spice))]), out[from:]...)...)
		case 4:
			for i := from; i < to; i++ {
				if out[i] >= '0' && out[i] <= '9' {
					out[i] = '9'
				}
			}
		case 5:
			out = append(out, out[from:]...)
		}
	}
	return out
}
