"""Inputs to begin with: real reports, small typeset ones, hostile files, and what broke a law."""

from __future__ import annotations

import random
import zipfile
import zlib
from collections.abc import Callable, Iterator
from typing import Any, Final

from gxstats import FORMS, to_json
from gxstats.testing import random_corruptions
from tests.fuzz.targets import REGRESSIONS, TARGETS, unpacked
from tests.support.annotatable_files import members
from tests.support.hostile import all_files
from tests.support.json_documents import example
from tests.support.paths import FIXTURES
from tests.support.typeset_docx import DocxTypesetter
from tests.support.typeset_pdf import RULED, PdfTypesetter, Style
from tests.support.typeset_report import Typesetter
from tests.support.typeset_sheets import SheetTypesetter, by_hand, by_xlwt

__all__ = ["seeds"]

_LINES: Final = ("pasted", "spaced", "stream", "ruled")
_TABLES: Final = (2, 2, 2, 0, 0, 1)
"""The tables that are typeset, each by itself: the smallest is the last of the form."""


class _Sheets(SheetTypesetter):
    """Sheets without others beside them."""

    def _others(self):
        return iter(())


_TYPESET: Final[dict[str, tuple[str, type[Typesetter], Callable[[Any, random.Random], bytes]]]] = {
    "text": ("txt", Typesetter, lambda s, rng: s.layouts()[rng.choice(_LINES)]().encode()),
    "html": ("html", Typesetter, lambda s, _: s.page().encode()),
    "docx": ("docx", DocxTypesetter, lambda s, _: _opened(s.document())),
    "xlsx": ("xlsx", _Sheets, lambda s, rng: _opened(by_hand(s.workbook(), rng))),
    "xls": ("xls", _Sheets, lambda s, _: by_xlwt(s.workbook())),
    "pdf": (
        "pdf",
        PdfTypesetter,
        lambda s, rng: s.pdf(Style.drawn(rng, rng.choice([*RULED, "level", "none"]))),
    ),
}
"""By kind of file: how names of such files end, what typesets one, and how."""


def seeds(name: str) -> Iterator[bytes]:
    """The seeds of a target, as many as are not too long; the same each time."""
    return (seed for seed in _all_seeds(name) if len(seed) <= TARGETS[name].longest)


def _all_seeds(name: str) -> Iterator[bytes]:
    target, rng, kind = TARGETS[name], random.Random(0), name.removeprefix("annotate-")
    corrupted = [next(random_corruptions(rng, form, slips=(1, 2))).corrupted for form in FORMS]
    yield target.simplest()
    yield from (path.read_bytes() for path in sorted((REGRESSIONS / name).glob("*.bin")))
    if name == "columns":
        yield from (rng.randbytes(4 * length) for length in range(1, 9) for _ in range(20))
    elif name == "json":
        for report in (*corrupted, *map(example, FORMS)):
            yield from (to_json(report), to_json(report, indent=1))
    else:
        ending, typesetter, made = _TYPESET[kind]
        yield target.made(target.simplest())
        yield from (path.read_bytes() for path in sorted(FIXTURES.glob(f"*/*.{ending}")))
        small = (file.data for file in all_files() if file.name.endswith(f".{ending}"))
        yield from (_opened(data) for data in small if len(data) <= target.longest)
        for report in corrupted:
            for table in _TABLES:
                setting: Any = typesetter(report, rng)
                setting.tables = setting.tables[table : table + 1]
                yield made(setting, rng)


def _opened(data: bytes) -> bytes:
    """The parts of an archive, where it is one and can be opened."""
    try:
        return unpacked(members(data))
    except (
        OSError,
        ValueError,
        NotImplementedError,
        RuntimeError,
        zipfile.BadZipFile,
        zlib.error,
    ):
        return data
