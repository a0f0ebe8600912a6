"""What of a Word file a person sees is read, and nothing else: each law on one cell of table two."""

from __future__ import annotations

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.support.effort import tries
from tests.support.typeset_docx import TRANSITIONAL, package, relationships, text_box
from tests.support.word_markup import cells, field, paragraph, part, run, table, tc

from gxstats import Reading, read
from gxstats.reading import Certainty, Limits, Place
from gxstats.reading.word.locating import word_places

ISSUED = "/disclosure/rules/issued"
HEAD = ("信息内容", "本年制发件数", "本年废止件数", "现行有效件数")
W14 = 'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"'
DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/main"
THEME = (
    f'<a:theme xmlns:a="{DRAWING}"><a:themeElements><a:clrScheme name="x">'
    '<a:dk1><a:sysClr val="windowText" lastClr="000000"/></a:dk1>'
    '<a:lt1><a:sysClr val="window" lastClr="FFFFFF"/></a:lt1>'
    '<a:dk2><a:srgbClr val="1F497D"/></a:dk2><a:lt2><a:srgbClr val="EEECE1"/></a:lt2>'
    '<a:accent1><a:srgbClr val="4F81BD"/></a:accent1></a:clrScheme></a:themeElements></a:theme>'
)


def fill(inner: str) -> str:
    return f"<w14:textFill {W14}><w14:solidFill>{inner}</w14:solidFill></w14:textFill>"


def file(
    content: str,
    styles: str = "",
    *,
    cell: str = "",
    row: str = "",
    of_table: str = "",
    settings: str = "",
    plain: str = "",
) -> Reading:
    """A file whose cell for the rules issued holds some markup; all others have ``plain`` text."""

    def others(*texts: str) -> str:
        return "".join(tc(paragraph(run(text, plain))) for text in texts)

    parts = {"styles": styles, "settings": settings}
    kept: list[tuple[str, str | bytes]] = [
        (f"word/{name}.xml", f'<w:{name} xmlns:w="{TRANSITIONAL}">{inner}</w:{name}>')
        for name, inner in parts.items()
    ]
    properties = f"<w:trPr>{row}</w:trPr>" if row else ""
    rules = properties + others("规章") + tc(content, cell) + others("2", "3")
    made = table(others(*HEAD), *([others("行政规范性文件", "", "", "")] if row else []), rules)
    body = paragraph(run("二、主动公开政府信息情况", plain)) + made.replace(
        "<w:tbl>", f"<w:tbl><w:tblPr>{of_table}</w:tblPr>"
    )
    return read(
        package(
            body,
            related=[
                *((f"rId{name}", name, f"{name}.xml") for name in parts),
                ("rIdT", "theme", "theme.xml"),
            ],
            parts=[*kept, ("word/theme.xml", THEME)],
        )
    )


def told(reading: Reading) -> list[str]:
    return [notice.printed.zh for notice in reading.notices if notice.code == "text.hidden"]


def seen(reading: Reading, value: int | None) -> bool:
    cell = reading.cells[ISSUED]
    return reading.report[ISSUED] == value and cell.certainty is Certainty.CERTAIN


def doubted(reading: Reading) -> list[tuple[str, str]]:
    found = [doubt for doubt in reading.doubts if doubt.cell]
    assert {doubt.cell for doubt in found} <= {ISSUED}
    return [(doubt.code, doubt.printed or "") for doubt in found]


def style(name: str, properties: str, kind: str = "character", more: str = "") -> str:
    return (
        f'<w:style w:type="{kind}" w:styleId="{name}">{more}<w:rPr>{properties}</w:rPr></w:style>'
    )


NORMAL = (
    '<w:emboss w:val="0"/><w:webHidden w:val="0"/>'
    '<w:rFonts w:ascii="Arial"/><w:vanish w:val="0"/><w:strike w:val="0"/><w:dstrike w:val="0"/>'
    '<w:color w:val="000000"/><w:spacing w:val="0"/><w:w w:val="100"/><w:position w:val="0"/>'
    '<w:sz w:val="21"/><w:highlight w:val="none"/><w:shd w:val="clear" w:fill="FFFFFF"/>'
    '<w:fitText w:val="900"/><w:vertAlign w:val="baseline"/><w:rtl w:val="0"/><w:cs w:val="0"/>'
    '<w:eastAsianLayout w:combine="0"/><w:specVanish w:val="0"/>' + fill('<w14:srgbClr w14:val="000000"/>')
)  # fmt: skip
"""Properties that undo all others."""
CONDITIONS = {
    "firstRow": "0020", "lastRow": "0040", "firstCol": "0080", "lastCol": "0100",
    "band1Horz": "0000", "band2Vert": "0000",
}  # fmt: skip


def of_runs(properties: str) -> list[Reading]:
    """A 3 that has some properties before a 28 that has none, by the ways a run can have them."""
    own = run("3", properties) + run("28")
    styled = run("3", '<w:rStyle w:val="S"/>') + run("28")
    based = style("B", properties) + style("S", "", more='<w:basedOn w:val="B"/>')
    return [
        file(paragraph(own)),
        file(paragraph(f'<w:ins w:id="1">{own}</w:ins>')),
        file(paragraph(f"<w:hyperlink>{own}</w:hyperlink>")),
        file(paragraph(styled), style("S", properties)),
        file(paragraph(styled), based),
    ]


