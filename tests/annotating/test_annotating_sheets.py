"""Excel files: the notes on their cells, as another library sees them."""

from __future__ import annotations

import io
import random
import re

import pytest

pytest.importorskip("openpyxl", reason="reads Excel files")
pytest.importorskip("lxml", reason="reads files")

import openpyxl
from hypothesis import given
from lxml import etree
from openpyxl.comments import Comment
from openpyxl.drawing.image import Image
from tests.support.annotatable_files import (
    RECONSIDERATION,
    annotate,
    members,
    read,
    sheets,
    sheets_by_library,
    slip,
    slips,
    unannotated,
)
from tests.support.effort import some, tries_as_drawn
from tests.support.typeset_report import seeds
from tests.support.typeset_sheets import STRICT, SheetTypesetter, by_hand

from gxstats.reading import Limits
from gxstats.testing import Corruption

VML = {"v": "urn:schemas-microsoft-com:vml", "x": "urn:schemas-microsoft-com:office:excel"}


def notes(data: bytes) -> dict[tuple[str, str], Comment]:
    book = openpyxl.load_workbook(io.BytesIO(data))
    return {
        (sheet.title, cell.coordinate): cell.comment
        for sheet in book
        for row in sheet.iter_rows()
        for cell in row
        if cell.comment is not None
    }


def saved(book: openpyxl.Workbook) -> bytes:
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


@tries_as_drawn(4)
@given(corruption=slips, seed=seeds)
def test_each_note_stands_on_the_cell_that_it_is_about(corruption: Corruption, seed: int) -> None:
    made = sheets_by_library(corruption.corrupted, seed)
    annotated = annotate(made.data)
    found = {place: note.text for place, note in notes(annotated.data).items()}
    expected = {made.setting.laid[placed.mark.cell] for placed in annotated.placed}
    heads = {place for place, text in found.items() if annotated.head in text}
    assert len(heads) == 1
    assert found.keys() == expected | heads
    for placed in annotated.placed:
        text = found[made.setting.laid[placed.mark.cell]]
        assert all(reason.zh in text for reason in placed.mark.reasons)


@tries_as_drawn(4)
@given(corruption=slips, seed=seeds)
def test_every_other_part_is_as_it_was(corruption: Corruption, seed: int) -> None:
    data = sheets(corruption.corrupted, seed).data
    before, after = members(data), members(annotate(data).data)
    assert list(before) == [name for name in after if name in before]
    changed = {name for name in before if before[name] != after[name]}
    for name in changed:
        assert re.search(r"\[Content_Types\]|\.rels$|sheet", name), name
        assert len(after[name]) > len(before[name])
        if name.endswith(".xml") and "sheet" in name:  # one element more, and nothing else
            added = re.sub(rb"<(?:\w+:)?legacyDrawing [^>]*/>", b"", after[name])
            assert added == before[name]


def test_a_box_is_hidden_and_drawn_for_each_note() -> None:
    data = annotate(sheets_by_library(slip(), 4).data).data
    drawings = [part for name, part in members(data).items() if name.endswith(".vml")]
    shapes = [shape for one in drawings for shape in etree.fromstring(one).findall("v:shape", VML)]
    places = {
        (int(shape.findtext(".//x:Row", "", VML)), int(shape.findtext(".//x:Column", "", VML)))
        for shape in shapes
    }
    assert len(places) == len(shapes) == len(notes(data)) == 2
    assert all("visibility:hidden" in shape.get("style") for shape in shapes)
    assert len({shape.get("id") for shape in shapes}) == 2


def test_a_longer_note_has_a_higher_box() -> None:
    from gxstats.annotating.markup import Markup
    from gxstats.annotating.note_boxes import Sizes, box_of

    narrow = Markup(
        b'<worksheet><sheetFormatPr defaultRowHeight="15"/><cols><col min="1" max="9" width="3"/>'
        b'</cols><sheetData><row r="2" ht="0" hidden="1"/></sheetData></worksheet>',
        "sheet",
        Limits(),
    )
    plain = Markup(b"<worksheet><sheetData/></worksheet>", "sheet", Limits())
    for sizes in (Sizes.of(narrow), Sizes.of(plain)):
        short, long = box_of("B7", "短", sizes), box_of("B7", "很长的说明" * 40, sizes)
        assert short.height < long.height
        assert short.width == long.width
    reach = [int(box_of("B7", "短", Sizes.of(m)).anchor.split(", ")[4]) for m in (narrow, plain)]
    assert reach[0] > reach[1]  # over narrow columns it reaches farther


