"""What hangs on a run and is no text: pictures, shapes, objects, and boxes with text in them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

import attrs

from .markup import is_true, local_name, name_of

if TYPE_CHECKING:
    from lxml.etree import _Element

__all__ = ["Drawing", "drawing_of"]

_PICTURES: Final = frozenset({"OLEObject", "blip", "chart", "imagedata", "relIds", "textpath"})
"""Elements that show something beside the text of a box."""
_NAMED: Final = frozenset({"cNvPr", "docPr"})
_NOTHING: Final = 12_700
"""EMU, of which a point has as many: a drawing that is not larger is not seen."""
_HIDDEN: Final = re.compile(r"visibility\s*:\s*hidden|display\s*:\s*none")
_FLOATING: Final = re.compile(r"position\s*:\s*(?:absolute|relative)")


@attrs.frozen
class Drawing:
    """What is seen of a drawing."""

    hidden: bool
    floats: bool
    """It may stand anywhere on the page."""
    pictured: bool
    """It shows something that is not the text of a box."""


def drawing_of(element: _Element) -> Drawing:
    """What is seen of a ``w:drawing``, ``w:pict`` or ``w:object``."""
    boxed = pictured = hidden = floats = False
    for part in _parts(element):
        name = local_name(part.tag)
        style = part.get("style") or ""
        boxed = boxed or name == "txbxContent"
        pictured = pictured or name in _PICTURES
        floats = floats or name == "anchor" or _FLOATING.search(style) is not None
        hidden = (
            hidden
            or (name in _NAMED and is_true(part.get("hidden") or "0"))
            or _HIDDEN.search(style) is not None
            or (name == "extent" and all(_small(part.get(side)) for side in ("cx", "cy")))
        )
    return Drawing(hidden, floats, pictured or not boxed)


def _small(length: str | None) -> bool:
    return length is not None and length.isdecimal() and int(length[:9]) <= _NOTHING


def _parts(element: _Element) -> Iterator[_Element]:
    """The elements of a drawing, without the text of its boxes."""
    ahead = [element]
    while ahead:
        part = ahead.pop()
        yield part
        if name_of(part.tag) != "txbxContent":
            ahead += part
