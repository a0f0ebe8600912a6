"""However a report is set as a workbook, it is read back exactly; what a sheet hides is in doubt."""

from __future__ import annotations

import io
import random
import re
import struct
import zipfile
from collections.abc import Callable, Iterator
from decimal import Context, Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

pytest.importorskip("openpyxl", reason="writes the workbooks that are read")
pytest.importorskip("xlwt", reason="writes the older workbooks that are read")

import openpyxl
import xlwt
from openpyxl.styles.numbers import BUILTIN_FORMATS, is_date_format
from tests.support import typeset_sheets as by
from tests.support.bounded_reading import Worker, require_bounded, worker
from tests.support.effort import some, tries_as_drawn
from tests.support.handwritten_xls import old_stream, old_workbook, record
from tests.support.reading_accuracy import wrong_cells
from tests.support.typeset_report import PROSE, seeds

from gxstats import Report, Unreadable, examples, read
from gxstats.reading import Certainty, Limits, Reading
from gxstats.reading.excel.formats import BUILT_IN_FORMATS
from gxstats.reading.excel.printed import printed_number, printed_text
from gxstats.reading.excel.xls import read_xls
from gxstats.reading.excel.xlsx import read_xlsx
from gxstats.reading.grid import Document, Shape
from gxstats.testing import arbitrary_reports, reports, reports_with_blanks

REPORT = read(examples.path("yindu-2019")).report

Writer = Callable[[list[by.LaidSheet], random.Random], bytes]
WRITERS: dict[str, Writer] = {
    "openpyxl": lambda sheets, rng: by.by_openpyxl(sheets),
    "xml": by.by_hand,
    "xlwt": lambda sheets, rng: by.by_xlwt(sheets),
}
every_writer = pytest.mark.parametrize("writer", WRITERS)


def set_as(
    writer: str, report: Report, seed: int, *, uncalculated: float = 0
) -> tuple[by.SheetTypesetter, Reading]:
    """A report set at random, and read back."""
    rng = random.Random(seed)
    setting = by.SheetTypesetter(report, rng)
    if writer == "openpyxl":  # it keeps no value of a formula
        setting.calculates = False
    sheets = setting.workbook(uncalculated=uncalculated)
    return setting, read(WRITERS[writer](sheets, rng))


def document(data: bytes, limits: Limits | None = None) -> Document:
    limits = (limits or Limits()).begun()
    return (read_xls if data[:2] == b"\xd0\xcf" else read_xlsx)(data, limits)


def texts(found: Document) -> dict[str, str]:
    """What stands in each cell, by reference."""
    return {cell.place.reference: cell.text for grid in found.grids for cell in grid}


def laid_out(*rows: tuple[object, ...]) -> by.LaidSheet:
    """A sheet of rows from A1 on."""
    sheet = by.LaidSheet("表")
    for row, cells in enumerate(rows):
        for column, value in enumerate(cells):
            laid = value if isinstance(value, by.Laid) else by.Laid(str(value))
            if value is not None:
                sheet.cells[row, column] = laid
    return sheet


# --- whole reports --------------------------------------------------------------------------


@every_writer
@tries_as_drawn(12)
@given(report=reports("any"), seed=seeds)
def test_a_full_report_is_read_back_exactly(writer: str, report: Report, seed: int) -> None:
    _, reading = set_as(writer, report, seed)
    assert wrong_cells(report, reading) == []
    assert reading.doubts == ()
    signed = {r.cell: r.printed for r in reading.report.remarks}
    assert signed == {c.address: str(v) for c, v in report.cells() if v is not None and v < 0}


@every_writer
@tries_as_drawn(12)
@given(report=st.one_of(reports_with_blanks("any"), arbitrary_reports("any")), seed=seeds)
def test_blanks_and_slips_are_read_back(writer: str, report: Report, seed: int) -> None:
    _, reading = set_as(writer, report, seed)
    assert wrong_cells(report, reading) == []
    filled = [value for cell, value in report.cells() if cell.table.number == "四"]
    if len(filled) - filled.count(None) == 1:  # one number alone on a row may be a line of text
        assert all(doubt.cell.startswith("/disputes/") for doubt in reading.doubts)
        return
    assert reading.doubts == ()


@every_writer
@tries_as_drawn(12)
@given(report=reports_with_blanks("any"), seed=seeds)
def test_a_blank_cell_of_a_ruled_table_is_a_cell(writer: str, report: Report, seed: int) -> None:
    rng = random.Random(seed)
    setting = by.SheetTypesetter(report, rng)
    setting.ruled, setting.calculates, setting.spreads = True, False, False
    reading = read(WRITERS[writer](setting.workbook(), rng))
    assert all(source.certainty is Certainty.CERTAIN for source in reading.cells.values())


@every_writer
@tries_as_drawn(12)
@given(report=reports("any"), seed=seeds)
def test_every_cell_says_where_it_stood(writer: str, report: Report, seed: int) -> None:
    setting, reading = set_as(writer, report, seed)
    found = {
        address: (source.place.sheet, source.place.reference)
        for address, source in reading.cells.items()
        if source.place is not None
    }
    assert found == setting.laid
    assert len(found) == len(report.form)


