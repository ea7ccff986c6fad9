"""Plain values and answers -> YAML text in the way of the house, a whole new record included."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from typing import Any

HARMLESS = r"[^\x00-\x1f\x7f-\xa0\u2028\u2029\ufeff\ud800-\udfff\ufffe\uffff#:,\[\]{}]|(?<=\S)#"


PLAIN = re.compile(rf"[A-Za-z0-9À-ɏ+£(/](?:(?!\?){HARMLESS}|:(?=[^\s,\[\]{{}}]))*")
"""What may stand without quotation marks anywhere, also between brackets, where PyYAML's own Python reads no ?."""


PLAIN_ON_ITS_LINE = re.compile(rf"[A-Za-z0-9À-ɏ+£(/](?:{HARMLESS}|[,\[\]{{}}]|:(?=\S))*")
"""What may stand without them behind a field's name on a line of its own."""


TAKEN_FOR_SOMETHING_ELSE = re.compile(
    r"(?i:[-+]?[0-9][0-9_.,:]*(?:e[-+]?[0-9]+)?|0[xob][0-9a-f_]+|[-+]?\.(?:inf|nan|[0-9]+)|true|false|null|~)"
)
"""What other programs would read as a number, a truth or nothing."""


HIDDEN = re.compile("[\x7f-\xa0\u2028\u2029\ufeff\ud800-\udfff\ufffe\uffff]")


WIDE = 120
"""No line that we write is longer, where the words allow it."""


def words(text: str, *, on_its_line: bool = False) -> str:
    """One text on one line: Victim Support; "0300"; "Help: all day". On a line of its own it may hold commas."""
    plain = PLAIN_ON_ITS_LINE if on_its_line else PLAIN
    if plain.fullmatch(text) and text == text.strip() and not TAKEN_FOR_SOMETHING_ELSE.fullmatch(text):
        return text
    quoted = json.dumps(text, ensure_ascii=False)
    return HIDDEN.sub(lambda hit: f"\\u{ord(hit.group()):04X}", quoted)


def flow(value: Any) -> str:
    """Any value on one line: {on: 2026-11-20, by: Us, how: phoned}; [any-crime, asb]."""
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{words(str(name))}: {flow(inner)}" for name, inner in value.items()) + "}"
    if isinstance(value, Sequence) and not isinstance(value, str):
        return "[" + ", ".join(map(flow, value)) + "]"
    return words(str(value))


def fields(record: Mapping[str, Any]) -> list[str]:
    """A record's lines, one or more for each field: small values on one line, a list of records with hyphens."""
    return [line for name, value in record.items() for line in _field(words(name), value)]


def item(record: Mapping[str, Any]) -> list[str]:
    """The lines of a record as an entry of a list: the first one with its hyphen."""
    first, *rest = fields(record)
    return [f"- {first}", *(f"  {line}" if line else "" for line in rest)]


def _field(name: str, value: Any) -> list[str]:
    if isinstance(value, str) and "\n" in value.strip("\n") and _fits_a_block(value):
        lines = value.rstrip("\n").split("\n")
        sign = "|" if value.endswith("\n") else "|-"
        return [f"{name}: {sign}", *(f"  {line}" if line else "" for line in lines)]
    line = f"{name}: {words(value, on_its_line=True) if isinstance(value, str) else flow(value)}"
    if isinstance(value, Mapping) and (len(line) > WIDE or any("\n" in str(one) for one in value.values())):
        return [f"{name}:", *(f"  {inner}" if inner else "" for inner in fields(value))]
    if isinstance(value, Sequence) and not isinstance(value, str):
        if any(isinstance(one, Mapping) for one in value):
            return [f"{name}:", *(f"  {inner}" for one in value for inner in _one_of(one))]
        if len(line) > WIDE:
            return [f"{name}:", *(f"  - {flow(one)}" for one in value)]
    return [line]


def _one_of(value: Any) -> list[str]:
    return item(value) if isinstance(value, Mapping) and value else [f"- {flow(value)}"]


def _fits_a_block(text: str) -> bool:
    """Whether a text can stand below a |: no line is only spaces, the first has none in front, nothing is hidden."""
    lines = text.rstrip("\n").split("\n")
    whole = text.endswith("\n") and not text.endswith("\n\n") if text.endswith("\n") else True
    return (
        whole
        and not lines[0].startswith(" ")
        and bool(lines[0])
        and not any(line != line.rstrip() or HIDDEN.search(line) or re.search("[\x00-\x1f]", line) for line in lines)
    )


Lines = tuple[str, ...]


