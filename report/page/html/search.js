// Search in the texts. Hits are painted by the browser's highlights, so that
// the page itself stays as it is.
const field = $('ui-search');
const canPaint = 'highlights' in CSS;
const mostHits = 5000;
let hits = [], hit = -1;

// The text nodes of an element without its footnote marks.
function textNodes(element) {
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT,
    n => n.parentElement.closest('.mark') ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT);
  const nodes = [];
  while (walker.nextNode()) nodes.push(walker.currentNode);
  return nodes;
}

function rangesIn(element, wanted) {
  const nodes = textNodes(element);
  const text = nodes.map(n => n.data).join('').toLowerCase();
  const ends = [];
  nodes.reduce((sum, n) => (ends.push(sum + n.length), sum + n.length), 0);
  const locate = at => {
    const i = ends.findIndex(end => at <= end);
    return [nodes[i], at - (ends[i] - nodes[i].length)];
  };
  const found = [];
  for (let i = text.indexOf(wanted); i >= 0; i = text.indexOf(wanted, i + wanted.length)) {
    const range = document.createRange();
    range.setStart(...locate(i));
    range.setEnd(...locate(i + wanted.length));
    found.push(range);
  }
  return found;
}

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
  if (canPaint) {
    CSS.highlights.set('found', new Highlight(...hits));
    CSS.highlights.delete('found-here');
  }
  $('ui-found').textContent = wanted.length > 1 ? word('search-found', { n: hits.length }) : '';
}

function nextHit(by) {
  if (!hits.length) return;
  hit = (hit + by + hits.length) % hits.length;
  const element = hits[hit].startContainer.parentElement;
  const clause = element.closest('.clause');
  reveal(element);
  if (clause && !clause.checkVisibility()) clearFilters();
  const place = clause || element.closest('li');
  land(place.offsetHeight > innerHeight * .7 ? element : place);
  if (canPaint) CSS.highlights.set('found-here', new Highlight(hits[hit]));
  $('ui-found').textContent = word('page-place', { n: hit + 1, all: hits.length });
}

let waiting = 0;
field.addEventListener('input', () => { clearTimeout(waiting); waiting = setTimeout(search, 120); });
field.addEventListener('keydown', e => {
  if (e.key === 'Enter') { e.preventDefault(); if (!hits.length) search(); nextHit(e.shiftKey ? -1 : 1); }
  if (e.key === 'Escape') { field.value = ''; search(); field.blur(); }
});
