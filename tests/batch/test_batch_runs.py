"""A run gives what reading each file alone gives, whatever the files and however it was ended."""

from __future__ import annotations

import json
import os
import pickle
import shutil
import signal
import subprocess
import sys
import zipfile
from contextlib import suppress
from functools import cache, lru_cache

import pytest
from hypothesis import given
from hypothesis import strategies as st

pytest.importorskip("pyarrow")
pytest.importorskip("polars")
pytest.importorskip("lxml")

import pyarrow as pa
import pyarrow.parquet as pq
from tests.support import batch_deaths
from tests.support.batch_folders import InThisProcess, everything, fill, page, reports, rows
from tests.support.effort import some, tries
from tests.support.packed_files import letter, zipped

from gxstats import Bilingual, Outcome, Unreadable, check, from_json, read
from gxstats.batch import (
    FILE_CODES,
    REFUSALS,
    Interrupted,
    Refused,
    clear,
    files_schema,
    findings_schema,
    judging,
    reports_schema,
    run,
    running,
    working,
)
from gxstats.batch.output import held
from gxstats.batch.workers import Workers
from gxstats.batch.working import judge_all
from gxstats.columnar import from_arrow, outcomes, read_parquet, scan_parquet, write_parquet
from gxstats.columnar import stream as stream_of
from gxstats.diagnosis import Budget, diagnose
from gxstats.findings import findings
from gxstats.verdicts import contents


class NoRoom(Exception):
    """Ends a run where it stands."""


once = lru_cache(maxsize=None)(judging.judged)
"""A property is tried many times on the same files: what they give is computed once."""


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    return fill(tmp_path_factory.mktemp("reports") / "年报", 24)


@pytest.fixture(scope="module")
def whole(folder, tmp_path_factory):
    """What one run makes of the folder, with two processes."""
    out = tmp_path_factory.mktemp("whole") / "out"
    return out, run([folder], out, workers=2)


# --- the same as one by one ---------------------------------------------------------------------


@cache
def alone(path):
    if path.suffix == ".json":
        return from_json(path.read_bytes()), None
    reading = read(path)
    return reading.report, reading


def test_every_report_is_the_one_that_reading_its_file_alone_gives(folder, whole):
    out, _ = whole
    found = {}
    for part in (out / "reports").iterdir():
        table = read_parquet(part)
        found |= dict(zip(table.column("file").to_pylist(), from_arrow(table), strict=True))
    files = [path for path in folder.rglob("*") if path.is_file()]
    assert found == {path.relative_to(folder).as_posix(): alone(path)[0] for path in files}


def test_everything_found_is_what_check_diagnose_and_findings_find_in_the_file_alone(
    folder, whole
):
    out, _ = whole
    found = rows(out, "findings")
    expected = []
    for path in sorted(folder.rglob("*"), key=lambda path: path.relative_to(folder).as_posix()):
        if not path.is_file():
            continue
        name = path.relative_to(folder).as_posix()
        report, reading = alone(path)
        slips = {slip.relation: slip.whose.value for slip in reading.slips} if reading else {}
        expected += [
            (name, "relation", one.relation.id, one.outcome.value, one.left, one.right,
             one.residual, list(one.cells), slips.get(one.relation.id),
             one.explain("zh"), one.explain("en"))
            for one in check(report)
            if one.outcome is not Outcome.HELD
        ]  # fmt: skip
        if check(report).violated:
            told = diagnose(report, budget=Budget(steps=10_000))
            first = told.explanations[0].changes if told.explanations else ()
            how = "unique" if told.unique else "several" if told.complete else "unfinished"
            expected.append(
                (name, "diagnosis", "diagnosis", how, None, None, None,
                 [change.cell for change in first], None, told.summary("zh"), told.summary("en"))
            )  # fmt: skip
            [row] = [r for r in found if r["file"] == name and r["kind"] == "diagnosis"]
            assert [(c["cell"], c["from"], c["to"]) for c in row["changes"]] == [
                (c.cell, None if c.old is None else str(c.old), str(c.new)) for c in first
            ]
        expected += [
            (name, "finding", one.kind.value, None, None, None, None, list(one.cells), None,
             one.explain("zh"), one.explain("en"))
            for one in findings(report)
        ]  # fmt: skip
        for doubt in reading.doubts if reading else ():
            cells = [doubt.cell] if doubt.cell else []
            expected.append(
                (name, "doubt", doubt.code, None, None, None, None, cells, None,
                 doubt.explain("zh"), doubt.explain("en"))
            )  # fmt: skip
    columns = ("file", "kind", "id", "outcome", "left", "right", "residual", "cells", "whose",
               "message_zh", "message_en")  # fmt: skip
    assert [tuple(row[name] for name in columns) for row in found] == expected
    assert any(row[1] == "relation" for row in expected)


