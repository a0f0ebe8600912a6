"""What the certificate of a form claims holds, by computations that share nothing with it.

The matrices are made from the published ``relations.json``; what ties two years, from the form's
own words: what last year carried over is what this year took over.
"""

from __future__ import annotations

import json
import subprocess
import sys
from collections import Counter
from functools import cache
from random import Random
from typing import Any

import attrs
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator
from scipy.optimize import Bounds, LinearConstraint, milp
from tests.support.command_line import run
from tests.support.effort import some, tries

from gxstats import FORMS, Organ, Outcome, Report, UnknownAddress, check, form
from gxstats.diagnosis import (
    Certificate,
    certificate,
    certificate_with_last_year,
    diagnose,
)
from gxstats.diagnosis.circles import Circles
from gxstats.diagnosis.equations import equations_of, rank
from gxstats.testing import reports
from gxstats.wire.released import edition_document
from gxstats.wire.schema import published

every_form = pytest.mark.parametrize("form_id", FORMS.own)
every_scope = pytest.mark.parametrize("scope", ["alone", "with_last_year"])
COLUMNS = (
    "natural_person",
    "commercial_enterprise",
    "research_institution",
    "public_interest_organization",
    "legal_service_organization",
    "other_organization",
    "total",
)
PRIME = (1 << 61) - 1


def claimed(form_id: str, scope: str) -> Certificate:
    return {"alone": certificate, "with_last_year": certificate_with_last_year}[scope](form_id)


@cache
def matrix(form_id: str, scope: str) -> tuple[list[str], dict[str, dict[str, int]]]:
    """All cells, and for each relation that must hold its coefficients by cell."""
    document = edition_document("relations", form(form_id).edition)
    (data,) = [one for one in document["forms"] if one["id"] == form_id]
    cells = [cell["address"] for cell in data["cells"]]
    rows = {}
    for relation in data["relations"]:
        if relation["strength"] == "soft":
            continue
        row: dict[str, int] = {}
        for side, sign in (("left", 1), ("right", -1)):
            for term in relation[side]:
                row[term["cell"]] = row.get(term["cell"], 0) + sign * term["coefficient"]
        rows[relation["id"]] = row
    if scope == "with_last_year":
        own = {c: f"previous:/requests/carried_out/{c}" for c in COLUMNS}
        cells += own.values()
        for column, cell in own.items():
            rows[f"requests.carried_over.{column}"] = {
                f"/requests/carried_in/{column}": 1,
                cell: -1,
            }
        rows["previous:requests.applicant_total.carried_out"] = {
            cell: 1 if column == "total" else -1 for column, cell in own.items()
        }
    return cells, rows


def columns(form_id: str, scope: str, table: str) -> tuple[list[str], np.ndarray]:
    """The cells of one table, and what its relations make of them, a column each."""
    every, rows = matrix(form_id, scope)
    cells = [one for one in every if one.removeprefix("previous:").split("/")[1] == table]
    used = [row for row in rows.values() if row.keys() & set(cells)]
    return cells, np.array(
        [[row.get(cell, 0) for cell in cells] for row in used], dtype=np.int64
    ).reshape(len(used), len(cells))


def rank_modulo(rows: list[list[int]], prime: int = PRIME) -> int:
    """Never more than the rank; a prime of this size would have to divide some minor to be less."""
    rows = [[value % prime for value in row] for row in rows]
    found = 0
    for column in range(len(rows[0]) if rows else 0):
        pivot = next((i for i in range(found, len(rows)) if rows[i][column]), None)
        if pivot is None:
            continue
        rows[found], rows[pivot] = rows[pivot], rows[found]
        inverse = pow(rows[found][column], -1, prime)
        for i in range(found + 1, len(rows)):
            times = rows[i][column] * inverse % prime
            if times:
                rows[i] = [
                    (a - times * b) % prime for a, b in zip(rows[i], rows[found], strict=True)
                ]
        found += 1
    return found


