"""All commands of ``gxstats``, built in one language."""

from __future__ import annotations

import click

from .._version import __version__
from ..text import Language
from . import (
    annotate,
    batch,
    certificate,
    check,
    diagnose,
    explain,
    export,
    hook,
    page,
    read,
    show,
    show_report,
    texts,
    validate,
    workbook,
)
from .framework import Group, Help, common_options, option
from .streams import say

__all__ = ["application"]


def application(language: Language) -> Group:
    """The command ``gxstats`` with its help and complaints in a language."""

    def show_version(ctx: click.Context, parameter: click.Parameter, value: object) -> None:  # noqa: ARG001 - click's signature
        if value and not ctx.resilient_parsing:
            say(f"gxstats {__version__}")
            ctx.exit()

    group = Group(
        "gxstats",
        language,
        Help(
            texts.GXSTATS,
            examples=texts.GXSTATS_EXAMPLES,
            exit_codes=texts.EXIT,
            after=texts.EXIT_WORST,
        ),
        params=[
            option(
                "--version",
                text=texts.VERSION_OPTION,
                language=language,
                is_flag=True,
                is_eager=True,
                expose_value=False,
                callback=show_version,
            ),
            *common_options(language),
        ],
    )
    for command in (
        check.command(language),
        diagnose.command(language),
        show_report.command(language),
        read.command(language),
        batch.command(language),
        validate.command(language),
        explain.command(language),
        show.schema_command(language),
        show.form_command(language),
        annotate.command(language),
        workbook.command(language),
        page.command(language),
        certificate.command(language),
        export.command(language),
        hook.command(language),
        show.example_command(language),
    ):
        group.add_command(command)
    return group
