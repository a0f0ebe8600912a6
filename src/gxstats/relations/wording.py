"""Relations and their outcomes in words, spelt with the form's own labels."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import cache, lru_cache
from typing import Final, TypeAlias

import attrs

from ..forms.catalogue import Cell
from ..forms.report import Form
from ..forms.rules import Strength
from ..text import LANGUAGES, Bilingual, Language
from . import phrases
from .checking import Outcome, Outcomes, Result
from .linear import Comparison, Relation, Term
from .years import LAST_YEAR, PREVIOUS

__all__ = [
    "NAMED_BLANKS",
    "Words",
    "check_text",
    "relation_name",
    "relation_text",
    "result_text",
    "words",
]

Label: TypeAlias = Callable[[str], str]
"""How a cell, given by its address, is named where the rest of the sentence says the table."""


def relation_text(relation: Relation, form: Form) -> Bilingual:
    """The sum of a relation in words."""
    return Bilingual(*(_relation_text(relation, form, language) for language in LANGUAGES))


def _relation_text(relation: Relation, form: Form, language: Language) -> str:
    place, label = _viewpoint(relation, form, language)
    left = _sum_of_labels(relation.left, label, language)
    right = _sum_of_labels(relation.right, label, language)
    if language == "zh":
        return f"{place}：{left} {relation.comparison.sign} {right}"
    sign = "=" if relation.comparison is Comparison.EQUAL else "≤"
    return f"{place}: {left} {sign} {right}"


def relation_name(relation: Relation, form: Form) -> Bilingual:
    """A relation in a few words: where it stands, and what it is about.

    >>> from gxstats import form, relation
    >>> relation_name(relation("requests.applicant_total.received"), form("2021")).zh
    '表三“一、本年新收政府信息公开申请数量”行“总计”'
    """
    return Bilingual(*(_relation_name(relation, form, language) for language in LANGUAGES))


def _relation_name(relation: Relation, form: Form, language: Language) -> str:
    place, label = _viewpoint(relation, form, language)
    name = _sum_of_labels(relation.left or relation.right, label, language)
    return f"{place}“{name}”" if language == "zh" else f'{place}, "{name}"'


def _viewpoint(relation: Relation, form: Form, language: Language) -> tuple[str, Label]:
    """What the cells have in common (said once), and how each is then named."""
    before = [address for address in relation.addresses if address.startswith(PREVIOUS)]
    if not before:
        return _common(relation.addresses, form, language)
    own = [address.removeprefix(PREVIOUS) for address in relation.addresses]
    place, label = _common(own, form, language)
    said = LAST_YEAR[language]
    if len(before) == len(own):
        return f"{said}{place}", lambda address: label(address.removeprefix(PREVIOUS))
    return (
        place,
        lambda address: (
            f"{said}{label(address.removeprefix(PREVIOUS))}"
            if address.startswith(PREVIOUS)
            else label(address)
        ),
    )


def _common(addresses: Sequence[str], form: Form, language: Language) -> tuple[str, Label]:
    cells = [form[address] for address in addresses]
    table = cells[0].table.short(language)
    first = cells[0]
    if all(cell.position.row == first.position.row for cell in cells):
        groups = {cell.columns for cell in cells}
        if len(groups) == 1 and not first.table.has_row_labels:
            place = _place(table, first.columns[-1][language], "", language)
        else:
            place = _place(table, first.row_name(language), "row", language)
        return place, lambda address: form[address].column[language]
    place = _place(table, first.column_name(language), "column", language)
    return place, lambda address: form[address].row_name(language)


def _place(table: str, name: str, what: str, language: Language) -> str:
    if language == "zh":
        return f"{table}“{name}”{ {'row': '行', 'column': '列', '': ''}[what] }"
    return f'{table[0].upper()}{table[1:]}, {f"{what} " if what else ""}"{name}"'


def _sum_of_labels(terms: Sequence[Term], label: Label, language: Language) -> str:
    return _joined([(term.coefficient, label(term.address)) for term in terms], language)


def _joined(parts: Sequence[tuple[int, str]], language: Language) -> str:
    text = ""
    for coefficient, name in parts:
        if text:
            text += (phrases.MINUS if coefficient < 0 else phrases.PLUS)[language]
        elif coefficient < 0:
            text += phrases.NEGATIVE[language]
        factor = abs(coefficient)
        text += name if factor == 1 else phrases.TIMES[language].format(factor=factor, name=name)
    return text or "0"


@attrs.frozen
class Words:
    """What the sentences on a relation say of its cells, whatever these hold."""

    place: str
    """What the cells have in common."""
    labels: tuple[str, ...]
    """What each is called beside that, left side first."""
    parts: tuple[str, str]
    """What the cells of the left and of the right side are called together."""


def words(relation: Relation, form: Form, language: Language) -> Words:
    """What the sentences on a relation of a form say of its cells.

    >>> from gxstats import form, relation
    >>> words(relation("disputes.total.reconsideration"), form("2021"), "en").parts[1]
    'the parts'
    """
    return _words(relation, form, language)[0]


@lru_cache(1_024)  # of the relations of the forms, again and again
def _words(relation: Relation, form: Form, language: Language) -> tuple[Words, Label]:
    """The same, and how each cell is named."""
    place, named = _viewpoint(relation, form, language)
    labels = {address: _short(named(address), language) for address in relation.addresses}
    label = labels.__getitem__
    left, right = (
        _name_of_parts(terms, form, label, language) if terms else ""
        for terms in (relation.left, relation.right)
    )
    return Words(place, tuple(map(label, relation.addresses)), (left, right)), label


# --- results --------------------------------------------------------------------------------


def result_text(result: Result, language: Language) -> str:
    """The outcome of a relation as the sentence a clerk needs, with the numbers."""
    relation = result.relation
    said, label = _words(relation, result.form, language)
    sides = zip((relation.left, relation.right), said.parts, strict=True)
    clauses = [_side(terms, parts, result, label, language) for terms, parts in sides if terms]
    clauses.append(_verdict(result, label, language))
    if relation.strength is Strength.SOFT and result.outcome is Outcome.VIOLATED:
        clauses[-1] += phrases.HINT[language]
    text = phrases.BETWEEN_CLAUSES[language].join(clauses)
    return phrases.SENTENCE[language].format(place=said.place, clauses=text)


_NUMBERING: Final = Bilingual(
    r"^(?:[一二三四五六七八九]、|（[一二三四五六七八九]）|\d\.)", r"^(?:\d\.|\(\d\)) "
)
_ASIDE: Final = Bilingual(r"（[^（）]*）$", r" \([^()]*\)$")


@cache  # the labels of the forms, again and again
def _short(name: str, language: Language) -> str:
    """A label as one would say it: without its number and without the form's own aside."""
    before = LAST_YEAR[language]
    if name.startswith(before):
        return before + _short(name.removeprefix(before), language)
    return re.sub(_ASIDE[language], "", re.sub(_NUMBERING[language], "", name))


