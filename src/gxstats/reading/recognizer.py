"""From a document's grids to the report: one recognizer for all containers."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from functools import cache
from itertools import islice, pairwise
from typing import Final

from ..cells import CellValue
from ..forms.catalogue import Cell
from ..forms.instructions import INSTRUCTION
from ..forms.narrative import PRINTED_LENGTH, Remark
from ..forms.report import FORMS, Form
from ..notes import CELLS_SHEET, WORKINGS_SHEET
from ..text import LANGUAGES, Bilingual
from .anchors import BLOCKS, UNLABELLED, Role, anchors
from .checksum import settle
from .circumstances import circumstances
from .grid import Document, Place, Shape, legible
from .headers import unit_of
from .limits import Limits
from .no_table import why_no_table
from .numbers import figure, looks_like_figure, plain_print
from .parting import part
from .placing import Placed, Way, columns_of, place_row, prefixes_of, spacing_of
from .results import Alternative, Certainty, Doubt, Notice, Provenance, Reading
from .rows import DISPUTES, HeaderColumn, PrintedCell, PrintedRow, Rows
from .wrapped import join_wrapped

__all__ = ["recognized"]

_BLANK_TABLE_ROWS: Final = 5
"""Row labels without any cell that still make a table: one whose blank cells left no trace."""
_DISPUTES_HEADS: Final = 4
"""Labels of columns that only table four has, and that show it to be printed."""
_SHOWN: Final = 40
"""Characters of a hidden text that are shown."""
_NAMED: Final = 3
"""Rows of one table that are named one by one."""
_PRINTS: Final = 8
"""Prints of one row that are compared."""


def recognized(document: Document, rows: Rows, limits: Limits) -> Reading:
    """The report in a document, by its rows.

    Raises :class:`~gxstats.Unreadable` if no table is found.
    """
    labelled = {row.prefix for row in rows.rows}
    if not any(row.cells for row in rows.rows) and len(labelled) < _BLANK_TABLE_ROWS:
        raise why_no_table(document, rows)
    around = circumstances(document, rows)
    form, doubts, notices = _form_of(rows, around.year)
    reader = _Reader(form, limits, is_own=around.is_own)
    reader.read(rows.rows, rows.extra)
    if document.container == "pdf":
        reader.doubt_unseen(rows)
    reader.say_missing()
    doubts = [*around.doubts, *doubts, *reader.doubts]
    notices += [*around.notices, *reader.notices, *_said_of(rows)]
    if around.year is not None:
        notices += _form_and_year(form, around.year)
    if document.replaced:
        count = str(document.replaced)
        notices.append(Notice(code="text.replaced", printed=Bilingual(count, count)))
    if document.pictures:
        count = str(document.pictures)
        notices.append(Notice(code="page.picture", printed=Bilingual(count, count)))
    notices += _left_of_template(document, rows)
    notices += _hidden(document, rows)
    report = form.report(
        reader.values,
        year=around.year,
        organ=around.organ,
        narrative=around.narrative,
        remarks=tuple(reader.remarks),
    )
    return Reading(
        report=report,
        form=form,
        container=document.container,
        encoding=document.encoding,
        published=around.published,
        signed=around.signed,
        cells=reader.cells,
        doubts=tuple(doubts),
        notices=tuple(notices),
    )


# --- the form -------------------------------------------------------------------------------


@cache
def _divided_rows() -> tuple[str, ...]:
    """What is a row in one shape of a form, and the heading of several in another."""
    return tuple(dict.fromkeys(row for form in FORMS.values() for row in form.divided))


def _form_of(rows: Rows, year: int | None) -> tuple[Form, list[Doubt], list[Notice]]:
    """The form that the labels belong to; where they leave several, that of the fiscal year.

    Each label that only some forms print counts for these, once however often it is printed. A
    report whose labels contradict its year is on the form of its labels.
    """
    divided = _divided_rows()
    evidence: dict[str, frozenset[str]] = {}
    for label, meaning in rows.labels:
        if not label.damage and meaning.key not in divided and meaning.forms:
            evidence[label.anchor.text] = label.anchor.forms
    votes = Counter(form for forms in evidence.values() for form in forms)
    most = max(votes[id] for id in FORMS)
    best = [form for form in FORMS.values() if votes[form.id] == most]
    are_told = len(best) == 1 or all(_is_shape_told(rows, row) for row in divided)
    for row in divided:
        if _is_undivided(rows, row):
            best = [found for found in best if columns_of(found, row)] or best
    notices = []
    editions = dict.fromkeys(form.edition for form in best)
    if year is not None and len(editions) > 1:
        asked = [form for form in best if form.is_asked_for(year)]
        if len({form.edition for form in asked}) == 1:
            notices.append(_by_year(asked[0], year, editions))
            best = asked
    # an edition of another package needs a label of its own, or its year, to speak for it
    best = [found for found in best if found.id in FORMS.own] or best
    doubts = []
    editions = dict.fromkeys(form.edition for form in best)
    shapes = [form for form in FORMS.values() if form.edition in editions and not are_told]
    if len(editions) > 1 or len(shapes) > 1:
        ids = tuple(form.id for form in shapes or best)
        doubts.append(Doubt(code="form.edition", printed="、".join(ids), alternatives=ids))
    form = best[0]
    own = {other.id for other in FORMS.values() if other.edition == form.edition}
    foreign = [text for text, forms in evidence.items() if own.isdisjoint(forms)]
    if foreign:
        names = "、".join(foreign)
        notices.append(Notice(code="form.mixed", printed=Bilingual(names, names)))
    return form, doubts, notices


def _by_year(form: Form, year: int, editions: Iterable[str]) -> Notice:
    text = Bilingual(
        f"所印标签见于 {'、'.join(editions)} 年版表样，按 {year} 年度取 {form.edition} 年版",
        f"the labels printed are on the forms of {', '.join(editions)}; that of {form.edition} is "
        f"taken for {year}",
    )
    return Notice(code="form.by_year", printed=text)


def _is_shape_told(rows: Rows, divided: str) -> bool:
    """Whether the rows tell whether a row that a form divides is one row, or the heading of several.

    Where rows are broken, what stands beside it may be another's, and a short label, as that of a
    column, may be what is left of its own (其他 of 其他处理).
    """
    own = [row for row in rows.rows if row.prefix == divided]
    parts = [row for row in rows.rows if (row.prefix or "").startswith(f"{divided}/")]
    named = any(not anchors()[row.label].having(Role.COLUMN) for row in parts)
    broken = any(map(_has_text, rows.extra)) or any("\ufffd" in _printed(row) for row in own)
    if _is_undivided(rows, divided):
        numbered = any(map(str.isdigit, "".join(map(_printed, parts))))
        return not (numbered or (named and broken))
    if named or parts:
        return named
    seen = {row.prefix or "" for row in rows.rows}
    before, after = _around(divided)
    return before.isdisjoint(seen) or (after.isdisjoint(seen) and not broken)


@cache
def _around(divided: str) -> tuple[frozenset[str], frozenset[str]]:
    """The rows of its own block before a row that a form divides, and all rows after it."""
    form = next(form for form in FORMS.values() if divided in form.divided)
    prefixes = prefixes_of(form)
    place = [p.startswith(f"{divided}/") for p in prefixes].index(True)
    block = divided.rpartition("/")[0] + "/"
    before = frozenset(p for p in prefixes[:place] if p.startswith(block))
    return before, frozenset(p for p in prefixes[place:] if not p.startswith(f"{divided}/"))


def _is_undivided(rows: Rows, divided: str) -> bool:
    """Whether a row that a form divides is one row: it has cells, or no part of it follows.

    Where its parts are printed, it is their heading, unless only beside it numbers stand: those of
    a part whose own label was torn off often seem to stand beside the heading.
    """
    own = [row for row in rows.rows if row.prefix == divided]
    parts = [
        row
        for row in rows.rows
        if (row.prefix or "").startswith(f"{divided}/")
        and not anchors()[row.label].having(Role.COLUMN)  # a head broken to pieces has 其他 too
    ]
    if parts:
        return any(map(_has_text, own)) and not any(map(_has_text, parts))
    has_cells = any(cell.kept or cell.text.strip() for row in own for cell in row.cells)
    prefixes = [row.prefix for row in rows.rows]
    return has_cells or any(
        one == divided and following != divided for one, following in pairwise(prefixes)
    )


def _form_and_year(form: Form, year: int) -> list[Notice]:
    if not form.is_of_another_year(year):
        return []
    text = Bilingual(
        f"{year} 年度的报告用了 {form.edition} 年版的表样",
        f"a report for {year} on the form of {form.edition}",
    )
    return [Notice(code="form.year", printed=text)]


# --- the cells ------------------------------------------------------------------------------


class _Reader:
    """Reads the printed rows onto a form."""

    def __init__(self, form: Form, limits: Limits, *, is_own: bool) -> None:
        self.form = form
        self.limits = limits
        self.is_own = is_own
        self.values: dict[str, CellValue] = {}
        self.remarks: list[Remark] = []
        self.doubts: list[Doubt] = []
        self.notices: list[Notice] = []
        self.joined: set[int] = set()
        """The numbers, by identity, that were broken over lines."""
        absent = Provenance(printed=None, place=None, certainty=Certainty.ABSENT)
        self.cells: dict[str, Provenance] = dict.fromkeys(form.index, absent)

    def read(self, rows: Sequence[PrintedRow], extra: Sequence[PrintedRow]) -> None:
        """Read all rows, each row of the form once; ``extra`` are those of unknown labels."""
        known = [(row, columns_of(self.form, row.prefix or "")) for row in rows]
        self.notices += [_extra(row) for row, columns in known if not columns and _has_text(row)]
        known = [(row, columns) for row, columns in known if columns]
        spacing = spacing_of((row, len(columns)) for row, columns in known)
        is_wide = any(len(row.cells) > len(columns) for row, columns in known)
        bases = _bases(known) if is_wide else {}
        by_prefix: dict[str, list[tuple[PrintedRow, tuple[Cell, ...]]]] = {}
        for row, columns in known:
            by_prefix.setdefault(row.prefix or "", []).append((row, columns))
        chosen: list[Placed] = []
        for found in by_prefix.values():
            best = max(_rank(row) for row, _ in found)
            prints = [
                place_row(row, columns, spacing, bases, self.limits)
                for row, columns in islice((f for f in found if _rank(f[0]) == best), _PRINTS)
            ]
            if _agree(prints):
                chosen.append(prints[0])
            else:
                self._repeated(prints)
        settle(chosen, self.form, self.limits)
        part(chosen, self.form, self.limits)
        joined = join_wrapped(chosen, self.form, self.limits)
        self.joined = {id(cell) for _, cells in joined for cell in cells}
        self._say_parted(chosen)
        shifted = _shifted_heads(rows, extra)
        for placed in sorted(chosen, key=lambda placed: placed.columns[0].index):
            if placed.row.header and placed.row.header in shifted:
                self._doubt_shifted(placed)
            else:
                self._take(placed)
        self._unrecognized(extra)

    def doubt_unseen(self, rows: Rows) -> None:
        """Doubt the cells of which only labels are seen: on paper, a blank leaves no trace."""
        seen = {row.table for row in rows.rows if row.header or row.cells}
        labelled = {row.prefix or "": row for row in rows.rows if row.table in seen}
        heads = sum(label.anchor.heads_in == {UNLABELLED} for label, _ in rows.labels)
        titled = any(heading.key == UNLABELLED for heading in rows.headings)
        disputes = [DISPUTES] if titled or heads >= _DISPUTES_HEADS else []
        for prefix in [*labelled, *disputes]:
            cells = columns_of(self.form, prefix)
            if all(self.cells[cell.address].certainty is Certainty.ABSENT for cell in cells):
                row = labelled.get(prefix)
                for cell in cells:
                    printed = row.label if row is not None else cell.table.title.zh
                    self._doubt(cell, "row.empty", printed, (), row.place if row else None)
        # a row whose label is broken may be one that was not found
        broken = [row for row in rows.extra if any(map(str.isdigit, _printed(row)))]
        broken += [row for row in rows.rows if any("\ufffd" in cell.text for cell in row.cells)]
        absent = [c for c in self.form if self.cells[c.address].certainty is Certainty.ABSENT]
        for cell in absent if broken else ():
            if cell.table.name in seen:
                self._doubt(cell, "row.label", _printed(broken[0]), (), broken[0].place)

    def _repeated(self, prints: list[Placed]) -> None:
        first = prints[0]
        ways = [way for placed in prints for way in placed.ways]
        text = "；".join(
            " ".join(cell.text.strip() for cell in placed.row.cells if cell.text.strip())
            for placed in prints
        )
        for i, cell in enumerate(first.columns):
            alternatives = self._alternatives(cell, first.row, ways, i)
            self._doubt(cell, "row.repeated", text, alternatives, first.row.place)

    def _take(self, placed: Placed) -> None:
        row = placed.row
        name = row.label or placed.columns[0].table.title.zh
        unheaded = row.table == BLOCKS and not row.header
        if placed.glued is not None and not unheaded:
            self._take_parted(placed, placed.glued)
            return
        if placed.settled and not unheaded:
            if placed.surplus:
                text = " ".join(cell.text.strip() for cell in placed.surplus)
                code = "cell.extra" if placed.inferred else "column.extra"
                self._notice(code, f"{name}：{text}", row.place)
            if placed.inferred:
                self._notice("row.inferred" if placed.checked else "row.sole", name, row.place)
            (way,) = placed.ways
            for cell, printed in zip(placed.columns, way, strict=True):
                told = placed.inferred or id(printed) in self.joined
                self._cell(cell, row, printed, Certainty.INFERRED if told else Certainty.CERTAIN)
                if id(printed) in self.joined and printed is not None:
                    self._notice("cell.joined", f"{name}：{printed.text}", printed.place)
            return
        code = "row.header" if unheaded else "row.alignment"
        if any(cell.glued for cell in row.cells):
            code = "cell.glued"
        text = " ".join(cell.text.strip() for cell in row.cells if cell.text.strip())
        for i, cell in enumerate(placed.columns):
            alternatives = self._alternatives(cell, row, placed.ways, i)
            if len(alternatives) < 2:  # the sums agree on it, but the row as a whole is open
                alternatives = self._alternatives(cell, row, placed.laid_out, i) or alternatives
            if text:
                self._doubt(cell, code, text, alternatives, row.place)

    def _doubt_shifted(self, placed: Placed) -> None:
        for cell in placed.columns:
            self._doubt(cell, "row.alignment", _printed(placed.row), (), placed.row.place)

    def _say_parted(self, rows: Iterable[Placed]) -> None:
        """Of the rows whose digits were parted, one notice a table and way to tell."""
        told: dict[tuple[str, str], list[PrintedRow]] = {}
        for placed in rows:
            if placed.glued is not None and (placed.checked or placed.sole):
                code = "row.sole" if placed.sole else "row.inferred"
                title = placed.columns[0].table.title.zh
                told.setdefault((code, title), []).append(placed.row)
        for (code, title), found in told.items():
            few = len(found) <= _NAMED and all(row.label for row in found)
            names = "、".join(row.label for row in found)
            zh, en = f"{title}（{len(found)} 行）", f"{title} ({len(found)} rows)"
            text = Bilingual(names, names) if few else Bilingual(zh, en)
            self.notices.append(Notice(code=code, printed=text, place=found[0].place))

    def _take_parted(self, placed: Placed, glued: PrintedCell) -> None:
        row = placed.row
        for cell, numbers in zip(placed.columns, placed.parted, strict=True):
            if (placed.checked or placed.sole) and len(numbers) == 1:
                printed = glued._replace(text=numbers[0])
                self._cell(cell, row, printed, Certainty.INFERRED)
            else:
                ways = [(glued._replace(text=number),) for number in numbers]
                alternatives = self._alternatives(cell, row, ways, 0)
                self._doubt(cell, "cell.glued", glued.text.strip(), alternatives, row.place)

    def _cell(
        self, cell: Cell, row: PrintedRow, printed: PrintedCell | None, certainty: Certainty
    ) -> None:
        if printed is None:  # neither a number nor a blank cell is printed there
            return
        text = printed.text.strip()
        unit = unit_of(row, cell)
        read = figure(printed.text, cell.kind, unit, self.limits)
        if read.fault or (printed.merged and not printed.blank):
            self._doubt(cell, read.fault or "cell.merged", text, (), printed.place)
            return
        self.values[cell.address] = read.value
        self.cells[cell.address] = Provenance(text, printed.place, certainty)
        other_unit = read.value is not None and unit != cell.unit.zh
        if not plain_print(text) or other_unit:
            shown = f"{text}{unit}" if other_unit and "元" not in text else text
            self.remarks.append(Remark(cell=cell.address, printed=shown[:PRINTED_LENGTH]))
        elif self.is_own and printed.comment:
            self._remark_in_comment(cell, printed.comment, read.value)

    def _remark_in_comment(self, cell: Cell, comment: str, value: CellValue) -> None:
        """In a workbook of ours, how the source printed a number, while the number is the same."""
        said = figure(comment, cell.kind, cell.unit.zh, self.limits)
        if not said.fault and said.value == value:
            self.remarks.append(Remark(cell=cell.address, printed=comment[:PRINTED_LENGTH]))

    def _alternatives(
        self, cell: Cell, row: PrintedRow, ways: Iterable[Way], column: int
    ) -> tuple[Alternative, ...]:
        """What a cell can be in some ways of placing its row, blank last."""
        unit = unit_of(row, cell)
        found: dict[Alternative, None] = {}
        for text in dict.fromkeys(_text(way[column]) for way in ways):
            read = figure(text, cell.kind, unit, self.limits)
            if read.fault:
                found[text] = None
            elif isinstance(read.value, Decimal):
                found[f"{read.value:f}"] = None
            else:
                found[read.value] = None
        return tuple(sorted(found, key=lambda value: value is None))

    def _doubt(
        self,
        cell: Cell,
        code: str,
        printed: str,
        alternatives: tuple[Alternative, ...],
        place: Place | None,
    ) -> None:
        self.doubts.append(
            Doubt(
                code=code,
                cell=cell.address,
                printed=legible(printed),
                alternatives=tuple(
                    legible(one) if isinstance(one, str) else one for one in alternatives
                ),
                place=place,
            )
        )
        self.cells[cell.address] = Provenance(
            printed=legible(printed), place=place, certainty=Certainty.DOUBTFUL
        )

    def _notice(self, code: str, text: str, place: Place | None) -> None:
        self.notices.append(Notice(code=code, printed=Bilingual(text, text), place=place))

    def _unrecognized(self, extra: Sequence[PrintedRow]) -> None:
        """Doubt the rows that are not printed where numbers of their table have no known label."""
        for row in extra:
            if not row.label:
                continue
            numbers = sum(looks_like_figure(cell.text) for cell in row.cells if not cell.blank)
            places = numbers + sum(cell.blank for cell in row.cells)
            rows: dict[str, list[Cell]] = {}
            for cell in self.form:
                if cell.table.name == row.table:
                    rows.setdefault(cell.address.rpartition("/")[0], []).append(cell)
            absent = {
                name: cells
                for name, cells in rows.items()
                if all(self.cells[c.address].certainty is Certainty.ABSENT for c in cells)
            }
            if len(absent) == len(rows):  # the whole table
                continue
            for cells in absent.values():
                if 0 < numbers <= len(cells) <= places:
                    for cell in cells:
                        self._doubt(cell, "row.label", _printed(row), (), row.place)

    def say_missing(self) -> None:
        """Say which tables, and which rows of the others, the source does not print."""
        missing = [
            self.form[address]
            for address, source in self.cells.items()
            if source.certainty is Certainty.ABSENT
        ]
        for table in self.form.tables if missing else ():
            absent = [cell for cell in missing if cell.table == table]
            if len(absent) == sum(cell.table == table for cell in self.form):
                self.notices.append(Notice(code="table.missing", printed=table.title))
                continue
            names = list(
                dict.fromkeys((cell.row_name("zh"), cell.row_name("en")) for cell in absent)
            )
            if names:
                text = Bilingual(
                    f"{table.short('zh')}有 {len(absent)} 格没有印出："
                    + "、".join(zh for zh, _ in names),
                    f"{table.short('en')}: {len(absent)} cells are not printed: "
                    + "; ".join(en for _, en in names),
                )
                self.notices.append(Notice(code="row.missing", printed=text))


def _has_text(row: PrintedRow) -> bool:
    return any(cell.text.strip() for cell in row.cells)


def _text(cell: PrintedCell | None) -> str:
    return "" if cell is None else cell.text.strip()


def _shifted_heads(
    rows: Sequence[PrintedRow], extra: Sequence[PrintedRow]
) -> list[tuple[HeaderColumn, ...]]:
    """The heads below which numbers stand before the first label, and a label without any.

    Each number then may be that of the label after it.
    """
    heads = [row.header for row in extra if row.header and not row.label]
    return [head for head in heads if any(r.header == head and not _has_text(r) for r in rows)]


def _rank(row: PrintedRow) -> tuple[bool, bool, bool]:
    """How much speaks for this being the form's own row: a header of the form, then numbers."""
    return bool(row.cells), bool(row.header), _has_text(row)


