"""Files that are written: whole or as they were, and never one that is read.

Everything in gxstats that writes a file does it through :class:`WholeFile`, and everything that
must not write to a file that it reads asks :func:`identity` or :func:`is_within`.
"""

from __future__ import annotations

import errno
import os
import stat
import zlib
from collections.abc import Hashable
from contextlib import suppress
from types import TracebackType
from typing import BinaryIO, Final, Self

try:
    import fcntl
except ImportError:  # pragma: no cover - Windows, where nothing can remove a file that is open
    fcntl = None  # type: ignore[assignment]

__all__ = ["WholeFile", "identity", "is_within", "settle"]

_MADE: Final = ".made"
"""Ends the name of a file that is being written."""
_STANDARD_STREAMS: Final = (1, 2)
"""The descriptors of standard output and standard error."""


def identity(path: str | os.PathLike[str] | int) -> Hashable:
    """What two names of one file have in common: links, hard links, letters in another case.

    ``path`` is a name or an open descriptor. A name without a file is its real path. Pipes and
    devices, which may be read and written at once, are told apart always.
    """
    try:
        status = os.stat(path)  # noqa: PTH116 - a descriptor too
    except (OSError, ValueError):
        if isinstance(path, int):
            return object()
        with suppress(OSError, ValueError):
            return os.path.normcase(os.path.realpath(path))
        return object()
    if not (stat.S_ISREG(status.st_mode) or stat.S_ISDIR(status.st_mode)):
        return object()
    if not status.st_ino:  # pragma: no cover - file systems without such numbers
        return os.path.normcase(os.path.realpath(path)) if not isinstance(path, int) else object()
    return (status.st_dev, status.st_ino)


def is_within(path: str | os.PathLike[str], folder: str | os.PathLike[str]) -> bool:
    """Whether a path is a folder or stands below it, whatever links and names lead there."""
    wanted = identity(folder)
    place = os.path.realpath(path)
    while True:
        if identity(place) == wanted:
            return True
        above = os.path.dirname(place)  # noqa: PTH120 - names stay texts
        if above == place:
            return False
        place = above


class WholeFile:
    """A file that is being written, and takes its place when it is whole.

    It is made beside its place, under a hidden name, and renamed once it is on the disk. Until
    then, and if the work is broken off in any way, what stood there stands as it was. A link is
    written through, the mode is kept, and a file without permission to write is left alone.
    Devices, pipes and what standard output leads to are written straight.

    Raises :class:`OSError`, or :class:`ValueError` for what is no name.
    """

    def __init__(self, name: str | os.PathLike[str]) -> None:
        self._target = os.path.realpath(name)
        self._made: str | None = None
        self._held: int | None = None
        """Keeps the lock on what is made until it is in its place."""
        self.stream = self._opened(os.fspath(name))
        """Where it is written to until it is settled."""

    def _opened(self, name: str) -> BinaryIO:
        try:
            status = os.stat(name)  # noqa: PTH116 - names stay texts
        except FileNotFoundError:
            status = None
            if not name:
                raise
            if name.endswith((os.sep, os.altsep or os.sep)):
                raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), name) from None
        if status is not None:
            if stat.S_ISDIR(status.st_mode):
                raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), name)
            for descriptor in _STANDARD_STREAMS:
                if _is_open(descriptor, status):
                    return open(os.dup(descriptor), "wb")  # noqa: PTH123 - no path
            if not stat.S_ISREG(status.st_mode):
                return open(name, "wb")  # noqa: PTH123 - closed by settle and discard
            if not os.access(self._target, os.W_OK):
                raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), name)
        return self._beside(status)

    def _beside(self, status: os.stat_result | None) -> BinaryIO:
        """A new file beside the target, with its mode and, as far as may be, its owner."""
        mode = 0o666 if status is None else stat.S_IMODE(status.st_mode)
        made, descriptor = _created_beside(self._target, mode)
        self._made = made
        self._held = os.dup(descriptor) if fcntl is not None else None
        if status is not None:
            with suppress(OSError, AttributeError):
                os.chown(made, status.st_uid, status.st_gid)
            with suppress(OSError):
                os.chmod(made, mode)  # noqa: PTH101 - the umask does not count for what was there
        return open(descriptor, "wb")  # noqa: PTH123 - no path

    def write(self, data: bytes) -> None:
        """Write bytes after those that were written before."""
        self.stream.write(data)

    def settle(self) -> None:
        """Put the file in its place, now that it is whole."""
        try:
            if self._made is not None:
                self.stream.flush()
                os.fsync(self.stream.fileno())
            self.stream.close()
            if self._made is not None:
                _put(self._made, self._target)
                self._made = None
        finally:
            self.discard()

    def discard(self) -> None:
        """Leave everything as it was."""
        with suppress(OSError):
            self.stream.close()
        if self._made is not None:
            with suppress(OSError):
                os.unlink(self._made)  # noqa: PTH108 - names stay texts
            self._made = None
        if self._held is not None:
            os.close(self._held)
            self._held = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        if error is None:
            self.settle()
        else:
            self.discard()


def _created_beside(target: str, mode: int) -> tuple[str, int]:
    """A new hidden file beside the target, and its descriptor.

    Its name is always the same for a target, so that what a killed run left is found and removed;
    another one while that is being written.
    """
    folder, name = os.path.split(target)
    # Short, because the target's own name may be as long as a name can be.
    own = f".gxstats-{zlib.crc32(os.fsencode(name)):08x}"
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
    made = os.path.join(folder, f"{own}{_MADE}")  # noqa: PTH118 - names stay texts
    _remove_left(made)
    with suppress(FileExistsError):
        descriptor = os.open(made, flags, mode)
        if _lock(descriptor, made):
            return made, descriptor
        os.close(descriptor)
    made = os.path.join(folder, f"{own}-{os.urandom(8).hex()}{_MADE}")  # noqa: PTH118
    return made, os.open(made, flags, mode)


def _remove_left(made: str) -> None:
    """Remove what a killed run left; whoever writes holds a lock on it."""
    if fcntl is None:  # pragma: no cover - Windows
        return
    with suppress(OSError):
        descriptor = os.open(made, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK)
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
            if os.path.samestat(os.fstat(descriptor), os.lstat(made)):
                os.unlink(made)  # noqa: PTH108 - names stay texts
        finally:
            os.close(descriptor)


def _lock(descriptor: int, made: str) -> bool:
    """Lock a file just created; False if another run took it for one that was left."""
    if fcntl is None:  # pragma: no cover - Windows
        return True
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    except OSError:  # a file system without locks: there nobody can take it
        return True
    try:
        return os.path.samestat(os.fstat(descriptor), os.lstat(made))
    except OSError:
        return False


def _is_open(descriptor: int, status: os.stat_result) -> bool:
    """Whether a file is what a descriptor of this process leads to."""
    try:
        return os.path.samestat(os.fstat(descriptor), status)
    except OSError:
        return False


def settle(made: str | os.PathLike[str], path: str | os.PathLike[str]) -> None:
    """Put a file that was made beside another in its place, once it is on the disk."""
    with open(made, "rb+") as stream:  # noqa: PTH123 - names stay texts
        os.fsync(stream.fileno())
    _put(made, path)


def _put(made: str | os.PathLike[str], path: str | os.PathLike[str]) -> None:
    """Rename a file, and have the name on the disk too where folders can be opened for that."""
    os.replace(made, path)  # noqa: PTH105 - tests stop here
    with suppress(OSError):
        folder = os.path.dirname(os.path.abspath(path))  # noqa: PTH100, PTH120
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
