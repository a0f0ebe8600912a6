"""Several numbers in one text: an engine makes a frame long one column at a time.

No engine can be trusted to keep two columns in step on the way.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from .expressions import NAMESPACE
from .extras import needed

if TYPE_CHECKING:
    import narwhals as nw
else:
    nw = needed("narwhals")

__all__ = ["PACKED", "as_text", "number", "rest"]

PACKED: Final = f"{NAMESPACE}packed"
"""The name of the column that is made long."""
_WIDTH: Final = 20
"""Characters of the longest 64-bit integer."""
_NULL: Final = "*" * _WIDTH


def as_text(whole_number: nw.Expr) -> nw.Expr:
    """A whole number as a text that is as long for every number, and for null."""
    # pandas writes whole numbers as floats where there are nulls: here there are none
    digits = whole_number.fill_null(0).cast(nw.String).str.zfill(_WIDTH)
    return nw.when(whole_number.is_null()).then(nw.lit(_NULL)).otherwise(digits)


def number(place: int) -> nw.Expr:
    """The number that stands in this place of the packed column, counted from 0."""
    text = nw.col(PACKED).str.slice(place * _WIDTH, _WIDTH)
    # An engine may cast before it chooses: what it casts must be a number in any case.
    digits = nw.when(text != _NULL).then(text).otherwise(nw.lit("0")).cast(nw.Int64)
    return nw.when(text != _NULL).then(digits)


def rest(place: int) -> nw.Expr:
    """The text that follows this many numbers."""
    return nw.col(PACKED).str.slice(place * _WIDTH)
