"""A corpus written where fewer forms were known, and one written where more were."""

from __future__ import annotations

import json
from collections.abc import Collection
from itertools import combinations, product
from pathlib import Path
from random import Random
from typing import Any

import attrs
import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from tests.support.column_engines import (
    ENGINES,
    PLACE,
    eager_engines,
    every_engine,
    numbered,
    rows,
)
from tests.support.effort import some

from gxstats import FORMS, Kind, Organ, form
from gxstats.batch.corpora import judge_corpus
from gxstats.batch.judging import Source
from gxstats.columnar import (
    IDENTITY,
    InvalidColumns,
    amount_roll_ups,
    findings,
    from_arrow,
    outcomes,
    read_parquet,
    roll_ups,
    scan_parquet,
    slips,
    to_arrow,
    with_findings,
    write_parquet,
    year_findings,
    year_outcomes,
)

SETS = [*combinations(FORMS.own, 1), *combinations(FORMS.own, 2)]
NEW = "/requests/outcomes/other/withdrawn/total"


def as_written_with(table: pa.Table, forms: Collection[str]) -> pa.Table:
    """The same corpus, as an installation that knows these forms alone writes it."""
    cells = {cell.address for one in FORMS.values() for cell in one}
    known = {cell.address for id in forms for cell in FORMS[id]}
    table = table.select([one for one in table.column_names if one not in cells - known])
    packages = {id: FORMS[id].package for id in forms}
    metadata = {"gxstats.columns": "1", "gxstats.forms": json.dumps(packages)}
    return table.replace_schema_metadata(metadata)


def corpus_on(forms: Collection[str], seed: int) -> pa.Table:
    """Reports of two years and a region, on these forms: some with blanks, some with sums that fail."""
    random = Random(seed)
    made = []
    for place, id in enumerate(sorted(forms) * 4):
        counts = [cell.address for cell in FORMS[id] if cell.kind is Kind.COUNT]
        changed = random.sample(counts, random.choice([1, 1, 2, 20]))
        made.append(
            attrs.evolve(
                FORMS[id]
                .example_report()
                .replace({cell: random.choice([None, 0, 1, 7]) for cell in changed}),
                year=2020 + place % 2,
                organ=Organ(name="某局", scope="organ" if place else "region"),
            )
        )
    return numbered(made).append_column("city", pa.array(["某市"] * len(made)))


CALLS = {
    "outcomes": lambda corpus: outcomes(corpus, keys=[PLACE]),
    "findings": lambda corpus: findings(corpus, keys=[PLACE]),
    "with_findings": lambda corpus: findings(with_findings(corpus), keys=[PLACE]),
    "slips": lambda corpus: slips(corpus, keys=[PLACE]),
    "roll_ups": lambda corpus: roll_ups(corpus, by=["city"]),
    "amount_roll_ups": lambda corpus: amount_roll_ups(corpus, by=["city"]),
    "year_outcomes": lambda corpus: year_outcomes(corpus, keys=[PLACE]),
    "year_findings": lambda corpus: year_findings(corpus, keys=[PLACE]),
}


def unordered(found: list[dict[str, Any]]) -> list[str]:
    return sorted(map(repr, found))


@eager_engines
@pytest.mark.parametrize(("call", "known"), some(product(CALLS, SETS), 25))
def test_a_corpus_of_fewer_forms_is_judged_as_one_in_which_the_others_do_not_occur(
    engine, call, known
):
    corpus = corpus_on(known, len(known))
    made, judged = ENGINES[engine], CALLS[call]
    older = rows(judged(made(as_written_with(corpus, known))))
    assert unordered(older) == unordered(rows(judged(made(corpus))))


@pytest.mark.parametrize("known", some(SETS, 35), ids=" ".join)
def test_files_of_fewer_forms_are_read_beside_others(tmp_path: Path, known):
    reports = [FORMS[id].example_report() for id in known]
    every = [one.example_report() for one in FORMS.values()]
    table = as_written_with(to_arrow(reports), known)
    pq.write_table(table, tmp_path / "b.parquet")
    assert list(from_arrow(table)) == reports
    assert list(from_arrow(read_parquet(tmp_path / "b.parquet"))) == reports
    write_parquet(table, tmp_path / "a.parquet")
    written, whole = pq.read_schema(tmp_path / "a.parquet"), to_arrow(every).schema
    assert (written.names, written.metadata) == (whole.names, whole.metadata)
    write_parquet(to_arrow(every), tmp_path / "c.parquet")
    all_three = [*reports, *reports, *every]
    assert list(from_arrow(read_parquet(tmp_path))) == all_three
    assert list(from_arrow(scan_parquet(tmp_path).collect())) == all_three
    assert rows(outcomes(scan_parquet(tmp_path))) == rows(outcomes(to_arrow(all_three)))


