// What the other parts share: the clauses of the page, the one in hand, and a
// voice for screen readers.

// Changes that count, in the order of the page.
const changes = all('.clause[data-changed]');
let current = null;

const say = text => { $('ui-status').textContent = text; };
const shown = () => changes.filter(c => c.checkVisibility({ contentVisibilityAuto: false }));

// Opens the folds around an element.
function reveal(element) {
  for (let d = element.closest('details'); d; d = d.parentElement.closest('details')) d.open = true;
}

// Takes a clause in hand; where asked, goes there too.
function take(clause, go) {
  if (clause !== current) {
    // The edits of the clause in hand can be reached by tab, to show their reasons.
    if (current) all('[title]', current).forEach(e => e.removeAttribute('tabindex'));
    all('.redline [title]', clause).forEach(e => { e.tabIndex = 0; });
  }
  if (current) current.classList.remove('current');
  current = clause;
  clause.classList.add('current');
  place();
  if (!go) return;
  reveal(clause);
  clause.focus({ preventScroll: true });
  land(clause);
  history.replaceState(null, '', '#' + encodeURIComponent(clause.id));
}

// Says which of the listed changes is in hand.
function place() {
  const list = shown();
  const at = list.indexOf(current);
  $('ui-place').textContent = at < 0 ? word('page-changes', { n: list.length }) : word('page-place', { n: at + 1, all: list.length });
}

// The next (1) or previous (-1) listed change that fits, from the one in hand
// or from what stands at the top of the window.
function step(by, fits = () => true) {
  const list = shown().filter(fits);
  if (!list.length) return say(word('step-none'));
  let from = current;
  if (!from || !from.checkVisibility({ contentVisibilityAuto: false })) from = null;
  const after = c => from
    ? from.compareDocumentPosition(c) & Node.DOCUMENT_POSITION_FOLLOWING
    : c.getBoundingClientRect().top > 0;
  const before = c => from
    ? from.compareDocumentPosition(c) & Node.DOCUMENT_POSITION_PRECEDING
    : c.getBoundingClientRect().top < 0;
  const to = by > 0 ? list.find(after) : list.findLast(before);
  if (to) take(to, true);
  else say(by > 0 ? word('step-last') : word('step-first'));
}
$('ui-next').addEventListener('click', () => step(1));
$('ui-previous').addEventListener('click', () => step(-1));
const isSubstantive = c => c.classList.contains('substantive');
$('ui-substance').addEventListener('click', () => step(1, isSubstantive));
$('ui-substance').disabled = !changes.some(isSubstantive);

document.addEventListener('click', e => {
  const clause = e.target.closest('.clause');
  if (clause && changes.includes(clause)) take(clause, false);
});
document.addEventListener('focusin', e => {
  const clause = e.target.closest('.clause');
  if (clause && clause !== current && changes.includes(clause)) take(clause, false);
});

// Edits and the reasons that name them show each other.
function light(e) {
  all('.lit').forEach(x => x.classList.remove('lit'));
  const from = e.type !== 'pointerout' && e.type !== 'focusout' && e.target.closest('[data-reason]');
  if (!from) return;
  all('[data-reason="' + from.dataset.reason + '"]', from.closest('.clause')).forEach(x => x.classList.add('lit'));
}
['pointerover', 'pointerout', 'focusin', 'focusout'].forEach(type => document.addEventListener(type, light));
