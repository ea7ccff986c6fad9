// Two words -> how sure it is that the one that was typed means the one of the index, also after a slip of the finger.
const changedOver = (a, b) => a.length === b.length && a !== b && oneSlip(a, b) && [...a].sort().join() === [...b].sort().join();

// How sure it is that a typed word means a known one, from 1 to 0. `typing`: more letters may follow.
const likeness = (typed, word, typing) => {
  if (typed.text === word.text) return 1;
  if (hasDigit(typed.text)) return 0;
  if (typed.flat === word.flat || sameRoot(typed, word)) return 0.95;
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
