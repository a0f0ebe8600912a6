"""The labels to look for, derived from the catalogue of every form.

Nothing about the form is written here: a label is what the catalogue says, without its number
and filling notes, and what it stands for is a piece of an address.
"""

from __future__ import annotations

import enum
from collections import Counter
from collections.abc import Iterator
from functools import cache, cached_property, lru_cache
from itertools import chain
from typing import Final

import attrs

from ..forms.catalogue import UNLABELLED_ROW
from ..forms.narrative import SECTION, Narrative
from ..forms.report import FORMS, Form
from .normalize import ENUMERATOR, bare, normalized
from .variants import OTHER_WORDS, VARIANTS

__all__ = [
    "BLOCKS",
    "MATRIX",
    "UNLABELLED",
    "UNLABELLED_CELLS",
    "Anchor",
    "Meaning",
    "Role",
    "anchors",
    "distance",
    "nearest",
]


_TABLES: Final = {table.name: table for form in FORMS.own.values() for table in form.tables}
UNLABELLED: Final = next(name for name, table in _TABLES.items() if not table.has_row_labels)
"""The table whose one row has no label: table four."""
UNLABELLED_CELLS: Final = max(
    sum(cell.table.name == UNLABELLED for cell in form) for form in FORMS.own.values()
)
"""How many cells that row has."""
BLOCKS: Final = next(name for name, table in _TABLES.items() if not table.is_uniform)
"""The table whose columns change from block to block, each block with a head: table two."""
MATRIX: Final = next(name for name in _TABLES if name not in {UNLABELLED, BLOCKS})
"""The table whose rows all have the same columns: table three."""


class Role(enum.Enum):
    """What a label labels."""

    ROW = "row"
    COLUMN = "column"
    GROUP = "group"
    """Columns that stand together."""
    HEADING = "heading"
    """Rows that stand together, or columns: it names no cells by itself."""
    TABLE = "table"
    SECTION = "section"
    """A section of text."""
    WORD = "word"


@attrs.frozen
class Meaning:
    """One thing that a label can stand for."""

    role: Role
    key: str
    """A row's or group's address; a column's last step of the address; a table's name."""
    table: str
    forms: frozenset[str]
    """The forms that print the label so."""
    number: str = ""
    """The number the form prints before the label, normalized."""


@attrs.frozen(eq=False)
class Anchor:
    """One label, normalized and bare, with what it can stand for."""

    text: str
    meanings: tuple[Meaning, ...]

    @cached_property
    def in_turn(self) -> bool:
        """Whether it stands for several columns: for one after the other, not for any of them."""
        return len({meaning.key for meaning in self.having(Role.COLUMN)}) > 1

    @cached_property
    def is_row_or_column(self) -> bool:
        """Whether it is the label of a row in one place and of a column in another."""
        return {meaning.role for meaning in self.meanings} == {Role.ROW, Role.COLUMN}

    @cached_property
    def heads_in(self) -> frozenset[str]:
        """The tables in which it is the label of a column, or of a group, and of nothing else."""
        if len(self.having(Role.COLUMN, Role.GROUP)) < len(self.meanings):
            return frozenset()
        return frozenset(meaning.table for meaning in self.meanings)

    @cached_property
    def forms(self) -> frozenset[str]:
        """The forms that print it."""
        return frozenset().union(*(meaning.forms for meaning in self.meanings))

    def having(self, *roles: Role) -> tuple[Meaning, ...]:
        """The meanings that have one of these roles."""
        return tuple(meaning for meaning in self.meanings if meaning.role in roles)


def _printed(form: Form) -> Iterator[tuple[str, Role, str, str]]:
    """Every label of a form: as printed, its role, key and table."""
    for table in form.tables:
        yield table.title.zh, Role.TABLE, table.name, table.name
    for cell in form:
        row, _, column = cell.address.rpartition("/")
        name = cell.table.name
        yield cell.column.zh, Role.COLUMN, column, name
        if cell.row == UNLABELLED_ROW:
            *outer, group = cell.columns
            yield group.zh, Role.GROUP, row, name
        else:
            outer = list(cell.columns)
            yield cell.row.zh, Role.ROW, row, name
        for heading in (*outer, *cell.headings):
            yield heading.zh, Role.HEADING, "", name