def test_a_rank_is_that_of_the_rows_whatever_their_coefficients() -> None:
    found = []
    for seed in range(40):
        rng = Random(seed)
        rows = [[rng.choice([0, 0, 1, -1, 2, 3]) for _ in range(5)] for _ in range(4)]
        rows += [[2 * a - 3 * b for a, b in zip(rows[0], rows[1], strict=True)], [0] * 5]
        rng.shuffle(rows)
        found.append(rank([dict(enumerate(row)) for row in rows]))
        assert found[-1] == rank_modulo(rows)
    assert {3, 4} <= set(found)
    assert rank([]) == 0


def dependent_pairs(found: np.ndarray) -> set[tuple[int, int]]:
    """Pairs of columns that are multiples of each other: their Gram determinant is 0, exactly."""
    gram = found.T @ found
    one, other = np.triu_indices(len(gram), 1)
    determinant = gram[one, one] * gram[other, other] - gram[one, other] ** 2
    zero = determinant == 0
    return set(zip(one[zero].tolist(), other[zero].tolist(), strict=True))


def dependent_triples(found: np.ndarray) -> int:
    """How many triples of columns are dependent, of all there are."""
    gram = found.T @ found
    dependent = 0
    for a in range(len(gram)):  # with all b and c after it at once
        aa, a_b = gram[a, a], gram[a, a + 1 :]
        bc = gram[a + 1 :, a + 1 :]
        bb = np.diag(bc)
        determinant = (
            aa * (np.outer(bb, bb) - bc * bc)
            - np.outer(a_b * a_b, bb)
            - np.outer(bb, a_b * a_b)
            + 2 * np.outer(a_b, a_b) * bc
        )
        dependent += int((np.triu(determinant == 0, 1)).sum())
    return dependent


def least_with(found: np.ndarray, cell: int) -> int:
    """The least number of cells that can be wrong unnoticed, one of them given: integer program."""
    size = found.shape[1]
    room = 9  # no cell of a smallest set need be off by so many times what another is
    unit = np.eye(size)
    lower = np.concatenate([np.full(size, -room), np.zeros(size)])
    upper = np.concatenate([np.full(size, room), np.ones(size)])
    lower[cell] = upper[cell] = 1
    done = milp(
        np.concatenate([np.zeros(size), np.ones(size)]),
        integrality=np.ones(2 * size),
        bounds=Bounds(lower, upper),
        constraints=[
            LinearConstraint(np.hstack([found, np.zeros_like(found)]), 0, 0),
            LinearConstraint(np.hstack([unit, -room * unit]), -np.inf, 0),
            LinearConstraint(np.hstack([-unit, -room * unit]), -np.inf, 0),
        ],
    )
    assert done.success
    return round(done.fun)


# --- the claims -------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("form_id", "scope", "cells", "relations", "rank"),
    some(
        [
            ("2021", "alone", 175, 39, 37),
            ("2021", "with_last_year", 182, 47, 44),
            ("2021-undivided", "alone", 161, 37, 35),
            ("2019", "alone", 161, 37, 35),
            ("2019", "with_last_year", 168, 45, 42),
        ],
        40,
    ),
)
def test_table_three_detects_three_wrong_cells_and_locates_one(
    form_id: str, scope: str, cells: int, relations: int, rank: int
) -> None:
    names, found = columns(form_id, scope, "requests")
    assert found.shape == (relations, cells)
    assert rank_modulo(found.tolist()) == rank
    assert (found.any(axis=0)).all()  # every error in one cell makes a relation fail
    assert dependent_pairs(found) == set()  # no two errors in one cell look the same
    assert dependent_triples(found) == 0  # no three wrong cells go unnoticed
    claim = claimed(form_id, scope).table("requests")
    assert (len(claim.cells), len(claim.relations)) == (cells, relations)
    assert (claim.rank, claim.distance) == (rank, 4)
    error = np.array([claim.witness.changes.get(name, 0) for name in names])
    assert np.count_nonzero(error) == 4  # but these four do
    assert not (found @ error).any()
    assert claim.located == tuple(names)
    assert claim.confused == claim.undetected == ()


