"""Reports to columns and back: nothing is lost, nothing is invented, and what is wrong is refused."""

from __future__ import annotations

import subprocess
import sys
from collections import Counter
from decimal import Decimal

import duckdb
import pandas as pd
import polars as pl
import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from hypothesis import given
from tests.support.effort import tries
from tests.support.random_reports import any_reports, corpora, many

import gxstats.columnar
from gxstats import FORMS, Kind, MissingExtra, Organ, Remark, form
from gxstats.cells import EXPECTED
from gxstats.columnar import (
    SCHEMA_VERSION,
    InvalidColumns,
    arrow_schema,
    from_arrow,
    read_parquet,
    scan_parquet,
    stream,
    stream_long,
    to_arrow,
    to_arrow_long,
    write_parquet,
)
from gxstats.columnar.corpus import REMARKS as REMARKS_EXPECTED
from gxstats.columnar.invalid import AMOUNTS, READ_BY_PANDAS, TEXT, WHOLE_NUMBERS

ADDRESS = "/requests/received/total"
AMOUNT = "/disclosure/administrative_fees/amount"
ONLY_2021 = "/requests/outcomes/other/fee_unpaid/total"
ONLY_2019 = "/requests/outcomes/other/total"


def blank(form_id="2021", **fields):
    return form(form_id).report({}, year=2023, organ=Organ(name="某局"), **fields)


# --- there and back ---------------------------------------------------------------------------

ROUTES = {
    "pyarrow": lambda table: table,
    "polars": pl.from_arrow,
    "pandas": lambda table: table.to_pandas(types_mapper=pd.ArrowDtype),
    "DuckDB": duckdb.from_arrow,
    "polars, through the PyCapsule": pl.DataFrame,
    "a stream": pa.RecordBatchReader.from_stream,
}


@pytest.mark.parametrize("route", ROUTES)
@given(corpora())
@tries(15)
def test_reports_survive_the_way_through_columns(route, reports):
    assert list(from_arrow(ROUTES[route](to_arrow(reports)))) == reports


@pytest.mark.parametrize("batch", [1, 3, 1000])
def test_a_stream_holds_what_the_table_holds(batch):
    reports = many(10, seed=1)
    assert stream(reports, batch=batch).read_all() == to_arrow(reports)
    assert list(from_arrow(stream(reports, batch=batch))) == reports


def test_a_stream_draws_reports_only_as_they_are_needed():
    drawn = []

    def reports():
        for report in many(20, seed=2):
            drawn.append(report)
            yield report

    reader = stream(reports(), batch=4)
    assert not drawn
    reader.read_next_batch()
    assert len(drawn) == 4
    back = from_arrow(reader)
    next(back)
    assert len(drawn) == 8


@pytest.mark.parametrize("printed", ["0.00000001", "999999999999.99999999", "1.50", "0", "7E+3"])
def test_amounts_are_exact(printed):
    address = "/disclosure/administrative_fees/amount"
    report = blank().replace({address: Decimal(printed)})
    table = to_arrow([report])
    assert table.column(address).to_pylist() == [Decimal(printed)]
    [back] = from_arrow(table)
    assert back == report
    assert "E" not in f"{back[address]}".replace("E-8", "")


def test_a_blank_is_not_zero_and_not_a_cell_that_the_form_does_not_have():
    reports = [blank("2021"), blank("2021").replace({ONLY_2021: 0}), blank("2019")]
    table = to_arrow(reports)
    assert table.column(ONLY_2021).to_pylist() == [None, 0, None]
    assert table.column("form").to_pylist() == ["2021", "2021", "2019"]
    assert [address in report.form for report in reports for address in [ONLY_2021]] == [
        True,
        True,
        False,
    ]
    assert list(from_arrow(table)) == reports


# --- the layout -------------------------------------------------------------------------------


def test_there_is_a_column_for_every_cell_of_any_form():
    kinds = {cell.address: cell.kind for one in FORMS.values() for cell in one}
    types = {
        Kind.COUNT: pa.int64(),
        Kind.CHANGE: pa.int64(),
        Kind.AMOUNT: pa.decimal128(20, 8),
    }
    cells = {field.name: field.type for field in arrow_schema() if field.name.startswith("/")}
    assert cells == {address: types[kind] for address, kind in kinds.items()}


def test_the_rest_of_the_layout_is_that_of_version_1():
    """Whoever changes this changes the version."""
    others = [(one.name, str(one.type)) for one in arrow_schema() if one.name[0] != "/"]
    assert SCHEMA_VERSION == "1"
    assert others == [
        ("form", "string"),
        ("edition", "string"),
        ("year", "int32"),
        ("organ_name", "string"),
        ("organ_code", "string"),
        ("organ_division", "string"),
        ("organ_scope", "string"),
        ("narrative_overview", "string"),
        ("narrative_problems", "string"),
        ("narrative_other", "string"),
        ("remarks", "list<item: struct<cell: string not null, printed: string not null>>"),
    ]
    cells = {address for form in FORMS.own.values() for address in form.index}
    assert len(cells) == 226
    cells |= {address for form in FORMS.values() for address in form.index}
    assert len(arrow_schema()) == len(cells) + len(others)


