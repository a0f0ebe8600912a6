"""The numbers that the narrative states, against those of the tables."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from ..forms.report import Report
from ..text import Bilingual, Language
from .finding import Finding, Sense, section_title
from .kinds import FindingKind, FindingStrength
from .senses import refutes, senses_of
from .statements import statements
from .subjects import Statement, Subject

__all__ = ["text_against_table"]

SUBJECTS: Final = {
    Subject.RULES_ISSUED: Bilingual("制发的规章", "rules issued"),
    Subject.RULES_REPEALED: Bilingual("废止的规章", "rules repealed"),
    Subject.RULES_IN_FORCE: Bilingual("现行有效的规章", "rules in force"),
    Subject.DOCUMENTS_ISSUED: Bilingual("制发的行政规范性文件", "normative documents issued"),
    Subject.DOCUMENTS_REPEALED: Bilingual("废止的行政规范性文件", "normative documents repealed"),
    Subject.DOCUMENTS_IN_FORCE: Bilingual(
        "现行有效的行政规范性文件", "normative documents in force"
    ),
    Subject.RECEIVED: Bilingual("收到的申请", "requests received"),
    Subject.HANDLED: Bilingual("办理的申请", "requests handled"),
    Subject.ON_REQUEST: Bilingual("依申请公开", "disclosures on request"),
    Subject.ANSWERED: Bilingual("已答复的申请", "requests answered"),
    Subject.CARRIED_IN: Bilingual("上年转入的申请", "requests carried in"),
    Subject.CARRIED_OUT: Bilingual("转入下年的申请", "requests carried out"),
    Subject.GRANTED: Bilingual("同意公开的申请", "requests granted"),
    Subject.PARTIALLY_GRANTED: Bilingual("公开一部分的申请", "requests granted in part"),
    Subject.REFUSED: Bilingual("拒绝公开的申请", "requests refused"),
    Subject.UNAVAILABLE: Bilingual("没有信息可提供的申请", "requests without information to give"),
    Subject.NOT_PROCESSED: Bilingual("未予处理的申请", "requests not processed"),
    Subject.OTHER_HANDLING: Bilingual("以其他方式处理的申请", "requests handled otherwise"),
    Subject.RECONSIDERATION: Bilingual("复议案件", "reconsideration cases"),
    Subject.LITIGATION: Bilingual("诉讼案件", "court cases"),
}
"""What each subject counts, in the words of the findings."""


def text_against_table(report: Report) -> Iterator[Finding]:
    """A finding for every number of the text that no reading reconciles with the tables.

    Where the text states a subject more than once, and once as the table has it, nothing is said:
    the others are then most likely parts of it.
    """
    by_subject: dict[Subject, list[Statement]] = {}
    for statement in statements(report.narrative, report.organ.name, report.year):
        by_subject.setdefault(statement.subject, []).append(statement)
    found: list[tuple[Statement, tuple[Sense, ...]]] = []
    for subject, stated in by_subject.items():
        senses = senses_of(report, subject)
        if not senses:  # the form does not ask for it
            continue
        wrong: dict[int, Statement] = {}
        for one in stated:
            if not all(refutes(report, sense, one.value) for sense in senses):
                break
            wrong.setdefault(one.value, one)
        else:
            found += [(one, senses) for one in wrong.values()]
    sections = ("overview", "problems", "other")
    found.sort(
        key=lambda one: (sections.index(one[0].passage.section), one[0].passage.number_start)
    )
    for statement, senses in found:
        yield _finding(report, statement, senses)


def _finding(report: Report, statement: Statement, senses: tuple[Sense, ...]) -> Finding:
    subject, office = SUBJECTS[statement.subject], statement.office
    title = section_title(statement.passage.section)
    index = report.form.index
    addresses = {term.address for sense in senses for term in sense.terms}
    return Finding(
        kind=FindingKind.TEXT_AGAINST_TABLE,
        strength=_strength(statement),
        cells=tuple(sorted(addresses, key=index.__getitem__)),
        found=Bilingual(
            f"“{title.zh}”写明{subject.zh} {statement.value} 件"
            + (f"（所说的可能只是“{office}”）" if office else ""),
            f'section "{title.en}" states {statement.value} {subject.en}'
            + (f' (perhaps only those of one office, "{office}")' if office else ""),
        ),
        expected=Bilingual(_tried(senses, "zh"), _tried(senses, "en")),
        passage=statement.passage,
        senses=senses,
    )


_DOCUMENTS: Final = frozenset(
    subject for subject in Subject if subject.value.startswith(("rules_", "documents_"))
)


def _strength(statement: Statement) -> FindingStrength:
    if statement.office is not None:
        return FindingStrength.HINT
    # The text often counts what one office made or what one clearing repealed.
    of_documents = statement.subject in _DOCUMENTS
    return FindingStrength.UNLIKELY if of_documents else FindingStrength.CONTRADICTION


_SHOWN: Final = 4
"""Readings that the sentence lists; all of them are in the finding."""


def _tried(senses: tuple[Sense, ...], language: Language) -> str:
    blank = {"zh": "有空白", "en": "open, with blanks"}[language]
    listed = [
        f"{sense.text(language)} {blank if sense.value is None else sense.value}"
        for sense in senses[:_SHOWN]
    ]
    more = len(senses) - len(listed)
    if language == "zh":
        rest = f"，另试过 {more} 种口径" if more else ""
        return f"表格各种口径均对不上：{'；'.join(listed)}{rest}"
    rest = f"; {more} more readings were tried" if more else ""
    return f"no reading of the tables gives it: {'; '.join(listed)}{rest}"
