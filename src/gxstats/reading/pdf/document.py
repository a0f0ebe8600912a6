"""PDF: from bytes to pages of characters and ruling lines, with PDFium.

PDFium (through pypdfium2) opens a report in a tenth of the time that pdfplumber takes, and is
hardened against hostile files. What it would inflate is bounded before it sees the file
(:mod:`gxstats.reading.pdf.streams`). Nothing is drawn: pictures are never decoded.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any, Final, TypeVar

from ...errors import MissingExtra
from ...text import Bilingual
from ..grid import Document
from ..limits import Limits
from ..pages.grids import grids_of
from ..unreadable import Unreadable
from .page import Frame, PrintedPage, frame_of, printed_page
from .streams import disarmed, is_encrypted
from .substitute import provide_fonts
from .unlocking import unlocked

__all__ = ["frames_of", "read_pdf"]

_PDFIUM: Final = threading.Lock()
"""PDFium must not run in two threads at once."""
_Taken = TypeVar("_Taken")
_Take = Callable[[Any, Any, int], _Taken]
"""From PDFium, an opened page and its number to what is wanted of it."""
_NEEDS_PASSWORD: Final = 4
_UNKNOWN_PROTECTION: Final = 5


def read_pdf(data: bytes, limits: Limits) -> Document:
    """A PDF as grids, in reading order.

    Needs pypdfium2 (extra ``read``); raises :class:`~gxstats.MissingExtra` without it, and
    :class:`~gxstats.Unreadable` where its pages are pictures without text.
    """
    characters = 0

    def printed_within_limits(pdfium: Any, page: Any, number: int) -> PrintedPage:
        nonlocal characters
        printed = printed_page(pdfium, page, number, limits)
        characters += len(printed.page.characters)
        limits.require("glyphs", characters)
        return printed

    printed = list(_pages_of(data, limits, printed_within_limits))
    pages = [one.page for one in printed]
    pictures = sum(one.is_picture for one in printed)
    if not any(page.characters for page in pages) or pictures == len(pages):
        empty = sum(not page.characters for page in pages)
        found = f"{max(pictures, empty)} / {len(pages)}"
        raise Unreadable("read.scanned", found=found)
    replaced = sum(one.replaced for one in printed)
    return Document("pdf", "", grids_of(pages, limits), None, replaced, pictures=pictures)


def frames_of(data: bytes, limits: Limits) -> tuple[Frame, ...]:
    """For each page of a PDF, from where the places of its cells are counted."""
    return tuple(_pages_of(data, limits, lambda pdfium, page, _: frame_of(pdfium, page, limits)))


def _pages_of(data: bytes, limits: Limits, take: _Take[_Taken]) -> Iterator[_Taken]:
    try:
        import pypdfium2.raw as pdfium  # type: ignore[import-untyped,unused-ignore]
    except ImportError as error:
        purpose = Bilingual("读取 PDF", "Reading PDF")
        raise MissingExtra(purpose, "pypdfium2", "read") from error
    plain = disarmed(data, limits)
    if is_encrypted(data):
        plain = disarmed(unlocked(data, limits), limits)
    with _PDFIUM, _opened(pdfium, plain) as document:
        count = pdfium.FPDF_GetPageCount(document)
        limits.require("pages", count)
        if count < 1:
            raise Unreadable("read.damaged", found="PDF: 0 pages")
        for index in range(count):
            limits.require_time()
            page = pdfium.FPDF_LoadPage(document, index)
            if not page:
                raise Unreadable("read.damaged", found=f"PDF: page {index + 1}")
            try:
                taken = take(pdfium, page, index + 1)
            finally:
                pdfium.FPDF_ClosePage(page)
            yield taken


@contextmanager
def _opened(pdfium: Any, data: bytes) -> Iterator[Any]:
    provide_fonts(pdfium)
    document = pdfium.FPDF_LoadMemDocument64(data, len(data), None)
    if not document:
        reason = pdfium.FPDF_GetLastError()
        if reason in {_NEEDS_PASSWORD, _UNKNOWN_PROTECTION}:
            raise Unreadable("read.encrypted", found="PDF")
        raise Unreadable("read.damaged", found=f"PDF: {reason}")
    try:
        yield document
    finally:
        pdfium.FPDF_CloseDocument(document)
