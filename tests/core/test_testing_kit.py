"""The public strategies: what they promise, and what they shrink to."""

from __future__ import annotations

import subprocess
import sys
from collections import Counter
from itertools import product

import attrs
import pytest
from hypothesis import Phase, find, given, settings
from hypothesis import strategies as st
from hypothesis.errors import NoSuchExample
from tests.support.effort import some
from tests.support.searching import examples_of, first_found, simplest

import gxstats
from gxstats import (
    FORMS,
    Kind,
    Organ,
    Outcome,
    Report,
    Report2019,
    Report2021,
    Strength,
    check,
    rulebook,
)
from gxstats.cells import COUNT_MAXIMUM, FormObject
from gxstats.testing import (
    arbitrary_reports,
    narratives,
    organs,
    remarks,
    reports,
    reports_with_blanks,
)
from gxstats.testing.cases import cases_of

every_form = pytest.mark.parametrize("form_id", [*FORMS])


def assert_valid(report):
    """Build the report again through its checked constructors."""
    twin = report.form.report(
        dict(zip(report.form.index, report.values(), strict=True)),
        year=report.year,
        organ=Organ(**attrs.asdict(report.organ)),
        narrative=gxstats.Narrative(**attrs.asdict(report.narrative)),
        remarks=tuple(gxstats.Remark(**attrs.asdict(remark)) for remark in report.remarks),
    )
    assert twin == report
    for (cell, value), copied in zip(report.cells(), twin.values(), strict=True):
        assert type(value) is type(copied), cell


@every_form
@given(data=st.data())
def test_consistent_reports_satisfy_every_relation_and_have_no_blank(form_id, data):
    report = data.draw(reports(form_id))
    assert report.form.id == form_id
    assert None not in report.values()
    assert {result.outcome for result in check(report)} == {Outcome.HELD}
    assert_valid(report)


@every_form
@given(data=st.data())
def test_blanks_never_make_a_consistent_report_wrong(form_id, data):
    report = data.draw(reports_with_blanks(form_id))
    assert report.form.id == form_id
    for result in check(report):
        blank = None in result.cells.values()
        assert result.outcome is (Outcome.UNDECIDED if blank else Outcome.HELD)
    assert_valid(report)


@every_form
@given(data=st.data())
def test_arbitrary_reports_are_valid(form_id, data):
    report = data.draw(arbitrary_reports(form_id))
    assert report.form.id == form_id
    assert_valid(report)


def test_an_unknown_form_is_refused():
    with pytest.raises(KeyError, match="2014"):
        reports("2014")


# --- what the reports vary in ---------------------------------------------------------------


@every_form
def test_every_cell_is_filled_in_and_blanked_in_some_report(form_id):
    filled, blanked = Counter(), Counter()
    for report in examples_of(reports_with_blanks(form_id), 200):
        for address, value in zip(report.form.index, report.values(), strict=True):
            filled[address] += bool(value)
            blanked[address] += value is None
    for address in FORMS[form_id].index:
        assert filled[address]
        assert blanked[address]


@pytest.mark.parametrize("strategy", [reports, reports_with_blanks, arbitrary_reports])
def test_sparse_and_full_reports_both_occur(strategy):
    seen = [
        sum(bool(value) for value in report.values())
        for report in examples_of(strategy("2021"), 60)
    ]
    assert min(seen) == 0
    assert max(seen) > 150
    assert sum(number < 60 for number in seen) > len(seen) / 3


@pytest.mark.parametrize(
    ("address", "wanted"),
    [
        ("/requests/received/natural_person", lambda value: value == COUNT_MAXIMUM),
        ("/requests/received/natural_person", lambda value: value == 123_456_789),
        ("/requests/received/natural_person", lambda value: value is None),
        ("/disclosure/administrative_fees/change", lambda value: (value or 0) < 0),
        ("/disclosure/centralized_procurement/amount", lambda value: (value or 0) % 1 > 0),
    ],
    ids=["largest", "given", "blank", "negative", "decimals"],
)
def test_no_valid_number_is_out_of_reach(address, wanted):
    # proved on the recipe, not by luck: whatever number is drawn can stand in any cell
    from gxstats.testing.numbers import BYTES, COUNTS
    from gxstats.testing.recipes import Anything

    shown = FORMS["2019"]
    recipe = Anything([cell.kind for cell in shown])
    place = shown.index[address]

    def possible():
        for number in range(256):
            data = bytes([0, *divmod(place, 256), number]).ljust(BYTES, b"\0")
            for drawn in (0, 123_456_789):
                yield recipe.values(data, drawn)[place]

    assert len(COUNTS) == 256
    assert any(map(wanted, possible()))


