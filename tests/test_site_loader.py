"""A folder and a moment are read in one way, by whatever door somebody comes."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest
from mkdocs.config import load_config

from generator.diagnostics import ContentError
from generator.engines.mkdocs.plugin import WaymarkPlugin
from generator.preview.snapshot import PreviewDay, look
from generator.site_loader import Site, SiteError, moment_of
from tests.site_builder import a_site
from tests.test_house import MODULES, imports_of, name_of

NOW = datetime(2027, 2, 10, 9, tzinfo=UTC)
ONE_WAY_IN = {
    "generator.content.load.load",
    "generator.content.loading.config.read_settings",
    "generator.content.loading.config.missing_folders",
    "generator.site.build.publish",
}


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site that no test of this module changes."""
    return a_site(tmp_path_factory.mktemp("loader") / "site").root


def test_no_door_reads_a_site_by_another_way() -> None:
    others = {name_of(path): found for path in MODULES if (found := ONE_WAY_IN & set(imports_of(path)))}

    assert others == {
        "generator/site_loader.py": ONE_WAY_IN,
        # A kit is no folder yet: its settings are a text in memory.
        "generator/staff/hand_over/taking_over.py": {"generator.content.loading.config.read_settings"},
    }


def test_a_command_the_engine_and_the_preview_make_the_same_of_a_folder(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    site = Site(root, NOW)
    settings = site.settings()
    ours = site.published(site.edition(settings, to_publish=True).catalogue, settings)
    view = look(root, PreviewDay(NOW, drafts=False))
    monkeypatch.setenv("SOURCE_DATE_EPOCH", str(int(NOW.timestamp())))
    config = load_config(str(root / "mkdocs.yml"))
    plugin = config.plugins["waymark"]
    assert isinstance(plugin, WaymarkPlugin)
    engine = plugin._publish(config)

    for other in (view.publication, engine):
        assert other is not None
        assert other.frame.settings == settings
        assert other.edition.now == NOW
        assert other.edition.catalogue == ours.edition.catalogue
        assert [(page.address, page.body) for page in other.pages] == [(page.address, page.body) for page in ours.pages]
        assert list(other.downloads) == list(ours.downloads)


def test_a_folder_that_is_no_site_is_wrong_use_for_a_command_and_a_fault_to_mend_in_a_preview(tmp_path: Path) -> None:
    with pytest.raises(SiteError) as refused:
        Site(tmp_path, NOW).settings()
    with pytest.raises(ContentError) as faulty:
        Site(tmp_path, NOW).read_settings()

    words = f"there is no mkdocs.yml in {tmp_path}; go to the site's folder, or name it with --root"
    assert str(refused.value) == words
    assert [problem.location.file for problem in faulty.value.problems] == ["mkdocs.yml"]
    assert look(tmp_path, PreviewDay(NOW)).problems == faulty.value.problems


def test_settings_are_read_from_the_file_that_an_engine_was_told(root: Path) -> None:
    (root / "other.yml").write_text("site_name: Nothing else\n", encoding="utf-8")
    with pytest.raises(ContentError) as faulty:
        Site(root, NOW, "other.yml").settings()
    (root / "other.yml").unlink()

    assert {problem.location.file for problem in faulty.value.problems} == {"other.yml"}


def test_a_moment_in_seconds_is_read_and_no_other() -> None:
    assert moment_of("1802250000") == NOW


@pytest.mark.parametrize("epoch", ["", "soon", "2027-02-10", "1e9", "1802250000.5", "9" * 30, "-" + "9" * 30])
def test_what_is_no_moment_in_seconds_is_named(epoch: str) -> None:
    words = f"SOURCE_DATE_EPOCH is '{epoch}'; it must be a moment in seconds, for example 1802250000"
    with pytest.raises(SiteError) as error:
        moment_of(epoch)

    assert str(error.value) == words
