"""Small pieces of Markdown and HTML."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from html import escape

from gxstats.text import Bilingual

__all__ = ["WITHOUT_CONTENTS", "both", "code", "element", "in_text", "table"]

WITHOUT_CONTENTS = "---\nhide:\n  - toc\n---"
"""Begins a page whose tables need the room that the table of contents takes."""


def in_text(text: str) -> str:
    """Plain text as Markdown that says the same: a label such as ``1.属于…`` is not a list."""
    return "".join(f"&#{ord(sign)};" if sign in "\\`*_{}[]<>#+-.!|~&" else sign for sign in text)


def code(text: str) -> str:
    """Text as code."""
    return f"`{text}`"


def both(text: Bilingual) -> str:
    """A text in both languages, side by side."""
    return in_text(text.zh) if text.zh == text.en else f"{in_text(text.zh)} · {in_text(text.en)}"


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A Markdown table; the cells are Markdown already."""
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def element(name: str, content: str, **attributes: str | int | None) -> str:
    """An HTML element; ``content`` is HTML already, attributes that are None are left out."""
    written = "".join(
        f' {key.rstrip("_")}="{escape(str(value))}"'
        for key, value in attributes.items()
        if value is not None
    )
    return f"<{name}{written}>{content}</{name}>"
