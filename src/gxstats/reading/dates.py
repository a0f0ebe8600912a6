"""The dates that a source states: of publication, and the one under the text. Never guessed."""

from __future__ import annotations

import datetime as dt
import re
import unicodedata
from collections.abc import Iterable
from typing import Final

from ..traditional import simplified

__all__ = ["date_in", "labelled_dates", "signed_date"]

_YEARS: Final = range(2008, 2100)
_DIGITS: Final = {numeral: str(i) for i, numeral in enumerate("零一二三四五六七八九")} | {
    "〇": "0",
    "○": "0",
    "O": "0",
    "Ｏ": "0",
}
_DATE: Final = re.compile(
    r"(?P<year>20\d\d)\s*(?:年|[-/.])\s*(?P<month>\d{1,2})\s*(?:月|[-/.])\s*(?P<day>\d{1,2})(?!\d)\s*日?"
)
_NUMERALS: Final = "零〇○OＯ一二三四五六七八九十"
_DATE_IN_NUMERALS: Final = re.compile(
    rf"(?P<year>二[{_NUMERALS}]{{3}})年(?P<month>[{_NUMERALS}]{{1,2}})月(?P<day>[{_NUMERALS}]{{1,3}})日"
)
_LABEL: Final = re.compile(
    r"(?:发布|公布|公开|发文|发稿|信息发布|网站发布)(?:日期|时间)\s*[\]】]?\s*[:：]?\s*$|Pub(?:lished|Date)?\s*[:：]\s*$"
)
_LABEL_LENGTH: Final = 12
_LINE: Final = 200
"""Characters of a line that states a date; a longer one is prose."""
_SIGNATURE: Final = 40


def _numeral(text: str) -> int:
    """A number up to 99 in Chinese numerals: 十四, 二十一, 三.

    >>> _numeral("二十一"), _numeral("十"), _numeral("九")
    (21, 10, 9)
    """
    tens, ten, ones = text.partition("十")
    if not ten:
        return int("".join(_DIGITS[numeral] for numeral in text))
    return 10 * (int(_DIGITS[tens]) if tens else 1) + (int(_DIGITS[ones]) if ones else 0)


def date_in(text: str) -> dt.date | None:
    """The first date in a text, in digits or in Chinese numerals; None if there is no such day.

    >>> date_in("二〇二〇年一月十四日"), date_in("2020-02-30")
    (datetime.date(2020, 1, 14), None)
    """
    found = _DATE.search(unicodedata.normalize("NFKC", text))
    try:
        if found:
            year, month, day = (int(found[part]) for part in ("year", "month", "day"))
        else:
            found = _DATE_IN_NUMERALS.search(text)
            if not found:
                return None
            year = int("".join(_DIGITS[numeral] for numeral in found["year"]))
            month, day = _numeral(found["month"]), _numeral(found["day"])
        return dt.date(year, month, day) if year in _YEARS else None
    except (ValueError, KeyError):
        return None


def labelled_dates(lines: Iterable[str]) -> list[dt.date]:
    """The dates that stand after 发布日期 or another word for it, without repeats.

    >>> labelled_dates(["发布时间：2020-01-14 09:30 来源：办公室", "成文日期：2020-01-02"])
    [datetime.date(2020, 1, 14)]
    """
    found: dict[dt.date, None] = {}
    label_before = False
    for line in lines:
        text = line.strip()
        if not text or len(text) > _LINE:
            label_before = False
            continue
        if label_before and _DATE.match(text):
            date = date_in(text)
            if date:
                found[date] = None
        for match in _DATE.finditer(text):
            before = text[max(0, match.start() - _LABEL_LENGTH) : match.start()]
            date = date_in(match.group())
            if date and _LABEL.search(simplified(before)):
                found[date] = None
        label_before = _LABEL.fullmatch(simplified(text)) is not None
    return list(found)


def signed_date(lines: Iterable[str]) -> dt.date | None:
    """The date that stands alone on one of the last lines of a text.

    >>> signed_date(["其他需要报告的事项：无。", "某某局", "2020年1月14日"])
    datetime.date(2020, 1, 14)
    """
    last = [line.strip() for line in lines if line.strip()][-3:]
    for line in reversed(last):
        folded = re.sub(r"\s+", "", unicodedata.normalize("NFKC", line))
        if len(folded) <= _SIGNATURE and (
            _DATE.fullmatch(folded) or _DATE_IN_NUMERALS.fullmatch(re.sub(r"\s+", "", line))
        ):
            return date_in(re.sub(r"\s+", "", line))
    return None
