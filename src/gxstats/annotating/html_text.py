"""The text of a page as tags and what stands between them, and where each stands in its bytes."""

from __future__ import annotations

import codecs
import html
import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from typing import Final

import attrs

from ..reading import Limits
from .failures import Unannotatable

__all__ = ["Piece", "Positions", "end_of_page", "pieces_from", "shown"]

_TOKEN: Final = re.compile(
    r"""<!--.*?(?:-->|\Z)|<(?:[!?]|/(?![a-zA-Z]))[^>]*>|</?[a-zA-Z](?>[^>=]+|=\s*(?>"[^"]*"|'[^']*')?)*>|[^<]+|<""",
    re.DOTALL,
)
_UNFINISHED: Final = re.compile(r"<[/!?a-zA-Z][^>]*\Z")
"""What the end of a page that was cut off may be: the beginning of a tag."""
_NAME: Final = re.compile(r"</?([a-zA-Z][^\s/>]*)")
_RAW: Final = frozenset(
    ["script", "style", "textarea", "title", "xmp", "iframe", "noembed", "noframes"]
)
"""Elements in which nothing is a tag but their own end."""
_UNSEEN: Final = frozenset({"select", "template", "noscript", "head"})
_WIDE: Final = ("utf-16", "utf-32")
_ASTRAL: Final = re.compile("[\U00010000-\U0010ffff]")
"""Characters that are two in UTF-16."""


@attrs.frozen
class Piece:
    """A tag, or text between two of them."""

    start: int
    end: int
    name: str
    """Of a tag, in lower case; empty for text."""
    is_end: bool = False


def pieces_from(text: str, limits: Limits, start: int = 0) -> Iterator[Piece]:
    """The tags and texts of a page from a place on, without comments and what is not shown.

    Raises :class:`~gxstats.Unreadable` when the time is over.
    """
    position = start
    unseen = ""
    last = text.rfind(">")  # after it nothing is a tag
    while position < len(text):
        if position > last:
            if not unseen:
                cut = _UNFINISHED.search(text, position)
                yield Piece(position, cut.start() if cut else len(text), "")
            return
        token = _TOKEN.match(text, position)
        if token is None:  # pragma: no cover - every character begins a token
            return
        position = token.end()
        word = token[0]
        if word[0] != "<" or word == "<":
            if word == "<":  # the end of a tag was looked for in all that follows
                limits.require_time()
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


def end_of_page(pieces: Iterable[Piece]) -> int:
    """Where the body of a page ends: what is put there comes after all that is shown.

    A page without a body may have been cut off within a tag, a comment or a script, which would
    swallow what comes after it.
    """
    ends: dict[str, int] = {}
    last = 0
    for piece in pieces:
        if piece.is_end:
            ends[piece.name] = piece.start
        last = piece.start if piece.name in _RAW and not piece.is_end else piece.end
    return ends.get("body", ends.get("html", last))


class Positions:
    """Where in the bytes of a page its tags stand, whatever the encoding.

    In all encodings of Chinese pages that are no Unicode of fixed width, the bytes of ``<`` and
    ``>`` stand for nothing else. So tags are counted, and nothing is encoded anew.

    Raises :class:`Unannotatable` where the bytes do not bear that out.
    """

    def __init__(self, data: bytes, text: str, encoding: str) -> None:
        self._text = text
        self._size = len(data)
        self.encoding = encoding
        self._width = 0
        self._start = len(codecs.BOM_UTF8) if data.startswith(codecs.BOM_UTF8) else 0
        family = next((name for name in _WIDE if encoding.startswith(name)), None)
        if family is not None:
            self._width = 2 if family == "utf-16" else 4
            self._start = self._width
            little = data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF32_LE))
            self.encoding = f"{family}-{'le' if little else 'be'}"
            if text.encode(self.encoding, "replace") != data[self._start :]:
                raise Unannotatable("annotate.damaged", found=encoding)
            self._astral = [m.start() for m in _ASTRAL.finditer(text)] if self._width == 2 else []
            return
        self._ends = {m.start(): n for n, m in enumerate(re.finditer(r"[<>]", text))}
        self._bytes = [m.start() for m in re.finditer(rb"[<>]", data)]
        if len(self._ends) != len(self._bytes):
            raise Unannotatable("annotate.damaged", found=encoding)

    def of(self, place: int) -> int:
        """Where in the bytes a place is: before ``<``, after ``>``, or at an end of the text."""
        if self._width:
            before = place + bisect_left(self._astral, place)
            return self._start + self._width * before
        if place == 0:
            return self._start
        if place in self._ends and self._text[place] == "<":
            return self._bytes[self._ends[place]]
        if place - 1 in self._ends:
            return self._bytes[self._ends[place - 1]] + 1
        if place == len(self._text):
            return self._size
        raise ValueError(f"{place} is not at a tag")
