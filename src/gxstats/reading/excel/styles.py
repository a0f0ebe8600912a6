"""The styles of the cells of a workbook, as far as they bear on what is read."""

from __future__ import annotations

from typing import Final

import attrs

from ..grid import unsure
from .colors import NAMED_COLORS, Palette
from .conditions import Effect
from .formats import BUILT_IN_FORMATS, GENERAL, Section, format_of
from .looks import PLAIN, Look, Text
from .printed import printed_number, printed_text, section_of

__all__ = ["Style", "Styles"]

_FIRST_COLOR: Final = 7
"""What a number format counts colors from in the palette."""


@attrs.frozen(eq=False)
class Style:
    """The style of a cell, as far as it bears on what is read."""

    code: str = GENERAL
    """Its number format."""
    is_ruled: bool = False
    """Whether it has a border."""
    look: Look = PLAIN
    palette: Palette | None = None
    """Of its workbook, where its number format gives a color to some values."""
    _numbers: dict[tuple[str, bool], tuple[str, str]] = attrs.field(factory=dict, init=False)
    """What it shows of numbers: those of a report are mostly a few small ones."""

    def number(self, stored: str, *, from_1904: bool = False) -> tuple[str, str]:
        """What is seen of a number, and what is hidden of it."""
        found = self._numbers.get((stored, from_1904))
        if found is None:
            text = printed_number(stored, self.code, from_1904=from_1904)
            section = None if self.palette is None else section_of(stored, self.code)
            found = self._colored(section).shown(text) if text else ("", stored)
            self._numbers[stored, from_1904] = found
        return found

    def text(self, text: Text) -> tuple[str, str]:
        """What is seen of a text, and what is hidden of it."""
        look = self.look if self.palette is None else self._colored(format_of(self.code).text)
        seen, hidden = look.shown(text)
        printed = printed_text(seen, self.code)
        is_formatted = look.font.mark or not isinstance(text, str) or "\n" in text
        if seen and not printed and is_formatted:  # which some programs show in any case
            return unsure(seen), hidden
        return printed, hidden if printed else seen + hidden

    def _colored(self, section: Section | None) -> Look:
        if self.palette is None or section is None or section.color is None:
            return self.look
        if section.is_numbered:
            color = self.palette.at(section.color + _FIRST_COLOR)
        else:
            color = NAMED_COLORS[section.color - 1]
        font = attrs.evolve(self.look.font, color=color, automatic=section.is_numbered)
        return attrs.evolve(self.look, font=font)


class Styles:
    """The styles of the cells of a workbook."""

    def __init__(self, palette: Palette) -> None:
        self.palette = palette
        self.formats = BUILT_IN_FORMATS.copy()
        self.cells: list[Style] = []
        self._usual = Style()
        self.usual_size = 11.0
        """Points of the font that columns are as many characters wide of as they say."""
        self.effects: list[Effect] = []
        """What conditions change."""
        self.tables: dict[str, list[Effect]] = {}
        """What the styles of tables change, by name."""

    def add(self, number: int, *, is_ruled: bool, look: Look) -> None:
        """Take in a style, with the number of its format."""
        code = self.formats.get(number, GENERAL)
        format_ = format_of(code)
        palette = self.palette if format_.is_colored else None
        if format_.numbers:
            room = {
                name: max(getattr(section, name) for section in format_.numbers)
                for name in ("places", "least", "padding", "groups")
            }
            if any(room.values()):
                look = attrs.evolve(look, **room)
        self.cells.append(Style(code, is_ruled, look, palette))

    def __getitem__(self, number: int) -> Style:
        return self.cells[number] if number < len(self.cells) else self._usual
