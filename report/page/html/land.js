// Jumps that land. Clauses far away are laid out only when they come near, so that
// what stands between changes its height on the way: a jump goes on until its goal
// stays where it belongs, at the top of what is seen.
const stillMoves = matchMedia('(prefers-reduced-motion: no-preference)');
let landing = 0; // the jump under way; a later one ends it

// Where the top of what is seen lies: under what sticks to the window's head.
function seenTop() {
  const heads = all('.bar, .toolbar, .map, .columns').filter(e => e.checkVisibility() && getComputedStyle(e).position === 'sticky' && e.offsetHeight < innerHeight / 2);
  return heads.reduce((top, e) => Math.max(top, e.getBoundingClientRect().height + parseFloat(getComputedStyle(e).insetBlockStart)), 0) + 8;
}

function land(goal) {
  const jump = ++landing;
  const off = () => goal.getBoundingClientRect().top - seenTop();
  const settle = (tries, calm) => {
    if (jump !== landing) return;
    const by = off();
    if (Math.abs(by) > 1) scrollBy({ top: by, behavior: 'instant' });
    if (tries > 0 && calm < 3) requestAnimationFrame(() => settle(tries - 1, Math.abs(by) > 1 ? 0 : calm + 1));
  };
  // The eye can follow a short way; a long one would race through half a text.
  if (!stillMoves.matches || Math.abs(off()) > innerHeight) return settle(60, 0);
  const end = () => settle(60, 0);
  addEventListener('scrollend', end, { once: true });
  scrollBy({ top: off(), behavior: 'smooth' });
  setTimeout(end, 600); // where nothing was left to scroll, nothing ends
}

// The reader's own scrolling ends a jump.
['wheel', 'touchmove', 'pointerdown'].forEach(type => addEventListener(type, () => { landing++; }, { passive: true }));
