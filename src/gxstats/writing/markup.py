"""Text as HTML in which no text is markup: names come from documents of others."""

from __future__ import annotations

import re
from html import escape
from typing import Final

__all__ = ["attributes", "element", "foreign", "in_attribute", "in_text"]

_FORBIDDEN: Final = "\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff"
"""What no HTML may hold."""
_DIRECTIONS: Final = "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"
"""What turns the order of the text after it."""
_NOT_IN_TEXT: Final = re.compile(f"[{_FORBIDDEN}]")
_NOT_IN_ATTRIBUTE: Final = re.compile(f"[{_FORBIDDEN}{_DIRECTIONS}]")


def in_text(text: str) -> str:
    """Text between tags, with its line breaks.

    >>> in_text("a<b")
    'a&lt;b'
    """
    return "<br/>".join(escape(_NOT_IN_TEXT.sub("\ufffd", line)) for line in text.split("\n"))


def in_attribute(text: str) -> str:
    """Text in quotes, or in a place where no element may stand: it cannot turn what is after it."""
    return escape(_NOT_IN_ATTRIBUTE.sub("\ufffd", text)).replace("\n", "&#10;")


def foreign(text: str, tag: str) -> str:
    """A text of others, in the language ``tag``, kept from turning what stands beside it."""
    return f'<bdi lang="{tag}">{in_text(text)}</bdi>'


def attributes(**values: str | int | None) -> str:
    """Attributes with a space before each; those that are None are left out.

    >>> attributes(class_="sum", data_mark="wrong", title=None)
    ' class="sum" data-mark="wrong"'
    """
    return "".join(
        f' {name.rstrip("_").replace("_", "-")}="{in_attribute(str(value))}"'
        for name, value in values.items()
        if value is not None
    )


def element(name: str, content: str, **values: str | int | None) -> str:
    """An element; its content is HTML already."""
    return f"<{name}{attributes(**values)}>{content}</{name}>"
