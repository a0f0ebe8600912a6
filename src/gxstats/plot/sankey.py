"""The flow of a year's requests: what came in, what became of it, what is left over."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

import attrs
from matplotlib.axes import Axes
from matplotlib.patches import PathPatch, Rectangle
from matplotlib.path import Path

from ..forms.report import Report, require_report
from ..forms.topics import Topic
from ..text import Bilingual, Language
from .colours import BLANK, CARRIED_IN, CARRIED_OUT, DIFFERENCE, RECEIVED, TOTAL, Look
from .picture import Canvas, Picture, filled
from .results import (
    Counted,
    blank_note,
    counted_cells,
    counted_rows,
    organ_prefix,
    result_rows,
    topic_label,
)
from .wording import counted, wrapped

__all__ = ["flow"]

_LINE: Final = 0.042
"""The room for a line of a label, as a part of all requests."""
_GAP: Final = 0.022
"""Between two areas, as a part of all requests."""
_BAR: Final = 0.07
"""Width of an area; the columns of the picture are 1 apart."""
_LEFT_LABEL: Final = 24
_RIGHT_LABEL: Final = 34
"""Width of a label, in halves of a Chinese character."""
_TITLE: Final = Bilingual("政府信息公开申请的来去", "where requests came from and went")
_MISSING_IN: Final = Bilingual(
    "差额：去向之和多于来源之和", "Difference: more went out than came in"
)
_MISSING_OUT: Final = Bilingual(
    "差额：来源之和多于去向之和", "Difference: more came in than went out"
)
_MISSING_RESULTS: Final = Bilingual(
    "差额：总计多于各项之和", "Difference: the total is more than the sum"
)
_EXCESS_RESULTS: Final = Bilingual(
    "差额：各项之和多于总计", "Difference: the sum is more than the total"
)
_IN_BLANKS: Final = Bilingual("应在空白处", "in what is blank")


@attrs.frozen
class _Area:
    """A number of requests, drawn as high as it is large."""

    key: str
    label: str
    count: int
    look: Look
    is_blank: bool = False


@attrs.frozen
class _Numbers:
    """A report, as far as the flow shows it."""

    received: Counted
    carried_in: Counted
    results: tuple[tuple[str, Bilingual, Look, Counted], ...]
    total: Counted
    """（七）总计, as printed."""
    carried_out: Counted

    @property
    def known_results(self) -> int:
        """The sum of the results that are not blank."""
        return sum(one.known for *_, one in self.results)

    @property
    def handled(self) -> int:
        """（七）总计; where that is blank, the sum of the results stands for it."""
        return self.known_results if self.total.blank else self.total.known

    @property
    def into(self) -> int:
        """What came in, as far as it is known."""
        return self.received.known + self.carried_in.known

    @property
    def out(self) -> int:
        """What went out, as far as it is known."""
        return self.handled + self.carried_out.known

    @property
    def all(self) -> int:
        """The larger of the two."""
        return max(self.into, self.out)

    @property
    def blank(self) -> tuple[str, ...]:
        """The cells that are blank."""
        rows = [self.received, self.carried_in, *(one for *_, one in self.results)]
        return tuple(
            address for one in [*rows, self.total, self.carried_out] for address in one.blank
        )


def flow(
    report: Report,
    *,
    axes: Axes | None = None,
    language: Language = "zh",
    font: str | os.PathLike[str] | None = None,
    title: str | None = None,
    source: str | None = None,
) -> Picture:
    """What came in (新收 and 上年结转), and where it went (办理结果 and 结转下年度), column 总计.

    Units: requests (件). Every area and every band is as high as its number is large, in the
    units of the vertical axis. Where the two sides do not balance, or the results do not add up to
    （七）总计, the difference is an area of its own, with its number: hatched and red if it is one,
    dotted if it may well stand in a cell that is blank. Blanks are named. A report does not say
    what became of the requests of either source, so the bands meet before they part again.

    The artists have an id (``get_gid``): areas ``received``, ``carried_in``, ``all``, ``total``,
    ``granted`` and the other headings, ``carried_out``, and for what does not come out
    ``missing_in``, ``missing_out``, ``missing_results``, ``excess_results``; a band has that of
    the area that it leads to or comes from, with ``band:`` before it.

    Raises :class:`MissingFont`.
    """
    require_report(report)
    numbers = _numbers(report)
    canvas = Canvas(axes, language, font, (9.6, 5.8))
    canvas.axes.set_xticks([])
    canvas.axes.set_yticks([])
    canvas.axes.spines[:].set_visible(False)
    canvas.axes.grid(visible=False)
    if numbers.all or numbers.known_results:
        _draw(canvas, numbers, report)
    else:
        _draw_nothing(canvas, numbers)
    if numbers.blank:
        canvas.notes.append(blank_note(report, numbers.blank, language))
    year = (
        ""
        if report.year is None
        else {"zh": f"{report.year} 年度", "en": f", {report.year}"}[language]
    )
    prefix = organ_prefix(report, language)
    default = f"{prefix}{year}{_TITLE.zh}" if language == "zh" else f"{prefix}{_TITLE.en}{year}"
    return canvas.finish(default if title is None else title, source)


def _numbers(report: Report) -> _Numbers:
    def row(topic: Topic) -> Counted:
        return counted_cells(report, report.form.about(topic, Topic.TOTAL))

    return _Numbers(
        received=row(Topic.RECEIVED),
        carried_in=row(Topic.CARRIED_IN),
        results=tuple(
            (one.key, one.label, one.look, counted_rows(report, one))
            for one in result_rows([report.form], grounds=False)
        ),
        total=row(Topic.ALL_OUTCOMES),
        carried_out=row(Topic.CARRIED_OUT),
    )


def _draw_nothing(canvas: Canvas, numbers: _Numbers) -> None:
    words = (
        Bilingual("没有数：各格空白", "no numbers: the cells are blank")
        if numbers.blank
        else Bilingual("本年没有申请（各格为 0）", "no requests this year (all cells are 0)")
    )
    canvas.write(
        0.5, 0.5, words[canvas.language], 11, ha="center", va="center",
        transform=canvas.axes.transAxes,
    )  # fmt: skip


def _draw(canvas: Canvas, numbers: _Numbers, report: Report) -> None:
    language = canvas.language
    whole = max(numbers.all, numbers.known_results)
    sources = list(_sources(numbers, report, language))
    results = list(_results(numbers, language))
    ends = list(_ends(numbers, report, language))
    left = _stacked(sources, whole, language, _LEFT_LABEL)
    right = _stacked([*results, *ends], whole, language, _RIGHT_LABEL)
    tall = max(left.height, right.height)
    top = numbers.all / 2  # of all requests: every column is centred on 0
    middle = right.middle(results) + max(numbers.handled, numbers.known_results) / 2
    canvas.axes.set_xlim(-1.0, 4.3)
    canvas.axes.set_ylim(-tall * 0.52, tall * 0.6)
    _parted(canvas, sources, left, (0.0 + _BAR, 1.0), top)
    _draw_all(canvas, numbers, top)
    _draw_total(canvas, numbers, report, top, middle)
    _parted(canvas, results, right, (3.0, 2.0 + _BAR), middle)
    _parted(canvas, ends, right, (3.0, 1.0 + _BAR), top - numbers.handled)


def _draw_all(canvas: Canvas, numbers: _Numbers, top: float) -> None:
    _box(canvas, _Area("all", "", numbers.all, TOTAL), 1.0, top)
    label = Bilingual("合计", "In all")[canvas.language]
    said = f"{label}\n{counted(numbers.all, canvas.language)}"
    canvas.write(1.0 + _BAR + 0.05, 0.0, said, 9, va="center", linespacing=1.2, zorder=6)


def _draw_total(
    canvas: Canvas, numbers: _Numbers, report: Report, top: float, middle: float
) -> None:
    """（七）总计; with what the results have more, below it."""
    language = canvas.language
    look = BLANK if numbers.total.blank else TOTAL
    label = topic_label(report.form, Topic.ALL_OUTCOMES, language)
    total = _Area("total", label, numbers.handled, TOTAL)
    _box(canvas, attrs.evolve(total, look=look), 2.0, middle)
    _band(canvas, total, (1.0 + _BAR, top), (2.0, middle))
    said = counted(numbers.handled, language)
    if numbers.total.blank:
        blank = Bilingual("空白，各项之和 {sum}", "blank, the sum is {sum}")
        said = blank.format(sum=said)[language]
    over = middle + canvas.axes.get_ylim()[1] * 0.02
    canvas.write(2.0 + _BAR, over, f"{label}\n{said}", 9, ha="right", va="bottom", linespacing=1.2)
    excess = numbers.known_results - numbers.handled
    if excess > 0:
        area = _Area("excess_results", _EXCESS_RESULTS[language], excess, DIFFERENCE)
        _box(canvas, area, 2.0, middle - numbers.handled)
        canvas.write(
            2.0 - 0.03,
            middle - numbers.handled - excess,
            _said(area, language, _LEFT_LABEL),
            8.5,
            ha="right",
            va="top",
            linespacing=1.15,
            zorder=6,
            bbox={"facecolor": "white", "edgecolor": "none", "alpha": 0.8, "pad": 1.5},
        )


def _parted(
    canvas: Canvas,
    areas: Sequence[_Area],
    column: _Column,
    between: tuple[float, float],
    joined: float,
) -> None:
    """Areas of an outer column, each with its band to where all of them stand together."""
    x, inner = between
    outwards = -1 if x < inner else 1
    for area in areas:
        top = column.tops[area]
        _box(canvas, area, x if outwards > 0 else x - _BAR, top)
        ends = (x, top), (inner, joined)
        _band(canvas, area, *(ends if outwards < 0 else ends[::-1]))
        joined -= area.count
        columns, side = (_LEFT_LABEL, "right") if outwards < 0 else (_RIGHT_LABEL, "left")
        canvas.write(
            x + (_BAR + 0.04) * outwards,
            top - area.count / 2,
            _said(area, canvas.language, columns),
            8.5,
            ha=side,
            va="center",
            linespacing=1.15,
        )


def _sources(numbers: _Numbers, report: Report, language: Language) -> Iterator[_Area]:
    for key, topic, look, one in (
        ("received", Topic.RECEIVED, RECEIVED, numbers.received),
        ("carried_in", Topic.CARRIED_IN, CARRIED_IN, numbers.carried_in),
    ):
        label = topic_label(report.form, topic, language)
        yield _Area(key, label, one.known, look, one.is_blank)
    if numbers.out > numbers.into:
        both = Counted(0, (*numbers.received.blank, *numbers.carried_in.blank), 2)
        count = numbers.out - numbers.into
        yield _difference("missing_in", _MISSING_IN, count, both, language)


def _results(numbers: _Numbers, language: Language) -> Iterator[_Area]:
    for key, label, look, one in numbers.results:
        said = label[language]
        if one.blank and not one.is_blank:
            blank = {"zh": f"（空白 {len(one.blank)} 格）", "en": f" ({len(one.blank)} blank)"}
            said = f"{said}{blank[language]}"
        yield _Area(key, said, one.known, look, one.is_blank)
    if numbers.handled > numbers.known_results:
        blanks = tuple(address for *_, one in numbers.results for address in one.blank)
        rest = Counted(0, blanks, 2)
        count = numbers.handled - numbers.known_results
        yield _difference("missing_results", _MISSING_RESULTS, count, rest, language)


def _ends(numbers: _Numbers, report: Report, language: Language) -> Iterator[_Area]:
    one = numbers.carried_out
    label = topic_label(report.form, Topic.CARRIED_OUT, language)
    yield _Area("carried_out", label, one.known, CARRIED_OUT, one.is_blank)
    if numbers.into > numbers.out:
        both = Counted(0, (*one.blank, *numbers.total.blank), 2)
        count = numbers.into - numbers.out
        yield _difference("missing_out", _MISSING_OUT, count, both, language)


def _difference(
    key: str, label: Bilingual, count: int, cells: Counted, language: Language
) -> _Area:
    said = _IN_BLANKS if cells.blank else label
    return _Area(key, said[language], count, _missing(cells))


def _missing(cells: Counted) -> Look:
    return BLANK if cells.blank else DIFFERENCE


@attrs.frozen
class _Column:
    """Areas above each other, centred on 0, each with room for its label."""

    height: float
    tops: Mapping[_Area, float]
    """The upper edge of each."""

    def middle(self, areas: Sequence[_Area]) -> float:
        """The middle of some of them that follow each other."""
        return (self.tops[areas[0]] + self.tops[areas[-1]] - areas[-1].count) / 2


def _stacked(areas: Sequence[_Area], whole: int, language: Language, columns: int) -> _Column:
    lines = [_said(area, language, columns).count("\n") + 1 for area in areas]
    slots = [
        max(area.count, whole * _LINE * count) for area, count in zip(areas, lines, strict=True)
    ]
    height = sum(slots) + whole * _GAP * (len(slots) - 1)
    tops = {}
    place = height / 2
    for area, slot in zip(areas, slots, strict=True):
        tops[area] = place - (slot - area.count) / 2
        place -= slot + whole * _GAP
    return _Column(height, tops)


def _box(canvas: Canvas, area: _Area, x: float, top: float) -> None:
    made = Rectangle(
        (x, top - area.count), _BAR, area.count, gid=area.key, zorder=3, **filled(area.look)
    )
    if area.look is BLANK or not area.count:
        made.set_edgecolor(BLANK.edge)
    canvas.axes.add_patch(made)


def _band(
    canvas: Canvas, area: _Area, start: tuple[float, float], end: tuple[float, float]
) -> None:
    """A band that is as high at both ends as the number is large."""
    (x, top), (to_x, to_top) = start, end
    half = (x + to_x) / 2
    bottom, to_bottom = top - area.count, to_top - area.count
    corners = [
        (x, top), (half, top), (half, to_top), (to_x, to_top),
        (to_x, to_bottom), (half, to_bottom), (half, bottom), (x, bottom), (x, top),
    ]  # fmt: skip
    curve = [Path.CURVE4] * 3
    path = Path(corners, [Path.MOVETO, *curve, Path.LINETO, *curve, Path.CLOSEPOLY])
    plain = not area.look.hatch
    canvas.axes.add_patch(
        PathPatch(
            path,
            gid=f"band:{area.key}",
            facecolor=area.look.colour if plain else "none",
            edgecolor="none" if plain else area.look.edge,
            hatch=area.look.hatch or None,
            alpha=0.42 if plain else 0.75,
            linewidth=0.6,
            zorder=2,
        )
    )


def _said(area: _Area, language: Language, columns: int) -> str:
    blank = Bilingual("空白", "blank")[language]
    number = blank if area.is_blank else counted(area.count, language)
    return f"{wrapped(area.label, columns)}\n{number}"
