"""What holds for all sheets of an Excel file since 2007: their list and their texts."""

from __future__ import annotations

import re
from typing import Final

import attrs

from .colors import Palette, theme_of
from .looks import RichText, Text
from .package import TRUE, Attributes, Collector, Handler, Package
from .printed import without_controls
from .style_parts import StylesReader
from .styles import Styles

__all__ = ["Listed", "Workbook", "unescaped"]

_DOCUMENT: Final = "/officeDocument"
_WORKSHEET: Final = "/worksheet"
_STYLES: Final = "/styles"
_THEME: Final = "/theme"
_SHARED_STRINGS: Final = "/sharedStrings"
"""How the types of relationships end, in both namespaces of the format."""
_ESCAPED: Final = re.compile(r"_x([0-9A-Fa-f]{4})_")


@attrs.frozen
class Listed:
    """A sheet that the workbook lists."""

    name: str
    part: str
    is_hidden: bool


class Workbook:
    """The sheets of a workbook, and what holds for all of them."""

    def __init__(self, package: Package) -> None:
        self.package = package
        documents = [
            relation["Target"]
            for relation in package.relations("/")
            if relation.get("Type", "").endswith(_DOCUMENT)
        ]
        part = documents[0] if documents else "/xl/workbook.xml"
        sheets: list[Attributes] = []
        properties: list[Attributes] = []
        calculation: list[Attributes] = []
        package.parse(
            part,
            Collector({"sheet": sheets, "workbookPr": properties, "calcPr": calculation}),
        )
        self._relations = package.relations(part)
        self.from_1904 = any(p.get("date1904") in TRUE for p in properties)
        self.is_calculated = not any(
            c.get("fullCalcOnLoad") in TRUE or c.get("calcCompleted", "1") not in TRUE
            for c in calculation
        )
        """Whether the file vouches for the values of its formulas. Programs that write formulas
        without calculating them say that all is to be calculated when the file is opened."""
        by_id = {relation.get("Id", ""): relation for relation in self._relations}
        self.listed: list[Listed] = []
        for sheet in sheets:
            given = [value for key, value in sheet.items() if key.endswith(":id")]
            relation = by_id.get(given[0] if given else "", {})
            if relation.get("Type", "").endswith(_WORKSHEET):
                is_hidden = sheet.get("state", "visible") != "visible"
                self.listed.append(Listed(sheet.get("name", ""), relation["Target"], is_hidden))

    def _part_of(self, kind: str) -> str | None:
        """The part of a kind that the workbook points to, if there is one."""
        for relation in self._relations:
            if relation.get("Type", "").endswith(kind) and self.package.find(relation["Target"]):
                return relation["Target"]
        return None

    def styles(self) -> Styles:
        """The styles of its cells."""
        palette = Palette()
        if part := self._part_of(_THEME):
            palette.theme = theme_of(self.package.read(part))
        reader = StylesReader()
        if part := self._part_of(_STYLES):
            self.package.parse(part, reader)
        return reader.styles(palette)

    def strings(self, wanted: set[int], palette: Palette) -> dict[int, Text]:
        """Some of the texts that cells share."""
        reader = _Strings(wanted, palette)
        if wanted and (part := self._part_of(_SHARED_STRINGS)):
            self.package.parse(part, reader)
        return reader.found


class _Strings(Handler):
    """The texts that cells share, as far as some cell wants them."""

    def __init__(self, wanted: set[int], palette: Palette) -> None:
        self.wanted = wanted
        self.found: dict[int, Text] = {}
        self.count = 0
        self.pieces: list[str] = []
        self.rich = RichText(palette)

    def start(self, name: str, attributes: Attributes) -> None:
        """Take in the font of a run."""
        if len(self.path) > 2 and self.count in self.wanted:
            self.rich.begin(name, attributes, self.parent)

    def end(self, name: str) -> None:
        """Keep a text that is complete."""
        if name == "t" and self.pieces:
            self.rich.add(unescaped("".join(self.pieces)))
            self.pieces.clear()
        elif name == "si" and len(self.path) == 2:
            if self.count in self.wanted:
                self.found[self.count] = self.rich.taken()
            self.count += 1

    def text(self, text: str) -> None:
        """Take in a piece of a text, but not how it is pronounced."""
        if self.count in self.wanted and self.path[-1] == "t" and "rPh" not in self.path:
            self.pieces.append(text)


def unescaped(text: str) -> str:
    r"""A text without the escapes for what XML cannot hold: ``_x000D_`` is a line break."""
    plain = _ESCAPED.sub(lambda found: chr(int(found[1], 16)), text)
    if plain != text:  # an escape may stand for half a character
        plain = plain.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    return without_controls(plain)
