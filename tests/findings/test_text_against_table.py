"""Text and table: every honest reading agrees, every other number is found, the rest is silent."""

from __future__ import annotations

import json

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from tests.support.disclosure_sentences import (
    ELSEWHERE,
    NONE,
    PARAGRAPHS,
    REQUESTS,
    chinese,
    meanings,
    sentence,
)
from tests.support.effort import some, tries
from tests.support.paths import SHARED
from tests.support.yardstick import Work

from gxstats import Narrative, Organ, examples, form, read
from gxstats.findings import FindingKind, FindingStrength, Subject, findings, statements
from gxstats.findings.numerals import chinese_number
from gxstats.testing import reports, reports_with_blanks

UNITS = 1_500
"""The worst of the hostile texts takes a fifth of it; were it the square of their length, no
patience would do."""
REPORTS = SHARED / "reports"
shared = pytest.mark.skipif(not REPORTS.is_dir(), reason="the third-party reports are not here")


def of_text(report, **narrative):
    told = report.replace(
        year=2023, organ=Organ(name="某局"), narrative=Narrative(**narrative), remarks=()
    )
    found = findings(told)
    return [one for one in found if one.kind is FindingKind.TEXT_AGAINST_TABLE]


@tries(40)  # of each of a dozen subjects
@given(st.data())
@pytest.mark.parametrize("subject", REQUESTS)
def test_a_number_that_some_reading_gives_is_no_contradiction(subject, data):
    report = data.draw(reports())
    known = meanings(report, subject) or [1]  # the form of 2019 asks for no repeals
    number = data.draw(st.sampled_from(known))
    text = data.draw(sentence(subject, max(number, 0)))
    if number >= 0:
        assert of_text(report, overview=text) == [], text


@tries(40)
@given(st.data())
@pytest.mark.parametrize("subject", REQUESTS)
def test_a_number_that_no_reading_gives_is_found_at_its_place(subject, data):
    report = data.draw(reports())
    known = meanings(report, subject)
    assume(known)
    number = data.draw(st.integers(0, max(known) + 50).filter(lambda n: n not in known))
    text = data.draw(sentence(subject, number, PARAGRAPHS))
    section = data.draw(st.sampled_from(["overview", "problems", "other"]))
    [finding] = of_text(report, **{section: text})
    of_documents = subject.startswith(("rules_", "documents_"))
    strength = FindingStrength.UNLIKELY if of_documents else FindingStrength.CONTRADICTION
    assert finding.strength is strength
    assert {sense.value for sense in finding.senses} == set(known)
    assert all(address in report.form for address in finding.cells)
    passage = finding.passage
    assert passage.section == section
    printed = text[passage.number_start : passage.number_end]
    none = any(printed in one for ones in NONE.values() for one in ones)
    if not none:
        digits = printed.replace(",", "").replace("，", "")
        assert (int(digits) if digits.isdigit() else chinese_number(digits)) == number
    assert printed in text[passage.start : passage.end]
    assert not set(text[passage.start : passage.end]) & set("。！\n")
    assert f" {number} 件" in finding.explain("zh")
    assert f" {number} " in finding.explain("en")


@given(reports(), st.sampled_from(ELSEWHERE), st.tuples(*(st.integers(2, 10**6),) * 2))
def test_numbers_of_other_years_of_parts_and_of_other_things_are_passed_over(
    report, template, numbers
):
    assert of_text(report, overview=template.format(*numbers)) == []


@given(reports_with_blanks(), st.sampled_from(list(REQUESTS)), st.data())
def test_a_blank_contradicts_nothing_that_it_could_make_true(report, subject, data):
    text = data.draw(sentence(subject, 10**7))
    for finding in of_text(report, overview=text):
        for sense in finding.senses:
            if sense.value is None:
                blanks = [t for t in sense.terms if report[t.address] is None]
                known = sum(t.coefficient * (report[t.address] or 0) for t in sense.terms)
                assert all(term.coefficient > 0 for term in blanks)
                assert known > 10**7


