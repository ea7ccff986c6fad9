"""The pictures that campaigns name -> whether they are there, and are what their names say."""

from __future__ import annotations

import struct
from collections.abc import Callable, Iterator
from pathlib import PurePosixPath

from generator.content.loading.source_file import Found
from generator.diagnostics import Diagnostic, Location, quoted
from generator.model.campaign import Campaign, Picture
from generator.privacy.pictures.metadata import PictureError
from generator.privacy.pictures.published import published

SIGNATURES: tuple[tuple[str, tuple[str, ...], bytes], ...] = (
    ("image/png", (".png",), b"\x89PNG\r\n\x1a\n"),
    ("image/jpeg", (".jpg", ".jpeg"), b"\xff\xd8\xff"),
    ("image/gif", (".gif",), b"GIF8"),
)
START_OF_FRAME = {*range(0xC0, 0xD0)} - {0xC4, 0xC8, 0xCC}
TYPES = ".png, .jpg or .gif"


def read_images(
    campaigns: list[Found[Campaign]],
    read: Callable[[str], bytes | None],
    folder: str = "content",
) -> tuple[dict[str, Picture], list[Diagnostic]]:
    """Every picture that a campaign names, by its path in the content folder; and what is wrong with others.

    Args:
        campaigns: the campaigns.
        read: the bytes of a file in the content folder; None where there is no such file.
        folder: what to call the content folder in problems.
    """
    pictures: dict[str, Picture] = {}
    problems: list[Diagnostic] = []
    for file, mark in _named(campaigns):
        if file in pictures:
            continue
        path = PurePosixPath(file)
        if path.is_absolute() or ".." in path.parts or "\\" in file:
            problems.append(
                Diagnostic(
                    "picture-outside-content",
                    "error",
                    mark,
                    f"{quoted(file)} leads out of {folder}/",
                    hint="write it as images/name.png",
                )
            )
            continue
        data = read(file)
        if data is None:
            problems.append(
                Diagnostic(
                    "picture-missing",
                    "error",
                    mark,
                    f"there is no picture {folder}/{file}",
                    hint="add it, or mend its name",
                )
            )
            continue
        mime, endings = _type_of(data)
        if not mime:
            problems.append(
                Diagnostic(
                    "picture-kind-not-sent",
                    "error",
                    mark,
                    f"{folder}/{file} is not a picture we can send",
                    hint=f"save it as {TYPES}",
                )
            )
        elif path.suffix.lower() not in endings:
            problems.append(
                Diagnostic(
                    "picture-wrong-ending",
                    "error",
                    mark,
                    f"{folder}/{file} holds {mime}",
                    hint=f"give it the ending {endings[0]}",
                )
            )
        else:
            pictures[file] = _as_published(file, mime, data)
    return pictures, problems


def _as_published(file: str, mime: str, data: bytes) -> Picture:
    """What feeds and pages say of a picture is said of the copy that goes out."""
    try:
        found = published(data)
    except PictureError:  # `content_files` says why
        return Picture(file, mime, len(data), *pixels(data, mime))
    return Picture(file, mime, len(found.data), found.width, found.height)


def _type_of(data: bytes) -> tuple[str, tuple[str, ...]]:
    """The MIME type that the first bytes tell, and the endings that fit it; "" for any other file."""
    for mime, endings, start in SIGNATURES:
        if data.startswith(start):
            return mime, endings
    return "", ()


def pixels(data: bytes, mime: str) -> tuple[int, int]:
    """Width and height, from the start of the file; 0 and 0 where it is cut short."""
    try:
        if mime == "image/png":
            width, height = struct.unpack_from(">II", data, 16)
        elif mime == "image/gif":
            width, height = struct.unpack_from("<HH", data, 6)
        else:
            width, height = _pixels_of_jpeg(data)
    except struct.error:
        return 0, 0
    return width, height


def _pixels_of_jpeg(data: bytes) -> tuple[int, int]:
    """A JPEG is a row of segments; the one that starts a frame says how large it is."""
    at = 2
    while True:
        _, kind, length = struct.unpack_from(">BBH", data, at)
        if kind in START_OF_FRAME:
            height, width = struct.unpack_from(">HH", data, at + 5)
            return width, height
        at += 2 + length


def _named(campaigns: list[Found[Campaign]]) -> Iterator[tuple[str, Location]]:
    for one in campaigns:
        if one.record.image:
            yield one.record.image.file, one.at("image", "file")
        for number, post in enumerate(one.record.posts):
            if post.image:
                yield post.image.file, one.at("posts", number, "image", "file")
