"""What is seen of the texts of a sheet, once all that its file tells of it is known."""

from __future__ import annotations

import re
from math import ceil
from typing import Final

from ..grid import unsure
from ..numbers import is_blank, looks_like_figure
from .colors import WHITE
from .conditions import Rule
from .looks import PLAIN, Look
from .sheets import Sheet

__all__ = ["settle"]

_MARGIN: Final = 0.7
"""Digits by which a column is wider than what it has room for."""
_NUMBER: Final = re.compile(r"[\d,.]+")
_WIDE: Final = "\u2e7f"
"""After it come the characters that are as wide as two digits."""
_STEP: Final = 1.5
"""Digits of a step of indentation."""
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
                if place in sheet.rich or rule.matters(sheet.looks.get(place, PLAIN)):
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
        is_rich = (row, column) in sheet.rich
        if not shown or (shown == {seen} and not is_rich):
            continue
        # a rule that changes nothing by itself may come first, or end what follows
        around = [rule for rule in sheet.rules if rule.holds_for(row, column)]
        outcomes = [rule.applies(text, is_number=is_number) for rule in around]
        is_told = outcomes.count(True) == 1 and None not in outcomes and not (seen and hidden)
        is_told = is_told and not is_rich
        sheet.change(row, column, shown.pop() if is_told else unsure(text), text)
        limits.require_time()


def _doubt_what_is_cut(sheet: Sheet) -> None:
    """Mark numbers that are wider than their column, or in a row too low for them."""
    merged: dict[tuple[int, int], tuple[int, int]] = {}
    for row, cells in sheet.texts.items():
        for column, text in cells.items():
            if not looks_like_figure(text) or is_blank(text):
                continue
            whole = text + sheet.hidden.get((row, column), "")
            if not _is_whole(whole, sheet, row, column, merged):
                cells[column] = unsure(text)
    for (row, column), text in list(sheet.hidden.items()):
        ground = sheet.looks.get((row, column), PLAIN).ground
        if ground == WHITE or (row, column) in sheet.numbers or not looks_like_figure(text):
            continue
        if not _is_whole(text, sheet, row, column, merged):  # on another ground it is seen
            seen = sheet.texts.get(row, {}).get(column, "")
            sheet.change(row, column, unsure(seen + text), "")


def _is_whole(
    text: str,
    sheet: Sheet,
    row: int,
    column: int,
    merged: dict[tuple[int, int], tuple[int, int]],
) -> bool:
    """Whether a cell, or the merged ones that it is the first of, shows all of a text.

    ``merged`` is filled once there is a use for it.
    """
    look = sheet.looks.get((row, column), PLAIN)
    width, height = sheet.width(column), sheet.heights.get(row, sheet.usual_height)
    is_number = (row, column) in sheet.numbers
    if _fits(text, look, sheet, width, height, is_number=is_number):
        return True
    if not merged:
        merged.update({(r, c): (low, last) for r, c, low, last in sheet.merged})
    low, last = merged.get((row, column), (row, column))
    width = sum(map(sheet.width, range(column, min(last, column + 99) + 1)))
    rows = range(row, min(low, row + 99) + 1)
    height = sum(sheet.heights.get(one, sheet.usual_height) for one in rows)
    return _fits(text, look, sheet, width, height, is_number=is_number)


def _fits(
    text: str, look: Look, sheet: Sheet, width: float, height: float, *, is_number: bool
) -> bool:
    """Whether a cell of some width, in digits, and height, in points, shows all of a text."""
    share = look.font.size / sheet.usual_size
    needed = (_width(text) + look.format_width(text) * is_number + _MARGIN) * share
    needed += look.indent * _STEP
    if look.shrinks:
        return needed / _SHRUNK <= width and height >= look.font.size / 3
    if needed <= width:
        return height >= look.font.size / 3
    if is_number or width <= _MARGIN:
        return False
    if look.wraps:
        return ceil(needed / (width - _MARGIN)) * look.font.size <= height
    found = _NUMBER.match(text)
    end = found.end() + 1 if found and look.leads else len(text)
    return end < len(text) and (_width(text[:end]) + _MARGIN) * share <= width


def _width(text: str) -> float:
    """About how many digits a text is as wide as."""
    narrow = sum(map(text.count, ".,"))
    return len(text) + sum(character > _WIDE for character in text) - narrow / 2
