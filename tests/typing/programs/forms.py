"""The parts of the form: what their constructors take, and what their cells hold."""

from __future__ import annotations

import copy
from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import Any, ClassVar, assert_type

import attrs

from gxstats import (
    ApplicantCounts,
    Bilingual,
    Cell,
    DecisionCount,
    Disclosure2019,
    Disclosure2021,
    DisputeResults,
    Disputes,
    DocumentsInForce,
    DocumentsPublished,
    FeeAmount,
    FeeItems,
    Form,
    ItemsAndDecisions,
    Kind,
    NotProcessed,
    Organ,
    OtherHandling,
    Outcomes2019,
    Outcomes2021,
    Problem,
    Procurement,
    Refused,
    Report,
    Report2021,
    Requests2019,
    Requests2021,
    Strength,
    Unavailable,
    form,
)
from gxstats.cells import (
    CellField,
    FormObject,
    FormPart,
    PartField,
    Role,
    amount,
    block,
    cell_problem,
    change,
    column_group,
    count,
    exact,
    form_part,
    row,
    table,
    trusted_constructor,
)
from gxstats.forms import Example, Position, Rule, Table, Topic, form_of


def disclosure(amount: Decimal) -> None:
    published = DocumentsPublished(made=1, published=None, published_total=3)
    items = ItemsAndDecisions(prior_items=5, change=-2, decisions=0)
    assert_type(published.made, int | None)
    assert_type(items.change, int | None)
    older = Disclosure2019(
        rules=published,
        normative_documents=published,
        administrative_licensing=items,
        other_external_services=items,
        administrative_penalty=items,
        administrative_compulsion=items,
        administrative_fees=FeeItems(prior_items=1, change=None),
        centralized_procurement=Procurement(projects=3, amount=amount),
    )
    assert_type(older.centralized_procurement.amount, Decimal | None)
    newer = Disclosure2021(
        rules=DocumentsInForce(issued=1, repealed=0, in_force=9),
        normative_documents=DocumentsInForce.blank(issued=1),
        administrative_licensing=DecisionCount(decisions=1),
        administrative_penalty=DecisionCount(decisions=None),
        administrative_compulsion=DecisionCount.blank(),
        administrative_fees=FeeAmount(amount=amount),
    )
    assert_type(newer.rules, DocumentsInForce)
    assert_type(newer.administrative_fees.amount, Decimal | None)

    DocumentsPublished(made=1, published=2)  # E: call
    ItemsAndDecisions(prior_items=5, change=-2, decision=0)  # E: call
    FeeItems(prior_items=1, change="")  # E: argument
    Procurement(projects=1, amount=1.5)  # E: argument
    DocumentsInForce(1, 0, 9)  # E: call
    DecisionCount(decisions=amount)  # E: argument
    FeeAmount(amount="1.5")  # E: argument
    Disclosure2019(rules=published)  # E: call
    Disclosure2021.blank(administrative_fees=1.5)  # E: argument
    Disclosure2021(rules=published)  # E: call
    print(newer.centralized_procurement)  # E: attribute


