#!/bin/sh
# On Linux, deleting a symbolic link to a watched folder ends the watching of the folder itself, without a word.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check watchfiles==1.3.0
mkdir -p "$folder/site/2026" "$folder/site/2027"
ln -s 2027 "$folder/site/latest"
cd "$folder"
"$folder/venv/bin/python" - <<'PYTHON'
import queue
from importlib.metadata import version
from pathlib import Path
from threading import Event, Thread

from watchfiles import watch

SITE = Path("site").resolve()
told, ready, stop = queue.Queue(), Event(), Event()


def listen():
    for changes in watch(SITE, stop_event=stop, rust_timeout=100, yield_on_timeout=True):
        ready.set()
        for _, path in changes:
            told.put(path)


def is_told(name, seconds):
    """Whether a change of a file of this name is told within so many seconds."""
    try:
        while Path(told.get(timeout=seconds)).name != name:
            pass
    except queue.Empty:
        return False
    return True


def write(year, name, seconds=10):
    (SITE / year / name).write_text("words")
    return is_told(name, seconds)


listener = Thread(target=listen)
listener.start()
ready.wait()
seen = {"before, in 2027": write("2027", "before.md"), "before, in 2026": write("2026", "also-before.md")}
(SITE / "latest").unlink()
seen["the link's end"] = is_told("latest", 10)
seen |= {"after, in 2026": write("2026", "after.md"), "after, in 2027": write("2027", "also-after.md")}
stop.set()
listener.join()
print("watchfiles", version("watchfiles"))
print("expected: each change is told, as 2027 is a real folder below the watched one, and only the link beside it went")
for when, heard in seen.items():
    print(f"seen, {when}: {'told' if heard else 'not told'}")
assert [when for when, heard in seen.items() if not heard] == ["after, in 2027"]
PYTHON
