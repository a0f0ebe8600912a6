"""The rows of 三、本年度办理结果 as pictures show them: the same ones for every edition."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from typing import Final

import attrs

from ..across import Comparable, comparable_cells
from ..forms.report import Report, form_of
from ..text import Bilingual, Language
from .colours import RESULT_LOOKS, Look
from .wording import short

__all__ = [
    "RESULTS_TOTAL",
    "Counted",
    "ResultRow",
    "blank_note",
    "counted_cells",
    "counted_rows",
    "numbered",
    "organ_prefix",
    "result_rows",
    "row_label",
]

_RESULTS: Final = "/requests/outcomes"
_COLUMN: Final = "total"
RESULTS_TOTAL: Final = f"{_RESULTS}/total/{_COLUMN}"
"""（七）总计, as printed."""


@attrs.frozen
class ResultRow:
    """Results that are drawn as one area: a row of the form, or all rows under a heading."""

    key: str
    """The steps of its address below the results, such as ``refused/state_secret``."""
    heading: Bilingual
    label: Bilingual
    """What it is called: the heading, or the number of the heading and the row below it."""
    look: Look
    cells: tuple[Comparable, ...]
    """The cells whose sum it is."""


@attrs.frozen
class Counted:
    """How many requests a report has in some cells."""

    known: int
    """The sum of the cells that are not blank."""
    blank: tuple[str, ...]
    """The addresses of those that are, on the report's own form."""
    cells: int
    """How many cells there are."""

    @property
    def is_blank(self) -> bool:
        """Whether nothing is known."""
        return len(self.blank) == self.cells


@cache
def result_rows(*, grounds: bool) -> tuple[ResultRow, ...]:
    """The results, a row for each heading; with the ``grounds`` of refusal, one for each ground."""
    headings: dict[str, list[Comparable]] = {}
    for one in comparable_cells():
        if not one.address.startswith(f"{_RESULTS}/") or one.address == RESULTS_TOTAL:
            continue
        if one.address.endswith(f"/{_COLUMN}"):
            headings.setdefault(one.address.split("/")[3], []).append(one)
    return tuple(_rows(headings, grounds=grounds))


def _rows(headings: dict[str, list[Comparable]], *, grounds: bool) -> Iterator[ResultRow]:
    for heading, cells in headings.items():
        looks = RESULT_LOOKS[heading]
        top = cells[0].cell
        label = short([*top.headings, top.row][1])  # below the heading of all results
        if grounds and looks[1:]:
            for one, look in zip(cells, looks, strict=True):
                key = one.address.removeprefix(f"{_RESULTS}/").removesuffix(f"/{_COLUMN}")
                named = numbered(label, short(one.cell.row))
                yield ResultRow(key, label, named, look, (one,))
        else:
            yield ResultRow(heading, label, label, looks[0], tuple(cells))


_NUMBER: Final = re.compile(r"^[（(].*?[）)]")


def numbered(heading: Bilingual, row: Bilingual) -> Bilingual:
    """A row with the number of the heading that it stands under.

    >>> numbered(Bilingual("（三）不予公开", "(3) Not disclosed"),
    ...          Bilingual("1.属于国家秘密", "State secrets")).zh
    '（三）1.属于国家秘密'
    """
    zh, en = (_NUMBER.match(text) for text in (heading.zh, heading.en))
    return Bilingual(
        f"{zh.group() if zh else ''}{row.zh}", f"{f'{en.group()} ' if en else ''}{row.en}"
    )


def counted_rows(report: Report, row: ResultRow) -> Counted:
    """What a report has in a row.

    A row that another edition divides is the sum of what it is divided into.
    """
    form = form_of(report)
    addresses = [
        address for cell in row.cells for address in cell.summed.get(form.id, (cell.address,))
    ]
    return counted_cells(report, addresses)


def counted_cells(report: Report, addresses: Iterable[str]) -> Counted:
    """What a report has in some cells."""
    values = {address: report[address] for address in addresses}
    return Counted(
        sum(value for value in values.values() if value is not None),
        tuple(address for address, value in values.items() if value is None),
        len(values),
    )


def row_label(report: Report, address: str, language: Language) -> str:
    """What the form calls the row of a cell."""
    cell = form_of(report)[address]
    row = short(cell.row)
    return (numbered(cell.headings[-1], row) if len(cell.headings) > 1 else row)[language]


_NAMED: Final = 4
"""Blanks that are named before the rest is only counted."""


def blank_note(report: Report, addresses: tuple[str, ...], language: Language) -> str:
    """Which cells of the column 总计 are blank."""
    names = [row_label(report, address, language) for address in addresses]
    comma = {"zh": "、", "en": "; "}[language]
    named = comma.join(names[:_NAMED])
    if len(names) <= _NAMED:
        return {"zh": f"空白：{named}", "en": f"blank: {named}"}[language]
    return {
        "zh": f"空白 {len(names)} 格：{named}等",
        "en": f"{len(names)} cells blank: {named} and others",
    }[language]


def organ_prefix(report: Report, language: Language) -> str:
    """The organ, as a title begins with it."""
    name = report.organ.name
    if not name:
        return ""
    return f"{name}：" if language == "zh" else f"{name}: "