@every_form
@every_scope
def test_the_other_tables_detect_one_wrong_cell_or_none(form_id: str, scope: str) -> None:
    found = claimed(form_id, scope)
    disputes, disclosure = found.table("disputes"), found.table("disclosure")
    assert columns(form_id, scope, "disclosure")[1].size == 0
    assert disclosure.undetected == tuple(cell.address for cell in disclosure.cells)
    assert (disclosure.rank, disclosure.distance, disclosure.relations) == (0, 1, ())
    assert (len(disputes.cells), disputes.rank, disputes.distance) == (15, 3, 2)
    assert disputes.confused == tuple(cell.address for cell in disputes.cells)
    assert found.distance == 1
    assert found.witness == disclosure.witness


@every_form
@every_scope
def test_the_whole_is_the_sum_of_its_tables(form_id: str, scope: str) -> None:
    found = claimed(form_id, scope)
    cells, rows = matrix(form_id, scope)
    assert [cell.address for cell in found.cells if cell.address in form(form_id)] == list(
        form(form_id).index
    )
    assert {cell.address for cell in found.cells} == set(cells)
    assert set(found.relations) == set(rows)
    dense = [[row.get(cell, 0) for cell in cells] for row in rows.values()]
    assert found.rank == rank_modulo(dense) == len(rows) - len(found.redundant)
    total = sum(len(kind) for kind in (found.located, found.confused, found.undetected))
    assert total == len(found.cells) == len(cells)


@every_form
@every_scope
def test_a_redundant_relation_follows_from_those_before_it_and_no_other_does(
    form_id: str, scope: str
) -> None:
    found = claimed(form_id, scope)
    cells, rows = matrix(form_id, scope)
    before: list[list[int]] = []
    for id in found.relations:
        row = [rows[id].get(cell, 0) for cell in cells]
        follows = rank_modulo([*before, row]) == rank_modulo(before)
        assert follows == (id in found.redundant), id
        before.append(row)


@every_form
@every_scope
def test_a_cell_is_confused_with_those_whose_column_is_a_multiple_of_its_own(
    form_id: str, scope: str
) -> None:
    found = claimed(form_id, scope)
    _, rows = matrix(form_id, scope)
    for table in found.tables:
        names, matrix_of_table = columns(form_id, scope, table.table.name)
        expected: dict[str, set[str]] = {name: set() for name in names}
        if matrix_of_table.size:
            for one, other in dependent_pairs(matrix_of_table):
                expected[names[one]].add(names[other])
                expected[names[other]].add(names[one])
        for cell in table.cells:
            assert set(cell.confused_with) == expected[cell.address]
            assert set(cell.relations) == {id for id, row in rows.items() if cell.address in row}
            assert cell.locatable == bool(cell.relations and not cell.confused_with)


@pytest.mark.parametrize(
    ("scope", "places"),
    [("alone", (0, 6, 20, -1)), ("with_last_year", (0, 7, 13, 40, -16, -15, -14, -8, -1))],
)
@pytest.mark.parametrize("form_id", some(["2021", "2019"], 50))
def test_the_distance_of_a_cell_is_that_of_an_integer_program(
    form_id: str, scope: str, places: tuple[int, ...]
) -> None:
    found = claimed(form_id, scope)
    names, ours = columns(form_id, scope, "requests")
    for place in places:
        assert found[names[place]].distance == least_with(ours, range(len(names))[place])
    names, ours = columns(form_id, scope, "disputes")
    assert [found[name].distance for name in names[:5]] == [least_with(ours, i) for i in range(5)]


@pytest.mark.thorough
@every_form
@every_scope
def test_the_distance_of_every_cell_is_that_of_an_integer_program(
    form_id: str, scope: str
) -> None:
    found = claimed(form_id, scope)
    for table in ("requests", "disputes"):
        names, ours = columns(form_id, scope, table)
        for place, name in enumerate(names):
            assert found[name].distance == least_with(ours, place), name


@every_form
def test_last_year_s_report_guards_what_was_carried_over(form_id: str) -> None:
    alone, beside = certificate(form_id), certificate_with_last_year(form_id)
    better = [c.address for c in alone.cells if beside[c.address].distance > c.distance]
    assert better == [f"/requests/carried_in/{column}" for column in COLUMNS]
    assert {alone[cell].distance for cell in better} == {4}
    assert {beside[cell].distance for cell in better} == {6}
    _, rows = matrix(form_id, "with_last_year")
    assert alone.links == ()
    for link in beside.links:
        assert {term.address: term.coefficient for term in link.terms} == rows[link.id]
    assert {link.id for link in beside.links} == rows.keys() - matrix(form_id, "alone")[1].keys()


