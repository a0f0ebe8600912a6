"""The results of requests, year by year."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import Final

import attrs
from matplotlib.axes import Axes
from matplotlib.patches import Patch, Rectangle
from matplotlib.ticker import MaxNLocator

from ..across import Series
from ..forms.report import Report, each_report, form_of
from ..forms.topics import Topic
from ..forms.units import REQUESTS
from ..text import Bilingual, Language
from .colours import BLANK, DIFFERENCE, INK, PALE, Look, ink_on
from .picture import Canvas, Picture, filled, sample
from .problems import NothingToDraw
from .results import (
    Counted,
    ResultRow,
    blank_note,
    counted_rows,
    organ_prefix,
    result_rows,
    topic_label,
)
from .wording import wrapped

__all__ = ["outcomes_by_year"]

_WIDTH: Final = 0.64
"""Of a bar, in years."""
_WORTH_A_NUMBER: Final = 0.045
"""The part of the height from which an area has room for its number."""
_YEAR_LABELS: Final = 24
"""Years that are labelled one by one."""
_LEGEND: Final = 40
"""Width of the legend, in halves of a Chinese character."""
_TITLE: Final = Bilingual(
    "政府信息公开申请的办理结果", "outcomes of requests for government information"
)


@attrs.frozen
class _Year:
    """A report, counted."""

    report: Report
    year: int
    rows: tuple[tuple[ResultRow, Counted], ...]
    total: int | None
    """（七）总计, as printed."""

    @property
    def known(self) -> int:
        """The sum of the results that are not blank."""
        return sum(one.known for _, one in self.rows)

    @property
    def blank(self) -> tuple[str, ...]:
        """The results that are."""
        return tuple(address for _, one in self.rows for address in one.blank)

    @property
    def is_blank(self) -> bool:
        """Whether there is no number at all."""
        return self.total is None and all(one.is_blank for _, one in self.rows)

    @property
    def gap(self) -> int:
        """What the printed total has more than the known results: 0 if it has not more."""
        return max(0, (self.total or 0) - self.known)


def outcomes_by_year(
    reports: Iterable[Report],
    *,
    axes: Axes | None = None,
    language: Language = "zh",
    font: str | os.PathLike[str] | None = None,
    title: str | None = None,
    source: str | None = None,
) -> Picture:
    """Stacked bars of 三、本年度办理结果, column 总计, for the reports of one organ.

    Units: requests (件). An area is a row of the form, or the rows under a heading; those under
    （三）不予公开 stand by themselves, and grounds that no year has are left out. Reports of all
    editions stand side by side: rows that an edition divides are summed. The line across a bar is （七）总计 as
    printed. Where it is more than the results add up to, the rest is drawn too, as a blank if
    there is one among them and as a difference if not; where it is less, it is said above. A year
    without a report is an empty place that says so.

    The artists have an id (``get_gid``) of the year and what they are, such as ``2019/granted``,
    ``2019/refused/state_secret``, ``2019/total``.

    Raises :class:`NothingToDraw` for no report, :class:`MissingFont`, and what
    :class:`gxstats.across.Series` raises for reports that are none, as for those of several
    organs.
    """
    given = tuple(each_report(reports))
    if not given:
        raise NothingToDraw
    series = reports if isinstance(reports, Series) else Series.of(given)
    rows = result_rows((report.form for report in series), grounds=True)
    years = [_year(report, rows) for report in series]
    span = range(series.years[0], series.years[-1] + 1)
    canvas = Canvas(axes, language, font, (min(15.0, 4.6 + 0.95 * len(span)), 5.4))
    top = max([1, *(max(one.known, one.total or 0) for one in years)])
    canvas.axes.set_xlim(span[0] - 0.6, span[-1] + 0.6)
    canvas.axes.set_ylim(0, top * 1.16)
    for one in years:
        _draw(canvas, one, top)
    for year in series.gaps:
        _no_report(canvas, year)
    _axes(canvas, years, span)
    canvas.legend(_legend(years, language), loc="upper left", bbox_to_anchor=(1.01, 1.0))
    canvas.notes += _notes(series, years, language)
    default = f"{organ_prefix(series.reports[-1], language)}{_TITLE[language]}"
    return canvas.finish(default if title is None else title, source)


def _year(report: Report, rows: tuple[ResultRow, ...]) -> _Year:
    counted = tuple((row, counted_rows(report, row)) for row in rows)
    totals = [report[one] for one in report.form.about(Topic.ALL_OUTCOMES, Topic.TOTAL)]
    return _Year(report, report.year or 0, counted, totals[0] if totals else None)


def _draw(canvas: Canvas, one: _Year, top: int) -> None:
    if one.is_blank:
        words = Bilingual("全部空白", "all blank")[canvas.language]
        _pattern(canvas, one.year, (0, top), BLANK, f"{one.year}/blank")
        _said(canvas, one.year, top / 2, words)
        return
    bottom = 0
    for row, counted in one.rows:
        _area(canvas, one.year, bottom, counted.known, row.look, f"{one.year}/{row.key}")
        if counted.known >= top * _WORTH_A_NUMBER:
            middle = bottom + counted.known / 2
            canvas.write(
                one.year,
                middle,
                f"{counted.known:,}",
                7.5,
                ink_on(row.look),
                ha="center",
                va="center",
                zorder=5,  # over the line of the total, wherever that is
                bbox={"facecolor": row.look.colour, "edgecolor": "none", "pad": 0.8},
            )
        bottom += counted.known
    if one.gap:
        look, name = (BLANK, "blank") if one.blank else (DIFFERENCE, "difference")
        _area(canvas, one.year, bottom, one.gap, look, f"{one.year}/{name}")
    if one.total is not None:
        ends = [one.year - _WIDTH / 2 - 0.04, one.year + _WIDTH / 2 + 0.04]
        line = canvas.axes.plot(ends, [one.total] * 2, color=INK, linewidth=1.6, zorder=4)[0]
        line.set_gid(f"{one.year}/total")
    _above(canvas, one, max(one.known, one.total or 0))


def _area(canvas: Canvas, year: int, bottom: float, height: float, look: Look, gid: str) -> None:
    place = (year - _WIDTH / 2, bottom)
    area = Rectangle(place, _WIDTH, height, gid=gid, zorder=3, **filled(look))
    canvas.axes.add_patch(area)


def _pattern(canvas: Canvas, year: int, ends: tuple[float, float], look: Look, gid: str) -> None:
    area = Rectangle(
        (year - _WIDTH / 2, ends[0]), _WIDTH, ends[1] - ends[0], gid=gid, **filled(look)
    )
    area.set_linestyle("--")
    canvas.axes.add_patch(area)


def _said(canvas: Canvas, year: int, height: float, words: str, colour: str = INK) -> None:
    canvas.write(
        year,
        height,
        words,
        8,
        colour,
        ha="center",
        va="center",
        rotation=90,
        zorder=5,
        bbox={"facecolor": "white", "edgecolor": "none", "pad": 1.5},
    )


def _no_report(canvas: Canvas, year: int) -> None:
    words = Bilingual("无报告", "no report")[canvas.language]
    _said(canvas, year, canvas.axes.get_ylim()[1] / 2, words, PALE)


def _above(canvas: Canvas, one: _Year, height: float) -> None:
    """The total over a bar, and what is wrong with it."""
    lines = []
    zh = canvas.language == "zh"
    if one.total is None:
        lines.append("总计空白" if zh else "total blank")
    if one.total is None or (one.total != one.known and not (one.blank and one.gap)):
        lines.append(f"各项和 {one.known:,}" if zh else f"sum {one.known:,}")
    if one.total is not None:
        alone = not lines
        label = (
            f"{one.total:,}" if alone else f"总计 {one.total:,}" if zh else f"total {one.total:,}"
        )
        lines.insert(0, label)
    if one.blank:
        count = len(one.blank)
        lines.append(f"空白 {count} 格" if zh else f"{count} blank")
    canvas.write(
        one.year, height, "\n".join(lines), 8, ha="center", va="bottom", zorder=5, linespacing=1.15
    ).set_y(height + canvas.axes.get_ylim()[1] * 0.012)


def _axes(canvas: Canvas, years: list[_Year], span: range) -> None:
    axes = canvas.axes
    forms = {one.year: form_of(one.report).edition for one in years}
    several = len(set(forms.values())) > 1
    step = -(-len(span) // _YEAR_LABELS)
    shown = span[::step]
    labels = []
    for year in shown:
        edition = forms.get(year)
        form = {"zh": f"{edition} 年版", "en": f"form {edition}"}[canvas.language]
        labels.append(f"{year}\n{form}" if several and edition else str(year))
    canvas.ticks(axes.xaxis, shown, labels, 9)
    heights = MaxNLocator(nbins=6, integer=True).tick_values(0, axes.get_ylim()[1])
    places = [float(one) for one in heights if 0 <= one <= axes.get_ylim()[1]]
    canvas.ticks(axes.yaxis, places, [f"{one:,.0f}" for one in places], 8.5)
    canvas.label(axes.yaxis, REQUESTS[canvas.language])
    axes.spines[["top", "right"]].set_visible(False)
    axes.set_axisbelow(True)
    axes.grid(axis="y", color="#DDDDDD", linewidth=0.6)
    axes.grid(visible=False, axis="x")


def _legend(years: list[_Year], language: Language) -> Iterator[tuple[object, str]]:
    """What is seen, from top to bottom."""
    gaps = [one for one in years if one.gap or one.is_blank]
    if any(one.gap and not one.blank for one in gaps):
        words = Bilingual("差额：总计多于各项之和", "Difference: the total is more than the sum")
        yield sample(DIFFERENCE), wrapped(words[language], _LEGEND)
    if any(one.blank or one.is_blank for one in gaps):
        yield sample(BLANK), Bilingual("空白（不是 0）", "Blank (not 0)")[language]
    for heading, rows in groupby(_seen(years), lambda row: row.heading):
        listed = list(rows)
        if "/" in listed[0].key:
            yield Patch(visible=False), {"zh": f"{heading.zh}：", "en": f"{heading.en}:"}[language]
        for row in listed:
            yield sample(row.look), wrapped(row.label[language], _LEGEND)


def _seen(years: list[_Year]) -> Iterator[ResultRow]:
    """The rows that the legend has, from top to bottom: of the grounds, those with a number."""
    for place in reversed(range(len(years[0].rows))):
        row = years[0].rows[place][0]
        if "/" not in row.key or any(one.rows[place][1].known for one in years):
            yield row


def _notes(series: Series, years: list[_Year], language: Language) -> Iterator[str]:
    zh = language == "zh"
    newest = max((one.report.form for one in years), key=lambda form: form.order)
    total = topic_label(newest, Topic.ALL_OUTCOMES, language)
    refused = topic_label(newest, Topic.REFUSED, language)
    yield (
        f"条上的横线和数字是{total}，照报告所填。"
        if zh
        else f"The line and the number on a bar are {total}, as printed."
    )
    if count := len(years[0].rows) - len(list(_seen(years))):
        yield (
            f"{refused}另有 {count} 种理由，各年均没有数，图例从略。"
            if zh
            else f"Grounds of {refused} that no year has a number for: {count}, not listed."
        )
    for year, reports in series.duplicates.items():
        yield (
            f"{year} 年度有 {len(reports)} 份报告，取先给的一份。"
            if zh
            else f"{len(reports)} reports for {year}: the first one given is drawn."
        )
    for one in years:
        if one.blank and not one.is_blank:
            said = blank_note(one.report, one.blank, language)
            yield f"{one.year} 年度{said}" if zh else f"{one.year}: {said}"
