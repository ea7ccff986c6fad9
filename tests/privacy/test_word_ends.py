"""A withheld address ends where a word of it does, and its postcode is found with a gap anywhere."""

from __future__ import annotations

import pytest

from generator.privacy.withheld_search import Sought

OTHERS = {
    "12 Fore Street, Kendal": """
        12 Forest Road
        12 Forest Lane, Kendal
        12 FOREST ROAD
        No. 12 Forest Road
        12 Forest-Road
        Forest Road
        12 Forest Way
        a walk in the forest
        Forest School, 12 children
        """,
    "12 Fir Street": "12 First Avenue\n12 First Street\nFirst Avenue 12",
    "5 Bar Row": "5 Barrow Road\n5 Barrow Lane",
    "7 Corn Hill, Shap": "7 Cornhill Road\n7 Cornhill Lane, Shap\n7 Cornhill Close",
    "3 High Gate": "3 Highgate Road\n3 Highgate Hill\n3 Highgate Avenue",
    "9 Prospe Court": "9 Prospect Terrace\n9 Prospect Road",
    "8 Orcha Road": "8 Orchard Road\n8 Orchard Lane\n8 Orchard Close",
    "4 Ea Street": "4 East Road\n4 East Street\n4 East Parade",
    "21 Linco Lane": "21 Lincoln Road\n21 Lincoln Street",
    "15 Way Side": "15 Wayside Road\n15 Wayside Avenue",
    "14 Church Street": "14 Churchstow Road\n14 Church Stile Lane",
}
SAME = {
    "12 Fore Street, Kendal": "12 Fore St\n12 ForeSt\n12 Forest, Kendal\n12 Fore Street Road\n12 Fore Street, Lane End",
    "5 Bar Row": "5 Bar Row\n5 BarRow\n5 Bar-Row",
    "7 Corn Hill, Shap": "7 Corn Hill\n7 Cornhill\n7 Cornhill, Shap",
    "3 High Gate": "3 High Gate\n3 Highgate\n3 Highgate, Lane End",
    "8 Orcha Road": "8 Orcha Rd",
    "14 Church Street": "14 Church St\n14 Churchst\n14 Churchstreet",
}
POSTCODES = "ST1 2RD, CA3 8RD, LA9 4ST, CA3 8AA, LA14 5QR, CT1 1ST, NE1 4LN, EC1A 1BB, W1A 0AX, L1 8JQ, PL1 1CT".split(
    ", "
)
GAPS = (
    "{a} {n} {m}{l}", "{a}{n}{m}{l}", "{a} {n} {m} {l}", "{a}{n} {m} {l}", "{a} {n}{m}{l}", "{a} {n}{m} {l}",
    "{a}{n}{m} {l}", "{A} {n} {m} {L}", "{A} {n} {m}{l}", "{A}{n} {m} {L}", "{a}{n} {m}{L}", "{a}.{n}.{m}.{l}",
    "{a}-{n}-{m}-{l}", "{a}{n}-{m}{l}", "{a}{n}/{m}{l}", "{a}{n}, {m}{l}", "({a}{n}) {m}{l}",
    "{a}{n}\N{EN DASH}{m}{l}", "{A}.{n}.{m}.{L}", "{a}{n}\N{THIN SPACE}{m}{l}",
)  # fmt: skip


def pairs(written: dict[str, str]) -> list[tuple[str, str]]:
    return [(secret, line.strip()) for secret, lines in written.items() for line in lines.strip().splitlines()]


@pytest.mark.parametrize(("secret", "text"), pairs(OTHERS))
def test_a_longer_name_is_another_address(secret: str, text: str) -> None:
    assert [*Sought({secret: ""}).seen_in(text)] == []


@pytest.mark.parametrize(("secret", "text"), pairs(SAME))
def test_a_name_and_its_street_as_one_word_are_found(secret: str, text: str) -> None:
    assert [hit for *_, hit in Sought({secret: ""}).seen_in(text) if not hit.is_street]


@pytest.mark.parametrize("postcode", POSTCODES)
@pytest.mark.parametrize("secret", ["{}", "12 Mill Lane, Stoke, {}"])
def test_a_postcode_is_found_with_a_gap_anywhere(secret: str, postcode: str) -> None:
    out, rest = postcode.split()
    area = "".join(letter for letter in out[:2] if letter.isalpha())
    parts = {
        "a": area,
        "n": out[len(area) :],
        "m": rest[0],
        "l": rest[1:],
        "A": " ".join(area),
        "L": " ".join(rest[1:]),
    }
    sought = Sought({secret.format(postcode): ""})
    written = [gap.format(**parts) for gap in GAPS]

    assert [
        one for one in (*written, *map(str.lower, written)) if not [*sought.seen_in(f"Find us: {one} then ring.")]
    ] == []
