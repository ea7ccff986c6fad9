"""A built site -> what deploy/object-store/upload.sh does with it, by rclone itself, to a store on this machine.

For whoever changes that script. It needs rclone and moto's server (`pip install "moto[server]"`), which no test does:

    python -m tests.deploy.real_object_store site
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.deploy.servers import a_port, running
from tests.deploy.test_object_store import SCRIPT

BUCKET = "store:help"
TYPES = {
    "feeds/campaigns.xml": "application/rss+xml; charset=utf-8",
    "feeds/campaigns.ics": "text/calendar; charset=utf-8",
    "sitemap.xml.gz": "application/gzip",
    "index.html": "text/html; charset=utf-8",
}
STORE = 'exec moto_server -H 127.0.0.1 -p "$0" 2> store.log'
"""It tells of each request, and nobody reads along."""
LEADS = "<!-- /new/ -->"


def main(built: Path) -> None:
    """Each promise of the script in turn; an AssertionError says which was not kept."""
    with TemporaryDirectory() as made:
        folder, port = Path(made), a_port()
        around = _to_the_store(folder, port)
        site = Path(shutil.copytree(built, folder / "site"))
        with running(["sh", "-c", STORE, str(port)], port, folder):
            _rclone(around, "mkdir", BUCKET)
            files = sum(1 for path in site.rglob("*") if path.is_file())
            _says("a first time", _upload(around, site), files, 0)
            found = {one["Path"]: one["MimeType"] for one in json.loads(_rclone(around, "lsjson", "-R", BUCKET))}
            assert {name: found[name] for name in TYPES} == TYPES
            for path in site.rglob("*"):
                path.touch()
            _says("an hour later", _upload(around, site), 0, 0)
            leading = [path for path in site.rglob("*") if path.suffix in (".html", ".xml")]
            for path in leading:
                path.write_text(path.read_text(encoding="utf-8") + LEADS, encoding="utf-8")
            (site / "new").mkdir()
            (site / "new/index.html").write_text("words", encoding="utf-8")
            sent = _upload(around, site)
            assert sent[0] == ("new/index.html", "Copied"), "a page is there before anything leads to it"
            _says("a new page", sent, len(leading) + 1, 0)
            shutil.rmtree(site / "new")
            leading[0].write_text("words", encoding="utf-8")
            sent = _upload(around, site)
            assert sent[-1] == ("new/index.html", "Deleted"), "a page goes when nothing leads to it any more"
            _says("a page that is gone", sent, 1, 1)
            _says("all once more", _upload(around, site, "--again"), files, 0)
            shutil.rmtree(site / "services")
            _says("too many gone", _upload(around, site, status=2), 0, 0)
            shutil.rmtree(site)
            site.mkdir()
            _says("an empty folder", _upload(around, site, status=2), 0, 0)
            assert len(json.loads(_rclone(around, "lsjson", "-R", "--files-only", BUCKET))) == files


def _to_the_store(folder: Path, port: int) -> Mapping[str, str]:
    remote = {
        "TYPE": "s3",
        "PROVIDER": "Other",
        "ENDPOINT": f"http://127.0.0.1:{port}",
        "ACCESS_KEY_ID": "key",
        "SECRET_ACCESS_KEY": "secret",
    }
    around = {name: value for name, value in os.environ.items() if name != "AWS_CA_BUNDLE"}  # rclone 1.60 fails by it
    (folder / "rclone.conf").touch()
    around |= {"RCLONE_CONFIG": str(folder / "rclone.conf"), "NO_PROXY": "*"}
    return around | {f"RCLONE_CONFIG_STORE_{name}": value for name, value in remote.items()}


def _rclone(around: Mapping[str, str], *arguments: str) -> str:
    return subprocess.run(
        [shutil.which("rclone") or "rclone", *arguments], env=around, check=True, capture_output=True, text=True
    ).stdout


def _upload(around: Mapping[str, str], site: Path, *options: str, status: int = 0) -> list[tuple[str, str]]:
    """What was sent and deleted, in that order."""
    command = ["sh", str(SCRIPT), *options, str(site), BUCKET]
    env = {**around, "RCLONE_VERBOSE": "1"}
    done = subprocess.run(command, env=env, check=False, capture_output=True, text=True)
    assert done.returncode == status, done.stderr
    lines = [line.split(" : ", 1)[-1].split(": ") for line in done.stderr.splitlines()]
    return [(line[0], line[1].split()[0]) for line in lines if line[1:2] and line[1].startswith(("Copied", "Deleted"))]


def _says(what: str, done: list[tuple[str, str]], sent: int, deleted: int) -> None:
    counted = [sum(1 for _, how in done if how == one) for one in ("Copied", "Deleted")]
    sys.stdout.write(f"{what}: {counted[0]} sent, {counted[1]} deleted\n")
    assert counted == [sent, deleted]


if __name__ == "__main__":
    main(Path(sys.argv[1]))
