"""Word files: where their comments hang, as other people's programs see it."""

from __future__ import annotations

import io
import random

import pytest

pytest.importorskip("docx", reason="reads Word files")
pytest.importorskip("lxml", reason="reads files")

import docx
from hypothesis import given
from lxml import etree
from tests.support.annotatable_files import (
    annotate,
    canonical,
    members,
    read,
    sentence,
    slip,
    slips,
    unannotated,
    word,
    word_by_library,
)
from tests.support.effort import some, tries_as_drawn
from tests.support.typeset_docx import STRICT, TRANSITIONAL, DocxTypesetter, package
from tests.support.typeset_report import number, seeds

from gxstats.annotating import Unannotatable
from gxstats.testing import Corruption

RECONSIDERATION = "/disputes/reconsideration/total"


def word_name(namespace: str, local: str) -> str:
    return f"{{{namespace}}}{local}"


def shown(cell: etree._Element) -> str:
    """The text of a cell."""
    namespace = etree.QName(cell).namespace
    return "".join(text.text or "" for text in cell.iter(word_name(namespace, "t"))).strip()


def main_part(data: bytes) -> bytes:
    """The part whose root is a document, whatever it is called."""
    parts = [part for part in members(data).values() if part.lstrip()[:1] in {b"<", b"\xff"}]
    [found] = [p for p in parts if etree.fromstring(p).tag.endswith("main}document")]
    return found


def anchored(data: bytes) -> dict[str, list[etree._Element]]:
    """For each comment of gxstats its text, and the cells that its range stands in, innermost first."""
    root = etree.fromstring(main_part(data))
    namespace = etree.QName(root).namespace
    [comments] = [p for p in members(data).values() if b":comments " in p[:200]]
    found = {}
    for comment in etree.fromstring(comments).iter(word_name(namespace, "comment")):
        if comment.get(word_name(namespace, "author")) != "gxstats":
            continue
        number = comment.get(word_name(namespace, "id"))
        text = "\n".join(
            "".join(t.text or "" for t in p.iter(word_name(namespace, "t")))
            for p in comment.iter(word_name(namespace, "p"))
        )
        [start], [end], [reference] = (
            [
                e
                for e in root.iter(word_name(namespace, name))
                if e.get(word_name(namespace, "id")) == number
            ]
            for name in ("commentRangeStart", "commentRangeEnd", "commentReference")
        )
        [paragraph] = {
            next(one.iterancestors(word_name(namespace, "p"))) for one in (start, end, reference)
        }
        assert text not in found
        found[text] = list(paragraph.iterancestors(word_name(namespace, "tc")))
    return found


@tries_as_drawn(4)
@given(corruption=slips, seed=seeds)
def test_each_comment_is_on_a_cell_that_the_setting_knows(
    corruption: Corruption, seed: int
) -> None:
    made = word(corruption.corrupted, seed)
    annotated = annotate(made.data)
    assert len(anchored(annotated.data)) == annotated.comments + 1
    for placed in annotated.placed:
        place = placed.place
        assert place is not None
        if place.cell is not None:  # else a row that the setting drew as text
            standing = made.setting.places[placed.mark.cell]
            assert (place.table, place.row, place.cell) == tuple(standing)


@tries_as_drawn(4)
@given(corruption=slips, seed=seeds)
def test_each_comment_stands_in_the_cell_that_it_is_about(
    corruption: Corruption, seed: int
) -> None:
    """The text of the cell is the number that the setting printed there."""
    setting = DocxTypesetter(corruption.corrupted, random.Random(seed))
    setting.noise = 0
    annotated = annotate(setting.document())
    cells = anchored(annotated.data)
    assert cells.pop(annotated.head) == []
    assert len(cells) == annotated.comments == len(annotated.placed)
    for placed in annotated.placed:
        said = "\n".join(sentence(reason.zh) for reason in placed.mark.reasons)
        arounds = [around for text, around in cells.items() if said in text]
        assert number(placed.mark.old) in [shown(around[0]) for around in arounds]


def test_a_comment_stands_in_the_cell_that_another_library_finds() -> None:
    made = word_by_library(slip(), 2)
    annotated = annotate(made.data)
    document = docx.Document(io.BytesIO(annotated.data))
    assert [comment.author for comment in document.comments] == ["gxstats"] * 2
    assert next(iter(document.comments)).text == annotated.head
    [placed] = annotated.placed
    tables = document.tables
    place = placed.place
    row = tables[place.table - 1]._tbl.tr_lst[place.row - 1]
    [number] = row.xpath(".//w:commentReference/@w:id")
    assert document.comments.get(int(number)).text.startswith("有误：0 → 11")


