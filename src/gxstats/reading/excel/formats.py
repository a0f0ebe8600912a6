"""Number formats of Excel: which section of one shows a value, and what it does to it."""

from __future__ import annotations

import operator
import re
from collections.abc import Callable, Sequence
from decimal import Decimal
from functools import lru_cache
from typing import Final, Literal, TypeAlias

import attrs

__all__ = ["BUILT_IN_FORMATS", "GENERAL", "Format", "Section", "format_of"]

GENERAL: Final = "General"
BUILT_IN_FORMATS: Final[dict[int, str]] = {
    1: "0",
    2: "0.00",
    3: "#,##0",
    4: "#,##0.00",
    5: '"¥"#,##0;"¥"-#,##0',
    6: '"¥"#,##0;[Red]"¥"-#,##0',
    7: '"¥"#,##0.00;"¥"-#,##0.00',
    8: '"¥"#,##0.00;[Red]"¥"-#,##0.00',
    9: "0%",
    10: "0.00%",
    11: "0.00E+00",
    12: "# ?/?",
    13: "# ??/??",
    **dict.fromkeys(
        (*range(14, 23), *range(27, 37), *range(45, 48), *range(50, 59)), "yyyy-mm-dd"
    ),
    37: "#,##0;(#,##0)",
    38: "#,##0;[Red](#,##0)",
    39: "#,##0.00;(#,##0.00)",
    40: "#,##0.00;[Red](#,##0.00)",
    41: '_ * #,##0_ ;_ * -#,##0_ ;_ * "-"_ ;_ @_ ',
    42: '_ "¥"* #,##0_ ;_ "¥"* -#,##0_ ;_ "¥"* "-"_ ;_ @_ ',
    43: '_ * #,##0.00_ ;_ * -#,##0.00_ ;_ * "-"??_ ;_ @_ ',
    44: '_ "¥"* #,##0.00_ ;_ "¥"* -#,##0.00_ ;_ "¥"* "-"??_ ;_ @_ ',
    48: "##0.0E+0",
    49: "@",
}
"""Number formats that files name without spelling them out; any other number is General."""

_LONGEST_FORMAT: Final = 1_000
_MOST_SECTIONS: Final = 4
_COLORS: Final = {
    **dict.fromkeys(("black", "黑色"), 1),
    **dict.fromkeys(("white", "白色"), 2),
    **dict.fromkeys(("red", "红色"), 3),
    **dict.fromkeys(("green", "绿色"), 4),
    **dict.fromkeys(("blue", "蓝色"), 5),
    **dict.fromkeys(("yellow", "黄色"), 6),
    **dict.fromkeys(("magenta", "洋红色", "洋红"), 7),
    **dict.fromkeys(("cyan", "青色", "蓝绿色"), 8),
}
"""Colors that a format names, by their place in the palette, which it may also give."""
_TOKEN: Final = re.compile(
    r'"(?P<quoted>[^"]*)"?|[\\!](?P<escaped>.)|(?P<padding>_.)|\*(?P<fill>.)'
    r"|\[(?:\$(?P<symbol>[^\]-]*)(?:-(?:[0-9A-F]{1,4}|[a-z]{2,3}-[a-z-]+))?"
    r"|(?P<condition>[<>=]+-?[\d.]+)|(?P<elapsed>h+|m+|s+)"
    rf"|(?P<color>{'|'.join(_COLORS)}|(?:color|颜色)\s*\d{{1,2}})|(?P<unknown>[^\]]*))\]"
    r"|(?P<general>General|G/通用格式)|(?P<text>@)|(?P<meridiem>AM/PM|A/P|上午/下午)"
    r"|(?P<power>E[+-])|(?P<digits>[0#?.,]+)|(?P<percent>%)|(?P<date>[ymdhsgeb])"
    r"|(?P<literal>.)",
    re.IGNORECASE | re.DOTALL,
)
_CONDITION: Final = re.compile(r"([<>=]+)(-?\d+(?:\.\d+)?)")
_COMPARISONS: Final[dict[str, Callable[[Decimal, Decimal], bool]]] = {
    "<": operator.lt,
    "<=": operator.le,
    "=": operator.eq,
    "<>": operator.ne,
    ">=": operator.ge,
    ">": operator.gt,
}
_SCALED: Final = re.compile(r",(?![0#?])|\..*[.,]")
"""A comma that shows thousands as ones; also what no program writes after a point."""

_Kind: TypeAlias = Literal["number", "general", "text", "percent", "date", "nothing", "other"]


