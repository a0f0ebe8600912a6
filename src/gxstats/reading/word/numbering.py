"""The automatic numbers of paragraphs.

A label such as （一） or 1. is often not typed: Word draws it, and the text does not contain it.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TYPE_CHECKING, Final, TypeAlias

import attrs

from ..grid import OBJECT
from .looks import Declared, declared
from .markup import properties_of, value_of, whole_number
from .styles import Styles

if TYPE_CHECKING:
    from lxml.etree import _Element

__all__ = ["Numbering"]

_PLACE: Final = re.compile(r"%([1-9])")
_DIGITS: Final = "零一二三四五六七八九"
_LEVELS: Final = 9
_NO_LIST: Final = "0"


@attrs.frozen
class _Level:
    format: str
    text: str
    start: int
    spaced: bool
    """Whether anything stands between the number and the text."""
    style: str | None
    """The style whose paragraphs stand on this level."""
    look: Declared = ()
    """What it declares of how the number looks."""


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

    def label(self, given: _Element | None, style: str | None) -> tuple[str, Declared]:
        """The number that Word draws before a paragraph, with what follows it; mostly nothing.

        With it comes what the list declares of its look. It goes by the list that the paragraph
        itself gives, else by its style's.
        """
        list_id, level = self._styles.list_of(style)
        if given is not None:
            word = given.tag[: given.tag.rfind("}") + 1]
            list_id = value_of(given.find(f"{word}numId")) or list_id
            own = value_of(given.find(f"{word}ilvl"))
            level = level if own is None else whole_number(own, 0)
        if list_id is None or list_id == _NO_LIST:
            return "", ()
        if self._made is None:
            self._made = _lists(self._root())
        if list_id not in self._made:
            return "", ()
        shared, levels, starts = self._made[list_id]
        if level is None:
            level = next((n for n, found in levels.items() if style and found.style == style), 0)
        if level not in levels:
            return "", ()
        counts = self._counts.setdefault(shared, {})
        if level in starts and (list_id, level) not in self._begun:
            counts[level] = starts[level]
        else:
            counts[level] = counts[level] + 1 if level in counts else levels[level].start
        self._begun.add((list_id, level))
        for deeper in [n for n in counts if n > level]:
            del counts[deeper]
        return _drawn(levels, counts, level), levels[level].look


def _lists(root: _Element | None) -> _Lists:
    if root is None:
        return {}
    word = root.tag[: root.tag.rfind("}") + 1]
    elements = list(root.iterchildren(f"{word}abstractNum"))
    linked = {value_of(one.find(f"{word}styleLink")): one for one in reversed(elements)}
    definitions = {}
    for element in elements:
        link = element.find(f"{word}numStyleLink")
        source = element if link is None else linked.get(value_of(link), element)
        definitions[value_of(element, "abstractNumId")] = _levels(source, word)
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
            declared(properties_of(level, "rPr")),
        )
        for level in definition.iterchildren(f"{word}lvl")
        if whole_number(value_of(level, "ilvl"), 0) < _LEVELS
    }


def _drawn(levels: dict[int, _Level], counts: dict[int, int], level: int) -> str:
    """The number with the words around it; of a kind that is not known, that something stands."""
    known = True

    def place(found: re.Match[str]) -> str:
        nonlocal known
        at = int(found[1]) - 1
        if at not in levels:
            return ""
        text = _number(counts.get(at, levels[at].start), levels[at].format)
        known = known and text is not None
        return text or ""

    text = levels[level].text
    if levels[level].format == "bullet":
        return text if re.search(r"\d", text) else ""
    text = _PLACE.sub(place, text)
    if not known:
        return OBJECT
    if not text.strip():
        return ""
    return f"{text} " if levels[level].spaced else text


def _number(number: int, kind: str) -> str | None:
    """A number in one of Word's formats; ``None`` for one that is not known."""
    match kind:
        case "none":
            return ""
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
