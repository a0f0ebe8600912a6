"""What is to be known of a PDF and PDFium does not tell, found in its streams.

Pictures are not needed: their bytes are overwritten, in the same length, so that nothing that
calls itself a picture does harm wherever the file uses it. What PDFium makes of all else is
bounded by the process in which it is read (:mod:`gxstats.reading.isolation`).
"""

from __future__ import annotations

import enum
import re
import zlib
from collections.abc import Iterator
from functools import cached_property
from typing import Final

import attrs

from ..limits import Limits

__all__ = ["Blending", "Disarmed", "disarmed", "is_encrypted"]

_STREAM: Final = re.compile(rb"stream[^\r\n]*(?:\r\n|\n|\r)")
_BEGIN: Final = b"stream"
_END: Final = b"endstream"
_DICTIONARY: Final = 4096
"""Bytes before a stream in which its dictionary is looked for."""
_PICTURE: Final = re.compile(rb"/Subtype\s*/Image\b")
_FILTER: Final = re.compile(rb"/F(?:ilter)?\b")
_ESCAPE: Final = re.compile(rb"#([0-9A-Fa-f]{2})")
_ENCRYPT: Final = re.compile(
    b"/" + b"".join(b"(?:%c|#%02x|#%02X)" % (c, c, c) for c in b"Encrypt") + rb"\b"
)
_PACKED: Final = re.compile(rb"/ObjStm\b")
_MASK: Final = re.compile(rb"/(?:S?Mask|ImageMask|SMaskInData)\b")
"""What makes a picture transparent in part."""
_BLENDS: Final = re.compile(
    rb"/(?:B|#42)(?:M|#4[dD])\s*(?!\s|/Normal\b|/Compatible\b|/Multiply\b|/Darken\b)"
    rb"|/S\s*/(?:Alpha|Luminosity)\b"
)
"""Modes of blending under which dark text may vanish, and soft masks."""
_DARKENS: Final = re.compile(rb"/BM\s*/(?:Multiply|Darken)\b")
_PATTERN: Final = re.compile(rb"/[^\s/<>()\[\]]+\s+(?:scn|SCN)\b")
"""A pattern that is chosen as the colour."""
_TINTED: Final = re.compile(rb"((?:[-+]?[.\d]+\s+){1,4})/[^\s/<>()\[\]]+\s+(?:scn|SCN)\b")
"""A pattern without colours of its own, and the colour that it is drawn in."""
_OWN_COLORS: Final = re.compile(rb"\s*[-+.\d]+\s+[-+.\d]+\s+d0\b")
"""The beginning of a glyph that has colours of its own."""


class Blending(enum.Enum):
    """Whether what a file draws may mix with what lies below in an unusual way."""

    NONE = "none"
    DARKENS = "darkens"
    """Dark text stays dark."""
    ANY = "any"


@attrs.frozen
class Disarmed:
    """A file without the bytes of its pictures."""

    data: bytes
    packed: tuple[bytes, ...]
    """What its streams of objects hold."""
    contents: tuple[bytes, ...]
    """What its streams hold, but for pictures."""
    blending: Blending
    has_colored_glyphs: bool
    """Glyphs of it may have colours of their own."""
    is_masked: bool

    @cached_property
    def has_masks(self) -> bool:
        """A picture of it may be transparent in part."""
        return self.is_masked or any(b"/IM" in part and b"BI" in part for part in self.contents)

    @cached_property
    def has_patterns(self) -> bool:
        """A colour of it may be a pattern."""
        return any(map(_PATTERN.search, self.contents))

    @cached_property
    def tints(self) -> frozenset[tuple[float, ...]]:
        """The colours that patterns without their own are drawn in, as far as they are not mixed."""
        parts = self.contents if self.has_patterns else ()
        found = {one[1] for part in parts for one in _TINTED.finditer(part)}
        return frozenset(tuple(map(_number, tint.split())) for tint in found)


def _number(digits: bytes) -> float:
    try:
        return float(digits)
    except ValueError:
        return 0.0


def is_encrypted(data: bytes) -> bool:
    """Whether a file says that its streams are encrypted."""
    return _ENCRYPT.search(data) is not None


def disarmed(data: bytes, limits: Limits) -> Disarmed:
    """The file with its pictures blotted out; a bomb that can be told at once is told."""
    whole = bytearray(data)
    packed: list[bytes] = []
    contents: list[bytes] = []
    is_masked = False
    inflated = 0
    for start, end, dictionary in _streams(data):
        limits.require_time()
        if _PICTURE.search(dictionary):
            whole[start:end] = b"\x00" * (end - start)
            is_masked = is_masked or _MASK.search(dictionary) is not None
            continue
        content = data[start:end]
        if _FILTER.search(dictionary):
            made = _inflated(data, start, end, limits.inflated - inflated + 1)
            is_masked = is_masked or made is None  # it cannot be told
            content = content if made is None else made
            inflated += len(content)
            limits.require("inflated", inflated)
        if _PACKED.search(dictionary):
            packed.append(content)
        contents.append(content)
    plain = bytes(whole)
    blending = max(map(_blending, (plain, *packed)), key=list(Blending).index)
    colored = any(map(_OWN_COLORS.match, contents))
    return Disarmed(plain, tuple(packed), tuple(contents), blending, colored, is_masked)


def _blending(part: bytes) -> Blending:
    if _BLENDS.search(part):
        return Blending.ANY
    return Blending.DARKENS if _DARKENS.search(part) else Blending.NONE


def _streams(data: bytes) -> Iterator[tuple[int, int, bytes]]:
    """Where each stream begins and ends, and what stands before it, its dictionary at the end."""
    before = end = 0
    for found in _starts(data):
        start = found.end()
        if start > end:
            end = data.find(_END, start)
            if end < 0:
                end = len(data)
        first = max(before, found.start() - _DICTIONARY)
        opened = data.rfind(b" obj", first, found.start())
        dictionary = data[max(opened, first) : found.start()]
        if b"#" in dictionary:
            dictionary = _ESCAPE.sub(_unescaped, dictionary)
        yield start, end, dictionary
        before = start


def _starts(data: bytes) -> Iterator[re.Match[bytes]]:
    """The word that begins a stream, with the rest of its line."""
    at = data.find(_BEGIN)  # many times as fast as an expression that looks behind
    while at >= 0:
        found = None if data.endswith(b"end", 0, at) else _STREAM.match(data, at)
        if found:
            yield found
        at = data.find(_BEGIN, found.end() if found else at + len(_BEGIN))


def _unescaped(escape: re.Match[bytes]) -> bytes:
    return bytes([int(escape[1], 16)])


def _inflated(data: bytes, start: int, end: int, most: int) -> bytes | None:
    """What comes out of a stream; None where it is not inflated, or not at once."""
    content = None
    for last in (end, len(data)):  # what is deflated may hold what looks like its end
        machine = zlib.decompressobj()
        try:
            content = machine.decompress(memoryview(data)[start:last], most)
        except zlib.error:
            return None
        if machine.eof or len(content) >= most:
            break
    return content
