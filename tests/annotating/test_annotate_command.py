"""``gxstats annotate``: the file it writes, what it says, and where it refuses."""

from __future__ import annotations

import re

import pytest
from tests.support.annotatable_files import (
    RECONSIDERATION,
    annotate,
    page,
    pdf,
    repaired,
    sheets_by_library,
    slip,
    word_by_library,
)
from tests.support.command_line import run
from tests.support.effort import some

pytest.importorskip("click")
pytest.importorskip("rich")


from gxstats import examples, to_json


@pytest.mark.parametrize("language", some(["zh", "en"], 50))
@pytest.mark.parametrize(
    ("name", "make"),
    [("a.docx", word_by_library), ("a.xlsx", sheets_by_library), ("a.html", page), ("a.pdf", pdf)],
)
def test_the_file_is_written_and_its_marks_told(tmp_path, name, make, language) -> None:
    source, out = tmp_path / name, tmp_path / f"marked-{name}"
    data = make(slip(), 2).data
    source.write_bytes(data)
    done = run("annotate", source, "-o", out, language=language)
    assert (done.exit_code, done.stdout) == (1, "")
    assert source.read_bytes() == data
    assert out.read_bytes() == annotate(data, language=language).data
    told = done.stderr.replace("\n", "")
    assert "→ 11" in told
    assert {"zh": "有误", "en": "wrong"}[language] in told
    assert out.name in told


def test_the_exit_code_is_that_of_check(tmp_path) -> None:
    source, out = tmp_path / "a.html", tmp_path / "b.html"
    source.write_bytes(page(repaired(slip()), 3).data)
    assert run("annotate", source, "-o", out).exit_code == 0
    open_ = repaired(slip()).replace({"/disputes/reconsideration/other": None})
    source.write_bytes(page(open_, 3).data)
    assert run("annotate", source, "-o", out).exit_code == 3
    source.write_bytes(page(slip(), 3).data)
    assert run("annotate", source, "-o", out).exit_code == 1


def test_the_file_itself_is_never_overwritten(tmp_path) -> None:
    source = tmp_path / "a.docx"
    source.write_bytes(data := word_by_library(slip(), 3).data)
    (tmp_path / "link.docx").symlink_to(source)
    for same in (source, tmp_path / "." / "a.docx", tmp_path / "link.docx"):
        done = run("annotate", source, "-o", same)
        assert done.exit_code == 2
        assert "cannot be written to" in done.stderr.replace("\n", " ")
        assert source.read_bytes() == data


def test_standard_input_and_output_are_files_too() -> None:
    data = page(slip(), 3, "utf-8").data
    done = run("annotate", "-", "-o", "-", stdin=data)
    assert done.exit_code == 1
    assert done.stdout_bytes == annotate(data, language="en").data


def test_the_report_of_last_year_is_taken_into_account(tmp_path) -> None:
    from gxstats import Organ, form

    zeros = {cell.address: 0 for cell in form("2021")}
    carried = {
        f"/requests/{row}/{column}": 3
        for row in ("received", "carried_out")
        for column in ("natural_person", "total")
    }
    last = tmp_path / "last.json"
    organ = Organ(name="某局")
    last.write_bytes(to_json(form("2021").report(zeros | carried, year=2022, organ=organ)))
    source, out = tmp_path / "a.html", tmp_path / "b.html"
    text = page(form("2021").report(zeros, year=2023, organ=organ), 3, "utf-8").data.decode()
    source.write_text(
        text.replace("<body>", "<body><h1>某局2023年政府信息公开工作年度报告</h1>"), "utf-8"
    )
    assert run("annotate", source, "-o", out, "--last-year", last, language="zh").exit_code == 0
    assert "上年报告" in out.read_text("utf-8")
    last.write_bytes(to_json(form("2021").report(zeros, year=2020, organ=organ)))
    done = run("annotate", source, "-o", out, "--last-year", last)
    assert done.exit_code == 2
    assert "2020" in done.stderr


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("{text}", "-o", "{out}"), "docx, xlsx, HTML, PDF"),
        (("{text}",), "-o"),
        (("{gone}", "-o", "{out}"), ""),
        (("-", "--last-year", "-", "-o", "{out}"), ""),
    ],
)
def test_what_cannot_be_done_is_said(tmp_path, arguments, said, language) -> None:
    named = {
        "text": examples.path("yindu-2019"),
        "out": tmp_path / "out.docx",
        "gone": tmp_path / "gone.docx",
    }
    done = run(
        "annotate", *(argument.format(**named) for argument in arguments), language=language
    )
    assert done.exit_code == 2
    assert said in done.stderr
    assert done.stderr.strip()
    assert bool(re.search("[\u4e00-\u9fff]", done.stderr)) is (language == "zh")
    assert not (tmp_path / "out.docx").exists()


def test_a_mark_without_a_place_is_told_as_such(tmp_path) -> None:
    from tests.support.typeset_docx import package

    data = package(
        '<w:p/><w:altChunk r:id="rId9"/>',
        related=[("rId9", "aFChunk", "page.htm")],
        parts=[("word/page.htm", page(slip(), 3, "utf-8").data)],
    )
    source = tmp_path / "a.docx"
    source.write_bytes(data)
    done = run("annotate", source, "-o", tmp_path / "b.docx")
    assert done.exit_code == 1
    assert "in the comment on the whole" in done.stderr.replace("\n", " ")
    assert RECONSIDERATION not in done.stderr  # a clerk knows the cell by its place in the table


@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_report_document_is_refused_in_the_words_of_the_command_line(tmp_path, language) -> None:
    source = tmp_path / "y.json"
    source.write_bytes(to_json(slip()))
    done = run("annotate", source, "-o", tmp_path / "z", language=language)
    assert done.exit_code == 2
    assert "show" in done.stderr
    assert "from_json" not in done.stderr
    assert "gxstats." not in done.stderr
