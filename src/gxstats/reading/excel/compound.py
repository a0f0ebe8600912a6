"""Compound files, which hold streams in chains of sectors, as older Excel files are."""

from __future__ import annotations

import struct
from collections.abc import Callable, Sequence
from typing import Final

import attrs

from ..limits import Limits
from ..unreadable import Unreadable

__all__ = ["CompoundFile", "damaged"]

_NO_SECTOR: Final = 0xFFFFFFFD
"""This number and those above name no sector: they end a chain, or mark what has no chain."""
_NAMED_IN_HEAD: Final = 109
"""Sectors of the table of sectors that the head of the file names."""
_SMALL: Final = 64
"""Bytes of a sector of a short stream."""
_ENTRY: Final = 128
"""Bytes of an entry of the directory."""
_IS_STREAM: Final = 2


def damaged(what: str) -> Unreadable:
    """What to raise where an older Excel file is not as it must be."""
    return Unreadable("read.damaged", found=f"XLS: {what}")


@attrs.frozen
class _Entry:
    """What the directory tells of a stream or a storage."""

    name: str
    kind: int
    left: int
    right: int
    child: int
    first: int
    """The sector that its chain begins with."""
    size: int

    @classmethod
    def within(cls, directory: bytes, number: int) -> _Entry:
        """An entry of the directory."""
        start = number * _ENTRY
        length, kind = struct.unpack_from("<HB", directory, start + 64)
        name = directory[start : start + max(0, min(length, 64) - 2)]
        left, right, child = struct.unpack_from("<III", directory, start + 68)
        first, size = struct.unpack_from("<II", directory, start + 116)
        return cls(name.decode("utf-16-le", "replace"), kind, left, right, child, first, size)


class CompoundFile:
    """A compound file. No sector is ever taken twice in a chain."""

    def __init__(self, data: bytes, limits: Limits) -> None:
        self._data = data
        shift, small_shift = struct.unpack_from("<HH", data, 30)
        if shift not in {9, 12} or small_shift != 6 or data[28:30] != b"\xfe\xff":
            raise damaged("sectors")
        self._size = 1 << shift
        self._count = max(0, -(-(len(data) - self._size) // self._size))
        first_directory, _, self._least, first_small, small_count, further = struct.unpack_from(
            "<IIIIII", data, 48
        )
        self._next = self._table(further)
        self._directory = self._long_chain(first_directory)
        limits.require("members", len(self._directory) // _ENTRY)
        self._next_small: Sequence[int] = ()
        if small_count:
            table = self._long_chain(first_small)
            self._next_small = struct.unpack(f"<{len(table) // 4}I", table)

    def stream(self, names: Sequence[str]) -> bytes | None:
        """The first of some streams that the outermost storage holds."""
        root = _Entry.within(self._directory, 0)
        streams = self._streams_below(root)
        entry = next(filter(None, (streams.get(name.lower()) for name in names)), None)
        if entry is None:
            return None
        if entry.size >= self._least:
            return self._long_chain(entry.first)[: entry.size]
        held = self._long_chain(root.first)[: root.size]

        def small_sector(number: int) -> bytes:
            return held[number * _SMALL : (number + 1) * _SMALL]

        return _chain(entry.first, self._next_small, small_sector)[: entry.size]

    def _streams_below(self, root: _Entry) -> dict[str, _Entry]:
        """The streams that a storage holds, by their names in small letters."""
        found: dict[str, _Entry] = {}
        waiting = [root.child]
        seen: set[int] = set()
        while waiting:
            number = waiting.pop()
            if number in seen or number >= len(self._directory) // _ENTRY:
                continue
            seen.add(number)
            entry = _Entry.within(self._directory, number)
            waiting += [entry.left, entry.right]
            if entry.kind == _IS_STREAM:
                found.setdefault(entry.name.lower(), entry)
        return found

    def _sector(self, number: int) -> bytes:
        if number >= self._count:
            raise damaged(f"sector {number}")
        start = (number + 1) * self._size
        return self._data[start : start + self._size]

    def _table(self, further: int) -> Sequence[int]:
        """For each sector, the one that follows it in its chain."""
        per_sector = self._size // 4
        named = list(struct.unpack_from(f"<{_NAMED_IN_HEAD}I", self._data, 76))
        most = self._count // per_sector + 1
        while further < _NO_SECTOR and len(named) < _NAMED_IN_HEAD + most:
            *more, further = struct.unpack(f"<{per_sector}I", self._sector(further))
            named += more
        used = [number for number in named if number < _NO_SECTOR][:most]
        table = b"".join(map(self._sector, used))
        return struct.unpack(f"<{len(table) // 4}I", table[: len(table) // 4 * 4])

    def _long_chain(self, first: int) -> bytes:
        return _chain(first, self._next, self._sector)


def _chain(first: int, following: Sequence[int], sector: Callable[[int], bytes]) -> bytes:
    """Sectors joined, from the first on, each followed by the one that a table names."""
    pieces: list[bytes] = []
    number = first
    while number < _NO_SECTOR:
        if len(pieces) >= len(following) or number >= len(following):
            raise damaged(f"chain of sector {first}")
        pieces.append(sector(number))
        number = following[number]
    return b"".join(pieces)
