"""Corpora in Parquet files, judged by columns: no report becomes an object."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from ..columnar import findings, outcomes, scan_parquet
from ..columnar.extras import needed
from ..errors import GxstatsError
from ..forms.report import FORMS
from ..relations import rulebook
from ..text import LANGUAGES, Bilingual
from .failures import FileFailure
from .judging import FileRow, FoundRow, Source, Status, failed
from .tables import files_table, findings_table

if TYPE_CHECKING:
    import polars as pl

__all__ = ["judge_corpus"]

_KEY: Final = "file"
"""The column of a corpus by which its reports are known, where it has one."""
_SIDES: Final = Bilingual("；左边 {left}，右边 {right}", "; left side {left}, right side {right}")
_BLANK: Final = Bilingual("有空白", "with a blank")


def judge_corpus(sources: Iterator[Source], files: Path, found: Path, part: int) -> None:
    """Write the two tables for a corpus: a row a report, and a row for each thing found.

    Polars computes them as it reads, and needs no more memory for a larger corpus.
    """
    parquet = needed("pyarrow.parquet")
    # Polars reads ahead as many row groups as this says, however slowly they are used up.
    os.environ.setdefault("POLARS_ROW_GROUP_PREFETCH_SIZE", "1")
    for source in sources:
        try:
            corpus = scan_parquet(source.path)
            _findings(corpus, source).sink_parquet(found, compression="zstd")
            _files(corpus, source, part).sink_parquet(files, compression="zstd")
        except Exception as error:  # noqa: BLE001 - told as what it is; the rest is to be read
            known = isinstance(error, GxstatsError)
            failure = error if known else FileFailure("file.corpus", str(error)[:500])
            row = failed(source, failure).file  # type: ignore[arg-type]
            parquet.write_table(findings_table([]), found, compression="zstd")
            parquet.write_table(files_table([row], part), files, compression="zstd")


def _key(corpus: pl.LazyFrame) -> list[str]:
    return [_KEY] if _KEY in corpus.collect_schema() else []


def _findings(corpus: pl.LazyFrame, source: Source) -> pl.LazyFrame:
    polars = needed("polars")
    key = _key(corpus)
    keys = [*key, "organ_name", "organ_code", "year", "form"]
    found = findings(corpus, keys=keys).join(
        _relations().lazy(), on=["form", "relation"], how="left", maintain_order="left"
    )
    change = polars.Struct(dict.fromkeys(("cell", "from", "to"), polars.String))
    made: dict[str, Any] = {
        "report": polars.col(_KEY) if key else polars.lit(None, polars.String),
        "file": polars.lit(source.name),
        "kind": polars.lit("relation"),
        "id": polars.col("relation"),
        "whose": polars.lit(None, polars.String),
        "changes": polars.lit(None, polars.List(change)),
        **{f"message_{language}": _message(language) for language in LANGUAGES},
    }
    columns = [
        (made[name] if name in made else polars.col(name)).alias(name) for name in FoundRow._fields
    ]
    return found.select(columns)


def _relations() -> pl.DataFrame:
    """The cells and the sum in words of every relation on every form."""
    rows = [
        {
            "form": form.id,
            "relation": relation.id,
            "cells": list(dict.fromkeys(relation.addresses)),
            **{language: relation.text(form)[language] for language in LANGUAGES},
        }
        for form in FORMS.values()
        for relation in rulebook(form)
    ]
    frame: pl.DataFrame = needed("polars").DataFrame(rows)
    return frame


def _message(language: Any) -> Any:
    polars = needed("polars")
    sides = {
        name: polars.col(name).cast(polars.String).fill_null(_BLANK[language])
        for name in ("left", "right")
    }
    return polars.concat_str(
        polars.col(language), polars.format(_format(_SIDES[language]), *sides.values())
    )


def _format(text: str) -> str:
    return text.format(left="{}", right="{}")


def _files(corpus: pl.LazyFrame, source: Source, part: int) -> pl.LazyFrame:
    polars = needed("polars")
    key = _key(corpus)
    judged = outcomes(corpus, keys=[*key, "organ_name", "year", "edition", "form"])
    none = polars.lit(None, polars.String)
    made: dict[str, Any] = {
        "report": polars.col(_KEY) if key else none,
        "file": polars.lit(source.name),
        "size": polars.lit(source.size, polars.Int64),
        "modified": polars.lit(source.modified, polars.Int64).cast(polars.Datetime("ns", "UTC")),
        "status": polars.lit(Status.READ.value),
        "code": none,
        "message_zh": none,
        "message_en": none,
        "part": polars.lit(part, polars.Int32),
    }
    names = (*FileRow._fields, "part")
    return judged.select(
        [(made[name] if name in made else polars.col(name)).alias(name) for name in names]
    )