def _pick(language: Language, zh: str, en: str) -> str:
    return Bilingual(zh, en)[language]


def _side(
    terms: Sequence[Term], parts: str, result: Result, label: Label, language: Language
) -> str:
    """One side of a sum, with what its parts are called: what it comes to, from which numbers."""
    if len(terms) == 1:
        (term,) = terms
        return _single(result.cells[term.address], label(term.address), language)
    values = [result.cells[term.address] for term in terms]
    if not any(values) and (None not in values or values.count(None) == len(values)):
        every = (phrases.BOTH if len(terms) == 2 else phrases.ALL)[language]
        phrase = phrases.ALL_BLANK if None in values else phrases.ALL_ZERO
        return phrase[language].format(parts=parts, every=every)
    phrase = phrases.KNOWN if None in values else phrases.SUM
    numbers = _numbers(terms, result, label, language)
    return phrase[language].format(parts=parts, known=result.known(terms), numbers=numbers)


def _single(value: int | None, name: str, language: Language) -> str:
    phrase = phrases.SINGLE_BLANK if value is None else phrases.SINGLE
    return phrase[language].format(name=name, value=value)


def _name_of_parts(terms: Sequence[Term], form: Form, label: Label, language: Language) -> str:
    """What to call the parts of a sum: by the numbers of their items, as the form itself does."""
    items = [_item_number(form[term.address.removeprefix(PREVIOUS)]) for term in terms]
    if len(set(items)) == len(items) and None not in items:
        if language == "zh":
            return "与".join(f"第{_NUMERALS[item - 1]}项" for item in items if item)
        return "items " + " and ".join(str(item) for item in items)
    if len(terms) == 2:
        return _pick(language, "与", " and ").join(label(term.address) for term in terms)
    return _pick(language, "各项", "the parts")


