"""Folders on the command line: every file in them, and what is said of each."""

from __future__ import annotations

import json
import os
import shutil
import socket
from pathlib import Path

import pytest
from tests.support.command_line import EXAMPLE, run
from tests.support.simple_reports import zeros

from gxstats import DisputeResults, from_json, to_json

PNG = b"\x89PNG\r\n\x1a\n" + b"\0" * 20
JSON_OF_ANOTHER_KIND = b'{"cells": {}, "doubts": []}'


def put(path, data):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
    return path


def violated():
    row = DisputeResults(upheld=10, corrected=1, other=0, pending=0, total=0)
    return to_json(zeros().replace({"/disputes/reconsideration": row}))


def left_open():
    return to_json(zeros().replace({"/disputes/reconsideration/upheld": None}))


def doubtful():
    text = EXAMPLE.read_text(encoding="utf-8")
    before, label, after = text.partition("四、结转下年度继续办理")
    return (before + label + after.replace("0", "1.5", 1)).encode()


@pytest.fixture
def folder(tmp_path):
    """A folder as a clerk keeps it."""
    root = tmp_path / "年报"
    put(root / "a.txt", EXAMPLE.read_bytes())
    put(root / "b.json", violated())
    put(root / "2023" / "c.json", left_open())
    put(root / "2023" / "d.txt", doubtful())
    put(root / "2023" / "broken.docx", b"PK\x03\x04 harm")
    put(root / "2023" / "other.html", "<p>白日依山尽</p>".encode())
    put(root / "2023" / "files" / "logo.png", PNG)
    put(root / "2023" / "files" / "style.css", b"td { color: red }")
    put(root / "2023" / "files" / "reading.json", JSON_OF_ANOTHER_KIND)
    put(root / ".DS_Store", b"\0\1")
    put(root / "~$a.docx", b"\0\1")
    put(root / ".git" / "a.txt", EXAMPLE.read_bytes())
    return root


def marks(result, root):
    """The lines of the files: name below the root, and the mark."""
    found = {}
    for line in result.stdout.splitlines():
        parts = [part for part in line.split("  ") if part]
        if len(parts) > 1 and not line.startswith(" ") and parts[1].strip().startswith(str(root)):
            name = Path(parts[1].strip()).relative_to(root).as_posix()
            assert name not in found, "a file has two lines"
            found[name] = parts[0].strip()
    return found


# --- check ----------------------------------------------------------------------------------


def test_every_file_of_a_folder_has_one_line_in_order(folder):
    result = run("check", folder)
    assert result.exit_code == 2
    assert marks(result, folder) == {
        "2023/broken.docx": "unreadable",
        "2023/c.json": "open",
        "2023/d.txt": "doubt",
        "2023/files/logo.png": "no report",
        "2023/files/reading.json": "no report",
        "2023/files/style.css": "no report",
        "2023/other.html": "unreadable",
        "a.txt": "held",
        "b.json": "violated",
    }
    assert list(marks(result, folder)) == sorted(marks(result, folder))


def test_the_table_at_the_end_counts_every_line(folder):
    result = run("check", folder, language="zh")
    lines = [line.split() for line in result.stdout.splitlines() if line.startswith("  ")]
    counts = {line[0]: int(line[1]) for line in lines if len(line) == 2 and line[1].isdigit()}
    assert counts == {
        "不符": 1,
        "有存疑之处": 1,
        "因空白未定": 1,
        "相符": 1,
        "读不出": 2,
        "不是报告的文件": 3,
        "合计": 9,
    }


def test_bad_files_are_listed_with_their_reasons_and_the_rest_is_done(folder):
    result = run("check", folder)
    _, _, end = result.stdout.partition("total")
    broken, other = (folder / "2023" / name for name in ("broken.docx", "other.html"))
    assert f"{broken}  the file is damaged" in end
    assert f"{other}  none of the tables" in end
    assert "PNG" in end


