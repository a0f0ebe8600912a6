"""Reports and their parts: immutable values that refuse what print cannot hold."""

from __future__ import annotations

import copy
import inspect
import pickle
from decimal import Decimal
from fractions import Fraction

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from gxstats import (
    FORMS,
    ApplicantCounts,
    CellTypeError,
    CellValueError,
    DisputeResults,
    FeeAmount,
    InvalidValue,
    ItemsAndDecisions,
    Narrative,
    Organ,
    Outcomes2019,
    Refused,
    Remark,
    Report,
    Report2019,
    Report2021,
    Requests2019,
    UnknownAddress,
    WrongArgument,
    form,
)
from gxstats.testing import arbitrary_reports

ORGAN = Organ(name="某局")
TOTAL = "/requests/received/total"

# --- a report is a value --------------------------------------------------------------------


@given(arbitrary_reports(), st.data())
def test_reading_by_address_is_reading_by_attribute(report, data):
    cell = data.draw(st.sampled_from(report.form.cells))
    part = report
    for step in cell.address.split("/")[1:]:
        part = getattr(part, step)
    assert report[cell.address] is part
    assert report.values()[cell.index] is part
    assert {c.address: v for c, v in report.cells()}[cell.address] is part


@given(arbitrary_reports(), st.data())
def test_replacing_changes_the_named_cell_and_no_other(report, data):
    cell = data.draw(st.sampled_from(report.form.cells))
    value = data.draw(st.none() | st.integers(0, 999_999_999_999))
    changed = report.replace({cell.address: value})
    assert changed[cell.address] == value
    assert changed.form is report.form
    for (other, before), after in zip(report.cells(), changed.values(), strict=True):
        assert other == cell or before is after
    assert changed.replace({cell.address: report[cell.address]}) == report
    assert (changed == report) == (value == report[cell.address])


@given(arbitrary_reports(), arbitrary_reports())
def test_equality_is_equality_of_cells_and_facts(one, other):
    same = (
        type(one) is type(other)
        and one.form is other.form
        and one.values() == other.values()
        and (one.year, one.organ, one.narrative, one.remarks)
        == (other.year, other.organ, other.narrative, other.remarks)
    )
    assert (one == other) == same
    if same:
        assert hash(one) == hash(other)


@given(arbitrary_reports())
def test_copies_are_equal_and_hash_alike(report):
    rebuilt = report.form.report(
        dict(zip(report.form.index, report.values(), strict=True)),
        year=report.year,
        organ=report.organ,
        narrative=report.narrative,
        remarks=report.remarks,
    )
    for twin in (
        rebuilt,
        copy.copy(report),
        copy.deepcopy(report),
        *(pickle.loads(pickle.dumps(report, protocol)) for protocol in range(2, 6)),
    ):
        assert twin == report
        assert hash(twin) == hash(report)
        assert len({twin, report}) == 1


@given(st.from_type(ApplicantCounts) | st.from_type(DisputeResults) | st.from_type(Refused))
def test_a_part_is_shown_as_the_code_that_builds_it(part):
    assert eval(repr(part)) == part


def test_a_report_is_shown_in_one_line():
    report = Report2021.blank(year=2023, organ=ORGAN)
    assert repr(report) == "<Report2021 某局 2023: 200 cells, 200 blank>"
    remark = Remark(cell=TOTAL, printed="—")
    shown = repr(report.replace({TOTAL: 0}, year=None, organ=Organ(), remarks=(remark,)))
    assert shown == "<Report2021 year unknown: 200 cells, 199 blank, 1 remark>"


@pytest.mark.parametrize("shown", FORMS.values(), ids=FORMS)
def test_nothing_can_be_assigned_or_deleted(shown):
    report = shown.blank(year=2020, organ=ORGAN)
    parts = [report, report.organ, report.narrative, report.requests, report.requests.received]
    for part in (*parts, report.form, shown.cells[0]):
        name = attrs.fields(type(part))[0].name
        with pytest.raises(attrs.exceptions.FrozenInstanceError):
            setattr(part, name, 1)
        with pytest.raises(attrs.exceptions.FrozenInstanceError):
            delattr(part, name)
    for part in parts:
        with pytest.raises((AttributeError, attrs.exceptions.FrozenInstanceError)):
            part.invented = 1


@pytest.mark.parametrize("cls", [Report2019, Report2021, ApplicantCounts, Refused])
def test_the_form_cannot_be_extended(cls):
    with pytest.raises(TypeError, match=f"Mine cannot extend {cls.__name__}"):
        type("Mine", (cls,), {})


def test_positional_arguments_are_refused():
    with pytest.raises(TypeError, match="positional"):
        ApplicantCounts(1, 2, 3, 4, 5, 6, 21)


def test_the_base_of_all_reports_is_not_built():
    with pytest.raises(TypeError, match="Report2019 or a Report2021"):
        Report(year=2020, organ=ORGAN)


# --- blank forms ----------------------------------------------------------------------------


