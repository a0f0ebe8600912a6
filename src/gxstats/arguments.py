"""What is said of an argument that is not what a function takes: which call is meant."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any, NoReturn

from .cells import shown
from .errors import Problem, UnknownName, WrongArgument, suggest
from .text import Bilingual

if TYPE_CHECKING:
    from .report import Report

__all__ = ["each_report", "refuse_argument", "require_report", "require_several", "unknown_name"]

_LISTED = 8
"""Names that are given in full; of more of them only the nearest is."""


def refuse_argument(name: str, value: object, expected: Bilingual) -> NoReturn:
    """Raise the error that names an argument, what was given, and what is meant.

    Raises :class:`~gxstats.WrongArgument`.
    """
    kind = value.__name__ if isinstance(value, type) else type(value).__name__
    plain = value is None or isinstance(value, (str, bytes, int, float, os.PathLike))
    found = shown(value) if plain else kind
    raise WrongArgument(Problem("argument.type", name, found, expected))


def require_report(value: object, name: str = "report") -> None:
    """Refuse what is not a report, with the call that gives one."""
    from .report import Report

    if isinstance(value, Report):
        return
    zh, en = "一份报告（Report）", "a Report"
    if isinstance(value, type) and issubclass(value, Report):
        zh, en = f"{zh}，不是它的类", f"{en}, not its class"
    elif isinstance(getattr(value, "report", None), Report):
        zh, en = f"{zh}：请用它的 .report", f"{en}: use its .report"
    elif isinstance(value, (str, bytes, os.PathLike)):
        zh = f"{zh}：已发布的报告用 read(…).report 读取，JSON 用 from_json(…)"
        en = f"{en}: read(…).report reads a published one, from_json(…) JSON"
    elif isinstance(value, Mapping):
        zh, en = f"{zh}：请用 from_dict(…)", f"{en}: use from_dict(…)"
    elif isinstance(value, Iterable):
        zh, en = f"{zh}：多份报告请逐份处理", f"{en}: take several one by one"
    refuse_argument(name, value, Bilingual(zh, en))


def require_several(values: object, name: str = "reports") -> None:
    """Refuse what is not several reports, with the call that is meant."""
    from .report import Report

    zh, en = "多份报告（Report）", "several Reports"
    if isinstance(values, Report):
        refuse_argument(name, values, Bilingual(f"{zh}：一份也要写成 [{name}]", f"{en}: [{name}]"))
    if isinstance(values, (str, bytes, os.PathLike, Mapping)) or not isinstance(values, Iterable):
        refuse_argument(name, values, Bilingual(zh, en))


def each_report(values: Iterable[Any], name: str = "reports") -> Iterator[Report]:
    """The reports, one by one; what is none is refused by its place, counted from 0."""
    require_several(values, name)
    return _each(values, name)


def _each(values: Iterable[Any], name: str) -> Iterator[Report]:
    for place, report in enumerate(values):
        require_report(report, f"{name}[{place}]")
        yield report


def unknown_name(
    argument: str, name: object, known: Iterable[str], what: Bilingual
) -> UnknownName:
    """The error for a name that is none of those known, with the likely intention."""
    names = list(known)
    near = suggest(name, names) if isinstance(name, str) else None
    if len(names) > _LISTED:
        names = [near] if near else []
    zh, en = (f"：{'、'.join(names)}", f": {', '.join(names)}") if names else ("", "")
    expected = Bilingual(f"{what.zh}{zh}", f"{what.en}{en}")
    return UnknownName(Problem("name.unknown", argument, shown(name), expected))
