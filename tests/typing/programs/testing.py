"""The testing kit, for those who test what they build."""

from __future__ import annotations

from collections.abc import Iterator
from random import Random
from typing import assert_type

from hypothesis import given
from hypothesis import strategies as st

from gxstats import ApplicantCounts, Narrative, Organ, Remark, Report, Report2019, Report2021
from gxstats.diagnosis import Evidence
from gxstats.testing import (
    Corruption,
    Slip,
    WrongCell,
    arbitrary_reports,
    assert_consistent,
    corrupt,
    corrupted_reports,
    corrupted_reports_with_blanks,
    narratives,
    organs,
    parts,
    random_corruptions,
    register_strategies,
    remarks,
    reports,
    reports_with_blanks,
)

TOTAL = "/requests/received/total"


@given(reports(Report2019))
def drawn(report: Report2019) -> None:
    assert_type(assert_consistent(report), Report2019)


def drawing(truth: Report2019, random: Random) -> None:
    assert_type(reports(Report2019), st.SearchStrategy[Report2019])
    assert_type(reports("2021-undivided"), st.SearchStrategy[Report])
    assert_type(reports_with_blanks(), st.SearchStrategy[Report])
    assert_type(arbitrary_reports(Report2021), st.SearchStrategy[Report2021])
    assert_type(organs(), st.SearchStrategy[Organ])
    assert_type(narratives(), st.SearchStrategy[Narrative])
    assert_type(remarks("2021"), st.SearchStrategy[Remark])
    assert_type(parts(ApplicantCounts), st.SearchStrategy[ApplicantCounts])
    register_strategies()
    assert_type(corrupted_reports("2021", slips=(1, 2)), st.SearchStrategy[Corruption])
    assert_type(corrupted_reports_with_blanks(), st.SearchStrategy[Corruption])
    assert_type(random_corruptions(random, within="/requests"), Iterator[Corruption])
    assert_type(corrupt(truth, Evidence.SWAPPED, random), Corruption | None)
    wrong = WrongCell(TOTAL, 5, 6)
    slip = Slip(Evidence.DIGIT_CHANGED, (wrong,))
    made = Corruption(truth=truth, corrupted=truth, slips=(slip,))
    assert_type(made.cells, tuple[WrongCell, ...])

    reports(ApplicantCounts)  # E: bound
    reports_with_blanks(2021)  # E: overload
    arbitrary_reports(2021)  # E: overload
    organs("某局")  # E: call
    narratives(1)  # E: call
    remarks(2014)  # E: argument
    parts(int)  # E: bound
    register_strategies("gxstats")  # E: call
    corrupted_reports("2021", slips="1")  # E: argument
    corrupted_reports_with_blanks(kinds="swapped")  # E: argument
    random_corruptions("2021")  # E: argument
    corrupt(truth, Evidence.SWAPPED)  # E: call
    assert_consistent(5)  # E: bound
    WrongCell(5, 5, 6)  # E: argument
    Slip("swapped", ())  # E: argument
    Corruption(truth=truth)  # E: call
