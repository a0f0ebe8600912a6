"""Where in a Word file's markup the places stand that its reader gives."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import attrs

from ..archive import Archive
from ..grid import Place
from ..limits import Limits
from .blocks import Block, Cell, Paragraph, Table, Walk
from .controls import Bindings
from .docx import Relationship, Setter, WordPackage, body_of, placed_rows, walk_of
from .numbering import Numbering
from .styles import Styles

if TYPE_CHECKING:
    from lxml.etree import _Element

__all__ = ["WordPlaces", "word_places"]


@attrs.frozen
class WordPlaces:
    """The elements of a document by place; what a file of its own holds that is taken in has none."""

    main: str
    """The name of the part."""
    root: _Element
    cells: dict[tuple[int, int, int], _Element]
    """Cells, by table, row and cell: the paragraph of each of which something is seen, if one is
    not in a table or box within."""
    paragraphs: dict[int, _Element]
    """Paragraphs outside of tables, by line."""

    def element(self, place: Place) -> _Element | None:
        """The cell or paragraph at a place."""
        if place.table is not None and place.row is not None and place.cell is not None:
            return self.cells.get((place.table, place.row, place.cell))
        return None if place.line is None else self.paragraphs.get(place.line)


def word_places(data: bytes, limits: Limits) -> WordPlaces:
    """The elements of a file that :func:`~.docx.read_docx` reads, counted as it counts."""
    package = WordPackage(Archive.open(data, limits))
    main = package.main()
    root = package.xml(main)
    related = package.relationships(main)
    walk = walk_of(package, main, root, _Walk, limits)
    setter = _Setter(package, related, limits, walk)
    setter.blocks(walk.blocks(body_of(root, main)))
    return WordPlaces(main, root, setter.cells, setter.elements)


class _Walk(Walk):
    """Keeps the element of each cell and paragraph, by the identity of what is made of it."""

    def __init__(
        self, styles: Styles, numbering: Numbering, bindings: Bindings, limits: Limits
    ) -> None:
        super().__init__(styles, numbering, bindings, limits)
        self.cells: dict[int, tuple[Cell, _Element]] = {}
        self.paragraphs: dict[int, tuple[Paragraph, _Element]] = {}

    def _cell(self, element: _Element, properties: dict[str, _Element], cells: list[Cell]) -> None:
        before = len(cells)
        super()._cell(element, properties, cells)
        for cell in cells[before:]:
            self.cells[id(cell)] = cell, element

    def _paragraph(self, element: _Element, found: list[Block]) -> None:
        super()._paragraph(element, found)
        last = found[-1] if found else None
        if isinstance(last, Paragraph):  # of paragraphs on one line the first
            self.paragraphs.setdefault(id(last), (last, element))


class _Setter(Setter):
    """Keeps the element of each place."""

    def __init__(
        self,
        package: WordPackage,
        related: Sequence[Relationship],
        limits: Limits,
        walk: _Walk,
    ) -> None:
        super().__init__(package, related, limits)
        self.walk = walk
        self.cells: dict[tuple[int, int, int], _Element] = {}
        self.elements: dict[int, _Element] = {}

    def _paragraph(self, paragraph: Paragraph) -> None:
        before = self.paragraph
        super()._paragraph(paragraph)
        if self.paragraph > before:
            self.elements[self.paragraph] = self.walk.paragraphs[id(paragraph)][1]

    def _table(self, table: Table) -> None:
        before = self.table
        super()._table(table)
        if self.table == before:
            return
        for row in placed_rows(table, self.table, self.limits):
            for placed in row:
                place = placed.place
                if place.row is not None and place.cell is not None:
                    key = self.table, place.row, place.cell
                    self.cells[key] = self._element_of(placed.cell)

    def _element_of(self, cell: Cell) -> _Element:
        """The paragraph of a cell of which something is seen, else the cell."""
        for block in cell.blocks:
            if isinstance(block, Paragraph) and block.text.strip():
                return self.walk.paragraphs[id(block)][1]
        return self.walk.cells[id(cell)][1]
