// The index: fetched when someone first searches, kept in memory only. Small directories come whole; in large ones
// the services lie in parts by the first letters of their words, and a query fetches only the parts that it needs.
const DIGITS = "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";
const GROUPS = ["crimes", "audiences", "kinds", "areas"];
const index = { words: new Map(), services: new Map(), parts: new Map() };

const fetchPart = async (name) => {
  const answer = await fetch(`${say.index + name}.json`);
  if (!answer.ok) throw new Error(answer.status);
  return answer.json();
};

// The words of a text, each known once.
const know = (text) => wordsIn(text).map((word) => {
  if (!index.words.has(word)) index.words.set(word, known(word));
  return index.words.get(word);
});

const phrasesIn = (text) => text.split("|").filter(Boolean).map(know);

const meaningful = (words) => {
  const kept = words.filter((word) => !index.stop.has(word.text));
  return kept.length ? kept : words;
};

// The words and phrases of everything but services, and the services too where the directory is small.
const openIndex = async () => {
  const [core, { stop, real, steps, signs }] = await Promise.all([fetchPart(""), ownWords()]);
  for (const name of ["any", "first", "places", "starts"]) index[name] = core[name];
  index.signs = readDanger({ groups: {}, signs }).signs;
  index.stop = new Set(stop.split(" "));
  // Sorted words, each as how many of its first letters the one before it has, and its others.
  let before = "";
  index.real = new Set((real.match(/\d\D*/g) || []).map((word) => (before = before.slice(0, word[0]) + word.slice(1))));
  for (const group of GROUPS) {
    index[group] = core[group].map(([address, name, phrases, within], order) =>
      ({ group, address, name, within, order, loose: know(name), phrases: phrasesIn(phrases) }));
  }
  index.pages = core.pages.map(([group, address, name, phrases, number], order) =>
    ({ group, address, name, number, order, loose: know(name), phrases: phrasesIn(phrases) }));
  if (core.services) addServices(core.services);
  else index.lexicon = core.words.split(" ").map((word) => know(word)[0]);
  // Last, as a word that stands in these alone is known as it is, and no slip is put right to it.
  const others = new Set(index.words.keys());
  index.steps = steps.map(phrasesIn);
  for (const [text, word] of index.words) word.exact = !others.has(text);
};

const addServices = (table) => {
  const weeks = Math.floor((Date.now() - Date.parse(table.day)) / 6048e5);
  const numbers = (letters) => [...letters].map((letter) => DIGITS.indexOf(letter));
  const column = (name, between) => table[name].split(between);
  const kinds = numbers(table.kind), states = numbers(table.state), olds = numbers(table.old), ids = column("id", "¦");
  const crimes = column("crimes", ","), audiences = column("audiences", ","), areas = column("areas", ";");
  const phones = column("phone", "¦"), also = column("also", "¦");
  const elsewhere = table.other ? column("other", "¦") : [];
  const more = table.kinds ? column("kinds", ",").map(numbers) : [];
  column("name", "¦").forEach((name, row) => {
    const address = ids[row] || wordsIn(name).join("-");
    const others = `${also[row]}|${elsewhere[row] || ""}`.split("|").filter(Boolean);
    const old = olds[row] >= 0 && olds[row] <= weeks;
    index.services.set(address, {
      group: "service", name, address, old, order: (table.order ? table.order[row] : row) + (old ? 1e6 : 0),
      names: [name, ...others.filter((each) => !"~^".includes(each[0]))].map(know),
      owner: others.filter((each) => each[0] === "^").flatMap(know),
      phrases: others.filter((each) => each[0] === "~").map(know),
      kinds: [kinds[row], ...more[row] || []], state: states[row], phone: phones[row],
      crimes: numbers(crimes[row]), audiences: numbers(audiences[row]), areas: areas[row].split(",").map(Number),
    });
  });
};

// Fetch what a query needs and does not have yet. Small directories need nothing.
const complete = (words, terms) => {
  if (!index.lexicon) return null;
  const names = terms.map((term) => `-${term.group}-${term.order}`);
  words.map((word) => index.lexicon.indexOf(word)).filter((place) => place >= 0).forEach((place) => {
    names.push(`-${index.starts.filter((start) => start <= place).length - 1}`);
  });
  return Promise.all([...new Set(names)].map((name) => {
    if (!index.parts.has(name)) {
      const coming = fetchPart(name).then(addServices);
      coming.catch(() => index.parts.delete(name));
      index.parts.set(name, coming);
    }
    return index.parts.get(name);
  }));
};
