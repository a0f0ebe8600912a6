"""Parquet: a corpus in a file, with the version of its layout."""

from __future__ import annotations

from collections.abc import Sequence
from errno import ENOENT
from glob import glob
from pathlib import Path
from typing import TYPE_CHECKING, Final

from ..errors import Problem
from ..outputs import WholeFile
from ..text import Bilingual
from .corpus import completed, conforming, opened
from .evolution import VERSION_KEY, corpus_metadata, forms_in
from .extras import needed
from .invalid import InvalidColumns
from .names import SCHEMA_VERSION, cell_kinds
from .schema import arrow_schema

if TYPE_CHECKING:
    import pandas as pd  # type: ignore[import-untyped,unused-ignore]
    import polars as pl
    import pyarrow as pa  # type: ignore[import-untyped,unused-ignore]

    from .schema import ArrowStream

__all__ = ["read_pandas", "read_parquet", "scan_parquet", "write_parquet"]

ROW_GROUP: Final = 32_768
"""Reports in a row group: engines hold a few at a time, which with four times as many reports
takes nearly twice the memory and saves no time."""

_EXPECTED: Final = Bilingual(
    f"版本 {SCHEMA_VERSION}，由 gxstats.columnar.write_parquet 写成",
    f"version {SCHEMA_VERSION}, written by gxstats.columnar.write_parquet",
)


def write_parquet(corpus: ArrowStream, path: str | Path) -> None:
    """Write a corpus in the wide layout to a Parquet file.

    The corpus may be a stream that is larger than memory (:func:`stream`): one row group is held
    at a time. Its numbers are looked over on the way, and the version of the layout is put into
    the metadata of the file. Columns that are none of a corpus are left out. A file that is there
    is replaced when the new one is whole, and stays as it was if anything fails.

    >>> import tempfile
    >>> from gxstats import Organ, form
    >>> from gxstats.columnar import from_arrow, stream
    >>> report = form("2019").blank(year=2019, organ=Organ(name="某局"))
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     write_parquet(stream([report]), Path(folder) / "corpus.parquet")
    ...     back = list(from_arrow(read_parquet(Path(folder) / "corpus.parquet")))
    >>> back == [report]
    True

    Raises :class:`~gxstats.columnar.InvalidColumns` for a table that is not a corpus, and
    :class:`~gxstats.MissingExtra` without pyarrow.
    """
    concatenated = needed("pyarrow").concat_tables
    parquet = needed("pyarrow.parquet")
    batches = opened(corpus)
    with (
        WholeFile(path) as file,
        parquet.ParquetWriter(file.stream, arrow_schema(), compression="zstd") as writer,
    ):
        held: list[pa.Table] = []
        for table in conforming(batches):
            held.append(table)
            if sum(one.num_rows for one in held) >= ROW_GROUP:
                writer.write_table(concatenated(held), row_group_size=ROW_GROUP)
                held = []
        if held:
            writer.write_table(concatenated(held), row_group_size=ROW_GROUP)


def read_parquet(path: str | Path) -> pa.Table:
    """A corpus from Parquet files that :func:`write_parquet` wrote, as one Arrow table.

    ``path`` is a file, a folder with such files, or a pattern as :mod:`glob` has it. Cells of forms
    that were not known where a file was written are blank.

    Raises :class:`~gxstats.columnar.InvalidColumns` for another file, one with another version of the
    layout, or one with columns of a form that is not known here, :class:`FileNotFoundError` where there is none, and
    :class:`~gxstats.MissingExtra` without pyarrow.
    """
    parquet = needed("pyarrow.parquet")
    tables = [completed(parquet.read_table(file)) for file in _files(path)]
    table: pa.Table = needed("pyarrow").concat_tables(tables, promote_options="default")
    return table.replace_schema_metadata({**table.schema.metadata, **corpus_metadata()})


def read_pandas(path: str | Path) -> pd.DataFrame:
    """A corpus in such files as a frame of pandas, whose columns are Arrow's: a blank is a blank.

    ``pandas.read_parquet`` by itself makes floats of every column with a blank.

    Takes and raises what :func:`read_parquet` does, and :class:`~gxstats.MissingExtra` without
    pandas.
    """
    types = needed("pandas", extra="").ArrowDtype
    frame: pd.DataFrame = read_parquet(path).to_pandas(types_mapper=types)
    return frame


def scan_parquet(path: str | Path) -> pl.LazyFrame:
    """A corpus in such files as a lazy frame of polars: read when, and as far as, it is needed.

    With ``collect(engine="streaming")`` what is computed from it may be larger than memory.

    Takes and raises what :func:`read_parquet` does, and :class:`~gxstats.MissingExtra` without
    polars.
    """
    needed("polars")
    return scan_files(_files(path))


def scan_files(files: Sequence[Path]) -> pl.LazyFrame:
    """What :func:`scan_parquet` gives, of files that are known to be there."""
    polars = needed("polars")
    names = [_schema_of(one).names for one in files]
    if all(one == names[0] and cell_kinds().keys() <= set(one) for one in names):
        frame: pl.LazyFrame = polars.scan_parquet(files, glob=False)
        return frame
    types = polars.from_arrow(arrow_schema().empty_table()).schema
    frames = [
        polars.scan_parquet(one, glob=False).with_columns(
            polars.lit(None, types[cell]).alias(cell) for cell in cell_kinds() if cell not in own
        )
        for one, own in zip(files, names, strict=True)
    ]
    whole: pl.LazyFrame = polars.concat(frames, how="diagonal")
    return whole


def _files(path: str | Path) -> list[Path]:
    """The files of a corpus, by name; every one is found to be of one."""
    if Path(path).is_dir():
        found = sorted(Path(path).glob("*.parquet"))
    elif Path(path).exists():
        found = [Path(path)]
    else:
        found = sorted(Path(name) for name in glob(str(path), recursive=True))  # noqa: PTH207 - may be absolute
    if not found:
        raise FileNotFoundError(ENOENT, "no Parquet file there", str(path))
    for one in found:
        _schema_of(one)
    return found


def _schema_of(path: Path) -> pa.Schema:
    """The schema of a file of this version of the layout, with the columns of forms that are known."""
    schema: pa.Schema = needed("pyarrow.parquet").read_schema(path)
    version = (schema.metadata or {}).get(VERSION_KEY, b"").decode()
    problems = [Problem("column.version", "", version, _EXPECTED)]
    if version == SCHEMA_VERSION:
        _, problems = forms_in(schema.names, cell_kinds(), schema.metadata)
    if problems:
        raise InvalidColumns(problems)
    return schema