def around_runs(properties: str) -> list[Reading]:
    """The same, where what is around has the properties and the 28 undoes them."""
    runs = run("3") + run("28", NORMAL)
    other = style("Q", "", "paragraph", '<w:basedOn w:val="P"/>')
    default = style("P", properties, "paragraph").replace("<w:style ", '<w:style w:default="1" ')
    return [
        file(paragraph(runs, '<w:pStyle w:val="P"/>'), style("P", properties, "paragraph")),
        file(
            paragraph(runs, '<w:pStyle w:val="Q"/>'), style("P", properties, "paragraph") + other
        ),
        file(paragraph(runs, '<w:pStyle w:val="None"/>'), default, plain=NORMAL),
        file(
            paragraph(runs),
            f"<w:docDefaults><w:rPrDefault><w:rPr>{properties}</w:rPr></w:rPrDefault></w:docDefaults>",
            plain=NORMAL,
        ),
        file(
            paragraph(runs, '<w:pStyle w:val="P"/>'),
            style("T", properties, "table") + style("P", "", "paragraph"),
            of_table='<w:tblStyle w:val="T"/>',
            plain=NORMAL,
        ),
    ]


HIDING = [
    "<w:vanish/>",
    '<w:vanish w:val="1"/>',
    '<w:vanish w:val="true"/>',
    '<w:color w:val="FFFFFF"/>',
    '<w:color w:val="fefefe"/>',
    '<w:color w:themeColor="text1" w:themeTint="00"/>',
    '<w:highlight w:val="black"/><w:color w:val="000000"/>',
    '<w:highlight w:val="red"/><w:color w:val="FF0000"/>',
    '<w:shd w:val="clear" w:fill="333333"/><w:color w:val="333333"/>',
    '<w:shd w:val="solid" w:color="auto"/><w:color w:val="000000"/>',
    '<w:shd w:val="pct50" w:color="000000" w:fill="FFFFFF"/><w:color w:val="808080"/>',
    '<w:shd w:val="clear" w:fill="auto" w:themeFill="accent1"/><w:color w:val="4F81BD"/>',
    fill('<w14:srgbClr w14:val="FFFFFF"/>'),
    fill('<w14:schemeClr w14:val="bg1"/>'),
    fill('<w14:schemeClr w14:val="tx1"><w14:lumMod w14:val="0"/><w14:lumOff w14:val="100000"/></w14:schemeClr>'),
]  # fmt: skip
PLAIN = [
    "",
    "<w:b/><w:i/><w:u/><w:caps/>",
    '<w:vanish w:val="0"/>',
    '<w:vanish w:val="off"/><w:strike w:val="false"/><w:dstrike w:val="none"/>',
    '<w:color w:val="auto"/>',
    '<w:color w:val="FF0000"/>',
    '<w:color w:val="333333"/>',
    '<w:color w:val="auto" w:themeColor="text1"/>',
    '<w:color w:val="FFFFFF" w:themeColor="nothing"/><w:shd w:val="clear" w:fill="000000"/>',
    '<w:highlight w:val="yellow"/>',
    '<w:shd w:val="clear" w:fill="1F497D"/><w:color w:val="FFFFFF"/>',
    '<w:shd w:val="pct15" w:color="auto" w:fill="FFFFFF"/>',
    '<w:shd w:val="horzStripe" w:color="auto" w:fill="FFFFFF"/>',
    '<w:sz w:val="18"/><w:szCs w:val="2"/>',
    '<w:w w:val="90"/><w:spacing w:val="-10"/><w:kern w:val="2"/>',
    '<w:fitText w:val="400"/>',
    '<w:rFonts w:ascii="Times New Roman" w:hAnsi="Wingdings" w:eastAsia="仿宋_GB2312"/>',
    '<w:rFonts w:ascii="Symbol"/>',
    '<w:rFonts w:ascii="Wingdings" w:asciiTheme="minorHAnsi"/>',
    '<w:rtl w:val="0"/>',
    '<w:vertAlign w:val="baseline"/>',
    '<w:position w:val="0"/>',
    '<w:position w:val="-2"/>',
    fill('<w14:schemeClr w14:val="tx1"/>'),
    fill('<w14:schemeClr w14:val="tx1"><w14:lumMod w14:val="85000"/><w14:lumOff w14:val="15000"/></w14:schemeClr>'),
    '<w:rPrChange w:id="1"><w:rPr><w:vanish/><w:strike/></w:rPr></w:rPrChange>',
]  # fmt: skip
UNSURE = [
    '<w:color w:val="000000" w:themeColor="background1"/>',
    '<w:color w:val="000000" w:themeColor="light1"/>',
    '<w:highlight w:val="black"/><w:color w:val="auto"/>',
    '<w:color w:val="FFFFFF" w:themeColor="text1"/>',
    "<w:webHidden/>",
    '<w:color w:val="EEEEEE"/>',
    '<w:color w:val="purple"/>',
    '<w:sz w:val="2"/>',
    '<w:sz w:val="1"/>',
    '<w:cs/><w:szCs w:val="2"/>',
    '<w:w w:val="1"/>',
    '<w:spacing w:val="-200"/>',
    '<w:fitText w:val="20"/>',
    '<w:rFonts w:ascii="Wingdings"/>',
    '<w:rFonts w:ascii="Webdings" w:hAnsi="Webdings"/>',
    "<w:rtl/>",
    '<w:eastAsianLayout w:combine="1"/>',
    "<w:specVanish/>",
    '<w:color w:val="FFFFFF"/><w:emboss/>',
    f'<w:color w:val="FFFFFF"/><w14:glow {W14}/>',
    '<w:sz w:val="2pt"/>',
    '<w:spacing w:val="-10pt"/>',
    fill('<w14:srgbClr w14:val="000000"><w14:alpha w14:val="99000"/></w14:srgbClr>'),
    f"<w14:textFill {W14}><w14:noFill/></w14:textFill>",
    f"<w14:textFill {W14}><w14:gradFill/></w14:textFill>",
]
MARKED = {
    "<w:strike/>": "~~3~~28",
    "<w:dstrike/>": "~~3~~28",
    '<w:vertAlign w:val="superscript"/>': "^3^28",
    '<w:vertAlign w:val="subscript"/>': "_3_28",
    '<w:position w:val="6"/>': "^3^28",
    '<w:position w:val="-6"/>': "_3_28",
}


