"""The relations as data, and checking a report against them."""

from __future__ import annotations

import itertools
import math
import pickle
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.support.effort import often

from gxstats import (
    FORMS,
    InconsistentReport,
    Kind,
    Organ,
    Outcome,
    Strength,
    check,
    form,
    relation,
    rulebook,
)
from gxstats.forms import Rule
from gxstats.relations import PREVIOUS, year_links
from gxstats.relations.linear import Comparison, Relation, Term
from gxstats.relations.notation import NotationError, relations_of
from gxstats.relations.systems import System
from gxstats.testing import arbitrary_reports, reports, reports_with_blanks
from gxstats.text import Bilingual

forms = pytest.mark.parametrize("shown", FORMS.values(), ids=FORMS)


def zeros(shown, **cells):
    """A report of zeros, but for cells given by the end of their address."""
    report = shown.report(dict.fromkeys(shown.index, 0), year=2020, organ=Organ())
    return report.replace(
        {
            next(address for address in shown.index if address.endswith(end)): value
            for end, value in cells.items()
        }
    )


# --- an independent evaluation --------------------------------------------------------------


def value_at(report, address):
    part = report
    for step in address.split("/")[1:]:
        part = getattr(part, step)
    return part


def bounds(report, relation):
    """The least and the greatest that left minus right can be, blanks being what they may."""
    least = greatest = 0
    for term in relation.terms:
        value = value_at(report, term.address)
        if value is not None:
            low = high = term.coefficient * value
        elif report.form[term.address].kind is Kind.CHANGE:
            low, high = -math.inf, math.inf
        else:
            low, high = sorted((0, math.copysign(math.inf, term.coefficient)))
        least += low
        greatest += high
    return least, greatest


def expected_outcome(report, relation):
    least, greatest = bounds(report, relation)
    equation = relation.comparison is Comparison.EQUAL
    if least > 0 or (equation and greatest < 0):
        return Outcome.VIOLATED
    if any(value_at(report, term.address) is None for term in relation.terms):
        return Outcome.UNDECIDED
    return Outcome.HELD


@given(arbitrary_reports() | reports_with_blanks() | reports())
def test_compiled_checking_gives_the_naive_outcome(report):
    found = check(report)
    assert [result.relation for result in found] == list(rulebook(report.form))
    for result in found:
        assert result.outcome is expected_outcome(report, result.relation)
        assert list(result.cells) == list(result.relation.addresses)
        for address, value in result.cells.items():
            assert value is value_at(report, address)


def kinds(id):
    return {cell.address: cell.kind for cell in form(id)}


