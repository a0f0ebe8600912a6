"""Which columns a corpus has, and in which order: computed from the classes of the forms.

Nothing here needs Arrow: names and kinds only.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from operator import itemgetter
from typing import TYPE_CHECKING, Any, Final

import attrs

from ..cells import CellValue, Kind
from ..forms.narrative import Narrative, Remark
from ..forms.organ import Organ
from ..forms.report import FORMS, Form

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = [
    "IDENTITY",
    "NARRATIVE",
    "ORGAN",
    "REMARK",
    "SCHEMA_VERSION",
    "cell_kinds",
    "placing",
    "with_cell",
]

SCHEMA_VERSION: Final = "1"
"""The version of the layout; it changes whenever a column is renamed, retyped or removed.

A new form brings columns, and no new version: a corpus that lacks them has no report on it.
"""


def _flat(cls: type, name: str) -> dict[str, str]:
    """The column of each field of a part of the document, by the name of the field."""
    return {field.name: f"{name}_{field.name}" for field in attrs.fields(cls)}


ORGAN: Final[Mapping[str, str]] = _flat(Organ, "organ")
"""The columns that hold the organ, by field."""
NARRATIVE: Final[Mapping[str, str]] = _flat(Narrative, "narrative")
"""The columns that hold the sections of text, by field."""
REMARK: Final = tuple(field.name for field in attrs.fields(Remark))
"""What an entry of the column ``remarks`` holds."""
IDENTITY: Final = ("form", "edition", "year", *ORGAN.values())
"""The columns that say whose report a row is, and on which form."""


@cache
def cell_kinds() -> Mapping[str, Kind]:
    """The kind of each cell of any form, by address: the union of the forms, in their order.

    >>> len(cell_kinds()), cell_kinds()["/requests/received/total"].value
    (226, 'count')
    """
    kinds: dict[str, Kind] = {}
    for form in FORMS.values():
        for cell in form:
            if kinds.setdefault(cell.address, cell.kind) is not cell.kind:
                # pragma: no cover - a mistake in the declaration
                raise ValueError(f"{cell.address} is of another kind on {form.id}")
    return kinds


@cache
def with_cell(address: str) -> frozenset[str]:
    """The ids of the forms that have a cell.

    >>> sorted(with_cell("/requests/outcomes/other/total"))
    ['2019', '2021-undivided']
    """
    return frozenset(form.id for form in FORMS.values() if address in form)


@cache
def placing(form: Form) -> Callable[[tuple[CellValue, ...]], tuple[CellValue, ...]]:
    """A function from the values of a form's cells to those of the union, blank elsewhere."""
    nowhere = len(form)
    places = [form.index.get(address, nowhere) for address in cell_kinds()]
    take: Callable[[Any], Any] = itemgetter(*places)
    return lambda values: take((*values, None))