@every_form
def test_the_largest_consistent_report_still_fits_into_its_cells(form_id):
    from gxstats.testing.numbers import _LEVELS, BYTES, COUNTS
    from gxstats.testing.recipes import Tally

    recipe = Tally(FORMS[form_id])
    last = divmod(len(recipe.cases) - 1, 256)
    for level in range(len(_LEVELS)):
        first = -(-level * 256 // len(_LEVELS))
        for number in some(range(256), 20):
            data = bytes([first, *[*last, number] * (BYTES // 3)])
            values = recipe.values(data, recipe.largest)
            assert max(values) <= COUNT_MAXIMUM, (level, COUNTS[number])


def test_organs_and_texts_vary():
    for strategy, wanted in (
        (organs(), lambda o: o.code and o.division and o.scope == "region"),
        (organs(), lambda o: o == Organ()),
        (narratives(), lambda n: n.other is None and n.problems),
        (remarks("2019"), lambda r: r.printed == "—"),
        (reports("any"), lambda r: r.remarks and r.organ.code and r.narrative.problems),
        (reports("any"), lambda r: r.year is None),
    ):
        assert wanted(first_found(strategy, wanted))


# --- how they shrink ------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("strategy", "form_id"),
    some(product([reports, reports_with_blanks, arbitrary_reports], FORMS), 34),
)
def test_the_simplest_report_is_of_zeros(strategy, form_id):
    report = simplest(strategy(form_id))
    assert not any(report.values())
    assert None not in report.values()
    assert report.year == FORMS[form_id].fiscal_years[0]
    assert (report.narrative, report.remarks) == (gxstats.Narrative(), ())


def test_one_number_shrinks_to_a_case_or_two():
    """Shrinking may stop before the one case that needs the number, but never far from it."""
    found = simplest(
        reports("2021"), lambda report: report.requests.outcomes.refused.third_party.total
    )
    left = {cell.address: value for cell, value in found.cells() if value}
    assert {
        "/requests/outcomes/refused/third_party/total",
        "/requests/outcomes/total/total",
    } < set(left)
    assert len(left) <= 2 * max(map(len, cases_of(found.form)))
    assert set(left.values()) <= {1, 2}


def test_a_failing_example_is_shown_by_its_cells():
    @settings(
        max_examples=200,
        database=None,
        derandomize=True,
        phases=[Phase.generate, Phase.shrink],
    )
    @given(reports("2021"))
    def fails(report):
        assert not report.disputes.reconsideration.upheld

    with pytest.raises(AssertionError) as caught:
        fails()
    shown = "".join(caught.value.__notes__)
    assert "'/disputes/reconsideration/upheld': 1, '/disputes/reconsideration/total': 1}" in shown
    assert "\\x00" not in shown


# --- the cases from which they are made -----------------------------------------------------


@pytest.mark.parametrize("shown", FORMS.values(), ids=FORMS)
def test_each_case_satisfies_every_relation(shown):
    for case in cases_of(shown):
        for relation in rulebook(shown):
            residual = sum(t.coefficient * case.get(t.address, 0) for t in relation.terms)
            assert residual <= 0
            assert residual == 0 or relation.strength is Strength.SOFT
        for address, number in case.items():
            assert number > 0 or shown[address].kind is Kind.CHANGE


@pytest.mark.parametrize(("form_id", "outcome_rows"), [("2019", 19), ("2021", 21)])
def test_a_request_has_a_requester_an_origin_and_an_end(form_id, outcome_rows):
    requests = [c for c in cases_of(FORMS[form_id]) if any("/requests/" in a for a in c)]
    # six kinds of requester; received or carried in; an outcome or carried out
    assert len(requests) == 6 * 2 * (outcome_rows + 1)
    disputes = [c for c in cases_of(FORMS[form_id]) if any("/disputes/" in a for a in c)]
    assert len(disputes) == 3 * 4


@given(st.data())
def test_every_consistent_table_three_is_a_sum_of_cases(data):
    # Made without the cases: outcomes and carried-out requests first, then their origin.
    shown = FORMS["2019"]
    cases = [c for c in cases_of(shown) if any("/requests/" in a for a in c)]
    columns = [c.address.rpartition("/")[2] for c in shown if "/requests/received/" in c.address]
    leaves = sorted(
        {
            c.address.rpartition("/")[0]
            for c in shown
            if c.address.startswith("/requests/outcomes/")
            and not c.address.startswith("/requests/outcomes/total/")
        }
    )
    values = Counter()
    for column in columns[:-1]:
        ends = [data.draw(st.integers(0, 3)) for _ in (*leaves, "carried_out")]
        origin = data.draw(st.integers(0, sum(ends)))
        entries = {
            **dict(zip((*leaves, "/requests/carried_out"), ends, strict=True)),
            "/requests/outcomes/total": sum(ends[:-1]),
            "/requests/received": origin,
            "/requests/carried_in": sum(ends) - origin,
        }
        for row, number in entries.items():
            values[f"{row}/{column}"] += number
            values[f"{row}/total"] += number
    for case in cases:
        times = min(values[address] for address in case)
        for address, number in case.items():
            values[address] -= times * number
    assert not any(values.values())


# --- registration ---------------------------------------------------------------------------


MODEL = [
    getattr(gxstats, name)
    for name in gxstats.__all__
    if isinstance(getattr(gxstats, name), type) and issubclass(getattr(gxstats, name), FormObject)
]


@pytest.mark.parametrize("cls", [*MODEL, Organ, gxstats.Narrative, gxstats.Remark])
def test_hypothesis_knows_every_class_of_the_model(cls):
    seen = examples_of(st.from_type(cls), 8)
    assert all(isinstance(value, cls) for value in seen)
    assert len(set(seen)) > 1


@pytest.mark.parametrize(
    ("cls", "forms"),
    [
        (Report2019, {"2019"}),
        (Report2021, {"2021", "2021-undivided"}),
        (Report, {*FORMS}),
    ],
)
def test_a_class_of_reports_is_drawn_in_every_shape_and_every_state(cls, forms):
    seen = examples_of(st.from_type(cls), 80)
    assert {report.form.id for report in seen} == forms
    assert {check(report).verdict for report in seen} == set(Outcome)


def run(code):
    return subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=False, encoding="utf-8"
    )


def test_from_type_works_without_importing_the_kit():
    done = run(
        "import gxstats\n"
        "from hypothesis import Phase, find, settings, strategies as st\n"
        "first = settings(phases=[Phase.generate], database=None)\n"
        "report = find(st.from_type(gxstats.Report2021), lambda r: True, settings=first)\n"
        "print(len(report.values()))"
    )
    assert done.stdout == "200\n", done.stderr


@pytest.mark.parametrize("first", some(["gxstats.testing", "hypothesis", "gxstats"], 34))
def test_the_kit_and_hypothesis_can_be_imported_in_any_order(first):
    done = run(f"import {first}\nimport gxstats.testing, hypothesis\nprint('done')")
    assert (done.returncode, done.stdout) == (0, "done\n"), done.stderr


def test_without_hypothesis_the_kit_says_what_to_install():
    done = run("import sys\nsys.modules['hypothesis'] = None\nimport gxstats.testing")
    assert done.returncode == 1
    assert 'pip install "gxstats[testing]"' in done.stderr


def test_strategies_do_not_filter():
    for strategy in (reports, reports_with_blanks, arbitrary_reports):
        with pytest.raises(NoSuchExample):
            find(
                strategy("2021"),
                lambda _: False,
                settings=settings(max_examples=10, database=None),
            )
    assert not any("filter" in repr(strategy("any")) for strategy in (reports, arbitrary_reports))
