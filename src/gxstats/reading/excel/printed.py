"""What the cells of a workbook show of the values that it stores."""

from __future__ import annotations

import re
from datetime import datetime, timedelta
from decimal import Context, Decimal
from typing import Final

from .formats import section_for, sections_of

__all__ = [
    "HIDDEN_ZERO",
    "formula_text",
    "printed_number",
    "printed_text",
    "without_controls",
]

_CONTROLS: Final = dict.fromkeys(i for i in range(32) if chr(i) not in "\t\n")
_LONGEST_FORMULA: Final = 200
_EXACT: Final = Context(prec=15)
"""Significant digits that a spreadsheet shows of a number, however it stores it."""
_STORED: Final = re.compile(r"[+-]?(?:\d{1,60}(?:\.\d{0,60})?|\.\d{1,60})(?:[eE][+-]?\d{1,3})?")
_LARGEST: Final = 40
"""Powers of ten beyond which a number is given as it is stored: no cell of a form holds it."""
_SIGNS: Final = re.compile("[-－﹣−‐–—()（）△▲]")
_EPOCHS: Final = {False: datetime(1899, 12, 30), True: datetime(1904, 1, 1)}  # noqa: DTZ001
_LAST_DAYS: Final = {False: 2_958_465, True: 2_957_003}
"""The end of the year 9999, by whether days are counted from 1904."""
_FIRST_SURE_DAY: Final = 61
"""Before, spreadsheets count a day that never was."""


def without_controls(text: str) -> str:
    """A cell's text with one kind of line break and without control characters."""
    return text.replace("\r\n", "\n").replace("\r", "\n").translate(_CONTROLS)


def formula_text(formula: str) -> str:
    """What stands for a cell whose value the file does not tell: the formula, from its ``=``."""
    text = " ".join(without_controls(formula).split())[:_LONGEST_FORMULA]
    return f"={text}" if text else "=?"


def printed_text(text: str, code: str) -> str:
    """A text as its cell shows it: a format may add to a text, or hide it."""
    sections = sections_of(code)
    if len(sections) < 4 or not text.strip():
        return text
    section = sections[3]
    if section.kind == "nothing":
        return _shown_by(f'"{text}"', code)
    return f"{section.before}{text}{section.after}"


def printed_number(stored: str, code: str, *, from_1904: bool = False) -> str:
    """A stored number as its cell shows it, but with all of its digits.

    Where the format shows something else than the number (a share, a date, thousands for ones,
    nothing for zero), so does this; where that cannot be told for certain, or a value would be
    hidden, it is the formula ``=TEXT(value,"format")``, which no reader takes for a number.

    >>> printed_number("4875.6989999999996", "#,##0.00"), printed_number("3", '0"件"')
    ('4875.699', '3件')
    >>> printed_number("0.5", "0%"), printed_number("44000", "yyyy-m-d")
    ('50%', '2020-06-18')
    >>> printed_number("0", "0;-0;;@")
    '=TEXT(0,"0;-0;;@")'
    """
    number = _decimal(stored)
    if number is None:
        return stored
    plain = _plain(number)
    section, own_sign = section_for(number, code)
    if section is None or section.kind in {"other", "nothing"}:
        return _shown_by(plain, code)
    if section.kind == "date":
        return _date(number, code, from_1904=from_1904)
    if number == 0 and not section.shows_zero:
        return _shown_by(plain, code)
    before, after = section.before, section.after
    if re.search(r"\d", before + after):  # digits that are none of the number's
        return _shown_by(plain, code)
    if number < 0 and own_sign:  # the section shows what is negative in its own way
        before, after = _SIGNS.sub("", before), _SIGNS.sub("", after)
    elif _SIGNS.search(before):
        return _shown_by(plain, code)
    if section.kind == "percent":
        plain = _plain(number * 100) + "%"
    sign = "-" if number < 0 else ""
    return f"{sign}{before.strip()}{plain.removeprefix('-')}{after.strip()}"


def _shown_by(value: str, code: str) -> str:
    quoted = code.replace('"', '""')
    return formula_text(f'TEXT({value},"{quoted}")')


def _decimal(stored: str) -> Decimal | None:
    """The number as a spreadsheet knows it, or None for what it does not take for one."""
    text = stored.strip()
    if not _STORED.fullmatch(text):
        return None
    number = Decimal(text)
    if number and not -_LARGEST < number.adjusted() < _LARGEST:
        return None
    return _EXACT.plus(number)


def _plain(number: Decimal) -> str:
    text = f"{number:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def _date(number: Decimal, code: str, *, from_1904: bool) -> str:
    """A date or a time, as ISO 8601 writes it."""
    if not (0 if from_1904 else _FIRST_SURE_DAY) <= number <= _LAST_DAYS[from_1904]:
        return _shown_by(_plain(number), code)
    days, part = divmod(number, 1)
    moment = _EPOCHS[from_1904] + timedelta(days=int(days), seconds=round(part * 86_400))
    return moment.strftime("%Y-%m-%d %H:%M:%S" if part else "%Y-%m-%d")


HIDDEN_ZERO: Final = printed_number("0", "0;-0;;@")
"""What stands for a zero on a sheet that shows none."""
