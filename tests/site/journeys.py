"""Ways that people come to the right help -> what each costs: taps, screens, words, and the seconds that follow.

The rule. Viewport 390 x 664. A tap is every press on the way, the last one too. Screens: for each page, how far below
the first screen what is used ends, added up. Words: what must be read: the heading, the lead, headings, names of links
and choices above what is used; of the card or line that is used at the end, all. What stands around every page is read
once: the line for danger, on the first page. A number is one word. Seconds are reckoned: 2 a screen, 1.5 a tap, 250
words a minute. A figure here is a machine's: nobody in these situations was asked.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from playwright.sync_api import Page

PHONE = (390, 664)


@dataclass(frozen=True, slots=True)
class Journey:
    """One way: what is pressed on each page, as selectors, and what it may cost."""

    name: str
    presses: Sequence[str]
    taps: int
    screens: float
    words: int
    """At most so many, which the test holds."""
    aim: int = 0
    """How few words there should be, where there are more yet: what stands above it in a list is read on the way."""


@dataclass(frozen=True, slots=True)
class Cost:
    """What a way costs, by the rule."""

    taps: int
    screens: float
    words: int
    end: str
    """Where the last press leads."""

    @property
    def seconds(self) -> float:
        """How long that takes, reckoned."""
        return 2 * self.screens + 1.5 * self.taps + self.words / 250 * 60


def choice(address: str) -> str:
    """The first link in a page to an address of the site."""
    return f"main a[href='/{address}']"


WHAT = choice("what-happened/")
WITHOUT_SPEAKING = choice("help-without-speaking/")
CALL_VICTIM_SUPPORT = ".talk a[href='tel:+448081689111']"

PICTURES = "what-happened/image-abuse/"

JOURNEYS = (
    Journey("a1: she has seconds: a number", [CALL_VICTIM_SUPPORT], 1, 0, 40),
    Journey(
        "a2: the women's line, by what happened",
        [WHAT, choice("what-happened/domestic-abuse/"), "main a[href='tel:+448082000247']"],
        *(3, 0.5, 80, 70),
    ),
    Journey("a3: in silence", [WITHOUT_SPEAKING, ".cards a[href='https://www.victimsupport.org.uk']"], 2, 0.2, 71, 70),
    Journey(
        "b: a man, raped three days ago",
        [WHAT, choice("what-happened/sexual-violence/"), "main a[href='tel:+448085002222']"],
        *(3, 0.5, 80),
    ),
    Journey(
        "c: fifteen, pictures shared",
        [WHAT, *map(choice, (PICTURES, f"{PICTURES}under-18/")), "main a[href*='ceopeducation']"],
        *(4, 1, 140, 80),
    ),
    Journey(
        "d: a romance that was none",
        [WHAT, choice("what-happened/fraud-cyber/"), "main a[href='tel:159']"],
        *(3, 0.5, 78, 70),
    ),
    Journey("e1: deaf, in danger", [".in-danger a[href='#danger']", "#danger ~ ul a[href*='999bsl']"], 2, 0, 37, 30),
    Journey("e2: somebody to write to", [WITHOUT_SPEAKING, "main a[href='mailto:help@galop.org.uk']"], 2, 0.5, 74, 70),
    Journey(
        "f: her son was murdered",
        [WHAT, choice("what-happened/homicide/"), CALL_VICTIM_SUPPORT],
        *(3, 1, 90),
    ),
    Journey(
        "g: Polish, little English",
        [".leave-note a[lang='pl']", "#pl ~ .reach a[href='tel:+448081689111']"],
        *(2, 0, 60),
    ),
    Journey(
        "h: a doctor who refers",
        [".to-menu a", ".head nav a[href='/professionals/']", choice("professionals/sarc/#to-bridgeway-sarc")],
        *(3, 2.2, 95, 90),
    ),
    Journey("i: the data", [".foot a[href='/data/']", "main a[href$='services.csv']"], 2, 3.1, 115, 80),
)

MEASURED = """([selector, first, last]) => {
  const used = [...document.querySelectorAll(selector)].find((one) => one.checkVisibility());
  if (!used) return null;
  const line = () => {
    const talk = used.closest('.talk');
    if (!talk) return [used.closest('.card, .steps > li, .choices > li, .danger li, .contact') || used];
    const parts = [...talk.querySelectorAll('p')], found = [];
    for (const part of parts) {
      if (part.dataset.areas !== undefined) { if (found.some((one) => one.contains(used))) break; found.length = 0; }
      if (part.checkVisibility()) found.push(part);
    }
    return found;
  };
  const whole = last ? line() : [used];
  const count = (element) => {
    const copy = element.cloneNode(true);
    for (const number of copy.querySelectorAll("a[href^='tel'], a[href^='sms']")) number.textContent = 'number';
    if (copy.matches("a[href^='tel'], a[href^='sms']")) copy.textContent = 'number';
    for (const gone of copy.querySelectorAll('[hidden]')) gone.remove();
    return copy.textContent.split(/\\s+/).filter(Boolean).length;
  };
  const around = first ? [...document.querySelectorAll('.in-danger')] : [];
  const read = 'h1, .lead, h2:not(.hidden), h3, a, summary';
  const above = [...document.querySelectorAll(`main ${read.replaceAll(', ', ', main ')}, .danger h2, .danger a`)]
    .filter((one) => one.checkVisibility() && !one.parentElement.closest(read))
    .filter((one) => !whole.some((part) => part.contains(one)) && one.getBoundingClientRect().bottom > 0)
    .filter((one) => one.compareDocumentPosition(used) & Node.DOCUMENT_POSITION_FOLLOWING);
  return {
    words: [...around, ...above, ...whole].reduce((sum, one) => sum + count(one), 0),
    screens: Math.max(0, (used.getBoundingClientRect().bottom - innerHeight) / innerHeight),
    end: used.getAttribute('href'),
  }; }"""


def walked(page: Page, root: str, journey: Journey, start: str = "") -> Cost:
    """One way, walked in a browser from a page of the site, without the last press, which may lead to another site."""
    page.goto(root + start)
    screens, words, end = 0.0, 0, ""
    for number, press in enumerate(journey.presses):
        last = number == len(journey.presses) - 1
        found: dict[str, Any] | None = page.evaluate(MEASURED, [press, number == 0, last])
        assert found, f"{journey.name}: nothing to press on {page.url}: {press}"
        screens, words, end = screens + found["screens"], words + found["words"], found["end"]
        if not last:
            page.locator(press).locator("visible=true").first.click()
            page.wait_for_load_state("load")
    return Cost(len(journey.presses), round(screens, 2), words, end)
