"""What a host takes is kept once: a build says in one line when a site is more, and the handbook says the same."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.cli.build import say_whether_it_fits
from generator.content.loading.hosts import HostRule, read_hosts
from generator.formatters.hosts_page import hosts_page
from generator.site.host_limits import over_limits
from generator.staff.new_site.hosts import FILES, NO_HOST
from tests.checks_of import SETTINGS

ROOT = Path(__file__).parents[2]
HOSTS = read_hosts()


def most(number: int, sure: str = "yes") -> dict[str, object]:
    return {"most": number, "sure": sure, "source": "https://example.org/limits"}


def host(**limits: object) -> HostRule:
    return HostRule.model_validate({"name": "Example Pages", "headers": "no", **limits})


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """Four files in two folders, of 10 bytes."""
    for name, size in (("index.html", 1), ("a/index.html", 2), ("a/b/index.html", 3), ("a/b/talk.mp4", 4)):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_bytes(b"x" * size)
    return tmp_path


@pytest.mark.parametrize(
    ("limits", "said"),
    [
        ({"files": most(3)}, "3 files, and this site has 4"),
        ({"files": most(5), "counts": "entries"}, "5 files and folders, and this site has 6"),
        ({"folder": most(1)}, "1 files in a folder, and . has 2"),
        ({"folder": most(1, "no")}, "probably 1 files in a folder, and . has 2"),
        ({"bytes": most(9)}, "9 bytes, and this site has 10"),
        ({"file_bytes": most(3)}, "3 bytes a file, and a/b/talk.mp4 has 4"),
        (
            {"files": most(3), "bytes": most(9)},
            "3 files, and this site has 4; and 9 bytes, and this site has 10",
        ),
    ],
)
def test_what_a_host_does_not_take_is_said_in_one_line(limits: dict[str, object], said: str, site: Path) -> None:
    assert over_limits(site, host(**limits)) == f"Example Pages takes {said}: see hosts.md in the handbook."


@pytest.mark.parametrize(
    "limits",
    [
        {},
        {"files": most(4)},
        {"files": most(6), "counts": "entries"},
        {"folder": most(2), "bytes": most(10), "file_bytes": most(4)},
    ],
)
def test_what_it_takes_exactly_fits(limits: dict[str, object], site: Path) -> None:
    assert over_limits(site, host(**limits)) == ""


def test_large_numbers_can_be_read() -> None:
    assert HOSTS["cloudflare"].files is not None
    assert HOSTS["cloudflare"].files.most == 20_000
    assert "[20,000](https://developers.cloudflare.com/pages/platform/limits/)" in hosts_page(HOSTS)


def test_the_page_of_the_handbook_is_made_of_the_same_numbers() -> None:
    page = (ROOT / "docs/handbook/hosts.md").read_text(encoding="utf-8")

    assert page == hosts_page(HOSTS), "run make schema"


@pytest.mark.parametrize("name", HOSTS)
def test_each_limit_says_who_says_so(name: str) -> None:
    rule = HOSTS[name]
    limits = [one for one in (rule.files, rule.folder, rule.bytes, rule.file_bytes) if one]

    assert [one for one in limits if one.sure == "yes" and not one.source.startswith("https://")] == []
    assert (rule.builds is None) == (rule.builds_source is None)
    assert rule.deploy is None or (ROOT / "deploy" / rule.deploy).exists()


def test_a_new_site_may_go_to_each_host_whose_files_ship() -> None:
    assert FILES.keys() - {NO_HOST} <= HOSTS.keys()
    assert {name for name, rule in HOSTS.items() if rule.deploy} - {"cloudflare-paid"} == FILES.keys() - {NO_HOST}


def test_a_build_says_so_where_the_settings_name_the_host(
    site: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("generator.content.loading.hosts.read_hosts", lambda: {"here": host(files=most(3))})
    for named in (None, "here"):
        say_whether_it_fits(site, SETTINGS.model_copy(update={"hosted_by": named}))

    assert capsys.readouterr().out.splitlines() == [
        "Example Pages takes 3 files, and this site has 4: see hosts.md in the handbook."
    ]