@pytest.mark.parametrize("shown", FORMS.values(), ids=FORMS)
def test_a_blank_form_is_one_call(shown):
    blank = shown.blank(year=2020, organ=ORGAN)
    assert blank.values() == (None,) * len(shown)
    assert blank.narrative == Narrative()
    assert blank.remarks == ()


def test_a_class_makes_its_own_blank_form():
    assert Report2019.blank(year=2019, organ=ORGAN).form is form("2019")
    assert Report2021.blank(year=2021, organ=ORGAN).form is form("2021")
    undivided = Report2021.blank(year=2021, organ=ORGAN, requests=Requests2019.blank())
    assert undivided.form is form("2021-undivided")


def test_a_missing_cell_is_not_a_blank_cell():
    with pytest.raises(TypeError, match="total"):
        DisputeResults(upheld=0, corrected=0, other=0, pending=0)


def test_a_misspelt_cell_is_refused_with_the_likely_one():
    with pytest.raises(TypeError, match=r"natural_persn.*natural_person"):
        ApplicantCounts.blank(natural_persn=1)


def test_a_part_of_another_edition_is_refused():
    with pytest.raises(CellTypeError, match=r"Report2019\.requests.*Requests2019"):
        Report2019.blank(year=2019, organ=ORGAN, requests=form("2021").parts["requests"].blank())
    with pytest.raises(CellTypeError):
        Requests2019.blank(outcomes=Outcomes2019)


# --- what a cell refuses --------------------------------------------------------------------


class LooksLikeInt(int):
    """As numpy's integers do, in what matters: an int that is not exactly an int."""


REFUSED_COUNTS = [
    (True, CellTypeError, "value.boolean"),
    (False, CellTypeError, "value.boolean"),
    (12.0, CellTypeError, "value.fraction"),
    (float("nan"), CellValueError, "value.not_finite"),
    (Decimal(12), CellTypeError, "value.fraction"),
    ("12", CellTypeError, "value.text"),
    ("", CellTypeError, "value.text"),
    (b"12", CellTypeError, "value.type"),
    (Fraction(12), CellTypeError, "value.type"),
    (LooksLikeInt(12), CellTypeError, "value.type"),
    ([12], CellTypeError, "value.type"),
    (-1, CellValueError, "value.negative"),
    (1_000_000_000_000, CellValueError, "value.digits"),
    (10**10_000, CellValueError, "value.digits"),
]


@pytest.mark.parametrize(
    ("value", "error", "code"),
    REFUSED_COUNTS,
    ids=[f"{type(value).__name__}-{code}" for value, _, code in REFUSED_COUNTS],
)
def test_a_count_refuses_what_is_not_a_count_and_names_the_cell(value, error, code):
    report = Report2021.blank(year=2023, organ=ORGAN)
    with pytest.raises(error) as by_address:
        report.replace({TOTAL: value})
    assert by_address.value.problem.code == code
    assert by_address.value.problem.address == TOTAL
    with pytest.raises(error) as by_name:
        ApplicantCounts.blank(total=value)
    assert by_name.value.problem.code == code
    assert by_name.value.problem.address == "ApplicantCounts.total"
    for language in ("zh", "en"):
        sentence = by_address.value.explain(language)
        assert TOTAL in sentence
        assert len(sentence) < 300


def test_a_change_may_be_negative_and_a_count_may_not():
    row = ItemsAndDecisions(prior_items=3, change=-4, decisions=0)
    assert row.change == -4
    with pytest.raises(CellValueError):
        ItemsAndDecisions(prior_items=-3, change=0, decisions=0)
    with pytest.raises(CellValueError):
        ItemsAndDecisions(prior_items=0, change=-1_000_000_000_000, decisions=0)


@pytest.mark.parametrize(
    "printed", ["4875.699", "0", "0.00000001", "999999999999.99999999", "59237.2449", "0.00"]
)
def test_an_amount_is_kept_exactly(printed):
    amount = FeeAmount(amount=Decimal(printed)).amount
    assert str(amount) == str(Decimal(printed))


def test_a_whole_amount_may_be_given_as_an_int():
    assert type(FeeAmount(amount=3).amount) is Decimal


@pytest.mark.parametrize(
    ("value", "error", "code"),
    [
        (3.5, CellTypeError, "value.float"),
        (True, CellTypeError, "value.boolean"),
        ("3.5", CellTypeError, "value.text"),
        (Fraction(7, 2), CellTypeError, "value.type"),
        (Decimal("NaN"), CellValueError, "value.not_finite"),
        (Decimal("sNaN"), CellValueError, "value.not_finite"),
        (Decimal("Infinity"), CellValueError, "value.not_finite"),
        (Decimal("-0.01"), CellValueError, "value.negative"),
        (-1, CellValueError, "value.negative"),
        (Decimal("0.000000001"), CellValueError, "value.digits"),
        (Decimal("1E+12"), CellValueError, "value.digits"),
        (Decimal("0E+1000000"), CellValueError, "value.digits"),
        (10**12, CellValueError, "value.digits"),
    ],
    ids=repr,
)
def test_an_amount_refuses_what_is_not_exact_or_not_finite(value, error, code):
    with pytest.raises(error) as caught:
        FeeAmount(amount=value)
    assert caught.value.problem.code == code
    assert caught.value.problem.address == "FeeAmount.amount"


