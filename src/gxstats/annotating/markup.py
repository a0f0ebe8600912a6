"""XML that is added to without being written anew: what is not added stays byte for byte."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator
from typing import Final
from xml.parsers import expat
from xml.sax.saxutils import escape, quoteattr

import attrs

from ..reading import Limits
from .failures import Unannotatable

__all__ = ["Element", "Markup", "attributes", "text_of"]

_DECLARED: Final = re.compile(
    rb"""^\s*<\?xml[^>]{0,200}?encoding\s*=\s*["']([A-Za-z0-9._-]{1,40})"""
)
_MARKS: Final = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_UNMARKED: Final = ((b"<\x00", "utf-16-le"), (b"\x00<", "utf-16-be"))
_CODECS: Final = frozenset(
    ["utf-8", "ascii", "iso8859-1", "cp1252", "gb2312", "gbk", "gb18030", "big5"]
)
"""What a part may say that it is written in; others of Python's are no encodings of documents."""
_TAG: Final = re.compile(rb"""<[^\s/>]+(?>\s+[^\s=/>]+\s*=\s*(?>"[^"]*"|'[^']*'))*\s*(/?)>""")
_FORBIDDEN: Final = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def text_of(text: str) -> str:
    """A text as XML; what XML cannot hold is replaced."""
    return escape(_FORBIDDEN.sub("\ufffd", text))


def attributes(given: dict[str, str]) -> str:
    """Attributes as XML, with a space before each."""
    return "".join(f" {name}={quoteattr(value)}" for name, value in given.items())


@attrs.define(eq=False)
class Element:
    """An element, and where its tags stand."""

    number: int
    """In the order of the document, from 0."""
    name: str
    """As it is written, with its prefix."""
    given: dict[str, str]
    """Its attributes, as they are written."""
    parent: Element | None
    start: int
    inner: int
    """Where its start tag ends."""
    close: int = -1
    """Where its end tag begins."""
    end: int = -1
    is_closed_at_once: bool = False
    children: list[Element] = attrs.field(factory=list)

    @property
    def local(self) -> str:
        """Its name without the prefix."""
        return self.name.rpartition(":")[2]

    @property
    def prefix(self) -> str:
        """The prefix of its name with the colon; empty where it has none."""
        before, colon, _ = self.name.rpartition(":")
        return before + colon

    def attribute(self, local: str) -> str | None:
        """An attribute by its name without prefix."""
        for name, value in self.given.items():
            if name.rpartition(":")[2] == local:
                return value
        return None

    def around(self) -> Iterator[Element]:
        """The elements around it, innermost first."""
        element = self.parent
        while element is not None:
            yield element
            element = element.parent

    def within(self) -> Iterator[Element]:
        """It and all elements in it, in the order of the document."""
        waiting: list[Element] = [self]
        while waiting:
            element = waiting.pop()
            yield element
            waiting += reversed(element.children)


