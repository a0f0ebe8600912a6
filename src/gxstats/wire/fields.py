"""The fields of the form's classes, as everything in this package asks for them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import attrs

from ..cells import part_classes
from ..forms.report import Form

__all__ = ["fields_of", "names_of", "part_class", "tables_of"]


def fields_of(cls: type) -> tuple[attrs.Attribute[Any], ...]:
    """The fields of a class, in the order of the form."""
    found: tuple[attrs.Attribute[Any], ...] = attrs.fields(cls)
    return found


def names_of(cls: type) -> tuple[str, ...]:
    """The names of its fields.

    >>> from gxstats import FeeItems
    >>> names_of(FeeItems)
    ('prior_items', 'change')
    """
    return tuple(field.name for field in fields_of(cls))


def part_class(cls: type, name: str) -> type:
    """The class of the part in a field; where the form has several shapes, the first."""
    return part_classes(cls, name)[0]


def tables_of(form: Form) -> Mapping[str, type]:
    """The class of each table of a form, by the name of its field."""
    return form.parts
