"""The command line, run within the process."""

from __future__ import annotations

import io
import os
import threading
from collections.abc import Iterator
from contextlib import contextmanager, redirect_stderr, redirect_stdout
from typing import Any, Final, TextIO

import pytest

from gxstats import examples

click_testing: Final = pytest.importorskip("click.testing")
pytest.importorskip("rich")

__all__ = ["EXAMPLE", "run", "run_on_terminal", "runner"]

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


def run_on_terminal(stream: str, *arguments: object, language: str) -> tuple[int, str, str]:
    """Run ``gxstats`` with a terminal of 120 columns for one of ``stdout`` and ``stderr``: the
    exit code, what was shown on the terminal, and what was written to the other stream."""
    from gxstats.cli.application import application

    words = [str(argument) for argument in arguments]
    other = io.TextIOWrapper(io.BytesIO(), encoding="utf-8")
    with pytest.MonkeyPatch.context() as environment, _terminal() as (terminal, shown):
        environment.setenv("TERM", "xterm")
        environment.setenv("COLUMNS", "120")
        for name in ("NO_COLOR", "FORCE_COLOR"):
            environment.delenv(name, raising=False)
        out, err = (terminal, other) if stream == "stdout" else (other, terminal)
        with redirect_stdout(out), redirect_stderr(err), pytest.raises(SystemExit) as ended:
            application(language).main(words, prog_name="gxstats")
    other.flush()
    return ended.value.code, b"".join(shown).decode(), other.buffer.getvalue().decode()


@contextmanager
def _terminal() -> Iterator[tuple[TextIO, list[bytes]]]:
    """A text stream that is a terminal, and what has been written to it, once it is closed."""
    pty = pytest.importorskip("pty", reason="needs a terminal")
    ours, theirs = pty.openpty()
    shown: list[bytes] = []

    def look() -> None:
        while True:
            try:
                piece = os.read(ours, 65_536)
            except OSError:  # Linux says so of a terminal that is closed at the other end
                return
            if not piece:
                return
            shown.append(piece)

    looking = threading.Thread(target=look)
    looking.start()
    try:
        with open(theirs, "w", encoding="utf-8") as terminal:  # noqa: PTH123 - no path
            yield terminal, shown
    finally:
        looking.join()
        os.close(ours)
