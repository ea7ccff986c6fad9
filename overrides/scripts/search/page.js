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
  Object.assign(index, { address: say.index, stop: new Set(say.stop.split(" ")), real: new Set(say.real.split(" ")) });
  let opening = null, telling = 0, asking = 0, newest = 0, wantsFirst = false;

  const open = () => {
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
    // Where nothing that was found can be called, someone who can is named.
    nothing.hidden = !elements.length || Boolean(results.querySelector('a[href^="tel:"], a[href^="sms:"]'));
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
  const page = (found) => make("li", { className: "card page" },
    make("h3", {}, link(found)), make("p", { className: "quiet", textContent: say[found.group] }));
  const item = (found) => found.group === "service" ? service(found) : page(found);

  const listed = (some) => some.length ? [make("ul", { className: "cards" }, ...some)] : [];
  // Whom signs of danger or need name first: 999, then the lines that are for this. They stand in the page already.
  const carried = document.getElementById("search-signs");
  const signs = carried ? readSigns(carried.dataset.signs) : [];
  const urgentAmong = (found) => found.some((sign) => sign.urgent);
  const firstOf = (found) => {
    const lines = [...(urgentAmong(found) ? ["emergency"] : []), ...found.flatMap((sign) => sign.lines || [])];
    return [...new Set(lines)].map((line) => carried.querySelector(`[data-line="${line}"]`)).filter(Boolean)
      .map((line) => line.cloneNode(true)).map((line) => {
        const written = found.some((sign) => sign.written);
        line.querySelectorAll("[data-written]").forEach((way) => { way.hidden = !written; });
        return line;
      });
  };
  const above = (meant) => {
    const links = meant.map((found) => make("li", {}, link(found)));
    return links.length
      ? [make("div", { className: "meant" }, make("p", { textContent: say.meant }), make("ul", { className: "plain" }, ...links))]
      : [];
  };

  const answer = async () => {
    const query = box.value, mine = ++newest;
    const words = wordsIn(query).join("");
    if (!words && query.trim()) return showNothing(say.nothing);
    if (/^[a-z0-9]?$/.test(words)) {
      show();
      return tell("", 0);
    }
    // What someone in danger needs is there at once, whether or not the index ever comes.
    const found = signsIn(query, signs);
    const first = firstOf(found), urgent = urgentAmong(found) ? `${say.urgent} ` : "";
    if (first.length) {
      show(heading, ...listed(first));
      busy(true);
    }
    tell(urgent || say.loading, urgent ? 0 : CALM, !results.childElementCount);
    try {
      await open();
      const { meant, list } = await answersTo(query, found);
      if (mine !== newest) return;
      const named = first.map((each) => each.dataset.service);
      const rest = list.filter((each) => each.group !== "service" || !named.includes(each.address));
      if (first.length + rest.length + meant.length) {
        show(heading, ...listed(first), ...above(meant), ...listed(rest.map(item)));
        tell(urgent + counted(first.length + rest.length), urgent ? 0 : CALM);
      } else showNothing(say.nothing);
    } catch {
      if (mine !== newest) return;
      if (first.length) {
        show(heading, ...listed(first));
        nothing.hidden = false;
        tell(urgent + say.failed, 0);
      } else showNothing(say.failed);
    }
    if (wantsFirst) goToFirst();
  };
  const goToFirst = () => {
    wantsFirst = false;
    const ways = [".urgent a[href^='tel:']", ".cards a", "a"].map((one) => results.querySelector(one));
    const first = ways.find(Boolean) || nothing.querySelector("a");
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
