"""PDFium's functions with handles as plain numbers: for what is called for every character."""

from __future__ import annotations

import ctypes
from operator import itemgetter
from typing import Any, Final, TypeAlias

__all__ = ["Calls", "Reference", "calls_of", "reference"]

Reference: TypeAlias = tuple[Any]


def reference(target: Any, place: int = 0) -> Reference:
    """Where PDFium finds or writes something, made once for many calls."""
    return (ctypes.byref(target, place),)


class _Referred:
    """A parameter that is given by :func:`reference`, and not looked at any more."""

    from_param = itemgetter(0)


class _Whole:
    """A parameter that is an int; ctypes' own takes twice the time."""

    from_param = int


class Calls:
    """The functions of pypdfium2's raw API by name.

    Handles of objects go in and come out as numbers, and what is filled with numbers goes in as
    references. Functions of pages take what ``ctypes.byref`` makes, both for the page and for what
    is filled. A call takes a fraction of the time, because no pointers are made.
    """

    def __init__(self, pdfium: Any) -> None:
        self._pdfium = pdfium
        self._pages = pdfium.FPDF_PAGE, pdfium.FPDF_TEXTPAGE

    def __getattr__(self, name: str) -> Any:
        """The function of that name, made at its first use."""
        function = getattr(self._pdfium, name)
        first, *others = function.argtypes
        # all parameters are declared or none: some machines pass those beyond the last one apart
        kinds = [] if first in self._pages else [_plain(first), *map(_other, others)]
        address = ctypes.cast(function, ctypes.c_void_p).value or 0
        plain = ctypes.PYFUNCTYPE(_plain(function.restype), *kinds)(address)
        setattr(self, name, plain)
        return plain


def _plain(kind: Any) -> Any:
    return ctypes.c_void_p if hasattr(kind, "contents") else kind


def _other(kind: Any) -> Any:
    """Of a parameter that is not the first."""
    if kind is ctypes.c_int:
        return _Whole
    target = getattr(kind, "_type_", None)
    is_filled = target in _NUMBERS or (
        isinstance(target, type) and issubclass(target, ctypes.Structure)
    )
    return _Referred if is_filled else _plain(kind)


def calls_of(pdfium: Any) -> Calls:
    """The functions of a module of pypdfium2's raw API."""
    return _KNOWN.get(id(pdfium)) or _KNOWN.setdefault(id(pdfium), Calls(pdfium))


_NUMBERS: Final = frozenset({ctypes.c_int, ctypes.c_uint, ctypes.c_float, ctypes.c_double})
_KNOWN: Final[dict[int, Calls]] = {}
