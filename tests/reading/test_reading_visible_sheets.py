"""What of a workbook a person sees is read, and nothing else: each law on one cell of table two."""

from __future__ import annotations

import io
import random
import re
import struct
import zipfile
from collections.abc import Callable

import pytest

pytest.importorskip("openpyxl", reason="writes the workbooks that are read")
pytest.importorskip("xlwt", reason="writes the older workbooks that are read")
pytest.importorskip("PIL", reason="openpyxl sets pictures with it")

import openpyxl
import xlwt
from hypothesis import given
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.chart import BarChart
from openpyxl.comments import Comment
from openpyxl.drawing.image import Image as Picture
from openpyxl.drawing.spreadsheet_drawing import AbsoluteAnchor, AnchorMarker, TwoCellAnchor
from openpyxl.drawing.xdr import XDRPoint2D, XDRPositiveSize2D
from openpyxl.formatting.rule import (
    CellIsRule,
    ColorScaleRule,
    DataBarRule,
    FormulaRule,
    IconSetRule,
    Rule,
)
from openpyxl.styles import Alignment, Font, GradientFill, PatternFill
from openpyxl.styles.colors import Color
from openpyxl.styles.differential import DifferentialStyle
from openpyxl.worksheet.table import Table, TableStyleInfo
from openpyxl.worksheet.worksheet import Worksheet
from PIL import Image
from tests.support.effort import tries_as_drawn
from tests.support.handwritten_xls import compound, old_workbook, record
from tests.support.reading_accuracy import wrong_cells
from tests.support.typeset_report import seeds
from tests.support.typeset_sheets import SheetTypesetter, by_openpyxl

from gxstats import Reading, Report
from gxstats import read as read_isolated
from gxstats.reading import Certainty, Limits
from gxstats.reading.excel.xls import read_xls
from gxstats.testing import reports

ISSUED = "/disclosure/rules/issued"
REPEALED = "/disclosure/rules/repealed"
HEAD = ("信息内容", "本年制发件数", "本年废止件数", "现行有效件数")
"""The cell for the rules issued is B3, under a title and this."""

Change = Callable[[Worksheet], None]


def read(data: bytes) -> Reading:
    return read_isolated(data, limits=Limits(isolated=False))


def table(value: object) -> tuple[openpyxl.Workbook, Worksheet]:
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.append(["二、主动公开政府信息情况"])
    sheet.append(HEAD)
    sheet.append(["规章", value, 2, 3])
    sheet.append(["行政规范性文件", 4, 5, 6])
    return book, sheet


def saved(book: openpyxl.Workbook | xlwt.Workbook) -> bytes:
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def new(*changes: Change, value: object = 28) -> Reading:
    """A workbook since 2007 whose cell for the rules issued holds a value."""
    book, sheet = table(value)
    for change in changes:
        change(sheet)
    return read(saved(book))


def patched(*changes: tuple[str, str, str], value: object = 28, given: bytes = b"") -> Reading:
    """The same with markup replaced: the end of a part's name, what is replaced, and by what."""
    out = io.BytesIO()
    waiting = list(changes)
    book = given or saved(table(value)[0])
    with zipfile.ZipFile(io.BytesIO(book)) as old_parts, zipfile.ZipFile(out, "w") as made:
        for name in old_parts.namelist():
            data = old_parts.read(name)
            for change in changes:
                if name.endswith(change[0]):
                    data, count = re.subn(change[1].encode(), change[2].encode(), data, count=1)
                    waiting = waiting[count:]
            made.writestr(name, data)
    assert not waiting
    return read(out.getvalue())


def old(style: str = "", value: object = 28, code: str = "General") -> Reading:
    """A workbook before 2007 whose cell for the rules issued has a style."""
    book = xlwt.Workbook()
    sheet = old_table(book, value, xlwt.easyxf(style, num_format_str=code))
    del sheet
    return read(saved(book))


def old_table(
    book: xlwt.Workbook, value: object = 28, style: xlwt.XFStyle | None = None
) -> xlwt.Worksheet:
    sheet = book.add_sheet("表")
    sheet.write(0, 0, "二、主动公开政府信息情况")
    for row, cells in enumerate((HEAD, ("规章", None, 2, 3), ("行政规范性文件", 4, 5, 6)), 1):
        for column, cell in enumerate(cells):
            if (row, column) != (2, 1):
                sheet.write(row, column, cell)
    if isinstance(value, tuple):
        sheet.write_rich_text(2, 1, value)
    else:
        sheet.write(2, 1, value, style or xlwt.XFStyle())
    return sheet


def told(reading: Reading) -> list[str]:
    return [notice.printed.zh for notice in reading.notices if notice.code == "text.hidden"]


def require_seen(reading: Reading, value: int | None = 28) -> None:
    assert [(doubt.cell, doubt.code) for doubt in reading.doubts if doubt.cell] == []
    assert reading.report[ISSUED] == value
    assert reading.cells[ISSUED].certainty is Certainty.CERTAIN
    assert reading.report[REPEALED] == 2


def require_hidden(reading: Reading, text: str = "“28”", value: int | None = None) -> None:
    require_seen(reading, value)
    assert told(reading) == [text]


def require_doubt(reading: Reading, code: str, *cells: str) -> None:
    found = [(doubt.cell, doubt.code) for doubt in reading.doubts if doubt.cell]
    assert found == [(cell, code) for cell in cells or (ISSUED,)]
    assert reading.report[ISSUED] is None
    assert told(reading) == []


def font(**given: object) -> Change:
    def change(sheet: Worksheet) -> None:
        sheet["B3"].font = Font(**given)

    return change


def fill(**given: object) -> Change:
    def change(sheet: Worksheet) -> None:
        sheet["B3"].fill = PatternFill(**given)

    return change


def solid(color: str) -> Change:
    return fill(fill_type="solid", fgColor=color)


def aligned(**given: object) -> Change:
    def change(sheet: Worksheet) -> None:
        sheet["B3"].alignment = Alignment(**given)

    return change


def width(digits: float) -> Change:
    def change(sheet: Worksheet) -> None:
        sheet.column_dimensions["B"].width = digits

    return change


def formatted(code: str) -> Change:
    def change(sheet: Worksheet) -> None:
        sheet["B3"].number_format = code

    return change


# --- the look of a cell ---------------------------------------------------------------------

HIDDEN_BY_LOOK: dict[str, tuple[Change, ...]] = {
    "white": (font(color="FFFFFFFF"),),
    "nearly white": (font(color="FFFEFEFE"),),
    "white of the palette": (font(color=Color(indexed=9)),),
    "of the ground by the system": (font(color=Color(indexed=65)),),
    "white of the theme": (font(color=Color(theme=0)),),
    "tinted to white": (font(color=Color(theme=1, tint=1.0)),),
    "of the color of the ground": (font(color="FF336699"), solid("FF336699")),
    "black on black": (solid("FF000000"),),
    "dark theme": (font(color=Color(theme=3)), fill(fill_type="solid", fgColor=Color(theme=3))),
    "format of nothing": (formatted(";;;"),),
    "white format": (formatted("[White]0"),),
    "format of blanks": (formatted('" ";" "'),),
}


