"""Corpora written where other forms were known: of a form that came later they have no column.

The columns of a form are all in a corpus, or none of those that are its own: then no report in the
corpus is on it. A column named by an address that no known form has belongs to a form of a package
that is not installed.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Mapping
from typing import Final

import attrs

from ..errors import Problem
from ..forms.report import FORMS
from ..text import Bilingual
from .invalid import missing
from .names import SCHEMA_VERSION, cell_kinds

__all__ = ["FORMS_KEY", "VERSION_KEY", "KnownForms", "corpus_metadata", "forms_in"]

VERSION_KEY: Final = b"gxstats.columns"
"""Key of the schema's metadata under which the version of the layout stands."""
FORMS_KEY: Final = b"gxstats.forms"
"""Key under which the forms stand that were known: a JSON object of ids and their packages."""


def corpus_metadata() -> dict[bytes, bytes]:
    """The metadata of a corpus that is written here."""
    packages = {form.id: form.package for form in FORMS.values()}
    return {VERSION_KEY: SCHEMA_VERSION.encode(), FORMS_KEY: json.dumps(packages).encode()}


@attrs.frozen
class KnownForms:
    """The forms whose reports a table can hold: those that are known, and have their columns."""

    ids: frozenset[str]
    packages: Mapping[str, str] = attrs.field(hash=False)
    """By id, the packages of the forms that were known where it was written, if it says so."""

    def problem(self, where: str, found: object) -> Problem:
        """The problem of a report on another form."""
        if found in FORMS and found not in self.ids:
            return Problem("column.missing", where, str(found), _NO_COLUMNS)
        return Problem("value.choice", where, repr(found), self.expected)

    @property
    def expected(self) -> Bilingual:
        """Which forms are known, and what to do about another."""
        others = [f"{id} ({package})" for id, package in self.packages.items() if id not in FORMS]
        named_zh = f"：{'、'.join(others)}" if others else ""
        named_en = f": {', '.join(others)}" if others else ""
        return Bilingual(
            f"已知表样（{'、'.join(FORMS)}）之一；其他表样须先安装带来该表样的程序包{named_zh}",
            f"one of the known forms ({', '.join(FORMS)}); for another form, install the package "
            f"that brings it{named_en}",
        )


_NO_COLUMNS: Final = Bilingual(
    "这种表样的各列：表中有这种表样的报告，却没有其各列",
    "the columns of this form: there is a report on it, and none of its columns",
)


def forms_in(
    columns: Collection[str],
    wanted: Iterable[str],
    metadata: Mapping[bytes, bytes] | None = None,
) -> tuple[KnownForms, list[Problem]]:
    """The forms whose reports a table can hold, and what is wrong with its columns.

    ``wanted`` are the addresses that are asked for. Those that are missing are a problem, unless
    they are of forms alone of which the table has no column of their own.
    """
    present, asked = frozenset(columns), tuple(wanted)
    cells = {form.id: form.addresses.intersection(asked) for form in FORMS.values()}
    ids = frozenset(id for id, own in cells.items() if own <= present)
    known = KnownForms(ids, json.loads((metadata or {}).get(FORMS_KEY, b"{}")))
    of_known: frozenset[str] = frozenset().union(*(cells[id] for id in ids))
    lacking: set[str] = set()
    for own in cells.values():
        if not ids or (own - of_known) & present:
            lacking |= own - present
    unknown = [
        Problem("column.unknown", name, "", known.expected)
        for name in columns
        if name.startswith("/") and name not in cell_kinds()
    ]
    return known, [*unknown, *(missing(name) for name in asked if name in lacking)]
