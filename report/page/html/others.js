// What other reviewers say: given with the page, or imported from their files.
// Nothing is dropped: what fits no change here is listed and passed on.
const given = JSON.parse($('ui-given').textContent);
const othersDrawer = drawer + ' others';
const keepOthers = () => keepAs(othersDrawer, others);
const names = list => Array.isArray(list) ? list.map(String) : [];
const text = value => typeof value === 'string' ? value : '';

// What a mark says may be nothing; what this page does not know is told.
const knows = m => !m.mark || Object.hasOwn(markNames, m.mark);

// The marks of a review file, each with what the top of the file says of all.
function marksOf(file) {
  if (!file || file.schema !== reviewSchema || !Array.isArray(file.marks)) throw new Error(word('review-not'));
  return file.marks.map(m => ({
    reviewer: text(m.reviewer ?? file.reviewer), time: text(m.time ?? file.time),
    made: m.made ?? { comparison: text(file.comparison), old: text(file.old), new: text(file.new) },
    old: names(m.old), new: names(m.new), name: text(m.name),
    mark: knows(m) ? text(m.mark) : '', note: text(m.note), carried: m.carried,
  }));
}

let others = kept(othersDrawer, []);
let versions = given.versions;
// What can be marked, and what is folded because it stayed: a mark may follow its
// clause there.
const clauses = all('.clause[data-counted]');
const byKey = new Map(clauses.map(c => [keyOf(c), c]));
const exactly = m => byKey.get(m.old.join(' ') + ' > ' + m.new.join(' '));

// Finds the change that a mark is about, and says what is to be told of its way
// here. A mark on another revision goes to the clause that has its words; what
// was reworded meanwhile takes an aligner, which the page has not.
function placed(m) {
  const came = uncertain => ({ comparison: m.made.comparison, name: m.name, ...m.carried, uncertain });
  if (m.made.old === here.old && m.made.new === here.new) return [exactly(m), m.carried];
  if (!m.made.old && !m.made.new) {
    const same = m.made.comparison === here.comparison;
    return [exactly(m), same ? m.carried : came(true)];
  }
  for (const [side, was, now] of [['new', m.made.new, here.new], ['old', m.made.old, here.old]]) {
    const words = textsIn(was).get(m[side][0]);
    if (!words) continue;
    const same = [...textsIn(now)].filter(([, t]) => t === words).map(([id]) => id);
    const clause = same.length === 1 && clauses.find(c => c.dataset[side].split(' ').includes(same[0]));
    if (clause) return [clause, came(!!m.carried?.uncertain || side === 'old' && m.new.length > 0)];
  }
  return [undefined];
}
const textsIn = key => new Map((versions.find(v => v.key === key)?.clauses || []).map(c => [c.id, c.text]));

const when = m => Date.parse(m.time) || 0;
// Whether a later mark of a reviewer takes the place of another on a change.
const replaces = (later, m) => later.reviewer === m.reviewer && (later.mark === m.mark && later.note === m.note ||
  !!m.reviewer && when(later) > when(m) &&
  (!later.carried || later.carried.comparison === m.carried?.comparison && later.carried.name === m.carried?.name));

// The marks of others who marked at this machine.
const idList = names => names.split(' ').filter(Boolean);
function besides() {
  return [...drawers].filter(([name]) => name !== reviewer).flatMap(([name, marks]) => Object.entries(marks).map(([key, m]) => {
    const [was, now] = key.split(' > ');
    return { reviewer: name, time: m.time || '', made: here, old: idList(was), new: idList(now), name: byKey.has(key) ? nameOf(byKey.get(key)) : key, mark: m.mark || '', note: m.note || '' };
  }));
}

