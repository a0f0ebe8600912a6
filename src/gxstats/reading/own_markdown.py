"""Markdown that gxstats wrote: told by the place that its notes link to, and read without them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from ..notes import NOTES_LINK

__all__ = ["as_printed", "without_notes"]

_NOTES: Final = re.compile(rf'#{{1,6}} <a id="{NOTES_LINK}"></a>.*')
"""The heading of what was found: from here on, nothing is the report's."""
_NOTE: Final = re.compile(rf"(?<!\\)\[(?:[^\[\]\\]|\\.){{1,200}}\]\(#{NOTES_LINK}\)")
_HEADING: Final = re.compile(r"#{1,6} ")
_STRONG: Final = re.compile(r"\*\*(.*)\*\*")
_UNDERLINE: Final = re.compile(r"={3,}")
_BREAK: Final = re.compile(r"(?<!\\)((?:\\\\)*)\\$")
_ESCAPED: Final = re.compile(r"\\([\\`*_\[\]<>|~#&\-+=.)])")
_PIPE, _LINE = "\ufdd0", "\ufdd1"
"""Stand for a pipe and a line break of a text while its cells are told apart; no text has them."""
_PRINTED: Final = {ord(_PIPE): "|", ord(_LINE): "\n"}


def without_notes(lines: Sequence[str]) -> list[str] | None:
    """The lines as plain text, each in its place; None if gxstats did not write them."""
    end = next((i for i, line in enumerate(lines) if _NOTES.fullmatch(line)), None)
    if end is None:
        return None
    return [_plain(line) for line in lines[:end]]


def _plain(line: str) -> str:
    if _UNDERLINE.fullmatch(line):
        return ""
    text = _HEADING.sub("", _NOTE.sub("", line), count=1) if line.startswith("#") else line
    text = _BREAK.sub(r"\1", _NOTE.sub("", text)).replace("<br>", _LINE)
    strong = _STRONG.fullmatch(text)
    return _ESCAPED.sub(_unescaped, strong[1] if strong else text)


def _unescaped(found: re.Match[str]) -> str:
    return _PIPE if found[1] == "|" else found[1]


def as_printed(text: str) -> str:
    """The text of a cell, once cells are told apart."""
    return text.translate(_PRINTED)
