"""Folders of reports."""

# pyarrow brings no types.
# pyright: reportUnknownArgumentType=false, reportUnknownMemberType=false, reportUnknownVariableType=false

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any, assert_type

import pyarrow as pa

from gxstats import Bilingual
from gxstats.batch import (
    Interrupted,
    PassedReason,
    Progress,
    Refused,
    Status,
    Summary,
    UnreadableFile,
    clear,
    files_schema,
    findings_schema,
    reports_schema,
    run,
)


def running(folder: Path, why: Bilingual, summary: Summary) -> None:
    def shown(progress: Progress) -> None:
        assert_type(progress.done, int)

    assert_type(run([folder], folder, workers=2, years=True, progress=shown), Summary)
    assert_type(summary.to_dict(), dict[str, Any])
    assert_type(summary.relations, Mapping[str, int])
    clear(folder)
    assert_type(files_schema(), pa.Schema)
    assert_type(findings_schema(), pa.Schema)
    assert_type(reports_schema(), pa.Schema)
    assert_type(Progress(1, 2, "a.html").name, str)
    assert_type(PassedReason(why, 1, ("a.html",)).names, tuple[str, ...])
    assert_type(UnreadableFile("a.html", "html.empty", why).message, Bilingual)
    assert_type(Interrupted(summary).summary, Summary)
    assert_type(Refused("out.foreign", expected=why).explain("zh"), str)
    assert_type(Status("read"), Status)

    run(folder, folder)  # E: argument
    run([folder], folder, 2)  # E: call
    clear([folder])  # E: argument
    files_schema(1)  # E: call
    findings_schema(1)  # E: call
    reports_schema(1)  # E: call
    Progress(1, 2)  # E: call
    PassedReason("…", 1, ())  # E: argument
    UnreadableFile("a.html", "html.empty", "…")  # E: argument
    Interrupted()  # E: call
    Refused()  # E: call
    print(Status.RAED)  # E: attribute


def made(of: Mapping[str, int]) -> None:
    summary = Summary(
        complete=True,
        files=1,
        statuses=of,
        verdicts=of,
        editions=of,
        years=of,
        relations=of,
        findings=of,
        diagnoses=of,
        doubts=of,
        codes=of,
        unreadable=(),
        links=of,
        held_in_doubt=0,
        read=1,
        kept=0,
        absent=0,
        passed=(),
        seconds=1.5,
    )
    assert_type(summary.rate, float)

    Summary(complete=True)  # E: call
