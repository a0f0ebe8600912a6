"""Whether a text of a Word document is seen, and how: what its properties say together.

:data:`DECIDING` is the whole list of what counts. Properties come in layers: the defaults of the
document, the table's style, the paragraph's, the run's, and the run itself. The last one that says
something decides, except for what the specification calls toggles (ISO/IEC 29500-1, 17.7.3).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Final, TypeAlias

import attrs

from ..contrast import FAINT, NOTHING_SEEN, Color, contrast
from ..grid import LOWERED, RAISED, STRUCK, unsure
from ..pictorial import is_pictorial
from .colors import AUTOMATIC, BLACK, Colors, Given, Ink, attributes
from .markup import is_true

if TYPE_CHECKING:
    from lxml.etree import _Element

__all__ = ["PLAIN", "Base", "Declared", "Layer", "Look", "Piece", "declared", "marked", "raised"]

Declared: TypeAlias = tuple[tuple[str, Given], ...]
"""Properties that decide, with their attributes."""
Layer: TypeAlias = Mapping[str, Given]
"""The same by name."""

_EFFECT: Final = "w14:textFill"
_SIZE: Final = 20
"""Half-points of a font where nothing gives its size."""
_TINY: Final = 6
"""Half-points of a font that may not be seen."""
_MEASURE: Final = re.compile(r"([+-]?\d{1,9}(?:\.\d{1,9})?)(pt|mm|cm|in|pc|pi)?")
_POINTS: Final = {"pt": 1.0, "mm": 72 / 25.4, "cm": 72 / 2.54, "in": 72.0, "pc": 12.0, "pi": 12.0}
"""Points in the units of length that the strict form of the format allows."""
_AFAR: Final = 1_000
"""Twips by which a paragraph reaches out of its cell to a side."""
_WIDE: Final = 8_000
"""Twips of an indent that may leave no room in a cell."""


def _on(given: Given, _: int) -> bool:
    return is_true(attributes(given).get("val"))


def _combined(given: Given, _: int) -> bool:
    values = attributes(given)
    return any(is_true(values.get(name, "0")) for name in ("combine", "vert"))


def _narrow(given: Given, _: int) -> bool:
    return 0 < _number(given) < 30


def _overlapping(given: Given, size: int) -> bool:
    return _number(given) < -3 * size  # three fifths of the width of a digit


def _lifted(given: Given, size: int) -> bool:
    return abs(_number(given, in_a_point=2)) > size  # into another line, or out of its row


def _squeezed(given: Given, size: int) -> bool:
    return _number(given) < 5 * size  # half of the width of one Chinese character


def _pictures(given: Given, _: int) -> bool:
    values = attributes(given)
    return "asciiTheme" not in values and is_pictorial(values.get("ascii", ""))


def _exact(given: Given, size: int) -> bool:
    values = attributes(given)
    line = _number(given, "line")
    return values.get("lineRule") in {"exact", "exactly"} and 0 < line < 4 * size


def _moved(given: Given, _: int) -> bool:
    sides = [_number(given, name) for name in ("left", "right", "start", "end")]
    hanging = _number(given, "hanging") - max(sides[0], sides[2])
    return min(sides) < -_AFAR or hanging > _AFAR or max(sides) > _WIDE


def _framed(given: Given, _: int) -> bool:
    return "dropCap" not in attributes(given)


_UNSURE: Final[dict[str, Callable[[Given, int], bool]]] = {
    "eastAsianLayout": _combined,
    "fitText": _squeezed,
    "position": _lifted,
    "rFonts": _pictures,
    "rtl": _on,
    "spacing": _overlapping,
    "specVanish": _on,
    "w": _narrow,
    "webHidden": _on,
}
"""Properties of a run that make it unsure what is seen, given the size of its font."""
_UNSURE_IN_PARAGRAPHS: Final[dict[str, Callable[[Given, int], bool]]] = {
    "framePr": _framed,
    "ind": _moved,
    "spacing": _exact,
}
_EDGED: Final = ("emboss", "imprint", "outline", "shadow")
_EDGED_SINCE_2010: Final = ("w14:glow", "w14:shadow", "w14:textOutline")
"""Effects by which a text may be told from a ground of its own colour."""
DECIDING: Final = frozenset(
    [
        *_UNSURE,
        *("vanish", "strike", "dstrike"),
        *("vertAlign", "position"),
        *("sz", "szCs", "cs"),
        *("color", "shd", "highlight", _EFFECT, *_EDGED, *_EDGED_SINCE_2010),
    ]
)
"""Properties of a run that decide whether it is seen, and how."""
DECIDING_IN_PARAGRAPHS: Final = frozenset([*_UNSURE_IN_PARAGRAPHS, "shd"])
"""Those of a paragraph, apart from those of its runs."""


def declared(properties: Mapping[str, _Element], deciding: frozenset[str] = DECIDING) -> Declared:
    """What is declared of the properties that decide."""
    found = properties.keys() & deciding
    if not found:
        return ()
    return tuple(
        [
            (name, _of_parts(one) if name == _EFFECT else tuple(one.items()))
            for name, one in properties.items()
            if name in found
        ]
    )


def _of_parts(element: _Element) -> Given:
    return tuple(
        (str(part.tag), str(next(iter(part.attrib.values()), "")))
        for part in element.iterdescendants()
    )


@attrs.frozen
class Look:
    """How a text is seen, or that it is not."""

    vanished: bool = False
    """Declared hidden."""
    hidden: bool = False
    """Not seen: declared hidden, or of the colour of its ground."""
    struck: bool = False
    mark: str = ""
    """Raised or lowered by itself."""
    moved: str = ""
    """Raised or lowered in a way that is decoration where it holds for a whole paragraph."""
    unsure: bool = False
    size: int = _SIZE
    """Half-points of the font."""

    @property
    def plain(self) -> bool:
        """Whether text is seen as it stands."""
        return not (self.struck or self.mark or self.moved or self.unsure)


Piece: TypeAlias = tuple[str, Look]
"""A text of a paragraph, and how it is seen."""

PLAIN: Final = Look()
_MARK_OF_A_NOTE: Final = Look(mark=RAISED)


def raised(look: Look) -> Look:
    """The look of a text that is raised beside one of a look."""
    return _MARK_OF_A_NOTE if look == PLAIN else attrs.evolve(look, mark=RAISED)


@attrs.define(eq=False)
class Base:
    """What surrounds the runs of a paragraph: the styles and the ground they inherit."""

    layers: Sequence[Layer]
    """Of the document's defaults, the table's style and the paragraph's."""
    ground: Color | None
    colors: Colors
    paragraph: Layer
    _looks: dict[tuple[Declared, Declared], Look] = attrs.field(factory=dict, init=False)

    def look(self, style: Declared = (), own: Declared = ()) -> Look:
        """The look of a run by its character style and its own properties."""
        key = style, own
        found = self._looks.get(key)
        if found is None:
            found = self._looks[key] = self._look(dict(style), dict(own))
        return found

    def _look(self, style: Layer, own: Layer) -> Look:
        layers = (*self.layers, style)
        vanished, maybe = _toggled("vanish", layers, own)
        values: dict[str, Given] = {}
        for layer in (*layers, own):
            values.update(layer)
        size = _number(
            values.get("szCs" if _is_on(values, "cs") else "sz", ()), default=_SIZE, in_a_point=2
        )
        told = self._contrast(values)
        if told < NOTHING_SEEN and _is_edged(values):
            told = NOTHING_SEEN
        inherited: dict[str, Given] = {}
        for layer in self.layers:
            inherited.update(layer)
        align, usual = _align(values), _align(inherited)
        return Look(
            vanished=vanished and maybe,
            hidden=(vanished and maybe) or told < NOTHING_SEEN,
            struck=any(_toggled("strike", layers, own)) or _is_on(values, "dstrike"),
            mark=align if align != usual else "",
            moved=(align if align == usual else "") or _moved_by(values, size),
            unsure=vanished != maybe
            or size < _TINY
            or told < FAINT
            or any(test(values[name], size) for name, test in _UNSURE.items() if name in values)
            or any(
                test(self.paragraph[name], size)
                for name, test in _UNSURE_IN_PARAGRAPHS.items()
                if name in self.paragraph
            ),
            size=size,
        )

    def _contrast(self, values: Layer) -> float:
        ground = self.ground
        if "shd" in values:
            ground = self.colors.fill(values["shd"], ground)
        if "highlight" in values:
            ground = self.colors.highlight(values["highlight"], ground)
        effect = values.get(_EFFECT)
        inks: set[Ink]
        if effect is None:
            inks = self.colors.texts(values.get("color", ()))
        else:
            inks = {self.colors.effect(effect)}
        found = [self._told(ink, ground, is_marked="highlight" in values) for ink in inks]
        return max(min(found), NOTHING_SEEN) if max(found) >= NOTHING_SEEN else min(found)

    def _told(self, ink: Ink, ground: Color | None, *, is_marked: bool) -> float:
        """The contrast of a text.

        Programs to which its colour is left choose one that is seen, but not all of them look at
        what it is highlighted with.
        """
        if ink == AUTOMATIC:
            return NOTHING_SEEN if is_marked and contrast(BLACK, ground) < FAINT else 21.0
        return contrast(ink, ground)


