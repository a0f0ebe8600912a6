"""The sentence on a relation, word for word."""

from __future__ import annotations

import attrs
import pytest
from tests.support.simple_reports import zeros

from gxstats import Outcome, Strength, check, form, relation, rulebook
from gxstats.diagnosis.equations import equations_of
from gxstats.relations import check_years
from gxstats.relations.linear import Comparison, Relation, Term
from gxstats.relations.wording import relation_name, words
from gxstats.text import Bilingual

SENTENCES = {
    "total-with-a-hint": (
        "disclosure.published_within_total.rules",
        "2019",
        {"disclosure__rules__published": 5, "disclosure__rules__published_total": 3},
        (
            "表二“规章”行：本年新公开数量填 5，对外公开总数量填 3，前者不应大于后者，现大 2（仅供"
            "提示，不一定有误）。"
        ),
        (
            'Table 2, row "Rules": Newly disclosed this year is 5; Total disclosed to the public '
            "is 3; the former should not exceed the latter, but is 2 more (a hint only; it need "
            "not be an error)."
        ),
    ),
    "below-zero": (
        "disclosure.items_nonnegative.administrative_fees",
        "2019",
        {
            "disclosure__administrative_fees__prior_items": 2,
            "disclosure__administrative_fees__change": -5,
        },
        (
            "表二“行政事业性收费”行：上一年项目数量与本年增/减之和为 -3（上一年项目数量 2 ＋ 本年"
            "增/减 -5），不应小于 0（仅供提示，不一定有误）。"
        ),
        (
            'Table 2, row "Administrative and public-institution fees": Number of items in the '
            "previous year and Increase/decrease this year add up to -3 (Number of items in the "
            "previous year 2 + Increase/decrease this year -5); this should not be below 0 (a "
            "hint only; it need not be an error)."
        ),
    ),
    "both-zero": (
        "requests.balance.natural_person",
        "2021",
        {},
        "表三“自然人”列：第一项与第二项均为 0，第三项与第四项均为 0，相符。",
        (
            'Table 3, column "Natural persons": items 1 and 2 are both 0; items 3 and 4 are both '
            "0; correct."
        ),
    ),
    "both-blank": (
        "requests.balance.natural_person",
        "2021",
        {
            "requests__received__natural_person": None,
            "requests__carried_in__natural_person": None,
            "requests__carried_out__natural_person": 4,
        },
        (
            "表三“自然人”列：第一项与第二项均空白，第三项与第四项之和为 4（总计 0 ＋ 结转下年度继"
            "续办理 4），无法判断。"
        ),
        (
            'Table 3, column "Natural persons": items 1 and 2 are both blank; items 3 and 4 add '
            "up to 4 (Total 0 + Requests carried over to next year 4); this cannot be "
            "decided."
        ),
    ),
    "one-of-two-blank": (
        "requests.balance.natural_person",
        "2021",
        {"requests__received__natural_person": None, "requests__carried_out__natural_person": 4},
        (
            "表三“自然人”列：第一项与第二项已填合计 0（上年结转政府信息公开申请数量 0，“本年新收"
            "政府信息公开申请数量”空白），第三项与第四项之和为 4（总计 0 ＋ 结转下年度继续办理 4"
            "），无法判断。"
        ),
        (
            'Table 3, column "Natural persons": items 1 and 2, as far as filled in, add up to 0 '
            '(Requests carried over from the previous year 0; "New requests received this year" '
            "is blank); items 3 and 4 add up to 4 (Total 0 + Requests carried over to next "
            "year 4); this cannot be decided."
        ),
    ),
    "one-blank": (
        "disputes.total.reconsideration",
        "2021",
        {"disputes__reconsideration__upheld": None, "disputes__reconsideration__total": 3},
        "表四“行政复议”：总计填 3，各项已填合计 0（“结果维持”空白，其余 3 项为 0），无法判断。",
        (
            'Table 4, "Administrative reconsideration": Total is 3; the parts, as far as filled '
            'in, add up to 0 ("Upheld" is blank; the other 3 are 0); this cannot be decided.'
        ),
    ),
    "two-blanks": (
        "disputes.total.reconsideration",
        "2021",
        {
            "disputes__reconsideration__upheld": None,
            "disputes__reconsideration__other": None,
            "disputes__reconsideration__corrected": 2,
        },
        (
            "表四“行政复议”：总计填 0，各项已填合计 2（结果纠正 2，“结果维持”“其他结果”空白，其余"
            " 1 项为 0），空白处无论填多少都不相符。"
        ),
        (
            'Table 4, "Administrative reconsideration": Total is 0; the parts, as far as filled '
            'in, add up to 2 (Corrected 2; "Upheld", "Other result" are blank; the other one is '
            "0); whatever stands in the blank, this cannot be correct."
        ),
    ),
    "three-blanks": (
        "disputes.total.reconsideration",
        "2021",
        {
            "disputes__reconsideration__upheld": None,
            "disputes__reconsideration__other": None,
            "disputes__reconsideration__corrected": None,
        },
        (
            "表四“行政复议”：总计填 0，各项已填合计 0（“结果维持”“结果纠正”“其他结果”空白，其余 1"
            " 项为 0），无法判断。"
        ),
        (
            'Table 4, "Administrative reconsideration": Total is 0; the parts, as far as filled '
            'in, add up to 0 ("Upheld", "Corrected", "Other result" are blank; the other one is '
            "0); this cannot be decided."
        ),
    ),
    "all-blank": (
        "disputes.total.reconsideration",
        "2021",
        {
            "disputes__reconsideration__upheld": None,
            "disputes__reconsideration__other": None,
            "disputes__reconsideration__corrected": None,
            "disputes__reconsideration__pending": None,
        },
        "表四“行政复议”：总计填 0，各项均空白，无法判断。",
        (
            'Table 4, "Administrative reconsideration": Total is 0; the parts are all blank; '
            "this cannot be decided."
        ),
    ),
    "held": (
        "disputes.total.reconsideration",
        "2021",
        {
            "disputes__reconsideration__upheld": 1,
            "disputes__reconsideration__other": 1,
            "disputes__reconsideration__corrected": 1,
            "disputes__reconsideration__total": 3,
        },
        (
            "表四“行政复议”：总计填 3，各项之和为 3（结果维持 1 ＋ 结果纠正 1 ＋ 其他结果 1，其余"
            " 1 项为 0），相符。"
        ),
        (
            'Table 4, "Administrative reconsideration": Total is 3; the parts add up to 3 '
            "(Upheld 1 + Corrected 1 + Other result 1; the other one is 0); correct."
        ),
    ),
    "five-blanks": (
        "requests.applicant_total.received",
        "2021",
        {
            "requests__received__natural_person": None,
            "requests__received__commercial_enterprise": None,
            "requests__received__research_institution": None,
            "requests__received__public_interest_organization": None,
            "requests__received__legal_service_organization": None,
        },
        (
            "表三“一、本年新收政府信息公开申请数量”行：总计填 0，各项已填合计 0（“自然人”“商业企"
            "业”“科研机构”等 5 项空白，其余 1 项为 0），无法判断。"
        ),
        (
            'Table 3, row "1. New requests received this year": Total is 0; the parts, as far as '
            'filled in, add up to 0 ("Natural persons", "Commercial enterprises", "Research '
            'institutions" and 2 more are blank; the other one is 0); this cannot be decided.'
        ),
    ),
    "exceeds-two": (
        "disclosure.issued_still_counted.rules",
        "2021",
        {"disclosure__rules__issued": 5},
        (
            "表二“规章”行：本年制发件数填 5，现行有效件数与本年废止件数均为 0，前者不应大于后者，"
            "现大 5（仅供提示，不一定有误）。"
        ),
        (
            'Table 2, row "Rules": Issued this year is 5; Currently in force and Repealed this '
            "year are both 0; the former should not exceed the latter, but is 5 more (a hint "
            "only; it need not be an error)."
        ),
    ),
}

