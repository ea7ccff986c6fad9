"""What goes out of a photograph: its pixels and its colours, and no word of who took it, where, when or with what."""

from __future__ import annotations

import tracemalloc
from io import BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image, ImageChops, ImageOps, ImageSequence

from generator.privacy.pictures.metadata import PictureError
from generator.privacy.pictures.published import _published, published
from tests.builders import ANY_INPUT
from tests.photographs import SECRETS, a_huge_png, a_photograph, a_picture, exif, pixels

FORMS = ("JPEG", "PNG", "WEBP", "GIF")


@pytest.mark.parametrize("form", FORMS)
def test_nothing_of_the_person_the_place_or_the_day_goes_out(form: str) -> None:
    given = a_photograph(form)
    found = published(given)

    assert any(secret in given for secret in SECRETS)
    assert [secret for secret in SECRETS if secret in found.data] == []
    assert b"Exif" not in found.data
    assert found.anything
    assert found.place == (form != "GIF")


@pytest.mark.parametrize("form", FORMS)
def test_no_pixel_is_touched_and_the_bytes_are_the_same_each_time(form: str) -> None:
    given = a_photograph(form)
    found = published(given)

    before, after = Image.open(BytesIO(given)), Image.open(BytesIO(found.data))
    assert ImageChops.difference(before.convert("RGB"), after.convert("RGB")).getbbox() is None
    assert (found.width, found.height) == after.size
    _published.cache_clear()
    assert published(given) == found
    assert published(found.data).data == found.data


def test_of_a_picture_that_is_remembered_only_what_goes_out_is_held() -> None:
    behind = 4_000_000
    _published.cache_clear()
    tracemalloc.start()
    try:
        found = published(a_photograph("JPEG") + bytes(behind))
        held, _ = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()

    assert found.anything
    assert published(a_photograph("JPEG") + bytes(behind)) is found
    assert held < behind / 4


@pytest.mark.parametrize("form", ["JPEG", "PNG", "WEBP"])
@pytest.mark.parametrize("way_up", range(1, 9))
def test_a_picture_stands_upright_without_the_note_that_said_so(form: str, way_up: int) -> None:
    given = a_photograph(form, way_up)
    found = published(given)
    wanted = ImageOps.exif_transpose(Image.open(BytesIO(given))).convert("RGB")
    got = Image.open(BytesIO(found.data))

    assert got.size == wanted.size == (found.width, found.height)
    assert dict(got.getexif()) == {}
    corners = [(0, 0), (got.width - 1, 0), (0, got.height - 1), (got.width - 1, got.height - 1)]
    for corner in corners:
        seen, meant = got.convert("RGB").getpixel(corner), wanted.getpixel(corner)
        assert isinstance(seen, tuple)
        assert isinstance(meant, tuple)
        assert all(abs(one - other) < 40 for one, other in zip(seen, meant, strict=True))


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("behind", [b"PK\x03\x04 Larkspur House", b"\xff\xd8\xff\xe0 another picture", b"\0" * 9])
def test_what_stands_behind_the_end_of_a_picture_stays_behind(form: str, behind: bytes) -> None:
    given = a_picture(form)

    assert published(given + behind).data == published(given).data
    assert published(given + behind).anything


@pytest.mark.parametrize("form", FORMS)
def test_a_plain_picture_is_left_as_it_is(form: str) -> None:
    given = a_picture(form)
    found = published(given)

    assert (found.data, found.place, found.anything) == (given, False, False)


@pytest.mark.parametrize("form", ["JPEG", "PNG", "WEBP"])
def test_colours_are_kept_and_the_profile_says_nobody_s_name(form: str) -> None:
    from PIL import ImageCms

    own = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes().replace(b"sRGB built-in", b"Phone of Sam!")
    found = published(a_picture(form, icc_profile=own))
    profile = Image.open(BytesIO(found.data)).info["icc_profile"]

    assert b"Sam" not in profile.replace(b"\0", b"")
    kept = ImageCms.ImageCmsProfile(BytesIO(profile))
    turn = ImageCms.buildTransform(kept, ImageCms.createProfile("sRGB"), "RGB", "RGB")
    turned = ImageCms.applyTransform(pixels(), turn)
    assert turned is not None
    assert max(top for _, top in ImageChops.difference(turned, pixels()).getextrema()) <= 2


