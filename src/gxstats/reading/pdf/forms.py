"""How often a PDF draws its form XObjects: forms that draw forms multiply, and are bounded here."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

import attrs

from ..limits import Limits

__all__ = ["Forms"]

_REFERENCE: Final = re.compile(rb"(\d{1,9})\s+\d{1,9}\s+R\b")
_OBJECT: Final = re.compile(rb"(\d{1,9})\s+\d{1,9}\s+obj\b")
_DRAW: Final = re.compile(rb"\bDo\b")
_PACKED: Final = re.compile(rb"/Type\s*/ObjStm\b")
_FORM: Final = re.compile(rb"/Subtype\s*/Form\b")
_LONGEST: Final = 20_000
"""Bytes of an object that are searched for references."""
_WEIGHT: Final = 8
"""Nodes that one drawing of a form counts for."""


@attrs.define
class Forms:
    """The forms of a file: how much each draws, and what each refers to."""

    draws: dict[int, int] = attrs.field(factory=dict)
    refers: dict[int, frozenset[int]] = attrs.field(factory=dict)
    packed: dict[int, frozenset[int]] = attrs.field(factory=dict)
    """What objects within object streams refer to."""
    pages: int = 0
    """How much is drawn outside of forms."""

    def take(self, number: int, dictionary: bytes, content: bytes) -> None:
        """Take in a stream."""
        if _PACKED.search(dictionary):
            self._unpack(content)
            return
        count = len(_DRAW.findall(content)) if b"Do" in content else 0
        if _FORM.search(dictionary):
            self.draws[number] = max(self.draws.get(number, 0), count)
            refers = self.refers.get(number, frozenset()) | _references(dictionary)
            self.refers[number] = refers
        else:
            self.pages += count

    def _unpack(self, content: bytes) -> None:
        first = re.match(rb"[\d\s]*", content)
        heads = [int(part) for part in first.group().split()] if first else []
        start = first.end() if first else 0
        pairs = sorted(zip(heads[1::2], heads[::2], strict=False))
        for index, (offset, number) in enumerate(pairs):
            end = pairs[index + 1][0] if index + 1 < len(pairs) else offset + _LONGEST
            body = content[start + offset : start + min(end, offset + _LONGEST)]
            self.packed[number] = _references(body)

    def require_bounded(self, data: bytes, limits: Limits) -> None:
        """Raise if drawing all forms may take too long."""
        nested = [number for number, count in self.draws.items() if count]
        most = 1
        if nested:
            plain = self._plain(data)
            children = {number: self._forms_from(number, plain) for number in self.draws}
            cost = dict.fromkeys(self.draws, 1)
            for _ in range(64):  # far deeper than forms are nested; a cycle grows until it is over
                grown = {
                    number: 1
                    + self.draws[number] * max((cost[c] for c in children[number]), default=0)
                    for number in self.draws
                }
                if grown == cost:
                    break
                cost = grown
                limits.require("nodes", min(_WEIGHT * max(cost.values()), 10**9))
                limits.require_time()
            most = max(cost.values())
        limits.require("nodes", min(_WEIGHT * most * (self.pages if self.draws else 1), 10**9))

    def _plain(self, data: bytes) -> dict[int, frozenset[int]]:
        found = dict(self.packed)
        for match in _OBJECT.finditer(data):
            number = int(match[1])
            if number in self.draws:
                continue
            end = data.find(b"endobj", match.end(), match.end() + _LONGEST)
            body = data[match.end() : end if end >= 0 else match.end() + _LONGEST]
            body = body.partition(b"stream")[0]
            found[number] = found.get(number, frozenset()) | _references(body)
        return found

    def _forms_from(self, number: int, plain: dict[int, frozenset[int]]) -> frozenset[int]:
        """The forms that a form can draw: those it refers to, directly or through other objects.

        What is drawn from the page's resources, or from those of a form around it, is not told
        apart: a form without resources of its own may draw any.
        """
        todo, seen = list(self.refers[number]), set[int]()
        while todo:
            other = todo.pop()
            if other not in seen:
                seen.add(other)
                if other not in self.draws:
                    todo += plain.get(other, ())
        if not seen:
            return frozenset(self.draws) - {number}
        return frozenset(seen & self.draws.keys())


def _references(body: Iterable[int] | bytes) -> frozenset[int]:
    return frozenset(int(match[1]) for match in _REFERENCE.finditer(bytes(body)))