def test_the_verdicts_are_those_of_check_over_objects_and_over_columns(folder, whole):
    out, summary = whole
    verdicts = {row["file"]: row["verdict"] for row in rows(out, "files")}
    by_columns = {}
    for part in (out / "reports").iterdir():
        frame = outcomes(scan_parquet(part), keys=["file"]).collect()
        by_columns |= dict(frame.select("file", "verdict").iter_rows())
    assert verdicts == by_columns
    assert {name: check(alone(folder / name)[0]).verdict.value for name in verdicts} == verdicts
    assert sum(summary.verdicts.values()) == summary.files == len(verdicts) == 24
    assert summary.complete
    assert json.loads((out / "summary.json").read_bytes())["files"] == 24


def test_the_summary_counts_what_stands_in_the_tables(whole):
    out, summary = whole
    found = rows(out, "findings")
    violated = [r["id"] for r in found if r["kind"] == "relation" and r["outcome"] == "violated"]
    assert summary.relations == {id: violated.count(id) for id in violated}
    assert list(summary.relations.values()) == sorted(summary.relations.values(), reverse=True)
    years = [str(row["year"]) for row in rows(out, "files")]
    assert summary.years == {year: years.count(year) for year in years}


def test_the_tables_have_the_schemas_that_are_published(whole):
    out, _ = whole
    for table, schema in (
        ("reports", reports_schema()),
        ("findings", findings_schema()),
        ("files", files_schema()),
    ):
        for part in (out / table).iterdir():
            assert pq.read_schema(part).equals(schema), table


# --- interrupted, and run again -------------------------------------------------------------------


@tries(12)
@given(points=st.lists(st.integers(0, 15), max_size=3), size=st.integers(3, 12))
def test_a_run_that_is_interrupted_anywhere_and_run_again_is_one_run(
    folder, whole, tmp_path_factory, points, size
):
    out = tmp_path_factory.mktemp("interrupted") / "out"
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(running, "Workers", InThisProcess)
        patch.setattr(working, "judged", once)
        patch.setattr(running, "_CHUNK", 2)
        patch.setattr(running, "_PART_FILES", size)
        for point in points:
            steps = iter(range(point))

            def interrupt(_, steps=steps):
                if next(steps, None) is None:
                    raise KeyboardInterrupt

            with suppress(KeyboardInterrupt):
                run([folder], out, progress=interrupt)
        before = len(rows(out, "files")) if points else 0
        summary = run([folder], out)
    assert everything(out) == everything(whole[0])
    assert (summary.kept, summary.read) == (before, 24 - before)


@tries(12)
@given(points=st.lists(st.integers(0, 20), min_size=1, max_size=3), size=st.integers(3, 12))
def test_a_run_that_dies_between_any_two_writes_and_is_run_again_is_one_run(
    folder, whole, tmp_path_factory, points, size
):
    out = tmp_path_factory.mktemp("dead") / "out"
    real = os.replace
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(running, "Workers", InThisProcess)
        patch.setattr(working, "judged", once)
        patch.setattr(running, "_PART_FILES", size)
        for point in points:
            left = iter(range(point))

            def replace(made, path, left=left):
                if next(left, None) is None:
                    raise NoRoom
                real(made, path)

            patch.setattr(os, "replace", replace)
            with suppress(NoRoom):
                run([folder], out)
        patch.setattr(os, "replace", real)
        run([folder], out)
    assert everything(out) == everything(whole[0])


