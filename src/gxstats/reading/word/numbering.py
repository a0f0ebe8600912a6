"""What Word takes from a paragraph's style: whether its text is hidden, and its automatic number.

A label such as （一） or 1. is often not typed: Word draws it, and the text does not contain it.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TYPE_CHECKING, Final, TypeAlias

import attrs

if TYPE_CHECKING:
    from lxml.etree import _Element

__all__ = ["Numbering", "Styles", "is_on", "value_of", "whole_number"]

_OFF: Final = frozenset({"0", "false", "off", "none"})
_PLACE: Final = re.compile(r"%([1-9])")
_DIGITS: Final = "零一二三四五六七八九"
_INHERITED: Final = 20
"""Styles that one style may be based on, each on the next."""
_LEVELS: Final = 9
_NO_LIST: Final = "0"


def value_of(element: _Element | None, name: str = "val") -> str | None:
    """An attribute of an element of Word's, in the element's own namespace."""
    if element is None:
        return None
    tag = str(element.tag)
    return element.get(f"{tag[: tag.rfind('}') + 1]}{name}")


def is_on(element: _Element | None) -> bool | None:
    """What a switch such as ``w:vanish`` says; ``None`` where it is not there."""
    if element is None:
        return None
    return (value_of(element) or "1").lower() not in _OFF


def whole_number(text: str | None, default: int) -> int:
    """A whole number from 0 up, as far as an attribute holds one."""
    return int(text) if text and re.fullmatch(r"[0-9]{1,9}", text) else default


@attrs.frozen
class _Style:
    based_on: str | None
    hidden: bool | None
    list_id: str | None
    level: int | None


class Styles:
    """The paragraph and character styles of a document."""

    def __init__(self, root: _Element | None) -> None:
        self._styles: dict[str, _Style] = {}
        self.default: str | None = None
        """The style of a paragraph that names none."""
        if root is None:
            return
        word = root.tag[: root.tag.rfind("}") + 1]
        for style in root.iterchildren(f"{word}style"):
            name = value_of(style, "styleId") or ""
            if value_of(style, "type") == "paragraph" and value_of(style, "default") in {
                "1",
                "true",
                "on",
            }:
                self.default = name
            numbered = style.find(f"{word}pPr/{word}numPr")
            level = None if numbered is None else value_of(numbered.find(f"{word}ilvl"))
            self._styles[name] = _Style(
                value_of(style.find(f"{word}basedOn")),
                is_on(style.find(f"{word}rPr/{word}vanish")),
                None if numbered is None else value_of(numbered.find(f"{word}numId")),
                None if level is None else whole_number(level, 0),
            )

    def _inherited(self, name: str | None) -> list[_Style]:
        """A style and those that it is based on, nearest first."""
        found: list[_Style] = []
        while name in self._styles and len(found) < _INHERITED:
            style = self._styles[name]
            found.append(style)
            name = style.based_on
        return found

    def hidden(self, name: str | None) -> bool:
        """Whether text of this style is hidden."""
        given = (style.hidden for style in self._inherited(name))
        return next((hidden for hidden in given if hidden is not None), False)

    def list_of(self, name: str | None) -> tuple[str | None, int | None]:
        """The list that paragraphs of this style stand in, and the level."""
        for style in self._inherited(name):
            if style.list_id is not None:
                return style.list_id, style.level
        return None, None


@attrs.frozen
class _Level:
    format: str
    text: str
    start: int
    spaced: bool
    """Whether anything stands between the number and the text."""
    style: str | None
    """The style whose paragraphs stand on this level."""


_Lists: TypeAlias = dict[str, tuple[str, dict[int, _Level], dict[int, int]]]
"""For each list: the definition whose count it shares, its levels, and where it starts anew."""


class Numbering:
    """The automatic numbers of a document, in the order in which its paragraphs ask for them."""

    def __init__(self, root: Callable[[], _Element | None], styles: Styles) -> None:
        """``root`` gives the document's numbering, and is asked when the first number is due."""
        self._root = root
        self._styles = styles
        self._made: _Lists | None = None
        self._counts: dict[str, dict[int, int]] = {}
        self._begun: set[tuple[str, int]] = set()

    def label(self, given: _Element | None, style: str | None) -> str:
        """The number that Word draws before a paragraph, with what follows it; mostly nothing.

        It goes by the list that the paragraph itself gives, else by its style's.
        """
        list_id, level = self._styles.list_of(style)
        if given is not None:
            word = given.tag[: given.tag.rfind("}") + 1]
            list_id = value_of(given.find(f"{word}numId")) or list_id
            own = value_of(given.find(f"{word}ilvl"))
            level = level if own is None else whole_number(own, 0)
        if list_id is None or list_id == _NO_LIST:
            return ""
        if self._made is None:
            self._made = _lists(self._root())
        if list_id not in self._made:
            return ""
        shared, levels, starts = self._made[list_id]
        if level is None:
            level = next((n for n, found in levels.items() if style and found.style == style), 0)
        if level not in levels:
            return ""
        counts = self._counts.setdefault(shared, {})
        if level in starts and (list_id, level) not in self._begun:
            counts[level] = starts[level]
        else:
            counts[level] = counts[level] + 1 if level in counts else levels[level].start
        self._begun.add((list_id, level))
        for deeper in [n for n in counts if n > level]:
            del counts[deeper]
        return _drawn(levels, counts, level)


