// What a server adds: marks are sent as they are made, and those of others come as
// they make them. What cannot be sent waits in this browser and is sent later.
const room = JSON.parse($('ui-room').textContent);
reviewer = ''; // whoever bears the same name is somebody else
before.length = 0; // others have been here since
keepSteps();
const items = new Map(room.items.map(i => [i.id, i]));
const unsentDrawer = drawer + ' unsent ' + room.room + ' ' + room.me; // others may sign in at this machine
const lookedDrawer = drawer + ' looked ' + room.room;
let unsent = kept(unsentDrawer, []);
const looked = kept(lookedDrawer, '');
const chosen = {}; // whom the next mark on a change is shown to
const reach = { mine: 0, delegation: 1, everyone: 2 };
const newID = () => [...crypto.getRandomValues(new Uint8Array(16))].map(b => b.toString(16).padStart(2, '0')).join('');

// What is sent and what waits, as items of the page.
function everything() {
  const list = [...items.values()];
  for (const e of unsent) {
    if (e.kind === 'share') {
      const i = list.findIndex(x => x.id === e.about);
      if (i >= 0) list[i] = { ...list[i], visibility: e.visibility };
    } else if (!items.has(e.id)) {
      list.push({ ...e, own: true, author: room.me, time: e.time, at: [e.old.join(' ') + ' > ' + e.new.join(' ')], texts: e.comparison, waiting: true });
    }
  }
  return list;
}
const saysNothing = i => !i.verdict && !(i.text || '').trim() && !(i.wording || '').trim();
// What nothing replaces; two that replace one, written in ignorance of each other,
// both stand.
function standing(kinds) {
  const list = everything();
  const gone = new Set(list.flatMap(i => i.replaces || []));
  return list.filter(i => kinds.includes(i.kind) && !gone.has(i.id) && !saysNothing(i));
}
const atKey = (list, key) => list.filter(i => i.at.includes(key));

// The marks of the page: the reader's own, and those of others.
function showRoom() {
  const marks = standing(['mark', 'position']);
  const mine = marks.filter(i => i.own && i.kind === 'mark');
  review = {};
  for (const c of changes) {
    const last = atKey(mine, keyOf(c)).at(-1);
    if (last) review[keyOf(c)] = { mark: last.verdict === 'reserved' ? '' : last.verdict, note: last.text, time: last.time };
  }
  drawers = new Map([[reviewer, review]]);
  others = marks.filter(i => !i.own).flatMap(i => i.at.map(key => {
    const [old, now] = key.split(' > ').map(side => side.split(' ').filter(Boolean));
    // What a position says stands in the discussion; its verdict counts here, too.
    const said = i.verdict === 'reserved' ? word('mark-reserved') : i.kind === 'mark' ? i.text : '';
    return { reviewer: i.author, time: i.time, made: here, old, new: now, name: i.name, mark: i.verdict === 'reserved' ? '' : i.verdict, note: said,
      carried: i.carried ? { comparison: i.texts, name: i.name, uncertain: i.uncertain } : undefined };
  }));
  lost = [];
  showReviews();
  showShares(mine);
  showTalk();
  showNews();
}

// Sends what waits, in order. What is sent twice is kept once by the server.
let sending = false, timer = 0, oneByOne = false;
async function flush() {
  clearTimeout(timer);
  if (sending || !unsent.length) return;
  sending = true;
  const batch = unsent.slice(0, oneByOne ? 1 : 50);
  try {
    const answer = await fetch(room.send, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(batch) });
    if (answer.ok) {
      for (const e of batch) if (e.kind !== 'share' && !items.has(e.id)) items.set(e.id, { ...everything().find(i => i.id === e.id), waiting: false });
      for (const e of batch.filter(e => e.kind === 'share')) if (items.has(e.about)) items.get(e.about).visibility = e.visibility;
      done(batch);
      oneByOne = oneByOne && unsent.length > 0;
    } else if (answer.status < 500 && answer.status !== 429 && answer.status !== 401) {
      if (batch.length > 1) { // one of them is at fault
        oneByOne = true;
        sending = false;
        return flush();
      }
      // Refused: it stays in this browser, and the reader is told why.
      keepAs(unsentDrawer + ' refused', [...kept(unsentDrawer + ' refused', []), ...batch]);
      done(batch);
      tellConnection(word('room-refused', { why: (await answer.json()).error || answer.status }));
      showRoom();
    } else { // signed out, too much at once, trouble: it is tried again
      if (answer.status === 401) tellConnection(word('room-stranger'));
      timer = setTimeout(flush, 2000);
    }
  } catch {
    tellConnection(word('room-offline'));
    timer = setTimeout(flush, 2000);
  }
  sending = false;
  if (unsent.length && !timer) flush();
}
function done(batch) {
  const ids = new Set(batch.map(e => e.id));
  unsent = unsent.filter(e => !ids.has(e.id));
  keepAs(unsentDrawer, unsent);
  timer = 0;
}
function send(entry) {
  unsent.push({ id: newID(), time: new Date().toISOString(), old: [], new: [], name: '', verdict: '', text: '', wording: '', about: '', replaces: [],
    comparison: here.comparison, oldVersion: here.old, newVersion: here.new, ...entry });
  keepAs(unsentDrawer, unsent);
}
const changeOf = clause => ({ old: clause.dataset.old.split(' ').filter(Boolean), new: clause.dataset.new.split(' ').filter(Boolean), name: nameOf(clause) });