@pytest.fixture
def furnished() -> bytes:
    """A workbook with notes of others, a picture and a chart, as openpyxl writes them."""
    pillow = pytest.importorskip("PIL.Image", reason="makes the picture")
    book = openpyxl.load_workbook(io.BytesIO(sheets_by_library(slip(), 4).data))
    sheet = book.worksheets[0]
    made = sheets_by_library(slip(), 4).setting.laid[RECONSIDERATION]
    book[made[0]][made[1]].comment = Comment("请核对\n总计", "处长")
    sheet["A1"].comment = Comment("标题", "科员")
    picture = io.BytesIO()
    pillow.new("RGB", (4, 4)).save(picture, "png")
    sheet.add_image(Image(picture), "Z1")
    chart = openpyxl.chart.BarChart()
    chart.add_data(openpyxl.chart.Reference(sheet, min_col=2, min_row=1, max_row=4))
    sheet.add_chart(chart, "Z9")
    return saved(book)


def test_notes_of_others_keep_their_words_and_their_cells(furnished: bytes) -> None:
    before = {place: note.text for place, note in notes(furnished).items()}
    annotated = annotate(furnished)
    after = notes(annotated.data)
    assert before.keys() <= after.keys()
    for place, text in before.items():
        assert after[place].text.startswith(text)
        assert after[place].author in {"处长", "科员"}
    own = sheets_by_library(slip(), 4).setting.laid[RECONSIDERATION]
    assert "应为 11（现为 0" in after[own].text
    assert read(annotated.data).report == read(furnished).report


def test_pictures_and_charts_stay(furnished: bytes) -> None:
    before, after = members(furnished), members(annotate(furnished).data)
    drawn = [name for name in before if re.search("media|charts|drawings/drawing", name)]
    assert len(drawn) >= 3
    assert all(before[name] == after[name] for name in drawn)


def test_notes_of_others_come_back(furnished: bytes) -> None:
    bare = unannotated(annotate(furnished).data)
    before, after = notes(furnished), notes(bare)
    assert {p: (n.text, n.author) for p, n in before.items()} == {
        p: (n.text, n.author) for p, n in after.items()
    }
    assert annotate(bare).data == annotate(annotate(bare).data).data


def test_a_note_of_ours_without_its_author_is_known_by_its_words() -> None:
    """LibreOffice writes no authors."""
    data = annotate(sheets_by_library(slip(), 4).data).data
    from zipfile import ZipFile

    stream = io.BytesIO()
    with ZipFile(io.BytesIO(data)) as old, ZipFile(stream, "w") as new:
        for info in old.infolist():
            content = old.read(info)
            new.writestr(info, content.replace(b"<author>gxstats<", b"<author> <"))
    assert len(notes(stream.getvalue())) == 2
    assert not notes(unannotated(stream.getvalue()))


def test_a_conversation_is_left_alone_and_the_mark_told_at_the_head() -> None:
    """A newer Excel shows a conversation in place of the note's text, which nobody would see."""
    made = sheets_by_library(slip(), 4)
    book = openpyxl.load_workbook(io.BytesIO(made.data))
    sheet, cell = made.setting.laid[RECONSIDERATION]
    book[sheet][cell].comment = Comment("[Threaded comment]", "tc={1-2}")
    data = saved(book)
    annotated = annotate(data)
    assert [mark.cell for mark in annotated.unplaced] == [RECONSIDERATION]
    assert "应为 11（现为 0" in annotated.head
    assert notes(annotated.data)[sheet, cell].text == "[Threaded comment]"


@pytest.mark.parametrize("seed", some(range(6), 34))
def test_any_way_to_write_a_workbook_is_added_to(seed: int) -> None:
    setting = SheetTypesetter(slip(), random.Random(seed))
    data = by_hand(setting.workbook(), random.Random(seed))
    annotated = annotate(data)
    parts = members(annotated.data)
    strict = any(STRICT.encode() in part for name, part in parts.items() if "sheet" in name)
    written = [part for name, part in parts.items() if "comments" in name.lower()]
    assert all((STRICT.encode() in part) is strict for part in written)
    roots = map(etree.fromstring, written)
    texts = [ref for root in roots for ref in root.xpath("//*[local-name()='comment']/@ref")]
    assert setting.laid[RECONSIDERATION][1] in texts
    assert members(unannotated(annotated.data)) == members(data)
