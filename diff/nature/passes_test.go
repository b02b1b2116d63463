package nature

import "testing"

// A pass finds what it needs from others: they come before it. No two have one name.
func TestPassesComeAfterWhatTheyNeed(t *testing.T) {
	before := map[string]bool{}
	for _, p := range clausePasses { // those of words among them
		if before[p.name] {
			t.Errorf("two passes are called %q", p.name)
		}
		for _, n := range p.needs {
			if !before[n] {
				t.Errorf("%q needs %q, which does not come before it", p.name, n)
			}
		}
		before[p.name] = true
	}
}
