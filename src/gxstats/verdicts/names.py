"""Names of files as they can be printed, and as they stand in what is written for programs."""

from __future__ import annotations

import posixpath
import re
from pathlib import PurePath
from typing import Final
from urllib.parse import quote

__all__ = [
    "STANDARD",
    "escaped_json",
    "legible",
    "no_command",
    "one_line",
    "path_of",
    "printable",
    "uri_of",
]

STANDARD: Final = "-"
"""Names standard input, or standard output."""
_STANDARD_INPUT: Final = "stdin"
_REPLACED: Final = "\N{REPLACEMENT CHARACTER}"
_BIDIRECTIONAL: Final = "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"
_NOT_SHOWN: Final = re.compile(
    rf"[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufffe\uffff{_BIDIRECTIONAL}]"
)
"""Controls but tabs and line feeds, surrogates, separators of lines, and what turns text round."""
_OTHER_COMMANDS: Final = re.compile(r"##(?=\w*\[)")
"""Begins a command of GitHub's older runners, of Azure or TeamCity, anywhere in a line."""
_OBEYED_IN_JSON: Final = re.compile(
    rf"[\x7f-\x9f\u2028\u2029\ud800-\udfff{_BIDIRECTIONAL}]|(?<=#)#(?=\w*\[)"
)
"""What JSON lets stand in a text."""
_COMMAND: Final = re.compile(r"(?m)^([^\S\n]*):(?=:)")
"""Begins a workflow command of GitHub's, at the beginning of a line."""


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
    r"""A text without what a terminal would obey, XML forbids, UTF-8 cannot hold or turns it round.

    Line feeds and tabs are kept.

    >>> legible("a\x1b[2Jb\ud800\n")
    'a�[2Jb�\n'
    """
    if text.isascii() and text.isprintable():
        return text
    return _NOT_SHOWN.sub(_REPLACED, text.replace("\r\n", "\n"))


def one_line(text: str) -> str:
    r"""A text in one line of a terminal or of a log, of as many characters.

    It is legible, and no build server takes a command from it, wherever in a line it stands.

    >>> one_line("a\x1b[2J\nb ##[error]")
    'a�[2J b #＃[error]'
    """
    if text.isascii() and text.isprintable() and "##" not in text:
        return text
    plain = _NOT_SHOWN.sub(_REPLACED, re.sub("[\t\n\r]", " ", text))
    return _OTHER_COMMANDS.sub("#＃", plain)


def escaped_json(text: str) -> str:
    r"""JSON text with what a terminal or a build server would obey escaped.

    >>> escaped_json('"\x9b ##[x]"')
    '"\\u009b #\\u0023[x]"'
    """
    return _OBEYED_IN_JSON.sub(lambda sign: f"\\u{ord(sign[0]):04x}", text)


def no_command(line: str) -> str:
    """A line, or lines, at whose beginning a runner of GitHub's finds no workflow command.

    >>> no_command("::error::x"), no_command("a::b")
    ('：:error::x', 'a::b')
    """
    return _COMMAND.sub("\\1：", line) if "::" in line else line


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
