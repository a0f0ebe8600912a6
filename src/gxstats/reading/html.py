"""HTML: tables with their spans, and the text around them, line by line."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING, Final
from urllib.parse import unquote

from ..errors import MissingExtra
from ..notes import NOTES, TEXT, VERDICTS
from ..text import Bilingual
from .grid import (
    OBJECT,
    Beside,
    Document,
    Grid,
    GridCell,
    HiddenText,
    Place,
    Shape,
    ruled,
    trimmed,
)
from .html_visible import EMBEDDED, HIDDEN, INLINE, UNSEEN, show_as_seen
from .limits import Limits
from .unreadable import Unreadable

if TYPE_CHECKING:
    from lxml.etree import _Element

__all__ = ["Walk", "cells_of", "page_of", "read_html", "rows_of"]

_LONG_TAG: Final = 10_000
"""Characters of a tag whose attributes are worth counting."""
_OPENING_TAG: Final = re.compile(r"""<[a-zA-Z][^>=]*+(?:=\s*+(?:"[^"]*+"?|'[^']*+'?)?[^>=]*+)*+""")
_VALUE_WITH_END: Final = re.compile(r"""=\s*+(?="[^">]*+>|'[^'>]*+>)""")
"""A value in quotes that holds a ``>``."""
_ATTRIBUTE_VALUE: Final = re.compile(r"""=\s*(?>"[^"]*"?|'[^']*'?|[^\s>]*)""")
_ATTRIBUTE: Final = re.compile(r"[^\s/]+")
_CLOSED_BY_BLOCKS: Final = ("b", "big", "font", "i", "s", "small", "strike", "tt", "u")
_CLOSED_EARLY: Final = re.compile(
    rf"<(/?)(?=[bfistu])({'|'.join(_CLOSED_BY_BLOCKS)})(?=[\s/>])", re.IGNORECASE
)
_RENAMED: Final = "gxstats-"
"""Elements that the parser closes where a paragraph begins and browsers do not: it is given names
that it does not know."""
_BLOCK_IN_PARAGRAPH: Final = (  # //p//* would be sought for in all that was found so far
    "boolean(descendant::p[descendant::p or descendant::div or descendant::ul or descendant::table])"
)
_END_TAG: Final = re.compile(r"[Ee]nd tag ?: ?([\w-]+)|tag mismatch: ([\w-]+)")
_MAY_BE_LEFT_OPEN: Final = frozenset({"div", "p", "table", "tbody", "td", "th", "tr"})
_LEFT_OUT: Final = UNSEEN | {HIDDEN}
_PERHAPS_LEFT_OUT: Final = _LEFT_OUT | {"aside", "td", "th", "tr"}
_FILE: Final = re.compile(
    r"[^/\\?&=]{1,200}\.(?:docx?|wps|rtf|pdf|ofd|xlsx?|et|zip|rar|7z)(?=$|[?#&])", re.IGNORECASE
)
"""The end of an address that is a document's."""
_LONGEST_NAME: Final = 60
_COLLAPSED: Final = re.compile(r"[^\S\u3000]+")
"""White space that a browser shows as one space. A full-width space is a character."""
_BREAK: Final = "\x00"
"""No text of a page has it: it is taken out before the page is parsed."""
_AROUND: Final = f" \t\r\n\f{_BREAK}"
_BLOCK: Final = frozenset(
    [
        "address",
        "article",
        "aside",
        "blockquote",
        "body",
        "center",
        "dd",
        "div",
        "dl",
        "dt",
        "fieldset",
        "footer",
        "form",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "header",
        "hr",
        "html",
        "li",
        "main",
        "nav",
        "ol",
        "option",
        "p",
        "pre",
        "section",
        "ul",
        "tr",
        "table",
        "caption",
    ]
)
_BREAKS: Final = dict.fromkeys([*_BLOCK, "br"], _BREAK)