let remarks = new Map(); // of others, by change
let lost = [];
function gather() {
  remarks = new Map();
  lost = [];
  for (const m of [...marksOf(given), ...others, ...besides()]) {
    const [clause, carried] = placed(m);
    if (!clause) {
      if (said(m)) lost.push(m);
      continue;
    }
    if (!remarks.has(clause)) remarks.set(clause, []);
    remarks.get(clause).push({ ...m, carried });
  }
  for (const [clause, list] of remarks) {
    list.sort((a, b) => a.reviewer < b.reviewer ? -1 : a.reviewer > b.reviewer ? 1 : when(a) - when(b));
    remarks.set(clause, list.filter((m, i) => said(m) && !list.slice(i + 1).some(later => replaces(later, m))));
  }
}

// All that is said of a change, the reader's own first.
function allOf(clause) {
  const own = review[keyOf(clause)];
  const list = (remarks.get(clause) || []).filter(m => !own || m.reviewer !== reviewer || !reviewer || when(m) > when(own));
  return said(own) ? [{ reviewer, own: true, ...own }, ...list] : list;
}
const differ = list => new Set(list.map(m => m.mark).filter(Boolean)).size > 1;
const who = m => m.reviewer || (m.own ? word('review-you') : word('somebody'));
function origin(m) {
  if (!m.carried) return '';
  const from = { clause: m.carried.name, texts: m.carried.comparison };
  return ' (' + (m.carried.uncertain ? word('made-on-uncertain', from) : word('made-on', from)) + ')';
}
const line = m => word('head', { clause: who(m), state: listed([markNames[m.mark], m.note].filter(Boolean)) }) + origin(m);

function element(name, className, content) {
  const e = document.createElement(name);
  if (className) e.className = className;
  e.append(...[content].flat());
  return e;
}

// Shows in the margin of a change what others say of it.
function showSaid(clause) {
  const list = allOf(clause), foreign = list.filter(m => !m.own);
  clause.querySelector('.said')?.remove();
  clause.dataset.said = [...new Set(list.map(m => m.mark).filter(Boolean))].concat(differ(list) ? 'conflict' : []).join(' ');
  if (!foreign.length) return;
  const ul = element('ul', 'said', foreign.map(m => element('li', m.mark + (m.carried?.uncertain ? ' uncertain' : ''), [
    element('b', '', who(m)), ' ', element('span', 'verdict', markNames[m.mark] || ''), m.note ? ' ' + m.note : '', element('small', '', origin(m)),
  ])));
  if (differ(list)) ul.prepend(element('li', 'conflict', word('reviewers-differ')));
  const tools = clause.querySelector('.tools');
  if (tools) tools.before(ul);
  else clause.querySelector('.margin').append(ul);
}

function tallyMarks() {
  const counts = { agreed: 0, discuss: 0, rejected: 0, conflict: 0 };
  const marked = clauses.filter(c => allOf(c).length);
  for (const c of marked) for (const k of c.dataset.said.split(' ').filter(Boolean)) counts[k]++;
  for (const b of filters.filter(b => Object.hasOwn(counts, b.dataset.filter))) {
    const n = counts[b.dataset.filter];
    b.querySelector('b').textContent = n;
    b.hidden = !n && b.getAttribute('aria-pressed') !== 'true';
  }
  $('ui-marked').textContent = marked.length ? ' (' + marked.length + ')' : '';
  const told = ['agreed', 'discuss', 'rejected'].map(k => counts[k] + ' ' + markNames[k]);
  if (counts.conflict) told.push(word('review-differ', { n: counts.conflict }));
  $('ui-tally').textContent = word('review-tally', { list: listed(told), all: changes.length });
  list(marked);
}

// The list in the sheet: where reviewers differ first, then in the order of the text.
function list(marked) {
  const first = marked.filter(c => differ(allOf(c)));
  $('ui-said').replaceChildren(...[...first, ...marked.filter(c => !first.includes(c))].map(c => {
    const link = element('a', '', nameOf(c));
    link.href = '#' + encodeURIComponent(c.id);
    link.addEventListener('click', e => { e.preventDefault(); $('ui-review-sheet').close(); take(c, true); });
    return element('li', first.includes(c) ? 'conflict' : '', [link, first.includes(c) ? ' ' + word('reviewers-differ') : '', element('ul', '', allOf(c).map(m => element('li', '', line(m))))]);
  }));
  $('ui-lost').hidden = !lost.length;
  $('ui-lost').querySelector('ul').replaceChildren(...lost.map(m => element('li', '', word('review-of', { clause: m.name, texts: m.made.comparison }) + ' — ' + line(m))));
}