@pytest.mark.parametrize(
    ("language", "hidden", "locked"),
    [("zh", "隐藏的文件 2 个", "~$a.docx"), ("en", "2 × hidden file", "~$a.docx")],
)
def test_hidden_and_lock_files_are_skipped_and_said(folder, language, hidden, locked):
    result = run("check", folder, language=language)
    end = result.stdout[result.stdout.rindex("logo.png") :]
    assert hidden in end
    assert ".DS_Store" in end
    assert locked in end
    assert not any(Path(name).name.startswith((".", "~")) for name in marks(result, folder))


def test_what_is_named_is_read_even_if_it_is_hidden(folder):
    assert run("check", folder / ".git" / "a.txt").exit_code == 0
    assert run("check", folder / ".git").exit_code == 0


@pytest.mark.parametrize(
    ("names", "code"),
    [
        (["a.txt"], 0),
        (["a.txt", "c.json"], 3),
        (["a.txt", "d.txt"], 3),
        (["a.txt", "c.json", "b.json"], 1),
        (["b.json", "broken.docx"], 2),
        (["a.txt", "logo.png"], 0),
        (["a.txt", "reading.json"], 0),
        (["logo.png"], 2),
        ([], 2),
    ],
)
def test_the_worst_file_decides_and_what_is_no_report_does_not(folder, tmp_path, names, code):
    some = tmp_path / "some"
    some.mkdir()
    for name in names:
        (source,) = [path for path in folder.rglob(name) if ".git" not in path.parts]
        shutil.copy(source, some / name)
    result = run("check", some)
    assert result.exit_code == code
    assert ("there is no report" in result.stdout) == (names in ([], ["logo.png"]))


def test_what_was_named_is_a_failure_whatever_it_is(folder):
    assert run("check", folder / "2023" / "files" / "logo.png", folder / ".git").exit_code == 2


def test_json_has_one_entry_for_every_file(folder):
    result = run("check", folder, "--format", "json")
    assert result.exit_code == 2
    documents = {
        Path(one["file"]).relative_to(folder).as_posix(): one for one in json.loads(result.stdout)
    }
    assert list(documents) == list(marks(run("check", folder), folder))
    assert documents["a.txt"]["verdict"] == "held"
    assert documents["b.json"]["verdict"] == "violated"
    assert list(documents["2023/broken.docx"]) == ["file", "error", "problems"]
    assert list(documents["2023/files/logo.png"]) == ["file", "skipped"]
    assert ".DS_Store" in result.stderr


def test_json_of_a_folder_without_files_is_an_empty_array(tmp_path):
    result = run("check", tmp_path, "--format", "json")
    assert (result.exit_code, json.loads(result.stdout)) == (2, [])


def test_everything_is_listed_on_request(folder):
    brief, full = run("check", folder, language="zh"), run("check", folder, "--all", language="zh")
    assert "比各项之和少 11" not in brief.stdout
    assert "比各项之和少 11" in full.stdout
    assert marks(brief, folder) == marks(full, folder)


def test_the_tables_in_question_are_drawn_for_folders_too(folder):
    assert "!10" in run("check", folder, "--form").stdout


def test_whose_slips_they_are_is_in_the_line(tmp_path):
    text = EXAMPLE.read_text(encoding="utf-8")
    before, label, after = text.partition("一、本年新收政府信息公开申请数量")
    put(tmp_path / "a.txt", (before + label + after.replace("48", "47", 1)).encode())
    assert "2 条原文如此" in run("check", tmp_path, language="zh").stdout


def test_files_folders_and_standard_input_go_together(folder):
    result = run("check", folder / "b.json", "-", folder / "2023", stdin=EXAMPLE.read_bytes())
    lines = [line for line in result.stdout.splitlines() if line.startswith(("held", "violated"))]
    assert [line.split()[0] for line in lines] == ["violated", "held"]
    assert "(standard input)" in lines[1]


def test_links_in_a_circle_are_gone_round_once(folder):
    (folder / "2023" / "again").symlink_to(folder, target_is_directory=True)
    (folder / "z").symlink_to(folder / "2023", target_is_directory=True)
    (folder / "nowhere.txt").symlink_to(folder / "no-such-file")
    found = marks(run("check", folder), folder)
    assert found.pop("nowhere.txt") == "unreadable"
    assert len(found) == 9
    assert "2023/a.txt" not in found


