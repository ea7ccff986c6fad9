// What is typed -> the signs of danger or need in it, by the words of one small file, before the index comes.
const NEAR = 3;

// "^~slip =this+$group-not", where ^ is that nothing else was typed -> what each part takes, and what must stand nowhere.
const fill = (part, groups) => part.replace(/\$(\w+)/g, (_, name) => fill(groups[name], groups));
const partsOf = (pattern, groups) => pattern.replace("^", "").split("-").map((side) => side.split("+").map((part) =>
  fill(part, groups).split(" ").map((text) => ({ how: /^[=~]?/.exec(text)[0], ...known(text.replace(/^[=~]/, "")) }))));

const fits = (typed, part) => part.some((word) => typed.forms.some((form) => form.text === word.text || word.how !== "=" && sameRoot(form, word))
  || word.how === "~" && typed.text.length > 5 && typed.text[0] === word.text[0] && oneSlip(typed.text, word.text));

// The typed words that fit a pattern, if all its parts stand near one another and nothing that it excludes is there.
const fitting = (typed, [alone, needed, never]) => {
  if (alone && !typed.every((word) => needed.some((part) => fits(word, part)))) return [];
  if (never && typed.some((word) => fits(word, never[0]))) return [];
  const reach = needed.length > 1 ? needed.length + NEAR : 1;
  for (let start = 0; start < typed.length; start++) {
    const near = typed.slice(start, start + reach);
    if (needed.every((part) => near.some((word) => fits(word, part)))) {
      return near.filter((word) => needed.some((part) => fits(word, part)));
    }
  }
  return [];
};

const readDanger = ({ groups, signs, lines }) => ({
  lines, signs: signs.map((sign) => ({ ...sign, patterns: sign.words.split("|").map((each) => [each[0] === "^", ...partsOf(each, groups)]) })),
});

const signsIn = (query, signs) => {
  // "hittin" is "hitting".
  const typed = typedIn(query).map((text) => ({ text, forms: [known(text), known(text + "g")] }));
  return signs.map((sign) => ({ ...sign, found: sign.patterns.flatMap((pattern) => fitting(typed, pattern)) }))
    .filter((sign) => sign.found.length);
};
