"""An option that is a number: what is wrong with it, and one right example."""

from __future__ import annotations

import pytest

from tests.site_builder import Site


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["plan", "--year", "2O27"], "'--year': '2O27' is not a year from 1900 to 2100; write it as 2027"),
        (["plan", "--year", "1850"], "'--year': '1850' is not a year from 1900 to 2100; write it as 2027"),
        (["due", "--within", "1.5"], "'--within': '1.5' is not a whole number from 0 to 730; write it as 30"),
        (["links", "--hosts", "many"], "'--hosts': 'many' is not a whole number from 1 to 32; write it as 8"),
        (["links", "--pause", "nan"], "'--pause': 'nan' is not a number from 0.0 to 60.0; write it as 1.5"),
        (["serve", "--port", "9" * 5000], "is not a whole number from 1 to 65535; write it as 8001"),
    ],
)
def test_what_is_no_such_number_is_named_with_what_to_write(arguments: list[str], words: str, site: Site) -> None:
    done = site.waymark(*arguments)

    assert (done.status, done.out) == (2, "")
    assert done.err.splitlines()[-1].endswith(words)
    assert "Error: Invalid value for" in done.err


def test_the_help_says_which_numbers_there_are(site: Site) -> None:
    assert "--year 1900-2100" in " ".join(site.waymark("plan", "--help").out.split())
