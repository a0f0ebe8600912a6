"""PDFium's functions with handles as plain numbers: for what is called for every character."""

from __future__ import annotations

import ctypes
from typing import Any, Final

__all__ = ["Calls", "address_of", "calls_of"]


class Calls:
    """The functions of pypdfium2's raw API by name; handles of objects are plain numbers.

    That makes no pointer objects. Pages are given by :func:`address_of`, as is what is to be
    filled by ``ctypes.byref``, made once for many calls: neither is looked at on the way, nor
    are ints. Only handles are, and what stands before something that is neither.
    """

    def __init__(self, pdfium: Any) -> None:
        self._pdfium = pdfium

    def __getattr__(self, name: str) -> Any:
        """The function of that name, made at its first use."""
        function = getattr(self._pdfium, name)
        kinds = [_plain(kind) for kind in function.argtypes]
        pages = self._pdfium.FPDF_PAGE, self._pdfium.FPDF_TEXTPAGE
        first = 0 if function.argtypes[0] in pages else 1
        while len(kinds) > first and kinds[-1] in _UNCHECKED:
            kinds.pop()
        address = ctypes.cast(function, ctypes.c_void_p).value or 0
        plain = ctypes.PYFUNCTYPE(_plain(function.restype), *kinds)(address)
        setattr(self, name, plain)
        return plain


_UNCHECKED: Final = frozenset({ctypes.c_void_p, ctypes.c_int})


def _plain(kind: Any) -> Any:
    return ctypes.c_void_p if hasattr(kind, "contents") else kind


def calls_of(pdfium: Any) -> Calls:
    """The functions of a module of pypdfium2's raw API."""
    return _KNOWN.get(id(pdfium)) or _KNOWN.setdefault(id(pdfium), Calls(pdfium))


def address_of(pointer: Any) -> Any:
    """What a pointer points to, to be given to many calls: that takes less than a number does."""
    return ctypes.byref(pointer.contents)


_KNOWN: Final[dict[int, Calls]] = {}
