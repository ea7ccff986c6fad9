"""What a translator's table may come back as: older than the files, with odd cells, rows and columns; or wrong use."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook, load_workbook

from tests.cli.test_translate import MESSAGES, POST, SUMMARY, Row, answered, exported, sent_back, site, text
from tests.content.checks.test_text_languages import LANGUAGES, site_in
from tests.site_builder import Done, Site, fingerprint

__all__ = ["site"]


def changed_file(site: Site) -> None:
    site.change("services.yaml", "Free, private help after any crime.", "Free help after any crime.")


def put_in_another_order(site: Site) -> None:
    campaign = text(site, "campaigns/dating-scams.md")
    head, _, rest = campaign.partition("posts:\n")
    first, second = rest.removesuffix("---\nWords of the page.\n").split("  - id: dating-scams-2027-last")
    site.write(
        "campaigns/dating-scams.md",
        f"{head}posts:\n  - id: dating-scams-2027-last{second}{first}---\nWords of the page.\n",
    )


def test_what_was_changed_since_the_table_was_made_is_not_written_over(site: Site) -> None:
    rows = answered(site, {SUMMARY: "Cymorth am ddim.", MESSAGES: "Nid i chi."})
    changed_file(site)
    site.change("services.yaml", "cy: Nid i bawb.", "cy: Ddim i bawb.")
    before = text(site)
    done = sent_back(site, rows, "--write")

    why = (
        "the text was changed after this table was made, in one language or the other; "
        "nothing of it was written over: export the table again"
    )
    numbers = {row["Waymark id"]: number for number, row in enumerate(rows, 2)}
    assert done.status == 1
    assert done.err.splitlines() == [f"row {numbers[one]} ({one}): {why}" for one in (SUMMARY, MESSAGES)] or (
        done.err.splitlines() == [f"row {numbers[one]}: {why}" for one in (SUMMARY, MESSAGES)]
    )
    assert text(site) == before


def test_a_record_that_moved_in_its_list_is_found_again(site: Site) -> None:
    rows = answered(site, {POST: "Nid chi. Gall Victim Support helpu."})
    put_in_another_order(site)
    sent_back(site, rows, "--write")

    last = text(site, "campaigns/dating-scams.md").partition("dating-scams-2027-last")[2].partition("  - id:")[0]
    assert "cy: Nid chi. Gall Victim Support helpu." in last


@pytest.mark.parametrize(
    ("answer", "why"),
    [
        ("Free, private help  after any crime.", "it says the same as the English; "
         "leave it empty where nobody knows better"),
        ("<b>Cymorth</b>", "in cy: '<b>Cymorth</b>' is HTML; write plain words, without < and >"),
        ("C" * 301, "in cy: this has 301 characters; the most is 300"),
    ],
)  # fmt: skip
def test_an_answer_that_can_t_go_in_is_named_and_the_others_go(answer: str, why: str, site: Site) -> None:
    rows = answered(site, {SUMMARY: answer})
    next(row for row in rows if row["Waymark id"] == MESSAGES)["Welsh"] = "Nid i chi."
    done = sent_back(site, rows, "--write")

    assert done.status == 1
    assert [line.partition(": ")[2] for line in done.err.splitlines()] == [why]
    assert "cy: Nid i chi." in text(site)
    assert "Free, private help after any crime.   # a comment" in text(site)


@pytest.mark.parametrize("answer", ["  ", "\u00a0", "\n"])
def test_an_empty_answer_is_none(answer: str, site: Site) -> None:
    before = text(site)

    assert sent_back(site, answered(site, {SUMMARY: answer, MESSAGES: answer}), "--write").status == 0
    assert text(site) == before


@pytest.mark.parametrize(
    "answer", ["=CMD()", "-1 awr", "+44", "@pawb", "\u2019n help", "\u201cCymorth\u201d: 'am ddim'"]
)
def test_what_looks_like_a_formula_and_curly_quotes_are_words_both_ways(answer: str, site: Site) -> None:
    sent_back(site, answered(site, {SUMMARY: f"'{answer}" if answer[0] in "=-+@" else answer}), "--write")
    again = next(row for row in exported(site) if row["Waymark id"] == SUMMARY)

    assert again["Welsh"] == (f"'{answer}" if answer[0] in "=-+@" else answer)
    assert site.waymark("check").status == 0


def in_a_workbook(site: Site, change: Callable[[Any, dict[str, int]], None]) -> Done:
    """The exported workbook, changed as somebody would in a spreadsheet, and sent back."""
    exported(site, name="welsh.xlsx")
    book = load_workbook(site.root / "welsh.xlsx")
    sheet = book.worksheets[0]
    columns = {str(cell.value): cell.column for cell in sheet[1]}
    change(sheet, columns)
    out = BytesIO()
    book.save(out)
    site.write("back.xlsx", out.getvalue())
    return site.waymark("translate", "--import", str(site.root / "back.xlsx"), "--write")


def row_of(sheet: Any, columns: Mapping[str, int], name: str) -> int:
    return next(
        number for number in range(2, sheet.max_row + 1) if sheet.cell(number, columns["Waymark id"]).value == name
    )


def test_a_formula_in_a_cell_is_not_taken(site: Site) -> None:
    def change(sheet: Any, columns: dict[str, int]) -> None:
        sheet.cell(row_of(sheet, columns, SUMMARY), columns["Welsh"]).value = '=CONCAT("Cym","orth")'

    done = in_a_workbook(site, change)
    assert done.status == 1
    assert done.err.endswith(" is a formula; write the words themselves\n")


def test_cells_that_were_made_one_are_named(site: Site) -> None:
    def change(sheet: Any, columns: dict[str, int]) -> None:
        number, column = row_of(sheet, columns, SUMMARY), columns["Welsh"]
        sheet.cell(number, column).value = "Cymorth am ddim."
        sheet.merge_cells(start_row=number, end_row=number + 1, start_column=column, end_column=column)

    done = in_a_workbook(site, change)
    assert done.err.endswith("its cell is one with those of other rows; split them, and write each answer once\n")
    assert "Cymorth am ddim." not in text(site)


def test_rows_in_another_order_and_columns_that_somebody_put_in_do_no_harm(site: Site) -> None:
    rows = [{"Nodiadau": "?", **row} for row in reversed(answered(site, {SUMMARY: "Cymorth am ddim."}))]
    done = sent_back(site, [row for row in rows if row["Waymark id"] != MESSAGES], "--write")

    assert done.out.splitlines()[:3] == [
        "Not taken: the column 'Nodiadau'.",
        "back.csv: 1 new or changed, 0 read and unchanged, 0 to mend.",
        "Of 1 texts of the site the table says nothing.",
    ]
    assert "cy: Cymorth am ddim." in text(site)


@pytest.mark.parametrize(
    ("change", "why"),
    [
        ({"Waymark id": ""}, "it has no 'Waymark id', so nobody knows which text this is"),
        ({"Waymark id": "services|gone|summary"}, "the site has no text 'services|gone|summary' now; "
         "it may have been taken out"),
        ({"Read on": "2027-01-12"}, "'Read on' says when it was read, and 'Read by' does not say by whom"),
        ({"Read by": "Sam"}, "'Read by' says who read it, and nothing says when; write 'Read on' as 2027-01-12"),
        ({"Read by": "Sam", "Read on": "soon"}, "'soon' is not a day; write 'Read on' as 2027-01-12"),
        ({"Read by": "Sam", "Read on": "2027-02-11"}, "2027-02-11 is in the future; "
         "write the day on which it was read"),
    ],
)  # fmt: skip
def test_a_row_that_says_too_little_is_named(change: Row, why: str, site: Site) -> None:
    rows = answered(site, {SUMMARY: "Cymorth am ddim."}, **change)
    done = sent_back(site, rows, "--write")

    assert [line.partition(": ")[2] for line in done.err.splitlines()] == [why]
    assert "Cymorth am ddim." not in text(site)


def test_a_row_without_its_version_is_known_by_the_english_beside_it(site: Site) -> None:
    sent_back(site, answered(site, {SUMMARY: "Cymorth am ddim."}, **{"Waymark version": ""}), "--write")

    assert "cy: Cymorth am ddim." in text(site)


def test_two_answers_to_one_text_are_named(site: Site) -> None:
    rows = answered(site, {SUMMARY: "Cymorth am ddim."})
    again = next(row for row in rows if row["Waymark id"] == SUMMARY)
    done = sent_back(site, [*rows, {**again, "Welsh": "Help am ddim."}], "--write")

    assert done.err.count("say different things of one text; keep one of them") == 2
    assert "am ddim" not in text(site)


def test_a_table_that_is_none_of_ours_is_refused(site: Site) -> None:
    assert sent_back(site, [{"Name": "a"}]).err == (
        "back.csv: this is no table that `waymark translate --export` made; "
        "the column 'Waymark id' tells which text each answer is of\n"
    )
    no_answers = [{name: cell for name, cell in row.items() if name != "Welsh"} for row in exported(site)]
    assert sent_back(site, no_answers).err == (
        "back.csv: there is no column 'Welsh' in row 1, so there are no answers; give it that heading again\n"
    )


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        ((), "say where the table goes, --export welsh.xlsx, or which one came back, --import welsh.xlsx"),
        (("--export", "a.csv", "--language", "cu"), "the site is not there in 'cu'; did you mean \"cy\"?"),
        (("--export", "a.ods"), "is neither .csv nor .xlsx; name it welsh.xlsx"),
        (("--export", "a.csv", "--in", "x.yaml"), "x.yaml has no records; name one of "),
        (
            ("--import", "a.csv", "--read-by", "Sam"),
            '--read-by and --read-on go together: --read-by "Sam Reed" --read-on 2027-01-12',
        ),
        (("--import", "a.csv", "--read-by", "Sam", "--read-on", "2027-02-11"), "2027-02-11 is in the future"),
    ],
)
def test_wrong_use_says_what_would_be_right(arguments: tuple[str, ...], words: str, site: Site) -> None:
    before = fingerprint(site.root)
    done = site.waymark("translate", *arguments)

    assert done.status == 2
    assert words in " ".join(done.err.split())
    assert fingerprint(site.root) == before


def test_only_what_is_missing_or_of_one_file(site: Site) -> None:
    assert MESSAGES not in {row["Waymark id"] for row in exported(site, "--state", "missing")}
    assert [row["Waymark id"] for row in exported(site, "--state", "unread")] == [MESSAGES]
    found = exported(site, "--in", "campaigns/dating-scams.md", name="campaign.csv")
    assert {row["Where"] for row in found} == {"campaigns/dating-scams.md, campaign Dating scams"}


def test_a_site_in_one_language_has_nothing_to_translate(tmp_path: Path) -> None:
    site = site_in(tmp_path, "      feeds:")
    done = site.waymark("translate", "--export", "a.csv")

    assert "the site has one language; write the other below languages: in mkdocs.yml" in " ".join(done.err.split())
    assert LANGUAGES.startswith("      languages:")


def test_a_workbook_of_somebody_else_s_is_not_written_over(site: Site) -> None:
    book, out = Workbook(), BytesIO()
    book.save(out)
    site.write("welsh.xlsx", out.getvalue())

    assert site.waymark("translate", "--export", str(site.root / "welsh.xlsx")).status == 2
