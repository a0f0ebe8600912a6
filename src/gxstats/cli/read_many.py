"""``gxstats read`` of folders, or of several files: a report document for each, in a folder."""

from __future__ import annotations

import json
from collections.abc import Hashable, Iterable, Sequence
from pathlib import Path

import click

from ..outputs import is_within
from ..text import Language
from . import texts
from .folders import Entry, Gathered, gathered, is_folder
from .framework import Usage
from .many import Line, Run, Sort, attempted
from .outputs import identity_of_output, identity_of_source
from .printing import Printer, file_name
from .sources import Loaded, load, require_one_standard_input
from .streams import STANDARD, FileTrouble, deliver, json_bytes
from .supplied import Supplied, completed, contradictions
from .verdict import HELD, OPEN, known_facts

__all__ = ["read_many"]

_READ = Sort(texts.READ_WELL, texts.READ_FILE, "green", HELD)
_DOUBTED = Sort(texts.DOUBT, texts.DOUBTED_FILE, "yellow", OPEN)
_INCOMPLETE = Sort(texts.TABLE_MISSING, texts.INCOMPLETE_FILE, "yellow", OPEN)
_ONE_ORGANS = frozenset({"name", "code"})
"""Facts that no two organs share."""


def read_many(
    language: Language,
    names: Sequence[str],
    out: str,
    reading: str | None,
    supplied: list[Supplied],
    *,
    follow: bool,
) -> int:
    """Read all files, and write a document for each under the folder ``out``."""
    context = click.get_current_context()
    require_one_standard_input(names, context)
    for fact in supplied:
        if fact.value is not None and fact.field in _ONE_ORGANS:
            raise Usage(texts.ONE_ORGAN.format(option=fact.option), context)
    folders = {
        option: _folder(option, name, names)
        for option, name in (("-o", out), ("--reading", reading))
        if name is not None
    }
    files = gathered(names, folders.values(), follow=follow)
    _require_own_names(files, folders.values())
    run = Run(files, (_READ, _DOUBTED, _INCOMPLETE), Printer(), language)
    for entry in run.entries():
        loaded = attempted(lambda entry=entry: _written(entry, folders, supplied))  # type: ignore[misc]
        if isinstance(loaded, Loaded):
            run.tell(_line(entry, loaded, supplied, language))
        else:
            run.fail(entry, loaded)
    return run.end()


def _folder(option: str, name: str, sources: Sequence[str]) -> Path:
    """A folder to write to, which must not be one that holds what is read."""
    context = click.get_current_context()
    if name == STANDARD:
        raise Usage(texts.NEEDS_FOLDER.format(option=option), context)
    folder = Path(name)
    if folder.exists() and not folder.is_dir():
        raise Usage(texts.NOT_A_FOLDER.format(option=option, name=file_name(name)), context)
    for source in sources:
        if is_folder(source) and is_within(source, folder):
            meaning = texts.OUTPUT_HOLDS_SOURCES.format(option=option, name=file_name(name))
            raise Usage(meaning, context)
    return folder


def _written_to(entry: Entry, folder: Path) -> Path:
    """Where a file's document goes: its own name, ending and all, so that no two are the same."""
    return folder / entry.place.with_name(f"{entry.place.name}.json")


def _require_own_names(files: Gathered, folders: Iterable[Path]) -> None:
    """Complain, before anything is written, of two documents with one name."""
    context = click.get_current_context()
    taken: dict[Hashable, Entry] = {}
    sources = {identity_of_source(entry.name) for entry in files.entries}
    for folder in folders:
        for entry in files.entries:
            path = str(_written_to(entry, folder))
            found = identity_of_output(path)
            if found in sources:
                raise Usage(texts.OVERWRITES.format(name=file_name(path)), context)
            if found in taken:
                first, second = file_name(taken[found].name), file_name(entry.name)
                meaning = texts.ONE_NAME.format(first=first, second=second, name=file_name(path))
                raise Usage(meaning, context)
            taken[found] = entry


def _written(entry: Entry, folders: dict[str, Path], supplied: list[Supplied]) -> Loaded:
    """Read one file and write its documents."""
    from ..wire import to_json

    loaded = load(entry.name)
    report = completed(loaded.report, supplied)
    document = to_json(report, indent=2).decode().rstrip("\n")
    _deliver(json_bytes(document + "\n"), _written_to(entry, folders["-o"]))
    if "--reading" in folders and loaded.reading is not None:
        document = json.dumps(loaded.reading.to_dict(), ensure_ascii=False, indent=1)
        _deliver(json_bytes(document + "\n"), _written_to(entry, folders["--reading"]))
    return loaded


def _deliver(data: bytes, path: Path) -> None:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        reason = error.strerror or type(error).__name__
        name = file_name(str(path.parent))
        raise FileTrouble(texts.CANNOT_WRITE.format(name=name, reason=reason)) from error
    deliver(data, str(path))


def _line(entry: Entry, loaded: Loaded, supplied: list[Supplied], language: Language) -> Line:
    """What there is to say of a file that was read."""
    contradicted = [one[language] for one in contradictions(loaded.report, supplied)]
    said = known_facts(loaded.report, language)
    if loaded.doubts:
        said.append(texts.COUNT_DOUBTS.format(count=len(loaded.doubts))[language])
    sort = _DOUBTED if loaded.doubts or contradicted else _READ
    if loaded.missing:
        sort = _INCOMPLETE
        said.append(texts.COUNT_MISSING.format(count=len(loaded.missing))[language])
    return Line(entry.name, sort, "  ".join([*said, *contradicted]))
