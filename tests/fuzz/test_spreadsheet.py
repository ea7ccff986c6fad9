"""Whatever a spreadsheet holds, `waymark import` names each row or says why it can't; there is never a traceback."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.cli.main import main
from tests.fuzz.mutations import JUNK, damaged
from tests.fuzz.whole import DIRECTORY_FILE, MKDOCS_FILE

TABLE = """\
Waymark id,Service name,Organisation,Kind of service,Summary,Helps with,Areas,Age from,Contact 1 kind,\
Contact 1 number or address,Contact 1 opening hours,Contact 1 checked on,Place 1 name,Place 1 postcode,Place 1 is shown
harbour-helpline,Harbour Helpline,victim-support,helpline,A free helpline.,any-crime,cumbria,8,phone,\
01632 960001,24/7,2026-11-20,Office,CA10 2AU,full
victim-support-cumbria,"Victim Support, Kendal",Victim Support,victim-hub,Help.,any-crime; stalking,cumbria,,phone,\
01632 960002,,20/11/2026,,,
"""
SPOILT = st.one_of(
    damaged(TABLE.encode()),
    st.lists(st.sampled_from([str(junk) for junk in JUNK]), min_size=15, max_size=16).map(
        lambda cells: (TABLE + ",".join('"' + cell.replace('"', '""') + '"' for cell in cells) + "\n").encode()
    ),
)
OPTIONS = ((), ("--update",), ("--add-organisations", "--default", "areas=cumbria"), ("--map", "name=-"))


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("sheet")
    (folder / "mkdocs.yml").write_text(MKDOCS_FILE, encoding="utf-8")
    (folder / "services.yaml").write_text(DIRECTORY_FILE, encoding="utf-8")
    return folder


@settings(max_examples=150, deadline=None, derandomize=True, database=None)
@given(SPOILT, st.sampled_from(OPTIONS), st.sampled_from([".csv", ".xlsx"]))
def test_no_spreadsheet_makes_a_traceback(root: Path, data: bytes, options: tuple[str, ...], ending: str) -> None:
    sheet = root / f"sheet{ending}"
    sheet.write_bytes(data)
    before = (root / "services.yaml").read_bytes()
    done = CliRunner().invoke(main, ["--root", str(root), "import", str(sheet), *options])

    assert isinstance(done.exception, (SystemExit, type(None))), done.exc_info
    assert done.exit_code in (0, 1, 2)
    assert "Traceback" not in done.output
    assert (root / "services.yaml").read_bytes() == before
