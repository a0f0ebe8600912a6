"""The sentences of a narrative, and which year each stretch of them speaks of."""

from __future__ import annotations

import enum
import re
from bisect import bisect_right
from collections.abc import Iterator
from typing import Final

import attrs

__all__ = ["CARRIED", "CARRIED_TO", "PROPOSALS", "Sentence", "Time", "sentences"]


class Time(enum.Enum):
    """The year that a stretch of text speaks of."""

    THIS_YEAR = "this year"
    ANOTHER = "another year"


CARRIED: Final = r"(?:结转|转结|接转|转接|转入|流转|顺延|延续)"
"""The words for requests that go on from one year to the next."""
CARRIED_TO: Final = r"(?:结转|转结|接转|转接|流转|顺延|延续|转|延|留)(?:至|到|入|于|待)?"
"""The same, before the year in which they go on."""
_SENTENCE: Final = re.compile(r"[^。;；！？!?\n]+")
_MARK: Final = re.compile(
    rf"(?:(?P<compared>[较比与同跟]于?)|(?P<to>{CARRIED_TO})(?=20))?"
    rf"(?:(?P<this>今年|本年)|(?P<year>20\d\d)年|(?P<other>前年|往年|历年|(?:去年|上一?年)(?!度?末?{CARRIED})))"
    rf"(?P<range>至20\d\d年)?度?(?P<carried>末?{CARRIED})?"
)
_CLAUSE_END: Final = re.compile(r"[，,、()\n]")


@attrs.frozen
class Sentence:
    """A sentence of a folded text."""

    start: int
    end: int
    text: str
    paragraph: int
    """Where its paragraph ends."""
    changes: tuple[tuple[int, Time], ...]
    """Where another year begins to be spoken of (offsets of the folded text), in order."""
    about_requests: bool
    """Whether it, or one before it in the paragraph, speaks of requests for information."""

    def time(self, place: int) -> Time:
        """The year that the text speaks of at a place."""
        at = bisect_right(self.changes, place, key=lambda change: change[0])
        return self.changes[at - 1][1] if at else Time.THIS_YEAR


_REQUESTS: Final = re.compile(r"依申请|公开申请|申请公开|信息公开")
_RESULT: Final = re.compile(r"(?:办理|处理|答复)结果[为是有:]*(?:予以|部分|不予)公开")
"""What only the form says, of requests or of proposals."""
PROPOSALS: Final = re.compile(r"提案|建议")
"""What else is handled, and the result of it made public."""


def sentences(text: str, year: int | None) -> Iterator[Sentence]:
    """The sentences of a folded text; ``year`` is the report's.

    Where the report's year is not known, a sentence that names one year is taken to speak of it,
    and one that names several is left out.
    """
    paragraph_end, about, proposals = -1, False, False
    for found in _SENTENCE.finditer(text):
        start, end = found.span()
        if start > paragraph_end:
            about = proposals = False
            following = text.find("\n", start)
            paragraph_end = len(text) if following < 0 else following
        if _REQUESTS.search(text, start, end):
            about = True
        elif PROPOSALS.search(text, start, end):
            about, proposals = False, True
        elif not proposals and _RESULT.search(text, start, end):
            about = True
        marks = list(_MARK.finditer(text, start, end))
        named = {int(mark["year"]) for mark in marks if mark["year"] and not mark["to"]}
        if year is None and len(named) > 1:
            continue
        own = next(iter(named), None) if year is None else year
        yield Sentence(
            start, end, found[0], paragraph_end, tuple(_changes(text, marks, end, own)), about
        )


def _changes(
    text: str, marks: list[re.Match[str]], end: int, year: int | None
) -> Iterator[tuple[int, Time]]:
    now = Time.THIS_YEAR
    ends = [*(mark.start() for mark in marks[1:]), end]
    for mark, following in zip(marks, ends, strict=False):
        if mark["carried"]:  # 2022年结转: what came over from it, and no figure of that year
            continue
        if mark["to"] and (year is None or int(mark["year"]) == year + 1):  # 结转至2024年
            continue
        own = mark["this"] or (mark["year"] and int(mark["year"]) == year)
        time = Time.THIS_YEAR if own and not mark["range"] else Time.ANOTHER
        yield mark.start(), time
        if mark["compared"] and time is Time.ANOTHER:  # 较去年…: until the next comma
            clause = _CLAUSE_END.search(text, mark.end(), following)
            if clause is not None:
                yield clause.start(), now
        else:
            now = time
