"""From JSON, or from plain Python values, to a report."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache
from typing import Any, Final

from ..report import Report
from . import compiled, strict
from .document import SMALL, JSONLimits, Source, parse_exactly, parse_plainly, text_of

__all__ = ["from_dict", "from_json"]

_LIMITS: Final = JSONLimits()


def from_json(source: Source, *, limits: JSONLimits = _LIMITS) -> Report:
    """The report in a JSON document: UTF-8 bytes, or text.

    Raises :class:`~gxstats.InvalidDocument`, which carries every problem of the document, each
    with its address; nothing is converted, completed or dropped to make a document fit.

    >>> from gxstats import InvalidDocument
    >>> try:
    ...     from_json(b'{"edition": "2021", "year": "2023"}')
    ... except InvalidDocument as error:
    ...     for problem in error.problems[:3]:
    ...         print(problem.code, problem.address)
    value.text /year
    key.missing /organ
    key.missing /disclosure
    """
    if type(source) is bytes and len(source) <= SMALL and len(source) <= limits.bytes:
        report = _fast_path()(source)
        if report is not None:
            return report
    text = text_of(source, limits)
    report = read_plainly(text)
    return strict.structure(parse_exactly(text, limits)) if report is None else report


def read_plainly(text: str) -> Report | None:
    """The report in a document, by Python's parser and compiled code; None if in doubt."""
    tree: Any = parse_plainly(text)
    report = _accepted(tree)
    if report is None:
        return None
    schema = tree.get(strict.SCHEMA_KEY)
    return report if compiled.no_member_twice(text, report, schema) else None


def from_dict(document: Mapping[str, Any]) -> Report:
    """The report in a document that has been parsed already.

    It is made of dictionaries, lists, ``int``, ``str``, ``None``, and ``Decimal`` (or ``int``) for
    amounts; a ``float`` is refused, since it is not exact. Raises :class:`~gxstats.InvalidDocument` as
    :func:`from_json` does.
    """
    report = _accepted(document)
    return strict.structure(document) if report is None else report


def _accepted(tree: object) -> Report | None:
    try:
        return compiled.report_of(tree)
    except (compiled.Doubt, LookupError, TypeError, ValueError):
        return None


@cache
def _fast_path() -> Callable[[bytes], Report | None]:
    try:
        from .fast import report_of
    except ImportError:
        return _no_fast_path
    return report_of


def _no_fast_path(data: bytes) -> None:  # noqa: ARG001 - stands in for one that reads them
    return None
