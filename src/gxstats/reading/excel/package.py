"""The parts of an Excel file since 2007, and the XML that they hold, read as a stream."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Mapping
from typing import Final, TypeAlias
from xml.parsers import expat

from ..archive import Archive
from ..limits import Limits
from ..unreadable import Unreadable

__all__ = [
    "TRUE",
    "Attributes",
    "Collector",
    "Handler",
    "Package",
    "decimal_number",
    "whole_number",
]

Attributes: TypeAlias = Mapping[str, str]

TRUE: Final = frozenset({"1", "true", "on"})
"""How an attribute says yes."""
_BLOCK: Final = 65_536
_MOST_DIGITS: Final = 9


def whole_number(text: str | None) -> int:
    """A whole number of an attribute; 0 for what is none."""
    if text is None or len(text) > _MOST_DIGITS or not (text.isascii() and text.isdigit()):
        return 0
    return int(text)


def decimal_number(text: str | None, default: float) -> float:
    """A number of an attribute that is not negative; ``default`` for what is none."""
    try:
        number = default if text is None else float(text)
    except ValueError:
        return default
    return number if 0 <= number < 1e9 else default


class Handler:
    """Takes in the elements of a part. ``path`` holds the names of those around, outermost first."""

    path: list[str]

    def start(self, name: str, attributes: Attributes) -> None:
        """Take in that an element begins; its own name is the last of the path."""

    def end(self, name: str) -> None:
        """Take in that an element ends; its own name is still the last of the path."""

    def text(self, text: str) -> None:
        """Take in text of the element that is open."""

    @property
    def parent(self) -> str:
        """The name of the element around the last of the path."""
        return self.path[-2] if len(self.path) > 1 else ""


class Collector(Handler):
    """Collects the attributes of elements, by name."""

    def __init__(self, found: Mapping[str, list[Attributes]]) -> None:
        self.found = found

    def start(self, name: str, attributes: Attributes) -> None:
        """Collect one."""
        if name in self.found:
            self.found[name].append(attributes)


class Package:
    """The parts of a workbook, by name."""

    def __init__(self, data: bytes, limits: Limits) -> None:
        self.archive = Archive.open(data, limits)
        self.limits = limits
        names = sorted(self.archive.names)
        self._names = {name.replace("\\", "/").lower(): name for name in names}

    def find(self, part: str) -> str | None:
        """The archive's name of a part; names of parts differ in case alone at times."""
        return self._names.get(part.lstrip("/").lower())

    def read(self, part: str) -> bytes:
        """What a part holds."""
        name = self.find(part)
        if name is None:
            raise Unreadable("read.damaged", found=f"ZIP: {part}")
        return self.archive.read(name)

    def parse(self, part: str, handler: Handler) -> None:
        """Send what an XML part holds to a handler, as it comes."""
        _stream(self.read(part), part, handler, self.limits)

    def relations(self, part: str) -> list[Attributes]:
        """What a part points to within the file."""
        folder, name = posixpath.split(part)
        own = posixpath.join(folder, "_rels", f"{name}.rels")
        found: list[Attributes] = []
        if self.find(own):
            self.parse(own, Collector({"Relationship": found}))
        return [
            {**relation, "Target": posixpath.normpath(posixpath.join("/", folder, target))}
            for relation in found
            if relation.get("TargetMode", "Internal") == "Internal"
            and (target := relation.get("Target", "").replace("\\", "/"))
        ]


def _stream(data: bytes, name: str, handler: Handler, limits: Limits) -> None:
    """Send the elements of XML to a handler.

    No tree is built, so that memory is bounded by the longest element. A document type is
    refused, and with it all entities.
    """
    limits.require("nodes", data.count(b"<") // 2)
    if re.search(rb"<[^<]{%d}" % limits.characters, data):
        raise Unreadable(
            "read.limit.characters", found=str(limits.characters), expected=str(limits.characters)
        )
    parser = expat.ParserCreate()
    parser.buffer_text = True
    path = handler.path = []
    deepest = limits.depth
    local_names: dict[str, str] = {}
    begin, finish = handler.start, handler.end

    def start(tag: str, attributes: dict[str, str]) -> None:
        local = local_names.get(tag) or local_names.setdefault(tag, tag.rpartition(":")[2])
        path.append(local)
        if len(path) > deepest:
            limits.require("depth", len(path))
        begin(local, attributes)

    def end(_: str) -> None:
        finish(path[-1])
        path.pop()

    def doctype(*_: object) -> None:
        raise Unreadable("read.damaged", found=f"{name}: DOCTYPE")

    parser.StartElementHandler = start
    parser.EndElementHandler = end
    parser.CharacterDataHandler = handler.text
    parser.StartDoctypeDeclHandler = doctype
    view = memoryview(data)
    try:
        for position in range(0, len(data), _BLOCK):
            parser.Parse(bytes(view[position : position + _BLOCK]), False)  # noqa: FBT003
            limits.require_time()
        parser.Parse(b"", True)  # noqa: FBT003
    except Unreadable:
        raise
    except (expat.ExpatError, LookupError, ValueError) as error:
        raise Unreadable("read.damaged", found=f"{name}: {error}") from error
