"""The workbook, as another program opens it."""

from __future__ import annotations

import io
import sys
from collections import Counter
from functools import cache

import openpyxl
import pytest
from hypothesis import given
from tests.support.effort import some, tries
from tests.support.judged_sources import BASE, CONTENTS, corpus, expected, slip, verdict_on

from gxstats import MissingExtra, check, to_json
from gxstats.testing import corrupted_reports
from gxstats.verdicts import COLUMNS, PointKind, judge_bytes, write_xlsx, xlsx

pytest.importorskip("xlsxwriter", reason="XlsxWriter is not installed")


def book_of(verdicts, language="zh"):
    stream = io.BytesIO()
    write_xlsx(verdicts, stream, language, base=BASE)
    return openpyxl.load_workbook(stream)


def rows_of(sheet):
    head, *rows = sheet.iter_rows(values_only=True)
    return [dict(zip(head, row, strict=True)) for row in rows]


@cache
def book_of_everything():
    return book_of(corpus())


@pytest.mark.parametrize("language", some(["zh", "en"], 50))
def test_a_row_a_file_and_a_row_for_each_thing_to_say(language):
    verdicts = corpus()
    files, points = book_of(verdicts, language).worksheets
    *rows, total = rows_of(files)
    assert len(rows) == len(verdicts)
    kinds = [kind for kind in PointKind if kind is not PointKind.UNDECIDED_HINT]
    whole = Counter()
    one_of_each, _ = book_of(map(verdict_on, CONTENTS), language).worksheets
    for place, data in enumerate(CONTENTS):
        numbers = [cell.value for cell in one_of_each[2 + place]][-len(kinds) :]
        wanted = expected(data)
        assert numbers == [wanted[kind.value] for kind in kinds]
    for verdict in verdicts:
        whole.update(point.kind for point in verdict.points)
    assert list(total.values())[-len(kinds) :] == [whole[kind] for kind in kinds]
    assert len(rows_of(points)) == whole.total()


@tries(25)
@given(corrupted_reports())
def test_the_violated_relations_are_the_rows_of_errors(case):
    _, points = book_of([judge_bytes(to_json(case.corrupted), "a.json")]).worksheets
    names = {column: title["zh"] for column, title in COLUMNS.items()}
    found = {
        row[names["rule"]]: (row[names["left"]], row[names["right"]], row[names["residual"]])
        for row in rows_of(points)
        if row[names["kind"]] == PointKind.VIOLATED.label["zh"]
    }
    assert found == {
        result.relation.id: (result.left, result.right, result.residual)
        for result in check(case.corrupted).violated
    }


def test_no_cell_is_a_formula_or_a_link_and_names_are_as_they_are():
    files, points = book_of_everything().worksheets
    for sheet in (files, points):
        for row in sheet.iter_rows():
            for cell in row:
                assert cell.data_type != "f"
                assert cell.hyperlink is None
    names = {row[0].value for row in files.iter_rows(min_row=2)}
    assert {"=cmd()|' /C calc'!A0.json", "@SUM(1+1)*cmd", "年报/某局 2023.html", "+1.txt"} <= names


def test_heads_stay_in_sight_and_filters_take_in_the_rows_but_not_the_total():
    files, points = book_of_everything().worksheets
    for sheet in (files, points):
        assert sheet.freeze_panes == "B2"
        assert sheet.auto_filter.ref.startswith("A1:")
    last = int("".join(filter(str.isdigit, files.auto_filter.ref.partition(":")[2])))
    assert last == files.max_row - 1
    assert int("".join(filter(str.isdigit, points.auto_filter.ref.partition(":")[2]))) == (
        points.max_row
    )


def test_where_a_sheet_is_full_the_rows_go_on_in_another(monkeypatch):
    monkeypatch.setattr(xlsx, "ROWS", 10)
    verdicts = [judge_bytes(slip(), f"{place}.json") for place in range(12)]
    book = book_of(verdicts)
    files = [sheet for sheet in book.worksheets if sheet.title.startswith("汇总")]
    points = [sheet for sheet in book.worksheets if sheet.title.startswith("明细")]
    assert len(files) == 2
    assert sum(sheet.max_row - 1 for sheet in files) == 12 + 1  # with the total
    assert sum(sheet.max_row - 1 for sheet in points) == sum(len(one.points) for one in verdicts)
    heads = {tuple(cell.value for cell in sheet[1]) for sheet in points}
    assert len(heads) == 1


def test_a_text_longer_than_a_cell_holds_is_cut_and_says_so():
    for length, shown in ((32_767, "y" * 32_767), (32_768, "y" * 32_766 + "…")):
        files, _ = book_of([judge_bytes(b"", "y" * length)]).worksheets
        assert files["A2"].value == shown


def test_without_xlsxwriter_the_extra_is_named(monkeypatch):
    monkeypatch.setitem(sys.modules, "xlsxwriter", None)
    with pytest.raises(MissingExtra, match="workbook"):
        write_xlsx([], io.BytesIO())
