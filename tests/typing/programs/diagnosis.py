"""Diagnoses, deductions, repairs and certificates."""

from __future__ import annotations

from decimal import Decimal
from typing import Any, assert_type

from gxstats import Bilingual, CellValue, Form, Relation, Report, Report2021
from gxstats.diagnosis import (
    Bounds,
    Budget,
    CellCertificate,
    Certificate,
    Change,
    Contradiction,
    Deduced,
    Deduction,
    Diagnosis,
    Evidence,
    Explanation,
    Repair,
    TableCertificate,
    Witness,
    certificate,
    certificate_with_last_year,
    deduce,
    diagnose,
    repair,
)
from gxstats.forms import Table

TOTAL = "/requests/received/total"


def diagnosing(report: Report2021, last_year: Report) -> None:
    found = diagnose(
        report,
        fixed=[TOTAL],
        known={TOTAL: 5},
        weights={TOTAL: 2},
        last_year=last_year,
        budget=Budget(steps=100, explanations=10),
    )
    assert_type(found, Diagnosis)
    assert_type(found.unique, bool)
    assert_type(found.explanations, tuple[Explanation, ...])
    assert_type(found.explanations[0].changes[0].new, int | Decimal | None)
    assert_type(found.explain("en"), str)
    assert_type(found.to_dict(), dict[str, Any])
    repaired = repair(report, found.explanations[0])
    assert_type(repaired, Repair)
    deduction = deduce(report, last_year=last_year)
    assert_type(deduction, Deduction)
    assert_type(deduction.filled(), Report)
    assert_type(certificate("2021"), Certificate)
    assert_type(certificate(report.form).distance, int)
    assert_type(certificate_with_last_year("2021"), Certificate)
    assert_type(Evidence("digit_added").label, Bilingual)

    diagnose(report, fixed=5)  # E: argument
    diagnose(report, known={TOTAL: "5"})  # E: entry
    diagnose(report, lastyear=last_year)  # E: call
    repair(report, found)  # E: argument
    deduce(report, last_year)  # E: call
    certificate(2021)  # E: argument
    certificate_with_last_year()  # E: call
    Budget(100)  # E: call
    print(Evidence.NONE_SUCH)  # E: attribute


def made(report: Report, of: Form, sums: tuple[Relation, ...], told: Any, table: Table) -> None:
    change = Change(cell=TOTAL, old=None, new=5, evidence=(), form=of)
    assert_type(change.old, CellValue)
    explanation = Explanation((change,))
    assert_type(Repair(report, (change,)).original, Report)
    assert_type(Bounds(cell=TOTAL, least=0, greatest=None).least, int)
    deduced = Deduced(cell=TOTAL, value=5, relations=sums, form=of)
    contradiction = Contradiction(relations=sums, form=of)
    deduction = Deduction(
        report=report, forced=(deduced,), open=(), contradictions=(contradiction,)
    )
    assert_type(deduction.forced, tuple[Deduced, ...])
    witness = Witness(changes={TOTAL: 1}, report={TOTAL: 1})
    cell = CellCertificate(address=TOTAL, relations=("a",), confused_with=(), distance=4)
    part = TableCertificate(
        table=table, cells=(cell,), relations=(), redundant=(), witness=witness
    )
    whole = Certificate(form=of, previous=None, links=(), tables=(part,))
    assert_type(whole.table("requests"), TableCertificate)
    diagnosis = Diagnosis(
        report=report,
        explanations=(explanation,),
        count=1,
        size=1,
        complete=True,
        given=1,
        failing=1,
        bound=1,
        steps=1,
        problem=told,
        places=frozenset({1}),
    )
    assert_type(diagnosis.reason, Bilingual)

    Change(cell=TOTAL, old=None, new="5", form=of)  # E: argument
    Explanation(change)  # E: argument
    Repair(report)  # E: call
    Bounds(cell=TOTAL, least=None, greatest=None)  # E: argument
    Deduced(TOTAL, 5, sums, of)  # E: call
    Contradiction(relations=sums)  # E: call
    Deduction(report=report)  # E: call
    Witness(changes={TOTAL: 1})  # E: call
    CellCertificate(address=TOTAL)  # E: call
    TableCertificate(table=table)  # E: call
    Certificate(form=of)  # E: call
    Diagnosis(report=report)  # E: call
