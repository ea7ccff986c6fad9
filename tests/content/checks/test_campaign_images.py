from __future__ import annotations

from io import BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from generator.content.loading.campaign_images import pixels, read_images
from generator.content.loading.campaigns import read_campaign
from generator.model.campaign import Picture
from tests.builders import a_campaign_file, said

PNG = b"\x89PNG\r\n\x1a\n" + b"\x00" * 10
FILES = {
    "images/a.png": PNG,
    "images/b.jpg": b"\xff\xd8\xff\xe0",
    "images/c.JPEG": b"\xff\xd8\xff\xe1",
    "images/d.gif": b"GIF89a",
    "images/wrong.jpg": PNG,
    "images/none.png": b"<svg onload='x'/>",
    "images/empty.png": b"",
}


def pictures(*lines: str, folder: str = "content") -> tuple[dict[str, Picture], list[str]]:
    found, problems = read_campaign(a_campaign_file(*lines), "campaigns/a.md")
    assert found is not None
    good, wrong = read_images([found], FILES.get, folder)
    return good, said([*problems, *wrong])


@pytest.mark.parametrize(
    ("file", "mime"),
    [
        ("images/a.png", "image/png"),
        ("images/b.jpg", "image/jpeg"),
        ("images/c.JPEG", "image/jpeg"),
        ("images/d.gif", "image/gif"),
    ],
)
def test_a_picture_is_known_by_its_first_bytes_and_its_size(file: str, mime: str) -> None:
    found, problems = pictures(f"image: {{file: {file}, alt: A phone}}")

    assert found == {file: Picture(file, mime, len(FILES[file]))}
    assert problems == []


def test_the_picture_of_a_post_is_found_too() -> None:
    post = "  - {id: a, at: 2027-02-01 09:00, text: Words., image: {file: images/a.png, alt: A phone}}"

    assert list(pictures("posts:", post)[0]) == ["images/a.png"]


@pytest.mark.parametrize(
    ("file", "problem"),
    [
        ("images/nowhere.png", "there is no picture content/images/nowhere.png; add it, or mend its name"),
        ("images/wrong.jpg", "content/images/wrong.jpg holds image/png; give it the ending .png"),
        ("images/none.png", "content/images/none.png is not a picture we can send; save it as .png, .jpg or .gif"),
        ("images/empty.png", "content/images/empty.png is not a picture we can send; save it as .png, .jpg or .gif"),
        ("/etc/passwd", "'/etc/passwd' leads out of content/; write it as images/name.png"),
        ("../secret.png", "'../secret.png' leads out of content/; write it as images/name.png"),
        ("images/../../a.png", "'images/../../a.png' leads out of content/; write it as images/name.png"),
        ("images\\a.png", "'images\\a.png' leads out of content/; write it as images/name.png"),
    ],
)
def test_a_picture_that_is_not_there_or_not_one_is_refused_at_its_name(file: str, problem: str) -> None:
    found, problems = pictures("image:", f"  file: {file}", "  alt: A phone")

    assert found == {}
    assert problems == [f"campaigns/a.md:7:9: {problem}"]


def test_the_folder_is_called_by_its_name() -> None:
    assert pictures("image: {file: images/x.png, alt: A phone}", folder="docs")[1] == [
        "campaigns/a.md:6:15: there is no picture docs/images/x.png; add it, or mend its name"
    ]


@pytest.mark.parametrize("wide", [1, 640, 1200])
@pytest.mark.parametrize(("kind", "mime"), [("PNG", "image/png"), ("JPEG", "image/jpeg"), ("GIF", "image/gif")])
def test_a_picture_says_how_large_it_is(kind: str, mime: str, wide: int) -> None:
    file = BytesIO()
    Image.new("RGB", (wide, 630)).save(file, kind, **({"exif": b"Exif" + b"x" * 500} if kind == "JPEG" else {}))

    assert pixels(file.getvalue(), mime) == (wide, 630)


@given(st.binary(max_size=60), st.sampled_from(["image/png", "image/jpeg", "image/gif"]))
def test_a_picture_that_is_cut_short_has_no_size(data: bytes, mime: str) -> None:
    width, height = pixels(data[:4] if mime == "image/png" else data, mime)

    assert width >= 0
    assert height >= 0