def requests(counts: ApplicantCounts) -> None:
    refused = Refused(
        state_secret=counts,
        prohibited_by_law=counts,
        security_stability=counts,
        third_party=counts,
        internal_affairs=counts,
        process_information=counts,
        enforcement_files=counts,
        inquiry_matters=counts,
    )
    unavailable = Unavailable(not_held=counts, needs_creation=counts, unclear=counts)
    not_processed = NotProcessed(
        petition=counts,
        repeat=counts,
        publications=counts,
        excessive=counts,
        reissue=counts,
    )
    undivided = Outcomes2019(
        granted=counts,
        partially_granted=counts,
        refused=refused,
        unavailable=unavailable,
        not_processed=not_processed,
        other=counts,
        total=counts,
    )
    other = OtherHandling(not_supplemented=counts, fee_unpaid=counts, miscellaneous=counts)
    divided = Outcomes2021(
        granted=counts,
        partially_granted=counts,
        refused=refused,
        unavailable=unavailable,
        not_processed=not_processed,
        other=other,
        total=counts,
    )
    older = Requests2019(
        received=counts, carried_in=counts, outcomes=undivided, carried_out=counts
    )
    newer = Requests2021(received=counts, carried_in=counts, outcomes=divided, carried_out=counts)
    assert_type(older.outcomes.other, ApplicantCounts)
    assert_type(newer.outcomes.other.fee_unpaid.total, int | None)
    assert_type(Refused.blank(state_secret=counts), Refused)

    Refused(state_secret=counts)  # E: call
    Unavailable(not_held=counts, needs_creation=counts, unclear=3)  # E: argument
    NotProcessed()  # E: call
    Outcomes2019(granted=counts)  # E: call
    OtherHandling(not_supplemented=counts, fee_unpaid=counts, miscelaneous=counts)  # E: call
    Outcomes2021.blank(other=1.5)  # E: argument
    Outcomes2021(other=counts)  # E: call
    Requests2019(
        received=counts,
        carried_in=counts,
        outcomes=divided,  # E: argument
        carried_out=counts,
    )
    Requests2021(
        received=counts,
        carried_in=counts,
        outcomes=undivided,  # E: argument
        carried_out=counts,
    )
    Requests2019(received=counts)  # E: call
    Requests2021.blank(outcomes=1.5)  # E: argument
    newer.received = counts  # E: frozen


def counts(tens: int) -> None:
    columns = ApplicantCounts(
        natural_person=tens,
        commercial_enterprise=0,
        research_institution=None,
        public_interest_organization=0,
        legal_service_organization=0,
        other_organization=0,
        total=50,
    )
    assert_type(columns.total, int | None)
    assert_type(ApplicantCounts.blank(total=1), ApplicantCounts)
    assert_type(attrs.evolve(columns, total=51), ApplicantCounts)
    assert_type(copy.replace(columns, total=51), ApplicantCounts)
    assert_type(attrs.asdict(columns), dict[str, Any])
    assert_type(columns == columns, bool)

    ApplicantCounts(natural_person=tens)  # E: call
    ApplicantCounts.blank(total="1")  # E: argument
    print(columns.natural_person + 1)  # E: optional
    columns.total = 51  # E: frozen


def disputes(results: DisputeResults) -> None:
    row = DisputeResults(upheld=1, corrected=0, other=0, pending=None, total=1)
    assert_type(row.upheld, int | None)
    three = Disputes(
        reconsideration=row, direct_litigation=results, litigation_after_reconsideration=results
    )
    assert_type(three.reconsideration, DisputeResults)

    DisputeResults(upheld=1, corrected=0, other=0, pending=0)  # E: call
    DisputeResults(upheld="1", corrected=0, other=0, pending=0, total=1)  # E: argument
    DisputeResults(upheld=1.0, corrected=0, other=0, pending=0, total=1)  # E: argument
    DisputeResults(1, 0, 0, 0, 1)  # E: call
    DisputeResults(upheld=1, corrected=0, others=0, pending=0, total=1)  # E: call
    Disputes(reconsideration=row, direct_litigation=row)  # E: call


