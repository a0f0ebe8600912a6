"""The text of a page as tags and what stands between them, and where each stands in its bytes."""

from __future__ import annotations

import codecs
import html
import re
from collections.abc import Iterator
from typing import Final

import attrs

from .failures import Unannotatable

__all__ = ["Piece", "Positions", "end_of_page", "pieces_from", "shown"]

_TOKEN: Final = re.compile(
    r"""<!--.*?(?:-->|\Z)|<[!?][^>]*>|</?[a-zA-Z](?>[^>=]+|=\s*(?>"[^"]*"|'[^']*')?)*>|[^<]+|<""",
    re.DOTALL,
)
_NAME: Final = re.compile(r"</?([a-zA-Z][^\s/>]*)")
_RAW: Final = frozenset(
    ["script", "style", "textarea", "title", "xmp", "iframe", "noembed", "noframes"]
)
"""Elements in which nothing is a tag but their own end."""
_UNSEEN: Final = frozenset({"select", "template", "noscript", "head"})
_WIDE: Final = {"utf-16": 2, "utf-32": 4}


@attrs.frozen
class Piece:
    """A tag, or text between two of them."""

    start: int
    end: int
    name: str
    """Of a tag, in lower case; empty for text."""
    is_end: bool = False


def pieces_from(text: str, start: int = 0) -> Iterator[Piece]:
    """The tags and texts of a page from a place on, without comments and what is not shown."""
    position = start
    unseen = ""
    while position < len(text):
        token = _TOKEN.match(text, position)
        if token is None:  # pragma: no cover - every character begins a token
            return
        position = token.end()
        word = token[0]
        if word[0] != "<" or word == "<":
            if not unseen:
                yield Piece(token.start(), position, "")
            continue
        named = _NAME.match(word)
        if named is None:
            continue
        name, is_end = named[1].lower(), word[1] == "/"
        if unseen:
            unseen = "" if is_end and name == unseen else unseen
            continue
        if not is_end and name in _UNSEEN:
            unseen = name
            continue
        yield Piece(token.start(), position, name, is_end)
        if name in _RAW and not is_end:
            end = re.compile(rf"</{re.escape(name)}(?=[\s/>])", re.IGNORECASE)
            found = end.search(text, position)
            position = len(text) if found is None else found.start()


def shown(text: str) -> str:
    """What a piece of text shows, in one line."""
    return " ".join(html.unescape(text).replace("\x00", "").split())


def end_of_page(text: str) -> int:
    """Where the body of a page ends: what is put there comes after all that is shown."""
    ends = {piece.name: piece.start for piece in pieces_from(text) if piece.is_end}
    return ends.get("body", ends.get("html", len(text)))


class Positions:
    """Where in the bytes of a page its tags stand, whatever the encoding.

    In all encodings of Chinese pages that are no Unicode of fixed width, the bytes of ``<`` and
    ``>`` stand for nothing else. So tags are counted, and nothing is encoded anew.
    """

    def __init__(self, data: bytes, text: str, encoding: str) -> None:
        self._text = text
        self._width = 0
        family = next((name for name in _WIDE if encoding.startswith(name)), None)
        self.encoding = encoding
        self._start = 0
        if family is not None:
            mark = data[:4] if family == "utf-32" else data[:2]
            little = mark in {codecs.BOM_UTF16_LE, codecs.BOM_UTF32_LE}
            self.encoding = f"{family}-{'le' if little else 'be'}"
            self._start = len(mark)
            if text.encode(self.encoding, "surrogatepass") != data[len(mark) :]:
                raise Unannotatable("annotate.damaged", found=encoding)
            return
        self._ends = {m.start(): n for n, m in enumerate(re.finditer(r"[<>]", text))}
        self._bytes = [m.start() for m in re.finditer(rb"[<>]", data)]
        self._size = len(data)
        if len(self._ends) != len(self._bytes):
            raise Unannotatable("annotate.damaged", found=encoding)

    def of(self, place: int) -> int:
        """Where in the bytes a place of the text is; it is one before ``<``, or after ``>``."""
        if self._start:
            before = self._text[:place].encode(self.encoding, "surrogatepass")
            return self._start + len(before)
        if place in self._ends and self._text[place] == "<":
            return self._bytes[self._ends[place]]
        if place - 1 in self._ends:
            return self._bytes[self._ends[place - 1]] + 1
        if place == len(self._text):
            return self._size
        raise ValueError(f"{place} is not at a tag")
