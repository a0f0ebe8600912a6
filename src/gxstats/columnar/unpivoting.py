"""A frame made long: the one step in which engines need their own words."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from .extras import needed

__all__ = ["unpivoted"]


def unpivoted(frame: Any, keys: Sequence[str], variable: str, value: str) -> Any:
    """A narwhals frame with a row for each row and each column that is no key.

    The name of the column stands in ``variable`` and what it held in ``value``, null or not.
    """
    nw = needed("narwhals")
    columns = [name for name in frame.collect_schema() if name not in keys]
    if frame.implementation.is_spark_like():  # narwhals gives it the names unquoted
        native = frame.to_native()
        kept, turned = ([_quoted(name, "`") for name in names] for names in (keys, columns))
        return nw.from_native(native.unpivot(kept, turned, variable, value))
    if frame.implementation is not nw.Implementation.DUCKDB:
        return frame.unpivot(columns, index=list(keys), variable_name=variable, value_name=value)
    # narwhals asks DuckDB's default connection, which does not see the relations of another.
    index, listed = (", ".join(map(_quoted, names)) for names in (keys, columns))
    query = (
        f"SELECT {index + ', ' if keys else ''}{_quoted(variable)}, {_quoted(value)} "  # noqa: S608 - quoted
        f"FROM (FROM unturned UNPIVOT INCLUDE NULLS "
        f"({_quoted(value)} FOR {_quoted(variable)} IN ({listed})))"
    )
    return nw.from_native(frame.to_native().query("unturned", query))


def _quoted(name: str, mark: str = '"') -> str:
    doubled = name.replace(mark, mark * 2)
    return f"{mark}{doubled}{mark}"
