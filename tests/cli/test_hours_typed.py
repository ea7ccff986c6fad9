"""Hours as people type them, in a table or an option: read in one way, asked, or kept as a note; no row is lost."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.test_import_and_export import COMMENTED, HEADINGS, QUAY, a_table, run, services
from tests.cli.test_new_service import by_options, text
from tests.site_builder import Site, a_site


@pytest.fixture
def site(tmp_path: Path) -> Site:
    """A right site with comments."""
    made = a_site(tmp_path / "site")
    made.write("services.yaml", COMMENTED)
    return made


TIMES = {
    "Mon-Fri 9am-5pm and Wed 6pm-8pm": "hours: Mo,Tu,Th,Fr 09:00-17:00; We 09:00-17:00,18:00-20:00",
    "Mon-Fri 10am-1pm; Mon-Fri 2pm-4pm": "hours: Mo-Fr 10:00-13:00,14:00-16:00",
    "Daily 9am-5pm, Thurs 5pm-9pm": "hours: Mo-We,Fr-Su 09:00-17:00; Th 09:00-21:00",
    "Mon-Fri 9am-5pm (excluding bank holidays)": "hours: Mo-Fr 09:00-17:00; PH off",
    "Monday to Friday (0800-1600)": "hours: Mo-Fr 08:00-16:00",
    "By appointment only": "note: By appointment only.",
    "Mon-Fri 9am-3pm, term time only": "note: Mon-Fri 9am-3pm, term time only.",
    "First Monday of each month 10am-12pm": "note: First Monday of each month 10am-12pm.",
}


@pytest.mark.parametrize(("typed", "line"), TIMES.items())
def test_a_row_is_never_lost_for_its_hours_and_is_told_how_they_were_read(typed: str, line: str, site: Site) -> None:
    done = run(site, "import", a_table(site, HEADINGS + QUAY.replace("Mon-Fri 9am-5pm", f'"{typed}"')), "--write")
    read = line.removeprefix("hours: ") if line.startswith("hours") else f'note: "{line.removeprefix("note: ")}"'

    assert "1 row: 1 new." in done.stdout, done.stdout
    assert f"      - phone: 0300 303 0554\n        {line}\n" in services(site)
    assert f"Hours: '{typed}' as {read}" in " ".join(done.stdout.split())
    assert run(site, "check").exit_code == 0


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        (
            "Mon-Fri 6-8pm",
            "'Mon-Fri 6-8pm' can mean Mo-Fr 06:00-20:00 or Mo-Fr 18:00-20:00; write the one that is right",
        ),
        ("Closed", "'Closed' is no hours; leave them empty, or give the service the status closed"),
        ("Mon 25-26", "'Mon 25-26' is not in a form we can read; write them as \"Mo-Fr 09:00-17:00; PH off\", or 24/7"),
    ],
)
def test_hours_that_nobody_can_read_in_one_way_are_named_and_not_guessed(typed: str, said: str, site: Site) -> None:
    done = run(site, "import", a_table(site, HEADINGS + QUAY.replace("Mon-Fri 9am-5pm", f'"{typed}"')), "--write")

    assert "1 row: 1 new." in done.stdout, "the row is not lost for its hours"
    assert f"Hours was not taken: {said}" in " ".join(done.stdout.split())
    assert "hours" not in services(site).partition("- id: quayside")[2]


@pytest.mark.parametrize(
    ("hours", "lines"),
    [
        ("Mon-Fri 10am-1pm & 2pm-4pm", ["hours: Mo-Fr 10:00-13:00,14:00-16:00"]),
        ("By appointment only", ["note: By appointment only."]),
        (
            "Mon-Fri 9am-5pm, answerphone at other times",
            ["hours: Mo-Fr 09:00-17:00", "note: Answerphone at other times."],
        ),
    ],
)
def test_hours_in_an_option_are_taken_as_people_type_them(hours: str, lines: list[str], site: Site) -> None:
    done = by_options(site, "--contact", f'{{phone: 01632 960123, hours: "{hours}"}}')

    assert done.status == 0, done.err
    assert "".join(f"        {line}\n" for line in ["phone: 01632 960123", *lines]).replace("  p", "- p", 1) in text(
        site
    )