@every_writer
@tries_as_drawn(12)
@given(report=reports("any"), seed=seeds)
def test_a_formula_that_was_never_calculated_is_a_doubt(
    writer: str, report: Report, seed: int
) -> None:
    setting, reading = set_as(writer, report, seed, uncalculated=0.5)
    assert {(d.cell, d.code) for d in reading.doubts} == {
        (address, "cell.formula") for address in setting.formulas
    }
    assert wrong_cells(report, reading) == []
    shown = {d.printed for d in reading.doubts}
    assert shown <= ({"=?"} if writer == "xlwt" else {"=SUM(B2:B4)"})


def test_formulas_were_set_and_hidden_things_too() -> None:
    seen: set[str] = set()
    for seed in range(60):
        setting = by.SheetTypesetter(REPORT, random.Random(seed))
        sheets = setting.workbook(uncalculated=0.3)
        seen |= {"formula"} if setting.formulas else set()
        for sheet in sheets:
            seen |= {"sheet"} if sheet.hidden else set()
            seen |= {"row"} if sheet.hidden_rows else set()
            seen |= {"column"} if sheet.hidden_columns else set()
            seen |= {"merged"} if sheet.merged else {"unmerged"}
            seen |= {"ruled"} if any(cell.ruled for cell in sheet.cells.values()) else {"unruled"}
        seen.add(f"{len([s for s in sheets if not s.hidden])} sheets")
    assert seen >= {"formula", "sheet", "row", "column", "merged", "unmerged", "ruled", "unruled"}
    assert seen >= {"1 sheets", "3 sheets"}


@every_writer
@tries_as_drawn(12)
@given(report=reports("any"), seed=seeds)
def test_title_and_sections_of_text_are_read(writer: str, report: Report, seed: int) -> None:
    rng = random.Random(seed)
    setting = by.SheetTypesetter(report, rng)
    setting.calculates = False
    sheet = by.LaidSheet("年报")
    row = setting._above(sheet, rng.choice([0, 2]), 1)
    for table in setting.tables:
        row = setting._table(sheet, table, row, 1, 0) + rng.choice([0, 1, 2])
    setting._below(sheet, row, 1)
    reading = read(WRITERS[writer]([sheet], rng))
    narrative = reading.report.narrative
    assert narrative.overview == setting.overview
    assert narrative.problems is not None
    assert narrative.problems.split("\n")[0] == PROSE[2]
    assert reading.report.year == setting.year
    assert reading.report.organ.name == "某某市某某局"


@every_writer
def test_last_year_beside_this_year_makes_every_row_a_doubt(writer: str) -> None:
    rng = random.Random(5)
    setting = by.SheetTypesetter(REPORT, rng)
    setting.stored, setting.calculates = "numbers", False
    sheets = [by.LaidSheet("今年"), by.LaidSheet("去年")]
    for sheet in sheets:
        row = 0
        for table in setting.tables:
            row = setting._table(sheet, table, row, 0, 0)
    for cell in sheets[1].cells.values():
        if cell.number is not None:
            cell.number += 7
    reading = read(WRITERS[writer](sheets, rng))
    assert {(d.cell, d.code) for d in reading.doubts} == {
        (address, "row.repeated") for address in REPORT.form.index
    }
    sheets[1].hidden = True
    reading = read(WRITERS[writer](sheets, rng))
    assert reading.doubts == ()
    assert reading.report.values() == REPORT.values()


# --- cells ----------------------------------------------------------------------------------


@every_writer
def test_what_is_hidden_is_not_read(writer: str) -> None:
    sheet = laid_out(("a", "b", "c"), ("1", "2", "3"), ("4", "5", "6"))
    sheet.hidden_rows, sheet.hidden_columns = {1}, {1}
    found = texts(document(WRITERS[writer]([sheet], random.Random(1))))
    assert found == {"A1": "a", "C1": "c", "A3": "4", "C3": "6"}
    assert {c.column for g in document(by.by_openpyxl([sheet])).grids for c in g} == {0, 1}


@given(st.sets(st.integers(0, 40), max_size=25), st.integers(1, 12))
def test_what_is_seen_of_a_row_keeps_its_references(hidden: set[int], gap: int) -> None:
    shown = [column for column in range(45) if column not in hidden]
    first, last = shown[0], shown[-1]
    sheet = laid_out(tuple("x" if c in (first, last) else None for c in range(45)), ())
    sheet.cells[1, first], sheet.cells[1, last] = by.Laid("1"), by.Laid("2")
    for column in shown[::gap]:
        sheet.cells[0, column] = by.Laid("x")
    sheet.hidden_columns = hidden
    (grid,) = document(by.by_hand([sheet], random.Random(1))).grids
    names = [by.reference(0, column) for column in shown]
    found = [(c.column, c.place.reference) for c in grid.rows[0]]
    assert found == list(enumerate(names))


