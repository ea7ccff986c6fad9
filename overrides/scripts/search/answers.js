// A query -> what answers it, best first: what is meant, then services before pages, then the order of every list here
// (sure before old, help before reporting, reachable before not, near before wide).
const MOST = { services: 10, pages: 4, meant: 2 };
const WORTH = { crimes: 1, kinds: 0.95, audiences: 0.7, areas: 0.75, owner: 0.7, page: 0.8, afterAny: 0.5, wholeName: 0.4, step: 0.9, oneOfStep: 0.55 };
const FIRST = ["service", "crimes", "areas", "audiences", "kinds", "page", "campaign"];
const LATE = 2, FOR_SOME = 16, ADULTS = 32;
// How sure a word is that was put right; nothing else is meant by it.
const SLIP = 0.7;
const A_POSTCODE = /^[a-z]{1,2}[0-9][a-z0-9]?$/;
const ITS_END = /[0-9][a-z]{2}$/;

// "la12 7ab" and "LA127AB" are looked up by their first half.
const withoutPostcodeEnds = (words) => words.map((word, i) => {
  const start = word.replace(ITS_END, "");
  return A_POSTCODE.test(start) || !start && A_POSTCODE.test(words[i - 1]) ? start : word;
}).filter(Boolean);

// What was typed: its words, and for each the words of the index that it may mean. What a sign has taken means no more
// than the sign does: "kill myself" is not murder. The last word then stands for the crimes that signs lead to.
const read = (query, signs) => {
  const taken = new Set(signs.flatMap((sign) => sign.keeps ? [] : sign.found.map((word) => word.text)));
  const texts = withoutPostcodeEnds(typedIn(query)).filter((text) => !taken.has(text));
  const unfinished = /[\p{L}\p{N}'’]$/u.test(query);
  const all = texts.map((text, i) => ({ ...known(text), typing: unfinished && i === texts.length - 1 }));
  const words = meaningful(all);
  const meanings = words.map(meaningsOf);
  // "child line" is one word, "childline".
  all.slice(1).forEach((word, i) => {
    const joined = index.words.get(all[i].text + word.text);
    if (joined) [all[i], word].forEach((half) => meanings[words.indexOf(half)]?.set(joined, 0.9));
  });
  const vague = all.every((word) => index.stop.has(word.text)) || signs.length > 0 && !meanings.some((found) => found.size);
  const crimes = signs.flatMap((sign) => sign.crimes || []);
  const leads = index.crimes.filter((crime) => crimes.includes(crime.address)).map((crime) => crime.order);
  if (vague && !leads.length) leads.push(index.any);
  return { words: [...words, known("")], meanings: [...meanings, new Map()], leads };
};

const meaningsOf = (word) => {
  const found = new Map();
  const real = index.real.has(word.text) || index.real.has(word.stem);
  for (const compare of real ? [likeness] : [likeness, likenessAfterSlip]) {
    for (const other of found.size ? [] : index.words.values()) {
      const sure = index.stop.has(other.text) || other.exact && compare !== likeness ? 0 : compare(word, other, word.typing);
      if (sure) found.set(other, sure);
    }
  }
  // A postcode that no area names leads to the page of areas, which has the word "postcode".
  if (!found.size && A_POSTCODE.test(word.text)) know("postcode").forEach((other) => found.set(other, 1));
  return found;
};

// How well phrases cover each typed word. A phrase counts where most of its meaningful words are there; of a name, any.
const covering = (asked, phrases, names, worth = 1) => {
  const cover = asked.words.map(() => 0);
  for (const phrase of [...phrases, ...names]) {
    const words = meaningful(phrase);
    const hits = words.map((word) => asked.meanings.map((meanings) => meanings.get(word) || 0));
    const share = hits.filter((hit) => hit.some(Boolean)).length / words.length;
    if (share > (names.includes(phrase) ? 0 : 0.5)) {
      hits.forEach((hit) => raise(cover, hit, (0.5 + 0.5 * share) * worth));
    }
  }
  return cover;
};
const raise = (cover, other, worth) => other.forEach((sure, i) => { cover[i] = Math.max(cover[i], sure * worth); });

// What to do first after a crime names it, where two words of a line were typed ("bank card", "washed my clothes"); less
// surely where one was that stands nowhere else ("159", "my clothes").
const inSteps = (asked, lines) => {
  const cover = asked.words.map(() => 0);
  for (const line of lines) {
    const hits = asked.meanings.map((meanings) => Math.max(0, ...line.map((word) => meanings.get(word) || 0)));
    const alone = asked.meanings.some((meanings) => line.some((word) => word.exact && meanings.get(word) > SLIP));
    if (hits.filter(Boolean).length > 1) raise(cover, hits, WORTH.step);
    else if (alone) raise(cover, hits, WORTH.oneOfStep);
  }
  return cover;
};

const coverOf = (asked, service, covers) => {
  const cover = covering(asked, service.phrases, service.names);
  raise(cover, covering(asked, [], [service.owner]), WORTH.owner);
  service.crimes.forEach((crime) => raise(cover, covers.crimes[crime], 1));
  if (service.crimes.includes(index.any) && !(service.state & FOR_SOME)) {
    covers.crimes.forEach((other) => raise(cover, other, WORTH.afterAny));
  }
  service.audiences.forEach((audience) => raise(cover, covers.audiences[audience], 1));
  service.kinds.forEach((kind) => raise(cover, covers.kinds[kind], 1));
  covers.areas.forEach((other, area) => {
    if (service.areas.some((own) => lies(own, area) || lies(area, own))) raise(cover, other, 1);
  });
  return cover;
};
const lies = (inner, outer) => inner === outer || inner != null && lies(index.areas[inner].within, outer);

const saysOne = (asked, names) => names.some((name) =>
  meaningful(name).every((word) => asked.meanings.some((meanings) => meanings.get(word) >= 0.65)));

// Whether a service is wrong here: a sign says so, or it is for another place than the one that was named.
const isWrong = (asked, service, signs, named) => {
  const drops = signs.flatMap((sign) => sign.drops || []);
  const near = (own) => named.some((area) => lies(own, area) || lies(area, own));
  return service.kinds.every((kind) => drops.includes(index.kinds[kind].address)) || drops.includes("adults") && service.state & ADULTS
    || named.length && !service.areas.some(near) && !saysOne(asked, service.names);
};

const answersTo = async (query, urgent = []) => {
  const signs = [...urgent, ...signsIn(query, index.signs)];
  const asked = read(query, signs);
  const covers = {}, found = [], terms = [];
  for (const group of GROUPS) {
    covers[group] = index[group].map((term) => covering(asked, term.phrases, [term.loose], WORTH[group]));
    if (group === "crimes") covers.crimes.forEach((cover, crime) => raise(cover, inSteps(asked, index.steps[crime]), 1));
    if (group === "crimes") asked.leads.forEach((crime) => { covers.crimes[crime][asked.words.length - 1] = 1; });
    index[group].forEach((term, i) => {
      if (covers[group][i].some(Boolean)) terms.push(term);
      found.push({ ...term, cover: covers[group][i] });
    });
  }
  asked.crime = terms.some((term) => term.group === "crimes");
  await complete(asked.meanings.flatMap((meanings) => [...meanings.keys()]),
    asked.crime ? [...terms, index.crimes[index.any]] : terms);
  const named = index.areas.map((area) => area.order)
    .filter((area) => Math.max(...covers.areas[area]) >= SLIP * WORTH.areas);
  for (const service of index.services.values()) {
    if (isWrong(asked, service, signs, named)) continue;
    const isFor = service.audiences.some((audience) => covers.audiences[audience].some(Boolean));
    // A place in a service's own name says more than that it helps there.
    const own = service.names.flat();
    const says = (words) => asked.meanings.some((found) => words.some((word) => found.get(word) > 0.8));
    const isLocal = asked.meanings.some((found, i) => covers.areas.some((cover) => cover[i]) && own.some((word) => found.has(word)));
    found.push({
      ...service, isLocal, said: says(own) ? 0 : says(service.owner) ? 1 : 2, late: service.state & LATE, forOthers: isFor ? 0 : service.state & FOR_SOME,
      isMeant: service.crimes.some((crime) => crime !== index.any && covers.crimes[crime].some((sure) => sure > 0.8)),
      isKind: service.kinds.some((kind) => covers.kinds[kind].some(Boolean)), cover: coverOf(asked, service, covers),
    });
  }
  for (const page of index.pages) {
    const names = page.group === "page" ? [page.loose] : [];
    found.push({ ...page, names, cover: covering(asked, page.phrases, [page.loose], WORTH.page) });
  }
  const { meant, list } = inOrder(asked, found);
  const first = signs.flatMap((sign) => sign.pages || []);
  const all = [...index.pages, ...GROUPS.flatMap((group) => index[group])];
  const pages = all.filter((each) => each.address && first.includes(addressOf(each)));
  const drops = signs.flatMap((sign) => sign.drops || []);
  return {
    meant: pages.length ? meant.filter((each) => each.order !== index.any || each.group !== "crimes") : meant,
    list: [...pages, ...list].filter((each, i) => i < pages.length || !pages.some((page) => page.loose === each.loose)
      && !(each.group === "kinds" && drops.includes(each.address))),
  };
};
const addressOf = (each) => (index.places[each.group] || "") + each.address + (index.places[each.group] ? "/" : "");

// Of services that fit as well as each other, one that is called what was typed comes first, then one of an organisation
// that is; after a crime, the one that the office says to call first.
// A word that few things answer to says more of what is meant than one that many do.
const inOrder = (asked, found) => {
  const weights = asked.words.map((_, i) => {
    const count = found.filter((each) => each.cover[i] > WORTH.afterAny).length;
    return Math.log(1 + found.length / Math.max(count, 3));
  });
  found.forEach((each) => { each.score = each.cover.reduce((sum, sure, i) => sum + sure * weights[i], 0); });
  const top = Math.max(...found.map((each) => each.score));
  found.forEach((each) => {
    each.isNamed = each.score && each.names && saysOne(asked, each.names);
    if (each.isNamed || each.isLocal) each.score += WORTH.wholeName * top;
  });
  const highest = Math.max(...found.map((each) => each.score));
  // Someone who names no crime may mean any: what helps after every one comes before what helps after one.
  const special = (each) => !asked.crime && each.crimes && !each.crimes.includes(index.any) ? 1 : 0;
  const rank = (each) => [
    Math.floor((1 - each.score / highest) / 0.17), FIRST.indexOf(each.group), each.late || 0,
    special(each), each.forOthers || 0, each.said || 0, asked.crime && each.address !== index.first ? 1 : 0, each.order,
  ];
  const kept = found.filter((each) => each.score > highest * 0.3 && each.address !== null)
    .map((each) => ({ ...each, rank: rank(each) }))
    .sort((a, b) => a.rank.map((part, i) => part - b.rank[i]).find(Boolean) || 0);
  lift(asked, kept);
  return laidOut(found, highest, kept);
};

// Where the first service that names a crime can't be reached, or is for others, one that can be stands before it: the
// next that names what happened, else one that helps after any crime. A number that answers now.
const lift = (asked, kept) => {
  const services = kept.filter((each) => each.group === "service");
  const first = services[0];
  if (!asked.crime || !first || first.isNamed || first.isKind || !(first.late || first.forOthers)) return;
  const open = services.filter((each) => !each.late && !each.forOthers);
  const helper = open.find((each) => each.isMeant) || open.find((each) => each.crimes.includes(index.any));
  if (helper) kept.splice(kept.indexOf(first), 0, ...kept.splice(kept.indexOf(helper), 1));
};

// The pages of the crimes and areas that are meant stand in a line above the list; the list is services, then pages.
const laidOut = (found, highest, kept) => {
  const meantOf = (group) => {
    const named = found.filter((each) =>
      each.group === group && each.address !== null && Math.max(...each.cover) > 0.95 * SLIP * WORTH[group]);
    const most = Math.max(...named.map((each) => each.score), highest * (group === "audiences" ? 0.5 : 0.3));
    return named.filter((each) => each.score >= most * 0.75).sort((a, b) => b.score - a.score).slice(0, MOST.meant);
  };
  const named = ["crimes", "areas"].flatMap(meantOf);
  const meant = named.length ? named : meantOf("audiences");
  const left = { ...MOST };
  const list = kept.filter((each) =>
    !meant.some((term) => term.loose === each.loose) && left[each.group === "service" ? "services" : "pages"]-- > 0);
  return { meant, list };
};
