"""What is imported or computed when it is first asked for, and then kept."""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping
from functools import cache
from importlib import import_module
from typing import Any, ParamSpec, TypeVar, cast

from .errors import MissingExtra
from .text import Bilingual

__all__ = ["computed_once", "lazily", "needed"]

_P = ParamSpec("_P")
_R = TypeVar("_R")


def computed_once(function: Callable[_P, _R]) -> Callable[_P, _R]:
    """``functools.cache`` for public functions: a type checker sees the function's parameters."""
    return cast("Callable[_P, _R]", cache(function))


def lazily(
    package: str, modules: Mapping[str, str], before: Callable[[], object] | None = None
) -> tuple[Callable[[str], Any], Callable[[], list[str]]]:
    """The ``__getattr__`` and the ``__dir__`` of a package, by the modules that have its names.

    ``before`` is called before a module is imported: it can say what is missing.
    """
    names = sys.modules[package].__dict__

    def get(name: str) -> Any:
        module = modules.get(name)
        if module is None:
            raise AttributeError(f"module {package!r} has no attribute {name!r}")
        if before is not None:
            before()
        value = names[name] = getattr(import_module(module, package), name)
        return value

    return get, lambda: sorted({*names, *names["__all__"]})


def needed(package: str, purpose: Bilingual, extra: str) -> Any:
    """A library, or a module of it, that comes with an extra.

    Raises :class:`~gxstats.MissingExtra` where it is not installed.
    """
    library = package.split(".", maxsplit=1)[0]
    try:
        return import_module(package)
    except ModuleNotFoundError as error:
        if error.name is None or error.name.split(".")[0] != library:
            raise  # it is there, but something that it needs itself is not
        raise MissingExtra(purpose, library, extra) from error