@pytest.mark.parametrize("properties", HIDING)
def test_what_is_hidden_is_left_out_and_told(properties: str) -> None:
    for reading in (*of_runs(properties), *around_runs(properties)):
        assert seen(reading, 28)
        assert told(reading) == ["“3”"]


@pytest.mark.parametrize("properties", PLAIN)
def test_decoration_leaves_a_number_certain(properties: str) -> None:
    for reading in (*of_runs(properties), *around_runs(properties)):
        assert seen(reading, 328)
        assert not told(reading)
        assert not doubted(reading)


@pytest.mark.parametrize("properties", UNSURE)
def test_what_cannot_be_told_is_a_doubt(properties: str) -> None:
    for reading in (*of_runs(properties), *around_runs(properties)):
        assert doubted(reading) == [("cell.hidden", "328")]


@pytest.mark.parametrize(("properties", "printed"), MARKED.items())
def test_struck_raised_and_lowered_digits_never_run_together_with_others(
    properties: str, printed: str
) -> None:
    for reading in of_runs(properties):
        assert doubted(reading) == [("cell.unreadable", printed)]
    for reading in around_runs(properties):
        assert [code for code, _ in doubted(reading)] == ["cell.unreadable"]


def mixed(content: str, styles: str = "", **given: str) -> Reading:
    """A paragraph of its own before one with 28."""
    return file(content + paragraph(run("28")), styles, **given)


def two(reading: Reading) -> bool:
    return [printed for _, printed in doubted(reading)] == ["3\n28"]


# --- toggles ------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["vanish", "strike"])
@pytest.mark.parametrize("levels", [*product([None, True], repeat=3)])
def test_a_toggle_is_on_at_an_odd_number_of_levels_and_where_programs_differ_it_is_a_doubt(
    name: str, levels: tuple[bool | None, ...]
) -> None:
    def said(on: bool | None) -> str:
        return f"<w:{name}/>" if on else ""

    of_table, of_paragraph, of_run = map(said, levels)
    reading = file(
        paragraph(run("3", '<w:rStyle w:val="C"/>') + run("28", NORMAL), '<w:pStyle w:val="P"/>'),
        style("T", of_table, "table") + style("P", of_paragraph, "paragraph") + style("C", of_run),
        of_table='<w:tblStyle w:val="T"/>',
        plain=NORMAL,
    )
    count = levels.count(True)
    if not count:
        assert seen(reading, 328)
    elif name == "strike":
        assert doubted(reading) == [("cell.unreadable", "~~3~~28")]
    elif count % 2:
        assert seen(reading, 28)
    else:
        assert doubted(reading) == [("cell.hidden", "328")]


def test_a_style_that_turns_a_toggle_off_for_those_based_on_it_turns_it_off() -> None:
    for direct, value in (("", 328), ("<w:vanish/>", 28), ('<w:vanish w:val="0"/>', 328)):
        based = style("A", "<w:vanish/>") + style(
            "B", '<w:vanish w:val="0"/>', more='<w:basedOn w:val="A"/>'
        )
        runs = run("3", f'<w:rStyle w:val="B"/>{direct}') + run("28")
        assert seen(file(paragraph(runs), based), value)


def test_a_style_inherits_from_however_far_in_whatever_order_styles_are_asked_for() -> None:
    chain = style("S50", "<w:vanish/>") + "".join(
        style(f"S{n}", "", more=f'<w:basedOn w:val="S{n + 1}"/>') for n in range(50)
    )
    for names in ((0, 25, 50), (50, 25, 0), (25, 0, 50)):
        runs = "".join(run("3", f'<w:rStyle w:val="S{name}"/>') for name in names)
        reading = file(paragraph(runs + run("28")), chain)
        assert seen(reading, 28)
        assert told(reading) == ["“333”"]


def test_styles_of_another_kind_or_based_on_themselves_hide_nothing() -> None:
    runs = paragraph(run("3", '<w:rStyle w:val="S"/>') + run("28"))
    assert seen(file(runs, style("S", "<w:vanish/>", "paragraph")), 328)
    circle = style("S", "", more='<w:basedOn w:val="R"/>') + style(
        "R", "", more='<w:basedOn w:val="S"/>'
    )
    assert seen(file(runs, circle), 328)


# --- tables -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "bits", "hides"),
    [
        ("wholeTable", "0600", True),
        ("firstRow", "0020", False),
        ("lastRow", "0040", True),
        ("lastRow", "0000", False),
        ("firstCol", "0080", False),
        ("lastCol", "0100", False),
        ("band1Horz", "0220", False),
        ("band1Horz", "0020", True),
        ("band2Horz", "0000", True),
        ("band2Horz", "0020", False),
        ("band1Vert", "0000", False),
        ("band2Vert", "0000", True),
        ("band1Vert", "0080", True),
        ("band2Vert", "0400", False),
        ("swCell", "00C0", False),
        ("swCell", "0000", False),
    ],
)
def test_a_part_of_a_tables_style_holds_where_the_table_asks_for_it(
    name: str, bits: str, *, hides: bool
) -> None:
    styles = (
        f'<w:style w:type="table" w:styleId="T"><w:tblStylePr w:type="{name}">'
        "<w:rPr><w:vanish/></w:rPr></w:tblStylePr></w:style>"
    )
    look = f'<w:tblStyle w:val="T"/><w:tblLook w:val="{bits}"/>'
    reading = file(
        paragraph(run("3") + run("28", '<w:vanish w:val="0"/>')),
        styles,
        of_table=look,
        plain='<w:vanish w:val="0"/>',
    )
    assert seen(reading, 28 if hides else 328)


