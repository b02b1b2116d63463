'use strict';
// What the server's own pages do beyond their forms: symbols are completed, files are
// dropped, what takes time is said, and what was compared last is listed.
(() => {
  const $ = id => document.getElementById(id);
  const words = JSON.parse($('ui-words').textContent);
  document.documentElement.classList.add('js');

  const list = $('symbols');
  let asked = '';
  async function complete(e) {
    const typed = e.target.value.trim();
    if (!typed || typed === asked) return;
    asked = typed;
    try {
      const answer = await fetch('/symbols?q=' + encodeURIComponent(typed), { headers: { Accept: 'application/json' } });
      if (!answer.ok || typed !== asked) return;
      list.replaceChildren(...(await answer.json()).map(s => {
        const o = document.createElement('option');
        o.value = s.symbol;
        o.label = s.title;
        return o;
      }));
    } catch { /* no list is no harm */ }
  }
  if (list) for (const field of document.querySelectorAll('[list="symbols"]')) field.addEventListener('input', complete);

  for (const box of document.querySelectorAll('.box')) {
    const file = box.querySelector('[type="file"]');
    box.addEventListener('dragover', e => { e.preventDefault(); box.classList.add('over'); });
    box.addEventListener('dragleave', () => box.classList.remove('over'));
    box.addEventListener('drop', e => {
      e.preventDefault();
      box.classList.remove('over');
      if (e.dataTransfer.files.length) file.files = e.dataTransfer.files;
    });
  }
  for (const form of document.querySelectorAll('.reads')) {
    form.addEventListener('submit', () => { form.querySelector('.reading').textContent = words['room-reading']; });
  }
  for (const form of document.querySelectorAll('.goes')) {
    form.addEventListener('submit', e => {
      e.preventDefault();
      location.href = form.action + form.elements[0].value.trim().split('/').map(encodeURIComponent).join('/');
    });
  }
  const recent = $('ui-recent');
  if (recent) {
    let kept = [];
    try {
      kept = JSON.parse(localStorage.getItem('reprise/recent')) || [];
    } catch { /* a browser that keeps nothing has no list */ }
    recent.replaceChildren(...kept.filter(r => String(r.href).startsWith('/')).map(r => {
      const line = document.createElement('li');
      const link = document.createElement('a');
      link.href = r.href;
      link.textContent = r.text;
      line.append(link);
      return line;
    }));
    if (!kept.length) recent.replaceWith(words['room-recent-none']);
  }
})();
