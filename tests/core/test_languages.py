"""Every text that a person sees exists in Chinese and in English, and reads well in both."""

from __future__ import annotations

import re
import string

import pytest
from hypothesis import given
from tests.support.chinese_text import HAN, is_chinese

from gxstats import (
    FORMS,
    Bilingual,
    DisputeResults,
    InvalidDocument,
    Organ,
    Outcome,
    Problem,
    Strength,
    check,
    form,
    rulebook,
)
from gxstats.cells import EXPECTED
from gxstats.errors import CODES, MissingExtra
from gxstats.testing import arbitrary_reports, assert_consistent

CHINESE_SIGNS = re.compile(r"[\u3000-\u303f\uff00-\uffef“”]")


def is_english(text):
    """Letters, and neither Chinese characters nor Chinese punctuation."""
    return (
        any(letter in text for letter in string.ascii_letters)
        and not HAN.search(text)
        and not CHINESE_SIGNS.search(text)
    )


def assert_bilingual(text: Bilingual, where: object) -> None:
    assert is_chinese(text.zh), where
    assert is_english(text.en), where


def test_problem_codes_have_a_meaning_in_both_languages():
    for code, meaning in CODES.items():
        assert_bilingual(meaning, code)
        problem = Problem(code, "/year", "x", EXPECTED[next(iter(EXPECTED))])
        assert is_chinese(problem.message("zh"))
        assert is_english(problem.message("en"))
        whole = InvalidDocument([Problem(code, "", "x", Bilingual("数", "a number"))])
        assert is_chinese(whole.explain("zh"))
        assert is_english(whole.explain("en"))


def test_what_is_expected_of_a_cell_is_said_in_both_languages():
    for kind, expected in EXPECTED.items():
        assert_bilingual(expected, kind)


@pytest.mark.parametrize("choices", [Outcome, Strength])
def test_outcomes_and_strengths_have_labels(choices):
    for choice in choices:
        assert_bilingual(choice.label, choice)


@pytest.mark.parametrize("shown", FORMS.values(), ids=FORMS)
def test_every_label_of_a_form_is_in_both_languages(shown):
    assert_bilingual(shown.title, shown)
    for table in shown.tables:
        assert_bilingual(table.title, table)
    for cell in shown:
        for text in (cell.row, cell.column, cell.unit, *cell.headings, *cell.columns):
            assert_bilingual(text, cell.address)
        assert is_chinese(cell.name("zh"))
        assert is_english(cell.name("en"))


@pytest.mark.parametrize("shown", FORMS.values(), ids=FORMS)
def test_every_relation_is_spelt_and_sourced_in_both_languages(shown):
    texts = set()
    for relation in rulebook(shown):
        text = relation.text(shown)
        for said in (text, relation.source, *([relation.note] if relation.note else [])):
            assert_bilingual(said, relation.id)
        assert text.zh.startswith("表")
        assert text.en.startswith("Table ")
        texts.add((text.zh, text.en))
    assert len(texts) == len(rulebook(shown))


@given(arbitrary_reports())
def test_every_finding_is_explained_in_both_languages_with_its_numbers(report):
    found = check(report)
    for result in found:
        zh, en = result.explain("zh"), result.explain("en")
        assert is_chinese(zh)
        assert zh.endswith("。")
        assert zh.count("（") == zh.count("）")
        assert is_english(en)
        assert en.endswith(".")
        assert en.count("(") == en.count(")")
        numbers = [value for value in result.cells.values() if value]
        if len(numbers) == len(result.cells):
            for number in numbers:
                assert f" {number}" in zh
                assert f" {number}" in en
        if result.residual and result.relation.left and result.outcome is Outcome.VIOLATED:
            assert str(abs(result.residual)) in zh
            assert str(abs(result.residual)) in en
        assert ("空白" in zh) == ("blank" in en) == (None in result.cells.values())
    assert is_chinese(found.explain("zh"))
    assert is_english(found.explain("en"))


def disputes(**cells):
    results = DisputeResults(**{**dict.fromkeys(RESULTS, 0), **cells})
    report = form("2021").blank(year=2023, organ=Organ())
    found = check(report.replace({"/disputes/reconsideration": results}))
    return found["disputes.total.reconsideration"]


RESULTS = ("upheld", "corrected", "other", "pending", "total")


