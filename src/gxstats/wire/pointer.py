"""Addresses in a JSON document: JSON Pointer, RFC 6901."""

from __future__ import annotations

__all__ = ["member"]


def member(address: str, key: object) -> str:
    """The address of a member of the object, or an item of the array, at ``address``.

    >>> member("/remarks", 0), member("", "a/b~c")
    ('/remarks/0', '/a~1b~0c')

    A key that no UTF-8 text can hold (an unpaired surrogate) is shown as its escape.
    """
    step = str(key).replace("~", "~0").replace("/", "~1")
    if not step.isascii():
        step = step.encode("utf-8", "backslashreplace").decode()
    return f"{address}/{step}"
