"""The command line, run within the process."""

from __future__ import annotations

from typing import Any, Final

import pytest

from gxstats import examples

click_testing: Final = pytest.importorskip("click.testing")
pytest.importorskip("rich")

__all__ = ["EXAMPLE", "run", "runner"]

EXAMPLE: Final = examples.path("yindu-2019")
"""The real report that the package carries."""


def runner() -> Any:
    """What runs a command and keeps its two streams apart."""
    try:
        return click_testing.CliRunner(mix_stderr=False)
    except TypeError:  # click 8.2 and later keep the two streams apart always
        return click_testing.CliRunner()


def run(
    *arguments: object,
    language: str = "en",
    stdin: Any = None,
    env: Any = None,
) -> Any:
    """Run ``gxstats`` with these arguments; ``--lang`` among them goes before the language."""
    from gxstats.cli.application import application
    from gxstats.cli.language import language_asked_for

    words = [str(argument) for argument in arguments]
    spoken = language_asked_for(words, {"LANG": language})
    return runner().invoke(application(spoken), words, input=stdin, env=env)
