"""Names, attributes and groups of properties in Word's markup."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from lxml.etree import _Element

__all__ = [
    "child_of",
    "is_on",
    "is_true",
    "local_name",
    "name_of",
    "properties_of",
    "value_of",
    "whole_number",
]

_NAMESPACES: Final = {
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main": "",
    "http://purl.oclc.org/ooxml/wordprocessingml/main": "",
    "http://schemas.openxmlformats.org/markup-compatibility/2006": "mc:",
    "http://schemas.openxmlformats.org/officeDocument/2006/math": "m:",
    "http://purl.oclc.org/ooxml/officeDocument/math": "m:",
    "http://schemas.microsoft.com/office/word/2010/wordml": "w14:",
}
_OFF: Final = frozenset({"0", "false", "off", "none"})


@lru_cache(maxsize=1024)
def name_of(tag: str) -> str:
    """The name of an element of Word's, in whichever of its namespaces; else nothing."""
    namespace, _, local = tag[1:].rpartition("}")
    prefix = _NAMESPACES.get(namespace)
    return "" if prefix is None else prefix + local


@lru_cache(maxsize=1024)
def local_name(tag: str) -> str:
    """The name of an element or attribute in whatever namespace."""
    return tag.rpartition("}")[2]


def value_of(element: _Element | None, name: str = "val") -> str | None:
    """An attribute of an element of Word's, in the element's own namespace."""
    if element is None:
        return None
    tag = str(element.tag)
    return element.get(f"{tag[: tag.rfind('}') + 1]}{name}")


def is_true(value: str | None) -> bool:
    """What the value of a switch says; a switch without a value is on."""
    return (value or "1").lower() not in _OFF


def is_on(element: _Element | None) -> bool | None:
    """What a switch such as ``w:vanish`` says; ``None`` where it is not there."""
    return None if element is None else is_true(value_of(element))


def whole_number(text: str | None, default: int) -> int:
    """A whole number from 0 up, as far as an attribute holds one."""
    return int(text) if text and re.fullmatch(r"[0-9]{1,9}", text) else default


def child_of(element: _Element, *path: str) -> _Element | None:
    """The first child of a name, its first child of the next, and so on."""
    found: _Element | None = element
    for name in path:
        if found is None:
            return None
        found = next((child for child in found if name_of(child.tag) == name), None)
    return found


def properties_of(element: _Element | None, group: str) -> dict[str, _Element]:
    """The properties in a group of an element, by name."""
    for child in () if element is None else element:
        if name_of(child.tag) == group:
            return {name_of(one.tag): one for one in child}
    return {}