def _toggled(name: str, layers: Sequence[Layer], own: Layer) -> tuple[bool, bool]:
    """What a toggle is, as the specification says, and as the nearest layer that gives it says.

    Programs differ where these do.
    """
    if name in own:
        said = is_true(attributes(own[name]).get("val"))
        return said, said
    defaults, *styles = [
        is_true(attributes(layer[name]).get("val")) if name in layer else None for layer in layers
    ]
    nearest = next((one for one in reversed((defaults, *styles)) if one is not None), False)
    return bool(defaults) or styles.count(True) % 2 == 1, nearest


def _is_edged(values: Layer) -> bool:
    return any(name in values for name in _EDGED_SINCE_2010) or any(
        _is_on(values, name) for name in _EDGED
    )


def _is_on(values: Layer, name: str) -> bool:
    return name in values and is_true(attributes(values[name]).get("val"))


def _number(given: Given, name: str = "val", *, default: int = 0, in_a_point: int = 20) -> int:
    """A whole number of twips, or of what else a point has so many of, as far as there is one."""
    found = _MEASURE.match(attributes(given).get(name, ""))
    if found is None:
        return default
    return int(float(found[1]) * (_POINTS[found[2]] * in_a_point if found[2] else 1))


def _align(values: Layer) -> str:
    align = attributes(values.get("vertAlign", ())).get("val")
    return {"superscript": RAISED, "subscript": LOWERED}.get(align or "", "")