def read_html(text: str, encoding: str, replaced: int, limits: Limits) -> Document:
    """A page as grids, in the order of the page.

    Needs lxml (extra ``read``); raises :class:`~gxstats.MissingExtra` without it.
    """
    _require_bounded_markup(text, limits)
    root = page_of(text, limits)
    walk = Walk(limits)
    title = published = None
    beside = Beside()
    if root is not None:
        walk.element(root, ())
        walk.flush(())
        tags = _page_tags(root)
        if tags.get("generator") == VERDICTS:
            raise Unreadable("read.verdicts")
        title = " ".join((root.findtext(".//title") or "").split()) or tags.get("articletitle")
        published = tags.get("pubdate")
        has_scripts = next(root.iter("script"), None) is not None
        frames = (link.get("href") or "" for link in root.iter("a") if link.get(EMBEDDED))
        beside = Beside(
            tuple(walk.pictures), tuple(_linked_files(root)), tuple(frames), has_scripts
        )
    grids = tuple(walk.finished())
    hidden = tuple(walk.hidden)
    return Document(
        "html", encoding, grids, title, replaced, published, hidden=hidden, beside=beside
    )


def page_of(text: str, limits: Limits) -> _Element | None:
    """The elements of a page whose markup is known to be bounded, as far as a person sees them.

    What the parser does not take in raises :class:`~gxstats.Unreadable`.
    """
    try:
        from lxml import etree
    except ImportError as error:
        purpose = Bilingual("读取网页（HTML）", "Reading HTML")
        raise MissingExtra(purpose, "lxml", "read") from error
    # A text that declares its own encoding must not be decoded a second time.
    parser = etree.HTMLParser(
        encoding="utf-8", remove_comments=True, remove_pis=True, no_network=True
    )
    text, unclosed = _with_names_unknown(text.replace("\x00", ""))
    limits.require_time()
    root = etree.fromstring(text.encode("utf-8", "replace"), parser)
    limits.require_time()
    if parser.error_log.filter_from_fatals():  # it went so far and no further
        raise Unreadable("read.limit.depth", found=f">{limits.depth}", expected=str(limits.depth))
    if root is not None:
        for embed in reversed(list(root.iter("embed"))):
            _empty(embed)
        for element in root.iter(*(_RENAMED + tag for tag in _CLOSED_BY_BLOCKS)):
            element.tag = str(element.tag).removeprefix(_RENAMED)
        ends = map(_END_TAG.search, (error.message for error in parser.error_log))
        misnested = unclosed | {(end[1] or end[2]).removeprefix(_RENAMED) for end in ends if end}
        misnested -= _MAY_BE_LEFT_OPEN
        if root.xpath(_BLOCK_IN_PARAGRAPH):  # browsers end the paragraph where the block begins
            misnested |= {"p", *INLINE}
        show_as_seen(root, limits, misnested)
    return root


def _with_names_unknown(text: str) -> tuple[str, set[str]]:
    """The text with names that the parser does not know, and which elements are not all closed."""
    between, *parts = _CLOSED_EARLY.split(text)
    slashes, names, following = parts[::3], parts[1::3], parts[2::3]
    plain = [name.lower() for name in names]
    tags = Counter(zip(slashes, plain, strict=True))
    unclosed = {name for _, name in tags if tags["", name] != tags["/", name]}
    renamed = [between]
    for slash, printed, name, after in zip(slashes, names, plain, following, strict=True):
        kept = "" if name in unclosed else _RENAMED
        renamed.append(f"<{slash}{kept}{printed}{after}")
    return "".join(renamed), unclosed


def _empty(element: _Element) -> None:
    """Put what the parser took for the content of an element that has none where it stood."""
    text = element.text
    element.text = None
    for child in reversed(element):
        element.addnext(child)
    element.tail = (text or "") + (element.tail or "")


def _linked_files(root: _Element) -> Iterator[str]:
    """The names of the documents that a page links to or shows in itself."""
    for link in root.iter("a"):
        found = _FILE.search(unquote(link.get("href") or ""))
        if found:
            text = " ".join("".join(map(str, link.itertext())).replace(OBJECT, "").split())
            yield (text or found[0])[:_LONGEST_NAME]


