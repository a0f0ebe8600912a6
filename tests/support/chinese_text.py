"""Whether a text is Chinese."""

from __future__ import annotations

import re
from typing import Final

__all__ = ["HAN", "is_chinese"]

HAN: Final = re.compile(r"[\u3400-\u9fff]")


def is_chinese(text: str) -> bool:
    return bool(HAN.search(text))
