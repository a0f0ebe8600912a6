"""A violated relation is the publisher's only if every cell of it was read as it stands."""

from __future__ import annotations

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.support.effort import tries
from tests.support.typeset_report import Typesetter

from gxstats import Report, check, read
from gxstats.reading import Certainty, Whose, slips
from gxstats.testing import arbitrary_reports, reports

HEAD = (
    "三、收到和处理政府信息公开申请情况\n自然人\n商业企业\n科研机构\n社会公益组织\n"
    "法律服务机构\n其他\n总计\n"
)


@tries(25)
@given(report=arbitrary_reports("2021"), seed=st.integers(0, 2**32))
def test_slips_that_were_read_as_printed_are_the_publishers(report: Report, seed: int) -> None:
    reading = read(Typesetter(report, random.Random(seed)).pasted().encode())
    slips = reading.slips
    assert {slip.relation for slip in slips} == {r.relation.id for r in check(report).violated}
    assert {slip.whose for slip in slips} <= {Whose.PUBLISHER}
    assert all(slip.unsure == () for slip in slips)


@tries(25)
@given(report=reports("any"), seed=st.integers(0, 2**32))
def test_a_report_that_adds_up_has_no_slips(report: Report, seed: int) -> None:
    assert read(Typesetter(report, random.Random(seed)).page().encode()).slips == ()


DISPUTES = (
    "|行政复议|||||行政诉讼||||||||||\n|||||未经复议直接起诉|||||复议后起诉|||||\n"
    + "|结果维持|结果纠正|其他结果|尚未审结|总计" * 3
    + "|\n"
)


def disputes(*rows: str) -> list:
    text = "四、政府信息公开行政复议、行政诉讼情况\n" + DISPUTES
    slips = read((text + "".join(f"|{row}|\n" for row in rows)).encode()).slips
    return [slip for slip in slips if slip.relation == "disputes.total.reconsideration"]


def test_a_doubtful_cell_that_can_make_the_sum_hold_is_the_readers() -> None:
    (slip,) = disputes("5|1|0|0|3" + "|0" * 10, "5|1|0|0|6" + "|0" * 10)
    assert slip.whose is Whose.READER
    assert "/disputes/reconsideration/total" in slip.unsure


def test_a_blank_that_a_doubtful_cell_may_be_adds_nothing_to_the_sum() -> None:
    (slip,) = disputes("5|1|0|0|5" + "|0" * 10, "5||0|0|5" + "|0" * 10)
    assert slip.whose is Whose.READER


def test_a_certain_blank_adds_nothing_to_the_sum_that_a_doubtful_cell_completes() -> None:
    for total, whose in ((4, Whose.UNDECIDABLE), (5, Whose.READER), (6, Whose.UNDECIDABLE)):
        (slip,) = disputes("5||0|0|3" + "|0" * 10, f"5||0|0|{total}" + "|0" * 10)
        assert slip.whose is whose


def test_a_doubtful_cell_that_cannot_is_undecidable() -> None:
    (slip,) = disputes("5|1|0|0|3" + "|0" * 10, "5|1|0|0|4" + "|0" * 10)
    assert slip.whose is Whose.UNDECIDABLE


def test_whose_it_is_stays_open_where_too_many_values_are_possible(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    for most, whose in ((2, Whose.READER), (1, Whose.UNDECIDABLE)):
        monkeypatch.setattr(slips, "_COMBINATIONS", most)
        (slip,) = disputes("5|1|0|0|3" + "|0" * 10, "5|1|0|0|6" + "|0" * 10)
        assert slip.whose is whose


def test_what_is_refuted_whatever_the_doubtful_cell_is_is_the_publishers() -> None:
    (slip,) = disputes("5|3.5|0|0|4" + "|0" * 10)
    assert slip.whose is Whose.PUBLISHER
    assert slip.unsure == ("/disputes/reconsideration/corrected",)


def test_a_row_left_open_is_no_slip_of_the_publishers() -> None:
    # two numbers for seven columns: the second row cannot be placed; the first is certain
    text = HEAD + (
        "一、本年新收政府信息公开申请数量\n9\n0\n0\n0\n0\n0\n8\n"
        "二、上年结转政府信息公开申请数量\n1\n2\n"
    )
    reading = read(text.encode())
    by_relation = {slip.relation: slip for slip in reading.slips}
    received = by_relation["requests.applicant_total.received"]
    assert received.whose is Whose.PUBLISHER
    assert received.result.residual in {1, -1}
    unsure = [a for a, c in reading.cells.items() if c.certainty is Certainty.DOUBTFUL]
    assert len(unsure) == 7
    assert by_relation["requests.applicant_total.carried_in"].whose is not Whose.PUBLISHER
    for slip in reading.slips:
        assert slip.whose is not Whose.PUBLISHER or not set(slip.unsure) & set(unsure)
        for language in ("zh", "en"):
            assert slip.whose.label[language] in slip.explain(language)
    assert [slip["relation"] for slip in reading.to_dict()["slips"]] == list(by_relation)


def test_a_zero_that_was_read_counts_as_one_beside_a_doubtful_cell() -> None:
    rows = (
        *(
            "一、本年新收政府信息公开申请数量 3 0 0 0 0 0 3",
            "二、上年结转政府信息公开申请数量 0 0 0 0 0 0 0",
        ),
        *("（七）总计 3 0 0 0 0 0 3", "四、结转下年度继续办理 1 0 0 0 0 0 1"),
    )
    for again, whose in ((4, Whose.READER), (5, Whose.UNDECIDABLE)):
        printed = "\n".join((*rows, rows[0].replace("3", str(again))))
        slips = {slip.relation: slip for slip in read((HEAD + printed).encode()).slips}
        assert slips["requests.balance.natural_person"].whose is whose
