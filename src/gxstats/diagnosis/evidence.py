"""What speaks for a slip: how a wrong number can have come about, each way with a name.

Evidence never decides which sets of cells are explanations. It orders those that explain a report
equally well, and is shown with them.
"""

from __future__ import annotations

import enum
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from itertools import combinations
from typing import Final, TypeAlias

import attrs

from ..cells import CellValue
from ..forms.report import Form
from ..relations import rulebook
from ..text import Bilingual

__all__ = [
    "OF_TOTALS",
    "TOTAL_ALONE",
    "UNEXPLAINED",
    "UNLIKELINESS",
    "Evidence",
    "Observed",
    "evidence_of",
    "neighbours_of",
    "totals_of",
    "weigh",
]


class Evidence(enum.Enum):
    """A way in which a wrong number comes about."""

    TRANSPOSED = "digits_transposed"
    """Two neighbouring digits are exchanged: 34 for 43."""
    DIGIT_DROPPED = "digit_dropped"
    """A digit is missing: 13 for 123."""
    DIGIT_ADDED = "digit_added"
    """A digit is too many: 1223 for 123."""
    DIGIT_CHANGED = "digit_changed"
    """One digit of several is another: 153 for 123."""
    TOTAL_ZERO = "total_zero"
    """A total is left at 0 although its parts are not."""
    TOTAL_STALE = "total_stale"
    """A total does not follow its parts."""
    SWAPPED = "swapped"
    """Two cells hold each other's numbers."""
    TOTAL_SWAPPED = "total_swapped"
    """A total and one of its parts hold each other's numbers."""
    NEIGHBOUR_COLUMN = "neighbour_column"
    """The number belongs to the cell beside it."""
    NEIGHBOUR_ROW = "neighbour_row"
    """The number belongs to the cell above or below."""
    ROW_SHIFTED = "row_shifted"
    """The numbers of a row stand one column off."""
    COLUMN_SHIFTED = "column_shifted"
    """The numbers of a column stand one row off."""
    LAST_YEAR = "last_year"
    """The number is that of the report of the year before."""
    UNIT = "unit"
    """The number is in 元 where 万元 is asked for."""
    SIGN = "sign"
    """The number has the wrong sign."""
    BLANK = "blank"
    """Nothing is filled in where a number must stand."""

    @property
    def label(self) -> Bilingual:
        """The evidence in words."""
        return _LABELS[self]


_LABELS: Final = {
    Evidence.TRANSPOSED: Bilingual("疑似两位数字颠倒", "two digits look transposed"),
    Evidence.DIGIT_DROPPED: Bilingual("疑似漏写一位数字", "a digit looks dropped"),
    Evidence.DIGIT_ADDED: Bilingual("疑似多写一位数字", "a digit looks added"),
    Evidence.DIGIT_CHANGED: Bilingual("疑似写错一位数字", "one digit looks mistaken"),
    Evidence.TOTAL_ZERO: Bilingual("总计仍为 0，未汇总", "the total was left at 0"),
    Evidence.TOTAL_STALE: Bilingual("总计未随各项更新", "the total does not follow its parts"),
    Evidence.SWAPPED: Bilingual("疑似两格的数互换", "two cells look exchanged"),
    Evidence.TOTAL_SWAPPED: Bilingual(
        "疑似总计与分项互换", "a total and one of its parts look exchanged"
    ),
    Evidence.NEIGHBOUR_COLUMN: Bilingual(
        "所填是左右相邻一格的数", "the number is that of the cell beside it"
    ),
    Evidence.NEIGHBOUR_ROW: Bilingual(
        "所填是上下相邻一格的数", "the number is that of the cell above or below"
    ),
    Evidence.ROW_SHIFTED: Bilingual("疑似整行错开一列", "the row looks shifted by one column"),
    Evidence.COLUMN_SHIFTED: Bilingual("疑似整列错开一行", "the column looks shifted by one row"),
    Evidence.LAST_YEAR: Bilingual("与上年所填相同", "the number is last year's"),
    Evidence.UNIT: Bilingual("疑似以元代替万元", "yuan look given for ten thousand yuan"),
    Evidence.SIGN: Bilingual("疑似正负号写反", "the sign looks wrong"),
    Evidence.BLANK: Bilingual("此格空着，应有数", "a number is missing"),
}

