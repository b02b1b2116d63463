// Copy a clause: its new text, or its redline (marked up where the other
// program takes it, in brackets where it takes plain text).

// The text of a redline without what is dropped and without footnote marks.
function textOf(redline, drop) {
  const copy = redline.cloneNode(true);
  all('.mark' + (drop ? ', ' + drop : ''), copy).forEach(e => e.remove());
  return copy.textContent;
}

const escapes = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escaped = text => text.replace(/[&<>"]/g, c => escapes[c]);

// The pieces of a redline: 'equal', 'ins' or 'del', and the words; 'gap' is the space
// that keeps words that came and words that went apart, where looks may be lost.
function pieces(redline) {
  return [...redline.childNodes].map(n => {
    if (n.classList?.contains('gap')) return ['gap', ' '];
    const op = n.nodeName === 'INS' ? 'ins' : n.nodeName === 'DEL' ? 'del' : 'equal';
    const copy = n.cloneNode(true);
    if (copy.querySelectorAll) all('.mark', copy).forEach(e => e.remove());
    return [op, n.classList?.contains('mark') ? '' : copy.textContent];
  }).filter(([, text]) => text);
}
const brackets = { equal: ['', ''], gap: ['', ''], ins: ['{+', '+}'], del: ['[-', '-]'] };

async function put(plain, html) {
  try {
    const item = { 'text/plain': new Blob([plain], { type: 'text/plain' }) };
    if (html) item['text/html'] = new Blob([html], { type: 'text/html' });
    await navigator.clipboard.write([new ClipboardItem(item)]);
  } catch {
    const area = document.createElement('textarea'); // without the clipboard's leave, plain text
    area.value = plain;
    document.body.append(area);
    area.select();
    document.execCommand('copy');
    area.remove();
  }
}

async function copyClause(clause, redlined) {
  const redline = clause.querySelector('.redline');
  const name = clause.querySelector('h3').textContent;
  if (redlined) {
    const parts = pieces(redline);
    const html = parts.map(([op, t]) => op === 'equal' || op === 'gap' ? escaped(t) : '<' + op + '>' + escaped(t) + '</' + op + '>').join('');
    await put(name + ' ' + parts.filter(([op]) => op !== 'gap').map(([op, t]) => brackets[op][0] + t + brackets[op][1]).join(''), '<p>' + escaped(name) + ' ' + html + '</p>');
  } else {
    await put(textOf(redline, clause.classList.contains('removed') ? '' : 'del'));
  }
  say(word('copied', { clause: name }));
}

// A file to keep.
function save(name, parts, type) {
  const a = document.createElement('a');
  a.href = URL.createObjectURL(new Blob(parts, { type }));
  a.download = name;
  a.click();
  setTimeout(() => URL.revokeObjectURL(a.href), 10000);
}