@pytest.mark.parametrize("name", HIDDEN_BY_LOOK)
@pytest.mark.parametrize("value", [28, "28"])
def test_what_a_look_hides_is_left_out_and_told(name: str, value: object) -> None:
    if value == "28" and "format" in name:
        return
    require_hidden(new(*HIDDEN_BY_LOOK[name], value=value))


OLD_HIDDEN = [
    "font: color white",
    "font: color red; pattern: pattern solid, fore_color red",
    "font: color black; pattern: pattern solid, fore_color black",
]


@pytest.mark.parametrize("style", OLD_HIDDEN)
def test_what_a_look_hid_before_2007_is_left_out_and_told(style: str) -> None:
    for value in (28, "28"):
        require_hidden(old(style, value))
    require_hidden(old(code=";;;"))
    require_hidden(old(code="[White]0"))


PLAIN: dict[str, tuple[Change, ...]] = {
    "bold red": (font(color="FFFF0000", b=True),),
    "grey": (font(color="FF808080"),),
    "black by the number of the system": (font(color=Color(indexed=64)),),
    "black by the system": (font(color=Color(auto=True)),),
    "dark of the theme": (font(color=Color(theme=1)),),
    "underlined": (font(u="single"),),
    "small": (font(sz=8),),
    "not struck": (font(strike=False, vertAlign="baseline"),),
    "white on a dark ground": (font(color="FFFFFFFF"), solid("FF003366")),
    "on yellow": (solid("FFFFFF00"),),
    "on a tint of the theme": (fill(fill_type="solid", fgColor=Color(theme=4, tint=0.8)),),
    "on a pattern": (fill(fill_type="gray125"),),
    "on a gradient": (
        lambda sheet: setattr(sheet["B3"], "fill", GradientFill(stop=("FFFFFF", "99CCFF"))),
    ),
    "shrunk": (aligned(shrink_to_fit=True),),
    "turned, wrapped and centred": (
        aligned(text_rotation=90, wrap_text=True, horizontal="centerContinuous"),
    ),
    "accounting": (formatted('_ * #,##0_ ;_ * -#,##0_ ;_ * "-"_ ;_ @_ '),),
    "red where negative": (formatted("0_);[Red]\\(0\\)"),),
    "as text": (formatted("@"),),
    "with a unit": (formatted('0"件"'),),
}


@pytest.mark.parametrize("name", PLAIN)
def test_decoration_leaves_a_number_certain(name: str) -> None:
    require_seen(new(*PLAIN[name]))
    assert told(new(*PLAIN[name])) == []


@pytest.mark.parametrize(
    "style",
    [
        "font: color red, bold on, height 160",
        "font: color white; pattern: pattern solid, fore_color dark_blue",
        "pattern: pattern solid, fore_color light_yellow",
        "align: wrap on, shrink_to_fit on, horiz center",
        "borders: left thin",
    ],
)
def test_decoration_before_2007_leaves_a_number_certain(style: str) -> None:
    require_seen(old(style))
    require_seen(old(style, "28"))


UNSURE: dict[str, tuple[Change, ...]] = {
    "faint": (font(color="FFEEEEEE"),),
    "white on a pattern": (font(color="FFFFFFFF"), fill(fill_type="darkUp")),
    "white on a gradient": (
        font(color="FFFFFFFF"),
        lambda sheet: setattr(sheet["B3"], "fill", GradientFill(stop=("FFFFFF", "003366"))),
    ),
    "tiny": (font(sz=1),),
    "in a font of pictures": (font(name="Wingdings"),),
    "in a format with a color of a palette": (formatted("[Color 2]General"),),
    "on black, its color left to programs": (font(name="Arial"), solid("FF000000")),
    "on black that is not named": (font(name="Arial"), fill(fill_type="solid")),
    "white with a shadow": (font(color="FFFFFFFF", shadow=True),),
    "of the lightness of the ground": (font(color="FF808080"), solid("FF4F81BD")),
    "in a format that leaves no room": (formatted("0.0000_ "), width(6)),
    "moved out of its column": (aligned(horizontal="left", indent=2), width(5)),
    "repeated": (aligned(horizontal="fill"),),
    "in a row too low": (lambda sheet: setattr(sheet.row_dimensions[3], "height", 2),),
    "in a column too narrow": (width(1),),
    "shrunk to nothing": (aligned(shrink_to_fit=True), width(0.3)),
}


@pytest.mark.parametrize("name", UNSURE)
def test_what_cannot_be_told_is_a_doubt(name: str) -> None:
    others = {"in a row too low": [REPEALED, "/disclosure/rules/in_force"]}
    for narrow in ("in a column too narrow", "shrunk to nothing"):
        others[narrow] = ["/disclosure/normative_documents/issued"]
    for value in (28,) if "format" in name else (28, "28"):
        require_doubt(
            new(*UNSURE[name], value=value), "cell.hidden", ISSUED, *others.get(name, [])
        )


@pytest.mark.parametrize(
    "style",
    ["font: height 20", "align: horiz filled", "font: color white; pattern: pattern fine_dots",
     "font: name Webdings", "pattern: pattern solid, fore_color black",
     "font: color white, shadow on"],
)  # fmt: skip
def test_what_could_not_be_told_before_2007_is_a_doubt(style: str) -> None:
    require_doubt(old(style), "cell.hidden")


def test_a_number_with_a_note_is_in_doubt_as_a_number_is() -> None:
    for name in ("faint", "repeated"):
        require_doubt(new(*UNSURE[name], value="28（其中修订 3 件）"), "cell.hidden")
    require_doubt(new(picture("B3"), value="28（其中修订 3 件）"), "cell.picture")


SHOWN_OTHERWISE = [
    (28.4, "0"),
    (28.04, "0.0"),
    (28000, "0,"),
    (28, '0"0"'),
    (28, "0.0E+0"),
    (28, "# ?/?"),
    (28, "*10"),
    (28, '[>20]"约"0"0";0'),
    (28, "yyyy-mm-dd"),
    (0, '0;-0;"-"'),
    (0, "0;-0;;@"),
    ("28", '@"0"'),
    ("28", "@@"),
]


@pytest.mark.parametrize(("value", "code"), SHOWN_OTHERWISE)
def test_a_value_that_is_shown_as_another_is_a_doubt(value: object, code: str) -> None:
    for reading in (new(formatted(code), value=value), old(value=value, code=code)):
        assert reading.report[ISSUED] is None
        assert [doubt.cell for doubt in reading.doubts if doubt.cell] == [ISSUED]