BETWEEN_YEARS = {
    "more-than-the-parts": (
        "disclosure.in_force_rollforward.rules",
        {"disclosure__rules__in_force": 13},
        {
            "disclosure__rules__issued": 2,
            "disclosure__rules__repealed": 5,
            "disclosure__rules__in_force": 11,
        },
        (
            "表二“规章”行：现行有效件数填 11，各项之和为 10（上年报告现行有效件数 13 ＋ 本年制发"
            "件数 2 － 本年废止件数 5），现行有效件数比各项之和多 1（仅供提示，不一定有误）。"
        ),
        (
            'Table 2, row "Rules": Currently in force is 11; the parts add up to 10 (last year\'s '
            "report, Currently in force 13 + Issued this year 2 - Repealed this year 5); "
            "Currently in force is 1 more than the parts (a hint only; it need not be an error)."
        ),
    ),
    "one-of-three-zero": (
        "disclosure.in_force_rollforward.rules",
        {},
        {"disclosure__rules__issued": 2, "disclosure__rules__repealed": 5},
        (
            "表二“规章”行：现行有效件数填 0，各项之和为 -3（本年制发件数 2 － 本年废止件数 5，其"
            "余 1 项为 0），现行有效件数比各项之和多 3（仅供提示，不一定有误）。"
        ),
        (
            'Table 2, row "Rules": Currently in force is 0; the parts add up to -3 (Issued this '
            "year 2 - Repealed this year 5; the other one is 0); Currently in force is 3 more "
            "than the parts (a hint only; it need not be an error)."
        ),
    ),
    "impossible": (
        "disclosure.in_force_rollforward.rules",
        {"disclosure__rules__in_force": 3},
        {"disclosure__rules__repealed": 5, "disclosure__rules__in_force": None},
        (
            "表二“规章”行：现行有效件数空白，各项之和为 -2（上年报告现行有效件数 3 － 本年废止件"
            "数 5，其余 1 项为 0），空白处无论填多少都不相符（仅供提示，不一定有误）。"
        ),
        (
            'Table 2, row "Rules": Currently in force is blank; the parts add up to -2 (last '
            "year's report, Currently in force 3 - Repealed this year 5; the other one is 0); "
            "whatever stands in the blank, this cannot be correct (a hint only; it need not be "
            "an error)."
        ),
    ),
    "less-than-the-part": (
        "disclosure.in_force_rollforward.rules",
        {"disclosure__rules__in_force": 3},
        {"disclosure__rules__in_force": 2},
        (
            "表二“规章”行：现行有效件数填 2，各项之和为 3（上年报告现行有效件数 3，其余 2 项为 0"
            "），现行有效件数比各项之和少 1（仅供提示，不一定有误）。"
        ),
        (
            'Table 2, row "Rules": Currently in force is 2; the parts add up to 3 (last year\'s '
            "report, Currently in force 3; the other 2 are 0); Currently in force is 1 less than "
            "the parts (a hint only; it need not be an error)."
        ),
    ),
    "blank": (
        "requests.carried_over.total",
        {"requests__carried_out__total": 3},
        {"requests__carried_in__total": None},
        (
            "表三“总计”列：上年结转政府信息公开申请数量空白，上年报告结转下年度继续办理填 3，无法"
            "判断。"
        ),
        (
            'Table 3, column "Total": Requests carried over from the previous year is blank; '
            "last year's report, Requests carried over to next year is 3; this cannot be decided."
        ),
    ),
    "former-more": (
        "requests.carried_over.total",
        {"requests__carried_out__total": 3},
        {"requests__carried_in__total": 4},
        (
            "表三“总计”列：上年结转政府信息公开申请数量填 4，上年报告结转下年度继续办理填 3，前者"
            "比后者多 1。"
        ),
        (
            'Table 3, column "Total": Requests carried over from the previous year is 4; last '
            "year's report, Requests carried over to next year is 3; the former is 1 more than the "
            "latter."
        ),
    ),
}

