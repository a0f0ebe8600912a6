"""A region's organs by relation: what holds where."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from typing import Any, Final

from matplotlib.axes import Axes
from matplotlib.collections import PolyCollection
from matplotlib.colors import ListedColormap
from matplotlib.lines import Line2D

from ..forms.report import Report
from ..relations import Outcome
from ..text import Bilingual, Language
from .colours import INK, NOT_ON_FORM, OUTCOME_LOOKS, PALE, Look, ink_on
from .judged import (
    FAMILIES,
    Arrow,
    JudgedReport,
    binding_relations,
    family_of,
    judged,
    relation_label,
)
from .picture import Canvas, Picture, sample
from .problems import NothingToDraw
from .wording import one_line, wrapped

__all__ = ["relation_heat_map"]

_FIELD: Final = 17.0
"""Width of a field, in points, on a figure of our own."""
_ROW: Final = 13.0
_TALLEST: Final = 980.0
"""Height of a row, and of all rows together, in points, on a figure of our own."""
_ORGAN_SIZE: Final = 8.0
_RELATION_SIZE: Final = 6.6
_NAME: Final = 40
_RELATION: Final = 34
_LOOKS: Final = (*OUTCOME_LOOKS.values(), NOT_ON_FORM)
_CODES: Final = {outcome: place for place, outcome in enumerate(OUTCOME_LOOKS)}
_NOT_ON_FORM: Final = len(_CODES)
_RULED: Final = 100
"""Rows up to which there are lines between them: of more, one would see nothing but lines."""
_SMALLEST_SIGN: Final = 3.5
"""Points below which a sign in a field is not drawn: it would only be a spot."""
_TITLE: Final = Bilingual(
    "各机关的勾稽关系：{reports} 份报告，{relations} 条",
    "What holds: {reports} reports, {relations} relations",
)


def relation_heat_map(
    reports: Iterable[Report] | Arrow,
    *,
    axes: Axes | None = None,
    language: Language = "zh",
    font: str | os.PathLike[str] | None = None,
    title: str | None = None,
    source: str | None = None,
    names: Mapping[str, str] | None = None,
) -> Picture:
    """A row for each report, a column for each binding relation: held, violated or undecided.

    ``reports`` are those of a region, or what :func:`gxstats.columnar.outcomes` gives for them.
    Reports with most violations stand first, then those with most undecided relations; the
    relations stand in the order of the form. A relation that no report's form has is left out, one that
    only this report's form has not is hatched. Soft relations are hints and not drawn.
    ``names`` are other names for organs, by the one that is printed.

    The states differ in lightness, and where there is room in a sign. For many reports not every
    row has a name: as many have as fit the axes at the size that they have now, and a note says
    so. A figure of our own grows to about 75 rows with a name each.

    The artist with the id ``outcomes`` holds the states as numbers: 0 held, 1 undecided,
    2 violated, 3 not on this form.

    Raises :class:`NothingToDraw` for no report, :class:`MissingFont`, :class:`ValueError` for a
    frame of something else, and :class:`~gxstats.MissingExtra` for a frame without pyarrow.
    """
    rows = sorted(judged(reports), key=_worst_first)
    if not rows:
        raise NothingToDraw
    ids = [id for id in binding_relations() if any(id in row.outcomes for row in rows)]
    height = min(_TALLEST, _ROW * len(rows))
    size = ((len(ids) * _FIELD + 240) / 72, (height + 205) / 72)
    canvas = Canvas(axes, language, font, size)
    codes = [[_code(row, id) for id in ids] for row in rows]
    _fields(canvas, codes)
    labels = [_name(row, rows, names or {}, language) for row in rows]
    relations = [relation_label(*binding_relations()[id])[language] for id in ids]
    # no more names than the whole figure has room for: each takes its time
    _organ_ticks(canvas, labels, _step_of_organs(canvas.figure_height, len(labels)))
    _relation_ticks(canvas, range(len(ids)), relations)
    _legend(canvas, codes)
    canvas.settle()
    _families(canvas, ids)
    _signs(canvas, codes)
    _thin_out(canvas, labels, relations)
    default = _TITLE.format(reports=len(rows), relations=len(ids))[language]
    return canvas.finish(default if title is None else title, source, pad=40)


def _worst_first(row: JudgedReport) -> tuple[int, int, str, int]:
    return (
        -row.count(Outcome.VIOLATED),
        -row.count(Outcome.UNDECIDED),
        row.name or "",
        row.year or 0,
    )


def _code(row: JudgedReport, id: str) -> int:
    return _CODES[row.outcomes[id]] if id in row.outcomes else _NOT_ON_FORM


def _name(
    row: JudgedReport, rows: Sequence[JudgedReport], names: Mapping[str, str], language: Language
) -> str:
    unnamed = Bilingual("（无机关名称）", "(no name)")[language]
    name = names.get(row.name, row.name) if row.name else unnamed
    said = wrapped(one_line(name), _NAME, 1)
    several = len({one.year for one in rows}) > 1
    return f"{said} {row.year}" if several and row.year else said


def _fields(canvas: Canvas, codes: Sequence[Sequence[int]]) -> None:
    axes = canvas.axes
    height, width = len(codes), len(codes[0])
    mesh = axes.pcolormesh(
        [column - 0.5 for column in range(width + 1)],
        [row - 0.5 for row in range(height + 1)],
        codes,
        cmap=ListedColormap([look.colour for look in _LOOKS]),
        vmin=-0.5,
        vmax=len(_LOOKS) - 0.5,
    )
    mesh.set_gid("outcomes")
    lines = axes.vlines([column - 0.5 for column in range(1, width)], -0.5, height - 0.5)
    lines.set(color="white", linewidth=0.6)
    if height <= _RULED:
        lines = axes.hlines([row - 0.5 for row in range(1, height)], -0.5, width - 0.5)
        lines.set(color="white", linewidth=0.6)
    absent = [
        [
            (column + dx, row + dy)
            for dx, dy in ((-0.5, -0.5), (0.5, -0.5), (0.5, 0.5), (-0.5, 0.5))
        ]
        for row, states in enumerate(codes)
        for column, state in enumerate(states)
        if state == _NOT_ON_FORM
    ]
    if absent:
        axes.add_collection(
            PolyCollection(
                absent,
                facecolor="none",
                edgecolor=NOT_ON_FORM.edge,
                hatch=NOT_ON_FORM.hatch,
                linewidth=0,
                gid="not_on_form",
            ),
            autolim=False,
        )
    axes.set_xlim(-0.5, width - 0.5)
    axes.set_ylim(height - 0.5, -0.5)
    axes.grid(visible=False)
    axes.tick_params(length=0)
    axes.spines[:].set_visible(False)


def _organ_ticks(canvas: Canvas, labels: Sequence[str], step: int) -> None:
    shown = range(0, len(labels), step)
    canvas.ticks(canvas.axes.yaxis, shown, labels[::step], _ORGAN_SIZE)


def _step_of_organs(height: float, organs: int) -> int:
    return _step(_ORGAN_SIZE * 1.12, height / organs)


def _relation_ticks(canvas: Canvas, places: Sequence[int], labels: Sequence[str]) -> None:
    said = [wrapped(label, _RELATION, 2) for label in labels]
    canvas.ticks(canvas.axes.xaxis, places, said, _RELATION_SIZE)
    for label in canvas.axes.get_xticklabels():
        label.set(rotation=90, linespacing=1.15, horizontalalignment="center")


def _families(canvas: Canvas, ids: Sequence[str]) -> None:
    """What the columns have in common, above them."""
    place = 0
    trans = canvas.axes.get_xaxis_transform()
    for family, group in groupby(ids, family_of):
        width = len(list(group))
        line = Line2D(
            [place - 0.35, place + width - 0.65],
            [1.008, 1.008],
            transform=trans,
            color=INK,
            linewidth=0.9,
            clip_on=False,
        )
        canvas.axes.add_line(line)
        said = FAMILIES[family][canvas.language] if family in FAMILIES else family
        room = max(12, int(canvas.width * width / len(ids) / 4.3))
        canvas.write(
            place + (width - 1) / 2 if width > 4 else place - 0.35,
            1.014,
            wrapped(said, room, 4),
            7,
            PALE,
            transform=trans,
            ha="center" if width > 4 else "left",
            va="bottom",
            linespacing=1.1,
        )
        if place:
            canvas.axes.axvline(place - 0.5, color="white", linewidth=2.4)
        place += width


def _signs(canvas: Canvas, codes: Sequence[Sequence[int]]) -> None:
    """A cross or a ring in each field that is violated or undecided, where it can be seen."""
    side = min(canvas.height / len(codes), canvas.width / len(codes[0]))
    if side * 0.5 < _SMALLEST_SIGN:
        return
    for outcome, look in OUTCOME_LOOKS.items():
        if not look.marker:
            continue
        found = [
            (column, row)
            for row, states in enumerate(codes)
            for column, state in enumerate(states)
            if state == _CODES[outcome]
        ]
        if found:
            canvas.axes.plot(
                *zip(*found, strict=True), **_sign(look, min(8.0, side * 0.5)), gid=outcome.value
            )


def _sign(look: Look, size: float) -> dict[str, Any]:
    return {
        "linestyle": "none",
        "marker": look.marker or "None",
        "markersize": size,
        "markerfacecolor": "none",
        "markeredgecolor": ink_on(look),
        "markeredgewidth": 1.1,
    }


def _thin_out(canvas: Canvas, labels: Sequence[str], relations: Sequence[str]) -> None:
    """Leave out names that have no room, and say so."""
    zh = canvas.language == "zh"
    step = _step_of_organs(canvas.height, len(labels))
    if step > 1:
        _organ_ticks(canvas, labels, step)
        canvas.notes.append(
            f"共 {len(labels)} 行，不符最多的在前；名称每 {step} 行标一个。"
            if zh
            else f"{len(labels)} rows, those with most violations first; "
            f"one row in {step} has its name."
        )
    step = _step(_RELATION_SIZE * 2.1, canvas.width / len(relations))
    if step > 1:
        shown = range(0, len(relations), step)
        _relation_ticks(canvas, shown, [relations[place] for place in shown])
        canvas.notes.append(
            f"共 {len(relations)} 条关系，每 {step} 条标一个。"
            if zh
            else f"{len(relations)} relations; one in {step} has its name."
        )


def _step(needed: float, room: float) -> int:
    """Every how many labels one has room."""
    return max(1, -int(-needed // max(room, 0.01)))


def _legend(canvas: Canvas, codes: Sequence[Sequence[int]]) -> None:
    canvas.legend(
        _entries(codes, canvas.language),
        loc="lower right",
        bbox_to_anchor=(-0.01, 1.0),
        borderaxespad=0.0,
        handlelength=1.4,
    )


def _entries(codes: Sequence[Sequence[int]], language: Language) -> Iterator[tuple[Any, str]]:
    counts = [sum(row.count(code) for row in codes) for code in range(len(_LOOKS))]
    words = [
        *(outcome.label for outcome in OUTCOME_LOOKS),
        Bilingual("本表没有这一条", "not on this form"),
    ]
    for count, look, label in zip(counts, _LOOKS, words, strict=True):
        if count:
            handle: Any = sample(look)
            if look.marker:
                handle = (handle, Line2D([], [], **_sign(look, 5.0)))
            yield handle, f"{label[language]} {count:,}"
