"""A picture, and what all of them are drawn with: text, ticks, legend, notes."""

from __future__ import annotations

import io
import os
from collections.abc import Iterable, Sequence
from typing import Any, Final

import attrs
from matplotlib.axes import Axes
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from matplotlib.patches import Patch
from matplotlib.text import Text
from PIL import Image

from ..text import Language
from .colours import INK, PALE, Look
from .fonts import Lettering
from .wording import one_line, wrapped

__all__ = ["Canvas", "Picture", "filled", "sample"]

_DOTS: Final = 110
"""Dots an inch of a picture in a notebook."""
_SHADES: Final = 255
"""Colours of such a picture."""
_TITLE_SIZE: Final = 12.0
_NOTE_SIZE: Final = 8.0
_POINTS: Final = 72
_COLUMN: Final = 0.5
"""Width of half a Chinese character, in sizes of its font."""


def figure_of(axes: Axes) -> Figure:
    """The figure that axes are on, be it in a part of the figure."""
    found: Any = axes.get_figure()
    while not isinstance(found, Figure):
        found = found.figure
    return found


@attrs.frozen(eq=False, repr=False)
class Picture:
    """What was drawn.

    A notebook shows it. ``picture.figure.savefig("name.png")`` puts it into a file; so do the
    endings ``.svg`` and ``.pdf``.
    """

    axes: Axes
    """The axes, to be changed as one likes."""
    title: str
    notes: tuple[str, ...]
    """What is said below the picture: what is blank, what does not come out, what was left out."""

    @property
    def figure(self) -> Figure:
        """The figure that the axes are on."""
        return figure_of(self.axes)

    def _repr_png_(self) -> bytes | None:
        """For notebooks; nothing for a figure of pyplot, which shows its figures itself."""
        if self.figure.canvas.manager is not None:
            return None
        drawn, made = io.BytesIO(), io.BytesIO()
        self.figure.savefig(drawn, format="png", dpi=_DOTS)
        # a few colours and their shades: a third of the size, and no colour becomes another
        with Image.open(drawn) as image:
            few = image.convert("RGB").quantize(_SHADES, method=Image.Quantize.MAXCOVERAGE)
        few.save(made, format="png", optimize=True)
        return made.getvalue()

    def __repr__(self) -> str:
        return f"<Picture {' | '.join([self.title, *self.notes])}>"


def filled(look: Look) -> dict[str, Any]:
    """How matplotlib is told to fill an area."""
    return {
        "facecolor": look.colour,
        "edgecolor": look.edge,
        "hatch": look.hatch or None,
        "linewidth": 0.6,
    }


class Canvas:
    """Axes in which every text is written in a font that has its characters."""

    def __init__(
        self,
        axes: Axes | None,
        language: Language,
        font: str | os.PathLike[str] | None,
        size: tuple[float, float],
    ) -> None:
        self.language: Language = language
        self.lettering = Lettering(language, font)
        if axes is None:
            figure = Figure(figsize=size, layout="constrained", facecolor="white")
            FigureCanvasAgg(figure)  # it remembers how large each text is
            axes = figure.add_subplot()
        self.axes = axes
        self.notes: list[str] = []
        axes.set_facecolor("white")
        axes.tick_params(colors=INK, which="both")
        for spine in axes.spines.values():
            spine.set_color(INK)
            spine.set_linewidth(0.8)

    @property
    def width(self) -> float:
        """Width of the axes, in points."""
        return self._extent("width")

    @property
    def height(self) -> float:
        """Height of the axes, in points."""
        return self._extent("height")

    @property
    def figure_height(self) -> float:
        """Height of the figure, in points."""
        return figure_of(self.axes).get_figheight() * _POINTS

    def _extent(self, side: str) -> float:
        dots = getattr(self.axes.get_window_extent(), side)
        return float(dots / figure_of(self.axes).dpi * _POINTS)

    def settle(self) -> None:
        """Let the figure find its layout, so that sizes can be asked for."""
        figure = figure_of(self.axes)
        engine = figure.get_layout_engine()
        if engine is not None:
            engine.execute(figure)
        self.axes.apply_aspect()

    def dress(self, text: Text, said: str, size: float, colour: str = INK) -> Text:
        """Give a text its words, in a font that has them; no sign in them is a command."""
        written, properties = self.lettering.written(said, size)
        text.set(
            text=written,
            fontproperties=properties,
            color=colour,
            parse_math=False,
            usetex=False,
        )
        return text

    def write(
        self, x: float, y: float, said: str, size: float, colour: str = INK, **placing: Any
    ) -> Text:
        """A text in the axes."""
        return self.dress(self.axes.text(x, y, "", **placing), said, size, colour)

    def ticks(
        self, axis: Any, places: Sequence[float], labels: Iterable[str], size: float
    ) -> None:
        """The ticks of an axis, each with its label."""
        said = list(labels)
        axis.set_ticks(list(places), labels=[""] * len(said), minor=False)
        # written as fixed labels too: what draws the ticks asks the axis for their words
        dressed = [self.lettering.written(one, size) for one in said]
        axis.set_ticklabels([text for text, _ in dressed])
        for label, one in zip(axis.get_ticklabels(), said, strict=True):
            self.dress(label, one, size)

    def label(self, axis: Any, said: str, size: float = 9.0) -> None:
        """What an axis counts."""
        axis.set_label_text("")
        self.dress(axis.label, said, size)

    def legend(self, entries: Iterable[tuple[Any, str]], **placing: Any) -> None:
        """Areas and what they mean."""
        handles, said = zip(*entries, strict=True)
        legend = self.axes.legend(handles, [""] * len(said), frameon=False, **placing)
        legend.set_in_layout(True)
        for text, words in zip(legend.get_texts(), said, strict=True):
            self.dress(text, words, 8.5)

    def finish(self, title: str, source: str | None, *, pad: float | None = None) -> Picture:
        """Title above; notes and source below."""
        made = self.axes.set_title("", loc="left", pad=pad)
        self.settle()
        columns = max(24, int(self.width / (_TITLE_SIZE * _COLUMN)))
        self.dress(made, wrapped(one_line(title), columns), _TITLE_SIZE)
        notes = [one_line(note) for note in self.notes]
        said = [*notes, *([one_line(source)] if source else [])]
        if said:
            columns = max(30, int(self.width / (_NOTE_SIZE * _COLUMN)))
            text = "\n".join(wrapped(note, columns) for note in said)
            below = self.axes.xaxis.label
            before = below.get_text()
            self.axes.set_xlabel("", loc="left")
            joined = f"{before}\n{text}" if before else text
            self.dress(self.axes.xaxis.label, joined, _NOTE_SIZE, PALE)
            self.axes.xaxis.label.set(horizontalalignment="left", linespacing=1.35)
        self.lettering.warn()
        return Picture(self.axes, title, tuple(notes))


def sample(look: Look) -> Patch:
    """An area in a legend."""
    return Patch(**filled(look))