@cache
def anchors() -> dict[str, Anchor]:
    """Every label of every form, by its bare text."""
    found: dict[str, dict[tuple[Role, str, str, str], set[str]]] = {}

    def enter(label: str, meaning: tuple[Role, str, str, str], form: str) -> None:
        found.setdefault(label, {}).setdefault(meaning, set()).add(form)

    for form in FORMS.values():
        for label, role, key, table in _printed(form):
            text = normalized(label)
            number = ENUMERATOR.match(text)
            meaning = (role, key, table, number.group() if number else "")
            enter(bare(label), meaning, form.id)
            first, comma, _ = bare(label).partition("、")
            if comma and role is Role.ROW:  # the clause that tells the row, as often printed
                enter(first, meaning, form.id)
    for field in attrs.fields(Narrative):
        enter(bare(field.metadata[SECTION].zh), (Role.SECTION, field.name, "", ""), "")
    corners = {
        t.corner.zh
        for form in FORMS.values()
        for t in form.tables
        if t.corner and not t.is_uniform
    }
    for word in (*sorted(corners), *OTHER_WORDS):
        enter(bare(word), (Role.WORD, "", "", ""), "")

    made = {label: Anchor(label, _meanings(entries)) for label, entries in found.items()}
    for variant in VARIANTS:
        meanings = tuple(m for label in variant.labels for m in made[bare(label)].meanings)
        text = bare(variant.printed)
        if text in found:  # a label of one edition that another edition's table also carries
            meanings = (*_meanings(found[text]), *meanings)
            meanings = tuple(
                attrs.evolve(meaning, forms=frozenset().union(*(m.forms for m in meanings)))
                for meaning in dict.fromkeys(attrs.evolve(m, forms=frozenset()) for m in meanings)
            )
        made[text] = Anchor(text, meanings)
    return made


def _meanings(entries: dict[tuple[Role, str, str, str], set[str]]) -> tuple[Meaning, ...]:
    return tuple(
        Meaning(role, key, table, frozenset(forms - {""}), number)
        for (role, key, table, number), forms in entries.items()
    )


# --- damaged labels -------------------------------------------------------------------------

TOLERANCE: Final = 0.3
"""Share of a label's characters that may be wrong or missing. Measured: the worst real label,
2.其他法律行政止公开, lacks 3 of 12; two different labels of the form differ in at least a third."""


def distance(one: str, other: str, most: int) -> int:
    """Edit distance of two texts, or ``most + 1`` where it is greater than ``most``.

    >>> distance("其他法律行政止公开", "其他法律行政法规禁止公开", 5)
    3
    """
    if abs(len(one) - len(other)) > most:
        return most + 1
    if not other:
        return len(one)
    # Myers' algorithm in the form of Hyyrö (2003): a column of the table of distances is two
    # whole numbers, whose bits say where it grows and where it shrinks by one.
    places = _places(other)
    last = 1 << (len(other) - 1)
    grows, shrinks = 2 * last - 1, 0
    apart = len(other)
    for letter in one:
        equal = places.get(letter, 0)
        diagonal = (((equal & grows) + grows) ^ grows) | equal | shrinks
        right_grows = shrinks | ~(diagonal | grows)
        right_shrinks = grows & diagonal
        if right_grows & last:
            apart += 1
        elif right_shrinks & last:
            apart -= 1
        right_grows = right_grows << 1 | 1
        grows = right_shrinks << 1 | ~(diagonal | right_grows)
        shrinks = right_grows & diagonal
    return min(apart, most + 1)


@lru_cache(maxsize=1024)
def _places(text: str) -> dict[str, int]:
    """For each character, the places where it stands, as bits."""
    places: dict[str, int] = {}
    for place, letter in enumerate(text):
        places[letter] = places.get(letter, 0) | 1 << place
    return places


@cache
def _letters() -> tuple[dict[str, int], dict[str, list[str]]]:
    """How many different characters each label has, and the labels that have a character."""
    sizes: dict[str, int] = {}
    having: dict[str, list[str]] = {}
    for label in anchors():
        own = set(label)
        sizes[label] = len(own)
        for letter in own:
            having.setdefault(letter, []).append(label)
    return sizes, having


def nearest(text: str) -> tuple[Anchor, int] | None:
    """The one label that a damaged text can be, with the number of damaged characters.

    It must lie within the tolerance, and no other label within twice the distance: then no
    smaller damage leads to another label.
    """
    if len(text) < 3:
        return None
    sizes, having = _letters()
    shared = Counter(chain.from_iterable(having.get(letter, ()) for letter in set(text)))
    scored: list[tuple[int, str]] = []
    for label, count in shared.items():
        # whatever a label lacks costs a change each
        most = 2 * int(len(label) * TOLERANCE) + 1
        if sizes[label] - count > most:
            continue
        apart = distance(text, label, most)
        if apart <= most:
            scored.append((apart, label))
    if not scored:
        return None
    best, label = min(scored)
    if best > len(label) * TOLERANCE:
        return None
    meant = {m.key for m in anchors()[label].meanings}
    for apart, other in scored:
        if {m.key for m in anchors()[other].meanings} != meant and apart <= 2 * best:
            return None
    return anchors()[label], best
