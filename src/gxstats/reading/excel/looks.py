"""How a cell looks: its font, its ground, and what of its text a person therefore sees."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final, TypeAlias

import attrs

from ..contrast import FAINT, NOTHING_SEEN, Color, contrast
from ..grid import LOWERED, RAISED, STRUCK, unsure
from ..pictorial import is_pictorial
from .colors import BLACK, WHITE, Palette
from .package import TRUE, Attributes, decimal_number

__all__ = ["PLAIN", "Font", "Look", "RichText", "Text", "font_changes"]

_SMALLEST: Final = 3.0
"""Points of a font below which it cannot be told whether a person reads it."""
_USUAL: Final = 11.0


@attrs.frozen
class Font:
    """What of a font decides whether its text is seen, and as what."""

    color: Color | None = BLACK
    """``None`` where it cannot be told."""
    struck: bool = False
    mark: str = ""
    """Raised or lowered."""
    size: float = _USUAL
    pictorial: bool = False
    edged: bool = False
    """It has an outline or a shadow, by which some programs show it on a ground of its color."""
    automatic: bool = True
    """Its color is left to programs, of which some choose one that is seen on the ground."""


Text: TypeAlias = str | tuple[tuple[str, Font | None], ...]
"""A text of a cell; where its pieces have fonts of their own, with these."""


@attrs.frozen
class Look:
    """How a cell shows its text."""

    font: Font = Font()
    ground: Color | None = WHITE
    """``None`` where it cannot be told."""
    repeats: bool = False
    """Its text is repeated over its width."""
    shrinks: bool = False
    """Its text is made as small as its width asks for."""
    wraps: bool = False
    """Its text is broken into lines that its width has room for."""
    leads: bool = True
    """Its texts begin at its left side, so that the end is cut off of what is too long."""
    places: int = 0
    """Decimals that its number format shows."""
    least: int = 0
    """Digits before the decimals that it shows at least, or leaves room for."""
    padding: int = 0
    """Characters that its number format adds to a number."""
    groups: bool = False
    """Whether it parts thousands."""
    indent: int = 0
    """Steps by which its text is moved away from its side."""
    contrast: float = attrs.field(
        init=False, eq=False, default=attrs.Factory(lambda self: self._contrast(), takes_self=True)
    )
    is_plain: bool = attrs.field(
        init=False, eq=False, default=attrs.Factory(lambda self: self._is_plain(), takes_self=True)
    )
    """Whether it shows a text as it stands."""

    def _contrast(self) -> float:
        found = contrast(self.font.color, self.ground)
        is_unsure = self.font.edged or self.font.automatic
        return max(found, NOTHING_SEEN) if is_unsure else found

    def _is_plain(self) -> bool:
        font = self.font
        is_unsure = self.repeats or font.pictorial or font.size < _SMALLEST
        return self.contrast >= FAINT and not (is_unsure or font.struck or font.mark)

    def shown(self, text: Text) -> tuple[str, str]:
        """What is seen of a text, with its marks, and what is not."""
        if self.is_plain and isinstance(text, str):
            return text, ""
        pieces = ((text, None),) if isinstance(text, str) else text
        seen: list[str] = []
        hidden: list[str] = []
        for piece, font in pieces:
            if not piece.strip():
                seen.append(piece)
                continue
            own = self if font is None else attrs.evolve(self, font=font)
            is_hidden = own.contrast < NOTHING_SEEN or not own.font.size
            if is_hidden and not (font and self.repeats):  # some programs repeat it without fonts
                hidden.append(piece)
            else:
                seen.append(own.marked(piece))
        return "".join(seen), "".join(hidden)

    def of_largest(self, text: Text) -> Look:
        """The look with the largest of the fonts of a text, which decides what it has room for."""
        if isinstance(text, str):
            return self
        sizes = [self.font.size if font is None else font.size for _, font in text]
        size = max(sizes, default=self.font.size)
        return attrs.evolve(self, font=attrs.evolve(self.font, size=size))

    def format_width(self, text: str) -> int:
        """How many more characters a number takes than its text has."""
        whole, _, fraction = text.partition(".")
        missing = self.places - len(fraction) + (not fraction) if self.places else 0
        missing = max(0, missing) + max(0, self.least - len(whole))
        return missing + self.padding + (self.groups and (len(whole) - 1) // 3)

    def marked(self, text: str) -> str:
        """A text that is seen, with its marks."""
        font = self.font
        if any(map(str.isdigit, text)):
            if font.struck:
                text = f"{STRUCK}{text}{STRUCK}"
            text = font.mark + text
        is_unsure = (
            self.contrast < FAINT or self.repeats or font.pictorial or font.size < _SMALLEST
        )
        return unsure(text) if is_unsure else text


PLAIN: Final = Look()


def font_changes(name: str, attributes: Attributes, palette: Palette) -> Mapping[str, Any]:
    """What an element of a font says of it."""
    value = attributes.get("val", "")
    match name:
        case "color":
            is_given = not attributes.keys().isdisjoint(("rgb", "theme", "indexed"))
            return {"color": palette.color(attributes, BLACK), "automatic": not is_given}
        case "outline" | "shadow":
            return {"edged": (value or "1") in TRUE}
        case "strike":
            return {"struck": (value or "1") in TRUE}
        case "vertAlign":
            return {"mark": {"superscript": RAISED, "subscript": LOWERED}.get(value, "")}
        case "sz":
            return {"size": decimal_number(value, _USUAL)}
        case "name" | "rFont":
            return {"pictorial": is_pictorial(value)}
        case _:
            return {}


class RichText:
    """A text as a file gives it, piece by piece."""

    def __init__(self, palette: Palette) -> None:
        self.palette = palette
        self.runs: list[tuple[str, Font | None]] = []
        self.font: dict[str, Any] | None = None

    def begin(self, name: str, attributes: Attributes, parent: str) -> None:
        """Take in that an element of a run begins."""
        if name == "r":
            self.font = None
        elif name == "rPr":
            self.font = {}
        elif parent == "rPr" and self.font is not None:
            self.font.update(font_changes(name, attributes, self.palette))

    def add(self, text: str) -> None:
        """Take in a text."""
        self.runs.append((text, None if self.font is None else Font(**self.font)))

    def taken(self) -> Text:
        """The text, after which this is empty."""
        runs, self.runs, self.font = self.runs, [], None
        if len(runs) < 2 and all(font is None for _, font in runs):
            return "".join(text for text, _ in runs)
        return tuple(runs)
