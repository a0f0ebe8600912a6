"""Corruptions: each slip is what its kind says, nothing else is wrong, and the truth is true."""

from __future__ import annotations

import re
from collections import Counter
from decimal import Decimal
from functools import cache
from itertools import islice
from random import Random

import pytest
from hypothesis import Phase, find, given, settings
from hypothesis import strategies as st
from hypothesis.errors import NoSuchExample
from tests.support.effort import often, some
from tests.support.searching import examples_of, simplest

from gxstats import (
    FORMS,
    Kind,
    Organ,
    Outcome,
    UnknownAddress,
    check,
    examples,
    form,
    read,
)
from gxstats.cells import COUNT_MAXIMUM
from gxstats.diagnosis import Evidence
from gxstats.diagnosis.evidence import Observed, evidence_of
from gxstats.testing import (
    Corruption,
    corrupt,
    corrupted_reports,
    corrupted_reports_with_blanks,
    random_corruptions,
    reports_with_blanks,
)

every_form = pytest.mark.parametrize("form_id", [*FORMS])
every_kind = pytest.mark.parametrize("kind", Evidence, ids=lambda kind: kind.value)
both = pytest.mark.parametrize("strategy", [corrupted_reports, corrupted_reports_with_blanks])


# --- the form, without the catalogue of its relations ---------------------------------------------


@cache
def line_of(form, address, *, across):
    """The addresses of the cell's row or column, in printed order; a row is never alone."""
    table, name = address.split("/")[1], address.rpartition("/")[2]
    if across and table == "disputes":
        return [a for a in form.index if a.startswith("/disputes/")]
    if across:
        row = address.rpartition("/")[0]
        return [a for a in form.index if a.rpartition("/")[0] == row]
    if table != "requests":
        return []
    return [a for a in form.index if re.fullmatch(rf"/requests/.*/?{name}", a)]


@cache
def sums_of(form, address):
    """The lists of cells of which the cell is the sum: those of its row, those of its column."""
    index = form.index
    row, _, name = address.rpartition("/")
    found = []
    if name == "total" and row.startswith(("/requests/", "/disputes/")):
        found.append([a for a in index if a.rpartition("/")[0] == row and a != address])
    if row == "/requests/outcomes/total":
        outcomes = [a for a in index if re.fullmatch(rf"/requests/outcomes/.*/{name}", a)]
        found.append([a for a in outcomes if a != address])
    return found


@cache
def equations(form):
    """Two lists of the places of cells: what the first sum to, the second sum to as well."""
    index = form.index
    sums = [([total], parts) for total in index for parts in sums_of(form, total)]
    balances = [
        (
            [f"/requests/received/{column}", f"/requests/carried_in/{column}"],
            [f"/requests/outcomes/total/{column}", f"/requests/carried_out/{column}"],
        )
        for column in (a.rpartition("/")[2] for a in index if a.startswith("/requests/received/"))
    ]
    return [tuple([index[a] for a in side] for side in pair) for pair in (*sums, *balances)]


def adds_up(report):
    """Whether every total is the sum of its parts, and the four rows of each column balance."""
    values = report.values()
    return all(
        sum(values[place] for place in left) == sum(values[place] for place in right)
        for left, right in equations(report.form)
    )


def beside(line, address):
    place = line.index(address)
    return [line[near] for near in (place - 1, place + 1) if 0 <= near < len(line)]


# --- what each kind says --------------------------------------------------------------------------


def one(slip):
    [cell] = slip.cells
    return cell


def digits(slip):
    """The digits of the right and of the wrong number of a slip in one cell."""
    cell = one(slip)
    assert cell.right * cell.wrong > 0
    return str(abs(cell.right)), str(abs(cell.wrong))


def shortened(text):
    return {text[:place] + text[place + 1 :] for place in range(len(text))}


def is_transposed(corruption, slip):
    right, wrong = digits(slip)
    assert len(right) == len(wrong)
    apart = [place for place in range(len(right)) if right[place] != wrong[place]]
    assert apart == [apart[0], apart[0] + 1]
    assert right[apart[0]] + right[apart[1]] == wrong[apart[1]] + wrong[apart[0]]


def is_dropped(corruption, slip):
    right, wrong = digits(slip)
    assert wrong in shortened(right)


def is_added(corruption, slip):
    right, wrong = digits(slip)
    assert right in shortened(wrong)


def is_changed(corruption, slip):
    right, wrong = digits(slip)
    assert len(right) == len(wrong) > 1
    assert sum(a != b for a, b in zip(right, wrong, strict=True)) == 1


