"""What can be compared across the editions, as a table: cell by cell, a line for each row of the form."""

from __future__ import annotations

from itertools import groupby
from typing import Final

from gxstats import Bilingual
from gxstats.across import Comparable, comparable_cells
from gxstats.forms.catalogue import UNLABELLED_ROW
from gxstats.text import Language

from .markup import code, in_text, table

__all__ = ["comparable_table"]

_HEAD: Final = Bilingual("表|行|地址|列|规则", "Table|Row|Address|Columns|Rule")


def comparable_table(language: Language) -> str:
    """Every row of which cells compare, with those of its cells that do, and by which rule."""
    rows = []
    for prefix, group in groupby(comparable_cells(), _row):
        cells = list(group)
        first = cells[0].cell
        name = "" if first.row == UNLABELLED_ROW else first.row_name(language)
        address = code(f"{prefix}/…") if len(cells) > 1 else code(cells[0].address)
        rows.append(
            [
                first.table.short(language),
                in_text(name),
                address,
                _cells(prefix, cells) if len(cells) > 1 else "",
                in_text(cells[0].rule[language]),
            ]
        )
    return table(_HEAD[language].split("|"), rows)


def _cells(prefix: str, cells: list[Comparable]) -> str:
    """What their addresses have after the row's."""
    return " ".join(code(one.address.removeprefix(f"{prefix}/")) for one in cells)


def _row(one: Comparable) -> str:
    """The row of a cell, by the address that its cells begin with; table four has one."""
    if one.cell.row == UNLABELLED_ROW:
        return f"/{one.cell.table.name}"
    return one.address.rpartition("/")[0]