def test_the_small_copy_in_the_head_of_a_picture_stays_behind() -> None:
    given = a_picture("JPEG")
    small = b"JFIF\0\x01\x01\0\0\x01\0\x01\x02\x01" + b"abcdef"
    head = b"\xff\xe0" + (2 + len(small)).to_bytes(2, "big") + small
    found = published(given[:2] + head + given[20:])

    assert b"abcdef" not in found.data
    assert Image.open(BytesIO(found.data)).size == (48, 32)


@pytest.mark.parametrize("form", ["GIF", "PNG", "WEBP"])
def test_a_picture_that_moves_still_moves(form: str) -> None:
    frames = [pixels().rotate(angle) for angle in (0, 90, 180)]
    file = BytesIO()
    more = {"lossless": True} if form == "WEBP" else {}
    note = {} if form == "GIF" else {"exif": exif()}
    frames[0].save(file, form, save_all=True, append_images=frames[1:], duration=100, loop=0, **more, **note)
    found = published(file.getvalue())

    before, after = Image.open(file), Image.open(BytesIO(found.data))
    assert getattr(after, "n_frames", 1) == 3
    for one, other in zip(ImageSequence.Iterator(before), ImageSequence.Iterator(after), strict=True):
        assert ImageChops.difference(one.convert("RGB"), other.convert("RGB")).getbbox() is None
    assert b"Sam Reed" not in found.data


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (a_huge_png(60_000, 60_000), "it has 60000 by 60000 pixels, and phones can't show that"),
        (a_huge_png(2**31 - 1, 1), "it has 2147483647 by 1 pixels, and phones can't show that"),
        (a_picture("JPEG")[:-2], "it ends too soon"),
        (a_picture("JPEG")[:400], "it ends too soon"),
        (a_picture("PNG")[:-5], "it ends too soon"),
        (a_picture("GIF")[:-1], "it ends too soon"),
        (a_picture("WEBP")[:-9], "it ends too soon"),
        (a_picture("PNG").replace(b"IDAT", b"IDaT"), "a part of it is damaged"),
        (b"\xff\xd8\xff", "it ends too soon"),
        (b"\x89PNG\r\n\x1a\n", "it ends too soon"),
        (b"GIF89a", "it ends too soon"),
        (b"RIFF\x04\0\0\0WEBP", "it ends too soon"),
        (b"BM not one of them", "it is no picture that browsers know"),
    ],
)
def test_a_picture_that_cannot_be_shown_is_refused_in_words(data: bytes, words: str) -> None:
    with pytest.raises(PictureError, match=f"^{words}"):
        published(data)


def test_a_picture_of_too_many_pictures_is_refused_in_words() -> None:
    frames = [Image.new("L", (2, 2), number % 256) for number in range(302)]
    file = BytesIO()
    frames[0].save(file, "GIF", save_all=True, append_images=frames[1:], duration=20)

    with pytest.raises(PictureError, match=r"^it moves through 30\d pictures"):
        published(file.getvalue())


@ANY_INPUT
@given(
    st.sampled_from(FORMS),
    st.lists(st.tuples(st.integers(0, 5_000), st.binary(max_size=6)), min_size=1, max_size=4),
)
def test_whatever_is_done_to_a_picture_it_goes_out_clean_or_is_refused(
    form: str, damage: list[tuple[int, bytes]]
) -> None:
    data = bytearray(a_photograph(form))
    for at, other in damage:
        place = at % len(data)
        data[place : place + len(other)] = other
    try:
        found = published(bytes(data))
    except PictureError:
        return
    assert b"Exif\0\0" not in found.data
    assert XMP_START not in found.data


XMP_START = b"<x:xmpmeta"