SERVICE: dict[str, Lines] = {
    "id": (),
    "name": (),
    "also_known_as": (),
    "kind": (),
    "kinds": (),
    "for": (),
    "organisation": (),
    "summary": (),
    "about": ("about: One or more paragraphs, in plain words.",),
    "helps_with": (),
    "who": (),
    "areas": (),
    "all_but": (),
    "by_when": ("by_when: What has a time limit, and how long there is.",),
    "response": ("response: Within one working day.",),
    "first_step": ("first_step: Call, or start a chat. You do not have to give your name.",),
    "contact": ("contact:", "  - phone: 0808 157 0123", "    label: Helpline", "    hours: Mo-Fr 09:00-17:00; PH off"),
    "reached_through": (),
    "when_you_contact": ("when_you_contact: {answered_by: A listener., leaves_messages: Never.}",),
    "report_needed": ("report_needed: no                # yes, no or depends: tell police first?",),
    "who_will_know": ("who_will_know: {police: only-if-you-agree, immigration: no}",),
    "referral": ("referral: [self, professional]   # self, professional, police or any",),
    "cost": ("cost: free",),
    "languages": ("languages: [en, cy]",),
    "interpreters": ("interpreters: yes                # yes, no or depends",),
    "access": (
        "access: [step-free, bsl]",
        "  # or hearing-loop, easy-read, large-print, quiet-space, parking, toilet",
    ),
    "places": (
        "places:                   # show: full, area (its name and area) or never",
        "  - {name: Main office, address: 1 High St, postcode: AB1 2CD, show: full}",
    ),
    "points": (
        "points:                   # where people meet the service",
        "  - name: Harbour Library",
        "    address: 1 High St",
        "    show: full",
        "    hours: Tu 10:00-12:00; PH off",
    ),
    "networks": (),
    "marks": (),
    "contract_until": ("contract_until: 2029-03-31",),
    "contract_extension": ("contract_extension: 2031-03-31",),
    "checked": (),
    "sources": ("sources: [their annual report of 2026]",),
}
"""Every field in the order of the file, and how to write one that nobody answered. Each example is right."""


SECRET_PLACES: Lines = (
    "places:                          # show: never: no trace of it in the site",
    "  - {name: Main house, show: never}",
)


CAMPAIGN: dict[str, Lines] = {
    "id": (),
    "title": (),
    "summary": (),
    "ask": ("ask: What people could do, in one sentence.",),
    "about": (),
    "audiences": (),
    "services": (),
    "rule": ("rule: the first week of June     # a reminder: it publishes nothing",),
    "runs": (),
    "image": ("image: {file: images/harbour.png, alt: A lighthouse at night} # in content/",),
    "objective": ("objective: What should be different afterwards.",),
    "insight": ("insight: What we know about the people it is for.",),
    "measures": ("measures: How we will know.",),
    "posts": (),
    "sources": ("sources: [their website in November 2026]",),
}


def service_entry(answers: Mapping[str, Any], *, secret: bool = False) -> str:
    """A service for the end of `services:`. `secret`: where it is must stay secret, so no example says otherwise."""
    known = {**SERVICE, "places": SECRET_PLACES, "points": ()} if secret else SERVICE
    first, *rest = _record(answers, known)
    return "".join(f"{line}\n" for line in (f"- {first}", *(f"  {line}" if line else "" for line in rest)))


def campaign_text(answers: Mapping[str, Any], run: str | None) -> str:
    """A whole file for a campaign, whose page has no words yet."""
    ready = {"runs": ["runs:", *(f"  {line}" for line in run.rstrip("\n").split("\n"))]} if run else {}
    lines = _record(answers, CAMPAIGN, ready)
    end = "# Posts: waymark new post. The words of the page go below the next line."
    return "".join(f"{line}\n" for line in ("---", *lines, end, "---"))


def organisation_entry(organisation_id: str, answers: Mapping[str, Any]) -> str:
    """An organisation for the end of `organisations:`."""
    return "".join(f"{line}\n" for line in (f"{words(organisation_id)}:", *(f"  {line}" for line in fields(answers))))


def area_entry(area_id: str, answers: Mapping[str, Any]) -> str:
    """An area for the end of `areas:`."""
    return f"{words(area_id)}: {flow(answers)}\n"


def run_entry(answers: Mapping[str, Any], remark: str | None) -> str:
    """A run for the end of `runs:`, with a remark above it on where its days come from."""
    above = f"# {' '.join(remark.split())}\n" if remark else ""
    return f"{above}- {flow(answers)}\n"


def post_entry(answers: Mapping[str, Any]) -> str:
    """A post for the end of `posts:`."""
    return "".join(f"{line}\n" for line in item(answers))


def _record(
    answers: Mapping[str, Any], known: Mapping[str, Lines], ready: Mapping[str, Sequence[str]] | None = None
) -> list[str]:
    """The answers in the order of the file; behind them, as comments, what nobody answered. `ready`: lines as given."""
    written: dict[str, Sequence[str]] = {
        name: fields({name: answers[name]}) for name in known if answers.get(name) not in (None, "", [], {})
    } | dict(ready or {})
    if "id" in written:
        written["id"] = [f"{written['id'][0]}   # permanent: links and feeds know it by this"]
    lines = [line for name in known for line in written.get(name, ())]
    missing = [line for name, example in known.items() if name not in written for line in example]
    head = ["# Not known yet. Take away the # and its space, and put in what is true:"] if missing else []
    return [*lines, *head, *(f"# {line}" for line in missing)]
