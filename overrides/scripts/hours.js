// "Open now until 6pm", worked out on the device from the same hours that the page shows, bank holidays included.
// data-week: seven days from Monday, then the same seven as bank holidays if those differ; spans in minutes, "540-1020".
(() => {
  const parts = new Intl.DateTimeFormat("en-GB", {
    timeZone: "Europe/London", weekday: "short", year: "numeric", month: "2-digit", day: "2-digit",
    hour: "2-digit", minute: "2-digit", hourCycle: "h23",
  });
  const week = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];
  const at = (time) => {
    const now = Object.fromEntries(parts.formatToParts(time).map((part) => [part.type, part.value]));
    return {
      day: week.indexOf(now.weekday),
      date: `${now.year}-${now.month}-${now.day}`,
      minute: Number(now.hour) * 60 + Number(now.minute),
    };
  };
  const spansOn = (days, when) => {
    const named = days[days.length > 7 && BANK_HOLIDAYS.includes(when.date) ? when.day + 7 : when.day];
    return named ? named.split(",").map((span) => span.split("-").map(Number)) : [];
  };
  const clock = (minute, words) => {
    const time = ((minute % 1440) + 1440) % 1440;
    if (time === 0) return words.midnight;
    if (time === 720) return words.noon;
    const hour = Math.floor(time / 60), rest = time % 60;
    return `${((hour + 11) % 12) + 1}${rest ? ":" + String(rest).padStart(2, "0") : ""}${hour < 12 ? words.am : words.pm}`;
  };
  const DAY = 86400000;
  const says = (days, words, now) => {
    const today = at(now), before = at(new Date(now.getTime() - DAY));
    const spans = [
      ...spansOn(days, before).map(([from, to]) => [from - 1440, to - 1440]),
      ...spansOn(days, today),
    ];
    const open = spans.find(([from, to]) => from <= today.minute && today.minute < to);
    if (open) return [true, words.open.replace("%s", clock(open[1], words))];
    for (let ahead = 0; ahead < 8; ahead += 1) {
      const then = at(new Date(now.getTime() + ahead * DAY));
      const next = spansOn(days, then).map(([from]) => from).filter((from) => ahead || from > today.minute).sort((a, b) => a - b)[0];
      if (next === undefined) continue;
      const time = clock(next, words);
      const text = ahead === 0 ? words.today : ahead === 1 ? words.tomorrow : words.later;
      return [false, text.replace("%s", time).replace("%d", words.days.split("|")[then.day])];
    }
    return [false, words.closed];
  };
  const known = BANK_HOLIDAYS[BANK_HOLIDAYS.length - 1];
  const show = () => {
    const now = new Date();
    for (const place of document.querySelectorAll("[data-week]")) {
      if (at(now).date > known) continue;
      const [open, text] = says(place.dataset.week.split("|"), place.closest("[data-open]").dataset, now);
      place.textContent = text;
      place.hidden = false;
      place.classList.toggle("open", open);
    }
  };
  show();
  for (const again of ["visibilitychange", "pageshow"]) addEventListener(again, show);
})();
