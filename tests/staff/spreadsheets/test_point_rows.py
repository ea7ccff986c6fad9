"""Points in a spreadsheet: one row each, below their service; sorted, taken out, added, withheld without a mix-up."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from generator.cli.main import main
from generator.staff.spreadsheets.apply_row import seems_checked
from generator.staff.spreadsheets.table import Cell, Table
from tests.builders import CHECKED, a_catalogue, a_service
from tests.site_builder import NOW, a_site
from tests.staff.spreadsheets.services import as_csv, exported, imported

POINTS: list[dict[str, Any]] = [
    {"name": f"Point {n}", "address": f"{n} High Street", "show": "full", "hours": "Tu 10:00-12:00; PH off"}
    for n in range(1, 5)
]


def a_table(*points: dict[str, Any], **changes: Any) -> Table:
    return as_csv(exported(a_catalogue(a_service(points=list(points), **changes))))


def column(table: Table, heading: str) -> int:
    return [cell.text for cell in table.rows[0]].index(heading)


def with_cell(table: Table, row: int, heading: str, text: str) -> Table:
    rows = [list(one) for one in table.rows]
    rows[row][column(table, heading)] = Cell(text)
    return Table(tuple(map(tuple, rows)))


def with_rows(table: Table, *numbers: int) -> Table:
    return Table(tuple(table.rows[number] for number in (0, *numbers)))


def changes(table: Table, *points: dict[str, Any], **fields: Any) -> list[str]:
    """What the table would change, in words; and why it would not."""
    (result,) = imported(table, a_catalogue(a_service(points=list(points), **fields))).results
    return [f"{one.called}: {one.old} -> {one.new}" for one in result.changes] + [p.text for p in result.problems]


def test_each_point_has_a_row_with_the_id_of_its_service_and_a_number() -> None:
    table = a_table(*POINTS)
    ids, numbers, names = (column(table, name) for name in ("Waymark id", "Point number", "Point name"))

    assert [(row[ids].text, row[numbers].text, row[names].text) for row in table.rows[1:]] == [
        ("victim-support-cumbria", "", ""),
        *(("victim-support-cumbria", str(n), f"Point {n}") for n in range(1, 5)),
    ]


def test_a_directory_without_points_has_no_column_for_them() -> None:
    assert not any("Point" in cell.text for cell in a_table().rows[0])


@pytest.mark.parametrize("order", [(1, 2, 3, 4, 5), (5, 4, 3, 2, 1), (3, 1, 5, 2, 4)])
def test_rows_may_be_sorted_in_any_way(order: tuple[int, ...]) -> None:
    assert changes(with_rows(a_table(*POINTS), *order), *POINTS) == []


def test_a_row_that_is_taken_out_takes_out_its_point_alone() -> None:
    found = changes(with_rows(a_table(*POINTS), 1, 2, 4, 5), *POINTS)

    assert found == [
        "Point 2 name: Point 2 -> None",
        "Point 2 address: 2 High Street -> None",
        "Point 2 is shown: full -> None",
        "Point 2 opening hours: Tu 10:00-12:00; PH off -> None",
    ]


def test_a_new_row_without_a_number_is_a_new_point_and_unseen_until_somebody_says_so() -> None:
    table = a_table(*POINTS)
    more = with_cell(with_cell(Table((*table.rows, table.rows[5])), 6, "Point number", ""), 6, "Point name", "New")

    assert "Point 5 name: None -> New" in changes(more, *POINTS)
    assert "Point 5 is shown: None -> never" in changes(with_cell(more, 6, "Point is shown", ""), *POINTS)


@pytest.mark.parametrize("number", ["2", "0", "x", "-1", "99999999999999999999"])
def test_a_number_that_is_given_twice_or_is_none_never_takes_the_place_of_another_point(number: str) -> None:
    table = a_table(*POINTS)
    more = with_cell(with_cell(Table((*table.rows, table.rows[5])), 6, "Point number", number), 6, "Point name", "New")

    found = changes(more, *POINTS)

    assert "Point 5 name: None -> New" in found
    assert not [one for one in found if not one.startswith("Point 5 ")]


def test_what_is_withheld_stays_with_its_own_point_whatever_becomes_of_the_others() -> None:
    secret = [POINTS[0], POINTS[1] | {"show": "never"}, POINTS[2] | {"show": "area"}]
    table = a_table(*secret)
    texts = [cell.text for row in table.rows for cell in row]

    assert {"2 High Street", "Point 2", "3 High Street", "Point 3"}.intersection(texts) == {"Point 3"}
    assert [one for one in changes(with_rows(table, 1, 4, 3), *secret) if not one.startswith("Point 1 ")] == []


def test_a_new_row_cannot_keep_what_is_withheld_of_another() -> None:
    secret = [POINTS[1] | {"show": "never"}]
    table = a_table(*secret)
    more = with_cell(Table((*table.rows, table.rows[2])), 3, "Point number", "")

    assert "this cell says withheld, but services.yaml has nothing to keep here; empty it" in changes(more, *secret)


def test_the_times_of_a_point_without_an_address_may_change_and_its_place_may_not() -> None:
    secret = [POINTS[0] | {"show": "area"}]
    table = a_table(*secret)

    assert changes(with_cell(table, 2, "Point opening hours", "We 10:00-12:00; PH off"), *secret) == [
        "Point 1 opening hours: Tu 10:00-12:00; PH off -> We 10:00-12:00; PH off"
    ]
    assert "a part of this place is withheld, so the rest can't change here; change it in services.yaml" in changes(
        with_cell(table, 2, "Point is shown", "full"), *secret
    )


def test_what_a_row_of_a_point_says_of_its_service_is_told_and_not_taken() -> None:
    table = with_cell(a_table(*POINTS), 3, "Summary", "Other words.")
    done = imported(table, a_catalogue(a_service(points=POINTS)))

    assert done.told == ("Row 4 is a point: Summary was not taken. Write it in the row of the service.",)
    assert done.results[0].state == "unchanged"


def test_in_a_table_of_others_no_column_is_of_a_point() -> None:
    table = "Service name|Organisation|Point name|Point address\nHarbour|Victim Support|Quay|7 High Street\n"

    assert {heading.key for heading in imported(table, a_catalogue()).headings.columns} == {
        ("name", 0), ("organisation", 0), None
    }  # fmt: skip


RECORD = """\
    points:
      - name: Harbour Library   # beside the lift
        address: 2 High Street
        show: full
        hours: Tu 10:00-12:00; PH off
        contact:
          - phone: 01632 960009
            label: Desk
      - {name: Quay, address: 3 High Street, show: full}
