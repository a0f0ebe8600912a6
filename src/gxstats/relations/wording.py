"""Relations and their outcomes in words, spelt with the form's own labels."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import Final, TypeAlias

from ..forms.catalogue import Cell, Form
from ..forms.rules import Strength
from ..text import LANGUAGES, Bilingual, Language
from .checking import Outcome, Outcomes, Result
from .linear import Comparison, Relation, Term
from .years import LAST_YEAR, PREVIOUS

__all__ = ["check_text", "relation_name", "relation_text", "result_text"]

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
        if len(groups) == 1 and first.table.number == "四":
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
    plus, minus, sign = (" ＋ ", " － ", "－") if language == "zh" else (" + ", " - ", "-")
    text = ""
    for coefficient, name in parts:
        if text:
            text += minus if coefficient < 0 else plus
        elif coefficient < 0:
            text += sign
        text += name if abs(coefficient) == 1 else f"{abs(coefficient)}×{name}"
    return text or "0"


# --- results --------------------------------------------------------------------------------


def result_text(result: Result, language: Language) -> str:
    """The outcome of a relation as the sentence a clerk needs, with the numbers."""
    relation = result.relation
    place, named = _viewpoint(relation, result.form, language)

    def label(address: str) -> str:
        return _short(named(address), language)

    sides = [terms for terms in (relation.left, relation.right) if terms]
    clauses = [_side(terms, result, label, language) for terms in sides]
    clauses.append(_verdict(result, label, language))
    if relation.strength is Strength.SOFT and result.outcome is Outcome.VIOLATED:
        clauses[-1] += _pick(
            language, "（仅供提示，不一定有误）", " (a hint only; it need not be an error)"
        )
    if language == "zh":
        return f"{place}：{'，'.join(clauses)}。"
    return f"{place}: {'; '.join(clauses)}."


_NUMBERING: Final = Bilingual(
    r"^(?:[一二三四五六七八九]、|（[一二三四五六七八九]）|\d\.)", r"^(?:\d\.|\(\d\)) "
)
_ASIDE: Final = Bilingual(r"（[^（）]*）$", r" \([^()]*\)$")


def _short(name: str, language: Language) -> str:
    """A label as one would say it: without its number and without the form's own aside."""
    before = LAST_YEAR[language]
    if name.startswith(before):
        return before + _short(name.removeprefix(before), language)
    return re.sub(_ASIDE[language], "", re.sub(_NUMBERING[language], "", name))


def _pick(language: Language, zh: str, en: str) -> str:
    return Bilingual(zh, en)[language]


def _side(terms: Sequence[Term], result: Result, label: Label, language: Language) -> str:
    """One side of a sum: what it comes to, and from which numbers."""
    if len(terms) == 1:
        return _single(result.cells[terms[0].address], label(terms[0].address), language)
    values = [result.cells[term.address] for term in terms]
    parts = _name_of_parts(terms, result.form, label, language)
    known = result.known(terms)
    if not any(values):
        every = "both" if len(terms) == 2 else "all"
        if None not in values:
            return _pick(language, f"{parts}均为 0", f"{parts} are {every} 0")
        if values.count(None) == len(values):
            return _pick(language, f"{parts}均空白", f"{parts} are {every} blank")
    numbers = _numbers(terms, result, label, language)
    if None in values:
        return _pick(
            language,
            f"{parts}已填合计 {known}（{numbers}）",
            f"{parts}, as far as filled in, add up to {known} ({numbers})",
        )
    return _pick(
        language, f"{parts}之和为 {known}（{numbers}）", f"{parts} add up to {known} ({numbers})"
    )


def _single(value: int | None, name: str, language: Language) -> str:
    if value is None:
        return _pick(language, f"{name}空白", f"{name} is blank")
    return _pick(language, f"{name}填 {value}", f"{name} is {value}")


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
            shown.append((term.coefficient, f"{label(term.address)} {value}"))
    notes = [_joined(shown, language)] if shown else []
    if blanks:
        notes.append(_blank(blanks, language))
    if zeros:
        are = f"{zeros} are" if zeros > 1 else "one is"
        notes.append(_pick(language, f"其余 {zeros} 项为 0", f"the other {are} 0"))
    return _pick(language, "，", "; ").join(notes)


def _blank(names: Sequence[str], language: Language) -> str:
    """Which cells are blank; of many, the first three."""
    more = len(names) - 3
    if language == "zh":
        quoted = "".join(f"“{name}”" for name in names[:3])
        return f"{quoted}等 {len(names)} 项空白" if more > 0 else f"{quoted}空白"
    quoted = ", ".join(f'"{name}"' for name in names[:3])
    if more > 0:
        return f"{quoted} and {more} more are blank"
    return f"{quoted} {'is' if len(names) == 1 else 'are'} blank"


def _verdict(result: Result, label: Label, language: Language) -> str:
    if result.outcome is Outcome.HELD:
        return _pick(language, "相符", "correct")
    if result.outcome is Outcome.UNDECIDED:
        return _pick(language, "无法判断", "this cannot be decided")
    relation, residual = result.relation, result.residual
    if residual is None:
        return _pick(
            language,
            "空白处无论填多少都不相符",
            "whatever stands in the blank, this cannot be correct",
        )
    by = abs(residual)
    if relation.comparison is Comparison.AT_MOST:
        if not relation.left:
            return _pick(language, "不应小于 0", "this should not be below 0")
        return _pick(
            language,
            f"前者不应大于后者，现大 {by}",
            f"the former should not exceed the latter, but is {by} more",
        )
    more = _pick(language, "多", "more") if residual > 0 else _pick(language, "少", "less")
    if (
        len(relation.left) == 1 < len(relation.right)
    ):  # which of the numbers is wrong, a sum cannot tell
        name = label(relation.left[0].address)
        return _pick(
            language, f"{name}比各项之和{more} {by}", f"{name} is {by} {more} than the parts"
        )
    return _pick(language, f"前者比后者{more} {by}", f"the former is {by} {more} than the latter")


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
    verdict = {
        Outcome.HELD: Bilingual("勾稽关系全部相符", "All cross-checks hold"),
        Outcome.VIOLATED: Bilingual("勾稽关系不符", "The numbers do not add up"),
        Outcome.UNDECIDED: Bilingual(
            "有空白，部分勾稽关系无法判断", "Blanks leave cross-checks undecided"
        ),
    }[check.verdict]
    numbers = [
        (len(check.violated), Bilingual("不符 {} 条", "{} violated")),
        (len(check.undecided), Bilingual("无法判断 {} 条", "{} undecided")),
        (len(check.held), Bilingual("相符 {} 条", "{} held")),
    ]
    counts = [text[language].format(number) for number, text in numbers if number]
    if language == "zh":
        return f"{verdict.zh}：{'，'.join(counts)}。"
    return f"{verdict.en}: {', '.join(counts)}."
