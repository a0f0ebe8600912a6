"""How cells look: the formats of a workbook, each made once."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from ...cells import Kind
from ...text import Language
from ..layout import PrintedRole

__all__ = ["NUMBER_FORMATS", "Styles"]

_FONTS: Final[Mapping[Language, str]] = {"zh": "宋体", "en": "Arial"}
_HEADS: Final[Mapping[Language, str]] = {"zh": "黑体", "en": "Arial"}
NUMBER_FORMATS: Final[Mapping[Kind, str]] = {
    Kind.COUNT: "0",
    Kind.CHANGE: "0",
    Kind.AMOUNT: "General",
}
"""Every digit is shown, and nothing that is not a digit or a sign."""

RED: Final = {"bg_color": "#FFC7CE", "font_color": "#9C0006"}
AMBER: Final = {"bg_color": "#FFD9A0", "font_color": "#7F3F00", "bold": True}
YELLOW: Final = {"bg_color": "#FFF9DB"}
GREEN: Final = {"bg_color": "#E2F0D9", "font_color": "#245c1a"}
GREY: Final = {"bg_color": "#EFEFEF"}


class Styles:
    """The formats of one workbook."""

    def __init__(self, book: Any, language: Language) -> None:
        self._book = book
        self._language: Language = language
        self._made: dict[tuple[tuple[str, Any], ...], Any] = {}

    def _format(self, **properties: Any) -> Any:
        key = tuple(sorted(properties.items()))
        if key not in self._made:
            self._made[key] = self._book.add_format(properties)
        return self._made[key]

    def body(self, **more: Any) -> Any:
        """A text or number of the sheets; locked unless said otherwise."""
        plain = {
            "font_name": _FONTS[self._language],
            "font_size": 10,
            "valign": "vcenter",
            "text_wrap": True,
        }
        return self._format(**{**plain, **more})

    def head(self, **more: Any) -> Any:
        """A heading."""
        return self.body(**{"font_name": _HEADS[self._language], "bold": True, **more})

    def label(self, role: PrintedRole) -> Any:
        """A printed word of a table."""
        made = self.body if role in {PrintedRole.LABEL, PrintedRole.NOTE} else self.head
        if role is PrintedRole.LABEL:
            return made(border=1, align="left", indent=1)
        return made(border=1, align="center")

    def value(self, kind: Kind, **more: Any) -> Any:
        """A cell of the form, open to be typed in unless said otherwise."""
        plain = {
            "border": 1,
            "align": "center",
            "text_wrap": False,
            "shrink": True,
            "num_format": NUMBER_FORMATS[kind],
            "locked": False,
        }
        return self.body(**{**plain, **more})

    def computed(self, kind: Kind) -> Any:
        """A cell of the form that the workbook computes."""
        return self.value(kind, locked=True, **GREY)

    def field(self, **more: Any) -> Any:
        """A fact about the report that is typed above the tables."""
        return self.body(**{"bottom": 1, "locked": False, "num_format": "@", "indent": 1, **more})

    def paragraph(self) -> Any:
        """A paragraph of a section of text, open to be typed in."""
        return self.body(valign="top", locked=False, num_format="@")

    def mark(self, colours: Mapping[str, Any]) -> Any:
        """What a condition changes."""
        return self._format(**colours)
