"use strict";
// Searches what index.js lists; everything runs in the reader's browser, and nothing is sent.
(() => {
  const SHOWN = 50;
  const QUIET = 400; // milliseconds without a key, after which the address and the count are told
  const APART = /([\n\r\p{Z}\p{P}]+)/u;
  const LETTERS = { đ: "d", ø: "o", ł: "l", ı: "i", ß: "ss", æ: "ae", œ: "oe", ى: "ي", ة: "ه", ـ: "" };
  const ARTICLE = /^(?:[وبكف]?ال|لل)(?=\p{L}{3})/u; // Arabic writes “the” at the head of the word

  const byId = (id) => document.getElementById(id);
  const form = byId("search");
  const field = byId("words");
  const language = document.documentElement.lang;

  // A letter is the same with and without its accents, in Latin and in Arabic script.
  const fold = (word) =>
    word
      .toLowerCase()
      .normalize("NFD")
      .replace(/\p{M}/gu, "")
      .replace(/[đøłıßæœىةـ]/g, (letter) => LETTERS[letter])
      .replace(ARTICLE, "");

  const skipped = new Set(form.dataset.skipped.split(" ").map(fold));
  const index = new MiniSearch({
    fields: ["title", "more", "text"],
    processTerm: (term) => {
      const folded = fold(term);
      return skipped.has(folded) ? null : folded;
    },
    searchOptions: {
      boost: { title: 4, more: 1.5 },
      prefix: true,
      fuzzy: (term) => (term.length > 4 ? 1 : false), // letters that may differ: “rates” is “rate”
    },
  });
  index.addAll(searchIndex.found.map((one, id) => ({ ...one, id })));

  const MISSPELT = { fuzzy: 0.25 };
  const ways = [{ combineWith: "AND" }, { combineWith: "AND", ...MISSPELT }];

  const marked = (element, text, terms, spoken) => {
    if (spoken) {
      element.lang = spoken;
      element.dir = "auto";
    }
    text.split(APART).forEach((piece) => {
      const word = terms.has(fold(piece)) ? document.createElement("mark") : null;
      if (word) word.textContent = piece;
      element.append(word ?? piece);
    });
    return element;
  };

  const line = (result) => {
    const one = searchIndex.found[result.id];
    const terms = new Set(result.terms);
    const item = document.createElement("li");
    const kind = document.createElement("small");
    const link = document.createElement("a");
    kind.textContent = searchIndex.kinds[one.kind];
    link.href = `../${one.path}`;
    item.append(kind, marked(link, one.title, terms, one.titleLang));
    if (one.text) item.append(marked(document.createElement("p"), one.text, terms, one.textLang));
    return item;
  };

  const told = (message, words, count) =>
    form.dataset[message]
      .replace("{words}", () => words)
      .replace("{count}", count.toLocaleString(language))
      .replace("{shown}", SHOWN.toLocaleString(language));

  // Shows what is found for the words in the field; returns the sentence that says how much it is.
  const look = () => {
    const words = field.value.trim();
    const all = ways.map((way) => index.search(words, way)).find((some) => some.length) ?? [];
    const found = all.length ? all : index.search(words, MISSPELT);
    byId("found").replaceChildren(...found.slice(0, SHOWN).map(line));
    byId("results").hidden = !found.length;
    byId("nothing").hidden = !words || found.length > 0;
    if (!words) return "";
    if (!found.length) return told("none", words, 0);
    if (!all.length) return told("part", words, found.length);
    return told(found.length > SHOWN ? "many" : "some", words, found.length);
  };

  const asked = () => new URLSearchParams(location.search).get("q") ?? "";
  let settled = true; // whether what is in the address was asked for, and not only typed on the way
  let waiting = 0;

  const keep = () => {
    const words = field.value.trim();
    if (words === asked()) return;
    const address = words ? `?${new URLSearchParams({ q: words })}` : location.pathname;
    try {
      history[settled ? "pushState" : "replaceState"](null, "", address);
      settled = false;
    } catch {
      // A page on a disk (file://) may not change its address.
    }
  };

  const say = (sentence, after) => {
    clearTimeout(waiting);
    waiting = setTimeout(() => {
      byId("said").textContent = sentence;
      keep();
    }, after);
  };

  field.addEventListener("input", () => say(look(), QUIET));
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    clearTimeout(waiting);
    byId("said").textContent = look();
    keep();
    settled = true;
  });
  const recall = () => {
    clearTimeout(waiting);
    field.value = asked() || (location.protocol === "file:" ? field.value : "");
    byId("said").textContent = look();
    settled = true;
  };
  addEventListener("popstate", recall);

  form.hidden = false;
  recall();
})();
