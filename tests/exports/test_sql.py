"""The SQL judges as ``check`` does, in every database it is written for."""

from __future__ import annotations

from collections import Counter
from decimal import Decimal

import attrs
import duckdb
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.support.effort import tries
from tests.support.export_cases import (
    ADDRESSES,
    of_cases,
    of_pairs,
    row,
    rows,
    said_by_cases,
    said_by_check,
    said_by_pairs,
    text_of,
)
from tests.support.random_reports import any_reports, many
from tests.support.sql_servers import program

from gxstats import FORMS, InvalidValue, Organ, Outcome, check, form, rulebook
from gxstats.across import series_of
from gxstats.cells import COUNT_MAXIMUM
from gxstats.columnar import to_arrow
from gxstats.exports import EXPORTS
from gxstats.exports.columns import LONGEST, columns
from gxstats.relations import check_years, year_links

RESULTS = (
    "SELECT report_id, relation, outcome, left_side, right_side, residual FROM gxstats_result "
    "ORDER BY report_id, relation"
)
YEAR_RESULTS = RESULTS.replace("gxstats_result", "gxstats_year_result")
VERDICTS = "SELECT report_id, verdict, violated, undecided, held, hints FROM gxstats_verdict"


@pytest.fixture(scope="module")
def empty():
    """DuckDB with the tables and views."""
    with duckdb.connect() as connection:
        connection.execute(EXPORTS["duckdb"].text())
        yield connection


@pytest.fixture(scope="module")
def filled(empty):
    """A function that fills the table of reports anew: its columns are in the order of a corpus."""

    def fill(by_id):
        corpus = to_arrow(by_id.values()).add_column(0, "report_id", [[*by_id]])  # noqa: F841
        empty.execute("DELETE FROM gxstats_report")
        empty.execute(
            "INSERT INTO gxstats_report SELECT * EXCLUDE "
            "(narrative_overview, narrative_problems, narrative_other, remarks) FROM corpus"
        )
        return empty

    return fill


def results(connection, query=RESULTS):
    found = connection.execute(query).fetchall()
    assert len({(id, relation) for id, relation, *_ in found}) == len(found)
    return {(id, relation): tuple(rest) for id, relation, *rest in found}


def test_duckdb_agrees_with_every_conformance_case(filled):
    assert results(filled(of_cases())) == said_by_cases()


def test_duckdb_agrees_with_the_object_path_on_slips_and_blanks(filled):
    by_id = {f"{place}": report for place, report in enumerate(many(150, seed=5))}
    found = results(filled(by_id))
    assert found == said_by_check(by_id)
    assert {outcome for outcome, *_ in found.values()} == {one.value for one in Outcome}


@tries(8)
@given(reports=st.lists(any_reports(), max_size=8))
def test_duckdb_agrees_with_the_object_path_on_any_reports(filled, reports):
    by_id = {f"{place}": report for place, report in enumerate(reports)}
    assert results(filled(by_id)) == said_by_check(by_id)


def test_duckdb_agrees_with_every_pair_of_years(filled):
    assert results(filled(of_pairs()), YEAR_RESULTS) == said_by_pairs()


ORGANS = [
    Organ(name="甲局"),
    Organ(name="甲局", code="914403001922038216"),
    Organ(name="甲局", code="11110000000013127H"),
    Organ(name="甲局", division="410505"),
    Organ(name="乙局"),
    Organ(name="乙局", code="12110000000013127E"),
    Organ(name="更名为丙局", code="12110000000013127E"),
    Organ(division="410505"),
    Organ(),
]


def tied_by_series(by_id):
    """What ties each report to the one report of its organ for the year before: rows, as above."""
    ids = {id(report): name for name, report in by_id.items()}
    checks = {}
    for series in series_of(report for report in by_id.values() if report.organ != Organ()):
        for year in series.years:
            if year - 1 in series.years and year - 1 not in series.duplicates:
                before = series.by_year[year - 1]
                for report in series.duplicates.get(year, [series.by_year[year]]):
                    checks[ids[id(report)]] = check_years(before, report)
    return rows(checks)


@tries(8)
@given(data=st.data())
def test_duckdb_finds_the_report_of_the_year_before_as_a_series_does(filled, data):
    drawn = data.draw(
        st.lists(st.tuples(st.sampled_from(ORGANS), st.integers(2021, 2023)), max_size=12)
    )
    reports = many(len(drawn), seed=data.draw(st.integers(0, 99)))
    by_id = {
        f"{place}": attrs.evolve(report, organ=organ, year=year)
        for place, (report, (organ, year)) in enumerate(zip(reports, drawn, strict=True))
    }
    assert results(filled(by_id), YEAR_RESULTS) == tied_by_series(by_id)


