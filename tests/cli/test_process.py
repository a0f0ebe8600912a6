"""The command line as a process: streams, encodings, exit codes, a missing extra."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from tests.support.effort import some
from tests.support.yardstick import PATIENCE

from gxstats import DisputeResults, Organ, examples, form, to_json

pytest.importorskip("click")
pytest.importorskip("rich")

EXAMPLE = examples.path("yindu-2019")
WITHOUT = ("LC_ALL", "LC_MESSAGES", "LANG", "PYTHONIOENCODING", "PYTHONUTF8", "NO_COLOR")


def run(*arguments, stdin=b"", code=None, **environment):
    command = [sys.executable, "-m", "gxstats"] if code is None else [sys.executable, "-c", code]
    kept = {name: value for name, value in os.environ.items() if name not in WITHOUT}
    kept.pop("FORCE_COLOR", None)
    return subprocess.run(
        [*command, *map(str, arguments)],
        input=stdin,
        capture_output=True,
        env={**kept, **environment},
        timeout=PATIENCE,
        check=False,
    )


@pytest.fixture
def violated(tmp_path):
    blank = form("2021").blank(year=2023, organ=Organ(name="某局"))
    row = DisputeResults(upheld=10, corrected=1, other=0, pending=0, total=0)
    path = tmp_path / "年报.json"
    path.write_bytes(to_json(blank.replace({"/disputes/reconsideration": row})))
    return path


@pytest.mark.parametrize(
    ("environment", "word"),
    some(
        [
            ({"LANG": "zh_CN.UTF-8"}, "相符"),
            ({"LANG": "zh_CN.UTF-8", "LC_ALL": "en_US.UTF-8"}, "held"),
            ({"LANG": "en_US.UTF-8", "LC_MESSAGES": "zh_TW.Big5"}, "相符"),
            ({"LC_ALL": "C"}, "held"),
            ({"LC_ALL": "C", "LANG": "zh_CN.UTF-8"}, "held"),
        ],
        40,
    ),
)
def test_the_language_is_that_of_the_locale(environment, word):
    result = run("check", EXAMPLE, **environment)
    assert result.returncode == 0
    assert word in result.stdout.decode()


@pytest.mark.parametrize(
    "environment",
    some(
        [
            {"LC_ALL": "C"},
            {"LC_ALL": "POSIX", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
            {"LC_ALL": "en_US.ISO-8859-1"},
        ],
        34,
    ),
)
def test_output_is_utf8_in_every_locale(violated, environment):
    result = run("check", violated, "--form", "--lang", "zh", **environment)
    assert result.returncode == 1
    assert "比各项之和少 11" in result.stdout.decode("utf-8")
    assert result.stderr == b""
    result = run("read", EXAMPLE, **environment)
    assert "殷都区人民政府" in result.stdout.decode("utf-8")


def test_an_encoding_that_the_user_chose_is_kept_and_never_fails():
    result = run("check", EXAMPLE, "--lang", "zh", PYTHONIOENCODING="ascii")
    assert result.returncode == 0
    assert b"\\u76f8\\u7b26" in result.stdout
    result = run("check", EXAMPLE, "--lang", "zh", PYTHONIOENCODING="gb18030")
    assert "相符" in result.stdout.decode("gb18030")


def test_the_commands_can_be_piped_into_one_another(violated):
    page = run("example").stdout
    document = run("read", "-", stdin=page).stdout
    assert run("validate", "-", stdin=document).returncode == 0
    checked = run("check", "-", "--format", "json", stdin=document)
    assert checked.returncode == 0
    assert json.loads(checked.stdout)[0]["file"] == "-"


@pytest.mark.parametrize(
    "command", some(["schema 2021", "form 2021", "--help", "explain --help"], 50)
)
def test_a_reader_that_goes_away_is_no_error_and_no_verdict(command):
    read_end, write_end = os.pipe()
    os.close(read_end)
    with os.fdopen(write_end, "wb") as gone:
        process = subprocess.run(
            [sys.executable, "-m", "gxstats", *command.split()],
            stdout=gone,
            stderr=subprocess.PIPE,
            timeout=PATIENCE,
            check=False,
        )
    assert process.returncode == 141
    assert process.stderr == b""


def test_no_colour_where_there_is_no_terminal(violated):
    assert b"\x1b" not in run("check", violated, "--form").stdout
    coloured = run("check", violated, FORCE_COLOR="1", TERM="xterm").stdout
    assert b"\x1b[1;31m" in coloured
    plain = run("check", violated, FORCE_COLOR="1", TERM="xterm", NO_COLOR="1").stdout
    assert b"31m" not in plain


def test_findings_are_one_line_each_where_there_is_no_terminal(violated):
    lines = run("check", violated, "--lang", "en", COLUMNS="40").stdout.decode().splitlines()
    assert sum(line.startswith("  violated  Table 4") for line in lines) == 1
    assert any(line.endswith("11 less than the parts.") for line in lines)


@pytest.mark.skipif(sys.platform == "win32", reason="such file names exist on POSIX only")
def test_a_file_name_that_is_not_utf8(tmp_path):
    try:
        path = Path(os.fsdecode(os.fsencode(tmp_path) + b"/\xff\xfe.txt"))
        path.write_bytes(EXAMPLE.read_bytes())
    except OSError as error:
        pytest.skip(f"the file system refuses the name: {error}")
    for format_ in ("text", "json"):
        result = run("check", path, "--format", format_, LC_ALL="C")
        assert result.returncode == 0
        assert "\ufffd" in result.stdout.decode("utf-8")


@pytest.mark.skipif(not Path("/dev/zero").exists(), reason="needs a file without end")
def test_a_file_without_end_is_refused():
    result = run("check", "/dev/zero")
    assert result.returncode == 2
    assert b"Traceback" not in result.stderr


@pytest.mark.parametrize("package", some(["click", "rich"], 50))
@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("zh", '命令行需要 {}，请先安装：pip install "gxstats[cli]"'),
        ("en", 'the command line needs {}: pip install "gxstats[cli]"'),
    ],
)
def test_a_missing_extra_is_named(package, language, sentence):
    code = (
        f"import sys; sys.modules[{package!r}] = None; sys.argv = ['gxstats'];"
        "import gxstats.cli; gxstats.cli.main()"
    )
    result = run(code=code, LANG=language)
    assert result.returncode == 2
    assert result.stderr.decode().strip() == sentence.format(package)


def test_help_imports_nothing_heavy():
    code = (
        "import sys; sys.argv = ['gxstats', '--help']\n"
        "import gxstats.cli\n"
        "try: gxstats.cli.main()\n"
        "except SystemExit: pass\n"
        "heavy = {'lxml', 'jsonschema', 'msgspec', 'hypothesis'} & set(sys.modules)\n"
        "sys.exit(repr(heavy) if heavy else 0)"
    )
    result = run(code=code)
    assert result.returncode == 0, result.stderr


@pytest.fixture
def folder(tmp_path):
    """A folder of many reports."""
    for place in range(300):
        path = tmp_path / "年报" / str(place % 7) / f"{place}.txt"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(EXAMPLE.read_bytes())
    return tmp_path / "年报"


LISTENING = """
import signal
signal.signal(signal.SIGINT, signal.default_int_handler)
from gxstats.cli import main
main()
"""  # a test that is itself run in the background was started with interrupts ignored


def running(*arguments, **streams):
    command = [sys.executable, "-c", LISTENING, *map(str, arguments)]
    kept = {name: value for name, value in os.environ.items() if name not in WITHOUT}
    environment = {**kept, "LANG": "en", "TERM": "xterm", "COLUMNS": "100"}
    return subprocess.Popen(command, env=environment, bufsize=0, **streams)


@pytest.mark.skipif(sys.platform == "win32", reason="interrupts are signals on POSIX")
@pytest.mark.parametrize("format_", some(["text", "json"], 50))
def test_an_interrupt_among_many_files_is_130_and_no_traceback(folder, format_):
    process = running(
        "check", folder, "--format", format_, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    first = process.stdout.read(40)
    process.send_signal(signal.SIGINT)
    rest, error = process.communicate(timeout=PATIENCE)
    assert process.returncode == 130
    assert b"interrupted" in error
    assert b"Traceback" not in error
    if format_ == "json":
        assert 0 < len(json.loads(first + rest)) < 300
    else:
        assert 0 < (first + rest).count(b"held") < 300


def test_a_reader_that_goes_away_among_many_files_is_no_verdict(folder):
    process = running("check", folder, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    process.stdout.read(10)
    process.stdout.close()
    error = process.stderr.read()
    process.stderr.close()
    assert process.wait(timeout=PATIENCE) == 141
    assert error == b""


def test_progress_is_shown_on_a_terminal_and_nowhere_else(folder):
    pty = pytest.importorskip("pty", reason="needs a terminal")
    ours, theirs = pty.openpty()
    process = running("check", folder / "0", stdout=subprocess.PIPE, stderr=theirs)
    os.close(theirs)
    shown = b""
    while True:
        try:
            piece = os.read(ours, 65_536)
        except OSError:  # Linux says so of a terminal that is closed at the other end
            break
        if not piece:
            break
        shown += piece
    os.close(ours)
    lines = b"".join(process.stdout)
    process.stdout.close()
    assert process.wait(timeout=PATIENCE) == 0
    assert b"43/43" in shown
    assert b"files/s" in shown
    assert b"\x1b" not in lines
    assert sum(line.startswith(b"held") for line in lines.splitlines()) == 43
    quiet = run("check", folder / "0", LANG="en")
    assert quiet.stderr == b""
    assert quiet.stdout.splitlines()[:43] == lines.splitlines()[:43]
