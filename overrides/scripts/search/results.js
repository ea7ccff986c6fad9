// What answers a query -> a plain list of links, as elements.
const link = (found) => make("a", { href: say.base + addressOf(found), textContent: found.name });
const call = (found) => {
  const text = found.phone[0] === "t";
  const shown = found.phone.replace("t", "");
  const number = (text ? "sms:" : "tel:") + shown.replace(/\D/g, "").replace(/^0/, "+44");
  return reach(text ? say.text : say.call, number, shown, found.state & 1 && say.always);
};
const service = (found) => {
  const around = found.areas.length > 3 && index.areas[found.areas[0]].within;
  const areas = (around === false || around == null ? found.areas : [around]).map((area) => index.areas[area].name);
  const about = [...found.kinds.map((kind) => index.kinds[kind].name), ...areas].join(", ");
  const status = say[found.state & 8 ? "closed" : found.state & 4 ? "paused" : found.old ? "old" : ""];
  return make("li", { className: "card" },
    make("h3", {}, link(found)),
    make("p", { className: "quiet", textContent: about }),
    status && make("p", { className: "status", textContent: status }),
    found.phone && call(found));
};
const page = (found) => make("li", { className: "card page" },
  make("h3", {}, link(found)), make("p", { className: "quiet", textContent: say[found.group] }));

const above = (meant) => meant.length ? [make("div", { className: "meant" },
  make("p", { textContent: say.meant }),
  make("ul", { className: "plain" }, ...meant.map((found) => make("li", {}, link(found)))))] : [];

const counted = (count) => {
  const sort = new Intl.PluralRules(document.documentElement.lang).select(count);
  return (say[sort] || say.other).replace("{}", count);
};

let opening = null;
const open = () => {
  opening = opening || openIndex();
  opening.catch(() => { opening = null; });
  return opening;
};
open().catch(() => {});

// `first`: the pages of the services that stand above the list already, on so many `cards`.
const elementsFor = async (query, signs, first, cards) => {
  await open();
  const { meant, list } = await answersTo(query, signs);
  const rest = list.filter((each) => !first.includes(addressOf(each)));
  const found = cards + rest.length;
  return {
    above: above(meant), cards: rest.map((each) => each.group === "service" ? service(each) : page(each)),
    said: found || meant.length ? counted(found) : "",
  };
};
