"""Nothing leaves unsearched, by whatever door: a site is searched as a folder, a staff's file before it is written."""

from __future__ import annotations

import ast
import gzip
import json
from collections.abc import Callable, Iterator
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image, PngImagePlugin

from generator.engines.contract import STAMPED
from generator.model.fields.dates import moment
from generator.output import csv_table
from generator.privacy.outgoing import LeakError, Outgoing, searched
from generator.privacy.scan import Search
from generator.site_loader import Site as Loaded
from generator.staff.spreadsheets.export_table import ServicesTable, services_table
from generator.staff.spreadsheets.xlsx_writer import to_xlsx
from tests.cli.in_process import waymark
from tests.site_builder import NOW, REPOSITORY, a_site
from tests.test_house import MODULES, imports_of, name_of

WITHHELD = {"7 Gooseberry Lane": "the address of a place of harbour-refuge"}
ROWS = [["name", "about"], ["Harbour", "Come to 7, Gooseberry lane"]]
EXEMPT = {
    ("generator/cli/check.py", "REDACTED"),
    ("generator/cli/export.py", "ASKED_FOR"),
    ("generator/cli/kits/hand_over.py", "ASKED_FOR"),
    ("generator/cli/kits/take_over.py", "OWN_CONTENT"),
    ("generator/cli/web/links.py", "OWN_LINKS"),
    ("generator/cli/schema.py", "NO_RECORDS"),
}
"""What leaves unsearched, and why: the reasons stand in `privacy/outgoing.py`."""
LAST = "id: dating-scams-2027-last\n    at: 2027-02-27 09:00\n    text: At Zanzibar Quay. It"
WRITERS = {
    "generator/cli/errors.py": "an input or output that a job closed, opened on nothing",
    "generator/cli/offices/index.py": "a folder that takes its place when it has been searched for each office",
    "generator/cli/web/link_numbers.py": "when each address last answered, or showed a number: no more",
    "generator/cli/output_file.py": "takes an Outgoing alone",
    "generator/cli/kits/output_folder.py": "takes Outgoings alone",
    "generator/cli/progress_line.py": "to the terminal, how much of a build is done: words of its own and counts",
    "generator/cli/release.py": "the ledger: ids and days of posts",
    "generator/cli/revisions.py": "an earlier state of the authors' own files, for as long as the command runs",
    "generator/content/editing/atomic.py": "the step in which every file is written; whoever calls it stands here",
    "generator/content/editing/save.py": "an author's own file, in the author's own folder",
    "generator/forked.py": "a process's own streams",
    "generator/engines/mkdocs/runner.py": "a process's own streams, opened on nothing",
    "generator/preview/server.py": "pages that `preview/snapshot.py` has searched, for a browser on this machine; "
    "and the form, which shows an author's own file to whoever has the key of its run",
    "generator/privacy/pictures/published.py": "into memory",
    "generator/processes.py": "a pipe to the process that asked",
    "generator/site/share_images/card.py": "into memory",
    "generator/site/share_images/campaign_pictures.py": "into memory",
    "generator/staff/approval/approving.py": "approvals.csv as it was: digests and names, in the author's own folder",
    "generator/staff/spreadsheets/xlsx_writer.py": "into memory",
    "generator/site/build_folder.py": "a folder that takes its place when it has been searched",
    "generator/site/render/compiled.py": "our own templates, compiled, in the user's cache",
}
"""Every file of ours that can write one, and why nothing gets past the search there."""
TO_WRITE = frozenset(
    "write_text write_bytes symlink_to hardlink_to rename touch copy2 copyfile copytree copyfileobj "
    "NamedTemporaryFile mkstemp mkdtemp pwrite sendfile extractall".split()
)
FLAGS = frozenset({"O_WRONLY", "O_RDWR", "O_CREAT", "O_APPEND", "O_TRUNC"})


OUR_OWN = frozenset(f"generator.content.editing.atomic.{name}" for name in ("Spare", "beside", "exchange", "put"))
"""The steps in which our own code writes whole files."""


def called(node: ast.Call) -> str:
    return getattr(node.func, "attr", getattr(node.func, "id", ""))


def writes(node: ast.AST) -> bool:
    """Whether a piece of code may write to a file of the disk, or to somebody's browser."""
    if isinstance(node, ast.Attribute):
        return node.attr == "wfile" or node.attr in FLAGS
    if not isinstance(node, ast.Call):
        return False
    name, owner = called(node), getattr(getattr(node.func, "value", None), "id", "")
    if name in ("open", "fdopen", "ZipFile", "TarFile", "GzipFile"):
        behind = isinstance(node.func, ast.Name) or owner in ("io", "gzip", "tarfile", "zipfile", "Image")
        given = [*node.args[1 if behind else 0 :], *(one.value for one in node.keywords)]
        modes = [one.value for one in given if isinstance(one, ast.Constant) and isinstance(one.value, str)]
        if any(isinstance(one, ast.Name) and one.id == "mode" for one in given):
            return True
        return any(set(mode) <= set("rwxabt+U:gz") and set(mode) & set("wxa+") for mode in modes)
    if name in ("replace", "write", "writev", "link", "copy", "move"):
        return owner in ("os", "shutil")
    if name == "save":  # of a picture or a book; our own, of authors' files, is no method
        return isinstance(node.func, ast.Attribute)
    return name in TO_WRITE and owner != "self" and bool(node.args or node.keywords or name == "touch")