# --- rich text ------------------------------------------------------------------------------


def block(text: str, **given: object) -> TextBlock:
    return TextBlock(InlineFont(**given), text)


MARKED = [
    ({"strike": True}, "~~7~~28"),
    ({"vertAlign": "superscript"}, "^728"),
    ({"vertAlign": "subscript"}, "_728"),
]


@pytest.mark.parametrize(("given", "printed"), MARKED)
def test_struck_and_raised_digits_never_run_together_with_others(
    given: dict[str, object], printed: str
) -> None:
    for reading in (
        new(value=CellRichText(block("7", **given), "28")),
        shared(f"{run('7', given)}<r><t>28</t></r>"),
        shared(f"{run('7', given)}{run('28', {'b': True})}"),
    ):
        (doubt,) = [doubt for doubt in reading.doubts if doubt.cell]
        assert (doubt.cell, doubt.printed) == (ISSUED, printed)


def run(text: str, given: dict[str, object]) -> str:
    properties = "".join(f'<{name} val="{str(of).lower()}"/>' for name, of in given.items())
    return f"<r><rPr>{properties}</rPr><t>{text}</t></r>"


def shared(runs: str) -> Reading:
    """The cell holds a text of several runs that cells may share, in a part that nobody reads."""
    strings = '<Relationship Type="x/sharedStrings" Target="/docProps/app.xml" Id="a"/></Rel'
    return patched(
        ("sheet1.xml", '<c r="B3".*?</c>', '<c r="B3" t="s"><v>0</v></c>'),
        ("workbook.xml.rels", "</Rel", strings),
        ("app.xml", "(?s).+", f'<sst xmlns="urn:x"><si>{runs}</si></sst>'),
    )


@pytest.mark.parametrize(
    ("given", "printed"),
    [({"strike": True}, "~~28~~"), ({"vertAlign": "superscript"}, "^28")],
)
@pytest.mark.parametrize("value", [28, "28"])
def test_a_cell_that_is_struck_or_raised_as_a_whole_is_a_doubt(
    given: dict[str, object], printed: str, value: object
) -> None:
    (doubt,) = [d for d in new(font(**given), value=value).doubts if d.cell]
    assert (doubt.cell, doubt.printed) == (ISSUED, printed)


def test_a_struck_label_is_a_label_and_its_number_alone_a_doubt() -> None:
    def change(sheet: Worksheet) -> None:
        for cell in sheet[3]:
            cell.font = Font(strike=True)

    reading = new(change)
    assert {d.cell for d in reading.doubts if d.cell} == {
        f"/disclosure/rules/{name}" for name in ("issued", "repealed", "in_force")
    }


def test_a_run_of_the_color_of_the_ground_is_left_out_and_told() -> None:
    white = {"color": "FFFFFFFF"}
    require_hidden(new(value=CellRichText("28", block("1", **white))), "“1”", 28)
    on_blue = new(solid("FF003366"), font(color="FFFFFFFF"), value=CellRichText("2", "8"))
    require_seen(on_blue)
    dark = CellRichText(block("2", **white), block("8", color="FF003366"))
    require_hidden(new(solid("FF003366"), value=dark), "“8”", 2)


def test_a_run_has_the_font_of_its_cell_only_where_it_has_none_of_its_own() -> None:
    struck = font(strike=True)
    reading = new(struck, value=CellRichText("7", block("28", b=True)))
    (doubt,) = [doubt for doubt in reading.doubts if doubt.cell]
    assert doubt.printed == "~~7~~28"


def test_runs_that_only_decorate_leave_a_number_certain() -> None:
    require_seen(new(value=CellRichText(block("2", b=True, color="FFFF0000"), "8")))
    require_seen(new(value=CellRichText(block("2", sz=9), block("8", vertAlign="baseline"))))


def old_font(style: str) -> xlwt.Font:
    return xlwt.easyfont(style)


@pytest.mark.parametrize(
    ("style", "printed"),
    [
        ("struck_out on", "~~7~~28"),
        ("escapement superscript", "^728"),
        ("escapement subscript", "_728"),
        ("name Wingdings", "728"),
    ],
)
def test_runs_before_2007_are_told_apart(style: str, printed: str) -> None:
    (doubt,) = [d for d in old(value=(("7", old_font(style)), "28")).doubts if d.cell]
    assert (doubt.cell, doubt.printed) == (ISSUED, printed)


def test_a_white_run_before_2007_is_left_out_and_told() -> None:
    require_hidden(old(value=("28", ("1", old_font("color white")))), "“1”", 28)
    require_seen(old(value=("2", ("8", old_font("bold on, color red")))))


@pytest.mark.parametrize(
    ("style", "printed"),
    [("font: struck_out on", "~~28~~"), ("font: escapement superscript", "^28")],
)
def test_a_cell_struck_or_raised_before_2007_is_a_doubt(style: str, printed: str) -> None:
    for value in (28, "28"):
        (doubt,) = [d for d in old(style, value).doubts if d.cell]
        assert doubt.printed == printed


def test_how_a_text_is_pronounced_is_no_digit_of_it() -> None:
    require_seen(shared('<t>28</t><rPh sb="0" eb="1"><t>7</t></rPh>'))


# --- rows, columns, sheets, merged cells -------------------------------------------------------


def with_row() -> bytes:
    book, sheet = table(28)
    insert_row(sheet)
    return saved(book)


def insert_row(sheet: Worksheet) -> None:
    sheet.insert_rows(4)
    for column, value in enumerate(("辅助", 7, 8, 9), 1):
        sheet.cell(4, column, value)


HIDDEN_ROWS: dict[str, Change] = {
    "hidden": lambda sheet: setattr(sheet.row_dimensions[4], "hidden", True),
    "in a group": lambda sheet: sheet.row_dimensions.group(4, 4, hidden=True),
}
HIDDEN_COLUMNS: dict[str, Change] = {
    "hidden": lambda sheet: setattr(sheet.column_dimensions["B"], "hidden", True),
    "in a group": lambda sheet: sheet.column_dimensions.group("B", "B", hidden=True),
}


@pytest.mark.parametrize("name", HIDDEN_ROWS)
def test_a_hidden_row_is_left_out_and_told(name: str) -> None:
    reading = new(insert_row, HIDDEN_ROWS[name])
    require_hidden(reading, "“辅助”、“7”、“8”、“9”", 28)
    flat = patched(("sheet1.xml", '<row r="4"', '<row r="4" ht="0.0"'), given=with_row())
    require_hidden(flat, "“辅助”、“7”、“8”、“9”", 28)


