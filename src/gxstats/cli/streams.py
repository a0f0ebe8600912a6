"""Files in and out: bytes, standard streams, and names that no encoding can hold."""

from __future__ import annotations

import io
import json
import os
import stat
import sys
from pathlib import Path
from types import TracebackType
from typing import Any, Final, Self, TextIO

import attrs

from ..errors import GxstatsError
from ..text import Bilingual, Language
from . import texts

__all__ = [
    "STANDARD",
    "FileTrouble",
    "JSONArray",
    "contents",
    "deliver",
    "printable",
    "speak_utf8",
    "trouble_of",
]

STANDARD: Final = "-"
"""Names standard input, or standard output."""


@attrs.define(eq=True, unsafe_hash=True, slots=False, auto_exc=False)
class FileTrouble(GxstatsError):
    """A file that cannot be opened, read or written."""

    meaning: Bilingual

    def explain(self, language: Language = "zh") -> str:
        """What went wrong, in the language asked for."""
        return self.meaning[language]


def speak_utf8(*streams: TextIO) -> None:
    """Make text streams UTF-8 whatever the locale, and never fail on a character.

    An encoding that the user set in ``PYTHONIOENCODING`` is kept.
    """
    for stream in streams:
        if not isinstance(stream, io.TextIOWrapper):
            continue  # something stands in for it, such as a test's buffer
        if os.environ.get("PYTHONIOENCODING"):
            stream.reconfigure(errors="backslashreplace")
        else:
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def printable(name: str) -> str:
    """A file name with what cannot be printed replaced."""
    return name.encode("utf-8", "surrogateescape").decode("utf-8", "replace")


def contents(name: str, most: int) -> bytes:
    """The bytes of a file, or of standard input for ``-``.

    At most one more than ``most`` is read, so that a file without end is refused as too large
    and not read for ever.

    Raises :class:`FileTrouble`.
    """
    try:
        if name == STANDARD:
            return sys.stdin.buffer.read(most + 1)
        with Path(name).open("rb") as stream:
            if stat.S_ISDIR(os.fstat(stream.fileno()).st_mode):  # pragma: no cover - Windows
                raise IsADirectoryError
            return stream.read(most + 1)
    except OSError as error:
        raise trouble_of(name, error) from error
    except ValueError as error:  # a NUL in the name
        raise FileTrouble(texts.NO_SUCH_FILE) from error


def trouble_of(name: str, error: OSError, *, folder: bool = False) -> FileTrouble:
    """What the system says of a file, or of a folder that was to be listed, in both languages."""
    return FileTrouble(_meaning(name, error, folder=folder))


def _meaning(name: str, error: OSError, *, folder: bool) -> Bilingual:
    if not folder and (isinstance(error, IsADirectoryError) or Path(name).is_dir()):
        return texts.IS_DIRECTORY
    if isinstance(error, FileNotFoundError):
        return texts.NO_SUCH_FILE
    if isinstance(error, PermissionError):
        return texts.NO_PERMISSION
    return texts.CANNOT_OPEN.format(reason=error.strerror or type(error).__name__)


def deliver(data: bytes, name: str) -> None:
    """Write bytes to a file, or to standard output for ``-``.

    Raises :class:`FileTrouble`.
    """
    if name == STANDARD:
        sys.stdout.flush()
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()
        return
    try:
        Path(name).write_bytes(data)
    except OSError as error:
        raise FileTrouble(
            texts.CANNOT_WRITE.format(
                name=printable(name), reason=error.strerror or type(error).__name__
            )
        ) from error


class JSONArray:
    """A JSON array on standard output, written one item after the other, as they come.

    It is ended in any case, so that what stands there is JSON even if the work was broken off.
    """

    def __init__(self) -> None:
        self._count = 0

    def __enter__(self) -> Self:
        return self

    def add(self, item: dict[str, Any]) -> None:
        """One more item."""
        lines = json.dumps(item, ensure_ascii=False, indent=1).replace("\n", "\n ")
        self._count += 1
        deliver(f"{'[' if self._count == 1 else ','}\n {lines}".encode(), STANDARD)

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        if not isinstance(error, OSError):  # else nobody reads any more
            deliver(b"\n]\n" if self._count else b"[]\n", STANDARD)
