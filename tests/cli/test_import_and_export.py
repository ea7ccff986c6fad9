"""`waymark export` and `waymark import`, called in this process: what they say, write, and leave alone."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from openpyxl import load_workbook

from generator.cli.main import main
from tests.site_builder import NOW, SERVICES_YAML, Site, a_site

HEADINGS = "Service name,Provider,Kind,Summary,Crime type,Area,Tel,Hours,Notes\n"
QUAY = "Quayside,Victim Support,Helpline,A line for all.,Any crime,Cumbria,0300 303 0554,Mon-Fri 9am-5pm,Ring Bob\n"
COAST = "Coast,Coast Trust,Helpline,A line.,Any crime,Cumbria,0300 303,,\n"
COMMENTED = SERVICES_YAML.replace(
    "    name: Victim Support\n", '    name: "Victim Support"   # as they write it\n\n    # a comment\n'
)


@pytest.fixture
def site(tmp_path: Path) -> Site:
    return a_site(tmp_path / "site", **{"services.yaml": COMMENTED})


def run(site: Site, *arguments: str) -> Result:
    done = CliRunner().invoke(main, ["--root", str(site.root), "--now", NOW, *arguments], env={"COLUMNS": "80"})
    assert done.exception is None or isinstance(done.exception, SystemExit), done.exc_info
    return done


def a_table(site: Site, text: str, name: str = "harbour.csv") -> str:
    path = site.root / name
    path.write_text(text, encoding="utf-8")
    return str(path)


def services(site: Site) -> str:
    return (site.root / "services.yaml").read_bytes().decode()


@pytest.fixture
def _in_a_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("generator.formatters.import_report.is_a_terminal", lambda _: True)


@pytest.mark.usefixtures("_in_a_terminal")
def test_a_dry_run_says_what_would_happen_and_writes_nothing(site: Site) -> None:
    done = run(site, "import", a_table(site, HEADINGS + QUAY + COAST))

    assert done.exit_code == 1
    assert services(site) == COMMENTED
    assert done.stdout == (
        "harbour.csv: 2 rows below the headings in row 1.\n"
        "\n"
        "Columns\n"
        "  Service name  Service name\n"
        "  Provider      Organisation\n"
        "  Kind          Kind of service\n"
        "  Summary       Summary\n"
        "  Crime type    Helps with\n"
        "  Area          Areas\n"
        "  Tel           Contact 1: a phone number\n"
        "  Hours         Contact 1 opening hours\n"
        "\n"
        "Columns that are not taken\n"
        "  Notes: 1 value, such as 'Ring Bob'\n"
        '  To take one: --map "Notes=about"\n'
        "\n"
        "Read as\n"
        "  Hours: 'Mon-Fri 9am-5pm' as Mo-Fr 09:00-17:00\n"
        "\n"
        "Rows\n"
        "  row 2    new      Quayside (quayside)\n"
        "  row 3    to mend  Coast\n"
        "      column Provider: 'Coast Trust' is not an organisation in services.yaml;\n"
        "        see below\n"
        "      column Tel: '0300 303' can't be a UK phone number; write it as 0300 123\n"
        "        4567\n"
        "\n"
        "2 rows: 1 new, 1 to mend.\n"
        "These organisations are not in the directory. To add them too:\n"
        "  --add-organisations\n"
        "  coast-trust: Coast Trust\n"
        "Nothing was written.\n"
        "To write 1 new service: the same command with --write\n"
        "To take the others, mend harbour.csv as said above, and run the command again.\n"
    )


def test_write_adds_the_good_rows_and_leaves_every_other_byte(site: Site) -> None:
    done = run(site, "import", a_table(site, HEADINGS + QUAY + COAST), "--write")

    assert done.exit_code == 1
    assert done.stdout.splitlines()[-4:-1] == [
        "Written: services.yaml.",
        "1 new service has contacts that nobody has checked. The site does not show",
        "these until somebody does: see `waymark check`.",
    ]
    new = (
        "  # From harbour.csv, row 2. Contacts are not shown until somebody has checked them.\n"
        "  - id: quayside\n"
        "    name: Quayside\n"
        "    kind: helpline\n"
        "    organisation: victim-support\n"
        "    summary: A line for all.\n"
        "    helps_with: [any-crime]\n"
        "    areas: [cumbria]\n"
        "    contact:\n"
        "      - phone: 0300 303 0554\n"
        "        hours: Mo-Fr 09:00-17:00\n"
    )
    assert services(site) == COMMENTED.replace("retired_numbers:", f"{new}retired_numbers:")
    assert run(site, "check").exit_code == 0

    again = run(site, "import", a_table(site, HEADINGS + QUAY), "--write")
    assert (again.exit_code, again.stdout.splitlines()[-2:]) == (0, ["1 row: 1 unchanged.", "Nothing was written."])


def test_what_check_would_refuse_is_named_at_its_row_and_never_written(site: Site) -> None:
    retired = QUAY.replace("0300 303 0554", "0345 30 30 900") + QUAY.replace("Quayside", "Next")
    site.change("services.yaml", "0845 30 30 900", "0345 30 30 900")
    done = run(site, "import", a_table(site, HEADINGS + retired), "--write")

    assert "      column Tel: 0345 30 30 900 is retired (old Supportline); take it out, or" in done.stdout, done.stdout
    assert "2 rows: 1 new, 1 to mend." in done.stdout
    assert "0345 30 30 900\n" not in services(site)
    assert run(site, "check").exit_code == 0


def test_services_that_are_there_change_only_when_told_one_field_at_a_time(site: Site) -> None:
    table = a_table(
        site, "Waymark id,Summary,First step\nvictim-support-cumbria,Help for all.,Call us: day or night.\n"
    )
    done = run(site, "import", table, "--write")
    assert services(site) == COMMENTED
    assert done.stdout.splitlines()[-2:] == [
        "Nothing was written.",
        "To change 1 service in the directory: the same command with --update --write",
    ]

    run(site, "import", table, "--write", "--update")
    checked = "    checked: {on: 2026-11-20, by: Communications team, how: phoned}\n"
    assert services(site) == COMMENTED.replace("Free, private help after any crime.", "Help for all.").replace(
        checked, f'{checked}    first_step: "Call us: day or night."\n'
    )


def test_what_is_empty_in_our_table_is_taken_out_with_its_lines(site: Site) -> None:
    table = a_table(site, "Waymark id,Contact 1 kind,Contact 1 number or address\nvictim-support-cumbria,,\n")
    done = run(site, "import", table, "--write", "--update")

    assert "      Contact 1 would be taken out: 'phone, 0300 303 0554, 24/7'\n" in done.stdout
    lines = "    contact:\n      - phone: 03003030554\n        hours: 24/7\n"
    assert services(site) == COMMENTED.replace(lines, "")


def test_what_can_not_be_set_on_its_own_line_is_left_to_a_person(site: Site) -> None:
    done = run(site, "import", a_table(site, "Waymark id,Place 1 postcode\nharbour-refuge,\n"), "--write", "--update")

    assert services(site) == COMMENTED
    assert done.stdout.splitlines()[-11:] == [
        "  row 2    changed  Harbour (harbour-refuge)",
        "      Place 1 postcode: (not repeated here) would be taken out  [by hand]",
        "",
        "Others may read along here, so no value of a place is repeated, or of a column",
        "that is not taken.",
        "In a terminal of your own you see them all.",
        "1 row: 1 changed.",
        "By hand: these are not on lines of their own, or nobody has checked them. Make",
        "them in the file yourself:",
        "  harbour-refuge: Place 1 postcode: (not repeated here) would be taken out",
        "Nothing was written.",
    ]


def test_a_new_number_is_not_put_under_a_check_of_the_old_one(site: Site) -> None:
    table = a_table(site, "Waymark id,Tel\nvictim-support-cumbria,0300 303 0999\n")
    done = run(site, "import", table, "--write", "--update")

    assert services(site) == COMMENTED
    assert done.stdout.splitlines()[-4:] == [
        "  victim-support-cumbria: Contact 2 is new: 'phone, 0300 303 0999'",
        "The service was checked before a new number came. Check the number, then write",
        "it and the check down.",
        "Nothing was written.",
    ]


@pytest.mark.parametrize("name", ["all.csv", "all.xlsx"])
def test_an_export_comes_back_and_changes_no_byte(site: Site, name: str) -> None:
    to = site.root / name
    done = run(site, "export", "--to", str(to))
    assert done.stdout == (
        f"Written: {to}, 2 services.\n"
        '1 place is not for the public, and marked "withheld" in it. `waymark import` keeps what the file has.\n'
    )
    back = run(site, "import", str(to), "--write", "--update")

    assert (back.exit_code, services(site)) == (0, COMMENTED)
    assert back.stdout.splitlines()[-2:] == ["2 rows: 2 unchanged.", "Nothing was written."]


def test_an_export_can_be_sent_by_e_mail_unless_somebody_asks_for_the_secret(site: Site) -> None:
    safe, whole = site.root / "safe.xlsx", site.root / "whole.xlsx"
    run(site, "export", "--to", str(safe))
    told = run(site, "export", "--to", str(whole), "--with-withheld")

    def texts(path: Path) -> str:
        return " ".join(str(cell.value) for sheet in load_workbook(path) for row in sheet.iter_rows() for cell in row)

    assert not any(secret in texts(safe) for secret in ("Larkspur", "Gooseberry", "CA99"))
    assert all(secret in texts(whole) for secret in ("Larkspur", "Gooseberry", "CA99"))
    assert told.stderr == (
        "This table says where secret places are. Do not send it by e-mail; delete it when you are done.\n"
    )


def test_a_text_that_gives_a_secret_place_away_is_not_in_an_export(site: Site) -> None:
    site.change("services.yaml", "summary: A safe place to stay.", "summary: A safe place at 7 Gooseberry Lane.")

    assert "Gooseberry" not in run(site, "export").stdout


def test_an_export_without_a_file_is_printed_as_csv(site: Site) -> None:
    done = run(site, "export")

    assert done.stdout_bytes.startswith(b'\xef\xbb\xbf"Waymark id","Service name","Organisation"')
    assert done.stdout_bytes.count(b"\r\n") == 3


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["import", "nowhere.csv"], "Error: there is no file nowhere.csv"),
        (["import", "."], "is a directory"),
        (["import", "{table}", "--map", "Tel"], "Error: 'Tel' says nothing of what goes where"),
        (["import", "{table}", "--map", "Telefon=contact.phone"], "Error: there is no column 'Telefon'"),
        (["import", "{table}", "--map", "Tel=contact.fone"], "Error: 'contact.fone' is not a field of a service"),
        (["import", "{table}", "--default", "areas=Kent"], "Error: --default areas: 'Kent' is not an area"),
        (["import", "{table}", "--into", "other.yaml"], "Error: other.yaml is not a file of the directory"),
        (["import", "{table}", "--sheet", "One"], "Error: a CSV file has no sheets; leave out --sheet"),
        (["export", "--format", "xlsx"], "Error: a workbook can't be printed; say where it goes"),
        (["export", "--to", "services.ods"], "Error: services.ods is neither .csv nor .xlsx"),
        (["export", "--to", "nowhere/services.csv"], "Error: nowhere/services.csv can't be written"),
    ],
)
def test_wrong_use_is_said_in_a_line(site: Site, arguments: list[str], said: str) -> None:
    table = a_table(site, HEADINGS + QUAY)
    done = run(site, *(argument.replace("{table}", table) for argument in arguments))

    assert (done.exit_code, said in done.stderr) == (2, True), done.stderr


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("a.xlsx", b"PK\x03\x04", "a.xlsx: this is not an Excel workbook we can read"),
        ("a.csv", b"1,2\n3,4\n", "a.csv: no row has headings we know"),
        ("a.csv", b"", "a.csv: no row has headings we know"),
        ("a.csv", b'{"services": []}', "a.csv: this is JSON, not a table; ask for it as CSV UTF-8"),
        ("phones.csv", b"id,service_id,number\n1,2,3\n", "phones.csv: this is one of Open Referral's files; name the"),
        ("a.ods", b"x", "a.ods: only CSV and Excel workbooks can be read"),
    ],
)
def test_a_file_that_is_no_table_of_services_is_refused(site: Site, name: str, data: bytes, said: str) -> None:
    (site.root / name).write_bytes(data)
    done = run(site, "import", str(site.root / name))

    assert (done.exit_code, done.stderr.startswith(said)) == (1, True), done.stderr


def test_a_mapping_may_stand_in_a_file(site: Site) -> None:
    table = a_table(site, HEADINGS.replace("Tel", "Zzz") + QUAY)
    maps = a_table(site, "# ours\nZzz = contact.phone\nNotes=-\n", "columns.txt")
    done = run(site, "import", table, "--map-file", maps)

    assert "  Zzz           Contact 1: a phone number  (as you said)\n" in done.stdout
    assert "1 row: 1 new." in done.stdout


def test_a_spreadsheet_can_not_move_the_cursor_or_write_lines_into_the_file(site: Site) -> None:
    table = a_table(
        site, HEADINGS.replace("Notes", "\x1b[2JNotes") + QUAY + COAST.replace("Coast,", "\x1b[2J,"), "a\nid: b.csv"
    )
    done = run(site, "import", table, "--write")

    assert "\x1b" not in done.stdout
    assert "  # From a id: b.csv, row 2. Contacts are" in services(site)
    assert run(site, "check").exit_code == 0
