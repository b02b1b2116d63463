// The three views, the links to a clause, and the map.
const views = all('button[data-view]');

function setView(view) {
  const keep = current && current.getBoundingClientRect().top;
  root.dataset.view = view;
  views.forEach(b => b.setAttribute('aria-pressed', String(b.dataset.view === view)));
  if (current && current.checkVisibility()) scrollBy({ top: current.getBoundingClientRect().top - keep, behavior: 'instant' });
  $('ui-view').value = view;
  if (current && current.getBoundingClientRect().top < seenTop() && keep >= 0) land(current);
  place();
  say(word('view-now', { view: views.find(b => b.dataset.view === view).textContent }));
}
views.forEach(b => b.addEventListener('click', () => setView(b.dataset.view)));

$('ui-view').addEventListener('change', e => setView(e.target.value));

function nextView() {
  const names = views.map(b => b.dataset.view);
  setView(names[(names.indexOf(root.dataset.view) + 1) % names.length]);
}

// The place that a link within the page leads to.
const placeOf = hash => hash.length > 1 && $(decodeURIComponent(hash.slice(1)));

// A link to a clause opens its fold, and takes a filter off that hides it.
function follow(target) {
  if (!target) return;
  const clause = target.closest('.clause');
  if (!target.checkVisibility() && root.classList.contains('filtered')) clearFilters();
  reveal(target);
  if (clause) take(clause, true);
  else land(target);
}
addEventListener('hashchange', () => follow(placeOf(location.hash)));
// A click goes there too where the address has the place already.
document.addEventListener('click', e => {
  const link = e.target.closest('a[href^="#"]');
  const target = link && !e.defaultPrevented && !e.ctrlKey && !e.metaKey && !e.shiftKey && placeOf(link.hash);
  if (!target) return;
  e.preventDefault();
  history.pushState(null, '', link.hash);
  follow(target);
});

// The operative part first: what is asked before what is argued. The parts change
// places in the page itself, so that steps, reading aloud and printing follow.
const parts = $('ui-parts');
const inOrder = [...parts.children];
$('ui-operative')?.addEventListener('click', e => {
  const first = e.target.getAttribute('aria-pressed') !== 'true';
  e.target.setAttribute('aria-pressed', String(first));
  const isFirst = p => first && p.classList.contains('operative');
  parts.append(...inOrder.filter(isFirst), ...inOrder.filter(p => !isFirst(p)));
  changes.sort((a, b) => a.compareDocumentPosition(b) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1);
  place();
  if (first) land(parts.querySelector('.operative h2'));
  else if (current) land(current);
});

// The bar may need two rows; what sticks below it wants to know.
const bar = document.querySelector('.bar');
new ResizeObserver(() => root.style.setProperty('--bar', bar.offsetHeight + 'px')).observe(bar);

// On a phone the summary opens with two lines; who goes into it by tab reads on.
function readOn(open) {
  $('ui-summary').classList.toggle('open', open);
  $('ui-more').setAttribute('aria-expanded', String(open));
  $('ui-more').textContent = open ? word('page-read-less') : word('page-read-on');
}
if ($('ui-more')) {
  $('ui-more').addEventListener('click', () => readOn(!$('ui-summary').classList.contains('open')));
  $('ui-summary').addEventListener('focusin', () => readOn(true));
}

const marks = new Map(all('#ui-map a').map(a => [decodeURIComponent(a.hash.slice(1)), a]));
const seen = new IntersectionObserver(entries => {
  for (const e of entries) marks.get(e.target.id)?.classList.toggle('here', e.isIntersecting);
});
all('.clause[data-counted]').forEach(c => seen.observe(c));

setView(root.dataset.view);
follow(placeOf(location.hash));
