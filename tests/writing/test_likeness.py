"""What makes two pictures of a page unlike, and what does not."""

from __future__ import annotations

import pytest
from PIL import Image, ImageChops, ImageDraw, ImageOps
from tests.support.effort import some
from tests.support.picture_likeness import MOST_UNLIKE, SCREENSHOTS, unlikeness

NAMES = sorted(path.name for path in SCREENSHOTS.glob("*.png"))


@pytest.fixture(params=some(NAMES, 15))
def picture(request):
    return Image.open(SCREENSHOTS / request.param).convert("RGB")


def test_there_are_pictures():
    assert len(NAMES) == 7


def opened(picture, at, by):
    """The picture with room put into it at a height, as where a line is a little higher."""
    made = Image.new("RGB", (picture.width, picture.height + by), picture.getpixel((0, 0)))
    made.paste(picture.crop((0, 0, picture.width, at)), (0, 0))
    made.paste(picture.crop((0, at, picture.width, picture.height)), (0, at + by))
    return made


def without(picture, top, bottom):
    made = picture.copy()
    box = (0, picture.height * top // 10, picture.width, picture.height * bottom // 10)
    ImageDraw.Draw(made).rectangle(box, fill=picture.getpixel((0, 0)))
    return made


def test_what_moves_a_little_is_alike(picture):
    for moved in (
        ImageChops.offset(picture, 1, 0),
        ImageChops.offset(picture, -2, 3),
        ImageChops.offset(picture, 0, -4),
        opened(picture, picture.height // 3, 4),
        picture.resize((picture.width, picture.height * 102 // 100)),
        picture.point(lambda value: max(0, value - 6)),
    ):
        assert unlikeness(moved, picture) < MOST_UNLIKE


def test_what_a_reader_would_see_is_unlike(picture):
    for changed in (
        ImageOps.invert(picture),
        ImageOps.mirror(picture),
        without(picture, 3, 4),
        without(picture, 6, 7),
        opened(picture, picture.height // 3, picture.height // 10),
        picture.crop((0, 0, picture.width - 20, picture.height)),
    ):
        found = unlikeness(changed, picture)
        assert found > MOST_UNLIKE
        assert unlikeness(picture, changed) == found
