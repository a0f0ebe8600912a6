"""Whose slip it is when a relation fails: the publisher's, the reader's, or nobody can tell."""

from __future__ import annotations

import enum
from collections.abc import Mapping
from itertools import product
from math import prod
from typing import TYPE_CHECKING, Any, Final

import attrs

from ..relations import Comparison, Relation, Result, check
from ..text import LANGUAGES, Bilingual, Language
from .results import Alternative, Certainty, Doubt

if TYPE_CHECKING:
    from .results import Reading

__all__ = ["Slip", "Whose", "slips_of"]

_CERTAIN: Final = Certainty.CERTAIN
_COMBINATIONS: Final = 10_000
"""Ways of choosing among the alternatives of a relation's doubtful cells that are tried."""


class Whose(enum.Enum):
    """Whose slip it is that a relation does not hold."""

    PUBLISHER = "publisher"
    """The cells that refute it were read as they stand: the report is published so."""
    READER = "reader"
    """A cell is in doubt, and one of the values that it may have makes the relation hold."""
    UNDECIDABLE = "undecidable"
    """A cell is in doubt, and no value that it may have makes the relation hold; or the sums were
    needed to place it. The source may be wrong, or the reading of it."""

    @property
    def label(self) -> Bilingual:
        """In words."""
        return _LABELS[self]


_LABELS: Final = {
    Whose.PUBLISHER: Bilingual(
        "原文如此（各格均按所印读出）", "published so (every cell was read as printed)"
    ),
    Whose.READER: Bilingual(
        "读取存疑（存疑的格另取一值即相符）",
        "a doubt of the reader's (another value of a doubtful cell makes it hold)",
    ),
    Whose.UNDECIDABLE: Bilingual(
        "无法判定是原文还是读取之误", "the publisher's or the reader's: that cannot be told"
    ),
}


@attrs.frozen(kw_only=True)
class Slip:
    """A relation that does not hold on a report that was read, and whose slip that is.

    It is violated, or a doubtful cell leaves it undecided.
    """

    result: Result
    whose: Whose
    unsure: tuple[str, ...]
    """The relation's cells that were not read as they stand, by address."""

    @property
    def relation(self) -> str:
        """The relation's id."""
        return self.result.relation.id

    def explain(self, language: Language = "zh") -> str:
        """The violation and whose it is, in words."""
        between = {"zh": " —— ", "en": " — "}[language]
        return self.result.explain(language) + between + self.whose.label[language]

    def to_dict(self) -> dict[str, Any]:
        """As JSON values."""
        return {
            "relation": self.relation,
            "whose": self.whose.value,
            "unsure": list(self.unsure),
            "message": {language: self.explain(language) for language in LANGUAGES},
        }


def slips_of(reading: Reading) -> tuple[Slip, ...]:
    """A slip for each stated or implied relation that is violated, or undecided by a doubt."""
    doubts: dict[str, Doubt] = {doubt.cell: doubt for doubt in reading.doubts if doubt.cell}
    checked = check(reading.report)
    found = [
        Slip(
            result=result, whose=_whose_violation(result, reading), unsure=_unsure(result, reading)
        )
        for result in checked.violated
    ]
    for result in checked.undecided:
        if not doubts.keys().isdisjoint(result.cells):
            whose = Whose.READER if _can_hold(result, doubts) else Whose.UNDECIDABLE
            found.append(Slip(result=result, whose=whose, unsure=_unsure(result, reading)))
    return tuple(found)


def _whose_violation(result: Result, reading: Reading) -> Whose:
    """A violation stands whatever its blanks are, so that only the cells with values count."""
    placed_by_sums = any(
        value is not None and reading.cells[address].certainty is not _CERTAIN
        for address, value in result.cells.items()
    )
    return Whose.UNDECIDABLE if placed_by_sums else Whose.PUBLISHER


def _unsure(result: Result, reading: Reading) -> tuple[str, ...]:
    return tuple(
        address for address in result.cells if reading.cells[address].certainty is not _CERTAIN
    )


def _can_hold(result: Result, doubts: Mapping[str, Doubt]) -> bool:
    """Whether some choice among the alternatives of the doubtful cells makes the relation hold."""
    relation = result.relation
    open_ = [address for address in relation.addresses if address in doubts]
    choices = [[_whole(one) for one in doubts[address].alternatives] for address in open_]
    if prod(map(len, choices)) > _COMBINATIONS:
        return False
    known = {address: value or 0 for address, value in result.cells.items()}
    return any(
        None not in chosen and _holds(relation, {**known, **dict(zip(open_, chosen, strict=True))})
        for chosen in product(*choices)
    )


def _whole(alternative: Alternative) -> int | None:
    """An alternative as the number it adds to a sum: blank adds nothing, a text has none."""
    if alternative is None:
        return 0
    return alternative if isinstance(alternative, int) else None


def _holds(relation: Relation, values: Mapping[str, int | None]) -> bool:
    residual = relation.residual(values)  # type: ignore[arg-type]
    return residual <= 0 if relation.comparison is Comparison.AT_MOST else residual == 0
