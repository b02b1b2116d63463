// The three views, the links to a clause, and the map.
const views = all('button[data-view]');

function setView(view) {
  const keep = current && current.getBoundingClientRect().top;
  root.dataset.view = view;
  views.forEach(b => b.setAttribute('aria-pressed', String(b.dataset.view === view)));
  if (current && current.checkVisibility()) scrollBy({ top: current.getBoundingClientRect().top - keep, behavior: 'instant' });
  place();
  say(word('view-now', { view: views.find(b => b.dataset.view === view).textContent }));
}
views.forEach(b => b.addEventListener('click', () => setView(b.dataset.view)));

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

const marks = new Map(all('#ui-map a').map(a => [decodeURIComponent(a.hash.slice(1)), a]));
const seen = new IntersectionObserver(entries => {
  for (const e of entries) marks.get(e.target.id)?.classList.toggle('here', e.isIntersecting);
});
all('.clause[data-counted]').forEach(c => seen.observe(c));

setView(root.dataset.view);
follow(placeOf(location.hash));
