"""``gxstats page``: the form as a page that checks itself."""

from __future__ import annotations

import click

from ..forms import FORMS
from ..text import Language
from . import texts
from .framework import Command, Help, argument, common_options, option
from .streams import STANDARD, deliver

__all__ = ["command"]


def command(language: Language) -> click.Command:
    """The command, in one language."""
    return Command(
        "page",
        language,
        Help(texts.PAGE, texts.PAGE_MORE.format(names=", ".join(FORMS.own)), texts.PAGE_EXAMPLES),
        params=[
            argument("edition", required=True),
            option(
                "-o",
                "--output",
                text=texts.WORKBOOK_OUT_OPTION,
                language=language,
                metavar="OUT",
                default=STANDARD,
            ),
            *common_options(language),
        ],
        callback=lambda **given: _page(language, **given),
    )


def _page(language: Language, *, edition: str, output: str) -> int:
    from ..page import form_page
    from .printing import tell_written
    from .show import form_named

    deliver(form_page(form_named(edition), language).encode(), output)
    tell_written(output, language)
    return 0