def test_comments_of_others_stay_as_they_are() -> None:
    document = docx.Document(io.BytesIO(word_by_library(slip(), 2).data))
    paragraph = document.tables[0].rows[0].cells[0].paragraphs[0]
    run = paragraph.add_run(" ")
    document.add_comment(run, text="请核对", author="处长", initials="处")
    stream = io.BytesIO()
    document.save(stream)
    data = stream.getvalue()
    annotated = annotate(data).data
    comments = list(docx.Document(io.BytesIO(annotated)).comments)
    assert [(c.author, c.text) for c in comments if c.author != "gxstats"] == [("处长", "请核对")]
    assert len({c.comment_id for c in comments}) == len(comments) == 3
    bare = unannotated(annotated)
    assert members(bare) == members(data)


NOTE = "<w:p><w:r><w:t>说明</w:t></w:r></w:p>"


@pytest.mark.parametrize("namespace", some([TRANSITIONAL, STRICT], 25))
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
@pytest.mark.parametrize("prefix", ["w", "ns0"])
def test_any_way_to_write_the_markup_is_added_to(namespace, encoding, prefix) -> None:
    setting = DocxTypesetter(slip(), random.Random(1))
    setting.noise = 0
    body = "".join(f"{NOTE}{setting.markup(table)}<w:p/>" for table in setting.tables)
    data = package(body, namespace=namespace, encoding=encoding, prefix=prefix)
    annotated = annotate(data)
    assert annotated.comments == 1
    found = anchored(annotated.data)
    [own] = [cells for text, cells in found.items() if text != annotated.head]
    assert len(own) == 1
    main = "word/document.xml"
    assert canonical(members(unannotated(annotated.data))[main]) == canonical(members(data)[main])
    kept = set(members(data)) - {main, "[Content_Types].xml", "word/_rels/document.xml.rels"}
    assert all(members(annotated.data)[name] == members(data)[name] for name in kept)


def test_what_is_added_is_the_only_difference() -> None:
    data = word(slip(), 4).data
    before, after = (main_part(d).decode() for d in (data, annotate(data).data))
    position = 0
    for character in before:  # what was there is still there, in its order
        found = after.find(character, position)
        assert found >= 0
        position = found + 1
    assert "commentRangeStart" in after


def test_a_cell_in_a_text_box_is_commented_on_where_the_box_hangs() -> None:
    from tests.support.typeset_docx import text_box

    setting = DocxTypesetter(slip(), random.Random(1))
    setting.noise = 0
    tables = "".join(setting.markup(table) for table in setting.tables)
    body = f"{NOTE}<w:p>{text_box(tables + '<w:p/>', choice=True, fallback=True)}</w:p>"
    data = package(body)
    assert read(data).report[RECONSIDERATION] == 0
    annotated = annotate(data)
    assert annotated.comments == 1
    found = anchored(annotated.data)
    assert list(found.values()) == [[], []]
    root = etree.fromstring(members(annotated.data)["word/document.xml"])
    assert not root.xpath("//w:txbxContent//w:commentReference", namespaces={"w": TRANSITIONAL})


def test_a_cell_of_a_page_that_is_taken_in_is_told_at_the_head() -> None:
    from tests.support.annotatable_files import untraced_page

    page = untraced_page(slip(), 3).data
    data = package(
        NOTE + '<w:altChunk r:id="rId9"/>',
        related=[("rId9", "aFChunk", "page.htm")],
        parts=[("word/page.htm", page)],
    )
    annotated = annotate(data)
    assert annotated.comments == 0
    assert [mark.cell for mark in annotated.unplaced] == [RECONSIDERATION]
    assert "应为 11（现为 0" in annotated.head
    assert members(annotated.data)["word/page.htm"] == page


def test_a_signed_file_is_refused() -> None:
    setting = DocxTypesetter(slip(), random.Random(1))
    body = "".join(setting.markup(table) for table in setting.tables)
    data = package(body, parts=[("_xmlsignatures/sig1.xml", "<a/>")])
    with pytest.raises(Unannotatable) as caught:
        annotate(data)
    assert caught.value.code == "annotate.signed"


def test_a_document_type_in_the_comments_of_others_is_refused() -> None:
    setting = DocxTypesetter(slip(), random.Random(1))
    body = "".join(setting.markup(table) for table in setting.tables)
    bomb = (
        '<!DOCTYPE a [<!ENTITY e "x">]><w:comments xmlns:w="' + TRANSITIONAL + '">&e;</w:comments>'
    )
    data = package(
        body,
        related=[("rId5", "comments", "comments.xml")],
        parts=[("word/comments.xml", bomb)],
    )
    with pytest.raises(Unannotatable) as caught:
        annotate(data)
    assert caught.value.code == "annotate.damaged"