def test_a_stronger_part_of_a_tables_style_wins() -> None:
    def part(name: str, color: str) -> str:
        return (
            f'<w:tblStylePr w:type="{name}"><w:rPr><w:color w:val="{color}"/></w:rPr>'
            "</w:tblStylePr>"
        )

    for first, second in (("FFFFFF", "000000"), ("000000", "FFFFFF")):
        styles = (
            '<w:style w:type="table" w:styleId="T">'
            f"{part('lastRow', second)}{part('band2Horz', first)}</w:style>"
        )
        reading = file(
            paragraph(run("3") + run("28", NORMAL)),
            styles,
            of_table='<w:tblStyle w:val="T"/><w:tblLook w:lastRow="1" w:firstRow="0"/>',
            plain=NORMAL,
        )
        assert seen(reading, 28 if second == "FFFFFF" else 328)


SHADED = '<w:shd w:val="clear" w:fill="1F497D"/>'


@pytest.mark.parametrize("where", ["cell", "row", "table", "paragraph", "style", "cell of style"])
def test_the_ground_is_what_the_nearest_shading_makes_it(where: str) -> None:
    for color, value in (("FFFFFF", 328), ("1F497D", 28), ("auto", 328)):
        runs = run("3", f'<w:color w:val="{color}"/>') + run("28", '<w:color w:val="auto"/>')
        given = {
            "cell": {"cell": SHADED},
            "table": {"of_table": SHADED},
            "style": {"of_table": '<w:tblStyle w:val="T"/>'},
            "cell of style": {"of_table": '<w:tblStyle w:val="T"/>'},
        }.get(where, {})
        group = "tcPr" if where == "cell of style" else "tblPr"
        table_style = (
            f'<w:style w:type="table" w:styleId="T"><w:{group}>{SHADED}</w:{group}></w:style>'
        )
        content = paragraph(runs, SHADED if where == "paragraph" else "")
        if where == "row":
            content, given = (
                paragraph(runs),
                {"row": f"</w:trPr><w:tblPrEx>{SHADED}</w:tblPrEx><w:trPr>"},
            )
        assert seen(file(content, table_style, **given), value), (where, color)


def test_a_shading_of_none_lets_the_ground_beneath_be_seen() -> None:
    white = paragraph(run("3", '<w:color w:val="FFFFFF"/>') + run("28", '<w:color w:val="auto"/>'))
    none = '<w:shd w:val="clear" w:fill="auto"/>'
    assert seen(file(white, cell=none, of_table=SHADED), 328)
    assert seen(file(white, cell=none), 28)


def test_deleted_rows_and_hidden_ones_of_which_nothing_is_seen_are_left_out_and_told() -> None:
    for gone, plain in (("<w:hidden/>", "<w:vanish/>"), ('<w:del w:id="1"/>', "")):
        row = f"<w:trPr>{gone}</w:trPr>" + "".join(
            tc(paragraph(run(text, plain))) for text in ("规章", "28", "2", "3")
        )
        other = cells("行政规范性文件", "1", "2", "3")
        body = paragraph(run("二、主动公开政府信息情况")) + table(cells(*HEAD), row, other)
        reading = read(package(body))
        assert reading.report[ISSUED] is None
        assert reading.report["/disclosure/normative_documents/issued"] == 1
        assert "规章 28 2 3" in " ".join(told(reading))


def test_a_hidden_row_of_which_something_is_seen_is_a_doubt() -> None:
    for said, codes in (("", {"cell.hidden"}), (' w:val="0"', set())):
        reading = file(paragraph(run("28")), row=f"<w:hidden{said}/>")
        assert {doubt.code for doubt in reading.doubts if doubt.cell} == codes


def test_a_table_beside_the_page_is_a_doubt() -> None:
    for place, doubt in (('<w:tblInd w:w="-20000"/>', True), ('<w:tblInd w:w="-108"/>', False),
                         ('<w:tblpPr w:tblpX="30000"/>', True),
                         ('<w:tblpPr w:tblpX="-100" w:tblpY="12000"/>', False),
                         ('<w:tblpPr w:tblpY="-9000"/>', True),
                         ('<w:tblpPr w:tblpX="1"/>', False)):  # fmt: skip
        reading = file(paragraph(run("28")), of_table=place)
        assert any(found.code == "cell.hidden" for found in reading.doubts) == doubt


def test_a_digit_much_smaller_than_those_beside_it_is_a_doubt() -> None:
    for small, doubt in (("10", True), ("18", False)):
        runs = run("28", '<w:sz w:val="21"/>') + run("1", f'<w:sz w:val="{small}"/>')
        assert bool(doubted(file(paragraph(runs)))) == doubt


def test_a_row_or_line_that_is_too_low_for_its_text_is_a_doubt() -> None:
    for height, doubt in (('w:val="20" w:hRule="exact"', True), ('w:val="20"', False),
                          ('w:val="0" w:hRule="exact"', True), ('w:val="0"', False),
                          ('w:val="400" w:hRule="exact"', False)):  # fmt: skip
        reading = file(paragraph(run("28")), row=f"<w:trHeight {height}/>")
        codes = {found.code for found in reading.doubts if found.cell}
        assert codes == ({"cell.hidden"} if doubt else set())
    for spacing, doubt in (('w:line="20" w:lineRule="exact"', True), ('w:line="20"', False),
                           ('w:line="360" w:lineRule="exact"', False)):  # fmt: skip
        reading = file(paragraph(run("28"), f"<w:spacing {spacing}/>"))
        assert bool(doubted(reading)) == doubt
    for frame, doubt in (('w:x="9"', True), ('w:dropCap="drop"', False)):
        assert bool(doubted(file(paragraph(run("28"), f"<w:framePr {frame}/>")))) == doubt
    for indent, doubt in (('w:left="-3000"', True), ('w:left="-100"', False),
                          ('w:hanging="4000"', True), ('w:firstLine="420"', False)):  # fmt: skip
        reading = file(paragraph(run("28"), f"<w:ind {indent}/>"))
        assert bool(doubted(reading)) == doubt


