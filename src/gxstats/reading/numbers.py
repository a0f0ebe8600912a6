"""What is printed in one cell, as a value, or as a doubt that says why it is none."""

from __future__ import annotations

import re
import unicodedata
from decimal import Decimal
from functools import lru_cache
from typing import Final

import attrs

from ..cells import CellValue, Kind, cell_problem
from .grid import OBJECT, UNSURE
from .limits import Limits
from .normalize import INVISIBLE

__all__ = [
    "BLANKS",
    "DASHES",
    "FIGURE",
    "LONGEST_MARK",
    "MARKS",
    "MINUS",
    "MONEY",
    "MONEY_UNITS",
    "NEGATIVE",
    "PLAIN",
    "RUN",
    "SIGNS",
    "Figure",
    "figure",
    "is_blank",
    "is_readable",
    "looks_like_figure",
    "plain_print",
]

BLANKS: Final = frozenset(
    {
        "/",
        "//",
        "\\",
        "-",
        "--",
        "无",
        "空",
        "不适用",
        "不涉及",
        "N/A",
        "NA",
        "N.A.",
        "...",
        "......",
    }
)
"""Prints of a blank cell, after the kinds of dashes are made one, and … is made three points."""
LONGEST_MARK: Final = 40
DASHES: Final = dict.fromkeys(map(ord, "‐‑‒–—―−─－﹣⁻"), "-")
MINUS: Final = dict.fromkeys(map(ord, "−－﹣⁻"), "-")
_UNITS: Final = "件|项|个|条|次|份|宗|起|例|件次"
MONEY: Final[dict[str, int]] = {"元": -4, "千元": -1, "万元": 0, "万": 0, "百万元": 2, "亿元": 4}
"""Powers of ten from a unit of money to 万元."""
MONEY_UNITS: Final = ("亿元", "百万元", "万元", "千元", "元")
"""Units of money as a header names them; a longer one before those that it ends with."""
_NUMBER: Final = r"(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?"
FIGURE: Final = re.compile(
    rf"(?P<sign>[+-]|减少?|增加?)?(?P<number>{_NUMBER})"
    rf"(?P<unit>{_UNITS}|(?:千|万|百万|亿)?元|万)?"
    r"(?P<note>\([^()]{1,200}\))?"
)
SIGNS: Final = r"+＋\-‐‑‒–—―−─－﹣⁻/／"
"""Signs and marks of blank cells, for a class of characters of a pattern."""
RUN: Final = rf"[{SIGNS}]*\d[\d{SIGNS}]*(?:\.\d+)?"
"""Digits that run together, of one cell or of several, with such signs among them."""
PLAIN: Final = re.compile(r"0(?:\.[0-9]+)?|-?[1-9][0-9]*(?:\.[0-9]+)?")
"""Digits as everyone writes them; a sign stands only where a cell may hold one."""
NEGATIVE: Final = frozenset({"-", "减", "减少"})
MARKS: Final = re.compile("[²³¹\u2070-\u209f\u2460-\u24ff\u2776-\u2793]")
"""Raised, lowered and circled digits."""


@attrs.frozen
class Figure:
    """The value of a cell, or why what is printed is none."""

    value: CellValue
    fault: str | None = None
    """Why it is no value: the code of a doubt."""


def _folded(printed: str) -> str:
    text = unicodedata.normalize("NFKC", printed.translate(MINUS))
    return text.translate(INVISIBLE).strip()


@lru_cache(maxsize=4096)
def is_blank(printed: str) -> bool:
    """Whether nothing is printed, or a mark for nothing.

    >>> is_blank("——"), is_blank("0")
    (True, False)
    """
    if len(printed.strip()) > LONGEST_MARK:
        return False
    text = _folded(printed)
    if not text:
        return True
    dashes = re.sub("-{2,}", "--", text.translate(DASHES).replace(" ", ""))
    return dashes in BLANKS or text.upper() in BLANKS