def empty(year=2023, **cells):
    shown = form("2021")
    named = {f"/requests/{name}/total": value for name, value in cells.items()}
    return shown.report(dict.fromkeys(shown.index, 0) | named, year=year, organ=Organ())


@pytest.mark.parametrize(
    ("text", "stated"),
    [
        (
            "2022年收到申请30件，办结28件；2023年收到政府信息公开申请14件，较上年减少16件，办结13件。",
            {"received": [14], "answered": [13]},
        ),
        (
            "较去年同期增长10%，全年收到政府信息公开申请十四件，已答复十二件，结转下年度2件。",
            {"received": [14], "answered": [12], "carried_out": [2]},
        ),
        (
            "全年收到政府信息公开申请２０件，其中：予以公开3件、部分公开4，占20%，无法提供五件。",
            {"received": [20], "granted": [3], "partially_granted": [4], "unavailable": [5]},
        ),
        (
            "未收到政府信息公开申请，未发生因政府信息公开申请行政复议、提起行政诉讼情况。",
            {"received": [0], "reconsideration": [0], "litigation": [0]},
        ),
        (
            "政府信息公开行政复议、行政诉讼案件均为0件。",
            {"reconsideration": [0], "litigation": [0]},
        ),
        ("依申请公开5件，已经答复9件。", {"on_request": [5], "answered": [9]}),
        ("2022年收到政府信息公开申请30件。其中，予以公开20件。", {}),
        (
            "未收到行政许可申请，未发生行政复议被纠正的情况，未收到网上政府信息公开申请以外的件。",
            {},
        ),
        ("收到政府信息公开申请14件，按期答复12件，延期答复2件。", {"received": [14]}),
        ("收到征地类政府信息公开申请10件，收到张某政府信息公开申请6件。", {}),
        ("“十四五”期间收到政府信息公开申请三四件，第一条第二件事一起办。", {}),
    ],
)
def test_what_a_sentence_states(text, stated):
    found: dict[str, list[int]] = {}
    for one in statements(Narrative(overview=text), None, 2023):
        found.setdefault(one.subject.value, []).append(one.value)
    assert found == stated


def test_without_a_known_year_a_sentence_of_two_years_states_nothing():
    one = "2021年收到政府信息公开申请3件。"
    two = "2020年收到政府信息公开申请2件，2021年收到政府信息公开申请3件。"
    assert [s.value for s in statements(Narrative(overview=one), None, None)] == [3]
    assert statements(Narrative(overview=two), None, None) == []


def test_where_one_sentence_agrees_the_others_are_taken_for_parts():
    report = empty(received=50, **{"outcomes/granted": 50, "outcomes/total": 50})
    both = "局机关收到政府信息公开申请14件。全系统收到政府信息公开申请50件。"
    assert of_text(report, overview=both) == []
    assert [f.senses[0].value for f in of_text(report, overview=both.partition("。")[0])] == [50]


def test_a_sentence_that_names_an_office_gives_a_hint_unless_it_is_the_organ_itself():
    report = empty(received=50, **{"outcomes/total": 50, "outcomes/granted": 50})
    text = Narrative(overview="区政府办公室共收到政府信息公开申请14件。")
    of_the_district = report.replace(organ=Organ(name="某区人民政府"), narrative=text)
    of_the_office = report.replace(organ=Organ(name="某区人民政府办公室"), narrative=text)
    [hint], [sure] = findings(of_the_district), findings(of_the_office)
    assert hint.strength is FindingStrength.HINT
    assert "区政府办公室" in hint.explain("zh")
    assert sure.strength is FindingStrength.CONTRADICTION


