"""Reports set as files of every kind that can be annotated, with where each value stands."""

from __future__ import annotations

import io
import random
import zipfile
from collections.abc import Callable
from functools import lru_cache
from typing import Any

import attrs
import pytest
from hypothesis import strategies as st

pytest.importorskip("lxml", reason="reads and annotates files")
pytest.importorskip("pypdfium2", reason="reads files")
pytest.importorskip("pypdf", reason="annotates files")
pytest.importorskip("docx", reason="sets files")
pytest.importorskip("openpyxl", reason="sets files")
pytest.importorskip("reportlab", reason="sets files")
pytest.importorskip("xlwt", reason="sets files")

from lxml import etree

from gxstats import Report, annotating, form, reading
from gxstats.testing import corrupted_reports, corrupted_reports_with_blanks
from gxstats.writing.layout import PrintedCell, PrintedRole
from tests.support.typeset_docx import DocxTypesetter
from tests.support.typeset_pdf import RULED, PdfTypesetter, Style
from tests.support.typeset_report import Typesetter
from tests.support.typeset_sheets import SheetTypesetter, by_hand, by_openpyxl

FEW_LINES = tuple(kind for kind in RULED if kind not in {"dashes", "dotted"})
"""Ways of drawing lines: to read a thousand dots a line takes long, and annotates nothing else."""
slips = st.one_of(
    corrupted_reports("any", slips=(1, 2)),
    corrupted_reports_with_blanks("any", slips=(1, 2)),
)
RECONSIDERATION = "/disputes/reconsideration/total"


def slip() -> Report:
    """A report with one slip, of which there is one explanation: a total that was left at 0."""
    zeros = {cell.address: 0 for cell in form("2021")}
    parts = {
        "/disputes/reconsideration/upheld": 9,
        "/disputes/reconsideration/corrected": 1,
        "/disputes/reconsideration/other": 1,
    }
    from gxstats import Organ

    return form("2021").report(zeros | parts, year=2023, organ=Organ(name="某局"))


def repaired(report: Report) -> Report:
    """The same without its slip."""
    return report.replace({RECONSIDERATION: 11})


@attrs.frozen
class Made:
    """A file, and where the setting put each value."""

    data: bytes
    setting: Any


kept = lru_cache(maxsize=32)
"""Most tests want the same few files, and to typeset one takes longer than to look at it."""
read = kept(reading.read)
annotate = kept(annotating.annotate)
unannotated = kept(annotating.unannotated)
"""What they give does not change: the same file need not be read or annotated twice."""


class TracedPage(Typesetter):
    """A page whose values carry their address in the markup."""

    def marked_up(self, cell: PrintedCell) -> str:
        if cell.role is PrintedRole.VALUE:
            return f'<span data-address="{cell.address}">{self.text(cell)}</span>'
        return super().marked_up(cell)


@kept
def page(report: Report, seed: int, encoding: str | None = None) -> Made:
    rng = random.Random(seed)
    setting = TracedPage(report, rng)
    encoding = encoding or rng.choice(["utf-8", "gb18030", "utf-16", "utf-8-sig"])
    text = setting.page()
    if encoding == "gb18030":
        text = text.replace("charset=utf-8", "charset=gb2312")
    return Made(text.encode(encoding), setting)


@kept
def untraced_page(report: Report, seed: int) -> Made:
    setting = Typesetter(report, random.Random(seed))
    return Made(setting.page().encode(), setting)


@kept
def lines_of_a_page(report: Report, seed: int) -> Made:
    setting = Typesetter(report, random.Random(seed))
    lines = setting.spaced().split("\n")
    body = "\n".join(f"<p>{line}</p>" for line in lines)
    return Made(f"<html><body>{body}</body></html>".encode(), setting)


@kept
def word(report: Report, seed: int) -> Made:
    setting = DocxTypesetter(report, random.Random(seed))
    return Made(setting.document(), setting)


@kept
def word_by_library(report: Report, seed: int) -> Made:
    setting = DocxTypesetter(report, random.Random(seed))
    return Made(setting.written_by_library(), setting)


@kept
def sheets(report: Report, seed: int) -> Made:
    setting = SheetTypesetter(report, random.Random(seed))
    return Made(by_hand(setting.workbook(), setting.rng), setting)


@kept
def sheets_by_library(report: Report, seed: int) -> Made:
    setting = SheetTypesetter(report, random.Random(seed))
    setting.calculates = False  # the library writes no values of formulas
    return Made(by_openpyxl(setting.workbook()), setting)


@kept
def pdf(report: Report, seed: int) -> Made:
    setting = PdfTypesetter(report, random.Random(seed))
    style = Style.drawn(setting.rng, setting.rng.choice(FEW_LINES))
    return Made(setting.pdf(style), setting)


KINDS: dict[str, Callable[[Report, int], Made]] = {
    "page": page,
    "untraced page": untraced_page,
    "lines of a page": lines_of_a_page,
    "word": word,
    "word by library": word_by_library,
    "sheets": sheets,
    "sheets by library": sheets_by_library,
    "pdf": pdf,
}


def members(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def about_members(data: bytes) -> dict[str, tuple[object, ...]]:
    """What an archive says of each member, in order."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {
            info.filename: (info.date_time, info.compress_type, info.external_attr, info.comment)
            for info in archive.infolist()
        }


def canonical(data: bytes) -> bytes:
    """XML without what may be written in two ways: an empty element, the order of attributes."""
    return etree.tostring(etree.fromstring(data), method="c14n")


def sentence(reason: str) -> str:
    """A reason in Chinese as a comment says it: with one full stop."""
    return reason.rstrip("。.") + "。"
