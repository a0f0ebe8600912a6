"""Files in and out: bytes, standard streams, and names that no encoding can hold."""

from __future__ import annotations

import io
import json
import os
import stat
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import Any, Self, TextIO

import attrs

from ..errors import GxstatsError
from ..text import Bilingual, Language
from ..verdicts.failures import FileFailure, failure_of
from ..verdicts.names import STANDARD, printable
from . import texts

__all__ = [
    "STANDARD",
    "FileTrouble",
    "JSONArray",
    "TextOutput",
    "contents",
    "deliver",
    "opened",
    "printable",
    "speak_utf8",
    "trouble_of",
]


@attrs.define(eq=True, unsafe_hash=True, slots=False, auto_exc=False)
class FileTrouble(GxstatsError):
    """A file that cannot be opened, read or written."""

    meaning: Bilingual
    code: str = "file.system"
    """One of :data:`~gxstats.verdicts.failures.FILE_CODES`."""

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
        raise _told(FileFailure("file.missing")) from error


def trouble_of(name: str, error: OSError, *, folder: bool = False) -> FileTrouble:
    """What the system says of a file, or of a folder that was to be listed, in both languages."""
    if not folder and (isinstance(error, IsADirectoryError) or Path(name).is_dir()):
        error = IsADirectoryError()
    return _told(failure_of(error))


def _told(failure: FileFailure) -> FileTrouble:
    return FileTrouble(Bilingual(failure.explain("zh"), failure.explain("en")), failure.code)


def deliver(data: bytes, name: str) -> None:
    """Write bytes to a file, or to standard output for ``-``.

    Raises :class:`FileTrouble`.
    """
    if name == STANDARD:
        sys.stdout.flush()
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()
        return
    with _writing(name):
        Path(name).write_bytes(data)


@contextmanager
def opened(name: str) -> Iterator[Callable[[bytes], object]]:
    """What takes the bytes of a file, or of standard output for ``-``, as they come.

    Raises :class:`FileTrouble`.
    """
    if name == STANDARD:
        yield _to_standard_output
        return
    with _writing(name):
        stream = Path(name).open("wb")  # noqa: SIM115 - what is done in between fails as itself

    def write(data: bytes) -> None:
        with _writing(name):
            stream.write(data)

    try:
        yield write
    finally:
        with _writing(name):
            stream.close()


@contextmanager
def _writing(name: str) -> Iterator[None]:
    """Tells what the system says of a file that is written to."""
    try:
        yield
    except (OSError, ValueError) as error:  # a NUL in the name
        reason = getattr(error, "strerror", None) or type(error).__name__
        raise FileTrouble(
            texts.CANNOT_WRITE.format(name=printable(name), reason=reason)
        ) from error


class TextOutput(io.TextIOBase):
    """Text that is written on as UTF-8."""

    def __init__(self, write: Callable[[bytes], object]) -> None:
        self._write = write

    def write(self, text: str) -> int:
        """Write it on; what UTF-8 cannot hold is escaped."""
        self._write(text.encode("utf-8", "backslashreplace"))
        return len(text)


def _to_standard_output(data: bytes) -> None:
    deliver(data, STANDARD)


class JSONArray:
    """A JSON array, on standard output unless told otherwise, item after item as they come.

    It is ended in any case, so that what stands there is JSON even if the work was broken off.
    """

    def __init__(self, write: Callable[[bytes], object] = _to_standard_output) -> None:
        self._write = write
        self._count = 0

    def __enter__(self) -> Self:
        return self

    def add(self, item: dict[str, Any]) -> None:
        """One more item."""
        lines = json.dumps(item, ensure_ascii=False, indent=1).replace("\n", "\n ")
        self._count += 1
        self._write(f"{'[' if self._count == 1 else ','}\n {lines}".encode())

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        if not isinstance(error, OSError):  # else nobody reads any more
            self._write(b"\n]\n" if self._count else b"[]\n")
