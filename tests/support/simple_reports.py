"""Reports that take a line to make."""

from __future__ import annotations

from gxstats import Organ, Report, form, to_json

__all__ = ["zeros", "zeros_document"]


def zeros(
    form_id: str = "2021", organ: str = "某局", year: int = 2023, **cells: int | None
) -> Report:
    """A report of zeros, on which everything holds, but for cells named by their addresses.

    >>> zeros(requests__received__total=3).requests.received.total
    3
    """
    used = form(form_id)
    report = used.report({c.address: 0 for c in used}, year=year, organ=Organ(name=organ))
    return report.replace({"/" + name.replace("__", "/"): value for name, value in cells.items()})


def zeros_document(**cells: int | None) -> bytes:
    """The same on the form of 2021, as a JSON document."""
    return to_json(zeros("2021", **cells))
