"""Files that are made to fool or to exhaust what annotates them, beyond those that no reader takes."""

from __future__ import annotations

import io
import random
import struct
import zipfile

import openpyxl
import pypdf
import pytest
from openpyxl.comments import Comment
from tests.support.annotatable_files import (
    KINDS,
    RECONSIDERATION,
    Made,
    annotate,
    members,
    page,
    read,
    sheets_by_library,
    slip,
    unannotated,
    untraced_page,
    word,
)
from tests.support.effort import some
from tests.support.typeset_docx import TRANSITIONAL, DocxTypesetter, package
from tests.support.yardstick import Work

from gxstats import GxstatsError, Unreadable
from gxstats.annotating import Annotated, Unannotatable
from gxstats.reading import Limits
from gxstats.text import LANGUAGES
from gxstats.writing.workbook import Totals, form_workbook

AT_MOST = 6_000
"""Units of work, a minute on a quick machine: what takes quadratic time here takes hours."""


def refusal(data: bytes, **given: Limits) -> GxstatsError:
    with pytest.raises((Unannotatable, Unreadable)) as caught:
        annotate(data, **given)
    return caught.value


def outcome(data: bytes) -> Annotated | Unannotatable | Unreadable:
    """What is made of a file, or the error that refuses it; any other one is a fault."""
    try:
        return annotate(data)
    except (Unannotatable, Unreadable) as error:
        return error


def code_of(data: bytes) -> str:
    error = refusal(data)
    assert isinstance(error, Unannotatable | Unreadable)
    assert all(error.explain(language) for language in LANGUAGES)
    return error.code


def tables() -> str:
    """The markup of the tables of a Word file."""
    setting = DocxTypesetter(slip(), random.Random(1))
    setting.noise = 0
    return "".join(setting.markup(table) + "<w:p/>" for table in setting.tables)


