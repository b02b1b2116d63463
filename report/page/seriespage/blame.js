// The origins of words: a version that is pressed stands out, the others step back.
const origins = all('button[data-origin]');
function showOrigins() {
  const asked = origins.filter(b => b.getAttribute('aria-pressed') === 'true').map(b => b.dataset.origin);
  root.classList.toggle('picked', asked.length > 0);
  for (const run of all('.clause [class]')) run.classList.toggle('off', asked.length > 0 && !asked.some(v => run.classList.contains(v)));
  $('ui-all').hidden = !asked.length;
}
origins.forEach(b => {
  b.disabled = false; // without this script it could do nothing
  b.addEventListener('click', () => {
    b.setAttribute('aria-pressed', String(b.getAttribute('aria-pressed') !== 'true'));
    showOrigins();
  });
});
if (origins.length) {
  $('ui-all').addEventListener('click', () => {
    origins.forEach(b => b.setAttribute('aria-pressed', 'false'));
    showOrigins();
  });
  const field = $('blame-search');
  let hits = [], hit = -1;
  const look = by => {
    if (!hits.length) return;
    hit = (hit + by + hits.length) % hits.length;
    paint('found-here', [hits[hit]]);
    land(hits[hit].startContainer.parentElement);
    $('blame-found').textContent = word('page-place', { n: hit + 1, all: hits.length });
  };
  field.addEventListener('input', () => {
    const wanted = field.value.trim().toLowerCase();
    hits = wanted.length > 1 ? all('.clause p').flatMap(p => rangesIn(p, wanted)).slice(0, mostHits) : [];
    hit = -1;
    paint('found', hits);
    paint('found-here', []);
    $('blame-found').textContent = wanted.length > 1 ? word('search-found', { n: hits.length }) : '';
  });
  field.addEventListener('keydown', e => {
    if (e.key === 'Enter') { e.preventDefault(); look(e.shiftKey ? -1 : 1); }
  });
}