def is_total_zero(corruption, slip):
    cell = one(slip)
    assert sums_of(corruption.truth.form, cell.cell)
    assert cell.right > cell.wrong == 0


def is_total_stale(corruption, slip):
    cell = one(slip)
    assert cell.wrong > 0
    grown = cell.right - cell.wrong
    parts = [
        corruption.truth[part]
        for parts in sums_of(corruption.truth.form, cell.cell)
        for part in parts
        if corruption.truth[part] == corruption.corrupted[part]
    ]
    assert any(part is not None and 0 <= part - grown != part for part in parts)


def exchanged(corruption, slip):
    first, second = slip.cells
    assert first.right == second.wrong != second.right == first.wrong
    return any(
        first.cell in parts for parts in sums_of(corruption.truth.form, second.cell)
    ) or any(second.cell in parts for parts in sums_of(corruption.truth.form, first.cell))


def is_swapped(corruption, slip):
    assert not exchanged(corruption, slip)
    first, second = (cell.cell for cell in slip.cells)
    lines = [line_of(corruption.truth.form, first, across=across) for across in (True, False)]
    assert any(second in line for line in lines)


def is_total_swapped(corruption, slip):
    assert exchanged(corruption, slip)


def is_from_a_neighbour(corruption, slip, *, across):
    found = False
    for cell in slip.cells:
        others = [other for other in slip.cells if other is not cell]
        for near in beside(line_of(corruption.truth.form, cell.cell, across=across), cell.cell):
            if cell.wrong == corruption.truth[near]:
                repeated = not others and corruption.corrupted[near] == cell.wrong
                moved = [(other.cell, other.wrong) for other in others] == [(near, 0)]
                found |= repeated or moved
    assert found
    assert len(slip.cells) < 3


def is_shifted(corruption, slip, *, across):
    line = line_of(corruption.truth.form, slip.cells[0].cell, across=across)
    right = [corruption.truth[address] for address in line]
    wrong = [corruption.corrupted[address] for address in line]
    assert wrong in ([0, *right[:-1]], [*right[1:], 0])
    assert {cell.cell for cell in slip.cells} <= set(line)
    assert len(slip.cells) > 2


def is_of_last_year(corruption, slip):
    cell = one(slip)
    assert corruption.last_year[cell.cell] == cell.wrong != cell.right


def is_in_yuan(corruption, slip):
    cell = one(slip)
    assert corruption.truth.form[cell.cell].kind is Kind.AMOUNT
    assert cell.wrong == cell.right * 10_000 > 0


def is_of_the_other_sign(corruption, slip):
    cell = one(slip)
    assert corruption.truth.form[cell.cell].kind is Kind.CHANGE
    assert cell.wrong == -cell.right != 0


def is_blank(corruption, slip):
    assert one(slip).wrong is None


SAYS = {
    Evidence.TRANSPOSED: is_transposed,
    Evidence.DIGIT_DROPPED: is_dropped,
    Evidence.DIGIT_ADDED: is_added,
    Evidence.DIGIT_CHANGED: is_changed,
    Evidence.TOTAL_ZERO: is_total_zero,
    Evidence.TOTAL_STALE: is_total_stale,
    Evidence.SWAPPED: is_swapped,
    Evidence.TOTAL_SWAPPED: is_total_swapped,
    Evidence.NEIGHBOUR_COLUMN: lambda c, slip: is_from_a_neighbour(c, slip, across=True),
    Evidence.NEIGHBOUR_ROW: lambda c, slip: is_from_a_neighbour(c, slip, across=False),
    Evidence.ROW_SHIFTED: lambda c, slip: is_shifted(c, slip, across=True),
    Evidence.COLUMN_SHIFTED: lambda c, slip: is_shifted(c, slip, across=False),
    Evidence.LAST_YEAR: is_of_last_year,
    Evidence.UNIT: is_in_yuan,
    Evidence.SIGN: is_of_the_other_sign,
    Evidence.BLANK: is_blank,
}


# --- the laws -------------------------------------------------------------------------------------


def assert_valid(report):
    for cell, value in report.cells():
        cell.require(value)
        assert type(value) in {type(None), Decimal if cell.kind is Kind.AMOUNT else int}
    assert report.replace(remarks=report.remarks) == report


