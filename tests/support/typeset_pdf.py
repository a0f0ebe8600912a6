"""Sets a report as a PDF the way publishers' programs do, in layouts that nobody tuned by hand.

Everything is choice, drawn from the ``random.Random`` that is handed in: how lines are drawn,
where pages break, where numbers stand, what stands at the margins. The geometry is made here,
mark by mark, so that the reader is tested against known places and not against a library.
"""

from __future__ import annotations

import io
import random
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import attrs
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from gxstats import Report
from gxstats.writing.layout import PrintedCell, PrintedRole, PrintedTable
from tests.support.typeset_report import PROSE, Typesetter

EMBEDDED = (
    "/usr/share/fonts/truetype/arphic-gbsn00lp/gbsn00lp.ttf",
    "/usr/share/fonts/truetype/wqy/wqy-zenhei.ttc",
)
"""Fonts that are embedded where they are installed; else :data:`NAMED` is taken in their place."""
NAMED = "STSong-Light"
"""A font that every viewer has, and that a file names without carrying it."""
RULED = ("long", "cells", "boxes", "bars", "double", "dashes", "dotted", "frames")
"""Ways of drawing lines."""


@cache
def fonts() -> tuple[str, ...]:
    """As many on every machine, so that the same layouts are drawn whatever is installed."""
    pdfmetrics.registerFont(UnicodeCIDFont(NAMED))
    names = [NAMED]
    for path in EMBEDDED:
        if Path(path).exists():
            pdfmetrics.registerFont(TTFont(Path(path).stem, path))
            names.append(Path(path).stem)
        else:
            names.append(NAMED)
    return tuple(names)


@attrs.frozen
class Style:
    """What was chosen for one document."""

    font: str
    size: float
    lines: str
    """One of :data:`RULED`, ``"level"`` for level lines alone, or ``"none"``."""
    width: float
    height: float
    align: str
    valign: str
    padding: float
    character_wise: bool
    bold: bool
    shaded: bool
    dropped: float
    """Share of inner borders that are left out."""
    open_sides: bool
    repeat_head: bool
    cut_rows: bool
    closed_breaks: bool
    page_number: str
    running_head: bool
    rotate: int
    in_form: bool

    @classmethod
    def drawn(cls, rng: random.Random, lines: str) -> Style:
        landscape = rng.random() < 0.25
        short = rng.choice([842.0, 842.0, rng.uniform(420, 800)])
        width, height = (842.0, 595.0) if landscape else (595.0, short)
        return cls(
            font=rng.choice(fonts()),
            size=rng.uniform(7.5, 11),
            lines=lines,
            width=width,
            height=height,
            align=rng.choice(["center", "center", "right", "left"]),
            valign=rng.choice(["middle", "middle", "top"]),
            padding=rng.uniform(2, 5),
            character_wise=rng.random() < 0.25,
            bold=rng.random() < 0.15,
            shaded=rng.random() < 0.3,
            dropped=0.0,
            open_sides=rng.random() < 0.15,
            repeat_head=rng.random() < 0.3,
            cut_rows=rng.random() < 0.5,
            closed_breaks=rng.random() < 0.7,
            page_number=rng.choice(
                ["- {} -", "— {} —", "第 {} 页 共 9 页", "{}", "{} / 9", "Page {}", "", "·{}·"]
            ),
            running_head=rng.random() < 0.3,
            rotate=rng.choice([0, 0, 0, 90, 180, 270]),
            in_form=rng.random() < 0.15,
        )


@attrs.define
class Sheet:
    """One page, measured from its top left corner, before it is drawn."""

    texts: list[tuple[float, float, float, str]] = attrs.field(factory=list)
    """Left, baseline, size, text."""
    lines: list[tuple[float, float, float, float]] = attrs.field(factory=list)
    shades: list[tuple[float, float, float, float]] = attrs.field(factory=list)


@attrs.frozen
class Printed:
    """Where a value was printed, for the tests of provenance."""

    page: int
    x: float
    y: float
    text: str


