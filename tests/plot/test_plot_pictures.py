"""Pictures are legible, leave matplotlib as it was, and need no screen."""

from __future__ import annotations

import io
import itertools
import subprocess
import sys
from itertools import product

import matplotlib as mpl
import pytest
from hypothesis import given
from hypothesis import strategies as st
from matplotlib import style
from matplotlib.figure import Figure
from PIL import Image, ImageChops
from tests.support.drawn_plots import (
    EXAMPLE,
    areas,
    assert_is_drawn_well,
    made,
    needs_chinese,
    own_axes,
    region,
    said,
    skewed,
    texts,
)
from tests.support.effort import some

from gxstats import MissingExtra, Organ, form
from gxstats.across import Series
from gxstats.plot import (
    Picture,
    flow,
    outcomes_by_year,
    relation_heat_map,
    residual_distribution,
)
from gxstats.plot.colours import FAMILY_LOOKS, OUTCOME_LOOKS, RESULT_LOOKS
from gxstats.plot.wording import columns_of, wrapped

DRAWN = {
    "years": lambda **how: outcomes_by_year(skewed(), **how),
    "series": lambda **how: outcomes_by_year(Series.of([EXAMPLE]), **how),
    "flow": lambda **how: flow(EXAMPLE, **how),
    **{
        f"flow of {report.year}": lambda report=report, **how: flow(report, **how)
        for report in skewed()[1:]
    },
    "map": lambda **how: relation_heat_map(region(12), **how),
    "residuals": lambda **how: residual_distribution(region(24), **how),
}
ONE_OF_A_KIND = {("years", "zh"), ("flow of 2022", "en"), ("residuals", "zh")}
"""Beside the maps below."""


@needs_chinese
@pytest.mark.parametrize(
    ("name", "language"),
    [
        pytest.param(*one, marks=[] if one in ONE_OF_A_KIND else pytest.mark.thorough)
        for one in product(DRAWN, ["zh", "en"])
    ],
)
def test_every_character_has_a_glyph_and_every_text_has_room(name, language):
    picture = DRAWN[name](language=language, source="来源：各年度报告")
    assert isinstance(picture, Picture)
    assert_is_drawn_well(picture)
    assert "来源：各年度报告" in said(picture)


@needs_chinese
@pytest.mark.parametrize("name", some(DRAWN, 10))
def test_a_notebook_gets_a_small_picture_in_which_no_colour_is_another(name):
    picture = DRAWN[name]()
    png = picture._repr_png_()
    assert png.startswith(b"\x89PNG")
    assert len(png) < 150_000
    drawn = io.BytesIO()
    picture.figure.savefig(drawn, format="png", dpi=110)
    shown, wanted = (Image.open(one).convert("RGB") for one in (io.BytesIO(png), drawn))
    assert max(high for _, high in ImageChops.difference(shown, wanted).getextrema()) <= 6


@needs_chinese
@pytest.mark.parametrize("organs", some([160, 300], 50))
def test_hundreds_of_organs_are_legible_and_the_names_left_out_are_said(organs):
    picture = relation_heat_map(region(organs))
    assert_is_drawn_well(picture)
    labels = [one for one in picture.axes.get_yticklabels() if one.get_text()]
    assert 80 <= len(labels) < organs
    boxes = [one.get_window_extent() for one in labels]
    for upper, lower in itertools.pairwise(boxes):
        assert lower.y1 <= upper.y0 + 2
    step = organs // len(labels)
    assert f"每 {step} 行标一个" in picture.notes[0]
    assert len(relation_heat_map(region(12)).axes.get_yticklabels()) == 12


@needs_chinese
@pytest.mark.parametrize("name", some(["years", "flow", "map", "residuals"], 50))
def test_settings_and_figures_of_matplotlib_are_left_alone(name):
    from matplotlib import pyplot as plt

    before = dict(mpl.rcParams)
    figures = plt.get_fignums()
    DRAWN[name]()
    assert dict(mpl.rcParams) == before
    assert plt.get_fignums() == figures


@needs_chinese
@pytest.mark.parametrize("name", some(["map", "years", "flow", "residuals"], 25))
def test_given_axes_are_drawn_on(name):
    axes = own_axes()
    picture = DRAWN[name](axes=axes, language="en")
    assert picture.axes is axes
    assert picture.figure is axes.get_figure()
    drawn = {one.get_gid() for one in axes.get_children()}
    own = DRAWN[name](language="en").axes
    # signs in the fields of a map need room
    assert drawn | {"violated", "undecided"} >= {one.get_gid() for one in own.get_children()}


@needs_chinese
def test_axes_of_a_part_of_a_figure_are_drawn_on():
    figure = Figure(figsize=(12, 6), layout="constrained")
    part, _ = figure.subfigures(1, 2)
    picture = flow(EXAMPLE, axes=part.add_subplot())
    assert picture.figure is figure
    assert picture._repr_png_().startswith(b"\x89PNG")


@needs_chinese
def test_whatever_style_is_set_pictures_are_dark_on_white():
    with style.context("dark_background"), mpl.rc_context({"text.usetex": True}):
        picture = outcomes_by_year([EXAMPLE])
        assert mpl.colors.to_hex(picture.figure.get_facecolor()) == "#ffffff"
        assert mpl.colors.to_hex(picture.axes.get_facecolor()) == "#ffffff"
        assert {mpl.colors.to_hex(one.get_color()) for one in texts(picture)} <= {
            "#1f1f1f", "#6b6b6b", "#ffffff",
        }  # fmt: skip


