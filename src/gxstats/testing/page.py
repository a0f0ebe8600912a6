"""The numbers of a report while slips are made on them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any, TypeAlias, TypeVar

import attrs

from .places import Places

__all__ = ["Choose", "Page"]

Choose: TypeAlias = Callable[[int], int]
"""A whole number from 0 up and below the one given: by chance, or from bytes that were drawn."""

_Option = TypeVar("_Option")


@attrs.define(eq=False)
class Page:
    """The numbers on which slips are made, and what has been used up by those made before."""

    places: Places
    values: list[Any]
    choose: Choose
    last_year: list[Any] | None = None
    """The numbers of the year before; made when first needed, if not given."""
    taken: set[int] = attrs.field(init=False)
    """Cells that are wrong already, that must stay as they are, or that are not to be touched."""

    def __attrs_post_init__(self) -> None:
        blank = (cell for cell, value in enumerate(self.values) if value is None)
        self.taken = {*self.places.outside, *blank}

    def free(self, cells: Iterable[int]) -> list[int]:
        """Those of the cells in which a slip may be made."""
        taken = self.taken
        return [cell for cell in cells if cell not in taken]

    def filled(self, cells: Iterable[int]) -> list[int]:
        """Those of the cells in which a slip may be made and that do not hold 0."""
        taken, values = self.taken, self.values
        return [cell for cell in cells if values[cell] and cell not in taken]

    def pick(self, options: Sequence[_Option]) -> _Option:
        """One of them."""
        return options[self.choose(len(options))]

    def around(self, options: Sequence[_Option]) -> Iterator[_Option]:
        """All of them, beginning with any of them."""
        if options:
            first = self.choose(len(options))
            for place in range(first, first + len(options)):
                yield options[place % len(options)]