def test_a_second_run_reads_nothing(folder, whole):
    out, _ = whole
    before = everything(out)
    again = run([folder], out)
    assert (again.read, again.kept) == (0, 24)
    assert everything(out) == before


def test_a_file_that_has_changed_is_read_again_and_its_old_rows_are_gone(tmp_path, workers_here):
    source, out = fill(tmp_path / "in", 6), tmp_path / "out"
    run([source], out)
    changed = [source / "r001.html", source / "r002.html"]
    for path, report in zip(changed, reports(2, seed=9), strict=True):
        path.write_bytes(page(report))
        os.utime(path, ns=(1, 1))
    (source / "r005.html").unlink()
    (source / "new.html").write_bytes(page(reports(1, seed=5)[0]))
    summary = run([source], out)
    assert (summary.read, summary.kept, summary.absent) == (3, 3, 1)
    fresh = tmp_path / "fresh"
    run([source], fresh)
    left = {
        table: [row for row in found if row["file"] != "r005.html"]
        for table, found in everything(out).items()
    }
    assert left == everything(fresh)


def test_a_file_that_could_not_be_opened_is_tried_again(tmp_path, workers_here):
    source, out = fill(tmp_path / "in", 3), tmp_path / "out"
    (source / "later.html").symlink_to(tmp_path / "elsewhere.html")
    for _ in range(2):
        assert run([source], out, follow_links=True).codes == {"file.missing": 1}
    (tmp_path / "elsewhere.html").write_bytes(page(reports(1)[0]))
    summary = run([source], out, follow_links=True)
    assert (summary.codes, summary.read, summary.files) == ({}, 1, 4)


