"""Numbers that are struck out: a line goes through them, and belongs to no table."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

import attrs

from ..grid import STRUCK
from .page import DASH, Box, Character, Page, Rule

__all__ = ["with_strikes"]

_BAND: Final = 8.0
"""Points of height of the bands by which characters are found."""
_LONGEST: Final = 300.0
"""Points of the longest line that strikes out."""
_ZONE: Final = (0.3, 0.75)
"""Parts of the height of a character, from its foot, between which a line strikes it out. A line
below underlines it."""
_ACROSS: Final = 0.6
"""Part of a character's width that a line takes if it strikes it out."""
_BEYOND: Final = 1.0
"""Times the size by which a line reaches beyond what it strikes out."""
_SAMPLES: Final = 24
"""Points of a slanting line that are looked at."""


def with_strikes(page: Page) -> Page:
    """The page with the numbers marked that are struck out, and without the lines that do so."""
    rules = [rule for rule in _joined(page.level) if rule.end - rule.start <= _LONGEST]
    if not rules and not page.strokes:
        return page
    heights: dict[tuple[float, float], list[int]] = {}
    for number, (_, _, top, _, bottom, _, _, _) in enumerate(page.characters):
        heights.setdefault((top, bottom), []).append(number)
    bands: dict[int, list[int]] = {}
    for (top, bottom), numbers in heights.items():
        for band in _bands(top, bottom):
            bands.setdefault(band, []).extend(numbers)
    struck: set[int] = set()
    gone: list[Rule] = []
    for rule in rules:
        near = bands.get(int(rule.at // _BAND), ())
        crossed = [n for n in near if _crosses(rule, page.characters[n])]
        if crossed and _is_strike(rule, [page.characters[n] for n in crossed]):
            struck.update(crossed)
            gone.append(rule)
    for stroke in page.strokes:
        points = list(_points(stroke))
        found = {n for _, y in points for n in bands.get(int(y // _BAND), ())}
        struck.update(n for n in found if _is_crossed(page.characters[n], points))
    if not struck:
        return page
    characters = tuple(
        character._replace(mark=STRUCK) if n in struck and not character.mark else character
        for n, character in enumerate(page.characters)
    )
    level = tuple(rule for rule in page.level if not any(_is_part(rule, one) for one in gone))
    return attrs.evolve(page, characters=characters, level=level)


def _bands(top: float, bottom: float) -> range:
    first = int(top // _BAND)
    return range(first, min(int(bottom // _BAND), first + 100) + 1)


def _joined(rules: Iterable[Rule]) -> Iterator[Rule]:
    """Rules of which those that continue one another are one."""
    last: Rule | None = None
    for rule in sorted(Rule(round(rule.at, 1), rule.start, rule.end) for rule in rules):
        if last is not None and rule.at == last.at and rule.start - last.end <= DASH:
            last = last._replace(end=max(last.end, rule.end))
            continue
        if last is not None:
            yield last
        last = rule
    if last is not None:
        yield last


def _crosses(rule: Rule, character: Character) -> bool:
    height = character.bottom - character.top
    shared = min(rule.end, character.right) - max(rule.start, character.left)
    return _ZONE[0] * height <= character.bottom - rule.at <= _ZONE[
        1
    ] * height and shared >= _ACROSS * (character.right - character.left)


def _is_strike(rule: Rule, crossed: Sequence[Character]) -> bool:
    """Whether a line goes through a text with a digit, and little farther."""
    size = max(character.size for character in crossed)
    return (
        any(character.text.isdigit() for character in crossed)
        and rule.start >= min(c.left for c in crossed) - _BEYOND * size
        and rule.end <= max(c.right for c in crossed) + _BEYOND * size
    )


def _points(stroke: Box) -> Iterator[tuple[float, float]]:
    x0, y0, x1, y1 = stroke
    for step in range(_SAMPLES + 1):
        part = step / _SAMPLES
        yield x0 + (x1 - x0) * part, y0 + (y1 - y0) * part


def _is_crossed(character: Character, points: Iterable[tuple[float, float]]) -> bool:
    if not character.text.isdigit():
        return False
    across, down = character.right - character.left, character.bottom - character.top
    left, right = character.left + 0.2 * across, character.right - 0.2 * across
    top, bottom = character.top + (1 - _ZONE[1]) * down, character.bottom - _ZONE[0] * down
    return any(left <= x <= right and top <= y <= bottom for x, y in points)


def _is_part(rule: Rule, whole: Rule) -> bool:
    return round(rule.at, 1) == whole.at and rule.start >= whole.start and rule.end <= whole.end