def rewritten(data: bytes, changed: dict[str, bytes]) -> bytes:
    """An archive with other bytes in some of its members; what it lacks is added."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for name, content in (members(data) | changed).items():
            archive.writestr(name, content)
    return stream.getvalue()


def with_a_note(text: str = "请核对") -> bytes:
    """A workbook with a note of someone else, in which nothing else is drawn."""
    book = openpyxl.load_workbook(io.BytesIO(sheets_by_library(slip(), 4).data))
    book.worksheets[0]["B2"].comment = Comment(text, "处长")
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def notes_part(data: bytes) -> str:
    [name] = [name for name, part in members(data).items() if b"<commentList" in part]
    return name


def drawing_part(data: bytes) -> str:
    [name] = [name for name in members(data) if name.endswith(".vml")]
    return name


# --- archives ---------------------------------------------------------------------------------


def test_members_that_lie_over_one_another_are_not_multiplied() -> None:
    """Each claims all bytes of the archive: written out one after the other they would fill a disk."""
    data = rewritten(
        word(slip(), 4).data, {"word/padding.bin": random.Random(1).randbytes(50_000)}
    )
    entries = bytearray(data)
    at = data.index(b"PK\x01\x02")
    first = data.index(b"PK\x03\x04")
    one = struct.pack(
        "<4s6H3L5H2L", b"PK\x01\x02", 20, 20, 0, 0, 0, 33, 0, 50_000, 10, 8, 0, 0, 0, 0, 0, first
    )
    many = b"".join(one + b"m%07d" % number for number in range(500))
    entries[at:at] = many
    end = entries.rindex(b"PK\x05\x06")
    here, total, size = struct.unpack_from("<2HL", entries, end + 8)
    struct.pack_into("<2HL", entries, end + 8, here + 500, total + 500, size + len(many))
    assert read(bytes(entries)).report[RECONSIDERATION] == 0
    assert code_of(bytes(entries)) == "annotate.damaged"


def test_a_member_under_two_names_is_refused() -> None:
    """What is read by the one name would be written under the other."""
    data = bytearray(rewritten(word(slip(), 4).data, {"word/other.xml": b"<a/>"}))
    at = data.index(b"word/other.xml")
    data[at : at + 4] = b"WORD"
    assert read(bytes(data)).report[RECONSIDERATION] == 0
    assert code_of(bytes(data)) == "annotate.damaged"


# --- Word files -------------------------------------------------------------------------------


def test_a_word_file_without_a_paragraph_is_refused() -> None:
    data = package(
        '<w:altChunk r:id="rId9"/>',
        related=[("rId9", "aFChunk", "page.htm")],
        parts=[("word/page.htm", untraced_page(slip(), 3).data)],
    )
    assert read(data).report[RECONSIDERATION] == 0
    assert code_of(data) == "annotate.place"


@pytest.mark.parametrize("encoding", ["punycode", "utf-7", "idna", "unicode_escape", "klingon"])
def test_an_encoding_that_no_document_has_is_refused(encoding: str) -> None:
    """Some that Python knows take quadratic time."""
    comments = f'<?xml version="1.0" encoding="{encoding}"?><w:comments xmlns:w="{TRANSITIONAL}"/>'
    data = package(
        tables(),
        related=[("rId5", "comments", "comments.xml")],
        parts=[("word/comments.xml", comments)],
    )
    assert read(data).report[RECONSIDERATION] == 0
    assert code_of(data) == "annotate.damaged"


def test_the_limits_hold_for_parts_that_are_not_read() -> None:
    comments = f'<w:comments xmlns:w="{TRANSITIONAL}">{"<w:p/>" * 30_000}</w:comments>'
    data = package(
        tables(),
        related=[("rId5", "comments", "comments.xml")],
        parts=[("word/comments.xml", comments)],
    )
    limits = Limits(nodes=10_000)
    assert read(data, limits=limits).report[RECONSIDERATION] == 0
    error = refusal(data, limits=limits)
    assert isinstance(error, Unreadable)
    assert error.code == "read.limit.nodes"


# --- workbooks --------------------------------------------------------------------------------


def test_a_note_that_our_own_workbook_came_with_is_none_of_the_annotations() -> None:
    from gxstats import examples

    report = read(examples.path("yindu-2019")).report
    wrong = report.replace({"/requests/outcomes/granted/natural_person": 34})
    data = form_workbook(wrong.form, wrong, "zh", totals=Totals("inputs"))
    [before] = [part for name, part in members(data).items() if name == "xl/comments1.xml"]
    assert b"<author>gxstats</author>" in before
    annotated = annotate(data)
    assert annotated.comments == 1
    assert members(unannotated(annotated.data)) == members(data)
    assert unannotated(data) == data


@pytest.mark.parametrize("lacking", ["authors", "commentList"])
def test_notes_without_a_list_of_them_are_refused(lacking: str) -> None:
    import re

    data = with_a_note()
    name = notes_part(data)
    part = members(data)[name].decode()
    part = re.sub(rf"<{lacking}>.*</{lacking}>|<{lacking}/>", "", part)
    assert code_of(rewritten(data, {name: part.encode()})) == "annotate.damaged"


@pytest.mark.parametrize("drawing", [b"", b"<xml", "<xml></xml>".encode("utf-16")])
def test_a_drawing_that_cannot_be_added_to_is_refused(drawing: bytes) -> None:
    data = with_a_note()
    assert code_of(rewritten(data, {drawing_part(data): drawing})) == "annotate.damaged"


def test_a_note_of_another_keeps_the_blanks_at_its_end() -> None:
    book = openpyxl.load_workbook(io.BytesIO((made := sheets_by_library(slip(), 4)).data))
    sheet, cell = made.setting.laid[RECONSIDERATION]
    book[sheet][cell].comment = Comment("请核对 \n\n", "处长")
    stream = io.BytesIO()
    book.save(stream)
    data = stream.getvalue()
    assert members(unannotated(annotate(data).data)) == members(data)


def test_many_notes_boxes_and_blanks_take_no_longer_than_they_must() -> None:
    data = with_a_note("gxstats:\n旧批注")  # as ours begin
    name, drawing = notes_part(data), drawing_part(data)
    part, boxes = members(data)[name].decode(), members(data)[drawing].decode()
    at = part.index("</commentList>")
    notes = "".join(
        f'<comment ref="Z{row}" authorId="0"><text><t>甲</t></text></comment>'
        for row in range(1, 10_000)
    )
    blank = f'<comment ref="Y1" authorId="0"><text><r><t>{" " * 250_000}</t></r></text></comment>'
    changed = {
        name: (part[:at] + notes + blank + part[at:]).encode(),
        drawing: (
            boxes.replace("</xml>", "<v:shape " * 40_000 + "<o:idmap " * 40_000 + "</xml>")
        ).encode(),
    }
    with Work() as work:
        annotated = annotate(rewritten(data, changed))
    assert work.units < AT_MOST / 6
    assert "旧批注" not in members(annotated.data)[name].decode()


def test_the_head_is_noted_where_it_is_seen() -> None:
    book = openpyxl.load_workbook(io.BytesIO(sheets_by_library(slip(), 4).data))
    hidden = book.create_sheet("隐藏", 0)
    hidden["A1"] = "x"
    hidden.sheet_state = "hidden"
    book.active = 1
    stream = io.BytesIO()
    book.save(stream)
    again = openpyxl.load_workbook(io.BytesIO(annotate(stream.getvalue()).data))
    heads = [sheet.title for sheet in again if sheet["A1"].comment]
    assert heads == [again.worksheets[1].title]


# --- pages ------------------------------------------------------------------------------------

PAGE = untraced_page(slip(), 3).data


@pytest.mark.parametrize(
    "piece",
    [
        '<mark class="gxstats">甲</mark>',
        "甲</mark><!--gxstats-->",
        "<!--gxstats-->",
        '<aside class="gxstats-notes">',
        '<aside class="gxstats-notes gxstats-annotations">',
        "</aside><!--gxstats-->",
    ],
)
def test_what_others_write_by_our_names_stays(piece: str) -> None:
    data = PAGE.replace(b"</body>", f"<p>{piece}</p></body>".encode())
    assert unannotated(data) == data
    assert unannotated(annotate(data).data) == data


@pytest.mark.parametrize(
    "piece",
    some(['<aside class="gxstats-notes gxstats-annotations"', "<!", "<a", '<a b="', "<!-- "], 40),
)
def test_what_is_begun_and_never_ended_takes_no_longer_than_it_must(piece: str) -> None:
    """Told by the time that is allowed where it cannot be told at once."""
    data = PAGE + (piece * (600_000 // len(piece))).encode()
    with Work() as work:
        found = outcome(data)
    assert work.units < AT_MOST
    if isinstance(found, Annotated):
        assert unannotated(found.data) == data
    else:
        assert found.code.startswith("read.limit.")


def test_a_page_may_begin_without_a_tag() -> None:
    data = "表四\n".encode() + PAGE
    for bytes_ in (data, b"\xef\xbb\xbf" + data):
        annotated = annotate(bytes_)
        assert annotated.comments == 1
        assert unannotated(annotated.data) == bytes_


@pytest.mark.parametrize("encoding", ["utf-16", "utf-32", "utf-8", "gb18030"])
def test_characters_of_two_halves_are_counted(encoding: str) -> None:
    text = PAGE.decode().replace("<body>", "<body><p>\U00020000\U0001f600</p>")
    data = text.encode(encoding)
    annotated = annotate(data)
    assert annotated.comments == 1
    assert unannotated(annotated.data) == data
    assert "应为 11（现为 0" in annotated.data.decode(encoding)


def test_a_character_that_was_not_decoded_is_no_further_fault_in_a_note() -> None:
    """A note quotes what the cell prints, and the page is read again with the note in it."""
    begins = b'<span data-address="/disputes/reconsideration/upheld">'
    broken = page(slip(), 3, "utf-8").data.replace(begins, b"\xe7" + begins[1:])
    assert any("\ufffd" in doubt.printed for doubt in read(broken).doubts)
    annotated = annotate(broken)
    assert "\u25a1" in annotated.data.decode("utf-8", "replace")
    assert unannotated(annotated.data) == broken


# --- PDFs -------------------------------------------------------------------------------------


def pdf_with(change) -> bytes:
    writer = pypdf.PdfWriter(clone_from=io.BytesIO(KINDS["pdf"](slip(), 2).data))
    change(writer)
    stream = io.BytesIO()
    writer.write(stream)
    return stream.getvalue()


def test_pages_that_share_a_list_of_annotations_get_their_own() -> None:
    from pypdf.generic import ArrayObject, NameObject

    def share(writer: pypdf.PdfWriter) -> None:
        shared = writer._add_object(ArrayObject())
        for one in writer.pages:
            one[NameObject("/Annots")] = shared

    data = pdf_with(share)
    annotated = annotate(data)
    pages = pypdf.PdfReader(io.BytesIO(annotated.data)).pages
    counts = [len(page["/Annots"]) for page in pages]
    assert sum(counts) == 2 * (annotated.comments + 1)
    assert unannotated(annotated.data) == data


@pytest.mark.parametrize("entry", some(["/Annots", "/Kids", "/Count", "/Type"], 50))
def test_a_pdf_whose_pages_hold_nonsense_is_annotated_or_refused(entry: str) -> None:
    from pypdf.generic import NameObject, NumberObject

    def spoil(writer: pypdf.PdfWriter) -> None:
        for one in writer.pages:
            one[NameObject(entry)] = NumberObject(7)

    data = pdf_with(spoil)
    found = outcome(data)
    if isinstance(found, Annotated):
        assert unannotated(found.data) == data
    else:
        assert found.code in {"annotate.damaged", "read.damaged", "read.document"}


def test_many_false_marks_of_ours_take_no_longer_than_they_must() -> None:
    data = KINDS["pdf"](slip(), 2).data
    body, end = data[: data.rindex(b"startxref")], data[data.rindex(b"startxref") :]
    pieces = [body]
    at = len(body)
    for _ in range(100_000):
        pieces.append(b"\n%%gxstats-annotations %d\n" % at)
        at += len(pieces[-1])
    spoiled = b"".join([*pieces, end])
    with Work() as work:
        annotated = annotate(spoiled)
    assert work.units < AT_MOST
    assert annotated.comments == 1


# --- all kinds --------------------------------------------------------------------------------

PIECES = (b"<", b">", b'"', b"</td>", b"<!--", b"endobj", b"/Annots", b"xref", b"<w:p/>", b"&#10;")


def spoiled(data: bytes, rng: random.Random) -> bytes:
    """A file in which some bytes are others; of an archive, in one of its members."""
    if data.startswith(b"PK"):
        name = rng.choice(sorted(members(data)))
        return rewritten(data, {name: spoiled(members(data)[name], rng)})
    bytes_ = bytearray(data)
    for _ in range(rng.choice([1, 2, 5])):
        at = rng.randrange(len(bytes_) + 1)
        match rng.randrange(4):
            case 0:
                bytes_[at:at] = rng.choice(PIECES)
            case 1:
                del bytes_[at : at + rng.randrange(60)]
            case 2:
                bytes_[at : at + 1] = rng.randbytes(1)
            case _:
                other = rng.randrange(len(bytes_) + 1)
                bytes_[at:at] = bytes_[other : other + 100]
    return bytes(bytes_)


def require_told(made: Made, seed: int) -> None:
    """A spoiled file is annotated soundly, or refused with a code."""
    data = spoiled(made.data, random.Random(seed))
    annotated = outcome(data)
    try:
        reading = read(data)
    except Unreadable:
        assert isinstance(annotated, Unreadable)
        return
    if isinstance(annotated, Unannotatable):
        assert annotated.code != "annotate.changed"
        return
    assert isinstance(annotated, Annotated)
    assert annotated.reading.report == reading.report
    assert read(annotated.data).report == reading.report
    bare = unannotated(annotated.data)
    assert members(bare) == members(data) if data.startswith(b"PK") else bare == data


@pytest.mark.parametrize("kind", some(KINDS, 50))
def test_a_spoiled_file_is_annotated_soundly_or_refused(kind: str) -> None:
    made = KINDS[kind](slip(), 2)
    for seed in some(range(2), 50):
        require_told(made, seed)


@pytest.mark.thorough
@pytest.mark.parametrize("kind", KINDS)
def test_any_spoiled_file_is_annotated_soundly_or_refused(kind: str) -> None:
    for layout in range(4):
        made = KINDS[kind](slip(), layout)
        for seed in range(40):
            require_told(made, 1_000 * layout + seed)
