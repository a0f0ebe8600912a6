"""Printing findings: a mark, and a sentence that hangs beside it."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from typing import IO, Final

from rich.cells import cell_len
from rich.console import Console
from rich.text import Text

from ..errors import Problem
from ..text import Language
from ..writing.ruling import wrapped
from . import texts
from .streams import STANDARD, printable

__all__ = ["Printer", "shown_name", "tell_written"]

_LEGIBLE: Final = 100
"""Sentences are not set wider than this, however wide the terminal is."""


def shown_name(name: str, language: Language) -> str:
    """A file's name as a person reads it."""
    return texts.STANDARD_INPUT[language] if name == STANDARD else printable(name)


def tell_written(name: str, language: Language) -> None:
    """Say on standard error that a file was written, unless it is standard output."""
    if name != STANDARD:
        line = texts.WRITTEN.format(name=printable(name))[language]
        Printer(sys.stderr).line(line, style="dim")


class Printer:
    """Prints for people: in colour on a terminal, one line for each finding elsewhere."""

    def __init__(self, stream: IO[str] | None = None) -> None:
        # The form's own numbers and brackets are not rich's to colour or to interpret.
        self.console = Console(
            file=stream or sys.stdout, highlight=False, markup=False, emoji=False, soft_wrap=True
        )

    @classmethod
    def plain(cls, stream: IO[str], width: int) -> Printer:
        """Prints into a file: without colour and as wide as that, whatever the terminal is."""
        printer = cls(stream)
        printer.console = Console(
            file=stream, width=width, color_system=None, highlight=False, markup=False, emoji=False
        )
        return printer

    def line(self, text: str | Text = "", style: str = "") -> None:
        """One line."""
        self.console.print(text, style=style, soft_wrap=True)

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
        head = Text(" " * indent).append(mark, style=style).append("  ")
        hanging = " " * cell_len(head.plain)
        lines = [sentence]
        if self.console.is_terminal:
            room = min(self.console.width, _LEGIBLE) - len(hanging)
            lines = wrapped(sentence, room) if room >= 20 else lines
        for place, line in enumerate(lines or [""]):
            self.line((head if place == 0 else Text(hanging)).append(line))
