"""The command line as a process: streams, encodings, exit codes, a missing extra."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from tests.support.command_line import EXAMPLE, run_on_terminal
from tests.support.command_line import run as run_here
from tests.support.effort import some
from tests.support.yardstick import PATIENCE

from gxstats import DisputeResults, Organ, form, to_json
from gxstats.cli.language import language_asked_for

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
    ("environment", "language"),
    [
        ({"LANG": "zh_CN.UTF-8"}, "zh"),
        ({"LANG": "zh_CN.UTF-8", "LC_ALL": "en_US.UTF-8"}, "en"),
        ({"LANG": "en_US.UTF-8", "LC_MESSAGES": "zh_TW.Big5"}, "zh"),
        ({"LC_ALL": "C"}, "en"),
        ({"LC_ALL": "C", "LANG": "zh_CN.UTF-8"}, "en"),
    ],
)
def test_the_language_is_that_of_the_locale(environment, language):
    assert language_asked_for([], environment) == language


def test_the_process_speaks_the_language_of_its_locale():
    help = run("--help", LANG="en_US.UTF-8", LC_MESSAGES="zh_TW.Big5").stdout.decode()
    assert "检查" in help


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
    result = run("example", **environment)
    assert "殷都区人民政府" in result.stdout.decode("utf-8")


def test_an_encoding_that_the_user_chose_is_kept_and_never_fails():
    result = run("export", "--lang", "zh", PYTHONIOENCODING="ascii")
    assert result.returncode == 0
    assert b"\\u89c6\\u56fe" in result.stdout
    result = run("export", "--lang", "zh", PYTHONIOENCODING="gb18030")
    assert "视图" in result.stdout.decode("gb18030")


def test_the_commands_can_be_piped_into_one_another():
    page = run("example").stdout
    document = run_here("read", "-", stdin=page).stdout_bytes
    assert run_here("validate", "-", stdin=document).exit_code == 0
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
    never = {"FORCE_COLOR": None, "NO_COLOR": None, "TERM": "xterm"}
    assert "\x1b" not in run_here("check", violated, "--form", env=never).stdout
    coloured = run_here("check", violated, env={**never, "FORCE_COLOR": "1"}).stdout
    assert "\x1b[1;31m" in coloured
    plain = run_here("check", violated, env={**never, "FORCE_COLOR": "1", "NO_COLOR": "1"}).stdout
    assert "31m" not in plain


def test_findings_are_one_line_each_where_there_is_no_terminal(violated):
    narrow = {"COLUMNS": "40", "FORCE_COLOR": None}
    lines = run_here("check", violated, env=narrow).stdout.splitlines()
    assert sum(line.startswith("  violated  Table 4") for line in lines) == 1
    assert any(line.endswith("11 less than the parts.") for line in lines)


@pytest.mark.skipif(sys.platform == "win32", reason="such file names exist on POSIX only")
def test_a_file_name_that_is_not_utf8(tmp_path):
    try:
        path = Path(os.fsdecode(os.fsencode(tmp_path) + b"/\xff\xfe.txt"))
        path.write_bytes(EXAMPLE.read_bytes())
    except OSError as error:
        pytest.skip(f"the file system refuses the name: {error}")
    result = run("check", path, LC_ALL="C")
    assert result.returncode == 0
    assert "\ufffd" in result.stdout.decode("utf-8")
    assert "\ufffd" in run_here("check", path, "--format", "json").stdout


@pytest.mark.skipif(not Path("/dev/zero").exists(), reason="needs a file without end")
def test_a_file_without_end_is_refused():
    result = run_here("check", "/dev/zero")
    assert isinstance(result.exception, SystemExit)
    assert result.exit_code == 2


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


def test_progress_is_shown_on_a_terminal_and_nowhere_else(tmp_path):
    for place in range(5):
        (tmp_path / f"{place}.txt").write_bytes(EXAMPLE.read_bytes())
    code, shown, lines = run_on_terminal("stderr", "check", tmp_path, language="en")
    assert code == 0
    assert "5/5" in shown
    assert "files/s" in shown
    assert "\x1b" not in lines
    assert sum(line.startswith("held") for line in lines.splitlines()) == 5
    quiet = run_here("check", tmp_path)
    assert quiet.stderr == ""
    assert quiet.stdout.splitlines()[:5] == lines.splitlines()[:5]
