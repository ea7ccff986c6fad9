"""Our own doors work with any engine: `waymark build` puts its site in place, and `waymark serve` shows its pages."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.engines.contract import BuildOutcome, Engine
from generator.preview.current_site import Showing
from generator.preview.snapshot import PreviewDay
from tests.engines.bare_engine import BareBuild, BareEngine
from tests.engines.known_engines import MOMENT, built
from tests.site_builder import Site, fingerprint


def test_two_builds_of_one_moment_are_the_same_also_where_waymark_itself_builds(
    engine: Engine, site: Site, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("generator.cli.build.ENGINE", engine)
    monkeypatch.setattr("generator.cli.engine.ENGINE", engine)
    done = site.waymark("build")
    assert built(engine, site.root, tmp_path / "alone").refused == ()

    assert (done.status, done.err) == (0, "")
    assert fingerprint(site.built) == fingerprint(tmp_path / "alone")


class LeakingBuild(BareBuild):
    """One that writes what it should not."""

    def ended(self) -> BuildOutcome:
        outcome = super().ended()
        (self.to / "about" / "index.html").write_text("<h1>Come to 7 Gooseberry Lane, CA99 9ZZ</h1>", encoding="utf-8")
        return outcome


def test_no_engine_gets_round_the_search_of_what_it_built(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tests.engines.bare_engine.BareBuild", LeakingBuild)
    monkeypatch.setattr("generator.cli.build.ENGINE", BareEngine())
    monkeypatch.setattr("generator.cli.engine.ENGINE", BareEngine())
    done = site.waymark("build")

    assert done.status == 1
    assert "must not be public, but got out:" in done.err.splitlines()[0]
    assert not site.built.exists()


def test_a_preview_shows_pages_by_any_engine(engine: Engine, site: Site) -> None:
    showing = Showing(
        site.root, site.root / "overrides", PreviewDay(MOMENT), lambda: MOMENT, "http://127.0.0.1:8000/", engine
    )

    assert showing.view.problems == ()
    for path, words in (("/", "Victim services in Cumbria"), ("/services/victim-support-cumbria/", "0300 303 0554")):
        answer = showing.answer(path)
        assert (answer.status, words in answer.body.decode()) == (200, True)
    assert showing.answer("/nowhere/").status == 404
