"""What somebody types into `new` and what a table for `import` says are read alike: one id, one value, one word."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.content.source.yaml_parser import read_yaml
from tests.cli.test_import_and_export import a_table, run
from tests.cli.test_new_service import by_options
from tests.site_builder import Site, a_site

HEADINGS = "Service name;Provider;Kind;Summary;Crime type;Area;Tel;Hours\n"
ROW = "{name};Victim Support;Helpline;A line for all.;Any crime;Cumbria;0300 303 0554;{hours}\n"


def last(site: Site) -> dict[str, object]:
    """The newest service, as its file says it."""
    text = (site.root / "services.yaml").read_text(encoding="utf-8")
    service: dict[str, object] = read_yaml(text, "services.yaml").value["services"][-1]  # type: ignore[index, call-overload]
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


WHOLE = {
    "Service name": "Quayside",
    "Provider": "Victim Support",
    "Kind": "Helpline",
    "Summary": "A line for all.",
    "Crime type": "Any crime",
    "Area": "Cumbria",
}
OPTIONS = {
    "Provider": "organisation",
    "Kind": "kind",
    "Crime type": "helps_with",
    "Area": "area",
    "Audience": "audience",
    "Cost": "cost",
    "Tel": "contact",
    "Website": "contact",
    "E-mail": "contact",
    "All checked on": "checked_on",
    "Report needed": "report_needed",
}
CHECK = {"All checked by": "Sam Reed", "All checked how": "phoned"}
CHECKED = {"checked": {"on": "2027-02-01", "by": "Sam Reed", "how": "phoned"}}
AGREED = [
    ("Provider", "The Victim Support", {"organisation": "victim-support"}),
    ("Provider", "VICTIM SUPPORT", {"organisation": "victim-support"}),
    ("Kind", "IDVA", {"kind": "idva"}),
    ("Kind", "safe house", {"kind": "refuge"}),
    ("Kind", "Women’s centre", {"kind": "womens-centre"}),
    ("Kind", "Victim hub", {"kind": "victim-hub"}),
    ("Crime type", "any crime", {"helps_with": ["any-crime"]}),
    ("Crime type", "Any crime; any-crime", {"helps_with": ["any-crime"]}),
    ("Area", "the Cumbria", {"areas": ["cumbria"]}),
    ("Audience", "Women; Men", {"who": {"audiences": ["women", "men"]}}),
    ("Cost", "N/A", {}),
    ("Cost", "TBC", {}),
    ("Cost", "£5 a session", {"cost": "£5 a session"}),
    ("Tel", "+44 300 303 0554", {"contact": [{"phone": "0300 303 0554"}]}),
    ("Tel", "Tel: 0300 303 0554 (free)", {"contact": [{"phone": "0300 303 0554"}]}),
    ("Tel", "tel:03003030554", {"contact": [{"phone": "0300 303 0554"}]}),
    ("Website", "www.harbour.example.org", {"contact": [{"website": "https://www.harbour.example.org"}]}),
    ("Website", "harbour.example.org/help", {"contact": [{"website": "https://harbour.example.org/help"}]}),
    ("E-mail", "mailto:help@example.org", {"contact": [{"email": "help@example.org"}]}),
    ("All checked on", "1/2/27", {"checked": {"on": "2027-02-01", "by": "Sam Reed", "how": "phoned"}}),
    ("All checked on", "1-Feb-27", {"checked": {"on": "2027-02-01", "by": "Sam Reed", "how": "phoned"}}),
    (
        "All checked on",
        "Monday 1st February 2027",
        {"checked": {"on": "2027-02-01", "by": "Sam Reed", "how": "phoned"}},
    ),
    ("Report needed", "Y", {"report_needed": "yes"}),
    ("Report needed", "TRUE", {"report_needed": "yes"}),
]


@pytest.mark.parametrize(("heading", "typed", "made"), AGREED)
def test_both_doors_take_one_text_for_one_thing(
    heading: str, typed: str, made: dict[str, object], tmp_path: Path
) -> None:
    usual = {"kind": "helpline", "organisation": "victim-support", "helps_with": ["any-crime"], "areas": ["cumbria"]}
    expected = {"id": "quayside", "name": "Quayside", "summary": "A line for all.", **usual, **made}
    check = CHECK if heading == "All checked on" else {}
    cells = {**WHOLE, **check, heading: typed}
    one, other = a_site(tmp_path / "import"), a_site(tmp_path / "new")
    done = run(one, "import", a_table(one, "\t".join(cells) + "\n" + "\t".join(cells.values()) + "\n"), "--write")
    more = ("--checked-by", "Sam Reed", "--checked-how", "phoned") if check else ()
    asked = by_options(
        other, "--no-input", *more, name="Quayside", summary="A line for all.", **{OPTIONS[heading]: typed}
    )

    assert (done.exit_code, asked.status) == (0, 0), f"{done.output}\n{asked.err}"
    assert [as_read(last(one)), as_read(last(other))] == [expected, expected]


def as_read(service: dict[str, object]) -> dict[str, object]:
    """A service without what only the one door adds, and with what is the same either way."""
    found = {name: value for name, value in service.items() if value not in ("unknown", {"audiences": ["everyone"]})}
    contacts = found.get("contact")
    return found if contacts else {name: value for name, value in found.items() if name != "contact"}


@pytest.mark.parametrize(
    ("heading", "typed"),
    [
        ("Kind", "drop-in thing"),
        ("Provider", "Nobody"),
        ("Area", "Carlisle"),
        ("Tel", "0300 303 055"),
        ("Tel", "0300 303 0554 ext 5 / 0300 303"),
        ("All checked on", "02/14/2027"),
        ("Report needed", "perhaps"),
    ],
)
def test_both_doors_refuse_what_has_no_meaning_or_two(heading: str, typed: str, tmp_path: Path) -> None:
    cells = {**WHOLE, **(CHECK if heading == "All checked on" else {}), heading: typed}
    site = a_site(tmp_path / "site")
    done = run(site, "import", a_table(site, "\t".join(cells) + "\n" + "\t".join(cells.values()) + "\n"), "--write")
    more = ("--checked-by", "Sam Reed", "--checked-how", "phoned") if heading == "All checked on" else ()
    asked = by_options(site, "--no-input", *more, name="Quayside", **{OPTIONS[heading]: typed})

    assert (done.exit_code, asked.status) == (1, 2), f"{done.output}\n{asked.out}"


def test_two_numbers_are_two_contacts_from_a_table_and_refused_where_one_is_asked_for(tmp_path: Path) -> None:
    cells = {**WHOLE, "Tel": "0300 303 0554 / 0300 303 0555"}
    one, other = a_site(tmp_path / "import"), a_site(tmp_path / "new")
    done = run(one, "import", a_table(one, "\t".join(cells) + "\n" + "\t".join(cells.values()) + "\n"), "--write")
    asked = by_options(other, "--no-input", name="Quayside", summary="A line for all.", phone=cells["Tel"])

    assert (done.exit_code, asked.status) == (0, 2), f"{done.output}\n{asked.out}"
    assert last(one)["contact"] == [{"phone": "0300 303 0554"}, {"phone": "0300 303 0555"}]
