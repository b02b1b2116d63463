// Where words stand in a page. Hits are painted by the browser's highlights, so
// that the page itself stays as it is.
const mostHits = 5000;

// The text nodes of an element without its footnote marks.
function textNodes(element) {
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT,
    n => n.parentElement.closest('.mark:not(.gap)') ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT);
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

function paint(name, ranges) {
  if (!('highlights' in CSS)) return;
  if (ranges.length) CSS.highlights.set(name, new Highlight(...ranges));
  else CSS.highlights.delete(name);
}