@lru_cache(maxsize=4096)
def plain_print(printed: str) -> bool:
    """Whether a cell is printed as plain ASCII digits, or as nothing at all: then no remark.

    >>> plain_print("-1"), plain_print("减1")
    (True, False)
    """
    text = printed.strip()
    return not text or PLAIN.fullmatch(text) is not None


@lru_cache(maxsize=4096)
def looks_like_figure(printed: str) -> bool:
    """Whether a text standing alone is a cell's, whatever cell it may belong to.

    >>> looks_like_figure("22（其中修订 16 件）"), looks_like_figure("1.属于国家秘密")
    (True, False)
    """
    if len(printed.strip()) > 300:
        return False
    text = _folded(printed)
    if is_blank(printed):
        return bool(text)
    if text.startswith("="):  # a formula, from a sheet that was never calculated
        return True
    if re.fullmatch(r"[+\-]?\d(?:[\d,.]*\d)?%?", text):
        return True
    return FIGURE.fullmatch(_tight(text)) is not None


def _tight(text: str) -> str:
    """Without the spaces that no number is made by: those not between two digits or at a point."""
    return re.sub(r"(?<![\d\s.])\s+|\s+(?![\d\s.])", "", text)


def figure(printed: str, kind: Kind, unit: str, limits: Limits) -> Figure:
    """The value printed in a cell of a kind; money is in ``unit`` unless the cell names another.

    >>> figure("251000元", Kind.AMOUNT, "万元", Limits()).value
    Decimal('25.1000')
    >>> figure("减4", Kind.CHANGE, "", Limits()).value
    -4
    >>> figure("3.5", Kind.COUNT, "", Limits()).fault
    'cell.fraction'
    """
    return _figure(printed, kind, unit, limits.digits)


@lru_cache(maxsize=4096)
def _figure(printed: str, kind: Kind, unit: str, most_digits: int) -> Figure:
    if is_blank(printed):
        return Figure(None)
    if printed.lstrip().startswith(("=", "＝")):
        return Figure(None, "cell.formula")
    if OBJECT in printed:
        return Figure(None, "cell.picture")
    if UNSURE in printed:
        return Figure(None, "cell.hidden")
    if MARKS.search(printed):  # a note's number would run together with the cell's
        return Figure(None, "cell.unreadable")
    text = _tight(_folded(printed))
    found = FIGURE.fullmatch(text) if len(text) <= 300 else None
    if found is None:
        return Figure(None, "cell.unreadable")
    digits = found["number"].replace(",", "")
    if len(digits) > most_digits:
        return Figure(None, "cell.digits")
    whole = digits.partition(".")[0]
    if len(whole) > 1 and whole.startswith("0"):
        return Figure(None, "cell.glued")
    if kind is Kind.AMOUNT:
        return _amount(found, digits, unit)
    return _count(found, digits, kind)


def is_readable(printed: str, limits: Limits) -> bool:
    """Whether some cell of the form could hold what is printed."""
    amount = figure(printed, Kind.AMOUNT, "万元", limits)
    return not amount.fault or not figure(printed, Kind.CHANGE, "", limits).fault


def _count(found: re.Match[str], digits: str, kind: Kind) -> Figure:
    if found["unit"] in MONEY:
        return Figure(None, "cell.unit")
    if "." in digits:
        return Figure(None, "cell.fraction")
    if found["sign"] and kind is not Kind.CHANGE:
        return Figure(None, "cell.sign")
    value = -int(digits) if found["sign"] in NEGATIVE else int(digits)
    return _within(kind, value)


def _amount(found: re.Match[str], digits: str, unit: str) -> Figure:
    if found["sign"]:
        return Figure(None, "cell.sign")
    named = found["unit"] or ""
    note = (found["note"] or "").strip("()")
    if not named and note.removeprefix("单位:") in MONEY:
        named = note.removeprefix("单位:")
    power = MONEY.get(named or unit)
    if power is None:
        return Figure(None, "cell.unit")
    return _within(Kind.AMOUNT, Decimal(digits).scaleb(power))


def _within(kind: Kind, value: int | Decimal) -> Figure:
    problem = cell_problem(kind, "", value)
    return Figure(value) if problem is None else Figure(None, "cell.digits")
