"""Exit codes mean what the table says, whatever happens: none but a violation is 1."""

from __future__ import annotations

import errno
import io
import os
import subprocess
import sys
from contextlib import redirect_stderr, redirect_stdout
from pathlib import Path

import click
import pytest
from tests.support.command_line import run, runner
from tests.support.effort import some
from tests.support.simple_reports import zeros_document
from tests.support.writing_commands import arguments
from tests.support.yardstick import PATIENCE

from gxstats import from_json
from gxstats.cli.application import application
from gxstats.text import LANGUAGES
from gxstats.writing import Marks, report_page

pytest.importorskip("lxml")
pytest.importorskip("xlsxwriter")

COMMANDS = {
    "check": ("check", "FILE"),
    "check json": ("check", "FILE", "--format", "json"),
    "check jsonl": ("check", "FILE", "--format", "jsonl"),
    "validate jsonl": ("validate", "FILE", "--format", "jsonl"),
    "check sarif": ("check", "FILE", "--format", "sarif"),
    "diagnose": ("diagnose", "FILE"),
    "diagnose json": ("diagnose", "FILE", "--format", "json"),
    "show": ("show", "FILE"),
    "show html": ("show", "FILE", "--format", "html"),
    "read": ("read", "FILE"),
    "batch": ("batch", "FILE", "-o", "OUT"),
    "validate": ("validate", "FILE"),
    "explain": ("explain",),
    "explain one": ("explain", "requests.balance.total"),
    "schema": ("schema",),
    "form": ("form", "2021"),
    "annotate": ("annotate", "PAGE", "-o", "-"),
    "workbook": ("workbook", "2021", "-o", "-"),
    "page": ("page", "2021"),
    "certificate": ("certificate", "2021"),
    "export": ("export",),
    "export one": ("export", "duckdb"),
    "hook": ("hook", "FILE"),
    "example": ("example",),
    "help": ("--help",),
    "help of one": ("check", "--help"),
    "version": ("--version",),
}
FAULTS = (
    ZeroDivisionError("harm"),
    RecursionError("too deep"),
    MemoryError(),
    EOFError("no more"),
    BrokenPipeError(errno.EPIPE, os.strerror(errno.EPIPE)),
    OSError(errno.ENOSPC, os.strerror(errno.ENOSPC)),
    KeyError("a\n::error::x\x1b[2J"),
    UnicodeDecodeError("utf-8", b"\xff", 0, 1, "invalid"),
)


@pytest.fixture
def files(tmp_path):
    document = tmp_path / "report.json"
    document.write_bytes(zeros_document(disputes__reconsideration__upheld=3))
    page = tmp_path / "report.html"
    page.write_bytes(report_page(Marks.of(from_json(document.read_bytes()))).encode())
    return {"FILE": document, "OUT": tmp_path / "out", "PAGE": page}


def test_every_command_is_looked_at():
    assert set(application("en").commands) <= {words[0] for words in COMMANDS.values()}


# --- what nobody thought of -------------------------------------------------------------------


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    "fault", FAULTS, ids=[f"{type(one).__name__}{place}" for place, one in enumerate(FAULTS)]
)
def test_a_fault_is_told_in_a_sentence_and_is_no_verdict(fault, language, files):
    for name in some(application(language).commands, 40):
        words = arguments(COMMANDS[name], **files)
        result = failing(name, fault, language, words)
        assert result.exit_code == 2
        assert result.stdout == ""
        first, *more = result.stderr.splitlines()
        assert first.startswith("gxstats")
        assert type(fault).__name__ in first
        assert len(more) == 1
        assert "--debug" in more[0]
        assert "Traceback" not in result.stderr
        assert "\x1b" not in result.stderr


@pytest.mark.parametrize("fault", FAULTS, ids=range(len(FAULTS)))
def test_debug_shows_where(fault, files):
    result = failing("check", fault, "en", ["check", str(files["FILE"]), "--debug"])
    assert result.exit_code == 2
    assert "Traceback (most recent call last):" in result.stderr
    assert "in boom" in result.stderr
    assert "\x1b" not in result.stderr
    assert not [line for line in result.stderr.splitlines() if line.lstrip().startswith("::")]


def failing(name, fault, language, words):
    def boom(**_):
        raise fault

    program = application(language)
    program.commands[name].callback = boom
    return runner().invoke(program, words)