class PdfTypesetter(Typesetter):
    """One report as a PDF."""

    def __init__(self, report: Report, rng: random.Random) -> None:
        super().__init__(report, rng)
        self.printed: dict[str, Printed] = {}

    def pdf(self, style: Style) -> bytes:
        self.style = style
        self.sheets = [Sheet()]
        self.left = style.width * self.rng.uniform(0.05, 0.1)
        self.right = style.width - self.left
        self.top = style.height * 0.1 + 10
        self.bottom = style.height * 0.9 - 14
        self.y = self.top
        self._line("某某市某某局2023年政府信息公开工作年度报告", 16, centred=True)
        self._line("一、总体情况", 12)
        self._prose(self.rng.randint(1, 6))
        for table in self.tables:
            self._line(self.title(table), style.size + 2)
            self._table(table)
            self.y += self.rng.uniform(6, 30)
        self._line("五、存在的主要问题及改进情况", 12)
        self._prose(self.rng.randint(1, 4))
        self._line("六、其他需要报告的事项", 12)
        self._prose(1)
        return self._drawn()

    # --- text --------------------------------------------------------------------------------

    def label(self, text: str) -> str:
        """A label that the font can print."""
        printed = super().label(text)
        face = getattr(pdfmetrics.getFont(self.style.font), "face", None)
        glyphs = getattr(face, "charToGlyph", None)
        if glyphs is None:  # a font for simplified characters, which is not embedded
            return (
                printed if printed.encode("gb2312", "ignore").decode("gb2312") == printed else text
            )
        return printed if all(ord(c) in glyphs for c in printed) else text

    def _width(self, text: str, size: float) -> float:
        return pdfmetrics.stringWidth(text, self.style.font, size)

    def _broken(self, text: str, width: float, size: float) -> list[str]:
        lines = [""]
        for character in text:
            if lines[-1] and self._width(lines[-1] + character, size) > width:
                lines.append("")
            lines[-1] += character
        return lines

    def _room(self, height: float) -> None:
        if self.y + height > self.bottom:
            self.sheets.append(Sheet())
            self.y = self.top

    def _line(self, text: str, size: float, *, centred: bool = False, indent: float = 0) -> None:
        self._room(size * 1.6)
        free = self.right - self.left - self._width(text, size)
        x = self.left + (free / 2 if centred else indent)
        self.sheets[-1].texts.append((x, self.y + size, size, text))
        self.y += size * 1.6

    def _prose(self, count: int) -> None:
        size = 10.5
        for _ in range(count):
            text = "　　" + "".join(self.rng.choice(PROSE) for _ in range(self.rng.randint(1, 4)))
            for line in self._broken(text, self.right - self.left, size):
                stripped = line.lstrip("　")
                self._line(
                    stripped, size, indent=self._width("　", size) * (len(line) - len(stripped))
                )

    # --- tables ------------------------------------------------------------------------------

    def _table(self, table: PrintedTable) -> None:
        style, rng = self.style, self.rng
        size = style.size
        texts = {id(cell): self.text(cell) for cell in table.cells}
        while True:
            widths = self._widths(table, texts, size)
            if widths is not None:
                break
            size *= 0.9
        leading = size * rng.uniform(1.15, 1.35)
        xs = [self.left]
        for width in widths:
            xs.append(xs[-1] + width)
        broken = {
            id(cell): [texts[id(cell)]]
            if cell.role is PrintedRole.VALUE
            else self._broken(
                texts[id(cell)], xs[cell.column + cell.column_span] - xs[cell.column] - 3, size
            )
            for cell in table.cells
        }
        gap = style.padding if style.lines in RULED else style.padding + size * 0.35
        heights = [size * 1.3 + gap] * table.rows
        for cell in sorted(table.cells, key=lambda cell: cell.row_span):
            need = len(broken[id(cell)]) * leading + gap
            rows = range(cell.row, cell.row + cell.row_span)
            lack = need - sum(heights[row] for row in rows)
            for row in rows:
                heights[row] += max(lack, 0) / len(rows)
        self._set_rows(table, xs, heights, broken, size, leading)

    def _widths(
        self, table: PrintedTable, texts: dict[int, str], size: float
    ) -> list[float] | None:
        rng = self.rng
        width = [size * 1.2 + 3] * table.columns
        values = {cell.column for cell in table.cells if cell.role is PrintedRole.VALUE}
        labels = [column for column in range(table.columns) if column < min(values)]
        extra = rng.choice([0.6, 2.0, size])
        for cell in table.cells:
            if cell.role is PrintedRole.VALUE:
                need = self._width(texts[id(cell)], size) + 2 + extra
                share = need / cell.column_span
                for column in range(cell.column, cell.column + cell.column_span):
                    width[column] = max(width[column], share)
        free = self.right - self.left - sum(width)
        if free < (size * 8 if labels else 0):
            return None
        if labels:
            width[labels[-1]] += free * rng.uniform(0.4, 0.7)
            if len(labels) > 2:
                width[labels[1]] += size * rng.uniform(2, 5)
        if sum(width) > self.right - self.left:
            return None
        spare = (self.right - self.left - sum(width)) * rng.uniform(0, 1) / table.columns
        if not labels or rng.random() < 0.7:
            width = [w + spare for w in width]
        return width

    def _set_rows(
        self,
        table: PrintedTable,
        xs: list[float],
        heights: list[float],
        broken: dict[int, list[str]],
        size: float,
        leading: float,
    ) -> None:
        """Row by row, over as many pages as it takes."""
        style = self.style
        head_rows = min(table.value_rows) if table.table.number != "二" else 0
        self._room(sum(heights[: head_rows + 1]))
        cuts: dict[int, int] = {}  # row -> the lines of its label that stay on the page
        row = 0
        edges: list[tuple[int, int, float, float]] = []  # row, page, top, bottom
        head_copies: list[tuple[int, float]] = []
        while row < table.rows:
            height = heights[row]
            if self.y + height > self.bottom:
                space = self.bottom - self.y
                label = self._cuttable(table, row, broken)
                fits = label is not None and space > size * 1.6 and style.cut_rows
                if fits and row in table.value_rows:
                    kept = max(1, min(int((space - 2) / leading), len(broken[id(label)]) - 1))
                    part = kept * leading + style.padding / 2
                    edges.append((row, len(self.sheets) - 1, self.y, self.y + part))
                    cuts[row] = kept
                self.sheets.append(Sheet())
                self.y = self.top
                if style.repeat_head and row >= head_rows > 0:
                    head_copies.append((len(self.sheets) - 1, self.y))
                    self.y += sum(heights[:head_rows])
                if row in cuts:
                    rest = len(broken[id(label)]) - cuts[row]
                    height = max(rest * leading + style.padding, size * 1.3 + 2)
            edges.append((row, len(self.sheets) - 1, self.y, self.y + height))
            self.y += height
            row += 1
        for cell in table.cells:
            self._set_cell(cell, xs, edges, broken[id(cell)], size, leading, cuts)
        for page, top in head_copies:
            copied, y = [], top
            for number in range(head_rows):
                copied.append((number, page, y, y + heights[number]))
                y += heights[number]
            for cell in table.cells:
                if cell.row < head_rows:
                    self._set_cell(cell, xs, copied, broken[id(cell)], size, leading, {})
            self._set_lines(table, xs, copied, cuts)
        self._set_lines(table, xs, edges, cuts)

    def _cuttable(
        self, table: PrintedTable, row: int, broken: dict[int, list[str]]
    ) -> PrintedCell | None:
        """The label of a row that a page break may cut, if it has several lines."""
        for cell in table.cells:
            if cell.row == row and cell.row_span == 1 and cell.role is PrintedRole.LABEL:
                return cell if len(broken[id(cell)]) > 1 else None
        return None

    def _set_cell(
        self,
        cell: PrintedCell,
        xs: list[float],
        edges: list[tuple[int, int, float, float]],
        lines: list[str],
        size: float,
        leading: float,
        cuts: dict[int, int],
    ) -> None:
        style = self.style
        left, right = xs[cell.column], xs[cell.column + cell.column_span]
        own = [edge for edge in edges if cell.row <= edge[0] < cell.row + cell.row_span]
        pages = sorted({page for _, page, _, _ in own})
        value = cell.role is PrintedRole.VALUE
        if len(pages) == 1 or not lines:
            pieces = [(pages[0], lines)]
        elif cell.row in cuts and cell.row_span == 1:
            if value:
                pieces = [(self._page_of_numbers(cell.row, pages), lines)]
            else:
                pieces = [(pages[0], lines[: cuts[cell.row]]), (pages[1], lines[cuts[cell.row] :])]
        else:  # the page that holds most of a cell over several rows
            room = {p: sum(b - t for _, page, t, b in own if page == p) for p in pages}
            pieces = [(max(pages, key=lambda p: room[p]), lines)]
        for page, some in pieces:
            here = [edge for edge in own if edge[1] == page]
            top, bottom = here[0][2], here[-1][3]
            if style.shaded and cell.role in {PrintedRole.HEADING, PrintedRole.COLUMN}:
                self.sheets[page].shades.append((left, top, right, bottom))
            block = (len(some) - 1) * leading + size
            y = top + max((bottom - top - block) / 2, 0.5)
            if style.valign == "top":
                y = top + min(1 + style.padding / 2, max(bottom - top - block, 0))
            for line in some:
                width = self._width(line, size)
                align = (
                    style.align
                    if value
                    else ("left" if cell.role is PrintedRole.LABEL else "center")
                )
                x = {
                    "left": left + 1.5,
                    "right": right - 1.5 - width,
                    "center": (left + right - width) / 2,
                }[align]
                self.sheets[page].texts.append((x, y + size * 0.85, size, line))
                if value and line:
                    self.printed[cell.address] = Printed(
                        page + 1, x + width / 2, y + size / 2, line
                    )
                y += leading

    def _page_of_numbers(self, row: int, pages: list[int]) -> int:
        return pages[random.Random(row).choice([0, 1])]

    def _set_lines(
        self,
        table: PrintedTable,
        xs: list[float],
        edges: list[tuple[int, int, float, float]],
        cuts: dict[int, int],
    ) -> None:
        style, rng = self.style, self.rng
        if style.lines == "none":
            return
        for page in sorted({page for _, page, _, _ in edges}):
            here = [edge for edge in edges if edge[1] == page]
            sheet = self.sheets[page]
            for index, (row, _, top, bottom) in enumerate(here):
                first, last = index == 0, index == len(here) - 1
                if style.lines == "level":
                    if first:
                        sheet.lines.append((xs[0], top, xs[-1], top))
                    sheet.lines.append((xs[0], bottom, xs[-1], bottom))
                    continue
                for column in range(table.columns):
                    cell = table.at[row, column]
                    left, right = xs[column], xs[column + 1]
                    ends = cell.row + cell.row_span == row + 1
                    cut = row in cuts and (
                        last and page != edges[-1][1] and self._is_cut_here(edges, row, page)
                    )
                    if first and (style.closed_breaks or row == 0 or row not in cuts):
                        sheet.lines.append((left, top, right, top))
                    outer = last
                    drawn = (ends and not cut) or (outer and (style.closed_breaks or not cut))
                    if drawn and (outer or rng.random() >= style.dropped):
                        sheet.lines.append((left, bottom, right, bottom))
                    if column == 0 and not style.open_sides:
                        sheet.lines.append((left, top, left, bottom))
                    if cell.column + cell.column_span == column + 1:
                        outer = column + 1 == table.columns
                        if outer and style.open_sides:
                            continue
                        if outer or rng.random() >= style.dropped:
                            sheet.lines.append((right, top, right, bottom))

    @staticmethod
    def _is_cut_here(edges: list[tuple[int, int, float, float]], row: int, page: int) -> bool:
        return (
            sum(edge[0] == row for edge in edges) > 1
            and min(edge[1] for edge in edges if edge[0] == row) == page
        )

    # --- drawing -----------------------------------------------------------------------------

    def _drawn(self) -> bytes:
        style, rng = self.style, self.rng
        buffer = io.BytesIO()
        size = (style.width, style.height)  # as a viewer shows it
        canvas = Canvas(buffer, pagesize=size, pageCompression=rng.choice([0, 1]))
        first = rng.randint(1, 9)
        for index, sheet in enumerate(self.sheets):
            self._margins(sheet, first + index)
            if style.in_form:
                canvas.beginForm(f"page{index}", 0, 0, max(size), max(size))  # turned or not
                self._marks(canvas, sheet)
                canvas.endForm()
                canvas.doForm(f"page{index}")
            else:
                self._marks(canvas, sheet)
            if style.rotate:
                canvas.setPageRotation(style.rotate)
            canvas.showPage()
        canvas.save()
        return buffer.getvalue()

    def _margins(self, sheet: Sheet, number: int) -> None:
        style = self.style
        if style.page_number:
            text = style.page_number.format(number)
            x = (style.width - self._width(text, 9)) / 2
            sheet.texts.append((x, style.height - 22, 9, text))
        if style.running_head:
            sheet.texts.append((self.left, 26, 9, "某某市某某局政府信息公开年报"))

    def _marks(self, canvas: Canvas, sheet: Sheet) -> None:
        style = self.style
        canvas.saveState()
        # what is drawn turns with the page, so that a viewer shows it upright
        if style.rotate == 90:
            canvas.transform(0, 1, -1, 0, style.height, 0)
        elif style.rotate == 180:
            canvas.transform(-1, 0, 0, -1, style.width, style.height)
        elif style.rotate == 270:
            canvas.transform(0, -1, 1, 0, 0, style.width)
        canvas.setFillGray(0.85)
        for left, top, right, bottom in sheet.shades:
            canvas.rect(left, style.height - bottom, right - left, bottom - top, stroke=0, fill=1)
        canvas.setFillGray(0)
        for line in _drawn_lines(sheet.lines, style, self.rng):
            line(canvas)
        for x, y, size, text in sheet.texts:
            for dx in (0, 0.03 * size) if style.bold else (0,):
                self._string(canvas, x + dx, style.height - y, size, text)
        canvas.restoreState()

    def _string(self, canvas: Canvas, x: float, y: float, size: float, text: str) -> None:
        canvas.setFont(self.style.font, size)
        if not self.style.character_wise:
            canvas.drawString(x, y, text)
            return
        for character in text:
            canvas.drawString(x, y, character)
            x += self._width(character, size)


