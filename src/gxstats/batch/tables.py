"""The tables that are written, as Arrow schemas, and rows made into them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, Final

from ..columnar import arrow_schema
from ..columnar.extras import needed
from ..lazy import computed_once
from .judging import FileRow, FoundRow

if TYPE_CHECKING:
    import pyarrow as pa  # type: ignore[import-untyped,unused-ignore]

__all__ = [
    "TABLES",
    "files_schema",
    "files_table",
    "findings_schema",
    "findings_table",
    "reports_schema",
    "reports_table",
]

TABLES: Final = ("reports", "findings", "files")
"""The tables, in the order in which the part of each is written: the last completes it."""

_NEVER_NULL: Final = frozenset({"file", "size", "modified", "status", "part", "kind", "id"})


@computed_once
def files_schema() -> pa.Schema:
    """The schema of the table ``files``: a row a source, or a row a report of a corpus.

    Raises :class:`~gxstats.MissingExtra` without pyarrow, as all here.
    """
    pa = needed("pyarrow")
    types = {
        "size": pa.int64(),
        "modified": pa.timestamp("ns", "UTC"),
        "year": pa.int32(),
    }
    return _schema((*FileRow._fields, "part"), {**types, "part": pa.int32()})


@computed_once
def findings_schema() -> pa.Schema:
    """The schema of the table ``findings``: a row for each thing found."""
    pa = needed("pyarrow")
    change = pa.struct([pa.field(name, pa.string()) for name in ("cell", "from", "to")])
    types = {
        "year": pa.int32(),
        **dict.fromkeys(("left", "right", "residual"), pa.int64()),
        "cells": pa.list_(pa.string()),
        "changes": pa.list_(change),
    }
    return _schema(FoundRow._fields, types)


@computed_once
def reports_schema() -> pa.Schema:
    """The schema of the table ``reports``: that of a corpus, with the file of each before it."""
    pa = needed("pyarrow")
    key = pa.field("file", pa.string(), nullable=False)
    return pa.schema([key, *arrow_schema()], metadata=arrow_schema().metadata)


def _schema(names: Sequence[str], types: dict[str, Any]) -> pa.Schema:
    pa = needed("pyarrow")
    text = pa.string()
    return pa.schema(
        [pa.field(name, types.get(name, text), nullable=name not in _NEVER_NULL) for name in names]
    )


def files_table(rows: Sequence[FileRow], part: int) -> pa.Table:
    """Rows of ``files``."""
    return _table([(*row, part) for row in rows], files_schema())


def findings_table(rows: Sequence[FoundRow]) -> pa.Table:
    """Rows of ``findings``."""
    return _table(rows, findings_schema())


def _table(rows: Sequence[tuple[Any, ...]], schema: pa.Schema) -> pa.Table:
    pa = needed("pyarrow")
    columns = zip(*rows, strict=True) if rows else ([] for _ in schema)
    arrays = [pa.array(column, field.type) for column, field in zip(columns, schema, strict=True)]
    return pa.Table.from_arrays(arrays, schema=schema)


def reports_table(rows: Sequence[tuple[Any, ...]]) -> pa.Table:
    """Rows of ``reports``."""
    return _table(rows, reports_schema())