@every_writer
def test_a_workbook_that_hides_all_its_tables_is_read_none_the_less(writer: str) -> None:
    hidden = laid_out(("a", "b"))
    hidden.hidden = True
    empty = by.LaidSheet("空")
    data = WRITERS[writer]([empty, hidden], random.Random(1))
    assert texts(document(data)) == {"A1": "a", "B1": "b"}


@pytest.mark.parametrize("writer", ["xml", "xlwt"])
def test_of_merged_cells_only_the_first_is_seen(writer: str) -> None:
    sheet = laid_out(("a", "b", "c", "d"), ("e", "f", None, "g"), ("h", None, None, "i"))
    sheet.merged = [(0, 1, 1, 2)]
    (grid,) = document(WRITERS[writer]([sheet], random.Random(1))).grids
    spans = {c.text: (c.row, c.column, c.row_span, c.column_span) for c in grid if c.text}
    assert spans == {
        "a": (0, 0, 1, 1),
        "b": (0, 1, 2, 2),
        "d": (0, 3, 1, 1),
        "e": (1, 0, 1, 1),
        "g": (1, 3, 1, 1),
        "h": (2, 0, 1, 1),
        "i": (2, 3, 1, 1),
    }
    assert [c.place.reference for c in grid.rows[2]] == ["A3", "B3", "C3", "D3"]


def sheet_xml(cells: str, *, before: str = "", calculation: str = "") -> bytes:
    """A workbook of one sheet, whose cells are given as XML."""
    data = by.by_hand([laid_out(("x",))], random.Random(2))
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            part = old.read(name).decode()
            if "worksheets" in name:
                part = (
                    f'<worksheet xmlns="{by.MAIN}">{before}<sheetData><row r="1">{cells}</row>'
                    "</sheetData></worksheet>"
                )
            elif name == "xl/workbook.xml":
                part = re.sub(r"<[^<]*calcPr[^>]*>", calculation, part)
            elif "sharedStrings" in name:
                part = (
                    f'<sst xmlns="{by.MAIN}"><si><t xml:space="preserve"> 一_x000D_\n二 </t></si>'
                    "<si><r><t>12</t></r><r><rPr/><t>3</t></r><rPh sb='0' eb='1'><t>9</t></rPh></si>"
                    "</sst>"
                )
            new.writestr(name, part)
    return out.getvalue()


CELLS = {
    "<v>12</v>": "12",
    "<v>12.0</v>": "12",
    "<v>1e3</v>": "1000",
    "<v>1E-4</v>": "0.0001",
    "<v>-0</v>": "0",
    "<v>4875.6989999999996</v>": "4875.699",
    "<v>0.30000000000000004</v>": "0.3",
    "<v>NaN</v>": "NaN",
    "<v>1e999</v>": "1e999",
    "<f>SUM(B2:B4)</f><v>7</v>": "7",
    "<f>SUM(B2:B4)</f>": "=SUM(B2:B4)",
    "<f>SUM(B2:B4)</f><v/>": "=SUM(B2:B4)",
    "<f>SUM(B2:B4)</f><v></v>": "=SUM(B2:B4)",
    "<f/>": "=?",
    '<f t="shared" si="0"/>': "=?",
}


@pytest.mark.parametrize("inner", CELLS)
def test_a_cell_shows_what_excel_would_show(inner: str) -> None:
    found = texts(document(sheet_xml(f'<c r="A1">{inner}</c><c r="B1"><v>1</v></c>')))
    assert found == {"A1": CELLS[inner], "B1": "1"}


TYPED = {
    '<c r="A1" t="b"><v>1</v></c>': "TRUE",
    '<c r="A1" t="b"><v>0</v></c>': "FALSE",
    '<c r="A1" t="e"><f>A9</f><v>#REF!</v></c>': "#REF!",
    '<c r="A1" t="d"><v>2021-01-20T00:00:00</v></c>': "2021-01-20T00:00:00",
    '<c r="A1" t="s"><v>0</v></c>': "一\n二",
    '<c r="A1" t="s"><v>1</v></c>': "123",
    '<c r="A1" t="str"><f>A9&amp;"件"</f><v>3件</v></c>': "3件",
    '<c r="A1" t="str"><f>IF(TRUE,"")</f><v></v></c>': "",
    '<c r="A1" t="str"><v>_xD83D__xDE00__x005F_x0041_</v></c>': "😀_x0041_",
    '<c r="A1" t="inlineStr"><is><r><t>1</t></r><r><t>2</t></r></is></c>': "12",
    '<c r="A1" t="inlineStr"><is><t>1</t><rPh sb="0" eb="1"><t>9</t></rPh></is></c>': "1",
}


@pytest.mark.parametrize("cell", TYPED)
def test_a_cell_of_any_type_shows_its_text(cell: str) -> None:
    found = texts(document(sheet_xml(f'{cell}<c r="B1"><v>1</v></c><c r="C1"><v>1</v></c>')))
    assert found.get("A1", "") == TYPED[cell]
    assert (found["B1"], found["C1"]) == ("1", "1")


