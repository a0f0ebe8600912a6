"""The published JSON Schemas: computed from the form, and compared with the files.

``python -m gxstats.wire.schema`` writes the files under ``schema/``; with ``--check`` it fails if one of
them is not what is computed; with ``--release`` it enters those that are not yet listed in
``released.json``, after which they never change.
"""

from __future__ import annotations

import json
import sys
from importlib import import_module
from pathlib import Path
from typing import Any, Final

from ..arguments import unknown_name
from ..text import Bilingual
from .released import (
    DOCUMENTS,
    INDEX,
    UNION,
    changed,
    directory,
    document_path,
    files,
    release,
    schema_path,
)
from .strict import editions, editions_until, forms_of, is_edition, own_editions

__all__ = ["edition_files", "generated", "json_schema", "published", "schema_names"]

_MODULES: Final = {
    "relations": "relations_document",
    "certificate": "certificate_document",
    "conformance": "conformance_schema",
    "index": "index_document",
    "baseline": "baseline_schema",
}
"""The module of each kind of document that is no report."""


def schema_names() -> tuple[str, ...]:
    """The names of all schemas: those that are published, and the editions of other packages.

    >>> schema_names()[:3]
    ('2019', '2021', 'report')
    """
    return tuple(dict.fromkeys([*files(), *editions()]))


def published(name: str) -> dict[str, Any]:
    """The schema of this name: an edition, ``report`` for all of them, or a kind of document.

    It is the published file; the schema of an edition of another package is computed.

    >>> published("2021")["$id"]
    'urn:gxstats:schema:report:2021:1'

    Raises :class:`~gxstats.UnknownName` with the names there are.
    """
    if name in files():
        schema: dict[str, Any] = json.loads((directory() / files()[name]).read_bytes())
        return schema
    if is_edition(name):
        return json_schema(name)
    what = Bilingual("模式文件的名称", "the name of a schema")
    raise unknown_name("name", name, schema_names(), what)


def json_schema(name: str) -> dict[str, Any]:
    """The same schema as :func:`published`, as the form gives it.

    >>> sorted(json_schema("2019")["required"])[:3]
    ['disclosure', 'disputes', 'edition']
    """
    from .report_schema import report_schema, union_schema

    if name == UNION:
        return union_schema(own_editions()[-1])
    if name in _MODULES:
        module = import_module(f".{_MODULES[name]}", __package__)
        schema: dict[str, Any] = getattr(module, f"{name}_schema")()
        return schema
    return report_schema(name)


def edition_files(edition: str) -> dict[str, bytes]:
    """The content of the generated files of an edition of any package, by path.

    >>> [*edition_files("2019")]
    ['2019/report.schema.json', '2019/relations.json', '2019/certificate.json']
    """
    from .certificate_document import certificate_document
    from .relations_document import relations_document
    from .report_schema import union_schema

    documents = {
        schema_path(edition): json_schema(edition),
        document_path("relations", edition): relations_document(edition),
        document_path("certificate", edition): certificate_document(*forms_of(edition)),
    }
    if len(editions_until(edition)) > 1:
        documents[schema_path(edition, union=True)] = union_schema(edition)
    return {path: written(document) for path, document in documents.items()}


def generated() -> dict[str, bytes]:
    """The content of every generated file of this package, by its path under ``schema/``."""
    from .index_document import index_document

    found = {files()[kind]: written(json_schema(kind)) for kind in _MODULES}
    for edition in own_editions():
        found |= edition_files(edition)
    return found | {INDEX: written(index_document())}


def written(document: dict[str, Any]) -> bytes:
    """A document as it is published."""
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
    documents = [document_path(kind, edition) for kind in DOCUMENTS for edition in own_editions()]
    for path in release(root, sorted({*generated(), *documents} - {INDEX})):
        sys.stdout.write(f"{path} released\n")
    return 0


def _source_directory() -> Path:
    try:
        return directory()
    except FileNotFoundError:  # nothing has been written yet
        return Path("schema")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
