"""What a command writes to: none of the files that it reads, and none twice."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping
from typing import Final

import click

from ..outputs import identity
from . import texts
from .framework import Usage
from .printing import file_name
from .streams import STANDARD

__all__ = ["identity_of_output", "identity_of_source", "require_apart"]

_STDIN: Final = 0
_STDOUT: Final = 1


def identity_of_source(name: str) -> Hashable:
    """What a file that is read has in common with other names of it."""
    return identity(_STDIN if name == STANDARD else name)


def identity_of_output(name: str) -> Hashable:
    """What a file that is written to has in common with other names of it."""
    return identity(_STDOUT if name == STANDARD else name)


def require_apart(sources: Iterable[str | None], outputs: Mapping[str, str | None]) -> None:
    """Complain, before anything is read or written, of output that would go where it must not.

    ``outputs`` are names by option; standard output is one always. No source is overwritten,
    whatever it is called: by a link, by a hard link, in letters of another case, as standard
    input. No two outputs are one file.
    """
    context = click.get_current_context()
    read = {identity_of_source(name) for name in sources if name is not None}
    taken: dict[Hashable, str] = {}
    for option, name in outputs.items():
        if name is None:
            continue
        found = STANDARD if name == STANDARD else identity_of_output(name)
        if found in read:
            raise Usage(texts.OVERWRITES.format(name=file_name(name)), context)
        if found in taken:
            raise Usage(
                texts.ONE_OUTPUT.format(first=taken[found], second=option, name=file_name(name)),
                context,
            )
        taken[found] = option
    if identity_of_output(STANDARD) in read:
        raise Usage(texts.OVERWRITES.format(name=texts.STANDARD_OUTPUT), context)
