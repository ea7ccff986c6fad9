// Links and buttons that narrow a list work at once, here in the page; without this script a link leads to a
// page of its own, and there is nothing else. What was chosen is kept nowhere but in the page itself.
(() => {
  const nav = document.querySelector("[data-filters]"), narrow = document.querySelector("[data-narrow]");
  if (!nav && !narrow) return;
  const form = new Intl.PluralRules(document.documentElement.lang);
  const sections = [...document.querySelectorAll("[data-group]")];
  const cards = sections.flatMap((section) => [...section.querySelectorAll("[data-areas]")]);
  const buttons = narrow ? [...narrow.querySelectorAll("button")] : [];
  const words = (text) => (text || "").split(/\s/);
  let within = null;
  const isThere = (one) => !within || words(one.dataset.areas).some((area) => within.includes(area));
  const isOpen = (card) => {
    const times = card.querySelector("[data-times]");
    return Boolean(times && isOpenNow(times.dataset.times));
  };
  const answers = (card, word) => word === "open" ? isOpen(card) : words(card.dataset.fits).includes(word);
  const isPressed = (button) => button.getAttribute("aria-pressed") === "true";
  const tell = (place, count) => {
    const status = place.querySelector("[role=status]");
    status.textContent = (status.dataset[form.select(count)] || status.dataset.other).replace("%s", count);
  };
  const show = (place) => {
    const wanted = buttons.filter(isPressed).map((button) => button.dataset.fit);
    let count = wanted.length ? 0 : [...document.querySelectorAll(".talk [data-areas]")].filter(isThere).length;
    for (const section of sections) {
      let left = 0;
      for (const card of section.querySelectorAll("[data-areas]")) {
        card.hidden = !isThere(card) || !wanted.every((word) => answers(card, word));
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
    // A button that would leave nothing, or that changes nothing any more, can't be pressed.
    const left = cards.filter((card) => !card.hidden);
    for (const button of buttons) {
      button.disabled = !isPressed(button) && !left.some((card) => answers(card, button.dataset.fit));
    }
    tell(place, count);
  };
  if (nav) nav.addEventListener("click", (event) => {
    const link = event.target.closest("a[data-area]");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    for (const other of nav.querySelectorAll("a[data-area]")) other.removeAttribute("aria-current");
    link.setAttribute("aria-current", "true");
    within = words(link.dataset.area);
    show(nav);
  });
  if (!narrow) return;
  for (const button of buttons) {
    const many = cards.filter((card) => answers(card, button.dataset.fit)).length;
    button.parentNode.hidden = !many || many === cards.length;
    button.addEventListener("click", () => {
      button.setAttribute("aria-pressed", String(!isPressed(button)));
      show(narrow);
    });
  }
  narrow.hidden = buttons.every((button) => button.parentNode.hidden);
})();
