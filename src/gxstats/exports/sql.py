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
from ..forms.report import FORMS, YEARS, newest_first
from ..forms.rules import Strength
from ..lazy import needed
from ..relations import Comparison, Outcome, Term, lowering, raising, rulebook
from ..text import LANGUAGES, Bilingual
from .columns import LONGEST, Column, columns
from .variants import Variant, variants

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


def script(dialect: Dialect) -> str:
    """All statements in a dialect, with what each is for.

    Raises :class:`~gxstats.MissingExtra` without sqlglot, which the dialect of DuckDB does not need.

    >>> print(script("duckdb").splitlines()[0])
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
    for statement in statements():
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


def statements() -> Iterator[Statement]:
    """The tables, what stands in those that describe the form, and the views."""
    yield Statement(
        Bilingual(
            "报告：每份一行，每格一列；空白为 NULL，不是 0",
            "The reports: a row a report, a column a cell; a blank is NULL and not 0",
        ),
        (_report_table(),),
    )
    yield Statement(
        Bilingual("各列是哪一格", "Which cell each column holds"),
        (_CELL_TABLE,),
    )
    yield Statement(
        Bilingual("其内容", "Its rows"),
        _inserts("gxstats_cell", map(_cell_row, columns().values())),
    )
    yield Statement(
        Bilingual("每种表样的勾稽关系", "The cross-checks of each form"),
        (_RELATION_TABLE,),
    )
    yield Statement(
        Bilingual("其内容", "Its rows"), _inserts("gxstats_relation", _relation_rows())
    )
    yield Statement(
        Bilingual(
            "每份报告每条勾稽关系的两边；known 是空白当作 0 时左边减右边，"
            "can_fall、can_rise 是空白可否使其变小、变大",
            "Both sides of every cross-check of every report; known is left minus right with blanks taken "
            "for 0, can_fall and can_rise say whether a blank could lower or raise it",
        ),
        ("CREATE VIEW gxstats_sum AS\n" + "\nUNION ALL\n".join(map(_sum, variants())),),
    )
    yield Statement(
        Bilingual(
            "每份报告每条勾稽关系的结果：相符、不符，或因空白无法判断",
            "What comes of every cross-check of every report: held, violated, or undecided for a blank",
        ),
        (_RESULT,),
    )
    yield Statement(
        Bilingual(
            "不符的勾稽关系，连同报告和两边的数；soft 只供提示",
            "The cross-checks that are violated, with the report and both sides; soft ones are hints",
        ),
        (_VIOLATED,),
    )
    yield Statement(
        Bilingual(
            "每份报告的结论，不计 soft", "The verdict on every report, soft ones not counted"
        ),
        (_VERDICT,),
    )


# --- the reports ----------------------------------------------------------------------------

_WIDTHS: Final = {
    "form": 20,
    "edition": 4,
    "organ_name": NAME_LENGTH,
    "organ_code": 18,
    "organ_division": 6,
    "organ_scope": 6,
}


def _report_table() -> str:
    lines = ["report_id VARCHAR(200) NOT NULL PRIMARY KEY"]
    for name in IDENTITY:
        always = " NOT NULL" if name in {"form", "edition"} else ""
        kind = f"VARCHAR({_WIDTHS[name]})" if name in _WIDTHS else "INTEGER"
        lines.append(f"{name} {kind}{always}")
    lines += map(_cell_column, columns().values())
    known = [f"(form = '{form.id}' AND edition = '{form.edition}')" for form in FORMS.values()]
    lines.append(f"CHECK ({' OR '.join(known)})")
    lines += _facts_of_the_report()
    lines += _only_on_their_forms()
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


def _only_on_their_forms() -> Iterator[str]:
    """That a cell is blank where the form does not have it."""
    by_forms: dict[tuple[str, ...], list[str]] = {}
    for column in columns().values():
        by_forms.setdefault(column.forms, []).append(column.name)
    for forms, names in by_forms.items():
        if forms != tuple(FORMS):
            yield f"CHECK ({_on(forms)} OR COALESCE({', '.join(names)}) IS NULL)"


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


def _relation_rows() -> Iterator[tuple[str, ...]]:
    for form in newest_first():
        for relation in rulebook(form):
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


def _sum(variant: Variant) -> str:
    relation = variant.relation
    return (
        f"SELECT report_id, form, {_quoted(relation.id)} AS relation, "
        f"{_quoted(relation.strength.value)} AS strength, "
        f"{_quoted(relation.comparison.value)} AS comparison,\n"
        f"  {_side(relation.left, _cell)} AS left_side,\n"
        f"  {_side(relation.right, _cell)} AS right_side,\n"
        f"  {_side(relation.terms, _filled)} AS known,\n"
        f"  {_blank(lowering(relation.terms))} AS can_fall,\n"
        f"  {_blank(raising(relation.terms))} AS can_rise\n"
        f"FROM gxstats_report WHERE {_on(variant.forms)}"
    )


def _side(terms: Sequence[Term], value: Callable[[str], str]) -> str:
    written = "0" if not terms or terms[0].coefficient < 0 else ""
    for term in terms:
        size = abs(term.coefficient)
        factor = f"{size} * " if size != 1 else ""
        sign = " - " if term.coefficient < 0 else " + " if written else ""
        written += f"{sign}{factor}{value(columns()[term.address].name)}"
    return written


def _cell(name: str) -> str:
    return name


def _filled(name: str) -> str:
    return f"COALESCE({name}, 0)"


def _blank(terms: Sequence[Term]) -> str:
    conditions = (f"{columns()[term.address].name} IS NULL" for term in terms)
    return f"({' OR '.join(conditions) or 'FALSE'})"


_HELD, _WRONG, _OPEN = (
    _quoted(outcome.value) for outcome in (Outcome.HELD, Outcome.VIOLATED, Outcome.UNDECIDED)
)
_SOFT: Final = _quoted(Strength.SOFT.value)

_RESULT: Final = f"""\
CREATE VIEW gxstats_result AS
SELECT report_id, form, relation, strength,
  CASE
    WHEN known > 0 AND NOT can_fall THEN {_WRONG}
    WHEN known < 0 AND NOT can_rise AND comparison = '{Comparison.EQUAL.value}' THEN {_WRONG}
    WHEN can_fall OR can_rise THEN {_OPEN}
    ELSE {_HELD}
  END AS outcome,
  left_side, right_side, left_side - right_side AS residual
FROM gxstats_sum"""  # noqa: S608 - of our own words alone

_VIOLATED: Final = f"""\
CREATE VIEW gxstats_violated AS
SELECT result.report_id, report.organ_name, report.year, result.form, result.relation,
  result.strength, result.left_side, result.right_side, result.residual,
  described.text_zh, described.text_en
FROM gxstats_result AS result
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