def catalogue(report: Report, unit: Bilingual, rule: Rule) -> None:
    assert_type(form("2021"), Form)
    assert_type(form(2021), Form)
    assert_type(form_of(report), Form)
    found = form("2021")
    assert_type(found["/requests/received/total"], Cell)
    assert_type(found.blank(year=None, organ="某局"), Report)
    counts = ApplicantCounts.blank()
    assert_type(found.report({"/requests/received": counts}, year=2023, organ="某局"), Report)
    assert_type([cell.address for cell in found], list[str])
    title = Table(name="requests", number="三", title=unit)
    assert_type(title.short("zh"), str)
    cell = Cell(
        address="/requests/received/total",
        index=0,
        table=title,
        headings=(),
        row=unit,
        columns=(unit,),
        column=unit,
        kind=Kind("count"),
        unit=unit,
        position=Position(table=3, row=1, column=7),
        notice="",
        topics=frozenset(),
    )
    assert_type(cell.name("en"), str)
    assert_type(cell.position.row, int)
    assert_type(
        Rule(id="x", sum="a = b", strength=Strength("soft"), source=unit).label, Bilingual | None
    )
    own = Form(
        id="x",
        edition="x",
        title=unit,
        notice="",
        first_year=2021,
        report_class=Report2021,
        parts={"requests": Requests2021},
        rules=(rule,),
        year_rules=(),
        example=Example(year=2021, organ=Organ(), figures={"/requests/received/total": 5}),
    )
    assert_type(own.about(Topic("wrong")), tuple[str, ...])
    assert_type(own.id, str)

    form(20.21)  # E: argument
    form_of("2021")  # E: argument
    found[0]  # E: argument
    found.blank(organ="某局")  # E: call
    found.report({"/requests/received/total": "5"}, year=2023, organ="某局")  # E: entry
    title.short("fr")  # E: argument
    Cell(address="")  # E: call
    Example(year=2021)  # E: call
    Form(id="x")  # E: call
    print(Topic.NONE_SUCH)  # E: attribute
    print(Kind.NONE_SUCH)  # E: attribute
    Position(3, 1)  # E: call
    Rule(id="x", sum="a = b", strength="soft", source=unit)  # E: argument
    print(Strength.NONE_SUCH)  # E: attribute
    Table("requests", 3, unit)  # E: argument


def declaring(label: Bilingual, unit: Bilingual) -> None:
    @form_part
    class Row(FormPart):
        number: int | None = count(label, unit=unit)
        more: int | None = change(label, unit=unit, under=(label,))
        money: Decimal | None = amount(label, unit=unit)

    @form_part
    class Rows(FormPart):
        one: Row = row(label)
        several: Row = block(label)
        beside: Row = column_group(label)

    @attrs.frozen(kw_only=True, repr=False, eq=False)
    class ReportOfAnotherEdition(Report):
        edition: ClassVar[str] = "another"
        rows: Rows = attrs.field(metadata=table("二", label))

    rows = Row(number=1, more=-1, money=None)
    assert_type(rows.money, Decimal | None)
    assert_type(Rows(one=rows, several=rows, beside=rows).one, Row)
    parts = Rows.blank(one=rows)
    report = ReportOfAnotherEdition(year=2027, organ="某局", rows=parts)
    assert_type(report.rows, Rows)
    assert_type(report.organ, Organ)
    assert_type(report.replace(year=None), ReportOfAnotherEdition)
    assert_type(table("二", label), Mapping[str, PartField])
    assert_type(trusted_constructor(Row), Callable[..., Any])
    assert_type(cell_problem(Kind.COUNT, "/x", -1), Problem | None)
    assert_type(CellField(label, unit, Kind.COUNT, ()).kind, Kind)
    assert_type(PartField(label, Role.ROW, (), "").label, Bilingual)
    exact(1)
    FormObject()
    FormPart()

    Row(number=1, more=-1)  # E: call
    ReportOfAnotherEdition(year=2027, organ="某局")  # E: call
    ReportOfAnotherEdition(year=2027, organ="某局", rows=rows)  # E: argument
    Rows(one=1, several=rows, beside=rows)  # E: argument
    amount(label)  # E: call
    block("一")  # E: argument
    change(label, unit=unit, under=label)  # E: argument
    column_group("一")  # E: argument
    count(label, unit)  # E: call
    row(label, label)  # E: call
    table(2, label)  # E: argument
    exact("1")  # E: argument
    form_part(1)  # E: bound
    trusted_constructor("Row")  # E: argument
    cell_problem("count", "/x", -1)  # E: argument
    CellField(label)  # E: call
    PartField(label)  # E: call
    FormObject(1)  # E: call
    FormPart(1)  # E: call