def _moved_by(values: Layer, size: int) -> str:
    rise = _number(values.get("position", ()), in_a_point=2)
    return "" if abs(rise) * 5 <= size else RAISED if rise > 0 else LOWERED


# --- writing --------------------------------------------------------------------------------------

_LINES: Final = re.compile(r"([\t\n])")
_DIGIT: Final = re.compile(r"\d")
_SMALLER: Final = 0.6
"""Of the size of other digits: so small a digit may be the mark of a note."""
_SMALL: Final = {
    RAISED: str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹"),
    LOWERED: str.maketrans("0123456789", "₀₁₂₃₄₅₆₇₈₉"),
}


def marked(pieces: Iterable[Piece]) -> str:
    """The text of a paragraph, with marks where its look would make it read as another one.

    A figure that is struck through is printed and yet does not count, and a raised one is the mark
    of a note: glued to the digits beside it, either would make another number. On a word it is
    written as the small digit that it is.
    """
    pieces = list(pieces)
    looks = {id(look) for _, look in pieces}
    if not looks or (len(looks) == 1 and pieces[0][1].plain):
        return "".join([text for text, _ in pieces])
    groups: list[tuple[str, Look]] = []
    for text, look in pieces:
        if groups and groups[-1][1] == look:
            groups[-1] = (groups[-1][0] + text, look)
        else:
            groups.append((text, look))
    largest = max((look.size for text, look in groups if _DIGIT.search(text)), default=0)
    groups = [
        (text, attrs.evolve(look, unsure=True) if look.size < _SMALLER * largest else look)
        for text, look in groups
    ]
    if all(look.plain for _, look in groups):
        return "".join(text for text, _ in groups)
    moves = {look.moved for text, look in groups if text.strip()}
    written: list[str] = []
    last = ""
    for place, (text, look) in enumerate(groups):
        mark = look.mark or (look.moved if len(moves) > 1 else "")
        after = groups[place + 1][0] if place + 1 < len(groups) else ""
        for part in _LINES.split(text):
            written.append(_written(part, look, mark, last, after[:1]))
            last = part.strip(" ")[-1:] or last
    return "".join(written)


def _written(text: str, look: Look, mark: str, before: str, after: str) -> str:
    """A text with its marks, between the characters before and after it."""
    if not text.strip():
        return text
    on_a_word = before.isalpha() or before in tuple("）)】]》")
    if look.struck:
        text = f"{STRUCK}{text}{STRUCK}"
    elif mark and on_a_word and not after.isdigit():
        text = text.translate(_SMALL[mark])
    elif mark and _DIGIT.search(text):
        text = f"{mark}{text}{mark if after.isdigit() else ''}"
    return unsure(text) if look.unsure else text
