// Links that narrow a list work at once, here in the page; without this script each leads to a page of its own.
// What was chosen is kept nowhere but in the page itself.
(() => {
  const nav = document.querySelector("[data-filters]");
  if (!nav) return;
  const links = [...nav.querySelectorAll("a[data-area]")];
  const status = nav.querySelector("[role=status]");
  const form = new Intl.PluralRules(document.documentElement.lang);
  const choose = (chosen) => {
    for (const link of links) {
      if (link === chosen) link.setAttribute("aria-current", "true");
      else link.removeAttribute("aria-current");
    }
    const within = chosen.dataset.area.split(/\s/);
    const isThere = (one) => one.dataset.areas.split(/\s/).some((area) => within.includes(area));
    let count = [...document.querySelectorAll(".talk [data-areas]")].filter(isThere).length;
    for (const section of document.querySelectorAll("[data-group]")) {
      let left = 0;
      for (const card of section.querySelectorAll("[data-areas]")) {
        card.hidden = !isThere(card);
        if (!card.hidden) left += 1;
      }
      section.hidden = left === 0;
      // What was folded opens: whoever narrows a list wants to see all that is left of it.
      if (section.matches("details")) {
        section.open = true;
        section.querySelector("[data-count]").textContent = left;
      }
      count += left;
    }
    status.textContent = (status.dataset[form.select(count)] || status.dataset.other).replace("%s", count);
  };
  nav.addEventListener("click", (event) => {
    const link = event.target.closest("a[data-area]");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    choose(link);
  });
})();
