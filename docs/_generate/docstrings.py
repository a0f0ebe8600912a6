"""Docstrings as Markdown: the roles and doctests of Sphinx, in the way that mkdocstrings reads.

A Griffe extension, named in ``mkdocs.yml``. It imports nothing of the documentation: Griffe loads
this file by its path.
"""

from __future__ import annotations

import re
from pkgutil import resolve_name
from typing import Any, Final

from griffe import Extension, Object

__all__ = ["ReadableDocstrings"]

_ROLE: Final = re.compile(
    r":(?:class|func|meth|mod|attr|data|exc):`(?P<short>~?)(?P<name>[\w.]+)`"
)
_DOCTEST: Final = re.compile(r"(?:^>>> .*\n?(?:^(?!>>> )\S.*\n?|^    .*\n?)*)+", re.MULTILINE)
_LITERAL: Final = re.compile(r"::\n\n(?P<block>(?: {4}.*\n|\n)+)")


class ReadableDocstrings(Extension):
    """Turns roles into links, and doctests and literal blocks into code."""

    def on_object(self, *, obj: Object, **_: Any) -> None:
        """Rewrite one docstring."""
        if obj.docstring is not None:
            module = obj.module.path
            text = _DOCTEST.sub(
                lambda found: f"```pycon\n{found[0].rstrip()}\n```\n", obj.docstring.value
            )
            text = _LITERAL.sub(r":\n\n\g<block>", text + "\n").rstrip()
            obj.docstring.value = _ROLE.sub(lambda role: _link(role, module), text)


def _link(role: re.Match[str], module: str) -> str:
    name = role["name"]
    shown = name.rpartition(".")[2] if role["short"] else name
    return f'<autoref identifier="{_canonical(name, module)}" optional>`{shown}`</autoref>'


def _canonical(name: str, module: str) -> str:
    """Where a name is defined, which is where its description stands."""
    for candidate in (name, f"{module}.{name}"):
        try:
            found = resolve_name(candidate)
        except (ImportError, AttributeError, ValueError):
            continue
        home, own = getattr(found, "__module__", None), getattr(found, "__qualname__", None)
        return f"{home}.{own}" if home and own else candidate
    return name
