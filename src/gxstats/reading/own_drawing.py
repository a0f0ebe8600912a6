"""A drawing of ours, told by the facts in it: as if its source had been published in Chinese."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from typing import Final, Literal

import attrs

from ..forms.narrative import SECTION, Narrative
from ..forms.organ import CODE, DIVISION, NAME_LENGTH, credit_code_check_character
from ..forms.report import FORMS
from ..notes import BLANK_SIGN, FACTS, FOUND, HEADS_APART, REPORT_TITLE, SCOPE_NAMES
from ..text import LANGUAGES, Bilingual
from .grid import Document, Grid, GridCell, Shape

__all__ = ["as_published", "facts_of", "scope_named"]


def _without_spaces(text: str) -> str:
    """A text as it compares where lines may be broken and spaces be lost."""
    return "".join(text.split())


def _any_of(texts: Iterable[str]) -> str:
    """A pattern of texts that may be broken over lines, or lose a space, where they have one."""
    return "|".join(re.escape(text).replace(r"\ ", r"\s*") for text in texts)


def _label_of(*facts: str) -> str:
    names = (FACTS[fact][language] for fact in facts for language in LANGUAGES)
    return rf"(?:{_any_of(names)})[：:]\s*"


_FORM: Final = re.compile(
    _label_of("form")
    + f"(?:{_any_of(form.title[language] for form in FORMS.values() for language in LANGUAGES)})"
)
"""What begins the facts in a drawing of ours, and stands in no published report."""
_NOTICE: Final = f"{_label_of('notice')}(?:{_any_of(form.notice for form in FORMS.values())})"
_OWN: Final = re.compile(f"{_FORM.pattern}(?P<facts>.*){_NOTICE}", re.DOTALL)
_FACT: Final = re.compile(
    "|".join(f"(?P<{fact}>{_label_of(fact)})" for fact in FACTS if fact not in {"form", "notice"})
)
_SCOPES: Final[dict[str, Literal["organ", "region"]]] = {
    _without_spaces(SCOPE_NAMES[scope][language]): scope
    for scope in ("organ", "region")
    for language in LANGUAGES
}
_VALUES: Final = {
    "year": re.compile(r"20\d\d|2100"),
    "code": CODE,
    "division": DIVISION,
    "scope": re.compile(
        _any_of(name[language] for name in SCOPE_NAMES.values() for language in LANGUAGES)
    ),
}
_LINES: Final = 12
"""Each fact may stand in a cell of its own, beside that of its label."""
_FOUND: Final = frozenset(FOUND[language] for language in LANGUAGES)
_TITLE: Final = re.compile(
    rf"(?:(?P<organ>.*):\s*)?{_any_of([REPORT_TITLE.en])}(?:,\s*(?P<year>\d{{4}}))?"
)


def _own_facts(cells: Iterable[GridCell]) -> str | None:
    """What gxstats states of a report beside its title; it may be broken over lines and cells."""
    lines = [cell.text for cell in cells if cell.text.strip()]
    for place, line in enumerate(lines):
        if _FORM.search(line):
            found = _OWN.search("".join(lines[place : place + _LINES]))
            return found[0] if found else None
    return None


def facts_of(cells: Iterable[GridCell]) -> dict[str, str]:
    """The facts in a drawing of ours, by name, from what stands above the report."""
    own = _OWN.fullmatch(_own_facts(cells) or "")
    if own is None:
        return {}
    text = own["facts"]
    found = {"form": ""}
    label = _FACT.search(text)
    while label is not None:
        fact = label.lastgroup or ""
        # the name is the last: whatever it holds is its own
        following = None if fact == "name" else _FACT.search(text, label.end())
        said = text[label.end() : following.start() if following else None].strip(" ·")
        pattern = _VALUES.get(fact)
        matched = pattern.match(said) if pattern else None
        if pattern is None or matched:
            found.setdefault(fact, matched.group() if matched else said)
        label = following
    if "code" in found and credit_code_check_character(found["code"][:17]) != found["code"][17]:
        del found["code"]
    if not 0 < len(found.get("name", "")) <= NAME_LENGTH:
        found.pop("name", None)
    return found


def scope_named(name: str | None) -> Literal["organ", "region"] | None:
    """Whose figures a report states, by the name that a drawing of ours gives it."""
    return _SCOPES.get(_without_spaces(name or ""))


def as_published(document: Document) -> Document:
    """The document in Chinese and without what was found, if gxstats drew it.

    No two labels are the same in English, so that nothing is guessed. On paper, what was found
    stands below the report as a part of it; elsewhere it is marked as ours.
    """
    text = "\n".join(cell.text for grid in document.grids for row in grid.rows for cell in row)
    if FACTS["form"].zh not in text and FACTS["form"].en not in text:
        return document
    facts = _own_facts(cell for grid in document.grids for cell in grid)
    if facts is None:
        return document
    grids = document.grids
    if document.container == "pdf":
        grids = _without_signs(grids)
    if facts.startswith(FACTS["form"].en):
        grids = tuple(map(_in_chinese, grids))
    return attrs.evolve(document, grids=grids)


def _without_signs(grids: tuple[Grid, ...]) -> tuple[Grid, ...]:
    """Each report up to the heading of what was found in it, blank cells without their sign."""
    kept: list[Grid] = []
    is_found = False
    for grid in grids:
        rows: list[tuple[GridCell, ...]] = []
        for row in grid.rows:
            line = row[0].text.strip() if len(row) == 1 else ""
            if line in _FOUND:
                is_found = True
            elif REPORT_TITLE.zh in line or REPORT_TITLE.en in line:
                is_found = False
            if not is_found:
                rows.append(tuple(map(_without_sign, row)))
        kept.append(attrs.evolve(grid, rows=tuple(rows)))
    return tuple(kept)


def _without_sign(cell: GridCell) -> GridCell:
    if not cell.text.startswith(BLANK_SIGN):
        return cell
    return cell._replace(text=cell.text.removeprefix(BLANK_SIGN))


def _in_chinese(grid: Grid) -> Grid:
    """A grid; outside tables only what is a heading as a whole, because the rest is prose."""
    translate = _heading if grid.shape is Shape.LINES else _labels
    return attrs.evolve(
        grid,
        rows=tuple(
            tuple(cell._replace(text=translate(cell.text)) for cell in row) for row in grid.rows
        ),
    )


def _heading(text: str) -> str:
    title = _TITLE.fullmatch(text.strip())
    if title is not None:
        year = f"{title['year']}年" if title["year"] else ""
        return f"{title['organ'] or ''}{year}{REPORT_TITLE.zh}"
    return _headings().get(_without_spaces(text), text)


def _labels(text: str) -> str:
    labels = [_without_spaces(label) for label in text.split(HEADS_APART)]
    known = _printed()
    if not all(label in known for label in labels):
        return text
    return HEADS_APART.join(known[label] for label in labels)


@cache
def _headings() -> dict[str, str]:
    sections: list[Bilingual] = [field.metadata[SECTION] for field in attrs.fields(Narrative)]
    tables = (table.title for form in FORMS.values() for table in form.tables)
    return {_without_spaces(label.en): label.zh for label in (*sections, *tables)}


@cache
def _printed() -> dict[str, str]:
    return {
        _without_spaces(label.en): label.zh
        for form in FORMS.values()
        for cell in form
        for label in (cell.row, cell.column, *cell.columns, *cell.headings)
    }
