"""From the bytes and the number that hypothesis draws, to the values of the cells."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Sequence
from typing import Any

import attrs

from ..cells import COUNT_MAXIMUM, Kind
from ..forms.catalogue import Form
from .cases import cases_of
from .numbers import COUNTS, ZERO, amount_of, bytes_for, entries, value_of

__all__ = ["Anything", "Blanking", "Recipe", "Tally"]


class Recipe(ABC):
    """A way to read drawn bytes as the values of the cells."""

    @property
    @abstractmethod
    def size(self) -> int:
        """How many bytes are needed."""

    @property
    @abstractmethod
    def largest(self) -> int:
        """The largest number that may be drawn beside the bytes."""

    @abstractmethod
    def values(self, data: bytes, drawn: int) -> list[Any]:
        """The values of the cells, in the order of the form."""


class Anything(Recipe):
    """Every cell on its own."""

    def __init__(self, kinds: Sequence[Kind]) -> None:
        self.kinds = kinds
        self.zeros = [ZERO[kind] for kind in kinds]

    @property
    def size(self) -> int:
        return bytes_for(len(self.kinds))

    @property
    def largest(self) -> int:
        return COUNT_MAXIMUM

    def values(self, data: bytes, drawn: int) -> list[Any]:
        kinds = self.kinds
        values: list[Any] = self.zeros.copy()
        for place, byte in entries(data, len(kinds)):
            values[place] = value_of(kinds[place], byte, drawn)
        return values


class Tally(Recipe):
    """A sum of cases: consistent, with no blank."""

    def __init__(self, form: Form) -> None:
        self.cells = len(form)
        self.cases = [
            [(form.index[address], number) for address, number in case.items()]
            for case in cases_of(form)
        ]
        self.amounts = [cell.index for cell in form if cell.kind is Kind.AMOUNT]

    @property
    def size(self) -> int:
        return bytes_for(len(self.cases))

    @property
    def largest(self) -> int:
        """So large that even the sum of all cases fits into a cell."""
        return COUNT_MAXIMUM // len(self.cases)

    def values(self, data: bytes, drawn: int) -> list[Any]:
        largest = self.largest
        values: list[Any] = [0] * self.cells
        for place, byte in entries(data, len(self.cases)):
            times = COUNTS[byte]
            if not 0 <= times <= largest:  # too large, or not in the table at all
                times = drawn
            for cell, number in self.cases[place]:
                values[cell] += times * number
        for cell in self.amounts:
            values[cell] = amount_of(values[cell])
        return values


@attrs.frozen
class Blanking(Recipe):
    """What another recipe makes, with some cells blanked."""

    made: Recipe
    cells: int

    @property
    def size(self) -> int:
        return self.made.size + bytes_for(self.cells)

    @property
    def largest(self) -> int:
        return self.made.largest

    def values(self, data: bytes, drawn: int) -> list[Any]:
        values = self.made.values(data, drawn)
        for place, byte in entries(data[self.made.size :], self.cells):
            if byte % 2:
                values[place] = None
        return values
