"""What is raised, and what it carries."""

from __future__ import annotations

from typing import assert_type

from gxstats import (
    Bilingual,
    CellTypeError,
    CellValueError,
    GxstatsError,
    InvalidDocument,
    InvalidValue,
    MissingExtra,
    Problem,
    UnknownAddress,
    UnknownName,
    WrongArgument,
)
from gxstats.errors import suggest


def errors(expected: Bilingual) -> None:
    problem = Problem("value.type", "/year", "…", expected)
    assert_type(problem.message("en"), str)
    assert_type(CellTypeError(problem).problem, Problem)
    assert_type(CellValueError(problem).problem, Problem)
    assert_type(InvalidValue(problem).explain("zh"), str)
    assert_type(UnknownAddress(problem).problem, Problem)
    assert_type(UnknownName(problem).problem, Problem)
    assert_type(WrongArgument(problem).problem, Problem)
    assert_type(InvalidDocument([problem]).problems, tuple[Problem, ...])
    assert_type(MissingExtra(expected, "polars", "columnar").extra, str)
    assert_type(GxstatsError().explain("en"), str)
    assert_type(suggest("totl", ["total"]), str | None)

    Problem("value.type", "/year")  # E: call
    CellTypeError("…")  # E: argument
    CellValueError()  # E: call
    InvalidValue("…")  # E: argument
    UnknownAddress()  # E: call
    UnknownName("…")  # E: argument
    WrongArgument()  # E: call
    InvalidDocument(problem)  # E: argument
    MissingExtra(expected)  # E: call
    GxstatsError().explain("fr")  # E: argument
    suggest("totl")  # E: call
