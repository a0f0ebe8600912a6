"""Where things stand in the text of a JSON document: each address, and what is no JSON."""

from __future__ import annotations

import json
import re
from typing import Final

from .pointer import member

__all__ = ["at_its_comma", "end_of_json", "positions"]

_TOKEN: Final = re.compile(
    r"""[ \t\r\n]*( "(?:[^"\\]|\\.)*" | [{}\[\],:] | [^\s{}\[\],:"]+ )""",
    re.VERBOSE | re.DOTALL,
)
_LONE: Final = re.compile(r"\\u([0-9a-fA-F]{4})|\\(.)", re.DOTALL)
_MISSING: Final = {"]": "Expecting value", "}": "Expecting property name"}
"""What Python 3.11 and 3.12 say where a bracket follows a comma."""
_ESCAPES: Final = {"b": "\b", "f": "\f", "n": "\n", "r": "\r", "t": "\t"}


def positions(text: str) -> dict[str, tuple[int, int]]:
    r"""Line and column, counted from 1, of every key of a document by its address.

    The items of an array have the place of their value, and the document itself (the empty
    address) that of its first character. Columns count characters. Of a key that occurs twice the
    last place stands, as its value does. A text that is not JSON gives the addresses up to where it
    ceases to be.

    >>> positions('{"year": 2023,\n "remarks": [1, 2]}')
    {'': (1, 1), '/year': (1, 2), '/remarks': (2, 2), '/remarks/0': (2, 14), '/remarks/1': (2, 17)}
    """
    found: dict[str, tuple[int, int]] = {}
    open_: list[tuple[str, int | None]] = []  # each object or array, with the items that it has
    address = ""  # that of the value or key that comes next
    expected = "value"
    line, begin, place = 1, 0, 0
    while match := _TOKEN.match(text, place):
        start, place = match.span(1)
        line += text.count("\n", match.start(), start)
        begin = max(begin, text.rfind("\n", match.start(), start) + 1)
        piece = match[1]
        here = line, start - begin + 1
        if expected in {"value", "item"} and piece not in {"}", "]", ",", ":"}:
            if not address or expected == "item":
                found[address] = here
            if piece == "{":
                open_.append((address, None))
                expected = "key"
                continue
            if piece == "[":
                open_.append((address, 0))
                address, expected = member(address, 0), "item"
                continue
            expected = "end"
        elif expected == "key" and piece.startswith('"'):
            address = member(open_[-1][0], _plain(piece))
            found[address] = here
            expected = "colon"
        elif expected == "colon" and piece == ":":
            expected = "value"
        elif piece in {"}", "]"} and open_:
            open_.pop()
            expected = "end"
        elif expected == "end" and piece == "," and open_:
            parent, items = open_[-1]
            if items is None:
                expected = "key"
            else:
                open_[-1] = parent, items + 1
                address, expected = member(parent, items + 1), "item"
        else:
            break
    return found


def end_of_json(text: str) -> tuple[int, int] | None:
    r"""Line and column, counted from 1, where a text ceases to be JSON; None if it never does.

    >>> end_of_json('{"year": 2023,\n oops}'), end_of_json("{}")
    ((2, 2), None)
    """
    try:
        json.loads(text)
    except json.JSONDecodeError as raised:
        error = at_its_comma(raised)
        return error.lineno, error.colno
    except RecursionError:  # nested deeper than is looked at
        return None
    return None


def at_its_comma(error: json.JSONDecodeError) -> json.JSONDecodeError:
    """The error as every Python from 3.13 on raises it: at a comma that nothing follows."""
    bracket = error.doc[error.pos : error.pos + 1]
    if bracket in _MISSING and error.msg.startswith(_MISSING[bracket]):
        before = error.doc[: error.pos].rstrip()
        if before.endswith(","):
            return json.JSONDecodeError("Illegal trailing comma", error.doc, len(before) - 1)
    return error


def _plain(piece: str) -> str:
    """What a string of the document stands for."""
    inner = piece[1:-1]
    if "\\" not in inner:
        return inner
    plain = _LONE.sub(
        lambda match: chr(int(match[1], 16)) if match[1] else _ESCAPES.get(match[2], match[2]),
        inner,
    )
    return plain.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "surrogatepass")