def test_whatever_can_write_a_file_stands_in_a_list_with_a_reason_why_nothing_gets_past_the_search() -> None:
    found = {
        name_of(path)
        for path in MODULES
        if OUR_OWN & set(imports_of(path))
        or any(writes(node) for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))))
    }

    assert found == WRITERS.keys()


@pytest.mark.parametrize(
    "code",
    [
        'open("x", "w")',
        'path.open("xb")',
        'path.open(mode="a")',
        "os.open(x, os.O_WRONLY)",
        "path.write_text(x)",
        "path.write_bytes(x)",
        "os.replace(a, b)",
        "os.write(1, b)",
        "shutil.copyfile(a, b)",
        'ZipFile(x, "w")',
        "tempfile.NamedTemporaryFile(dir=x, delete=False) and 0 or tempfile.NamedTemporaryFile(x)",
        "self.wfile.write(b)",
    ],
)
def test_a_way_to_write_is_seen(code: str) -> None:
    assert any(writes(node) for node in ast.walk(ast.parse(code)))


@pytest.mark.parametrize("code", ["open(x)", "open(x, 'rb')", "text.replace(a, b)", "match.link(x)", "copy(draft)"])
def test_what_only_reads_is_no_way_to_write(code: str) -> None:
    assert not any(writes(node) for node in ast.walk(ast.parse(code)))


def calls_of(name: str) -> Iterator[tuple[str, ast.Call]]:
    for path in MODULES:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and called(node) == name:
                yield name_of(path), node


def test_only_the_search_says_that_something_may_leave() -> None:
    assert {file for file, _ in calls_of("Outgoing")} == {"generator/privacy/outgoing.py"}
    assert {(file, ast.unparse(call.args[1]).removeprefix("Exempt.")) for file, call in calls_of("exempt")} == EXEMPT


def test_a_built_site_takes_its_place_only_in_the_files_that_search_it() -> None:
    searching = {file for file, _ in calls_of("got_out")}

    # The last is for folders of which no site is made as they are: each file of theirs is an Outgoing.
    assert {file for file, _ in calls_of("put_in_place")} <= searching | {"generator/cli/kits/output_folder.py"}
    assert searching == {
        "generator/cli/build.py",
        "generator/cli/offices/index.py",
        "generator/engines/mkdocs/plugin.py",
    }


def in_a_picture() -> bytes:
    note, file = PngImagePlugin.PngInfo(), BytesIO()
    note.add_text("Comment", "Come to 7 Gooseberry Lane")
    Image.new("RGB", (1, 1)).save(file, "PNG", pnginfo=note)
    return file.getvalue()


KINDS: dict[str, Callable[[], bytes]] = {
    "": lambda: b"/*\n  X-Where: 7 Gooseberry Lane\n",
    ".css": lambda: b'p::after{content:"7 \\47 ooseberry Lane"}',
    ".csv": lambda: csv_table(ROWS[0], ROWS[1:]),
    ".geojson": lambda: json.dumps({"properties": {"address": "7 Gooseberry Lane"}}).encode(),
    ".gz": lambda: gzip.compress(b"<loc>https://help.example.org/7-gooseberry-lane/</loc>"),
    ".html": lambda: b"<p>Come to <b>7</b>&#32;Goose&shy;berry Lane</p>",
    ".ics": lambda: b"DESCRIPTION:Come to 7 Goose\r\n berry Lane\r\n",
    ".js": lambda: b"const where = '7 \\x47ooseberry ' + 'Lane'",
    ".json": lambda: json.dumps({"where": "7\u00a0Gooseberry Lane"}).encode(),
    ".ndjson": lambda: b"{}\n" + json.dumps({"where": "7 Gooseberry\u00a0Lane"}).encode() + b"\n",
    ".png": in_a_picture,
    ".jsonld": lambda: json.dumps({"@value": "7 Gooseb\u00e9rry Lane".replace("\u00e9", "e")}).encode(),
    ".ttl": lambda: b'<#a> dct:title "7 Gooseberry \\u004cane"@en .',
    ".txt": lambda: b"Come to 7 Gooseberry Lane.",
    ".svg": lambda: b"<svg><title>7 <tspan>Gooseberry</tspan> Lane</title></svg>",
    ".xml": lambda: b"<item><title><![CDATA[7 Gooseberry]]> Lane</title></item>",
}
"""Each kind of file that a site has, with a secret in it as that kind would hold it."""


