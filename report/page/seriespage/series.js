// The evolution table. Without this script it stands in reading order and says the
// same.
for (const section of all('.series')) {
  const table = section.querySelector('table.evolution');
  const rows = all('tr[data-row]', table);

  // The heads stay in sight below the tools, whether the table goes with the page or
  // scrolls by itself.
  const bar = section.querySelector('.toolbar'), scroller = section.querySelector('.scroll');
  function fit() {
    if (matchMedia('print').matches) return;
    const sticks = getComputedStyle(bar).position === 'sticky';
    section.style.setProperty('--bar', (sticks ? bar.offsetHeight : 0) + 'px');
    scroller.classList.remove('fits');
    scroller.classList.toggle('fits', table.scrollWidth <= scroller.clientWidth);
    under();
  }
  function under() {
    const covered = bar.getBoundingClientRect().bottom - scroller.getBoundingClientRect().top;
    const most = Math.max(scroller.offsetHeight - 8 * table.tHead.offsetHeight, 0);
    scroller.style.setProperty('--under', Math.min(Math.max(covered, 0), most) + 'px');
  }
  new ResizeObserver(fit).observe(bar);
  addEventListener('scroll', under, { passive: true });

  // Names or a strip of signs: all versions at once.
  const formButtons = all('button[data-form]', section);
  const setForm = form => {
    table.classList.toggle('strip', form === 'strip');
    formButtons.forEach(b => b.setAttribute('aria-pressed', String(b.dataset.form === form)));
    fit();
  };
  formButtons.forEach(b => b.addEventListener('click', () => setForm(b.dataset.form)));

  // Filters and search leave the rows that fit, above and below.
  const field = section.querySelector('input[type="search"]');
  const outcome = section.querySelector('output');
  const filters = all('button[data-has]', section);
  function sift() {
    const wanted = field.value.trim().toLowerCase();
    const asked = filters.filter(b => b.getAttribute('aria-pressed') === 'true').map(b => b.dataset.has);
    let hits = [], listed = 0;
    for (const row of rows) {
      const history = $(row.dataset.row);
      const was = row.dataset.was.split(' ');
      let found = [];
      if (wanted.length > 1) {
        found = all('.redline, summary', history).flatMap(e => rangesIn(e, wanted)).concat(rangesIn(row.querySelector('th'), wanted));
      }
      const fits = (!asked.length || asked.some(a => was.includes(a))) && (wanted.length < 2 || found.length > 0);
      row.hidden = history.hidden = !fits;
      if (fits) { listed++; hits.push(...found); }
    }
    for (const group of all('tbody', table)) group.hidden = !group.querySelector('tr[data-row]:not([hidden])');
    paint('found', hits.slice(0, mostHits));
    const sifted = asked.length || wanted.length > 1;
    outcome.textContent = !sifted ? '' : listed ? word('page-place', { n: listed, all: rows.length }) : word('filter-empty');
  }
  field.addEventListener('input', sift);
  filters.forEach(b => b.addEventListener('click', () => {
    b.setAttribute('aria-pressed', String(b.getAttribute('aria-pressed') !== 'true'));
    sift();
  }));

  // Sorting, inside each part: each head becomes a button.
  const said = (row, column) => row.cells[column].className || '';
  const changed = (row, column) => /kept|first|absent|^$/.test(said(row, column)) ? 1 : 0;
  const heads = [...table.tHead.rows[0].cells];
  heads.forEach((head, column) => {
    const button = document.createElement('button');
    button.type = 'button';
    button.append(...head.childNodes);
    head.append(button);
    // Heads with buttons in them Chromium prints on the first page alone.
    addEventListener('beforeprint', () => button.replaceWith(...button.childNodes));
    addEventListener('afterprint', () => { button.append(...head.childNodes); head.append(button); });
    button.addEventListener('click', () => {
      const key = head.dataset.sort;
      const again = head.getAttribute('aria-sort') === 'ascending';
      const order = (a, b) => a.dataset.order - b.dataset.order;
      for (const group of table.tBodies) {
        group.append(...all('tr[data-row]', group).sort((a, b) => {
          const by = key === 'order' ? order(a, b)
            : key === 'changes' ? b.dataset.changes - a.dataset.changes
            : changed(a, column) - changed(b, column);
          return (again ? -by : by) || order(a, b);
        }));
      }
      heads.forEach(h => h.removeAttribute('aria-sort'));
      head.setAttribute('aria-sort', again ? 'descending' : 'ascending');
    });
  });
}

// A cell opens the history that it leads to.
function follow() {
  const target = location.hash.length > 1 && $(decodeURIComponent(location.hash.slice(1)));
  if (!target) return;
  const details = target.closest('details');
  if (details) details.open = true;
  land(target);
}
addEventListener('hashchange', follow);
follow();
