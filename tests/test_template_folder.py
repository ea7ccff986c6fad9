"""A site has all templates without a folder of its own, and changes one by having that one alone."""

from __future__ import annotations

from pathlib import Path

from generator.template_folder import SHIPPED, TemplateFolder


def test_a_site_without_a_folder_of_its_own_has_every_template(tmp_path: Path) -> None:
    folder = TemplateFolder.of(tmp_path, "overrides")
    assert folder.places == (SHIPPED,)
    assert (folder / "main.html").is_file()
    assert (folder / "scripts" / "search" / "page.js").read_text(encoding="utf-8")


def test_one_file_of_its_own_takes_the_place_of_that_one_alone(tmp_path: Path) -> None:
    (tmp_path / "overrides" / "styles").mkdir(parents=True)
    (tmp_path / "overrides" / "styles" / "type.css").write_text("p {}", encoding="utf-8")
    folder = TemplateFolder.of(tmp_path, "overrides")
    assert (folder / "styles" / "type.css").read_text(encoding="utf-8") == "p {}"
    assert (folder / "styles" / "card.css").path == SHIPPED / "styles" / "card.css"
    assert {one.name for one in (folder / "styles").iterdir()} == {one.name for one in (SHIPPED / "styles").iterdir()}


def test_the_shipped_folder_itself_is_looked_at_once() -> None:
    assert TemplateFolder.of(SHIPPED.parent, SHIPPED.name).places == (SHIPPED,)


def test_what_is_nowhere_is_missing_from_what_ships(tmp_path: Path) -> None:
    (tmp_path / "overrides").mkdir()
    gone = TemplateFolder.of(tmp_path, "overrides") / "pages" / "no.html"
    assert not gone.is_file()
    assert gone.path == SHIPPED / "pages" / "no.html"