def test_a_link_out_of_the_folder_is_followed_on_request(folder, tmp_path):
    outside = put(tmp_path / "outside" / "e.txt", EXAMPLE.read_bytes())
    (folder / "2022").symlink_to(outside.parent, target_is_directory=True)
    (folder / "f.txt").symlink_to(outside)
    assert not {"2022/e.txt", "f.txt"} & marks(run("check", folder), folder).keys()
    found = marks(run("check", folder, "--follow-links"), folder)
    assert found["2022/e.txt"] == found["f.txt"] == "held"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="has no named pipes")
def test_a_pipe_in_a_folder_is_not_waited_for(folder):
    os.mkfifo(folder / "pipe.txt")
    channel = socket.socket(socket.AF_UNIX)
    here = Path.cwd()
    os.chdir(folder)  # the name of a socket must be short
    try:
        channel.bind("socket.txt")
    finally:
        os.chdir(here)
        channel.close()
    result = run("check", folder)
    assert "pipe.txt" not in marks(result, folder)
    assert "2 × not a regular file" in result.stdout


def test_a_folder_that_may_not_be_listed_is_a_failure_and_the_rest_is_done(folder, monkeypatch):
    real = os.scandir

    def scandir(path):
        if str(path).endswith("2023"):
            raise PermissionError(13, "Permission denied")
        return real(path)

    monkeypatch.setattr(os, "scandir", scandir)
    result = run("check", folder)
    assert result.exit_code == 2
    assert marks(result, folder) == {"a.txt": "held", "b.json": "violated", "2023": "unreadable"}
    assert f"{folder / '2023'}  no permission to read it" in result.stdout
    documents = json.loads(run("check", folder, "--format", "json").stdout)
    assert [one.get("error") for one in documents] == [None, None, "no permission to read it"]


def test_a_fault_of_the_program_s_own_does_not_stop_the_rest(folder, monkeypatch):
    from gxstats.cli import sources

    real = sources.load_all

    def load(name):
        if name.endswith("d.txt"):
            raise ZeroDivisionError("harm")
        return real(name)

    monkeypatch.setattr(sources, "load_all", load)
    result = run("check", folder)
    assert result.exit_code == 2
    assert marks(result, folder)["2023/d.txt"] == "unreadable"
    assert "ZeroDivisionError: harm" in result.stdout
    assert len(marks(result, folder)) == 9


# --- read -----------------------------------------------------------------------------------


def test_every_report_of_a_folder_becomes_a_document(folder, tmp_path):
    out, provenance = tmp_path / "out", tmp_path / "readings"
    result = run("read", folder, "-o", out, "--reading", provenance)
    assert result.exit_code == 2
    written = {path.relative_to(out).as_posix() for path in out.rglob("*") if path.is_file()}
    assert written == {"a.txt.json", "b.json.json", "2023/c.json.json", "2023/d.txt.json"}
    assert from_json((out / "a.txt.json").read_bytes()).year == 2019
    assert from_json((out / "b.json.json").read_bytes()) == from_json(violated())
    readings = {p.relative_to(provenance).as_posix() for p in provenance.rglob("*") if p.is_file()}
    assert readings == {"a.txt.json", "2023/d.txt.json"}
    assert json.loads((provenance / "2023" / "d.txt.json").read_bytes())["doubts"]
    found = marks(result, folder)
    assert found["a.txt"] == found["b.json"] == "read"
    assert found["2023/d.txt"] == "doubt"
    assert found["2023/broken.docx"] == "unreadable"


def test_the_documents_are_those_of_single_files(folder, tmp_path):
    run("read", folder, "-o", tmp_path / "out")
    for name in ("a.txt", "2023/d.txt"):
        alone = run("read", folder / name).stdout_bytes
        assert (tmp_path / "out" / f"{name}.json").read_bytes() == alone


def test_reading_again_gives_the_same_and_reads_no_output(folder):
    out = folder / "documents"
    first = run("read", folder, "-o", out)
    written = {path: path.read_bytes() for path in out.rglob("*.json")}
    again = run("read", folder, "-o", out)
    assert marks(first, folder) == marks(again, folder)
    assert {path: path.read_bytes() for path in out.rglob("*.json")} == written
    assert len(written) == 4
    assert "folder that is written to" in again.stdout


