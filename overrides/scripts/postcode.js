// The first half of a postcode leads to an area. It is looked up in this very page and is never sent anywhere.
(() => {
  const box = document.querySelector("[data-postcode]");
  if (!box) return;
  const input = box.querySelector("input"), answer = box.querySelector("[role=status]");
  const areas = [...document.querySelectorAll("[data-districts]")];
  const look = () => {
    answer.replaceChildren();
    const typed = input.value.trim();
    const code = district(typed);
    if (typed.length < 3 && !code) return;
    const found = code ? areas.filter((area) => area.dataset.districts.split(" ").includes(code)) : [];
    if (!found.length) {
      answer.textContent = code ? box.dataset.unknown : box.dataset.help;
      return;
    }
    for (const area of found) {
      const line = document.createElement("p"), link = document.createElement("a");
      link.href = area.dataset.link;
      link.textContent = area.dataset.name;
      line.append(link);
      answer.append(line);
    }
  };
  box.hidden = false;
  let wait;
  addEventListener("pagehide", () => { input.value = ""; });
  input.addEventListener("input", () => { clearTimeout(wait); wait = setTimeout(look, 400); });
})();
