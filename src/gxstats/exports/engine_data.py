"""What the engine in JavaScript is told: the forms, their relations and the phrases, as JSON values.

Nothing is stated here; everything is read off the catalogue, the relations and the modules that judge,
word and diagnose.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import ModuleType
from typing import Any, Final

from ..cells import AMOUNT_DECIMALS, BOUNDS, COUNT_MAXIMUM, Kind
from ..diagnosis import evidence
from ..diagnosis import phrases as slip_phrases
from ..diagnosis.equations import equations_of
from ..diagnosis.evidence import Evidence
from ..errors import CODES
from ..forms.narrative import PRINTED_LENGTH, TEXT_LENGTH, Narrative, Remark
from ..forms.organ import ALPHABET, DIVISION, NAME_LENGTH, SCOPES, Organ
from ..forms.report import YEARS, Form
from ..reading import numbers
from ..reading.limits import Limits
from ..relations import PREVIOUS, Relation, Term, rulebook, wording, year_links
from ..relations import phrases as relation_phrases
from ..text import LANGUAGES, Bilingual
from ..wire.document import JSONLimits
from ..wire.fields import names_of
from ..wire.schema_parts import as_json
from ..wire.strict import (
    DOCUMENT_KEYS,
    MOST_PROBLEMS,
    SCHEMA_KEY,
    forms_of,
    where_forms_differ,
)
from .columns import Forms

__all__ = ["engine_data"]

_PROBLEMS: Final = {
    "whole": Bilingual("（整个文件）", "(the whole document)"),
    "problem": Bilingual("{where}：{meaning}", "{where}: {meaning}"),
    "problemFound": Bilingual(
        "{where}：{meaning}；现为 {found}", "{where}: {meaning}; found {found}"
    ),
}


def engine_data(forms: Forms) -> dict[str, Any]:
    """Everything about these forms, under the names by which the engine knows it."""
    limits = JSONLimits()
    return {
        "languages": list(LANGUAGES),
        "keys": list(DOCUMENT_KEYS),
        "schemaKey": SCHEMA_KEY,
        "limits": {
            "bytes": limits.bytes,
            "depth": limits.depth,
            "places": len(str(COUNT_MAXIMUM)),
            "largest": COUNT_MAXIMUM,
            "problems": MOST_PROBLEMS,
            "decimals": AMOUNT_DECIMALS,
            "years": list(YEARS),
        },
        "previous": PREVIOUS,
        "organ": {
            "keys": list(names_of(Organ)),
            "alphabet": ALPHABET,
            "division": DIVISION.pattern,
            "scopes": list(SCOPES),
            "length": NAME_LENGTH,
        },
        "narrative": {"keys": list(names_of(Narrative)), "length": TEXT_LENGTH},
        "remarks": {"keys": list(names_of(Remark)), "length": PRINTED_LENGTH},
        "codes": {code: as_json(meaning) for code, meaning in CODES.items()},
        "difference": {
            edition: list(where_forms_differ(edition)[0])
            for edition in dict.fromkeys(form.edition for form in forms)
            if len(forms_of(edition)) > 1
        },
        "phrases": {
            "relations": _phrases(relation_phrases),
            "slips": _phrases(slip_phrases),
            "problems": {name: as_json(text) for name, text in _PROBLEMS.items()},
            "namedBlanks": wording.NAMED_BLANKS,
        },
        "evidence": {
            "labels": {kind.value: as_json(kind.label) for kind in Evidence},
            "unlikely": {kind.value: evidence.UNLIKELINESS[kind] for kind in Evidence},
            "unexplained": evidence.UNEXPLAINED,
            "totalAlone": evidence.TOTAL_ALONE,
            "ofTotals": sorted(kind.value for kind in evidence.OF_TOTALS),
        },
        "print": _print(),
        "forms": [_form(form) for form in forms],
    }


def _phrases(module: ModuleType) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for name in module.__all__:
        value = getattr(module, name)
        if isinstance(value, Mapping):
            found[name] = {key: as_json(text) for key, text in value.items()}
        else:
            found[name] = as_json(value)
    return found


def _print() -> dict[str, Any]:
    """How the numbers of cells are printed, as the reader of published reports has it."""
    return {
        "blanks": sorted(numbers.BLANKS),
        "dashes": "".join(map(chr, numbers.DASHES)),
        "minus": "".join(map(chr, numbers.MINUS)),
        "longest": numbers.LONGEST_MARK,
        "figure": numbers.FIGURE.pattern.replace("(?P<", "(?<"),
        "plain": numbers.PLAIN.pattern,
        "raised": numbers.MARKS.pattern,
        "digits": Limits().digits,
        "money": dict(numbers.MONEY),
        "negative": sorted(numbers.NEGATIVE),
    }


# --- one form -------------------------------------------------------------------------------------


def _form(form: Form) -> dict[str, Any]:
    return {
        "id": form.id,
        "edition": form.edition,
        "notice": form.notice,
        "title": as_json(form.title),
        "shape": _shape(form),
        "cells": [
            {
                "address": cell.address,
                "kind": cell.kind.value,
                "name": {language: cell.name(language) for language in LANGUAGES},
            }
            for cell in form
        ],
        "relations": [_relation(relation, form) for relation in rulebook(form)],
        "yearRelations": [_relation(relation, form) for relation in year_links(form, form)],
        "equations": _equations(form),
        "totals": sorted(evidence.totals_of(form)),
        "neighbours": [
            [[kind.value, cell] for kind, cell in evidence.neighbours_of(form)[place]]
            for place in range(len(form))
        ],
    }


def _shape(form: Form) -> dict[str, Any]:
    """The tables as they stand in a document, with the place of each cell."""
    shape: dict[str, Any] = {}
    for cell in form:
        *path, last = cell.address.split("/")[1:]
        part = shape
        for step in path:
            part = part.setdefault(step, {})
        part[last] = cell.index
    return shape


def _relation(relation: Relation, form: Form) -> dict[str, Any]:
    words = {language: wording.words(relation, form, language) for language in LANGUAGES}
    return {
        "id": relation.id,
        "strength": relation.strength.value,
        "comparison": relation.comparison.value,
        "left": _terms(relation.left, form),
        "right": _terms(relation.right, form),
        "place": {language: words[language].place for language in LANGUAGES},
        "labels": {language: list(words[language].labels) for language in LANGUAGES},
        "parts": [
            {language: words[language].parts[side] for language in LANGUAGES} for side in range(2)
        ],
    }


def _terms(terms: Sequence[Term], form: Form) -> list[tuple[int, int, str]]:
    return [(term.coefficient, _place(term.address, form), term.blank.value) for term in terms]


def _place(address: str, form: Form) -> int:
    """The place of a cell; the cells of last year's report come after those of the report."""
    own = address.removeprefix(PREVIOUS)
    return form.index[own] + (0 if own == address else len(form))


def _equations(form: Form) -> dict[str, Any]:
    """The equations in which single wrong cells are looked for.

    Raises :class:`ValueError` where the engine's way of looking would not do.
    """
    equations = equations_of(form)
    cells = [form.cells[place] for place in equations.cells]
    factors = {factor for row in equations.rows for factor in row.values()}
    if equations.most_rows > 2 or factors != {1, -1}:  # pragma: no cover - no such form
        raise ValueError(f"the equations of {form.id} take more than the engine has")
    if any(BOUNDS.get(cell.kind) != BOUNDS[Kind.COUNT] for cell in cells):  # pragma: no cover
        raise ValueError(f"an equation of {form.id} has a cell that is no count")
    by_id = rulebook(form).by_id
    return {
        "relations": [by_id[relation.id] for relation in equations.relations],
        "components": [list(rows) for rows in equations.components],
        "names": [as_json(wording.relation_name(one, form)) for one in equations.relations],
    }