def test_a_workbook_to_be_calculated_when_opened_vouches_for_no_formula() -> None:
    cells = '<c r="A1"><f>B1+1</f><v>0</v></c><c r="B1"><v>5</v></c>'
    for calculation in ('<calcPr fullCalcOnLoad="1"/>', '<calcPr calcCompleted="0"/>'):
        data = sheet_xml(cells, calculation=calculation)
        # in the namespace of the workbook, whatever its prefix
        assert texts(document(data)) == {"A1": "=B1+1", "B1": "5"}
    assert texts(document(sheet_xml(cells))) == {"A1": "0", "B1": "5"}


def test_an_array_without_values_is_a_formula_in_every_cell() -> None:
    cells = '<c r="A1"><f t="array" ref="A1:C1">X1:Z1</f></c><c r="B1"/><c r="D1"><v>1</v></c>'
    found = texts(document(sheet_xml(cells)))
    assert found == {"A1": "=X1:Z1", "B1": "=X1:Z1", "C1": "=X1:Z1", "D1": "1"}


def test_a_view_without_zeros_leaves_zeros_in_doubt() -> None:
    view = '<sheetViews><sheetView showZeros="0" workbookViewId="0"/></sheetViews>'
    cells = '<c r="A1"><v>0</v></c><c r="B1"><v>3</v></c>'
    found = texts(document(sheet_xml(cells, before=view)))
    assert found["A1"].startswith("=TEXT(0,")
    assert found["B1"] == "3"
    book = xlwt.Workbook()
    sheet = book.add_sheet("a")
    sheet.show_zero_values = 0
    sheet.write(0, 0, 0)
    sheet.write(0, 1, 3)
    found = texts(document(saved(book)))
    assert found["A1"].startswith("=TEXT(0,")
    assert found["B1"] == "3"


def test_a_cell_that_stands_twice_is_no_cell() -> None:
    cells = '<c r="A1"><v>1</v></c><c r="A1"><v>2</v></c>'
    with pytest.raises(Unreadable, match="A1"):
        document(sheet_xml(cells))


# --- numbers --------------------------------------------------------------------------------

PLACES = {
    "0": 0, "0.00": 2, "#,##0": 0, "#,##0.00_ ": 2, "0_);[Red]\\(0\\)": 0, "000": 0, "?0.0#": 2,
}  # fmt: skip


@given(st.floats(-1e15, 1e15), st.sampled_from(sorted(PLACES)))
def test_a_number_is_shown_with_all_its_fifteen_digits_or_not_at_all(
    number: float, code: str
) -> None:
    expected = Context(prec=15).create_decimal(repr(number))
    shown = printed_number(repr(number), code)
    if expected and expected.adjusted() < -39:
        return
    if expected.normalize().as_tuple().exponent < -PLACES[code]:
        assert shown.startswith("=TEXT(")
        return
    assert Decimal(shown) == expected
    assert re.fullmatch(r"-?(0|[1-9]\d*)(\.\d*[1-9])?", shown)
    assert shown != "-0"


@given(st.integers(-(10**10), 10**10), st.integers(0, 4), seeds)
def test_exact_decimals_survive_the_double(units: int, places: int, seed: int) -> None:
    exact = Decimal(units).scaleb(-places)
    stored = by.lexical(exact, random.Random(seed))
    general = printed_number(stored, "General")
    if len(f"{abs(exact.normalize()):f}") <= 11:
        assert Decimal(general) == exact
    else:  # no cell shows more without a format of its own
        assert general.startswith("=TEXT(")
    assert Decimal(printed_number(f"{float(exact):.17g}", "0.0000")) == exact


SHOWN = [
    ("3", '0"件"', "3件"),
    ("3", "0件", "3件"),
    ("3", 'G/通用格式"件"', "3件"),
    ("3", '#,##0.00"元"', "3元"),
    ("3", "[$¥-804]#,##0.00", "¥3"),
    ("3", "+0;-0;0", "+3"),
    ("-3", "+0;-0;0", "-3"),
    ("-3", "#,##0;(#,##0)", "-3"),
    ("0.5", "0%", "50%"),
    ("0.1234", "0.00%", "12.34%"),
    ("44000", "yyyy/m/d", "2020-06-18"),
    ("44000.5", 'yyyy"年"m"月"d"日"', "2020-06-18 12:00:00"),
    ("7", "[>100]0;0", "7"),
    ("3", "[Red]0;[Blue]-0", "3"),
    ("3", "0;@", "3"),
    ("-3", "0;@", "-3"),
    ("3", "0*  ", "3"),
    ("3", "[$-804]0", "3"),
    ("28", "0.??", "28"),
    ("12345678901", "General", "12345678901"),
]


@pytest.mark.parametrize(("stored", "code", "shown"), SHOWN)
def test_what_a_format_adds_is_shown(stored: str, code: str, shown: str) -> None:
    assert printed_number(stored, code) == shown