@every_form
@every_scope
def test_as_few_equations_are_left_out_as_let_every_cell_stand_in_two(
    form_id: str, scope: str
) -> None:
    previous = None if scope == "alone" else form(form_id)
    found = equations_of(form(form_id), previous)
    stands = Counter(cell for row in found.rows for cell in row)
    assert max(stands.values()) == 2
    assert len(found.redundant) == (1 if previous is None else 2)
    for relation in found.redundant:  # follows from the others; with it, cells would be in three
        row = {found.index[term.address]: term.coefficient for term in relation.terms}
        assert rank([*found.rows, row]) == rank(found.rows)
        assert all(stands[cell] == 2 for cell in row)


@every_form
def test_the_form_of_last_year_s_report_makes_no_difference(form_id: str) -> None:
    used = form(form_id)
    expected = equations_of(used, used)
    for previous in FORMS.values():
        found = equations_of(used, previous)
        assert found.addresses == expected.addresses
        assert found.rows == expected.rows


@every_form
@every_scope
def test_a_witness_can_happen_and_goes_unnoticed(form_id: str, scope: str) -> None:
    used = form(form_id)
    _, rows = matrix(form_id, scope)
    for table in claimed(form_id, scope).tables:
        before = dict(table.witness.report)
        after = {
            cell: before.get(cell, 0) + table.witness.changes.get(cell, 0)
            for cell in {**before, **table.witness.changes}
        }
        assert table.witness.changes
        for values in (before, after):
            assert all(value >= 0 for value in values.values())
            own = {cell: value for cell, value in values.items() if cell in used}
            zeros = {c.address: 0 for c in used}
            report = used.report({**zeros, **own}, year=2023, organ=Organ(name="某局"))
            assert check(report).verdict is Outcome.HELD
            for row in rows.values():  # those of last year's report among them
                assert sum(number * values.get(cell, 0) for cell, number in row.items()) == 0


# --- what it means for a report ---------------------------------------------------------------


@st.composite
def one_wrong_cell(draw: st.DrawFn, kind: str) -> tuple[Report, Report, str]:
    """A consistent report, and the same with one wrong cell, of a kind by the certificate."""
    right = draw(reports("any"))
    cells = getattr(certificate(right.form), kind)
    counts = [cell for cell in cells if right.form[cell].kind.value == "count"]
    address = draw(st.sampled_from(counts))
    other = draw(st.integers(0, 10_000))
    return right, right.replace({address: other + (other >= right[address])}), address


@tries(30)
@given(drawn=one_wrong_cell("located"))
def test_an_error_in_a_locatable_cell_is_located(drawn: tuple[Report, Report, str]) -> None:
    right, wrong, address = drawn
    diagnosis = diagnose(wrong)
    assert diagnosis.unique
    (change,) = diagnosis.explanations[0].changes
    assert (change.cell, change.old, change.new) == (address, wrong[address], right[address])
    failing = {result.relation.id for result in check(wrong).violated}
    assert failing == set(certificate(wrong.form)[address].relations)


@tries(30)
@given(drawn=one_wrong_cell("confused"))
def test_an_error_in_a_confusable_cell_may_as_well_be_in_those_named(
    drawn: tuple[Report, Report, str],
) -> None:
    right, wrong, address = drawn
    named = certificate(wrong.form)[address].confused_with
    diagnosis = diagnose(wrong)
    found = {change.cell for one in diagnosis.explanations for change in one.changes}
    by = wrong[address] - right[address]
    total = address.rpartition("/")[0] + "/total"
    expected = {address}
    for other in named:
        # what makes up for it: a part and the total move alike, two parts against each other
        moved = by if total in {address, other} else -by
        if wrong[other] + moved >= 0:
            expected.add(other)
    assert found == expected


@tries(30)
@given(drawn=one_wrong_cell("undetected"))
def test_an_error_in_an_undetected_cell_makes_no_relation_fail(
    drawn: tuple[Report, Report, str],
) -> None:
    _, wrong, _ = drawn
    assert check(wrong).verdict is Outcome.HELD
    assert diagnose(wrong).size == 0