UNLIKELINESS: Final = {
    Evidence.TOTAL_ZERO: 1.0,
    Evidence.TRANSPOSED: 1.2,
    Evidence.TOTAL_SWAPPED: 1.0,
    Evidence.ROW_SHIFTED: 1.0,
    Evidence.COLUMN_SHIFTED: 1.0,
    Evidence.LAST_YEAR: 1.3,
    Evidence.UNIT: 1.0,
    Evidence.SIGN: 1.0,
    Evidence.BLANK: 1.0,
    Evidence.DIGIT_DROPPED: 1.5,
    Evidence.DIGIT_ADDED: 1.5,
    Evidence.SWAPPED: 1.5,
    Evidence.NEIGHBOUR_COLUMN: 2.0,
    Evidence.NEIGHBOUR_ROW: 2.2,
    Evidence.DIGIT_CHANGED: 2.4,
    Evidence.TOTAL_STALE: 2.6,
}
"""How much each kind counts against an explanation: the fewer digits a coincidence needs, the
more. Only the order that comes of it matters; it is measured in ``benchmarks/diagnosis.py``."""
UNEXPLAINED: Final = 4.0
TOTAL_ALONE: Final = 0.1
"""By how much a single wrong cell is the likelier if it is a total: it tells a total from a part
that is equal to it, and totals are where published reports go wrong."""
OF_TOTALS: Final = frozenset({Evidence.TOTAL_ZERO, Evidence.TOTAL_STALE})
_SHIFTED_CELLS: Final = 3
"""Cells of a line that must be shifted alike before it is called a shift."""

Numbers: TypeAlias = Mapping[int, int | None]
"""Values by cell."""


@attrs.frozen
class Observed:
    """What an explanation is weighed against."""

    form: Form
    old: Sequence[int | None] | Numbers
    """What the report says, for every cell."""
    last_year: Mapping[int, CellValue] = attrs.field(factory=dict)
    """What last year's report says in the same cells."""


def evidence_of(
    new: Mapping[int, int], observed: Observed
) -> dict[Evidence, tuple[tuple[int, ...], ...]]:
    """The evidence for a set of changed cells, given by their new values.

    For each kind, the groups of changed cells it speaks for: single cells, two that are
    exchanged, a shifted line.
    """
    found: dict[Evidence, list[tuple[int, ...]]] = {}
    for kind, cells in _evidence(new, observed):
        groups = found.setdefault(kind, [])
        if cells not in groups:  # both sides may speak alike
            groups.append(cells)
    return {kind: tuple(found[kind]) for kind in Evidence if kind in found}


def weigh(new: Mapping[int, int], evidence: Mapping[Evidence, Iterable[tuple[int, ...]]]) -> float:
    """How unlikely an explanation is: each cell by what best speaks for it, a group once."""
    left = set(new)
    total = -TOTAL_ALONE if len(new) == 1 and not OF_TOTALS.isdisjoint(evidence) else 0.0
    groups = sorted(
        (
            (UNLIKELINESS[kind] / len(cells), kind.value, cells)
            for kind, every in evidence.items()
            for cells in every
        ),
    )
    for share, _, cells in groups:
        if left.issuperset(cells):
            total += share * len(cells)
            left.difference_update(cells)
    return total + UNEXPLAINED * len(left)


def _evidence(
    new: Mapping[int, int], observed: Observed
) -> Iterator[tuple[Evidence, tuple[int, ...]]]:
    old, last_year = observed.old, observed.last_year
    totals, neighbours = totals_of(observed.form), neighbours_of(observed.form)
    for cell, right in new.items():
        wrong = old[cell]
        if wrong is None:
            yield Evidence.BLANK, (cell,)
            continue
        for kind in _of_digits(wrong, right):
            yield kind, (cell,)
        if cell in totals:
            yield (Evidence.TOTAL_STALE if wrong else Evidence.TOTAL_ZERO), (cell,)
        if wrong == last_year.get(cell) and wrong != right:
            yield Evidence.LAST_YEAR, (cell,)
        if wrong == 10_000 * right and right:
            yield Evidence.UNIT, (cell,)
        if wrong == -right and right:
            yield Evidence.SIGN, (cell,)
        if wrong:
            for kind, neighbour in neighbours.get(cell, ()):
                if new.get(neighbour, old[neighbour]) == wrong:
                    yield kind, (cell,)
    yield from _swaps(new, observed)
    if len(new) >= _SHIFTED_CELLS:
        yield from _shifts(new, observed)


