"""``gxstats export``: the relations for other engines."""

from __future__ import annotations

import click

from ..exports import EXPORTS, text_of
from ..text import Language
from . import texts
from .framework import Command, Help, Usage, argument, common_options
from .streams import STANDARD, deliver

__all__ = ["command"]


def command(language: Language) -> click.Command:
    """The command ``export``, in one language."""
    return Command(
        "export",
        language,
        Help(texts.EXPORT, texts.EXPORT_MORE, texts.EXPORT_EXAMPLES),
        params=[
            argument("name", required=False),
            argument("edition", required=False),
            *common_options(language),
        ],
        callback=lambda **given: _export(language, **given),
    )


def _export(language: Language, *, name: str | None, edition: str | None) -> int:
    if name is None:
        _list(language)
        return 0
    export = EXPORTS.get(name)
    if export is None:
        meaning = texts.NO_EXPORT.format(found=name, expected=", ".join(EXPORTS))
        raise Usage(meaning, click.get_current_context())
    deliver(text_of(export, edition).encode(), STANDARD)
    return 0


def _list(language: Language) -> None:
    from .printing import Printer

    printer = Printer()
    width = max(map(len, EXPORTS))
    for export in EXPORTS.values():
        forms = f"  ({', '.join(export.forms)})" if export.forms else ""
        printer.line(f"{export.name:<{width}}  {export.title[language]}{forms}")