def test_every_kind_of_file_that_a_site_has_is_one_in_which_the_search_finds_a_secret() -> None:
    site = Loaded(REPOSITORY, moment(NOW))
    settings = site.settings()
    made = site.published(site.catalogue(settings, to_publish=True), settings)
    templates = REPOSITORY / settings.templates / "assets"
    names = {asset.path for asset in made.downloads} | set(STAMPED) | {"index.html"}
    names.add("places.geojson")  # where a place says where it is on a map
    names |= {path.name for path in templates.rglob("*") if path.is_file()}

    assert {Path(name).suffix for name in names} == KINDS.keys()


@pytest.mark.parametrize("ending", KINDS)
def test_a_secret_is_found_in_every_kind_of_file(ending: str) -> None:
    found = list(Search(WITHHELD, (), ()).problems_in(f"file{ending}", KINDS[ending]()))

    assert {problem.code for problem in found} == {"withheld-in-output"}


def test_nothing_is_handed_over_with_a_secret_place_in_it() -> None:
    with pytest.raises(LeakError) as error:
        searched(csv_table(ROWS[0], ROWS[1:]), "csv", {}, WITHHELD)

    assert str(error.value) == (
        "csv.csv:2:18: the address of a place of harbour-refuge is withheld, but it is in this file"
    )
    assert "ooseberry" not in str(error.value)


def test_what_holds_no_secret_place_is_handed_over_as_it_is() -> None:
    for made in (b"name\r\nHarbour\r\n", "Come to 8 Gooseberry Road"):
        assert searched(made, "csv", WITHHELD) == Outgoing(made)
        assert searched(made, "csv") == Outgoing(made)


def test_an_archive_is_searched_by_what_it_says_and_never_without() -> None:
    book = to_xlsx(ROWS, {}, {})
    with pytest.raises(TypeError):
        searched(book, "xlsx", WITHHELD)
    with pytest.raises(LeakError):
        searched(book, "xlsx", WITHHELD, says=[cell for row in ROWS for cell in row])
    assert searched(book, "xlsx", WITHHELD, says=["Harbour"]) == Outgoing(book)


STAFF = {
    "a plan": ("plan", "--format", "html"),
    "a table of the plan": ("plan", "--format", "csv"),
    "a calendar": ("plan", "--format", "ics"),
    "a plan in words": ("plan",),
    "a campaign": ("plan", "--campaign", "dating-scams"),
    "posts to load": ("plan", "--campaign", "dating-scams", "--format", "csv"),
    "what is due": ("due",),
    "what is due, as a table": ("due", "--format", "csv"),
    "what is due, as a calendar": ("due", "--format", "ics"),
    "what is due, as an issue": ("due", "--format", "issue"),
    "a message": ("due", "--message", "harbour-refuge"),
    "a table of services": ("export", "--format", "csv"),
    "a workbook": ("export", "--format", "xlsx"),
}


@pytest.mark.parametrize("arguments", STAFF.values(), ids=STAFF)
def test_no_command_writes_or_prints_a_file_in_which_a_secret_place_turns_up(
    arguments: tuple[str, ...], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As if a fault of ours let one through: words that are in each of these files are said to be of a secret place."""
    site = a_site(tmp_path / "site")
    site.change("services.yaml", "name: Harbour\n", "name: Zanzibar Quay\n")
    site.change("campaigns/dating-scams.md", "title: Dating", "title: Zanzibar Quay, dating")
    site.change("campaigns/dating-scams.md", "id: dating-scams-2027-last\n    at: 2027-02-27 09:00\n    text: It", LAST)
    monkeypatch.setattr("generator.edition.Edition.withheld", {"Zanzibar Quay": "the name of a place"})
    monkeypatch.setattr("generator.privacy.withheld_search.Sought.redacted", lambda _, text, *__: text)
    monkeypatch.setattr("generator.staff.spreadsheets.export_table.services_table", unguarded(services_table))
    to = tmp_path / "made.file"
    words = "A secret place would be in it, so nothing was written. Tell whoever looks after Waymark:"
    for way in (["--to", str(to)], [] if arguments[-1] != "xlsx" else ["--to", str(to)]):
        done = waymark(site.root, [*arguments, *way])
        assert (done.status, done.out, done.err.splitlines()[:1]) == (1, "", [words])
        assert "anzibar" not in done.err
    assert not to.exists()


def unguarded(really: Callable[..., ServicesTable]) -> Callable[..., ServicesTable]:
    """Every cell as it is: an export looks at each by itself first."""
    return lambda *given, **options: really(*given, **{**options, "leaks": lambda _: False})