@pytest.mark.parametrize("name", HIDDEN_COLUMNS)
def test_a_hidden_column_is_left_out_and_told(name: str) -> None:
    def insert(sheet: Worksheet) -> None:
        sheet.insert_cols(2)
        for row, value in ((2, "上年"), (3, 7), (4, 8)):
            sheet.cell(row, 2, value)

    reading = new(insert, HIDDEN_COLUMNS[name])
    require_hidden(reading, "“上年”、“7”、“8”", 28)
    book, sheet = table(28)
    insert(sheet)
    narrow = '<cols><col min="2" max="2" width="0.0" hidden="1"/></cols>'
    flat = patched(("sheet1.xml", "<sheetData", f"{narrow}<sheetData"), given=saved(book))
    require_hidden(flat, "“上年”、“7”、“8”", 28)


def test_a_column_without_width_that_is_not_said_to_be_hidden_is_in_doubt() -> None:
    bare = '<cols><col min="2" max="2" width="0" customWidth="1"/></cols>'
    reading = patched(("sheet1.xml", "<sheetData", f"{bare}<sheetData"))
    require_doubt(reading, "cell.hidden", ISSUED, "/disclosure/normative_documents/issued")


def test_rows_that_are_hidden_unless_named_are_no_blank_lines() -> None:
    zero = '<sheetFormatPr zeroHeight="1"'
    reading = patched(("sheet1.xml", "<sheetFormatPr", zero))
    require_seen(reading)


@pytest.mark.parametrize("state", ["hidden", "veryHidden"])
def test_a_hidden_sheet_is_left_out_and_told(state: str) -> None:
    for before in (0, 1):
        book, _ = table(28)
        other = book.create_sheet("上年", before)
        for row in table(7)[1].iter_rows(values_only=True):
            other.append(row)
        other.sheet_state = state
        book.active = 1 - before
        require_hidden(read(saved(book)), "“上年”", 28)


def test_a_hidden_sheet_before_2007_is_left_out_and_told() -> None:
    book = xlwt.Workbook()
    old_table(book)
    other = book.add_sheet("上年")
    other.write(0, 0, "规章")
    other.visibility = 2
    require_hidden(read(saved(book)), "“上年”", 28)


def test_a_hidden_sheet_of_nothing_is_not_told() -> None:
    book, _ = table(28)
    book.create_sheet("空").sheet_state = "hidden"
    assert told(read(saved(book))) == []


def test_where_all_is_hidden_every_number_is_a_doubt() -> None:
    book, sheet = table(28)
    sheet.sheet_state = "hidden"
    book.create_sheet("空")
    reading = read(saved(book))
    assert reading.report[ISSUED] is None
    assert (ISSUED, "cell.hidden") in {(d.cell, d.code) for d in reading.doubts}


def test_what_merged_cells_cover_is_left_out_and_told() -> None:
    def covered(sheet: Worksheet) -> None:
        sheet["B3"], sheet["B4"] = 28, 7
        sheet.merged_cells.add("B3:B4")

    assert told(new(covered)) == ["“7”"]


# --- conditions -----------------------------------------------------------------------------


def rule(made: object, cells: str = "B3") -> Change:
    return lambda sheet: sheet.conditional_formatting.add(cells, made)


WHITE = Font(color="FFFFFFFF")
STRUCK = Font(strike=True)
RED = Font(color="FF9C0006")
PINK = PatternFill(bgColor="FFFFC7CE")
DARK = PatternFill(bgColor="FF003366")


@pytest.mark.parametrize(
    ("operator", "operands"),
    [
        ("equal", ["28"]),
        ("greaterThan", ["27"]),
        ("between", ["20", "30"]),
        ("notBetween", ["29", "30"]),
        ("lessThanOrEqual", ["28.0"]),
    ],
)
def test_a_condition_that_is_met_hides(operator: str, operands: list[str]) -> None:
    require_hidden(new(rule(CellIsRule(operator=operator, formula=operands, font=WHITE))))


@pytest.mark.parametrize(
    "made",
    [
        CellIsRule(operator="equal", formula=["0"], font=WHITE),
        CellIsRule(operator="lessThan", formula=["28"], font=WHITE),
        CellIsRule(operator="equal", formula=["$A$1"], font=RED, fill=PINK),
        FormulaRule(formula=["ISERROR(B3)"], font=RED, fill=PINK),
        FormulaRule(formula=["TRUE"], font=WHITE, fill=DARK),
        Rule(type="containsErrors", dxf=DifferentialStyle(font=WHITE), formula=["ISERROR(B3)"]),
        Rule(type="containsBlanks", dxf=DifferentialStyle(font=WHITE), formula=["B3=0"]),
        Rule(type="duplicateValues", dxf=DifferentialStyle(font=RED, fill=PINK)),
        DataBarRule("min", 0, "max", 0, color="FF638EC6"),
        IconSetRule("3Arrows", "percent", [0, 33, 67]),
        ColorScaleRule(start_type="min", start_color="FFF8696B", end_type="max",
                       end_color="FF63BE7B"),
    ],
)  # fmt: skip
def test_a_condition_that_is_not_met_or_only_decorates_leaves_a_number_certain(
    made: object,
) -> None:
    require_seen(new(rule(made)))


@pytest.mark.parametrize(
    "made",
    [
        CellIsRule(operator="equal", formula=["$A$1"], font=WHITE),
        CellIsRule(operator="greaterThan", formula=["27"], font=Font(color="FFEEEEEE")),
        FormulaRule(formula=["B3>27"], font=WHITE),
        FormulaRule(formula=["B3>27"], fill=PatternFill(bgColor="FF000000")),
        Rule(type="top10", rank=1, dxf=DifferentialStyle(font=WHITE)),
        Rule(type="duplicateValues", dxf=DifferentialStyle(font=STRUCK)),
        Rule(
            type="expression", formula=["TRUE"],
            dxf=DifferentialStyle(numFmt=openpyxl.styles.numbers.NumberFormat(170, ";;;")),
        ),
    ],
)  # fmt: skip
def test_a_condition_that_cannot_be_told_and_may_hide_is_a_doubt(made: object) -> None:
    require_doubt(new(rule(made)), "cell.hidden")


@pytest.mark.parametrize(
    "made",
    [
        DataBarRule("min", 0, "max", 0, color="FF638EC6", showValue=False),
        IconSetRule("3Arrows", "percent", [0, 33, 67], showValue=False),
    ],
)
def test_a_bar_or_an_icon_in_place_of_a_number_is_a_picture(made: object) -> None:
    require_doubt(new(rule(made)), "cell.picture")


