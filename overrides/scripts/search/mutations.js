// Two Welsh words -> how sure it is that one means the other: cymorth is also gymorth, nghymorth and chymorth.
// What was said of two words without this stands in `plain`. The same rules as in mutations.py.
const CLITIC = /['’‘`´](r|n|i|u|m|w|ch|th)(?![\p{L}\p{N}])/giu;
const cut = (split) => (text) => split(text.replace(CLITIC, ""));
wordsIn = cut(wordsIn);
typedIn = cut(typedIn);

const UNDONE = Object.entries({
  ngh: "c", mh: "p", nh: "t", ng: "g", ch: "c", ph: "p", th: "t", dd: "d", ll: "", rh: "", ff: "",
  b: "p", d: "t", g: "c", f: "b,m", m: "b", n: "d", l: "ll,gl", r: "rh,gr",
});
const undone = (word) => {
  if (word.length < 3 || hasDigit(word)) return [];
  const [start, before] = UNDONE.find(([start]) => word.startsWith(start)) || ["", ""];
  const found = before.split(",").filter(Boolean).map((letters) => letters + word.slice(start.length));
  if (!start && /^[aeiouwy]/.test(word)) found.push("g" + word);
  if (/^h[aeiouwy]/.test(word)) found.push(word.slice(1));
  return found;
};

// More than one of a thing: troseddau and trosedd. No rule covers plant and plentyn.
const MANY = /(iau|oedd|ion|au|od|on|i)$/, PAIRS = { plant: "plentyn", dynion: "dyn", bechgyn: "bachgen", gwragedd: "gwraig", tai: "ty" };
const oneOf = (word) => {
  if (PAIRS[word]) return PAIRS[word];
  const one = word.replace(/wyr$/, "wr").replace(MANY, "");
  return one.length > 3 ? one : word;
};

const kept = new Map();
const formsOf = (word) => {
  if (!kept.has(word)) kept.set(word, new Set([word, ...undone(word)].map(oneOf)));
  return kept.get(word);
};

const likeness = (typed, word, typing) => {
  const sure = plain.likeness(typed, word, typing);
  if (sure === 1 || hasDigit(typed.text)) return sure;
  const before = undone(typed.text), theirs = [word.text, ...undone(word.text)];
  // All forms of a word are one word: who types blant finds what plant finds, in the same order.
  if ([typed.text, ...before].some((form) => theirs.includes(form))) return 1;
  const many = formsOf(word.text);
  if (sure > 0.9 || [...formsOf(typed.text)].some((form) => many.has(form))) return Math.max(sure, 0.9);
  const asForm = (sure) => sure > 0.9 ? 0.9 : Math.min(0.62, sure);
  return Math.max(sure, ...before.map((form) => asForm(plain.likeness(known(form), word, typing))));
};

const likenessAfterSlip = (typed, word) => Math.max(
  ...[typed, ...undone(typed.text).filter((form) => form.length > 2).map(known)].map((each) => plain.likenessAfterSlip(each, word)));