@pytest.mark.parametrize(
    "text", ["市信访局收到政府信息公开申请3件", "信访局未收到政府信息公开申请"]
)
def test_a_word_of_the_organs_name_makes_no_part_of_the_requests(text):
    narrative = Narrative(overview=text)
    assert len(statements(narrative, "某市信访局", 2023)) == 1
    assert statements(narrative, "某市财政局", 2023) == []


def test_the_example_with_a_text_that_says_fourteen_is_found_against_fifty():
    report = read(examples.path("yindu-2019")).report
    text = "2019年共收到信息公开申请14件，完成答复14件，答复率100%。"
    received, answered = findings(report.replace(narrative=Narrative(overview=text)))
    for finding in (received, answered):
        assert finding.kind is FindingKind.TEXT_AGAINST_TABLE
        assert finding.senses[0].value == 50
        assert text[finding.passage.number_start : finding.passage.number_end] == "14"
    assert [sense.value for sense in received.senses] == [50, 50]
    assert "/requests/received/total" in received.cells
    assert json.loads(json.dumps(received.to_dict()))["senses"][0]["value"] == 50


@shared
def test_the_published_report_of_the_example_says_fourteen_against_fifty():
    report = read(REPORTS / "a01-yindu-qu-2019" / "report.txt").report
    found = [f for f in findings(report) if f.kind is FindingKind.TEXT_AGAINST_TABLE]
    assert [f.senses[0].value for f in found] == [50, 50]
    for finding in found:
        said = getattr(report.narrative, finding.passage.section)
        assert said[finding.passage.number_start : finding.passage.number_end] == "14"
        assert finding.strength is FindingStrength.HINT  # it names an office


@shared
@pytest.mark.parametrize("folder", ["a03-hongze-qu-2023-pdf", "a04-hongze-qu-2024-pdf"])
def test_published_reports_whose_text_can_be_reconciled_give_nothing(folder):
    report = read(REPORTS / folder / "report.pdf").report
    assert report.narrative.overview
    assert [f for f in findings(report) if f.kind is FindingKind.TEXT_AGAINST_TABLE] == []


@given(st.integers(0, 10**8 - 1))
def test_chinese_numerals_are_read_as_they_are_written(number):
    assert chinese_number(chinese(number)) == number


@pytest.mark.parametrize(
    "bomb",
    some(
        [
            "1" * 200_000,
            "1," * 100_000,
            "收到" * 100_000,
            "收到政府信息公开申请1件" * 15_000,
            "信息公开收到公开申请" + "申请件数量" * 39_000,
            "信息公开较去年" * 28_000,
            "信息公开与2022年" * 19_000,
            "信息公开" + "无" * 199_000,
            "信息公开没有公民、法人" * 17_000,
            "信息公开未发生" + "行政复议、" * 39_000,
            "信息公开收到申请3件\n" * 18_000,
            "一二三十百千万" * 28_000,
            "信息处理费" * 40_000,
            " " * 200_000,
        ],
        25,
    ),
    ids=lambda bomb: bomb[:12],
)
def test_hostile_text_takes_bounded_work(bomb):
    report = empty().replace(narrative=Narrative(overview=bomb, problems=bomb, other=bomb))
    with Work() as work:
        findings(report)
    assert work.units < UNITS


@given(st.text(max_size=300))
def test_any_text_is_taken(text):
    for one in statements(Narrative(overview=text), "某局", 2023):
        assert one.value >= 0
        assert 0 <= one.passage.start <= one.passage.number_start
        assert one.passage.number_start < one.passage.number_end <= one.passage.end <= len(text)


@given(st.lists(st.sampled_from([*"，。、（）；\n0123456789", "信息公开", "申请", "收到", "其中", "未", "去年", "2022年", "行政复议", "件", "答复", "结转", "下年"]), max_size=60))  # fmt: skip
def test_any_mixture_of_the_words_is_taken(words):
    text = "".join(words)
    for one in statements(Narrative(other=text), None, 2023):
        assert one.subject in Subject
        assert text[one.passage.number_start : one.passage.number_end].strip()
