"""The relations in SQL: a table for the reports, and views that judge them.

The statements are written once, in what PostgreSQL and DuckDB have in common; sqlglot says them in the
dialect of each database. Sums are 64-bit integers: twelve digits and some twenty terms stay far within.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any, Final, Literal, TypeAlias

import attrs

from ..cells import AMOUNT_DECIMALS, BOUNDS, Kind
from ..columnar.names import IDENTITY
from ..forms.organ import ALPHABET, NAME_LENGTH, SCOPES
from ..forms.report import YEARS, newest_first
from ..forms.rules import Strength
from ..lazy import needed
from ..relations import (
    PREVIOUS,
    Comparison,
    Outcome,
    Relation,
    Term,
    rulebook,
    year_links,
)
from ..relations.linear import lowering, raising
from ..text import LANGUAGES, Bilingual
from .columns import LONGEST, Column, Forms, column_name, columns
from .variants import Variant, variants, year_variants

__all__ = ["Dialect", "Statement", "script", "statements"]

Dialect: TypeAlias = Literal["duckdb", "postgres", "mysql"]
"""A dialect, as sqlglot calls it."""

_PURPOSE: Final = Bilingual("写出其他方言的 SQL", "writing SQL in another dialect")
_DATABASE: Final = {"duckdb": "DuckDB", "postgres": "PostgreSQL", "mysql": "MySQL, MariaDB"}


@attrs.frozen
class Statement:
    """Statements, in the dialect of PostgreSQL and DuckDB, and what they are for."""

    meaning: Bilingual
    sql: tuple[str, ...]


def script(dialect: Dialect, forms: Forms) -> str:
    """All statements about some forms in a dialect, with what each is for.

    Raises :class:`~gxstats.MissingExtra` without sqlglot, which the dialect of DuckDB does not need.

    >>> from gxstats import form
    >>> print(script("duckdb", (form("2021"),)).splitlines()[0])
    -- gxstats: 政府信息公开工作年度报告的勾稽关系（DuckDB）
    """
    database = _DATABASE[dialect]
    lines = [
        f"-- gxstats: 政府信息公开工作年度报告的勾稽关系（{database}）",
        f"-- The cross-checks of China's open-government annual reports ({database})",
        "",
        *_settings(dialect),
    ]
    say = _SAY[dialect]
    for statement in statements(forms):
        lines += [f"-- {statement.meaning[language]}" for language in LANGUAGES]
        lines += [f"{say(sql)};" for sql in statement.sql]
        lines.append("")
    return "\n".join(lines)


def _settings(dialect: Dialect) -> list[str]:
    if dialect != "mysql":
        return []
    return [
        "-- 本文件是 UTF-8 编码，标识按字节比较",
        "-- This file is UTF-8, and ids are compared byte by byte",
        "SET NAMES utf8mb4;",
        "",
    ]


def _in_postgres(sql: str) -> str:
    return _transpiled(sql, "postgres")


def _in_mysql(sql: str) -> str:
    said = _transpiled(sql, "mysql")
    table = sql.startswith("CREATE TABLE")
    return f"{said} CHARACTER SET utf8mb4 COLLATE utf8mb4_bin" if table else said


def _transpiled(sql: str, dialect: Dialect) -> str:
    sqlglot: Any = needed("sqlglot", _PURPOSE, "sql")
    [said] = sqlglot.transpile(sql, read="postgres", write=dialect, pretty="\n" in sql)
    return str(said)


_SAY: Final[dict[str, Callable[[str], str]]] = {
    "duckdb": str,
    "postgres": _in_postgres,
    "mysql": _in_mysql,
}


def statements(forms: Forms) -> Iterator[Statement]:
    """The tables, what stands in those that describe the form, and the views."""
    yield Statement(
        Bilingual(
            "报告：每份一行，每格一列；空白为 NULL，不是 0",
            "The reports: a row a report, a column a cell; a blank is NULL and not 0",
        ),
        (_report_table(forms),),
    )
    yield Statement(
        Bilingual("各列是哪一格", "Which cell each column holds"),
        (_CELL_TABLE,),
    )
    yield Statement(
        Bilingual("其内容", "Its rows"),
        _inserts("gxstats_cell", map(_cell_row, columns(forms).values())),
    )
    yield Statement(
        Bilingual("每种表样的勾稽关系", "The cross-checks of each form"),
        (_RELATION_TABLE,),
    )
    yield Statement(
        Bilingual("其内容", "Its rows"), _inserts("gxstats_relation", _relation_rows(forms))
    )
    yield Statement(
        Bilingual(
            "每份报告每条勾稽关系的两边；known 是空白当作 0 时左边减右边，"
            "can_fall、can_rise 是空白可否使其变小、变大",
            "Both sides of every cross-check of every report; known is left minus right with blanks taken "
            "for 0, can_fall and can_rise say whether a blank could lower or raise it",
        ),
        (_view("gxstats_sum", map(_sum, variants(forms))),),
    )
    yield Statement(
        Bilingual(
            "每份报告每条勾稽关系的结果：相符、不符，或因空白无法判断",
            "What comes of every cross-check of every report: held, violated, or undecided for a blank",
        ),
        (_result("gxstats_result", "gxstats_sum", "report_id, form"),),
    )
    yield Statement(
        Bilingual(
            "不符的勾稽关系，连同报告和两边的数；soft 只供提示",
            "The cross-checks that are violated, with the report and both sides; soft ones are hints",
        ),
        (_violated("gxstats_violated", "gxstats_result", "result.report_id"),),
    )
    yield Statement(
        Bilingual(
            "每份报告的结论，不计 soft", "The verdict on every report, soft ones not counted"
        ),
        (_VERDICT,),
    )
    yield Statement(
        Bilingual(
            "每份报告的机关：信用代码；没有代码的，同名（同区划）且只有一个代码的机关的代码，否则名称和区划",
            "The organ of each report: its credit code; without one, that of the one organ of its name and "
            "division that has a code, and else its name and division",
        ),
        (_ORGAN,),
    )
    yield Statement(
        Bilingual(
            "同一机关上一年度的报告；没有或不止一份的不在其中",
            "The report of the same organ for the year before; without one, or with several, there is no row",
        ),
        (_LAST_YEAR,),
    )
    yield Statement(
        Bilingual(
            "与上年报告之间的勾稽关系：两边和结果，含义同上",
            "The cross-checks with the report of the year before: both sides and outcomes, as above",
        ),
        (
            _view("gxstats_year_sum", (_year_sum(one, forms) for one in year_variants(forms))),
            _result("gxstats_year_result", "gxstats_year_sum", "report_id, previous_id, form"),
            _violated(
                "gxstats_year_violated",
                "gxstats_year_result",
                "result.report_id, result.previous_id",
            ),
        ),
    )


# --- the reports ----------------------------------------------------------------------------

_WIDTHS: Final = {
    "form": 20,
    "edition": 20,
    "organ_name": NAME_LENGTH,
    "organ_code": 18,
    "organ_division": 6,
    "organ_scope": 6,
}


def _report_table(forms: Forms) -> str:
    lines = ["report_id VARCHAR(200) NOT NULL PRIMARY KEY"]
    for name in IDENTITY:
        always = " NOT NULL" if name in {"form", "edition"} else ""
        kind = f"VARCHAR({_WIDTHS[name]})" if name in _WIDTHS else "INTEGER"
        lines.append(f"{name} {kind}{always}")
    lines += map(_cell_column, columns(forms).values())
    known = [f"(form = '{form.id}' AND edition = '{form.edition}')" for form in forms]
    lines.append(f"CHECK ({' OR '.join(known)})")
    lines += _facts_of_the_report()
    lines += _only_on_their_forms(forms)
    return "CREATE TABLE gxstats_report (\n  " + ",\n  ".join(lines) + "\n)"


def _facts_of_the_report() -> Iterator[str]:
    """What a report may say of its year and its organ, as :class:`~gxstats.Organ` has it."""
    least, largest = YEARS
    yield f"CHECK (year BETWEEN {least} AND {largest})"
    yield (
        f"CHECK (CHAR_LENGTH(organ_name) <= {NAME_LENGTH} "
        f"AND TRIM(REPLACE(organ_name, '\u3000', ' ')) <> '')"
    )
    # the weighted sum of a code with its check character is a multiple of 31
    values = [f"({_place('organ_code', place, ALPHABET)} - 1)" for place in range(18)]
    weights = [*(pow(3, place, 31) for place in range(17)), 1]
    weighted = " + ".join(f"{w} * {value}" for w, value in zip(weights, values, strict=True))
    yield f"CHECK ({_made_of('organ_code', [ALPHABET] * 18)} AND MOD({weighted}, 31) = 0)"
    yield f"CHECK ({_made_of('organ_division', ['123456789', *['0123456789'] * 5])})"
    yield f"CHECK (organ_scope IN ({', '.join(map(_quoted, SCOPES))}))"


def _made_of(column: str, alphabets: Sequence[str]) -> str:
    """That a text has a character of each alphabet and no others, without regular expressions.

    Databases do not agree on those.
    """
    places = (f"{_place(column, *one)} > 0" for one in enumerate(alphabets))
    return " AND ".join([f"CHAR_LENGTH({column}) = {len(alphabets)}", *places])


def _place(column: str, place: int, alphabet: str) -> str:
    return f"POSITION(SUBSTRING({column}, {place + 1}, 1) IN '{alphabet}')"


def _cell_column(column: Column) -> str:
    if column.kind is Kind.AMOUNT:
        return (
            f"{column.name} DECIMAL({12 + AMOUNT_DECIMALS}, {AMOUNT_DECIMALS}) "
            f"CHECK ({column.name} >= 0)"
        )
    least, largest = BOUNDS[column.kind]
    return f"{column.name} BIGINT CHECK ({column.name} BETWEEN {least} AND {largest})"


def _only_on_their_forms(forms: Forms) -> Iterator[str]:
    """That a cell is blank where the form does not have it."""
    by_forms: dict[tuple[str, ...], list[str]] = {}
    for column in columns(forms).values():
        by_forms.setdefault(column.forms, []).append(column.name)
    for having, names in by_forms.items():
        if len(having) < len(forms):
            yield f"CHECK ({_on(having)} OR COALESCE({', '.join(names)}) IS NULL)"


def _on(forms: Sequence[str]) -> str:
    return f"form IN ({', '.join(map(_quoted, forms))})"


# --- what describes the form ----------------------------------------------------------------

_CELL_TABLE: Final = f"""\
CREATE TABLE gxstats_cell (
  cell_column VARCHAR({LONGEST}) NOT NULL PRIMARY KEY,
  address VARCHAR(100) NOT NULL,
  kind VARCHAR(6) NOT NULL,
  name_zh TEXT NOT NULL,
  name_en TEXT NOT NULL
)"""
_RELATION_TABLE: Final = """\
CREATE TABLE gxstats_relation (
  form VARCHAR(20) NOT NULL,
  relation VARCHAR(100) NOT NULL,
  strength VARCHAR(10) NOT NULL,
  text_zh TEXT NOT NULL,
  text_en TEXT NOT NULL,
  UNIQUE (form, relation)
)"""


def _cell_row(column: Column) -> tuple[str, ...]:
    names = (column.cell.name(language) for language in LANGUAGES)
    return column.name, column.address, column.kind.value, *names


def _relation_rows(forms: Forms) -> Iterator[tuple[str, ...]]:
    for form in newest_first(forms):
        for relation in (*rulebook(form), *year_links(form, form)):
            text = relation.text(form)
            yield form.id, relation.id, relation.strength.value, text.zh, text.en


def _inserts(table: str, rows: Iterable[tuple[str, ...]]) -> tuple[str, ...]:
    """A statement for each row, so that every one is a line."""
    return tuple(
        f"INSERT INTO {table} VALUES ({', '.join(map(_quoted, row))})"  # noqa: S608 - quoted
        for row in rows
    )


def _quoted(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"


# --- the relations --------------------------------------------------------------------------


def _view(name: str, selections: Iterable[str]) -> str:
    return f"CREATE VIEW {name} AS\n" + "\nUNION ALL\n".join(selections)


def _sum(variant: Variant) -> str:
    return (
        f"SELECT report_id, form, {_sides(variant.relation, _column)}\n"
        f"FROM gxstats_report WHERE {_on(variant.forms)}"
    )


def _year_sum(variant: Variant, forms: Forms) -> str:
    """The same of a relation to last year's report, on every form that has its cells."""
    addresses = variant.relation.addresses
    before = {one.removeprefix(PREVIOUS) for one in addresses if one.startswith(PREVIOUS)}
    having = [form.id for form in forms if before <= form.index.keys()]
    return (
        f"SELECT tie.report_id, tie.previous_id, report.form, {_sides(variant.relation, _tied)}\n"
        "FROM gxstats_last_year AS tie\n"
        "JOIN gxstats_report AS report ON report.report_id = tie.report_id\n"
        "JOIN gxstats_report AS previous ON previous.report_id = tie.previous_id\n"
        f"WHERE report.{_on(variant.forms)} AND previous.{_on(having)}"
    )


