"""What holds of every kind of file that is annotated."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.support.annotatable_files import (
    KINDS,
    RECONSIDERATION,
    about_members,
    annotate,
    canonical,
    members,
    read,
    repaired,
    slip,
    slips,
    unannotated,
    word_by_library,
)
from tests.support.chinese_text import HAN
from tests.support.effort import tries_as_drawn
from tests.support.paths import FIXTURES
from tests.support.typeset_report import seeds

from gxstats import GxstatsError, Reading, Unreadable, examples
from gxstats.annotating import ANNOTATE_CODES, Annotated, Unannotatable
from gxstats.reading import Limits
from gxstats.testing import Corruption
from gxstats.text import LANGUAGES, Language
from gxstats.writing.marks import MarkKind, Marks

kinds = pytest.mark.parametrize(
    "kind",
    [
        kind
        if kind in {"page", "word", "sheets", "pdf"}
        else pytest.param(kind, marks=pytest.mark.thorough)
        for kind in KINDS
    ],
)
"""One kind for each container, and with ``--thorough`` every way to make one."""
languages = pytest.mark.parametrize("language", ["zh", "en"])


def require_that_it_reads_the_same(data: bytes, annotated: Annotated) -> None:
    before, after = read(data), read(annotated.data)
    assert after.report == before.report
    assert after.doubts == before.doubts
    assert after.notices == before.notices
    assert after.container == before.container


def require_that_it_is_the_original_without_its_comments(
    data: bytes, annotated: Annotated
) -> None:
    bare = unannotated(annotated.data)
    assert unannotated(bare) == bare
    if annotated.container not in {"docx", "xlsx"}:
        assert bare == data
        return
    assert about_members(bare) == about_members(data)
    changed = {name for name, content in members(bare).items() if members(data)[name] != content}
    assert all(canonical(members(bare)[n]) == canonical(members(data)[n]) for n in changed)
    assert len(changed) <= 1  # <w:p/> comes back as <w:p></w:p>


def require_that_anew_changes_nothing(data: bytes, annotated: Annotated) -> None:
    again = annotate(annotated.data, language=annotated.language)
    assert again.data == annotated.data
    other: Language = "en" if annotated.language == "zh" else "zh"
    there_and_back = annotate(annotate(data, language=other).data, language=annotated.language)
    assert there_and_back.data == annotated.data


def require_that_no_mark_is_lost(annotated: Annotated) -> None:
    doubts = {d.cell: d.message for d in annotated.reading.doubts if d.cell}
    marks = Marks.diagnosed(annotated.reading.report, doubts=doubts)
    expected = [
        mark.cell
        for mark in marks
        if mark.kind is not MarkKind.BLANK and not (mark.kind is MarkKind.DEDUCED and not mark.new)
    ]
    assert [placed.mark.cell for placed in annotated.placed] == expected
    for mark in annotated.unplaced:
        for reason in mark.reasons:
            assert reason[annotated.language].splitlines()[0][1:] in annotated.head
    places = {repr(placed.place) for placed in annotated.placed if placed.place}
    if annotated.container == "docx":  # a text box takes no comments: its cells share one
        assert bool(places) <= annotated.comments <= len(places)
    else:
        assert annotated.comments == len(places)


def require_all(kind: str, corruption: Corruption, seed: int, language: Language) -> None:
    data = KINDS[kind](corruption.corrupted, seed).data
    annotated = annotate(data, language=language)
    require_that_it_reads_the_same(data, annotated)
    require_that_it_is_the_original_without_its_comments(data, annotated)
    require_that_anew_changes_nothing(data, annotated)
    require_that_no_mark_is_lost(annotated)


given_slips = given(corruption=slips, seed=seeds, language=st.sampled_from(LANGUAGES))


@kinds
@tries_as_drawn(4)
@given_slips
def test_an_annotated_file_is_the_original_with_comments(
    kind: str, corruption: Corruption, seed: int, language: Language
) -> None:
    require_all(kind, corruption, seed, language)


@kinds
def test_a_slip_is_marked_with_its_arithmetic(kind: str) -> None:
    annotated = annotate(KINDS[kind](slip(), 2).data)
    [placed] = [p for p in annotated.placed if p.mark.kind is MarkKind.WRONG]
    assert (placed.mark.cell, placed.mark.old, placed.mark.new) == (RECONSIDERATION, 0, 11)
    assert placed.place is not None
    said = "\n".join(reason.zh for reason in placed.mark.reasons)
    assert "结果维持 9 ＋ 结果纠正 1 ＋ 其他结果 1" in said
    assert annotated.head.startswith("gxstats 校验：勾稽关系不符")


def test_what_the_report_of_last_year_tells_is_told_too() -> None:
    from gxstats import Organ, form

    zeros = {cell.address: 0 for cell in form("2021")}
    this = form("2021").report(zeros, year=2023, organ=Organ(name="某局"))
    carried = {
        "/requests/received/natural_person": 3,
        "/requests/received/total": 3,
        "/requests/carried_out/natural_person": 3,
        "/requests/carried_out/total": 3,
    }
    last = form("2021").report(zeros | carried, year=2022, organ=Organ(name="某局"))
    data = word_by_library(this, 3).data
    assert not annotate(data).placed
    assert "上年报告" in annotate(data, last_year=last).head
    with pytest.raises(ValueError, match="202"):
        annotate(data, last_year=this)


@languages
def test_the_comments_are_in_one_language(language: str) -> None:
    annotated = annotate(KINDS["page"](slip(), 5).data, language=language)
    text = annotated.data.decode("utf-16" if annotated.data.startswith(b"\xff\xfe") else "gb18030")
    [own] = re.findall(
        r'<aside class="gxstats-notes gxstats-annotations".*?</aside>', text, re.DOTALL
    )
    assert bool(HAN.search(own)) is (language == "zh")


@pytest.mark.parametrize("path", sorted(FIXTURES.glob("*/raw.html")), ids=lambda p: p.parent.name)
def test_real_pages_are_annotated_and_come_back(path) -> None:
    data = path.read_bytes()
    annotated = annotate(data)
    assert unannotated(annotated.data) == data
    assert read(annotated.data).report == read(data).report


# --- what cannot be annotated -----------------------------------------------------------------


def test_text_is_refused_with_the_kinds_that_are_not() -> None:
    with pytest.raises(Unannotatable) as caught:
        annotate(examples.path("yindu-2019").read_bytes())
    assert (caught.value.code, caught.value.found) == ("annotate.container", "text")
    assert "docx" in caught.value.explain("zh")
    with pytest.raises(Unannotatable):
        unannotated(examples.path("yindu-2019").read_bytes())


def test_a_workbook_of_old_is_refused() -> None:
    import random

    from tests.support.typeset_sheets import SheetTypesetter, by_xlwt

    data = by_xlwt(SheetTypesetter(slip(), random.Random(1)).workbook())
    with pytest.raises(Unannotatable) as caught:
        annotate(data)
    assert (caught.value.code, caught.value.found) == ("annotate.container", "xls")


@pytest.mark.parametrize("code", ANNOTATE_CODES)
def test_every_reason_is_told_in_both_languages(code: str) -> None:
    error = Unannotatable(code, found="X", expected="Y")
    assert HAN.search(error.explain("zh"))
    assert not HAN.search(error.explain("en"))
    assert code in str(error)
    assert error.address == ""
    assert error == Unannotatable(code, found="X", expected="Y")
    import pickle

    assert pickle.loads(pickle.dumps(error)) == error


def test_the_limits_of_the_reader_hold() -> None:
    with pytest.raises(Unreadable) as caught:
        annotate(b"<table>" + b" " * 2_000, limits=Limits(bytes=1_000))
    assert caught.value.code == "read.limit.bytes"


def hostile_names() -> list[str]:
    from tests.support.hostile import all_files

    return [file.name for file in all_files()]


def outcome(judge: Callable[[bytes], object], data: bytes) -> object:
    """What is made of a file, or the error that refuses it."""
    try:
        return judge(data)
    except GxstatsError as error:
        return error


def require_refused_or_same(data: bytes) -> None:
    """A hostile file is refused as its reader refuses it, or annotated as any other."""
    reading, annotated = outcome(read, data), outcome(annotate, data)
    if isinstance(reading, GxstatsError):
        assert type(annotated) is type(reading)
        assert getattr(annotated, "code", None) == getattr(reading, "code", None)
    elif isinstance(annotated, Unannotatable):
        assert annotated.code != "annotate.changed"
    else:
        assert isinstance(reading, Reading)
        assert isinstance(annotated, Annotated)
        assert annotated.reading.report == reading.report
        assert read(unannotated(annotated.data)).report == reading.report


@pytest.mark.thorough
@pytest.mark.parametrize("name", hostile_names())
def test_a_hostile_file_is_refused_or_annotated_as_any_other(name: str) -> None:
    from tests.support.hostile import all_files

    [file] = [file for file in all_files() if file.name == name]
    require_refused_or_same(file.data)


@kinds
def test_a_file_that_was_corrected_loses_its_old_comments(kind: str) -> None:
    """What the clerk does next: the number is set right in the annotated file, and it is run again."""
    right = annotate(KINDS[kind](repaired(slip()), 2).data)
    assert not [placed for placed in right.placed if placed.mark.kind is MarkKind.WRONG]
    assert right.comments == 0
    assert right.head.startswith("gxstats 校验：勾稽关系全部相符")
