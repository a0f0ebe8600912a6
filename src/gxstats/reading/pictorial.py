"""Fonts that show pictures or bars in place of digits."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

__all__ = ["is_pictorial"]

_PICTORIAL: Final = re.compile(
    "dings|dingbats|marlett|monotype sorts|mt extra|bar ?code|^code|3 of 9|symbol 7|ms outlook",
    re.IGNORECASE,
)


@lru_cache(maxsize=1024)
def is_pictorial(name: str) -> bool:
    """Whether a font of that name shows pictures for digits.

    >>> is_pictorial("Wingdings 2"), is_pictorial("宋体")
    (True, False)
    """
    return _PICTORIAL.search(name) is not None
