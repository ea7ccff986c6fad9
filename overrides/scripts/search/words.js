// Words as people type them -> words as the index keeps them: no accents, endings, doubled letters or American spelling.
const wordsIn = (text) =>
  text.normalize("NFD").replace(/[\p{M}'’‘`´]/gu, "").toLowerCase().match(/[\p{L}\p{N}]+/gu) || [];

// "S U I C I D E", "k.m.s": a word whose letters somebody set apart is one word; "i m a" stays three.
const APART = /(?<![\p{L}\p{N}])[\p{L}\p{N}](?:[^\p{L}\p{N}][\p{L}\p{N}]){2,}(?![\p{L}\p{N}])/gu;
const typedIn = (text) => wordsIn(text.replace(APART, (apart) => {
  const word = apart.replace(/[^\p{L}\p{N}]/gu, "");
  return word.length > 3 || !/^i|a$/i.test(word) ? word : apart;
}));

const hasDigit = (word) => /\p{N}/u.test(word);

// One way to write what English writes in two: honour and honor, centre and center, harassment and harasment.
const flat = (word) => word
  .replace(/(.)\1+/gu, "$1").replace(/our/g, "or").replace(/tre$/, "ter").replace(/iz/g, "is").replace(/ae/g, "e");

// A light stem: raped, raping and rape are one; so are stalker, stalking and stalked. Both sides pass through it.
const stem = (word) => {
  if (word.length < 4 || hasDigit(word)) return flat(word);
  let stem = word.replace(/ie[sd]$/, "y").replace(/([^su])s$/, "$1");
  const short = stem.replace(/(ing|([^e])ed|ment|ive)$/, "$2");
  if (short.length > 2 && /[aeiouy]/.test(short)) stem = short;
  return flat(stem).replace(/ce$/, "s").replace(/(.{4})[eo]r$/, "$1").replace(/(..)e$/, "$1");
};

// Whether two words are forms of one. A short word that ends in a silent e is none of one without: a robe is not robbed.
const SILENT = /^[^aeiouy]*[aeiou][^aeiouwxy]es?$/, HARD = /^[^aeiouy]*[aeiou]([^aeiouwxy])(s|\1.*)?$/;
const sameRoot = (a, b) => a.stem === b.stem
  && !(SILENT.test(a.text) && HARD.test(b.text) || SILENT.test(b.text) && HARD.test(a.text));

// Whether one slip of the finger lies between two words: a letter too many, too few, wrong, or two changed over.
const oneSlip = (a, b) => {
  const most = Math.min(a.length, b.length);
  if (Math.abs(a.length - b.length) > 1) return false;
  let start = 0, end = 0;
  while (start < most && a[start] === b[start]) start++;
  while (end < most - start && a[a.length - 1 - end] === b[b.length - 1 - end]) end++;
  const x = a.slice(start, a.length - end), y = b.slice(start, b.length - end);
  return x.length < 2 && y.length < 2 || x.length === 2 && x[0] === y[1] && x[1] === y[0];
};

// A word of the index, with what is compared.
const known = (text) => ({ text, flat: flat(text), stem: stem(text) });