// What the reader marked since: one entry a change, however many letters it took.
document.addEventListener('reprise-kept', () => {
  const mine = standing(['mark']).filter(i => i.own);
  for (const c of changes) {
    const key = keyOf(c), now = review[key] || {}, was = atKey(mine, key);
    const last = was.at(-1) || {};
    if ((now.mark || '') === (last.verdict || '') && (now.note || '') === (last.text || '')) continue;
    const waiting = !sending && unsent.find(e => e.id === last.id && e.kind === 'mark');
    if (waiting) {
      Object.assign(waiting, { verdict: now.mark || '', text: now.note || '' });
      keepAs(unsentDrawer, unsent);
    } else {
      send({ kind: 'mark', visibility: chosen[key] || last.visibility || 'mine', ...changeOf(c), verdict: now.mark || '', text: now.note || '', replaces: was.map(i => i.id) });
    }
  }
  clearTimeout(timer);
  timer = setTimeout(() => { timer = 0; flush(); }, 300);
  showShares(standing(['mark']).filter(i => i.own));
});

// Whom the reader's own mark on a change is shown to. It can be shown to more people,
// not to fewer.
const reachName = v => v === 'mine' ? word('room-seen-mine') : v === 'delegation' ? word('room-seen-delegation') : word('room-seen-everyone');
function shareField(label, value) {
  const select = element('select', 'share', room.shares.map(v => {
    const o = element('option', '', reachName(v));
    o.value = v;
    return o;
  }));
  select.setAttribute('aria-label', label);
  select.value = value;
  return select;
}
for (const c of changes) {
  const field = shareField(word('head', { clause: nameOf(c), state: word('room-share') }), 'mine');
  c.querySelector('.tools').append(element('span', 'shared', [word('room-share') + ' ', field]));
  field.addEventListener('change', () => {
    const own = atKey(standing(['mark']).filter(i => i.own), keyOf(c));
    chosen[keyOf(c)] = field.value;
    for (const i of own) if (reach[field.value] > reach[i.visibility]) send({ kind: 'share', about: i.id, visibility: field.value });
    flush();
    showRoom();
  });
}
function showShares(mine) {
  for (const c of changes) {
    const own = atKey(mine, keyOf(c));
    const field = c.querySelector('.tools .share');
    const least = own.length ? own.at(-1).visibility : 'mine';
    for (const o of field.options) o.disabled = reach[o.value] < reach[least];
    field.value = own.length ? least : chosen[keyOf(c)] || 'mine';
    c.classList.toggle('twice', own.length > 1);
  }
}

// The stream of what others say, who is here, and whether the connection holds.
const status = $('ui-connection');
function tellConnection(text) {
  if (status.textContent !== text) status.textContent = text;
}
let stream, wasLost = false, redraw = 0;
function listen() {
  stream = new EventSource(room.stream + '&since=' + room.cursor);
  stream.onopen = () => {
    tellConnection(wasLost ? word('room-online') : '');
    wasLost = false;
    flush();
  };
  stream.onerror = () => {
    wasLost = true;
    tellConnection(word('room-offline'));
    if (stream.readyState === EventSource.CLOSED) setTimeout(listen, 3000);
  };
  stream.addEventListener('here', e => { $('ui-here').textContent = word('room-here', { list: listed(JSON.parse(e.data)) }); });
  stream.addEventListener('item', e => {
    const item = JSON.parse(e.data);
    items.set(item.id, item);
    if (e.lastEventId) room.cursor = e.lastEventId;
    if (!item.own) say(word('head', { clause: item.author, state: item.name }));
    cancelAnimationFrame(redraw);
    redraw = requestAnimationFrame(showRoom);
  });
}
addEventListener('online', flush);
addEventListener('pagehide', () => keepAs(lookedDrawer, new Date().toISOString()));