# --- paragraphs ---------------------------------------------------------------------------------


def test_a_hidden_paragraph_leaves_nothing_and_a_hidden_end_joins_lines() -> None:
    mark = "<w:rPr><w:vanish/></w:rPr>"
    assert seen(mixed(paragraph(run("3", "<w:vanish/>"), mark)), 28)
    assert seen(mixed(paragraph(run("3"), mark)), 328)
    assert seen(mixed(paragraph(run("3"), "<w:rPr><w:vanish/><w:specVanish/></w:rPr>")), 328)
    assert two(mixed(paragraph(run("3"))))
    by_style = '<w:pStyle w:val="P"/>'
    reading = mixed(paragraph(run("3"), by_style), style("P", "<w:vanish/>", "paragraph"))
    assert seen(reading, 28)
    assert told(reading) == ["“3”"]


def test_whole_cells_that_are_moved_or_raised_by_their_style_are_decoration() -> None:
    assert seen(file(paragraph(run("28", '<w:position w:val="6"/>'))), 28)
    raised = style("P", '<w:vertAlign w:val="superscript"/>', "paragraph")
    assert seen(file(paragraph(run("28"), '<w:pStyle w:val="P"/>'), raised), 28)
    alone = file(paragraph(run("1", '<w:vertAlign w:val="superscript"/>')))
    assert doubted(alone) == [("cell.unreadable", "^1")]


def test_a_mark_on_a_word_damages_no_label() -> None:
    mark = run("1", '<w:vertAlign w:val="superscript"/>')
    for label in (
        run("规章") + mark,
        run("规章", "<w:specVanish/>"),
        run("规章") + "<w:r><w:pict/></w:r>",
    ):
        row = tc(paragraph(label)) + cells("28", "2", "3")
        body = table(cells(*HEAD), row)
        assert seen(read(package(paragraph(run("二、主动公开政府信息情况")) + body)), 28)


def test_a_number_that_word_draws_looks_as_the_end_of_its_paragraph() -> None:
    def reading(mark: str, kind: str = "decimal", text: str = "%1") -> Reading:
        list_ = (
            '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="3"/>'
            f'<w:numFmt w:val="{kind}"/><w:suff w:val="nothing"/><w:lvlText w:val="{text}"/></w:lvl>'
            '</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
        )
        number = f'<w:numPr><w:numId w:val="1"/></w:numPr><w:rPr>{mark}</w:rPr>'
        row = cells("规章") + tc(paragraph(run("28"), number)) + cells("2", "3")
        return read(
            package(
                paragraph(run("二、主动公开政府信息情况")) + table(cells(*HEAD), row),
                **part("numbering", list_),
            )
        )

    assert seen(reading(""), 328)
    assert seen(reading('<w:color w:val="FFFFFF"/>'), 28)
    assert doubted(reading("<w:strike/>")) == [("cell.unreadable", "~~3~~28")]
    assert seen(reading("", "none", "%1"), 28)
    assert seen(reading("", "bullet", "●"), 28)
    assert seen(reading("", "bullet", "3"), 328)
    assert doubted(reading("", "ganada")) == [("cell.picture", "［图］28")]


# --- fields -------------------------------------------------------------------------------------


def old_field(kind: str, code: str, result: str | None = None) -> str:
    made = field(code, result)
    return made.replace(
        '<w:fldChar w:fldCharType="begin"/>',
        f'<w:fldChar w:fldCharType="begin"><w:ffData>{kind}</w:ffData></w:fldChar>',
    )


ENTRIES = '<w:listEntry w:val="3"/><w:listEntry w:val="28"/>'


def test_fields_of_old_forms_are_read_as_they_are_shown() -> None:
    text = '<w:textInput><w:default w:val="3"/></w:textInput>'
    assert seen(file(paragraph(old_field(text, "FORMTEXT", run("28")))), 28)
    assert doubted(file(paragraph(old_field(text, "FORMTEXT", run(""))))) == [("cell.hidden", "3")]
    for chosen, value in (
        ('<w:result w:val="1"/>', 28),
        ('<w:default w:val="1"/>', 28),
        ('<w:default w:val="1"/><w:result w:val="0"/>', 28),
        ("", 3),
        ('<w:result w:val="9"/>', None),
    ):
        list_ = f"<w:ddList>{chosen}{ENTRIES}</w:ddList>"
        for result in (None, ""):
            assert file(paragraph(old_field(list_, "FORMDROPDOWN", result))).report[ISSUED] == (
                3 if "default" in chosen and "result" in chosen else value
            )
    told_twice = old_field(f"<w:ddList>{ENTRIES}</w:ddList>", "FORMDROPDOWN", run("9"))
    assert doubted(file(paragraph(told_twice))) == [("cell.hidden", "9")]
    box = old_field("<w:checkBox/>", "FORMCHECKBOX")
    assert doubted(file(paragraph(box))) == [("cell.picture", "［图］")]


@pytest.mark.parametrize(
    "code",
    ["EQ \\o(2,8)", "eq \\f(1,2)", "SYMBOL 50", "MACROBUTTON a 28", "AUTONUM", "ADVANCE \\u6",
     "DISPLAYBARCODE 28 QR", "PAGE", "DATE"],
)  # fmt: skip
def test_what_word_draws_from_a_code_is_a_doubt(code: str) -> None:
    assert doubted(file(paragraph(field(code, None)))) == [("cell.picture", "［图］")]
    assert doubted(file(paragraph(run("28") + field(code, None))))


