"""What a diagnosis says: the explanations, how many more there are, and why fewer cells will not do."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

import attrs
import pytest
from tests.support.simple_reports import zeros

from gxstats import Report, form
from gxstats.diagnosis import Budget, Diagnosis, Repair, certificate, deduce, diagnose
from gxstats.diagnosis.equations import equations_of
from gxstats.diagnosis.search import Problem
from gxstats.diagnosis.wording import _why_no_single_cell

UPHELD, OTHER, TOTAL = (
    f"/disputes/reconsideration/{part}" for part in ("upheld", "other", "total")
)
GRANTED = "/requests/outcomes/granted"


def wrong(**numbers: int | None) -> Report:
    """Zeros but for the cells of one row of table three and one block of table four."""
    named = {"upheld": UPHELD, "total": TOTAL, "other": OTHER}
    return zeros().replace(
        {named.get(name, f"{GRANTED}/{name}"): number for name, number in numbers.items()}
    )


def shifted(**more: int | None) -> Report:
    """A wrong cell with its row's total: the row adds up, two columns do not."""
    return wrong(natural_person=5, **more).replace({f"{GRANTED}/total": 5})


OF_OUTCOMES = (
    (
        "只改一格不够：这一格应在不成立的表三“自然人”列“（七）总计”一式中，该式共 22 格，"
        "22 格不在所有不成立的等式中。"
    ),
    (
        'No single cell will do: it would stand in the failing relation of Table 3, column "Natural '
        'persons", "(7) Total", which has 22 cells: 22 are not in every failing relation.'
    ),
)
TRIED = (
    "不成立的等式中各格都试过（{steps} 步）：改动少于 {size} 格，总有等式不成立或有格变为负数。",
    (
        "Every cell of the failing relations was tried ({steps} steps): with fewer than {size} cells "
        "changed, some relation fails still or some cell becomes negative."
    ),
)
REASONS = {
    "nothing-fails": (lambda: diagnose(zeros()), "没有不成立的等式。", "No relation fails."),
    "the-only-cell": (
        lambda: diagnose(wrong(natural_person=5)),
        "有 2 条等式不成立（能由其余等式推出的不计），只改一格就能使各式都成立的，仅此一格。",
        (
            "2 relations fail (not counting those that follow from the others); of all cells, this is "
            "the only one whose change alone makes every relation hold."
        ),
    ),
    "one-of-several": (
        lambda: diagnose(wrong(upheld=3)),
        (
            "有 1 条等式不成立（能由其余等式推出的不计），至少有一格有误；以上 2 格，改任何一格都能使各式"
            "都成立，等式本身分不出是哪一格。"
        ),
        (
            "One relation fails, so at least one cell is wrong; to change any of these 2 cells makes "
            "every relation hold, and the relations cannot tell which of them it is."
        ),
    ),
    "of-two-tables": (
        lambda: diagnose(wrong(natural_person=5, upheld=3)),
        (
            "有 3 条等式不成立（能由其余等式推出的不计），一格至多出现在其中 2 条，不同的表没有共同的格，"
            "所以至少有 2 格有误。"
        ),
        (
            "3 relations fail (not counting those that follow from the others); a cell stands in 2 of "
            "them at most, and no cell in two tables, so at least 2 cells must be wrong."
        ),
    ),
    "no-single-cell": (lambda: diagnose(shifted()), *OF_OUTCOMES),
    "a-blank-in-another-table": (lambda: diagnose(shifted(other=None)), *OF_OUTCOMES),
    "all-were-tried": (
        lambda: diagnose(shifted(commercial_enterprise=3).replace({f"{GRANTED}/total": 8})),
        OF_OUTCOMES[0] + TRIED[0].replace("{size}", "3"),
        OF_OUTCOMES[1] + " " + TRIED[1].replace("{size}", "3"),
    ),
    "all-were-tried-beside-a-blank": (
        lambda: diagnose(
            shifted().replace({"/requests/outcomes/total/commercial_enterprise": None})
        ),
        TRIED[0].replace("{size}", "2"),
        TRIED[1].replace("{size}", "2"),
    ),
    "cells-known-to-be-right": (
        lambda: diagnose(wrong(upheld=3, other=2), fixed=[TOTAL]),
        (
            "只改一格不够：这一格应在不成立的表四“行政复议”“总计”一式中，该式共 5 格，4 格会变为负数；"
            "1 格已认定无误。"
        ),
        (
            'No single cell will do: it would stand in the failing relation of Table 4, "Administrative '
            'reconsideration", "Total", which has 5 cells: 4 are too small to be lowered so far, '
            "1 are known to be right."
        ),
    ),
    "nothing-will-do": (
        lambda: diagnose(
            wrong(upheld=3),
            fixed=[a for a in form("2021").index if a.startswith("/disputes/reconsideration/")],
        ),
        "在认定无误的格不变的前提下，怎样改也不能使各项等式都成立。",
        "With the cells that are known to be right, no change makes all relations hold.",
    ),
    "one-known-number": (
        lambda: diagnose(wrong(upheld=3), known={TOTAL: 3}),
        "有 1 格与已知的数不同。填上已知的数，各式都成立。",
        (
            "1 cell does not hold the number that is known. With the known numbers put in, "
            "no relation fails."
        ),
    ),
    "a-known-number-beside-a-blank": (
        lambda: diagnose(wrong(upheld=None), known={TOTAL: 3}),
        "有 1 格与已知的数不同。填上已知的数，各式都成立。",
        (
            "1 cell does not hold the number that is known. With the known numbers put in, "
            "no relation fails."
        ),
    ),
    "two-known-numbers": (
        lambda: diagnose(zeros(), known={TOTAL: 3, UPHELD: 2}),
        (
            "有 2 格与已知的数不同。有 1 条等式不成立（能由其余等式推出的不计），至少有一格有误；以上 3 格，"
            "改任何一格都能使各式都成立，等式本身分不出是哪一格。"
        ),
        (
            "2 cells do not hold the number that is known. One relation fails, so at least one cell is "
            "wrong; to change any of these 3 cells makes every relation hold, and the relations cannot "
            "tell which of them it is."
        ),
    ),
    "known-numbers-in-two-tables": (
        lambda: diagnose(wrong(natural_person=5, upheld=3), known={UPHELD: 2}),
        (
            "有 1 格与已知的数不同。有 3 条等式不成立（能由其余等式推出的不计），一格至多出现在其中 2 条，"
            "不同的表没有共同的格，所以至少有 2 格有误。"
        ),
        (
            "1 cell does not hold the number that is known. 3 relations fail (not counting those that "
            "follow from the others); a cell stands in 2 of them at most, and no cell in two tables, "
            "so at least 2 cells must be wrong."
        ),
    ),
    "by-weights": (
        lambda: diagnose(wrong(upheld=3), weights={TOTAL: 2, UPHELD: 3}),  # either cell will do
        "不成立的等式中各格都试过（{steps} 步）：代价小于 2 的办法都不成立。",
        (
            "Every cell of the failing relations was tried ({steps} steps): nothing that costs less "
            "than 2 by the weights given will do."
        ),
    ),
    "by-weights-that-are-all-alike": (
        lambda: diagnose(wrong(natural_person=5), weights={TOTAL: 1}),
        "有 2 条等式不成立（能由其余等式推出的不计），只改一格就能使各式都成立的，仅此一格。",
        (
            "2 relations fail (not counting those that follow from the others); of all cells, this is "
            "the only one whose change alone makes every relation hold."
        ),
    ),
    "by-weights-not-finished": (
        lambda: diagnose(wrong(upheld=3), weights={TOTAL: 2, UPHELD: 3}, budget=Budget(steps=1)),
        "试过 2 步，尚未找全；代价小于 1 的办法都不成立。",
        (
            "After 2 steps the search was not finished; nothing that costs less than 1 by the weights "
            "given will do."
        ),
    ),
    "not-finished": (
        lambda: diagnose(shifted(), budget=Budget(steps=1)),
        "试过 2 步，尚未找全；改动少于 1 格的办法都不成立。",
        "After 2 steps the search was not finished; nothing that changes fewer than 1 cell will do.",
    ),
}


