"""MIME messages: letters with attachments, and pages saved with all that they show (MHTML)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from email.parser import BytesFeedParser
from email.policy import EmailPolicy
from typing import Any, Final
from urllib.parse import urljoin

import attrs

from .grid import Document, Grid, HiddenText
from .limits import Limits
from .sniffing import decoded
from .unreadable import Unreadable

__all__ = ["Part", "parts_of", "read_saved_page"]

_BLOCK: Final = 16_384
"""Bytes that are parsed between two looks at the clock."""
_HEADER: Final = 4_000
"""Characters of a header that is looked into."""
_PAGES: Final = frozenset({"text/html", "application/xhtml+xml"})
_NESTED: Final = re.compile(rb"boundary\*?\d?\*?\s*=", re.IGNORECASE)
_FRAMES: Final = re.compile(r"<frameset[\s>]", re.IGNORECASE)
"""A page that consists of nothing but others."""


@attrs.frozen
class Part:
    """A part of a message that holds no other parts."""

    name: str
    """Of the file that is attached; empty where the part is none."""
    kind: str
    charset: str
    number: str
    """``Content-ID``, by which the message names its first page."""
    location: str
    """Where it was taken from."""
    data: bytes = attrs.field(repr=False)


def parts_of(data: bytes, limits: Limits) -> tuple[Part, ...]:
    """The parts of a message in order, also those of messages in it.

    Of parts that hold the same in several ways, the page is taken.
    """
    return _guarded(data, limits)[1]


def _guarded(data: bytes, limits: Limits) -> tuple[str, tuple[Part, ...]]:
    """The ``Content-ID`` of the page that a message begins with, and its parts."""
    try:
        message = _parsed(data, limits)
        found = []
        for part in _parts(message):
            found.append(part)
            limits.require("members", len(found))
            limits.require_time()
        return str(message.get_param("start", "") or ""), tuple(found)
    except Unreadable:
        raise
    except RecursionError as error:
        most = str(limits.depth)
        raise Unreadable("read.limit.depth", found=most, expected=most) from error
    except Exception as error:  # the library meets what it does not expect in many ways
        raise Unreadable("read.damaged", found=f"MIME: {type(error).__name__}") from error


class _Policy(EmailPolicy):
    """Bounds what the library looks into: it takes its time for long headers."""

    limits: Any = None

    def header_source_parse(self, sourcelines: list[str]) -> tuple[str, str]:
        """The name and the value of a header."""
        self.limits.require_time()
        name, value = super().header_source_parse(sourcelines)
        if (
            not value.isascii()
        ):  # bytes as they are, which no standard allows and many programs send
            value = _decoded(value.encode("ascii", "surrogateescape"))
        if name.lower().startswith("content-") and len(value) > _HEADER:
            raise Unreadable("read.damaged", found=f"MIME: {name[:40]}: {len(value)}")
        return name, value


def _decoded(header: bytes) -> str:
    try:
        return header.decode()
    except UnicodeDecodeError:
        return header.decode("gb18030", "replace")


def _parsed(data: bytes, limits: Limits) -> Any:
    limits.require("nodes", max(data.count(b"\n"), data.count(b"\r")))
    limits.require("depth", len(_NESTED.findall(data)))  # of which no message has more than some
    parser = BytesFeedParser(policy=_Policy(limits=limits))  # type: ignore[call-overload]
    for start in range(0, len(data), _BLOCK):
        parser.feed(data[start : start + _BLOCK])
        limits.require_time()
    return parser.close()


def _parts(message: Any) -> Iterator[Part]:
    if message.is_multipart():
        parts = message.get_payload()
        if message.get_content_subtype() == "alternative":
            parts = [max(parts, key=_preference)]
        for part in parts:
            yield from _parts(part)
        return
    data = message.get_payload(decode=True)
    yield Part(
        message.get_filename() or "",
        message.get_content_type(),
        message.get_content_charset() or "",
        str(message["Content-ID"] or "").strip(),
        str(message["Content-Location"] or "").strip(),
        data if isinstance(data, bytes) else b"",
    )


def _preference(message: Any) -> int:
    """Of alternatives, pages come before texts, and both before all else."""
    kind = message.get_content_type()
    if kind in _PAGES or message.is_multipart():
        return 2
    return int(kind == "text/plain")


def read_saved_page(data: bytes, limits: Limits) -> Document:
    """The page of an MHTML file with the frames that it shows in itself.

    Of one that consists of frames, such as a workbook, all are read.
    """
    from .html import read_html

    start, parts = _guarded(data, limits)
    pages = [part for part in parts if part.kind in _PAGES]
    pages.sort(key=lambda part: part.number != start)  # the others stay in their order
    documents = []
    shown: list[str] | None = None
    for page in pages:
        names = f"cid:{page.number.strip('<>')}", page.location
        if shown is not None and not any(name and name in shown for name in names):
            continue
        text, encoding, replaced = decoded(page.data, limits, page.charset)
        documents.append(read_html(text, encoding, replaced, limits))
        if not documents[1:] and _FRAMES.search(text) is None:
            shown = []
        if shown is not None:
            shown += (urljoin(page.location, name) for name in documents[-1].beside.frames)
    if not documents:
        raise Unreadable("read.damaged", found="MHTML: text/html")
    return _joined(documents, limits)


def _joined(documents: list[Document], limits: Limits) -> Document:
    """Pages as one document."""
    first = documents[0]
    grids: list[Grid] = []
    hidden: list[HiddenText] = []
    group = 0
    for document in documents:
        hidden += [
            attrs.evolve(one, grid=None if one.grid is None else one.grid + len(grids))
            for one in document.hidden
        ]
        groups = [grid.group for grid in document.grids]
        grids += [attrs.evolve(grid, group=grid.group + group) for grid in document.grids]
        group += max(groups, default=0) + 1
        limits.require("area", sum(len(grid.rows) for grid in grids))
    return attrs.evolve(first, container="mhtml", grids=tuple(grids), hidden=tuple(hidden))
