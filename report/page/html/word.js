// The review as a table for Word: a small document in a stored (uncompressed)
// package, written here because the page may load nothing.
const crcTable = Uint32Array.from({ length: 256 }, (_, n) => {
  for (let k = 0; k < 8; k++) n = n & 1 ? 0xEDB88320 ^ n >>> 1 : n >>> 1;
  return n;
});
const crc = bytes => ~bytes.reduce((sum, b) => crcTable[(sum ^ b) & 255] ^ sum >>> 8, -1) >>> 0;

function zipped(files) {
  const encode = text => new TextEncoder().encode(text);
  const numbers = (...fields) => {
    const view = new DataView(new ArrayBuffer(fields.reduce((sum, [size]) => sum + size, 0)));
    let at = 0;
    for (const [size, value] of fields) {
      size === 2 ? view.setUint16(at, value, true) : view.setUint32(at, value, true);
      at += size;
    }
    return new Uint8Array(view.buffer);
  };
  const fixedDay = 0x21; // 1 January 1980, the first that a package knows
  const body = [], index = [];
  let at = 0, indexSize = 0;
  for (const [name, text] of files) {
    const path = encode(name), bytes = encode(text);
    const common = [[2, 20], [2, 0x800], [2, 0], [2, 0], [2, fixedDay], [4, crc(bytes)], [4, bytes.length], [4, bytes.length], [2, path.length], [2, 0]];
    const head = numbers([4, 0x04034b50], ...common);
    const entry = numbers([4, 0x02014b50], [2, 20], ...common, [2, 0], [2, 0], [2, 0], [4, 0], [4, at]);
    body.push(head, path, bytes);
    index.push(entry, path);
    at += head.length + path.length + bytes.length;
    indexSize += entry.length + path.length;
  }
  return [...body, ...index, numbers([4, 0x06054b50], [2, 0], [2, 0], [2, files.length], [2, files.length], [4, indexSize], [4, at], [2, 0])];
}

const wordSpace = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const xml = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const runLooks = {
  equal: '', gap: '', strong: '<w:rPr><w:b/></w:rPr>',
  ins: '<w:rPr><w:color w:val="0B5D3B"/><w:u w:val="single"/></w:rPr>',
  del: '<w:rPr><w:strike/><w:color w:val="9B1C31"/></w:rPr>',
};
const unprintable = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu;

function wordRuns([look, text]) {
  return text.replace(unprintable, '').split('\n').map((line, i) => '<w:r>' + runLooks[look] + (i ? '<w:br/>' : '') +
    '<w:t xml:space="preserve">' + escaped(line) + '</w:t></w:r>').join('');
}
const widths = [1100, 1500, 5200, 1200, 2600];
const wordRow = cells => '<w:tr>' + cells.map((runs, i) => '<w:tc><w:tcPr><w:tcW w:w="' + widths[i] + '" w:type="dxa"/></w:tcPr><w:p>' +
  runs.map(wordRuns).join('') + '</w:p></w:tc>').join('') + '</w:tr>';

function wordTable() {
  const borders = ['top', 'left', 'bottom', 'right', 'insideH', 'insideV'].map(b => '<w:' + b + ' w:val="single" w:sz="4" w:color="999999"/>').join('');
  const head = wordRow([word('column-clause'), word('column-change'), word('column-text'), word('column-mark'), word('page-note')].map(t => [['strong', t]])).replace('<w:tr>', '<w:tr><w:trPr><w:tblHeader/></w:trPr>');
  const rows = clauses.filter(c => allOf(c).length).map(c => {
    const marks = allOf(c);
    const chips = listed(all('.chip', c).map(x => x.textContent.trim()));
    return wordRow([[['strong', c.querySelector('h3').textContent]], [['equal', chips]], pieces(c.querySelector('.redline')),
      [['strong', marks.map(m => word('head', { clause: who(m), state: markNames[m.mark] || '' })).join('\n')]],
      [['equal', marks.filter(m => m.note || m.carried).map(m => word('head', { clause: who(m), state: m.note }) + origin(m)).join('\n')]]]);
  });
  return xml + '<w:document xmlns:w="' + wordSpace + '"><w:body><w:p>' + wordRuns(['strong', root.dataset.key]) + '</w:p><w:tbl><w:tblPr>' +
    '<w:tblW w:w="11600" w:type="dxa"/><w:tblBorders>' + borders + '</w:tblBorders></w:tblPr><w:tblGrid>' +
    widths.map(w => '<w:gridCol w:w="' + w + '"/>').join('') + '</w:tblGrid>' + head + rows.join('') +
    '</w:tbl><w:p/><w:sectPr><w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/><w:pgMar w:top="1134" w:right="1134" w:bottom="1134" w:left="1134" w:header="708" w:footer="708" w:gutter="0"/></w:sectPr></w:body></w:document>';
}

function wordFiles() {
  const main = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml';
  return [
    ['[Content_Types].xml', xml + '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="' + main + '"/></Types>'],
    ['_rels/.rels', xml + '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>'],
    ['word/document.xml', wordTable()],
  ];
}
$('ui-word').addEventListener('click', () => { settleName(); save(fileName('.docx'), zipped(wordFiles()), 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'); });
