"""Whatever slips while somebody types a place that must stay secret, nothing of it is in what a command prints."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner
from hypothesis import given, settings
from hypothesis import strategies as st
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError

from generator.cli.main import main
from generator.engines.mkdocs.plugin import WaymarkPlugin
from tests.site_builder import NOW, SERVICES_YAML, a_site

PLACE = {
    "name": "Zqxford House",
    "address": "7 Zqxberry Lane, Zqxtown",
    "postcode": "ZQ97 4XK",
    "show": "never",
    "area": "cumbria",
    "coordinates": "54.54321, -3.58765",
    "directions": "Ring the zqxbell behind the zqxmill.",
    "source": "https://zqxsource.example.org/where",
}
MARKERS = ("zqx", "zq97", "4xk", "54.54", "3.58")
"""What stands in every text of the place, and nowhere else."""
OLD = "    places:\n      - {name: Larkspur House, address: 7 Gooseberry Lane, postcode: CA99 9ZZ}\n"

WRONG_VALUES = (
    *("[{0}]", "{{{0}: x}}", "{{x: {0}}}", "[[{0}, {0}]]", "{0}\n        {0}: {0}", "- {0}"),
    *('"{0}', "'{0}' {0}", "'{0}", '"{0}" and {0}', '"{0}\\q"', "[{0}", "{{{0}", "{0}: {0}", "{0} # {0}", "# {0}"),
    *("*{0}", "&{0} x", "&a {0}", "!{0} x", "@{0}", "`{0}", "%{0}", "| {0}", "> {0}", "|\n{0}", "\t{0}", "{0}\t: x"),
    *("<b>{0}</b>", "[{0}](javascript:x)", "{0}\u202e", "{0}\x00", "{0}\u2028{0}", "\ufeff{0}", "{0} N/A S404"),
    *("{{en: '<i>{0}'}}", "{{cymraeg {0}: x}}", "{{en: [{0}]}}", "{{en: {0}, xx-{0}: {0}}}"),
)
WAYS = st.one_of(
    st.tuples(st.just("value"), st.sampled_from(WRONG_VALUES)),
    st.tuples(st.just("value"), st.integers(2, 400).map(lambda times: " ".join(["{0}"] * times))),
    st.tuples(
        st.just("name"), st.sampled_from(["", "x", "nam", "adress", "places", "id", "<<", "? ", "{0}", "\t", "-"])
    ),
    st.tuples(st.just("indent"), st.sampled_from(["", " ", "  ", "    ", "       ", "         ", "\t", "        \t"])),
    st.tuples(st.just("line"), st.sampled_from(["out", "twice"])),
    st.tuples(
        st.just("list"), st.sampled_from(["palces", "place", "Places", "contact", "\tplaces", "- places", "about"])
    ),
)


@st.composite
def slips(draw: st.DrawFn) -> str:
    """services.yaml with one slip in one field of the place, which is written in lines or in brackets."""
    field, (how, what) = draw(st.sampled_from(sorted(PLACE))), draw(WAYS)
    lines = []
    for name, value in PLACE.items():
        indent = "        "
        if name == field and how == "value":
            value = what.format(value)
        elif name == field and how == "name":
            name = what.format(value)
        elif name == field and how == "indent":
            indent = what
        times = {"out": 0, "twice": 2}.get(what, 1) if name == field and how == "line" else 1
        lines += [f"{indent}{name}: {value}"] * times
    head = f"    {what if how == 'list' else 'places'}:\n"
    if draw(st.booleans()):
        return SERVICES_YAML.replace(OLD, f"{head}      - {{{', '.join(line.strip(' ') for line in lines)}}}\n")
    first = next(iter(lines), "")
    lines[:1] = [f"      - {first[8:]}" if first.startswith(" " * 8) else first]
    return SERVICES_YAML.replace(OLD, head + "".join(f"{line}\n" for line in lines))


def repeated(told: str) -> list[str]:
    return [marker for marker in MARKERS if marker in told.casefold()]


COMMANDS = (
    *(("plan", "--format", form) for form in ("text", "csv", "html", "ics")),
    *(("due", "--format", form) for form in ("text", "csv", "ics", "issue")),
    ("due", "--message", "harbour-refuge"),
    ("due", "--done", "harbour-refuge", "--by", "Us", "--how", "phoned", "--dry-run"),
    ("links", "--only", "nowhere.example.org"),
    ("release", "--dry-run"),
    ("export",),
)


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return a_site(tmp_path_factory.mktemp("withheld") / "site").root


@pytest.fixture(scope="module")
def engine(root: Path) -> MkDocsConfig:
    return load_config(str(root / "mkdocs.yml"))


def said(root: Path, *arguments: str) -> str:
    done = CliRunner().invoke(main, ["--root", str(root), "--now", NOW, *arguments])
    assert isinstance(done.exception, (SystemExit, type(None))), done.exc_info
    return done.output


def cases(number: int) -> settings:
    return settings(max_examples=number, deadline=None, derandomize=True, database=None)


@cases(150)
@given(slips(), st.sampled_from(COMMANDS))
def test_no_command_repeats_what_stands_in_a_secret_place(
    root: Path, engine: MkDocsConfig, text: str, other: tuple[str, ...]
) -> None:
    (root / "services.yaml").write_text(text, encoding="utf-8")
    told = {form: said(root, "check", "--strict", "--format", form) for form in ("text", "json", "github")}
    plugin = WaymarkPlugin()
    try:
        plugin.load_config({}, None)
        # What a strict check stops for may be advice alone, which stops no build.
        plugin.on_files(None, config=engine) if json.loads(told["json"])["problems"] else None
    except PluginError as error:
        told["build"] = str(error)

    told[" ".join(other)] = said(root, *other)

    assert {command: found for command, words in told.items() if (found := repeated(words))} == {}
