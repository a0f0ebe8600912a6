"""Word files: the document's own text and tables, with what Word would show of them.

What stands outside the text (headers, footers, notes, comments) is not read. Nothing that the file
only points to is followed: links, pictures, embedded objects, macros, templates.
"""

from __future__ import annotations

import posixpath
import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Final, TypeVar
from urllib.parse import unquote

import attrs

from ..archive import Archive
from ..grid import (
    OBJECT,
    UNSURE,
    Beside,
    Document,
    Grid,
    GridCell,
    HiddenText,
    Place,
    Shape,
    is_numeric,
    rows_below,
    unsure,
)
from ..limits import Limits
from ..numbers import looks_like_figure
from ..text import text_grids
from ..unreadable import Unreadable
from .blocks import Block, Box, Cell, Chunk, Paragraph, Row, Table, Walk
from .chunks import chunk_document, is_read, moved, moved_place
from .controls import Bindings
from .markup import child_of, local_name, name_of, value_of
from .numbering import Numbering
from .styles import Styles

if TYPE_CHECKING:
    from lxml.etree import _Element

__all__ = [
    "Placed",
    "Relationship",
    "Setter",
    "WordPackage",
    "body_of",
    "placed_rows",
    "read_docx",
    "walk_of",
]

_Walk = TypeVar("_Walk", bound=Walk)

_ZIP: Final = b"PK\x03\x04"
_MOST_WITHIN: Final = 3
"""Files that stand one within another and are read."""
_CONTENT_TYPES: Final = "[Content_Types].xml"
_MAIN_TYPES: Final = (
    "wordprocessingml.document.main+xml",
    "wordprocessingml.template.main+xml",
    "ms-word.document.macroEnabled.main+xml",
    "ms-word.template.macroEnabledTemplate.main+xml",
)
_OWN_STORES: Final = {
    "core-properties": "{6c3c8bc8-f283-45ae-878a-bab7291924a1}",
    "extended-properties": "{6668398d-a668-4e3e-a5eb-62b293d839f1}",
}
"""Data that every file has, with the identifiers by which a control names it."""
_YEAR: Final = re.compile(r"20\d\d")
"""Of a title that is set in boxes."""
_TITLE: Final = "{http://purl.org/dc/elements/1.1/}title"


def read_docx(data: bytes, limits: Limits) -> Document:
    """A Word file (``.docx``, ``.docm``, ``.dotx``; transitional or strict) as grids.

    Needs lxml (extra ``read``); raises :class:`~gxstats.MissingExtra` without it.
    """
    return _document(data, limits, 0)


def _document(data: bytes, limits: Limits, within: int) -> Document:
    """A Word file that stands within so many others."""
    package = WordPackage(Archive.open(data, limits))
    main = package.main()
    root = package.xml(main)
    body = body_of(root, main)
    related = package.relationships(main)
    setter = Setter(package, related, limits, within)
    setter.blocks(walk_of(package, main, root, Walk, limits).blocks(body))
    core = package.optional(package.relationships(""), "core-properties")
    title = "" if core is None else " ".join((core.findtext(_TITLE) or "").split())
    grids = setter.finished()
    beside = Beside(tuple(setter.pictures))
    return Document(
        "docx", "utf-8", grids, title or None, hidden=tuple(setter.hidden), beside=beside
    )


def walk_of(
    package: WordPackage, main: str, root: _Element, kind: Callable[..., _Walk], limits: Limits
) -> _Walk:
    """What goes through the document in the part of a name."""
    related = package.relationships(main)
    background = child_of(root, "background")
    styles = Styles(
        package.optional(related, "styles"),
        package.whole(related, "theme"),
        package.whole(related, "settings"),
        value_of(background, "color"),
    )
    numbering = Numbering(lambda: package.optional(related, "numbering"), styles)
    return kind(styles, numbering, Bindings(lambda: package.stores(related)), limits)


def body_of(root: _Element, main: str) -> _Element:
    """What holds the text of the document, in the part of this name."""
    body = next((child for child in root if name_of(child.tag) == "body"), None)
    if body is None:
        raise Unreadable("read.damaged", found=f"{main}: {root.tag}")
    return body


# --- the package ------------------------------------------------------------------------------


@attrs.frozen
class Relationship:
    """How a part points to another one."""

    id: str
    kind: str
    target: str


