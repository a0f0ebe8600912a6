"""``gxstats schema``, ``gxstats form`` and ``gxstats example``: what the library holds."""

from __future__ import annotations

import click

from ..errors import UnknownName
from ..forms import FORMS, Form
from ..text import Language
from . import texts
from .framework import Command, Help, Usage, argument, common_options, option
from .streams import STANDARD, deliver

__all__ = ["example_command", "form_command", "form_named", "schema_command"]


def schema_command(language: Language) -> click.Command:
    """The command ``schema``, in one language."""
    from ..wire.released import files

    names = ", ".join(files())
    return Command(
        "schema",
        language,
        Help(texts.SCHEMA, texts.SCHEMA_MORE.format(names=names), texts.SCHEMA_EXAMPLES),
        params=[argument("name", required=False, default="report"), *common_options(language)],
        callback=_schema,
    )


def _schema(*, name: str) -> int:
    from ..wire.schema import published, schema_names, written

    try:
        schema = published(name)
    except UnknownName:
        meaning = texts.NO_SCHEMA.format(found=name, expected=", ".join(schema_names()))
        raise Usage(meaning, click.get_current_context()) from None
    deliver(written(schema), STANDARD)
    return 0


def form_command(language: Language) -> click.Command:
    """The command ``form``, in one language."""
    return Command(
        "form",
        language,
        Help(texts.FORM, texts.FORM_MORE.format(names=", ".join(FORMS.own)), texts.FORM_EXAMPLES),
        params=[
            argument("edition", required=True),
            option("--addresses", text=texts.ADDRESSES_OPTION, language=language, is_flag=True),
            *common_options(language),
        ],
        callback=lambda **given: _form(language, **given),
    )


def _form(language: Language, *, edition: str, addresses: bool) -> int:
    from ..writing import TerminalForm
    from .printing import Printer

    form = form_named(edition)
    printer = Printer()
    printer.line(f"{form.title[language]}  {form.notice}", style="bold")
    if addresses:
        width = max(map(len, form.index))
        for cell in form:
            name = texts.WITH_UNIT.format(name=cell.name(language), unit=cell.unit)
            printer.line(f"{cell.address:<{width}}  {name[language]}")
    else:
        printer.line()
        printer.console.print(TerminalForm(form, language=language), soft_wrap=False)
    return 0


def form_named(edition: str) -> Form:
    """The form with this id; wrong usage if there is none."""
    form = FORMS.get(edition)
    if form is None:
        meaning = texts.NO_FORM.format(found=edition, expected=", ".join(FORMS))
        raise Usage(meaning, click.get_current_context())
    return form


def example_command(language: Language) -> click.Command:
    """The command ``example``, in one language."""
    return Command(
        "example",
        language,
        Help(texts.EXAMPLE, examples=texts.EXAMPLE_EXAMPLES),
        params=common_options(language),
        callback=_example,
    )


def _example() -> int:
    from .. import examples

    deliver(examples.path(examples.names()[0]).read_bytes(), STANDARD)
    return 0
