"""Number formats of Excel: which section of one shows a number, and what it does to it."""

from __future__ import annotations

import operator
import re
from collections.abc import Callable, Sequence
from decimal import Decimal
from functools import lru_cache
from typing import Final, Literal, TypeAlias

import attrs

__all__ = ["BUILT_IN_FORMATS", "GENERAL", "Section", "section_for", "sections_of"]

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
    **dict.fromkeys((37, 38), "#,##0;(#,##0)"),
    **dict.fromkeys((39, 40), "#,##0.00;(#,##0.00)"),
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
_TOKEN: Final = re.compile(
    r'"(?P<quoted>[^"]*)"?|[\\!](?P<escaped>.)|_.|\*.'
    r"|\[(?:\$(?P<symbol>[^\]-]*)[^\]]*|(?P<condition>[<>=]+-?[\d.]+)"
    r"|(?P<elapsed>[hms]+)|(?P<numerals>(?:DB|Nat)Num[^\]]*)|[^\]]*)\]"
    r"|(?P<general>General|G/通用格式|@)|(?P<meridiem>AM/PM|A/P|上午/下午)"
    r"|E[+-]|(?P<digits>[0#?.,]+)|(?P<percent>%)|(?P<date>[ymdhsgeb])|(?P<literal>.)",
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

_Kind: TypeAlias = Literal["number", "percent", "date", "nothing", "other"]


@attrs.frozen
class Section:
    """What one section of a number format does to a number."""

    kind: _Kind
    """``nothing``: no digits are shown; ``other``: something else than the number is."""
    before: str
    after: str
    condition: str
    shows_zero: bool
    """Whether zero leaves a digit; ``#`` alone shows nothing for it."""


def section_for(number: Decimal, code: str) -> tuple[Section | None, bool]:
    """The section of a format that shows a number, and whether it is for negative ones alone."""
    sections = sections_of(code)
    if not sections:
        return None, False
    if any(section.condition for section in sections):
        return _first_met(number, sections[:3]), False
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
def sections_of(code: str) -> tuple[Section, ...]:
    """What the sections of a format do; none where it has more than four."""
    parts: list[list[re.Match[str]]] = [[]]
    for token in _TOKEN.finditer(code[:_LONGEST_FORMAT]):
        if token["literal"] == ";":
            parts.append([])
        else:
            parts[-1].append(token)
    return tuple(map(_section, parts)) if len(parts) <= _MOST_SECTIONS else ()


def _section(tokens: Sequence[re.Match[str]]) -> Section:
    """What one section does, told by its tokens."""
    before = after = condition = ""
    runs = 0  # of places for digits; a text may stand before or after them, not between
    in_run = shows_zero = False
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
            case "general" | "digits" as name:
                text = token[name]
                runs += not in_run
                in_run = True
                shows_zero = shows_zero or name == "general" or "0" in text
                if name == "digits" and (text.endswith(",") or not re.search("[0#?]", text)):
                    kinds.add("other")  # thousands are shown as ones
            case "percent":
                kinds.add("percent")
            case "date" | "elapsed" | "meridiem":
                kinds.add("date")
            case "numerals":
                kinds.add("other")
            case "condition":
                condition = token["condition"]
    return Section(_kind(kinds, runs), before, after, condition, shows_zero)


def _kind(kinds: set[_Kind], runs: int) -> _Kind:
    """What a section shows, with so many runs of places for digits."""
    if "other" in kinds:
        return "other"
    if "date" in kinds:
        return "date"
    if runs > 1:
        return "other"
    if not runs:
        return "nothing"
    return "percent" if "percent" in kinds else "number"
