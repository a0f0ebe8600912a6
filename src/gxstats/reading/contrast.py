"""Whether a text is told from the ground that it stands on, by their colours."""

from __future__ import annotations

from typing import Final, TypeAlias

__all__ = ["FAINT", "NOTHING_SEEN", "Color", "contrast"]

Color: TypeAlias = tuple[float, float, float]
"""Red, green and blue in sRGB, from 0 to 1."""

NOTHING_SEEN: Final = 1.05
FAINT: Final = 1.4
"""Contrasts of text and ground below which nobody, or perhaps nobody, sees the text."""
_APART: Final = 0.1
"""How far apart colours of one lightness are that are not the same to the eye: gray on blue."""
_DARK: Final = 0.4
"""The luminance below which a text is taken for seen on a ground that is not known."""


def contrast(color: Color | None, ground: Color | None) -> float:
    """The contrast as WCAG defines it, from 1 to 21; ``None`` is a colour that cannot be told.

    >>> contrast((0.0, 0.0, 0.0), (1.0, 1.0, 1.0)), contrast((1.0, 0.0, 0.0), (1.0, 0.0, 0.0))
    (21.0, 1.0)
    """
    if color is None or ground is None:
        is_dark = color is not None and _luminance(color) < _DARK
        return 21.0 if is_dark else (NOTHING_SEEN + FAINT) / 2
    dark, light = sorted((_luminance(color), _luminance(ground)))
    found = (light + 0.05) / (dark + 0.05)
    is_apart = max(abs(one - other) for one, other in zip(color, ground, strict=True)) > _APART
    return max(found, NOTHING_SEEN) if is_apart else found


def _luminance(color: Color) -> float:
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in color)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