"""


@pytest.mark.parametrize(
    ("heading", "old", "new", "said"),
    [
        ("Point opening hours", "Tu 10:00-12:00; PH off", "We 10:00-12:00; PH off", "hours: We 10:00-12:00; PH off"),
        ("Point contact 1 label", "Desk", "Front desk", "Front desk"),
        ("Point name", "Quay", "New Quay", "{name: New Quay, address: 3 High Street, show: full}"),
    ],
)
def test_a_change_in_a_row_changes_that_point_in_the_file(
    tmp_path: Path, heading: str, old: str, new: str, said: str
) -> None:
    site = a_site(tmp_path / "site")
    text = (site.root / "services.yaml").read_text()
    at = text.index("    organisation:")
    (site.root / "services.yaml").write_text(text[:at] + RECORD + text[at:])
    options = ["--root", str(site.root), "--now", NOW]
    table = str(tmp_path / "services.csv")
    run = CliRunner()
    assert run.invoke(main, [*options, "export", "--to", table]).exit_code == 0
    rows = Path(table).read_text(encoding="utf-8-sig")
    assert rows.count(old) == 1
    Path(table).write_text(rows.replace(old, new), encoding="utf-8")

    done = run.invoke(main, [*options, "import", table, "--update", "--write"])

    assert done.exit_code == 0, done.output
    assert said in (site.root / "services.yaml").read_text()
    assert "# beside the lift" in (site.root / "services.yaml").read_text()


def test_a_new_number_under_an_old_check_is_left_to_a_person() -> None:
    point = POINTS[0] | {"contact": [{"phone": "01632 960009"}]}
    table = with_cell(a_table(point, checked=CHECKED), 2, "Point contact 1 number or address", "01632 960010")
    (result,) = imported(table, a_catalogue(a_service(points=[point], checked=CHECKED))).results

    assert [seems_checked(change, result) for change in result.changes] == [True]


def test_a_link_to_a_map_is_no_way_to_reach_a_point() -> None:
    point = POINTS[0] | {"contact": [{"website": "https://www.example.org/desk"}]}
    link = "https://maps.google.com/?q=54.6,-2.7"
    table = with_cell(a_table(point), 2, "Point contact 1 number or address", link)
    (result,) = imported(table, a_catalogue(a_service(points=[point]))).results

    assert result.made == (
        "Point contact 1 number or address, point 1 was not taken, as it says a link to a map. "
        "A place has a column of its own: Address",
    )
    assert link not in map(str, (change.new for change in result.changes))