@pytest.mark.parametrize("code", ["MERGEFIELD e", "ADDIN d", "IF 1 = 1 28 3", "HYPERLINK f"])
def test_other_fields_show_their_result_and_nothing_else(code: str) -> None:
    assert seen(file(paragraph(field(code, run("28")))), 28)
    assert seen(file(paragraph(field(code, None))), None)


@pytest.mark.parametrize("code", ["XE a", "TC b", "SET c 28", "ASK d", "private"])
def test_fields_that_show_nothing_show_no_result(code: str) -> None:
    assert seen(file(paragraph(field(code, None) + run("28"))), 28)
    assert doubted(file(paragraph(field(code, run("3")) + run("28")))) == [("cell.hidden", "328")]


def test_hidden_text_in_a_field_or_control_is_a_doubt_since_some_programs_show_it() -> None:
    hidden = run("3", "<w:vanish/>")
    for inner in (field("MERGEFIELD a", hidden), control("<w:text/>", hidden)):
        assert doubted(file(paragraph(inner + run("28")))) == [("cell.hidden", "328")]


def test_a_result_that_word_computes_anew_is_a_doubt() -> None:
    assert doubted(file(paragraph(field("PAGE", run("28"))))) == [("cell.hidden", "28")]
    dirty = field("=1+1", run("28")).replace('"begin"', '"begin" w:dirty="1"', 1)
    assert doubted(file(paragraph(dirty))) == [("cell.hidden", "28")]
    simple = f'<w:fldSimple w:instr="=1+1" w:dirty="true">{run("28")}</w:fldSimple>'
    assert doubted(file(paragraph(simple))) == [("cell.hidden", "28")]
    updated = "<w:updateFields/>"
    assert doubted(file(paragraph(field("=1+1", run("28"))), settings=updated))
    assert seen(file(paragraph(field("=1+1", run("28")))), 28)
    assert seen(file(paragraph(field("MERGEFIELD a", run("28"))), settings=updated), 28)


# --- content controls ---------------------------------------------------------------------------


def control(properties: str, content: str) -> str:
    return f"<w:sdt><w:sdtPr>{properties}</w:sdtPr><w:sdtContent>{content}</w:sdtContent></w:sdt>"


def test_a_placeholder_that_is_shown_is_no_value_and_a_value_is_one() -> None:
    shown = "<w:showingPlcHdr/>"
    for place in (
        lambda properties: paragraph(control(properties, run("28"))),
        lambda properties: control(properties, paragraph(run("28"))),
        lambda properties: paragraph(control("", control(properties, run("28")))),
    ):
        assert doubted(file(place(shown))) == [("cell.hidden", "28")]
        assert seen(file(place('<w:showingPlcHdr w:val="0"/>')), 28)
        assert seen(file(place("<w:text/>")), 28)
        assert seen(file(place(f"<w:dropDownList>{ENTRIES}</w:dropDownList>")), 28)
    assert seen(file(paragraph(control(shown, run("")))), None)
    prompt = file(paragraph(control(shown, run("单击此处输入文字。"))))
    assert doubted(prompt) == [("cell.unreadable", "单击此处输入文字。")]


def test_rows_and_cells_within_a_placeholder_are_doubts() -> None:
    cell = control("<w:showingPlcHdr/>", tc(paragraph(run("28"))))
    row = cells("规章") + cell + cells("2", "3")
    body = paragraph(run("二、主动公开政府信息情况")) + table(cells(*HEAD), row)
    assert doubted(read(package(body))) == [("cell.hidden", "28")]


BINDING = '<w:dataBinding w:prefixMappings="xmlns:n=\'urn:n\'" w:storeItemID="{A}" w:xpath="%s"/>'


def bound(data: str, path: str, shown: str, more: str = "") -> Reading:
    properties = more + BINDING % path
    row = cells("规章") + tc(paragraph(control(properties, run(shown)))) + cells("2", "3")
    return read(
        package(
            paragraph(run("二、主动公开政府信息情况")) + table(cells(*HEAD), row),
            related=[("rId1", "customXml", "../customXml/item1.xml")],
            parts=[
                ("customXml/item1.xml", data),
                (
                    "customXml/_rels/item1.xml.rels",
                    relationships([("a", "x/customXmlProps", "props.xml")]),
                ),
                ("customXml/props.xml", '<d:datastoreItem xmlns:d="urn:d" d:itemID="{a}"/>'),
            ],
        )
    )


def test_a_control_bound_to_other_data_than_it_holds_is_a_doubt() -> None:
    data = '<n:a xmlns:n="urn:n" k="7"><n:b>1</n:b><n:b> 28 </n:b><c/></n:a>'
    path = "/n:a[1]/n:b[2]"
    assert seen(bound(data, path, "28"), 28)
    assert seen(bound(data, f"{path}/text()", "28"), 28)
    assert seen(bound(data, "/n:a/@k", "7"), 7)
    for other in (path, "/n:a/n:b", "/n:a/@k", "//n:b", "/n:a/*[1]", "/n:a/n:b[last()]"):
        shown = "3" if other == path else "28"
        assert doubted(bound(data, other, shown)) == [("cell.hidden", shown)], other
    for missing in ("/n:a/c", "/n:a/n:d", "/a/b", "/n:a[2]/n:b", "/n:a/n:b[0]"):
        assert seen(bound(data, missing, "28"), 28), missing
    list_ = '<w:comboBox><w:listItem w:displayText="28" w:value="7"/></w:comboBox>'
    assert seen(bound(data, "/n:a/@k", "28", list_), 28)
    assert doubted(bound(data, "/n:a/@k", "29", list_))


# --- pictures, objects, boxes -------------------------------------------------------------------

