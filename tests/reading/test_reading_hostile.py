"""Files that want to do harm are refused, or read in bounded work; the error names the limit.

What they do is measured from outside, in a process for each file: see ``bounded.py``.
"""

from __future__ import annotations

import builtins
import io
import json
import signal
import subprocess
import sys
from collections.abc import Iterator, Mapping
from typing import Any

import pytest
from tests.support.bounded_reading import Worker, require_bounded, require_lawful, worker
from tests.support.effort import some
from tests.support.hostile import BOUNDED, NUMBERS, READ, READING, WITNESS, all_files, hostile
from tests.support.hostile.pages import TABLE
from tests.support.hostile.worker import ENTRIES, LAW
from tests.support.paths import ROOT
from tests.support.yardstick import PATIENCE

from gxstats import MissingExtra, Unreadable, read
from gxstats.reading import Limits
from gxstats.reading.unreadable import READ_CODES

FILES = {file.name: file for file in all_files()}
SAMPLES = (
    "divs-190.html",
    "template-of-the-network.docx",
    "dimension-too-large.xlsx",
    "sound.xls",
    "sound.pdf",
)
"""Sound files, one of each kind."""


OWN_KINDS = (".txt", ".html", ".docx", ".xlsx", ".xls")
"""Kinds of files that have a reader of their own."""
MODEST = [name for name, file in FILES.items() if not file.is_greedy]
GREEDY = [name for name, file in FILES.items() if file.is_greedy]
CHOSEN = [
    *(name for kind in OWN_KINDS for name in some((n for n in MODEST if n.endswith(kind)), 3)),
    *some((name for name in MODEST if not name.endswith(OWN_KINDS)), 3),
]


@pytest.fixture(scope="module")
def measuring(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Worker]:
    with worker(tmp_path_factory, {name: FILES[name].data for name in SAMPLES}) as running:
        yield running


@pytest.mark.parametrize("name", CHOSEN)
def test_a_hostile_file_is_refused_or_read_in_bounded_work_and_memory(
    name: str, measuring: Worker
) -> None:
    found = measuring.measured(name, FILES[name].data)
    require_bounded(found)
    require_expected(found, FILES[name].outcomes)


def require_expected(found: Mapping[str, Any], expected: frozenset[str]) -> None:
    """What became of a file is one of what may become of it, and no number of it is wrong."""
    outcome = found["outcome"]
    assert outcome in expected or (outcome == READING and READ in expected), found["said"][:500]
    assert WITNESS not in found["said"]
    if outcome == READING:
        assert not found["witness"]
        if READING not in expected:
            assert found["rules"] == list(NUMBERS)
        for number, right in zip(found["rules"], NUMBERS, strict=True):
            assert number in {None, right}
    elif outcome.startswith("read.limit."):
        name = outcome.removeprefix("read.limit.")
        allowed = str(LAW.get(name, getattr(Limits(), name)))
        assert found["said"].count(allowed) >= 3  # in both languages, and as data


@pytest.mark.parametrize("name", [*some(GREEDY, 3), *some(MODEST, 1)])
@pytest.mark.parametrize("entry", [*some(["read"], 100), *some(list(ENTRIES)[1:], 25)])
def test_no_file_takes_more_time_or_memory_than_is_allowed_whoever_reads_it(
    entry: str, name: str, measuring: Worker
) -> None:
    found = measuring.measured(name, FILES[name].data, entry)
    require_lawful(found)
    assert entry == "batch" or found["status"] == 0
    if entry == "read":
        require_expected(found, FILES[name].outcomes.union(BOUNDED))


def test_there_are_hostile_files_of_every_kind() -> None:
    assert len(FILES) >= 400
    kinds = {name.rpartition(".")[2] for name in FILES}
    assert kinds.issuperset(
        ["docx", "xlsx", "xls", "pdf", "html", "txt", "csv", "zip", "eml", "mht", "doc", "rtf"]
    )
    outcomes = frozenset().union(*(file.outcomes for file in FILES.values()))
    assert outcomes <= {*READ_CODES, READ, READING}
    limits = {code for code in READ_CODES if code.startswith("read.limit.")}
    assert outcomes >= limits - {"read.limit.seconds"}


