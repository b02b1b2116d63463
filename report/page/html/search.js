// Search in the texts.
const field = $('ui-search');
let hits = [], hit = -1;

function search() {
  const wanted = field.value.trim().toLowerCase();
  hits = [];
  hit = -1;
  if (wanted.length > 1) {
    for (const t of all('.redline, .footnotes li span')) {
      hits.push(...rangesIn(t, wanted));
      if (hits.length > mostHits) break;
    }
  }
  paint('found', hits);
  paint('found-here', []);
  $('ui-found').textContent = wanted.length > 1 ? word('search-found', { n: hits.length }) : '';
}

function nextHit(by) {
  if (!hits.length) return;
  hit = (hit + by + hits.length) % hits.length;
  const element = hits[hit].startContainer.parentElement;
  const clause = element.closest('.clause');
  reveal(element);
  if (clause && !clause.checkVisibility()) clearFilters();
  if (clause) take(clause, false);
  const place = clause || element.closest('li');
  land(place.offsetHeight > innerHeight * .7 ? element : place);
  paint('found-here', [hits[hit]]);
  $('ui-found').textContent = word('page-place', { n: hit + 1, all: hits.length });
}

let waiting = 0;
field.addEventListener('input', () => { clearTimeout(waiting); waiting = setTimeout(search, 120); });
field.addEventListener('keydown', e => {
  if (e.key === 'Enter') { e.preventDefault(); if (!hits.length) search(); nextHit(e.shiftKey ? -1 : 1); }
  if (e.key === 'Escape') { field.value = ''; search(); field.blur(); }
});