def assert_lawful(corruption):
    truth, corrupted = corruption.truth, corruption.corrupted
    # exactly the cells that are named differ
    cells = zip(truth.form.index, truth.values(), corrupted.values(), strict=True)
    differing = [(address, right, wrong) for address, right, wrong in cells if right != wrong]
    assert [(cell.cell, cell.right, cell.wrong) for cell in corruption.cells] == differing
    assert sum(len(slip.cells) for slip in corruption.slips) == len(differing) > 0
    for name in ("form", "year", "organ", "narrative", "remarks"):
        assert getattr(truth, name) == getattr(corrupted, name)
    # the truth is true
    assert not check(truth).violated_bits
    if None not in truth.values():
        assert adds_up(truth)
    # each slip is what its kind says, and can be known by it
    new = {truth.form.index[cell.cell]: cell.right for cell in corruption.cells}
    before = corruption.last_year
    assert (before is not None) == (Evidence.LAST_YEAR in corruption.kinds)
    last_year = {} if before is None else dict(enumerate(before.values()))
    evidence = evidence_of(new, Observed(truth.form, corrupted.values(), last_year))
    for slip in corruption.slips:
        SAYS[slip.kind](corruption, slip)
        own = {truth.form.index[cell.cell] for cell in slip.cells}
        assert any(own.issuperset(cells) for cells in evidence[slip.kind]), slip


@every_form
@both
@given(data=st.data())
def test_a_drawn_corruption_has_exactly_the_slips_it_names(form_id, strategy, data):
    corruption = data.draw(strategy(form_id, slips=(1, 5)))
    assert corruption.truth.form.id == form_id
    assert_lawful(corruption)
    assert_valid(corruption.truth)
    assert_valid(corruption.corrupted)
    if corruption.last_year is not None:
        assert_valid(corruption.last_year)


@every_kind
def test_each_kind_is_what_it_says(kind):
    for corruption in islice(random_corruptions(Random(kind.value), kinds=kind), often(200)):
        assert corruption.kinds == (kind,)
        assert_lawful(corruption)


@every_form
def test_thousands_of_corruptions_are_lawful(form_id):
    seen = Counter()
    for corruption in islice(
        random_corruptions(Random(form_id), form_id, slips=(1, 5)), often(1_000)
    ):
        seen.update(corruption.kinds)
        assert_lawful(corruption)
    missing = set(Evidence) - set(seen)
    assert missing == (set() if form_id == "2019" else {Evidence.SIGN})


@every_form
def test_every_kind_is_drawn(form_id):
    seen = Counter()
    for corruption in examples_of(corrupted_reports_with_blanks(form_id, slips=(1, 5)), 100):
        seen.update(corruption.kinds)
    missing = set(Evidence) - set(seen)
    assert missing == (set() if form_id == "2019" else {Evidence.SIGN})


@pytest.mark.parametrize("slips", [1, 2, 5, (1, 5), (2, 3)])
def test_there_are_as_many_slips_as_wanted(slips):
    least, most = (slips, slips) if isinstance(slips, int) else slips
    seen = {len(c.slips) for c in islice(random_corruptions(Random(1), slips=slips), often(500))}
    assert seen == set(range(least, most + 1))


def test_there_are_fewer_slips_only_where_the_form_has_no_room():
    [one_amount] = {
        len(c.slips)
        for c in islice(random_corruptions(Random(2), kinds=Evidence.UNIT, slips=3), 50)
    }
    assert one_amount == 1
    signs = random_corruptions(Random(2), "2019", kinds=Evidence.SIGN, slips=7)
    assert {len(c.slips) for c in islice(signs, 50)} == {5}


# --- what a sum sees ------------------------------------------------------------------------------


IN_NUMBERS = set(Evidence) - {Evidence.BLANK, Evidence.SIGN}


@every_form
@given(data=st.data())
def test_a_corruption_that_changes_a_sum_is_detected(form_id, data):
    corruption = data.draw(corrupted_reports(form_id, kinds=IN_NUMBERS, slips=(1, 3)))
    expected = Outcome.HELD if adds_up(corruption.corrupted) else Outcome.VIOLATED
    assert check(corruption.corrupted).verdict is expected


@pytest.mark.parametrize("table", ["/requests", "/disputes"])
@given(data=st.data())
def test_one_wrong_number_of_table_three_or_four_is_always_detected(table, data):
    kinds = [
        Evidence.TRANSPOSED,
        Evidence.DIGIT_DROPPED,
        Evidence.DIGIT_ADDED,
        Evidence.DIGIT_CHANGED,
        Evidence.TOTAL_ZERO,
        Evidence.TOTAL_STALE,
        Evidence.LAST_YEAR,
    ]
    corruption = data.draw(corrupted_reports(kinds=kinds, within=table))
    assert check(corruption.corrupted).verdict is Outcome.VIOLATED


def test_no_sum_sees_a_slip_of_table_two():
    for kind in (Evidence.UNIT, Evidence.SIGN):
        for corruption in islice(random_corruptions(Random(3), "2019", kinds=kind), often(100)):
            assert check(corruption.corrupted).verdict is Outcome.HELD