def test_a_condition_that_shows_what_a_look_hides_is_followed() -> None:
    dark = CellIsRule(operator="greaterThan", formula=["1"], fill=DARK)
    require_seen(new(font(color="FFFFFFFF"), rule(dark)))
    unknown = FormulaRule(formula=["B3>1"], fill=DARK)
    require_doubt(new(font(color="FFFFFFFF"), rule(unknown)), "cell.hidden")


def test_a_text_that_looks_like_a_number_is_none_for_a_condition() -> None:
    for name, operands in (("equal", ["28"]), ("lessThan", ["99"]), ("between", ["1", "99"])):
        made = CellIsRule(operator=name, formula=operands, font=WHITE)
        require_hidden(new(rule(made)))
        require_seen(new(rule(made), value="28"))
    over = CellIsRule(operator="greaterThan", formula=["99"], font=WHITE)
    require_seen(new(rule(over)))
    require_doubt(new(rule(over), value="28"), "cell.hidden")


def test_of_several_conditions_that_are_met_none_is_taken() -> None:
    first = CellIsRule(operator="greaterThan", formula=["0"], font=RED)
    stops = CellIsRule(operator="greaterThan", formula=["0"], stopIfTrue=True)
    second = CellIsRule(operator="equal", formula=["28"], font=WHITE)
    for before in (first, stops):
        require_doubt(new(rule(before), rule(second)), "cell.hidden")
    unmet = CellIsRule(operator="lessThan", formula=["0"], font=RED)
    require_hidden(new(rule(unmet, "A1:D9"), rule(second)))


def test_a_condition_changes_the_cells_that_it_is_for_and_no_others() -> None:
    white = CellIsRule(operator="greaterThan", formula=["0"], font=WHITE)
    require_seen(new(rule(white, "B1:B2 A3:A9 D4")))
    require_hidden(new(rule(white, "E1:F9 B3")))


def test_conditions_in_the_newer_form_are_seen() -> None:
    extension = (
        '<extLst><ext xmlns:x14="urn:x14" xmlns:xm="urn:xm"><x14:conditionalFormattings>'
        '<x14:conditionalFormatting><x14:cfRule type="expression"><xm:f>A1</xm:f><x14:dxf><font>'
        '<color rgb="{}"/></font></x14:dxf></x14:cfRule><xm:sqref>B3:B3</xm:sqref>'
        "</x14:conditionalFormatting></x14:conditionalFormattings></ext></extLst></worksheet>"
    )
    white = patched(("sheet1.xml", "</worksheet>", extension.format("FFFFFFFF")))
    require_doubt(white, "cell.hidden")
    require_seen(patched(("sheet1.xml", "</worksheet>", extension.format("FFFF0000"))))


def test_white_text_in_a_table_with_a_style_is_a_doubt() -> None:
    def styled(sheet: Worksheet) -> None:
        listed = Table(displayName="a", ref="A2:D4")
        listed.tableStyleInfo = TableStyleInfo(name="TableStyleMedium2", showRowStripes=True)
        sheet.add_table(listed)

    require_seen(new(styled))
    require_doubt(new(styled, font(color="FFFFFFFF")), "cell.hidden")


def test_white_text_before_a_picture_of_the_sheet_is_a_doubt() -> None:
    book, sheet = table(28)
    font(color="FFFFFFFF")(sheet)
    ground = '<picture xmlns:r="urn:r" r:id="a"/></worksheet>'
    require_doubt(
        patched(("sheet1.xml", "</worksheet>", ground), given=saved(book)), "cell.hidden"
    )
    require_seen(patched(("sheet1.xml", "</worksheet>", ground)))


def test_white_text_of_a_table_by_its_style_is_a_doubt() -> None:
    book, sheet = table(28)
    listed = Table(displayName="a", ref="A2:D4")
    listed.tableStyleInfo = TableStyleInfo(name="own", showRowStripes=True)
    sheet.add_table(listed)
    styles = (
        "<dxfs><dxf><font><color {}/></font></dxf></dxfs><tableStyles><tableStyle name='own'>"
        "<tableStyleElement type='wholeTable' dxfId='0'/></tableStyle></tableStyles></styleSheet>"
    )
    for color, code in (("rgb='FFFFFFFF'", "cell.hidden"), ("rgb='FF336699'", "")):
        change = ("styles.xml", "(?s)<tableStyles.*|</styleSheet>", styles.format(color))
        reading = patched(change, given=saved(book))
        assert {d.code for d in reading.doubts if d.cell} == ({code} if code else set())


def test_a_sheet_that_shows_formulas_shows_no_values() -> None:
    view = ("sheet1.xml", "<sheetView ", '<sheetView showFormulas="1" ')
    cell = ("sheet1.xml", '<c r="B3".*?</c>', '<c r="B3"><f>27+1</f><v>28</v></c>')
    vouched = ("workbook.xml", "<calcPr[^>]*>", "<calcPr/>")
    require_doubt(patched(cell, view, vouched), "cell.formula")
    require_seen(patched(cell, vouched))


# --- whole reports ----------------------------------------------------------------------------


@tries_as_drawn(6)
@given(report=reports("any"), seed=seeds)
def test_a_decorated_report_is_read_back_exactly(report: Report, seed: int) -> None:
    rng = random.Random(seed)
    setting = SheetTypesetter(report, rng)
    setting.calculates = False
    book = openpyxl.load_workbook(io.BytesIO(by_openpyxl(setting.workbook())))
    for sheet in book:
        for row in sheet.iter_rows():
            for cell in row:
                rng.choice(DECORATIONS)(cell)
        everywhere = f"A1:Z{sheet.max_row}"
        for made in HARMLESS:
            sheet.conditional_formatting.add(everywhere, made)
        picture(f"B{sheet.max_row + 9}", (900, 40))(sheet)
        sheet.cell(1, 1).comment = Comment("见附件", "某某")
    reading = read(saved(book))
    assert wrong_cells(report, reading) == []
    assert reading.doubts == ()


@tries_as_drawn(6)
@given(report=reports("any"), seed=seeds)
def test_what_is_hidden_or_doubtful_in_a_report_is_told_of_these_cells_alone(
    report: Report, seed: int
) -> None:
    rng = random.Random(seed)
    setting = SheetTypesetter(report, rng)
    setting.calculates, setting.ruled, setting.spreads = False, True, False
    book = openpyxl.load_workbook(io.BytesIO(by_openpyxl(setting.workbook())))
    values = {cell.address: value for cell, value in report.cells()}
    filled = [address for address, value in values.items() if value is not None]
    chosen = rng.sample(filled, min(12, len(filled)))
    hidden, doubted = set(chosen[::2]), set(chosen[1::2])
    for address in chosen:
        sheet, place = setting.laid[address]
        cell = book[sheet][place]
        if address in doubted:
            rng.choice(DOUBTFUL)(cell)
        else:
            cell.font = Font(color="FFFFFFFF")
    reading = read(saved(book))
    assert {doubt.cell for doubt in reading.doubts} == doubted
    for address, value in values.items():
        read_value = reading.report[address]
        assert read_value == (None if address in hidden | doubted else value), address
    assert bool(told(reading)) == bool(hidden)