class WordPackage:
    """The parts of a file, and how they point to each other."""

    def __init__(self, archive: Archive) -> None:
        self.archive = archive
        self.names = {name.replace("\\", "/").lower(): name for name in archive.names}
        self._relationships: dict[str, tuple[Relationship, ...]] = {}

    def has(self, name: str) -> bool:
        """Whether there is a part of this name."""
        return name.lower() in self.names

    def read(self, name: str) -> bytes:
        """The bytes of a part."""
        return self.archive.read(self.names.get(name.lower(), name))

    def xml(self, name: str) -> _Element:
        """The root element of a part."""
        return self.archive.xml(self.names.get(name.lower(), name))

    def main(self) -> str:
        """The part that holds the document: what the package says it is."""
        for relationship in self.relationships(""):
            if relationship.kind == "officeDocument" and self.has(relationship.target):
                return relationship.target
        if self.has(_CONTENT_TYPES):
            for override in self.xml(_CONTENT_TYPES):
                if (override.get("ContentType") or "").endswith(_MAIN_TYPES):
                    return (override.get("PartName") or "").lstrip("/")
        return "word/document.xml"

    def relationships(self, part: str) -> tuple[Relationship, ...]:
        """Where a part points to within the file; what lies outside is left out."""
        if part not in self._relationships:
            self._relationships[part] = tuple(self._related(part))
        return self._relationships[part]

    def _related(self, part: str) -> Iterator[Relationship]:
        folder, name = posixpath.split(part)
        path = posixpath.join(folder, "_rels", f"{name}.rels")
        if not self.has(path):
            return
        for element in self.xml(path):
            if (element.get("TargetMode") or "").lower() != "external":
                target = posixpath.join("/", folder, unquote(element.get("Target") or ""))
                yield Relationship(
                    element.get("Id") or "",
                    (element.get("Type") or "").rpartition("/")[2],
                    posixpath.normpath(target).lstrip("/"),
                )

    def optional(self, related: Iterable[Relationship], kind: str) -> _Element | None:
        """The part of a kind that another one points to, if there is one."""
        for relationship in related:
            if relationship.kind == kind and self.has(relationship.target):
                return self.xml(relationship.target)
        return None

    def whole(self, related: Iterable[Relationship], kind: str) -> _Element | None:
        """The same, if it is XML: a document is read without those that it can do without."""
        try:
            return self.optional(related, kind)
        except Unreadable as error:
            if error.code != "read.damaged":
                raise
            return None

    def stores(self, related: Iterable[Relationship]) -> dict[str, _Element]:
        """The data that controls may be bound to, by identifier: parts of it the file keeps."""
        found = {
            id_: root
            for kind, id_ in _OWN_STORES.items()
            if (root := self.whole(self.relationships(""), kind)) is not None
        }
        for relationship in related:
            if relationship.kind != "customXml":
                continue
            named = self.whole(self.relationships(relationship.target), "customXmlProps")
            root = self.whole([relationship], "customXml")
            if named is not None and root is not None:
                ids = [v for k, v in named.attrib.items() if local_name(str(k)) == "itemID"]
                found.update({str(id_).lower(): root for id_ in ids})
        return found


# --- from blocks to grids ---------------------------------------------------------------------


