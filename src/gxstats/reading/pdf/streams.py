"""What a PDF would inflate, bounded before any library sees the file.

PDFium inflates a stream up to a gigabyte. So every stream is inflated here first, piece by piece
and never beyond the limit. Pictures are not needed: their bytes are overwritten, in the same
length, so that a report may hold large photographs, and so that nothing that calls itself a
picture does harm wherever the file uses it.
"""

from __future__ import annotations

import binascii
import re
import struct
import zlib
from collections.abc import Callable, Iterable, Iterator
from typing import Final, TypeAlias

import attrs

from ..limits import Limits
from ..unreadable import Unreadable
from .forms import Forms

__all__ = ["Disarmed", "disarmed", "is_encrypted"]

_STREAM: Final = re.compile(rb"(?<!end)stream[^\r\n]*(?:\r\n|\n|\r)")
_END: Final = b"endstream"
_DICTIONARY: Final = 4096
"""Bytes before a stream in which its dictionary is looked for."""
_PICTURE: Final = re.compile(rb"/Subtype\s*/Image\b")
_FILTERS: Final = re.compile(rb"/F(?:ilter)?\s*(\[[^\]]{0,400}\]|/[A-Za-z0-9]+|\d+\s+\d+\s+R)")
_NAME: Final = re.compile(rb"/([A-Za-z0-9]+)")
_ESCAPE: Final = re.compile(rb"#([0-9A-Fa-f]{2})")
_INLINE: Final = re.compile(rb"\bID[ \r\n\t]")
"""In a page's content: where the bytes of a picture begin."""
_ENCRYPT: Final = re.compile(
    b"/" + b"".join(b"(?:%c|#%02x|#%02X)" % (c, c, c) for c in b"Encrypt") + rb"\b"
)
_NUMBER: Final = re.compile(rb"(\d{1,9})\s+\d{1,9}$")
_SAVE: Final = re.compile(rb"\bq\b")
"""The operator that saves the state: each takes memory until it is restored."""
_OPERATORS: Final = (b" re", b"\nre", b" f", b"\nf", b" S", b"\nS", b" B", b" n", b"Tj", b"TJ")
"""What draws an object, each with what stands before it in the content of a page."""
_POINTS: Final = (b" l", b" c ", b" c\n")
"""What adds a point to a path."""
_PACKED: Final = re.compile(rb"/ObjStm\b")
_PACKED_COUNT: Final = re.compile(rb"/N\s+(\d{1,9})")
_OBJECT: Final = 4
"""What an object packed into a stream weighs, in nodes."""
_LARGE: Final = 500_000
"""Bytes of a stream that must not be named too often."""
_BLOCK: Final = 65_536
_BASE85_ZERO: Final = 33 * (85**4 + 85**3 + 85**2 + 85 + 1)
_SLOW: Final = frozenset({b"LZWDecode", b"LZW", b"RunLengthDecode", b"RL"})
"""Filters that are undone byte by byte: what goes into them counts as well."""
_LZW_CLEAR, _LZW_END, _LZW_MOST = 256, 257, 4096

_MASK: Final = re.compile(rb"/(?:S?Mask|ImageMask|SMaskInData)\b")
"""What makes a picture transparent in part."""

_Pieces: TypeAlias = Iterator[bytes]


@attrs.frozen
class Disarmed:
    """A file without the bytes of its pictures."""

    data: bytes
    has_masks: bool
    """A picture of it may be transparent in part."""
    packed: tuple[bytes, ...]
    """What its streams of objects hold."""


def is_encrypted(data: bytes) -> bool:
    """Whether a file says that its streams are encrypted."""
    return _ENCRYPT.search(data) is not None


