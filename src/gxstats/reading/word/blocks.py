"""The text of a Word document as paragraphs and tables, as it is printed.

Tracked changes are taken as accepted: what is deleted or moved away is gone, with deleted rows
and cells; what is inserted stays. What nobody sees is left out and kept apart. Of a field the
result stands, never its code, except for a formula without a result. Content controls, links and
text boxes are seen through; of two alternatives for one thing (``mc:AlternateContent``) one is
read. Notes, comments, headers and footers are not read.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Final, TypeAlias

import attrs

from ..grid import OBJECT
from ..limits import Limits
from ..pictorial import is_pictorial
from .controls import Bindings, is_unsure
from .drawings import drawing_of
from .fields import Field, chosen_entry, default_text
from .looks import DECIDING_IN_PARAGRAPHS, PLAIN, Base, Look, Piece, declared, marked, raised
from .markup import is_on, is_true, name_of, properties_of, value_of, whole_number
from .numbering import Numbering
from .styles import Around, Styles, TableStyle

if TYPE_CHECKING:
    from lxml.etree import _Element

__all__ = ["Block", "Box", "Cell", "Chunk", "Merge", "Paragraph", "Row", "Table", "Walk"]

Merge: TypeAlias = str | None
"""How a cell is merged with others: ``"restart"``, ``"continue"`` or not at all."""


@attrs.define
class Paragraph:
    """A paragraph; lines are ended by a line feed, and tabs are kept."""

    pieces: list[Piece]
    runs_on: bool = False
    """Its end is deleted or hidden: the next paragraph stands on the same line."""
    boxes: list[Box] = attrs.field(factory=list)
    """What stands in text boxes that hang on it."""
    unseen: list[str] = attrs.field(factory=list)
    """What nobody sees of it."""

    @property
    def text(self) -> str:
        """Its text, with marks where it does not read as it is seen."""
        return marked(self.pieces)


@attrs.frozen
class Box:
    """A text box that hangs on a paragraph."""

    blocks: list[Block]
    floats: bool
    """It may stand anywhere on the page."""


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
    unseen: list[str]
    """The texts of its rows and cells that are deleted or hidden."""


Block: TypeAlias = Paragraph | Table | Chunk | Box

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
        "rPr",
        "pPr",
        "rubyPr",
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
_DELETED: Final = frozenset({"del", "delText", "moveFrom"})
_CONFLICTS: Final = frozenset({"w14:conflictDel", "w14:conflictIns"})
"""Changes that two people made at once."""
_NOTES: Final = frozenset({"endnoteReference", "footnoteReference"})
_DRAWINGS: Final = frozenset({"contentPart", "drawing", "object", "pict"})
_COMPUTED: Final = frozenset(
    ["dayLong", "dayShort", "monthLong", "monthShort", "pgNum", "yearLong", "yearShort"]
)
"""Elements that Word draws as the date or the number of the page."""
_WRAPPERS: Final = frozenset(["sdt", "sdtContent", "customXml", "smartTag", "ins", "moveTo"])
"""What may stand between a table and its rows, or a row and its cells."""
_DRAWN: Final = {"tab": "\t", "ptab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}
_SYMBOLS: Final = frozenset("0123456789+.,/%()<>=")
"""Characters that the font Symbol shares with all others."""
_SYMBOL_OFFSET: Final = 0xF000
_FLAT: Final = 60
"""Twips of a row that shows nothing of its text."""


@attrs.define(eq=False)
class _Line:
    """A paragraph while it is being put together."""

    base: Base
    look: Look
    """That of the run which is being read."""
    pieces: list[Piece] = attrs.field(factory=list)
    boxes: list[Box] = attrs.field(factory=list)
    unseen: list[str] = attrs.field(factory=list)


class Walk:
    """Goes through a document in reading order."""

    def __init__(
        self, styles: Styles, numbering: Numbering, bindings: Bindings, limits: Limits
    ) -> None:
        self.styles = styles
        self.numbering = numbering
        self.bindings = bindings
        self.limits = limits
        self.around = Around(styles.page)
        self.fields: list[Field] = []
        """Those that have begun and not ended, outermost first."""
        self.codes: list[Field] = []
        """Those of them whose result has not begun."""
        self.characters = 0
        self.controls = 0
        """How many content controls are around the text that is being read, within a paragraph."""
        self.in_cells = 0
        """How many cells are around what is being read."""
        self.doubts = 0
        """How many things around what is being read make it unsure what is seen of it."""
        self.floats: bool | None = None
        """Whether the drawing that is being read may stand anywhere on the page, if one is."""
        self.alternatives = _Alternatives(limits)

    # --- blocks -------------------------------------------------------------------------------

    def blocks(self, parent: _Element) -> list[Block]:
        """The blocks in an element, in reading order."""
        found: list[Block] = []
        self._collect(parent, found)
        for place in range(len(found) - 1, -1, -1):
            block = found[place]
            if isinstance(block, Paragraph) and block.boxes:
                found[place + 1 : place + 1] = block.boxes
        return found

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
                for chosen in self.alternatives.of(element):
                    self._collect(chosen, found)
            elif name == "sdt":
                with self._doubted(is_unsure(element, self.bindings)):
                    self._collect(element, found)
            elif name not in _GONE:
                with self._doubted(not name and not _is_understood(element)):
                    self._collect(element, found)

    @contextmanager
    def _doubted(self, times: int = 1) -> Iterator[None]:
        """What is read within is perhaps not seen so, unless that holds no times."""
        self.doubts += times
        yield
        self.doubts -= times

    def _paragraph(self, element: _Element, found: list[Block]) -> None:
        self.limits.require_time()
        properties = properties_of(element, "pPr")
        mark = {name_of(one.tag): one for one in properties["rPr"]} if "rPr" in properties else {}
        style = self.styles.named("paragraph", value_of(properties.get("pStyle")))
        own = declared(properties, DECIDING_IN_PARAGRAPHS)
        base = self.styles.base(self.around, style, own)
        usual = base.look()
        ends = not (
            self._look(base, mark).vanished
            or is_on(mark.get("specVanish"))
            or mark.keys() & {"del", "moveFrom"}
        )
        line = _Line(base, usual)
        self._inline(element, line)
        for field in self.codes:  # a code ends with its paragraph, if only by mistake
            line.pieces += field.held
            field.held, field.in_result = [], True
        self.codes.clear()
        before = found[-1] if found else None
        if isinstance(before, Paragraph) and before.runs_on and not _shows(before.pieces):
            found.pop()
            before.boxes += line.boxes
            before.unseen += line.unseen
            line.boxes, line.unseen = before.boxes, before.unseen
            before = None
        if isinstance(before, Paragraph) and before.runs_on:
            before.pieces += line.pieces
            before.boxes += line.boxes
            before.unseen += line.unseen
            before.runs_on = not ends
            return
        if (ends or _shows(line.pieces)) and not usual.vanished:
            self._number(properties.get("numPr"), style, mark, line)
        found.append(Paragraph(line.pieces, not ends, line.boxes, line.unseen))

    def _number(
        self, given: _Element | None, style: str | None, mark: dict[str, _Element], line: _Line
    ) -> None:
        """Put the number before a paragraph that Word draws there: it looks as the end does."""
        label, look = self.numbering.label(given, style)
        if label:
            seen = {name: one for name, one in mark.items() if name != "vanish"}
            own = (*declared(seen), *look)
            pieces, line.pieces = line.pieces, []
            line.look = attrs.evolve(line.base.look((), own), mark="", moved="")
            self._add(label, line)
            line.pieces += pieces

    def _table(self, element: _Element) -> Table:
        rows: list[Row] = []
        unseen: list[str] = []
        outer, style = self.around, self.styles.table(element, self.around)
        self.doubts += style.is_afar
        count = sum(1 for _ in self._within(element, "tr")) if style.conditional else 0
        for number, row in enumerate(self._within(element, "tr")):
            properties = properties_of(row, "trPr")
            if "del" in properties:
                unseen.append(_raw(row))
                continue
            hidden = bool(is_on(properties.get("hidden")))
            before = whole_number(value_of(properties.get("gridBefore")), 0)
            doubts = hidden or _is_flat(properties.get("trHeight"))
            self.doubts += doubts
            cells = self._cells(row, style, (number, count), unseen)
            self.doubts -= doubts
            if hidden and not any(_is_shown(cell.blocks) for cell in cells):
                unseen.append(_raw(row))
                continue
            rows.append(Row(before, cells))
        self.doubts -= style.is_afar
        self.around = outer
        inner = [one for row in rows for cell in row.cells for one in _unboxed(cell.blocks)]
        tables = [block for block in inner if isinstance(block, Table)]
        return Table(
            rows,
            sum(len(row.cells) for row in rows),
            max((max(table.own, table.largest) for table in tables), default=0),
            any(isinstance(block, Chunk) for block in inner)
            or any(table.takes_in for table in tables),
            unseen,
        )

    def _cells(
        self, row: _Element, style: TableStyle, place: tuple[int, int], unseen: list[str]
    ) -> list[Cell]:
        cells: list[Cell] = []
        exceptions = properties_of(row, "tblPrEx").get("shd")
        count = sum(1 for _ in self._within(row, "tc")) if style.conditional else 0
        for number, cell in enumerate(self._within(row, "tc")):
            properties = properties_of(cell, "tcPr")
            conditions = style.conditions(*place, number, count)
            self.around = style.around(conditions, (exceptions, properties.get("shd")))
            if "cellDel" in properties:
                unseen.append(_raw(cell))
            else:
                self._cell(cell, properties, cells)
        return cells

    def _cell(self, element: _Element, properties: dict[str, _Element], cells: list[Cell]) -> None:
        span = max(1, whole_number(value_of(properties.get("gridSpan")), 1))
        down = _merge(properties.get("vMerge"))
        across = _merge(properties.get("hMerge"))
        changed = value_of(properties.get("cellMerge"), "vMerge")
        if changed is not None:
            down = "continue" if changed.startswith("cont") else "restart"
        self.in_cells += 1
        cells.append(Cell(self.blocks(element), span, down, across))
        self.in_cells -= 1

    def _within(self, parent: _Element, wanted: str) -> Iterator[_Element]:
        """The rows of a table, or the cells of a row, whatever wraps them."""
        for element in parent:
            name = name_of(element.tag)
            if name == wanted:
                yield element
            elif name == "mc:AlternateContent":
                for chosen in self.alternatives.of(element):
                    yield from self._within(chosen, wanted)
            elif name in _WRAPPERS:
                with self._doubted(name == "sdt" and is_unsure(element, self.bindings)):
                    yield from self._within(element, wanted)

    # --- within a paragraph -------------------------------------------------------------------

    def _inline(self, parent: _Element, line: _Line) -> None:
        for element in parent:
            name = name_of(element.tag)
            if name == "t":
                self._add((element.text or "").replace("\n", " "), line)
            elif name == "r":
                outer = line.look
                line.look = self._look(line.base, properties_of(element, "rPr"))
                self._inline(element, line)
                line.look = outer
            elif name in _DRAWN:
                self._add(_DRAWN[name], line)
            elif name == "fldChar":
                self._field(element, value_of(element, "fldCharType"), line)
            elif name == "instrText":
                if self.fields and not self.fields[-1].in_result:
                    self.fields[-1].code.append(element.text or "")
            elif name in _GONE:
                if name in _DELETED:
                    line.unseen.append(_raw(element))
            elif name == "sym":
                self._add(_symbol(element), line)
            elif name == "fldSimple":
                code = value_of(element, "instr") or ""
                self.fields.append(Field(element, [code], hidden=line.look.hidden))
                self.codes.append(self.fields[-1])
                self._field(element, "separate", line)
                self._inline(element, line)
                self._field(element, "end", line)
            elif name == "txbxContent":
                self._box(element, line)
            elif name in _DRAWINGS and self.floats is None:
                self._drawing(element, line)
            elif name in _COMPUTED:
                self._add(OBJECT, line)
            elif name == "mc:AlternateContent":
                for chosen in self.alternatives.of(element):
                    self._inline(chosen, line)
            elif name == "m:oMath":
                self._formula(element, line)
            elif name in _NOTES:
                if is_true(value_of(element, "customMarkFollows") or "0"):
                    line.look = raised(line.look)
            elif name == "rt":
                self._ruby(element, line)
            elif name == "sdt":
                self.controls += 1
                with self._doubted(is_unsure(element, self.bindings)):
                    self._inline(element, line)
                self.controls -= 1
            elif name in _CONFLICTS:
                with self._doubted():
                    self._inline(element, line)
            elif name in {"bdo", "dir"}:
                with self._doubted(value_of(element) == "rtl"):
                    self._inline(element, line)
            else:
                with self._doubted(not name and not _is_understood(element)):
                    self._inline(element, line)

    def _look(self, base: Base, properties: dict[str, _Element]) -> Look:
        """The look of a run of these properties."""
        if not properties:
            return base.look(self.styles.character(None))
        style = self.styles.character(value_of(properties.get("rStyle")))
        return base.look(style, declared(properties))

    def _add(self, text: str, line: _Line) -> None:
        if not text:
            return
        look = line.look
        if self._is_disputed(line):
            look = attrs.evolve(look, hidden=False, unsure=True)
        elif look.hidden:
            line.unseen.append(text)
            return
        self.characters += len(text)
        self.limits.require("characters", self.characters)
        if self.fields and text.strip():
            self.fields[-1].filled = True
        if text in {"\t", "\n"}:
            look = PLAIN
        elif self.doubts and not look.unsure:
            look = attrs.evolve(look, unsure=True)
        (self.codes[-1].held if self.codes else line.pieces).append((text, look))

    def _is_disputed(self, line: _Line) -> bool:
        """Whether programs differ on a text in a cell.

        LibreOffice shows a field as it looks where it begins, and a control as its paragraph.
        """
        if not self.in_cells:
            return False
        hidden = line.look.hidden
        in_control = self.controls > 0 and (hidden or line.base.look().hidden)
        return in_control or (bool(self.fields) and self.fields[-1].hidden != hidden)

    def _field(self, element: _Element, event: str | None, line: _Line) -> None:
        if event == "begin":
            self.fields.append(Field(element, hidden=line.look.hidden))
            self.codes.append(self.fields[-1])
        elif event == "separate" and self.fields:
            field = self.fields[-1]
            if not field.in_result:
                self.codes.pop()
            field.in_result, field.filled = True, False
            if not field.unsure and self._is_stale(field):
                field.unsure = True
                self.doubts += 1
        elif event == "end" and self.fields:
            field = self.fields.pop()
            if not field.in_result:
                self.codes.pop()
            self.doubts -= field.unsure
            filled = field.filled and field.in_result
            if field.text.startswith("=") and not filled:
                self._add(field.text, line)
            elif field.drawn:
                self._add(OBJECT, line)
            elif not filled and field.name == "FORMDROPDOWN":
                self._add(chosen_entry(field.begin), line)
            elif not filled and field.name == "FORMTEXT":
                with self._doubted():
                    self._add(default_text(field.begin), line)
            elif self.fields:
                self.fields[-1].filled |= field.filled

    def _is_stale(self, field: Field) -> bool:
        """Whether Word shows something else in a cell than the stored result, or may do so."""
        anew = self.styles.recomputes and field.text.startswith("=")
        return self.in_cells > 0 and (field.stale or anew)

    def _drawing(self, element: _Element, line: _Line) -> None:
        self.limits.require_time()
        drawing = drawing_of(element)
        if drawing.hidden or line.look.hidden:
            line.unseen.append(_raw(element))
            return
        if drawing.pictured:
            self._add(OBJECT, line)
        self.floats = drawing.floats
        self._inline(element, line)
        self.floats = None

    def _box(self, element: _Element, line: _Line) -> None:
        if line.look.hidden:
            line.unseen.append(_raw(element))
            return
        outer = self.fields, self.codes, self.around, self.floats
        self.fields, self.codes, self.around, self.floats = [], [], Around(None), None
        line.boxes.append(Box(self.blocks(element), bool(outer[-1])))
        self.fields, self.codes, self.around, self.floats = outer

    def _ruby(self, element: _Element, line: _Line) -> None:
        """What is written above a word: left out, unless it could be read as digits of it."""
        above = _raw(element)
        if any(map(str.isdigit, above)):
            outer, line.look = line.look, raised(line.look)
            self._add(above, line)
            line.look = outer

    def _formula(self, element: _Element, line: _Line) -> None:
        """The characters of an equation; with spaces where it has parts, which digits must not join.

        What the parts make of them (roots, phantoms, strokes) is not read.
        """
        runs = [one for one in element if name_of(one.tag) == "m:r"]
        plain = len(runs) == len(element)
        outer = line.look
        if plain:
            for run in runs:
                line.look = self._look(line.base, properties_of(run, "rPr"))
                self._add(_texts(run, ""), line)
        else:
            with self._doubted():
                self._add(_texts(element, " "), line)
        line.look = outer


class _Alternatives:
    """Chooses between several ways to give one thing."""

    def __init__(self, limits: Limits) -> None:
        self._limits = limits
        self._namespaces: dict[str, set[str]] | None = None
        self._looked_up = 0

    def of(self, element: _Element) -> list[_Element]:
        """Of several ways the first that Word understands, if there is any."""
        self._limits.require_time()
        for child in element:
            name = name_of(child.tag)
            if name == "mc:Fallback":
                return [child]
            if name == "mc:Choice":
                needed = (child.get("Requires") or "").split()
                if all(
                    self._namespace(prefix, child).startswith(_UNDERSTOOD) for prefix in needed
                ):
                    return [child]
        return []

    def _namespace(self, prefix: str, element: _Element) -> str:
        """What a prefix stands for: mostly it is the same all over the document."""
        if self._namespaces is None:
            from lxml.etree import iterwalk

            self._namespaces = {}
            root = element.getroottree().getroot()
            for _, (given, namespace) in iterwalk(root, events=("start-ns",)):
                self._namespaces.setdefault(given, set()).add(namespace)
        found = self._namespaces.get(prefix, set())
        if len(found) > 1:
            inherited = element.nsmap  # all that are in scope
            self._looked_up += len(inherited)
            self._limits.require("nodes", self._looked_up)
            return inherited.get(prefix) or ""
        return next(iter(found), "")


def _is_understood(element: _Element) -> bool:
    """Whether Word shows what an element holds: others it leaves out, and LibreOffice shows them."""
    return element.tag[1:].startswith((*_UNDERSTOOD, "urn:schemas-microsoft-com:"))


def _is_flat(height: _Element | None) -> bool:
    exact = value_of(height, "hRule") in {"exact", "exactly"}
    return exact and whole_number(value_of(height), 0) < _FLAT


def _unboxed(blocks: list[Block]) -> Iterator[Block]:
    for block in blocks:
        if isinstance(block, Box):
            yield from _unboxed(block.blocks)
        else:
            yield block


def _is_shown(blocks: list[Block]) -> bool:
    """Whether a cell shows anything: a hidden row that does so is shown by Word, not by others."""
    return any(
        not isinstance(block, Paragraph) or _shows(block.pieces) for block in _unboxed(blocks)
    )


def _raw(element: _Element) -> str:
    """The text of something that nobody sees; those of its cells and paragraphs are parted."""
    texts = []
    for one in element.iter():
        name = name_of(one.tag)
        if name in {"t", "delText"}:
            texts.append(one.text or "")
        elif name == "p" and texts:
            texts.append(" ")
    return "".join(texts)


def _texts(element: _Element, between: str) -> str:
    return between.join(found.text or "" for found in element.iter("{*}t"))


def _shows(pieces: list[Piece]) -> bool:
    return any(text.strip() for text, _ in pieces)


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
    if not 0x20 <= code <= 0x10FFFF or 0xD800 <= code < 0xE000:
        return "\ufffd"
    return "\ufffd" if chr(code).isdigit() and is_pictorial(font) else chr(code)
