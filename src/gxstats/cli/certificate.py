"""``gxstats certificate``: which errors the relations of a form detect and locate."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import click

from ..forms import FORMS
from ..text import Language
from . import texts
from .framework import Command, Help, argument, common_options, format_option
from .show import form_named
from .streams import STANDARD, deliver

if TYPE_CHECKING:
    from ..diagnosis import Certificate, TableCertificate
    from .printing import Printer

__all__ = ["command"]


def command(language: Language) -> click.Command:
    """The command, in one language."""
    names = ", ".join(FORMS.own)
    return Command(
        "certificate",
        language,
        Help(
            texts.CERTIFICATE,
            texts.CERTIFICATE_MORE.format(names=names),
            texts.CERTIFICATE_EXAMPLES,
        ),
        params=[
            argument("edition", required=True),
            format_option(language),
            *common_options(language),
        ],
        callback=lambda **given: _certificate(language, **given),
    )


def _certificate(language: Language, *, edition: str, format_: str) -> int:
    form = form_named(edition)
    if format_ == "json":
        from ..wire.certificate_document import certificate_document

        document = json.dumps(certificate_document(form), ensure_ascii=False, indent=1)
        deliver(document.encode() + b"\n", STANDARD)
        return 0
    from ..diagnosis import certificate, certificate_with_last_year
    from .printing import Printer

    printer = Printer()
    _tell(certificate(form), printer, language)
    printer.line()
    _tell(certificate_with_last_year(form), printer, language)
    return 0


def _tell(found: Certificate, printer: Printer, language: Language) -> None:
    head, *lines = found.explain(language).splitlines()
    printer.line(head, style="bold")
    _table(found, printer, language)
    for line in lines:
        printer.line(line)


def _table(found: Certificate, printer: Printer, language: Language) -> None:
    from rich import box
    from rich.table import Table

    drawn = Table(box=box.SIMPLE_HEAD, show_footer=True, collapse_padding=True)
    heads = (
        texts.CELLS_HEAD,
        texts.RELATIONS_HEAD,
        texts.RANK_HEAD,
        texts.DISTANCE_HEAD,
        texts.LOCATED_HEAD,
        texts.CONFUSED_HEAD,
        texts.UNDETECTED_HEAD,
    )
    drawn.add_column(texts.TABLE_HEAD[language], texts.TOTAL[language])
    for head, number in zip(heads, _numbers(found), strict=True):
        drawn.add_column(head[language], str(number), justify="right")
    for table in found.tables:
        drawn.add_row(table.table.short(language), *map(str, _numbers(table)))
    printer.console.print(drawn, soft_wrap=False)


def _numbers(found: Certificate | TableCertificate) -> tuple[int, ...]:
    return (
        len(found.cells),
        len(found.relations),
        found.rank,
        found.distance,
        len(found.located),
        len(found.confused),
        len(found.undetected),
    )