class Markup:
    """An XML part with what is to be added to it and taken from it.

    Raises :class:`Unannotatable` where it is no XML, or declares a document type, and
    :class:`~gxstats.Unreadable` where it has more elements than the limits allow.
    """

    def __init__(self, data: bytes, name: str, limits: Limits) -> None:
        self.name = name
        self._mark, self._codec, self._utf8 = _decoded(data, name)
        limits.require("nodes", self._utf8.count(b"<") // 2)
        limits.require("nodes", self._utf8.count(b"=") // 4)  # attributes
        self.elements: list[Element] = []
        self._edits: list[tuple[int, int, str]] = []
        self._first: dict[int, list[str]] = {}
        self._last: dict[int, list[str]] = {}
        self._parse()

    @property
    def root(self) -> Element:
        """The outermost element."""
        return self.elements[0]

    def _parse(self) -> None:
        parser = expat.ParserCreate("utf-8")
        parser.buffer_text = True
        open_: list[Element] = []

        def start(name: str, given: dict[str, str]) -> None:
            at = parser.CurrentByteIndex
            tag = _TAG.match(self._utf8, at)
            if tag is None:
                raise self._damaged(name)
            parent = open_[-1] if open_ else None
            element = Element(len(self.elements), name, given, parent, at, tag.end())
            element.is_closed_at_once = bool(tag[1])
            self.elements.append(element)
            if parent is not None:
                parent.children.append(element)
            open_.append(element)

        def end(_: str) -> None:
            element = open_.pop()
            if element.is_closed_at_once:
                element.close = element.end = element.inner
            else:
                element.close = parser.CurrentByteIndex
                element.end = self._utf8.index(b">", element.close) + 1

        def doctype(*_: object) -> None:
            raise self._damaged("DOCTYPE")

        parser.StartElementHandler = start
        parser.EndElementHandler = end
        parser.StartDoctypeDeclHandler = doctype
        try:
            parser.Parse(self._utf8, True)  # noqa: FBT003
        except expat.ExpatError as error:
            raise self._damaged(str(error)) from error

    def _damaged(self, what: str) -> Unannotatable:
        return Unannotatable("annotate.damaged", found=f"{self.name}: {what}")

    # --- changes -------------------------------------------------------------------------------

    def insert(self, at: int, markup: str) -> None:
        """Add markup at a place; of several at one place the first comes first."""
        self._edits.append((at, at, markup))

    def prepend(self, element: Element, markup: str) -> None:
        """Add markup as the first that an element holds."""
        self._first.setdefault(element.number, []).append(markup)

    def append(self, element: Element, markup: str) -> None:
        """Add markup as the last that an element holds."""
        self._last.setdefault(element.number, []).append(markup)

    def remove(self, element: Element) -> None:
        """Take out an element with all it holds."""
        self._edits.append((element.start, element.end, ""))

    def cut(self, start: int, end: int) -> None:
        """Take out what stands between two places."""
        self._edits.append((start, end, ""))

    def source(self, start: int, end: int) -> str:
        """What is written between two places."""
        return self._utf8[start:end].decode("utf-8")

    def written(self) -> bytes:
        """The part with its changes, in the encoding that it had."""
        edits = list(self._edits)
        for number in self._first.keys() | self._last.keys():
            element = self.elements[number]
            first = "".join(self._first.get(number, ()))
            last = "".join(self._last.get(number, ()))
            if element.is_closed_at_once:
                slash = self._utf8.rindex(b"/", element.start, element.inner)
                edits.append((slash, element.inner, f">{first}{last}</{element.name}>"))
                continue
            if first:
                edits.append((element.inner, element.inner, first))
            if last:
                edits.append((element.close, element.close, last))
        pieces: list[bytes] = []
        position = 0
        for start, end, markup in sorted(edits, key=lambda edit: edit[:2]):
            if start < position:
                continue  # within what was taken out
            pieces += [self._utf8[position:start], markup.encode("utf-8")]
            position = end
        text = b"".join([*pieces, self._utf8[position:]])
        return self._mark + text.decode("utf-8").encode(self._codec, "xmlcharrefreplace")


def _decoded(data: bytes, name: str) -> tuple[bytes, str, bytes]:
    """The byte order mark, the encoding, and the text as UTF-8; all of it must come back as it was."""
    mark, codec = b"", ""
    for bytes_, encoding in _MARKS:
        if data.startswith(bytes_):
            mark, codec = bytes_, encoding
    if not mark:
        declared = _DECLARED.search(data[:300])
        given = declared[1].decode("ascii") if declared else "utf-8"
        codec = next((found for start, found in _UNMARKED if data.startswith(start)), given)
    try:
        if not codec.startswith("utf-16-") and codecs.lookup(codec).name not in _CODECS:
            raise Unannotatable("annotate.damaged", found=f"{name}: {codec}")
        text = data[len(mark) :].decode(codec)
        if text.encode(codec) != data[len(mark) :]:
            raise Unannotatable("annotate.damaged", found=f"{name}: {codec}")
    except (UnicodeError, LookupError) as error:
        raise Unannotatable("annotate.damaged", found=f"{name}: {codec}") from error
    return mark, codec, text.encode("utf-8")
