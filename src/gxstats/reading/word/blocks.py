"""The text of a Word document as paragraphs and tables, as it is printed.

Tracked changes are taken as accepted: what is deleted or moved away is gone, with deleted rows
and cells; what is inserted stays. Hidden text is not read, since it is not printed. Of a field the
result stands, never its code, except for a formula without a result. Content controls, links and
text boxes are seen through; of two alternatives for one thing (``mc:AlternateContent``) one is
read. Notes, comments, headers and footers are not read.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import TYPE_CHECKING, Final, TypeAlias

import attrs

from ..limits import Limits
from .numbering import Numbering, Styles, is_on, value_of, whole_number

if TYPE_CHECKING:
    from lxml.etree import _Element

__all__ = [
    "Block",
    "Cell",
    "Chunk",
    "Merge",
    "Paragraph",
    "Row",
    "Table",
    "Walk",
    "blocks_of",
    "name_of",
]

Merge: TypeAlias = str | None
"""How a cell is merged with others: ``"restart"``, ``"continue"`` or not at all."""


@attrs.define
class Paragraph:
    """A paragraph; lines are ended by a line feed, and tabs are kept."""

    pieces: list[str]
    runs_on: bool = False
    """Its end is deleted or hidden: the next paragraph stands on the same line."""
    boxes: list[Block] = attrs.field(factory=list)
    """What stands in text boxes that hang on it."""

    @property
    def text(self) -> str:
        """Its text."""
        return "".join(self.pieces)


@attrs.frozen
class Chunk:
    """A file of its own, to be taken in at this place."""

    relationship: str


@attrs.frozen
class Cell:
    """A cell of a table."""

    blocks: list[Block]
    span: int
    """Columns of the table's grid that it covers."""
    down: Merge
    across: Merge


@attrs.frozen
class Row:
    """A row of a table."""

    before: int
    """Columns of the table's grid that it leaves out at its start."""
    cells: list[Cell]


@attrs.frozen
class Table:
    """A table."""

    rows: list[Row]
    own: int
    """Its cells, without those of tables in it."""
    largest: int
    """Cells of the largest table in it."""
    takes_in: bool
    """It holds a file of its own somewhere."""


Block: TypeAlias = Paragraph | Table | Chunk

