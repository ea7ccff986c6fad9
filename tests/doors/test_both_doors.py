"""What somebody types into `new` and what a table for `import` says are read alike: one id, one value, one word."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.reading.yaml_values import read_yaml
from tests.doors.test_import_and_export import a_table, run
from tests.doors.test_new_service import by_options
from tests.site_builder import Site, a_site

HEADINGS = "Service name;Provider;Kind;Summary;Crime type;Area;Tel;Hours\n"
ROW = "{name};Victim Support;Helpline;A line for all.;Any crime;Cumbria;0300 303 0554;{hours}\n"


def last(site: Site) -> dict[str, object]:
    """The newest service, as its file says it."""
    text = (site.root / "services.yaml").read_text(encoding="utf-8")
    service: dict[str, object] = read_yaml(text, "services.yaml", [])["services"][-1]  # type: ignore[index, call-overload]
    return service


def by_import(tmp_path: Path, name: str = "Quayside", hours: str = "24/7") -> dict[str, object]:
    site = a_site(tmp_path / "import")
    done = run(site, "import", a_table(site, HEADINGS + ROW.format(name=name, hours=hours)), "--write")
    assert done.exit_code == 0, done.output
    return last(site)


def by_new(tmp_path: Path, name: str = "Quayside", hours: str = "24/7") -> dict[str, object]:
    site = a_site(tmp_path / "new")
    contact = f'{{phone: 0300 303 0554, hours: "{hours}"}}'
    done = by_options(site, "--no-input", "--contact", contact, name=name)
    assert done.status == 0, done.err
    return last(site)


@pytest.mark.parametrize(
    ("name", "slug"),
    [
        ("Café Help", "cafe-help"),
        ("Women’s Centre, Tŷ Môr", "womens-centre-ty-mor"),
        ("The Men's Line", "the-mens-line"),
        ("Łódź Straße Ørsted", "lodz-strasse-orsted"),
        ("Ｗｉｄｅ Line", "wide-line"),
        ("Help & Hope (Barrow)", "help-hope-barrow"),
        ("ﬁrst æther naïve", "first-aether-naive"),
        ("A " * 50 + "line", "a-" * 39 + "a"),
    ],
)
def test_both_doors_make_one_id_of_a_name(name: str, slug: str, tmp_path: Path) -> None:
    assert [by_import(tmp_path, name)["id"], by_new(tmp_path, name)["id"]] == [slug, slug]


@pytest.mark.parametrize(
    ("typed", "hours"),
    [
        ("9-5 Mon to Fri", "Mo-Fr 09:00-17:00"),
        ("weekdays 9am to 5pm", "Mo-Fr 09:00-17:00"),
        ("24 hours", "24/7"),
        ("Mon–Fri 9.30am–noon", "Mo-Fr 09:30-12:00"),
        ("Mon-Fri 10am-1pm & 2pm-4pm", "Mo-Fr 10:00-13:00,14:00-16:00"),
        ("Sat-Sun 6pm-2am", "Sa-Su 18:00-02:00"),
        ("Mon-Fri 9am-5pm except bank holidays", "Mo-Fr 09:00-17:00; PH off"),
    ],
)
def test_both_doors_read_one_text_of_hours_alike(typed: str, hours: str, tmp_path: Path) -> None:
    found = [door(tmp_path, hours=typed)["contact"] for door in (by_import, by_new)]

    assert found == [[{"phone": "0300 303 0554", "hours": hours}]] * 2