DOUBTFUL = (
    lambda cell: setattr(cell, "font", Font(strike=True)),
    lambda cell: setattr(cell, "font", Font(vertAlign="superscript")),
    lambda cell: setattr(cell, "font", Font(color="FFEEEEEE")),
    lambda cell: setattr(cell, "alignment", Alignment(horizontal="fill")),
    lambda cell: cell.parent.add_image(Picture(io.BytesIO(PICTURE)), cell.coordinate),
)
DECORATIONS = (
    lambda cell: None,
    lambda cell: setattr(cell, "font", Font(name="仿宋_GB2312", sz=10.5, color=Color(theme=1))),
    lambda cell: setattr(cell, "font", Font(name="宋体", sz=12, b=True, color="FFC00000")),
    lambda cell: setattr(cell, "fill", PatternFill("solid", fgColor=Color(theme=0, tint=-0.15))),
    lambda cell: setattr(cell, "alignment", Alignment(wrap_text=True, shrink_to_fit=True)),
)
HARMLESS = (
    CellIsRule(operator="lessThan", formula=["-1000000000000000"], font=Font(color="FFFFFFFF")),
    FormulaRule(formula=["MOD(ROW(),2)=0"], fill=PatternFill(bgColor="FFDDEBF7")),
    Rule(type="containsErrors", dxf=DifferentialStyle(font=Font(color="FFFFFFFF"))),
    ColorScaleRule(start_type="min", start_color="FFFFFF", end_type="max", end_color="63BE7B"),
)


# --- what stands above cells ------------------------------------------------------------------


def png(size: tuple[int, int]) -> bytes:
    data = io.BytesIO()
    Image.new("RGB", size).save(data, "PNG")
    return data.getvalue()


PICTURE = png((9, 9))


def picture(place: object, size: tuple[int, int] = (20, 10)) -> Change:
    def change(sheet: Worksheet) -> None:
        made = Picture(io.BytesIO(png(size)))
        sheet.add_image(made, place) if isinstance(place, str) else sheet.add_image(made)
        if not isinstance(place, str):
            made.anchor = place

    return change


def between(first: tuple[int, int], last: tuple[int, int], offset: int = 50_000) -> TwoCellAnchor:
    (row, column), (last_row, last_column) = first, last
    return TwoCellAnchor(
        _from=AnchorMarker(col=column, row=row),
        to=AnchorMarker(col=last_column, colOff=offset, row=last_row, rowOff=offset),
    )


def chart(sheet: Worksheet) -> None:
    made = BarChart()
    made.anchor = between((2, 1), (2, 1))
    sheet.add_chart(made)


ABSOLUTE = AbsoluteAnchor(
    pos=XDRPoint2D(64 * 9525 + 60_000, 2 * 20 * 9525 + 20_000),
    ext=XDRPositiveSize2D(200_000, 100_000),
)
ABOVE: dict[str, Change] = {
    "a picture from one cell on": picture("B3"),
    "a picture between cells": picture(between((2, 1), (2, 1))),
    "a picture to the edge of a cell": picture(between((2, 1), (3, 2), 0)),
    "a picture at a place": picture(ABSOLUTE),
    "a chart": chart,
}


@pytest.mark.parametrize("name", ABOVE)
@pytest.mark.parametrize("value", [28, None])
def test_a_cell_under_a_picture_is_a_doubt(name: str, value: object) -> None:
    require_doubt(new(ABOVE[name], value=value), "cell.picture")


def test_a_picture_covers_the_cells_that_it_reaches_and_no_others() -> None:
    require_doubt(new(picture("B3", (100, 10))), "cell.picture", ISSUED, REPEALED)
    for place in ("F9", "A1"):
        require_seen(new(picture(place)))
    require_seen(new(picture(between((1, 0), (1, 3)))))


SHAPE = (
    "<xdr:twoCellAnchor><xdr:from><xdr:col>1</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>2</xdr:row>"
    "<xdr:rowOff>0</xdr:rowOff></xdr:from><xdr:to><xdr:col>1</xdr:col><xdr:colOff>90000</xdr:colOff>"
    "<xdr:row>2</xdr:row><xdr:rowOff>90000</xdr:rowOff></xdr:to>{}<xdr:clientData/>"
    "</xdr:twoCellAnchor>"
)
PROPERTIES = '<xdr:nv{0}Pr><xdr:cNvPr id="2" name="a"{1}/></xdr:nv{0}Pr>'
SEEN_SHAPES = {
    "filled": ("Sp", "", '<xdr:spPr><a:prstGeom prst="rect"/><a:solidFill/></xdr:spPr>'),
    "with a text": (
        "Sp", "", "<xdr:spPr><a:noFill/></xdr:spPr><xdr:txBody><a:t>7</a:t></xdr:txBody>"
    ),
    "a line": ("Sp", "", '<xdr:spPr><a:prstGeom prst="line"/><a:noFill/></xdr:spPr>'),
}  # fmt: skip
UNSEEN_SHAPES = {
    "hidden": ("Sp", ' hidden="1"', "<xdr:spPr><a:solidFill/></xdr:spPr>"),
    "a frame": ("Sp", "", '<xdr:spPr><a:prstGeom prst="rect"/><a:noFill/></xdr:spPr>'),
}


def shape(kind: str, given: str, inner: str) -> Reading:
    drawn = SHAPE.format(f"<xdr:sp>{PROPERTIES.format(kind, given)}{inner}</xdr:sp>")
    part = f'<xdr:wsDr xmlns:xdr="urn:xdr" xmlns:a="urn:a">{drawn}</xdr:wsDr>'
    book, sheet = table(28)
    picture("F9")(sheet)
    return patched(("drawing1.xml", "(?s).+", part), given=saved(book))


@pytest.mark.parametrize("name", SEEN_SHAPES)
def test_a_cell_under_a_shape_is_a_doubt(name: str) -> None:
    require_doubt(shape(*SEEN_SHAPES[name]), "cell.picture")


@pytest.mark.parametrize("name", UNSEEN_SHAPES)
def test_a_shape_that_covers_nothing_leaves_a_number_certain(name: str) -> None:
    require_seen(shape(*UNSEEN_SHAPES[name]))


def test_an_object_that_only_newer_programs_show_is_seen() -> None:
    inner = SHAPE.format(f"<xdr:pic>{PROPERTIES.format('Pic', '')}</xdr:pic>")
    part = f'<d xmlns:xdr="a" xmlns:mc="b"><mc:Alternate><mc:Choice>{inner}</mc:Choice></mc:Alternate></d>'
    book, sheet = table(28)
    picture("F9")(sheet)
    require_doubt(patched(("drawing1.xml", "(?s).+", part), given=saved(book)), "cell.picture")


