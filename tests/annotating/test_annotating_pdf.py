"""PDFs: what is written after the end of a file, and where its annotations lie."""

from __future__ import annotations

import io
import random
import re
import struct
from pathlib import Path

import pytest

pytest.importorskip("pypdf", reason="annotates PDFs")
pytest.importorskip("pypdfium2", reason="reads PDFs")
pytest.importorskip("reportlab", reason="sets PDFs")
pytest.importorskip("lxml", reason="reads files")

import attrs
import pypdf
import pypdfium2
from hypothesis import given
from pypdf.annotations import FreeText
from tests.support.annotatable_files import (
    RECONSIDERATION,
    Made,
    annotate,
    kept,
    pdf,
    read,
    sentence,
    slip,
    slips,
    unannotated,
)
from tests.support.effort import some, tries_as_drawn
from tests.support.paths import SHARED
from tests.support.typeset_pdf import PdfTypesetter, Style
from tests.support.typeset_report import number, seeds

from gxstats.annotating import Unannotatable
from gxstats.testing import Corruption

REPORTS = SHARED / "reports"
REAL = sorted(REPORTS.glob("a0*/report.pdf"))


def annotations(data: bytes) -> list[tuple[int, pypdf.generic.DictionaryObject]]:
    return [
        (number, annotation.get_object())
        for number, page in enumerate(pypdf.PdfReader(io.BytesIO(data)).pages)
        for annotation in page.get("/Annots", ())
    ]


def own(data: bytes, subtype: str) -> list[tuple[int, pypdf.generic.DictionaryObject]]:
    return [
        (page, one)
        for page, one in annotations(data)
        if one["/Subtype"] == subtype and one.get("/T") == "gxstats"
    ]


def text_under(data: bytes, page: int, rectangle: list[float]) -> str:
    """The text under a rectangle of a page, as PDFium finds it."""
    document = pypdfium2.PdfDocument(data)
    left, bottom, right, top = (float(edge) for edge in rectangle)
    text = document[page].get_textpage().get_text_bounded(left, bottom, right, top)
    document.close()
    return text.strip()


@kept
def drawn(report, seed: int, **changes) -> Made:
    setting = PdfTypesetter(report, random.Random(seed))
    style = attrs.evolve(Style.drawn(setting.rng, "long"), **changes)
    return Made(setting.pdf(style), setting)


@tries_as_drawn(4)
@given(corruption=slips, seed=seeds)
def test_each_highlight_lies_on_the_number_that_it_is_about(
    corruption: Corruption, seed: int
) -> None:
    data = pdf(corruption.corrupted, seed).data
    annotated = annotate(data)
    highlights = own(annotated.data, "/Highlight")
    assert len(highlights) == annotated.comments
    by_text = {one["/Contents"].replace("\r", "\n"): (page, one) for page, one in highlights}
    for placed in annotated.placed:
        if placed.place is None:
            continue
        said = "\n".join(sentence(reason.zh) for reason in placed.mark.reasons)
        found = [by_text[text] for text in by_text if said in text]
        printed = number(placed.mark.old)
        under = {text_under(data, page, one["/Rect"]) for page, one in found}
        assert any(printed in text for text in under), (placed, under)


@pytest.mark.parametrize("rotate", some([0, 90, 180, 270], 50))
def test_a_turned_page_is_marked_where_it_is_seen(rotate: int) -> None:
    made = drawn(slip(), 11, rotate=rotate)
    assert read(made.data).report[RECONSIDERATION] == 0
    annotated = annotate(made.data)
    [(page, one)] = own(annotated.data, "/Highlight")
    assert text_under(made.data, page, one["/Rect"]) == "0"
    quad = [float(number) for number in one["/QuadPoints"]]
    left, bottom, right, top = (float(edge) for edge in one["/Rect"])
    assert {left, right} == set(quad[::2])
    assert {bottom, top} == set(quad[1::2])


