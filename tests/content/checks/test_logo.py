"""`logo:` under `office:` is there, small, sharp, and can be made out on white; if not, it is named with the cure."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from PIL import Image, ImageDraw

from generator.content.checks import logo
from generator.content.loading.content_files import content_files
from tests.checks_of import SETTINGS, a_content

CONFIG = "plugins:\n  - waymark:\n      office:\n        logo: {}\n"
AT = "mkdocs.yml:4:15: "


def a_png(
    colour: Any = "#1d4f73", size: tuple[int, int] = (200, 80), ground: Any = (0, 0, 0, 0), part: float = 0.5
) -> bytes:
    picture = Image.new("RGBA", size, ground)
    ImageDraw.Draw(picture).rectangle((0, 0, size[0] * part, size[1]), fill=colour)
    file = BytesIO()
    picture.save(file, "PNG")
    return file.getvalue()


def an_svg(inside: str = '<path d="M0 0h9v9z"/>', attributes: str = "") -> bytes:
    return f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9" {attributes}>{inside}</svg>'.encode()


def said(folder: Path, data: bytes | None, name: str = "images/logo.png") -> list[str]:
    if data is not None:
        (folder / "content/images").mkdir(parents=True)
        (folder / "content" / name).write_bytes(data)
    else:
        (folder / "content").mkdir()
    office = SETTINGS.office.model_copy(update={"logo": name})
    settings = SETTINGS.model_copy(update={"office": office})
    files = content_files(folder, settings)
    whole = replace(a_content(config=CONFIG.format(name)), root=folder, settings=settings, files=files)
    return [str(one) for one in logo.check(whole)]


def test_without_one_there_is_nothing_to_say() -> None:
    assert list(logo.check(a_content())) == []


@pytest.mark.parametrize(
    "data",
    [
        a_png(),
        a_png("#000"),
        a_png("#a3162b", ground="#fff"),
        a_png("#ffffff", ground="#1d4f73"),
        a_png((0, 0, 0, 160)),
        a_png(size=(480, 80)),
        a_png("#1d4f73", ground="#f4f2ed", part=0.05),
    ],
)
def test_a_picture_that_shows_on_white_is_right(data: bytes, tmp_path: Path) -> None:
    assert said(tmp_path, data) == []


@pytest.mark.parametrize(
    "data",
    [
        an_svg(),
        an_svg('<path fill="#1d4f73" d="M0 0h9v9z"/>'),
        an_svg('<g fill="navy"><path d="M0 0h9v9z"/></g>'),
        an_svg('<path style="fill: rgb(29, 79, 115); stroke: none" d="M0 0h9v9z"/>'),
        an_svg('<path d="M0 0h9v9z"/>', 'fill="currentColor"'),
        an_svg('<linearGradient id="a"><stop stop-color="#fff"/><stop stop-color="red"/></linearGradient>'),
        an_svg('<path fill="none" stroke="hsl(210, 60%, 30%)" d="M0 0h9v9z"/>'),
    ],
)
def test_a_drawing_that_shows_on_white_is_right(data: bytes, tmp_path: Path) -> None:
    assert said(tmp_path, data, "images/logo.svg") == []


@pytest.mark.parametrize(
    ("data", "ratio"),
    [
        (a_png("#fff"), "1.0"),
        (a_png("#ffdd00"), "1.3"),
        (a_png((0, 0, 0, 40)), "1.4"),
        (a_png(part=0, colour=(0, 0, 0, 0)), "1.0"),
        (a_png("#fff", ground="#eee"), "1.2"),
        (a_png("#000", part=0.005), "1.0"),
    ],
)
def test_a_picture_for_dark_ground_is_named(data: bytes, ratio: str, tmp_path: Path) -> None:
    assert said(tmp_path, data) == [
        f"{AT}content/images/logo.png can hardly be seen on white: its contrast is {ratio} to 1; "
        "take the one in dark colours; it needs 3 to 1"
    ]


@pytest.mark.parametrize(
    "inside",
    ['<path fill="#fff" d="M0 0h9v9z"/>', '<g fill="white"><path d="M0 0h9v9z"/></g>', "", '<path fill="none" d=""/>'],
)
def test_so_is_a_drawing(inside: str, tmp_path: Path) -> None:
    assert said(tmp_path, an_svg(inside), "images/logo.svg") == [
        f"{AT}content/images/logo.svg can hardly be seen on white: its contrast is 1.0 to 1; "
        "take the one in dark colours; it needs 3 to 1"
    ]


@pytest.mark.parametrize(
    ("size", "shown"), [((120, 60), "120 by 60"), ((600, 80), "600 by 80"), ((90, 79), "90 by 79")]
)
def test_a_picture_that_would_be_blurred_or_too_wide_is_named(
    size: tuple[int, int], shown: str, tmp_path: Path
) -> None:
    assert said(tmp_path, a_png(size=size)) == [
        f"{AT}content/images/logo.png has {shown} pixels; "
        "make it 80 pixels high or more, and at most 6 times as wide as it is high"
    ]


def test_one_that_would_slow_each_page_is_named(tmp_path: Path) -> None:
    many = '<path d="M0 0h9v9z"/>' * 3000
    (one,) = said(tmp_path, an_svg(many), "images/logo.svg")

    assert one.startswith(f"{AT}content/images/logo.svg has 63,")
    assert one.endswith(" bytes, on every page; the most is 50,000; save it smaller")


def test_one_that_is_not_there_is_named(tmp_path: Path) -> None:
    assert said(tmp_path, None) == [f"{AT}there is no picture 'content/images/logo.png'; add it, or mend its name"]


@pytest.mark.parametrize("name", ["images/logo.jpg", "images/logo.pdf", "images/logo"])
def test_another_kind_of_file_is_named(name: str, tmp_path: Path) -> None:
    assert said(tmp_path, a_png(), name) == [
        f"{AT}'content/{name}' is no logo that we can show; save it as .svg or .png, and write logo: images/logo.svg"
    ]


@pytest.mark.parametrize("data", [b"", b"GIF8", a_png()[:60], b"<svg"])
def test_what_browsers_can_not_read_is_named(data: bytes, tmp_path: Path) -> None:
    (one,) = said(tmp_path, data)

    assert one.startswith((f"{AT}there is no picture", f"{AT}the logo 'content/images/logo.png' can't be shown: "))