def commented(sheet: Worksheet) -> None:
    sheet["A3"].comment = Comment("见附件", "某某")


CONTROLS = {
    "Checkbox": (True, ""), "Drop": (True, ""), "Button": (True, ""), "Pict": (True, ""),
    "GBox": (False, ""), "Note": (False, ""), "Note shown": (True, "<x:Visible/>"),
}  # fmt: skip


@pytest.mark.parametrize("name", CONTROLS)
def test_a_control_above_a_cell_is_a_doubt_and_a_closed_note_is_none(name: str) -> None:
    covers, inner = CONTROLS[name]
    client = (
        f'<x:ClientData ObjectType="{name.split()[0]}"><x:MoveWithCells/>{inner}'
        "<x:Anchor>1, 0, 2, 0, 1, 40, 2, 10</x:Anchor><x:Row>2</x:Row></x:ClientData>"
    )
    book, sheet = table(28)
    commented(sheet)
    part = f"<xml><br><v:shape id=a style='z-index:1'>{client}</v:shape></xml>"
    reading = patched((".vml", "(?s).+", part), given=saved(book))
    if covers:
        require_doubt(reading, "cell.picture")
    else:
        require_seen(reading)


def test_a_sparkline_is_a_picture() -> None:
    extension = (
        '<extLst><ext xmlns:x14="urn:x14" xmlns:xm="urn:xm"><x14:sparklineGroups>'
        "<x14:sparklineGroup><x14:sparklines><x14:sparkline><xm:f>A1:A2</xm:f><xm:sqref>B3</xm:sqref>"
        "</x14:sparkline></x14:sparklines></x14:sparklineGroup></x14:sparklineGroups></ext></extLst>"
        "</worksheet>"
    )
    require_doubt(patched(("sheet1.xml", "</worksheet>", extension), value=None), "cell.picture")


def test_notes_that_gxstats_writes_cover_nothing() -> None:
    require_seen(new(commented))


def test_a_picture_before_2007_is_a_doubt() -> None:
    out = io.BytesIO()
    Image.new("RGB", (20, 10)).save(out, "BMP")
    book = xlwt.Workbook()
    sheet = old_table(book)
    sheet.insert_bitmap_data(out.getvalue(), 2, 1)
    require_doubt(read(saved(book)), "cell.picture")


# --- records before 2007 that no library writes -------------------------------------------------


def with_records(*added: bytes, style: str = "", value: object = 28) -> Reading:
    """A workbook before 2007 with records of our own at the end of its sheet."""
    book = xlwt.Workbook()
    old_table(book, value, xlwt.easyxf(style))
    stream = saved(book)[512:]  # xlwt sets it as one piece after the head of the file
    position, ends = 0, 0
    while True:
        code, length = struct.unpack_from("<HH", stream, position)
        ends += code == 0x0A
        if ends == 2:
            break
        position += 4 + length
    return read(compound(stream[:position] + b"".join(added) + record(0x0A)))


def drawn(kind: int, flags: int = 0, *, hidden: bool = False) -> bytes:
    """An object above B3, of a kind."""
    anchor = struct.pack("<9H", 2, 1, 0, 2, 0, 1, 300, 2, 90)
    properties = struct.pack("<HI", 0x03BF, 0x0002_0002 if hidden else 0x0002_0000)
    atoms = struct.pack("<HHI", 0x0013, 0xF00B, len(properties)) + properties
    atoms += struct.pack("<HHI", 0, 0xF010, len(anchor)) + anchor
    shape = struct.pack("<HHI", 0x000F, 0xF004, len(atoms)) + atoms
    return record(0xEC, shape) + record(0x5D, struct.pack("<5H12x", 0x15, 0x12, kind, 7, flags))


def note(flags: int) -> bytes:
    return record(0x1C, struct.pack("<4H", 2, 0, flags, 7) + b"\0\0\0")


@pytest.mark.parametrize("kind", [0x01, 0x05, 0x06, 0x08, 0x0B, 0x14, 0x1E])
def test_an_object_before_2007_is_a_doubt(kind: int) -> None:
    for value in (28, None):
        require_doubt(with_records(drawn(kind), value=value), "cell.picture")
    require_seen(with_records(drawn(kind, hidden=True)))


def test_a_drawing_may_go_on_in_a_record_without_a_name() -> None:
    first = drawn(0x19)
    second = drawn(0x08)
    assert second.startswith(struct.pack("<H", 0xEC))
    reading = with_records(first, struct.pack("<H", 0x3C) + second[2:])
    require_doubt(reading, "cell.picture")


def test_white_text_before_a_picture_of_a_sheet_before_2007_is_a_doubt() -> None:
    ground = record(0xE9, b"\0" * 8)
    require_doubt(with_records(ground, style="font: color white"), "cell.hidden")
    require_seen(with_records(ground))


def test_what_a_filter_a_closed_note_and_a_group_box_show_is_no_object() -> None:
    require_seen(with_records(drawn(0x14, 0x0100)))
    require_seen(with_records(drawn(0x13)))
    require_seen(with_records(drawn(0x19), note(0)))
    require_doubt(with_records(drawn(0x19), note(2)), "cell.picture")


def condition(
    kind: int,
    comparison: int,
    formula: bytes,
    *,
    color: int | None = None,
    struck: bool = False,
    code: bytes = b"",
    ground: int | None = None,
) -> bytes:
    """A conditional format of B3 whose font, number format or ground is changed."""
    head = record(0x01B0, struct.pack("<HH4HH4H", 1, 2, 2, 2, 1, 1, 1, 2, 2, 1, 1))
    flags, more, changed = 0x003F_FFFF, 0, b""
    if code:
        flags, more = flags | 1 << 25, 1
        changed += struct.pack("<HHB", len(code) + 5, len(code), 0) + code
    if color is not None or struck:
        flags |= 1 << 26
        keeps = 0 if struck else 0x80
        font = struct.pack("<iIHHBBBx", -1, 0x80 * struck, 400, 0, 0, 0, 0)
        font += struct.pack("<i4xII", -1 if color is None else color, keeps, 1)
        changed += (b"\0" * 64 + font).ljust(118, b"\0")
    if ground is not None:
        flags = (flags | 1 << 29) & ~(1 << 18)
        changed += struct.pack("<HH", 0, ground << 7)
    body = struct.pack("<BBHHIH", kind, comparison, len(formula), 0, flags, more) + changed
    return head + record(0x01B1, body + formula)


def whole(number: int) -> bytes:
    return b"\x1e" + struct.pack("<H", number)


