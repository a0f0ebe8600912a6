"""Real reports that come with the library, as published: to try it on, and for its own tests.

>>> names()
('yindu-2019',)
>>> path("yindu-2019").name
'yindu-2019.txt'
"""

from __future__ import annotations

from importlib import resources
from pathlib import Path

from ..arguments import unknown_name
from ..text import Bilingual

__all__ = ["names", "path"]


def names() -> tuple[str, ...]:
    """The names of the examples."""
    return tuple(sorted(_files()))


def path(name: str) -> Path:
    """The file of an example.

    ``yindu-2019`` holds the tables of 殷都区人民政府 for fiscal year 2019, one cell a line, as
    published. Raises :class:`~gxstats.UnknownName` for an unknown name.
    """
    files = _files()
    if name not in files:
        what = Bilingual("示例报告的名称", "the name of an example")
        raise unknown_name("name", name, sorted(files), what)
    return files[name]


def _files() -> dict[str, Path]:
    folder = resources.files(__name__)
    # The package is always installed as files, never from inside an archive.
    found = [Path(str(item)) for item in folder.iterdir() if item.name.endswith(".txt")]
    return {item.stem: item for item in found}
