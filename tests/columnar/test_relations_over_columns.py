"""Every engine finds what the object path finds, on every report, relation by relation."""

from __future__ import annotations

from itertools import product

import attrs
import narwhals as nw
import polars as pl
import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.support.column_engines import (
    ENGINES,
    PLACE,
    eager_engines,
    every_engine,
    finding_row,
    lazy_engines,
    numbered,
    rows,
)
from tests.support.effort import tries, tries_as_drawn
from tests.support.random_reports import corpora, many

from gxstats import FORMS, Kind, Strength, check, rulebook
from gxstats.cells import COUNT_MAXIMUM
from gxstats.columnar import InvalidColumns, findings, outcomes, to_arrow
from gxstats.columnar.expressions import RelationExpressions
from gxstats.columnar.relations import ColumnRelation, ColumnTerm, column_relations, merged
from gxstats.columnar.tidying import judged
from gxstats.forms.report import newest_first
from gxstats.relations import Comparison, Outcome, Relation, Term

IDS = {relation.id for form in FORMS.values() for relation in rulebook(form)}


def expected_outcomes(reports):
    """By the object path; None where the form has no such relation."""
    expected = []
    for place, report in enumerate(reports):
        checked = check(report)
        row = {PLACE: place, "verdict": checked.verdict.value} | dict.fromkeys(IDS)
        row |= {result.relation.id: result.outcome.value for result in checked}
        expected.append(row)
    return expected


def expected_findings(reports):
    return {
        (place, result.relation.id): finding_row(place, result)
        for place, report in enumerate(reports)
        for result in check(report)
        if result.outcome is not Outcome.HELD
    }


def require_agreement(engine, reports):
    corpus = ENGINES[engine](numbered(reports))
    judged, listed = outcomes(corpus, keys=[PLACE]), findings(corpus, keys=[PLACE])
    assert type(judged) is type(listed) is type(corpus)
    found = rows(judged)
    assert sorted(found, key=lambda row: row[PLACE]) == expected_outcomes(reports)
    tidy = rows(listed)
    assert {(row[PLACE], row["relation"]): row for row in tidy} == expected_findings(reports)
    assert len(tidy) == len(expected_findings(reports))


def largest():
    """Every form with the largest numbers that there can be, of either sign, and blank."""
    for form in FORMS.values():
        filled = {
            cell.address: COUNT_MAXIMUM for cell in form.cells if cell.kind is not Kind.AMOUNT
        }
        report = form.report(filled, year=2023, organ=many(1, seed=1)[0].organ)
        negative = {c.address: -COUNT_MAXIMUM for c in form.cells if c.kind is Kind.CHANGE}
        yield from (report, report.replace(negative), report.replace(dict.fromkeys(form.index)))


# A query takes seconds to plan, however few the reports: so all kinds of them stand in one corpus.
@eager_engines
def test_every_engine_agrees_with_the_object_path_on_slips_blanks_and_the_largest_numbers(engine):
    require_agreement(engine, [*many(60, seed=11), *largest()])


@lazy_engines
@given(corpora(least=6))
@tries_as_drawn(4)
def test_every_engine_agrees_with_the_object_path_on_any_reports(engine, reports):
    require_agreement(engine, reports)


@eager_engines
def test_a_corpus_without_reports_has_no_findings(engine):
    corpus = ENGINES[engine](numbered([]))
    assert rows(outcomes(corpus, keys=[PLACE])) == []
    assert rows(findings(corpus, keys=[PLACE])) == []


def test_reports_are_known_by_organ_year_and_form_where_nothing_is_said():
    [report] = many(1, seed=4)
    [row] = outcomes(pl.from_arrow(to_arrow([report]))).to_dicts()
    assert row["organ_name"] == report.organ.name
    assert (row["form"], row["edition"], row["year"]) == (
        report.form.id,
        report.edition,
        report.year,
    )


def test_a_report_without_a_form_has_no_outcome():
    table = to_arrow(many(1, seed=5))
    place = table.column_names.index("form")
    table = table.set_column(place, "form", pa.array([None], pa.string()))
    [row] = outcomes(pl.from_arrow(table), keys=[]).to_dicts()
    assert set(row.values()) == {None}


