"""The libraries that columns need, imported when they are first needed."""

from __future__ import annotations

from importlib import import_module
from typing import Any, Final

from ..errors import MissingExtra
from ..text import Bilingual

__all__ = ["needed"]

_PURPOSE: Final = Bilingual("按列处理报告", "Working on columns of reports")


def needed(package: str, extra: str = "columnar") -> Any:
    """A library that comes with an extra.

    Raises :class:`~gxstats.MissingExtra` where it is not installed.
    """
    try:
        return import_module(package)
    except ModuleNotFoundError as error:
        if error.name is None or error.name.split(".")[0] != package.split(".", maxsplit=1)[0]:
            raise  # it is there, but something that it needs itself is not
        raise MissingExtra(_PURPOSE, package.split(".", maxsplit=1)[0], extra) from error