def _sides(relation: Relation, column: Callable[[Term], str]) -> str:
    """What is selected of a relation, with its cells in these columns."""

    def filled(term: Term) -> str:
        return f"COALESCE({column(term)}, 0)"

    def blank(terms: Sequence[Term]) -> str:
        conditions = (f"{column(term)} IS NULL" for term in terms)
        return f"({' OR '.join(conditions) or 'FALSE'})"

    return (
        f"{_quoted(relation.id)} AS relation, {_quoted(relation.strength.value)} AS strength, "
        f"{_quoted(relation.comparison.value)} AS comparison,\n"
        f"  {_side(relation.left, column)} AS left_side,\n"
        f"  {_side(relation.right, column)} AS right_side,\n"
        f"  {_side(relation.terms, filled)} AS known,\n"
        f"  {blank(lowering(relation.terms))} AS can_fall,\n"
        f"  {blank(raising(relation.terms))} AS can_rise"
    )


def _side(terms: Sequence[Term], value: Callable[[Term], str]) -> str:
    written = "0" if not terms or terms[0].coefficient < 0 else ""
    for term in terms:
        size = abs(term.coefficient)
        factor = f"{size} * " if size != 1 else ""
        sign = " - " if term.coefficient < 0 else " + " if written else ""
        written += f"{sign}{factor}{value(term)}"
    return written


