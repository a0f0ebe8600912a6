"""Parts and reports from the plain values of their cells, by generated code."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import cache
from typing import Any

import attrs

from ..cells import CELL, PART, Kind, part_classes, trusted_constructor
from ..forms.catalogue import Form

__all__ = ["kinds_of", "part_builder", "report_builder"]


def kinds_of(cls: type) -> tuple[Kind, ...]:
    """The kind of every cell of a part, in the order of the form."""
    found: list[Kind] = []
    for field in attrs.fields(cls):
        if CELL in field.metadata:
            found.append(field.metadata[CELL].kind)
        elif PART in field.metadata:
            found += kinds_of(part_classes(cls, field.name)[0])
    return tuple(found)


def part_builder(cls: type) -> Callable[[Sequence[Any]], Any]:
    """A function from the values of a part's cells, in order and valid, to the part."""
    return _compiled("values", *_expression(cls, {}, 0)[:2])


@cache
def report_builder(form: Form) -> Callable[..., Any]:
    """A function from the values of a form's cells, in order and valid, to the report.

    It takes year, organ, narrative and remarks too, and checks nothing.
    """
    expression, names, _ = _expression(form.report_class, form.parts, 0)
    return _compiled("values, year, organ, narrative, remarks", expression, names)


def _expression(
    cls: type, parts: Mapping[str, type], index: int
) -> tuple[str, dict[str, Any], int]:
    """The call that builds the part, the names it uses, and the index of the next cell."""
    arguments: list[str] = []
    make = f"make_{cls.__name__}"
    names: dict[str, Any] = {make: trusted_constructor(cls)}
    for field in attrs.fields(cls):
        if CELL in field.metadata:
            arguments.append(f"values[{index}]")
            index += 1
        elif PART in field.metadata:
            inner = parts.get(field.name) or part_classes(cls, field.name)[0]
            argument, inner_names, index = _expression(inner, {}, index)
            arguments.append(argument)
            names |= inner_names
        else:
            arguments.append(field.name)
    return f"{make}({', '.join(arguments)})", names, index


def _compiled(arguments: str, expression: str, names: dict[str, Any]) -> Callable[..., Any]:
    made: Callable[..., Any] = eval(f"lambda {arguments}: {expression}", names)  # noqa: S307 - our own text
    return made
