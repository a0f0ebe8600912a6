"""click in two languages: commands and options whose help and complaints are translated.

The whole command is built in one language (see :mod:`gxstats.cli.application`), so that no
text is chosen at more than one place.
"""

from __future__ import annotations

import sys
import traceback
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, Final, NoReturn

import attrs
import click

from ..errors import GxstatsError, InvalidDocument, suggest
from ..text import LANGUAGES, Bilingual, Language
from ..verdicts.names import one_line
from . import texts
from .streams import BROKEN_PIPE, complain, say

__all__ = [
    "Command",
    "Group",
    "Help",
    "OneOf",
    "Usage",
    "WholeNumber",
    "argument",
    "common_options",
    "fault_of",
    "format_option",
    "option",
    "show_traceback",
]

if TYPE_CHECKING:
    _Word = click.ParamType[str]
    _Number = click.ParamType[int]
else:  # older releases of click have no type arguments
    _Word = _Number = click.ParamType

INTERRUPTED: Final = 130
_FAILED: Final = 2
"""Nothing can be said of the report: wrong usage, trouble with a file, a fault of our own."""
_DEBUG: Final = "gxstats.debug"
"""Whether ``--debug`` was given, among what the contexts of click share."""


class Usage(click.UsageError):
    """A wrong command line, with its text in both languages."""

    def __init__(self, meaning: Bilingual, ctx: click.Context | None = None) -> None:
        super().__init__(meaning.en, ctx)
        self.meaning = meaning


class OneOf(_Word):
    """One of a few words."""

    def __init__(self, choices: Sequence[str]) -> None:
        self.choices = tuple(choices)
        self.name = "|".join(self.choices)

    def get_metavar(self, param: click.Parameter, ctx: click.Context | None = None) -> str:  # noqa: ARG002 - older click gives no context
        """The choices, as the help shows them."""
        return f"[{self.name}]"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """The word itself, if it is one of them."""
        if value in self.choices:
            return str(value)
        expected = ", ".join(self.choices)
        where = param.opts[-1] if isinstance(param, click.Option) else ""
        found = f"{where} {value}".strip()
        raise Usage(texts.NOT_A_CHOICE.format(found=found, expected=expected), ctx)


class WholeNumber(_Number):
    """A whole number in plain digits."""

    name = "integer"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> int:
        """The number."""
        if isinstance(value, int):
            return value
        if value.isascii() and value.isdigit() and len(value) < 10:
            return int(value)
        where = param.opts[-1] if param else ""
        raise Usage(texts.NOT_A_NUMBER.format(found=f"{where} {value}"), ctx)


@attrs.frozen
class Help:
    """What ``--help`` says of a command, beside its options."""

    summary: Bilingual
    more: Bilingual | None = None
    examples: tuple[str, ...] = ()
    exit_codes: tuple[tuple[str, Bilingual], ...] = ()
    after: Bilingual | None = None
    """A last sentence, under the exit codes."""


