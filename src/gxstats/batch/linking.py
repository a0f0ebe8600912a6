"""How each report of a batch ties to that of the same organ for the year before."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..columnar.extras import needed

if TYPE_CHECKING:
    from .output import Output

__all__ = ["linked"]

_KEYS = ("file",)


def linked(output: Output) -> dict[str, int]:
    """Write the ties that do not hold, and count the reports by what became of theirs.

    Organs are told apart as :func:`gxstats.columnar.year_outcomes` does it, and its verdicts are
    counted; a report that does not say its year or its organ is ``unknown``.
    """
    from ..columnar import year_findings, year_outcomes
    from ..columnar.files import scan_files

    parts = [output.path("reports", part) for part in output.parts()]
    known = [
        part for part in parts if needed("pyarrow.parquet").ParquetFile(part).metadata.num_rows
    ]
    if not known:
        output.years.unlink(missing_ok=True)
        return {}
    corpus: Any = scan_files(known)
    found = year_findings(corpus, keys=_KEYS).collect()
    output.write_years(found.to_arrow())
    counts = year_outcomes(corpus, keys=_KEYS).collect()["verdict"].value_counts()
    return {verdict or "unknown": count for verdict, count in sorted(counts.iter_rows(), key=str)}