@tries(30)
@given(report=reports("any"), column=st.sampled_from(COLUMNS), by=st.integers(1, 500))
def test_an_error_in_what_last_year_carried_over_is_located_there(
    report: Report, column: str, by: int
) -> None:
    before = "/requests/carried_out/"
    row = {c: report[f"/requests/carried_in/{c}"] for c in COLUMNS}
    cells = {
        f"/requests/{part}/{c}": row[c] for c in COLUMNS for part in ("received", "carried_out")
    }
    used = form("2019")
    last_year = used.report(
        {**{c.address: 0 for c in used}, **cells}, year=None, organ=report.organ
    )
    wrong = last_year.replace({f"{before}{column}": row[column] + by})
    assert diagnose(report, last_year=last_year).size == 0
    diagnosis = diagnose(report, last_year=wrong)
    assert diagnosis.unique
    (change,) = diagnosis.explanations[0].changes
    assert change.cell == f"previous:{before}{column}"
    assert change.new == row[column]
    assert certificate_with_last_year(report.form)[change.cell].locatable


# --- the value, the document, the command -----------------------------------------------------


@every_form
def test_the_published_certificate_is_valid_and_holds_every_cell(form_id: str) -> None:
    document = edition_document("certificate", form(form_id).edition)
    Draft202012Validator(published("certificate")).validate(document)
    [held] = [one for one in document["forms"] if one["form"] == form_id]
    for scope in ("alone", "with_last_year"):
        found = held[scope]
        cells, rows = matrix(form_id, scope)
        assert {cell["cell"] for cell in found["by_cell"]} == set(cells)
        assert (found["cells"], found["relations"]) == (len(cells), len(rows))
        assert found == claimed(form_id, scope).to_dict()
        for kind in ("cells", "relations", "rank", "located", "confused", "undetected"):
            assert found[kind] == sum(table[kind] for table in found["tables"])
        for link in found["links"]:
            terms = {t["cell"]: t["coefficient"] for t in link["left"]}
            terms |= {t["cell"]: -t["coefficient"] for t in link["right"]}
            assert terms == rows[link["id"]]


@every_scope
def test_every_number_is_a_whole_number(scope: str) -> None:
    def kinds(value: Any) -> set[type]:
        if isinstance(value, dict):
            return {kind for one in value.values() for kind in kinds(one)}
        if isinstance(value, list):
            return {kind for one in value for kind in kinds(one)}
        return {type(value)}

    assert kinds(claimed("2021", scope).to_dict()) == {int, str, bool}


def test_a_form_may_be_given_by_its_id_and_gives_one_value() -> None:
    assert certificate("2021") == certificate(form("2021"))
    assert certificate("2021") != certificate_with_last_year("2021")
    assert len({certificate("2021"), certificate(form("2021")), certificate("2019")}) == 2
    with pytest.raises(KeyError, match="2021-undivided"):
        certificate("2020")


def test_what_is_not_on_the_form_is_named() -> None:
    with pytest.raises(UnknownAddress, match="carried_in"):
        _ = certificate("2021")["/requests/carried_in/totl"]
    with pytest.raises(UnknownAddress):
        _ = certificate("2021")["previous:/requests/carried_out/total"]
    with pytest.raises(KeyError, match="disclosure, requests, disputes"):
        certificate("2021").table("request")


@pytest.mark.parametrize(
    "rows",
    [
        [{0: 1, 1: -1}, {0: 1, 2: -1}, {0: 1, 3: -1}],  # a cell in three equations
        [{0: 2, 1: -1}],  # a cell that counts twice
        [{0: 1, 1: 1}, {0: 1, 1: -1}],  # which leaves both cells nothing but 0
        [{0: 1, 1: 1}],  # likewise, as no cell is negative
    ],
)
def test_equations_whose_smallest_sets_are_no_circles_are_refused(
    rows: list[dict[int, int]],
) -> None:
    with pytest.raises(NotImplementedError):
        Circles(attrs.evolve(equations_of(form("2021")), rows=tuple(rows)))