def test_a_violated_tie_names_both_reports(filled):
    found = filled(of_pairs()).execute(
        "SELECT * FROM gxstats_year_violated WHERE report_id = 'pair.2021.2019.off' "
        "AND relation = 'requests.carried_over.total'"
    )
    names = [column[0] for column in found.description]
    [line] = found.fetchall()
    told = dict(zip(names, line, strict=True))
    assert told["previous_id"] == "pair.2021.2019.off before"
    assert (told["year"], told["residual"]) == (2021, 7)
    assert "上年报告" in told["text_zh"]


@pytest.mark.thorough
@given(reports=st.lists(any_reports(), min_size=1, max_size=12))
def test_duckdb_agrees_with_the_object_path_on_very_many_reports(filled, reports):
    by_id = {f"{place}": report for place, report in enumerate(reports)}
    assert results(filled(by_id)) == said_by_check(by_id)


def test_verdicts_count_what_check_counts(filled):
    by_id = {f"{place}": report for place, report in enumerate(many(60, seed=6))}
    found = {id: rest for id, *rest in filled(by_id).execute(VERDICTS).fetchall()}
    expected = {}
    for id, report in by_id.items():
        checked = check(report)
        counts = map(len, (checked.violated, checked.undecided, checked.held, checked.hints))
        expected[id] = [checked.verdict.value, *counts]
    assert found == expected


def test_the_violated_relations_are_told_with_report_sides_and_words(filled):
    cells = dict.fromkeys(form("2021").index, 0)
    cells["/disputes/reconsideration/upheld"] = 10
    report = form("2021").report(cells, year=2023, organ=Organ(name="某局"))
    found = filled({"a": report}).execute("SELECT * FROM gxstats_violated")
    names = [column[0] for column in found.description]
    [line] = found.fetchall()
    told = dict(zip(names, line, strict=True))
    assert (
        told["text_zh"] == "表四“行政复议”：总计 ＝ 结果维持 ＋ 结果纠正 ＋ 其他结果 ＋ 尚未审结"
    )
    assert told["text_en"].startswith("Table 4, ")
    assert (told["report_id"], told["organ_name"], told["year"]) == ("a", "某局", 2023)
    assert told["relation"] == "disputes.total.reconsideration"
    assert (told["left_side"], told["right_side"], told["residual"]) == (0, 10, -10)
    assert (told["form"], told["strength"]) == ("2021", "implied")


def test_the_largest_numbers_are_added_exactly(filled):
    shown = form("2021")
    report = shown.report(
        {
            cell.address: COUNT_MAXIMUM
            for cell in shown
            if cell.kind.value != "amount"
        },
        year=2023,
        organ=Organ(name="某局"),
    )  # fmt: skip
    assert results(filled({"a": report})) == said_by_check({"a": report})


def test_a_report_stands_in_the_table_cell_by_cell(filled):
    by_id = {f"{place}": report for place, report in enumerate(many(20, seed=7))}
    stored = filled(by_id).execute(f"SELECT report_id, {', '.join(ADDRESSES)} FROM gxstats_report")
    for id, *cells in stored.fetchall():
        report = by_id[id]
        held = dict(zip(ADDRESSES.values(), cells, strict=True))
        assert {address: held[address] for address in report.form.index} == dict(
            zip(report.form.index, report.values(), strict=True)
        )


@pytest.mark.parametrize(
    ("column", "value"),
    [
        ("t3_received_total", -1),
        ("t3_received_total", COUNT_MAXIMUM + 1),
        ("t2_administrative_licensing_change", -COUNT_MAXIMUM - 1),
        ("t2_administrative_fees_amount", Decimal("-0.01")),
        ("t2_rules_made", 1),
        ("form", "2020"),
        ("edition", "2019"),
    ],
)
def test_the_table_refuses_what_no_report_may_hold(empty, column, value):
    """t2_rules_made is a cell of 2019 alone."""
    values = {"report_id": "x", "form": "2021", "edition": "2021"} | {column: value}
    if column.endswith("licensing_change"):
        values |= {"form": "2019", "edition": "2019"}
    with pytest.raises(duckdb.ConstraintException):
        empty.execute(
            f"INSERT INTO gxstats_report ({', '.join(values)}) VALUES ({', '.join('?' * len(values))})",
            [*values.values()],
        )


CODE = "914403001922038216"
FACTS = {
    "year": [None, 2008, 2100, 2007, 2101, 1900, -2023],
    "organ_name": [None, "某局", " 某 局 ", "", " ", " \u3000", "局" * 200, "局" * 201],
    "organ_code": [None, CODE, "11110000000013127H", CODE[:-1] + "7", CODE[:-1], CODE + "6", "", "1",
                   "I" + CODE[1:], "11110000000013127h", "O" * 18, CODE[:-1] + "\n", "0" * 18],
    "organ_division": [None, "410505", "041050", "41050", "4105055", "41050x", "４１０５０５", "41050\n"],
    "organ_scope": [None, "organ", "region", "foo", "", "Organ"],
}  # fmt: skip


