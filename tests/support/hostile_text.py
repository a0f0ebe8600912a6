"""Texts with everything in them that a terminal or a build server would obey."""

from __future__ import annotations

import re
from typing import Final

__all__ = ["HARMLESS", "HOSTILE", "OBEYED", "commands_in"]

HOSTILE: Final = (
    "\x1b[31m\x1b]8;;http://x\x07\x9b2K\x7f\x08\r\n::error file=README.md::forged\n"
    "  ::add-mask::x\n##[add-mask]x ##vso[task.setvariable]x ##teamcity[x]\x0b\x0c\x85\u2028\u2029"
    "\u202e\u2066\u200f\u061c"
)
HARMLESS: Final = "x"
OBEYED: Final = re.compile(
    "[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]"
)
"""What a terminal obeys, but for line feeds."""


def commands_in(output: str) -> list[str]:
    """What a build server would take for a command."""
    return re.findall(r"(?m)^\s*::.*|##\w*\[.*", output)
