"""What the guide to a new edition shows as its test; run by ``proof_of_2027.py``."""

from hypothesis import given

from gxstats import check, from_json, read, to_json
from gxstats.testing import reports
from gxstats.writing import Marks, report_page


@given(reports("2027"))
def test_a_report_is_consistent_and_comes_back(report):
    assert check(report).require() is report
    assert from_json(to_json(report)) == report
    page = report_page(Marks.diagnosed(report), "zh")
    assert read(page.encode()).report.values() == report.values()
