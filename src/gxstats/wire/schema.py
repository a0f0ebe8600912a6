"""The published JSON Schemas: computed from the form, and compared with the files.

``python -m gxstats.wire.schema`` writes the files under ``schema/``; with ``--check`` it fails if one of
them is not what is computed; with ``--release`` it enters those that are not yet listed in
``released.json``, after which they never change.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any, Final

from ..forms.report import FORMS
from .baseline_schema import baseline_schema
from .certificate_document import certificate_document, certificate_schema
from .conformance_schema import conformance_schema
from .relations_document import relations_document, relations_schema
from .released import FILES, changed, directory, published, release
from .report_schema import report_schema, union_schema
from .strict import editions

__all__ = ["generated", "json_schema", "published"]

_SCHEMAS: Final[dict[str, Callable[[], dict[str, Any]]]] = {
    "report": union_schema,
    "relations": relations_schema,
    "certificate": certificate_schema,
    "baseline": baseline_schema,
    "conformance": conformance_schema,
}


def json_schema(name: str) -> dict[str, Any]:
    """The schema of this name, one of :data:`~gxstats.wire.released.FILES`, as the form gives it.

    >>> sorted(json_schema("2019")["required"])[:3]
    ['disclosure', 'disputes', 'edition']
    """
    return report_schema(name) if name in editions() else _SCHEMAS[name]()


def generated() -> dict[str, bytes]:
    """The content of every generated file, by its path under ``schema/``."""
    documents = {path: json_schema(name) for name, path in FILES.items()}
    documents["relations.json"] = relations_document()
    for form in FORMS.values():
        documents[f"certificate-{form.id}.json"] = certificate_document(form)
    return {path: _written(document) for path, document in documents.items()}


def _written(document: dict[str, Any]) -> bytes:
    return (json.dumps(document, ensure_ascii=False, indent=1) + "\n").encode()


def main(arguments: list[str]) -> int:
    """Write, check or release the files; 1 if they differ from what is computed."""
    root = _source_directory()
    match arguments:
        case []:
            return _write(root)
        case ["--check"]:
            return _check(root)
        case ["--release"]:
            return _check(root) or _release(root)
    sys.stderr.write("usage: python -m gxstats.wire.schema [--check | --release]\n")
    return 2


def _differing(root: Path) -> dict[str, bytes]:
    return {
        path: content
        for path, content in generated().items()
        if not (root / path).is_file() or (root / path).read_bytes() != content
    }


def _write(root: Path) -> int:
    for path, content in _differing(root).items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_bytes(content)
        sys.stdout.write(f"{path} written\n")
    return 0


def _check(root: Path) -> int:
    differing = _differing(root)
    for path in differing:
        sys.stderr.write(f"{path} differs from what the form gives\n")
    for path in changed(root):
        sys.stderr.write(f"{path} is released and must not change\n")
    return 1 if differing or changed(root) else 0


def _release(root: Path) -> int:
    for path in release(root, sorted(generated())):
        sys.stdout.write(f"{path} released\n")
    return 0


def _source_directory() -> Path:
    try:
        return directory()
    except FileNotFoundError:  # nothing has been written yet
        return Path("schema")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
