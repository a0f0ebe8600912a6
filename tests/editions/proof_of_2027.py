"""What holds with the package of the edition of 2027 installed; run by ``test_edition_2027.py``."""

from __future__ import annotations

import io
import json
import random
import subprocess
import sys
from decimal import Decimal

import attrs
import jsonschema
import pytest
from gxstats_2027 import FORM_2027, Report2027
from hypothesis import given
from hypothesis import strategies as st

import gxstats
from gxstats import FORMS, Outcome, Report, Report2021, check, form, from_json, read, to_json
from gxstats.across import Series, convert
from gxstats.across.converting import loss
from gxstats.columnar import from_arrow, outcomes, slips, to_arrow
from gxstats.diagnosis import certificate, diagnose
from gxstats.exports import EXPORTS
from gxstats.page import form_page
from gxstats.relations import check_years, rulebook
from gxstats.testing import Corruption, corrupted_reports, reports, reports_with_blanks
from gxstats.wire.schema import json_schema
from gxstats.writing import Marks, report_markdown, report_page
from gxstats.writing.workbook import form_workbook
from tests.editions.random_reports_of_2027 import test_a_report_is_consistent_and_comes_back
from tests.support.typeset_docx import DocxTypesetter
from tests.support.typeset_report import Typesetter, seeds
from tests.support.typeset_sheets import SheetTypesetter, by_hand

__all__ = ["test_a_report_is_consistent_and_comes_back"]  # of the guide

NEW = "/requests/outcomes/other/withdrawn"
GONE = "/requests/outcomes/not_processed/publications"
CELLS = 10 + 175 + 15
ROWS = 25


def same(found: Report, report: Report) -> bool:
    return found.form is FORM_2027 and found.values() == report.values()


# --- the form -------------------------------------------------------------------------------------


def test_it_is_a_form_like_any_other() -> None:
    assert form("2027") is form(2027) is FORM_2027
    assert list(FORMS) == ["2019", "2021", "2021-undivided", "2027"]
    assert len(FORM_2027) == CELLS
    assert len({cell.position.row for cell in FORM_2027 if cell.table.place == 3}) == ROWS
    assert form("2021").fiscal_years == (2021, 2026)
    assert FORM_2027.fiscal_years == (2027, None)


# --- reading --------------------------------------------------------------------------------------


@given(reports(Report2027), seeds)
def test_its_pages_are_read(report: Report, seed: int) -> None:
    for layout in Typesetter(report, random.Random(seed)).layouts().values():
        found = read(layout().encode())
        wrong = {
            address
            for address, value in zip(FORM_2027.index, report.values(), strict=True)
            if address in found.form and found.report[address] != value
        }
        assert wrong <= {doubt.cell for doubt in found.doubts}
        told = {doubt.code for doubt in found.doubts}
        assert found.form is FORM_2027 or "form.edition" in told


@given(reports(Report2027), seeds)
def test_its_html_docx_and_xlsx_are_read_whole(report: Report, seed: int) -> None:
    rng = random.Random(seed)
    assert same(read(report_page(Marks.diagnosed(report), "zh").encode()).report, report)
    assert same(read(DocxTypesetter(report, rng).document()).report, report)
    assert same(read(by_hand(SheetTypesetter(report, rng).workbook(), rng)).report, report)


# --- judging --------------------------------------------------------------------------------------


@given(reports(Report2027))
def test_a_consistent_report_is_held_and_a_wrong_cell_is_found(report: Report) -> None:
    assert check(report).verdict is Outcome.HELD
    wrong = report.replace({f"{NEW}/total": report[f"{NEW}/total"] + 7})
    assert check(wrong).verdict is Outcome.VIOLATED
    ways = diagnose(wrong).explanations
    assert [[change.cell for change in way.changes] for way in ways] == [[f"{NEW}/total"]]


@given(corrupted_reports(form_id="2027"))
def test_what_was_injected_is_detected(made: Corruption) -> None:
    assert made.truth.form is FORM_2027
    tables = {cell.cell.split("/")[1] for cell in made.cells}
    assert check(made.corrupted).verdict is not Outcome.HELD or "disclosure" in tables


@given(reports(Report2027))
def test_a_blank_that_relations_determine_is_deduced(report: Report) -> None:
    from gxstats.diagnosis import deduce

    blank = report.replace({f"{NEW}/total": None})
    assert deduce(blank).filled() == report


def test_its_certificate_is_that_of_a_code_of_distance_four() -> None:
    found = {one.table.name: one.distance for one in certificate(FORM_2027).tables}
    assert found == {one.table.name: one.distance for one in certificate(form("2021")).tables}
    assert found["requests"] == 4


# --- documents ------------------------------------------------------------------------------------


@given(reports_with_blanks(Report2027))
def test_its_documents_are_read_and_valid_by_its_schema(report: Report) -> None:
    text = to_json(report)
    assert from_json(text) == report
    assert gxstats.validate(text) == ()
    jsonschema.validate(json.loads(text), json_schema("2027"))
    assert f"{NEW}/total" not in form("2021")