@pytest.mark.parametrize(("diagnosed", "zh", "en"), REASONS.values(), ids=REASONS)
def test_the_proof_says_why_it_takes_so_many_cells(
    diagnosed: Callable[[], Diagnosis], zh: str, en: str
) -> None:
    diagnosis = diagnosed()
    steps = str(diagnosis.steps)
    assert diagnosis.reason.zh == zh.replace("{steps}", steps)
    assert diagnosis.reason.en == en.replace("{steps}", steps)


def test_the_proof_counts_the_cells_of_the_relation_by_what_speaks_against_each() -> None:
    equations = attrs.evolve(
        equations_of(form("2021")),
        rows=(
            dict.fromkeys(range(15), 1) | {9: 2},  # cell 9 twice, which makes no 3
            dict.fromkeys(range(3, 6), 1)
            | dict.fromkeys(range(6, 10), 1)
            | dict.fromkeys(range(10, 15), 2)
            | dict.fromkeys(range(20, 30), 1),  # off by 6, twice as much
            dict.fromkeys([3, 4, 5, 30], 1),  # which holds
        ),
    )
    problem = Problem(equations, [1] * 40, residuals=[3, 6, 0], fixed=frozenset([0]))
    found = _why_no_single_cell(problem)
    assert found is not None
    assert found.en.partition("which has ")[2] == (
        "15 cells: 2 are not in every failing relation, 3 are tied to a relation that holds, "
        "4 are asked for different changes by different relations, "
        "5 are too small to be lowered so far, 1 are known to be right."
    )


