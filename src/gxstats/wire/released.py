"""The files under ``schema/``: where they are, and which of them are released for good."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Any, Final

from ..arguments import unknown_name
from ..text import Bilingual

__all__ = ["FILES", "changed", "directory", "published", "release"]

FILES: Final = {
    "2019": "report-2019.schema.json",
    "2021": "report-2021.schema.json",
    "report": "report.schema.json",
    "relations": "relations.schema.json",
    "certificate": "certificate.schema.json",
    "baseline": "baseline.schema.json",
    "conformance": "conformance/cases.schema.json",
}
"""The file of each published schema."""


@cache
def directory() -> Path:
    """The directory of the published files: in the installed package, or in the source tree."""
    package = Path(__file__).parent.parent
    for place in (package / "schema", package.parent.parent / "schema"):
        if (place / FILES["report"]).is_file():
            return place
    raise FileNotFoundError(f"the published schemas are not beside {package}")


def published(name: str) -> dict[str, Any]:
    """The published schema of this name, one of :data:`FILES`.

    >>> published("2021")["$id"]
    'urn:gxstats:schema:report:2021:1'
    """
    if name not in FILES:
        what = Bilingual("模式文件的名称", "the name of a schema")
        raise unknown_name("name", name, FILES, what)
    schema: dict[str, Any] = json.loads((directory() / FILES[name]).read_bytes())
    return schema


def changed(root: Path) -> list[str]:
    """Released files whose content is no longer what was released, or that are gone."""
    return [name for name, digest in _released(root).items() if _digest(root / name) != digest]


def release(root: Path, names: Iterable[str]) -> list[str]:
    """Enter files in the list of released ones; those that are listed stay as they are."""
    released = _released(root)
    added = {name: _digest(root / name) for name in names if name not in released}
    text = json.dumps({"sha256": released | added}, indent=2, sort_keys=True)
    (root / _LIST).write_text(text + "\n", encoding="utf-8")
    return list(added)


_LIST: Final = "released.json"


def _released(root: Path) -> dict[str, str | None]:
    if not (root / _LIST).is_file():
        return {}
    released: dict[str, str | None] = json.loads((root / _LIST).read_bytes())["sha256"]
    return released


def _digest(path: Path) -> str | None:
    return hashlib.sha256(path.read_bytes()).hexdigest() if path.is_file() else None