WHITE_INDEX, BLACK_INDEX = 9, 8
TRUE_FORMULA = b"\x1d\x01"


def test_a_condition_before_2007_that_is_met_hides() -> None:
    require_hidden(with_records(condition(1, 3, whole(28), color=WHITE_INDEX)))
    number = b"\x1f" + struct.pack("<d", 27.5)
    require_hidden(with_records(condition(1, 5, number, color=WHITE_INDEX)))
    require_hidden(with_records(condition(1, 5, number, color=BLACK_INDEX, ground=BLACK_INDEX)))
    require_doubt(with_records(condition(1, 5, number, ground=BLACK_INDEX)), "cell.hidden")
    require_hidden(with_records(condition(1, 5, number, code=b";;;")))


def test_a_condition_before_2007_that_is_not_met_or_only_decorates_changes_nothing() -> None:
    require_seen(with_records(condition(1, 3, whole(0), color=WHITE_INDEX)))
    require_seen(with_records(condition(2, 0, TRUE_FORMULA, color=10)))
    require_seen(with_records(condition(2, 0, TRUE_FORMULA, ground=13)))
    both = condition(2, 0, TRUE_FORMULA, color=WHITE_INDEX, ground=BLACK_INDEX)
    require_seen(with_records(both))


def test_a_condition_before_2007_that_cannot_be_told_and_may_hide_is_a_doubt() -> None:
    for one in (
        condition(2, 0, TRUE_FORMULA, color=WHITE_INDEX),
        condition(2, 0, TRUE_FORMULA, struck=True),
        condition(2, 0, TRUE_FORMULA, code=b";;;"),
        condition(2, 0, TRUE_FORMULA, ground=BLACK_INDEX),
        condition(1, 3, b"\x24\0\0\0\0", color=WHITE_INDEX),
    ):
        require_doubt(with_records(one), "cell.hidden")


def new_condition(kind: int, formula: bytes, changed: bytes = b"", shown: bytes = b"") -> bytes:
    """A rule for B3 in the form that Excel writes since 2007."""
    header = struct.pack("<HH8x", 0x0879, 0)
    head = header + struct.pack("<HH4HH4H", 1, 2, 2, 2, 1, 1, 1, 2, 2, 1, 1)
    body = struct.pack("<HH8x", 0x087A, 0)
    body += struct.pack("<BBHHI", kind, 3 if kind == 1 else 0, len(formula), 0, len(changed))
    body += (changed or b"\0\0") + formula + struct.pack("<HBHHB16x", 0, 0, 1, 0, 16) + shown
    return record(0x0879, head) + record(0x087A, body)


def changed_font(color: int) -> bytes:
    """What a rule changes: the colour of the font."""
    font = struct.pack("<iIHHBBBx", -1, 0, 400, 0, 0, 0, 0) + struct.pack("<i4xII", color, 0x80, 1)
    return struct.pack("<IH", 0x003F_FFFF | 1 << 26, 0) + (b"\0" * 64 + font).ljust(118, b"\0")


def test_a_rule_that_only_newer_programs_show_is_seen_before_2007() -> None:
    white, red = changed_font(WHITE_INDEX), changed_font(10)
    require_hidden(with_records(new_condition(1, whole(28), white)))
    require_seen(with_records(new_condition(1, whole(27), white)))
    require_doubt(with_records(new_condition(2, TRUE_FORMULA, white)), "cell.hidden")
    require_doubt(with_records(new_condition(5, b"", white)), "cell.hidden")
    require_seen(with_records(new_condition(2, TRUE_FORMULA, red)))
    require_seen(with_records(new_condition(2, TRUE_FORMULA)))
    require_seen(with_records(new_condition(3, b"", shown=b"\0" * 20)))


@pytest.mark.parametrize("kind", [4, 6])
def test_a_bar_or_an_icon_in_place_of_a_number_is_a_picture_before_2007(kind: int) -> None:
    for shows in (True, False):
        shown = bytes([0, 0, 0, 2 * shows]) if kind == 4 else bytes([0, 0, 0, 3, 0, not shows])
        reading = with_records(new_condition(kind, b"", shown=shown + b"\0" * 20))
        if shows:
            require_seen(reading)
        else:
            require_doubt(reading, "cell.picture")


def texts(data: bytes) -> dict[str | None, str]:
    """What stands in each cell, by reference."""
    found = read_xls(data, Limits().begun())
    return {cell.place.reference: cell.text for grid in found.grids for cell in grid}


def fonts(name: bytes) -> bytes:
    """Four plain fonts and a struck one, whose number is five."""
    plain, struck = (
        record(0x31, struct.pack("<5H4x", 200, flags, 32_767, 400, 0) + name) for flags in (0, 8)
    )
    return 4 * plain + struck


def test_a_rich_text_in_a_cell_of_its_own_is_told_apart() -> None:
    text = struct.pack("<4HB", 0, 0, 0, 3, 0) + b"728" + struct.pack("<5H", 2, 0, 0, 1, 5)
    made = old_workbook(record(0xD6, text), version=0x0600, within=fonts(b"\1\0a"))
    assert texts(made) == {"A1": "7~~28~~"}
    text = struct.pack("<4H", 0, 0, 0, 3) + b"728" + bytes([2, 0, 0, 1, 5])
    assert texts(old_workbook(record(0xD6, text), within=fonts(b"\1a"))) == {"A1": "7~~28~~"}


def test_the_runs_of_shared_texts_may_go_on_in_the_next_record() -> None:
    book = xlwt.Workbook()
    sheet = book.add_sheet("a")
    struck = old_font("struck_out on")
    for row in range(600):
        sheet.write_rich_text(row, 0, (f"{row:04}", ("7", struck), "件"))
        sheet.write(row, 1, 1)
    found = texts(saved(book))
    assert [found[f"A{row + 1}"] for row in range(600)] == [
        f"{row:04}~~7~~件" for row in range(600)
    ]


def test_a_workbook_has_a_palette_of_its_own() -> None:
    book = xlwt.Workbook()
    book.set_colour_RGB(0x21, 255, 255, 255)
    style = xlwt.XFStyle()
    style.font.colour_index = 0x21
    old_table(book, 28, style)
    require_hidden(read(saved(book)))


def test_the_text_that_a_formula_gave_is_read() -> None:
    excel = record(0x01C1, struct.pack("<HHI", 0x01C1, 0, 191_029))
    gave = struct.pack("<HHH", 0, 0, 0) + b"\0\0\0\0\0\0\xff\xff" + b"\0" * 8
    text = record(0x0207, struct.pack("<HB", 3, 0) + b"abc")
    found = texts(old_workbook(record(0x06, gave), text, version=0x0600, within=excel))
    assert found == {"A1": "abc"}
