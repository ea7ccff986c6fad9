"""Whatever happens to a file or folder of the site is seen at the next look; what an editor leaves beside is not."""

from __future__ import annotations

import shutil
import threading
from collections.abc import Callable
from pathlib import Path

import pytest

from generator.preview.watcher import ROUNDS, Watch, watching
from tests.site_builder import PATIENCE


def a_folder(root: Path) -> Path:
    (root / "campaigns" / "deep").mkdir(parents=True)
    (root / "campaigns" / "one.md").write_text("one", encoding="utf-8")
    (root / "campaigns" / "deep" / "two.md").write_text("two", encoding="utf-8")
    (root / "elsewhere").mkdir()
    for name in ("one.md", "old.md"):
        (root / "elsewhere" / name).write_text("one", encoding="utf-8")
    (root / "services.yaml").write_text("a", encoding="utf-8")
    (root / "linked").symlink_to("campaigns")
    return root


def a_watch(root: Path, *names: str) -> Watch:
    return Watch(lambda: [root / name for name in names or ("services.yaml", "campaigns", "linked")], lambda _: None)


def same_size_and_time(path: Path) -> None:
    """Another file in the place of one, as git or an editor puts it there: nothing but the file itself differs."""
    beside = path.with_name("beside")
    shutil.copy2(path, beside)
    beside.replace(path)


def there_and_back(folder: Path) -> None:
    """As `git checkout` of a commit without the folder, and back."""
    shutil.copytree(folder, folder.with_name("kept"))
    shutil.rmtree(folder)
    shutil.copytree(folder.with_name("kept"), folder)


CHANGES: dict[str, Callable[[Path], object]] = {
    "saved": lambda root: (root / "services.yaml").write_text("b", encoding="utf-8"),
    "another file of that size and time": lambda root: same_size_and_time(root / "services.yaml"),
    "taken away": lambda root: (root / "services.yaml").unlink(),
    "renamed": lambda root: (root / "services.yaml").rename(root / "services.yml"),
    "a file more": lambda root: (root / "campaigns/three.md").write_text("", encoding="utf-8"),
    "a file more, deep down": lambda root: (root / "campaigns/deep/three.md").write_text("", encoding="utf-8"),
    "a folder more": lambda root: (root / "campaigns/new").mkdir(),
    "a file taken away, deep down": lambda root: (root / "campaigns/deep/two.md").unlink(),
    "a folder moved away": lambda root: (root / "campaigns").rename(root / "gone"),
    "a folder taken away": lambda root: shutil.rmtree(root / "campaigns"),
    "a folder there and back": lambda root: there_and_back(root / "campaigns"),
    "a folder made a link": lambda root: (
        (root / "campaigns").rename(root / "gone"),
        (root / "campaigns").symlink_to("elsewhere"),
    ),
    "a link led elsewhere": lambda root: ((root / "linked").unlink(), (root / "linked").symlink_to("elsewhere")),
    "a file no longer to be read": lambda root: (root / "services.yaml").chmod(0o200),
    "an old file put back, with its old time": lambda root: shutil.move(root / "elsewhere/old.md", root / "campaigns"),
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_whatever_happens_is_seen_at_the_next_look_and_once(change: Callable[[Path], object], tmp_path: Path) -> None:
    root = a_folder(tmp_path)
    watch = a_watch(root)
    assert watch.changed() == ()
    change(root)

    assert watch.changed() != ()
    assert watch.changed() == ()


def test_a_folder_that_was_made_again_is_seen_to_change_from_then_on(tmp_path: Path) -> None:
    watch = a_watch(a_folder(tmp_path))
    shutil.rmtree(tmp_path / "campaigns")
    watch.changed()
    (tmp_path / "campaigns").mkdir()
    watch.changed()
    (tmp_path / "campaigns/one.md").write_text("new", encoding="utf-8")

    assert tmp_path / "campaigns/one.md" in watch.changed()


def test_what_an_editor_leaves_beside_and_what_is_not_ours_is_no_change(tmp_path: Path) -> None:
    watch = a_watch(a_folder(tmp_path))
    for name in (".one.md.swp", "one.md~", ".#one.md", "one.md.tmp", "services.yaml.new"):
        (tmp_path / "campaigns" / name).write_text("", encoding="utf-8")
    (tmp_path / "other.yaml").write_text("", encoding="utf-8")
    (tmp_path / "campaigns/one.md").read_text(encoding="utf-8")

    assert watch.changed() == ()


def test_the_file_alone_is_told_and_not_the_folders_around_it(tmp_path: Path) -> None:
    watch = a_watch(a_folder(tmp_path), "campaigns")
    (tmp_path / "campaigns/new").mkdir()
    (tmp_path / "campaigns/new/three.md").write_text("", encoding="utf-8")

    assert watch.changed() == [tmp_path / "campaigns/new/three.md"]


def test_a_link_that_leads_round_in_a_circle_ends(tmp_path: Path) -> None:
    root = a_folder(tmp_path)
    (root / "campaigns/round").symlink_to("..")
    (root / "campaigns/self").symlink_to("self")

    assert a_watch(root).changed() == ()


def test_a_file_is_read_once_it_has_settled(tmp_path: Path) -> None:
    root = a_folder(tmp_path)
    words = iter(["b", "bb", "bbb"])
    watch = Watch(
        lambda: [root / "services.yaml"],
        lambda _: (root / "services.yaml").write_text(next(words, "bbb"), encoding="utf-8"),
    )
    (root / "services.yaml").write_text("", encoding="utf-8")
    watch.changed()

    assert (root / "services.yaml").read_text(encoding="utf-8") == "bbb"


def test_a_file_that_changes_all_the_time_is_read_all_the_same(tmp_path: Path) -> None:
    root = a_folder(tmp_path)
    slept: list[float] = []

    def write(seconds: float) -> None:
        slept.append(seconds)
        same_size_and_time(root / "services.yaml")

    watch = Watch(lambda: [root / "services.yaml"], write)
    write(0)

    assert watch.changed() == [root / "services.yaml"]
    assert len(slept) == ROUNDS + 1


def test_it_looks_again_and_again_until_the_end() -> None:
    before = threading.active_count()
    enough = threading.Event()
    looks: list[int] = []

    def look() -> None:
        looks.append(1)
        if len(looks) == 3:
            enough.set()

    with watching(look):
        assert enough.wait(PATIENCE)  # it only ends what hangs

    assert threading.active_count() == before