def disarmed(data: bytes, limits: Limits) -> Disarmed:
    """The file with its pictures blotted out, if all else inflates to no more than the limit."""
    whole = bytearray(data)
    view = memoryview(data)
    budget = _Budget(limits)
    forms = Forms()
    large: dict[int, int] = {}
    packed: list[bytes] = []
    objects = 0
    has_masks = False
    for number, start, end, dictionary in _streams(data):
        limits.require_time()
        if _PICTURE.search(dictionary):
            whole[start:end] = b"\x00" * (end - start)
            has_masks = has_masks or _MASK.search(dictionary) is not None
            continue
        names = _filters(dictionary, data)
        content = bytes(view[start:end])
        if names and names[0] in _DECODERS:
            content = b"".join(_decoded(view[start:], names, budget))
        else:  # whatever the dictionary says
            budget.drain(_inflated(_blocks(view[start:])))
        if _PACKED.search(dictionary):
            packed.append(content)
            objects += sum(int(count) for count in _PACKED_COUNT.findall(dictionary))
            limits.require("nodes", objects * _OBJECT)
        has_masks = has_masks or (b"BI" in content and b"/IM" in content)
        if len(content) > _LARGE:
            large[number] = len(content)
        forms.take(number, dictionary, content)
        _look_for_pictures(content, budget)
        if len(content) > limits.nodes:  # fewer bytes hold no more operators
            limits.require("nodes", 2 * sum(map(content.count, _OPERATORS)))
            limits.require("nodes", sum(map(content.count, _POINTS)))
        if content.count(b"q") > limits.nodes:
            limits.require("nodes", len(_SAVE.findall(content)))
    forms.require_bounded(data, limits)
    _require_named_seldom(large, [data, *packed], budget)
    return Disarmed(bytes(whole), has_masks, tuple(packed))


def _require_named_seldom(large: dict[int, int], texts: list[bytes], budget: _Budget) -> None:
    """A page may name one stream many times as its content, and each counts."""
    for number, size in large.items():
        name = re.compile(rb"(?<!\d)%d\s+\d+\s+R\b" % number)
        times = sum(len(name.findall(text)) for text in texts)
        budget.limits.require("inflated", budget.inflated + size * max(times - 1, 0))


def _decoded(view: memoryview, names: Iterable[bytes], budget: _Budget) -> _Pieces:
    pieces = _blocks(view)
    for name in names:
        if name in _SLOW:
            pieces = budget.counted(pieces)
        if name in _DECODERS:
            pieces = budget.counted(_DECODERS[name](pieces))
    return pieces


class _Budget:
    """Counts everything that comes out."""

    def __init__(self, limits: Limits) -> None:
        self.limits = limits
        self.inflated = 0

    def counted(self, pieces: _Pieces) -> _Pieces:
        """The same pieces, each counted as it comes."""
        for piece in pieces:
            self.inflated += len(piece)
            self.limits.require("inflated", self.inflated)
            self.limits.require_time()
            yield piece

    def drain(self, pieces: _Pieces) -> None:
        """Count pieces, and let them go."""
        for _ in self.counted(pieces):
            pass


def _look_for_pictures(content: bytes, budget: _Budget) -> None:
    """Inflate what the content of a page holds as pictures of its own."""
    if b"BI" not in content:
        return
    view = memoryview(content)
    for found in _INLINE.finditer(content):
        budget.drain(_inflated(_blocks(view[found.end() :])))


def _streams(data: bytes) -> Iterator[tuple[int, int, int, bytes]]:
    """Each stream: its object's number, where it begins and ends, and what stands before it.

    What stands before it has its dictionary at its end.
    """
    before = 0
    for found in _STREAM.finditer(data):
        start = found.end()
        end = data.find(_END, start)
        first = max(before, found.start() - _DICTIONARY)
        opened = data.rfind(b" obj", first, found.start())
        numbers = _NUMBER.search(data[max(opened - 24, 0) : max(opened, 0)])
        dictionary = _ESCAPE.sub(_unescaped, data[max(opened, first) : found.start()])
        number = int(numbers[1]) if numbers else -1
        yield number, start, len(data) if end < 0 else end, dictionary
        before = start


def _unescaped(escape: re.Match[bytes]) -> bytes:
    return bytes([int(escape[1], 16)])


def _filters(dictionary: bytes, data: bytes) -> list[bytes]:
    """The filters of a stream, in the order in which they are undone."""
    names: list[bytes] = []
    for found in _FILTERS.finditer(dictionary):
        value = found[1]
        if value.endswith(b"R"):
            number, generation, _ = value.split()
            pattern = rb"\b%s\s+%s\s+obj\s*(\[[^\]]{0,400}\]|/[A-Za-z0-9#]+)" % (
                number,
                generation,
            )
            values = {match[1] for match in re.finditer(pattern, data)}
            if len(values) != 1:  # not to be found, or not to be told
                raise Unreadable("read.damaged", found="PDF: /Filter")
            value = _ESCAPE.sub(_unescaped, values.pop())
        names += _NAME.findall(value)
    return names


