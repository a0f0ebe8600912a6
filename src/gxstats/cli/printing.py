"""Printing findings: a mark, and a sentence that hangs beside it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import IO, Any, Final, cast

from rich.cells import cell_len
from rich.console import Console, ConsoleOptions, ConsoleRenderable, RenderHook
from rich.segment import Segment
from rich.text import Text

from ..errors import Problem
from ..text import Language
from ..verdicts.names import legible, no_command, one_line
from ..writing.ruling import wrapped
from . import texts
from .streams import STANDARD, StandardError, StandardOutput, printable

__all__ = ["Printer", "file_name", "shown_name", "tell_written"]

_LEGIBLE: Final = 100
"""Sentences are not set wider than this, however wide the terminal is."""


def shown_name(name: str, language: Language) -> str:
    """A file's name as a person reads it."""
    return texts.STANDARD_INPUT[language] if name == STANDARD else file_name(name)


def file_name(name: str) -> str:
    """A file's name in one line; one that could be taken for a command is told as a path."""
    shown = one_line(printable(name))
    return f"./{shown}" if shown.lstrip().startswith("::") else shown


def tell_written(name: str, language: Language) -> None:
    """Say on standard error that a file was written, unless it is standard output."""
    if name != STANDARD:
        line = texts.WRITTEN.format(name=file_name(name))[language]
        Printer.to_errors().line(line, style="dim")


class _Legible(RenderHook):
    """Whatever is printed, what a terminal would obey is replaced in it."""

    def process_renderables(self, renderables: list[ConsoleRenderable]) -> list[ConsoleRenderable]:
        """The same, legible."""
        return [_LegibleRenderable(one) for one in renderables]


class _LegibleRenderable:
    def __init__(self, inner: ConsoleRenderable) -> None:
        self._inner = inner

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> Iterator[Segment]:
        for one in console.render(self._inner, options):
            yield one if one.control else Segment(legible(one.text), one.style)


class Printer:
    """Prints for people: in colour on a terminal, one line for each finding elsewhere.

    Whatever stands in a file, its name or the name of an organ, each line begins as this program
    has it, and nothing in it is for the terminal or for a build server to obey.
    """

    def __init__(self, stream: IO[str] | None = None, **settings: Any) -> None:
        """Print to standard output, or to a stream."""
        # The form's own numbers and brackets are not rich's to colour or to interpret.
        self.console = Console(
            file=cast("IO[str]", StandardOutput()) if stream is None else stream,
            **{"highlight": False, "markup": False, "emoji": False, "soft_wrap": True, **settings},
        )
        self.console.push_render_hook(_Legible())

    @classmethod
    def to_errors(cls) -> Printer:
        """Prints to standard error."""
        return cls(cast("IO[str]", StandardError()))

    @classmethod
    def plain(cls, stream: IO[str], width: int) -> Printer:
        """Prints into a file: without colour and as wide as that, whatever the terminal is."""
        return cls(stream, width=width, color_system=None, soft_wrap=False)

    def line(self, text: str | Text = "", style: str = "") -> None:
        """One line, whatever stands in the text."""
        one = text.copy() if isinstance(text, Text) else Text(one_line(text))
        one.plain = no_command(one_line(one.plain))
        self.console.print(one, style=style, soft_wrap=True)

    def problems(
        self, problems: Sequence[Problem], language: Language, most: int | None = None
    ) -> None:
        """What is wrong with a document: how much, and each problem with its code."""
        count = len(problems)
        summary = texts.ONE_PROBLEM if count == 1 else texts.PROBLEMS.format(count=count)
        self.finding(texts.INVALID[language], summary[language], "bold red", indent=0)
        for problem in problems[:most]:
            self.finding(problem.code, problem.message(language), "red")
        self.rest(count, most, language)

    def rest(self, count: int, most: int | None, language: Language) -> None:
        """How many findings were left out, if any were."""
        if most is not None and count > most:
            self.line("  " + texts.AND_MORE.format(count=count - most)[language], style="dim")

    def finding(self, mark: str, sentence: str, style: str, indent: int = 2) -> None:
        """A mark with its sentence, which on a terminal is wrapped beside the mark."""
        head = Text(" " * indent).append(one_line(mark), style=style).append("  ")
        hanging = " " * cell_len(head.plain)
        sentence = one_line(sentence)
        lines = [sentence]
        if self.console.is_terminal:
            room = min(self.console.width, _LEGIBLE) - len(hanging)
            lines = wrapped(sentence, room) if room >= 20 else lines
        for place, line in enumerate(lines or [""]):
            self.line((head if place == 0 else Text(hanging)).append(line))
