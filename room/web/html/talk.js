// What is said of a change beside the marks: posts, positions with their own wording,
// decisions; and what is new.
const talkKinds = ['post', 'position', 'decision'];
const kindName = k => k === 'post' ? word('room-post') : k === 'position' ? word('room-position') : word('room-decision');
const verdictName = v => v === 'reserved' ? word('mark-reserved') : markNames[v] || '';

function talkLine(i) {
  const line = element('li', i.kind + (isFresh(i) ? ' fresh' : ''), [element('b', '', i.author), ' ', element('span', 'kind', kindName(i.kind)), ' ', element('span', 'verdict', verdictName(i.verdict))]);
  if (i.text) {
    const p = element('p', '', i.text);
    p.dir = 'auto';
    line.append(p);
  }
  if (i.wording) {
    const edits = i.edits || [{ op: 'equal', text: i.wording }];
    const p = element('p', 'redline wording', edits.map(e => e.op === 'equal' ? e.text : element(e.op === 'insert' ? 'ins' : 'del', '', e.text)));
    p.dir = 'auto';
    line.append(p);
  }
  const from = { clause: i.name, texts: i.texts };
  if (i.carried) line.append(element('small', '', i.uncertain ? word('made-on-uncertain', from) : word('made-on', from)), ' ');
  line.append(element('small', 'seen', reachName(i.visibility)));
  if (i.own && i.visibility !== 'everyone' && !i.waiting) {
    const more = shareField(word('room-share'), i.visibility);
    for (const o of more.options) o.disabled = reach[o.value] < reach[i.visibility];
    more.addEventListener('change', () => { send({ kind: 'share', about: i.id, visibility: more.value }); flush(); showRoom(); });
    line.append(' ', more);
  }
  return line;
}

function showTalk() {
  const list = standing(talkKinds);
  const twice = standing(['mark']).filter(i => i.own);
  for (const c of clauses) {
    const key = keyOf(c), own = atKey(twice, key);
    c.querySelector('.margin > .talk')?.remove();
    const lines = [...(own.length > 1 ? own.map(i => element('li', 'conflict', word('room-twice', { mark: listed([verdictName(i.verdict), i.text].filter(Boolean)) }))) : []),
      ...atKey(list, key).map(talkLine)];
    if (!lines.length) continue;
    const ul = element('ul', 'talk', lines);
    ul.setAttribute('aria-label', word('room-talk'));
    const form = c.querySelector('.talk-form');
    if (form) form.before(ul);
    else c.querySelector('.margin').append(ul);
  }
}

// The form in which something is said of a change; one at a time.
function talkForm(clause) {
  document.querySelector('.talk-form')?.remove();
  const form = element('form', 'talk-form', []);
  const field = (name, control) => {
    const label = element('label', '', [element('span', '', name), control]);
    form.append(label);
    return control;
  };
  const choice = (name, values, nameOfValue) => field(name, element('select', '', values.map(v => {
    const o = element('option', '', nameOfValue(v));
    o.value = v;
    return o;
  })));
  const kind = choice(word('room-what'), room.role === 'editor' ? talkKinds : talkKinds.slice(0, 2), kindName);
  const verdict = choice(word('column-mark'), ['', 'agreed', 'discuss', 'rejected', 'reserved'], v => verdictName(v) || word('room-no-verdict'));
  const text = field(word('room-text'), element('textarea', '', ''));
  const wording = field(word('room-wording'), element('textarea', '', ''));
  const share = field(word('room-share'), shareField(word('room-share'), 'mine'));
  const fit = () => {
    for (const f of [verdict, wording]) f.parentElement.hidden = kind.value === 'post';
    share.parentElement.hidden = kind.value === 'decision';
  };
  kind.addEventListener('change', () => {
    fit();
    if (kind.value !== 'post' && !wording.value) wording.value = clause.dataset.new ? newTextOf(clause) : '';
  });
  const row = element('p', 'row', [element('button', '', word('room-send')), ' ', element('button', '', word('page-close'))]);
  row.lastChild.type = 'button';
  row.lastChild.addEventListener('click', () => { form.remove(); clause.focus(); });
  form.append(row);
  form.addEventListener('submit', e => {
    e.preventDefault();
    const plain = kind.value === 'post';
    const own = wording.value.trim() === newTextOf(clause).trim() ? '' : wording.value.trim();
    if (!text.value.trim() && (plain || !verdict.value && !own)) return text.focus();
    const was = atKey(standing([kind.value]), keyOf(clause)).filter(i => !plain && (i.own || i.kind === 'decision'));
    send({ kind: kind.value, visibility: kind.value === 'decision' ? 'everyone' : share.value, ...changeOf(clause), verdict: plain ? '' : verdict.value,
      text: text.value.trim(), wording: plain ? '' : own, replaces: was.map(i => i.id) });
    form.remove();
    flush();
    showRoom();
    clause.focus();
  });
  clause.querySelector('.margin').append(form);
  fit();
  text.focus();
}
// The new text of a change, without what was deleted and without marks of notes.
function newTextOf(clause) {
  const copy = clause.querySelector('.redline').cloneNode(true);
  copy.querySelectorAll('del, .mark').forEach(e => e.remove());
  return copy.textContent;
}

if (room.role !== 'reader') {
  for (const c of changes) {
    const b = element('button', '', word('room-say'));
    b.type = 'button';
    b.addEventListener('click', () => talkForm(c));
    c.querySelector('.tools [role="group"]').append(b);
  }
}

// What is new since the reader last looked, and what is open of the reader's own.
const isFresh = i => !i.own && looked && i.time > looked;
const isOpen = i => i.own && ['discuss', 'rejected', 'reserved'].includes(i.verdict);
const people = $('ui-people');
function showNews() {
  const list = standing(['mark', ...talkKinds]);
  $('ui-news').textContent = word('room-news', { n: list.filter(isFresh).length });
  $('ui-mine').textContent = word('room-my-open', { n: list.filter(isOpen).length });
  const names = [...new Set(list.map(i => i.author))].sort();
  if (String(names) === people.dataset.names) return;
  people.dataset.names = String(names);
  people.replaceChildren(element('option', '', word('room-anyone')), ...names.map(n => element('option', '', n)));
  people.options[0].value = '';
}
function onlyWhere(fits, button) {
  const on = !!fits && button?.getAttribute('aria-pressed') !== 'true';
  for (const b of [$('ui-news'), $('ui-mine')]) b.setAttribute('aria-pressed', String(on && b === button));
  const keys = new Set(on ? standing(['mark', ...talkKinds]).filter(fits).flatMap(i => i.at) : []);
  root.classList.toggle('filtered', on);
  for (const c of changes) c.classList.toggle('match', on && keys.has(keyOf(c)));
  $('ui-all').hidden = !on;
  place();
}
$('ui-news').addEventListener('click', e => onlyWhere(isFresh, e.currentTarget));
$('ui-mine').addEventListener('click', e => onlyWhere(isOpen, e.currentTarget));
people.addEventListener('change', () => onlyWhere(people.value ? i => i.author === people.value : null, people));

$('ui-roombar').hidden = false;
if (room.role === 'reader') all('.tools').forEach(t => t.remove());
try {
  const recent = kept('reprise/recent', []).filter(r => r.href !== location.pathname + location.search);
  keepAs('reprise/recent', [{ href: location.pathname + location.search, text: root.dataset.key }, ...recent].slice(0, 20));
} catch { /* a browser that keeps nothing has no list */ }
showRoom();
listen();
flush();
