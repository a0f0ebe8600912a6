"""The process in which files are read: what goes in and out, and what becomes of it."""

from __future__ import annotations

import contextlib
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

import pytest
from tests.support.hostile.packages import excel, sheet_rows
from tests.support.yardstick import PATIENCE

from gxstats import MissingExtra, Unreadable, read
from gxstats.reading import Limits, Place, isolation
from gxstats.reading.containers import document_of
from gxstats.reading.grid import GridCell
from gxstats.reading.isolation import end_idle, isolated
from gxstats.text import Bilingual

BRIEF = Limits(seconds=1, memory=100_000_000)


@pytest.fixture(autouse=True)
def fresh() -> Iterator[None]:
    end_idle()
    yield
    end_idle()


def echo(value: object, limits: Limits) -> object:
    return value, os.getpid(), limits.isolated


def wait(limits: Limits) -> None:
    time.sleep(PATIENCE)


def hang(limits: Limits) -> None:
    while True:
        pass


def grow(limits: Limits) -> None:
    kept = []
    while True:
        kept.append(b"x" * 1_000_000)


def make_do(limits: Limits) -> str:
    kept = []
    with contextlib.suppress(MemoryError):
        while True:
            kept.append(b"x" * 1_000_000)
    return "what little there was"


def answer_much(limits: Limits) -> bytes:
    return b"x" * (limits.memory // 2)


def die(limits: Limits) -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def miss(limits: Limits) -> None:
    raise MissingExtra(Bilingual("读取", "Reading"), "lxml", "read")


class OddError(Exception):
    def __init__(self, one: int, two: int) -> None:
        super().__init__("odd")


def fail_oddly(limits: Limits) -> None:
    raise OddError(1, 2)


def fail(limits: Limits) -> None:
    raise KeyError("found")


def print_much(limits: Limits) -> str:
    sys.stdout.write("no answer" * 1_000)
    os.write(1, b"nor this" * 1_000)
    return "answer"


def test_one_process_reads_file_after_file() -> None:
    first = isolated(echo, 1, limits=Limits())
    assert first[0] == 1
    assert first[1] != os.getpid()
    assert first[2] is False
    assert isolated(echo, 2, limits=Limits())[1] == first[1]


def test_a_process_is_recycled(monkeypatch: pytest.MonkeyPatch) -> None:
    pids = set()
    for _ in range(3):
        pids.add(isolated(echo, 1, limits=Limits())[1])
        for reader in isolation._IDLE:
            reader.is_worn = True
    assert len(pids) == 3


@pytest.mark.parametrize(
    ("work", "code"),
    [
        (wait, "read.limit.seconds"),
        (answer_much, "read.limit.memory"),
        (grow, "read.limit.memory"),
        (make_do, "read.limit.memory"),
    ],
)
def test_what_takes_too_much_is_stopped_and_the_next_file_is_read(work, code: str) -> None:
    if work in {grow, make_do} and sys.platform != "linux":
        pytest.skip("only Linux bounds memory")
    limits = BRIEF if work is wait else Limits(memory=100_000_000)
    with pytest.raises(Unreadable) as caught:
        isolated(work, limits=limits)
    assert caught.value.code == code
    assert isolated(echo, 2, limits=Limits())[0] == 2


@pytest.mark.skipif(sys.platform == "win32", reason="no signals")
def test_a_process_that_dies_is_told_with_its_end() -> None:
    with pytest.raises(Unreadable) as caught:
        isolated(die, limits=Limits())
    assert (caught.value.code, caught.value.found) == ("read.crashed", "SIGKILL")
    assert isolated(echo, 2, limits=Limits())[0] == 2


def test_exceptions_come_as_they_are_raised() -> None:
    with pytest.raises(MissingExtra, match=r"gxstats\[read\]"):
        isolated(miss, limits=Limits())
    with pytest.raises(KeyError) as caught:
        isolated(fail, limits=Limits())
    assert "in fail" in caught.value.__notes__[0]
    with pytest.raises(RuntimeError, match="OddError"):
        isolated(fail_oddly, limits=Limits())


def test_what_a_library_prints_is_no_answer() -> None:
    assert isolated(print_much, limits=Limits()) == "answer"


def test_threads_do_not_get_each_others_answers() -> None:
    with ThreadPoolExecutor(6) as threads:
        found = list(threads.map(lambda n: isolated(echo, n, limits=Limits())[0], range(40)))
    assert found == list(range(40))
    assert len(isolation._IDLE) <= (os.cpu_count() or 1)


@pytest.mark.parametrize("executable", ["", "/no/such/python", sys.executable])
def test_a_process_that_cannot_start_is_told_with_the_way_out(
    executable: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    if executable == sys.executable:
        monkeypatch.setattr(isolation, "_START", "raise SystemExit(7)")
    monkeypatch.setattr(sys, "executable", executable)
    with pytest.raises(Unreadable, match=r"Limits\(isolated=False\)") as caught:
        isolated(echo, 1, limits=Limits())
    assert caught.value.code == "read.isolation"


def test_a_program_that_is_frozen_is_not_started_anew(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    with pytest.raises(Unreadable, match=r"isolation"):
        isolated(echo, 1, limits=Limits())


def test_a_module_in_the_current_folder_is_not_taken_for_ours(tmp_path, monkeypatch) -> None:
    (tmp_path / "json.py").write_text("raise SystemExit(7)")
    monkeypatch.chdir(tmp_path)
    assert isolated(echo, 1, limits=Limits())[0] == 1


@pytest.mark.skipif(not hasattr(os, "fork"), reason="no fork")
@pytest.mark.filterwarnings("ignore:.*multi-threaded.*:DeprecationWarning")
def test_a_fork_has_processes_of_its_own() -> None:
    isolated(echo, 1, limits=Limits())
    child = os.fork()
    if not child:
        os._exit(0 if not isolation._IDLE and isolated(echo, 3, limits=Limits())[0] == 3 else 1)
    assert os.waitpid(child, 0)[1] == 0
    assert isolated(echo, 2, limits=Limits())[0] == 2


def test_nothing_is_left_and_nothing_said_when_the_program_ends() -> None:
    code = (
        "from tests.reading.test_reading_isolation import echo\n"
        "from gxstats.reading import Limits, isolation\n"
        "print(isolation.isolated(echo, 1, limits=Limits())[1])"
    )
    done = subprocess.run(
        [sys.executable, "-X", "dev", "-W", "error", "-c", code], capture_output=True, check=True
    )
    assert done.stderr == b""
    if sys.platform != "win32":
        with pytest.raises(ProcessLookupError):
            os.kill(int(done.stdout), 0)


def test_reading_here_and_there_gives_the_same() -> None:
    pytest.importorskip("lxml")
    data = excel(sheet_rows())
    assert document_of(data, Limits()) == document_of(data, Limits(isolated=False))
    assert read(data).report == read(data, limits=Limits(isolated=False)).report


def test_text_and_pages_start_no_process() -> None:
    read("规章".encode() + b"\n1 2 3\n")
    pytest.importorskip("lxml")
    read(b"<table><tr><td>" + "规章".encode() + b"</td><td>1</td></tr></table>")
    assert not isolation._IDLE


def test_cells_and_places_survive_the_way() -> None:
    place = Place(page=1, box=(1.0, 2.0, 3.0, 4.0), sheet="表", reference="B7")
    cell = GridCell("1", 2, 3, 4, 5, place, kept=True)
    assert isolated(echo, cell, limits=Limits())[0] == cell


def test_who_waits_may_be_interrupted() -> None:
    if threading.current_thread() is not threading.main_thread() or sys.platform == "win32":
        pytest.skip("needs signals")
    isolated(echo, 1, limits=Limits())
    before = signal.signal(
        signal.SIGINT, signal.default_int_handler
    )  # a shell may have it ignored
    try:
        threading.Timer(0.3, os.kill, [os.getpid(), signal.SIGINT]).start()
        with pytest.raises(KeyboardInterrupt):
            isolated(hang, limits=Limits())
    finally:
        signal.signal(signal.SIGINT, before)
    assert not isolation._IDLE
