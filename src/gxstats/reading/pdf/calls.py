"""PDFium's functions with handles as plain numbers: for what is called for every character."""

from __future__ import annotations

import ctypes
from typing import Any, Final

__all__ = ["Calls", "calls_of"]


class Calls:
    """The functions of pypdfium2's raw API by name; pointers go in and come out as numbers.

    A call takes a fraction of the time, because no pointer object is made.
    """

    def __init__(self, pdfium: Any) -> None:
        self._pdfium = pdfium

    def __getattr__(self, name: str) -> Any:
        """The function of that name, made at its first use."""
        function = getattr(self._pdfium, name)
        kinds = [_plain(kind) for kind in (function.restype, *function.argtypes)]
        address = ctypes.cast(function, ctypes.c_void_p).value or 0
        plain = ctypes.PYFUNCTYPE(*kinds)(address)
        setattr(self, name, plain)
        return plain


def _plain(kind: Any) -> Any:
    return ctypes.c_void_p if hasattr(kind, "contents") else kind


def calls_of(pdfium: Any) -> Calls:
    """The functions of a module of pypdfium2's raw API."""
    return _KNOWN.get(id(pdfium)) or _KNOWN.setdefault(id(pdfium), Calls(pdfium))


_KNOWN: Final[dict[int, Calls]] = {}
