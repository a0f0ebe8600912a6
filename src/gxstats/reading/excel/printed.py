"""What the cells of a workbook show of the values that it stores."""

from __future__ import annotations

import re
from datetime import datetime, timedelta
from decimal import ROUND_HALF_UP, Context, Decimal
from typing import Final

from .formats import Section, format_of

__all__ = [
    "HIDDEN_ZERO",
    "formula_text",
    "printed_number",
    "printed_text",
    "section_of",
    "without_controls",
]

_CONTROLS: Final = dict.fromkeys(i for i in range(32) if chr(i) not in "\t\n")
_LONGEST_FORMULA: Final = 200
_EXACT: Final = Context(prec=15)
"""Significant digits that a spreadsheet shows of a number, however it stores it."""
_STORED: Final = re.compile(r"[+-]?(?:\d{1,60}(?:\.\d{0,60})?|\.\d{1,60})(?:[eE][+-]?\d{1,3})?")
_LARGEST: Final = 40
"""Powers of ten beyond which a number is given as it is stored: no cell of a form holds it."""
_LONGEST_GENERAL: Final = 11
"""Characters that are shown of a number without a format of its own."""
_SIGNS: Final = re.compile("[-－﹣−‐–—()（）△▲]")
_EPOCHS: Final = {False: datetime(1899, 12, 30), True: datetime(1904, 1, 1)}  # noqa: DTZ001
_LAST_DAYS: Final = {False: 2_958_465, True: 2_957_003}
"""The end of the year 9999, by whether days are counted from 1904."""
_FIRST_SURE_DAY: Final = 61
"""Before, spreadsheets count a day that never was."""


def without_controls(text: str) -> str:
    """A cell's text with one kind of line break and without control characters."""
    if text.isprintable():
        return text
    return text.replace("\r\n", "\n").replace("\r", "\n").translate(_CONTROLS)


def formula_text(formula: str) -> str:
    """What stands for a cell whose value the file does not tell: the formula, from its ``=``."""
    text = " ".join(without_controls(formula).split())[:_LONGEST_FORMULA]
    return f"={text}" if text else "=?"


def printed_text(text: str, code: str) -> str:
    """A text as its cell shows it: a format may add to a text, or hide it: then it is empty."""
    section = format_of(code).text
    if section.is_blank:
        return ""
    added = section.before + section.after
    if section.kind == "general" or (section.kind == "text" and not added):
        return text
    is_figure = any(map(str.isdigit, text + added))
    if section.kind == "nothing" or (
        is_figure and (section.kind != "text" or any(map(str.isdigit, added)))
    ):
        return _shown_by(f'"{text}"', code)
    return f"{section.before}{text}{section.after}"


def printed_number(stored: str, code: str, *, from_1904: bool = False) -> str:
    """A stored number as its cell shows it; nothing where the format hides it.

    Where the format shows something else than the number (a share, a date), so does this; where
    that cannot be told for certain, or is another number (rounded, thousands for ones), or zero
    is hidden, it is the formula ``=TEXT(value,"format")``, which no reader takes for a number.

    >>> printed_number("4875.6989999999996", "#,##0.000"), printed_number("3", '0"件"')
    ('4875.699', '3件')
    >>> printed_number("0.5", "0%"), printed_number("44000", "yyyy-m-d")
    ('50%', '2020-06-18')
    >>> printed_number("0", "0;-0;;@"), printed_number("28.4", "0")
    ('=TEXT(0,"0;-0;;@")', '=TEXT(28.4,"0")')
    """
    number = _decimal(stored)
    if number is None:
        return stored
    plain = _plain(number)
    format_ = format_of(code)
    section, own_sign = format_.section_for(number)
    if section is None or section.kind in {"other", "nothing", "text"}:
        zero_alone = number == 0 and not all(one.is_blank for one in format_.numbers)
        hidden = section is not None and section.is_blank and not zero_alone
        return "" if hidden else _shown_by(plain, code)
    if section.kind == "date":
        return _date(number, code, from_1904=from_1904)
    if number == 0 and not section.shows_zero:
        return _shown_by(plain, code)
    before, after = section.before, section.after
    if re.search(r"\d", before + after):  # digits that are none of the number's
        return _shown_by(plain, code)
    if bool(_SIGNS.search(before)) != own_sign:
        return _shown_by(plain, code)
    if own_sign:  # the section shows what is negative in its own way
        before, after = _SIGNS.sub("", before), _SIGNS.sub("", after)
    if section.kind == "percent":
        number *= 100
        plain = _plain(number)
    if section.kind == "general":
        is_whole = len(plain.removeprefix("-")) <= _LONGEST_GENERAL
    else:
        is_whole = number == number.quantize(Decimal(1).scaleb(-section.places), ROUND_HALF_UP)
    if not is_whole:
        return _shown_by(_plain(_decimal(stored) or number), code)
    sign = "-" if number < 0 else ""
    percent = "%" if section.kind == "percent" else ""
    return f"{sign}{before.strip()}{plain.removeprefix('-')}{percent}{after.strip()}"


def section_of(stored: str, code: str) -> Section | None:
    """The section of a format that shows a stored number."""
    number = _decimal(stored)
    return None if number is None else format_of(code).section_for(number)[0]


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
