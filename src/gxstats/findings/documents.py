"""What a sentence of the narrative states of rules (规章) and normative documents (规范性文件).

A clause is understood as a whole or not at all: one that names another maker, a kind of document, a
review or a draft states nothing of table two.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

import attrs

from .numerals import Number
from .subjects import Subject

__all__ = ["documents_none", "documents_stated"]

_SUBJECTS: Final = {
    ("rules", "issued"): Subject.RULES_ISSUED,
    ("rules", "repealed"): Subject.RULES_REPEALED,
    ("rules", "in_force"): Subject.RULES_IN_FORCE,
    ("documents", "issued"): Subject.DOCUMENTS_ISSUED,
    ("documents", "repealed"): Subject.DOCUMENTS_REPEALED,
    ("documents", "in_force"): Subject.DOCUMENTS_IN_FORCE,
}
_NOUN: Final = (
    r"(?:(?P<rules>(?:[省市州]|地方|部门)?(?:政府)?规章)|(?P<documents>(?:行政)?规范性文件))"
)
_DID: Final = (
    r"(?:(?P<issued>新?(?:制定|制发|制订|出台|印发|颁布)(?:[并、和及]?(?:出台|制发|印发|颁布))?)"
    r"|(?P<repealed>(?:宣布|决定)?废止(?:[和、或及并]?(?:宣布)?失效)?)"
    r"|(?P<in_force>现行有效))"
)
_COUNTED: Final = r"[件数量总共计合为有是达:]*"
_END: Final = r"(?=[，,。;；、！!()\n]|$)"
_MAKER: Final = r"[我本](?:局|委|办|厅|院|署|镇|乡|街道|单位|机关|部门|中心)"
"""The organ itself; 我市 in the mouth of a bureau is the city."""
_GOVERNMENT: Final = r"[我本全][省市州盟县区旗](?:人民)?(?:政府)?|[省市州盟县区旗](?:人民)?政府"
_WHEN: Final = r"20\d\d年度?|年度?|[本今]年度?|全年|年内|目前|截至|年?底|[日止]|现有?|共计?|合计|新|已|依法|及时|严格|按程序"
_BREAKS: Final = re.compile(r"[，,。;；！？!?()\n]")
_BEFORE: Final = 60
_AFTER: Final = 30
_OTHER_TIME: Final = re.compile(
    r"近[\d一二三四五六七八九十几两]*年|(?<![今本]年)以来|[上下]半年|季度|期间|累计|历年|月份"
)
_CHANGE: Final = re.compile(r"增|减|上升|下降|同比|多于|少于|超|不足|约|逾|率|平均")
_OFFICE: Final = re.compile(
    r"[\u4e00-\u9fff]{0,8}(?:办公室|政府办|司法局|部门(?!规章)|单位|街道|乡镇|镇街)"
)


@attrs.frozen
class _Words:
    """What a clause of one sort of organ may say."""

    clauses: tuple[re.Pattern[str], ...]
    """What was done and to what, before the number."""
    did_only: re.Pattern[str]
    """What was done; the noun stands after the number or before an earlier one."""
    before_none: re.Pattern[str]

    @classmethod
    def of(cls, maker: str) -> _Words:
        prefix = rf"[、和及并]?(?:{_WHEN}|{maker})*"
        return cls(
            (
                re.compile(rf"{prefix}{_DID}的?了?(?:各类)?{_NOUN}{_COUNTED}"),
                re.compile(rf"{prefix}{_NOUN}(?:本年度?|全年|年内)?{_DID}{_COUNTED}"),
            ),
            re.compile(rf"{prefix}{_DID}(?:的|了)?{_COUNTED}"),
            re.compile(prefix),
        )


_DEPARTMENT_WORDS: Final = _Words.of(_MAKER)
_GOVERNMENT_WORDS: Final = _Words.of(f"{_MAKER}|{_GOVERNMENT}")
_OTHER_MAKER: Final = re.compile(r"名义|本级|上级|省级|国家|代拟|起草|法规")
_ITS_GOVERNMENT: Final = re.compile(_GOVERNMENT)
_THEN_NOUN: Final = re.compile(rf"的?(?:现行有效的?)?{_NOUN}{_END}")
_NONE: Final = re.compile(
    rf"(?:未|没有|无|尚未)(?P<did>新?(?:制定|制发|制订|出台|印发|颁布|废止)(?:[并、和及]?(?:出台|制发|印发|颁布))?)过?(?:任何)?"
    rf"{_NOUN}(?:[、和及或](?:(?P<more_rules>(?:政府|部门)?规章)|(?P<more_documents>(?:行政)?规范性文件)))?{_END}"
)


def _own(said: str, organ: str) -> str:
    """The words without the name of the organ."""
    return said.replace(organ, "") if organ else said


def _words(organ: str) -> _Words:
    government = organ.endswith(("政府", "省", "市", "州", "盟", "县", "区", "旗"))
    return _GOVERNMENT_WORDS if government else _DEPARTMENT_WORDS


def _of_others(earlier: str, words: _Words) -> bool:
    """Whether a sentence has spoken of other makers or of other times."""
    return (
        _OTHER_TIME.search(earlier) is not None
        or _OTHER_MAKER.search(earlier) is not None
        or (words is _DEPARTMENT_WORDS and _ITS_GOVERNMENT.search(earlier) is not None)
    )


def _named(found: re.Match[str], *names: str) -> str | None:
    return next((name for name in names if name in found.re.groupindex and found[name]), None)


def documents_stated(
    text: str, start: int, numbers: Sequence[Number], organ: str
) -> Iterator[tuple[Number, Subject, str | None]]:
    """The numbers of a sentence that count rules or documents, with the office that it names.

    ``text`` is the folded text up to the end of the sentence, ``start`` where the sentence begins,
    ``organ`` the name of the organ.
    """
    words = _words(organ)
    noun: str | None = None
    previous = start
    for place, number in enumerate(numbers):
        clause = _BREAKS.split(text[max(previous, number.start - _BEFORE) : number.start])[-1]
        clause = _own(clause, organ)
        end = numbers[place + 1].start if place + 1 < len(numbers) else len(text)
        after = text[number.after : min(end, number.after + _AFTER)]
        earlier = text[start : number.start]
        previous = number.after
        stated, noun = _stated(clause, after, noun, words)
        if stated is None or number.value is None:
            continue
        if (
            _of_others(_own(earlier, organ), words)
            or _CHANGE.search(clause)
            or earlier.endswith(
                (f"其中{clause}", f"其中，{clause}", f"其中:{clause}", f"其中,{clause}")
            )
        ):
            continue
        yield number, stated, _office(earlier, organ)


def _stated(
    clause: str, after: str, noun: str | None, words: _Words
) -> tuple[Subject | None, str | None]:
    """What a number counts, and what the numbers after it count that repeat no noun."""
    for pattern in words.clauses:
        found = pattern.fullmatch(clause)
        if found is not None and re.match(_END, after):
            kind = _named(found, "rules", "documents") or ""
            did = _named(found, "issued", "repealed", "in_force") or ""
            return _SUBJECTS[kind, did], kind
    found = words.did_only.fullmatch(clause)
    if found is not None:
        did = _named(found, "issued", "repealed", "in_force") or ""
        then = _THEN_NOUN.match(after)
        counted = _named(then, "rules", "documents") if then is not None else None
        if counted is None and re.match(_END, after):
            counted = noun
        if counted is not None:
            return _SUBJECTS[counted, did], counted
    return None, None


def _office(earlier: str, organ: str) -> str | None:
    found = _OFFICE.search(_own(earlier, organ))
    if found is None or re.search(r"[我本](?:单位|部门|街道)$", found[0]):
        return None
    return found[0]


def documents_none(
    text: str, start: int, organ: str
) -> Iterator[tuple[int, int, Subject, str | None]]:
    """The places of a sentence that state that no rule or document was issued or repealed."""
    words = _words(organ)
    for found in _NONE.finditer(text, start):
        earlier = text[start : found.start()]
        clause = _BREAKS.split(earlier[-_BEFORE:])[-1]
        clause = _own(clause, organ)
        if _of_others(_own(earlier, organ), words) or not words.before_none.fullmatch(clause):
            continue
        did = "repealed" if "废止" in found["did"] else "issued"
        for name in ("rules", "documents", "more_rules", "more_documents"):
            if found[name]:
                subject = _SUBJECTS[name.removeprefix("more_"), did]
                yield found.start(), found.end(), subject, _office(earlier, organ)
