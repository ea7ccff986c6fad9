"""What `waymark import` says of a place: all of it in a terminal, and no value of it where others may read along."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from generator.cli.main import main
from tests.site_builder import NOW, Site, a_site


@pytest.fixture
def site(tmp_path: Path) -> Site:
    return a_site(tmp_path / "site")


def told(site: Site, cells: str) -> Result:
    """What the import of these cells says, for a dry run."""
    site.write("harbour.csv", cells)
    table = str(site.root / "harbour.csv")
    options = ["--root", str(site.root), "--now", NOW, "import", table, "--update"]
    return CliRunner().invoke(main, options, env={"COLUMNS": "80"}, catch_exceptions=False)


def test_in_a_terminal_what_is_withheld_is_said(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("generator.formatters.import_report.is_a_terminal", lambda _: True)
    done = told(site, "Waymark id,Place 1 postcode\nharbour-refuge,\n")

    assert "  harbour-refuge: Place 1 postcode: 'CA99 9ZZ' would be taken out" in done.stdout.splitlines()


@pytest.mark.parametrize(
    "cells",
    [
        "Waymark id,Place 1 postcode,Place 1 address\nharbour-refuge,ZQ97,7 Zqxberry Lane\n",
        "Waymark id,Place 1 postcode,Place 1 address\nharbour-refuge,ZQ97 4XK,<b>7 Zqxberry Lane\n",
        "Waymark id,Place 1 show,Place 1 area,Place 1 name\nharbour-refuge,zqx,zqx,Zqxford\n",
        "Waymark id,Place 2 name,Place 2 address\nharbour-refuge,Zqxford,7 Zqxberry Lane\n",
        "Waymark id,Where it is\nharbour-refuge,7 Zqxberry Lane\n",
        "Service name,Street,Postcode,Building,Venue,Town\nZqford,7 Zqxberry Lane,ZQ97 4XK,Zqxford,Zqxtown,zqxtown\n",
    ],
)
def test_elsewhere_no_value_of_a_place_is_repeated(site: Site, cells: str) -> None:
    said = told(site, cells).output.casefold()

    assert [marker for marker in ("zqx", "zq97", "4xk") if marker in said] == []


def test_a_row_with_a_retired_address_is_to_mend_at_its_column(site: Site) -> None:
    retired = "retired_addresses:\n  - {address: https://old.example.org, was: Harbour, source: a letter}\n"
    site.change("services.yaml", "retired_numbers:", f"{retired}retired_numbers:")
    head = "Service name,Provider,Kind,Summary,Crime type,Area,Website\n"
    done = told(site, f"{head}Quay,Victim Support,Helpline,A line.,Any crime,Cumbria,http://www.old.example.org/x\n")

    assert "column Website: http" in done.output or "column Website: www" in done.output, done.output
    assert "is a retired address (Harbour)" in " ".join(done.output.split())
    assert "1 row: 1 to mend." in done.output
