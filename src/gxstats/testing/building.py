"""The kinds of a part's cells, in order: what a strategy must draw to build it."""

from __future__ import annotations

import attrs

from ..cells import CELL, PART, Kind, part_classes

__all__ = ["kinds_of"]


def kinds_of(cls: type) -> tuple[Kind, ...]:
    """The kind of every cell of a part, in the order of the form."""
    found: list[Kind] = []
    for field in attrs.fields(cls):
        if CELL in field.metadata:
            found.append(field.metadata[CELL].kind)
        elif PART in field.metadata:
            found += kinds_of(part_classes(cls, field.name)[0])
    return tuple(found)