class _Localized(click.Command):
    """A command whose own words, and click's about it, are in one language.

    click's own texts are English, and its help cannot break Chinese into lines; so the help is
    put together here, and no usage error of click's reaches the user untranslated.
    """

    def __init__(self, name: str, language: Language, text: Help, **settings: Any) -> None:
        super().__init__(
            name,
            help=text.summary[language],
            short_help=text.summary[language],
            add_help_option=False,
            context_settings={"allow_extra_args": True},
            **settings,
        )
        self.language: Language = language
        self.text = text

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Parse, and refuse what is left over in our own words."""
        rest = super().parse_args(ctx, args)
        if rest and not isinstance(self, click.Group):
            raise Usage(texts.EXTRA_ARGUMENT.format(found=" ".join(map(str, rest))), ctx)
        return rest

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The usage line."""
        pieces = " ".join(self.collect_usage_pieces(ctx))
        formatter.write_usage(ctx.command_path, pieces, prefix=texts.USAGE[self.language])

    def format_help_text(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002 - click's signature
        """What the command does, its examples, its exit codes."""
        language, text = self.language, self.text
        formatter.write_paragraph()
        _write_lines(formatter, text.summary[language])
        if text.more is not None:
            formatter.write_paragraph()
            _write_lines(formatter, text.more[language])

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The options, and for a group its commands."""
        records = [
            record
            for parameter in self.get_params(ctx)
            if isinstance(parameter, click.Option)
            and (record := parameter.get_help_record(ctx)) is not None
        ]
        if isinstance(self, click.Group):
            with _section(formatter, texts.COMMANDS, self.language):
                formatter.write_dl(
                    [
                        (name, command.short_help or "")
                        for name in self.list_commands(ctx)
                        if (command := self.get_command(ctx, name)) is not None
                    ]
                )
        with _section(formatter, texts.OPTIONS, self.language):
            formatter.write_dl(records)

    def format_epilog(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002 - click's signature
        """Examples and exit codes."""
        language, text = self.language, self.text
        if text.examples:
            with _section(formatter, texts.EXAMPLES, language):
                _write_lines(formatter, "\n".join(text.examples))
        if text.exit_codes:
            with _section(formatter, texts.EXIT_CODES, language):
                lines = [f"{code}  {meaning[language]}" for code, meaning in text.exit_codes]
                if text.after is not None:
                    lines.append(text.after[language])
                _write_lines(formatter, "\n".join(lines))


@contextmanager
def _section(
    formatter: click.HelpFormatter, heading: Bilingual, language: Language
) -> Iterator[None]:
    formatter.write_paragraph()
    formatter.write(heading[language] + texts.COLON[language].rstrip() + "\n")
    with formatter.indentation():
        yield


def _write_lines(formatter: click.HelpFormatter, text: str) -> None:
    for line in text.splitlines():
        formatter.write(f"{'':>{formatter.current_indent}}{line}\n")


class Command(_Localized):
    """A command of ``gxstats``; its function returns the exit code."""


class Group(_Localized, click.Group):
    """``gxstats`` itself; without a command it shows its help, and that is wrong usage."""

    def __init__(self, name: str, language: Language, text: Help, **settings: Any) -> None:
        super().__init__(
            name,
            language,
            text,
            invoke_without_command=True,
            callback=_help_without_command,
            **settings,
        )

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's signature
        """The commands in the order in which one needs them."""
        return list(self.commands)

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """The command that is named first, with the likely intention if there is none."""
        if args[0] not in self.commands and not ctx.resilient_parsing:
            meaning = texts.NO_SUCH_COMMAND.format(found=args[0])
            raise Usage(_with_suggestion(meaning, args[0], self.commands), ctx)
        return super().resolve_command(ctx, args)

    def main(self, *args: Any, **settings: Any) -> NoReturn:
        """Run and exit, with every complaint in the language of the command."""
        sys.exit(self._run(*args, **settings))

    def _run(self, *args: Any, **settings: Any) -> int:
        language = self.language
        try:
            code = super().main(*args, **{**settings, "standalone_mode": False})
        except click.UsageError as error:
            command = error.ctx.command_path if error.ctx else "gxstats"
            complaint = _meaning(error)[language]
            help_hint = texts.SEE_HELP.format(command=command)[language]
            complain(f"{command}{texts.COLON[language]}{one_line(complaint)}\n{help_hint}")
            return _FAILED
        except GxstatsError as error:
            complain(f"gxstats{texts.COLON[language]}{_said_of(error, language)}")
            return _FAILED
        except SystemExit:
            # The commands return their code. Only rich and our streams exit, when they find that
            # nobody reads any more.
            return BROKEN_PIPE
        except (click.Abort, KeyboardInterrupt):
            complain(f"\n{texts.INTERRUPTED[language]}")
            return INTERRUPTED
        except Exception as error:  # noqa: BLE001 - no fault is to pass for a verdict
            complain(texts.FAULT.format(fault=fault_of(error))[language])
            return _FAILED
        return code if isinstance(code, int) else 0

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command; with ``--debug``, a fault of our own is shown with its traceback."""
        try:
            return super().invoke(ctx)
        except (click.exceptions.Exit, click.ClickException, click.Abort, GxstatsError):
            raise
        except KeyboardInterrupt:
            raise click.Abort from None  # click itself would print, and fail where it cannot
        except Exception as error:
            show_traceback(error, ctx)
            raise _Fault(fault_of(error)) from error


def _said_of(error: GxstatsError, language: Language) -> str:
    """What an error says: a line, or one for each problem of a document."""
    if isinstance(error, InvalidDocument):
        return "\n  ".join(one_line(problem.message(language)) for problem in error.problems)
    return one_line(error.explain(language))


class _Fault(Exception):
    """A fault of our own, of whatever kind: click takes some kinds for something else."""


def fault_of(error: Exception) -> str:
    """A fault of our own, in a line."""
    if isinstance(error, _Fault):
        return str(error)
    said = one_line(str(error))
    return f"{type(error).__name__}: {said}" if said else type(error).__name__


def show_traceback(error: Exception, ctx: click.Context | None = None) -> None:
    """Show where a fault of our own was met, if ``--debug`` was given."""
    ctx = ctx or click.get_current_context(silent=True)
    if ctx is not None and ctx.meta.get(_DEBUG):
        complain("".join(traceback.format_exception(error)).rstrip("\n"))


def _help_without_command() -> int:
    ctx = click.get_current_context()
    if ctx.invoked_subcommand is None:
        complain(ctx.get_help())
    return _FAILED


def _meaning(error: click.UsageError) -> Bilingual:
    if isinstance(error, Usage):
        return error.meaning
    if isinstance(error, click.NoSuchOption):
        meaning = texts.NO_SUCH_OPTION.format(found=error.option_name)
        options = (
            [name for option in error.ctx.command.params for name in option.opts]
            if error.ctx
            else []
        )
        return _with_suggestion(meaning, error.option_name, options)
    if isinstance(error, click.BadOptionUsage):
        return texts.OPTION_USAGE.format(found=error.option_name)
    if isinstance(error, click.MissingParameter) and error.param is not None:
        return texts.MISSING_ARGUMENT.format(found=error.param.human_readable_name.rstrip("."))
    return texts.WRONG_USAGE.format(found=error.format_message())


def _with_suggestion(meaning: Bilingual, wrong: str, right: Iterable[str]) -> Bilingual:
    near = suggest(wrong, right)
    if near is None:
        return meaning
    hint = texts.DID_YOU_MEAN.format(near=near)
    return Bilingual(*(meaning[language] + hint[language] for language in LANGUAGES))


def argument(name: str, **settings: Any) -> click.Argument:
    """A positional argument, shown by its name in capitals."""
    metavar = name.upper() if settings.get("required") else f"[{name.upper()}]"
    if settings.get("nargs") == -1:
        metavar += "..."
    return click.Argument([name], metavar=metavar, **settings)


def option(*names: str, text: Bilingual, language: Language, **settings: Any) -> click.Option:
    """An option with its help in one language."""
    return click.Option(names, help=text[language], **settings)


def format_option(language: Language) -> click.Option:
    """The choice between text for people and JSON for programs."""
    return option(
        "--format",
        "format_",
        text=texts.FORMAT_OPTION,
        language=language,
        type=OneOf(("text", "json")),
        default="text",
    )


def common_options(language: Language) -> list[click.Parameter]:
    """The options of every command."""

    def show_help(ctx: click.Context, parameter: click.Parameter, value: object) -> None:  # noqa: ARG001 - click's signature
        if value and not ctx.resilient_parsing:
            say(ctx.get_help())
            ctx.exit()

    def debug(ctx: click.Context, parameter: click.Parameter, value: object) -> None:  # noqa: ARG001 - click's signature
        if value:
            ctx.meta[_DEBUG] = True

    return [
        # Its value has been read already, before the parser was built.
        option(
            "--lang",
            text=texts.LANG_OPTION,
            language=language,
            type=OneOf(LANGUAGES),
            expose_value=False,
        ),
        option(
            "--debug",
            text=texts.DEBUG_OPTION,
            language=language,
            is_flag=True,
            expose_value=False,
            is_eager=True,
            callback=debug,
        ),
        option(
            "-h",
            "--help",
            text=texts.HELP_OPTION,
            language=language,
            is_flag=True,
            is_eager=True,
            expose_value=False,
            callback=show_help,
        ),
    ]