def _of_digits(wrong: int, right: int) -> Iterator[Evidence]:
    """What became of the digits of a number, for numbers that have digits to speak of.

    >>> [kind.value for kind in _of_digits(34, 43)]
    ['digits_transposed']
    """
    one, other = str(wrong), str(right)
    if one.startswith("-") != other.startswith("-"):
        return
    one, other = one.lstrip("-"), other.lstrip("-")
    if len(one) + 1 == len(other) and wrong and _is_without_one(other, one):
        yield Evidence.DIGIT_DROPPED
    if len(one) == len(other) + 1 and right and _is_without_one(one, other):
        yield Evidence.DIGIT_ADDED
    if len(one) == len(other) > 1:
        apart = [place for place, (a, b) in enumerate(zip(one, other, strict=True)) if a != b]
        if len(apart) == 1:
            yield Evidence.DIGIT_CHANGED
        elif (
            len(apart) == 2
            and apart[1] == apart[0] + 1
            and one[apart[0]] == other[apart[1]]
            and one[apart[1]] == other[apart[0]]
        ):
            yield Evidence.TRANSPOSED


def _is_without_one(longer: str, shorter: str) -> bool:
    return any(longer[:i] + longer[i + 1 :] == shorter for i in range(len(longer)))


def _swaps(
    new: Mapping[int, int], observed: Observed
) -> Iterator[tuple[Evidence, tuple[int, ...]]]:
    totals = totals_of(observed.form)
    for one, other in combinations(sorted(new), 2):
        if new[one] == observed.old[other] and new[other] == observed.old[one]:
            total = other in totals.get(one, ()) or one in totals.get(other, ())
            yield (Evidence.TOTAL_SWAPPED if total else Evidence.SWAPPED), (one, other)


def _shifts(
    new: Mapping[int, int], observed: Observed
) -> Iterator[tuple[Evidence, tuple[int, ...]]]:
    """Lines whose numbers all stand one place further along than they belong."""
    for kind, lines in _lines(observed.form).items():
        for line in lines:
            changed = [cell for cell in line if cell in new]
            if len(changed) < _SHIFTED_CELLS:
                continue
            right = [new.get(cell, observed.old[cell]) for cell in line]
            old = [observed.old[cell] for cell in line]
            for step in (1, -1):
                if all(
                    old[place] == right[place - step]
                    for place, cell in enumerate(line)
                    if cell in new and 0 <= place - step < len(line)
                ):
                    yield kind, tuple(changed)


# --- what stands where on the form -----------------------------------------------------------------


@cache
def totals_of(form: Form) -> dict[int, frozenset[int]]:
    """The cells that are the sum of others, with these."""
    index = form.index
    found: dict[int, frozenset[int]] = {}
    equal = (one for one in rulebook(form) if one.comparison.value == "eq")
    for relation in equal:
        for one, several in ((relation.left, relation.right), (relation.right, relation.left)):
            if len(one) == 1 != len(several):
                (total,) = one
                cell = index[total.address]
                parts = frozenset(index[term.address] for term in several)
                found[cell] = found.get(cell, frozenset()) | parts
    return found


@cache
def _lines(form: Form) -> dict[Evidence, tuple[tuple[int, ...], ...]]:
    """The rows and the columns of the form's tables, as cells in printed order."""
    rows: dict[tuple[str, int], list[int]] = {}
    columns: dict[tuple[str, str], list[int]] = {}
    for cell in form:
        rows.setdefault((cell.table.name, cell.position.row), []).append(cell.index)
        if cell.table.is_uniform and cell.table.has_row_labels:
            column = cell.address.rpartition("/")[2]
            columns.setdefault((cell.table.name, column), []).append(cell.index)
    return {
        Evidence.ROW_SHIFTED: tuple(tuple(row) for row in rows.values()),
        Evidence.COLUMN_SHIFTED: tuple(tuple(column) for column in columns.values()),
    }


@cache
def neighbours_of(form: Form) -> dict[int, tuple[tuple[Evidence, int], ...]]:
    """For each cell those beside, above and below it, with the evidence that each would be."""
    found: dict[int, list[tuple[Evidence, int]]] = {cell.index: [] for cell in form}
    for kind, lines in _lines(form).items():
        named = {
            Evidence.ROW_SHIFTED: Evidence.NEIGHBOUR_COLUMN,
            Evidence.COLUMN_SHIFTED: Evidence.NEIGHBOUR_ROW,
        }[kind]
        for line in lines:
            for place, cell in enumerate(line):
                for near in (place - 1, place + 1):
                    if 0 <= near < len(line):
                        found[cell].append((named, line[near]))
    return {cell: tuple(near) for cell, near in found.items()}
