"""The colours of a drawing, once for light, dark and paper."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Final

__all__ = ["DARK", "LIGHT", "PAPER", "style_of_colours"]

LIGHT: Final[Mapping[str, str]] = {
    "paper": "#ffffff",
    "ink": "#1b1b1b",
    "quiet": "#595959",
    "line": "#8c8c8c",
    "head": "#f4f3ef",
    "link": "#0b4a8f",
    "focus": "#1f5fcc",
    "held": "#e6f3ea",
    "held-ink": "#14532d",
    "wrong": "#fde8e8",
    "wrong-ink": "#8a1020",
    "violated": "#fdeeee",
    "violated-ink": "#8a1020",
    "suspect": "#fff1cf",
    "suspect-ink": "#6a4700",
    "doubtful": "#e7eefc",
    "doubtful-ink": "#1d3a8a",
    "deduced": "#e4f3e8",
    "deduced-ink": "#14532d",
    "blank": "#ffffff",
    "blank-ink": "#595959",
}
"""Every name with ``-ink`` is written on the ground that is named before it."""
DARK: Final[Mapping[str, str]] = {
    "paper": "#16181b",
    "ink": "#e8e6e1",
    "quiet": "#a9a9a6",
    "line": "#73777d",
    "head": "#202327",
    "link": "#9cc7ff",
    "focus": "#7fb0ff",
    "held": "#17301f",
    "held-ink": "#bdeac9",
    "wrong": "#4a1a1f",
    "wrong-ink": "#ffc4c4",
    "violated": "#3c181c",
    "violated-ink": "#ffc4c4",
    "suspect": "#453510",
    "suspect-ink": "#ffe2a0",
    "doubtful": "#1d2b4d",
    "doubtful-ink": "#c8d8ff",
    "deduced": "#173822",
    "deduced-ink": "#bdeac9",
    "blank": "#16181b",
    "blank-ink": "#a9a9a6",
}
PAPER: Final[Mapping[str, str]] = {
    name: "#ffffff" if f"{name}-ink" in LIGHT or name in {"paper", "head"} else "#000000"
    for name in LIGHT
}
"""Printed without colour: signs, weight and frames tell."""

_LIGHT_PLACES: Final = (
    '[data-jp-theme-light="true"]',
    ".vscode-light",
    '[data-md-color-scheme="default"]',
)
_DARK_PLACES: Final = (
    '[data-jp-theme-light="false"]',
    ".vscode-dark",
    '[data-md-color-scheme="slate"]',
)
"""How JupyterLab, VS Code and MkDocs Material say whether a page is light or dark, whatever the
system is."""


def style_of_colours() -> str:
    """The colours as properties of everything that is drawn."""
    return "".join(
        [
            "@media screen{",
            _rule((".gxstats",), LIGHT, "light"),
            "@media (prefers-color-scheme:dark){",
            _rule((".gxstats",), DARK, "dark"),
            "}",
            _rule((f"{place} .gxstats" for place in _LIGHT_PLACES), LIGHT, "light"),
            _rule((f"{place} .gxstats" for place in _DARK_PLACES), DARK, "dark"),
            "}@media print{",
            _rule((".gxstats",), PAPER, "light"),
            "}",
        ]
    )


def _rule(places: Iterable[str], colours: Mapping[str, str], scheme: str) -> str:
    named = "".join(f"--{name}:{colour};" for name, colour in colours.items())
    return f"{','.join(places)}{{color-scheme:{scheme};{named}}}"