def _lists(root: _Element | None) -> _Lists:
    if root is None:
        return {}
    word = root.tag[: root.tag.rfind("}") + 1]
    definitions = {
        value_of(definition, "abstractNumId"): _levels(definition, word)
        for definition in root.iterchildren(f"{word}abstractNum")
    }
    made: _Lists = {}
    for number in root.iterchildren(f"{word}num"):
        shared = value_of(number.find(f"{word}abstractNumId")) or ""
        levels = dict(definitions.get(shared, {}))
        starts: dict[int, int] = {}
        for override in number.iterchildren(f"{word}lvlOverride"):
            levels.update(_levels(override, word))
            start = override.find(f"{word}startOverride")
            if start is not None:
                level = whole_number(value_of(override, "ilvl"), 0)
                starts[level] = whole_number(value_of(start), 1)
        made[value_of(number, "numId") or ""] = (shared, levels, starts)
    return made


def _levels(definition: _Element, word: str) -> dict[int, _Level]:
    return {
        whole_number(value_of(level, "ilvl"), 0): _Level(
            value_of(level.find(f"{word}numFmt")) or "decimal",
            value_of(level.find(f"{word}lvlText")) or "",
            whole_number(value_of(level.find(f"{word}start")), 0),
            value_of(level.find(f"{word}suff")) != "nothing",
            value_of(level.find(f"{word}pStyle")),
        )
        for level in definition.iterchildren(f"{word}lvl")
        if whole_number(value_of(level, "ilvl"), 0) < _LEVELS
    }


def _drawn(levels: dict[int, _Level], counts: dict[int, int], level: int) -> str:
    """The number with the words around it; nothing where it is a picture or a kind not known."""
    known = True

    def place(found: re.Match[str]) -> str:
        nonlocal known
        at = int(found[1]) - 1
        if at not in levels:
            return ""
        text = _number(counts.get(at, levels[at].start), levels[at].format)
        known = known and text is not None
        return text or ""

    if levels[level].format == "bullet":
        return ""
    text = _PLACE.sub(place, levels[level].text)
    if not known or not text.strip():
        return ""
    return f"{text} " if levels[level].spaced else text


def _number(number: int, kind: str) -> str | None:
    """A number in one of Word's formats; ``None`` for one that is not known."""
    match kind:
        case "decimal":
            return str(number)
        case "decimalZero":
            return f"{number:02}"
        case "decimalFullWidth" | "decimalFullWidth2":
            return str(number).translate(str.maketrans("0123456789", "０１２３４５６７８９"))
        case "decimalEnclosedCircle" | "decimalEnclosedCircleChinese":
            return chr(0x245F + number) if 1 <= number <= 20 else str(number)
        case (
            "chineseCounting"
            | "chineseCountingThousand"
            | "japaneseCounting"
            | "taiwaneseCounting"
            | "taiwaneseCountingThousand"
        ):
            return _chinese(number)
        case "lowerLetter" | "upperLetter" if 1 <= number <= 26:
            return chr((0x60 if kind == "lowerLetter" else 0x40) + number)
    return None


def _chinese(number: int) -> str:
    if not 1 <= number <= 99:
        return str(number)
    tens, ones = divmod(number, 10)
    return (
        (_DIGITS[tens] if tens > 1 else "")
        + ("十" if tens else "")
        + (_DIGITS[ones] if ones else "")
    )