class Setter:
    """Sets blocks into grids: text into lines, and each table into a grid of its own."""

    def __init__(
        self,
        package: WordPackage,
        related: Sequence[Relationship],
        limits: Limits,
        within: int = 0,
    ) -> None:
        self.package = package
        self.within = within
        """How many other files this one stands within."""
        self.chunks = {r.id: r.target for r in related if r.kind == "aFChunk"}
        self.limits = limits
        self.grids: list[Grid] = []
        self.hidden: list[HiddenText] = []
        self.pictures: list[tuple[int, int]] = []
        self.pending: list[int] = []
        """Pictures among the lines that are not set yet: each by the lines before it."""
        self.lines: list[str] = []
        self.paragraphs: list[int] = []
        """For each line the paragraph that it stands in."""
        self.paragraph = 0
        self.table = 0

    def finished(self) -> tuple[Grid, ...]:
        """The grids, once all blocks are taken in."""
        self._close_lines()
        return tuple(self.grids)

    def blocks(self, blocks: Iterable[Block]) -> None:
        """Take in blocks."""
        for block in blocks:
            if isinstance(block, Paragraph):
                self._paragraph(block)
            elif isinstance(block, Chunk):
                self._chunk(block)
            elif isinstance(block, Box):
                text = _text([block]).replace(UNSURE, "") if block.floats else ""
                if text and not _YEAR.fullmatch(text) and all(map(is_numeric, text.split("\n"))):
                    # seen where it floats, which may be over any cell
                    self._hide([text], Place(line=self.paragraph + 1))
                else:
                    self.blocks(block.blocks)
            elif _is_layout(block):
                self._hide(block.unseen, Place(line=self.paragraph + 1))
                for row in block.rows:
                    for cell in row.cells:
                        self.blocks(cell.blocks)
            else:
                self._table(block)

    def _paragraph(self, paragraph: Paragraph) -> None:
        text = paragraph.text.replace(OBJECT, "")
        self._hide(["".join(paragraph.unseen)], Place(line=self.paragraph + 1))
        if paragraph.runs_on and not text.strip():
            return
        self.paragraph += 1
        for line in text.split("\n"):
            self.lines.append(_line(line))
            self.paragraphs.append(self.paragraph)
        if OBJECT in paragraph.text:
            self.pending.append(len(self.lines))
        self.limits.require("area", len(self.lines))  # before any of them is set

    def _close_lines(self) -> None:
        made = text_grids(self.lines, self.limits)
        below = rows_below(made, self.pending, lambda place: place.line or 0)
        self.pictures += [(len(self.grids) + number, row) for number, row in below]
        self.pending = []
        for grid in made:
            rows = tuple(tuple(self._in_paragraph(cell) for cell in row) for row in grid.rows)
            self.grids.append(attrs.evolve(grid, rows=rows))
        self.lines, self.paragraphs = [], []

    def _in_paragraph(self, cell: GridCell) -> GridCell:
        line = cell.place.line or 1
        place = Place(line=self.paragraphs[line - 1], column=cell.place.column)
        return cell._replace(place=place)

    def _table(self, table: Table) -> None:
        self._close_lines()
        self.limits.require_time()
        if not table.own:
            return
        self.table += 1
        placed = placed_rows(table, self.table, self.limits)
        self._hide(table.unseen, Place(table=self.table))
        for row in placed:
            for one in row:
                self._hide(_unseen(one.cell.blocks) + _texts(one.covered), one.place)
        self.grids.append(Grid(Shape.TABLE, _ruled(placed), self.table))

    def _hide(self, texts: Iterable[str], place: Place) -> None:
        for text in texts:
            if text.strip():
                self.hidden.append(HiddenText(" ".join(text.split()), place, len(self.grids)))

    def _chunk(self, chunk: Chunk) -> None:
        target = self.chunks.pop(chunk.relationship, None)
        if target is None:
            return
        data = self.package.read(target) if self.package.has(target) else b""
        is_word = data.startswith(_ZIP) and self.within < _MOST_WITHIN
        if not (is_word or is_read(data)):  # as for a picture, there may be more than is read
            self.pending.append(len(self.lines))
            return
        self._close_lines()
        tables, lines = self.table, self.paragraph
        if is_word:
            document = _document(data, self.limits, self.within + 1)
        else:
            document = chunk_document(data, self.limits)
        for one in document.hidden:
            place = moved_place(one.place, tables=tables, lines=lines)
            grid_number = None if one.grid is None else one.grid + len(self.grids)
            self.hidden.append(HiddenText(one.text, place, grid_number))
        self.pictures += [(one + len(self.grids), row) for one, row in document.beside.pictures]
        for found in document.grids:
            grid = moved(found, tables=tables, lines=lines, root=len(self.chunks) + 1)
            self.grids.append(grid)
            for cell in grid:
                self.table = max(self.table, cell.place.table or 0)
                self.paragraph = max(self.paragraph, cell.place.line or 0)


def _is_layout(table: Table) -> bool:
    """Whether a table only arranges the page: a table as large as itself stands in one cell."""
    return table.takes_in or table.largest >= max(2, table.own)


def _line(text: str) -> str:
    """A line without what indents it; tabs that part cells are kept.

    Two tabs before a figure may be blank cells, as :func:`text_grids` takes them to be.
    """
    stripped = text.strip()
    if "\t" in stripped or (text.count("\t") > 1 and looks_like_figure(stripped)):
        return text
    return stripped


