// The first half of a postcode leads to each area that it lies in, and to the office there. The whole table is fetched, once,
// when somebody types: what is typed stays on the page and is never sent anywhere.
(() => {
  const box = document.querySelector("[data-table]");
  const input = box.querySelector("input"), answer = box.querySelector("[role=status]");
  const offices = [...document.querySelectorAll("[data-areas]")];
  // "CA1.2 LA8" is CA1, CA2 and LA8.
  const spelled = (short) => short.split(" ").flatMap((group) => {
    const [first, ...others] = group.split(".");
    return [first, ...others.map((other) => first.match(/^[A-Z]+/)[0] + other)];
  });
  let table;
  const areas = () => {
    table = table || fetch(box.dataset.table).then((found) => found.json()).then((found) =>
      Object.entries(found).map(([area, short]) => [area, new Set(spelled(short))]));
    return table;
  };
  const say = (...parts) => {
    const line = document.createElement("p");
    line.append(...parts);
    answer.append(line);
  };
  const look = async () => {
    const typed = input.value.trim(), code = district(typed);
    let every;
    try {
      every = await areas();
    } catch {
      table = undefined;
      every = [];
    }
    if (input.value.trim() !== typed) return;
    answer.replaceChildren();
    if (typed.length < 3 && !code) return;
    const found = code ? every.filter(([, districts]) => districts.has(code)).map(([area]) => area) : [];
    if (!found.length) say(code ? box.dataset.unknown : box.dataset.help);
    const there = found.map((area) => [area, offices.filter((one) => one.dataset.areas.split("|").includes(area))]);
    for (const one of there.flatMap(([, here]) => here)) say(...[...one.childNodes].map((node) => node.cloneNode(true)));
    for (const [area, here] of there) if (!here.length) say(`${area}: ${box.dataset.none}`);
  };
  box.hidden = false;
  let wait;
  addEventListener("pagehide", () => { input.value = ""; answer.replaceChildren(); });
  input.addEventListener("input", () => { clearTimeout(wait); wait = setTimeout(look, 400); });
})();
