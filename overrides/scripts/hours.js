// "Open now until 6pm", worked out on the device from the same week that the words of the page are made of.
// data-week: seven days from Monday, then a bank holiday, each with its spans in minutes, "540-1020"; "?": not known.
// Gives back what other scripts ask: whether it is open at this moment by such a week; null where that is not known.
const isOpenNow = (() => {
  const parts = new Intl.DateTimeFormat("en-GB", {
    timeZone: "Europe/London", year: "numeric", month: "2-digit", day: "2-digit",
    hour: "2-digit", minute: "2-digit", hourCycle: "h23",
  });
  const DAY = 86400000, MINUTES = 1440, AHEAD = 8;
  const at = (time) => {
    const now = Object.fromEntries(parts.formatToParts(time).map((part) => [part.type, Number(part.value)]));
    return { day: Date.UTC(now.year, now.month - 1, now.day), minute: now.hour * 60 + now.minute };
  };
  const iso = (day) => new Date(day).toISOString().slice(0, 10);
  const clock = (minute, words) => {
    const time = minute % MINUTES;
    if (time === 0) return words.midnight;
    if (time === 720) return words.noon;
    const hour = Math.floor(time / 60), rest = time % 60;
    return `${((hour + 11) % 12) + 1}${rest ? ":" + String(rest).padStart(2, "0") : ""}${hour < 12 ? words.am : words.pm}`;
  };
  const says = (week, words, now) => {
    const whole = [], unknown = [];
    const weekday = (ahead) => (new Date(now.day + ahead * DAY).getUTCDay() + 6) % 7;
    for (let ahead = -1; ahead <= AHEAD; ahead += 1) {
      const given = week[BANK_HOLIDAYS.includes(iso(now.day + ahead * DAY)) ? 7 : weekday(ahead)];
      if (given === "?") unknown.push(ahead * MINUTES);
      else if (given) for (const span of given.split(",")) {
        const [from, to] = span.split("-").map((minute) => Number(minute) + ahead * MINUTES);
        const last = whole[whole.length - 1];
        if (last && from <= last[1]) last[1] = Math.max(last[1], to);
        else whole.push([from, to]);
      }
    }
    const said = (text, minute, ahead) =>
      text.replace("%s", clock(minute, words)).replace("%d", words.days.split("|")[weekday(ahead)]);
    const open = whole.find(([from, to]) => from <= now.minute && now.minute < to);
    if (open) {
      const until = open[1], far = until - now.minute > MINUTES;
      if (until >= AHEAD * MINUTES) return [true, words.now];
      return [true, said(far ? words.long : words.open, until, Math.floor((until - 1) / MINUTES))];
    }
    if (unknown.some((from) => from <= now.minute && now.minute < from + MINUTES)) return null;
    const next = whole.map(([from]) => from).find((from) => from > now.minute);
    if (next === undefined || next >= AHEAD * MINUTES || unknown.some((from) => now.minute < from && from <= next)) {
      return [false, words.closed];
    }
    const ahead = Math.floor(next / MINUTES);
    return [false, said(ahead === 0 ? words.today : ahead === 1 ? words.tomorrow : words.later, next, ahead)];
  };
  const known = BANK_HOLIDAYS[BANK_HOLIDAYS.length - 1];
  const read = (week, words, now) => iso(now.day) > known ? null : says(week.split("|"), words, now);
  const show = () => {
    const now = at(new Date());
    for (const place of document.querySelectorAll("[data-week]")) {
      const told = read(place.dataset.week, place.closest("[data-open]").dataset, now);
      place.hidden = !told;
      if (!told) continue;
      place.textContent = told[1];
      place.classList.toggle("open", told[0]);
    }
  };
  show();
  for (const again of ["visibilitychange", "pageshow"]) addEventListener(again, show);
  const NO_WORDS = { open: "", long: "", now: "", today: "", tomorrow: "", later: "", closed: "", days: "" };
  return (week) => (read(week, NO_WORDS, at(new Date())) || [null])[0];
})();
