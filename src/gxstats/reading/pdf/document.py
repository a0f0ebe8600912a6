"""PDF: from bytes to pages of characters and ruling lines, with PDFium.

PDFium (through pypdfium2) opens a report in a tenth of the time that pdfplumber takes, and is
hardened against hostile files. What it takes is bounded by the process in which it runs
(:mod:`gxstats.reading.isolation`). Nothing is drawn: pictures are never decoded.
"""

from __future__ import annotations

import io
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any, Final, TypeVar

from ...errors import MissingExtra
from ...text import Bilingual
from ..grid import Document
from ..limits import Limits
from ..pages.grids import grids_of, hidden_texts, pictures_beside
from ..unreadable import Unreadable
from .annotations import annotations_of, form_of
from .calls import calls_of
from .layers import LayeredFile, has_layers, with_layers
from .page import Frame, OpenedPage, PrintedPage, frame_of, printed_page
from .streams import Disarmed, disarmed, is_encrypted
from .substitute import provide_fonts

__all__ = ["frames_of", "read_pdf"]

_PDFIUM: Final = threading.Lock()
"""PDFium must not run in two threads at once."""
_Taken = TypeVar("_Taken")
_Take = Callable[[OpenedPage], _Taken]
"""From an opened page to what is wanted of it."""
_NEEDS_PASSWORD: Final = 4
_UNKNOWN_PROTECTION: Final = 5


def read_pdf(data: bytes, limits: Limits) -> Document:
    """A PDF as grids, in reading order.

    Needs pypdfium2 (extra ``read``); raises :class:`~gxstats.MissingExtra` without it, and
    :class:`~gxstats.Unreadable` where its pages are blank, or pictures without text.
    """
    characters = 0

    def printed_within_limits(opened: OpenedPage) -> PrintedPage:
        nonlocal characters
        printed = printed_page(opened)
        characters += len(printed.page.characters)
        limits.require("glyphs", characters)
        return printed

    printed = list(_pages_of(data, limits, printed_within_limits))
    pages = [one.page for one in printed]
    pictures = sum(one.is_picture for one in printed)
    if not any(page.characters for page in pages) or pictures == len(pages):
        empty = sum(not page.characters for page in pages)
        found = f"{max(pictures, empty)} / {len(pages)}"
        is_blank = all(one.is_blank for one in printed)
        raise Unreadable("read.blank" if is_blank else "read.scanned", found=found)
    replaced = sum(one.replaced for one in printed)
    grids = grids_of(pages, limits)
    hidden = hidden_texts(pages, grids)
    beside = pictures_beside(pages, grids)
    return Document(
        "pdf", "", grids, None, replaced, pictures=pictures, hidden=hidden, beside=beside
    )


def frames_of(data: bytes, limits: Limits) -> tuple[Frame, ...]:
    """For each page of a PDF, from where the places of its cells are counted."""
    return tuple(_pages_of(data, limits, frame_of))


def _pages_of(data: bytes, limits: Limits, take: _Take[_Taken]) -> Iterator[_Taken]:
    try:
        import pypdfium2.raw as pdfium  # type: ignore[import-untyped,unused-ignore]
    except ImportError as error:
        purpose = Bilingual("读取 PDF", "Reading PDF")
        raise MissingExtra(purpose, "pypdfium2", "read") from error
    plain = disarmed(_unlocked(pdfium, data) if is_encrypted(data) else data, limits)
    file = _layered(plain, limits)
    with _PDFIUM, _opened(pdfium, file.data) as document, form_of(pdfium, document) as form:
        count = pdfium.FPDF_GetPageCount(document)
        limits.require("pages", count)
        if count < 1:
            raise Unreadable("read.damaged", found="PDF: 0 pages")
        for index in range(count):
            limits.require_time()
            page = _page(pdfium, document, index)
            try:
                annotations = annotations_of(pdfium, form, page, limits)
                if annotations.is_flat:
                    pdfium.FPDF_ClosePage(page)
                    page = _page(pdfium, document, index)
                opened = OpenedPage(
                    pdfium, calls_of(pdfium), page, index + 1, limits, annotations,
                    file, plain,
                )  # fmt: skip
                taken = take(opened)
            finally:
                pdfium.FPDF_ClosePage(page)
            yield taken


def _unlocked(pdfium: Any, data: bytes) -> bytes:
    """A copy that is not encrypted, of a file that opens without a password."""
    from pypdfium2 import PdfDocument, PdfiumError

    copy = io.BytesIO()
    with _PDFIUM:
        try:
            document = PdfDocument(data)
        except PdfiumError as error:
            code = getattr(error, "err_code", 0)
            raise _refused(code) from error
        document.save(copy, flags=pdfium.FPDF_REMOVE_SECURITY)
        document.close()
    return copy.getvalue()


def _refused(reason: int) -> Unreadable:
    if reason in {_NEEDS_PASSWORD, _UNKNOWN_PROTECTION}:
        return Unreadable("read.encrypted", found="PDF")
    return Unreadable("read.damaged", found=f"PDF: {reason}")


def _page(pdfium: Any, document: Any, index: int) -> Any:
    page = pdfium.FPDF_LoadPage(document, index)
    if not page:
        raise Unreadable("read.damaged", found=f"PDF: page {index + 1}")
    return page


def _layered(plain: Disarmed, limits: Limits) -> LayeredFile:
    parts = plain.data, *plain.packed
    if not any(map(has_layers, parts)):
        return LayeredFile(plain.data)
    with _PDFIUM:
        return with_layers(plain.data, parts, limits)


@contextmanager
def _opened(pdfium: Any, data: bytes) -> Iterator[Any]:
    provide_fonts(pdfium)
    document = pdfium.FPDF_LoadMemDocument64(data, len(data), None)
    if not document:
        raise _refused(pdfium.FPDF_GetLastError())
    try:
        yield document
    finally:
        pdfium.FPDF_CloseDocument(document)