CHANGED = [
    ("0", "0;-0;;@"),
    ("0", '0;-0;"-"'),
    ("0", "#,###"),
    ("0", "#"),
    ("0", '[=0]"";General'),
    ("0", '_ * #,##0_ ;_ * -#,##0_ ;_ * "-"_ ;_ @_ '),
    ("5000", "0,"),
    ("12345", '0!.0,"万"'),
    ("5", '0"0"'),
    ("5", '"1"0'),
    ("5", "(0)"),
    ("5", "-0"),
    ("5", "－0"),
    ("5", "[DBNum2]0"),
    ("5", "# ?/?"),
    ("5", "000-000"),
    ("5", "yyyy-mm-dd"),
    ("0.5", "h:mm"),
    ("5", "0;0;0;@;0"),
    ("5", ""),
    ("28.4", "0"),
    ("0.996", "0.00"),
    ("0.333333333333333", "General"),
    ("123456789012", "General"),
    ("12345", "0.00E+00"),
    ("5000", "0,.0"),
    ("-5", "0;0"),
    ("-5", "0;[Red]0"),
    ("-5", "[<0]0;0"),
    ("5", "*10"),
    ("5", '@"0"'),
    ("5", "General0"),
    ("5", "[$-2000401]0"),
    ("5", "[ENG]0"),
    ("0", "#;-#;@"),
]
HIDDEN = [("5", ";;;"), ("-5", "0;;0"), ("0", ";;;"), ("5", '"";"";""'), ("5", "_0;;"), ("5", " ")]


@pytest.mark.parametrize(("stored", "code"), CHANGED)
def test_a_number_that_is_shown_as_another_is_no_number(stored: str, code: str) -> None:
    assert printed_number(stored, code).startswith(f"=TEXT({stored},")


@pytest.mark.parametrize(("stored", "code"), HIDDEN)
def test_a_number_of_which_nothing_is_shown_is_hidden(stored: str, code: str) -> None:
    assert printed_number(stored, code) == ""


TEXTS = [
    ("28", "0;-0;0", "28"),
    ("28", "@", "28"),
    ("28", '@"件"', "28件"),
    ("28", '0;0;0;"约"@', "约28"),
    ("28", ";;;", ""),
    ("规章", ";;;", ""),
    ("28", '@"0"', '=TEXT(""28"","@""0""")'),
    ("28", "@@", '=TEXT(""28"","@@")'),
    ("28", "@*0", '=TEXT(""28"","@*0")'),
    ("28", '0;0;0;"无"', '=TEXT(""28"","0;0;0;""无""")'),
    ("规章", "0;0;0;0", "规章"),
]


@pytest.mark.parametrize(("text", "code", "shown"), TEXTS)
def test_a_text_is_shown_as_its_format_has_it(text: str, code: str, shown: str) -> None:
    assert printed_text(text, code) == shown.replace('""28""', '"28"')


def test_dates_are_told_as_openpyxl_tells_them() -> None:
    codes = [
        *BUILTIN_FORMATS.values(),
        "yyyy年m月d日",
        "[h]:mm",
        "m/d",
        "上午/下午h时mm分",
        "d-mmm",
    ]
    for code in codes:
        shown = printed_number("44000.25", code)
        assert (shown.startswith("2020-06-18")) == is_date_format(code), code
    for number, code in BUILTIN_FORMATS.items():
        own = BUILT_IN_FORMATS.get(number, "General")
        assert printed_number("44000", own).startswith("2020") == is_date_format(code), number


def test_a_date_counts_from_1904_where_the_workbook_says_so() -> None:
    assert printed_number("42538", "yyyy-mm-dd", from_1904=True) == "2020-06-18"


@pytest.mark.parametrize("code", ["0;-0;;@", "#", '0;-0;"-"', "yyyy-mm-dd"])
@every_writer
def test_a_format_that_hides_a_value_makes_a_doubt(writer: str, code: str) -> None:
    setting = by.SheetTypesetter(REPORT, random.Random(3))
    setting.stored, setting.calculates = "numbers", False
    sheets = setting.workbook()
    hidden = set()
    formatted = set(list(REPORT.form.index)[::3])
    for cell in (cell for sheet in sheets for cell in sheet.cells.values()):
        if cell.address in formatted and cell.number is not None:
            cell.code = code
            if cell.number == 0 or code.startswith("y") or cell.number % 1:
                hidden.add(cell.address)
    reading = read(WRITERS[writer](sheets, random.Random(3)))
    assert len(hidden) > 5
    assert {d.cell for d in reading.doubts} == hidden
    assert wrong_cells(REPORT, reading) == []


# --- tables and lines -----------------------------------------------------------------------


def shapes(sheet: by.LaidSheet) -> list[tuple[Shape, list[list[str]]]]:
    found = document(by.by_openpyxl([sheet])).grids
    return [(grid.shape, [[cell.text for cell in row] for row in grid.rows]) for grid in found]


def test_blank_cells_are_kept_over_the_width_of_the_table() -> None:
    sheet = laid_out(("a", "b", "c"), ("规章", None, None), ("d", None, "1"))
    assert shapes(sheet) == [
        (Shape.TABLE, [["a", "b", "c"], ["规章", "", ""], ["d", "", "1"]]),
    ]


