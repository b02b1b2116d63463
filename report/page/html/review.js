// Review marks of the person at this page: agreed, to discuss, rejected, with a
// note; kept in this browser, passed on as a file. What others say stands in
// others.js.
const reviewSchema = 'reprise/review/1';
const drawer = reviewSchema + ' ' + root.dataset.key;
const markNames = { agreed: word('mark-agreed'), discuss: word('mark-discuss'), rejected: word('mark-rejected') };
const here = { comparison: root.dataset.key, old: root.dataset.oldVersion, new: root.dataset.newVersion };
const keyOf = clause => clause.dataset.old + ' > ' + clause.dataset.new;
const nameOf = clause => clause.querySelector('h3').textContent;
let keeps = true;

function kept(name, otherwise) {
  try {
    return JSON.parse(localStorage.getItem(name)) ?? otherwise;
  } catch {
    return otherwise;
  }
}
function keepAs(name, value) {
  try {
    localStorage.setItem(name, JSON.stringify(value));
  } catch {
    if (keeps) say(word('review-unkept'));
    keeps = false;
  }
}
const reviewerDrawer = 'reprise/reviewer';
let reviewer = String(kept(reviewerDrawer, ''));
// Several people may mark at one machine: each has a drawer of his own, by his name.
const namedDrawer = drawer + ' by reviewer';
let drawers = new Map(kept(namedDrawer, [[reviewer, kept(drawer, {})]])); // older pages had one for all
function drawerOf(name) {
  if (!drawers.has(name)) drawers.set(name, {});
  return drawers.get(name);
}
// Of the reader, by change: mark, note and the time when either was set. One that was
// taken off stays, empty, so that a file passed on before can be told that it is no more.
let review = drawerOf(reviewer);

const said = entry => entry && (entry.mark || entry.note);
// A server's own part listens for what was marked.
const keep = () => {
  keepAs(namedDrawer, [...drawers]);
  document.dispatchEvent(new Event('reprise-kept'));
};

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

// What was there before each step, to take steps back, also after the page was
// loaded anew: as many as the browser keeps.
const stepsDrawer = drawer + ' before';
const before = kept(stepsDrawer, []);
const maxSteps = 100;
function keepSteps() {
  $('ui-undo').disabled = !before.length;
  for (let n = before.length; ; n = Math.floor(n / 2)) {
    try {
      return localStorage.setItem(stepsDrawer, JSON.stringify(n ? before.slice(-n) : []));
    } catch {
      if (!n) return;
    }
  }
}
function remember() {
  before.push(JSON.stringify({ drawers: [...drawers], others }));
  if (before.length > maxSteps) before.shift();
  keepSteps();
}
function undo() {
  if (!before.length) return say(word('review-undo-none'));
  const was = JSON.parse(before.pop());
  drawers = new Map(was.drawers);
  review = drawerOf(reviewer);
  others = was.others;
  keepSteps();
  keep();
  keepOthers();
  showReviews();
  say(word('review-undone'));
}

function setMark(clause, change) {
  const key = keyOf(clause);
  review[key] = { ...review[key], ...change, time: new Date().toISOString() };
  keep();
  showMark(clause);
  showSaid(clause);
  tallyMarks();
}

function toggleMark(clause, mark) {
  settleName();
  const off = review[keyOf(clause)]?.mark === mark;
  remember();
  setMark(clause, { mark: off ? '' : mark });
  say(word('head', { clause: nameOf(clause), state: off ? word('mark-off') : markNames[mark] }));
}

for (const c of changes) {
  const tools = $('ui-tools').content.cloneNode(true);
  tools.querySelectorAll('[role="group"]').forEach(g => g.setAttribute('aria-label', word('head', { clause: g.getAttribute('aria-label'), state: nameOf(c) })));
  c.querySelector('.margin').append(tools);
}

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
document.addEventListener('focusin', e => {
  if (!e.target.closest('.remark textarea')) return;
  settleName();
  e.target.dataset.fresh = ''; // a note is one step, however many letters
});
document.addEventListener('input', e => {
  if (!e.target.closest('.remark')) return;
  if ('fresh' in e.target.dataset) remember();
  delete e.target.dataset.fresh;
  setMark(e.target.closest('.clause'), { note: e.target.value });
});

// Another name in the field is another person, with marks of his own. Marks that were
// made without a name become his; of those under the name before he is asked.
$('ui-reviewer').value = reviewer;
const renaming = $('ui-rename-ask');
let renamed = '';
function settleName() {
  const was = reviewer;
  if ((reviewer = $('ui-reviewer').value.trim()) === was) return;
  keepAs(reviewerDrawer, reviewer);
  review = drawerOf(reviewer);
  renaming.hidden = true;
  const n = Object.values(drawerOf(was)).filter(said).length;
  if (n && !was) takeOver(was);
  if (n && was && reviewer) {
    renamed = was;
    renaming.hidden = false;
    renaming.querySelector('span').textContent = word('review-rename-ask', { n, name: was });
  }
  showReviews();
}
// Gives the reader the marks that stand under another name; of two on a change the
// later one.
function takeOver(name) {
  remember();
  for (const [key, entry] of Object.entries(drawerOf(name))) {
    if (!review[key] || (entry.time || '') > (review[key].time || '')) review[key] = entry;
  }
  drawers.delete(name);
  keep();
}
$('ui-reviewer').addEventListener('change', settleName);
$('ui-review-sheet').addEventListener('close', settleName);
$('ui-rename-yes').addEventListener('click', () => { takeOver(renamed); renaming.hidden = true; showReviews(); $('ui-reviewer').focus(); });
$('ui-rename-no').addEventListener('click', () => { renaming.hidden = true; $('ui-reviewer').focus(); });
$('ui-undo').disabled = !before.length;
$('ui-undo').addEventListener('click', undo);

// Taking marks off asks first.
const asking = $('ui-clear-ask');
$('ui-clear').addEventListener('click', () => {
  const mine = Object.values(review).filter(said).length;
  const foreign = others.length + besides().filter(said).length;
  if (!mine && !foreign) return say(word('review-clear-none'));
  asking.hidden = false;
  asking.querySelector('span').textContent = word('review-clear-ask', { n: mine }) +
    (foreign ? ' ' + word('review-clear-imported', { n: foreign }) : '');
  $('ui-clear-no').focus();
});
$('ui-clear-no').addEventListener('click', () => { asking.hidden = true; $('ui-clear').focus(); });
$('ui-clear-yes').addEventListener('click', () => {
  remember();
  const time = new Date().toISOString();
  for (const marks of drawers.values()) {
    for (const key of Object.keys(marks)) marks[key] = said(marks[key]) ? { mark: '', note: '', time } : marks[key];
  }
  others = [];
  asking.hidden = true;
  keep();
  keepOthers();
  showReviews();
  say(word('review-cleared', { undo: word('review-undo') }));
  $('ui-undo').focus();
});
for (const name of ['help', 'review']) {
  $('ui-' + name).addEventListener('click', () => $('ui-' + name + '-sheet').showModal());
}
