"""By how much the relations fail that fail."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import Any, Final

import attrs
from matplotlib.axes import Axes
from matplotlib.patches import Rectangle
from matplotlib.ticker import MaxNLocator

from ..forms.report import Report
from ..text import Bilingual, Language
from .colours import FAMILY_LOOKS, PALE
from .judged import FAMILIES, Arrow, Residuals, family_of, residuals_of
from .picture import Canvas, Picture, filled, sample
from .problems import NothingToDraw
from .wording import columns_of, wrapped

__all__ = ["Bin", "bins_for", "residual_distribution"]

_ONE_BY_ONE: Final = 15
"""The largest residual up to which every whole number has its own bar."""
_STEPS: Final = (1, 2, 5)
_BAR: Final = 0.82
_TICK_SIZE: Final = 7.5
_TITLE: Final = Bilingual("不符的勾稽关系差多少", "By how much relations fail")
_COUNTED: Final = Bilingual("不符的关系（条）", "relations that do not hold")
_RESIDUAL: Final = Bilingual(
    "残差：左边减右边（件）", "residual: left side minus right side (requests, cases)"
)


@attrs.frozen
class Bin:
    """Residuals that are counted together, from the least to the largest; both are whole."""

    least: int
    largest: int

    def label(self, language: Language) -> str:
        """The numbers, as an axis shows them."""
        if self.least == self.largest:
            return _signed(self.least)
        to = {"zh": "至", "en": " to "}[language]
        return f"{_signed(self.least)}{to}{_signed(self.largest)}"


def _signed(number: int) -> str:
    return f"+{number:,}" if number > 0 else f"{number:,}"


def residual_distribution(
    reports: Iterable[Report] | Arrow,
    *,
    axes: Axes | None = None,
    language: Language = "zh",
    font: str | os.PathLike[str] | None = None,
    title: str | None = None,
    source: str | None = None,
) -> Picture:
    """How many binding relations fail by how much: left side minus right side.

    ``reports`` are any, or what :func:`gxstats.columnar.findings` gives for them. Small residuals have a bar
    for each number; from where they are large, bars hold 1, 2 to 4, 5 to 9, 10 to 19, 20 to
    49 and so on, alike on both sides. Colours tell what the relations say. Relations that hold are
    counted in the head and not drawn, for they would dwarf the rest; so are those that a blank leaves
    undecided, and those that fail whatever a blank stands for.

    The bars have an id (``get_gid``) of the least and the largest residual and the beginning of
    the relation's id, such as ``-1..-1/disputes.total``, ``20..49/requests.balance``.

    Raises :class:`NothingToDraw` for no report, :class:`MissingFont`, :class:`ValueError` for a
    frame of something else, and :class:`~gxstats.MissingExtra` for a frame without pyarrow. A
    frame of findings without a row is a picture without a bar.
    """
    found = residuals_of(reports)
    if found.reports == 0:
        raise NothingToDraw
    bins = bins_for([residual for _, residual in found.violated])
    canvas = Canvas(axes, language, font, (max(7.2, 3.6 + 0.42 * len(bins)), 4.4))
    top = _bars(canvas, found, bins)
    side = len(bins) // 2 + 0.7
    canvas.axes.set_xlim(-side, side)
    canvas.axes.set_ylim(0, max(1, top) * 1.5)  # with room for the head above the bars
    canvas.write(
        0.012, 0.985, "\n".join(_head(found, language)), 8.5,
        transform=canvas.axes.transAxes, ha="left", va="top", linespacing=1.4, zorder=6,
        bbox={"facecolor": "white", "edgecolor": "none", "alpha": 0.85, "pad": 2},
    )  # fmt: skip
    entries = list(_legend(found, language))
    if entries:
        canvas.legend(entries, loc="upper left", bbox_to_anchor=(1.01, 1.0))
    canvas.settle()
    _axes(canvas, bins, top)
    default = _TITLE[language]
    return canvas.finish(default if title is None else title, source)


def bins_for(residuals: Sequence[int]) -> tuple[Bin, ...]:
    """The bars for some residuals, on both sides of 0 alike, and none for 0 itself.

    >>> [one.label("en") for one in bins_for([-1, 30])][-3:]
    ['+5 to +9', '+10 to +19', '+20 to +49']
    """
    largest = max((abs(one) for one in residuals), default=1)
    if largest <= _ONE_BY_ONE:
        right = [Bin(one, one) for one in range(1, max(3, largest) + 1)]
    else:
        right = list(_by_steps(largest))
    left = [Bin(-one.largest, -one.least) for one in reversed(right)]
    return (*left, *right)


def _by_steps(largest: int) -> Iterator[Bin]:
    scale = 1
    while True:
        edges = [step * scale for step in (*_STEPS, 10)]
        for least, following in pairwise(edges):
            if least > largest:
                return
            yield Bin(least, following - 1)
        scale *= 10


def _bars(canvas: Canvas, found: Residuals, bins: Sequence[Bin]) -> int:
    """The bars, a part for each family; gives the height of the highest."""
    counts = Counter((_bin_of(residual, bins), family_of(id)) for id, residual in found.violated)
    families = _families(found)
    highest = 0
    for place, one in enumerate(bins):
        bottom = 0
        for family, look in families.items():
            count = counts[place, family]
            if count:
                canvas.axes.add_patch(
                    Rectangle(
                        (_place(place, bins) - _BAR / 2, bottom),
                        _BAR,
                        count,
                        gid=f"{one.least}..{one.largest}/{family}",
                        zorder=3,
                        **filled(look),
                    )
                )
            bottom += count
        highest = max(highest, bottom)
        if bottom:
            canvas.write(
                _place(place, bins), bottom, f"{bottom:,}", 7.5, ha="center", va="bottom", zorder=5
            )
    return highest


def _place(place: int, bins: Sequence[Bin]) -> int:
    """Where a bar stands: the two sides leave room for 0 between them."""
    half = len(bins) // 2
    return place - half if place < half else place - half + 1


def _bin_of(residual: int, bins: Sequence[Bin]) -> int:
    [found] = [place for place, one in enumerate(bins) if one.least <= residual <= one.largest]
    return found


def _families(found: Residuals) -> dict[str, Any]:
    """The families that fail, with their looks, in the order of the form."""
    failing = {family_of(id) for id, _ in found.violated}
    known = [*FAMILIES, *sorted(failing - FAMILIES.keys())]
    looks = {
        family: FAMILY_LOOKS[min(place, len(FAMILY_LOOKS) - 1)]
        for place, family in enumerate(known)
    }
    return {family: look for family, look in looks.items() if family in failing}


def _axes(canvas: Canvas, bins: Sequence[Bin], top: int) -> None:
    axes = canvas.axes
    _residual_ticks(canvas, bins)
    ticks = [
        float(one)
        for one in MaxNLocator(nbins=6, integer=True).tick_values(0, max(1, top))
        if 0 <= one <= max(1, top) * 1.2
    ]
    canvas.ticks(axes.yaxis, ticks, [f"{one:,.0f}" for one in ticks], 8)
    canvas.label(axes.xaxis, _RESIDUAL[canvas.language])
    canvas.label(axes.yaxis, _COUNTED[canvas.language])
    axes.axvline(0, color=PALE, linewidth=0.8, linestyle=":", zorder=1)
    axes.spines[["top", "right"]].set_visible(False)
    axes.set_axisbelow(True)
    axes.grid(axis="y", color="#DDDDDD", linewidth=0.6)
    axes.grid(visible=False, axis="x")


def _residual_ticks(canvas: Canvas, bins: Sequence[Bin]) -> None:
    """The residuals, turned where they are long, and every other one left out where it is tight."""
    labels = {_place(place, bins): one.label(canvas.language) for place, one in enumerate(bins)}
    labels[0] = "0"
    room = canvas.width / (len(bins) + 1.4)
    turned = max(columns_of(label) for label in labels.values()) * _TICK_SIZE * 0.62 > room
    step = max(1, -int(-_TICK_SIZE * 1.2 // room)) if turned else 1
    shown = [place for place in sorted(labels) if place % step == 0]
    canvas.ticks(canvas.axes.xaxis, shown, [labels[place] for place in shown], _TICK_SIZE)
    for label in canvas.axes.get_xticklabels():
        label.set(rotation=90 if turned else 0)


def _head(found: Residuals, language: Language) -> Iterator[str]:
    """What is not drawn, in numbers."""
    zh = language == "zh"
    failing = len(found.violated)
    if found.held is not None:
        yield (
            f"{found.reports:,} 份报告；残差为 0（相符）：{found.held:,} 条，未画"
            if zh
            else f"{found.reports:,} reports; residual 0 (held): {found.held:,}, not drawn"
        )
    else:
        yield "相符的关系不在这张表中" if zh else "relations that hold are not in this table"
    yield f"不符：{failing:,} 条，见图" if zh else f"violated: {failing:,}, drawn"
    if found.unknown:
        yield (
            f"不符，因有空白差额不明：{found.unknown:,} 条，未画"
            if zh
            else f"violated by an unknown number, for a blank: {found.unknown:,}, not drawn"
        )
    yield (
        f"无法判断（有空白）：{found.undecided:,} 条，未画"
        if zh
        else f"undecided, for a blank: {found.undecided:,}, not drawn"
    )


def _legend(found: Residuals, language: Language) -> Iterator[tuple[Any, str]]:
    for family, look in reversed(_families(found).items()):
        said = FAMILIES[family][language] if family in FAMILIES else family
        yield sample(look), wrapped(said, 30)
