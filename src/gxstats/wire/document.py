"""From bytes to the plain values of a JSON document, hiding nothing that a judge must see.

Python's own parser keeps the last of two members with one key, reads ``12.0`` and ``1e2`` as
floats, and takes NaN; none of that may pass unseen. :func:`parse_exactly` therefore marks
what cannot stand as a plain value, and leaves the verdict to :mod:`gxstats.wire.strict`.
"""

from __future__ import annotations

import json
import os
import re
from codecs import BOM_UTF8, BOM_UTF16_BE, BOM_UTF16_LE, BOM_UTF32_BE, BOM_UTF32_LE
from collections.abc import Iterable, Mapping
from decimal import Context, Decimal, InvalidOperation
from typing import Any, Final, NoReturn, TypeAlias

import attrs

from ..arguments import refuse_argument
from ..cells import shown
from ..errors import InvalidDocument, Problem
from ..text import Bilingual
from .locating import at_its_comma
from .pointer import member

__all__ = [
    "SMALL",
    "JSONLimits",
    "Members",
    "Numeral",
    "Source",
    "parse_exactly",
    "parse_plainly",
    "text_of",
]

Source: TypeAlias = bytes | bytearray | memoryview | str
"""A JSON document: UTF-8 bytes, or text."""


def _within(least: int, most: int) -> Any:
    return [
        attrs.validators.instance_of(int),
        attrs.validators.ge(least),
        attrs.validators.le(most),
    ]


@attrs.frozen(kw_only=True)
class JSONLimits:
    """How large a document may be, before anything in it is looked at.

    >>> JSONLimits().depth
    32
    """

    bytes: int = attrs.field(default=4 * 1024 * 1024, validator=_within(1, 1 << 30))
    """Size of the document in bytes; a report with long texts has about 50,000."""
    depth: int = attrs.field(default=32, validator=_within(8, 500))
    """Objects and arrays within one another; a report document has six."""


@attrs.frozen(repr=False)
class Numeral:
    """A number as it was written, where Python's own number would hide what that was."""

    text: str

    def __repr__(self) -> str:
        return self.text

    def value(self) -> int | Decimal:
        """A number that deserves the same verdict as the one written."""
        if not self.text.lstrip("-").isdigit() and len(self.text) <= _NUMERAL_LENGTH:
            try:
                return Decimal(self.text, _EXACT)
            except InvalidOperation:  # an exponent of nineteen digits
                pass
        far_out = 10**30  # too large for every cell, and cheap
        if self.text.lstrip("-").isdigit():
            return -far_out if self.text.startswith("-") else far_out
        return Decimal(-far_out if self.text.startswith("-") else far_out)


class Members(dict[str, Any]):
    """The members of an object in which some key occurs twice; the last member stands."""

    repeated: frozenset[str] = frozenset()


_EXACT: Final = Context(traps=[InvalidOperation])
_NUMERAL_LENGTH: Final = 64
_INTEGER_LENGTH: Final = 20
SMALL: Final = 256 * 1024
"""Characters within which even a number as long as the text is cheap to convert; the fast paths,
which would convert it, take no longer text."""


def text_of(source: Source, limits: JSONLimits) -> str:
    """The text of a document; raises :class:`~gxstats.InvalidDocument` if it has none."""
    if isinstance(source, str):
        size = len(source)
        if size <= limits.bytes < 4 * size:
            size = len(source.encode("utf-8", "surrogatepass"))
        _require_size(size, limits)
        return source.removeprefix("\ufeff")
    _require_text(source)
    data = bytes(source)
    _require_size(len(data), limits)
    start = len(BOM_UTF8) if data.startswith(BOM_UTF8) else 0
    foreign = _foreign_encoding(data)
    if foreign:
        _refuse("document.encoding", foreign, _UTF8)
    try:
        return data[start:].decode() if start else data.decode()
    except UnicodeDecodeError as error:
        place = start + error.start
        _refuse(
            "document.encoding",
            f"{data[place : place + 4].hex(' ')}",
            Bilingual(f"UTF-8（第 {place} 个字节起有误）", f"UTF-8 (wrong from byte {place} on)"),
        )


def _require_text(source: object) -> None:
    """Refuse what is neither text nor bytes, with the call that is meant."""
    if isinstance(source, (bytes, bytearray, memoryview)):
        return
    zh, en = "JSON 文本或其 UTF-8 字节", "JSON text, or its UTF-8 bytes"
    if isinstance(source, os.PathLike):
        zh, en = f"{zh}：请用 from_json(source.read_bytes())", f"{en}: source.read_bytes()"
    elif isinstance(source, Mapping):
        zh, en = f"{zh}：已解析的用 from_dict(source)", f"{en}: from_dict(source) takes this"
    refuse_argument("source", source, Bilingual(zh, en))


_UTF8: Final = Bilingual("UTF-8", "UTF-8")


def _foreign_encoding(data: bytes) -> str | None:
    if data.startswith((BOM_UTF32_LE, BOM_UTF32_BE)):
        return "UTF-32"
    if data.startswith((BOM_UTF16_LE, BOM_UTF16_BE)):
        return "UTF-16"
    # JSON begins with an ASCII character; in UTF-16 and UTF-32 a zero byte stands beside it.
    head = data[:4]
    if head.count(0) == 3:
        return "UTF-32"
    if head[:2].count(0) == 1:
        return "UTF-16"
    return None


