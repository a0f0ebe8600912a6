"""The files under ``schema/``: where they are, their ids, and which are released for good.

There is a folder for each edition of this package, and beside the folders the schemas of the
documents in them. No edition is named here, so that a new one is a new folder and nothing else.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path
from typing import Any, Final

from .strict import own_editions

__all__ = [
    "DOCUMENTS",
    "INDEX",
    "UNION",
    "VERSIONS",
    "changed",
    "directory",
    "document_path",
    "edition_document",
    "files",
    "identifier",
    "release",
    "schema_path",
]

VERSIONS: Final[Mapping[str, int]] = {
    "report": 1,
    "relations": 1,
    "certificate": 1,
    "conformance": 1,
    "index": 1,
    "baseline": 1,
}
"""The version of each kind of document: what its ``$id`` ends with, and its file is named for.

A change that the rules of ``schema/README.md`` call one raises the number here, and nowhere else:
the new files then stand beside the old ones.
"""

UNION: Final = "report"
"""The name of the schema of reports of any published edition."""
DOCUMENTS: Final = ("relations", "certificate", "conformance")
"""The kinds of documents that the folder of an edition holds beside its schemas."""
INDEX: Final = "index.json"
"""What lists the editions, with what may still become of them: the one file that is never frozen."""


def identifier(kind: str, edition: str | None = None) -> str:
    """The ``$id`` of the schema of a kind of document, of one edition or of all.

    >>> identifier("report", "2021"), identifier("relations")
    ('urn:gxstats:schema:report:2021:1', 'urn:gxstats:schema:relations:1')
    """
    return ":".join(["urn:gxstats:schema", kind, *filter(None, [edition]), f"{VERSIONS[kind]}"])


def document_path(kind: str, edition: str) -> str:
    """Where the document of this kind of an edition is, under ``schema/``.

    >>> document_path("relations", "2021")
    '2021/relations.json'
    """
    return f"{edition}/{_name(kind, kind)}"


def schema_path(edition: str, *, union: bool = False) -> str:
    """Where the schema of the reports of an edition is; or of that edition and all before it."""
    return f"{edition}/{_name('reports' if union else 'report', 'report', '.schema')}"


def _name(stem: str, kind: str, suffix: str = "") -> str:
    version = VERSIONS[kind]
    return f"{stem}{'' if version == 1 else f'.v{version}'}{suffix}.json"


@cache
def files() -> Mapping[str, str]:
    """The file of each published schema, by the name for which it is asked.

    That is an edition, ``report`` for a report of any of them, or a kind of document.

    >>> files()["report"], files()["relations"]
    ('2021/reports.schema.json', 'relations.schema.json')
    """
    editions = own_editions()
    found = {edition: schema_path(edition) for edition in editions}
    found[UNION] = schema_path(editions[-1], union=True)
    return found | {kind: _name(kind, kind, ".schema") for kind in VERSIONS if kind not in found}


@cache
def directory() -> Path:
    """The directory of the published files: in the installed package, or in the source tree."""
    package = Path(__file__).parent.parent
    for place in (package / "schema", package.parent.parent / "schema"):
        if (place / files()[UNION]).is_file():
            return place
    raise FileNotFoundError(f"the published schemas are not beside {package}")


def edition_document(kind: str, edition: str) -> dict[str, Any]:
    """A published document of an edition: its relations, certificate or conformance cases.

    >>> edition_document("relations", "2021")["edition"]
    '2021'
    """
    found: dict[str, Any] = json.loads((directory() / document_path(kind, edition)).read_bytes())
    return found


# --- what is released -------------------------------------------------------------------------

_LIST: Final = "released.json"


def changed(root: Path) -> list[str]:
    """Released files whose content is no longer what was released, or that are gone."""
    return [path for path, digest in _released(root).items() if _digest(root / path) != digest]


def release(root: Path, paths: Iterable[str]) -> list[str]:
    """Enter files in the list of released ones; those that are listed stay as they are."""
    released = _released(root)
    added = {path: _digest(root / path) for path in paths if path not in released}
    text = json.dumps({"sha256": released | added}, indent=1, sort_keys=True)
    (root / _LIST).write_text(text + "\n", encoding="utf-8")
    return list(added)


def _released(root: Path) -> dict[str, str | None]:
    if not (root / _LIST).is_file():
        return {}
    released: dict[str, str | None] = json.loads((root / _LIST).read_bytes())["sha256"]
    return released


def _digest(path: Path) -> str | None:
    return hashlib.sha256(path.read_bytes()).hexdigest() if path.is_file() else None
