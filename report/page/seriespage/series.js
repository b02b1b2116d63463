// Sorting: each head becomes a button. Without this script the table stands
// in reading order and says the same.
const said = (row, column) => row.cells[column].className || '';
const changed = (row, column) => /kept|first|absent|^$/.test(said(row, column)) ? 1 : 0;
for (const table of all('table.evolution')) {
  const body = table.tBodies[0];
  const heads = [...table.tHead.rows[0].cells];
  heads.forEach((head, column) => {
    const button = document.createElement('button');
    button.type = 'button';
    button.append(...head.childNodes);
    head.append(button);
    button.addEventListener('click', () => {
      const key = head.dataset.sort;
      const again = head.getAttribute('aria-sort') === 'ascending';
      const rows = [...body.rows];
      const order = (a, b) => a.dataset.order - b.dataset.order;
      rows.sort((a, b) => {
        const by = key === 'order' ? order(a, b)
          : key === 'changes' ? b.dataset.changes - a.dataset.changes
          : changed(a, column) - changed(b, column);
        return (again ? -by : by) || order(a, b);
      });
      heads.forEach(h => h.removeAttribute('aria-sort'));
      head.setAttribute('aria-sort', again ? 'descending' : 'ascending');
      body.append(...rows);
    });
  });
}
// A cell opens the history that it leads to.
const open = () => {
  const target = $(decodeURIComponent(location.hash.slice(1)));
  const details = target && target.closest('details');
  if (details) { details.open = true; target.scrollIntoView(); }
};
addEventListener('hashchange', open);
open();
