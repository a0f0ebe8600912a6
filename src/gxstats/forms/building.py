"""Parts of the form from the plain values of their cells, by generated code."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache
from typing import Any

import attrs

from ..cells import CELL, part_classes, trusted_constructor

__all__ = ["part_builder"]


@cache
def part_builder(cls: type, start: int = 0) -> Callable[[Sequence[Any]], Any]:
    """A function from valid values, in the order of the form, to the part.

    ``start`` is the place of the part's first cell among the values.
    """
    expression, names, _ = _expression(cls, start)
    build: Callable[[Sequence[Any]], Any] = eval(f"lambda values: {expression}", names)  # noqa: S307 - generated from attribute names alone
    return build


def _expression(cls: type, place: int) -> tuple[str, dict[str, Any], int]:
    """The call that builds the part, the names it uses, and the place of the next cell."""
    arguments: list[str] = []
    make = f"make_{cls.__name__}"
    names: dict[str, Any] = {make: trusted_constructor(cls)}
    for field in attrs.fields(cls):
        if CELL in field.metadata:
            arguments.append(f"values[{place}]")
            place += 1
        else:
            inner = part_classes(cls, field.name)[0]
            argument, inner_names, place = _expression(inner, place)
            arguments.append(argument)
            names |= inner_names
    return f"{make}({', '.join(arguments)})", names, place
