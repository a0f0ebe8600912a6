"""Plain text: one cell a line, cells between tabs or pipes, Markdown tables; also mixed."""

from __future__ import annotations

import re
from typing import Final

import attrs

from .grid import Document, Grid, GridCell, Place, Shape
from .limits import Limits
from .numbers import looks_like_figure
from .own_markdown import as_printed, without_notes

__all__ = ["read_text", "text_grids"]

_RULE: Final = re.compile(r"[\s|:+\-=]*")
"""The line under the head of a Markdown table, or a drawn border."""
_PIPE: Final = re.compile(r"(?<!\\)[|｜│]")
_BLANKS_FIRST: Final = re.compile(r"[ \u3000]*\t[ \u3000]*\t")
_LEADING_TAB: Final = re.compile(r"\s*\t")
_TEXT_GROUP: Final = 0


def read_text(text: str, encoding: str, replaced: int, limits: Limits) -> Document:
    """A plain text as grids, in the order of the text."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").replace("\f", "\n").split("\n")
    own = without_notes(lines)
    if own is None:
        return Document("text", encoding, text_grids(lines, limits), None, replaced)
    grids = tuple(
        attrs.evolve(
            grid,
            rows=tuple(
                tuple(cell._replace(text=as_printed(cell.text)) for cell in row)
                for row in grid.rows
            ),
        )
        for grid in text_grids(own, limits)
    )
    return Document("text", encoding, grids, None, replaced)


def text_grids(lines: list[str], limits: Limits) -> tuple[Grid, ...]:
    """Lines of text as grids: rows where lines hold several cells, else one cell a line."""
    grids: list[Grid] = []
    rows: list[tuple[GridCell, ...]] = []
    shape = Shape.LINES
    area = 0

    def close() -> None:
        if rows:
            grids.append(Grid(shape, tuple(rows), _TEXT_GROUP))
            rows.clear()

    for number, line in enumerate(lines, 1):
        cells = _cells(line)
        if cells is not None and not cells:
            continue  # a drawn border
        this = Shape.LINES if cells is None else Shape.ROWS
        if this is Shape.ROWS or line.strip():
            if this is not shape:
                close()
            shape = this
        elif shape is Shape.ROWS:
            continue  # a blank line between rows of cells holds nothing
        area += len(cells or ("",))
        limits.require("area", area)
        if cells is None:
            rows += [
                (GridCell(piece, len(rows), 0, 1, 1, Place(line=number), kept),)
                for piece, kept in _pieces(line)
            ]
        else:
            rows.append(
                tuple(
                    GridCell(
                        cell.strip(),
                        len(rows),
                        i,
                        1,
                        1,
                        Place(line=number, column=i + 1),
                        kept=True,
                    )
                    for i, cell in enumerate(cells)
                )
            )
    close()
    return tuple(grids)


def _cells(line: str) -> list[str] | None:
    """The cells of a line that holds several; none for a drawn border; None for one cell."""
    if _PIPE.search(line):
        if _RULE.fullmatch(line):
            # A row of blank cells is also nothing but pipes; a border has dashes.
            return [] if re.search(r"[-=+]", line) else _piped(line)
        cells = _piped(line)
        return cells if len(cells) > 1 or line.lstrip().startswith(("|", "｜", "│")) else None
    after_first = line.rstrip("\r\n").lstrip(" \u3000\t")  # what stands after the first text
    if "\t" in after_first.rstrip():
        return line.rstrip("\r\n").split("\t")
    # Blank cells may begin a row that ends in a number, or end a row. A tab before the text alone
    # marks a single cell.
    if _BLANKS_FIRST.match(line) and looks_like_figure(after_first):
        return line.rstrip("\r\n").split("\t")
    trailing = len(after_first) - len(after_first.rstrip("\t"))
    if after_first.strip() and trailing > (1 if _LEADING_TAB.match(line) else 0):
        return line.rstrip("\r\n").split("\t")
    return None


def _piped(line: str) -> list[str]:
    cells = [cell.replace("\\|", "|") for cell in _PIPE.split(line.strip())]
    if not cells[0].strip():
        cells = cells[1:]
    if cells and not cells[-1].strip():
        cells = cells[:-1]
    return cells


def _pieces(line: str) -> list[tuple[str, bool]]:
    """The one cell of a line, and whether the line marks it as a cell.

    Text pasted from a Word table begins every cell with a tab. Anything before the tab is the
    end of the row before; a space there is a blank cell of it.
    """
    before, tab, after = line.partition("\t")
    if not tab:
        return [(line, False)]
    if before and not before.strip() and after.strip():
        return [("", True), (after, True)]
    return [(line, True)]
