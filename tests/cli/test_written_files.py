"""What a command writes is whole or as it was, and is never what it reads."""

from __future__ import annotations

import errno
import json
import os
import signal
import stat
import subprocess
import sys
from pathlib import Path

import pytest
from tests.support.command_line import EXAMPLE, run
from tests.support.effort import some
from tests.support.killed_writers import STEPS
from tests.support.paths import ROOT
from tests.support.simple_reports import zeros_document
from tests.support.writing_commands import (
    OTHER_SOURCES,
    WRITING,
    arguments,
    make_sources,
    options_that_write,
)
from tests.support.yardstick import PATIENCE

from gxstats import outputs
from gxstats.outputs import WholeFile, identity, is_within
from gxstats.text import LANGUAGES

pytest.importorskip("lxml")
pytest.importorskip("xlsxwriter")

posix = pytest.mark.skipif(os.name != "posix", reason="as POSIX has it")
EARLIER = b"what an earlier run wrote"
COMMANDS = [pytest.param(command, id=name) for name, command in WRITING.items()]
WITHOUT_ARCHIVES = [  # what makes an archive makes files of its own
    one for one in COMMANDS if one.id not in {"check xlsx", "workbook"}
]


@pytest.fixture(scope="module")
def sources(tmp_path_factory):
    return make_sources(tmp_path_factory.mktemp("sources"))


@pytest.fixture
def source(sources):
    return sources["SOURCE"]


@pytest.fixture
def out(tmp_path):
    path = tmp_path / "written" / "out"
    path.parent.mkdir()
    path.write_bytes(EARLIER)
    return path


def only(out):
    """That nothing was left beside a file."""
    return list(out.parent.iterdir()) == [out]


def test_every_option_that_writes_a_file_is_looked_at():
    shown = {(words[0], word) for words in WRITING.values() for word in words}
    assert {one for one in options_that_write() if one[0] != "batch"} <= shown


# --- whole, or as it was ----------------------------------------------------------------------


@pytest.mark.parametrize("command", COMMANDS)
def test_a_file_that_is_there_is_replaced_whole(command, sources, out):
    result = run(*arguments(command, **sources, OUT=out))
    assert result.exit_code in {0, 1, 3}, result.stderr
    assert EARLIER not in out.read_bytes()
    assert only(out)


def full(*_):
    raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


@pytest.mark.parametrize(
    ("step", "command"),
    some([(step, one) for step in ("open", "fsync", "replace") for one in WRITING.values()], 40),
)
def test_where_the_disk_is_full_the_earlier_file_stays(command, step, sources, out, monkeypatch):
    with monkeypatch.context() as patch:
        real = getattr(os, step)

        def failing(path, *given, **more):
            here = step != "open" or Path(os.fsdecode(path)).parent == out.parent
            return full() if here else real(path, *given, **more)

        patch.setattr(outputs.os, step, failing)
        result = run(*arguments(command, **sources, OUT=out))
    assert result.exit_code == 2
    assert "No space left on device" in result.stderr
    assert out.read_bytes() == EARLIER
    assert only(out)


@posix
@pytest.mark.parametrize("command", some(WITHOUT_ARCHIVES, 40))
def test_where_a_file_may_grow_no_further_the_earlier_one_stays(command, sources, out):
    resource = pytest.importorskip("resource")
    _, most = resource.getrlimit(resource.RLIMIT_FSIZE)
    words = arguments(command, **sources, OUT=out)
    before = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    try:
        resource.setrlimit(resource.RLIMIT_FSIZE, (16, most))
        result = run(*words)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (most, most))
        signal.signal(signal.SIGXFSZ, before)
    assert result.exit_code == 2
    assert "File too large" in result.stderr
    assert out.read_bytes() == EARLIER
    assert only(out)


@posix
@pytest.mark.parametrize("command", some(COMMANDS, 40))
def test_what_may_not_be_written_stays(command, sources, out, monkeypatch):
    monkeypatch.setattr(outputs.os, "access", lambda path, mode: False)
    result = run(*arguments(command, **sources, OUT=out))
    assert result.exit_code == 2
    assert "Permission denied" in result.stderr
    assert out.read_bytes() == EARLIER
    assert only(out)


@posix
def test_where_a_folder_may_not_be_written_to_the_earlier_file_stays(source, out):
    if os.geteuid() == 0:
        pytest.skip("root may write anywhere")
    out.parent.chmod(0o500)
    try:
        result = run("read", source, "-o", out)
    finally:
        out.parent.chmod(0o700)
    assert result.exit_code == 2
    assert out.read_bytes() == EARLIER


