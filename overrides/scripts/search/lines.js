// A sign of danger or need -> the cards of those to call first: the emergency lines of this page, then lines for this.
const make = (tag, given = {}, ...inside) => {
  const element = Object.assign(document.createElement(tag), given);
  element.append(...inside.filter(Boolean));
  return element;
};

// A number or an address, as every list shows it: large, and easy to hit with a shaking thumb.
const reach = (way, href, shown, when) => {
  const link = make("a", { href }, make("bdi", { dir: href.startsWith("http") ? "auto" : "ltr", textContent: shown }));
  if (href.startsWith("http")) link.rel = "noreferrer noopener";
  return make("p", { className: "reach" }, way && make("span", { className: "quiet", textContent: way }), " ", link,
    when && " ", when && make("span", { className: "when", textContent: when }));
};

// What stands at the end of every page, in brief; in full for someone who cannot speak.
const emergencyCard = (written, ways) => {
  const heading = document.getElementById("danger");
  const link = (text) => make("a", { href: "#danger", textContent: text });
  const all = heading ? [...heading.parentNode.querySelectorAll("li")] : [];
  const told = all.slice(0, written ? all.length : 2).map((line, i) =>
    make("p", { className: i ? "" : "reach" }, ...line.cloneNode(true).childNodes));
  return all.length ? [make("li", { className: "card urgent" },
    make("h3", {}, link(heading.textContent)), ...told, make("p", {}, link(ways)))] : [];
};

const lineCard = (line, base) => make("li", { className: "card" },
  make("h3", {}, line.page ? make("a", { href: base + line.page, textContent: line.name }) : line.name),
  ...[line.summary, line.who].filter(Boolean).map((text) => make("p", { className: "quiet", textContent: text })),
  Date.parse(line.from) <= Date.now() && make("p", { className: "status", textContent: line.status }),
  reach(line.way, line.link, line.shown, line.when),
  line.note && make("p", { className: "quiet", textContent: line.note }));
