"""Names of files as they can be printed, and as they stand in what is written for programs."""

from __future__ import annotations

import posixpath
import unicodedata
from pathlib import PurePath
from typing import Final
from urllib.parse import quote

__all__ = ["STANDARD", "legible", "path_of", "printable", "uri_of"]

STANDARD: Final = "-"
"""Names standard input, or standard output."""
_STANDARD_INPUT: Final = "stdin"
_KEPT: Final = "\t\n"
_REPLACED: Final = "\N{REPLACEMENT CHARACTER}"
_NOT_SHOWN: Final = {"Cc", "Cs", "Zl", "Zp"}


def printable(name: str) -> str:
    r"""A file name with what no encoding can hold replaced.

    >>> printable("report.html"), printable("a\udcff")
    ('report.html', 'a�')
    """
    return _bytes_of(name).decode("utf-8", "replace")


def _bytes_of(name: str) -> bytes:
    try:
        return name.encode("utf-8", "surrogateescape")
    except UnicodeEncodeError:  # a name that no system gave
        return name.encode("utf-8", "surrogatepass")


def legible(text: str) -> str:
    r"""A text without what a terminal would obey, XML forbids or UTF-8 cannot hold.

    Line feeds and tabs are kept.

    >>> legible("a\x1b[2Jb\ud800\n")
    'a�[2Jb�\n'
    """
    if text.isascii() and text.isprintable():
        return text
    return "".join(
        _REPLACED
        if (unicodedata.category(sign) in _NOT_SHOWN and sign not in _KEPT)
        or sign in "\ufffe\uffff"
        else sign
        for sign in text.replace("\r\n", "\n")
    )


def _parts(path: PurePath, base: PurePath) -> tuple[str, PurePath | None]:
    """A path below the base with slashes; or the whole path, where it stands outside."""
    if path.is_absolute():
        if not path.is_relative_to(base):
            return "", path
        path = path.relative_to(base)
    relative = posixpath.normpath(path.as_posix())
    if relative == ".." or relative.startswith("../"):
        above = base / path
        return "", type(above)(posixpath.normpath(above.as_posix()))
    return relative, None


def path_of(path: PurePath, base: PurePath) -> str:
    """A path with slashes, relative to the base if it is below it.

    >>> from pathlib import PurePosixPath
    >>> path_of(PurePosixPath("/reports/a/../b.html"), PurePosixPath("/reports"))
    'b.html'
    """
    if str(path) == STANDARD:
        return _STANDARD_INPUT
    relative, whole = _parts(path, base)
    return relative if whole is None else whole.as_posix()


def uri_of(path: PurePath, base: PurePath) -> str:
    r"""A path as a URI: relative to the base if it is below it, else with ``file:``.

    >>> from pathlib import PureWindowsPath
    >>> uri_of(PureWindowsPath(r"年报\某局 2023.html"), PureWindowsPath(r"C:\work"))
    '%E5%B9%B4%E6%8A%A5/%E6%9F%90%E5%B1%80%202023.html'
    >>> uri_of(PureWindowsPath(r"D:\a.html"), PureWindowsPath(r"C:\work"))
    'file:///D:/a.html'
    """
    if str(path) == STANDARD:
        return _STANDARD_INPUT
    relative, whole = _parts(path, base)
    if whole is None:
        return quote(_bytes_of(relative))
    text = whole.as_posix()
    if text.startswith("//"):  # a share
        return f"file:{quote(_bytes_of(text))}"
    return f"file:///{quote(_bytes_of(text.lstrip('/')), safe='/:' if whole.drive else '/')}"