@every_form
@every_scope
def test_the_words_tell_every_table_in_both_languages(form_id: str, scope: str) -> None:
    found = claimed(form_id, scope)
    requests = found.table("requests")
    for language, said in (
        (
            "zh",
            ["写错了查不出", "必能指出是哪一格", "指不出是哪一格", "表二全部", "“（七）总计”行"],
        ),
        ("en", ["not detected", "it is located", "cannot be told", "table 4, all 15 cells"]),
    ):
        text = found.explain(language)
        assert "{" not in text
        for one in (
            *said,
            str(len(requests.cells)),
            str(requests.rank),
            form(form_id).title[language],
        ):
            assert one in text, one
        assert ("上年报告" in text or "last year" in text) == (scope == "with_last_year")
        for cell in requests.witness.changes:
            assert form(form_id)[cell].name(language) in text


def test_where_cells_of_a_table_differ_the_words_tell_them_apart() -> None:
    found = certificate("2021")
    table = found.table("disputes")
    first, second, *rest = table.cells
    mixed = attrs.evolve(
        table,
        cells=(
            attrs.evolve(first, confused_with=(), distance=6),
            attrs.evolve(second, relations=(), confused_with=()),
            *rest,
        ),
    )
    changed = attrs.evolve(found, tables=(mixed,))
    chinese = changed.explain("zh")
    assert "其中 1 格必能指出" in chinese
    assert "其中 13 格必有等式不成立" in chinese
    assert "其中 1 格查不出" in chinese
    assert "表四“行政复议：结果维持”有错而查不出，至少要同时错 6 格" in chinese
    assert "表四“行政复议：结果纠正”（查不出）" in chinese
    assert "for 13 of them a relation fails" in changed.explain("en")
    three = attrs.evolve(table.witness, changes=dict.fromkeys([c.address for c in rest[:3]], 1))
    changed = attrs.evolve(found, tables=(attrs.evolve(table, witness=three),))
    assert "同时错的不超过 2 格，必有等式不成立。" in changed.explain("zh")
    located = attrs.evolve(found, tables=(found.table("requests"),))
    assert "指不出" not in located.explain("zh")


def test_a_certificate_is_computed_only_when_asked_for() -> None:
    code = (
        "import sys, gxstats.diagnosis as d\n"
        "assert 'gxstats.diagnosis.certifying' not in sys.modules\n"
        "assert d.certificate('2021').rank == 40\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stderr) == (0, "")


@every_form
@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_command_tells_both_scopes(form_id: str, language: str) -> None:
    result = run("certificate", form_id, "--lang", language)
    assert result.exit_code == 0
    printed = result.stdout.splitlines()
    for scope in ("alone", "with_last_year"):
        for line in claimed(form_id, scope).explain(language).splitlines():
            assert line in printed
        requests = claimed(form_id, scope).table("requests")
        numbers = [str(len(requests.cells)), str(len(requests.relations)), str(requests.rank)]
        assert [*numbers, "4", str(len(requests.cells)), "0", "0"] in [
            line.split()[-7:] for line in printed
        ]
    assert "/requests" not in result.stdout
    if language == "en":
        assert not any("一" <= character <= "鿿" for character in result.stdout)


@every_form
def test_the_command_gives_the_published_document(form_id: str) -> None:
    result = run("certificate", form_id, "--format", "json")
    assert result.exit_code == 0
    document = json.loads(result.stdout_bytes)
    Draft202012Validator(published("certificate")).validate(document)
    whole = edition_document("certificate", form(form_id).edition)
    whole["forms"] = [one for one in whole["forms"] if one["form"] == form_id]
    assert document == whole


@pytest.mark.parametrize(
    ("language", "said"), [("zh", "没有 2020 版表样"), ("en", "no form 2020")]
)
def test_the_command_names_the_forms_there_are(language: str, said: str) -> None:
    result = run("certificate", "2020", "--lang", language)
    assert result.exit_code == 2
    assert said in result.output
    assert "2021-undivided" in result.output


def test_the_help_fits_the_terminal() -> None:
    from rich.cells import cell_len

    for language in ("zh", "en"):
        result = run("certificate", "--help", "--lang", language)
        assert result.exit_code == 0
        assert all(cell_len(line) <= 90 for line in result.stdout.splitlines())