@pytest.mark.parametrize(
    ("cells", "zh", "en"),
    [
        (
            {"upheld": 10, "corrected": 1},
            (
                "表四“行政复议”：总计填 0，各项之和为 11（结果维持 10 ＋ 结果纠正 1，其余 2 项为 0），"
                "总计比各项之和少 11。"
            ),
            (
                'Table 4, "Administrative reconsideration": Total is 0; the parts add up to 11 '
                "(Upheld 10 + Corrected 1; the other 2 are 0); Total is 11 less than the parts."
            ),
        ),
        (
            {"total": 5},
            "表四“行政复议”：总计填 5，各项均为 0，总计比各项之和多 5。",
            (
                'Table 4, "Administrative reconsideration": Total is 5; the parts are all 0; '
                "Total is 5 more than the parts."
            ),
        ),
        (
            {"total": 5, "upheld": 7, "other": None},
            (
                "表四“行政复议”：总计填 5，各项已填合计 7（结果维持 7，“其他结果”空白，其余 2 项为 0），"
                "空白处无论填多少都不相符。"
            ),
            (
                'Table 4, "Administrative reconsideration": Total is 5; the parts, as far as filled '
                'in, add up to 7 (Upheld 7; "Other result" is blank; the other 2 are 0); '
                "whatever stands in the blank, this cannot be correct."
            ),
        ),
        (
            {"total": None, "upheld": 2},
            "表四“行政复议”：总计空白，各项之和为 2（结果维持 2，其余 3 项为 0），无法判断。",
            (
                'Table 4, "Administrative reconsideration": Total is blank; the parts add up to 2 '
                "(Upheld 2; the other 3 are 0); this cannot be decided."
            ),
        ),
    ],
    ids=["too-low", "too-high", "refuted", "undecided"],
)
def test_a_clerk_is_told_the_place_the_numbers_and_the_difference(cells, zh, en):
    result = disputes(**cells)
    assert result.explain("zh") == zh
    assert result.explain("en") == en


def test_the_balance_is_told_in_the_terms_of_the_header_of_table_three():
    shown = form("2021")
    report = shown.report(dict.fromkeys(shown.index, 0), year=2023, organ=Organ()).replace(
        {
            "/requests/received/natural_person": 48,
            "/requests/carried_in/natural_person": 2,
            "/requests/outcomes/total/natural_person": 45,
            "/requests/carried_out/natural_person": 4,
        }
    )
    result = check(report)["requests.balance.natural_person"]
    assert result.explain("zh") == (
        "表三“自然人”列：第一项与第二项之和为 50"
        "（本年新收政府信息公开申请数量 48 ＋ 上年结转政府信息公开申请数量 2），"
        "第三项与第四项之和为 49（总计 45 ＋ 结转下年度继续办理 4），前者比后者多 1。"
    )
    assert result.explain("en") == (
        'Table 3, column "Natural persons": items 1 and 2 add up to 50 '
        "(New requests received this year 48 + Requests carried over from the previous year 2); "
        "items 3 and 4 add up to 49 (Total 45 + Requests carried over to next year 4); "
        "the former is 1 more than the latter."
    )


def test_a_verdict_puts_what_matters_first():
    shown = form("2021")
    report = shown.report(dict.fromkeys(shown.index, 0), year=2023, organ=Organ()).replace(
        {
            "/disclosure/rules/issued": 5,
            "/disputes/reconsideration/total": 3,
            "/requests/received/total": None,
        }
    )
    lines = check(report).explain("zh").splitlines()
    assert lines[0] == "勾稽关系不符：不符 1 条，无法判断 2 条，相符 39 条。"
    assert [line[2:6] for line in lines[1:]] == ["[不符]", "[提示]", "[未定]", "[未定]"]
    assert "仅供提示" in lines[2]
    assert check(report).explain("en").splitlines()[0] == (
        "The numbers do not add up: 1 violated, 2 undecided, 39 held."
    )
    blank = check(shown.blank(year=2023, organ=Organ())).explain("en").splitlines()
    assert len(blank) == 5
    assert "39 more" in blank[-1]


def test_an_assertion_fails_with_the_sentences_of_the_clerk():
    report = form("2021").report(dict.fromkeys(form("2021").index, 0), year=2023, organ=Organ())
    assert assert_consistent(report) is report
    wrong = report.replace({"/disputes/reconsideration/total": 3})
    with pytest.raises(AssertionError, match="总计填 3，各项均为 0，总计比各项之和多 3。"):
        assert_consistent(wrong, language="zh")


def test_a_language_that_is_not_spoken_is_refused():
    with pytest.raises(KeyError, match="fr"):
        Bilingual("总计", "Total")["fr"]


def test_a_missing_package_is_explained_with_the_command_that_installs_it():
    missing = MissingExtra(purpose=Bilingual("读取", "reading"), package="lxml", extra="read")
    for language in ("zh", "en"):
        assert 'pip install "gxstats[read]"' in missing.explain(language)
    assert is_english(missing.explain("en"))
    assert isinstance(missing, ImportError)