def test_a_cell_that_counts_twice_is_too_small_for_half_of_what_is_off() -> None:
    equations = attrs.evolve(equations_of(form("2021")), rows=({0: 2, 1: 1},))
    found = _why_no_single_cell(Problem(equations, [1, 1], residuals=[4]))
    assert found is not None
    assert found.en.endswith("which has 2 cells: 2 are too small to be lowered so far.")


def test_the_explanations_are_counted_listed_and_the_rest_is_counted() -> None:
    diagnosis = diagnose(wrong(upheld=3))
    assert diagnosis.sentences("zh", 1)[0] == [
        "有 2 种同样小的解释（各改 1 格），可能性大的在前：",
        "1. 表四“行政复议：总计”应为 3（现为 0，总计仍为 0，未汇总）",
        "……另有 1 种",
    ]
    listed = [
        "There are 2 explanations of the same size (1 cell), the likelier first:",
        (
            '1. table 4, column "Administrative reconsideration: Total" should be 3 '
            "(now 0; the total was left at 0)"
        ),
        '2. table 4, column "Administrative reconsideration: Upheld" should be 0 (now 3)',
    ]
    assert diagnosis.sentences("en", 1)[0] == [*listed[:2], "… and 1 more"]
    for most in (2, 8, None):
        assert diagnosis.sentences("en", most)[0] == listed
    weighed = diagnose(wrong(upheld=3), weights={TOTAL: 2, UPHELD: 2})
    assert weighed.sentences("zh")[0][0] == "有 2 种同样小的解释（代价各为 2），可能性大的在前："
    assert "of the same size (each at the cost of 2)" in weighed.sentences("en")[0][0]
    two = diagnose(wrong(natural_person=5, upheld=3))
    assert two.sentences("zh")[0][0] == "有 2 种同样小的解释（各改 2 格），可能性大的在前："
    assert "same size (2 cells)" in two.sentences("en")[0][0]
    assert two.explain("en").splitlines() == [*two.sentences("en")[0], two.reason.en]


