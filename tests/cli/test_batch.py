"""``gxstats batch``: what is printed in both languages, the exit codes, and Ctrl-C."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time

import pytest
from tests.support.command_line import EXAMPLE, run, run_on_terminal
from tests.support.effort import some
from tests.support.simple_reports import zeros
from tests.support.yardstick import PATIENCE

from gxstats import DisputeResults, to_json

pytest.importorskip("pyarrow")
pytest.importorskip("polars")

VIOLATED = DisputeResults(upheld=10, corrected=1, other=0, pending=0, total=0)


@pytest.fixture
def folder(tmp_path):
    root = tmp_path / "年报"
    root.mkdir()
    (root / "a.txt").write_bytes(EXAMPLE.read_bytes())
    return root


def add(folder, name):
    kinds = {
        "violated.json": to_json(zeros().replace({"/disputes/reconsideration": VIOLATED})),
        "open.json": to_json(zeros().replace({"/disputes/reconsideration/upheld": None})),
        "broken.docx": b"PK\x03\x04 harm",
        "logo.png": b"\x89PNG\r\n\x1a\n" + bytes(20),
    }
    (folder / name).write_bytes(kinds[name])


@pytest.mark.parametrize(
    ("names", "code"),
    some(
        [
            ([], 0),
            (["logo.png"], 0),
            (["open.json"], 3),
            (["open.json", "violated.json"], 1),
            (["open.json", "violated.json", "broken.docx"], 2),
        ],
        40,
    ),
)
@pytest.mark.usefixtures("workers_here")
def test_the_exit_code_is_that_of_the_worst(folder, tmp_path, names, code):
    for name in names:
        add(folder, name)
    assert run("batch", folder, "-o", tmp_path / "out", "--workers", "1").exit_code == code
    again = run("batch", folder, "-o", tmp_path / "out")
    assert again.exit_code == code, "the exit code is of all that is there, read before or not"


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("zh", ["不符", "相符", "读不出", "最常不符", "文件已损坏", "隐藏的文件", "已写入", "合计  ", "2019 年版"]),
        ("en", ["with violations", "consistent", "unreadable", "most often violated", "damaged",
                "hidden file", "written to", "total  ", "2019 form"]),
    ],
)  # fmt: skip
@pytest.mark.usefixtures("workers_here")
def test_the_summary_is_told_in_both_languages(folder, tmp_path, language, words):
    for name in ("violated.json", "broken.docx", "logo.png"):
        add(folder, name)
    (folder / ".hidden").write_bytes(b"")
    result = run("batch", folder, "-o", tmp_path / "out", "--workers", "1", language=language)
    for word in words:
        assert word in result.stdout
    assert "disputes.total.reconsideration" in result.stdout
    assert "broken.docx" in result.stdout
    assert result.stderr == "", "no progress where there is no terminal"


@pytest.mark.usefixtures("workers_here")
def test_quiet_says_nothing_and_writes_all(folder, tmp_path):
    out = tmp_path / "out"
    result = run("batch", folder, "-o", out, "--quiet", "--workers", "1")
    assert (result.exit_code, result.stdout, result.stderr) == (0, "", "")
    assert json.loads((out / "summary.json").read_bytes())["verdicts"] == {"held": 1}


@pytest.mark.usefixtures("workers_here")
def test_again_starts_over(folder, tmp_path):
    out = tmp_path / "out"
    run("batch", folder, "-o", out, "--workers", "1")
    result = run("batch", folder, "-o", out, "--again", "--workers", "1")
    assert "Files read in this run: 1" in result.stdout
    assert json.loads((out / "summary.json").read_bytes())["files"] == 1


@pytest.mark.usefixtures("workers_here")
def test_again_removes_nothing_where_the_source_is_misspelt(folder, tmp_path):
    out = tmp_path / "out"
    run("batch", folder, "-o", out, "--workers", "1")
    assert run("batch", tmp_path / "年抱", "-o", out, "--again").exit_code == 2
    assert (out / "files" / "part-00001.parquet").exists()


@pytest.mark.parametrize("language", ["zh", "en"])
def test_wrong_usage_is_code_2_and_says_what_is_wrong(folder, tmp_path, language):
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "notes.txt").write_text("x")
    for arguments in (
        ("batch", folder),
        ("batch", "-o", "out"),
        ("batch", folder, "-o", tmp_path / "out", "--workers", "0"),
        ("batch", folder, "-o", tmp_path / "out", "--workers", "many"),
        ("batch", tmp_path / "missing", "-o", tmp_path / "out"),
        ("batch", folder, "-o", folder),
        ("batch", folder, "-o", tmp_path / "mine"),
    ):
        result = run(*arguments, language=language)
        assert result.exit_code == 2
        chinese = any("\u4e00" <= c <= "\u9fff" for c in result.stderr.replace("年报", ""))
        assert chinese is (language == "zh"), result.stderr


# --- as a process ---------------------------------------------------------------------------------


LISTENING = """
import signal
signal.signal(signal.SIGINT, signal.default_int_handler)
from gxstats.batch import running
from gxstats.cli import main
running._PART_FILES = 16
main()
"""  # shells start what runs in the background deaf to Ctrl-C


@pytest.mark.skipif(sys.platform == "win32", reason="process groups of POSIX")
@pytest.mark.parametrize(
    ("language", "word"),
    [
        ("zh", "接着读取"),
        pytest.param("en", "goes on from there", marks=pytest.mark.thorough),
    ],
)
def test_ctrl_c_keeps_what_is_done_and_says_how_to_go_on(folder, tmp_path, language, word):
    for number in range(300):
        (folder / f"{number:04}.txt").write_bytes(EXAMPLE.read_bytes())
    out = tmp_path / "out"
    options = (folder, "-o", out, "--workers", "1", "--lang", language)
    process = subprocess.Popen(
        [sys.executable, "-c", LISTENING, "batch", *options],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        start_new_session=True,
    )
    while not list(out.glob("files/*.parquet")):
        assert process.poll() is None
        time.sleep(0.01)
    os.killpg(process.pid, signal.SIGINT)
    stdout, stderr = process.communicate(timeout=PATIENCE)
    assert process.returncode == 130
    assert stdout == b""
    said = stderr.decode()
    assert word in said
    assert said.count("\n") == 1, said
    summary = json.loads((out / "summary.json").read_bytes())
    assert 0 < summary["files"] < 301
    assert summary["complete"] is False
    assert is_gone(process.pid)


def is_gone(group):
    """Whether, in a moment, no process of a group is left."""
    for _ in range(10 * PATIENCE):
        try:
            os.killpg(group, 0)
        except ProcessLookupError:
            return True
        time.sleep(0.1)
    return False


@pytest.mark.usefixtures("workers_here")
@pytest.mark.parametrize(("language", "word"), [("zh", "每秒"), ("en", "files/s")])
def test_a_terminal_shows_progress_rate_and_time_left(folder, tmp_path, language, word):
    for number in range(5):
        (folder / f"{number:04}.txt").write_bytes(EXAMPLE.read_bytes())
    arguments = ("batch", folder, "-o", tmp_path / "out")
    code, shown, _ = run_on_terminal("stderr", *arguments, language=language)
    assert code == 0
    assert word in shown
    assert "6/6" in shown
    assert "0:00:" in shown
