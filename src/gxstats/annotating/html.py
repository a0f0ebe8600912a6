"""Pages: marks around what cells hold, and the notes at the end of the page."""

from __future__ import annotations

import re
from collections.abc import Hashable, Iterator, Sequence
from html import escape
from itertools import islice
from typing import Final

from ..notes import NOTE_NUMBER, NOTES
from ..reading import Limits, Place
from ..reading.html_places import HtmlLine, html_places
from ..reading.sniffing import decoded
from ..text import Bilingual, Language
from ..writing.marks import MarkKind
from .html_text import Piece, Positions, end_of_page, pieces_from, shown
from .original import LOCALES, Comment, colour_of

__all__ = ["PageOriginal", "without_marks"]

_CLASS: Final = "gxstats"
_LIST: Final = "gxstats-annotations"
"""Class of the list of notes, beside the one that readers pass over: drawn reports have that too."""
_CLOSING: Final = f"</mark><!--{_CLASS}-->"
_END_OF_NOTES: Final = f"</aside><!--{_CLASS}-->"
_OWN: Final = re.compile(
    rf'(?P<mark><mark class="{_CLASS}"[^<>]*>)|(?P<end_of_mark>{re.escape(_CLOSING)})'
    rf'|(?P<notes><aside class="{NOTES} {_LIST}")|(?P<end_of_notes>{re.escape(_END_OF_NOTES)})'
)
"""What we write, by what begins and what ends it: whoever else uses these names writes no pairs."""
_FIRST_PIECES: Final = 1_000
"""Pieces of a page after a tag among which the line that follows it is looked for."""
_ENDS_CELL: Final = frozenset({"td", "th", "tr", "tbody", "thead", "tfoot"})
_INLINE: Final = frozenset(
    ["p", "div", "span", "font", "b", "strong", "i", "em", "u", "center", "o:p", "small", "big"]
)
"""What a mark on a blank cell is put into, so that it stands where the number would."""
_TITLE: Final = Bilingual("gxstats 批注", "Comments by gxstats")
_FORBIDDEN: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffd-\uffff]")
_BOX: Final = "\u25a1"
"""Stands for what cannot be written; U+FFFD would count as a fault of the page when it is read."""


class PageOriginal:
    """A page without marks of ours."""

    def __init__(self, data: bytes, limits: Limits) -> None:
        self._data = data
        self._limits = limits
        self._text, encoding, _ = decoded(data, limits)
        self._positions = Positions(data, self._text, encoding)
        self._places = html_places(self._text, limits)

    def anchor(self, place: Place) -> Hashable | None:
        """Where a cell or line begins in the text of the page."""
        cell = self._places.cell(place)
        if cell is not None or place.line is None or place.table is not None:
            return cell
        line = self._places.lines.get(place.line)
        if line is not None and line.text is None and self._begins_cell(line.after):
            return None  # a mark in it would make it no blank line, and one before it no cell
        return line

    def _begins_cell(self, start: int) -> bool:
        return next(self._pieces(start)).name in {"td", "th"}

    def _pieces(self, start: int) -> Iterator[Piece]:
        return pieces_from(self._text, self._limits, start)

    def annotated(self, comments: Sequence[Comment], head: str, language: Language) -> bytes:
        """The page with marks and notes."""
        inserted: list[tuple[int, str]] = []
        ordered = sorted(comments, key=lambda comment: _position(comment.anchor))
        for number, comment in enumerate(ordered, 1):
            opening = _opening(number, comment)
            ranges = list(self._ranges(comment.anchor))
            for count, (start, end) in enumerate(ranges):
                inserted.append((start, opening if count == 0 else f'<mark class="{_CLASS}">'))
                inserted.append((end, _CLOSING))
        inserted.append((end_of_page(self._pieces(0)), _notes(ordered, head, language)))
        placed = sorted(
            ((self._positions.of(at), markup) for at, markup in inserted), key=lambda one: one[0]
        )
        pieces: list[bytes] = []
        position = 0
        for at, markup in placed:
            encoded = markup.encode(self._positions.encoding, "xmlcharrefreplace")
            pieces += [self._data[position:at], encoded]
            position = at
        return b"".join([*pieces, self._data[position:]])

    def _ranges(self, anchor: Hashable) -> Iterator[tuple[int, int]]:
        """From where to where marks go: around each text of a cell, or to where it would be."""
        if isinstance(anchor, HtmlLine):
            yield self._line(anchor)
            return
        start = _position(anchor)
        texts = [
            piece
            for piece in _of_cell(self._pieces(start))
            if not piece.name and shown(self._text[piece.start : piece.end])
        ]
        if texts:
            yield from ((piece.start, piece.end) for piece in texts)
            return
        place = self._inside(start)
        yield place, place

    def _inside(self, start: int) -> int:
        """The place of the number in a blank cell: within the first tags that it begins with."""
        place = next(self._pieces(start)).end
        for piece in _of_cell(self._pieces(start)):
            if piece.name in _INLINE and not piece.is_end:
                place = piece.end
            elif piece.name or self._text[piece.start : piece.end].strip():
                break
        return place

    def _line(self, line: HtmlLine) -> tuple[int, int]:
        if line.text is None:  # before the paragraph, which is a blank line while it is empty
            return line.after, line.after
        wanted = " ".join(line.text.split())
        for piece in islice(self._pieces(line.after), _FIRST_PIECES):
            if not piece.name and shown(self._text[piece.start : piece.end]) == wanted:
                return piece.start, piece.end
        place = next(self._pieces(line.after)).end
        return place, place