PICTURES = {
    "drawing": "<w:drawing><wp:inline/></w:drawing>",
    "picture": "<w:pict><v:shape><v:imagedata/></v:shape></w:pict>",
    "word art": '<w:pict><v:shape><v:textpath string="28"/></v:shape></w:pict>',
    "object": "<w:object><v:shape/></w:object>",
    "ink": '<w:contentPart r:id="rId9"/>',
    "page number": "<w:pgNum/>",
    "alternative": '<mc:AlternateContent><mc:Choice Requires="wps"><w:drawing/></mc:Choice>'
    "<mc:Fallback/></mc:AlternateContent>",
    "picture in a box": "<w:pict><v:shape><v:imagedata/><v:textbox><w:txbxContent><w:p/>"
    "</w:txbxContent></v:textbox></v:shape></w:pict>",
}  # fmt: skip
NO_PICTURES = {
    "hidden": '<w:drawing><wp:inline><wp:docPr hidden="1"/></wp:inline></w:drawing>',
    "no size": '<w:drawing><wp:inline><wp:extent cx="0" cy="0"/></wp:inline></w:drawing>',
    "hidden of old": '<w:pict><v:shape style="visibility:hidden"><v:imagedata/></v:shape></w:pict>',
    "hidden run": "<w:rPr><w:vanish/></w:rPr><w:drawing/>",
    "empty box": text_box("<w:p/>", choice=True, fallback=True)[5:-6],
}  # fmt: skip


@pytest.mark.parametrize("name", PICTURES)
def test_a_picture_or_object_in_a_cell_is_a_doubt(name: str) -> None:
    for number in ("", "28"):
        reading = file(paragraph(f"<w:r>{PICTURES[name]}</w:r>" + run(number)))
        assert doubted(reading) == [("cell.picture", f"［图］{number}")]


@pytest.mark.parametrize("name", NO_PICTURES)
def test_a_picture_that_is_not_seen_is_none(name: str) -> None:
    assert seen(file(paragraph(f"<w:r>{NO_PICTURES[name]}</w:r>" + run("28"))), 28)


def test_a_number_in_a_box_that_floats_beside_the_table_is_left_out_and_told() -> None:
    box = "<w:r><w:drawing><wp:{0}><a:graphic><w:txbxContent>{1}</w:txbxContent></a:graphic></wp:{0}></w:drawing></w:r>"
    rows = (HEAD, ("规章", "5", "2", "3"))
    made = table(*("".join(tc(paragraph(run(text))) for text in row) for row in rows))
    heading = run("二、主动公开政府信息情况")
    for text, left_out in (("28", ["“28”"]), ("2023", []), ("注：28", [])):
        for before in (paragraph(box.format("anchor", paragraph(run(text)))), ""):
            beside = "" if before else box.format("anchor", paragraph(run(text)))
            reading = read(package(before + paragraph(heading + beside) + made))
            assert seen(reading, 5)
            assert told(reading) == left_out


def test_text_that_was_moved_away_is_left_out_and_told() -> None:
    reading = file(paragraph(f"<w:moveFrom>{run('28')}</w:moveFrom>{run('3')}"))
    assert seen(reading, 3)
    assert told(reading) == ["“28”"]


