"""The figures of every fixture, set anew as a page, text, Word, Excel and PDF file, with its oddities.

The oddities of a fixture (its ``expected.json`` lists them in words) are applied to the printed
form before it is set: labels cut or worded otherwise, filling notes, traditional characters, a row
that the form lacks, cells that are no plain numbers.
"""

from __future__ import annotations

import json
import random
from collections.abc import Callable, Collection, Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any, Final

import attrs

from gxstats import Bilingual, Organ, Report, form
from gxstats.writing.layout import PrintedCell, PrintedRole, PrintedTable
from tests.support.paths import FIXTURES
from tests.support.typeset_docx import DocxTypesetter
from tests.support.typeset_pdf import RULED, PdfTypesetter, Style
from tests.support.typeset_report import Typesetter
from tests.support.typeset_sheets import Laid, SheetTypesetter, by_hand, by_openpyxl, by_xlwt

FOLDERS = sorted(path.parent for path in FIXTURES.glob("*/expected.json"))

TRADITIONAL = str.maketrans(
    "规数务项处罚强许决费购额单万请办结转续机构组织会国属于护权类执询关补确访举报诉讼复议维纠审经当缴纳认计废发减团",
    "規數務項處罰強許決費購額單萬請辦結轉續機構組織會國屬於護權類執詢關補確訪舉報訴訟復議維糾審經當繳納認計廢發減團",
)

LABELS: dict[str, Callable[[str], str]] = {
    "changan-tjj-2023": lambda text: text.replace("行政规范性文件", "规范性文件"),
    "changtu-qijiazi-2023": lambda text: text.replace("现行有效件数", "现行有效件"),
    "dazhu-chuanzhu-2019": lambda text: text.replace("第二十条第（五）项", "第二十条(五)项"),
    "hengdong-yanglin-2023": lambda text: "本年新" if text.startswith("本年新") and len(text) < 8 else text,
    "wuhai-gxj-2020": lambda text: "本年新" if text.startswith("本年新") and len(text) < 8 else text,
    "xiaogan-yjs-2019": lambda text: "本年新" if text.startswith("本年新") and len(text) < 8 else text,
    "longgang-2024": lambda text: {"商业企业": "商业 企业", "科研机构": "科研 机构"}.get(text, text),
    "zhanjiang-dfz-2023": lambda text: text.replace("商业企业", "商业 企业"),
    "tianmen-hushi-2019": lambda text: {
        "规范性文件": "规范性文件（指以本机关名义印发的文件）",
        "上一年项目数量": "上一年项目数量（指2018年事项数）",
        "本年增/减": "本年增/减（减用负值表示，如-8）",
        "处理决定数量": "处理决定数量（指2019年办件量）",
    }.get(text, text),
    "wuhan-hbj-2020": lambda text: {
        "规范性文件": "规范性档案（含决定、公告、通告等）",
        "上一年项目数量": "上一年项目数量（指2019年事项数）",
        "本年增/减": "本年增/减（减用负值表示，如-8）",
    }.get(text, text).translate(TRADITIONAL),
    "xixian-taiping-2022": lambda text: text.replace("（三）", "(三)\n") if "不予公开" in text else text,
    "yindu-qu-2019": lambda text: text.replace("本年新制作", "本年新\n制作"),
}  # fmt: skip


@attrs.frozen
class Fixture:
    """One fixture: its report, and how its cells and labels are printed."""

    name: str
    report: Report
    printed: dict[str, str]

    @classmethod
    def of(cls, folder: Path) -> Fixture:
        expected = json.loads((folder / "expected.json").read_text("utf-8"))
        shown = form(expected["form"])
        values = {
            address: Decimal(value) if isinstance(value, str) else value
            for address, value in expected["cells"].items()
        }
        return cls(
            folder.name,
            shown.report(values, year=None, organ=Organ(name=None)),
            expected["remarks"],
        )

    def label(self, text: str) -> str:
        return LABELS.get(self.name, lambda text: text)(text)

    def tables(self, tables: tuple[PrintedTable, ...]) -> tuple[PrintedTable, ...]:
        """The tables, with the row that the form lacks where the fixture has one."""
        if self.name != "wuhan-hbj-2020":
            return tables
        first, *others = tables
        return (_with_extra_row(first), *others)