def test_the_files_are_the_same_each_time() -> None:
    code = (
        "import hashlib\nfrom tests.support import hostile\n"
        "for file in hostile.all_files()[::9]:\n"
        "    print(file.name, hashlib.sha256(file.data).hexdigest())"
    )
    made = [
        subprocess.run(
            [sys.executable, "-c", code],
            cwd=ROOT,
            env={"PYTHONHASHSEED": seed, "PYTHONPATH": str(ROOT)},
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    ]
    assert made[0] == made[1]
    assert len(made[0].splitlines()) > 25


def test_no_two_files_have_one_name() -> None:
    with pytest.raises(ValueError, match=r"sound\.pdf"):
        hostile("sound.pdf", READ)(lambda: b"")


# --- the measuring itself -------------------------------------------------------------------

HARM = {
    "crash": ("import os; os.abort()", lambda found: found["status"] < 0),
    "exit": ("raise SystemExit(0)", lambda found: found["outcome"] == "crash"),
    "error": ("1 / 0", lambda found: "ZeroDivisionError" in found["said"]),
    "memory": ("b'x' * 400_000_000", lambda found: found["peak"] > 300),
    "work": (
        "from tests.support import yardstick\nfor _ in range(60): yardstick.unit()",
        lambda found: found["units"] > 20,
    ),
    "waiting": (
        "__import__('time').sleep(1_000)",
        lambda found: found["status"] == -signal.SIGKILL,
    ),
    "network": (
        "__import__('urllib.request').request.urlopen('http://192.0.2.1/', timeout=1)",
        lambda found: "NetworkUsedError" in found["said"],
    ),
    "nothing": ("None", lambda found: found["outcome"] == "fine" and found["units"] < 5),
}


@pytest.mark.parametrize("kind", some(HARM, 25))
def test_harm_does_not_go_unseen(kind: str) -> None:
    pytest.importorskip("resource")
    harm, seen = HARM[kind]
    code = (
        "from tests.support.hostile import worker as hostile_worker\nhostile_worker.without_network()\n"
        f"hostile_worker.WALL_SECONDS = {1 if kind == 'waiting' else PATIENCE}\n"
        f"def harm(name):\n    exec({harm!r})\n    return {{'outcome': 'fine', 'said': ''}}\n"
        "hostile_worker.serve(harm, ['a', 'b'])"
    )
    run = subprocess.run(
        [sys.executable, "-c", code],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
        timeout=PATIENCE,
    )
    found = [json.loads(line) for line in run.stdout.splitlines()]
    assert len(found) == 2, "one file stops the measuring of the next"
    assert all(seen(one) for one in found), found


# --- what needs no file ---------------------------------------------------------------------


def test_every_reason_is_said_in_both_languages() -> None:
    for code in READ_CODES:
        error = Unreadable(code, found="7", expected="3")
        for language in ("zh", "en"):
            text = error.explain(language)
            assert text
            assert "{" not in text


def test_rows_that_contradict_each_other_are_doubts_however_many() -> None:
    head = "信息内容 本年制发件数 本年废止件数 现行有效件数\n"
    text = head + "".join(f"规章\n{i}\n0\n0\n" for i in range(3_000))
    reading = read(text.encode())
    assert {d.cell.rpartition("/")[2] for d in reading.doubts} == {
        "issued",
        "repealed",
        "in_force",
    }
    assert reading.report.disclosure.rules.issued is None


def test_short_rows_of_many_numbers_leave_every_cell_in_doubt() -> None:
    head = "结果维持 结果纠正 其他结果 尚未审结 总计\n" * 3
    reading = read((head + "1\n" * 8).encode())
    assert len([d for d in reading.doubts if d.cell]) == 15


def test_a_stream_is_never_read_beyond_the_limit() -> None:
    class Endless(io.RawIOBase):
        taken = 0

        def read(self, size: int = -1) -> bytes:
            assert 0 <= size <= 1_001
            self.taken += size
            return b"a" * size

    stream = Endless()
    with pytest.raises(Unreadable, match=r"read\.limit\.bytes"):
        read(stream, limits=Limits(bytes=1_000))
    assert stream.taken == 1_001


def test_a_text_stream_is_refused() -> None:
    with pytest.raises(TypeError, match="binary"):
        read(io.StringIO(TABLE))


def test_limits_are_whole_numbers() -> None:
    for wrong in (0, -1, True, 1.5):
        with pytest.raises(ValueError, match="bytes"):
            Limits(bytes=wrong)


def test_without_lxml_the_extra_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    real = builtins.__import__

    def without(name: str, *rest: object) -> object:
        if name.startswith("lxml"):
            raise ImportError(name)
        return real(name, *rest)

    monkeypatch.setattr(builtins, "__import__", without)
    with pytest.raises(MissingExtra, match=r"gxstats\[read\]"):
        read(TABLE.encode())
    assert read("规章".encode() + b"\n1 2 3\n").container == "text"
