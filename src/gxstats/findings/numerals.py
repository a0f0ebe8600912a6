"""Counts as a text writes them: with their place, in digits of any width or in Chinese numerals."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice
from typing import Final

import attrs

from ..cells import COUNT_MAXIMUM

__all__ = ["MOST_NUMBERS", "Folded", "Number", "chinese_number", "numbers"]

MOST_NUMBERS: Final = 2_000
"""Numbers of one section that are looked at. The longest sections have about two hundred."""

_WIDTHS: Final = str.maketrans("０１２３４５６７８９％．（）：；", "0123456789%.():;")
_LEFT_OUT: Final = re.compile("(?:[^\\S\n]|[“”‘’「」『』\"'＂＇〝〞])+")
"""Spaces, and quotation marks: reports quote the form, as in “予以公开”17件."""
_GROUPED: Final = re.compile(r"(?<=[０-９])，(?=[０-９]{3}(?![０-９]))")


@attrs.frozen
class Folded:
    """A text in one width, without spaces and quotation marks, that knows where its characters come from."""

    text: str
    places: tuple[int, ...]
    """For each character of ``text``, its offset in the original; one more for the end."""

    @classmethod
    def of(cls, original: str) -> Folded:
        """Fold a text; every character left stands for one character of the original."""
        # A wide comma separates clauses, but for one within a number, and is left as it is.
        same = _GROUPED.sub(",", original).translate(_WIDTHS)
        places: list[int] = []
        start = 0
        for gap in _LEFT_OUT.finditer(same):
            places += range(start, gap.start())
            start = gap.end()
        return cls(_LEFT_OUT.sub("", same), (*places, *range(start, len(original) + 1)))

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The place of a piece of the folded text in the original."""
        return self.places[start], self.places[end - 1] + 1 if end > start else self.places[start]


@attrs.frozen
class Number:
    """A number in a folded text, with the unit that follows it."""

    start: int
    end: int
    """Where its digits end."""
    value: int | None
    """The count, or ``None``: a year, a percentage, a sum of money, a round number, …"""
    after: int
    """Where the unit ends."""


_UNIT: Final = (
    r"(?:[件份条宗例项]|起(?!诉))(?:次|/次|\([件份宗起次]\))?|[个单部](?=[，,。;；、！!()\n]|$)"
)
_NUMBER: Final = re.compile(
    rf"(?P<digits>[0-9](?:,?[0-9])*(?:\.[0-9]+)?)(?P<unit>{_UNIT})?"
    r"|(?<![第每逐任某这该同〇零一二两三四五六七八九十百千万])(?P<numeral>[〇零一二两三四五六七八九十百千万]{1,16})"
    rf"(?P<counter>{_UNIT})"
)
_PLAIN: Final = re.compile(r"[0-9]{1,12}|[0-9]{1,3}(?:,[0-9]{3}){1,3}")
_BOUNDARY: Final = frozenset("，,。;；、)占\n")
"""What may follow a count that is written without a unit."""
_VAGUE: Final = ("左右", "以上", "以内", "多", "余", "次", "套", "/")
_PREFIXED: Final = frozenset("第([〔-—~至.")
"""Before the number of an article, of a document or of an item, or the end of a range."""


def numbers(text: str) -> list[Number]:
    """The numbers of a folded text, at most :data:`MOST_NUMBERS`; what is no count has no value."""
    return list(islice(_numbers(text), MOST_NUMBERS))


def _numbers(text: str) -> Iterator[Number]:
    for found in _NUMBER.finditer(text):
        group = "numeral" if found["digits"] is None else "digits"
        if found[0] in {"一起", "一条"}:
            continue  # together, a piece of: hardly ever a count
        value = _value(found, text)
        if value is not None and (
            value > COUNT_MAXIMUM
            or text.startswith(_VAGUE, found.end())
            or (found.start() > 0 and text[found.start() - 1] in _PREFIXED)
        ):
            value = None
        yield Number(found.start(), found.end(group), value, found.end())


def _value(found: re.Match[str], text: str) -> int | None:
    digits = found["digits"]
    if digits is None:
        return chinese_number(found["numeral"])
    bare = found["unit"] is None
    if bare and found.end() < len(text) and text[found.end()] not in _BOUNDARY:
        return None
    return int(digits.replace(",", "")) if _PLAIN.fullmatch(digits) else None


_DIGITS: Final = {numeral: value for value, numeral in enumerate("零一二三四五六七八九")} | {
    "〇": 0,
    "两": 2,
}
_POWERS: Final = {"十": 10, "百": 100, "千": 1_000}


def chinese_number(numeral: str) -> int | None:
    """The number that Chinese numerals write, or None if they write none, or no certain one.

    >>> chinese_number("十四"), chinese_number("一百零五"), chinese_number("二〇")
    (14, 105, 20)
    >>> chinese_number("三四"), chinese_number("十十")
    (None, None)
    """
    if not set(numeral) & {*_POWERS, "万"}:
        if len(numeral) > 1 and not set(numeral) & {"〇", "零"}:
            return None  # 三四件: three or four
        return int("".join(str(_DIGITS[one]) for one in numeral))
    high, ten_thousand, low = numeral.rpartition("万")
    if not ten_thousand:
        return _below_ten_thousand(low)
    above = _below_ten_thousand(high)
    below = _below_ten_thousand(low) if low else 0
    return None if not above or below is None else above * 10_000 + below


def _below_ten_thousand(numeral: str) -> int | None:
    total, last, zero = 0, 10_000, False
    digit: int | None = None
    for one in numeral:
        power = _POWERS.get(one)
        if power is None:
            if one not in _DIGITS or digit is not None:
                return None
            if _DIGITS[one]:
                digit = _DIGITS[one]
            else:
                zero = True
        else:
            if power >= last or (digit is None and last != 10_000):
                return None
            total += (digit or 1) * power
            digit, last, zero = None, power, False
    if digit is not None and 10 < last < 10_000 and not zero:
        return None  # 一百五 is 150 in speech
    return total + (digit or 0)