def _require_size(size: int, limits: JSONLimits) -> None:
    if size > limits.bytes:
        most = limits.bytes
        _refuse(
            "document.size",
            f"{size} bytes",
            Bilingual(f"至多 {most} 字节", f"at most {most} bytes"),
        )


def _refuse(code: str, found: str, expected: Bilingual, address: str = "") -> NoReturn:
    raise InvalidDocument([Problem(code, address, found, expected)])


# --- parsing --------------------------------------------------------------------------------


def _refuse_constant(text: str) -> NoReturn:
    raise ValueError(text)


def parse_plainly(text: str) -> Any | None:
    """The document as plain values, or None where Python's parser cannot be trusted with it.

    An object in which a key is repeated is a :class:`Members`, and no plain dictionary.
    """
    if len(text) > SMALL:
        return None
    try:
        return _PLAIN.decode(text)
    except (ValueError, ArithmeticError, RecursionError):
        return None


def _members(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    plain = dict(pairs)
    if len(plain) == len(pairs):
        return plain
    seen: set[str] = set()
    members = Members(plain)
    members.repeated = frozenset(key for key, _ in pairs if key in seen or seen.add(key))  # type: ignore[func-returns-value]
    return members


def _integer(text: str) -> int | Numeral:
    return int(text) if len(text) <= _INTEGER_LENGTH else Numeral(text)


_PLAIN: Final = json.JSONDecoder(
    object_pairs_hook=_members, parse_float=Decimal, parse_constant=_refuse_constant
)
_EXACTLY: Final = json.JSONDecoder(
    object_pairs_hook=_members, parse_float=Numeral, parse_int=_integer, parse_constant=Numeral
)


def parse_exactly(text: str, limits: JSONLimits) -> Any:
    """The document, with what a judge must see marked.

    That is every number but a short integer, and every object in which a key is repeated. Raises :class:`~gxstats.InvalidDocument` for a text that is not JSON, or too deep.
    """
    try:
        tree = _EXACTLY.decode(text)
    except json.JSONDecodeError as error:
        _require_depth(text, limits)
        _refuse_syntax(text, at_its_comma(error))
    except RecursionError:
        _require_depth(text, limits)
        raise  # the caller's own stack is nearly full
    _require_depth(text, limits)
    return tree


_BRACKETS: Final = re.compile(r'"[^"\\]*+(?:\\.[^"\\]*+)*+"?|[\[\]{}]', re.DOTALL)
_TOKENS: Final = re.compile(r'"[^"\\]*+(?:\\.[^"\\]*+)*+"?|[\[\]{},:]', re.DOTALL)


def _require_depth(text: str, limits: JSONLimits) -> None:
    depth = 0
    for match in _BRACKETS.finditer(text):
        bracket = match[0]
        if bracket in "[{":
            depth += 1
            if depth > limits.depth:
                address = _address_of(_TOKENS.findall(text, 0, match.start()))
                most = limits.depth
                _refuse(
                    "document.depth",
                    bracket,
                    Bilingual(f"至多 {most} 层", f"at most {most} levels"),
                    address,
                )
        elif bracket in "]}":
            depth -= 1


def _address_of(tokens: Iterable[str]) -> str:
    """The address of what comes next after these tokens."""
    steps: list[str | int] = []
    string = ""
    for sign in tokens:
        if sign == "[":
            steps.append(0)
        elif sign == "{":
            steps.append("")
        elif sign in "]}":
            del steps[-1:]
        elif sign == ":" and steps:
            steps[-1] = _string(string)
        elif sign == "," and steps and isinstance(steps[-1], int):
            steps[-1] += 1
        else:
            string = sign
    address = ""
    for step in steps:
        address = member(address, step)
    return address


def _string(token: str) -> str:
    try:
        return str(json.loads(token, strict=False))
    except ValueError:  # the text need not be JSON
        return token.strip('"')


def _refuse_syntax(text: str, error: json.JSONDecodeError) -> NoReturn:
    rest = text[error.pos : error.pos + 20]
    what = next((name for start, name in _SYNTAX.items() if error.msg.startswith(start)), _JSON)
    _refuse(
        "document.syntax",
        shown(rest) if rest else "''",
        Bilingual(
            f"{what.zh}（第 {error.lineno} 行第 {error.colno} 列）",
            f"{what.en} (line {error.lineno}, column {error.colno})",
        ),
    )


_JSON: Final = Bilingual("合法的 JSON", "JSON")
_SYNTAX: Final = {
    "Expecting value": Bilingual("一个值", "a value"),
    "Expecting ',' delimiter": Bilingual("逗号或括号的结尾", "a comma or the closing bracket"),
    "Expecting ':' delimiter": Bilingual("冒号", "a colon"),
    "Expecting property name": Bilingual("双引号中的键", "a key in double quotes"),
    "Illegal trailing comma": Bilingual("末项之后没有逗号", "no comma after the last item"),
    "Unterminated string": Bilingual("文字以双引号结尾", "a string that ends in a double quote"),
    "Invalid control character": Bilingual(
        "控制字符写成转义", "control characters written as escapes"
    ),
    "Invalid \\": Bilingual("合法的转义", "a valid escape"),
    "Extra data": Bilingual("文件到此为止", "the end of the document"),
}
