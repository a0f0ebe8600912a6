"""What is said of an argument that is not what a function takes: which call is meant."""

from __future__ import annotations

import os
from collections.abc import Iterable
from typing import NoReturn

from .cells import shown
from .errors import Problem, UnknownName, WrongArgument, suggest
from .text import Bilingual

__all__ = ["refuse_argument", "unknown_name"]

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