def test_an_interrupt_is_no_verdict(files):
    result = failing("check", KeyboardInterrupt(), "en", ["check", str(files["FILE"])])
    assert (result.exit_code, result.stderr) == (130, "\ninterrupted\n")


def test_debug_shows_where_one_of_many_files_failed(files, monkeypatch):
    from gxstats.cli import sources

    def load(name):
        raise ZeroDivisionError("harm")

    monkeypatch.setattr(sources, "load_all", load)
    folder = files["FILE"].parent
    assert "Traceback" not in run("check", folder).stderr
    result = run("check", folder, "--debug")
    assert result.exit_code == 2
    assert "in load" in result.stderr


def test_every_command_has_the_option_for_it():
    for command in (application("en"), *application("en").commands.values()):
        assert isinstance(command, click.Command)
        assert "--debug" in {name for one in command.params for name in one.opts}


# --- streams that cannot be written to --------------------------------------------------------

full = pytest.mark.skipif(
    not Path("/dev/full").exists(), reason="has no device that is always full"
)


@full
@pytest.mark.usefixtures("workers_here")
@pytest.mark.parametrize("name", COMMANDS)
def test_a_full_standard_output_is_told_and_is_no_verdict(name, files):
    with Path("/dev/full").open("w", encoding="utf-8") as out:
        code, said = to_streams(arguments(COMMANDS[name], **files), out, io.StringIO())
    assert code == 2
    assert said == "gxstats: cannot write standard output: No space left on device\n"


@pytest.mark.usefixtures("workers_here")
@pytest.mark.parametrize("name", COMMANDS)
def test_a_closed_standard_output_is_told_and_is_no_verdict(name, files):
    code, said = to_streams(arguments(COMMANDS[name], **files), None, io.StringIO())
    assert code == 2
    assert said == "gxstats: cannot write standard output: Bad file descriptor\n"


@full
@pytest.mark.parametrize("err", ["/dev/full", None])
def test_where_standard_error_cannot_be_written_to_the_rest_is_done(err, files):
    written = files["FILE"].with_name("written.json")
    words = ["check", str(files["FILE"]), "no such file", "--format", "json", "-o", str(written)]
    with Path(err or os.devnull).open("w", encoding="utf-8") as stream:
        code, _ = to_streams(words, io.StringIO(), stream if err else None)
    assert code == 2
    assert written.read_bytes().count(b'"file"') == 2


def to_streams(words, out, err):
    with redirect_stdout(out), redirect_stderr(err), pytest.raises(SystemExit) as ended:
        application("en").main(words, prog_name="gxstats")
    return ended.value.code, err.getvalue() if isinstance(err, io.StringIO) else ""


@pytest.mark.skipif(os.name != "posix", reason="streams are closed so by a POSIX shell")
@pytest.mark.parametrize(
    ("closing", "words", "code", "said"),
    [
        ("<&-", ("check", "-"), 2, ""),
        (">&-", ("check", "FILE"), 2, "cannot write standard output"),
        (">&-", ("read", "FILE", "-o", "OUT"), 0, "written to"),
        ("2>&-", ("check", "FILE"), 1, ""),
        ("<&- >&- 2>&-", ("check", "FILE", "-o", "OUT"), 1, ""),
        (">/dev/full", ("check", "FILE"), 2, "cannot write standard output"),
    ],
)
def test_a_process_without_a_stream_ends_as_the_table_says(closing, words, code, said, files):
    if "/dev/full" in closing and not Path("/dev/full").exists():
        pytest.skip("has no device that is always full")
    script = f'"$@" {closing}'
    given = [sys.executable, "-m", "gxstats", *arguments(words, **files), "--lang", "en"]
    done = subprocess.run(
        ["/bin/sh", "-c", script, "sh", *given],
        stdin=subprocess.DEVNULL,
        capture_output=True,
        timeout=PATIENCE,
        check=False,
    )
    assert done.returncode == code
    assert said in done.stderr.decode()
    assert b"Traceback" not in done.stderr
    if "OUT" in words:
        assert files["OUT"].stat().st_size > 0


# --- names ------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["x" * 300, "a\0b", "x/" * 3000, "", "\udcff", "no\nsuch"])
@pytest.mark.parametrize("command", ["check", "read", "show", "validate", "hook", "diagnose"])
def test_a_name_that_is_none_is_told(name, command):
    result = run(command, name)
    assert result.exit_code == 2
    assert isinstance(result.exception, SystemExit)
    assert "unreadable" in result.output
