"""`make pictures`: the README's pictures of home, check, plan, due and serve, each as it is -> docs/*.png.

The commands run in a terminal of 80 columns on a copy of the repository's own content, as on one day; `check` on a copy
with two slips in it. Run this after a change of what they show.
"""

from __future__ import annotations

import os
import pty
import shutil
import subprocess
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from io import BytesIO, StringIO
from pathlib import Path
from threading import Thread

from PIL import Image
from playwright.sync_api import Browser, sync_playwright
from rich.console import Console
from rich.terminal_theme import TerminalTheme
from rich.text import Text

from generator.cli.engine import ENGINE
from generator.model.fields.dates import moment
from generator.preview.current_site import Showing
from generator.preview.server import HERE, Handler, PreviewServer
from generator.preview.snapshot import PreviewDay
from tests.built_site.browser import opened, start
from tests.built_site.server import Server
from tests.site_builder import REPOSITORY, WAYMARK, environment_with

NOW = "2026-11-24T09:00"
COLUMNS = 80
BRIGHT = TerminalTheme(
    (27, 31, 36),
    (230, 230, 230),
    [
        (0, 0, 0),
        (255, 123, 114),
        (126, 231, 135),
        (242, 204, 96),
        (121, 192, 255),
        (210, 168, 255),
        (118, 227, 234),
        (230, 230, 230),
    ],
)
"""Colours of a dark terminal."""
TERMINAL = (
    "<!doctype html><html lang=en><meta charset=utf-8><title>Terminal</title><style>body{{margin:0;background:#1b1f24}}"
    "pre{{margin:0;padding:18px 22px;color:#e6e6e6;font:15px/1.35 'DejaVu Sans Mono',monospace;width:max-content}}"
    "</style><pre><b>$ {command}</b>\n{code}</pre></html>"
)


def in_a_terminal(command: Sequence[str], root: Path) -> str:
    """What a command writes in a terminal of 80 columns, colours and all."""
    ours, theirs = pty.openpty()
    environment = environment_with({"TERM": "xterm-256color", "COLUMNS": str(COLUMNS), "NO_COLOR": ""})
    process = subprocess.Popen(
        [*WAYMARK, "--now", NOW, *command], cwd=root, env=environment, stdout=theirs, stderr=theirs, stdin=theirs
    )
    os.close(theirs)
    said = bytearray()
    try:
        while part := os.read(ours, 65536):
            said += part
    except OSError:  # Linux says so where the other end is closed
        pass
    process.wait()
    os.close(ours)
    return said.decode().replace("\r\n", "\n")


def as_html(command: str, said: str, lines: int) -> str:
    """A terminal's text, its first lines, as a page."""
    console = Console(record=True, width=COLUMNS + 2, file=StringIO(), force_terminal=True)
    console.print(Text.from_ansi("\n".join(said.splitlines()[:lines])))
    return TERMINAL.format(
        command=command, code=console.export_html(theme=BRIGHT, inline_styles=True, code_format="{code}")
    )


@contextmanager
def a_copy() -> Iterator[Path]:
    """The repository's content, in a folder of its own."""
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder) / "site"
        root.mkdir()
        for name in ("mkdocs.yml", "services.yaml", "accessibility-results.yaml"):
            shutil.copy(REPOSITORY / name, root / name)
        for name in ("content", "campaigns", "overrides"):
            shutil.copytree(REPOSITORY / name, root / name)
        yield root


def two_slips(root: Path) -> None:
    """What a hurried hand does: a letter too many, and one too few."""
    path = root / "services.yaml"
    text = path.read_text(encoding="utf-8")
    path.write_text(
        text.replace("kind: victim-hub\n", "kind: victim-hubb\n", 1).replace(
            "areas: [cumberland]", "areas: [cumberlan]", 1
        ),
        encoding="utf-8",
    )


def shoot(browser: Browser, page: Callable[..., None], name: str, size: tuple[int, int], *, whole: bool) -> None:
    """One picture, in few colours, so that it stays small."""
    path = REPOSITORY / "docs" / f"{name}.png"
    with opened(browser, size) as tab:
        page(tab)
        tab.screenshot(path=path, full_page=whole)
    Image.open(path).convert("RGB").quantize(64).save(path, optimize=True)


SCREENS = (("", (320, 880)), ("services/victim-support-cumbria/", (320, 880)), ("", (1180, 880)))
"""What the picture of the site shows side by side: a page, and how large the screen is."""
SCALE, EDGE, GROUND = 0.75, 16, (214, 208, 196)


def shoot_home(browser: Browser, root: Path) -> None:
    """Home on a phone and on a wide screen, and a service on a phone, in one picture."""
    in_a_terminal(["build"], root)
    taken = []
    with Server(root / "site") as server:
        for address, size in SCREENS:
            with opened(browser, size, device_scale_factor=SCALE) as tab:
                tab.goto(server.root + address)
                taken.append(Image.open(BytesIO(tab.screenshot())).convert("RGB"))
    wide = sum(one.width + EDGE for one in taken) + EDGE
    whole = Image.new("RGB", (wide, taken[0].height + 2 * EDGE), GROUND)
    left = EDGE
    for one in taken:
        whole.paste(one, (left, EDGE))
        left += one.width + EDGE
    whole.quantize(64).save(REPOSITORY / "docs" / "home.png", optimize=True)


def main() -> None:
    """Make all five."""
    with sync_playwright() as playwright, a_copy() as root, a_copy() as slipped:
        browser = start(playwright)
        two_slips(slipped)
        shoot_home(browser, root)
        for name, folder, command, lines in (("check", slipped, ["check"], 40), ("due", root, ["due"], 24)):
            html = as_html(f"waymark {' '.join(command)}", in_a_terminal(command, folder), lines)
            shoot(browser, lambda tab, html=html: tab.set_content(html), name, (770, 200), whole=True)
        plan = root / "plan.html"
        in_a_terminal(["plan", "--year", "2027", "--format", "html", "--to", str(plan)], root)
        shoot(browser, lambda tab: tab.goto(plan.as_uri()), "plan", (1280, 900), whole=False)
        showing = Showing(
            root, root / "overrides", PreviewDay(moment("2027-02-14 09:00")), lambda: moment(NOW), "", ENGINE
        )
        server = PreviewServer((HERE, 0), Handler)
        server.showing = showing
        Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True).start()
        address = f"http://{HERE}:{server.server_address[1]}/campaigns/"
        shoot(browser, lambda tab: tab.goto(address), "serve", (1000, 640), whole=False)
        server.shutdown()
        browser.close()


if __name__ == "__main__":
    main()
