"""Relations and their outcomes in words, spelt with the form's own labels."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from ..forms.catalogue import Form
from ..forms.rules import Strength
from ..text import LANGUAGES, Bilingual, Language
from .linear import Relation, Term

if TYPE_CHECKING:
    from .checking import Check, Result

__all__ = ["check_text", "relation_text", "result_text"]


def relation_text(relation: Relation, form: Form) -> Bilingual:
    """The sum of a relation in words."""
    return Bilingual(*(_relation_text(relation, form, language) for language in LANGUAGES))


def _relation_text(relation: Relation, form: Form, language: Language) -> str:
    place, label = _viewpoint(relation, form, language)
    left = _sum_of_labels(relation.left, label)
    right = _sum_of_labels(relation.right, label)
    colon = "：" if language == "zh" else ": "
    return f"{place}{colon}{left} {relation.comparison.sign} {right}"


def _viewpoint(
    relation: Relation, form: Form, language: Language
) -> tuple[str, Callable[[str], str]]:
    """What the cells have in common (said once), and how each is then named."""
    cells = [form[address] for address in relation.addresses]
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


def _sum_of_labels(terms: Sequence[Term], label: Callable[[str], str]) -> str:
    return _joined([(term.coefficient, label(term.address)) for term in terms])


def _joined(parts: Sequence[tuple[int, str]]) -> str:
    text = ""
    for coefficient, name in parts:
        if text:
            text += " － " if coefficient < 0 else " ＋ "
        elif coefficient < 0:
            text += "－"
        text += name if abs(coefficient) == 1 else f"{abs(coefficient)}×{name}"
    return text or "0"


def result_text(result: Result, language: Language) -> str:
    """The outcome of a relation as the sentence a clerk needs, with the numbers."""
    from .checking import Outcome

    relation = result.relation
    place, label = _viewpoint(relation, result.form, language)
    colon = "：" if language == "zh" else ": "
    sums = _both_sides(result, label, language)
    if result.outcome is Outcome.HELD:
        verdict = {"zh": "相符", "en": "holds"}[language]
    elif result.outcome is Outcome.UNDECIDED:
        verdict = _undecided(result, label, language)
    else:
        verdict = _violated(result, language)
    note = ""
    if relation.strength is Strength.SOFT and result.outcome is Outcome.VIOLATED:
        note = {
            "zh": "（此项仅供提示，不一定有误）",
            "en": " (a hint only; this need not be an error)",
        }[language]
    stop = "。" if language == "zh" else "."
    separator = "；" if language == "zh" else "; "
    return f"{place}{colon}{sums}{separator}{verdict}{note}{stop}"


def _both_sides(result: Result, label: Callable[[str], str], language: Language) -> str:
    left = _side(result.relation.left, result, label, language)
    right = _side(result.relation.right, result, label, language)
    separator = "，" if language == "zh" else ", "
    return f"{left}{separator}{right}"


def _side(
    terms: Sequence[Term], result: Result, label: Callable[[str], str], language: Language
) -> str:
    """One side of a sum: its parts with their numbers, leaving out the zeros of a long sum."""
    opening, closing = ("（", "）") if language == "zh" else (" (", ")")
    blank = {"zh": "空白", "en": "blank"}[language]
    parts: list[tuple[int, str]] = []
    zeros = 0
    for term in terms:
        value = result.cells[term.address]
        if value == 0 and len(terms) > 2:
            zeros += 1
            continue
        printed = blank if value is None else f"{value}"
        parts.append((term.coefficient, f"{label(term.address)}{opening}{printed}{closing}"))
    if not parts:
        parts_text = {
            "zh": f"各项（共 {zeros} 项）均为 0",
            "en": f"all {zeros} parts are 0",
        }[language]
        return parts_text if terms else "0"
    text = _joined(parts)
    total = result.side(terms)
    if len(terms) > 1:
        if total is None:
            known = result.known(terms)
            text += {"zh": f"，已填各项合计 {known}", "en": f", the known parts make {known}"}[
                language
            ]
        else:
            text += f" ＝ {total}"
        if zeros:
            text += {"zh": f"（其余 {zeros} 项为 0）", "en": f" (the other {zeros} are 0)"}[
                language
            ]
    return text


def _violated(result: Result, language: Language) -> str:
    residual = result.residual
    if residual is None:
        return {
            "zh": "空白处无论填多少都不能相符",
            "en": "whatever the blanks hold, this cannot hold",
        }[language]
    if language == "zh":
        return f"左边比右边{'多' if residual > 0 else '少'} {abs(residual)}"
    more = "more" if residual > 0 else "less"
    return f"the left side is {abs(residual)} {more} than the right"


def _undecided(result: Result, label: Callable[[str], str], language: Language) -> str:
    blanks = [label(address) for address, value in result.cells.items() if value is None]
    shown = blanks[:3]
    if language == "zh":
        names = "、".join(f"“{name}”" for name in shown) + ("等" if len(blanks) > 3 else "")
        return f"{names}共 {len(blanks)} 格空白，无法判断"
    names = ", ".join(f'"{name}"' for name in shown) + (", …" if len(blanks) > 3 else "")
    are = "cell is blank" if len(blanks) == 1 else "cells are blank"
    return f"undecided: {len(blanks)} {are} ({names})"


def check_text(check: Check, language: Language) -> str:
    """The verdict on a report: what matters first."""
    from .checking import Outcome

    held, violated, undecided = len(check.held), len(check.violated), len(check.undecided)
    verdict = {
        Outcome.HELD: Bilingual("勾稽关系全部相符。", "All cross-checks hold."),
        Outcome.VIOLATED: Bilingual("勾稽关系不符。", "The numbers do not add up."),
        Outcome.UNDECIDED: Bilingual(
            "有空白，部分勾稽关系无法判断。", "Blanks leave some cross-checks open."
        ),
    }[check.verdict]
    counts = Bilingual(
        f"相符 {held} 条，不符 {violated} 条，无法判断 {undecided} 条。",
        f"{held} held, {violated} violated, {undecided} undecided.",
    )
    lines = [f"{verdict[language]}{'' if language == 'zh' else ' '}{counts[language]}"]
    mark = {"zh": "不符", "en": "violated"}[language]
    hint = {"zh": "提示", "en": "hint"}[language]
    open_ = {"zh": "未定", "en": "undecided"}[language]
    lines += [f"  [{mark}] {result.explain(language)}" for result in check.violated]
    lines += [f"  [{hint}] {result.explain(language)}" for result in check.hints]
    lines += [f"  [{open_}] {result.explain(language)}" for result in check.undecided[:3]]
    if undecided > 3:
        rest = {
            "zh": f"  ……另有 {undecided - 3} 条无法判断。",
            "en": f"  … and {undecided - 3} more undecided.",
        }
        lines.append(rest[language])
    return "\n".join(lines)