Cells = dict[str, int | None]


@pytest.mark.parametrize(("id", "form_id", "cells", "zh", "en"), SENTENCES.values(), ids=SENTENCES)
def test_a_sentence_says_both_sides_and_what_comes_of_it(
    id: str, form_id: str, cells: Cells, zh: str, en: str
) -> None:
    result = check(zeros(form_id, **cells))[id]
    assert (result.explain("zh"), result.explain("en")) == (zh, en)


@pytest.mark.parametrize(
    ("id", "before", "cells", "zh", "en"), BETWEEN_YEARS.values(), ids=BETWEEN_YEARS
)
def test_a_sentence_on_two_years_says_which_number_is_last_years(
    id: str, before: Cells, cells: Cells, zh: str, en: str
) -> None:
    result = check_years(zeros(year=2022, **before), zeros(**cells))[id]
    assert (result.explain("zh"), result.explain("en")) == (zh, en)


def test_a_sum_is_spelt_with_its_signs_and_factors() -> None:
    one, other, third = (f"/disputes/reconsideration/{a}" for a in ("upheld", "other", "total"))
    drawn = Relation(
        "drawn",
        Strength.SOFT,
        Comparison.AT_MOST,
        (Term(-2, one), Term(3, other), Term(-1, third)),
        (),
        Bilingual("无", "none"),
        None,
    )
    text = drawn.text(form("2021"))
    assert text.zh == "表四“行政复议”：－2×结果维持 ＋ 3×其他结果 － 总计 ≤ 0"
    assert text.en == (
        'Table 4, "Administrative reconsideration": -2×Upheld + 3×Other result - Total ≤ 0'
    )
    assert relation_name(attrs.evolve(drawn, right=drawn.left, left=()), form("2021")).en == (
        'Table 4, "Administrative reconsideration", "-2×Upheld + 3×Other result - Total"'
    )
    equation = relation("requests.balance.total").text(form("2021"))
    assert equation.zh == (
        "表三“总计”列：一、本年新收政府信息公开申请数量 ＋ 二、上年结转政府信息公开申请数量 ＝ "
        "（七）总计 ＋ 四、结转下年度继续办理"
    )
    assert [one.sign for one in Comparison] == ["＝", "≤"]


