"""What kind of file a source is, and in which encoding: told by its content alone."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterable
from typing import Final

from .limits import Limits
from .unreadable import Unreadable

__all__ = ["READABLE", "decoded", "looks_like_html", "refuse_other_containers"]

READABLE: Final = "text, Markdown, HTML"

_MAGIC: Final = (
    (b"%PDF-", "PDF"),
    (b"PK\x03\x04", "ZIP (docx, xlsx, ofd)"),
    (b"PK\x05\x06", "ZIP"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "OLE (doc, xls, wps)"),
    (b"{\\rtf", "RTF"),
    (b"\x89PNG", "PNG"),
    (b"\xff\xd8\xff", "JPEG"),
    (b"GIF8", "GIF"),
    (b"BM", "BMP"),
    (b"II*\x00", "TIFF"),
    (b"MM\x00*", "TIFF"),
    (b"\x1f\x8b", "gzip"),
    (b"Rar!", "RAR"),
    (b"7z\xbc\xaf", "7z"),
    (b"\xfd7zXZ", "xz"),
)
_BYTE_ORDER_MARKS: Final = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_DECLARED: Final = re.compile(
    rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([A-Za-z0-9_.:-]{1,40})""", re.IGNORECASE
)
_DECLARATION_WITHIN: Final = 16_384
_TAG: Final = re.compile(
    r"<(?:!doctype\s+html|(?:html|head|body|table|tbody|tr|td|th|p|div|span|meta|h[1-6])[\s>/])",
    re.IGNORECASE,
)
_REPLACED_SHARE: Final = 0.001
"""Share of characters that may be undecodable, such as a smiley broken by the site's database."""


def refuse_other_containers(data: bytes) -> None:
    """Raise :class:`~gxstats.Unreadable` for a file of a kind that is not read, naming it."""
    start = data[:4096]
    if not data.strip(b" \t\r\n\x00\xef\xbb\xbf"):
        raise Unreadable("read.empty")
    for magic, name in _MAGIC:
        # two letters alone could also begin a text
        if start.startswith(magic) and (len(magic) > 2 or b"\x00" in start):
            raise Unreadable("read.container", found=name, expected=READABLE)
    if b"%PDF-" in start[:1024]:
        raise Unreadable("read.container", found="PDF", expected=READABLE)
    marked = any(start.startswith(mark) for mark, _ in _BYTE_ORDER_MARKS)
    if not marked and b"\x00" in start:
        raise Unreadable("read.container", found="binary", expected=READABLE)
    if re.match(rb"\s*(?:\{\s*[\"}]|\[\s*[\[{\"\]])", start.removeprefix(codecs.BOM_UTF8)):
        raise Unreadable("read.document")


def decoded(data: bytes, limits: Limits) -> tuple[str, str, int]:
    """The text, its encoding, and how many characters could not be decoded.

    A byte order mark decides; else UTF-8 where it fits whole, since Chinese text in another
    encoding is never valid UTF-8 by chance; else what the page declares; else GB18030. Where
    none fits whole, the one with the fewest faults, if these are very few.
    """
    for mark, encoding in _BYTE_ORDER_MARKS:
        if data.startswith(mark):
            return _bounded(*_best(data, [encoding]), limits)
    declared = _DECLARED.search(data[:_DECLARATION_WITHIN])
    names = ["utf-8"]
    if declared:
        names.append(_codec(declared.group(1).decode("ascii")))
    names.append("gb18030")
    return _bounded(*_best(data, dict.fromkeys(name for name in names if name)), limits)


def _codec(declared: str) -> str:
    try:
        name = codecs.lookup(declared).name
    except (LookupError, ValueError):
        return ""
    if name in {"gb2312", "gbk", "hz"}:  # pages that declare the subset use the whole
        return "gb18030"
    return name if name in {"utf-8", "gb18030", "big5", "big5hkscs", "cp950"} else ""


def _best(data: bytes, encodings: Iterable[str]) -> tuple[str, str, int]:
    found: tuple[str, str, int] | None = None
    for encoding in encodings:
        try:
            return data.decode(encoding), encoding, 0
        except UnicodeError:
            text = data.decode(encoding, errors="replace")
        faults = text.count("\ufffd")
        if found is None or faults < found[2]:
            found = text, encoding, faults
    if found is None or found[2] > max(3, len(found[0]) * _REPLACED_SHARE):
        raise Unreadable("read.encoding", found="?", expected="UTF-8, UTF-16, GB18030")
    return found


def _bounded(text: str, encoding: str, replaced: int, limits: Limits) -> tuple[str, str, int]:
    limits.require("characters", len(text))
    return text, encoding.removesuffix("-sig"), replaced


def looks_like_html(text: str) -> bool:
    """Whether a text is markup: an HTML tag that no plain report would print."""
    return _TAG.search(text) is not None