@pytest.mark.parametrize("format_", ["text", "json", "sarif", "github", "junit", "csv", "html"])
def test_a_check_that_is_interrupted_leaves_the_earlier_file(format_, source, out, monkeypatch):
    from gxstats.cli import sources
    from gxstats.verdicts import judging

    def interrupted(*_):
        raise KeyboardInterrupt

    left = iter(range(1))

    def second(real):
        return lambda *given: real(*given) if next(left, None) is not None else interrupted()

    monkeypatch.setattr(sources, "load_all", second(sources.load_all))
    monkeypatch.setattr(judging, "judge_all_bytes", second(judging.judge_all_bytes))
    result = run("check", source, source, source, "--format", format_, "-o", out)
    assert result.exit_code == 130
    assert out.read_bytes() == EARLIER
    assert only(out)


@posix
def test_a_process_that_is_killed_at_any_step_leaves_the_earlier_file(tmp_path):
    pairs = some([(name, step) for step in STEPS for name in WRITING], 30)
    done = subprocess.run(
        [sys.executable, "-m", "tests.support.killed_writers", tmp_path, json.dumps(pairs)],
        cwd=ROOT,
        capture_output=True,
        timeout=4 * PATIENCE,
        check=False,
    )
    assert done.returncode == 0, done.stderr.decode()
    found = [json.loads(line) for line in done.stdout.splitlines()]
    assert [(name, step) for name, step, *_ in found] == pairs
    for name, step, killed, is_earlier, hidden in found:
        assert killed, (name, step)
        assert is_earlier == (step != "after"), (name, step)
        assert hidden == (step != "after"), (name, step)


# --- where it is written ----------------------------------------------------------------------


@posix
@pytest.mark.parametrize("mode", [0o600, 0o640, 0o644])
def test_the_mode_of_a_file_is_kept(source, out, mode):
    out.chmod(mode)
    run("read", source, "-o", out)
    assert stat.S_IMODE(out.stat().st_mode) == mode
    assert out.read_bytes() != EARLIER


@posix
def test_a_new_file_has_the_mode_that_the_system_gives(source, out):
    run("read", source, "-o", out.with_name("new"))
    out.with_name("other").write_bytes(b"")
    assert out.with_name("new").stat().st_mode == out.with_name("other").stat().st_mode


@pytest.mark.parametrize("exists", [True, False])
def test_a_link_is_written_through(source, out, exists):
    link = out.with_name("link")
    link.symlink_to("out" if exists else "new")
    assert run("read", source, "-o", link).exit_code == 0
    assert link.is_symlink()
    assert json.loads(link.resolve().read_bytes())["year"] == 2023


def test_a_name_may_be_as_long_as_a_name_can_be(source, out):
    longest = out.with_name("x" * 255)
    assert run("read", source, "-o", longest).exit_code == 0
    too_long = out.with_name("x" * 256)
    result = run("read", source, "-o", too_long)
    assert result.exit_code == 2
    assert "File name too long" in result.stderr


@pytest.mark.parametrize(
    "name", ["", "folder", "folder/", "new/", "no/such/folder", "a\0b", "loop"]
)
def test_what_is_no_place_for_a_file_is_told(source, tmp_path, monkeypatch, name):
    monkeypatch.chdir(tmp_path)
    Path("folder").mkdir()
    Path("loop").symlink_to("loop")
    before = sorted(tmp_path.rglob("*"))
    result = run("read", source, "-o", name)
    assert result.exit_code == 2
    assert "cannot write" in result.stderr
    assert sorted(tmp_path.rglob("*")) == before


@posix
def test_devices_and_pipes_are_written_straight(source, tmp_path):
    assert run("read", source, "-o", "/dev/null").exit_code == 0
    assert Path("/dev/null").is_char_device()
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    reading = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    try:
        assert run("read", source, "-o", pipe).exit_code == 0
        assert json.loads(os.read(reading, 100_000))["year"] == 2023
    finally:
        os.close(reading)
    assert [path.name for path in tmp_path.iterdir()] == ["pipe"]


@posix
def test_a_full_device_is_told(sources):
    if not Path("/dev/full").exists():
        pytest.skip("has no device that is full")
    for command in WRITING.values():
        result = run(*arguments(command, **sources, OUT="/dev/full"))
        assert result.exit_code == 2
        assert "No space left on device" in result.stderr


@posix
@pytest.mark.skipif(not Path("/dev/stdout").exists(), reason="has no such name")
def test_standard_output_by_its_name_is_standard_output(source, tmp_path):
    log = tmp_path / "log"
    log.write_bytes(b"before\n")
    with log.open("ab") as stream:
        code = subprocess.run(
            [sys.executable, "-m", "gxstats", "read", source, "-o", "/dev/stdout"],
            stdout=stream,
            stderr=subprocess.DEVNULL,
            timeout=PATIENCE,
            check=False,
        ).returncode
    assert code == 0
    before, document = log.read_bytes().split(b"\n", 1)
    assert before == b"before"
    assert json.loads(document)["year"] == 2023