function showReviews() {
  gather();
  changes.forEach(showMark);
  clauses.forEach(showSaid);
  tallyMarks();
}

// The file: own marks and those of others, with the texts that they were made on.
function exported() {
  const own = changes.filter(c => review[keyOf(c)]).map(c => ({
    old: idList(c.dataset.old), new: idList(c.dataset.new), name: nameOf(c),
    mark: review[keyOf(c)].mark || '', note: review[keyOf(c)].note || '', time: review[keyOf(c)].time || '',
  }));
  const foreign = [...marksOf(given), ...others, ...besides()].map(({ carried, ...m }) => ({ ...m, ...(carried && { carried }) }));
  const named = new Set([here.old, here.new, ...foreign.flatMap(m => [m.made.old, m.made.new])]);
  return { schema: reviewSchema, ...here, reviewer, marks: [...own, ...foreign], versions: versions.filter(v => named.has(v.key)) };
}
const fileName = ending => 'review ' + [root.dataset.key, reviewer].filter(Boolean).join(' ').replace(/[^\p{L}\p{N}]+/gu, '-') + ending;

// Takes in a file. Marks of the reader's own are taken up again where they say
// something newer; all others stand beside them.
function imported(content) {
  const file = JSON.parse(content);
  const marks = marksOf(file);
  for (const v of file.versions || []) if (!versions.some(k => k.key === v.key)) versions = [...versions, v];
  let fit = 0;
  for (const m of marks) {
    const [clause, carried] = placed(m);
    if (clause) fit++;
    const own = clause && review[keyOf(clause)];
    if (clause && !carried && m.reviewer === reviewer && (!said(own) || reviewer && when(m) > when(own))) {
      if (said(own)) others.push({ ...m, reviewer, time: own.time, mark: own.mark || '', note: own.note || '' });
      review[keyOf(clause)] = { mark: m.mark, note: m.note, time: m.time };
    } else if (!clause || m.reviewer !== reviewer || own?.mark !== m.mark || (own?.note || '') !== m.note) {
      if (!others.some(o => JSON.stringify(o) === JSON.stringify(m))) others.push(m);
    }
  }
  const other = file.comparison === here.comparison || !file.comparison ? '' : ' ' + word('review-other', { comparison: file.comparison });
  const odd = file.marks.filter(m => !knows(m));
  const unknown = odd.length ? ' ' + word('review-unknown', { n: odd.length, list: listed(odd.map(m => word('head', { clause: text(m.name), state: String(m.mark) }))) }) : '';
  const rest = fit < marks.length ? ' ' + word('review-rest', { review: word('page-review') }) : '';
  return word('review-fit', { n: fit, all: marks.length }) + other + unknown + rest;
}

$('ui-export').addEventListener('click', () => { settleName(); save(fileName('.json'), [JSON.stringify(exported(), null, 1) + '\n'], 'application/json'); });
$('ui-import').addEventListener('change', async e => {
  const files = [...e.target.files];
  const outcomes = [];
  settleName();
  remember();
  for (const f of files) {
    let outcome;
    try {
      outcome = imported(await f.text());
    } catch (problem) {
      outcome = word('review-unread', { problem: problem.message });
    }
    outcomes.push(files.length > 1 ? f.name + ': ' + outcome : outcome);
  }
  keep();
  keepOthers();
  showReviews();
  $('ui-tally').textContent += ' ' + outcomes.join(' ');
  say(outcomes.join(' '));
  e.target.value = '';
});
showReviews();
