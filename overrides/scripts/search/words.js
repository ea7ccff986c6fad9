// Words as people type them -> words as the index keeps them: no accents, endings, doubled letters or American spelling.
const wordsIn = (text) =>
  text.normalize("NFD").replace(/[\p{M}'’‘`´]/gu, "").toLowerCase().match(/[\p{L}\p{N}]+/gu) || [];

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

const changedOver = (a, b) => a.length === b.length && a !== b && oneSlip(a, b) && [...a].sort().join() === [...b].sort().join();

// A word of the index, with what is compared.
const known = (text) => ({ text, flat: flat(text), stem: stem(text) });

// How sure it is that a typed word means a known one, from 1 to 0. `typing`: more letters may follow.
const likeness = (typed, word, typing) => {
  if (typed.text === word.text) return 1;
  if (hasDigit(typed.text)) return 0;
  if (typed.flat === word.flat || typed.stem === word.stem) return 0.95;
  return typing && typed.text.length > 2 && word.text.startsWith(typed.text) ? 0.62 : 0;
};

// The same for a word that is in no index and no list of real words: a slip in it is forgiven, but
// not in its first letter; that only where every name of a large directory is known.
const SHORT = 4;
const likenessAfterSlip = (typed, word) => {
  if (hasDigit(typed.text) || typed.text[0] !== word.text[0] && !index.lexicon) return 0;
  if (Math.min(typed.text.length, word.text.length) === SHORT) return changedOver(typed.text, word.text) ? 0.7 : 0;
  return Math.min(typed.stem.length, word.stem.length) > SHORT && oneSlip(typed.stem, word.stem) ? 0.7 : 0;
};