def _position(anchor: Hashable) -> int:
    """Where in the text of the page something begins that a comment hangs on."""
    if isinstance(anchor, HtmlLine):
        return anchor.after
    if not isinstance(anchor, int):
        raise TypeError(f"no anchor of a page: {anchor!r}")
    return anchor


def _of_cell(pieces: Iterator[Piece]) -> Iterator[Piece]:
    """Of pieces from the tag of a cell on those in it, up to its end or what ends it unsaid."""
    depth = 0
    for piece in islice(pieces, 1, None):
        if piece.name == "table":
            depth += -1 if piece.is_end else 1
            if depth < 0:
                return
        elif piece.name in _ENDS_CELL and depth == 0:
            return
        yield piece


def without_marks(data: bytes, limits: Limits) -> bytes:
    """The page without marks of ours; the page itself where it has none."""
    text, encoding, _ = decoded(data, limits)
    own = sorted(_own(text))
    if not own:
        return data
    positions = Positions(data, text, encoding)
    pieces: list[bytes] = []
    position = 0
    for start, end in own:
        pieces.append(data[position : positions.of(start)])
        position = positions.of(end)
    return b"".join([*pieces, data[position:]])


def _own(text: str) -> Iterator[tuple[int, int]]:
    """From where to where there stands in a page what we wrote."""
    mark: re.Match[str] | None = None
    notes: re.Match[str] | None = None
    for found in _OWN.finditer(text):
        match found.lastgroup:
            case "mark":
                mark = found
            case "end_of_mark" if mark is not None:
                yield mark.span()
                yield found.span()
                mark = None
            case "notes":
                notes = found
            case "end_of_notes" if notes is not None:
                yield notes.start(), found.end()
                notes = None


# --- what is written --------------------------------------------------------------------------


def _quoted(text: str) -> str:
    return escape(_FORBIDDEN.sub(_BOX, text)).replace("\n", "&#10;")


def _hex(kind: MarkKind) -> str:
    return "#{:02x}{:02x}{:02x}".format(*colour_of(kind))


def _opening(number: int, comment: Comment) -> str:
    return (
        f'<mark class="{_CLASS}" id="{_CLASS}-mark-{number}" data-note="{number}" tabindex="0" '
        f'aria-describedby="{_CLASS}-note-{number}" style="background:{_hex(comment.kind)};'
        f'color:#000" title="{_quoted(comment.text)}">'
    )


_STYLE: Final = (
    f"mark.{_CLASS}{{outline:1px solid #b00}}"
    f"mark.{_CLASS}[data-note]::after{{content:{NOTE_NUMBER};font-size:.7em;"
    "vertical-align:super;color:#b00}"
    f"aside.{_LIST}{{margin:1.5em;padding:1em;border:2px solid #b00;background:#fff;color:#000;"
    "font:14px/1.6 sans-serif;text-align:left;clear:both}"
    f"aside.{_LIST} a{{color:#b00}}"
)


def _notes(comments: Sequence[Comment], head: str, language: Language) -> str:
    """What there is to say of the page as a whole, and a list of the notes with links back."""
    tongue = LOCALES[language]
    title = _TITLE[language]
    items = "".join(
        f'<li id="{_CLASS}-note-{number}"><a href="#{_CLASS}-mark-{number}">'
        f"{_lines(comment.name)}</a><br>{_lines(comment.text)}</li>"
        for number, comment in enumerate(comments, 1)
    )
    listed = f"<ol>{items}</ol>" if items else ""
    return (
        f'<aside class="{NOTES} {_LIST}" lang="{tongue}" aria-label="{title}"><style>{_STYLE}</style>'
        f"<div><strong>{title}</strong></div><div>{_lines(head)}</div>{listed}{_END_OF_NOTES}"
    )


def _lines(text: str) -> str:
    return "<br>".join(map(_quoted, text.split("\n")))
