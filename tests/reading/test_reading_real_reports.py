"""Real reports are read exactly, or doubted at the very cell: never wrong without a doubt."""

from __future__ import annotations

import json
from decimal import Decimal
from pathlib import Path

import pytest
from tests.support.effort import some
from tests.support.expected_readings import REPORTS, Expected, folders, printed_whole, sources
from tests.support.paths import FIXTURES
from tests.support.reading_accuracy import measure

from gxstats import Outcome, check, examples, form, read

FOLDERS = folders()
COMPLETE = [folder for folder in FOLDERS if printed_whole(folder)]
CASES = [(source, folder) for folder in FOLDERS for source in sources(folder)]
FIXTURE_FOLDERS = sorted(path.parent for path in FIXTURES.glob("*/expected.json"))
shared = pytest.mark.skipif(not REPORTS.is_dir(), reason="the third-party reports are not here")


def name(value: object) -> str:
    return value.parent.name + "-" + value.name if isinstance(value, Path) else ""


@shared
@pytest.mark.parametrize(("source", "folder"), some(CASES, 60), ids=name)
def test_every_cell_is_exact_or_doubted(source: Path, folder: Path) -> None:
    expected = Expected(folder)
    reading = read(source)
    found = measure(reading, expected)
    assert not found.wrong
    assert not found.invented
    assert reading.form is expected.form
    if "ambiguous" not in expected.data:
        assert found.exact == len(expected.cells)
        assert not reading.doubts


@shared
@pytest.mark.parametrize(("source", "folder"), some(CASES, 40), ids=name)
def test_what_is_not_a_plain_number_is_kept_as_a_remark(source: Path, folder: Path) -> None:
    expected = Expected(folder)
    remarks = {remark.cell: remark.printed for remark in read(source).report.remarks}
    assert remarks == expected.texts


@shared
@pytest.mark.parametrize("folder", COMPLETE, ids=lambda folder: folder.name)
def test_a_published_slip_survives(folder: Path) -> None:
    expected = Expected(folder)
    result = check(read(sources(folder)[0]).report)
    slips = [v for v in expected.data["violations"] if v["relation"] == "section4_total"]
    assert len(slips) == len(expected.data["violations"])
    found = {v.relation.id: v.residual for v in result.violated}
    wanted = {
        relation.relation.id: slip["found_minus_computed"]
        for slip in slips
        for relation in result
        if slip["block"] == _group(expected, relation.relation.id)
    }
    assert found == wanted
    assert (result.verdict is Outcome.VIOLATED) == bool(slips)


def _group(expected: Expected, relation: str) -> str | None:
    prefix = relation.replace("disputes.total.", "/disputes/") + "/total"
    return expected.form[prefix].columns[-1].zh if prefix in expected.form else None


@shared
def test_the_first_report_is_read_whole() -> None:
    source = REPORTS / "a01-yindu-qu-2019" / "report.txt"
    printed = source.read_text("utf-8")
    report = read(source).report
    assert report.year == 2019
    assert report.organ.name == "殷都区人民政府"
    assert report["/disclosure/administrative_fees/change"] is None
    assert report["/disclosure/centralized_procurement/amount"] == Decimal("4875.699")
    between = printed.split("1、 总体情况\n")[1].split("二、主动公开政府信息情况\n")[0]
    assert report.narrative.overview == between.strip()
    problems, other = printed.split("五、存在的主要问题及改进情况\n")[1].split(
        "六、其他需要报告的事项\n"
    )
    assert report.narrative.problems == problems.strip()
    assert report.narrative.other == other.strip()


@pytest.mark.parametrize("folder", FIXTURE_FOLDERS, ids=lambda folder: folder.name)
def test_fixtures_are_read_exactly(folder: Path) -> None:
    expected = json.loads((folder / "expected.json").read_text("utf-8"))
    (source,) = folder.glob("raw.*")
    reading = read(source)
    report = reading.report
    assert reading.form.id == expected["form"]
    assert report.year == expected["year"]
    assert report.organ.name == expected["organ"]
    assert {r.cell: r.printed for r in report.remarks} == expected["remarks"]
    doubtful = set(expected.get("doubtful", ()))
    doubted = {doubt.cell for doubt in reading.doubts}
    assert doubted <= doubtful
    for cell, value in report.cells():
        wanted = expected["cells"].get(cell.address)
        if isinstance(wanted, str):
            wanted = Decimal(wanted)
        assert value == wanted or cell.address in doubted, cell.address


def test_the_example_is_the_first_fixture() -> None:
    fixture = next((FIXTURES / "yindu-qu-2019").glob("raw.*"))
    assert examples.path("yindu-2019").read_bytes() == fixture.read_bytes()
    report = read(examples.path("yindu-2019")).report
    assert check(report).verdict is Outcome.HELD
    assert (report.year, report.organ.name) == (2019, "殷都区人民政府")


def test_an_unknown_example_is_named() -> None:
    with pytest.raises(KeyError, match="yindu-2019"):
        examples.path("nowhere")


def test_cells_that_are_not_printed_are_absent_not_zero() -> None:
    (source,) = (FIXTURES / "nppa-2022").glob("raw.*")
    reading = read(source)
    absent = {a for a, source in reading.cells.items() if source.certainty.value == "absent"}
    assert absent == {cell.address for cell in form("2021") if cell.table.number != "二"}
    missing = [notice for notice in reading.notices if notice.code == "table.missing"]
    assert len(missing) == 2


def test_a_row_that_the_form_lacks_is_reported() -> None:
    (source,) = (FIXTURES / "wuhan-hbj-2020").glob("raw.*")
    extra = [n for n in read(source).notices if n.code == "row.extra"]
    assert [n.printed.zh for n in extra] == ["其他主動公開檔案 186 86 255"]


def test_short_rows_are_doubts_with_alternatives() -> None:
    (source,) = (FIXTURES / "yynanhu-ju-2019").glob("raw.*")
    reading = read(source)
    doubts = {doubt.cell: doubt for doubt in reading.doubts}
    row = [a for a in form("2019").index if a.startswith("/requests/received/")]
    assert set(row) <= set(doubts)
    assert doubts["/requests/received/natural_person"].alternatives == (3, None)
    assert all(reading.report[address] is None for address in row)
