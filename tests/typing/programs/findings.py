"""Findings, and the statements of the narrative that they compare."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, assert_type

from gxstats import Bilingual, Form, Narrative, Report
from gxstats.findings import (
    Finding,
    FindingKind,
    FindingStrength,
    Passage,
    Sense,
    Statement,
    Subject,
    findings,
    statements,
)
from gxstats.findings.coincidence import chance_of_agreement, copied, hit_chance
from gxstats.findings.jumps import jumps

TOTAL = "/requests/received/total"


def finding(report: Report, earlier: list[Report], text: Narrative) -> None:
    found = findings(
        report, last_year=earlier[0], history=earlier, peers=earlier, printed={TOTAL: "五"}
    )
    assert_type(found, tuple[Finding, ...])
    assert_type(found[0].explain("en"), str)
    assert_type(found[0].to_dict(), dict[str, Any])
    assert_type(statements(text, "某局", None), list[Statement])
    assert_type(chance_of_agreement([0.1, 0.2], 2), float)
    assert_type(copied(report, earlier), Iterator[Finding])
    assert_type(hit_chance(5), float)
    assert_type(jumps(report, earlier, ()), Iterator[Finding])

    findings(report, earlier)  # E: call
    findings(report, history=report)  # E: argument
    statements("…", "某局", None)  # E: argument
    chance_of_agreement(0.1, 1)  # E: argument
    copied(report, report)  # E: argument
    hit_chance("5")  # E: argument
    jumps(report, earlier)  # E: call


def made(words: Bilingual, form: Form) -> None:
    passage = Passage(
        section="overview", start=0, end=9, number_start=3, number_end=4, text="收到申请5件。"
    )
    assert_type(Passage.cut("other", "收到申请5件。", (0, 8), (4, 5)), Passage)
    sense = Sense((), 5, form)
    assert_type(sense.text("zh"), str)
    kind, strength = FindingKind("jump"), FindingStrength("fact")
    assert_type(kind.label, Bilingual)
    assert_type(
        Finding(kind=kind, strength=strength, cells=(TOTAL,), found=words, expected=words),
        Finding,
    )
    subject = Subject("received")
    assert_type(Statement(subject=subject, value=5, passage=passage).office, str | None)

    Finding(kind="jump", strength=strength, cells=(), found=words, expected=words)  # E: argument
    print(FindingKind.NONE_SUCH)  # E: attribute
    print(FindingStrength.NONE_SUCH)  # E: attribute
    Passage(section="overview")  # E: call
    Passage.cut("end", "", (0, 0), (0, 0))  # E: argument
    Sense(())  # E: call
    Statement(subject=subject, value="5", passage=passage)  # E: argument
    print(Subject.NONE_SUCH)  # E: attribute
