// The search page: a box, a line that says how many, and a plain list of links. Nothing typed leaves this page.
const CALM = 700, QUICK = 120;

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
  const talk = document.getElementById("search-talk");
  const heading = make("h2", { className: "hidden", textContent: say.results });
  let telling = 0, asking = 0, newest = 0, wantsFirst = false;

  // What is fetched once and kept in memory only. What failed is asked for again.
  const once = (fetching) => {
    let coming = null;
    return () => {
      coming = coming || fetching();
      coming.catch(() => { coming = null; });
      return coming;
    };
  };
  const read = async (address) => {
    const answer = await fetch(address);
    if (!answer.ok) throw new Error(answer.status);
    return answer.json();
  };
  const danger = once(async () => readDanger(await read(say.danger)));
  const ownWords = once(() => read(`${say.index}-words.json`));
  // Some browsers keep a script that failed to come, by its address: the next try has another.
  let tries = 0;
  const answers = once(async () => {
    const address = tries ? `${say.answers}?${tries}` : say.answers;
    tries++;
    return (await import(address)).default({ make, reach, wordsIn, typedIn, hasDigit, oneSlip, sameRoot, known, readDanger, signsIn }, say, ownWords);
  });

  // Seen at once; told to those who listen when they pause.
  const tell = (text, after = CALM, seen = true) => {
    if (seen) count.textContent = text;
    clearTimeout(telling);
    telling = setTimeout(() => { if (status.textContent !== text) status.textContent = text; }, after);
  };
  const busy = (yes) => results.setAttribute("aria-busy", String(yes));
  const show = (...elements) => {
    busy(false);
    results.replaceChildren(...elements);
    // Where nothing that was found can be called, someone who can is named.
    talk.hidden = !elements.length || Boolean(results.querySelector('a[href^="tel:"], a[href^="sms:"]'));
  };
  const showNothing = (why) => {
    show();
    talk.hidden = false;
    tell(why, 0);
  };
  const listed = (some) => some.length ? [make("ul", { className: "cards" }, ...some)] : [];

  const answer = async () => {
    const query = box.value, mine = ++newest;
    const words = wordsIn(query).join("");
    if (!words && query.trim()) return showNothing(say.nothing);
    if (/^[a-z0-9]?$/.test(words)) {
      show();
      return tell("", 0);
    }
    tell(say.loading, CALM, !results.childElementCount);
    let first = [], urgent = "";
    try {
      // What someone in danger needs stands there before the index is asked for, whether or not that ever comes.
      const { signs, lines } = await danger();
      if (mine !== newest) return;
      const found = signsIn(query, signs);
      const named = [...new Set(found.flatMap((sign) => sign.lines || []))].flatMap((name) => lines[name] || []);
      const isUrgent = found.some((sign) => sign.urgent);
      if (isUrgent) urgent = `${say.urgent} `;
      first = [
        ...(isUrgent ? emergencyCard(found.some((sign) => sign.written), say.ways) : []),
        ...named.map((line) => lineCard(line, say.base)),
      ];
      if (first.length) {
        show(heading, ...listed(first));
        busy(true);
      }
      if (urgent) tell(urgent, 0);
      const { above, cards, said } = await (await answers())(query, found, named.map((line) => line.page), first.length);
      if (mine !== newest) return;
      if (said) {
        show(heading, ...listed(first), ...above, ...listed(cards));
        tell(urgent + said, urgent ? 0 : CALM);
      } else showNothing(say.nothing);
    } catch {
      if (mine !== newest) return;
      show(...(first.length ? [heading] : []), ...listed(first));
      talk.hidden = false;
      tell(urgent + say.failed, 0);
    }
    if (wantsFirst) goToFirst();
  };
  const goToFirst = () => {
    wantsFirst = false;
    const ways = [".urgent a[href^='tel:']", ".cards a", "a"].map((one) => results.querySelector(one));
    const first = ways.find(Boolean) || talk.querySelector("a");
    if (first) first.focus();
  };

  // The words of danger come as soon as the page stands; what finds comes when someone comes to the box.
  const early = (fetching) => () => { fetching().catch(() => {}); };
  const atOnce = early(() => Promise.all([danger(), ownWords()]));
  if (document.readyState === "complete") atOnce();
  addEventListener("load", atOnce, { once: true });
  box.addEventListener("focus", atOnce);
  box.addEventListener("focus", early(answers));
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
