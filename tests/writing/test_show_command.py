"""``gxstats show``: what it draws and writes, and what it says where it cannot."""

from __future__ import annotations

import re

import attrs
import pytest

pytest.importorskip("click")
pytest.importorskip("rich")
pytest.importorskip("lxml")


from tests.support.command_line import run

from gxstats import Bilingual, check, examples, read, to_json
from gxstats.diagnosis import deduce, diagnose
from gxstats.writing import Marks, report_markdown, report_page

EXAMPLE = examples.path("yindu-2019")
REPORT = read(EXAMPLE).report
GRANTED = "/requests/outcomes/granted/natural_person"
CARRIED = "/requests/carried_out/natural_person"


@pytest.fixture
def slip(tmp_path):
    path = tmp_path / "slip.json"
    path.write_bytes(to_json(REPORT.replace({GRANTED: 34})))
    return path


@pytest.mark.parametrize("language", ["zh", "en"])
def test_each_format_is_the_drawing_of_the_library(tmp_path, slip, language):
    marks = Marks.diagnosed(REPORT.replace({GRANTED: 34}))
    out = tmp_path / "out"
    done = run("show", "--format", "html", "-o", out, slip, language=language)
    assert (done.exit_code, done.stdout) == (1, "")
    assert out.read_text("utf-8") == report_page([marks], language)
    done = run("show", "--format", "markdown", slip, slip, language=language)
    assert done.exit_code == 1
    assert done.stdout == "\n".join([report_markdown(marks, language)] * 2)
    done = run("show", slip, language=language)
    assert done.exit_code == 1
    assert "34→43" in done.stdout
    assert {"zh": "原数→应为", "en": "what stands there→what it should be"}[
        language
    ] in done.stdout
    run("show", "-o", out, slip, language=language)
    assert "34→43" in out.read_text("utf-8")


@pytest.mark.parametrize("language", ["zh", "en"])
def test_in_a_terminal_what_was_found_stands_below_the_tables(tmp_path, language):
    report = REPORT.replace({GRANTED: 34, "/requests/received/commercial_enterprise": None})
    path = tmp_path / "slip.json"
    path.write_bytes(to_json(report))
    done = run("show", path, language=language)
    *_, below = done.stdout.partition({"zh": "原数→应为", "en": "it should be"}[language])
    lines = [line.removeprefix("  -  ") for line in below.splitlines()]
    found = check(report)
    assert found.explain(language).splitlines()[0] in lines
    assert {result.explain(language) for result in found.violated} <= set(lines)
    assert set(diagnose(report).sentences(language)[0]) <= set(lines)
    [one] = [one for one in deduce(report).forced if one.cell.startswith("/requests")]
    assert any(line.startswith(one.explain(language)) for line in lines)
    assert "4,875.699" in below


def test_a_file_holds_no_colours_whatever_the_terminal_has(tmp_path, slip, monkeypatch):
    monkeypatch.setenv("FORCE_COLOR", "1")
    out = tmp_path / "out.txt"
    done = run("show", "-o", out, slip)
    assert "out.txt" in done.stderr
    assert "\x1b" not in out.read_text("utf-8")
    assert "\x1b" in run("show", slip).stdout


def test_last_years_report_is_taken_into_account(tmp_path):
    before, this = tmp_path / "before.json", tmp_path / "this.json"
    last = attrs.evolve(REPORT, year=2018)
    before.write_bytes(to_json(last))
    carried_in = CARRIED.replace("carried_out", "carried_in")
    blank = REPORT.replace({carried_in: None, GRANTED: None})
    this.write_bytes(to_json(blank))
    done = run("show", "--format", "html", "--last-year", before, this)
    assert done.exit_code == 3
    assert done.stdout == report_page([Marks.diagnosed(blank, last_year=last)], "en")


@pytest.mark.parametrize(
    ("printed", "code"),
    [("\t187\n\t0\n\t3962\n\n\t其他文件", 0), ("", 3)],
    ids=["notice", "doubt"],
)
def test_doubts_about_cells_and_notices_on_the_whole_report_are_told(tmp_path, printed, code):
    path = tmp_path / "doubt.txt"
    path.write_text(EXAMPLE.read_text("utf-8").replace("\t187", printed, 1), "utf-8")
    reading = read(path)
    assert (bool(reading.doubts), bool(reading.notices)) == (code == 3, code == 0)
    for language in ("zh", "en"):
        done = run("show", "--format", "markdown", path, language=language)
        assert done.exit_code == code
        said = re.sub(r"\\(.)", r"\1", done.stdout)
        for one in (*reading.doubts, *reading.notices):
            assert one.message[language] in said


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--last-year", EXAMPLE, EXAMPLE], Bilingual("2018", "2018")),
        (["--last-year", EXAMPLE, EXAMPLE, EXAMPLE], Bilingual("--last-year", "--last-year")),
        (["--format", "pdf", EXAMPLE], Bilingual("markdown", "markdown")),
        (["-", "-"], Bilingual("标准输入", "standard input")),
        (["nowhere.html"], Bilingual("没有", "no such file")),
    ],
)
@pytest.mark.parametrize("language", ["zh", "en"])
def test_wrong_use_is_explained(arguments, said, language):
    done = run("show", *arguments, language=language)
    assert done.exit_code == 2
    assert said[language] in done.stderr
    assert done.stdout == ""


def test_a_file_that_cannot_be_read_does_not_keep_the_others_from_being_drawn(tmp_path, slip):
    broken = tmp_path / "broken.json"
    broken.write_bytes(b"{")
    done = run("show", "--format", "html", broken, slip)
    assert done.exit_code == 2
    assert done.stdout.startswith("<!doctype html>")
    assert "broken.json" in done.stderr
