"""The commands with their options, as the command line itself describes them."""

from __future__ import annotations

from collections.abc import Iterator

from gxstats import Bilingual
from gxstats.text import Language

from .markup import in_text, table

__all__ = ["commands", "exit_codes"]

_EXIT_HEAD = Bilingual("退出码|含义", "Code|Meaning")


def commands(language: Language) -> str:
    """Every command with what its ``--help`` prints."""
    return "\n\n".join(_sections(language))


def exit_codes(language: Language) -> str:
    """The exit codes of ``gxstats check``."""
    from gxstats.cli.texts import EXIT, EXIT_WORST

    rows = ([code, in_text(meaning[language])] for code, meaning in EXIT)
    return f"{table(_EXIT_HEAD[language].split('|'), rows)}\n\n{in_text(EXIT_WORST[language])}"


def _sections(language: Language) -> Iterator[str]:
    import click

    from gxstats.cli.application import application

    program = application(language)
    context = click.Context(program, info_name="gxstats", terminal_width=96)
    yield f"```text\n{program.get_help(context)}\n```"
    for name in program.list_commands(context):
        command = program.get_command(context, name)
        if command is not None:
            inner = click.Context(command, info_name=name, parent=context, terminal_width=96)
            yield f"### `gxstats {name}` {{ #{name} }}\n\n```text\n{command.get_help(inner)}\n```"
