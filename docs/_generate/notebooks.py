"""The notebooks: run, with what they answer stored in them.

A notebook stands in each language's folder, in the format of Jupyter (nbformat 4.5). Its cells
are run in order, in one namespace. What they print, and what the last line of a cell is, is
stored as Jupyter stores it; a picture as the PNG that it gives of itself.

``python docs/_generate/notebooks.py`` writes the real outputs into the notebooks; the tests fail
when that would change one. The dots of pictures are not compared: they differ with the fonts of
the machine.
"""

from __future__ import annotations

import ast
import base64
import contextlib
import io
import json
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

__all__ = ["PNG", "ROOT", "code_of", "notebooks", "refreshed", "without_pictures"]

ROOT: Final = Path(__file__).parents[2]
PNG: Final = "image/png"
"""The kind of output that a picture is."""


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


def without_pictures(text: str) -> str:
    """The notebook with the dots of its pictures left out."""
    notebook = json.loads(text)
    for cell in notebook["cells"]:
        for output in cell.get("outputs", ()):
            if PNG in output.get("data", ()):
                output["data"][PNG] = ""
    return json.dumps(notebook, ensure_ascii=False, indent=1, sort_keys=True) + "\n"


def _data(value: object) -> dict[str, Any]:
    """A value as Jupyter stores it: as text, and as a picture if it gives one."""
    data: dict[str, Any] = {"text/plain": repr(value).splitlines(keepends=True)}
    picture = value._repr_png_() if hasattr(value, "_repr_png_") else None
    if picture is not None:
        data[PNG] = base64.b64encode(picture).decode("ascii") + "\n"
    return data


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
            "data": _data(value),
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