def _column(term: Term) -> str:
    return column_name(term.address)


def _tied(term: Term) -> str:
    own = term.address.removeprefix(PREVIOUS)
    return f"{'report' if own == term.address else 'previous'}.{column_name(own)}"


_HELD, _WRONG, _OPEN = (
    _quoted(outcome.value) for outcome in (Outcome.HELD, Outcome.VIOLATED, Outcome.UNDECIDED)
)
_SOFT: Final = _quoted(Strength.SOFT.value)


def _result(name: str, sums: str, keys: str) -> str:
    return f"""\
CREATE VIEW {name} AS
SELECT {keys}, relation, strength,
  CASE
    WHEN known > 0 AND NOT can_fall THEN {_WRONG}
    WHEN known < 0 AND NOT can_rise AND comparison = '{Comparison.EQUAL.value}' THEN {_WRONG}
    WHEN can_fall OR can_rise THEN {_OPEN}
    ELSE {_HELD}
  END AS outcome,
  left_side, right_side, left_side - right_side AS residual
FROM {sums}"""  # noqa: S608 - of our own words alone


def _violated(name: str, results: str, keys: str) -> str:
    return f"""\
CREATE VIEW {name} AS
SELECT {keys}, report.organ_name, report.year, result.form, result.relation,
  result.strength, result.left_side, result.right_side, result.residual,
  described.text_zh, described.text_en
FROM {results} AS result
JOIN gxstats_report AS report ON report.report_id = result.report_id
JOIN gxstats_relation AS described
  ON described.form = result.form AND described.relation = result.relation
WHERE result.outcome = {_WRONG}"""  # noqa: S608


