"""The notebooks as pages of the site, with the files to download."""

from __future__ import annotations

import json
from base64 import b64decode
from collections.abc import Iterator
from html import escape
from typing import Any

from gxstats import Bilingual
from gxstats.text import Language

from .markup import element
from .notebooks import PNG, ROOT

__all__ = ["NOTEBOOKS", "notebook_page"]

NOTEBOOKS = {"diagnosis.ipynb": "diagnosis-notebook.md", "panel.ipynb": "panel-notebook.md"}
"""The page of each notebook, within the language's folder."""

_WIDE = 1200
"""Dots from which a picture keeps its width on the page, and is scrolled."""

_DOWNLOAD = Bilingual(
    "本页是一份 Jupyter 笔记本，各格的输出都由程序运行得到。可以[下载]({file})后自己运行，只需要 "
    '`pip install "gxstats[all]"`，用的是自带的报告。',
    "This page is a Jupyter notebook, and its outputs are what its cells answer. [Download it]"
    '({file}) to run it yourself: it takes `pip install "gxstats[all]"` and uses the bundled report.',
)


def notebook_page(name: str, language: Language) -> str:
    """The page of a notebook: its texts, its code, and what the code answered."""
    path = ROOT / "docs" / language / name
    title, *cells = json.loads(path.read_text(encoding="utf-8"))["cells"]
    parts = ["".join(title["source"]), _DOWNLOAD[language].format(file=name)]
    for cell in cells:
        parts += _parts(cell)
    return "\n\n".join(parts) + "\n"


def _parts(cell: dict[str, Any]) -> Iterator[str]:
    source = "".join(cell["source"])
    if cell["cell_type"] == "markdown":
        yield source
        return
    yield f"```python\n{source}\n```"
    pictures = [output["data"] for output in cell["outputs"] if PNG in output.get("data", ())]
    answers = [
        "".join(output["text"] if "text" in output else output["data"]["text/plain"]).rstrip("\n")
        for output in cell["outputs"]
        if PNG not in output.get("data", ())
    ]
    if answers:
        text = "\n".join(answers)
        yield element("div", f"\n\n```text\n{text}\n```\n\n", class_="answer", markdown="1")
    for data in pictures:
        yield _picture(data)


def _picture(data: dict[str, Any]) -> str:
    """A picture within the page, with what it says of itself for those who cannot see it."""
    said = "".join(data["text/plain"]).removeprefix("<Picture ").removesuffix(">")
    stored = data[PNG].strip()
    width = int.from_bytes(b64decode(stored)[16:20], "big")  # where every PNG says it
    style = "picture wide" if width > _WIDE else "picture"
    source = f"data:{PNG};base64,{stored}"
    return f'<p class="{style}"><img src="{source}" alt="{escape(said)}"></p>'