def drawn_relation(random, cells, comparison):
    """A relation between some of the cells, with other coefficients than the forms have."""
    chosen = random.sample(cells, random.randint(1, max(2, len(cells) * 2 // 3)))
    terms = [
        Term(random.choice([1, 1, 1, -1, 2, -3]), address, form("2019")[address].kind)
        for address in chosen
    ]
    parted = random.choice([0, 1, 1, len(terms) // 2])
    label = Bilingual("无", "none")
    sides = tuple(terms[:parted]), tuple(terms[parted:])
    return Relation("drawn", Strength.STATED, comparison, *sides, label, None)


@pytest.mark.parametrize(
    ("coefficient", "zh", "en"), [(-1, "－", "-"), (-2, "－2×", "-2×"), (2, "2×", "2×")]
)
def test_a_coefficient_is_spelt_before_the_first_label_of_a_side(coefficient, zh, en):
    shown, label = form("2021"), Bilingual("无", "none")
    left = (Term(coefficient, "/disclosure/rules/issued"), Term(-1, "/disclosure/rules/repealed"))
    right = (Term(1, "/disclosure/rules/in_force"),)
    text = Relation("a", Strength.STATED, Comparison.EQUAL, left, right, label, None).text(shown)
    assert text.zh.endswith(f"：{zh}本年制发件数 － 本年废止件数 ＝ 现行有效件数")
    assert text.en.endswith(f": {en}Issued this year - Repealed this year = Currently in force")


@pytest.mark.parametrize("comparison", Comparison)
@pytest.mark.parametrize("size", [5, 150], ids=["few-cells", "most-cells"])
def test_relations_with_any_coefficients_have_the_naive_outcome(comparison, size):
    shown = form("2019")
    changes = [cell.address for cell in shown if cell.kind is Kind.CHANGE]
    counts = [cell.address for cell in shown if cell.kind is Kind.COUNT]
    for seed in range(often(300 if size < 10 else 50)):
        random = Random(seed)
        cells = random.sample(counts, size) + random.sample(changes, 1)
        system = System(
            shown, comparison, [drawn_relation(random, cells, comparison) for _ in range(3)]
        )
        numbers = [0, 1, 1, 2, 3, None] if size < 10 else [0] * 60 + [1, 2, None]
        values = {address: random.choice(numbers) for address in cells}
        values[cells[-1]] = random.choice([0, -1, 2, None])
        report = zeros(shown).replace(values)
        violated, undecided = system.evaluate(report.values())
        for place, tried in enumerate(system.relations):
            outcome = expected_outcome(report, tried)
            assert violated >> place & 1 == (outcome is Outcome.VIOLATED), seed
            assert undecided >> place & 1 == (outcome is Outcome.UNDECIDED), seed
        assert max(violated, undecided) < 8


@pytest.mark.parametrize("comparison", Comparison)
@pytest.mark.parametrize("beside", [0, 150], ids=["alone", "beside-most-cells"])
def test_two_blanks_are_not_equal(comparison, beside):
    shown = form("2021")
    one, other = (f"/disputes/reconsideration/{part}" for part in ("upheld", "total"))
    label = Bilingual("无", "none")
    others = tuple(Term(1, address) for address in [*shown.index][:beside])
    system = System(
        shown,
        comparison,
        [
            Relation("x", Strength.STATED, comparison, left, right, label, None)
            for left, right in (((Term(1, one),), (Term(1, other),)), (others, ()))
        ],
    )
    for values, expected in (
        ((None, None), (0, 1)),
        ((None, 3), (0, 1)),
        ((3, None), (0, 1)),
        ((3, 3), (0, 0)),
        ((4, 3), (1, 0)),
    ):
        report = zeros(shown).replace(dict(zip((one, other), values, strict=True)))
        assert system.evaluate(report.values()) == expected


@given(arbitrary_reports() | reports_with_blanks())
def test_sides_and_residual_are_exact_or_unknown(report):
    for result in check(report):
        for side, terms in (
            (result.left, result.relation.left),
            (result.right, result.relation.right),
        ):
            values = [value_at(report, term.address) for term in terms]
            if None in values:
                assert side is None
                assert result.residual is None
            else:
                assert side == sum(
                    term.coefficient * value for term, value in zip(terms, values, strict=True)
                )
        if result.left is not None and result.right is not None:
            assert result.residual == result.left - result.right
            assert result.residual == result.relation.residual(result.cells)


@given(st.sampled_from(list(FORMS)), st.data())
def test_a_relation_with_blanks_is_violated_iff_no_numbers_in_them_make_it_true(form_id, data):
    shown = form(form_id)
    tried = data.draw(st.sampled_from(list(rulebook(shown))))
    cells = data.draw(
        st.fixed_dictionaries({address: st.integers(0, 3) for address in tried.addresses})
    )
    blanks = data.draw(
        st.lists(st.sampled_from(tried.addresses), min_size=1, max_size=2, unique=True)
    )
    for address in cells:
        if shown[address].kind is Kind.CHANGE:
            cells[address] -= 2
    report = zeros(shown).replace({**cells, **dict.fromkeys(blanks)})
    enough = sum(abs(value) for value in cells.values()) + 1
    ranges = [
        range(-enough if shown[address].kind is Kind.CHANGE else 0, enough + 1)
        for address in blanks
    ]
    possible = False
    for filling in itertools.product(*ranges):
        filled = {**cells, **dict(zip(blanks, filling, strict=True))}
        left = sum(term.coefficient * filled[term.address] for term in tried.left)
        right = sum(term.coefficient * filled[term.address] for term in tried.right)
        equation = tried.comparison is Comparison.EQUAL
        possible |= left == right if equation else left <= right
    wanted = Outcome.UNDECIDED if possible else Outcome.VIOLATED
    assert check(report)[tried.id].outcome is wanted


# --- nothing passes vacuously ---------------------------------------------------------------


@forms
def test_on_a_blank_form_every_relation_is_undecided(shown):
    found = check(shown.blank(year=2020, organ=Organ()))
    assert {result.outcome for result in found} == {Outcome.UNDECIDED}
    assert found.verdict is Outcome.UNDECIDED
    assert found.held == found.violated == found.hints == ()
    assert found.require() is found.report


@forms
def test_on_a_form_of_zeros_every_relation_holds(shown):
    found = check(zeros(shown))
    assert {result.outcome for result in found} == {Outcome.HELD}
    assert found.verdict is Outcome.HELD


@forms
def test_each_relation_can_be_violated_alone_or_with_its_neighbours(shown):
    for tried in rulebook(shown):
        cell = tried.addresses[0]
        wrong = -1 if shown[cell].kind is Kind.CHANGE else 1
        found = check(zeros(shown).replace({cell: wrong}))
        if tried.left:
            assert found[tried.id].outcome is Outcome.VIOLATED
        touching = {other.id for other in rulebook(shown) if cell in other.addresses}
        assert {r.relation.id for r in found if r.outcome is not Outcome.HELD} <= touching


@forms
def test_every_cell_of_tables_three_and_four_stands_in_a_relation(shown):
    used = {address for one in rulebook(shown) for address in one.addresses}
    assert used >= {cell.address for cell in shown if cell.table.number != "二"}


@given(reports(), st.data())
def test_one_wrong_cell_never_escapes(report, data):
    cell = data.draw(st.sampled_from([c for c in report.form if c.table.number != "二"]))
    wrong = data.draw(st.integers(0, 999_999_999_999))
    found = check(report.replace({cell.address: wrong}))
    if wrong == report[cell.address]:
        assert found.verdict is Outcome.HELD
    else:
        assert found.verdict is Outcome.VIOLATED
        assert all(cell.address in result.cells for result in found.violated)


# --- blanks that cannot save a sum ----------------------------------------------------------


def test_parts_that_exceed_the_total_are_violated_whatever_the_blank_holds():
    shown = form("2021")
    report = zeros(shown, **{"reconsideration/total": 5, "reconsideration/upheld": 7})
    report = report.replace({"/disputes/reconsideration/other": None})
    result = check(report)["disputes.total.reconsideration"]
    assert result.outcome is Outcome.VIOLATED
    assert result.residual is None
    assert (result.left, result.right) == (5, None)
    assert result.known(result.relation.right) == 7


def test_parts_that_fall_short_are_undecided_when_one_is_blank():
    report = zeros(form("2021"), **{"reconsideration/total": 5, "reconsideration/upheld": 3})
    report = report.replace({"/disputes/reconsideration/other": None})
    assert check(report)["disputes.total.reconsideration"].outcome is Outcome.UNDECIDED


def test_a_blank_total_leaves_its_sum_undecided():
    report = zeros(form("2021")).replace({"/disputes/reconsideration/total": None})
    found = check(report)
    assert [result.relation.id for result in found.undecided] == ["disputes.total.reconsideration"]
    assert len(found.held) == 41
    assert found.verdict is Outcome.UNDECIDED


# --- verdict, hints, requirement ------------------------------------------------------------


@given(arbitrary_reports())
def test_the_verdict_follows_from_the_binding_relations_alone(report):
    found = check(report)
    binding = [r for r in found if r.relation.strength is not Strength.SOFT]
    outcomes = {result.outcome for result in binding}
    order = [Outcome.VIOLATED, Outcome.UNDECIDED, Outcome.HELD]
    assert found.verdict is next(outcome for outcome in order if outcome in outcomes)
    # the three lists part the binding relations, each in the order of the form
    for outcome, listed in (
        (Outcome.VIOLATED, found.violated),
        (Outcome.UNDECIDED, found.undecided),
        (Outcome.HELD, found.held),
    ):
        assert list(listed) == [result for result in binding if result.outcome is outcome]
    assert {hint.relation.strength for hint in found.hints} <= {Strength.SOFT}
    assert {hint.outcome for hint in found.hints} <= {Outcome.VIOLATED}


def test_a_hint_does_not_make_the_verdict():
    found = check(zeros(form("2019"), **{"rules/published": 5}))
    assert [hint.relation.id for hint in found.hints] == [
        "disclosure.published_within_total.rules"
    ]
    assert found.verdict is Outcome.HELD
    assert found.violated == ()
    assert found.require() is found.report


@given(arbitrary_reports())
def test_require_raises_exactly_the_violations(report):
    found = check(report)
    if found.verdict is Outcome.VIOLATED:
        with pytest.raises(InconsistentReport) as caught:
            found.require()
        assert caught.value.violations == found.violated
        assert caught.value == InconsistentReport(found.violated)
    else:
        assert found.require() is report


@given(arbitrary_reports())
def test_checks_are_values(report):
    found = check(report)
    assert found == check(report)
    assert hash(found) == hash(check(report))
    assert pickle.loads(pickle.dumps(found)) == found
    assert len(found) == len(rulebook(report.form))
    for result in found:
        assert found[result.relation.id] == result
        assert isinstance(hash(result), int)


# --- relations as data ----------------------------------------------------------------------


def test_a_relation_is_found_by_id_on_the_newest_form_that_has_it():
    newest = relation("requests.outcome_total.total")
    assert "/requests/outcomes/other/fee_unpaid/total" in newest.addresses
    assert "/requests/outcomes/other/total" in relation(newest.id, "2019").addresses
    assert "/requests/outcomes/other/total" in relation(newest.id, "2021-undivided").addresses
    assert relation("disclosure.items_nonnegative.administrative_fees").left == ()
    with pytest.raises(KeyError, match=r"requests\.balance\.total"):
        relation("requests.balanse.total")
    with pytest.raises(KeyError):
        relation("disclosure.items_nonnegative.administrative_fees", "2021")


@pytest.mark.parametrize(
    "sum_",
    [
        "/requests/received/total",
        "/a = /b = /c",
        "/disputes/nothing/total = 0",
        "/disputes/x ~ /y",
    ],
)
def test_a_rule_that_declares_nothing_is_a_mistake(sum_):
    rule = Rule("x.{a}", sum_, Strength.IMPLIED, source=Bilingual("无", "none"))
    with pytest.raises(NotationError):
        list(relations_of(rule, kinds("2021")))


def test_the_first_cell_of_a_rule_says_its_places_and_the_others_need_not_name_them():
    rule = Rule(
        "x.{remedy}",
        "/disputes/{remedy}/total <= /requests/received/total",
        Strength.SOFT,
        source=Bilingual("无", "none"),
    )
    assert [(one.id, one.addresses) for one in relations_of(rule, kinds("2021"))] == [
        (f"x.{remedy}", (f"/disputes/{remedy}/total", "/requests/received/total"))
        for remedy in ("reconsideration", "direct_litigation", "litigation_after_reconsideration")
    ]


def test_a_rule_that_cannot_be_read_is_a_mistake():
    rule = Rule(
        "x.{a}",
        "/disputes/{a}/total = /disputes/{a}/upheld * 2",
        Strength.IMPLIED,
        source=Bilingual("无", "none"),
    )
    with pytest.raises(NotationError, match=r"cannot read"):
        list(relations_of(rule, kinds("2021")))


def test_a_rulebook_is_shown_by_its_form_and_the_number_of_its_relations():
    assert repr(rulebook("2021")) == "<Rulebook 2021: 44 relations>"
    assert len(rulebook("2021")) == 44


@pytest.mark.parametrize("shown", FORMS.values(), ids=FORMS)
def test_a_rulebook_that_was_pickled_is_the_one_of_its_form(shown):
    assert pickle.loads(pickle.dumps(rulebook(shown))) is rulebook(shown)


@pytest.mark.parametrize("shown", FORMS.values(), ids=FORMS)
def test_what_a_blank_does_to_a_sum_is_what_the_numbers_that_its_cell_takes_do(shown):
    taken = {Kind.COUNT: (0, 1), Kind.CHANGE: (-1, 0, 1)}
    words = {(0, 1): "raises", (-1, 0): "lowers", (-1, 0, 1): "either"}
    for one in [*rulebook(shown), *year_links(shown, shown)]:
        for term in one.terms:
            cell = shown[term.address.removeprefix(PREVIOUS)]
            signs = sorted(
                {(n > 0) - (n < 0) for n in map(term.coefficient.__mul__, taken[cell.kind])}
            )
            assert term.blank.value == words[tuple(signs)]
