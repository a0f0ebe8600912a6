"""The reference: the one place that judges a report document, whole and in plain steps.

A :class:`Judge` walks the document beside the form's own classes, notes every problem with its
address, and builds the parts through their public constructors. The fast paths
(:mod:`gxstats.wire.compiled`, :mod:`gxstats.wire.fast`) may only accept what it accepts;
whatever they doubt comes here, so that a verdict, good or bad, has one source.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache
from typing import Any, Final

import attrs

from ..cells import CELL, PART, cell_problem, shown
from ..errors import InvalidDocument, Problem, suggest
from ..forms.narrative import (
    PRINTED_LENGTH,
    TEXT_LENGTH,
    Narrative,
    Remark,
    remark_problem,
    text_problem,
)
from ..forms.organ import Organ, organ_problems
from ..forms.report import FORMS, Form, Report, year_problem
from ..text import Bilingual
from .document import JSONLimits, Members, Numeral, Source, parse_exactly, text_of
from .fields import fields_of, names_of, part_class
from .pointer import member

__all__ = [
    "DOCUMENT_KEYS",
    "SCHEMA_KEY",
    "Judge",
    "editions",
    "editions_until",
    "form_of_document",
    "forms_of",
    "is_edition",
    "judged",
    "own_editions",
    "read_strictly",
    "structure",
    "where_forms_differ",
]

SCHEMA_KEY: Final = "$schema"
DOCUMENT_KEYS: Final = (
    "edition",
    "year",
    "organ",
    *(name for name in next(iter(FORMS.own.values())).parts),
    "narrative",
    "remarks",
)
"""The keys of a report document, in their order; ``$schema`` may stand before them."""

MOST_PROBLEMS: Final = 1_000
"""Problems of one document that are looked for; a form has some two hundred cells."""
_SUGGESTIONS: Final = 16
"""Unknown keys of one document for which a likely intention is looked up: it is slow."""
_FOUND_NOTHING: Final = ""
_EDITION: Final = f"/{DOCUMENT_KEYS[0]}"

_AN_OBJECT: Final = Bilingual("一个对象", "an object")
_AN_ARRAY: Final = Bilingual("一个数组", "an array")
_A_TEXT: Final = Bilingual("文字", "a text")
_ONCE: Final = Bilingual("每一项只出现一次", "each key once")
_REQUIRED: Final = Bilingual("一个值（空白写作 null）", "a value (null for a blank)")


@cache
def editions() -> tuple[str, ...]:
    """The editions of the form that any installed package brings, each after the one it follows."""
    return tuple(dict.fromkeys(form.edition for form in FORMS.values()))


@cache
def own_editions() -> tuple[str, ...]:
    """The editions of this package: those whose files are published with it."""
    return tuple(dict.fromkeys(form.edition for form in FORMS.own.values()))


def editions_until(edition: str) -> tuple[str, ...]:
    """An edition and those before it: of this package, or else of all."""
    known = own_editions() if edition in own_editions() else editions()
    return known[: known.index(edition) + 1]


def is_edition(name: object) -> bool:
    """Whether there is an edition of this name; other packages are looked at only for one of theirs."""
    return isinstance(name, str) and name in FORMS and FORMS[name].is_main


@cache
def forms_of(edition: str) -> tuple[Form, ...]:
    """The forms of an edition: one for each shape in which it is printed."""
    forms: Mapping[str, Form] = FORMS.own if edition in FORMS.own else FORMS
    return tuple(form for form in forms.values() if form.edition == edition)


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


class _Enough(Exception):
    """There are more problems than are looked for."""


@attrs.define
class Judge:
    """Goes through one document and notes its problems, in the order of the form."""

    problems: list[Problem] = attrs.field(factory=list)
    suggestions: int = _SUGGESTIONS

    def add(self, problem: Problem) -> None:
        """Note a problem."""
        if len(self.problems) == MOST_PROBLEMS:
            raise _Enough
        self.problems.append(problem)

    def note(self, code: str, address: str, value: object, expected: Bilingual) -> None:
        """Note a problem with a value."""
        self.add(Problem(code, address, _text(value), expected))

    def adopt(self, problem: Problem | None, value: object) -> bool:
        """Note a problem that a definition of the form found; whether there was none."""
        if problem is None:
            return True
        if type(value) is Numeral:
            problem = attrs.evolve(problem, found=shown(value))
        self.add(problem)
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
                asked = _editions_asked() if where == _EDITION else _REQUIRED
                self.add(Problem("key.missing", where, _FOUND_NOTHING, asked))
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
        if not isinstance(edition, str) or not is_edition(edition):
            code = "value.choice" if isinstance(edition, str) else "value.type"
            self.note(code, address, edition, _editions_asked())
            return None
        declared = form_of_document(edition, document)
        printed = _form_of_tables(declared, document)
        if printed is not declared:
            quoted = f'"{printed.edition}"'
            asked = Bilingual(
                f"{quoted}（各表为该版样式）", f"{quoted}, the edition of its tables"
            )
            self.note("value.choice", address, edition, asked)
        return printed


def _editions_asked() -> Bilingual:
    names = [f'"{name}"' for name in editions()]
    return Bilingual(" 或 ".join(names), " or ".join(names))


def _form_of_tables(declared: Form, document: object) -> Form:
    """The form that the tables of a document are on, whatever edition it declares.

    That is the declared one, unless fewer of the keys are unknown to one of another edition, and no
    more of its own are missing.
    """
    unknown, missing = _keys_apart(declared, document)
    for edition in editions() if unknown else ():
        if edition != declared.edition:
            other = form_of_document(edition, document)
            unknown_there, missing_there = _keys_apart(other, document)
            if unknown_there < unknown and missing_there <= missing:
                return other
    return declared


def _keys_apart(form: Form, document: object) -> tuple[int, int]:
    """How many keys of the document's tables a form does not have, and how many they lack."""
    unknown = missing = 0
    waiting = [(cls, _member(document, name)) for name, cls in form.parts.items()]
    for cls, value in waiting:  # which grows
        if isinstance(value, Mapping):
            names = names_of(cls)
            present = sum(name in value for name in names)
            unknown += len(value) - present
            missing += len(names) - present
            waiting += [
                (part_class(cls, field.name), value.get(field.name))
                for field in fields_of(cls)
                if PART in field.metadata
            ]
    return unknown, missing


def _member(value: object, key: str) -> object:
    return value.get(key) if isinstance(value, Mapping) else None


def form_of_document(edition: str, document: object) -> Form:
    """The form of this edition whose keys are nearest to those of the document."""
    first, *others = forms = forms_of(edition)
    if not others:
        return first
    path, shapes = where_forms_differ(edition)
    for step in path:
        document = _member(document, step)
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
    """The report of a parsed document; raises with its problems."""
    report: Report = judged(Judge.report, tree)
    return report


def judged(judge: Callable[[Judge, object, str], Any], value: object) -> Any:
    """What a method of the judge makes of a value.

    Raises :class:`~gxstats.InvalidDocument` with all its problems, or with as many as are looked for
    and, before them, a problem that tells so.
    """
    notes = Judge()
    made = None
    try:
        made = judge(notes, value, "")
    except _Enough:
        notes.problems.insert(0, _TOO_MANY)
    if notes.problems:
        raise InvalidDocument(notes.problems)
    return made


_TOO_MANY: Final = Problem(
    "document.problems",
    "",
    _FOUND_NOTHING,
    Bilingual(f"至多 {MOST_PROBLEMS} 处", f"at most {MOST_PROBLEMS} problems"),
)