def _count(condition: str) -> str:
    return f"COUNT(CASE WHEN {condition} THEN 1 END)"


_BINDING: Final = f"strength <> {_SOFT}"
_VERDICT: Final = f"""\
CREATE VIEW gxstats_verdict AS
SELECT report_id,
  CASE
    WHEN violated > 0 THEN {_WRONG}
    WHEN undecided > 0 THEN {_OPEN}
    ELSE {_HELD}
  END AS verdict,
  violated, undecided, held, hints
FROM (
  SELECT report_id,
    {_count(f"outcome = {_WRONG} AND {_BINDING}")} AS violated,
    {_count(f"outcome = {_OPEN} AND {_BINDING}")} AS undecided,
    {_count(f"outcome = {_HELD} AND {_BINDING}")} AS held,
    {_count(f"outcome = {_WRONG} AND strength = {_SOFT}")} AS hints
  FROM gxstats_result
  GROUP BY report_id
) AS counted"""  # noqa: S608

# --- the report of the year before ----------------------------------------------------------

_ORGAN: Final = """\
CREATE VIEW gxstats_organ AS
SELECT report.report_id, report.year,
  COALESCE(
    report.organ_code,
    known.organ_code,
    CASE WHEN COALESCE(report.organ_name, report.organ_division) IS NOT NULL
      THEN COALESCE(report.organ_name, '') || '/' || COALESCE(report.organ_division, '') END
  ) AS organ
FROM gxstats_report AS report
LEFT JOIN (
  SELECT organ_name, organ_division, MAX(organ_code) AS organ_code
  FROM gxstats_report
  WHERE organ_code IS NOT NULL AND COALESCE(organ_name, organ_division) IS NOT NULL
  GROUP BY organ_name, organ_division
  HAVING COUNT(DISTINCT organ_code) = 1
) AS known
  ON COALESCE(known.organ_name, '') = COALESCE(report.organ_name, '')
  AND COALESCE(known.organ_division, '') = COALESCE(report.organ_division, '')"""
_LAST_YEAR: Final = """\
CREATE VIEW gxstats_last_year AS
SELECT report.report_id, MAX(previous.report_id) AS previous_id
FROM gxstats_organ AS report
JOIN gxstats_organ AS previous
  ON previous.organ = report.organ AND previous.year = report.year - 1
GROUP BY report.report_id
HAVING COUNT(*) = 1"""
