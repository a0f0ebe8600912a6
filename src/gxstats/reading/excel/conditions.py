"""What conditional formats and table styles change in how cells look."""

from __future__ import annotations

import operator
import re
from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal
from typing import Any, Final

import attrs

from ..contrast import Color
from ..grid import OBJECT
from .looks import Look
from .places import Range
from .printed import printed_number

__all__ = ["Effect", "Rule"]

_NUMBER: Final = re.compile(r"-?\d{1,40}(?:\.\d{1,40})?")
_COMPARISONS: Final[dict[str, Callable[[Decimal, Decimal], bool]]] = {
    "lessThan": operator.lt,
    "lessThanOrEqual": operator.le,
    "equal": operator.eq,
    "notEqual": operator.ne,
    "greaterThanOrEqual": operator.ge,
    "greaterThan": operator.gt,
}

_FALSE_OF_TEXTS: Final = frozenset({"between", "equal", "lessThan", "lessThanOrEqual"})


@attrs.frozen
class Effect:
    """What is changed in the look of a cell."""

    font: Mapping[str, Any] = attrs.field(factory=dict)
    """Changed fields of its font."""
    grounds: tuple[Color | None, ...] = ()
    """Its ground, where that is changed."""
    code: str | None = None
    """Its number format."""
    hides_value: bool = False
    """A bar or an icon takes the place of a number."""

    def shown(self, text: str, look: Look) -> str:
        """What a cell of that look shows of its text."""
        if _NUMBER.fullmatch(text):
            if self.hides_value:
                return OBJECT
            if self.code is not None:
                text = printed_number(text, self.code)
        font = attrs.evolve(look.font, **self.font)
        ground = self.grounds[0] if self.grounds else look.ground
        return attrs.evolve(look, font=font, ground=ground).shown(text)[0]


@attrs.define(eq=False)
class Rule:
    """An effect on some cells, and its condition."""

    effect: Effect
    ranges: Sequence[Range] = ()
    kind: str = ""
    operator: str = ""
    operands: list[str] = attrs.field(factory=list)
    _known: dict[Look, bool] = attrs.field(factory=dict)

    def holds_for(self, row: int, column: int) -> bool:
        """Whether a cell is among those that it is for."""
        return any(
            top <= row <= bottom and left <= column <= right
            for top, left, bottom, right in self.ranges
        )

    def matters(self, look: Look) -> bool:
        """Whether it may change what is seen of a number in a cell of that look."""
        effect = self.effect
        if effect.hides_value or effect.code is not None:
            return True
        if look not in self._known:
            self._known[look] = effect.shown("0", look) != look.shown("0")[0]
        return self._known[look]

    def applies(self, text: str, *, is_number: bool) -> bool | None:
        """Whether it applies to a cell that shows a text; ``None`` where that cannot be told."""
        if self.kind in {"containsErrors", "notContainsErrors"}:
            return text.startswith("#") == (self.kind == "containsErrors")
        if self.kind in {"dataBar", "iconSet", "colorScale", "notContainsBlanks"}:
            return True
        if self.kind == "containsBlanks":
            return False
        if self.kind != "cellIs" or not all(map(_NUMBER.fullmatch, self.operands)):
            return None
        if not is_number:  # every text is more than any number
            return False if self.operator in _FALSE_OF_TEXTS else None
        if not _NUMBER.fullmatch(text):
            return None
        number, *operands = map(Decimal, [text, *self.operands])
        if self.operator in {"between", "notBetween"} and len(operands) == 2:
            return (min(operands) <= number <= max(operands)) == (self.operator == "between")
        if self.operator in _COMPARISONS and operands:
            return _COMPARISONS[self.operator](number, operands[0])
        return None
