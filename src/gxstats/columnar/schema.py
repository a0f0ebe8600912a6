"""The Arrow schema of a corpus, made of the names and kinds of its columns."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Protocol

from ..cells import AMOUNT_DECIMALS, Kind
from ..lazy import computed_once
from .evolution import corpus_metadata
from .extras import needed
from .names import IDENTITY, NARRATIVE, REMARK, cell_kinds

if TYPE_CHECKING:
    import pyarrow as pa  # type: ignore[import-untyped,unused-ignore]

__all__ = ["ArrowStream", "arrow_schema", "exact"]


class ArrowStream(Protocol):
    """Anything that gives its rows away through the Arrow PyCapsule interface.

    Frames of polars, pandas and pyarrow do, and so do relations of DuckDB.
    """

    def __arrow_c_stream__(self, requested_schema: object | None = None) -> object:
        """A PyCapsule with an ArrowArrayStream."""
        ...


def exact() -> pa.DataType:
    """The type of an amount in 万元: 12 digits before the point and 8 after it."""
    return needed("pyarrow").decimal128(12 + AMOUNT_DECIMALS, AMOUNT_DECIMALS)


@computed_once
def arrow_schema() -> pa.Schema:
    """The schema of a corpus in the wide layout: a row a report, a column a cell.

    Counts and changes are ``int64``, amounts ``decimal128(20, 8)``, in 万元. A column named by
    an address holds that cell of whatever form has it; null is a blank cell, or a cell that the
    row's ``form`` does not have. The metadata holds the version of the layout, and the forms that
    are known, each with its package.

    >>> arrow_schema().field("/disclosure/administrative_fees/amount").type
    Decimal128Type(decimal128(20, 8))
    >>> sorted(arrow_schema().metadata)
    [b'gxstats.columns', b'gxstats.forms']

    Raises :class:`~gxstats.MissingExtra` without pyarrow.
    """
    pa = needed("pyarrow")
    remark = pa.struct([pa.field(name, pa.string(), nullable=False) for name in REMARK])
    always = {"form", "edition"}
    fields: list[Any] = [
        pa.field(name, pa.int32() if name == "year" else pa.string(), nullable=name not in always)
        for name in IDENTITY
    ]
    kinds: Mapping[Kind, Any] = {
        Kind.COUNT: pa.int64(),
        Kind.CHANGE: pa.int64(),
        Kind.AMOUNT: exact(),
    }
    fields += [pa.field(address, kinds[kind]) for address, kind in cell_kinds().items()]
    fields += [pa.field(name, pa.string()) for name in NARRATIVE.values()]
    fields.append(pa.field("remarks", pa.list_(remark), nullable=False))
    return pa.schema(fields, metadata=corpus_metadata())
