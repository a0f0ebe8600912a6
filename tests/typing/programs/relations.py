"""Relations, and what checking a report against them gives."""

from __future__ import annotations

from collections.abc import Iterator
from typing import assert_type

from gxstats import (
    Bilingual,
    Check,
    Form,
    InconsistentReport,
    Outcome,
    Relation,
    Report,
    Report2021,
    Result,
    Rulebook,
    Strength,
    check,
    form,
    relation,
    rulebook,
)
from gxstats.relations import (
    Blank,
    Comparison,
    LinkedCheck,
    Term,
    YearCheck,
    check_linked,
    check_years,
    year_links,
)


def checking(report: Report2021, last_year: Report) -> None:
    found = check(report)
    assert_type(found, Check)
    assert_type(found.verdict, Outcome)
    assert_type(found.violated, tuple[Result, ...])
    assert_type(iter(found), Iterator[Result])
    assert_type(found.require(), Report)
    assert_type(found["requests.balance.total"].residual, int | None)
    assert_type(found.explain("zh"), str)
    assert_type(check_years(last_year, report), YearCheck)
    linked = check_linked(last_year, report)
    assert_type(linked, LinkedCheck)
    assert_type(linked.report, Report)
    assert_type(Outcome("held").label, Bilingual)

    check(b"{}")  # E: argument
    check([report])  # E: argument
    check(report).explain("fr")  # E: argument
    found[0]  # E: argument
    check_years(report)  # E: call
    check_linked("2022.json", report)  # E: argument
    print(Outcome.NONE_SUCH)  # E: attribute


def relations(of: Form, source: Bilingual) -> None:
    assert_type(relation("requests.balance.total"), Relation)
    assert_type(rulebook("2021"), Rulebook)
    assert_type(rulebook(of), Rulebook)
    assert_type(Rulebook(of).place("requests.balance.total"), int)
    assert_type(year_links(of, form("2019")), tuple[Relation, ...])
    term = Term(coefficient=1, address="/requests/received/total")
    own = Relation(
        id="own",
        strength=Strength.STATED,
        comparison=Comparison("eq"),
        left=(term,),
        right=(),
        source=source,
        note=None,
    )
    assert_type(own.addresses, tuple[str, ...])
    assert_type(own.text(of), Bilingual)
    assert_type(own.residual({"/requests/received/total": 1}), int)

    relation(5)  # E: argument
    rulebook(2021)  # E: argument
    Rulebook("2021")  # E: argument
    year_links(of)  # E: call
    Term("1", "/requests/received/total")  # E: argument
    Relation(id="own", left=(term,))  # E: call
    print(Comparison.NONE_SUCH)  # E: attribute


def made(report: Report, of: Form, result: Result, own: Check, years: YearCheck) -> None:
    values: tuple[object, ...] = report.values()
    assert_type(Check(report, of, values, violated_bits=0, undecided_bits=0).report, Report)
    cells = {"/requests/received/total": 1}
    assert_type(Result(result.relation, Outcome.HELD, of, cells).left, int | None)
    assert_type(LinkedCheck(own, years).form, Form)
    assert_type(YearCheck(report, report).verdict, Outcome)
    assert_type(InconsistentReport((result,)).violations, tuple[Result, ...])

    Check(report)  # E: call
    Result(result.relation, "held", of, cells)  # E: argument
    LinkedCheck(own)  # E: call
    YearCheck(report, own)  # E: argument
    InconsistentReport(result)  # E: argument
    assert_type(Term(1, "/requests/received/total").blank, Blank)
    Blank("raises")
    Blank()  # E: call