@given(any_reports())
@tries(30)
def test_the_tidy_layout_has_a_row_for_each_cell(report):
    found = to_arrow_long([report]).to_pylist()
    printed = {remark.cell: remark.printed for remark in report.remarks}
    assert found == [
        {
            "organ_name": report.organ.name,
            "organ_code": report.organ.code,
            "organ_division": report.organ.division,
            "organ_scope": report.organ.scope,
            "year": report.year,
            "edition": report.edition,
            "form": report.form.id,
            "table": cell.position.table,
            "row": cell.row_name("zh"),
            "column": cell.column_name("zh"),
            "address": cell.address,
            "kind": cell.kind.value,
            "value": value,
            "printed": printed.get(cell.address),
        }
        for cell, value in report.cells()
    ]


def test_the_tidy_layout_speaks_both_languages():
    english = to_arrow_long([blank()], language="en").to_pylist()
    assert [row["row"] for row in english] == [cell.row_name("en") for cell in form("2021")]
    assert [row["column"] for row in english] == [cell.column_name("en") for cell in form("2021")]


def test_the_tidy_layout_of_many_is_that_of_each():
    reports = many(12, seed=3)
    whole = stream_long(reports, batch=5).read_all().to_pylist()
    assert whole == [row for report in reports for row in to_arrow_long([report]).to_pylist()]
    assert Counter(row["form"] for row in whole) == sum(
        (Counter({report.form.id: len(report.form)}) for report in reports), Counter()
    )


@pytest.mark.parametrize("make", [to_arrow, to_arrow_long])
def test_other_libraries_take_a_corpus_as_it_is(make):
    reports = [blank().replace({ADDRESS: 7}), blank("2019")]
    table = make(reports)
    assert pl.DataFrame(table).height == table.num_rows
    assert len(pd.DataFrame.from_arrow(table)) == table.num_rows
    connection = duckdb.connect()
    assert connection.from_arrow(table).aggregate("count(*)").fetchall() == [(table.num_rows,)]


def test_duckdb_and_polars_add_up_what_python_adds_up():
    reports = many(50, seed=4)
    known = [report[ADDRESS] for report in reports]
    table = to_arrow(reports)
    total = sum(value for value in known if value is not None)
    assert pl.from_arrow(table)[ADDRESS].sum() == total
    assert duckdb.from_arrow(table).aggregate(f'sum("{ADDRESS}")').fetchall() == [(total,)]
    long = pl.from_arrow(to_arrow_long(reports))
    assert long.filter(pl.col("address").cast(str) == ADDRESS)["value"].sum() == total


# --- files ------------------------------------------------------------------------------------


@given(corpora())
@tries(10)
def test_reports_survive_the_way_through_a_file(tmp_path_factory, reports):
    path = tmp_path_factory.mktemp("corpus") / "corpus.parquet"
    write_parquet(stream(reports), path)
    assert list(from_arrow(read_parquet(path))) == reports
    assert list(from_arrow(scan_parquet(path).collect())) == reports
    assert pq.read_schema(path).metadata[b"gxstats.columns"] == b"1"


def test_a_file_of_any_size_is_written_row_group_by_row_group(tmp_path, monkeypatch):
    monkeypatch.setattr("gxstats.columnar.files.ROW_GROUP", 4)
    reports = many(10, seed=5)
    write_parquet(stream(reports, batch=2), str(tmp_path / "corpus.parquet"))
    metadata = pq.read_metadata(tmp_path / "corpus.parquet")
    assert [metadata.row_group(i).num_rows for i in range(metadata.num_row_groups)] == [4, 4, 2]
    assert list(from_arrow(read_parquet(tmp_path / "corpus.parquet"))) == reports


@pytest.mark.parametrize("read", [read_parquet, lambda path: scan_parquet(path).collect()])
def test_a_folder_or_a_pattern_is_one_corpus(tmp_path, read):
    reports = many(6, seed=8)
    for place in range(3):
        folder = tmp_path / f"[{place}]"
        folder.mkdir()
        write_parquet(stream(reports[place * 2 : place * 2 + 2]), folder / "part-1.parquet")
    assert list(from_arrow(read(tmp_path / "[1]"))) == reports[2:4]
    assert list(from_arrow(read(tmp_path / "[1]" / "part-1.parquet"))) == reports[2:4]
    assert list(from_arrow(read(str(tmp_path / "*" / "part-*.parquet")))) == reports


