"""A diagnosis in words: what is wrong, how sure that is, and the proof that it takes no less."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from ..relations.wording import relation_name
from ..text import LANGUAGES, Bilingual, Language
from . import phrases

if TYPE_CHECKING:
    from .diagnosing import Diagnosis
    from .search import Problem

__all__ = ["reason", "sentences", "summary"]


def summary(diagnosis: Diagnosis, language: Language) -> str:
    """The diagnosis in one line."""
    size, count = diagnosis.size, diagnosis.count
    if not count or not size:
        return diagnosis.reason[language]
    first = diagnosis.explanations[0].explain(language)
    phrase = phrases.ONLY if diagnosis.unique else phrases.LIKELIEST
    return phrase[language].format(count=count, explanation=first)


def sentences(diagnosis: Diagnosis, language: Language, most: int | None) -> list[str]:
    """The explanations, those first for which most speaks, as far as there are any."""
    if not diagnosis.count or not diagnosis.size:
        return []
    zh = language == "zh"
    shown = diagnosis.explanations[:most]
    if diagnosis.unique:
        (only,) = shown
        head = "只有一种最小的解释：" if zh else "There is one smallest explanation: "
        return [head + only.explain(language) + ("。" if zh else ".")]
    cost = Bilingual(f"代价各为 {diagnosis.size}", f"each at the cost of {diagnosis.size}")
    cells = _cells(diagnosis.size)
    several = (cost if _weighed(diagnosis) else Bilingual(f"各改{cells.zh}", cells.en))[language]
    head = (
        f"有 {diagnosis.count} 种同样小的解释（{several}），可能性大的在前："
        if zh
        else f"There are {diagnosis.count} explanations of the same size ({several}), "
        "the likelier first:"
    )
    found = [head, *(f"{i}. {one.explain(language)}" for i, one in enumerate(shown, 1))]
    if diagnosis.count > len(shown):
        more = diagnosis.count - len(shown)
        found.append(f"……另有 {more} 种" if zh else f"… and {more} more")
    return found


def _cells(number: int) -> Bilingual:
    return Bilingual(f" {number} 格", f"{number} cell{'' if number == 1 else 's'}")


def _weighed(diagnosis: Diagnosis) -> bool:
    """Whether the size is what the cells cost, and not their number."""
    return bool(set(diagnosis.problem.weights.values()) - {1})


def _less(diagnosis: Diagnosis) -> Bilingual:
    """What no explanation does."""
    size = diagnosis.size
    if _weighed(diagnosis):
        return Bilingual(f"代价小于 {size} ", f"costs less than {size} by the weights given")
    return Bilingual(f"改动少于 {size} 格", f"changes fewer than {_cells(size).en}")


def _fail(number: int) -> str:
    if number == 1:
        return "One relation fails"
    return f"{number} relations fail (not counting those that follow from the others)"


def reason(diagnosis: Diagnosis) -> Bilingual:
    """Why it takes no fewer cells."""
    less = _less(diagnosis)
    if not diagnosis.complete:
        return Bilingual(
            f"试过 {diagnosis.steps} 步，尚未找全；{less.zh}的办法都不成立。",
            f"After {diagnosis.steps} steps the search was not finished; nothing that {less.en} "
            "will do.",
        )
    if not diagnosis.count:
        return Bilingual(
            "在认定无误的格不变的前提下，怎样改也不能使各项等式都成立。",
            "With the cells that are known to be right, no change makes all relations hold.",
        )
    if diagnosis.size == 0:
        return Bilingual("没有不成立的等式。", "No relation fails.")
    if not diagnosis.given:
        return _of_relations(diagnosis)
    does = "does" if diagnosis.given == 1 else "do"
    known = Bilingual(
        f"有{_cells(diagnosis.given).zh}与已知的数不同。",
        f"{_cells(diagnosis.given).en} {does} not hold the number that is known.",
    )
    rest = (
        _of_relations(diagnosis)
        if len(diagnosis.places) > diagnosis.given
        else Bilingual(
            "填上已知的数，各式都成立。", "With the known numbers put in, no relation fails."
        )
    )
    return Bilingual(f"{known.zh}{rest.zh}", f"{known.en} {rest.en}")


def _of_relations(diagnosis: Diagnosis) -> Bilingual:
    """Why the relations that fail take so many cells, those aside whose numbers are known."""
    if _weighed(diagnosis):
        less = _less(diagnosis)
        return Bilingual(
            f"不成立的等式中各格都试过（{diagnosis.steps} 步）：{less.zh}的办法都不成立。",
            f"Every cell of the failing relations was tried ({diagnosis.steps} steps): nothing that "
            f"{less.en} will do.",
        )
    size, failing = diagnosis.size - diagnosis.given, diagnosis.failing
    if failing and size == 1 and diagnosis.count == 1:
        return Bilingual(
            f"有 {failing} 条等式不成立（能由其余等式推出的不计），只改一格就能使各式都成立的，仅此一格。",
            f"{_fail(failing)}; of all cells, this is the only one whose change "
            "alone makes every relation hold.",
        )
    if failing and size == 1:
        return Bilingual(
            f"有 {failing} 条等式不成立（能由其余等式推出的不计），至少有一格有误；以上 {diagnosis.count} 格，"
            "改任何一格都能使各式都成立，等式本身分不出是哪一格。",
            f"{_fail(failing)}, so at least one cell is wrong; to change any of "
            f"these {diagnosis.count} cells makes every relation hold, and the relations cannot tell "
            "which of them it is.",
        )
    most = diagnosis.problem.equations.most_rows
    if diagnosis.bound == diagnosis.size:
        return Bilingual(
            f"有 {failing} 条等式不成立（能由其余等式推出的不计），一格至多出现在其中 {most} 条，"
            f"不同的表没有共同的格，所以至少有 {size} 格有误。",
            f"{_fail(failing)}; a cell stands in {most} of them at most, and "
            f"no cell in two tables, so at least {_cells(size).en} must be wrong.",
        )
    no_single = _why_no_single_cell(diagnosis.problem)
    if size == 2 and no_single is not None:
        return no_single
    whole = Bilingual(
        f"不成立的等式中各格都试过（{diagnosis.steps} 步）：改动少于 {size} 格，总有等式不成立或有格变为负数。",
        f"Every cell of the failing relations was tried ({diagnosis.steps} steps): with fewer than "
        f"{_cells(size).en} changed, some relation fails still or some cell becomes negative.",
    )
    if no_single is None:
        return whole
    between = {"zh": "", "en": " "}
    return Bilingual(
        *(f"{no_single[language]}{between[language]}{whole[language]}" for language in LANGUAGES)
    )


# --- why one cell is not enough -------------------------------------------------------------------


def _why_no_single_cell(problem: Problem) -> Bilingual | None:
    """Why no single cell explains what is off, cell by cell of one failing equation.

    None where blanks, which may take up any number, make it another question.
    """
    equations = problem.equations
    off = [place for place, residual in enumerate(problem.residuals) if residual]
    failing = set(off)
    place = min(off, key=lambda one: len(equations.rows[one]))
    component = equations.component_of[place]
    if problem.blanks & equations.cells_of[component]:
        return None
    found: Counter[Bilingual] = Counter()
    for cell, factor in equations.rows[place].items():
        by = -problem.residuals[place] // factor
        own = equations.rows_of[cell]
        if cell in problem.fixed:
            found[phrases.FIXED] += 1
        elif not failing <= set(own):
            found[phrases.STAYS] += 1
        elif any(one not in failing for one in own):
            found[phrases.BREAKS] += 1
        elif any(equations.rows[one][cell] * by != -problem.residuals[one] for one in own):
            found[phrases.DIFFERS] += 1
        else:
            found[phrases.NEGATIVE] += 1
    return Bilingual(*(_single(problem, place, found, language) for language in LANGUAGES))


def _single(problem: Problem, place: int, found: Counter[Bilingual], language: Language) -> str:
    equations = problem.equations
    name = relation_name(equations.relations[place], equations.form)[language]
    cells = len(equations.rows[place])
    kinds = (phrases.STAYS, phrases.BREAKS, phrases.DIFFERS, phrases.NEGATIVE, phrases.FIXED)
    said = phrases.NO_SINGLE_BETWEEN[language].join(
        phrases.NO_SINGLE_COUNTED[language].format(count=found[kind], kind=kind[language])
        for kind in kinds
        if found[kind]
    )
    return phrases.NO_SINGLE[language].format(name=name, cells=cells, said=said)
