"""How many examples a law is tried with, where one example takes long or the first few tell most."""

from __future__ import annotations

from hypothesis import settings

__all__ = ["tries"]


def tries(percent: int) -> settings:
    """So many hundredths of what the profile wants: of 100, or with ``thorough`` of 2,000."""
    return settings(max_examples=settings().max_examples * percent // 100)
