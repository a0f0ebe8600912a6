"""``--baseline``: the violations that are known and accepted, for the commands that check."""

from __future__ import annotations

from typing import TypeVar

import click

from ..text import Bilingual, Language
from ..verdicts.baseline import Baseline, Observed
from ..verdicts.judging import VIOLATED, Verdict
from . import texts
from .framework import Usage, option
from .printing import Printer, file_name
from .streams import STANDARD, FileTrouble, contents, deliver

__all__ = ["Known", "baseline_options"]

BESIDE_NAME = Bilingual("{name}：{said}", "{name}: {said}")
_MOST_GONE = 8
"""Violations that are gone which are named one by one."""
_MOST_BYTES = 50_000_000
_One = TypeVar("_One", bound=Verdict)


def baseline_options(language: Language) -> list[click.Parameter]:
    """The options, in one language."""
    return [
        option("--baseline", text=texts.BASELINE_OPTION, language=language, metavar="FILE"),
        option(
            "--update-baseline",
            text=texts.UPDATE_BASELINE_OPTION,
            language=language,
            is_flag=True,
        ),
    ]


class Known:
    """The baseline that a command was given, with what it met; without one, nothing is known."""

    def __init__(self, name: str | None, *, update: bool, language: Language) -> None:
        """Read the baseline; a file that is not there yet may only be made.

        Raises :class:`~gxstats.InvalidDocument` for a file that is none, and
        :class:`~gxstats.cli.streams.FileTrouble`.
        """
        if update and (name is None or name == STANDARD):
            raise Usage(texts.BASELINE_NAME, click.get_current_context())
        self.name = name
        self.update = update
        self.language: Language = language
        self.observed = Observed()
        self.nameless = 0
        self.baseline = Baseline()
        if name is not None:
            try:
                self.baseline = Baseline.from_json(contents(name, _MOST_BYTES))
            except FileTrouble as trouble:
                if not update or trouble.code != "file.missing":
                    named = BESIDE_NAME.format(name=file_name(name), said=trouble.meaning)
                    raise FileTrouble(named, trouble.code) from trouble

    def judged(self, verdict: _One) -> _One:
        """The verdict with what is accepted of it; all is, where the baseline is made anew."""
        if self.name is None:
            return verdict
        self.observed.add(verdict)
        known = self.baseline
        if self.update:
            known = known.updated(Observed.of([verdict]))
        told = known.judged(verdict)
        if self.update and told.exit_code == VIOLATED:
            self.nameless += 1
        return told

    def end(self) -> None:
        """Tell what is gone, and write the baseline if it is to be."""
        if self.name is None:
            return
        printer = Printer.to_errors()
        gone = self.baseline.gone(self.observed)
        for one in gone[:_MOST_GONE]:
            printer.finding(
                texts.GONE[self.language], one.describe(self.language), "dim", indent=0
            )
        printer.rest(len(gone), _MOST_GONE, self.language)
        if not self.update:
            return
        if self.nameless:
            left_out = texts.NOT_ACCEPTED.format(count=self.nameless)[self.language]
            printer.finding(texts.DOUBT[self.language], left_out, "yellow", indent=0)
        made = self.baseline.updated(self.observed)
        deliver(made.to_json(), self.name)
        said = texts.BASELINE_WRITTEN.format(name=file_name(self.name), count=len(made.accepted))
        printer.line(said[self.language], style="dim")