def _page_tags(root: _Element) -> dict[str, str]:
    """What the page says of itself, by the lower-case names of its ``<meta>`` tags.

    国办发〔2017〕47号 has every page of a government site carry ArticleTitle, PubDate and others.
    """
    return {
        (meta.get("name") or "").lower(): (meta.get("content") or "").strip()
        for meta in root.iter("meta")
        if meta.get("content")
    }


def _require_bounded_markup(text: str, limits: Limits) -> None:
    """Count tags and attributes before anything is parsed."""
    limits.require("nodes", text.count("<"))
    limits.require("attributes", _most_attributes(text, limits))


def _most_attributes(text: str, limits: Limits) -> int:
    """The attributes of the tag that has the most, for which the parser takes quadratic time."""
    most = 0
    if not _may_have_long_tags(text):
        return most
    for tag in _OPENING_TAG.findall(text):
        if len(tag) > _LONG_TAG:
            limits.require_time()
            most = max(most, len(_ATTRIBUTE.findall(_ATTRIBUTE_VALUE.sub("= ", tag))))
    return most


def _may_have_long_tags(text: str) -> bool:
    """Whether a tag may be long: by a look at the ends of tags, of which each step must have one."""
    step = _LONG_TAG // 2
    if any(text.find(">", start, start + step) < 0 for start in range(0, len(text) - step, step)):
        return True
    starts = (value.start() for value in _VALUE_WITH_END.finditer(text))
    return any("<" in text[text.rfind(">", 0, start) + 1 : start] for start in starts)


class Walk:
    """Goes through a page in reading order and collects its lines and tables."""

    def __init__(self, limits: Limits) -> None:
        self.limits = limits
        self.grids: list[Grid] = []
        self.buffer: list[str] = []
        self.lines: list[tuple[GridCell, ...]] = []
        self.lines_in: tuple[int, ...] = ()
        self.hidden: list[HiddenText] = []
        self.pictures: list[tuple[int, int]] = []
        self.line = 0
        self.table = 0
        self.number = 0

    def finished(self) -> Iterator[Grid]:
        """The grids, once the page is taken in."""
        self._close_lines()
        yield from self.grids

    def element(self, element: _Element, ancestors: tuple[int, ...]) -> None:
        """Take in an element with all it holds."""
        name = element.tag
        if name == HIDDEN:
            self._hide(element, Place(line=self.line + 1))
        if name in _LEFT_OUT or _is_notes(element):
            return
        self.number += 1
        within = (*ancestors, self.number)
        if _is_text(element):
            self.flush(ancestors)
            self._line(trimmed("".join(map(str, element.itertext()))), within)
            return
        if name == "table" and not _is_layout(element):
            self.flush(ancestors)
            self._table(element, within)
            return
        if name == "br":
            self.flush(ancestors)
            return
        block = name in _BLOCK or name in {"td", "th"}
        if block:
            self.flush(ancestors)
        self.buffer.append(element.text or "")
        for child in element:
            self.element(child, within)
            self.buffer.append(child.tail or "")
        if block:
            blank_paragraph = name in {"p", "li", "td", "th"} and not "".join(self.buffer).strip()
            if blank_paragraph and self.buffer and all(map(_is_notes, element)):
                self._line("", within)
            self.flush(within)

    def flush(self, ancestors: tuple[int, ...]) -> None:
        """End the line of text that is being collected."""
        collected = "".join(self.buffer)
        text = trimmed(_COLLAPSED.sub(" ", collected.replace(OBJECT, "")))
        self.buffer.clear()
        if text:
            self._line(text, ancestors)
        if OBJECT in collected:
            self.pictures.append((len(self.grids), len(self.lines)))

    def _line(self, text: str, ancestors: tuple[int, ...]) -> None:
        if ancestors[:-1] != self.lines_in[:-1]:
            self._close_lines()
        self.lines_in = ancestors
        self.line += 1
        self.limits.require("area", self.line)
        place = Place(line=self.line)
        self.lines.append((GridCell(text, len(self.lines), 0, 1, 1, place),))

    def _close_lines(self) -> None:
        if self.lines:
            self.grids.append(Grid(Shape.LINES, tuple(self.lines), 0, self.lines_in))
            self.lines = []

    def _table(self, table: _Element, ancestors: tuple[int, ...]) -> None:
        self._close_lines()
        self.table += 1
        for element in table.iter(HIDDEN):
            if not any(map(_is_notes, element.iterancestors("aside"))):
                self._hide(element, self._place_in(table, element))
        marked = [
            [
                (_text(cell), _span(cell.get("rowspan")), _span(cell.get("colspan")))
                for cell in cells_of(row)
            ]
            for row in rows_of(table)
        ]
        rows = ruled(marked, self.table, self.limits)
        if rows:
            self.grids.append(Grid(Shape.TABLE, rows, self.table, ancestors))

    def _hide(self, element: _Element, place: Place) -> None:
        if text := " ".join((element.text or "").split()):
            self.hidden.append(HiddenText(text, place, len(self.grids)))

    def _place_in(self, table: _Element, element: _Element) -> Place:
        """Where in a table something hidden stands: in a cell, or among those of a row."""
        row = next(element.iterancestors("tr"), None)
        cell = next(element.iterancestors("td", "th"), None)
        if row is None:
            return Place(table=self.table)
        number = next((n for n, one in enumerate(rows_of(table), 1) if one is row), None)
        if cell is None or number is None:
            return Place(table=self.table, row=number)
        order = next((n for n, one in enumerate(cells_of(row), 1) if one is cell), None)
        return Place(table=self.table, row=number, cell=order)


