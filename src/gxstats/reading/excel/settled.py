"""What is seen of the texts of a sheet, once all that its file tells of it is known."""

from __future__ import annotations

import re
from typing import Final

from ..grid import unsure
from .conditions import Rule
from .looks import PLAIN
from .sheets import Sheet

__all__ = ["settle"]

_NUMBER: Final = re.compile(r"-?\d[\d,.]*")
_SHRUNK: Final = 4
"""Times by which a text may be made smaller and still be read."""


def settle(sheet: Sheet) -> None:
    """Change the texts of a sheet to what is seen of them; what cannot be told is marked."""
    _apply_rules(sheet)
    _doubt_what_is_cut(sheet)


def _apply_rules(sheet: Sheet) -> None:
    """Change what rules change; where those of a cell do not tell what is seen, it is unsure."""
    limits = sheet.tally.limits
    rules: dict[tuple[int, int], list[Rule]] = {}
    count = 0
    for rule in sheet.rules:
        for cells in rule.ranges:
            for place in sheet.filled(cells):
                if rule.matters(sheet.looks.get(place, PLAIN)):
                    rules.setdefault(place, []).append(rule)
                    count += 1
            limits.require("nodes", count)
            limits.require_time()
    for (row, column), several in rules.items():
        seen = sheet.texts.get(row, {}).get(column, "")
        hidden = sheet.hidden.get((row, column), "")
        text = seen + hidden
        look = sheet.looks.get((row, column), PLAIN)
        is_number = (row, column) in sheet.numbers
        applied = {rule: rule.applies(text, is_number=is_number) for rule in several}
        effects = [rule.effect for rule in several if applied[rule] is not False]
        shown = {effect.shown(text, look) for effect in effects}
        if not shown or shown == {seen}:
            continue
        # a rule that changes nothing by itself may come first, or end what follows
        around = [rule for rule in sheet.rules if rule.holds_for(row, column)]
        outcomes = [rule.applies(text, is_number=is_number) for rule in around]
        is_told = outcomes.count(True) == 1 and None not in outcomes and not (seen and hidden)
        sheet.change(row, column, shown.pop() if is_told else unsure(text), text)
        limits.require_time()


def _doubt_what_is_cut(sheet: Sheet) -> None:
    """Mark numbers that are wider than their column, or in a row too low for them."""
    merged: dict[tuple[int, int], int] | None = None
    for row, cells in sheet.texts.items():
        height = sheet.heights.get(row, sheet.usual_height)
        for column, text in cells.items():
            if not (text[0] in "-0123456789" and _NUMBER.fullmatch(text)):
                continue
            look = sheet.looks.get((row, column), PLAIN)
            width = sheet.width(column)
            needed = len(text) * look.font.size / sheet.usual_size
            if look.shrinks:
                needed /= _SHRUNK
            if needed > width:
                if merged is None:
                    merged = {(r, c): last for r, c, _, last in sheet.merged}
                last = merged.get((row, column), column)
                width = sum(map(sheet.width, range(column, min(last, column + 99) + 1)))
            if needed > width or height < look.font.size / 3:
                cells[column] = unsure(text)
