// Single keys: never the only way, off in text fields and sheets, and off
// altogether where the reader says so in the help.
const keysDrawer = 'reprise/keys';
try {
  $('ui-keys').checked = localStorage.getItem(keysDrawer) !== 'off';
} catch { /* a browser that keeps nothing has them on */ }
$('ui-keys').addEventListener('change', e => {
  try {
    localStorage.setItem(keysDrawer, e.target.checked ? 'on' : 'off');
  } catch { /* kept for this page only */ }
});

const markCurrent = mark => current ? toggleMark(current, mark) : say(word('step-first-go'));
const keys = {
  j: () => step(1), k: () => step(-1),
  n: () => step(1, isSubstantive), p: () => step(-1, isSubstantive),
  s: nextView,
  f: () => { scrollTo({ top: 0 }); filters[0]?.focus(); },
  '/': () => { field.focus(); field.select(); },
  a: () => markCurrent('agreed'), d: () => markCurrent('discuss'), r: () => markCurrent('rejected'),
  u: undo,
  '?': () => $('ui-help-sheet').showModal(),
};

document.addEventListener('keydown', e => {
  if (e.ctrlKey || e.metaKey || e.altKey || e.isComposing || !keys[e.key]) return;
  if (!$('ui-keys').checked && e.key !== '?') return;
  if (e.target.closest('input, textarea, select, [contenteditable], dialog')) return;
  e.preventDefault();
  keys[e.key]();
});