@given(corrupted_reports(kinds=Evidence.BLANK, within="/requests"))
def test_a_number_left_out_of_table_three_leaves_its_sums_open(corruption):
    found = check(corruption.corrupted)
    [cell] = corruption.cells
    assert found.undecided
    assert all(cell.cell in result.cells for result in found.undecided)


# --- what they vary in ----------------------------------------------------------------------------


def test_small_and_large_numbers_few_and_many_all_occur():
    largest, filled = [], []
    for corruption in islice(random_corruptions(Random(4), "2021"), 500):
        counts = [value for value in corruption.truth.values() if type(value) is int]
        largest.append(max(counts))
        filled.append(sum(map(bool, counts)))
    assert sum(number < 100 for number in largest) > 50
    assert max(largest) > 10_000_000
    assert sum(number < 30 for number in filled) > 100
    assert max(filled) > 150


def test_no_number_outgrows_its_cell():
    # proved on the recipe: the largest truth there is, with every kind of slip in it
    from gxstats.testing.corrupting import corruptors
    from gxstats.testing.numbers import BYTES

    for maker in corruptors("any", None, 5, ""):
        for number in (0, 149, 200, 255):
            for level in range(0, 256, 20):
                data = bytes([level, *[255, 255, number] * (BYTES // 3)]).ljust(maker.size, b"\0")
                draft = maker.draft(data, maker.largest, Random(level).randrange)
                assert max(v for v in draft.values if v is not None) <= COUNT_MAXIMUM // 10 + 1_000
                assert_valid(draft.corruption().corrupted)


@given(corrupted_reports_with_blanks("2021"))
def test_blanks_are_blank_on_both_sides(corruption):
    wrong = {cell.cell for cell in corruption.cells}
    for (cell, right), value in zip(
        corruption.truth.cells(), corruption.corrupted.values(), strict=True
    ):
        assert (right is None) == (value is None) or cell.address in wrong
        assert right is not None or cell.address not in wrong


def test_blanks_occur():
    seen = [
        corruption.truth.values().count(None)
        for corruption in examples_of(corrupted_reports_with_blanks("2021"), 100)
    ]
    assert min(seen) == 0
    assert max(seen) > 100


@every_form
@pytest.mark.parametrize("part", ["/disclosure", "/requests", "/requests/received", "/disputes"])
def test_slips_stay_within_the_part(form_id, part):
    for corruption in islice(
        random_corruptions(Random(5), form_id, slips=3, within=part), often(100)
    ):
        assert_lawful(corruption)
        assert all(cell.cell.startswith(f"{part}/") for cell in corruption.cells)


@pytest.mark.parametrize("part", ["/requests/carried_in/total", "/requests/carried_out/total"])
def test_slips_can_be_kept_to_one_cell(part):
    for corruption in islice(random_corruptions(Random(6), within=part), often(200)):
        assert_lawful(corruption)
        assert [cell.cell for cell in corruption.cells] == [part]


# --- the year before ------------------------------------------------------------------------------


@every_form
def test_the_year_before_adds_up_and_hands_its_requests_over(form_id):
    found = random_corruptions(Random(7), form_id, kinds=Evidence.LAST_YEAR)
    for corruption in islice(found, often(300)):
        truth, before = corruption.truth, corruption.last_year
        assert adds_up(before)
        assert not check(before).violated_bits
        assert before.organ == truth.organ
        assert before.year == (None if truth.year in {None, 2008} else truth.year - 1)
        for address in line_of(truth.form, "/requests/carried_in/total", across=True):
            assert before[address.replace("carried_in", "carried_out")] == truth[address]


def test_a_report_of_the_year_before_that_is_given_is_copied_from():
    truth = read(examples.path("yindu-2019")).report
    before = form("2021").report(
        {"/requests/received/total": 7, "/disclosure/rules/issued": 3},
        year=2018,
        organ=truth.organ,
    )
    corruption = corrupt(truth, Evidence.LAST_YEAR, Random(1), last_year=before)
    assert corruption.last_year is before
    [cell] = corruption.cells
    assert (cell.cell, cell.wrong) == ("/requests/received/total", 7)
    assert corrupt(truth, [Evidence.LAST_YEAR] * 2, Random(1), last_year=before) is None


# --- slips in a report of one's own ---------------------------------------------------------------


@given(report=reports_with_blanks("any"), kind=st.sampled_from(Evidence), seed=st.integers(0, 99))
def test_a_slip_is_made_in_any_report_that_has_a_place_for_it(report, kind, seed):
    corruption = corrupt(report, kind, Random(seed))
    if corruption is None:
        assert kind is not Evidence.BLANK or None in set(report.values())
    else:
        assert corruption.truth is report
        assert_lawful(corruption)


@every_kind
def test_a_report_of_zeros_has_no_place_for_most_slips(kind):
    zeros = form("2019").report(dict.fromkeys(form("2019").index, 0), year=2019, organ=Organ())
    made = corrupt(zeros, kind, Random(1))
    assert (made is not None) == (kind in {Evidence.BLANK, Evidence.LAST_YEAR})
    blank = form("2019").blank(year=2019, organ=Organ())
    assert corrupt(blank, kind, Random(1)) is None


def test_several_slips_can_be_made_in_one_report():
    truth = read(examples.path("yindu-2019")).report
    kinds = (Evidence.TRANSPOSED, Evidence.TOTAL_ZERO, Evidence.UNIT)
    corruption = corrupt(truth, kinds, Random(2))
    assert corruption.kinds == kinds
    assert len(corruption.cells) == 3


def test_the_same_seed_makes_the_same_corruptions():
    def some(seed):
        return [*islice(random_corruptions(Random(seed), slips=(1, 5)), 50)]

    assert some(8) == some(8)
    assert some(8) != some(9)
    assert len({some(8)[0], some(8)[0]}) == 1


# --- what cannot be -------------------------------------------------------------------------------


@pytest.mark.parametrize("make", [corrupted_reports, corrupted_reports_with_blanks])
def test_what_cannot_be_is_refused_at_once(make):
    with pytest.raises(KeyError, match="2014"):
        make("2014")
    with pytest.raises(UnknownAddress, match="request"):
        make(within="/request")
    with pytest.raises(ValueError, match="'2021': sign"):
        make("2021", kinds=[Evidence.SIGN, Evidence.BLANK])
    with pytest.raises(ValueError, match="within /requests: unit"):
        make(kinds=Evidence.UNIT, within="/requests")
    with pytest.raises(ValueError, match="no kind"):
        make(kinds=())
    for slips in (0, (0, 2), (3, 2)):
        with pytest.raises(ValueError, match="slips is a number"):
            make(slips=slips)


def test_only_forms_that_have_the_kind_or_the_part_are_drawn():
    signs = islice(random_corruptions(Random(1), kinds=Evidence.SIGN), 50)
    assert {c.truth.form.id for c in signs} == {"2019"}
    part = "/requests/outcomes/other/fee_unpaid"
    unpaid = islice(random_corruptions(Random(1), within=part), 50)
    assert {c.truth.form.id for c in unpaid} == {
        id for id, one in FORMS.items() if part in one.addresses
    }


# --- as strategies --------------------------------------------------------------------------------


def test_strategies_do_not_filter():
    for strategy in (corrupted_reports, corrupted_reports_with_blanks):
        assert "filter" not in repr(strategy("any"))
        with pytest.raises(NoSuchExample):
            find(
                strategy("2021"),
                lambda _: False,
                settings=settings(max_examples=10, database=None),
            )


@pytest.mark.parametrize(
    "kind",
    some([Evidence.TRANSPOSED, Evidence.TOTAL_STALE, Evidence.ROW_SHIFTED, Evidence.UNIT], 25),
    ids=lambda kind: kind.value,
)
def test_the_simplest_corruption_is_of_a_report_of_almost_nothing(kind):
    found = simplest(corrupted_reports(kinds=kind))
    assert sum(map(bool, found.truth.values())) <= 6
    assert all(value <= 12 for value in found.truth.values())
    assert found.truth.organ == Organ(name="某局")


def test_a_failing_example_is_shown_by_its_cells_and_slips():
    @settings(database=None, derandomize=True, phases=[Phase.generate, Phase.shrink])
    @given(corrupted_reports("2021", kinds=Evidence.TOTAL_ZERO, within="/disputes"))
    def fails(corruption):
        assert not corruption.cells

    with pytest.raises(AssertionError) as caught:
        fails()
    shown = "".join(caught.value.__notes__)
    assert "'/disputes/reconsideration/total': 1}" in shown
    assert "all other cells 0; total_zero: /disputes/reconsideration/total 1 → 0" in shown


@given(st.from_type(Corruption))
def test_hypothesis_knows_the_class(corruption):
    assert_lawful(corruption)


def test_a_corruption_says_what_is_wrong():
    truth = read(examples.path("yindu-2019")).report
    corruption = corrupt(truth, Evidence.TRANSPOSED, Random(1), within="/requests")
    assert repr(corruption) == (
        "<Corruption 2019: digits_transposed: /requests/outcomes/granted/natural_person 43 → 34>"
    )
