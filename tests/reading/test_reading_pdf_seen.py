"""What a person does not see on a PDF page is not read; what a person sees is read, or doubted."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.support.effort import tries_as_drawn

pytest.importorskip("pypdfium2", reason="pypdfium2 is not installed (extra read)")

from tests.support.handwritten_pdf import entry, one_page, stream, whole

from gxstats.reading import Limits
from gxstats.reading.grid import OBJECT, STRUCK, UNSURE, Document, Shape
from gxstats.reading.pdf.document import read_pdf

LINES = b"".join(
    [b"1 w 100 %d m 400 %d l S " % (y, y) for y in (600, 630, 660, 690)]
    + [b"%d 600 m %d 690 l S " % (x, x) for x in (100, 200, 300, 400)]
)
"""Three rows and three columns; what is tried stands in the middle: x 200 to 300, y 630 to 660."""
PROSE = b"BT /F1 10 Tf 100 750 Td (%s) Tj ET " % (b"Published by the office. " * 3)
LABELS = PROSE + b"".join(
    b"BT /F1 10 Tf %d %d Td (%s) Tj ET " % (x, y, text)
    for x, y, text in (
        (110, 670, b"total"), (210, 670, b"issued"), (310, 670, b"kept"),
        (110, 640, b"rules"), (310, 640, b"55"), (110, 610, b"fees"),
        (210, 610, b"61"), (310, 610, b"62"),
    )
)  # fmt: skip
EIGHT = b"BT /F1 10 Tf 240 640 Td (8) Tj ET "
PICTURE = b"/Type/XObject/Subtype/Image/Width 1/Height 1/BitsPerComponent 8/ColorSpace/DeviceGray"


def page(content: bytes, resources: bytes = b"", more: list[bytes] | None = None) -> bytes:
    return one_page(LINES + LABELS + content, resources=resources, more=more)


def shown(content: bytes, resources: bytes = b"", more: list[bytes] | None = None) -> str:
    return text_in_the_middle(read_pdf(page(content, resources, more), Limits()))


def text_in_the_middle(document: Document) -> str:
    (grid,) = [grid for grid in document.grids if grid.shape is Shape.TABLE]
    assert [cell.text for cell in grid.rows[2]] == ["fees", "61", "62"]
    assert grid.rows[1][0].text == "rules"
    return grid.rows[1][1].text


def hidden(content: bytes, resources: bytes = b"", more: list[bytes] | None = None) -> list[str]:
    document = read_pdf(page(content, resources, more), Limits())
    for one in document.hidden:
        assert one.grid is not None
        assert document.grids[one.grid].shape is Shape.TABLE
        assert one.place.page == 1
    return [one.text for one in document.hidden]


STATES = b"/ExtGState<</G0<</ca 0/CA 0>>/G5<</ca 0.5>>>>"
PICTURES = b"/XObject<</I 8 0 R>>"
OPAQUE = [stream(8, b"\x00", PICTURE)]
CLEAR = [stream(8, b"\x00", PICTURE + b"/SMask 9 0 R"), stream(9, b"\x00", PICTURE)]
PLACED = b"q 40 0 0 20 230 635 cm /I Do Q "


def rounded(right: int, corner: int) -> bytes:
    """What cuts off all but a rectangle with round corners."""
    left, low, top, inner = 201, 631, 659, right - corner
    return b"q %d %d m %d %d l %d %d %d %d %d %d c %d %d l %d %d %d %d %d %d c %d %d l h W n " % (
        left, low, inner, low, right, low, right, low, right, low + corner,
        right, top - corner, right, top, right, top, inner, top, left, top,
    )  # fmt: skip


def test_plain_text_is_read() -> None:
    assert shown(EIGHT) == "8"
    assert hidden(EIGHT) == []


# --- what nobody sees -------------------------------------------------------------------------


@pytest.mark.parametrize(
    "content",
    [
        b"BT 3 Tr /F1 10 Tf 240 640 Td (8) Tj ET 0 Tr",
        b"q BT 7 Tr /F1 10 Tf 240 640 Td (8) Tj ET Q",
        b"q 1 g " + EIGHT + b"Q",
        b"q 1 1 1 rg " + EIGHT + b"Q",
        b"q 0 0 0 0 k " + EIGHT + b"Q",
        b"q /G0 gs " + EIGHT + b"Q",
        b"q /G0 gs BT 1 Tr /F1 10 Tf 240 640 Td (8) Tj ET Q",
        b"q 1 G 1 g BT 2 Tr /F1 10 Tf 240 640 Td (8) Tj ET Q",
        b"q .7 g 201 631 98 28 re f .71 g " + EIGHT + b"Q",
        EIGHT + b"q 1 g 201 631 98 28 re f Q",
        EIGHT + b"q 1 g 230 635 m 270 635 l 270 655 l 230 655 l h f Q",
        EIGHT + b"q 0 g 230 635 40 20 re f Q",
        EIGHT + b"q 1 G 20 w 201 645 m 299 645 l S Q",
        b"q 10 10 50 50 re W n " + EIGHT + b"Q",
        b"q 201 631 m 210 631 l 201 640 l h W n " + EIGHT + b"Q",
        b"BT /F1 .3 Tf 240 640 Td (8) Tj ET",
        b"q .01 0 0 .01 240 640 cm BT /F1 10 Tf (8) Tj ET Q",
    ],
)  # fmt: skip
def test_what_is_hidden_is_left_out_and_told(content: bytes) -> None:
    assert shown(content, STATES) == ""
    assert hidden(content, STATES) == ["8"]


def dots(x0: float, y0: float, x1: float, y1: float, count: int) -> bytes:
    """A line of which every dot is a stroke of its own, as long as the gap after it."""
    across, down = (x1 - x0) / count, (y1 - y0) / count
    return b"".join(
        b"%.3f %.3f m %.3f %.3f l S "
        % (x0 + n * across, y0 + n * down, x0 + (n + 0.5) * across, y0 + (n + 0.5) * down)
        for n in range(count)
    )


DOTTED = b"".join(
    [dots(100, y, 400, y, 100) for y in (600, 630, 660, 690)]
    + [dots(x, 600, x, 690, 30) for x in (100, 200, 300, 400)]
)


@pytest.mark.parametrize("width", [b"0 w ", b".2 w ", b".65 w ", b"1 w ", b"2.5 w "])
@pytest.mark.parametrize(
    "start", [b"", b"0 0 1 RG ", b".5 0 0 .5 300 300 cm 2 0 0 2 -600 -600 cm "]
)
def test_dotted_lines_are_lines(width: bytes, start: bytes) -> None:
    data = one_page(b"q " + width + start + DOTTED + b"Q " + LABELS + EIGHT)
    assert text_in_the_middle(read_pdf(data, Limits())) == "8"


@pytest.mark.parametrize("start", [b"1 G ", b"/G0 gs ", b"1 1 1 RG .65 w "])
def test_dots_that_nobody_sees_are_no_lines(start: bytes) -> None:
    bare = LABELS + EIGHT
    unseen = one_page(b"q " + start + DOTTED + b"Q " + bare, resources=STATES)
    assert read_pdf(unseen, Limits()) == read_pdf(one_page(bare, resources=STATES), Limits())


@pytest.mark.parametrize("width", [b".2 w ", b".65 w ", b"1 w "])
def test_a_number_struck_out_by_slanting_dots_is_marked(width: bytes) -> None:
    strike = b"q " + width + dots(236, 638, 251, 647.5, 5) + b"Q "
    assert shown(EIGHT + strike) == f"{STRUCK}8{STRUCK}"


def test_a_hidden_digit_does_not_run_into_a_number() -> None:
    assert shown(EIGHT + b"q 1 g BT /F1 10 Tf 245.56 640 Td (1) Tj ET Q") == "8"


def test_text_beyond_the_crop_box_is_left_out_and_told() -> None:
    data = page(EIGHT + b"BT /F1 10 Tf 500 640 Td (777) Tj ET")
    cropped = data.replace(
        b"/MediaBox[0 0 595 842]", b"/CropBox[90 90 490 800]/MediaBox[0 0 595 842]"
    )
    document = read_pdf(cropped, Limits())
    assert text_in_the_middle(document) == "8"
    assert [one.text for one in document.hidden] == ["777"]


def test_a_number_of_which_digits_are_cut_off_is_doubted() -> None:
    number = b"BT /F1 10 Tf 240 640 Td (123) Tj ET "
    assert shown(b"q 200 630 51.2 30 re W n " + number + b"Q") == f"{UNSURE}12"
    assert shown(number + b"q 1 g 251.1 631 40 28 re f Q") == f"{UNSURE}12"


def test_a_blank_beside_a_number_beyond_the_page_is_no_blank() -> None:
    assert shown(b"BT /F1 10 Tf 600 640 Td (8) Tj ET") == "\ufffd"


def test_what_a_form_hides_is_hidden_within() -> None:
    form = stream(
        7, EIGHT, b"/Type/XObject/Subtype/Form/BBox[0 0 595 842]/Resources<</Font<</F1 5 0 R>>>>"
    )
    resources = STATES + b"/XObject<</X 7 0 R>>"
    assert shown(b"q /X Do Q", resources, [form]) == "8"
    for content in (b"q /G0 gs /X Do Q", b"q 0 0 9 9 re W n /X Do Q"):
        assert shown(content, resources, [form]) == ""
        assert hidden(content, resources, [form]) == ["8"]


def test_what_is_printed_twice_is_hidden_only_if_both_prints_are() -> None:
    assert shown(b"q 1 g " + EIGHT + b"Q " + EIGHT) == "8"
    assert hidden(b"q 1 g " + EIGHT + b"Q " + EIGHT) == []


# --- what is seen, however it is set ----------------------------------------------------------


@pytest.mark.parametrize(
    "content",
    [
        b"q 1 0 0 rg " + EIGHT + b"Q",
        b"q .5 g " + EIGHT + b"Q",
        b"q 1 g 201 631 98 28 re f 0 g " + EIGHT + b"Q",
        b"q .9 g 201 631 98 28 re f 0 g " + EIGHT + b"Q",
        b"q 0 g 201 631 98 28 re f 1 g " + EIGHT + b"Q",
        b"q /G5 gs " + EIGHT + b"Q",
        EIGHT + b"q 1 g 0 0 90 90 re f Q",
        EIGHT + b"q 1 g 201 631 98 28 re 230 635 40 20 re f* Q",
        EIGHT + b"q 10 10 9 9 re W n 1 g 0 0 600 850 re f Q",
        EIGHT + b"q /G0 gs 1 g 201 631 98 28 re f Q",
        b"q 201 631 98 28 re W n " + EIGHT + b"Q",
        rounded(299, 3) + EIGHT + b"Q",
        b"q 1 g BT 2 Tr /F1 10 Tf 240 640 Td (8) Tj ET Q",
        EIGHT + b"q 0 w 238 638 m 250 638 l S Q",
    ],
)  # fmt: skip
def test_decoration_stays_certain(content: bytes) -> None:
    assert shown(content, STATES) == "8"
    assert hidden(content, STATES) == []


# --- what cannot be told ----------------------------------------------------------------------


@pytest.mark.parametrize(
    "content",
    [
        b"q .9 g " + EIGHT + b"Q",
        b"BT /F1 1.5 Tf 240 640 Td (8) Tj ET",
        b"q 201 631 m 243 631 l 243 659 l 201 659 l h W n " + EIGHT + b"Q",
        rounded(243, 3) + EIGHT + b"Q",
        EIGHT + b"q 1 g 230 631 13 28 re f Q",
        b"q BT /F1 10 Tf -1 0 0 1 246 640 Tm (8) Tj ET Q",
        b"q BT /F1 10 Tf -1 0 0 -1 246 647 Tm (8) Tj ET Q",
        b"/Span<</ActualText()>>BDC " + EIGHT + b"EMC",
        b"/Span<</ActualText(8)>>BDC BT /F1 10 Tf 240 640 Td (3) Tj ET EMC",
    ],
)  # fmt: skip
def test_what_may_be_seen_otherwise_is_marked(content: bytes) -> None:
    assert shown(content) == f"{UNSURE}8"


@pytest.mark.parametrize(
    "content",
    [
        b"BT /F1 10 Tf .9 .4 -.4 .9 240 640 Tm (8) Tj ET",
        b"q 1 0 0 1 240 640 cm 0 0 m 1 6 5 6 5 0 c f Q",
        b"q 1 0 0 1 240 640 cm 0 0 m 3 6 l 5 0 l h f Q",
        PLACED,
        b"q 40 0 0 20 230 635 cm BI /W 1 /H 1 /BPC 8 /CS /G ID \x00 EI Q ",
    ],
)  # fmt: skip
def test_what_is_no_text_is_no_blank(content: bytes) -> None:
    assert shown(content, PICTURES, OPAQUE) == OBJECT


# --- what mixes with what lies below ------------------------------------------------------------

COVER = b"201 631 98 28 re f "
FORM = b"/Type/XObject/Subtype/Form/BBox[0 0 595 842]/Resources<</Font<</F1 5 0 R>>>>"
GROUP = b"/Group<</S/Transparency/CS/DeviceGray>>"
MASK = stream(40, b"0 g 0 0 595 842 re f", FORM + GROUP)
MASKED = b"/SMask<</Type/Mask/S/Luminosity/G 40 0 R>>"
MODES = [b"Screen", b"Difference", b"Exclusion", b"Lighten", b"Luminosity", b"ColorDodge"]


def mixed(content: bytes, state: bytes, form: bytes = b"") -> str:
    resources = b"/ExtGState<</B<<%s>>>>/XObject<</X 7 0 R>>" % state
    return shown(content, resources, [MASK, stream(7, form, FORM + GROUP)])


@pytest.mark.parametrize("state", [MASKED, *(b"/BM/" + mode for mode in MODES), b"/BM[/Screen]"])
def test_what_may_mix_with_its_ground_is_doubted(state: bytes) -> None:
    over = b"q 1 g /B gs " + COVER + b"Q"
    for content in (b"q /B gs " + EIGHT + b"Q", b"q /B gs 1 g " + EIGHT + b"Q", EIGHT + over):
        assert mixed(content, state) == f"{UNSURE}8"
    assert mixed(b"q /B gs /X Do Q", state, EIGHT) == f"{UNSURE}8"
    assert mixed(EIGHT + b"q /B gs /X Do Q", state, b"1 g " + COVER) == f"{UNSURE}8"


@pytest.mark.parametrize("mode", [b"Multiply", b"Darken"])
def test_dark_text_stays_dark_whatever_darkens_it(mode: bytes) -> None:
    state = b"/BM/" + mode
    assert mixed(b"q /B gs " + EIGHT + b"Q", state) == "8"
    assert mixed(b"q /B gs /X Do Q", state, EIGHT) == "8"
    assert mixed(b"q 0 g " + COVER + b"/B gs 1 g " + EIGHT + b"Q", state) == f"{UNSURE}8"
    assert mixed(EIGHT + b"q /B gs /X Do Q", state, b"1 g " + COVER) == f"{UNSURE}8"


def test_usual_states_and_groups_leave_a_number_certain() -> None:
    for state in (b"/BM/Normal", b"/BM /Compatible/ca 1", b"/SMask/None", b"/ca .9"):
        assert mixed(b"q /B gs " + EIGHT + b"Q", state) == "8"
        assert mixed(b"q /B gs /X Do Q", state, EIGHT) == "8"


PATTERNS = b"/Pattern<</P 60 0 R>>"
SHADES = [
    entry(60, b"<</Type/Pattern/PatternType 2/Shading 61 0 R>>"),
    entry(61, b"<</ShadingType 2/ColorSpace/DeviceGray/Coords[0 0 595 0]/Extend[true true]"
          b"/Function<</FunctionType 2/Domain[0 1]/C0[1]/C1[1]/N 1>>>>"),
]  # fmt: skip
TILES = [
    stream(60, b"1 g 0 0 9 9 re f", b"/Type/Pattern/PatternType 1/PaintType 1/TilingType 1"
           b"/BBox[0 0 9 9]/XStep 9/YStep 9/Resources<<>>")
]  # fmt: skip


@pytest.mark.parametrize("pattern", [SHADES, TILES], ids=["shading", "tiles"])
@pytest.mark.parametrize(
    "content",
    [
        b"q /Pattern cs /P scn " + EIGHT + b"Q",
        b"q /Pattern CS /P SCN 1 Tr " + EIGHT + b"Q",
        EIGHT + b"q /Pattern cs /P scn " + COVER + b"Q",
    ],
    ids=["text", "outline", "cover"],
)
def test_a_number_in_or_below_a_pattern_is_doubted(content: bytes, pattern: list[bytes]) -> None:
    assert shown(content, PATTERNS, pattern) == f"{UNSURE}8"


@pytest.mark.parametrize(
    "content",
    [
        b"BT /F1 10 Tf 0 Tz 240 640 Td (8) Tj ET 100 Tz",
        b"BT /F1 10 Tf 0 0 0 1 240 640 Tm (8) Tj ET",
        b"q 0.0001 0 0 1 240 0 cm BT /F1 10 Tf 0 640 Td (8) Tj ET Q",
        b"BT /F1 .001 Tf 240 640 Td (8) Tj ET",
    ],
)
def test_text_scaled_to_nothing_is_left_out_and_told_though_not_what_it_says(content) -> None:
    assert shown(content) == ""
    assert hidden(content) == ["…"]
    assert hidden(EIGHT + EIGHT + b"BT /F1 10 Tf 240 640 Td () Tj ET") == []


UNCOLORED = [
    stream(60, b"", b"/Type/Pattern/PatternType 1/PaintType 2/TilingType 1/BBox[0 0 9 9]"
           b"/XStep 9/YStep 9/Resources<<>>"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("space", "tint", "other"),
    [
        (b"DeviceRGB", b"0 0 0", b"0 0 1 rg"),
        (b"DeviceRGB", b"1 .5 0", b"0 g"),
        (b"DeviceGray", b"0", b"0 0 1 rg"),
        (b"DeviceCMYK", b"0 0 0 1", b""),
    ],
)
def test_a_number_in_a_pattern_without_colours_of_its_own_is_doubted(space, tint, other) -> None:
    """PDFium gives the colour that it is drawn in, and not whether anything is drawn."""
    resources = PATTERNS + b"/ColorSpace<</U[/Pattern/" + space + b"]>>"
    content = b"q /U cs " + tint + b" /P scn " + EIGHT + b"Q "
    assert text_of_eight(content, resources) == f"{UNSURE}8"
    beside = b"q /U cs " + tint + b" /P scn 1 1 2 2 re f Q q " + other + b" " + EIGHT + b"Q "
    if other:
        assert text_of_eight(beside, resources) == "8"


def text_of_eight(content: bytes, resources: bytes) -> str:
    document = read_pdf(page(content, resources, UNCOLORED), Limits())
    (grid,) = [grid for grid in document.grids if grid.shape is Shape.TABLE]
    return grid.rows[1][1].text


@pytest.mark.parametrize("pattern", [SHADES, TILES], ids=["shading", "tiles"])
def test_a_number_on_a_pattern_and_beside_one_stays_certain(pattern: list[bytes]) -> None:
    ground = b"q /Pattern cs /P scn " + COVER + b"Q q 1 g 231 633 20 20 re f Q "
    assert shown(ground + EIGHT, PATTERNS, pattern) == "8"


def drawn_by_the_file(glyph: bytes, color: bytes) -> str:
    """What is read of a glyph that the file draws itself, and calls an eight."""
    font = entry(
        50,
        b"<</Type/Font/Subtype/Type3/FontBBox[0 0 1000 1000]/FontMatrix[.001 0 0 .001 0 0]"
        b"/CharProcs<</a 51 0 R>>/Encoding<</Type/Encoding/Differences[56/a]>>/FirstChar 56"
        b"/LastChar 56/Widths[556]/Resources<<>>/ToUnicode 52 0 R>>",
    )
    means = (
        b"1 begincodespacerange <00> <ff> endcodespacerange 1 beginbfchar <38> <0038> endbfchar"
    )
    data = page(
        b"q " + color + EIGHT.replace(b"/F1", b"/F3") + b"Q",
        more=[font, stream(51, glyph), stream(52, means)],
    )
    document = read_pdf(data.replace(b"<</F1 5 0 R>>", b"<</F1 5 0 R/F3 50 0 R>>"), Limits())
    return text_in_the_middle(document)


def test_a_glyph_with_colours_of_its_own_is_doubted() -> None:
    box = b"0 0 500 700 re f"
    for color in (b"0 g ", b"1 g "):
        assert drawn_by_the_file(b"556 0 d0 1 g " + box, color) == f"{UNSURE}8"
        assert drawn_by_the_file(b"556 0 d0 " + box, color) == f"{UNSURE}8"
    assert drawn_by_the_file(b"556 0 0 0 500 700 d1 " + box, b"0 g ") == "8"
    assert drawn_by_the_file(b"556 0 0 0 500 700 d1 " + box, b"1 g ") == ""


@pytest.mark.parametrize(
    "matrix", [b"0 0 0 0 240 640", b"1 0 0 0 240 640", b"0 0 0 1 240 640", b".01 0 0 1 240 640"]
)
def test_text_scaled_to_nothing_is_not_read(matrix: bytes) -> None:
    assert shown(b"BT /F1 10 Tf %s Tm (8) Tj ET" % matrix) == ""


@pytest.mark.parametrize(
    "entries", [b"/Rotate 90", b"/Rotate 180", b"/Rotate 270", b"/UserUnit 72"]
)
def test_a_page_that_is_turned_or_scaled_reads_the_same(entries: bytes) -> None:
    data = page(EIGHT).replace(b"/MediaBox", entries + b"/MediaBox")
    assert text_in_the_middle(read_pdf(data, Limits())) == "8"
    data = page(EIGHT + b"q 1 g " + COVER + b"Q").replace(b"/MediaBox", entries + b"/MediaBox")
    document = read_pdf(data, Limits())
    assert text_in_the_middle(document) == ""
    assert [one.text for one in document.hidden] == ["8"]


@pytest.mark.parametrize("shift", [(0, 0), (0.3, 0), (0.2, -0.2), (1, -1)])
def test_a_number_drawn_twice_is_one(shift: tuple[float, float]) -> None:
    again = b"BT /F1 10 Tf %.1f %.1f Td (28) Tj ET " % (240 + shift[0], 640 + shift[1])
    number = b"BT /F1 10 Tf 240 640 Td (28) Tj ET "
    assert shown(number + again) == "28"
    assert shown(b"q .7 g " + again + b"Q " + number) == "28"


@pytest.mark.parametrize("shift", [1.5, 2, 2.5, 3])
def test_digits_on_one_another_are_no_number(shift: float) -> None:
    again = b"q .7 g BT /F1 10 Tf %.1f %.1f Td (28) Tj ET Q " % (240 + shift, 640 - shift / 2)
    text = shown(again + b"BT /F1 10 Tf 240 640 Td (28) Tj ET ")
    assert text == "28" or any(mark in text for mark in "\ufffd_^" + UNSURE)


# --- pictures ---------------------------------------------------------------------------------


def test_a_picture_over_a_number_leaves_it_open_and_an_opaque_one_hides_it() -> None:
    assert shown(EIGHT + PLACED, PICTURES, OPAQUE) == OBJECT
    assert hidden(EIGHT + PLACED, PICTURES, OPAQUE) == ["8"]
    assert shown(EIGHT + PLACED, PICTURES, CLEAR) == f"{UNSURE}8{OBJECT}"


@pytest.mark.parametrize(
    "place",
    [b"595 0 0 842 0 0", b"290 0 0 80 105 605", b"595 0 0 500 0 300", b"9 0 0 9 20 20"],
)
def test_a_picture_under_or_beside_the_table_is_no_picture_in_a_cell(place: bytes) -> None:
    content = b"q %s cm /I Do Q " % place
    data = one_page(content + LINES + LABELS, resources=PICTURES, more=OPAQUE)
    assert text_in_the_middle(read_pdf(data, Limits())) == ""


def test_a_watermark_over_the_page_leaves_its_numbers_certain() -> None:
    assert shown(EIGHT + b"q 595 0 0 842 0 0 cm /I Do Q ", PICTURES, CLEAR) == "8"


def test_strips_of_a_ground_are_no_pictures_in_cells() -> None:
    strips = b"".join(b"q 595 0 0 90 0 %d cm /I Do Q " % y for y in range(0, 842, 90))
    data = one_page(strips + LINES + LABELS, resources=PICTURES, more=CLEAR)
    assert text_in_the_middle(read_pdf(data, Limits())) == ""


def test_a_seal_over_some_cells_leaves_their_numbers_and_doubts_their_blanks() -> None:
    document = read_pdf(
        one_page(
            b"q 120 0 0 45 220 610 cm /I Do Q " + LINES + LABELS, resources=PICTURES, more=CLEAR
        ),
        Limits(),
    )
    assert text_in_the_middle(document) == OBJECT


def test_a_picture_in_a_column_without_lines_is_no_blank() -> None:
    rows = [
        (670, [b"", b"issued", b"kept"]), (650, [b"rules", b"5", b"55"]),
        (630, [b"fees", b"", b"61"]), (610, [b"acts", b"7", b"62"]),
    ]  # fmt: skip
    text = b"".join(
        b"BT /F1 10 Tf %d %d Td (%s) Tj ET " % (110 + 100 * column, y, cell)
        for y, row in rows
        for column, cell in enumerate(row)
        if cell
    )
    content = PROSE + text + b"q 10 0 0 9 211 629 cm /I Do Q "
    document = read_pdf(one_page(content, resources=PICTURES, more=OPAQUE), Limits())
    assert ["fees", OBJECT, "61"] in [
        [cell.text for cell in row] for grid in document.grids for row in grid.rows
    ]


# --- struck, raised, lowered ------------------------------------------------------------------


@pytest.mark.parametrize(
    "line",
    [
        b"238 643.5 m 248 643.5 l S ",
        b"238 643.2 10 .6 re f ",
        b"238 638 m 248 649 l S ",
        b"238 649 m 248 638 l S ",
        b"[1 1] 0 d 238 643.5 m 248 643.5 l S [] 0 d ",
    ],
)
def test_a_number_struck_out_is_marked(line: bytes) -> None:
    assert shown(EIGHT + line) == f"{STRUCK}8{STRUCK}"
    assert shown(line + EIGHT) == f"{STRUCK}8{STRUCK}"


@pytest.mark.parametrize("line", [b"238 638.5 m 248 638.5 l S ", b"230 637 50 .5 re f "])
def test_an_underline_is_no_strike(line: bytes) -> None:
    assert shown(EIGHT + line) == "8"


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (b"BT /F1 10 Tf 240 640 Td (12) Tj /F1 6 Tf 4 Ts (3) Tj ET", "12^3"),
        (b"BT /F1 10 Tf 240 640 Td (12) Tj 3 Ts (3) Tj ET", "12^3"),
        (b"BT /F1 10 Tf 240 640 Td (12) Tj /F1 6 Tf -2 Ts (3) Tj ET", "12\n3"),
        (b"BT /F1 10 Tf 240 640 Td (12) Tj -3 Ts (3) Tj ET", "12_3"),
        (b"BT /F1 10 Tf 240 640 Td (12) Tj /F1 6 Tf (3) Tj ET", f"12{UNSURE}3"),
        (b"BT /F1 10 Tf 240 640 Td (12) Tj /F1 9.5 Tf (3) Tj ET", "123"),
        (b"BT /F1 10 Tf 240 640 Td (12) Tj .3 Ts (3) Tj ET", "123"),
    ],
)
def test_raised_and_lowered_digits_do_not_run_into_the_number(
    content: bytes, expected: str
) -> None:
    assert shown(content) == expected


# --- annotations ------------------------------------------------------------------------------

RECT = b"/Rect[230 635 270 655]"
TEXT = b"/Subtype/Widget/FT/Tx/T(a)/DA(/F1 10 Tf 0 g)"


def annotated(
    annotation: bytes, look: bytes | None = None, content: bytes = b"", catalog: bytes = b""
) -> Document:
    """The page with one annotation, and what the file draws for it."""
    drawn = b"" if look is None else b"/AP<</N 21 0 R>>"
    box = b"" if b"/Rect" in annotation else RECT
    return read_pdf(
        whole([
            entry(1, b"<</Type/Catalog/Pages 2 0 R/AcroForm<</Fields[20 0 R]/DA(/F1 10 Tf)"
                  b"/DR<</Font<</F1 5 0 R>>>>>>" + catalog + b">>"),
            entry(2, b"<</Type/Pages/Kids[3 0 R]/Count 1>>"),
            entry(3, b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R"
                  b"/Resources<</Font<</F1 5 0 R>>>>/Annots[20 0 R]>>"),
            stream(4, LINES + LABELS + content),
            entry(5, b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"),
            entry(20, b"<</Type/Annot" + box + drawn + annotation + b">>"),
            stream(21, look or b"", b"/Type/XObject/Subtype/Form/BBox[0 0 40 20]"
                   b"/Resources<</Font<</F1 5 0 R>>>>"),
        ]),
        Limits(),
    )  # fmt: skip


LOOK = b"/Tx BMC q BT /F1 10 Tf 0 g 2 5 Td (28) Tj ET Q EMC"
COMB = b"/Tx BMC q BT /F1 10 Tf 0 g 2 5 Td (2) Tj 18 0 Td (8) Tj ET Q EMC"


@pytest.mark.parametrize("look", [None, LOOK, COMB, b"1 1 .8 rg 0 0 40 20 re f " + LOOK])
@pytest.mark.parametrize("rest", [b"/V(28)", b"/V(28)/Ff 16777216/MaxLen 2", b"/V(28)/Ff 4096"])
def test_the_value_of_a_text_field_is_read(rest: bytes, look: bytes | None) -> None:
    assert text_in_the_middle(annotated(TEXT + b"/F 4" + rest, look)) == "28"


def test_the_choice_of_a_combo_box_is_read() -> None:
    choice = b"/Subtype/Widget/FT/Ch/T(a)/F 4/Ff 131072/Opt[[(x)(17)][(y)(28)]]/V(y)"
    assert text_in_the_middle(annotated(choice)) == "28"
    assert text_in_the_middle(annotated(choice, LOOK)) == "28"


def test_an_empty_field_is_a_blank() -> None:
    assert text_in_the_middle(annotated(TEXT + b"/F 4")) == ""
    assert text_in_the_middle(annotated(TEXT + b"/F 4", b"/Tx BMC EMC")) == ""


@pytest.mark.parametrize(
    ("annotation", "look", "expected"),
    [
        (TEXT + b"/F 4/V(29)", LOOK, f"{UNSURE}28"),
        (TEXT + b"/F 4", LOOK, f"{UNSURE}28"),
        (TEXT + b"/F 4/V(28)", b"/Tx BMC EMC", f"{UNSURE}28"),
        (TEXT + b"/V(28)", None, f"{UNSURE}28"),
        (TEXT + b"/F 36/V(28)", LOOK, f"{UNSURE}28"),
        (TEXT + b"/F 4/Ff 8192/V(28)", None, OBJECT),
        (b"/Subtype/Widget/FT/Btn/T(a)/F 4", None, OBJECT),
        (b"/Subtype/Widget/FT/Sig/T(a)/F 4", b"0 0 9 9 re f", OBJECT),
        (b"/Subtype/FreeText/F 4/Contents(28)", LOOK, f"{UNSURE}28"),
        (b"/Subtype/FreeText/F 4/Contents(28)", None, OBJECT),
        (b"/Subtype/Stamp/F 4", b"0 0 9 9 re f", OBJECT),
        (b"/Subtype/Ink/F 4/InkList[[230 635 270 655]]", b"0 0 m 40 20 l S", OBJECT),
        (b"/Subtype/Square/F 4/IC[1 1 1]", b"1 g 0 0 40 20 re f", OBJECT),
        (b"/Subtype/Link/F 4", LOOK, f"{UNSURE}28"),
        (b"/Subtype/Caret/F 4", LOOK, f"{UNSURE}28"),
        (b"/Subtype/Underline/F 4", LOOK, f"{UNSURE}28"),
        (b"/Subtype/Watermark/F 4", LOOK, f"{UNSURE}28"),
        (b"/Subtype/Redact/F 4", None, OBJECT),
    ],
)  # fmt: skip
def test_what_annotations_show_is_doubted(
    annotation: bytes, look: bytes | None, expected: str
) -> None:
    assert text_in_the_middle(annotated(annotation, look)) == expected


@pytest.mark.parametrize("flags", [b"/F 2", b"/F 6", b"/F 32"])
@pytest.mark.parametrize(
    "annotation", [TEXT + b"/V(28)", b"/Subtype/FreeText/Contents(28)"]
)  # fmt: skip
def test_hidden_annotations_are_left_out_and_told(annotation: bytes, flags: bytes) -> None:
    document = annotated(annotation + flags, LOOK)
    assert text_in_the_middle(document) == ""
    assert [one.text for one in document.hidden] == ["28"]


YELLOW = b"1 1 0 rg 0 0 40 20 re f"
OUTLINE = b"1 0 0 RG 0 0 40 20 re S"
UNDERLINE = b"1 0 0 RG 0 1 m 40 1 l S"


@pytest.mark.parametrize(
    ("annotation", "look"),
    [
        (b"/Subtype/Highlight/F 4/QuadPoints[230 655 270 655 230 635 270 635]", YELLOW),
        (b"/Subtype/Underline/F 4/QuadPoints[230 655 270 655 230 635 270 635]", UNDERLINE),
        (b"/Subtype/Text/F 4/Contents(28)", YELLOW),
        (b"/Subtype/Text/F 4/Open true/Contents(28)", None),
        (b"/Subtype/Link/F 4", None),
        (b"/Subtype/Link/F 4", OUTLINE),
        (b"/Subtype/Popup/F 4/Open true", YELLOW),
        (b"/Subtype/Square/F 4", OUTLINE),
        (b"/Subtype/Redact/F 4", OUTLINE),
    ],
)
def test_markings_leave_a_number_certain(annotation: bytes, look: bytes | None) -> None:
    assert text_in_the_middle(annotated(annotation, look, EIGHT)) == "8"


@pytest.mark.parametrize("kind", [b"Link", b"Square", b"FileAttachment", b"Redact", b"Underline"])
def test_what_an_annotation_covers_is_hidden(kind: bytes) -> None:
    document = annotated(b"/Subtype/%s/F 4" % kind, YELLOW, EIGHT)
    assert text_in_the_middle(document) == ""
    assert [one.text for one in document.hidden] == ["8"]


def test_a_field_over_a_number_is_doubted() -> None:
    assert text_in_the_middle(annotated(TEXT + b"/F 4/V(28)", LOOK, EIGHT)) == f"8{UNSURE}28"
    assert text_in_the_middle(annotated(TEXT + b"/F 4/V(28)", None, EIGHT)) == f"8{UNSURE}28"


def test_a_strike_out_annotation_strikes_out() -> None:
    strike = b"/Subtype/StrikeOut/F 4/QuadPoints[238 650 248 650 238 637 248 637]"
    assert text_in_the_middle(annotated(strike, content=EIGHT)) == f"{STRUCK}8{STRUCK}"


# --- layers -----------------------------------------------------------------------------------


def layered(content: bytes, config: bytes, layer: bytes = b"", more: bytes = b"") -> Document:
    """A page with two layers, /L (object 30) and /M (31), and /D made of both (32)."""
    return read_pdf(
        whole([
            entry(1, b"<</Type/Catalog/Pages 2 0 R/OCProperties<</OCGs[30 0 R 31 0 R]/D<<"
                  + config + b">>>>>>"),
            entry(2, b"<</Type/Pages/Kids[3 0 R]/Count 1>>"),
            entry(3, b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R"
                  b"/Resources<</Font<</F1 5 0 R>>/Properties<</L 30 0 R/M 31 0 R/D 32 0 R>>"
                  b"/XObject<</X 33 0 R>>>>/Annots[34 0 R]>>"),
            stream(4, LINES + LABELS + content),
            entry(5, b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"),
            entry(30, b"<</Type/OCG/Name(one)" + layer + b">>"),
            entry(31, b"<</Type/OCG/Name(one)>>"),
            entry(32, b"<</Type/OCMD/OCGs[30 0 R 31 0 R]" + more + b">>"),
            stream(33, EIGHT, b"/Type/XObject/Subtype/Form/BBox[0 0 595 842]/OC 30 0 R"
                   b"/Resources<</Font<</F1 5 0 R>>>>"),
            entry(34, b"<</Type/Annot/Subtype/Link/Rect[0 0 9 9]/OC 30 0 R>>"),
        ]),
        Limits(),
    )  # fmt: skip


@pytest.mark.parametrize(
    ("content", "config", "layer", "more"),
    [
        (b"/OC /L BDC %s EMC", b"/OFF[30 0 R]", b"", b""),
        (b"/OC /L BDC q /Span<</MCID 0>>BDC %s EMC Q EMC", b"/OFF[30 0 R]", b"", b""),
        (b"/OC /L BDC %s EMC", b"/BaseState/OFF/ON[31 0 R]", b"", b""),
        (b"/X Do", b"/OFF[30 0 R]", b"", b""),
        (b"/OC /D BDC %s EMC", b"/OFF[30 0 R 31 0 R]", b"", b""),
        (b"/OC /D BDC %s EMC", b"/OFF[30 0 R]", b"", b"/P/AllOn"),
        (b"/OC /D BDC %s EMC", b"/OFF[]", b"", b"/P/AnyOff"),
        (
            b"/OC /L BDC %s EMC",
            b"/AS[<</Event/View/OCGs[30 0 R]>><</Event/Print/OCGs[30 0 R]>>]",
            b"/Usage<</View<</ViewState/OFF>>/Print<</PrintState/OFF>>>>",
            b"",
        ),
    ],
)
def test_what_is_on_a_hidden_layer_is_left_out_and_told(
    content: bytes, config: bytes, layer: bytes, more: bytes
) -> None:
    pytest.importorskip("pypdf", reason="pypdf is not installed (extra read)")
    content = content.replace(b"%s", EIGHT)
    document = layered(content, config, layer, more)
    assert text_in_the_middle(document) == ""
    assert [one.text for one in document.hidden] == ["8"]


@pytest.mark.parametrize(
    ("content", "config", "layer", "more"),
    [
        (b"/OC /L BDC %s EMC", b"", b"", b""),
        (b"/OC /M BDC %s EMC", b"/OFF[30 0 R]", b"", b""),
        (b"/OC /D BDC %s EMC", b"/OFF[30 0 R]", b"", b""),
        (b"/OC /L BDC %s EMC", b"/OFF[30 0 R]", b"/Intent/Design", b""),
        (b"/X Do", b"", b"", b""),
    ],
)
def test_what_is_on_a_layer_that_is_seen_is_read(
    content: bytes, config: bytes, layer: bytes, more: bytes
) -> None:
    pytest.importorskip("pypdf", reason="pypdf is not installed (extra read)")
    document = layered(content.replace(b"%s", EIGHT), config, layer, more)
    assert text_in_the_middle(document) == "8"
    assert document.hidden == ()


@pytest.mark.parametrize(
    ("content", "config", "layer", "more"),
    [
        (
            b"/OC /L BDC %s EMC",
            b"/AS[<</Event/Print/OCGs[30 0 R]>>]",
            b"/Usage<</Print<</PrintState/OFF>>>>",
            b"",
        ),
        (b"/OC /D BDC %s EMC", b"/OFF[30 0 R]", b"", b"/VE[/Not 30 0 R]"),
        (
            b"/OC /L BDC %s EMC",
            b"/AS[<</Event/View/Category[/Zoom]/OCGs[30 0 R]>>]",
            b"/Usage<</Zoom<</min 10>>>>",
            b"",
        ),
    ],
)
def test_what_is_on_a_layer_that_is_not_always_seen_is_doubted(
    content: bytes, config: bytes, layer: bytes, more: bytes
) -> None:
    document = layered(content.replace(b"%s", EIGHT), config, layer, more)
    assert text_in_the_middle(document) == f"{UNSURE}8"


# --- as PDFium draws it -----------------------------------------------------------------------

GRAYS = (b"0", b".5", b".9", b"1")
xs, ys = st.integers(201, 299), st.integers(631, 659)
points = st.builds(lambda x, y: b"%d %d" % (x, y), xs, ys)
rectangles = st.builds(
    lambda x, y, w, h: b"%d %d %d %d re " % (x, y, w, h),
    xs, ys, st.integers(4, 80), st.integers(4, 30),
)  # fmt: skip
corners = st.lists(points, min_size=3, max_size=5).map(
    lambda given: b" m ".join([given[0], b" l ".join(given[1:])]) + b" l h "
)
curves = st.lists(points, min_size=4, max_size=4).map(
    lambda given: given[0] + b" m " + b" ".join(given[1:]) + b" c h "
)
outlines = st.one_of(rectangles, corners, curves, st.tuples(rectangles, rectangles).map(b"".join))
paints = st.sampled_from([b"f ", b"f* "])
grounds = st.builds(
    lambda state, gray, outline, paint: b"q " + state + gray + b" g " + outline + paint + b"Q ",
    st.sampled_from([b"", b"", b"/G5 gs ", b"/G0 gs "]), st.sampled_from(GRAYS), outlines, paints,
)  # fmt: skip
strokes = st.builds(
    lambda gray, width, one, other: b"q %s G %d w %s m %s l S Q " % (gray, width, one, other),
    st.sampled_from(GRAYS), st.integers(5, 25), points, points,
)  # fmt: skip
digits = st.builds(
    lambda clip, gray, mode: b"q " + clip + gray + b" g " + gray + b" G %d Tr " % mode
    + b"BT /F1 10 Tf 240 640 Td (8) Tj ET Q ",
    st.one_of(st.just(b""), outlines.map(lambda outline: outline + b"W n ")),
    st.sampled_from(GRAYS), st.sampled_from([0, 0, 0, 1, 2, 3]),
)  # fmt: skip


def pixels(content: bytes) -> bytes:
    """The cell in the middle as PDFium draws it, a byte of gray for each pixel."""
    import pypdfium2

    document = pypdfium2.PdfDocument(page(content, STATES))
    bitmap = document[0].render(scale=3, crop=(201, 631, 595 - 299, 842 - 659), grayscale=True)
    return bytes(bitmap.buffer)


def change(before: bytes, after: bytes) -> tuple[int, int]:
    """How many pixels differ much, and how much the most."""
    apart = [abs(a - b) for a, b in zip(before, after, strict=True)]
    return sum(gap > 60 for gap in apart), max(apart)


@tries_as_drawn(100)
@given(below=st.lists(grounds | strokes, max_size=3), digit=digits,
       above=st.lists(grounds | strokes, max_size=2))  # fmt: skip
def test_a_number_is_certain_only_if_pdfium_draws_it(
    below: list[bytes], digit: bytes, above: list[bytes]
) -> None:
    with_it = b"".join([*below, digit, *above])
    without = b"".join([*below, *above])
    changed, most = change(pixels(without), pixels(with_it))
    document = read_pdf(page(with_it, STATES), Limits())
    texts = [cell.text for grid in document.grids for cell in grid]
    whole, _ = change(pixels(b""), pixels(EIGHT))
    if "8" in texts:
        assert most > 20
        assert changed > 0.4 * whole or most < 160
    if not any("8" in text or OBJECT in text or "\ufffd" in text for text in texts):
        assert changed < 0.6 * whole