def test_a_figure_of_pyplot_is_left_to_pyplot():
    from matplotlib import pyplot as plt

    with mpl.rc_context({"backend": "agg"}):
        figure, axes = plt.subplots(layout="constrained")
        try:
            assert flow(made("2021", 2023, {}), axes=axes, language="en")._repr_png_() is None
        finally:
            plt.close(figure)


def test_title_and_source_are_what_is_asked_for():
    report = made("2021", 2023, {"received": 1})
    picture = flow(report, language="en", title="Mine", source="Source: a report")
    assert picture.title == "Mine"
    assert picture.axes.get_title(loc="left") == "Mine"
    assert "Source: a report" in said(picture)
    assert picture.axes.get_title(loc="left") == "Mine"
    assert flow(report, language="en", title="").axes.get_title(loc="left") == ""
    assert repr(picture) == "<Picture Mine>"


@needs_chinese
def test_names_are_no_commands_and_no_new_lines():
    names = ["$x^2$ 局", "a_b_{c}", "甲\n乙\t局", r"\frac", "%局"]
    found = [made("2021", 2023, {}, name) for name in names]
    picture = relation_heat_map(found)
    assert_is_drawn_well(picture)
    labels = {one.get_text() for one in picture.axes.get_yticklabels()}
    assert labels == {" ".join(name.split()) for name in names}
    assert "$x^2$ 局" in flow(found[0]).axes.get_title(loc="left")


def test_other_names_can_be_given_for_organs():
    found = [made("2021", 2023, {}, "甲局"), made("2021", 2023, {}, "乙局")]
    picture = relation_heat_map(
        found, language="en", names={"甲局": "Bureau A", "乙局": "Bureau B"}
    )
    assert {one.get_text() for one in picture.axes.get_yticklabels()} == {"Bureau A", "Bureau B"}


def test_years_tell_apart_reports_of_one_organ():
    found = [made("2021", year, {}, "a") for year in (2022, 2023)]
    picture = relation_heat_map(found, language="en")
    assert [one.get_text() for one in picture.axes.get_yticklabels()] == ["a 2022", "a 2023"]


def test_the_states_differ_in_grey_and_neighbours_too():
    lightness = sorted(look.lightness for look in OUTCOME_LOOKS.values())
    assert min(b - a for a, b in itertools.pairwise(lightness)) > 0.15
    stacks = [[look for looks in RESULT_LOOKS.values() for look in looks], list(FAMILY_LOOKS)]
    for looks in stacks:
        for one, following in itertools.pairwise(looks):
            differ = abs(one.lightness - following.lightness) > 0.1
            assert differ or one.hatch != following.hatch, (one, following)


def test_many_years_and_large_numbers_have_room():
    found = [
        made(
            "2021", year, {"outcomes/granted": 999_999_999_999, "outcomes/total": 999_999_999_999}
        )
        for year in range(2008, 2030)
        if year != 2011
    ]
    picture = outcomes_by_year(found, language="en")
    assert_is_drawn_well(picture)
    assert areas(picture)["2008/granted"] == 999_999_999_999
    huge = made("2021", 2023, {"received": 999_999_999_999, "outcomes/total": 0})
    assert_is_drawn_well(flow(huge, language="en"))
    assert_is_drawn_well(residual_distribution([huge], language="en"))


def test_years_far_apart_are_not_labelled_one_by_one():
    found = [made("2021", year, {"outcomes/granted": 1}) for year in (2008, 2100)]
    assert_is_drawn_well(outcomes_by_year(found, language="en"))


@given(st.text(max_size=80), st.integers(4, 40))
def test_wrapping_loses_nothing_but_white_space(text, columns):
    made_of = wrapped(text, columns)
    assert "".join(made_of.split()) == "".join(text.split())


@given(st.text("政府信息公开（一）", max_size=60), st.integers(4, 40))
def test_chinese_is_broken_anywhere_but_before_a_closing_sign(text, columns):
    for line in wrapped(text, columns).split("\n"):
        assert columns_of(line.rstrip("）")) <= columns + 1
        assert not line.startswith("）") or text.startswith("）")


def test_importing_the_room_imports_no_matplotlib():
    code = (
        "import sys, gxstats, gxstats.plot\n"
        "assert 'matplotlib' not in sys.modules, 'matplotlib'\n"
        "import gxstats.plot as plot\n"
        "assert 'flow' in dir(plot)\n"
        "report = gxstats.form('2021').blank(year=2023, organ=gxstats.Organ())\n"
        "plot.flow(report, language='en')\n"
        "assert 'matplotlib.pyplot' not in sys.modules, 'pyplot'\n"
    )
    strict = ["-W", "error", "-W", "ignore::DeprecationWarning"]  # of what matplotlib imports
    done = subprocess.run(
        [sys.executable, *strict, "-c", code], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr


def test_without_matplotlib_the_extra_is_named(monkeypatch):
    import gxstats.plot as room

    monkeypatch.delitem(vars(room), "flow")
    monkeypatch.setitem(sys.modules, "matplotlib", None)
    with pytest.raises(MissingExtra) as raised:
        _ = room.flow
    assert raised.value.extra == "plot"
    assert 'pip install "gxstats[plot]"' in raised.value.explain("zh")


def test_an_unknown_name_is_an_attribute_error():
    import gxstats.plot as room

    with pytest.raises(AttributeError, match="no attribute 'flw'"):
        _ = room.flw


def test_a_blank_report_of_no_year_is_drawn():
    report = form("2021").blank(year=None, organ=Organ())
    assert flow(report, language="en").title == "where requests came from and went"