def _drawn_lines(
    lines: list[tuple[float, float, float, float]], style: Style, rng: random.Random
) -> Iterator[object]:
    height = style.height
    kind = style.lines if style.lines in RULED else rng.choice(RULED[:6])
    if kind in {"long", "double", "dashes", "dotted"}:
        lines = _lengthened(lines)
    if kind == "cells":
        lines = rng.sample(lines, len(lines))
    weight = rng.uniform(0.3, 1.4)
    for x0, y0, x1, y1 in lines:
        a, b, c, d = x0, height - y0, x1, height - y1

        def draw(canvas: Canvas, a=a, b=b, c=c, d=d) -> None:
            level = b == d
            canvas.setLineWidth(weight)
            canvas.setDash()
            if kind == "bars":
                if level:
                    canvas.rect(a, b - weight / 2, c - a, weight, stroke=0, fill=1)
                else:
                    canvas.rect(a - weight / 2, d, weight, b - d, stroke=0, fill=1)
            elif kind == "boxes":
                canvas.setLineWidth(0.2)
                if level:
                    canvas.rect(a, b - 0.3, c - a, 0.6, stroke=1, fill=1)
                else:
                    canvas.rect(a - 0.3, d, 0.6, b - d, stroke=1, fill=1)
            elif kind == "double":
                canvas.setLineWidth(0.4)
                for off in (-0.8, 0.8):
                    if level:
                        canvas.line(a, b + off, c, d + off)
                    else:
                        canvas.line(a + off, b, c + off, d)
            elif kind == "dashes":
                canvas.setDash(3, 2)
                canvas.line(a, b, c, d)
            elif kind == "dotted":
                step = 3.5
                position = 0.0
                length = abs(c - a) + abs(b - d)
                while position < length:
                    end = min(position + 2, length)
                    if level:
                        canvas.line(a + position, b, a + end, b)
                    else:
                        canvas.line(a, b - position, a, b - end)
                    position += step
            elif kind == "frames":
                path = canvas.beginPath()
                w = max(weight, 0.5)
                if level:
                    path.rect(a - w / 2, b - w / 2, c - a + w, w)
                else:
                    path.rect(a - w / 2, d - w / 2, w, b - d + w)
                canvas.drawPath(path, stroke=0, fill=1)
            else:
                canvas.line(a, b, c, d)

        yield draw


def _lengthened(
    lines: list[tuple[float, float, float, float]],
) -> list[tuple[float, float, float, float]]:
    """Lines that continue one another, as one."""
    found: list[tuple[float, float, float, float]] = []
    level = sorted(line for line in lines if line[1] == line[3])
    upright = [line for line in lines if line[1] != line[3]]
    for x0, y0, x1, y1 in (*sorted(level, key=lambda a: (a[1], a[0])), *sorted(upright)):
        if found:
            a, b, c, d = found[-1]
            if b == d == y0 == y1 and abs(x0 - c) < 0.01:
                found[-1] = a, b, x1, d
                continue
            if a == c == x0 == x1 and b != d and y0 != y1 and abs(y0 - d) < 0.01:
                found[-1] = a, b, c, y1
                continue
        found.append((x0, y0, x1, y1))
    return found
