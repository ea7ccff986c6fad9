// The search page: a box, a line that says how many, and a plain list of links. Nothing typed leaves this page.
const CALM = 700, QUICK = 120;

const make = (tag, given = {}, ...inside) => {
  const element = Object.assign(document.createElement(tag), given);
  element.append(...inside.filter((each) => each !== null));
  return element;
};

const searchPage = (mount) => {
  const say = mount.dataset;
  const box = make("input", { type: "search", id: "search-words", autocomplete: "off", spellcheck: false, maxLength: 100 });
  const more = { autocapitalize: "off", enterkeyhint: "search", "aria-describedby": "search-note" };
  Object.entries(more).forEach(([name, value]) => box.setAttribute(name, value));
  const count = make("p", { className: "count" });
  count.setAttribute("aria-hidden", "true");
  const status = make("p", { className: "hidden" });
  status.setAttribute("role", "status");
  status.setAttribute("aria-live", "polite");
  const results = make("div", { id: "search-results" });
  const nothing = document.getElementById("search-nothing");
  const heading = make("h2", { className: "hidden", textContent: say.results });
  let opening = null, telling = 0, asking = 0, newest = 0, wantsFirst = false;

  const open = () => {
    index.address = say.index;
    opening = opening || openIndex();
    opening.catch(() => { opening = null; });
    return opening;
  };
  // Seen at once; told to those who listen when they pause.
  const tell = (text, after = CALM, seen = true) => {
    if (seen) count.textContent = text;
    clearTimeout(telling);
    telling = setTimeout(() => { if (status.textContent !== text) status.textContent = text; }, after);
  };
  const counted = (count) => {
    const sort = new Intl.PluralRules(document.documentElement.lang).select(count);
    return (say[sort] || say.other).replace("{}", count);
  };
  const busy = (yes) => results.setAttribute("aria-busy", String(yes));
  const show = (...elements) => {
    busy(false);
    results.replaceChildren(...elements);
    nothing.hidden = true;
  };
  const showNothing = (why) => {
    show();
    nothing.hidden = false;
    tell(why, 0);
  };

  const link = (found) => {
    const place = index.places[found.group] || "";
    const tail = place && found.address ? "/" : "";
    const href = found.address[0] === "#" ? found.address : say.base + place + found.address + tail;
    return make("a", { href, textContent: found.name });
  };
  const call = (found) => {
    const text = found.phone[0] === "t";
    const shown = found.phone.replace("t", "");
    const digits = shown.replace(/\D/g, "");
    const number = (text ? "sms:" : "tel:") + digits.replace(/^0/, "+44");
    const way = make("span", { className: "quiet", textContent: text ? say.text : say.call });
    const when = found.state & 1 ? make("span", { className: "when", textContent: say.always }) : null;
    return make("p", { className: "reach" }, way, " ", make("a", { href: number }, make("bdi", { dir: "ltr", textContent: shown })), when && " ", when);
  };
  const service = (found) => {
    const areas = found.areas.map((area) => index.areas[area].name);
    const about = [index.kinds[found.kind].name, ...areas].join(", ");
    const status = found.state & 8 ? say.closed : found.state & 4 ? say.paused : found.old ? say.old : null;
    return make("li", { className: "card" },
      make("h3", {}, link(found)),
      make("p", { className: "quiet", textContent: about }),
      status && make("p", { className: "status", textContent: status }),
      found.phone ? call(found) : null);
  };
  const danger = (found) => make("li", { className: "card urgent" },
    make("h3", {}, link(found)), found.number ? call({ phone: found.number, state: 0 }) : null);
  const page = (found) => make("li", { className: "card page" },
    make("h3", {}, link(found)), make("p", { className: "quiet", textContent: say[found.group] }));
  const item = (found) => ({ service, danger }[found.group] || page)(found);

  const cards = (some) =>
    some.length ? [make("ul", { className: "cards" }, ...some.map((found) => item(found)))] : [];
  const above = (meant) => {
    const links = meant.map((found) => make("li", {}, link(found)));
    return links.length
      ? [make("div", { className: "meant" }, make("p", { textContent: say.meant }), make("ul", { className: "plain" }, ...links))]
      : [];
  };

  const answer = async () => {
    const query = box.value, mine = ++newest;
    if (wordsIn(query).join("").length < 2) {
      show();
      tell("", 0);
      return;
    }
    tell(say.loading, CALM, !results.childElementCount);
    try {
      await open();
      const { meant, list } = await answersTo(query);
      if (mine !== newest) return;
      const now = list.filter((found) => found.group === "danger");
      const rest = list.filter((found) => found.group !== "danger");
      if (list.length + meant.length) {
        show(heading, ...cards(now), ...(now.length ? [] : above(meant)), ...cards(rest));
        tell(counted(list.length));
      } else showNothing(say.nothing);
      if (wantsFirst) goToFirst();
    } catch {
      if (mine !== newest) return;
      showNothing(say.failed);
    }
  };
  const goToFirst = () => {
    wantsFirst = false;
    const first = results.querySelector(".cards a") || results.querySelector("a") || nothing.querySelector("a");
    if (first) first.focus();
  };

  box.addEventListener("focus", () => { open().catch(() => {}); }, { once: true });
  box.addEventListener("input", () => {
    clearTimeout(asking);
    wantsFirst = false;
    busy(true);
    asking = setTimeout(answer, QUICK);
  });
  box.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || event.isComposing || !box.value.trim()) return;
    event.preventDefault();
    clearTimeout(asking);
    wantsFirst = true;
    answer();
  });
  // Back may lead here again, in someone else's hand: the results still stand then, the words do not.
  addEventListener("pagehide", () => { box.value = ""; });
  const label = make("label", { htmlFor: box.id, textContent: say.label });
  const note = make("p", { id: "search-note", className: "quiet", textContent: say.note });
  mount.replaceChildren(label, box, note, count, status, results);
};

const mount = document.getElementById("search");
if (mount) searchPage(mount);