def test_a_diagnosis_in_one_line_is_its_first_explanation_or_the_proof() -> None:
    only, two = diagnose(wrong(natural_person=5)), diagnose(wrong(upheld=3))
    assert only.summary("zh") == "表三“（一）予以公开”行“自然人”列应为 0（现为 5）。"
    assert only.sentences("zh")[0] == [f"只有一种最小的解释：{only.summary('zh')}"]
    assert only.sentences("en")[0] == [f"There is one smallest explanation: {only.summary('en')}"]
    assert two.summary("en") == (
        '2 explanations are equally small; look first here: table 4, column "Administrative '
        'reconsideration: Total" should be 3 (now 0; the total was left at 0).'
    )
    for name in ("nothing-fails", "nothing-will-do", "not-finished"):
        diagnosis = REASONS[name][0]()
        assert diagnosis.summary("en") == diagnosis.reason.en
        assert diagnosis.sentences("en")[0] == []
        assert diagnosis.explain("en") == diagnosis.reason.en


def test_a_diagnosis_and_a_deduction_are_shown_by_their_numbers() -> None:
    assert repr(diagnose(zeros())) == "<Diagnosis: 0 cells wrong, 1 explanation>"
    assert repr(diagnose(wrong(upheld=3))) == "<Diagnosis: 1 cell wrong, 2 explanations>"
    assert repr(REASONS["not-finished"][0]()) == (
        "<Diagnosis: at least 1 cells wrong, search not finished>"
    )
    assert repr(deduce(zeros())) == "<Deduction: 0 blanks forced, 0 open, 0 contradictions>"


CERTIFICATE = {
    "zh": """\
2021 年版，单看一份报告：200 格，42 条等式，其中独立的 40 条。
表二：10 格，不在任何等式中，写错了查不出。
表三：175 格，39 条等式（独立 37 条）。只错一格，必能指出是哪一格、应为多少。同时错的不超过 3 格，必有等式不成立。
  错 4 格时可能查不出，例如：表三“一、本年新收政府信息公开申请数量”行“自然人”列多 1，\
表三“一、本年新收政府信息公开申请数量”行“商业企业”列少 1，\
表三“二、上年结转政府信息公开申请数量”行“自然人”列少 1，\
表三“二、上年结转政府信息公开申请数量”行“商业企业”列多 1。
  “（七）总计”行有错而查不出，至少要同时错 6 格。
表四：15 格，3 条等式（独立 3 条）。只错一格，必有等式不成立，但指不出是哪一格。
  错 2 格时可能查不出，例如：表四“行政复议：结果维持”多 1，表四“行政复议：结果纠正”少 1。
写错后指不出是哪一格的：表二全部 10 格（查不出），表四全部 15 格（只知有误）。""",
    "en": """\
2021 form, a report by itself: 200 cells, 42 relations, 40 of them independent.
Table 2: 10 cells in no relation; an error in them is not detected.
Table 3: 175 cells, 39 relations (37 independent). If one cell is wrong, it is located, and what \
belongs there is known. If no more than 3 cells are wrong, a relation fails.
  4 wrong cells can go unnoticed, such as: \
table 3, row "1. New requests received this year", column "Natural persons", 1 too high; \
table 3, row "1. New requests received this year", column "Commercial enterprises", 1 too low; \
table 3, row "2. Requests carried over from the previous year", column "Natural persons", 1 too low; \
table 3, row "2. Requests carried over from the previous year", column "Commercial enterprises", \
1 too high.
  An error in row "(7) Total" goes unnoticed only where at least 6 cells are wrong.
Table 4: 15 cells, 3 relations (3 independent). If one cell is wrong, a relation fails, but which \
cell it is cannot be told.
  2 wrong cells can go unnoticed, such as: \
table 4, column "Administrative reconsideration: Upheld", 1 too high; \
table 4, column "Administrative reconsideration: Corrected", 1 too low.
Errors are never located in table 2, all 10 cells (not detected); \
table 4, all 15 cells (detected only).""",
}


@pytest.mark.parametrize("language", CERTIFICATE)
def test_the_certificate_of_the_newest_form_reads_so(language: str) -> None:
    assert certificate("2021").explain(language) == CERTIFICATE[language]


