"""From the bytes of a source to its grids: one reader for each kind of file."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from typing import Final, TypeVar

from .grid import Document
from .limits import Limits
from .sniffing import PACKED, Container, container_of, decoded, looks_like_html
from .unreadable import Unreadable

__all__ = ["document_of", "made_of"]

_Made = TypeVar("_Made")

_READERS: Final = {
    Container.DOCX: ("word.docx", "read_docx"),
    Container.XLSX: ("excel.xlsx", "read_xlsx"),
    Container.XLS: ("excel.xls", "read_xls"),
    Container.PDF: ("pdf.document", "read_pdf"),
}
"""Module and function that read a kind of file, imported when the first one comes."""


def document_of(data: bytes, limits: Limits, container: Container | None = None) -> Document:
    """The grids of a source, whatever kind of file it is, and ``container`` where that is known."""
    return made_of(data, limits, container, _itself)


def made_of(
    data: bytes,
    limits: Limits,
    container: Container | None,
    make: Callable[[Document, Limits], _Made],
) -> _Made:
    """What a function makes of the grids of a source, in the process in which these are read.

    It is one that can be imported; what it makes can be pickled.
    """
    container = container or container_of(data, limits)
    if container is Container.TEXT:
        return make(_of_characters(data, limits), limits)
    if container is Container.MHTML:
        from .messages import read_saved_page

        return make(read_saved_page(data, limits), limits)
    if container in PACKED:
        raise Unreadable("read.packed", found=container.value)
    if container not in _READERS:
        from .conversion import converted  # which has a process of its own

        return made_of(converted(data, container, limits), limits, None, make)
    if limits.isolated:
        from .isolation import isolated

        made: _Made = isolated(_made, data, container, make, limits=limits)
        return made
    return _made(data, container, make, limits)


def _itself(document: Document, _: Limits) -> Document:
    return document


def _made(
    data: bytes, container: Container, make: Callable[[Document, Limits], _Made], limits: Limits
) -> _Made:
    module, name = _READERS[container]
    read: Callable[[bytes, Limits], Document] = getattr(
        import_module(f".{module}", __package__), name
    )
    return make(read(data, limits), limits)


def _of_characters(data: bytes, limits: Limits) -> Document:
    content, encoding, replaced = decoded(data, limits)
    if looks_like_html(content):
        from .html import read_html

        return read_html(content, encoding, replaced, limits)
    from .delimited import delimiter_of, read_delimited

    delimiter = delimiter_of(content, limits)
    if delimiter is not None:
        return read_delimited(content, delimiter, encoding, replaced, limits)
    from .text import read_text

    return read_text(content, encoding, replaced, limits)
