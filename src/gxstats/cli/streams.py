"""Files in and out: bytes, standard streams, and names that no encoding can hold."""

from __future__ import annotations

import errno
import io
import json
import os
import stat
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from types import TracebackType
from typing import Any, BinaryIO, Final, Self, TextIO

import attrs

from ..errors import GxstatsError
from ..outputs import WholeFile
from ..text import Bilingual, Language
from ..verdicts.failures import FileFailure, failure_of
from ..verdicts.names import STANDARD, escaped_json, no_command, one_line, printable
from . import texts

__all__ = [
    "BROKEN_PIPE",
    "STANDARD",
    "FileTrouble",
    "JSONArray",
    "JSONLines",
    "StandardError",
    "StandardOutput",
    "TextOutput",
    "complain",
    "contents",
    "deliver",
    "hold_standard_descriptors",
    "json_bytes",
    "opened",
    "printable",
    "say",
    "speak_utf8",
    "standard_input",
    "trouble_of",
]

BROKEN_PIPE: Final = 141
"""What a shell reports of a program whose reader went away (128 + SIGPIPE). It says nothing of
the report, so that it must not be 1."""


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


def standard_input() -> BinaryIO:
    """The bytes of standard input; raises :class:`OSError` where it is closed."""
    if sys.stdin is None:
        raise OSError(errno.EBADF, os.strerror(errno.EBADF))
    return sys.stdin.buffer


def contents(name: str, most: int) -> bytes:
    """The bytes of a file, or of standard input for ``-``.

    At most one more than ``most`` is read, so that a file without end is refused as too large
    and not read for ever.

    Raises :class:`FileTrouble`.
    """
    try:
        if name == STANDARD:
            return standard_input().read(most + 1)
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
    # Not pathlib, which fails on a name that is too long.
    if not folder and (isinstance(error, IsADirectoryError) or os.path.isdir(name)):  # noqa: PTH112
        error = IsADirectoryError()
    return _told(failure_of(error))


def _told(failure: FileFailure) -> FileTrouble:
    return FileTrouble(Bilingual(failure.explain("zh"), failure.explain("en")), failure.code)


def deliver(data: bytes, name: str) -> None:
    """Write bytes to a file, which is whole or as it was, or to standard output for ``-``.

    Raises :class:`FileTrouble`.
    """
    with opened(name) as write:
        write(data)


def json_bytes(text: str) -> bytes:
    """JSON text as UTF-8, with what a terminal would obey escaped."""
    return escaped_json(text).encode()


@contextmanager
def opened(name: str) -> Iterator[Callable[[bytes], object]]:
    """What takes the bytes of a file, or of standard output for ``-``, as they come.

    The file takes its place when the work is done; it stays as it was where that is broken off.

    Raises :class:`FileTrouble`.
    """
    if name == STANDARD:
        yield _to_standard_output
        return
    with _writing(name):
        file = WholeFile(name)

    def write(data: bytes) -> None:
        with _writing(name):
            file.write(data)

    try:
        yield write
    except BaseException:
        file.discard()
        raise
    with _writing(name):
        file.settle()


@contextmanager
def _writing(name: str) -> Iterator[None]:
    """Tells what the system says of a file that is written to."""
    try:
        yield
    except BrokenPipeError as error:
        raise SystemExit(BROKEN_PIPE) from error
    except (OSError, ValueError) as error:  # a NUL in the name
        shown = one_line(printable(name))
        raise _unwritten(Bilingual(shown, shown), error) from error


def _unwritten(name: Bilingual, error: OSError | ValueError) -> FileTrouble:
    reason = getattr(error, "strerror", None) or type(error).__name__
    return FileTrouble(texts.CANNOT_WRITE.format(name=name, reason=reason))


@contextmanager
def writing_standard_output() -> Iterator[TextIO]:
    """Standard output, to be written to.

    Raises :class:`FileTrouble` where it is closed or full, and :class:`SystemExit` where nobody
    reads it any more.
    """
    stream = sys.stdout
    try:
        if stream is None:
            raise OSError(errno.EBADF, os.strerror(errno.EBADF))  # noqa: TRY301
        yield stream
    except OSError as error:
        if stream is not None:
            _give_up(stream)
        if isinstance(error, BrokenPipeError):
            raise SystemExit(BROKEN_PIPE) from error
        raise _unwritten(texts.STANDARD_OUTPUT, error) from error


def _give_up(stream: TextIO) -> None:
    """Let what could not be written go, so that it is not tried again when the process ends."""
    with suppress(OSError, ValueError):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, stream.fileno())
        os.close(nowhere)


