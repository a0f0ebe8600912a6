"""``gxstats check`` in the formats of other programs, as it is typed."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import openpyxl
import pytest
from lxml import etree
from tests.support.command_line import run, run_on_terminal
from tests.support.effort import some
from tests.support.judged_sources import EXAMPLE, NAMES, doubtful, slip

from gxstats.verdicts import FORMATS, TEXT_FORMATS

LANGUAGES = ("zh", "en")


@pytest.fixture
def folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    root = Path("年报")
    (root / "2023").mkdir(parents=True)
    (root / "a.txt").write_bytes(EXAMPLE)
    (root / "2023" / "b.json").write_bytes(slip())
    (root / "2023" / "c.txt").write_bytes(doubtful())
    (root / "2023" / "logo.png").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(20))
    (root / "2023" / "broken.docx").write_bytes(b"PK\x03\x04 harm")
    return root


@pytest.mark.parametrize("language", some(LANGUAGES, 50))
@pytest.mark.parametrize("name", some(FORMATS, 50))
def test_the_exit_code_is_that_of_the_text(name, language, folder, tmp_path):
    for files, code in (
        ([folder], 2),
        ([folder / "a.txt"], 0),
        ([folder / "2023" / "b.json", folder / "a.txt"], 1),
        ([folder / "2023" / "c.txt"], 3),
    ):
        out = tmp_path / f"out.{name}"
        result = run("check", *files, "--format", name, "-o", out, language=language)
        assert result.exit_code == run("check", *files, language=language).exit_code == code
        assert out.stat().st_size
        assert not result.stdout


@pytest.mark.parametrize("name", TEXT_FORMATS)
def test_standard_output_is_what_the_file_is(name, folder, tmp_path):
    out = tmp_path / "out"
    run("check", folder, "--format", name, "-o", out)
    printed = run("check", folder, "--format", name).stdout_bytes
    if name == "html":  # the drawings of a process are numbered
        assert printed.count(b"<tr>") == out.read_bytes().count(b"<tr>")
    else:
        assert printed == out.read_bytes()


def test_all_formats_tell_of_the_same_files(folder, tmp_path):
    told = {}
    for name in ("sarif", "junit", "csv", "xlsx"):
        out = tmp_path / "out"
        run("check", folder, "--format", name, "-o", out)
        told[name] = out.read_bytes()
    suites = etree.fromstring(told["junit"]).findall("testsuite")
    rows = list(csv.reader(io.StringIO(told["csv"].decode("utf-8-sig"), newline="")))
    files, _ = openpyxl.load_workbook(io.BytesIO(told["xlsx"])).worksheets
    names = {f"年报/{name}" for name in ("a.txt", "2023/b.json", "2023/c.txt", "2023/logo.png", "2023/broken.docx")}  # fmt: skip
    assert {suite.get("name") for suite in suites} == names
    assert {row[0] for row in rows[1:]} == names
    assert {row[0].value for row in files.iter_rows(min_row=2)} - {"total"} == names
    log = json.loads(told["sarif"])
    uris = {
        result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
        for result in log["runs"][0]["results"]
    }
    assert len(uris) == 4  # of a report that holds there is nothing to say


def test_what_is_no_report_in_a_folder_is_skipped_and_what_is_named_is_an_error(folder):
    skipped = run("check", folder, "--format", "github").stdout
    assert "::debug::年报/2023/logo.png" in skipped
    named = run("check", folder / "2023" / "logo.png", "--format", "github")
    assert named.exit_code == 2
    assert named.stdout.startswith("::error file=年报/2023/logo.png,title=read.")


def test_a_missing_file_and_a_folder_of_nothing(tmp_path):
    result = run("check", tmp_path / "none", "--format", "github")
    assert result.exit_code == 2
    assert "title=file.missing::no such file" in result.stdout
    (tmp_path / "empty").mkdir()
    result = run("check", tmp_path / "empty", "--format", "sarif")
    assert json.loads(result.stdout)["runs"][0]["results"] == []
    assert result.exit_code == 2


def test_standard_input_is_checked_in_every_format(tmp_path):
    for name in FORMATS:
        out = tmp_path / name
        result = run("check", "-", "--format", name, "-o", out, stdin=slip())
        assert result.exit_code == 1
        assert out.stat().st_size


def test_output_into_the_folder_that_is_checked_is_not_checked(folder):
    for _ in range(2):
        run("check", folder, "--format", "csv", "-o", folder / "verdicts.csv")
        rows = (folder / "verdicts.csv").read_text("utf-8-sig").splitlines()
        assert not any("verdicts.csv" in row for row in rows)


def test_a_file_is_not_written_over_by_its_own_verdict(folder):
    result = run("check", folder / "a.txt", "--format", "csv", "-o", folder / "a.txt")
    assert result.exit_code == 2
    assert (folder / "a.txt").read_bytes() == EXAMPLE


@pytest.mark.parametrize("name", ["text", "json"])
def test_text_and_json_go_to_a_file_too(name, folder, tmp_path):
    for files in ([folder], [folder / "a.txt"]):
        out = tmp_path / "out"
        result = run("check", *files, "--format", name, "-o", out)
        assert not result.stdout
        printed = run("check", *files, "--format", name).stdout
        # a terminal's width is not a file's
        assert out.read_text("utf-8").split() == printed.split()


def test_a_place_that_cannot_be_written_is_told(folder, tmp_path):
    result = run("check", folder, "--format", "csv", "-o", tmp_path / "no" / "out.csv")
    assert result.exit_code == 2
    assert "cannot write" in result.output


@pytest.mark.parametrize(("language", "said"), [("en", "with -o"), ("zh", "请用 -o 指定文件")])
def test_a_workbook_is_not_shown_on_a_terminal(folder, language, said):
    arguments = ("check", folder, "--format", "xlsx")
    code, shown, err = run_on_terminal("stdout", *arguments, language=language)
    assert (code, shown) == (2, "")
    assert said in err


def test_an_unknown_format_is_wrong_usage(folder):
    result = run("check", folder, "--format", "pdf")
    assert result.exit_code == 2
    for name in FORMATS:
        assert name in result.output


def test_names_that_the_system_has_are_no_obstacle(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    made = 0
    root = tmp_path / "files"
    root.mkdir()
    for place, name in enumerate(NAMES):
        flat = name.replace("/", "_")
        try:
            (root / flat).write_bytes(b"" if place % 8 else slip())
        except (OSError, ValueError):
            continue  # no system has such a name
        made += 1
    assert made > 10
    for name in FORMATS:
        result = run("check", "files", "--format", name, "-o", "out")
        assert result.exit_code in {1, 2}
    assert Path("out").stat().st_size


def test_a_fault_of_our_own_in_one_file_is_told_and_the_others_are_judged(folder, monkeypatch):
    from gxstats.verdicts import judging

    real = judging.reports_in

    def broken(data, name):
        if name.endswith("b.json"):
            raise ZeroDivisionError("oops")
        return real(data, name)

    monkeypatch.setattr(judging, "reports_in", broken)
    result = run("check", folder, "--format", "github")
    assert "file=年报/2023/b.json,title=file.fault::" in result.stdout
    assert "ZeroDivisionError" in result.stdout
    assert "5 files" in result.stdout