# --- what undoes each filter, piece by piece --------------------------------------------------


def _blocks(view: memoryview) -> _Pieces:
    for start in range(0, len(view), _BLOCK):
        yield bytes(view[start : start + _BLOCK])


def _inflated(pieces: Iterable[bytes]) -> _Pieces:
    machine = zlib.decompressobj()
    for piece in pieces:
        rest = piece
        while rest and not machine.eof:
            try:
                out = machine.decompress(rest, _BLOCK)
            except zlib.error:
                return
            rest = machine.unconsumed_tail
            if out:
                yield out
        if machine.eof:
            return


def _unhexed(pieces: Iterable[bytes]) -> _Pieces:
    kept = b""
    for piece in pieces:
        digits, ends, _ = piece.partition(b">")
        digits = kept + re.sub(rb"[^0-9A-Fa-f]", b"", digits)
        even = len(digits) // 2 * 2
        yield binascii.unhexlify(digits[:even])
        kept = digits[even:]
        if ends:
            return


def _unbased(pieces: Iterable[bytes]) -> _Pieces:
    kept = b""
    for piece in pieces:
        digits, ends, _ = piece.partition(b"~")
        digits = kept + re.sub(rb"[^!-uz]", b"", digits).replace(b"z", b"!!!!!")
        whole = len(digits) // 5 * 5
        columns = (digits[place:whole:5] for place in range(5))
        values = [
            ((((a * 85 + b) * 85 + c) * 85 + d) * 85 + e - _BASE85_ZERO) & 0xFFFFFFFF
            for a, b, c, d, e in zip(*columns, strict=True)
        ]
        yield struct.pack(f">{len(values)}I", *values)
        kept = digits[whole:]
        if ends:
            return


def _unrun(pieces: Iterable[bytes]) -> _Pieces:
    data = bytearray()
    for piece in pieces:
        data += piece
        position = 0
        out = bytearray()
        while position < len(data):
            length = data[position]
            if length == 128:
                yield bytes(out)
                return
            size = length + 2 if length < 128 else 2
            if position + size > len(data):
                break
            if length < 128:
                out += data[position + 1 : position + size]
            else:
                out += data[position + 1 : position + 2] * (257 - length)
            position += size
            if len(out) >= _BLOCK:
                yield bytes(out)
                out.clear()
        yield bytes(out)
        del data[:position]


def _unlzw(pieces: Iterable[bytes]) -> _Pieces:
    plain = [bytes([i]) for i in range(256)] + [b"", b""]
    table = list(plain)
    width, bits, held = 9, 0, 0
    last = b""
    out = bytearray()
    for piece in pieces:
        for byte in piece:
            held = (held << 8) | byte
            bits += 8
            if bits < width:
                continue
            bits -= width
            code = held >> bits
            held &= (1 << bits) - 1
            if code == _LZW_END:
                yield bytes(out)
                return
            if code == _LZW_CLEAR:
                table, width, last = list(plain), 9, b""
                continue
            if code < len(table):
                entry = table[code]
            elif last:
                entry = last + last[:1]
            else:
                yield bytes(out)
                return
            out += entry
            if last and len(table) < _LZW_MOST:
                table.append(last + entry[:1])
            last = entry
            width = min(max((len(table) + 1).bit_length(), 9), 12)
            if len(out) >= _BLOCK:
                yield bytes(out)
                out.clear()
    yield bytes(out)


_DECODERS: Final[dict[bytes, Callable[[Iterable[bytes]], _Pieces]]] = {
    b"FlateDecode": _inflated,
    b"Fl": _inflated,
    b"ASCIIHexDecode": _unhexed,
    b"AHx": _unhexed,
    b"ASCII85Decode": _unbased,
    b"A85": _unbased,
    b"RunLengthDecode": _unrun,
    b"RL": _unrun,
    b"LZWDecode": _unlzw,
    b"LZW": _unlzw,
}