def test_sources_that_differ_in_their_ending_are_kept_apart(tmp_path):
    for ending in ("txt", "html", "md"):
        put(tmp_path / "in" / f"年报.{ending}", EXAMPLE.read_bytes())
    result = run("read", tmp_path / "in", "-o", tmp_path / "out")
    assert result.exit_code == 0
    assert len(list((tmp_path / "out").iterdir())) == 3


def test_two_folders_keep_their_names(tmp_path):
    for name in ("甲", "乙"):
        put(tmp_path / name / "a.txt", EXAMPLE.read_bytes())
    result = run("read", tmp_path / "甲", tmp_path / "乙", "-o", tmp_path / "out")
    assert result.exit_code == 0
    found = {p.relative_to(tmp_path / "out").as_posix() for p in (tmp_path / "out").rglob("*.*")}
    assert found == {"甲/a.txt.json", "乙/a.txt.json"}


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["F"], "需要|needs -o"),
        (["F/a.txt", "F/b.json"], "needs -o"),
        (["F", "-o", "F"], "holds the files"),
        (["F", "-o", "F/.."], "holds the files"),
        (["F/2023", "-o", "F"], "holds the files"),
        (["F", "-o", "F/a.txt"], "is not a folder"),
        (["F", "-o", "OUT", "--reading", "OUT"], "would be written to one file"),
        (["F", "-o", "OUT", "--reading", "-"], "needs --reading"),
        (["F/a.txt", "F/a.txt", "-o", "OUT"], "would be written to one file"),
        (["F/2023/files", "F/2023/../2023/files", "-o", "OUT"], "would be written to one file"),
        (["F/2023/x", "F/2023/x.json", "-o", "F/2023"], "is a file that is read"),
        (["F", "-o", "OUT", "--organ-name", "某局"], "belongs to one report"),
        (["F", "-o", "OUT", "--organ-code", "x"], "belongs to one report"),
        (["-", "-", "-o", "OUT"], "can be read once"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else "",
)
def test_nothing_is_written_where_two_would_meet(folder, tmp_path, arguments, said):
    put(folder / "2023" / "x", EXAMPLE.read_bytes())
    put(folder / "2023" / "x.json", left_open())
    before = {p: p.read_bytes() for p in tmp_path.rglob("*") if p.is_file()}
    names = [
        a.replace("OUT", str(tmp_path / "out"))
        if a.startswith("OUT")
        else a.replace("F", str(folder), 1)
        if a.startswith("F")
        else a
        for a in arguments
    ]
    result = run("read", *names)
    assert result.exit_code == 2
    assert said.rpartition("|")[2] in result.stderr
    assert {p: p.read_bytes() for p in tmp_path.rglob("*") if p.is_file()} == before


def test_what_the_pages_do_not_print_is_supplied_to_all(tmp_path):
    text = EXAMPLE.read_text(encoding="utf-8")
    bare = text[text.index("二、主动公开") :].encode()
    put(tmp_path / "in" / "a.txt", bare)
    put(tmp_path / "in" / "b.txt", EXAMPLE.read_bytes())
    out = tmp_path / "out"
    result = run("read", tmp_path / "in", "-o", out, "--year", "2020", "--division", "410505")
    assert result.exit_code == 3
    assert from_json((out / "a.txt.json").read_bytes()).year == 2020
    assert from_json((out / "b.txt.json").read_bytes()).year == 2019
    assert from_json((out / "b.txt.json").read_bytes()).organ.division == "410505"
    assert "contradicts --year 2020" in result.stdout
    assert marks(result, tmp_path / "in") == {"a.txt": "read", "b.txt": "doubt"}


def test_a_document_that_cannot_be_written_is_a_failure_and_the_rest_is_done(folder, tmp_path):
    out = tmp_path / "out"
    (out / "a.txt.json").mkdir(parents=True)
    result = run("read", folder, "-o", out)
    assert result.exit_code == 2
    found = marks(result, folder)
    assert (found["a.txt"], found["b.json"]) == ("unreadable", "read")
    assert "cannot write" in result.stdout