def test_a_cropped_page_is_marked_where_it_is_seen() -> None:
    writer = pypdf.PdfWriter(clone_from=io.BytesIO(drawn(slip(), 11, rotate=0).data))
    for page in writer.pages:
        box = page.mediabox
        page.mediabox = pypdf.generic.RectangleObject(
            (box.left - 100, box.bottom - 70, box.right + 30, box.top + 50)
        )
        page.cropbox = box
    stream = io.BytesIO()
    writer.write(stream)
    data = stream.getvalue()
    annotated = annotate(data)
    [(page, one)] = own(annotated.data, "/Highlight")
    assert text_under(data, page, one["/Rect"]) == "0"


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_file_is_the_beginning_of_the_annotated_one(language: str) -> None:
    data = drawn(slip(), 22).data
    annotated = annotate(data, language=language)
    assert annotated.data.startswith(data)
    assert unannotated(annotated.data) == data
    [(_, one)] = own(annotated.data, "/Highlight")
    assert one["/Lang"] == {"zh": "zh-CN", "en": "en"}[language]
    assert one["/NM"].startswith("gxstats-")
    assert one["/Popup"].get_object()["/Parent"].get_object() == one
    assert b"<FEFF" in annotated.data[len(data) :]


def test_an_annotation_is_drawn_by_every_program() -> None:
    """It brings its own picture: PDFium draws the page otherwise, at that place and no other."""
    data = drawn(slip(), 22, rotate=0).data
    annotated = annotate(data)
    [(number, one)] = own(annotated.data, "/Highlight")
    pictures = []
    for source in (data, annotated.data):
        document = pypdfium2.PdfDocument(source)
        page = document[number]
        height = page.get_height()
        pictures.append(page.render(scale=2).to_pil().convert("RGB"))
        document.close()
    from PIL import ImageChops

    _, _, right, bottom = ImageChops.difference(*pictures).getbbox()
    edges = [float(edge) for edge in one["/Rect"]]
    head = [float(e) for _, o in own(annotated.data, "/Text") if _ == number for e in o["/Rect"]]
    assert abs(max(edges[2], *head[2::4], 0) * 2 - right) < 4
    assert abs((height - min(edges[1], *head[1::4], 1e9)) * 2 - bottom) < 4


def test_the_head_says_what_the_result_says() -> None:
    annotated = annotate(drawn(slip(), 22).data)
    [(page, one)] = own(annotated.data, "/Text")
    assert page == 0
    assert one["/Contents"].replace("\r", "\n") == annotated.head


# --- kinds of files ---------------------------------------------------------------------------


def with_cross_reference_stream(data: bytes) -> bytes:
    """The file with its last table written as a stream, as PDF has it since 1.5."""
    at = int(re.findall(rb"startxref\s+(\d+)", data)[-1])
    table, _, trailer = data[at:].partition(b"trailer")
    entries = re.findall(rb"(\d{10}) (\d{5}) ([nf])", table)
    inner = re.search(rb"<<(.*)>>", trailer, re.DOTALL)[1]
    inner = re.sub(rb"/Size\s+\d+", b"", inner)
    number = len(entries)
    rows = b"".join(
        struct.pack(">BIH", kind == b"n", int(place), int(generation))
        for place, generation, kind in [*entries, (b"%010d" % at, b"00000", b"n")]
    )
    head = b"%d 0 obj\n<</Type /XRef /W [1 4 2] /Size %d /Length %d %s>>\nstream\n" % (
        number,
        number + 1,
        len(rows),
        inner,
    )
    return data[:at] + head + rows + b"\nendstream\nendobj\nstartxref\n%d\n%%%%EOF\n" % at


def test_a_file_with_a_cross_reference_stream_gets_another_one() -> None:
    data = with_cross_reference_stream(drawn(slip(), 22).data)
    assert read(data).report[RECONSIDERATION] == 0
    annotated = annotate(data)
    added = annotated.data[len(data) :]
    assert b"/Type /XRef" in added
    assert b"\nxref" not in added
    assert len(own(annotated.data, "/Highlight")) == 1
    strict = pypdf.PdfReader(io.BytesIO(annotated.data), strict=True)
    assert len(strict.pages) == len(pypdf.PdfReader(io.BytesIO(data)).pages)


def test_a_file_with_a_table_gets_another_one() -> None:
    data = drawn(slip(), 22).data
    added = annotate(data).data[len(data) :]
    assert b"\nxref\n" in added
    assert b"/XRef" not in added
    strict = pypdf.PdfReader(io.BytesIO(annotate(data).data), strict=True)
    assert strict.metadata == pypdf.PdfReader(io.BytesIO(data)).metadata
    first, second = strict.trailer["/ID"]
    before = pypdf.PdfReader(io.BytesIO(data)).trailer["/ID"]
    assert first == before[0]
    assert second != before[1]


