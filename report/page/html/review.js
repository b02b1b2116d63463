// Review marks: agreed, to discuss, rejected, with a note; kept in this
// browser, passed on as a file.
const reviewSchema = 'reprise/review/1';
const drawer = reviewSchema + ' ' + root.dataset.key;
const markNames = { agreed: word('mark-agreed'), discuss: word('mark-discuss'), rejected: word('mark-rejected') };
const keyOf = clause => clause.dataset.old + ' > ' + clause.dataset.new;
let review = {};
let keeps = true;

try {
  review = JSON.parse(localStorage.getItem(drawer)) || {};
} catch {
  review = {};
}

function keep() {
  try {
    localStorage.setItem(drawer, JSON.stringify(review));
  } catch {
    if (keeps) say(word('review-unkept'));
    keeps = false;
  }
}

function showMark(clause) {
  const { mark, note } = review[keyOf(clause)] || {};
  if (mark) clause.dataset.review = mark;
  else delete clause.dataset.review;
  for (const b of all('[data-mark]', clause)) b.setAttribute('aria-pressed', String(b.dataset.mark === mark));
  const remark = clause.querySelector('.remark');
  const area = remark.querySelector('textarea');
  if (area.value !== (note || '')) area.value = note || '';
  if (note) openNote(clause);
}

function openNote(clause) {
  clause.querySelector('.remark').hidden = false;
  clause.querySelector('[data-act="note"]').setAttribute('aria-expanded', 'true');
}

function setMark(clause, change) {
  const key = keyOf(clause);
  const entry = { ...review[key], ...change };
  if (!entry.mark) delete entry.mark;
  if (!entry.note) delete entry.note;
  if (Object.keys(entry).length) review[key] = entry;
  else delete review[key];
  keep();
  showMark(clause);
  tallyMarks();
}

function toggleMark(clause, mark) {
  const off = review[keyOf(clause)]?.mark === mark;
  setMark(clause, { mark: off ? '' : mark });
  say(word('head', { clause: clause.querySelector('h3').textContent, state: off ? word('mark-off') : markNames[mark] }));
}

function tallyMarks() {
  const counts = { agreed: 0, discuss: 0, rejected: 0 };
  let any = 0;
  for (const c of changes) {
    const entry = review[keyOf(c)];
    if (entry) any++;
    if (entry?.mark) counts[entry.mark]++;
  }
  for (const b of filters.filter(b => Object.hasOwn(counts, b.dataset.filter))) {
    const n = counts[b.dataset.filter];
    b.querySelector('b').textContent = n;
    b.hidden = !n && b.getAttribute('aria-pressed') !== 'true';
  }
  $('ui-marked').textContent = any ? ' (' + any + ')' : '';
  $('ui-tally').textContent = word('review-tally', { list: listed(Object.keys(counts).map(k => counts[k] + ' ' + markNames[k])), all: changes.length });
}

for (const c of changes) {
  const tools = $('ui-tools').content.cloneNode(true);
  tools.querySelectorAll('[role="group"]').forEach(g => g.setAttribute('aria-label', word('head', { clause: g.getAttribute('aria-label'), state: c.querySelector('h3').textContent })));
  c.querySelector('.margin').append(tools);
  if (review[keyOf(c)]) showMark(c);
}
tallyMarks();

document.addEventListener('click', e => {
  const button = e.target.closest('[data-mark], [data-act]');
  if (!button) return;
  const clause = button.closest('.clause');
  if (button.dataset.mark) return toggleMark(clause, button.dataset.mark);
  switch (button.dataset.act) {
    case 'copy': return copyClause(clause, false);
    case 'redline': return copyClause(clause, true);
    case 'note':
      openNote(clause);
      clause.querySelector('textarea').focus();
  }
});
document.addEventListener('input', e => {
  if (e.target.closest('.remark')) setMark(e.target.closest('.clause'), { note: e.target.value });
});

// The file: marks by the IDs of the clauses, so that it fits a page made anew.
function exported() {
  const words = text => text ? text.split(' ') : [];
  return {
    schema: reviewSchema,
    comparison: root.dataset.key,
    marks: changes.filter(c => review[keyOf(c)]).map(c => ({
      old: words(c.dataset.old), new: words(c.dataset.new), name: c.querySelector('h3').textContent,
      mark: review[keyOf(c)].mark || '', note: review[keyOf(c)].note || '',
    })),
  };
}
const fileName = ending => 'review ' + root.dataset.key.replace(/[^\p{L}\p{N}]+/gu, '-') + ending;

function imported(text) {
  const file = JSON.parse(text);
  if (file.schema !== reviewSchema || !Array.isArray(file.marks)) throw new Error(word('review-not'));
  const byKey = new Map(changes.map(c => [keyOf(c), c]));
  let fit = 0;
  for (const m of file.marks) {
    const clause = byKey.get((m.old || []).join(' ') + ' > ' + (m.new || []).join(' '));
    if (!clause) continue;
    fit++;
    setMark(clause, { mark: Object.hasOwn(markNames, m.mark) ? m.mark : '', note: String(m.note || '') });
  }
  const other = file.comparison === root.dataset.key ? '' : ' ' + word('review-other', { comparison: file.comparison });
  return word('review-fit', { n: fit, all: file.marks.length }) + other;
}

$('ui-export').addEventListener('click', () => save(fileName('.json'), [JSON.stringify(exported(), null, 1) + '\n'], 'application/json'));
$('ui-import').addEventListener('change', async e => {
  let outcome;
  try {
    outcome = imported(await e.target.files[0].text());
  } catch (problem) {
    outcome = word('review-unread', { problem: problem.message });
  }
  tallyMarks();
  $('ui-tally').textContent += ' ' + outcome;
  say(outcome);
  e.target.value = '';
});
$('ui-clear').addEventListener('click', () => {
  review = {};
  keep();
  changes.forEach(showMark);
  tallyMarks();
});
for (const name of ['help', 'review']) {
  $('ui-' + name).addEventListener('click', () => $('ui-' + name + '-sheet').showModal());
}