_NUMERALS: Final = "一二三四五六七八九"


def _item_number(cell: Cell) -> int | None:
    """The number of the item (一、 to 九、) that the cell's row is, or is listed under."""
    outermost = (*cell.headings, cell.row)[0].zh
    return _NUMERALS.index(outermost[0]) + 1 if outermost[1:2] == "、" else None


def _numbers(terms: Sequence[Term], result: Result, label: Label, language: Language) -> str:
    """The numbers of a sum with their labels, without the zeros of a long one."""
    shown: list[tuple[int, str]] = []
    blanks: list[str] = []
    zeros = 0
    for term in terms:
        value = result.cells[term.address]
        if value is None:
            blanks.append(label(term.address))
        elif value == 0 and len(terms) > 2:
            zeros += 1
        else:
            named = phrases.LABELLED[language].format(label=label(term.address), value=value)
            shown.append((term.coefficient, named))
    notes = [_joined(shown, language)] if shown else []
    if blanks:
        notes.append(_blank(blanks, language))
    if zeros:
        phrase = phrases.OTHERS_ZERO if zeros > 1 else phrases.OTHER_ZERO
        notes.append(phrase[language].format(count=zeros))
    return phrases.BETWEEN_NOTES[language].join(notes)


def _blank(names: Sequence[str], language: Language) -> str:
    """Which cells are blank; of many, the first three."""
    quoted = (phrases.QUOTED[language].format(name=name) for name in names[:NAMED_BLANKS])
    listed = phrases.BETWEEN_QUOTED[language].join(quoted)
    count, more = len(names), len(names) - NAMED_BLANKS
    if more > 0:
        return phrases.MORE_BLANKS[language].format(names=listed, count=count, more=more)
    return (phrases.BLANK if count == 1 else phrases.BLANKS)[language].format(names=listed)


NAMED_BLANKS: Final = 3
"""Blanks that a sentence names before it only counts them."""


def _verdict(result: Result, label: Label, language: Language) -> str:
    if result.outcome is Outcome.HELD:
        return phrases.CORRECT[language]
    if result.outcome is Outcome.UNDECIDED:
        return phrases.UNDECIDED[language]
    relation, residual = result.relation, result.residual
    if residual is None:
        return phrases.IMPOSSIBLE[language]
    by = abs(residual)
    if relation.comparison is Comparison.AT_MOST:
        phrase = phrases.EXCEEDS if relation.left else phrases.BELOW_ZERO
        return phrase[language].format(by=by)
    if (
        len(relation.left) == 1 < len(relation.right)
    ):  # which of the numbers is wrong, a sum cannot tell
        (total,) = relation.left
        phrase = phrases.TOTAL_MORE if residual > 0 else phrases.TOTAL_LESS
        return phrase[language].format(name=label(total.address), by=by)
    return (phrases.FORMER_MORE if residual > 0 else phrases.FORMER_LESS)[language].format(by=by)


# --- checks ---------------------------------------------------------------------------------


def check_text(check: Outcomes, language: Language) -> str:
    """The verdict on a report: what matters first."""
    undecided = check.undecided
    lines = [_headline(check, language)]
    marked = [
        (_pick(language, "不符", "violated"), check.violated),
        (_pick(language, "提示", "hint"), check.hints),
        (_pick(language, "未定", "undecided"), undecided[:3]),
    ]
    lines += [
        f"  [{mark}] {result.explain(language)}" for mark, found in marked for result in found
    ]
    if len(undecided) > 3:
        more = len(undecided) - 3
        lines.append(_pick(language, f"  ……另有 {more} 条无法判断。", f"  … and {more} more."))
    return "\n".join(lines)


def _headline(check: Outcomes, language: Language) -> str:
    found = {
        "violated": len(check.violated),
        "undecided": len(check.undecided),
        "held": len(check.held),
    }
    counts = phrases.BETWEEN_COUNTS[language].join(
        phrase[language].format(count=found[outcome])
        for outcome, phrase in phrases.COUNTED.items()
        if found[outcome]
    )
    verdict = phrases.VERDICTS[check.verdict.value][language]
    return phrases.HEADLINE[language].format(verdict=verdict, counts=counts)