@attrs.define(eq=False)
class Placed:
    """A cell on its table's grid; a merged one grows with each cell below that continues it."""

    cell: Cell
    place: Place
    row: int
    start: int
    end: int
    last: int
    """The last row that it covers."""
    beside: list[Block] = attrs.field(factory=list)
    """What stands in the cells that are merged with it across."""
    covered: list[Block] = attrs.field(factory=list)
    """What stands in the cells below that continue it: nobody sees it."""


def placed_rows(table: Table, number: int, limits: Limits) -> list[list[Placed]]:
    """The cells of a table where its own grid says that they stand, each in its first row."""
    rows: list[list[Placed]] = []
    above: list[Placed] = []
    width = 0
    for index, row in enumerate(table.rows):
        placed, above = _placed_row(row, above, index, number, limits)
        rows.append(placed)
        width = max([width, *(cell.end for cell in (*placed, *above))])
        limits.require("area", width * len(table.rows))
    limits.require_time()
    return rows


def _ruled(rows: Iterable[Iterable[Placed]]) -> tuple[tuple[GridCell, ...], ...]:
    """The cells of a table with their texts."""
    return tuple(
        tuple(
            GridCell(
                _merged(found),
                found.row,
                found.start,
                found.last - found.row + 1,
                found.end - found.start,
                found.place,
            )
            for found in row
        )
        for row in rows
    )


def _placed_row(
    row: Row, above: list[Placed], index: int, table: int, limits: Limits
) -> tuple[list[Placed], list[Placed]]:
    """The cells that begin in a row, and the merged ones that may be continued below it."""
    own: list[Placed] = []
    merged: list[Placed] = []
    column = min(row.before, limits.span)
    starts = [cell.start for cell in above]
    latest: Placed | None = None
    for cell in row.cells:
        end = column + min(cell.span, limits.span)
        if cell.across == "continue" and latest is not None:
            latest.end = max(latest.end, end)
            latest.beside += cell.blocks
            column = end
            continue
        continued = _over(above, starts, column, end) if cell.down == "continue" else None
        if continued is not None and index - continued.row < limits.span:
            continued.last = index
            continued.covered += cell.blocks
            if not merged or merged[-1] is not continued:
                merged.append(continued)
            latest = None
        else:
            place = Place(table=table, row=index + 1, cell=len(own) + 1)
            latest = Placed(cell, place, index, column, end, index)
            own.append(latest)
            if cell.down is not None:
                merged.append(latest)
        column = end
    return own, merged


def _over(above: list[Placed], starts: list[int], start: int, end: int) -> Placed | None:
    """The merged cell of the row above that reaches into some of these columns."""
    at = bisect_right(starts, start) - 1
    for cell in above[max(at, 0) : at + 2]:
        if cell.start < end and start < cell.end:
            return cell
    return None


def _merged(placed: Placed) -> str:
    """The text of a cell; whether that of others merged with it across is shown, is not known."""
    text = _text(placed.cell.blocks)
    beside = _text(placed.beside) if placed.beside else ""
    return f"{text}\n{unsure(beside)}".strip("\n") if beside else text


def _text(blocks: Iterable[Block]) -> str:
    """The text of a cell, a line for each line in it that is not blank."""
    lines = "\n".join(_texts(blocks)).split("\n")
    return "\n".join(filter(None, [" ".join(line.split()) for line in lines]))


def _texts(blocks: Iterable[Block]) -> list[str]:
    found: list[str] = []
    for block in blocks:
        if isinstance(block, Paragraph):
            found.append(block.text)
        elif isinstance(block, Box):
            texts = _texts(block.blocks)
            found += map(unsure, texts) if block.floats else texts
        elif isinstance(block, Table):
            for row in block.rows:
                for cell in row.cells:
                    found += _texts(cell.blocks)
    return found


def _unseen(blocks: Iterable[Block]) -> list[str]:
    found: list[str] = []
    for block in blocks:
        if isinstance(block, Paragraph):
            if block.unseen:
                found.append("".join(block.unseen))
        elif isinstance(block, Box):
            found += _unseen(block.blocks)
        elif isinstance(block, Table):
            found += block.unseen
            for row in block.rows:
                for cell in row.cells:
                    found += _unseen(cell.blocks)
    return found