_NAMESPACES: Final = {
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main": "",
    "http://purl.oclc.org/ooxml/wordprocessingml/main": "",
    "http://schemas.openxmlformats.org/markup-compatibility/2006": "mc:",
    "http://schemas.openxmlformats.org/officeDocument/2006/math": "m:",
    "http://purl.oclc.org/ooxml/officeDocument/math": "m:",
}
_UNDERSTOOD: Final = (
    "http://schemas.openxmlformats.org/",
    "http://purl.oclc.org/ooxml/",
    "http://schemas.microsoft.com/",
)
"""Where the namespaces begin that Word itself understands."""
_GONE: Final = frozenset(
    [
        "del",
        "moveFrom",
        "delText",
        "delInstrText",
        "object",
        "rt",
        "rPr",
        "pPr",
        "sdtPr",
        "sdtEndPr",
        "ffData",
        "tblPr",
        "tblGrid",
        "trPr",
        "tcPr",
        "sectPr",
        "customXmlPr",
        "smartTagPr",
    ]
)
"""What is not printed: changes that took something away, and all properties."""
_WRAPPERS: Final = frozenset(["sdt", "sdtContent", "customXml", "smartTag", "ins", "moveTo"])
"""What may stand between a table and its rows, or a row and its cells."""
_DRAWN: Final = {"tab": "\t", "ptab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}
_SYMBOLS: Final = frozenset("0123456789+.,/%()<>=")
"""Characters that the font Symbol shares with all others."""
_SYMBOL_OFFSET: Final = 0xF000


@lru_cache(maxsize=1024)
def name_of(tag: str) -> str:
    """The name of an element of Word's, in whichever of its namespaces; else nothing."""
    namespace, _, local = tag[1:].rpartition("}")
    prefix = _NAMESPACES.get(namespace)
    return "" if prefix is None else prefix + local


def blocks_of(body: _Element, styles: Styles, numbering: Numbering, limits: Limits) -> list[Block]:
    """The blocks of a document's body, in reading order."""
    return Walk(styles, numbering, limits).blocks(body)


@attrs.define
class _Field:
    """A field that has begun: first comes its code, then perhaps its result."""

    code: list[str] = attrs.field(factory=list)
    held: list[str] = attrs.field(factory=list)
    """Text within the code: results of other fields, or of a field that is not well formed."""
    in_result: bool = False
    filled: bool = False


@attrs.define
class _Line:
    """A paragraph while it is being put together."""

    pieces: list[str] = attrs.field(factory=list)
    boxes: list[Block] = attrs.field(factory=list)
    style_hidden: bool = False
    hidden: bool = False
    struck: bool = False
    raised: bool = False
    last: str = ""
    last_raised: bool = False


class Walk:
    """Goes through a document in reading order."""

    def __init__(self, styles: Styles, numbering: Numbering, limits: Limits) -> None:
        self.styles = styles
        self.numbering = numbering
        self.limits = limits
        self.fields: list[_Field] = []
        """Those that have begun and not ended, outermost first."""
        self.codes: list[_Field] = []
        """Those of them whose result has not begun."""
        self.characters = 0

    # --- blocks -------------------------------------------------------------------------------

    def blocks(self, parent: _Element) -> list[Block]:
        """The blocks in an element, in reading order."""
        found: list[Block] = []
        self._collect(parent, found)
        return [
            one
            for block in found
            for one in (block, *(block.boxes if isinstance(block, Paragraph) else ()))
        ]

    def _collect(self, parent: _Element, found: list[Block]) -> None:
        for element in parent:
            name = name_of(element.tag)
            if name == "p":
                self._paragraph(element, found)
            elif name == "tbl":
                found.append(self._table(element))
            elif name == "altChunk":
                found.append(Chunk(_relationship(element)))
            elif name == "mc:AlternateContent":
                for chosen in _alternative(element):
                    self._collect(chosen, found)
            elif name not in _GONE:
                self._collect(element, found)

    def _paragraph(self, element: _Element, found: list[Block]) -> None:
        self.limits.require_time()
        properties = _properties(element, "pPr")
        style = self.styles.default
        ends = True
        if properties:
            style = value_of(properties.get("pStyle")) or style
            mark = _named(properties.get("rPr"))
            ends = not is_on(mark.get("vanish")) and not mark.keys() & {"del", "moveFrom"}
        line = _Line(style_hidden=self.styles.hidden(style))
        line.hidden = line.style_hidden
        self._inline(element, line)
        for field in self.codes:  # a code ends with its paragraph, if only by mistake
            line.pieces += field.held
            field.held, field.in_result = [], True
        self.codes.clear()
        pieces = line.pieces
        last = found[-1] if found else None
        before = last if isinstance(last, Paragraph) and last.runs_on else None
        shown = _shows(pieces)
        continues = before is not None and _shows(before.pieces)
        if (ends or shown) and not line.style_hidden and not continues:
            pieces = [self.numbering.label(properties.get("numPr"), style), *pieces]
        if before is not None:
            before.pieces += pieces
            before.boxes += line.boxes
            before.runs_on = not ends
        elif shown or line.boxes or not line.style_hidden:
            found.append(Paragraph(pieces, not ends, line.boxes))

    def _table(self, element: _Element) -> Table:
        rows: list[Row] = []
        for row in _within(element, "tr"):
            properties = _properties(row, "trPr")
            if "del" in properties:
                continue
            before = whole_number(value_of(properties.get("gridBefore")), 0)
            cells: list[Cell] = []
            for cell in _within(row, "tc"):
                self._cell(cell, cells)
            rows.append(Row(before, cells))
        inner = [block for row in rows for cell in row.cells for block in cell.blocks]
        tables = [block for block in inner if isinstance(block, Table)]
        return Table(
            rows,
            sum(len(row.cells) for row in rows),
            max((max(table.own, table.largest) for table in tables), default=0),
            any(isinstance(block, Chunk) for block in inner)
            or any(table.takes_in for table in tables),
        )

    def _cell(self, element: _Element, cells: list[Cell]) -> None:
        properties = _properties(element, "tcPr")
        if "cellDel" in properties:
            return
        span = max(1, whole_number(value_of(properties.get("gridSpan")), 1))
        down = _merge(properties.get("vMerge"))
        across = _merge(properties.get("hMerge"))
        changed = value_of(properties.get("cellMerge"), "vMerge")
        if changed is not None:
            down = "continue" if changed.startswith("cont") else "restart"
        cells.append(Cell(self.blocks(element), span, down, across))

    # --- within a paragraph -------------------------------------------------------------------

    def _inline(self, parent: _Element, line: _Line) -> None:
        for element in parent:
            name = name_of(element.tag)
            if name == "t":
                self._text((element.text or "").replace("\n", " "), line)
            elif name == "r":
                before = (line.hidden, line.struck, line.raised)
                self._format(element, line)
                self._inline(element, line)
                line.hidden, line.struck, line.raised = before
            elif name in _DRAWN:
                self._add(_DRAWN[name], line)
            elif name == "fldChar":
                self._field(value_of(element, "fldCharType"), line)
            elif name == "instrText":
                if self.fields and not self.fields[-1].in_result:
                    self.fields[-1].code.append(element.text or "")
            elif name in _GONE:
                continue
            elif name == "sym":
                self._text(_symbol(element), line)
            elif name == "fldSimple":
                code = value_of(element, "instr") or ""
                self.fields.append(_Field([code], in_result=True))
                self._inline(element, line)
                self._field("end", line)
            elif name == "txbxContent":
                self._box(element, line)
            elif name == "mc:AlternateContent":
                for chosen in _alternative(element):
                    self._inline(chosen, line)
            elif name == "m:oMath":
                self._text(_formula(element), line)
            else:
                self._inline(element, line)

    def _format(self, run: _Element, line: _Line) -> None:
        line.hidden, line.struck, line.raised = line.style_hidden, False, False
        properties = _properties(run, "rPr")
        if not properties:
            return
        hidden = is_on(properties.get("vanish"))
        if hidden is None:
            style = value_of(properties.get("rStyle"))
            hidden = line.style_hidden or (style is not None and self.styles.hidden(style))
        line.hidden = hidden
        line.struck = bool(is_on(properties.get("strike")) or is_on(properties.get("dstrike")))
        line.raised = value_of(properties.get("vertAlign")) in {"superscript", "subscript"}

    def _text(self, text: str, line: _Line) -> None:
        """Take in text, in plain text's own notation where it would read as other digits.

        A figure that is struck through is printed and yet does not count, and a raised one is the
        mark of a note: glued to the digits beside it, either would make another number.
        """
        if not text:
            return
        if line.struck and any(character.isdigit() for character in text):
            text = f"~~{text}~~"
        elif text[0].isdigit() and line.last.isdigit() and line.raised != line.last_raised:
            text = f"^{text}"
        self._add(text, line)

    def _add(self, text: str, line: _Line) -> None:
        if line.hidden or not text:
            return
        self.characters += len(text)
        self.limits.require("characters", self.characters)
        if self.fields and text.strip():
            self.fields[-1].filled = True
        if self.codes:
            self.codes[-1].held.append(text)
            return
        line.pieces.append(text)
        line.last, line.last_raised = text[-1], line.raised

    def _field(self, event: str | None, line: _Line) -> None:
        if event == "begin":
            self.fields.append(_Field())
            self.codes.append(self.fields[-1])
        elif event == "separate" and self.fields:
            field = self.fields[-1]
            if not field.in_result:
                self.codes.pop()
            field.in_result, field.filled = True, False
        elif event == "end" and self.fields:
            field = self.fields.pop()
            if not field.in_result:
                self.codes.pop()
            code = "".join(field.code).strip()
            if code.startswith("=") and not (field.filled and field.in_result):
                self._add(code, line)
            elif self.fields:
                self.fields[-1].filled |= field.filled

    def _box(self, element: _Element, line: _Line) -> None:
        if line.hidden:
            return
        outer, self.fields, self.codes = (self.fields, self.codes), [], []
        line.boxes += self.blocks(element)
        self.fields, self.codes = outer


def _named(properties: _Element | None) -> dict[str, _Element]:
    """The properties in a group of them, by name."""
    return {} if properties is None else {name_of(one.tag): one for one in properties}


def _properties(element: _Element, group: str) -> dict[str, _Element]:
    """The properties of an element, by name."""
    for child in element:
        if name_of(child.tag) == group:
            return _named(child)
    return {}


def _shows(pieces: list[str]) -> bool:
    return any(piece.strip() for piece in pieces)


def _within(parent: _Element, wanted: str) -> Iterator[_Element]:
    """The rows of a table, or the cells of a row, whatever wraps them."""
    for element in parent:
        name = name_of(element.tag)
        if name == wanted:
            yield element
        elif name == "mc:AlternateContent":
            for chosen in _alternative(element):
                yield from _within(chosen, wanted)
        elif name in _WRAPPERS:
            yield from _within(element, wanted)


def _alternative(element: _Element) -> list[_Element]:
    """Of several ways to give one thing the first that Word understands, if there is any."""
    for child in element:
        name = name_of(child.tag)
        if name == "mc:Fallback":
            return [child]
        if name == "mc:Choice":
            needed = (child.get("Requires") or "").split()
            if all((child.nsmap.get(prefix) or "").startswith(_UNDERSTOOD) for prefix in needed):
                return [child]
    return []


def _merge(element: _Element | None) -> Merge:
    if element is None:
        return None
    return "restart" if value_of(element) == "restart" else "continue"


def _relationship(element: _Element) -> str:
    return next((str(v) for k, v in element.attrib.items() if str(k).endswith("}id")), "")


def _symbol(element: _Element) -> str:
    """A character of a symbol font; one without a meaning in other fonts is not made another."""
    try:
        code = int(value_of(element, "char") or "", 16)
    except ValueError:
        return "\ufffd"
    plain = code - _SYMBOL_OFFSET
    font = (value_of(element, "font") or "").lower()
    if font == "symbol" and 0 < plain < 0x80 and chr(plain) in _SYMBOLS:
        return chr(plain)
    return "\ufffd" if not 0x20 <= code <= 0x10FFFF or 0xD800 <= code < 0xE000 else chr(code)


def _formula(element: _Element) -> str:
    """The characters of an equation; with spaces where it has parts, which digits must not join."""
    texts = [found.text or "" for found in element.iter("{*}t")]
    plain = all(name_of(child.tag) == "m:r" for child in element)
    return ("" if plain else " ").join(texts)