@every_engine
def test_floats_and_missing_columns_are_refused(engine):
    table = to_arrow(many(2, seed=6))
    address = "/requests/received/total"
    place = table.column_names.index(address)
    floats = table.set_column(place, address, pa.array([1.0, 2.0]))
    with pytest.raises(InvalidColumns) as refused:
        outcomes(ENGINES[engine](floats))
    assert [(one.code, one.address) for one in refused.value.problems] == [
        ("column.type", address)
    ]
    with pytest.raises(InvalidColumns) as refused:
        findings(ENGINES[engine](table.drop_columns([address])), keys=["file"])
    assert [(one.code, one.address) for one in refused.value.problems] == [
        ("column.missing", "file"),
        ("column.missing", address),
    ]


# --- one relation, against trying everything -------------------------------------------------

FORM = frozenset(["2021"])
FAR = 9
"""How far a blank is tried: three cells of at most 3 need no number further out."""


@st.composite
def small_relations(draw):
    kinds = draw(st.lists(st.sampled_from([Kind.COUNT, Kind.CHANGE]), min_size=2, max_size=4))
    terms = tuple(
        ColumnTerm(draw(st.sampled_from([-1, 1])), f"c{place}", kind, FORM)
        for place, kind in enumerate(kinds)
    )
    split = draw(st.integers(0, len(terms)))
    comparison = draw(st.sampled_from(Comparison))
    return ColumnRelation("small", Strength.STATED, comparison, terms[:split], terms[split:], FORM)


def brute_force(relation, values):
    """Whether some numbers in the blanks make it true, and whether there are blanks at all."""
    true = any(
        _true(relation, dict(zip(values, filled, strict=True)))
        for filled in product(
            *(
                [value] if value is not None else range(0 if term.kind is Kind.COUNT else -9, 10)
                for term, value in zip(
                    relation.left + relation.right, values.values(), strict=True
                )
            )
        )
    )
    if not true:
        return "violated"
    return "undecided" if None in values.values() else "held"


def _true(relation, values):
    left, right = (
        sum(term.coefficient * values[term.address] for term in side)
        for side in (relation.left, relation.right)
    )
    return left == right if relation.comparison is Comparison.EQUAL else left <= right


@given(small_relations(), st.data())
@tries(30)
def test_a_relation_is_violated_when_nothing_in_the_blanks_makes_it_true(relation, data):
    cell = {
        Kind.COUNT: st.none() | st.integers(0, 3),
        Kind.CHANGE: st.none() | st.integers(-3, 3),
    }
    terms = relation.left + relation.right
    drawn = data.draw(st.lists(st.tuples(*(cell[term.kind] for term in terms)), max_size=8))
    frame = pl.DataFrame(
        {term.address: [row[place] for row in drawn] for place, term in enumerate(terms)},
        schema={term.address: pl.Int64 for term in terms},
    ).with_columns(form=pl.lit("2021"))
    outcome = RelationExpressions(relation).outcome.alias("outcome")
    found = judged(nw.from_native(frame), [relation]).select(outcome)["outcome"].to_list()
    assert found == [
        brute_force(relation, dict(zip(relation.columns, row, strict=True))) for row in drawn
    ]


CELLS = {"n0": Kind.COUNT, "z0": Kind.CHANGE, "n1": Kind.COUNT, "z1": Kind.CHANGE}
HELD_IN = {Kind.COUNT: (None, 0, 1, 2), Kind.CHANGE: (None, -1, 0, 1)}


def relations_of_two_cells():
    """Every equation and inequality of two cells, counts or changes, on either side."""
    pairs = (("n0", "n1"), ("n0", "z1"), ("z0", "z1"))
    for pair, signs, comparison, split in product(
        pairs, product((1, -1), repeat=2), Comparison, range(3)
    ):
        terms = tuple(
            ColumnTerm(sign, cell, CELLS[cell], FORM)
            for sign, cell in zip(signs, pair, strict=True)
        )
        id = f"{comparison.name} {pair} {signs} {split}"
        yield ColumnRelation(id, Strength.STATED, comparison, terms[:split], terms[split:], FORM)


