"""Reports to draw, and what is read off pictures."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from random import Random

import attrs
import pytest
from matplotlib import font_manager
from matplotlib.figure import Figure
from matplotlib.patches import PathPatch, Rectangle
from matplotlib.text import Text

from gxstats import Organ, Report, examples, form, read
from gxstats.plot import Picture
from gxstats.plot.fonts import chinese_faces

needs_chinese = pytest.mark.skipif(
    not any(face.has("中") for face in chinese_faces()),
    reason="no Chinese font on this machine: apt install fonts-wqy-zenhei",
)
HEADINGS = (
    "granted", "partially_granted", "refused", "unavailable", "not_processed", "other",
)  # fmt: skip
"""The headings of the results, as the printed forms of both editions have them."""

EXAMPLE = read(examples.path("yindu-2019")).report


def made(
    form_id: str, year: int | None, numbers: Mapping[str, int | None], organ: str | None = None
) -> Report:
    """A report with numbers in the column 总计, by row of table three; 0 elsewhere."""
    cells: dict = {
        cell.address: 0 for cell in form(form_id) if cell.address.startswith("/requests/")
    }
    cells |= {f"/requests/{row}/total": number for row, number in numbers.items()}
    return form(form_id).report(cells, year=year, organ=Organ(name=organ))


@cache
def skewed() -> tuple[Report, ...]:
    """Years of one organ with all that is awkward: a gap, editions, blanks, sums that fail."""
    name = "殷都区人民政府"
    one = {"outcomes/granted": 61, "outcomes/refused/third_party": 3}
    rows = ["state_secret", "third_party", "internal_affairs", "process_information"]
    return (
        EXAMPLE,
        made("2019", 2020, {**one, "outcomes/total": 64, "received": 64}, name),
        made(
            "2021",
            2022,
            {
                **{f"outcomes/refused/{row}": 7 + place for place, row in enumerate(rows)},
                "outcomes/granted": None,
                "outcomes/unavailable/not_held": 410,
                "outcomes/other/fee_unpaid": 1,
                "outcomes/total": 3_217,
                "received": 3_200,
                "carried_in": 40,
            },
            name,
        ),
        made("2021", 2023, {**one, "outcomes/total": 900, "received": 1_000}, name),
        made("2021-undivided", 2024, {**one, "outcomes/total": 0, "received": 64}, name),
        form("2021").blank(year=2025, organ=Organ(name=name)),
    )


@cache
def region(organs: int) -> tuple[Report, ...]:
    """Reports of a region, on all forms, with slips and blanks: the same ones every time."""
    random = Random(11)
    reports = []
    for place in range(organs):
        form_id = random.choice(["2019", "2021", "2021", "2021-undivided"])
        report = made(form_id, 2023, {}, f"某市第{place + 1}局及其所属城市管理综合行政执法队伍")
        counts = [cell.address for cell in report.form if cell.table.number in "三四"]
        slips = random.choice([0, 0, 0, 1, 2])
        for address in random.sample(counts, slips):
            report = report.replace({address: random.choice([None, 1, 5, 30, 1_200])})
        reports.append(report)
    return tuple(reports)


def areas(picture: Picture) -> dict[str, float]:
    """The height of each area that has an id."""
    found = [one for one in picture.axes.patches if isinstance(one, Rectangle) and one.get_gid()]
    assert len({one.get_gid() for one in found}) == len(found)
    return {one.get_gid(): one.get_height() for one in found}


def bands(picture: Picture) -> dict[str, tuple[float, float]]:
    """How high each band is, at its two ends."""
    found = {}
    for one in picture.axes.patches:
        if isinstance(one, PathPatch):
            corners = one.get_path().vertices
            found[one.get_gid().removeprefix("band:")] = (
                corners[0][1] - corners[7][1],
                corners[3][1] - corners[4][1],
            )
    return found


def texts(picture: Picture) -> list[Text]:
    """Every text that is seen in the whole figure."""
    picture.figure.get_layout_engine().execute(picture.figure)  # brings the ticks up to date
    return _texts(picture.figure)


def _texts(figure: Figure) -> list[Text]:
    drawn = [one for one in figure.findobj(Text) if one.get_visible() and one.get_text()]
    hidden = {
        text
        for axes in figure.axes
        for axis in (axes.xaxis, axes.yaxis)
        for tick in (*axis.majorTicks, *axis.minorTicks)
        for text in (tick.label1, tick.label2)
        if not text.get_text() or not text.get_visible()
    }
    return [one for one in drawn if one not in hidden]


def said(picture: Picture) -> str:
    """All words, each text in one line."""
    return "\n".join(one.get_text().replace("\n", " ") for one in texts(picture))


def assert_is_drawn_well(picture: Picture) -> None:
    """Every character has a glyph in its font, and no text leaves the figure."""
    figure = picture.figure
    figure.draw_without_rendering()  # brings all to its place, the legend too
    shown = _texts(figure)
    box = figure.bbox
    for one in shown:
        font = font_manager.get_font(one.get_fontproperties().get_file())
        missing = [
            sign for sign in one.get_text() if sign != "\n" and not font.get_char_index(ord(sign))
        ]
        assert not missing, (one.get_text(), font.family_name)
        assert one.get_parse_math() is False
        assert one.get_fontsize() >= 6
        extent = one.get_window_extent()
        inside = (
            box.x0 - 2 <= extent.x0 and extent.x1 <= box.x1 + 2
            and box.y0 - 2 <= extent.y0 and extent.y1 <= box.y1 + 2
        )  # fmt: skip
        assert inside, (one.get_text(), extent, box)


def own_axes():
    """Axes of a figure that pyplot knows nothing of."""
    return Figure(figsize=(9, 6), layout="constrained").add_subplot()


def without_names(reports: list[Report]) -> list[Report]:
    """The reports of an organ that is not named, one after the other year."""
    return [attrs.evolve(report, organ=Organ()) for report in reports]