@pytest.mark.parametrize("read", [read_parquet, scan_parquet])
def test_every_file_of_a_folder_must_have_the_layout(tmp_path, read):
    write_parquet(stream([blank()]), tmp_path / "a.parquet")
    pq.write_table(pa.table({"b": [1]}), tmp_path / "b.parquet")
    with pytest.raises(InvalidColumns):
        read(tmp_path)
    with pytest.raises(FileNotFoundError, match="nowhere"):
        read(tmp_path / "nowhere*.parquet")
    (tmp_path / "empty").mkdir()
    with pytest.raises(FileNotFoundError, match="no Parquet file there"):
        read(tmp_path / "empty")


@pytest.mark.parametrize("metadata", [None, {"gxstats.columns": "0"}])
@pytest.mark.parametrize("read", [read_parquet, scan_parquet])
def test_a_file_of_another_layout_is_refused(tmp_path, metadata, read):
    table = to_arrow([blank()]).replace_schema_metadata(metadata)
    pq.write_table(table, tmp_path / "other.parquet")
    with pytest.raises(InvalidColumns) as refused:
        read(tmp_path / "other.parquet")
    assert [problem.code for problem in refused.value.problems] == ["column.version"]
    assert "write_parquet" in refused.value.explain("zh")


# --- what is refused --------------------------------------------------------------------------


def changed(column, values, reports):
    table = to_arrow(reports)
    return table.set_column(table.column_names.index(column), column, values)


def problems(table):
    with pytest.raises(InvalidColumns) as refused:
        list(from_arrow(table))
    return [(problem.code, problem.address) for problem in refused.value.problems]


REMARKS = arrow_schema().field("remarks").type
WRONG = {
    "a float": (ADDRESS, pa.array([1.0, None]), [("column.type", ADDRESS)]),
    "text": (ADDRESS, pa.array(["1", None]), [("column.type", ADDRESS)]),
    "a number for a text": ("organ_name", pa.array([1, 2]), [("column.type", "organ_name")]),
    "no remarks": ("remarks", pa.array([1, 2]), [("column.type", "remarks")]),
    "a negative count": (ADDRESS, pa.array([3, -1]), [("value.negative", f"/1{ADDRESS}")]),
    "thirteen digits": (ADDRESS, pa.array([10**12, 0]), [("value.digits", f"/0{ADDRESS}")]),
    "an amount below zero": (
        "/disclosure/administrative_fees/amount",
        pa.array([Decimal("-0.1"), None]),
        [("value.negative", "/0/disclosure/administrative_fees/amount")],
    ),
    "nine decimals": (
        "/disclosure/administrative_fees/amount",
        pa.array([Decimal("0.000000001"), None]),
        [("column.type", "/disclosure/administrative_fees/amount")],
    ),
    "a cell of another form": (
        ONLY_2019,
        pa.array([0, 0]),
        [("key.unknown", f"/0{ONLY_2019}")],
    ),
    "a form nobody knows": (
        "form",
        pa.array(["2021", "2050"]),
        [("value.choice", "/1/form")],
    ),
    "no form": ("form", pa.array(["2021", None]), [("value.choice", "/1/form")]),
    "another edition": (
        "edition",
        pa.array(["2021", "2021"]),
        [("value.choice", "/1/edition")],
    ),
    "no edition": ("edition", pa.array([None, "2019"]), [("value.choice", "/0/edition")]),
    "a year before the Regulations": (
        "year",
        pa.array([2023, 1999], pa.int32()),
        [("value.range", "/1/year")],
    ),
    "a code that is none": (
        "organ_code",
        pa.array([None, "914403001922038219"]),
        [("organ.code", "/1/organ/code")],
    ),
    "a text too long": (
        "narrative_other",
        pa.array(["长" * 200_001, None]),
        [("text.length", "/0/narrative/other")],
    ),
    "a remark on no cell": (
        "remarks",
        pa.array([[], [{"cell": "/nowhere", "printed": "1"}]], REMARKS),
        [("address.unknown", "/1/remarks/0/cell")],
    ),
    "two remarks on one cell": (
        "remarks",
        pa.array([[{"cell": ADDRESS, "printed": "1"}] * 2, []], REMARKS),
        [("remark.duplicate", "/0/remarks/1/cell")],
    ),
}


@pytest.mark.parametrize("wrong", WRONG)
def test_what_no_report_can_hold_is_refused_with_its_place(wrong):
    column, values, expected = WRONG[wrong]
    found = problems(changed(column, values, [blank("2021"), blank("2019")]))
    # a form nobody knows has no cells and no edition either
    assert found[: len(expected)] == expected
    assert len(found) == len(expected) or column == "form"