@pytest.mark.parametrize("indirect", [False, True])
def test_annotations_of_others_stay(indirect: bool) -> None:
    writer = pypdf.PdfWriter(clone_from=io.BytesIO(drawn(slip(), 22).data))
    for page in range(len(writer.pages)):
        note = FreeText(text="请核对", rect=(50, 50, 200, 80))
        writer.add_annotation(page, note)
        if indirect:
            listed = writer.pages[page]["/Annots"]
            reference = writer._add_object(pypdf.generic.ArrayObject(listed))
            writer.pages[page][pypdf.generic.NameObject("/Annots")] = reference
    stream = io.BytesIO()
    writer.write(stream)
    data = stream.getvalue()
    before = [one["/Contents"] for _, one in annotations(data)]
    annotated = annotate(data)
    others = [one for _, one in annotations(annotated.data) if one["/Subtype"] == "/FreeText"]
    assert [one["/Contents"] for one in others] == before
    assert len(own(annotated.data, "/Highlight")) == 1
    assert unannotated(annotated.data) == data


def test_what_others_wrote_after_us_is_kept_when_ours_goes() -> None:
    data = annotate(drawn(slip(), 22).data).data
    writer = pypdf.PdfWriter(io.BytesIO(data), incremental=True)
    writer.add_annotation(0, FreeText(text="已核对", rect=(50, 50, 200, 80)))
    stream = io.BytesIO()
    writer.write(stream)
    later = stream.getvalue()
    bare = unannotated(later)
    assert bare.startswith(later)
    kinds = [(one["/Subtype"], one.get("/Contents")) for _, one in annotations(bare)]
    assert kinds == [("/FreeText", "已核对")]
    again = annotate(later)
    assert len(own(again.data, "/Highlight")) == 1
    assert annotate(again.data).data == again.data


def test_a_signature_still_covers_its_bytes() -> None:
    """The bytes that a signature was made over are still those at the same place."""
    data = drawn(slip(), 22).data
    covered = (0, 100, 300, len(data) - 300)
    annotated = annotate(data).data
    for start, length in (covered[:2], covered[2:]):
        assert annotated[start : start + length] == data[start : start + length]


def test_an_encrypted_file_is_refused() -> None:
    writer = pypdf.PdfWriter(clone_from=io.BytesIO(drawn(slip(), 22).data))
    try:
        writer.encrypt("", "owner", algorithm="RC4-128")
    except pypdf.errors.DependencyError:
        pytest.skip("nothing here encrypts")
    stream = io.BytesIO()
    writer.write(stream)
    assert read(stream.getvalue()).report[RECONSIDERATION] == 0
    with pytest.raises(Unannotatable) as caught:
        annotate(stream.getvalue())
    assert caught.value.code == "annotate.encrypted"


def test_a_file_that_does_not_tell_where_its_objects_are_is_refused() -> None:
    """PDFium finds them none the less; but what would be written after it could not point there."""
    data = drawn(slip(), 22).data
    broken = re.sub(rb"startxref\s+\d+", b"startxref\n1", data)
    assert read(broken).report[RECONSIDERATION] == 0
    with pytest.raises(Unannotatable) as caught:
        annotate(broken)
    assert caught.value.code == "annotate.damaged"


def test_bytes_before_the_header_are_no_harm() -> None:
    data = b"\n\n  " + drawn(slip(), 22).data
    annotated = annotate(data)
    assert annotated.data.startswith(data)
    assert unannotated(annotated.data) == data
    document = pypdfium2.PdfDocument(annotated.data)
    import pypdfium2.raw as pdfium

    counts = [pdfium.FPDFPage_GetAnnotCount(page) for page in document]
    document.close()
    assert sum(counts) == 4  # a highlight and a note, each with its window


@pytest.mark.skipif(not REAL, reason="no real reports here")
@pytest.mark.parametrize("path", some(REAL, 50), ids=lambda path: path.parent.name)
def test_real_files_are_annotated_and_come_back(path: Path) -> None:
    data = path.read_bytes()
    annotated = annotate(data)
    assert unannotated(annotated.data) == data
    highlights = own(annotated.data, "/Highlight")
    assert len(highlights) == len(annotated.placed) == annotated.comments
    for (page, one), placed in zip(highlights, annotated.placed, strict=True):
        assert text_under(data, page, one["/Rect"]) == str(placed.mark.old)
