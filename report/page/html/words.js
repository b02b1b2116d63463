// What every page shares: its elements, and what it says, by name. {name} gives
// way to a value, and a number {n} takes the form that the language has for it.
const root = document.documentElement;
root.classList.add('js');
const $ = id => document.getElementById(id);
const all = (selector, within = document) => [...within.querySelectorAll(selector)];
const words = JSON.parse($('ui-words').textContent);
const forms = new Intl.PluralRules(root.lang);
function word(name, values = {}) {
  const text = 'n' in values && (words[name + '-' + values.n] ?? words[name + '-' + forms.select(values.n)]) || words[name];
  return text.replace(/\{([\w-]+)\}/g, (whole, key) => values[key] ?? whole);
}
const listed = names => names.length ? names.reduce((list, last) => word('comma', { list, last })) : '';