def test_texts_above_and_below_a_table_are_lines() -> None:
    sheet = laid_out(("标题",), ("第一段\n第二段",), ("a", "b"), ("1", "2"), ("说明",))
    assert shapes(sheet) == [
        (Shape.LINES, [["标题"], ["第一段"], ["第二段"]]),
        (Shape.TABLE, [["a", "b"], ["1", "2"]]),
        (Shape.LINES, [["说明"]]),
    ]


def test_borders_tell_a_row_of_blank_cells_from_a_line() -> None:
    rule = by.Laid(ruled=True)
    label = by.Laid("其他", ruled=True)
    sheet = laid_out(
        (by.Laid("a", ruled=True), by.Laid("b", ruled=True)), (label, rule), ("其他",)
    )
    assert shapes(sheet) == [
        (Shape.TABLE, [["a", "b"], ["其他", ""]]),
        (Shape.LINES, [["其他"]]),
    ]


def test_a_ruled_row_of_nothing_under_a_table_is_a_row() -> None:
    heads = tuple(by.Laid(text, ruled=True) for text in "abc")
    rule = by.Laid(ruled=True)
    assert shapes(laid_out(heads, (rule,) * 3, (rule,) * 3)) == [
        (Shape.TABLE, [["a", "b", "c"], ["", "", ""]]),
    ]


def test_a_table_is_as_wide_in_every_part_of_the_workbook() -> None:
    rows = (("a", "b", "c"), (None,), ("d", "1", None), (None,), ("e", None, None))
    first = laid_out(*rows)
    for laid in first.cells.values():
        laid.ruled = True
    second = laid_out(("f", "1"))
    found = document(by.by_openpyxl([first, second])).grids
    assert [[[cell.text for cell in row] for row in grid.rows] for grid in found] == [
        [["a", "b", "c"]],
        [["d", "1", ""]],
        [["e"]],
        [["f", "1", ""]],
    ]


def test_a_note_far_beside_a_table_makes_it_no_wider() -> None:
    sheet = laid_out(("a", "b"), ("1", "2"))
    sheet.cells[1, 16_000] = by.Laid("x")
    assert shapes(sheet) == [(Shape.TABLE, [["a", "b", ""], ["1", "2", "x"]])]


def test_a_sheet_of_one_column_is_lines_with_its_blank_lines() -> None:
    sheet = laid_out(("规章",), ("1",), (None,), ("2",))
    assert shapes(sheet) == [(Shape.LINES, [["规章"], ["1"], [""], ["2"]])]


def test_tables_of_one_sheet_share_their_columns() -> None:
    sheet = laid_out(("a", "b"), ("1", "2"), (None, None), ("c", "d"))
    found = document(by.by_openpyxl([sheet, laid_out(("e", "f"))])).grids
    assert [grid.group for grid in found] == [1, 1, 2]


# --- the format before 2007 -----------------------------------------------------------------


def saved(book: xlwt.Workbook) -> bytes:
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


@tries_as_drawn(12)
@given(
    st.lists(
        st.text(st.characters(codec="utf-16", exclude_categories=["Cc", "Cs"]), max_size=3_000),
        max_size=30,
    ),
    seeds,
)
def test_texts_that_go_on_in_the_next_record_are_whole(given_: list[str], seed: int) -> None:
    rng = random.Random(seed)
    given_ = [text * rng.choice([1, 1, 5]) for text in given_] + ["件" * 9_000, "a" * 20_000]
    book = xlwt.Workbook()
    sheet = book.add_sheet("a")
    for row, text in enumerate(given_):
        sheet.write(row, 0, 1)
        if rng.random() < 0.3 and len(text) > 2:
            sheet.write_rich_text(row, 1, [text[:1], (text[1:], xlwt.Font())])
        else:
            sheet.write(row, 1, text)
    found = texts(document(saved(book), Limits(characters=10_000_000)))
    for row, text in enumerate(given_, 1):
        assert found.get(f"B{row}", "").strip() == text.strip()


