"""From JSON, or from plain Python values, to a report.

One decoder gives the values of a document, msgspec where it is installed and else Python's own,
and :mod:`gxstats.wire.compiled` judges them. Only what is refused there goes to
:mod:`gxstats.wire.strict`, which tells every reason.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache
from typing import Any, Final

from ..forms.report import Report
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
    decoded = with_msgspec()
    if decoded is not None:
        report = _through(decoded, source, limits)
        if report is not None:
            return report
    text = text_of(source, limits)
    report = read_plainly(text)
    return strict.structure(parse_exactly(text, limits)) if report is None else report


def _through(
    decoded: Callable[[bytes], Report | None], source: Source, limits: JSONLimits
) -> Report | None:
    if isinstance(source, str):
        if len(source) > SMALL:
            return None
        source = source.encode(errors="surrogatepass")
    if type(source) is bytes and len(source) <= min(SMALL, limits.bytes):
        return decoded(source)
    return None


def read_plainly(text: str) -> Report | None:
    """The report in a document, by Python's parser and compiled code; None if in doubt."""
    return _accepted(parse_plainly(text))


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
    except compiled.Doubt:
        return None


@cache
def with_msgspec() -> Callable[[bytes], Report | None] | None:
    """What reads a document through msgspec, if it is installed."""
    try:
        from .fast import report_of
    except ImportError:
        return None
    return report_of