# --- replacing ------------------------------------------------------------------------------


def replaced(made, **changes):
    """What ``copy.replace`` gives, which came with Python 3.13."""
    return getattr(copy, "replace", type(made).__replace__)(made, **changes)


@pytest.mark.parametrize("change", [attrs.evolve, replaced])
def test_other_libraries_change_a_report_as_its_own_method_does(change):
    report = form("2021").report({TOTAL: 5}, year=2023, organ=ORGAN)
    changed = change(report, year=2022, organ="某县")
    assert changed == report.replace(year=2022, organ="某县")
    assert (changed.year, changed.organ, changed[TOTAL]) == (2022, Organ(name="某县"), 5)
    assert change(report.requests.received, total=6).total == 6
    with pytest.raises(InvalidValue, match="/year"):
        change(report, year=1)
    with pytest.raises(CellTypeError, match="total"):
        change(report.requests.received, total="6")
    with pytest.raises(WrongArgument, match="year"):
        change(report, yaer=2022)


@pytest.mark.parametrize("shown", FORMS.values(), ids=lambda form: form.id)
def test_a_report_taken_apart_by_attrs_has_every_cell_at_its_address(shown):
    apart = attrs.asdict(shown.report({TOTAL: 5}, year=2023, organ=ORGAN))
    assert apart["year"] == 2023
    assert apart["organ"]["name"] == ORGAN.name
    for cell in shown:
        value = apart
        for step in cell.address.split("/")[1:]:
            value = value[step]
        assert value == (5 if cell.address == TOTAL else None)


@pytest.mark.parametrize("shown", FORMS.values(), ids=lambda form: form.id)
def test_help_shows_every_field_by_name_and_which_may_be_left_out(shown):
    parameters = inspect.signature(shown.report_class).parameters
    assert list(parameters) == ["year", "organ", "narrative", "remarks", *shown.parts]
    assert {one.kind for one in parameters.values()} == {inspect.Parameter.KEYWORD_ONLY}
    optional = {name for name, one in parameters.items() if one.default is not one.empty}
    assert optional == {"narrative", "remarks"}
    assert parameters["organ"].annotation == "Organ | str"


def test_a_part_can_be_replaced_whole():
    report = Report2021.blank(year=2023, organ=ORGAN)
    row = ApplicantCounts.blank(total=7)
    changed = report.replace({"/requests/received": row, "/disputes/reconsideration/total": 1})
    assert changed.requests.received is row
    assert changed.disputes.reconsideration.total == 1
    assert report.requests.received.total is None


@pytest.mark.parametrize("order", [1, -1])
def test_a_part_and_a_cell_of_it_cannot_both_be_replaced(order):
    report = Report2021.blank(year=2023, organ=ORGAN)
    both = [("/requests/received", ApplicantCounts.blank()), (TOTAL, 5)]
    with pytest.raises(ValueError, match="/requests/received"):
        report.replace(dict(both[::order]))


def test_a_table_cannot_be_given_by_address_and_by_name():
    report = Report2021.blank(year=2023, organ=ORGAN)
    with pytest.raises(ValueError, match="requests"):
        report.replace({TOTAL: 5}, requests=report.requests)


@pytest.mark.parametrize(
    "address",
    ["", "/", "requests", "/requests/", "/requests/received/totl", "/year", "/__class__", 3, None],
)
def test_an_address_outside_the_form_is_refused(address):
    report = Report2021.blank(year=2023, organ=ORGAN)
    for attempt in (lambda: report[address], lambda: report.replace({address: 5})):
        with pytest.raises(UnknownAddress) as caught:
            attempt()
        assert caught.value.problem.code == "address.unknown"


# --- what stands beside the tables ----------------------------------------------------------


@pytest.mark.parametrize("year", [2007, 2101, True, "2020", 2020.0, -1])
def test_a_year_outside_the_regulations_is_refused(year):
    with pytest.raises(InvalidValue) as caught:
        Report2021.blank(year=year, organ=ORGAN)
    assert caught.value.problem.address == "/year"


def test_remarks_name_cells_of_the_form_once():
    report = Report2021.blank(year=2023, organ=ORGAN)
    remark = Remark(cell=TOTAL, printed="/")
    assert report.replace({}, remarks=[remark]).remarks == (remark,)
    with pytest.raises(InvalidValue) as twice:
        report.replace({}, remarks=[remark, Remark(cell=TOTAL, printed="—")])
    assert twice.value.problem.code == "remark.duplicate"
    with pytest.raises(InvalidValue) as elsewhere:
        report.replace({}, remarks=[Remark(cell="/requests/received", printed="/")])
    assert elsewhere.value.problem.code == "address.unknown"


@pytest.mark.parametrize(
    "text", [3, b"x", "\ud800", "字" * 200_001], ids=["int", "bytes", "surrogate", "long"]
)
def test_a_narrative_holds_text_that_a_file_can_hold(text):
    with pytest.raises(InvalidValue) as caught:
        Narrative(problems=text)
    assert caught.value.problem.address == "/narrative/problems"
