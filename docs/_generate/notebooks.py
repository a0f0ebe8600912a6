"""The notebooks: run, with what they answer stored in them.

A notebook stands in each language's folder, in the format of Jupyter (nbformat 4.5). Its cells
are run in order, in one namespace. What they print, and what the last line of a cell is, is
stored as Jupyter stores it.

``python docs/_generate/notebooks.py`` writes the real outputs into the notebooks; the tests fail
when that would change one.
"""

from __future__ import annotations

import ast
import contextlib
import io
import json
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

__all__ = ["ROOT", "code_of", "notebooks", "refreshed"]

ROOT: Final = Path(__file__).parents[2]


def notebooks() -> Iterator[Path]:
    """Every notebook of the documentation."""
    return iter(sorted((ROOT / "docs").glob("*/*.ipynb")))


def code_of(notebook: dict[str, Any]) -> list[str]:
    """The source of each of a notebook's code cells."""
    return ["".join(cell["source"]) for cell in notebook["cells"] if cell["cell_type"] == "code"]


def refreshed(text: str) -> str:
    """The notebook with what its cells really answer, written as Jupyter writes it.

    Runs in the current folder. An error that a cell raises is raised here.
    """
    notebook = json.loads(text)
    namespace: dict[str, Any] = {"__name__": "__main__"}
    code = [cell for cell in notebook["cells"] if cell["cell_type"] == "code"]
    for number, cell in enumerate(code, 1):
        cell["execution_count"] = number
        cell["outputs"] = list(_outputs("".join(cell["source"]), namespace, number))
    return json.dumps(notebook, ensure_ascii=False, indent=1, sort_keys=True) + "\n"


def _outputs(source: str, namespace: dict[str, Any], number: int) -> Iterator[dict[str, Any]]:
    cell = ast.parse(source)
    last = cell.body.pop() if cell.body and isinstance(cell.body[-1], ast.Expr) else None
    value = None
    with contextlib.redirect_stdout(io.StringIO()) as printed:
        exec(compile(cell, "<cell>", "exec"), namespace)
        if isinstance(last, ast.Expr):
            value = eval(compile(ast.Expression(last.value), "<cell>", "eval"), namespace)
    if printed.getvalue():
        yield {
            "name": "stdout",
            "output_type": "stream",
            "text": printed.getvalue().splitlines(keepends=True),
        }
    if value is not None:
        yield {
            "data": {"text/plain": repr(value).splitlines(keepends=True)},
            "execution_count": number,
            "metadata": {},
            "output_type": "execute_result",
        }


def main() -> None:
    """Write the real outputs into every notebook."""
    for path in notebooks():
        before = path.read_text(encoding="utf-8")
        with tempfile.TemporaryDirectory() as folder, contextlib.chdir(folder):
            after = refreshed(before)
        if after != before:
            path.write_text(after, encoding="utf-8")
            sys.stdout.write(f"{path.relative_to(ROOT)}\n")


if __name__ == "__main__":
    main()