def test_a_relation_of_last_years_report_alone_is_said_to_be_its() -> None:
    own = equations_of(form("2021"), form("2021")).relations[-1]
    assert own.id == "previous:requests.applicant_total.carried_out"
    name = relation_name(own, form("2021"))
    assert name.zh == "上年报告表三“四、结转下年度继续办理”行“总计”"
    assert name.en == (
        'last year\'s report, Table 3, row "4. Requests carried over to next year", "Total"'
    )
    assert own.text(form("2021")).zh == (
        "上年报告表三“四、结转下年度继续办理”行：总计 ＝ 自然人 ＋ 商业企业 ＋ 科研机构 ＋ "
        "社会公益组织 ＋ 法律服务机构 ＋ 其他"
    )


def test_a_check_is_shown_by_its_numbers() -> None:
    found = check(
        zeros(
            disputes__reconsideration__upheld=5,
            disclosure__rules__issued=5,
            requests__received__total=None,
        )
    )
    assert repr(found) == "<Check 2021 violated: 39 held, 1 violated, 2 undecided, 1 hints>"


def test_the_words_of_a_relation_are_its_place_its_cells_and_its_sides() -> None:
    balance = words(relation("requests.balance.total"), form("2021"), "zh")
    assert balance.place == "表三“总计”列"
    assert balance.parts == ("第一项与第二项", "第三项与第四项")
    assert balance.labels[2:] == ("总计", "结转下年度继续办理")
    fees = relation("disclosure.items_nonnegative.administrative_fees", "2019")
    found = words(fees, form("2019"), "en")
    assert found.parts == (
        "",
        "Number of items in the previous year and Increase/decrease this year",
    )
    assert found.place == 'Table 2, row "Administrative and public-institution fees"'
    total = words(relation("disputes.total.reconsideration"), form("2021"), "en")
    assert total.labels == ("Total", "Upheld", "Corrected", "Other result", "Pending")


@pytest.mark.parametrize(("blanks", "more"), [(1, 0), (2, 0), (3, 1), (4, 2)])
def test_of_what_is_undecided_three_are_told_and_the_others_counted(
    blanks: int, more: int
) -> None:
    totals = [
        one.left[0].address
        for one in rulebook("2021")
        if one.id.startswith("requests.applicant_total.outcomes.refused")
    ]
    found = check(zeros().replace(dict.fromkeys(totals[:blanks])))
    assert found.verdict is Outcome.UNDECIDED  # a row for each, and the column of them all
    assert len(found.undecided) == blanks + 1
    lines = found.explain("en").splitlines()
    assert [line for line in lines if "[undecided]" in line] == [
        f"  [undecided] {result.explain('en')}" for result in found.undecided[:3]
    ]
    told = min(blanks + 1, 3)
    assert lines[1 + told :] == ([f"  … and {more} more."] if more else [])
    assert found.explain("zh").endswith(f"另有 {more} 条无法判断。") == bool(more)