def side(terms, values):
    """The sum of some cells, by hand; None where one of them is blank."""
    numbers = [values[term.address] for term in terms]
    if None in numbers:
        return None
    return sum(term.coefficient * number for term, number in zip(terms, numbers, strict=True))


def test_every_relation_of_two_cells_comes_to_what_trying_everything_does():
    relations = list(relations_of_two_cells())
    held_in = list(product(*(HELD_IN[kind] for kind in CELLS.values())))
    frame = pl.DataFrame(held_in, dict.fromkeys(CELLS, pl.Int64), orient="row")
    made = judged(nw.from_native(frame.with_columns(form=pl.lit("2021"))), relations)
    told = {
        what: made.select(
            getattr(RelationExpressions(one), what).alias(one.id) for one in relations
        ).to_dict(as_series=False)
        for what in ("outcome", "found", "left", "right", "residual")
    }
    for one in relations:
        rows_of_one = [dict(zip(CELLS, row, strict=True)) for row in held_in]
        outcomes_ = [
            brute_force(one, {column: row[column] for column in one.columns})
            for row in rows_of_one
        ]
        assert told["outcome"][one.id] == outcomes_, one.id
        assert told["found"][one.id] == [outcome != "held" for outcome in outcomes_], one.id
        left, right = (
            [side(terms, row) for row in rows_of_one] for terms in (one.left, one.right)
        )
        assert (told["left"][one.id], told["right"][one.id]) == (left, right), one.id
        assert told["residual"][one.id] == [
            None if None in both else both[0] - both[1] for both in zip(left, right, strict=True)
        ], one.id


def test_coefficients_count():
    double = ColumnTerm(2, "c0", Kind.COUNT, FORM)
    minus = ColumnTerm(-3, "c1", Kind.COUNT, FORM)
    relation = ColumnRelation("d", Strength.STATED, Comparison.EQUAL, (minus,), (double,), FORM)
    frame = nw.from_native(pl.DataFrame({"form": ["2021"], "c0": [5], "c1": [7]}))
    one = RelationExpressions(relation)
    [row] = judged(frame, [relation]).select(l=one.left, r=one.right, d=one.residual).rows()
    assert row == (-21, 10, -31)


# --- forms that stand together ---------------------------------------------------------------


def test_every_relation_of_every_form_is_there_once():
    assert [relation.id for relation in column_relations()] == list(
        dict.fromkeys(relation.id for relation in column_relations())
    )
    assert {relation.id for relation in column_relations()} == IDS
    own = [relation.id for relation in rulebook(newest_first()[0])]
    first = [relation.id for relation in column_relations()][: len(own)]
    assert first == own, "those of the newest form come first"
    for relation in column_relations():
        for form in FORMS.values():
            assert (form.id in relation.forms) == (relation.id in rulebook(form).by_id)
            if form.id in relation.forms:
                own = rulebook(form)[relation.id]
                for mine, its in ((relation.left, own.left), (relation.right, own.right)):
                    on_form = {t.address: t.coefficient for t in mine if form.id in t.forms}
                    assert on_form == {term.address: term.coefficient for term in its}


def test_variants_that_one_sum_cannot_stand_for_are_refused():
    total, part = "/requests/received/total", "/requests/received/natural_person"
    one = Relation(
        "r", Strength.STATED, Comparison.EQUAL, (Term(1, total),), (Term(1, part),),
        rulebook("2021").relations[0].source, None,
    )  # fmt: skip
    assert merged({"2019": one, "2021": one}).forms == {"2019", "2021"}
    for other in (
        attrs.evolve(one, comparison=Comparison.AT_MOST),
        attrs.evolve(one, right=(Term(2, part),)),
        attrs.evolve(one, right=()),
    ):
        with pytest.raises(ValueError, match="r"):
            merged({"2019": one, "2021": other})