def test_a_batch_judges_a_corpus_of_fewer_forms(tmp_path: Path):
    table = corpus_on(["2019"], 1)
    judged = []
    for written in (table, as_written_with(table, ["2019"])):
        pq.write_table(written.drop_columns([PLACE, "city"]), tmp_path / "corpus.parquet")
        source = Source("corpus.parquet", str(tmp_path / "corpus.parquet"), 1, 1, found=False)
        files, found = tmp_path / "files", tmp_path / "found"
        judge_corpus(iter([source]), files, found, 1)
        judged.append([pq.read_table(one).to_pylist() for one in (files, found)])
    assert judged[0] == judged[1]
    assert {one["status"] for one in judged[0][0]} == {"read"}
    assert judged[0][1]


def test_what_is_written_says_which_forms_were_known_and_whose_they_are():
    metadata = to_arrow([]).schema.metadata
    assert json.loads(metadata[b"gxstats.forms"]) == {id: one.package for id, one in FORMS.items()}
    assert metadata[b"gxstats.columns"] == b"1"


def of_a_newer_form() -> pa.Table:
    """A corpus with a form, and a column, that are not known here."""
    table = to_arrow([form("2021").example_report()])
    metadata = {
        b"gxstats.columns": b"1",
        b"gxstats.forms": b'{"2021": "gxstats", "2099": "later"}',
    }
    return table.append_column(
        "/requests/later", pa.array([1], pa.int64())
    ).replace_schema_metadata(metadata)


@pytest.mark.parametrize("call", [*CALLS, "from_arrow", "write_parquet", "read", "scan"])
def test_a_column_of_an_unknown_form_is_refused_by_name_with_the_cure(tmp_path: Path, call):
    table = of_a_newer_form()
    path = tmp_path / "newer.parquet"
    pq.write_table(table, path)
    given_calls = CALLS | {
        "from_arrow": from_arrow,
        "write_parquet": lambda table: write_parquet(table, tmp_path / "again.parquet"),
        "read": lambda _: read_parquet(path),
        "scan": lambda _: scan_parquet(path),
    }
    for column in (PLACE, "city"):
        table = table.append_column(column, pa.array([1], pa.int64()))
    with pytest.raises(InvalidColumns) as refused:
        given_calls[call](table)
    [problem] = refused.value.problems
    assert (problem.code, problem.address) == ("column.unknown", "/requests/later")
    assert problem.expected.zh.endswith("其他表样须先安装带来该表样的程序包：2099 (later)")
    assert problem.expected.en.endswith("install the package that brings it: 2099 (later)")


@every_engine
def test_a_report_on_an_unknown_form_is_refused_by_name_at_once_or_when_it_is_computed(engine):
    table = to_arrow([form("2021").example_report()])
    other = ENGINES[engine](table.set_column(0, table.schema.field("form"), pa.array(["2099"])))
    lazy = engine in {"polars, lazy", "DuckDB"}
    with pytest.raises(Exception, match="2099") as refused:
        rows(outcomes(other, keys=["year"]))
    assert isinstance(refused.value, InvalidColumns) is not lazy
    if not lazy:
        with pytest.raises(InvalidColumns, match="2099"):
            list(from_arrow(other))


@pytest.mark.parametrize("known", SETS, ids=" ".join)
def test_a_report_on_a_form_whose_columns_are_not_there_is_refused(known):
    cells = {cell for id in known for cell in FORMS[id].addresses}
    other = next((id for id in FORMS.own if not FORMS[id].addresses <= cells), None)
    if other is None:  # the others have no column of their own
        return
    table = as_written_with(to_arrow([FORMS[other].example_report()]), known)
    for call in (lambda table: list(from_arrow(table)), lambda table: rows(outcomes(table))):
        with pytest.raises(InvalidColumns) as refused:
            call(table)
        [problem] = refused.value.problems
        assert (problem.code, problem.found) == ("column.missing", other)


@pytest.mark.parametrize("id", FORMS.own)
def test_one_column_alone_is_missed_on_whatever_form(id):
    table = to_arrow([FORMS[id].example_report()])
    for cell in FORMS[id]:
        if "/total" in cell.address and cell.address not in IDENTITY:
            with pytest.raises(InvalidColumns) as refused:
                from_arrow(table.drop_columns([cell.address]))
            assert [one.address for one in refused.value.problems] == [cell.address]
