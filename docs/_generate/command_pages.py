"""The commands with their options, as the command line itself describes them."""

from __future__ import annotations

from gxstats.text import Language

__all__ = ["commands"]


def commands(language: Language) -> str:
    """Every command with its help."""
    return ""
