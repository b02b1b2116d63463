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
// By change: mark, note and the time when either was set. One that was taken off
// stays, empty, so that a file passed on before can be told that it is no more.
let review = kept(drawer, {});
const reviewerDrawer = 'reprise/reviewer';
let reviewer = String(kept(reviewerDrawer, ''));

const said = entry => entry && (entry.mark || entry.note);
const keep = () => keepAs(drawer, review);

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

// What was there before each step, to take steps back.
const before = [];
function remember() {
  before.push(JSON.stringify({ review, others }));
  if (before.length > 100) before.shift();
  $('ui-undo').disabled = false;
}
function undo() {
  if (!before.length) return say(word('review-undo-none'));
  ({ review, others } = JSON.parse(before.pop()));
  $('ui-undo').disabled = !before.length;
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
  if (e.target.closest('.remark textarea')) e.target.dataset.fresh = ''; // a note is one step, however many letters
});
document.addEventListener('input', e => {
  if (!e.target.closest('.remark')) return;
  if ('fresh' in e.target.dataset) remember();
  delete e.target.dataset.fresh;
  setMark(e.target.closest('.clause'), { note: e.target.value });
});

$('ui-reviewer').value = reviewer;
$('ui-reviewer').addEventListener('input', e => {
  reviewer = e.target.value.trim();
  keepAs(reviewerDrawer, reviewer);
  showReviews();
});
$('ui-undo').addEventListener('click', undo);

// Taking marks off asks first.
const asking = $('ui-clear-ask');
$('ui-clear').addEventListener('click', () => {
  const mine = Object.values(review).filter(said).length;
  if (!mine && !others.length) return say(word('review-clear-none'));
  asking.hidden = false;
  asking.querySelector('span').textContent = word('review-clear-ask', { n: mine }) +
    (others.length ? ' ' + word('review-clear-imported', { n: others.length }) : '');
  $('ui-clear-no').focus();
});
$('ui-clear-no').addEventListener('click', () => { asking.hidden = true; $('ui-clear').focus(); });
$('ui-clear-yes').addEventListener('click', () => {
  remember();
  const time = new Date().toISOString();
  for (const key of Object.keys(review)) review[key] = said(review[key]) ? { mark: '', note: '', time } : review[key];
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