# --- never what is read -----------------------------------------------------------------------


def same(path, way):
    """Another name of a file."""
    if way == "the same name":
        return path
    if way == "a way round":
        return path.parent / ".." / path.parent.name / path.name
    other = path.with_name("other name")
    if way == "a link":
        other.symlink_to(path)
    elif way == "a link to a link":
        path.with_name("link").symlink_to(path)
        other.symlink_to("link")
    elif way == "through a folder":
        path.with_name("folder").symlink_to(path.parent)
        return path.with_name("folder") / path.name
    else:
        os.link(path, other)
    return other


WAYS = (
    "the same name",
    "a way round",
    "a link",
    "a link to a link",
    "a hard link",
    "through a folder",
)
READS = {
    **{name: next(iter({"SOURCE", "PAGE"} & set(one)), None) for name, one in WRITING.items()},
    **dict.fromkeys(OTHER_SOURCES, "BEFORE"),
}
"""Which of the names in a command is the source that it must not write to."""


@pytest.mark.parametrize(
    ("way", "name"),
    some([(way, name) for name, read in READS.items() if read for way in WAYS], 40),
)
def test_no_source_is_overwritten_whatever_it_is_called(name, way, sources, tmp_path):
    before = sources[READS[name]].read_bytes()
    mine = tmp_path / "mine"
    mine.write_bytes(before)
    other = same(mine, way)
    for read, written in ((mine, other), (other, mine)):
        files = {**sources, READS[name]: read, "OUT": written}
        result = run(*arguments({**WRITING, **OTHER_SOURCES}[name], **files))
        assert result.exit_code == 2
        assert "is a file that is read" in result.stderr
        assert mine.read_bytes() == before
        assert not list(tmp_path.glob(".*"))


@posix
def test_standard_input_and_output_may_be_files_that_are_read(tmp_path):
    mine = tmp_path / "mine.txt"
    mine.write_bytes(EXAMPLE.read_bytes())
    for words, reads, writes in (
        (("read", "-", "-o", mine), mine, None),
        (("check", "-", "--format", "json", "-o", mine), mine, None),
        (("read", mine), None, mine),
        (("validate", mine), None, mine),
    ):
        with (
            Path(reads or os.devnull).open("rb") as stdin,
            Path(writes or os.devnull).open("ab") as stdout,
        ):
            done = subprocess.run(
                [sys.executable, "-m", "gxstats", *words, "--lang", "en"],
                stdin=stdin,
                stdout=stdout,
                stderr=subprocess.PIPE,
                timeout=PATIENCE,
                check=False,
            )
        assert done.returncode == 2
        assert b"is a file that is read" in done.stderr
        assert mine.read_bytes() == EXAMPLE.read_bytes()


@pytest.mark.parametrize("way", ["the same name", "a link", "a hard link"])
def test_two_outputs_are_two_files(sources, out, way):
    source = sources["PAGE"]
    other = same(out, way)
    result = run("read", source, "-o", out, "--reading", other)
    assert result.exit_code == 2
    assert "-o and --reading name one file" in result.stderr
    assert out.read_bytes() == EARLIER
    both = run("read", source, "--reading", "-")
    assert both.exit_code == 2
    assert both.stdout == ""


FORMATS = ("text", "json", "sarif", "github", "junit", "csv", "html", "xlsx")


@pytest.fixture
def folder(tmp_path, sources):
    made = tmp_path / "reports"
    made.mkdir()
    (made / "a.txt").write_bytes(EXAMPLE.read_bytes())
    (made / "b.html").write_bytes(sources["PAGE"].read_bytes())
    (made / "c.json").write_bytes(zeros_document())
    return made


@pytest.mark.parametrize("name", ["a.txt", "b.html", "c.json"])
@pytest.mark.parametrize("format_", some(FORMATS, 40))
def test_a_report_in_a_folder_that_is_read_is_not_overwritten(folder, name, format_):
    before = {path: path.read_bytes() for path in folder.iterdir()}
    linked = folder.parent / "linked"
    os.link(folder / name, linked)
    for out in (folder / name, linked):
        result = run("check", folder, "--format", format_, "-o", out)
        assert result.exit_code == 2
        assert "is a file that is read" in result.stderr
        assert {path: path.read_bytes() for path in folder.iterdir()} == before