def compound_of_short_stream(stream: bytes, shift: int) -> bytes:
    """A compound file whose only stream stands in small sectors of 64 bytes."""
    size, end, free = 1 << shift, 0xFFFFFFFE, 0xFFFFFFFF
    small = -(-len(stream) // 64)
    held = -(-small * 64 // size)
    chains = [0xFFFFFFFD, end, end, *range(4, 3 + held), end]
    small_chains = [*range(1, small), end]

    def entry(name: str, kind: int, child: int, first: int, length: int) -> bytes:
        named = name.encode("utf-16-le")
        head = named.ljust(64, b"\0") + struct.pack("<HBB", len(named) + 2, kind, 1)
        tree = struct.pack("<III", free, free, child)
        return head + tree + b"\0" * 36 + struct.pack("<IQ", first, length)

    directory = entry("Root Entry", 5, 1, 3, small * 64)
    directory += entry("Workbook", 2, free, 0, len(stream))
    head = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 16
    head += struct.pack("<HHHHH", 0x3E, 3 if shift == 9 else 4, 0xFFFE, shift, 6) + b"\0" * 6
    head += struct.pack("<9I", 0, 1, 1, 0, 4096, 2, 1, end, 0)
    head += struct.pack("<109I", 0, *[free] * 108)
    parts = [
        head.ljust(size, b"\0"),
        struct.pack(f"<{len(chains)}I", *chains).ljust(size, b"\xff"),
        directory.ljust(size, b"\0"),
        struct.pack(f"<{small}I", *small_chains).ljust(size, b"\xff"),
        stream.ljust(held * size, b"\0"),
    ]
    return b"".join(parts)


@pytest.mark.parametrize("shift", [9, 12])
def test_a_short_stream_is_read_from_small_sectors(shift: int) -> None:
    number = record(0x0203, struct.pack("<HHHd", 0, 1, 0, 4875.699))
    stream = old_stream(number, version=0x0600)
    assert len(stream) > 64
    found = document(compound_of_short_stream(stream, shift))
    assert texts(found) == {"B1": "4875.699"}


def formula(column: int, result: bytes) -> bytes:
    return record(0x06, struct.pack("<HHH", 0, column, 0) + result + b"\0" * 8)


def test_workbooks_before_unicode_are_read_in_their_code_page() -> None:
    text = "规章".encode("gb18030")
    label = record(0x0204, struct.pack("<HHHH", 0, 0, 0, len(text)) + text)
    number = record(0x0203, struct.pack("<HHHd", 0, 1, 0, 4875.699))
    data = old_workbook(label, number)
    assert texts(document(data)) == {"A1": "规章", "B1": "4875.699"}
    assert document(data).grids[0].rows[0][0].place.sheet == "表"


RESULTS = {
    "number": (struct.pack("<d", 7.0), "7", "7"),
    "true": (b"\1\0\1\0\0\0\xff\xff", "TRUE", "TRUE"),
    "error": (b"\2\0\x17\0\0\0\xff\xff", "#REF!", "#REF!"),
    "nothing": (b"\3\0\0\0\0\0\xff\xff", "", "=?"),
}


@pytest.mark.parametrize("name", RESULTS)
def test_what_a_formula_gave_is_read_where_the_workbook_vouches_for_it(name: str) -> None:
    result, trusted, untold = RESULTS[name]
    one = record(0x0203, struct.pack("<HHHd", 0, 1, 0, 1.0))
    excel = record(0x01C1, struct.pack("<HHI", 0x01C1, 0, 191_029))
    undone = record(0x01C1, struct.pack("<HHI", 0x01C1, 0, 0))
    stale = record(0x005E, b"\0\0")

    def first(within: bytes = b"", before: bytes = b"") -> str:
        data = old_workbook(before, formula(0, result), one, version=0x0600, within=within)
        return texts(document(data)).get("A1", "")

    assert first(excel) == trusted
    assert first() == untold
    assert first(undone) == first(excel, stale) == "=?"


# --- files that want to do harm -------------------------------------------------------------

PLACED = '<c r="{0}" t="inlineStr"><is><t>x</t></is></c>'


def repeated(cell: bytes, times: int) -> bytes:
    """A workbook whose sheet holds something again and again."""
    return sheet_xml((cell * times).decode())


HOSTILE: dict[str, tuple[Callable[[], bytes], str]] = {
    "a cell at the end of the world": (
        lambda: sheet_xml(PLACED.format("A1") + PLACED.format("XFD1048576")),
        "read.no_table",
    ),
    "a row as wide as can be": (
        lambda: sheet_xml(
            "".join(
                f'</row><row r="{i}">{PLACED.format(f"A{i}")}{PLACED.format(f"XFD{i}")}'
                for i in range(2, 400)
            )
        ),
        "read.no_table",
    ),
    "rows as wide as can be": (
        lambda: sheet_xml(
            "".join(
                f'</row><row r="{i}">'
                + "".join(PLACED.format(by.reference(i - 1, c)) for c in range(0, 16_384, 20))
                for i in range(2, 40)
            )
        ),
        "read.limit.area",
    ),
    "everything merged": (
        lambda: sheet_xml(
            f'{PLACED.format("A1")}</row></sheetData><mergeCells><mergeCell ref="A1:XFD1048576"/>'
            '</mergeCells><sheetData><row r="2">'
        ),
        "read.no_table",
    ),
    "blank cells": (lambda: repeated(b'<c s="1"/>', 700_000), "read.damaged"),
    "blank cells in rows": (
        lambda: repeated(b"</row><row>" + b'<c s="1"/>' * 100, 7_000),
        "read.no_table",
    ),
    "attributes of one element": (
        lambda: sheet_xml("<x " + " ".join(f'a{i}=""' for i in range(300_000)) + "/>"),
        "read.limit.characters",
    ),
    "rules over everything": (
        lambda: sheet_xml(
            PLACED.format("A1") * 1
            + "".join(f'</row><row r="{i}"><c r="A{i}"><v>1</v></c>' for i in range(2, 2_000))
            + "</row></sheetData>"
            + '<conditionalFormatting sqref="A1:XFD1048576"><cfRule type='
            '"iconSet"><iconSet showValue="0"/></cfRule></conditionalFormatting>'
            * 3_000
            + "<sheetData><row>"
        ),
        "read.limit.nodes",
    ),
    "an array over everything": (
        lambda: sheet_xml('<c r="A1"><f t="array" ref="A1:XFD1048576">1</f></c>'),
        "read.limit.area",
    ),
    "entities": (
        lambda: sheet_xml("").replace(b"<worksheet", b"<!DOCTYPE w><worksheet"),
        "read.damaged",
    ),
    "short texts without end": (
        lambda: old_workbook(
            version=0x0600,
            within=record(0xFC, struct.pack("<II", 6_000_000, 6_000_000) + b"\0" * 8_000)
            + record(0x3C, b"\0" * 8_000) * 2_000,
        ),
        "read.limit.nodes",
    ),
    "records without end": (
        lambda: old_workbook(record(0x99) * 3_000_000, version=0x0600),
        "read.limit.nodes",
    ),
    "blank cells before 2007": (
        lambda: old_workbook(
            *(
                record(0xBE, struct.pack("<HH", row, 0) + b"\0" * 512 + b"\xff\0")
                for row in range(30_000)
            ),
            version=0x0600,
            within=record(0xE0, b"\0" * 10 + b"\x11\x11" + b"\0" * 8),
        ),
        "read.no_table",
    ),
}


@pytest.fixture(scope="module")
def measuring(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Worker]:
    sheets = [laid_out(("信息内容", "本年制发件数"), ("规章", by.Laid(number=3)))]
    sound = {writer: WRITERS[writer](sheets, random.Random(1)) for writer in WRITERS}
    with worker(tmp_path_factory, sound) as running:
        yield running


@pytest.mark.parametrize("name", some(HOSTILE, 25))
def test_a_hostile_workbook_is_refused_within_bounds(name: str, measuring: Worker) -> None:
    make, code = HOSTILE[name]
    found = measuring.measured("workbook", make())
    require_bounded(found)
    assert found["outcome"] == code


@every_writer
@tries_as_drawn(25)
@given(seed=seeds)
def test_damage_never_crashes(writer: str, seed: int) -> None:
    rng = random.Random(seed)
    sheets = [laid_out(("信息内容", "本年制发件数"), ("规章", by.Laid(number=3)))]
    data = bytearray(WRITERS[writer](sheets, rng))
    if rng.random() < 0.4:
        del data[rng.randrange(9, len(data)) :]
    for _ in range(rng.choice([0, 1, 10])):
        data[rng.randrange(8, len(data))] = rng.randrange(256)
    try:
        document(bytes(data))
    except Unreadable as error:
        assert error.code.startswith("read.")  # noqa: PT017 - either outcome is right


@tries_as_drawn(40)
@given(seed=seeds)
def test_damage_within_the_records_never_crashes(seed: int) -> None:
    rng = random.Random(seed)
    rows = [("信息内容", "本年制发件数"), ("规章", by.Laid(number=3)), ("a", by.Laid("其他"))]
    data = by.by_xlwt([laid_out(*rows)])
    stream = bytearray(data[512:])
    place = stream.index(b"\x09\x08")
    for _ in range(rng.choice([1, 3, 30])):
        stream[rng.randrange(place, len(stream) - 1024)] = rng.choice(
            [0, 1, 255, rng.randrange(256)]
        )
    try:
        document(data[:512] + bytes(stream))
    except Unreadable as error:
        assert error.code.startswith("read.")  # noqa: PT017 - either outcome is right


def test_a_password_is_named() -> None:
    data = old_workbook(version=0x0600, within=record(0x2F, b"\1\0\1\0\1\0" + b"\0" * 48))
    with pytest.raises(Unreadable) as caught:
        document(data)
    assert caught.value.code == "read.encrypted"


def test_a_sheet_that_ends_before_its_end_is_damaged() -> None:
    whole = old_workbook(record(0x0203, struct.pack("<HHHd", 0, 1, 0, 1.0)), version=0x0600)
    assert texts(document(whole)) == {"B1": "1"}
    end = whole.rindex(record(0x0A))
    with pytest.raises(Unreadable, match=r"read\.damaged"):
        document(whole[:end])


def test_links_out_of_the_workbook_are_never_followed() -> None:
    book = openpyxl.Workbook()
    book.active["A1"] = "规章"
    out = io.BytesIO()
    book.save(out)
    moved = io.BytesIO()
    with zipfile.ZipFile(out) as old, zipfile.ZipFile(moved, "w") as new:
        for name in old.namelist():
            part = old.read(name)
            if name == "xl/_rels/workbook.xml.rels":
                part = re.sub(
                    rb'Target="[^"]*sheet1\.xml"',
                    b'Target="file:///etc/passwd" TargetMode="External"',
                    part,
                )
                assert b"passwd" in part
            new.writestr(name, part)
    assert document(moved.getvalue()).grids == ()