@pytest.mark.parametrize(
    ("column", "value"), [(column, value) for column, values in FACTS.items() for value in values]
)
def test_the_table_takes_of_year_and_organ_what_a_report_may_hold_and_no_more(
    empty, column, value
):
    organ = {column.removeprefix("organ_"): value} if column.startswith("organ_") else {}
    try:
        form("2021").blank(year=value if column == "year" else 2023, organ=Organ(**organ))
    except InvalidValue:
        allowed = False
    else:
        allowed = True
    statement = f"INSERT INTO gxstats_report (report_id, form, edition, {column}) VALUES ('x', '2021', '2021', ?)"
    if allowed:
        empty.execute("BEGIN")
        empty.execute(statement, [value])
        empty.execute("ROLLBACK")
    else:
        with pytest.raises(duckdb.ConstraintException):
            empty.execute(statement, [value])


def test_the_tables_that_describe_the_form_have_every_cell_and_relation(empty):
    cells = dict(empty.execute("SELECT address, cell_column FROM gxstats_cell").fetchall())
    assert cells == {address: column for column, address in ADDRESSES.items()}
    assert set(cells) == {cell.address for one in FORMS.values() for cell in one}
    relations = empty.execute("SELECT form, relation, strength FROM gxstats_relation").fetchall()
    assert Counter(relations) == Counter(
        (one.id, relation.id, relation.strength.value)
        for one in FORMS.values()
        for relation in (*rulebook(one), *year_links(one, one))
    )


def test_names_of_columns_are_names_in_every_engine_and_do_not_collide():
    names = [column.name for column in columns(tuple(FORMS.values())).values()]
    assert len({name.casefold() for name in names}) == len(names)
    for name in names:
        assert name.isascii()
        assert name.isidentifier()
        assert name == name.lower()
        assert len(name) <= LONGEST


# --- other dialects -------------------------------------------------------------------------


def literal(value):
    if value is None:
        return "NULL"
    return "'" + value.replace("'", "''") + "'" if isinstance(value, str) else str(value)


def loaded(by_id):
    rows = (f"({', '.join(map(literal, row(id, report)))})" for id, report in by_id.items())
    return "INSERT INTO gxstats_report VALUES\n" + ",\n".join(rows) + ";\n"


def number(text):
    return None if text in {"~", "NULL"} else int(text)


def numbers(rows):
    return {
        (id, relation): (outcome, *map(number, sides)) for id, relation, outcome, *sides in rows
    }


@pytest.mark.engines
@pytest.mark.parametrize("server", ["postgresql", "mariadb"])
def test_a_server_agrees_with_every_conformance_case_and_on_slips_and_blanks(server, request):
    database = request.getfixturevalue(server)
    slips = {f"slip {place}": report for place, report in enumerate(many(60, seed=8))}
    # a server takes no NUL in a text; names do not matter here
    slips = {id: attrs.evolve(report, organ=Organ(name="某局")) for id, report in slips.items()}
    database.fill(EXPORTS[database.name].text())
    database.run(loaded(of_cases() | of_pairs()) + loaded(slips))
    found = numbers(database.rows(RESULTS))
    expected = said_by_cases() | said_by_check(slips)
    assert {key: found[key] for key in expected} == expected
    tied = numbers(database.rows(YEAR_RESULTS))
    assert {key: row for key, row in tied.items() if key[0].startswith("pair.")} == said_by_pairs()
    verdicts = {
        id: (verdict, *map(int, counts)) for id, verdict, *counts in database.rows(VERDICTS)
    }
    for id, report in {**of_cases(), **slips}.items():
        found = check(report)
        counts = map(len, (found.violated, found.undecided, found.held, found.hints))
        assert verdicts[id] == (found.verdict.value, *counts)
    [[text, name]] = database.rows(
        "SELECT text_zh, organ_name FROM gxstats_violated WHERE report_id LIKE 'slip %' LIMIT 1"
    )
    assert (text[0], name) == ("表", "某局")


def test_postgresql_takes_what_duckdb_writes_as_csv(filled, postgresql, tmp_path):
    by_id = {f"copied {place}": report for place, report in enumerate(many(20, seed=10))}
    path = tmp_path / "reports.csv"
    filled(by_id).execute(f"COPY gxstats_report TO '{path}' (HEADER)")
    rows = path.read_text(encoding="utf-8")
    postgresql.fill(EXPORTS["postgresql"].text())
    postgresql.run(f"\\copy gxstats_report FROM pstdin CSV HEADER\n{rows}")
    assert numbers(postgresql.rows(RESULTS)) == said_by_check(by_id)


def test_every_dialect_has_the_names_of_the_others():
    own = [column.name for column in columns(tuple(FORMS.own.values())).values()]
    for export in ("postgresql", "mysql"):
        text = text_of(export)
        for name in (
            *own,
            "gxstats_sum",
            "gxstats_year_result",
            "gxstats_result",
            "gxstats_verdict",
        ):
            assert name in text


def test_a_server_is_looked_for_where_debian_puts_it():
    assert program("python3", "python") is not None
    assert program("no-such-program") is None
