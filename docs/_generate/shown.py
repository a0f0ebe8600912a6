"""What the pages show is what happens: commands and snippets are run, and their output compared.

In the README and in every page, a ``console`` block holds commands (``$ …``) with what they
print, a ``pycon`` block Python with what it answers, and a ``python`` block Python that just
has to run. The blocks of one page are run in order, in one folder and one namespace. Commands
that must not be run here (installing things) stand in ``sh`` blocks.

``python docs/_generate/shown.py`` writes the real output into the pages; the tests fail when
that would change one.
"""

from __future__ import annotations

import contextlib
import doctest
import io
import os
import re
import subprocess
import sys
import tempfile
import traceback
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

__all__ = ["ROOT", "pages_with_snippets", "refreshed"]

ROOT: Final = Path(__file__).parents[2]
_FENCE: Final = re.compile(
    r"^(?P<open>```(?P<kind>console|pycon|python)(?: .*)?\n)(?P<body>.*?)(?P<close>^```$)",
    re.MULTILINE | re.DOTALL,
)
_LOCALE: Final = {"en": "en_US.UTF-8", "zh": "zh_CN.UTF-8"}
_SECONDS: Final = 600  # for what hangs to end: no page takes a hundredth of it


def pages_with_snippets() -> Iterator[tuple[Path, str]]:
    """Every file that shows something, with its language."""
    yield ROOT / "README.md", "en"
    yield ROOT / "README.zh-CN.md", "zh"
    for language in _LOCALE:
        for path in sorted((ROOT / "docs" / language).rglob("*.md")):
            yield path, language


def refreshed(markdown: str, language: str) -> str:
    """The page with what its commands and snippets really print.

    Runs in the current folder. An error that a ``python`` block raises is raised here.
    """
    namespace: dict[str, Any] = {"__name__": "__shown__"}

    def run(block: re.Match[str]) -> str:
        body = block["body"]
        if block["kind"] == "console":
            body = _console(body, language)
        elif block["kind"] == "pycon":
            body = _interactive(body, namespace)
        else:
            exec(compile(body, "<page>", "exec"), namespace)
        return f"{block['open']}{body}{block['close']}"

    return _FENCE.sub(run, markdown)


def _console(body: str, language: str) -> str:
    written: list[str] = []
    for command in _commands(body):
        written += [f"$ {command}\n", _shell(command, language)]
    return "".join(written)


def _commands(body: str) -> Iterator[str]:
    """The commands of a block; one that ends in a backslash goes on in the next line."""
    lines = iter(body.splitlines())
    for line in lines:
        if line.startswith("$ "):
            command = line[2:]
            while command.endswith("\\"):
                command += "\n" + next(lines)
            yield command


def _shell(command: str, language: str) -> str:
    environment = {
        "PATH": f"{Path(sys.executable).parent}:{os.environ['PATH']}",
        "HOME": os.environ.get("HOME", "/"),
        "LANG": _LOCALE[language],
        "PYTHONUTF8": "1",
        "COLUMNS": "96",
        "NO_COLOR": "1",
        "TERM": "dumb",
    }
    # what of the installed packages is found, where a test leaves only some
    found = ("PYTHONPATH", "GXSTATS_ABSENT", "GXSTATS_PRESENT")
    environment |= {name: os.environ[name] for name in found if name in os.environ}
    done = subprocess.run(
        ["/bin/bash", "-c", command],
        env=environment,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        timeout=_SECONDS,
        check=False,
    )
    lines = done.stdout.decode().splitlines()
    return "".join(f"{line.rstrip()}\n" for line in lines)


def _interactive(body: str, namespace: dict[str, Any]) -> str:
    written: list[str] = []
    for piece in doctest.DocTestParser().parse(body):
        if isinstance(piece, str):
            written.append(piece)
            continue
        first, *rest = piece.source.splitlines()
        written.append(f">>> {first}\n" + "".join(f"... {line}\n" for line in rest))
        written.append(_answer(piece.source, namespace))
    return "".join(written)


def _answer(source: str, namespace: dict[str, Any]) -> str:
    printed = io.StringIO()
    with contextlib.redirect_stdout(printed):
        try:
            exec(compile(source, "<page>", "single"), namespace)
        except Exception as error:  # noqa: BLE001 - a page may show any error
            said = "".join(traceback.format_exception_only(error))
            printed.write(f"Traceback (most recent call last):\n    ...\n{said}")
    return printed.getvalue()


def main() -> None:
    """Write the real output into every page."""
    for path, language in pages_with_snippets():
        before = path.read_text(encoding="utf-8")
        with tempfile.TemporaryDirectory() as folder, contextlib.chdir(folder):
            after = refreshed(before, language)
        if after != before:
            path.write_text(after, encoding="utf-8")
            sys.stdout.write(f"{path.relative_to(ROOT)}\n")


if __name__ == "__main__":
    main()