def _agree(prints: Sequence[Placed]) -> bool:
    """Whether all prints of one row hold the same."""
    if len(prints) == 1:
        return True
    if not all(placed.settled for placed in prints):
        return False
    return len({tuple(map(_text, way)) for placed in prints for way in placed.ways}) == 1


def _bases(known: Sequence[tuple[PrintedRow, tuple[Cell, ...]]]) -> Mapping[tuple[int, int], int]:
    """Where the columns of a group of grids begin, where complete rows agree on it."""
    seen: dict[tuple[int, int], set[int]] = {}
    for row, columns in known:
        if row.shape is Shape.LINES:
            continue
        filled = [cell for cell in row.cells if cell.text.strip()]
        if len(filled) == len(columns):
            seen.setdefault((row.group, len(columns)), set()).add(filled[0].start)
    return {key: starts.pop() for key, starts in seen.items() if len(starts) == 1}


def _printed(row: PrintedRow) -> str:
    return " ".join(filter(None, [row.label, *map(_text, row.cells)]))


def _extra(row: PrintedRow) -> Notice:
    text = _printed(row)
    return Notice(code="row.extra", printed=Bilingual(text, text), place=row.place)


def _hidden(document: Document, rows: Rows) -> list[Notice]:
    """What nobody sees between the first and the last grid of the report."""
    if not document.hidden:
        return []
    orders = rows.table_lines.union(heading.order for heading in rows.headings)
    first, last = min(orders, default=(0, 0))[0], max(orders, default=(0, 0))[0]
    own = {name[language] for name in (CELLS_SHEET, WORKINGS_SHEET) for language in LANGUAGES}
    found = [
        one
        for one in document.hidden
        if (one.grid is None and one.text not in own)
        or (one.grid is not None and first <= one.grid <= last)
    ]
    if not found:
        return []
    shown = [f"{one.text[:_SHOWN]}…" if len(one.text) > _SHOWN else one.text for one in found[:5]]
    zh, en = "、".join(f"“{one}”" for one in shown), ", ".join(f'"{one}"' for one in shown)
    if len(found) > len(shown):
        zh, en = f"{zh}等 {len(found)} 处", f"{en} and {len(found) - len(shown)} more"
    return [Notice(code="text.hidden", printed=Bilingual(zh, en), place=found[0].place)]


def _left_of_template(document: Document, rows: Rows) -> Iterator[Notice]:
    """Instructions of the template below the headings of tables; the text of sections is kept."""
    headings = sorted(
        ((heading.order, heading.role) for heading in rows.headings), key=lambda one: one[0]
    )
    orders = [order for order, _ in headings]
    for number, grid in enumerate(document.grids):
        for index, row in enumerate(grid.rows if grid.shape is not Shape.TABLE else ()):
            found = next(filter(None, (INSTRUCTION.search(cell.text) for cell in row)), None)
            if found is None:
                continue
            above = bisect_right(orders, (number, index)) - 1
            if above >= 0 and headings[above][1] is Role.TABLE:
                text = found[0]
                place = row[0].place
                yield Notice(code="template.left", printed=Bilingual(text, text), place=place)


def _said_of(rows: Rows) -> list[Notice]:
    said = [_extra(row) for row in rows.extra]
    for label, place in rows.damaged:
        said.append(Notice(code="label.damaged", printed=Bilingual(label, label), place=place))
    return said
