"""The libraries that columns need, imported when they are first needed."""

from __future__ import annotations

from typing import Any, Final

from .. import lazy
from ..text import Bilingual

__all__ = ["needed"]

_PURPOSE: Final = Bilingual("按列处理报告", "Working on columns of reports")


def needed(package: str, extra: str = "columnar") -> Any:
    """A library that comes with an extra.

    Raises :class:`~gxstats.MissingExtra` where it is not installed.
    """
    return lazy.needed(package, _PURPOSE, extra)
