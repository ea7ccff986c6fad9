"""The folder that comes of a kit is the same site, posts nothing twice, and is there whole or not at all."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.kits import LEDGER, built, files_in, hand_over, site_to_hand_over, take_over
from tests.cli.talking import Talk
from tests.site_builder import NOW, Done, Site, a_site, called


@pytest.fixture
def site(tmp_path: Path) -> Site:
    return site_to_hand_over(tmp_path)


def test_the_folder_that_comes_of_a_kit_is_the_same_site_to_the_last_byte(site: Site) -> None:
    assert hand_over(site, "kit").status == 0
    assert take_over(site, "--no-input").status == 0

    assert built(site.root.parent / "new") == built(site.root)


def test_what_is_changed_on_purpose_is_all_that_changes(site: Site) -> None:
    hand_over(site, "kit")
    done = take_over(site, "--no-input", "--office", "Mayor of Exampleshire", "--address", "https://new.example.org")
    old, new = built(site.root), built(site.root.parent / "new")
    words = {b"Mayor of Exampleshire": b"Waymark tests", b"new.example.org": b"help.example.org"}

    def as_before(data: bytes) -> bytes:
        for now, before in words.items():
            data = data.replace(now, before)
        return re.sub(rb'(?:length|fileSize)="[0-9]+"|[0-9]+ KB', b"", data)  # of a picture that names the office

    texts = [name for name in old if not name.endswith((".png", ".svg", ".json", ".ndjson"))]
    assert done.status == 0, done.err
    assert old.keys() == new.keys()
    assert [name for name in texts if as_before(new[name]) != as_before(old[name])] == []
    config = (site.root / "mkdocs.yml").read_text(encoding="utf-8")
    for was, now in (
        ("https://help.example.org/", "https://new.example.org/"),
        ("Waymark tests", "Mayor of Exampleshire"),
    ):
        config = config.replace(was, now)
    assert (site.root.parent / "new/mkdocs.yml").read_text(encoding="utf-8") == config


def test_no_post_goes_out_twice_and_one_that_came_due_meanwhile_is_named(site: Site) -> None:
    hand_over(site, "kit")
    at_once = take_over(site, "--no-input")
    new = site.root.parent / "new"
    again = called(["release", "--root", str(new), "--dry-run", "--now", NOW], new)
    later = take_over(Site(site.root), "--no-input", now="2027-02-27T10:00")

    assert (new / "campaigns/published.csv").read_text(encoding="utf-8") == LEDGER
    assert "came due since" not in at_once.out
    assert again.out.startswith("0 posts will be released, 0 repeats.\n")
    assert later.status == 2  # the folder is there by now
    for path in sorted(new.rglob("*"), reverse=True):
        path.rmdir() if path.is_dir() else path.unlink()
    later = take_over(site, "--no-input", now="2027-02-27T10:00")
    assert (
        "1 post came due since the kit was made at 2027-02-10 09:00: dating-scams-2027-last. If the old site sent them "
        "out, copy its campaigns/published.csv here before you release: else they go out twice."
    ) in " ".join(later.out.split())


def test_ids_of_open_data_are_written_down_and_stay(site: Site) -> None:
    hand_over(site, "kit")
    take_over(site, "--no-input", "--address", "https://elsewhere.example.org")
    kit, new = site.root.parent / "kit", site.root.parent / "new"
    hand_over(Site(new), str(site.root.parent / "second"))
    written = (kit / "ids.csv").read_text(encoding="utf-8-sig")
    (service,) = re.findall(r"service,victim-support-cumbria,(\S+?),", written)

    assert service in built(new)["data/oruk/services.json"].decode()
    assert (
        'post that went out,dating-scams-2027-launch,"tag:help.example.org,2026:post:dating-scams-2027-launch"'
        in written
    )
    assert (site.root.parent / "second/ids.csv").read_bytes() == (kit / "ids.csv").read_bytes()


class Killed(BaseException):
    """As if the process ended at this moment."""


@pytest.mark.parametrize("nth", [1, 2, 9, 19, "rename"])
@pytest.mark.parametrize("what", [hand_over, take_over], ids=["handing over", "taking over"])
def test_who_is_killed_at_any_step_leaves_nothing_half(
    site: Site, nth: int | str, what: Callable[..., Done], monkeypatch: pytest.MonkeyPatch
) -> None:
    around = site.root.parent
    hand_over(site, "kit")
    before = files_in(around)
    site.change("content/rights.md", "Words.", "More words.")
    written = 0
    really, renamed = Path.write_bytes, Path.rename

    def write(path: Path, data: bytes) -> int:
        nonlocal written
        written += 1
        if written == nth:
            raise Killed
        return really(path, data)

    def rename(path: Path, to: Path) -> Path:
        if path.name == "site" and ".new-" in path.parent.name:
            raise Killed
        return renamed(path, to)

    with monkeypatch.context() as broken:
        broken.setattr(Path, "write_bytes", write)
        if nth == "rename":
            broken.setattr(Path, "rename", rename)
            broken.setattr("generator.site.build_folder.exchange", rename)
        arguments = ("kit",) if what is hand_over else ("--no-input",)
        stopped = nth == "rename" or (isinstance(nth, int) and nth <= (19 if what is hand_over else 10))
        if stopped:
            with pytest.raises(Killed):
                what(site, *arguments)

    after = {name: data for name, data in files_in(around).items() if name != "site/content/rights.md"}
    assert after == {name: data for name, data in before.items() if name != "site/content/rights.md"}
    assert what(site, *arguments).status == 0


def test_options_that_the_kit_has_an_answer_to_are_refused(site: Site) -> None:
    hand_over(site, "kit")
    done = take_over(site, "--no-input", "--police-area", "Sussex")

    assert done.status == 2
    assert "--police-area does not go with --kit: the kit has it; change it in the new folder" in " ".join(
        done.err.split()
    )


def test_another_host_gets_its_files(site: Site) -> None:
    hand_over(site, "kit")
    take_over(site, "--no-input", "--host", "netlify")

    assert (site.root.parent / "new/netlify.toml").is_file()


def test_somebody_at_a_terminal_is_asked_two_things(talk: Talk, site: Site) -> None:
    hand_over(site, "kit")
    done = take_over(site, typed="Mayor of Exampleshire\n\ny\n")
    config = (site.root.parent / "new/mkdocs.yml").read_text(encoding="utf-8")

    assert done.status == 0, done.err
    assert "What is the office called that takes over? (Enter: Waymark tests)" in done.out
    assert "office: {name: Mayor of Exampleshire}" in config
    assert "site_url: https://help.example.org/" in config


def test_words_that_name_the_office_before_are_found(site: Site) -> None:
    site.change("content/about.md", "Words.", "Run by Waymark\ntests, at https://help.example.org/about/.")
    site.change("content/privacy.md", "Words.", "Write to the waymark tests.")
    hand_over(site, "kit")
    done = take_over(site, "--no-input", "--office", "Mayor of Exampleshire", "--address", "https://new.example.org")

    said = done.out.partition("These still say what the office before was called")[2]
    assert "  content/about.md, line 4\n  content/privacy.md, line 3\n" in said


@pytest.mark.parametrize(
    ("spoil", "said"),
    [
        (lambda kit: (kit / "kit.json").unlink(), "is no kit; name the folder that `waymark hand-over` made"),
        (lambda kit: (kit / "kit.json").write_text("[" * 100_000), "is no kit"),
        (lambda kit: (kit / "site/content/about.md").write_text("Other"), "was changed after the kit was made"),
        (lambda kit: (kit / "site/services.yaml").unlink(), "site/services.yaml is not there, or can't be read"),
        (lambda kit: change(kit, "waymark_kit", 2), "was made by a newer Waymark than this"),
        (lambda kit: change(kit, "owner", "other.example.org,2026"), "has another owner of ids than the kit says"),
        (lambda kit: change(kit, "made", "soon"), "is not as it was made; ask for the kit again"),
        (lambda kit: change(kit, "office", None), "is not as it was made; ask for the kit again"),
        (lambda kit: change(kit, "files", {}), "names no mkdocs.yml"),
        (lambda kit: also(kit, "../../letter.txt"), "is no file of a site"),
        (lambda kit: also(kit, "/etc/hostname"), "is no file of a site"),
        (lambda kit: also(kit, ".GIT/hooks/post-checkout"), "is no file of a site"),
        (lambda kit: also(kit, "a/../mkdocs.yml"), "is no file of a site"),
        (lambda kit: also(kit, "a\\b"), "is no file of a site"),
        (lambda kit: linked(kit), "is a link, and a kit has none"),
    ],
)
def test_a_kit_that_was_changed_on_its_way_is_refused_and_nothing_is_written(
    site: Site, spoil: Callable[[Path], object], said: str
) -> None:
    hand_over(site, "kit")
    (site.root.parent / "letter.txt").write_text("Dear all", encoding="utf-8")
    spoil(site.root.parent / "kit")
    done = take_over(site, "--no-input")

    assert done.status == 2, done.out
    assert said in " ".join(done.err.split())
    assert not (site.root.parent / "new").exists()


def change(kit: Path, name: str, value: object) -> None:
    given = json.loads((kit / "kit.json").read_bytes())
    (kit / "kit.json").write_text(json.dumps(given | {name: value}), encoding="utf-8")


def also(kit: Path, name: str) -> None:
    change(kit, "files", json.loads((kit / "kit.json").read_bytes())["files"] | {name: "0" * 64})


def linked(kit: Path) -> None:
    (kit / "site/content/about.md").unlink()
    (kit / "site/content/about.md").symlink_to(kit / "site/content/rights.md")


def test_a_kit_whose_content_is_not_right_is_refused_with_file_and_line(
    site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    hand_over(site, "kit")
    kit = site.root.parent / "kit"
    text = (kit / "site/services.yaml").read_text(encoding="utf-8").replace("kind: victim-hub", "kind: victim-hubb")
    (kit / "site/services.yaml").write_text(text, encoding="utf-8")
    monkeypatch.setattr("generator.staff.hand_over.kit_manifest.sha256", lambda _: Digest())
    files = json.loads((kit / "kit.json").read_bytes())["files"]
    change(kit, "files", dict.fromkeys(files, "same"))
    done = take_over(site, "--no-input")

    assert done.status == 1
    assert "What is in the kit is not right for this Waymark, so nothing is in new:" in done.err
    assert "services.yaml:10:11: 'victim-hubb' is not a kind of service" in done.err
    assert not (site.root.parent / "new").exists()


class Digest:
    def hexdigest(self) -> str:
        return "same"


def test_a_file_of_several_offices_comes_to_stand_in_the_folder_of_the_one(tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()  # shared files stand in the folder that git keeps
    site = a_site(tmp_path / "offices" / "north")
    national = (
        "organisations:\n  ours: {name: Ours}\nservices:\n  - id: line\n    name: Line\n    kind: helpline\n"
        "    organisation: ours\n    summary: A line.\n    helps_with: [any-crime]\n    areas: [cumbria]\n"
        "    contact:\n      - phone: 0808 157 0123\n"
    )
    site.write("../shared/national.yaml", national)
    site.change("mkdocs.yml", "      feeds:", "      shared: ../shared/national.yaml\n      feeds:")
    site.change("mkdocs.yml", "watch: [services.yaml", "watch: [../shared/national.yaml, services.yaml")
    out = tmp_path.parent / f"{tmp_path.name}-kit"
    done = called(["hand-over", str(out), "--root", str(site.root), "--now", NOW], site.root)
    taken = called(
        ["init", str(out.parent / f"{out.name}-new"), "--kit", str(out), "--no-input", "--now", NOW], tmp_path
    )
    new = out.parent / f"{out.name}-new"

    assert (done.status, taken.status) == (0, 0), done.err + taken.err
    assert (new / "shared/national.yaml").read_text(encoding="utf-8") == national
    assert "shared: shared/national.yaml\n" in (new / "mkdocs.yml").read_text(encoding="utf-8")
    assert "watch: [shared/national.yaml, services.yaml" in (new / "mkdocs.yml").read_text(encoding="utf-8")
    assert built(new) == built(site.root)
