"use strict";
// Finds the sections that have every word of what is typed, those with a word in
// their heading first. It asks nobody: the sections come with the page.
(() => {
  const form = document.querySelector("form[role=search]");
  const input = form.querySelector("input");
  const found = document.getElementById("found");
  const most = 20; // more than that is a word to be made narrower

  const fold = (s) => s.toLocaleLowerCase("en").normalize("NFKD").replace(/\p{M}/gu, "");
  const indexed = sections.map((s) => ({ ...s, head: fold(s.title + " " + s.heading), all: fold(s.title + " " + s.heading + " " + s.text) }));

  const around = (text, word) => {
    const at = fold(text).indexOf(word);
    const from = Math.max(0, at - 60);
    return (from > 0 ? "… " : "") + text.slice(from, from + 160) + (from + 160 < text.length ? " …" : "");
  };

  const show = () => {
    const words = fold(input.value).split(/\s+/).filter(Boolean);
    found.replaceChildren();
    found.hidden = words.length === 0;
    if (found.hidden) return;
    const hits = indexed.filter((s) => words.every((w) => s.all.includes(w)));
    hits.sort((a, b) => words.every((w) => b.head.includes(w)) - words.every((w) => a.head.includes(w)));
    const count = document.createElement("p");
    count.textContent = hits.length === 0 ? "Nothing found." : hits.length === 1 ? "One section found." : hits.length + " sections found" + (hits.length > most ? ", the first " + most + ":" : ":");
    const list = document.createElement("ul");
    for (const s of hits.slice(0, most)) {
      const item = document.createElement("li");
      const link = document.createElement("a");
      link.href = form.dataset.up + s.page + (s.anchor ? "#" + s.anchor : "");
      link.textContent = s.heading ? s.title + ": " + s.heading : s.title;
      const words = document.createElement("p");
      words.textContent = around(s.text, fold(input.value).split(/\s+/).filter(Boolean)[0]);
      item.append(link, words);
      list.append(item);
    }
    found.append(count, list);
  };

  input.addEventListener("input", show);
  form.addEventListener("submit", (e) => {
    e.preventDefault();
    show();
    found.querySelector("a")?.focus();
  });
  found.addEventListener("click", (e) => {
    if (e.target.closest("a")) { input.value = ""; show(); }
  });
  document.addEventListener("keydown", (e) => {
    if (e.key === "/" && !e.target.closest("input")) { e.preventDefault(); input.focus(); }
    if (e.key === "Escape" && input.value) { input.value = ""; show(); input.focus(); }
  });
})();
