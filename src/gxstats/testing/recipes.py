"""From the bytes and the number that hypothesis draws, to the values of the cells."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Sequence
from typing import Any

from ..cells import COUNT_MAXIMUM, Kind
from ..forms.report import Form
from .cases import placed_cases
from .numbers import BYTES, COUNTS, ZERO, amount_of, entries, most_entries, value_of

__all__ = ["Anything", "Blanking", "Recipe", "Tally"]


class Recipe(ABC):
    """A way to read drawn bytes as the values of the cells."""

    size: int
    """How many bytes are needed."""
    largest: int
    """The largest number that may be drawn beside the bytes."""

    @abstractmethod
    def values(self, data: bytes, drawn: int) -> list[Any]:
        """The values of the cells, in the order of the form."""


class Anything(Recipe):
    """Every cell on its own."""

    def __init__(self, kinds: Sequence[Kind]) -> None:
        self.kinds = kinds
        self.zeros = [ZERO[kind] for kind in kinds]
        self.size = BYTES
        self.largest = COUNT_MAXIMUM

    def values(self, data: bytes, drawn: int) -> list[Any]:
        """Each entry is the value of a cell; the other cells are zero."""
        kinds = self.kinds
        values: list[Any] = self.zeros.copy()
        for place, byte in entries(data, len(kinds)):
            values[place] = value_of(kinds[place], byte, drawn)
        return values


class Tally(Recipe):
    """A sum of cases: consistent, with no blank."""

    def __init__(self, form: Form, most: int = COUNT_MAXIMUM) -> None:
        self.cells = len(form)
        self.amounts = [cell.index for cell in form if cell.kind is Kind.AMOUNT]
        self.cases = placed_cases(form)
        self.size = BYTES
        # so large that the sum of all entries is no more than a cell may come to
        self.largest = most // most_entries(len(self.cases))

    def values(self, data: bytes, drawn: int) -> list[Any]:
        """Each entry is how often a case is counted."""
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


class Blanking(Recipe):
    """What another recipe makes, with some cells blanked."""

    def __init__(self, made: Recipe, cells: int) -> None:
        self.made = made
        self.cells = cells
        self.size = made.size + BYTES
        self.largest = made.largest

    def values(self, data: bytes, drawn: int) -> list[Any]:
        """Each entry with an odd number is a blank."""
        values = self.made.values(data, drawn)
        for place, byte in entries(data[self.made.size :], self.cells):
            if byte % 2:
                values[place] = None
        return values
