// The counts are filters. Within a kind of filter any pressed one is enough;
// across kinds (what happened, how much it matters, how sure) all must fit.
const kinds = [
  ['added', 'removed', 'reworded', 'split', 'merged', 'rearranged', 'moved'],
  ['substantive', 'routine'],
  ['uncertain'],
  all('.kinds [data-filter]').map(b => b.dataset.filter),
  ['agreed', 'discuss', 'rejected'],
  ['conflict'],
];
const filters = all('[data-filter]');
const pressed = () => filters.filter(b => b.getAttribute('aria-pressed') === 'true').map(b => b.dataset.filter);

function fits(clause, wanted) {
  const has = state => clause.classList.contains(state) || (clause.dataset.said || '').split(' ').includes(state);
  return kinds.every(kind => {
    const asked = kind.filter(k => wanted.includes(k));
    return !asked.length || asked.some(has);
  });
}

function filter() {
  const wanted = pressed();
  const on = wanted.length > 0;
  root.classList.toggle('filtered', on);
  $('ui-all').hidden = !on;
  for (const c of changes) c.classList.toggle('match', on && fits(c, wanted));
  for (const a of all('#ui-map a')) {
    const clause = $(decodeURIComponent(a.hash.slice(1)));
    a.classList.toggle('off', on && !(clause && clause.classList.contains('match')));
  }
  place();
  const n = shown().length;
  $('ui-none').hidden = !on || n > 0;
  const names = filters.filter(b => wanted.includes(b.dataset.filter)).map(b => b.querySelector('span').textContent);
  say(on ? word('filter-some', { n, all: changes.length, list: listed(names) }) : word('filter-none'));
}

function clearFilters() {
  filters.forEach(b => b.setAttribute('aria-pressed', 'false'));
  filter();
}

for (const b of filters) {
  b.disabled = false; // without this script it could do nothing
  b.addEventListener('click', () => {
    b.setAttribute('aria-pressed', b.getAttribute('aria-pressed') === 'true' ? 'false' : 'true');
    filter();
  });
}
$('ui-all').addEventListener('click', () => { clearFilters(); filters[0]?.focus(); });

if (root.dataset.scope) {
  filters.filter(b => b.dataset.filter === root.dataset.scope).forEach(b => b.setAttribute('aria-pressed', 'true'));
  filter();
}