def _is_notes(element: _Element) -> bool:
    return element.tag == "aside" and NOTES in (element.get("class") or "").split()


def _is_text(element: _Element) -> bool:
    """Whether it is a paragraph of our drawings, all of which is seen, with every space."""
    is_ours = element.tag == "p" and TEXT in (element.get("class") or "").split()
    return is_ours and all(one.tag in {"p", "bdi"} for one in element.iter())


def _is_layout(table: _Element) -> bool:
    """Whether a table only arranges a page: it holds another table of more than one cell."""
    return any(
        sum(1 for _ in inner.iter("td", "th")) > 1
        for inner in table.iter("table")
        if inner is not table
    )


def rows_of(table: _Element) -> Iterator[_Element]:
    """The rows of a table, without those of tables in it."""
    nested = next(table.iterdescendants("table"), None) is not None
    for row in table.iter("tr"):
        if not nested or next(row.iterancestors("table")) is table:
            yield row


def cells_of(row: _Element) -> Iterator[_Element]:
    """The cells of a row, without those of tables in it."""
    nested = next(row.iterdescendants("tr"), None) is not None
    for cell in row.iter("td", "th"):
        if not nested or next(cell.iterancestors("tr")) is row:
            yield cell


def _span(given: str | None) -> int:
    """A span as the HTML standard reads it: leading digits, else 1."""
    digits = re.match(r"\s*\+?(\d{1,9})", given) if given else None
    return int(digits[1]) if digits else 1


def _text(cell: _Element) -> str:
    """The text of a cell, with a line break for each new paragraph in it."""
    text = cell.text or ""
    if len(cell):
        pieces = [text]
        _take(cell, cell, pieces)
        text = "".join(pieces).strip(_AROUND)
        if _BREAK in text:
            lines = (" ".join(line.split()) for line in text.split(_BREAK))
            return "\n".join(filter(None, lines))
    return " ".join(text.split())


def _take(element: _Element, cell: _Element, pieces: list[str]) -> None:
    """Add what an element within a cell holds."""
    for child in element:
        tag = child.tag
        if tag not in _PERHAPS_LEFT_OUT or not _is_left_out(child, cell):
            around = _BREAKS.get(tag)
            if around:
                pieces.append(around)
            if text := child.text:
                pieces.append(text)
            if len(child):
                _take(child, cell, pieces)
            if around:
                pieces.append(around)
        if tail := child.tail:
            pieces.append(tail)


def _is_left_out(element: _Element, cell: _Element) -> bool:
    if element.tag in _LEFT_OUT or _is_notes(element):
        return True
    # the next cell, which an unclosed element before it has swallowed, is none of this one
    own = next(cell.iterancestors("table"))
    return element.tag != "aside" and next(element.iterancestors("table")) is own