@attrs.frozen
class Section:
    """What one section of a number format does to a value."""

    kind: _Kind
    """``nothing``: no digits are shown; ``other``: something else than the value is."""
    before: str = ""
    after: str = ""
    condition: str = ""
    places: int = 0
    """Decimals that are shown of a number."""
    least: int = 0
    """Digits before them that are shown at least, or that room is left for."""
    padding: int = 0
    """Characters of space that it adds."""
    groups: bool = False
    """Whether thousands are parted."""
    shows_zero: bool = True
    """Whether zero leaves a digit; ``#`` alone shows nothing for it."""
    color: int | None = None
    """The place in the palette of the color that it gives a value."""
    is_numbered: bool = False
    """Whether it gives the color by that number, for which programs have palettes of their own."""

    @property
    def is_blank(self) -> bool:
        """Whether nothing is seen of a value."""
        return self.kind == "nothing" and not (self.before + self.after).strip()


@attrs.frozen
class Format:
    """What a number format does to numbers and to texts."""

    numbers: tuple[Section, ...]
    """None where it is not understood."""
    text: Section

    @property
    def is_colored(self) -> bool:
        """Whether it gives a color to some values."""
        return any(section.color for section in (*self.numbers, self.text))

    def section_for(self, number: Decimal) -> tuple[Section | None, bool]:
        """The section that shows a number, and whether it is for negative ones alone."""
        sections = self.numbers
        if not sections:
            return None, False
        if any(section.condition for section in sections):
            return (None if number < 0 else _first_met(number, sections)), False
        if number < 0 and len(sections) > 1:
            return sections[1], True
        return sections[2 if number == 0 and len(sections) > 2 else 0], False


def _first_met(number: Decimal, sections: Sequence[Section]) -> Section | None:
    """The first section whose condition a number meets; none where that cannot be told."""
    for section in sections:
        if not section.condition:
            return section
        found = _CONDITION.fullmatch(section.condition)
        if found is None or found[1] not in _COMPARISONS:
            return None
        if _COMPARISONS[found[1]](number, Decimal(found[2])):
            return section
    return None


@lru_cache(maxsize=512)
def format_of(code: str) -> Format:
    """What a number format does. A last section with ``@`` is for texts, as is a fourth one."""
    parts: list[list[re.Match[str]]] = [[]]
    for token in _TOKEN.finditer(code[:_LONGEST_FORMAT]):
        if token["literal"] == ";":
            parts.append([])
        else:
            parts[-1].append(token)
    if len(parts) > _MOST_SECTIONS or len(code) > _LONGEST_FORMAT or not code:
        return Format((), Section("other"))
    has_text = len(parts) == _MOST_SECTIONS or any(token["text"] for token in parts[-1])
    *numbers, last = map(_section, parts)
    if not has_text:
        return Format((*numbers, last), Section("text"))
    alone = attrs.evolve(last, kind="general") if last.kind == "text" else last
    return Format(tuple(numbers) or (alone,), last)


def _section(tokens: Sequence[re.Match[str]]) -> Section:
    """What one section does, told by its tokens."""
    before = after = condition = digits = ""
    color = None
    is_numbered = False
    padding = 0
    runs = 0  # of places for a value; a text may stand before or after them, not between
    in_run = False
    kinds: set[_Kind] = set()
    for token in tokens:
        match token.lastgroup or "":
            case "quoted" | "escaped" | "symbol" | "literal" as name:
                text = token[name]
                in_run = in_run and not text.strip()
                if runs:
                    after += text
                else:
                    before += text
            case "general" | "text" as kind:
                kinds.add("other" if runs else kind)
                runs += 1
            case "digits":
                digits += token["digits"]
                runs += not in_run
                in_run = True
            case "percent":
                kinds.add("percent")
            case "date" | "elapsed" | "meridiem":
                kinds.add("date")
            case "power" | "unknown":
                kinds.add("other")
            case "fill" if token["fill"].strip():
                kinds.add("other")  # repeated over the width of the cell
            case "padding":
                padding += 1
            case "condition":
                condition = token["condition"]
            case "color":
                named = token["color"].lower()
                is_numbered = named not in _COLORS
                color = _COLORS.get(named) or int(re.sub(r"\D", "", named))
    if (digits and not re.search("[0#?]", digits)) or _SCALED.search(digits):
        kinds.add("other")
    places = len(re.sub("[^0#?]", "", digits.partition(".")[2]))
    shows_zero = "0" in digits or not digits
    return Section(
        _kind(kinds, runs),
        before,
        after,
        condition,
        places,
        len(re.sub("[^0?]", "", digits.partition(".")[0])),
        padding + len(before + after) - len(before.strip() + after.strip()),
        "," in digits,
        shows_zero,
        color,
        is_numbered,
    )


def _kind(kinds: set[_Kind], runs: int) -> _Kind:
    """What a section shows, with so many runs of places for a value."""
    if "other" in kinds:
        return "other"
    if "date" in kinds:
        return "date"
    if runs > 1:
        return "other"
    if not runs:
        return "nothing"
    if len(kinds) > 1:
        return "other"
    return kinds.pop() if kinds else "number"