class StandardOutput(io.TextIOBase):
    """Standard output as text; its failures are those of :func:`writing_standard_output`."""

    def write(self, text: str) -> int:
        """Write it."""
        with writing_standard_output() as stream:
            return stream.write(text)

    def flush(self) -> None:
        """Have it written."""
        with writing_standard_output() as stream:
            stream.flush()

    def isatty(self) -> bool:
        """Whether a person reads it."""
        return sys.stdout is not None and sys.stdout.isatty()

    def fileno(self) -> int:
        """Its descriptor."""
        if sys.stdout is None:
            raise io.UnsupportedOperation
        return sys.stdout.fileno()

    @property
    def encoding(self) -> str:  # type: ignore[override]
        """As rich asks for it."""
        return getattr(sys.stdout, "encoding", None) or "utf-8"


class StandardError(StandardOutput):
    """Standard error as text; where it cannot be written to, nothing can be said of that."""

    def write(self, text: str) -> int:
        """Write it, if that is possible."""
        with self._writing() as stream:
            stream.write(text)
        return len(text)

    def flush(self) -> None:
        """Have it written, if that is possible."""
        with self._writing() as stream:
            stream.flush()

    @contextmanager
    def _writing(self) -> Iterator[TextIO]:
        stream = sys.stderr if sys.stderr is not None else io.StringIO()
        try:
            yield stream
        except OSError:
            _give_up(stream)

    def isatty(self) -> bool:
        """Whether a person reads it."""
        return sys.stderr is not None and sys.stderr.isatty()

    def fileno(self) -> int:
        """Its descriptor."""
        if sys.stderr is None:
            raise io.UnsupportedOperation
        return sys.stderr.fileno()

    @property
    def encoding(self) -> str:  # type: ignore[override]
        """As rich asks for it."""
        return getattr(sys.stderr, "encoding", None) or "utf-8"


def say(text: str) -> None:
    """Lines on standard output, such as a help text."""
    stream = StandardOutput()
    stream.write(text + "\n")
    stream.flush()


def complain(text: str) -> None:
    """Lines on standard error."""
    stream = StandardError()
    stream.write(no_command("\n".join(map(one_line, text.split("\n")))) + "\n")
    stream.flush()


def hold_standard_descriptors() -> None:
    """Have no file opened as a standard stream that this process was started without."""
    for descriptor in range(3):
        try:
            os.fstat(descriptor)
        except OSError:
            os.open(os.devnull, os.O_RDWR)  # takes the lowest that is free, which is this one


class TextOutput(io.TextIOBase):
    """Text that is written on as UTF-8."""

    def __init__(self, write: Callable[[bytes], object]) -> None:
        self._write = write

    def write(self, text: str) -> int:
        """Write it on; what UTF-8 cannot hold is escaped."""
        self._write(text.encode("utf-8", "backslashreplace"))
        return len(text)


def _to_standard_output(data: bytes) -> None:
    with writing_standard_output() as stream:
        stream.flush()
        stream.buffer.write(data)
        stream.buffer.flush()


class JSONLines:
    """A JSON value a line, on standard output unless told otherwise, as they come."""

    def __init__(self, write: Callable[[bytes], object] = _to_standard_output) -> None:
        self._write = write

    def __enter__(self) -> Self:
        return self

    def add(self, item: dict[str, Any]) -> None:
        """One more line."""
        self._write(json_bytes(json.dumps(item, ensure_ascii=False)) + b"\n")

    def __exit__(self, *_: object) -> None:
        """Nothing is left to be written."""


class JSONArray:
    """A JSON array, on standard output unless told otherwise, item after item as they come.

    It is ended in any case, so that what stands there is JSON even if the work was broken off.
    """

    def __init__(self, write: Callable[[bytes], object] = _to_standard_output) -> None:
        self._write = write
        self._count = 0
        self._failed = False
        """Nothing can be written any more."""

    def __enter__(self) -> Self:
        return self

    def add(self, item: dict[str, Any]) -> None:
        """One more item."""
        lines = json.dumps(item, ensure_ascii=False, indent=1).replace("\n", "\n ")
        self._count += 1
        self._put(json_bytes(f"{'[' if self._count == 1 else ','}\n {lines}"))

    def _put(self, data: bytes) -> None:
        try:
            self._write(data)
        except BaseException:
            self._failed = True
            raise

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        if not self._failed:
            self._write(b"\n]\n" if self._count else b"[]\n")