@pytest.mark.parametrize("size", [18, 32])
def test_text_lifted_by_more_than_its_size_is_a_doubt(size: int) -> None:
    for lift, sure in ((size // 2, True), (-size // 2, True), (size + 1, False), (-99, False)):
        shown = f'<w:position w:val="{lift}"/><w:sz w:val="{size}"/>'
        reading = file(paragraph(run("3", shown)))
        assert seen(reading, 3) is sure
        assert doubted(reading) == ([] if sure else [("cell.hidden", "3")])


def test_a_box_in_a_line_is_read_and_one_that_floats_is_a_doubt() -> None:
    box = "<w:r><w:drawing><wp:{0}><a:graphic><w:txbxContent>{1}</w:txbxContent></a:graphic></wp:{0}></w:drawing></w:r>"
    three = paragraph(run("3"))
    assert seen(file(paragraph(box.format("inline", three))), 3)
    assert doubted(file(paragraph(box.format("anchor", three)))) == [("cell.hidden", "3")]
    old = '<w:r><w:pict><v:shape style="position:absolute"><v:textbox><w:txbxContent>{0}</w:txbxContent></v:textbox></v:shape></w:pict></w:r>'
    assert doubted(file(paragraph(old.format(three)))) == [("cell.hidden", "3")]
    assert two(file(paragraph(box.format("inline", three)) + paragraph(run("28"))))
    white = paragraph(run("3", '<w:color w:val="FFFFFF"/>'))
    assert doubted(file(paragraph(box.format("inline", white)))) == [("cell.hidden", "3")]
    hidden = f"<w:r><w:rPr><w:vanish/></w:rPr>{box.format('inline', three)[5:]}"
    reading = file(paragraph(hidden + run("28")))
    assert seen(reading, 28)
    assert told(reading) == ["“3”"]


# --- what else stands in a run ------------------------------------------------------------------


def test_text_that_runs_from_right_to_left_is_a_doubt() -> None:
    for name in ("bdo", "dir"):
        for way, code in (("rtl", "cell.hidden"), ("ltr", None)):
            reading = file(paragraph(f'<w:{name} w:val="{way}">{run("28")}</w:{name}>'))
            assert doubted(reading) == ([(code, "28")] if code else [])


def test_symbols_ruby_and_equations_are_never_another_number() -> None:
    assert seen(file(paragraph('<w:r><w:sym w:font="Symbol" w:char="F032"/></w:r>')), 2)
    for code in ("F08D", "0038"):
        symbol = f'<w:r><w:sym w:font="Wingdings" w:char="{code}"/></w:r>'
        assert doubted(file(paragraph(symbol)))
    assert doubted(file(paragraph(run("8", '<w:rFonts w:ascii="Code 128"/>'))))
    ruby = (
        f"<w:r><w:ruby><w:rt>{run('%s')}</w:rt><w:rubyBase>{run('28')}</w:rubyBase></w:ruby></w:r>"
    )
    assert seen(file(paragraph(ruby % "guī")), 28)
    assert doubted(file(paragraph(ruby % "3"))) == [("cell.unreadable", "^3^28")]
    math = '<m:oMath xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math">%s</m:oMath>'
    digits = "<m:r>%s<m:t>28</m:t></m:r>"
    assert seen(file(paragraph(math % (digits % ""))), 28)
    assert seen(file(paragraph(math % (digits % "<w:rPr><w:vanish/></w:rPr>"))), None)
    assert doubted(file(paragraph(math % f"<m:rad><m:e>{digits % ''}</m:e></m:rad>")))
    assert doubted(file(paragraph(math % f"<m:phant><m:e>{digits % ''}</m:e></m:phant>")))


def test_a_mark_of_a_note_is_raised_whatever_its_style() -> None:
    mark = '<w:r><w:footnoteReference w:customMarkFollows="1" w:id="2"/><w:t>1</w:t></w:r>'
    assert doubted(file(paragraph(run("28") + mark))) == [("cell.unreadable", "28^1")]
    assert seen(file(paragraph(run("28") + '<w:r><w:footnoteReference w:id="2"/></w:r>')), 28)


def test_what_word_does_not_know_is_a_doubt_since_others_show_it() -> None:
    for unknown in ('<x:y xmlns:x="urn:x">%s</x:y>', '<x xmlns="http://x.org">%s</x>'):
        assert doubted(file(paragraph(unknown % run("3")))) == [("cell.hidden", "3")]
        assert doubted(file(unknown % paragraph(run("3")))) == [("cell.hidden", "3")]


@pytest.mark.parametrize("name", ["conflictDel", "conflictIns"])
def test_what_two_people_changed_at_once_is_a_doubt(name: str) -> None:
    change = f"<w14:{name} {W14} w:id='1'>{run('3')}</w14:{name}>"
    assert [code for code, _ in doubted(file(paragraph(change + run("28"))))] == ["cell.hidden"]


def test_what_a_tracked_change_takes_away_is_told() -> None:
    gone = '<w:del w:id="1"><w:r><w:delText>3</w:delText></w:r></w:del>'
    reading = file(paragraph(gone + f'<w:ins w:id="2">{run("28")}</w:ins>'))
    assert seen(reading, 28)
    assert told(reading) == ["“3”"]


def test_what_stands_in_a_cell_that_continues_another_is_not_seen_and_told() -> None:
    start, on = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"
    rows = [
        cells("规章") + tc(paragraph(run("28")), start) + cells("2", "3"),
        cells("行政规范性文件") + tc(paragraph(run("9")), on) + cells("4", "5"),
    ]
    body = paragraph(run("二、主动公开政府信息情况")) + table(cells(*HEAD), *rows)
    assert told(read(package(body))) == ["“9”"]
    across = (
        tc(paragraph(run("28")), '<w:hMerge w:val="restart"/>')
        + tc(paragraph(run("%s")), "<w:hMerge/>")
    )  # fmt: skip
    for beside, doubt in (("3", True), ("", False)):
        row = cells("规章") + across % beside + cells("2", "3")
        reading = read(
            package(paragraph(run("二、主动公开政府信息情况")) + table(cells(*HEAD), row))
        )
        printed = {found.printed for found in reading.doubts}
        assert bool(printed) == doubt


def test_the_text_around_the_tables_has_no_marks_that_only_a_program_reads() -> None:
    faint = run("28", '<w:color w:val="EEEEEE"/>')
    body = (
        paragraph(run("一、总体情况"))
        + paragraph(run("共") + faint + run("件。") + "<w:r><w:pict/></w:r>")
        + paragraph(run("二、主动公开政府信息情况"))
        + table(cells(*HEAD), cells("规章", "1", "2", "3"))
    )
    assert read(package(body)).report.narrative.overview == "共28件。"


def test_the_place_of_a_cell_is_the_paragraph_of_it_that_is_seen() -> None:
    hidden = paragraph(run("3", "<w:vanish/>"))
    for content, text in ((hidden + paragraph(run("28")), "28"), (hidden, "3")):
        places = word_places(package(table(tc(content) + cells("2"))), Limits())
        element = places.element(Place(table=1, row=1, cell=1))
        assert element is not None
        assert "".join(map(str, element.itertext())) == text


LOOKS = {
    "": "",
    "hidden": '<w:rStyle w:val="Hidden"/>',
    "hidden too": '<w:color w:val="FFFFFF"/>',
    "struck": '<w:rStyle w:val="Struck"/>',
    "raised": '<w:vertAlign w:val="superscript"/>',
    "unsure": '<w:sz w:val="2"/>',
    "decorated": '<w:color w:val="FF0000"/><w:sz w:val="24"/>',
}
looks = st.sampled_from(sorted(LOOKS))


@tries(30)
@given(st.lists(st.tuples(st.sampled_from("1234"), looks), max_size=6))
def test_a_number_is_certain_only_if_all_of_it_is_seen_as_it_stands(
    drawn: list[tuple[str, str]],
) -> None:
    styles = style("Hidden", "<w:vanish/>") + style("Struck", "<w:strike/>")
    reading = file(paragraph("".join(run(text, LOOKS[look]) for text, look in drawn)), styles)
    shown = [(text, look) for text, look in drawn if "hidden" not in look]
    if all(look in {"", "decorated"} for _, look in shown):
        digits = "".join(text for text, _ in shown)
        assert seen(reading, int(digits) if digits else None)
    else:
        assert [code for code, _ in doubted(reading)] == [reading.doubts[0].code]
        assert reading.cells[ISSUED].certainty is Certainty.DOUBTFUL
    hidden = "".join(text if "hidden" in look else "" for text, look in drawn)
    assert told(reading) == ([f"“{hidden}”"] if hidden else [])