@pytest.mark.parametrize("format_", FORMATS)
def test_what_an_earlier_check_wrote_into_the_folder_is_written_anew(folder, format_):
    out = folder / f"verdicts.{format_}"
    words = ("check", folder, "--form", "--format", format_, "-o", out)
    first, size = run(*words), out.stat().st_size
    assert first.exit_code == 1
    again = run(*words)
    assert (again.exit_code, again.stdout) == (1, first.stdout)
    assert out.stat().st_size == pytest.approx(size, abs=30)  # xlsx has the time in it
    assert len(list(folder.iterdir())) == 4


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_page_of_verdicts_is_no_report_whatever_is_drawn_in_it(folder, language):
    out = folder / "verdicts.html"
    words = ("check", folder, "--form", "--format", "html", "-o", out, "--lang", language)
    assert [run(*words).exit_code for _ in range(2)] == [1, 1]
    assert "gxstats check" in run("check", out, "--lang", language).stdout
    told = run("check", folder, "--format", "jsonl").stdout.splitlines()
    assert sum("verdict" in json.loads(line) for line in told) == 3


def test_a_document_of_many_is_not_written_over_a_source_by_a_hard_link(folder, tmp_path):
    out = tmp_path / "out"
    out.mkdir()
    os.link(folder / "b.html", out / "c.json.json")
    before = (folder / "b.html").read_bytes()
    result = run("read", folder, "-o", out)
    assert result.exit_code == 2
    assert "is a file that is read" in result.stderr
    assert (folder / "b.html").read_bytes() == before


# --- the function that decides ----------------------------------------------------------------


def test_names_of_one_file_have_one_identity(tmp_path):
    one, other = tmp_path / "one", tmp_path / "other"
    one.write_bytes(b"")
    other.write_bytes(b"")
    assert identity(one) != identity(other)
    for way in WAYS[1:]:
        again = same(one, way)
        assert identity(again) == identity(one)
        for made in ("other name", "link", "folder"):
            (tmp_path / made).unlink(missing_ok=True)
    assert identity(tmp_path / "new") == identity(tmp_path / "x" / ".." / "new")
    assert identity(tmp_path / "new") != identity(tmp_path / "newer")


def test_what_may_be_read_and_written_at_once_is_never_one_file():
    assert identity(os.devnull) != identity(os.devnull)
    assert identity("a\0b") != identity("a\0b")
    assert identity(10_000) != identity(10_000)


def test_a_path_is_within_a_folder_whatever_leads_there(tmp_path):
    inside = tmp_path / "a" / "b"
    inside.mkdir(parents=True)
    (tmp_path / "link").symlink_to(inside)
    assert is_within(tmp_path / "link" / "new", tmp_path / "a")
    assert is_within(inside, inside)
    assert not is_within(tmp_path / "a", inside)
    assert not is_within(tmp_path / "ab", tmp_path / "a")


def test_what_is_discarded_leaves_nothing(tmp_path):
    file = WholeFile(tmp_path / "new")
    file.write(b"1")
    file.discard()
    file.discard()
    assert list(tmp_path.iterdir()) == []


DYING = """
import os, sys
from gxstats.outputs import WholeFile
file = WholeFile(sys.argv[1])
file.write(b"half")
file.stream.flush()
os._exit(9)
"""


@posix
def test_what_a_killed_run_left_is_removed_by_the_next_run_of_the_same_target(tmp_path):
    for name in ("new", "new", "other"):
        subprocess.run(
            [sys.executable, "-c", DYING, tmp_path / name], timeout=PATIENCE, check=False
        )
    assert len(list(tmp_path.iterdir())) == 2
    with WholeFile(tmp_path / "new") as file:
        file.write(b"whole")
    left = [path.name for path in tmp_path.iterdir() if path.name.startswith(".")]
    assert (len(left), (tmp_path / "new").read_bytes()) == (1, b"whole")


def test_runs_that_write_the_same_target_at_once_do_not_lose_what_they_write(tmp_path):
    target = tmp_path / "new"
    files = [WholeFile(target) for _ in range(3)]
    for number, file in enumerate(files):
        file.write(b"%d" % number)
    for number in (1, 0, 2):
        files[number].settle()
        assert target.read_bytes() == b"%d" % number
        with WholeFile(target) as another:
            another.write(b"x")
        assert target.read_bytes() == b"x"
    assert list(tmp_path.iterdir()) == [target]


@posix
def test_a_link_in_the_place_of_what_is_made_is_not_followed(tmp_path):
    target, kept = tmp_path / "new", tmp_path / "kept"
    kept.write_bytes(EARLIER)
    file = WholeFile(target)
    (name,) = (path for path in tmp_path.iterdir() if path.name.startswith("."))
    file.discard()
    name.symlink_to(kept)
    with WholeFile(target) as again:
        again.write(b"whole")
    assert (target.read_bytes(), kept.read_bytes()) == (b"whole", EARLIER)