@pytest.mark.parametrize(
    ("column", "values", "expected"),
    [
        (ADDRESS, pa.array([1.5]), READ_BY_PANDAS),
        (AMOUNT, pa.array([1.5]), AMOUNTS),
        (AMOUNT, pa.array([Decimal("0.000000001")]), EXPECTED[Kind.AMOUNT]),
        ("year", pa.array([2.5]), READ_BY_PANDAS),
        ("year", pa.array([2**40]), WHOLE_NUMBERS),
        ("organ_name", pa.array([1]), TEXT),
        ("remarks", pa.array([1]), REMARKS_EXPECTED),
        ("remarks", pa.array([[1]]), REMARKS_EXPECTED),
    ],
)
def test_a_problem_says_what_the_column_must_hold(column, values, expected):
    with pytest.raises(InvalidColumns) as refused:
        list(from_arrow(changed(column, values, [blank()])))
    assert [(one.address, one.expected) for one in refused.value.problems] == [(column, expected)]


def test_of_one_column_the_first_problems_are_told():
    table = changed(ADDRESS, pa.array([0, *[-1] * 30]), [blank()] * 31)
    assert problems(table) == [("value.negative", f"/{row}{ADDRESS}") for row in range(1, 21)]


def test_the_row_is_counted_over_batches():
    reports = [blank()] * 5
    table = changed(ADDRESS, pa.array([0, 0, 0, 0, -1]), reports)
    batches = pa.Table.from_batches(table.to_batches(max_chunksize=2))
    assert problems(batches) == [("value.negative", f"/4{ADDRESS}")]


def test_a_column_that_is_missing_is_named():
    assert problems(to_arrow([blank()]).drop_columns([ADDRESS, "year"])) == [
        ("column.missing", "year"),
        ("column.missing", ADDRESS),
    ]


def test_columns_that_are_none_of_a_corpus_do_no_harm():
    reports = [blank(remarks=(Remark(cell=ADDRESS, printed="/"),))]
    table = to_arrow(reports).append_column("file", pa.array(["a.html"]))
    assert list(from_arrow(table)) == reports


def test_a_corpus_with_a_wrong_number_is_not_written(tmp_path):
    with pytest.raises(InvalidColumns):
        write_parquet(changed(ADDRESS, pa.array([-1]), [blank()]), tmp_path / "corpus.parquet")


# --- what is imported -------------------------------------------------------------------------


def test_importing_the_package_imports_none_of_its_libraries():
    code = "import sys, gxstats.columnar; print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    heavy = {"pyarrow", "polars", "narwhals", "duckdb", "pandas", "numpy"}
    assert not heavy & set(done.stdout.split())


USES = [
    ("pyarrow", "to_arrow([])"),
    ("pyarrow", "stream([])"),
    ("pyarrow", "to_arrow_long([])"),
    ("pyarrow", "from_arrow(None)"),
    ("pyarrow", "read_parquet('corpus.parquet')"),
    ("polars", "scan_parquet('corpus.parquet')"),
    ("narwhals", "outcomes(None)"),
    ("narwhals", "findings(None)"),
]


def test_a_missing_library_is_named_with_its_extra():
    code = (
        "import sys, gxstats, gxstats.columnar\n"
        f"for package, use in {USES}:\n"
        "    sys.modules[package] = None\n"
        "    try: eval('gxstats.columnar.' + use)\n"
        "    except gxstats.MissingExtra as error: print(error.package, error.extra)\n"
        "    del sys.modules[package]"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines() == [f"{package} columnar" for package, _ in USES]


def test_a_library_that_is_there_and_broken_is_not_called_missing(monkeypatch, tmp_path):
    (tmp_path / "broken_library.py").write_text("import what_is_not_there\n")
    monkeypatch.syspath_prepend(tmp_path)
    with pytest.raises(ModuleNotFoundError) as raised:
        gxstats.columnar.extras.needed("broken_library")
    assert not isinstance(raised.value, MissingExtra)


def test_public_names_are_there():
    assert set(gxstats.columnar.__all__) <= set(dir(gxstats.columnar))
    with pytest.raises(AttributeError, match="to_arow"):
        _ = gxstats.columnar.to_arow


def test_a_corpus_is_written_whole_or_what_was_there_stays(tmp_path):
    path = tmp_path / "corpus.parquet"
    write_parquet(stream([blank()]), path)
    before = path.read_bytes()

    def failing():
        yield blank()
        raise ZeroDivisionError

    with pytest.raises(pa.ArrowInvalid, match="ZeroDivisionError"):
        write_parquet(stream(failing(), batch=1), path)
    assert path.read_bytes() == before
    write_parquet(read_parquet(path), path)
    assert list(from_arrow(read_parquet(path))) == [blank()]
    assert [one.name for one in tmp_path.iterdir()] == ["corpus.parquet"]