def test_a_change_says_its_number_or_the_range_of_it() -> None:
    found = diagnose(wrong(upheld=10, total=5, other=None)).explanations
    assert [one.explain("zh") for one in found] == [
        "表四“行政复议：总计”应改为不小于 10 的数（现为 5，总计未随各项更新）",
        "表四“行政复议：结果维持”应改为 0 到 5 之间的数（现为 10）",
    ]
    assert [one.explain("en") for one in found] == [
        (
            'table 4, column "Administrative reconsideration: Total" should be 10 or more '
            "(now 5; the total does not follow its parts)"
        ),
        'table 4, column "Administrative reconsideration: Upheld" should be from 0 to 5 (now 10)',
    ]
    assert [one.changes[0].to_dict().get("room") for one in found] == [[10, None], [0, 5]]
    change = attrs.evolve(found[0].changes[0], old=None, room=None, new=3, evidence=())
    assert change.explain("zh") == "表四“行政复议：总计”应为 3（现空着）"
    assert Repair(zeros(), (change,)).explain("zh") == "表四“行政复议：总计”：空 → 3"
    assert Repair(zeros(), (change,)).explain("en").endswith(": blank → 3")


def test_what_speaks_for_several_cells_together_goes_before_them() -> None:
    numbers = {"natural_person": 3, "commercial_enterprise": 7, "total": 10}
    right = zeros().replace(
        {
            f"/requests/{row}/{column}": number
            for row in ("received", "outcomes/granted", "outcomes/total")
            for column, number in numbers.items()
        }
    )
    exchanged = right.replace(
        {f"{GRANTED}/natural_person": 7, f"{GRANTED}/commercial_enterprise": 3}
    )
    (found,) = diagnose(exchanged).explanations
    assert found.explain("zh") == (
        "疑似两格的数互换：表三“（一）予以公开”行“自然人”列应为 3（现为 7，所填是左右相邻一格的数）；"
        "表三“（一）予以公开”行“商业企业”列应为 7（现为 3，所填是左右相邻一格的数）"
    )
    assert found.explain("en").startswith("two cells look exchanged: table 3")


AMOUNT = "/disclosure/administrative_fees/amount"


def test_what_is_known_of_a_blank_and_of_a_cell_without_a_relation() -> None:
    blank = diagnose(wrong(upheld=None, total=3), known={UPHELD: 3})
    assert (blank.size, blank.given, blank.explanations[0].changes) == (0, 0, ())
    assert blank.reason.en == "No relation fails."
    known = diagnose(zeros(), known={AMOUNT: Decimal("1.50"), TOTAL: 0}, weights={AMOUNT: 4})
    assert (known.size, known.given, known.bound, known.count) == (4, 1, 4, 1)
    (change,) = known.to_dict()["explanations"][0]["changes"]
    assert (change["cell"], change["from"], change["to"]) == (AMOUNT, "0", "1.50")
    assert known.suspects == {AMOUNT}


def test_a_blank_is_neither_suspect_nor_certain() -> None:
    found = diagnose(wrong(upheld=3, other=None))
    assert found.suspects == {UPHELD, TOTAL}
    assert not {UPHELD, TOTAL, OTHER} & set(found.certain)
    assert len(found.certain) == 190 - 3
    assert REASONS["nothing-will-do"][0]().certain == ()


def test_a_diagnosis_in_short_is_its_numbers_and_its_one_line() -> None:
    found = diagnose(wrong(upheld=3))
    short = {"unique": False, "complete": True, "size": 1, "count": 2}
    assert found.in_short() == short | {
        "message": {language: found.summary(language) for language in ("zh", "en")}
    }
    whole = found.to_dict()
    assert {name: whole[name] for name in short} == short
    assert whole["certain"] == list(found.certain)
    assert whole["reason"] == {"zh": found.reason.zh, "en": found.reason.en}
    assert whole["explanations"] == [one.to_dict() for one in found.explanations]
    (evidence,) = whole["explanations"][0]["evidence"]
    assert evidence == {"kind": "total_zero", "cells": [TOTAL]}
