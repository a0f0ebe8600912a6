"""The reference: the one place that judges a report document, whole and in plain steps.

A :class:`Judge` walks the document beside the form's own classes, notes every problem with its
address, and builds the parts through their public constructors. The fast paths
(:mod:`gxstats.wire.compiled`, :mod:`gxstats.wire.fast`) may only accept what it accepts;
whatever they doubt comes here, so that a verdict, good or bad, has one source.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import Any, Final

import attrs

from ..cells import CELL, PART, cell_problem, shown
from ..errors import InvalidDocument, Problem, suggest
from ..forms.catalogue import FORMS, Form
from ..organ import Organ, organ_problems
from ..report import (
    PRINTED_LENGTH,
    TEXT_LENGTH,
    Narrative,
    Remark,
    Report,
    remark_problem,
    text_problem,
    year_problem,
)
from ..text import Bilingual
from .document import JSONLimits, Members, Numeral, Source, parse_exactly, text_of
from .fields import fields_of, names_of, part_class
from .pointer import member

__all__ = [
    "DOCUMENT_KEYS",
    "SCHEMA_KEY",
    "Judge",
    "editions",
    "form_of_document",
    "forms_of",
    "read_strictly",
    "structure",
    "where_forms_differ",
]

SCHEMA_KEY: Final = "$schema"
DOCUMENT_KEYS: Final = (
    "edition",
    "year",
    "organ",
    *(name for name in next(iter(FORMS.values())).parts),
    "narrative",
    "remarks",
)
"""The keys of a report document, in their order; ``$schema`` may stand before them."""

_SUGGESTIONS: Final = 16
"""Unknown keys of one document for which a likely intention is looked up: it is slow."""
_FOUND_NOTHING: Final = ""

_AN_OBJECT: Final = Bilingual("一个对象", "an object")
_AN_ARRAY: Final = Bilingual("一个数组", "an array")
_A_TEXT: Final = Bilingual("文字", "a text")
_ONCE: Final = Bilingual("每一项只出现一次", "each key once")
_REQUIRED: Final = Bilingual("一个值（空白写作 null）", "a value (null for a blank)")


@cache
def editions() -> tuple[str, ...]:
    """The editions of the form, oldest first."""
    return tuple(dict.fromkeys(form.edition for form in FORMS.values()))


@cache
def forms_of(edition: str) -> tuple[Form, ...]:
    """The forms of an edition: one for each shape in which it is printed."""
    return tuple(form for form in FORMS.values() if form.edition == edition)


@attrs.frozen(repr=False)
class _Shown:
    """Stands in a problem for an object or an array, which would be too much to show."""

    text: str

    def __repr__(self) -> str:
        return self.text


def _judged(value: object) -> object:
    """The value as the definitions of the form judge it."""
    if isinstance(value, Mapping):
        return _Shown("{…}" if value else "{}")
    if isinstance(value, (list, tuple, set, frozenset)):
        return _Shown("[…]" if value else "[]")
    return value


def _text(value: object) -> str:
    return shown(_judged(value))


@attrs.define
class Judge:
    """Goes through one document and notes its problems, in the order of the form."""

    problems: list[Problem] = attrs.field(factory=list)
    suggestions: int = _SUGGESTIONS

    def note(self, code: str, address: str, value: object, expected: Bilingual) -> None:
        """Note a problem with a value."""
        self.problems.append(Problem(code, address, _text(value), expected))

    def adopt(self, problem: Problem | None, value: object) -> bool:
        """Note a problem that a definition of the form found; whether there was none."""
        if problem is None:
            return True
        if type(value) is Numeral:
            problem = attrs.evolve(problem, found=shown(value))
        self.problems.append(problem)
        return False

    def members(
        self, value: object, address: str, keys: Sequence[str], optional: Sequence[str] = ()
    ) -> Iterator[tuple[str, str, Any]]:
        """The members that an object should have: key, address and value of each.

        Notes what is not an object, and keys that are missing, repeated or unknown.
        """
        if not isinstance(value, Mapping):
            self.note("value.type", address, value, _AN_OBJECT)
            return
        repeated = value.repeated if isinstance(value, Members) else frozenset()
        for key in (*optional, *keys):
            where = member(address, key)
            if key in repeated:
                self.note("key.duplicate", where, key, _ONCE)
            if key in value:
                yield key, where, value[key]
            elif key not in optional:
                self.problems.append(Problem("key.missing", where, _FOUND_NOTHING, _REQUIRED))
        known = {*keys, *optional}
        for key in value:
            if key not in known:
                self._unknown(key, address, keys)

    def _unknown(self, key: object, address: str, keys: Sequence[str]) -> None:
        near = None
        if self.suggestions and isinstance(key, str):
            self.suggestions -= 1
            near = suggest(key, keys)
        names = ", ".join(keys)
        expected = (
            Bilingual(f"{near}（是否笔误？）", f"{near} (did you mean this?)")
            if near
            else Bilingual(f"{names} 之一", f"one of {names}")
        )
        self.note("key.unknown", member(address, key), key, expected)

    # --- the tables ---

    def part(self, cls: type, value: object, address: str) -> Any:
        """A part of the form; meaningful only if no problem was noted."""
        fields = {field.name: field for field in fields_of(cls)}
        made: dict[str, Any] = {}
        before = len(self.problems)
        for name, where, inner in self.members(value, address, tuple(fields)):
            if PART in fields[name].metadata:
                made[name] = self.part(part_class(cls, name), inner, where)
            else:
                made[name] = self.cell(fields[name].metadata[CELL].kind, inner, where)
        return cls(**made) if len(self.problems) == before else None

    def cell(self, kind: Any, value: object, address: str) -> Any:
        """The value of a cell."""
        plain = value.value() if type(value) is Numeral else _judged(value)
        self.adopt(cell_problem(kind, address, plain), value)
        return plain

    # --- what every report has beside its tables ---

    def year(self, value: object, address: str) -> Any:
        """The fiscal year."""
        plain = value.value() if type(value) is Numeral else _judged(value)
        self.adopt(year_problem(plain, address), value)
        return plain

    def text(self, value: object, address: str, length: int) -> Any:
        """A text that may be null."""
        self.adopt(text_problem(_judged(value), address, length), value)
        return value

    def required_text(self, value: object, address: str, length: int) -> str | None:
        """A text that may not be null."""
        if value is None:
            self.note("value.type", address, value, _A_TEXT)
        elif self.adopt(text_problem(_judged(value), address, length), value):
            return str(value)
        return None

    def organ(self, value: object, address: str) -> Organ | None:
        """The organ."""
        keys = names_of(Organ)
        facts: dict[str, Any] = dict.fromkeys(keys)
        before = len(self.problems)
        facts.update((key, _judged(fact)) for key, _, fact in self.members(value, address, keys))
        found = self.problems[before:]
        found += organ_problems(facts, address)
        places = {member(address, key): place for place, key in enumerate(keys)}
        found.sort(key=lambda problem: places.get(problem.address, len(places)))
        self.problems[before:] = found
        return None if found else Organ(**facts)

    def narrative(self, value: object, address: str) -> Narrative | None:
        """The sections of text."""
        keys = names_of(Narrative)
        before = len(self.problems)
        texts = {
            key: self.text(text, where, TEXT_LENGTH)
            for key, where, text in self.members(value, address, keys)
        }
        return Narrative(**texts) if len(self.problems) == before else None

    def remarks(self, value: object, address: str, form: Form | None) -> tuple[Any, ...]:
        """The remarks; their cells are looked up if the form is known."""
        if not isinstance(value, (list, tuple)):
            self.note("value.type", address, value, _AN_ARRAY)
            value = ()
        remarks: list[Any] = []
        seen: set[str] = set()
        for place, item in enumerate(value):
            where = member(address, place)
            remark = self.remark(item, where)
            if remark is not None and form is not None:
                problem = remark_problem(remark.cell, member(where, "cell"), form.index, seen)
                self.adopt(problem, remark.cell)
            remarks.append(remark)
        return tuple(remarks)

    def remark(self, value: object, address: str) -> Remark | None:
        """One remark."""
        keys = names_of(Remark)
        before = len(self.problems)
        texts: dict[str, Any] = {
            key: self.required_text(text, where, PRINTED_LENGTH)
            for key, where, text in self.members(value, address, keys)
        }
        return Remark(**texts) if len(self.problems) == before else None

    # --- the document ---

    def report(self, value: object, address: str = "") -> Report | None:
        """The report; None if any problem was noted."""
        form: Form | None = None
        made: dict[str, Any] = {}
        for key, where, inner in self.members(value, address, DOCUMENT_KEYS, (SCHEMA_KEY,)):
            match key:
                case "$schema":
                    self.required_text(inner, where, PRINTED_LENGTH)
                case "edition":
                    form = self.form(inner, where, value)
                case "year":
                    made[key] = self.year(inner, where)
                case "organ":
                    made[key] = self.organ(inner, where)
                case "narrative":
                    made[key] = self.narrative(inner, where)
                case "remarks":
                    made[key] = self.remarks(inner, where, form)
                case _ if form is not None:
                    made[key] = self.part(form.parts[key], inner, where)
        if self.problems or form is None:
            return None
        return form.report_class(**made)

    def form(self, edition: object, address: str, document: object) -> Form | None:
        """The form that a document is on: by its edition, and the keys of its tables."""
        names = editions()
        if not isinstance(edition, str) or edition not in names:
            code = "value.choice" if isinstance(edition, str) else "value.type"
            choice = Bilingual(
                " 或 ".join(f'"{name}"' for name in names),
                " or ".join(f'"{name}"' for name in names),
            )
            self.note(code, address, edition, choice)
            return None
        return form_of_document(edition, document)


def form_of_document(edition: str, document: object) -> Form:
    """The form of this edition whose keys are nearest to those of the document."""
    first, *others = forms = forms_of(edition)
    if not others:
        return first
    path, shapes = where_forms_differ(edition)
    for step in path:
        document = document.get(step) if isinstance(document, Mapping) else None
    keys = set(document) if isinstance(document, Mapping) else set()
    return min(forms, key=lambda form: len(shapes[form.id] ^ keys))  # the first, if several


@cache
def where_forms_differ(edition: str) -> tuple[tuple[str, ...], dict[str, frozenset[str]]]:
    """The path to the one part in which the forms of an edition differ, and its keys in each."""
    forms = forms_of(edition)
    level: list[Mapping[str, type]] = [form.parts for form in forms]
    path: list[str] = []
    while True:
        step = next(name for name in level[0] if len({parts[name] for parts in level}) > 1)
        path.append(step)
        classes = [parts[step] for parts in level]
        names = [frozenset(names_of(cls)) for cls in classes]
        if len(set(names)) > 1:
            return tuple(path), {form.id: keys for form, keys in zip(forms, names, strict=True)}
        level = [
            {
                field.name: part_class(cls, field.name)
                for field in fields_of(cls)
                if PART in field.metadata
            }
            for cls in classes
        ]


def read_strictly(source: Source, limits: JSONLimits) -> Report:
    """The report in a JSON document, by this path alone."""
    return structure(parse_exactly(text_of(source, limits), limits))


def structure(tree: object) -> Report:
    """The report of a parsed document; raises with all its problems."""
    judge = Judge()
    report = judge.report(tree)
    if report is None:
        raise InvalidDocument(judge.problems)
    return report