@pytest.fixture
def heard():
    """Ctrl-C as a terminal has it: what a shell starts in the background ignores it."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


@pytest.mark.usefixtures("heard")
def test_ctrl_c_writes_what_is_complete_and_says_so(folder, whole, tmp_path, monkeypatch):
    monkeypatch.setattr(running, "_CHUNK", 2)
    out = tmp_path / "out"
    with pytest.raises(Interrupted) as caught:
        run([folder], out, workers=1, progress=lambda _: signal.raise_signal(signal.SIGINT))
    assert signal.getsignal(signal.SIGINT) is signal.default_int_handler
    assert not caught.value.summary.complete
    assert 0 < caught.value.summary.files < 24
    assert caught.value.summary.files == len(rows(out, "files"))
    monkeypatch.setattr(running, "Workers", InThisProcess)
    monkeypatch.setattr(working, "judged", once)
    run([folder], out)
    assert everything(out) == everything(whole[0])


# --- workers that die -----------------------------------------------------------------------------


@pytest.fixture(scope="module", params=some(["exits", "is_killed"], 50))
def survived(request, tmp_path_factory):
    """What a worker dies of always, what it dies of once, what it never comes to an end with, and
    the rest: the name of the first, the folder, and what came of a run."""
    root = tmp_path_factory.mktemp("deaths")
    source, out = fill(root / "in", 6), root / "out"
    for name in (request.param, "hangs"):
        (source / f"{name}.html").write_bytes(b"-")
    (source / "once.html").write_bytes(page(reports(1)[0]))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(running, "judge_all", batch_deaths.deadly)
        yield request.param, source, out, run([source], out, workers=1, seconds=15)


def test_a_file_of_which_the_worker_dies_is_unreadable_and_the_rest_is_read(
    survived, workers_here
):
    name, source, out, summary = survived
    assert summary.statuses["unreadable"] == 2
    [message] = [one.message for one in summary.unreadable if one.file == f"{name}.html"]
    assert ("exit 7" if name == "exits" else "exit -9") in message.en
    assert summary.codes["file.worker"] == 1
    good = {row["file"] for row in rows(out, "files") if row["verdict"]}
    files = {path.relative_to(source).as_posix() for path in source.rglob("[!.]*.*")}
    assert good == files - {f"{name}.html", "hangs.html"}
    # it is tried again, and is read once nothing kills the worker
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(running, "judge_all", judge_all)
        assert run([source], out).codes == {"read.no_table": 2}


def test_a_file_of_which_a_worker_dies_once_is_read(survived):
    _, source, _, summary = survived
    assert (source / batch_deaths.SEEN).exists()
    assert sum(summary.verdicts.values()) == 7


def test_a_file_that_takes_too_long_is_given_up_and_the_rest_is_read(survived):
    *_, summary = survived
    assert summary.codes["file.seconds"] == 1
    assert [one.file for one in summary.unreadable if "15" in one.message.en] == ["hangs.html"]


def test_workers_that_never_start_end_the_run_with_the_reason(tmp_path, monkeypatch):
    monkeypatch.setattr(running, "judge_all", batch_deaths.never)
    monkeypatch.setattr("gxstats.batch.workers._MOST_DEATHS", 2)
    source = fill(tmp_path / "in", 3)
    with pytest.raises(Refused) as caught:
        run([source], tmp_path / "out", workers=1)
    assert caught.value.code == "batch.workers"
    assert "__main__" in caught.value.explain("zh")


def test_no_worker_is_left_behind(folder):
    with Workers(2, judge_all, 10) as pool:
        processes = [worker.process.pid for worker in pool.workers]
    for process in processes:
        with pytest.raises(ProcessLookupError):
            os.kill(process, 0)


# --- hostile files --------------------------------------------------------------------------------


@pytest.fixture
def hostile(tmp_path):
    root = fill(tmp_path / "in", 4)
    (root / "empty.html").write_bytes(b"")
    (root / "garbage.xlsx").write_bytes(bytes(range(256)) * 40)
    (root / "truncated.docx").write_bytes(b"PK\x03\x04 harm")
    ole = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
    (root / "password.xlsx").write_bytes(ole + bytes(504) + "EncryptedPackage".encode("utf-16-le"))
    with zipfile.ZipFile(root / "archive.zip", "w") as archive:
        archive.writestr("a.txt", "text")
    (root / "picture.png").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(20))
    (root / "surrogate.json").write_bytes(b'{"\\ud800": "\\ud800"}')
    (root / "deep.json").write_bytes(b"[" * 100_000)
    (root / "folder.html").mkdir()
    (root / "loop").symlink_to("loop")
    (root / "up").symlink_to(root)
    (root / "nowhere.html").symlink_to("nothing")
    os.mkfifo(root / "pipe.html")
    closed = root / "closed.html"
    closed.write_bytes(b"x")
    closed.chmod(0)
    (root / "\udcff\udcfe.html").write_bytes(page(reports(1)[0]))
    (root / "line\nbreak.html").write_bytes(page(reports(1)[0]))
    os.utime(root / "empty.html", (2**33, 2**33))
    return root


def test_hostile_files_become_rows_and_the_rest_is_read(hostile, tmp_path, workers_here):
    summary = run([hostile], tmp_path / "out")
    found = {row["file"]: row for row in rows(tmp_path / "out", "files")}
    assert sum(summary.verdicts.values()) == 6
    assert found["\\xff\\xfe.html"]["verdict"]
    assert found["line\nbreak.html"]["verdict"]
    codes = {name: row["code"] for name, row in found.items() if row["code"]}
    closed = (
        {"closed.html": "file.permission"} if os.getuid() else {"closed.html": "read.no_table"}
    )
    assert codes == closed | {
        "empty.html": "read.empty",
        "garbage.xlsx": codes["garbage.xlsx"],
        "truncated.docx": "read.damaged",
        "password.xlsx": codes["password.xlsx"],
        "archive.zip": codes["archive.zip"],
        "picture.png": "read.container",
        "surrogate.json": codes["surrogate.json"],
        "deep.json": "document.depth",
        "loop": "file.system",
        "nowhere.html": "file.missing",
    }
    assert "file.fault" not in codes.values()
    for name in codes:
        assert found[name]["message_zh"]
        assert found[name]["message_en"]
        assert found[name]["verdict"] is None
    assert found["picture.png"]["status"] == "no_report"
    assert found["empty.html"]["status"] == "unreadable"
    told = {one.why.en: one.count for one in summary.passed}
    assert told == {"folder that was seen already": 1, "not a regular file": 1}


def test_a_fault_of_the_program_is_a_row(tmp_path, monkeypatch, workers_here):
    def fault(_):
        raise RuntimeError("\udc80")

    monkeypatch.setattr(contents, "read_all", fault)
    source = fill(tmp_path / "in", 5)
    summary = run([source], tmp_path / "out")
    assert summary.codes == {"file.fault": 4}
    assert summary.statuses == {"read": 1, "unreadable": 4}


# --- sources --------------------------------------------------------------------------------------


def test_a_file_is_read_once_whatever_its_names(tmp_path, workers_here):
    source = fill(tmp_path / "in", 6)
    (source / "again.html").symlink_to("r001.html")
    inside = next(path for path in source.iterdir() if path.is_dir())
    summary = run([source, inside, source / "r001.html", str(source / "*.html")], tmp_path / "out")
    assert summary.files == 6
    assert {row["file"] for row in rows(tmp_path / "out", "files")} == {
        path.relative_to(source).as_posix()
        for path in source.rglob("*.*")
        if path.name != "again.html"
    }


def test_names_begin_below_what_the_sources_share(tmp_path, workers_here):
    for year in ("2022", "2023"):
        fill(tmp_path / "in" / year, 2)
    run([tmp_path / "in" / "2022", tmp_path / "in" / "2023"], tmp_path / "out")
    assert {row["file"] for row in rows(tmp_path / "out", "files")} == {
        "2022/r001.html", "2022/第0号/r000.html", "2023/r001.html", "2023/第0号/r000.html",
    }  # fmt: skip
    run([str(tmp_path / "in" / "2022" / "**" / "*.html")], tmp_path / "deep")
    assert {row["file"] for row in rows(tmp_path / "deep", "files")} == {
        "r001.html", "第0号/r000.html",
    }  # fmt: skip


def test_the_folder_that_is_written_to_is_not_read(tmp_path, workers_here):
    source = fill(tmp_path / "in", 3)
    run([source], source / "out")
    summary = run([source], source / "out")
    assert (summary.files, summary.kept) == (3, 3)


@pytest.mark.parametrize(
    ("sources", "code"),
    [
        (["missing"], "batch.source"),
        ([], "batch.nothing"),
        (["empty"], "batch.nothing"),
        (["in/*.nothing"], "batch.nothing"),
        (["in", "corpus.parquet"], "batch.mixed"),
    ],
)
def test_what_cannot_be_a_source_is_refused_and_nothing_is_written(
    tmp_path, monkeypatch, sources, code
):
    monkeypatch.chdir(tmp_path)
    fill(tmp_path / "in", 1)
    (tmp_path / "empty").mkdir()
    (tmp_path / "corpus.parquet").write_bytes(b"")
    with pytest.raises(Refused) as caught:
        run(sources, "out")
    assert caught.value.code == code
    assert not (tmp_path / "out" / "batch.json").exists()


def test_the_sources_are_never_in_the_folder_that_is_written_to(tmp_path):
    source = fill(tmp_path / "in", 1)
    for out in (source, tmp_path):
        with pytest.raises(Refused) as caught:
            run([source], out)
        assert caught.value.code == "batch.inside"


@pytest.mark.parametrize("again", [False, True])
def test_a_link_to_what_a_run_wrote_is_not_removed_by_the_next(tmp_path, workers_here, again):
    from tests.support.command_line import run as command

    out = tmp_path / "out"
    run([fill(tmp_path / "in", 1)], out)
    [part] = (out / "reports").iterdir()
    link = tmp_path / "corpus.parquet"
    link.symlink_to(part)
    before = part.read_bytes()
    result = command("batch", link, "-o", out, *(["--again"] if again else []))
    assert result.exit_code == 2
    assert "holds the files that are read" in result.stderr
    assert part.read_bytes() == before


def test_a_disk_that_is_full_ends_the_run_with_the_reason(tmp_path, monkeypatch, workers_here):
    def replace(made, path):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "replace", replace)
    with pytest.raises(Refused) as caught:
        run([fill(tmp_path / "in", 2)], tmp_path / "out")
    assert caught.value.code == "batch.write"
    assert "No space left on device" in caught.value.explain("zh")


# --- the folder that is written to ----------------------------------------------------------------


def test_a_folder_of_something_else_is_refused_and_left_alone(tmp_path):
    out = tmp_path / "out"
    out.mkdir()
    (out / "notes.txt").write_text("mine")
    for job in (lambda: run([fill(tmp_path / "in", 1)], out), lambda: clear(out)):
        with pytest.raises(Refused) as caught:
            job()
        assert caught.value.code == "batch.foreign"
    assert [path.name for path in out.iterdir()] == ["notes.txt"]


@pytest.mark.parametrize("key", ["gxstats", "columns", "layout", "base"])
def test_what_another_version_or_other_sources_wrote_is_refused_until_cleared(
    tmp_path, workers_here, key
):
    source, out = fill(tmp_path / "in", 2), tmp_path / "out"
    run([source], out)
    marker = json.loads((out / "batch.json").read_bytes())
    (out / "batch.json").write_text(json.dumps({**marker, key: "other"}))
    (out / "notes.txt").write_text("mine")
    with pytest.raises(Refused) as caught:
        run([source], out)
    assert caught.value.code == "batch.other"
    assert "other" in caught.value.explain("zh")
    assert "--again" in caught.value.explain("en")
    clear(out)
    assert (out / "notes.txt").exists()
    assert run([source], out).read == 2


def test_two_runs_never_write_to_one_folder(tmp_path):
    source, out = fill(tmp_path / "in", 1), tmp_path / "out"
    with held(out), pytest.raises(Refused) as caught:
        run([source], out)
    assert caught.value.code == "batch.busy"
    assert str(os.getpid()) in caught.value.explain("en")


def test_a_lock_left_by_a_run_that_died_does_not_matter(tmp_path, workers_here):
    source, out = fill(tmp_path / "in", 1), tmp_path / "out"
    code = "import os, sys; from gxstats.batch.output import held\nwith held(sys.argv[1]): os._exit(1)"
    subprocess.run([sys.executable, "-c", code, str(out)], check=False)
    assert (out / ".lock").read_text().isdigit()
    assert run([source], out).read == 1


@pytest.mark.parametrize("name", ["batch.json", "files/part-00001.parquet"])
def test_what_is_damaged_is_named(tmp_path, workers_here, name):
    source, out = fill(tmp_path / "in", 1), tmp_path / "out"
    run([source], out)
    (out / name).write_bytes(b"harm")
    with pytest.raises(Refused) as caught:
        run([source], out)
    assert caught.value.code == "batch.damaged"
    assert name in caught.value.explain("en")


# --- corpora --------------------------------------------------------------------------------------

SAME = ("id", "strength", "outcome", "left", "right", "residual", "organ_name", "year", "form",
        "cells")  # fmt: skip


@pytest.mark.usefixtures("workers_here")
def test_a_corpus_gives_the_relations_that_its_folder_gave(whole, tmp_path):
    out, of_folder = whole
    corpus = next((out / "reports").iterdir())
    summary = run([corpus], tmp_path / "out")
    found = {
        (row["report"], *(_key(row[name]) for name in SAME))
        for row in rows(tmp_path / "out", "findings")
    }
    expected = {
        (row["file"], *(_key(row[name]) for name in SAME))
        for row in rows(out, "findings")
        if row["kind"] == "relation"
    }
    assert found == expected
    assert {row["report"]: row["verdict"] for row in rows(tmp_path / "out", "files")} == {
        row["file"]: row["verdict"] for row in rows(out, "files")
    }
    for name in ("relations", "verdicts", "editions", "years"):
        assert getattr(summary, name) == getattr(of_folder, name), name
    for row in rows(tmp_path / "out", "findings"):
        assert row["message_zh"]
        assert row["message_en"]
    again = run([corpus], tmp_path / "out")
    assert (again.read, again.kept) == (0, 1)


def _key(value):
    return tuple(value) if isinstance(value, list) else value


@pytest.mark.usefixtures("workers_here")
def test_a_corpus_without_files_is_known_by_whose_it_is_and_a_changed_one_replaces_itself(
    tmp_path,
):
    corpus, out = tmp_path / "corpus.parquet", tmp_path / "out"
    write_parquet(stream_of(reports(8)), corpus)
    first = run([corpus], out)
    assert first.files == 8
    assert {row["report"] for row in rows(out, "files")} == {None}
    assert {row["file"] for row in rows(out, "findings")} == {"corpus.parquet"}
    write_parquet(stream_of(reports(9, seed=3)), corpus)
    assert run([corpus], out).files == 9


@pytest.mark.usefixtures("workers_here")
def test_a_parquet_file_that_is_no_corpus_is_a_row_and_the_others_are_judged(tmp_path):
    write_parquet(stream_of(reports(3)), tmp_path / "good.parquet")
    pq.write_table(pa.table({"a": [1]}), tmp_path / "other.parquet")
    (tmp_path / "harm.parquet").write_bytes(b"harm")
    summary = run([str(tmp_path / "*.parquet")], tmp_path / "out")
    assert summary.statuses == {"read": 3, "unreadable": 2}
    assert summary.codes == {"column.version": 1, "file.corpus": 1}
    assert {one.file for one in summary.unreadable} == {"harm.parquet", "other.parquet"}


# --- words ----------------------------------------------------------------------------------------


@pytest.mark.parametrize("codes", [FILE_CODES, REFUSALS], ids=["files", "refusals"])
def test_every_reason_is_said_in_both_languages(codes):
    for code, text in codes.items():
        assert isinstance(text, Bilingual)
        said = text.format(found="X", expected="Y")
        assert any("\u4e00" <= c <= "\u9fff" for c in said.zh), code
        assert not any("\u4e00" <= c <= "\u9fff" for c in said.en), code


def test_errors_cross_processes_and_compare():
    for error in (Refused("batch.source", "x"), Unreadable("read.empty")):
        assert pickle.loads(pickle.dumps(error)) == error


def test_the_copy_of_a_folder_gives_the_same_rows(tmp_path, workers_here):
    folder = fill(tmp_path / "in", 6)
    run([folder], tmp_path / "out")
    run([shutil.copytree(folder, tmp_path / "copy")], tmp_path / "of copy")
    assert everything(tmp_path / "of copy") == everything(tmp_path / "out")


# --- packed files ---------------------------------------------------------------------------------


def test_what_is_packed_is_told_and_read_only_when_that_is_asked_for(tmp_path, workers_here):
    source, out = tmp_path / "in", tmp_path / "out"
    source.mkdir()
    first, second, third = reports(3)
    (source / "a.zip").write_bytes(
        zipped({"一.html": page(first), "图.png": b"\x89PNG\r\n\x1a\n", "二.html": page(second)})
    )
    (source / "b.eml").write_bytes(letter({"报告.html": page(third)}, "见附件。"))
    (source / "c.rar").write_bytes(b"Rar!\x1a\x07\x00" + bytes(99))
    summary = run([source], out)
    assert summary.codes == {"file.packed": 2, "read.packed": 1}
    assert summary.statuses == {"unreadable": 3}
    assert run([source], out).read == 0
    summary = run([source], out, archives=True)
    assert summary.read == 2
    told = {row["file"]: (row["report"], row["status"]) for row in rows(out, "files")}
    assert told.pop("a.zip:图.png") == ("图.png", "no_report")
    assert told.pop("b.eml:body") == ("body", "no_report")
    assert told.pop("c.rar") == (None, "unreadable")
    assert {name: report for name, (report, _) in told.items()} == {
        "a.zip:一.html": "一.html",
        "a.zip:二.html": "二.html",
        "b.eml:报告.html": "报告.html",
    }
    assert {row["file"] for row in rows(out, "reports")} == set(told)
    assert run([source], out, archives=True).read == 0
    (source / "a.zip").write_bytes(zipped({"三.html": page(first)}))
    assert run([source], out, archives=True).read == 1
    assert {row["file"] for row in rows(out, "reports")} == {"a.zip:三.html", "b.eml:报告.html"}
