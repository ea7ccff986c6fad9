"""Templates are compiled once for every site of a process, and for later ones: never for other words or other ways."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from jinja2 import Environment, FileSystemLoader

from generator.l10n.translations import PoTranslations, speak
from generator.site.render import compiled
from generator.site.render.compiled import Compiled

HELLO = "<p>{% trans %}Search{% endtrans %} {{ name }}</p>"


@pytest.fixture(autouse=True)
def of_its_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Nothing is known yet, and what is kept is kept in a folder of this test."""
    monkeypatch.setattr(compiled, "KEPT", {})
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    monkeypatch.setattr(sys, "pycache_prefix", str(tmp_path / "kept"))
    return tmp_path / "kept"


@pytest.fixture
def texts(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Every text that was compiled."""
    texts: list[str] = []
    real = Environment.compile

    def compile_it(self: Environment, source: str, *args: object, **more: object) -> object:
        texts.append(source)
        return real(self, source, *args, **more)  # type: ignore[call-overload]

    monkeypatch.setattr(Environment, "compile", compile_it)
    return texts


def said(folder: Path, text: str = HELLO, *, words: dict[str, str] | None = None, escaped: bool = True) -> str:
    """What the template says in an environment of its own."""
    folder.mkdir(exist_ok=True)
    (folder / "a.html").write_text(text, encoding="utf-8")
    environment = Environment(loader=FileSystemLoader(folder), autoescape=True)
    environment.autoescape = escaped
    environment.bytecode_cache = Compiled("cy" if words else "en")
    speak(environment, PoTranslations.of("cy" if words else "en", words or {}))
    return environment.get_template("a.html").render(name="<b>")


def forgotten() -> None:
    """As in a new process."""
    compiled.KEPT.clear()


def test_the_same_text_in_another_folder_is_not_compiled_again(tmp_path: Path, texts: list[str]) -> None:
    assert said(tmp_path / "a") == said(tmp_path / "b") == "<p>Search &lt;b&gt;</p>"
    assert texts == [HELLO]


def test_a_text_that_was_changed_is_compiled_anew_and_so_is_one_that_was_changed_back(tmp_path: Path) -> None:
    assert [said(tmp_path / "a", text) for text in ("one", "two", "one")] == ["one", "two", "one"]
    forgotten()
    assert [said(tmp_path / "a", text) for text in ("two", "one")] == ["two", "one"]


@pytest.mark.parametrize("between", [lambda: None, forgotten], ids=["one process", "another process"])
def test_words_that_were_changed_are_said(tmp_path: Path, between: object) -> None:
    assert callable(between)
    assert said(tmp_path / "a", words={"Search": "Chwilio"}) == "<p>Chwilio &lt;b&gt;</p>"
    between()
    assert said(tmp_path / "a", words={"Search": "Chwiliwch"}) == "<p>Chwiliwch &lt;b&gt;</p>"
    between()
    assert said(tmp_path / "a") == "<p>Search &lt;b&gt;</p>"


@pytest.mark.parametrize("between", [lambda: None, forgotten], ids=["one process", "another process"])
def test_what_was_compiled_without_escaping_is_never_used_where_everything_is_escaped(
    tmp_path: Path, between: object
) -> None:
    assert callable(between)
    assert said(tmp_path / "a", escaped=False) == "<p>Search <b></p>"
    between()
    assert said(tmp_path / "a") == "<p>Search &lt;b&gt;</p>"


def test_another_process_compiles_nothing_that_one_before_it_did(tmp_path: Path, texts: list[str]) -> None:
    first = said(tmp_path / "a")
    forgotten()

    assert said(tmp_path / "b") == first
    assert texts == [HELLO]


@pytest.mark.parametrize("data", [b"", b"j2", b"nothing of the kind" * 40])
def test_what_was_cut_or_spoilt_is_made_anew(data: bytes, tmp_path: Path, of_its_own: Path) -> None:
    first = said(tmp_path / "a")
    (kept,) = [path for path in of_its_own.rglob("*") if path.is_file()]
    kept.write_bytes(data)
    forgotten()

    assert said(tmp_path / "a") == first


def test_half_of_what_was_kept_is_made_anew(tmp_path: Path, of_its_own: Path) -> None:
    first = said(tmp_path / "a")
    (kept,) = [path for path in of_its_own.rglob("*") if path.is_file()]
    kept.write_bytes(kept.read_bytes()[:-40])
    forgotten()

    assert said(tmp_path / "a") == first


def test_where_nothing_may_be_kept_the_site_is_made_all_the_same(
    tmp_path: Path, of_its_own: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    first = said(tmp_path / "a")
    assert not of_its_own.exists()
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    of_its_own.write_text("a file, where the folder would be", encoding="utf-8")
    forgotten()

    assert said(tmp_path / "a") == first


def test_a_template_that_fails_names_its_own_file(tmp_path: Path) -> None:
    text = "fine\n{{ 1 / nought }}"
    for name in ("a", "b"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "a.html").write_text(text, encoding="utf-8")
        environment = Environment(  # noqa: S701 # no word of it is shown
            loader=FileSystemLoader(tmp_path / name), bytecode_cache=Compiled("en")
        )
        with pytest.raises(ZeroDivisionError) as failed:
            environment.get_template("a.html").render(nought=0)
        last = failed.traceback[-1]
        assert (str(last.path), last.lineno) == (str(tmp_path / name / "a.html"), 1)
