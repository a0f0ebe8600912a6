"""Files judged, and what judgements are written as."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO, assert_type

from gxstats import Bilingual, Check, GxstatsError, Problem, Reading, Report, Result
from gxstats.verdicts import (
    Accepted,
    Baseline,
    Failure,
    FileFailure,
    Judged,
    Level,
    Observed,
    Point,
    PointKind,
    Skipped,
    Spot,
    Verdict,
    as_csv,
    as_github,
    as_html,
    as_junit,
    as_sarif,
    judge,
    judge_all,
    judge_all_bytes,
    judge_bytes,
    linked,
    pieces,
    worst,
    write,
    write_xlsx,
)


def judging(file: Path, data: bytes, stream: BinaryIO) -> None:
    verdict = judge(file)
    assert_type(verdict, Verdict)
    assert_type(verdict.exit_code, int)
    assert_type(judge_bytes(data, "a.json"), Verdict)
    verdicts = judge_all(file)
    assert_type(verdicts, tuple[Verdict, ...])
    assert_type(judge_all_bytes(data, "a.zip"), tuple[Verdict, ...])
    assert_type(linked(verdicts), list[Verdict])
    assert_type(worst([0, 1]), int)
    assert_type(as_csv(verdicts, "en", base=file), Iterator[str])
    assert_type(as_github(verdicts), Iterator[str])
    assert_type(as_html(verdicts), Iterator[str])
    assert_type(as_junit(verdicts), Iterator[str])
    assert_type(as_sarif(verdicts), Iterator[str])
    assert_type(pieces("csv", verdicts), Iterator[bytes])
    write("csv", verdicts, stream, "zh")
    write_xlsx(verdicts, stream)

    judge(data)  # E: argument
    judge_all(5)  # E: argument
    judge_bytes(data)  # E: call
    judge_all_bytes(file, "a.zip")  # E: argument
    linked(file)  # E: argument
    worst(1)  # E: argument
    as_csv(verdict)  # E: argument
    as_github(verdicts, "fr")  # E: argument
    as_html(verdicts, "zh", file)  # E: call
    as_junit(verdict)  # E: argument
    as_sarif(verdict)  # E: argument
    pieces(verdicts, "csv")  # E: argument
    write("csv", verdicts)  # E: call
    write_xlsx(verdicts, file)  # E: argument


def made(
    report: Report, reading: Reading, found: Check, error: GxstatsError, own: Problem
) -> None:
    violated: Result = found.violated[0]
    accepted = Accepted(
        organ="某局",
        code=None,
        scope=None,
        year=2023,
        relation="requests.balance.total",
        residual=1,
    )
    assert_type(accepted.describe("zh"), str)
    assert_type(Accepted.of(report, violated), Accepted | None)
    baseline = Baseline((accepted,))
    assert_type(baseline.to_json(), bytes)
    assert_type(Baseline.from_json(b"{}"), Baseline)
    judged = Judged("a.html", report, reading, found)
    assert_type(judged.outcome, str)
    assert_type(baseline.judged(judged), Judged)
    assert_type(baseline.gone(Observed.of([judged])), tuple[Accepted, ...])
    Observed(set(), {}).add(judged)
    assert_type(Failure("a.html", error, document=b"").problems, tuple[Problem, ...])
    assert_type(FileFailure("file.missing", "a.html").explain("en"), str)
    assert_type(Skipped("a.html", error).exit_code, int)
    assert_type(Spot(line=1, column=2).describe("zh"), str)
    words = Bilingual("…", "…")
    kind = PointKind("problem")
    assert_type(Point(kind=kind, rule="value.type", message=words, origin=own).level, Level)
    assert_type(Level("error").label, Bilingual)

    Accepted(organ="某局")  # E: call
    Accepted.of(report, found)  # E: argument
    Baseline(accepted)  # E: argument
    Baseline.from_json({})  # E: argument
    Judged("a.html", report, reading)  # E: call
    Observed(judged)  # E: argument
    Failure("a.html", "error")  # E: argument
    FileFailure()  # E: call
    Skipped("a.html")  # E: call
    Spot(1)  # E: call
    Point(kind="problem", rule="value.type", message=words, origin=own)  # E: argument
    print(PointKind.NONE_SUCH)  # E: attribute
    print(Level.NONE_SUCH)  # E: attribute
