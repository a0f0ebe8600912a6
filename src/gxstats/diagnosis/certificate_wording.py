"""The certificate of a form in words: what is seen of errors, table by table."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Final

from ..relations import PREVIOUS
from ..relations.years import cell_name
from ..text import Bilingual, Language

if TYPE_CHECKING:
    from ..forms.report import Form
    from .certifying import Certificate, TableCertificate

__all__ = ["certificate_text"]

_ALONE: Final = Bilingual(
    "{title}，单看一份报告：{cells} 格，{relations} 条等式，其中独立的 {rank} 条。",
    "{title}, a report by itself: {cells} cells, {relations} relations, {rank} of them independent.",
)
_WITH_LAST_YEAR: Final = Bilingual(
    "{title}，与上年报告对照：{cells} 格（其中上年报告 {before} 格），{relations} 条等式，"
    "其中独立的 {rank} 条。",
    "{title}, a report beside last year's: {cells} cells ({before} of them last year's), "
    "{relations} relations, {rank} of them independent.",
)
_NO_RELATION: Final = Bilingual(
    "{table}：{cells} 格，不在任何等式中，写错了查不出。",
    "{table}: {cells} cells in no relation; an error in them is not detected.",
)
_TABLE: Final = Bilingual(
    "{table}：{cells} 格，{relations} 条等式（独立 {rank} 条）。只错一格，{one}。",
    "{table}: {cells} cells, {relations} relations ({rank} independent). If one cell is wrong, {one}.",
)
_SEVERAL: Final = Bilingual(
    "同时错的不超过 {fewer} 格，必有等式不成立。",
    " If no more than {fewer} cells are wrong, a relation fails.",
)
_LOCATED: Final = Bilingual(
    "必能指出是哪一格、应为多少", "it is located, and what belongs there is known"
)
_CONFUSED: Final = Bilingual(
    "必有等式不成立，但指不出是哪一格", "a relation fails, but which cell it is cannot be told"
)
_UNDETECTED: Final = Bilingual("查不出", "that is not detected")
_OF_SOME: Final = Bilingual("其中 {count} 格{said}", "for {count} of them {said}")
_WITNESS: Final = Bilingual(
    "  错 {distance} 格时可能查不出，例如：{changes}。",
    "  {distance} wrong cells can go unnoticed, such as: {changes}.",
)
_MORE: Final = Bilingual("{cell}多 {by}", "{cell}, {by} too high")
_LESS: Final = Bilingual("{cell}少 {by}", "{cell}, {by} too low")
_SAFER: Final = Bilingual(
    "  {places}有错而查不出，至少要同时错 {distance} 格。",
    "  An error in {places} goes unnoticed only where at least {distance} cells are wrong.",
)
_ROW: Final = Bilingual("“{name}”行", 'row "{name}"')
_ROW_BEFORE: Final = Bilingual("上年报告“{name}”行", 'row "{name}" of last year\'s report')
_NEVER: Final = Bilingual(
    "写错后指不出是哪一格的：{places}。", "Errors are never located in {places}."
)
_ALL_OF: Final = Bilingual("{table}全部 {cells} 格{seen}", "{table}, all {cells} cells{seen}")
_SOME_OF: Final = Bilingual("{names}{seen}", "{names}{seen}")
_UNSEEN: Final = Bilingual("（查不出）", " (not detected)")
_ONLY_SEEN: Final = Bilingual("（只知有误）", " (detected only)")
_COMMA: Final = Bilingual("，", "; ")
_LIST: Final = Bilingual("、", ", ")


def certificate_text(certificate: Certificate, language: Language) -> str:
    """The numbers of the whole, a paragraph for each table, and the cells that are never located."""
    head = _ALONE if certificate.previous is None else _WITH_LAST_YEAR
    before = sum(cell.address.startswith(PREVIOUS) for cell in certificate.cells)
    lines = [
        head.format(
            title=certificate.form.title,
            cells=len(certificate.cells),
            before=before,
            relations=len(certificate.relations),
            rank=certificate.rank,
        )[language]
    ]
    for table in certificate.tables:
        lines += _table_lines(table, certificate.form, language)
    never = list(_never_located(certificate, language))
    if never:
        lines.append(_NEVER.format(places=_COMMA[language].join(never))[language])
    return "\n".join(lines)


def _table_lines(found: TableCertificate, form: Form, language: Language) -> Iterator[str]:
    name = found.table.short(language)
    name = name[0].upper() + name[1:]
    cells, relations, distance = len(found.cells), len(found.relations), found.distance
    if not relations:
        yield _NO_RELATION.format(table=name, cells=cells)[language]
        return
    one = _single_error(found, language)
    said = _TABLE.format(table=name, cells=cells, relations=relations, rank=found.rank, one=one)
    several = _SEVERAL.format(fewer=distance - 1)[language] if distance > 2 else ""
    yield said[language] + several
    changes = [
        (_MORE if by > 0 else _LESS).format(cell=cell_name(form, cell, language), by=abs(by))
        for cell, by in found.witness.changes.items()
    ]
    together = _COMMA[language].join(change[language] for change in changes)
    yield _WITNESS.format(distance=distance, changes=together)[language]
    for least in sorted({cell.distance for cell in found.cells} - {distance}):
        addresses = [cell.address for cell in found.cells if cell.distance == least]
        places = _LIST[language].join(_named(addresses, found, form, language))
        yield _SAFER.format(places=places, distance=least)[language]


def _single_error(found: TableCertificate, language: Language) -> str:
    """What one wrong cell leads to; where that is not the same for all cells, for how many."""
    kinds = [
        (found.located, _LOCATED),
        (found.confused, _CONFUSED),
        (found.undetected, _UNDETECTED),
    ]
    kinds = [(cells, said) for cells, said in kinds if cells]
    if len(kinds) == 1:
        ((_, said),) = kinds
        return said[language]
    several = (_OF_SOME.format(count=len(cells), said=said) for cells, said in kinds)
    return _COMMA[language].join(said[language] for said in several)


def _named(
    addresses: Sequence[str], found: TableCertificate, form: Form, language: Language
) -> Iterator[str]:
    """The names of rows, where all cells of a row are among the addresses, and else of cells."""
    rows: dict[str, list[str]] = {}
    for cell in found.cells:
        rows.setdefault(cell.address.rpartition("/")[0], []).append(cell.address)
    wanted = frozenset(addresses)
    for cells in rows.values():
        if wanted.issuperset(cells):
            first, *_ = cells
            row = form[first.removeprefix(PREVIOUS)].row_name(language)
            name = _ROW_BEFORE if first.startswith(PREVIOUS) else _ROW
            yield name.format(name=row)[language]
        else:
            yield from (cell_name(form, one, language) for one in cells if one in wanted)


def _never_located(certificate: Certificate, language: Language) -> Iterator[str]:
    """The cells in which an error is not located, by table, with what is seen of it."""
    for found in certificate.tables:
        for cells, seen in ((found.undetected, _UNSEEN), (found.confused, _ONLY_SEEN)):
            if len(cells) == len(found.cells):
                name = found.table.short(language)
                yield _ALL_OF.format(table=name, cells=len(cells), seen=seen)[language]
            elif cells:
                names = _LIST[language].join(_named(cells, found, certificate.form, language))
                yield _SOME_OF.format(names=names, seen=seen)[language]
