"""The handbook's table of what `content/` may hold is the code's own list."""

from __future__ import annotations

import re
from pathlib import Path

from generator.model.file_types import TYPES, Handling
from generator.privacy.documents.pdf import MOST_PAGES
from generator.privacy.documents.reader import MOST_BYTES, MOST_FILES

PAGE = Path(__file__).parents[2] / "docs/handbook/publish.md"
A_ROW = re.compile(r"^\| ([\w ]+) \| ((?:`\.\w+` ?)+) \| (.+) \|$", re.MULTILINE)


def test_the_table_of_file_types_is_the_list_that_check_goes_by() -> None:
    rows = {name: (endings.replace("`", "").split(), what) for name, endings, what in A_ROW.findall(PAGE.read_text())}
    code: dict[str, list[str]] = {}
    for one in TYPES:
        code.setdefault(one.name, []).extend(one.endings)

    assert {name: endings for name, (endings, _) in rows.items()} == code
    for one in TYPES:
        assert rows[one.name][1].startswith("Only once") == (one.rule is Handling.NAMED), one.name
        assert ("searched" in rows[one.name][1]) == (one.rule is Handling.NAMED), one.name
        assert ("not searched" in rows[one.name][1]) == (one.rule is Handling.NAMED and not one.searched), one.name


def test_the_limits_of_archives_and_pdfs_are_those_of_the_code() -> None:
    assert f"more than {MOST_FILES:,} files or {MOST_BYTES // 1_000_000} MB" in PAGE.read_text()
    assert f"A PDF has {MOST_PAGES:,} pages at most" in PAGE.read_text()