def _with_extra_row(table: PrintedTable) -> PrintedTable:
    at = max(cell.row for cell in table.cells if cell.text and cell.text.zh == "规范性文件") + 1
    moved = [
        attrs.evolve(cell, row=cell.row + 1) if cell.row >= at else cell for cell in table.cells
    ]
    texts = ("其他主动公开文件", "186", "86", "255")
    extra = [
        PrintedCell(PrintedRole.LABEL, Bilingual(text, text), None, at, column)
        for column, text in enumerate(texts)
    ]
    cells = sorted([*moved, *extra], key=lambda cell: (cell.row, cell.column))
    return PrintedTable(table.table, table.rows + 1, table.columns, tuple(cells))


class _Retypeset(Typesetter):
    fixture: Fixture

    def prepare(self, fixture: Fixture) -> None:
        self.fixture = fixture
        self.tables = fixture.tables(self.tables)

    def text(self, cell: PrintedCell) -> str:
        if cell.address in self.fixture.printed:
            return self.fixture.printed[cell.address]
        return super().text(cell)

    def label(self, text: str) -> str:
        return self.fixture.label(super().label(text))


class Plain(_Retypeset):
    pass


class Word(_Retypeset, DocxTypesetter):
    pass


class Pages(_Retypeset, PdfTypesetter):
    def label(self, text: str) -> str:
        # the font that every reader has is one for simplified characters
        return super().label(text).translate({new: old for old, new in TRADITIONAL.items()})


class Sheets(_Retypeset, SheetTypesetter):
    def _cell(self, printed: PrintedCell, uncalculated: float) -> Laid:
        if printed.address in self.fixture.printed:
            return Laid(self.fixture.printed[printed.address], address=printed.address)
        return super()._cell(printed, uncalculated)


KINDS: Final = (
    "page", "pasted", "ruled", "docx", "docx by a library", "xlsx", "xlsx by a library", "xls", "pdf",
)  # fmt: skip
"""The kinds of file that a fixture is typeset as."""


def retypeset(
    fixture: Fixture, seed: int, kinds: Collection[str] = KINDS
) -> Iterator[tuple[str, bytes]]:
    """The file of each of these kinds, by name."""

    def made(cls: type[_Retypeset]) -> _Retypeset:
        setting = cls(fixture.report, random.Random(seed))
        setting.prepare(fixture)
        return setting

    for name in kinds:
        yield name, _MAKERS[name](made)


def _calculated(sheets: _Retypeset) -> list:
    sheets.calculates = False  # the library writes no values of formulas
    return sheets.workbook()


def _text(name: str) -> Callable[[Callable[[type[_Retypeset]], Any]], bytes]:
    return lambda made: made(Plain).layouts()[name]().encode()


def _sheets(made: Callable[[type[_Retypeset]], Any]) -> bytes:
    sheets = made(Sheets)
    return by_hand(sheets.workbook(), sheets.rng)


def _pdf(made: Callable[[type[_Retypeset]], Any]) -> bytes:
    pages = made(Pages)
    return pages.pdf(Style.drawn(pages.rng, pages.rng.choice(RULED)))


_MAKERS: Final[dict[str, Callable[[Callable[[type[_Retypeset]], Any]], bytes]]] = {
    **{name: _text(name) for name in ("page", "pasted", "ruled")},
    "docx": lambda made: made(Word).document(),
    "docx by a library": lambda made: made(Word).written_by_library(),
    "xlsx": _sheets,
    "xlsx by a library": lambda made: by_openpyxl(_calculated(made(Sheets))),
    "xls": lambda made: by_xlwt(made(Sheets).workbook()),
    "pdf": _pdf,
}