def test_a_row_of_another_edition_is_refused_by_its_address() -> None:
    document = json.loads(to_json(FORM_2027.example_report()))
    document["requests"]["outcomes"]["not_processed"]["publications"] = {}
    with pytest.raises(gxstats.InvalidDocument) as refused:
        from_json(json.dumps(document))
    assert refused.value.problems[0].address == GONE


# --- editions and years ---------------------------------------------------------------------------


def test_a_conversion_declares_what_it_loses_both_ways() -> None:
    assert {one.rpartition("/")[0] for one in loss("2027", "2021")} == {NEW}
    assert {one.rpartition("/")[0] for one in loss("2021", "2027")} == {GONE}


@given(reports(Report2027))
def test_a_conversion_there_and_back_keeps_the_rest(report: Report) -> None:
    there = convert(report, "2021")
    assert type(there.report) is Report2021
    back = convert(there.report, "2027").report
    for address in FORM_2027.index:
        expected = None if address.startswith(NEW) else report[address]
        assert back[address] == expected
    assert set(there.lost) == {f"{NEW}/{column}" for column in _columns()}


def test_the_row_that_every_edition_prints_undivided_is_still_summed() -> None:
    report = FORM_2027.example_report()
    older = convert(report, "2019").report
    parts = ("not_supplemented", "fee_unpaid", "miscellaneous")
    wanted = sum(report[f"/requests/outcomes/other/{one}/total"] for one in parts)
    assert older["/requests/outcomes/other/total"] == wanted


def test_a_report_is_linked_to_that_of_the_year_before_on_another_form() -> None:
    report = FORM_2027.example_report()
    before = form("2021").example_report().replace(year=2026)
    links = check_years(before, report)
    assert len(links) == 7 + 2
    assert links["requests.carried_over.total"].cells == {
        "/requests/carried_in/total": report["/requests/carried_in/total"],
        "previous:/requests/carried_out/total": before["/requests/carried_out/total"],
    }
    named = attrs.evolve(before, organ=report.organ)
    assert Series.of([named, report]).years == (2026, 2027)


# --- columns and other engines --------------------------------------------------------------------


def test_columns_hold_it_beside_the_others() -> None:
    example = FORM_2027.example_report()
    wrong = example.replace({f"{NEW}/total": 9})
    corpus = to_arrow([form("2019").example_report(), form("2021").example_report(), wrong])
    assert list(from_arrow(corpus))[2] == wrong
    column = outcomes(corpus)["requests.applicant_total.outcomes.other.withdrawn"]
    assert column.to_pylist() == [None, None, "violated"]
    assert [row["cell"] for row in slips(corpus).to_pylist()] == [f"{NEW}/total"]


@pytest.mark.parametrize("name", EXPORTS)
def test_every_export_has_it(name: str) -> None:
    export = EXPORTS[name]
    text = export.text(FORM_2027 if export.forms else None)
    assert "withdrawn" in text


# --- drawing --------------------------------------------------------------------------------------


@given(reports(Report2027))
def test_it_is_drawn_and_read_back(report: Report) -> None:
    for text in (
        report_page(Marks.diagnosed(report), "zh"),
        report_markdown(Marks.diagnosed(report), "zh"),
    ):
        assert same(read(text.encode()).report, report)


def test_its_workbook_is_filled_in_and_read_back() -> None:
    example = FORM_2027.example_report()
    data = form_workbook(FORM_2027, report=example)
    found = read(data.getvalue() if isinstance(data, io.BytesIO) else data)
    assert same(found.report, example)


def test_its_page_is_made() -> None:
    for language in ("zh", "en"):
        assert NEW in form_page(FORM_2027, language)


def test_its_original_is_annotated() -> None:
    from gxstats.annotating import annotate

    wrong = FORM_2027.example_report().replace({f"{NEW}/total": 5})
    made = annotate(report_page(Marks.diagnosed(wrong), "zh").encode())
    assert any(one.mark.cell == f"{NEW}/total" for one in made.placed)


def test_pictures_show_it_beside_older_editions() -> None:
    pytest.importorskip("matplotlib")
    from gxstats.plot import flow, outcomes_by_year

    report = FORM_2027.example_report()
    before = attrs.evolve(form("2021").example_report(), year=2026, organ=report.organ)
    picture = outcomes_by_year([before, report], language="en")
    ids = {artist.get_gid() for artist in picture.axes.get_children()}
    assert {"2026/other", "2027/other"} <= ids
    flow(report, language="en")


# --- the rest is as it was ------------------------------------------------------------------------


@given(st.sampled_from(["2019", "2021", "2021-undivided"]).flatmap(reports))
def test_reports_of_other_editions_are_as_they_were(report: Report) -> None:
    assert from_json(to_json(report)) == report
    assert read(report_page(Marks.diagnosed(report), "zh").encode()).report.form is report.form
    assert all(value is None or isinstance(value, int | Decimal) for value in report.values())
    assert rulebook(report.form).form is report.form


@pytest.mark.parametrize("module", ["gxstats.wire.schema", "gxstats.exports"])
def test_what_is_published_of_other_editions_is_unchanged(module: str) -> None:
    run = subprocess.run([sys.executable, "-m", module, "--check"], check=False)
    assert run.returncode == 0


def _columns() -> list[str]:
    start = f"{NEW}/"
    return [one.removeprefix(start) for one in FORM_2027.index if one.startswith(start)]
