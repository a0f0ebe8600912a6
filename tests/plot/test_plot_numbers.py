"""The numbers that are drawn are the numbers of the reports."""

from __future__ import annotations

import itertools
from collections import Counter

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.support.drawn_plots import (
    EXAMPLE,
    HEADINGS,
    areas,
    bands,
    made,
    needs_chinese,
    region,
    said,
    skewed,
    without_names,
)
from tests.support.effort import some, tries

from gxstats import FORMS, Organ, Outcome, Strength, check, form
from gxstats.plot import (
    NothingToDraw,
    flow,
    outcomes_by_year,
    relation_heat_map,
    residual_distribution,
)
from gxstats.plot.residuals import bins_for
from gxstats.testing import arbitrary_reports, reports, reports_with_blanks

any_reports = st.one_of(arbitrary_reports(), reports(), reports_with_blanks())


def column_total(report, heading):
    """The cells of the column 总计 under a heading of the results, by their addresses alone."""
    return {
        cell.address: report[cell.address]
        for cell in report.form
        if cell.address.startswith(f"/requests/outcomes/{heading}/")
        and cell.address.endswith("/total")
    }


def known(values):
    return sum(value for value in values.values() if value is not None)


@tries(10)
@given(st.lists(any_reports, min_size=1, max_size=3))
def test_the_height_of_a_bar_is_the_number_of_its_results(found):
    years = [
        attrs.evolve(report, year=2019 + 2 * place, organ=Organ())
        for place, report in enumerate(found)
    ]
    picture = outcomes_by_year(years, language="en")
    drawn = areas(picture)
    lines = {line.get_gid(): set(line.get_ydata()) for line in picture.axes.lines}
    for report in years:
        cells = {heading: column_total(report, heading) for heading in HEADINGS}
        values = {address: value for part in cells.values() for address, value in part.items()}
        total = report["/requests/outcomes/total/total"]
        if total is None and set(values.values()) == {None}:
            assert f"{report.year}/granted" not in drawn
            assert "all blank" in said(picture)
            continue
        for heading in HEADINGS:
            heights = [
                height
                for gid, height in drawn.items()
                if gid.split("/")[0] == str(report.year) and gid.split("/")[1] == heading
            ]
            assert sum(heights) == known(cells[heading])
        assert (lines.get(f"{report.year}/total") or None) == (None if total is None else {total})
        rest = max(0, (total or 0) - known(values))
        name = "blank" if None in values.values() else "difference"
        assert drawn.get(f"{report.year}/{name}", 0) == rest
    assert said(picture).count("no report") == len(years) - 1


def test_each_ground_of_refusal_is_an_area_of_its_own():
    report = made("2021", 2023, {f"outcomes/refused/{row}": place for place, row in enumerate(
        ("state_secret", "prohibited_by_law", "security_stability", "third_party",
         "internal_affairs", "process_information", "enforcement_files", "inquiry_matters"), 1)})  # fmt: skip
    drawn = areas(outcomes_by_year([report], language="en"))
    assert drawn["2023/refused/state_secret"] == 1
    assert drawn["2023/refused/inquiry_matters"] == 8
    assert sum(height for gid, height in drawn.items() if "/refused/" in gid) == 36


def test_editions_stand_side_by_side_with_the_rows_that_compare():
    picture = outcomes_by_year(
        [
            made("2019", 2020, {"outcomes/other": 5, "outcomes/total": 5}),
            made(
                "2021",
                2021,
                {
                    "outcomes/other/fee_unpaid": 2,
                    "outcomes/other/miscellaneous": 1,
                    "outcomes/total": 3,
                },
            ),
        ],
        language="en",
    )
    drawn = areas(picture)
    assert (drawn["2020/other"], drawn["2021/other"]) == (5, 3)
    assert "form 2019" in said(picture)
    assert "form 2021" in said(picture)


def test_a_year_with_two_reports_is_drawn_once_and_said():
    one, other = (made("2021", 2023, {"outcomes/granted": count}) for count in (1, 2))
    picture = outcomes_by_year([one, other], language="en")
    assert areas(picture)["2023/granted"] == 1
    assert "2 reports for 2023: the first one given is drawn." in picture.notes


@pytest.mark.parametrize("language", ["zh", "en"])
@needs_chinese
def test_a_blank_is_named_and_is_not_nought(language):
    report = made("2021", 2023, {"outcomes/granted": None, "outcomes/total": 4}, "某局")
    for picture in (
        outcomes_by_year([report], language=language),
        flow(report, language=language),
    ):
        assert {"zh": "（一）予以公开", "en": "(1) Granted in full"}[language] in picture.notes[-1]
        assert {"zh": "空白", "en": "blank"}[language] in picture.notes[-1]
    assert areas(outcomes_by_year([report], language=language))["2023/blank"] == 4
    assert areas(flow(report, language=language))["missing_results"] == 4


@tries(15)
@given(any_reports)
def test_the_flow_is_as_high_as_its_numbers_and_balances(report):
    report = attrs.evolve(report, organ=Organ())
    picture = flow(report, language="en")
    drawn, joined = areas(picture), bands(picture)
    cells = {heading: known(column_total(report, heading)) for heading in HEADINGS}
    received, carried_in, total, carried_out = (
        report[f"/requests/{row}/total"]
        for row in ("received", "carried_in", "outcomes/total", "carried_out")
    )
    numbers = {**cells, "received": received or 0, "carried_in": carried_in or 0}
    numbers["carried_out"] = carried_out or 0
    numbers["total"] = sum(cells.values()) if total is None else total
    into = numbers["received"] + numbers["carried_in"]
    out = numbers["total"] + numbers["carried_out"]
    if not any(numbers.values()):
        assert not drawn
        assert "no numbers" in said(picture) or "no requests" in said(picture)
        return
    for name, number in numbers.items():
        assert drawn[name] == number
    assert drawn["all"] == max(into, out)
    assert drawn.get("missing_in", 0) == max(0, out - into)
    assert drawn.get("missing_out", 0) == max(0, into - out)
    results = sum(cells.values())
    assert drawn.get("missing_results", 0) == max(0, numbers["total"] - results)
    assert drawn.get("excess_results", 0) == max(0, results - numbers["total"])
    assert joined.keys() == drawn.keys() - {"all", "excess_results"}
    size = max(drawn.values())
    for name, ends in joined.items():
        assert ends == pytest.approx((drawn[name], drawn[name]), abs=size * 1e-9), name
    blanks = [
        address
        for row in ("received", "carried_in", "outcomes", "carried_out")
        for address in report.form.index
        if address.startswith(f"/requests/{row}/")
        and address.endswith("/total")
        and report[address] is None
    ]
    assert bool(picture.notes) == bool(blanks)


def test_a_flow_that_does_not_balance_names_the_difference():
    report = made("2021", 2023, {"received": 10, "outcomes/total": 7, "outcomes/granted": 9})
    picture = flow(report, language="en")
    assert areas(picture)["missing_out"] == 3
    assert areas(picture)["excess_results"] == 2
    words = said(picture)
    assert "Difference: more came in than went out" in words
    assert "3 requests" in words


@pytest.mark.parametrize("form_id", some(FORMS, 67))
def test_a_report_of_noughts_or_blanks_says_so(form_id):
    noughts = made(form_id, 2023, {})
    assert "no requests this year" in said(flow(noughts, language="en"))
    blank = form(form_id).blank(year=2023, organ=Organ())
    assert "no numbers: the cells are blank" in said(flow(blank, language="en"))
    assert "all blank" in said(outcomes_by_year([blank], language="en"))
    assert not areas(outcomes_by_year([noughts], language="en"))["2023/granted"]


def expected_codes(found, ids):
    codes = {Outcome.HELD: 0, Outcome.UNDECIDED: 1, Outcome.VIOLATED: 2}
    rows = []
    for report in found:
        of = {
            result.relation.id: codes[result.outcome]
            for result in check(report)
            if result.relation.strength is not Strength.SOFT
        }
        rows.append(tuple(of.get(id, 3) for id in ids))
    return rows


def drawn_codes(picture):
    [mesh] = [one for one in picture.axes.collections if one.get_gid() == "outcomes"]
    height, width = (size - 1 for size in mesh.get_coordinates().shape[:2])
    return [tuple(int(code) for code in row) for row in mesh.get_array().reshape(height, width)]


@tries(6)
@given(st.lists(any_reports, min_size=1, max_size=6))
def test_the_map_has_what_check_finds(found):
    found = without_names(found)
    picture = relation_heat_map(found, language="en")
    drawn = drawn_codes(picture)
    ids = {id: None for report in found for id in _binding_in_order(report.form)}
    counts = [Counter(row) for row in expected_codes(found, ids)]
    assert Counter(map(frozenset, (Counter(row).items() for row in drawn))) == Counter(
        map(frozenset, (count.items() for count in counts))
    )
    assert len(drawn[0]) == len(ids)
    worst = [(-row.count(2), -row.count(1)) for row in drawn]
    assert worst == sorted(worst)


def _binding_in_order(of):
    blank = of.blank(year=None, organ=Organ())
    return [
        result.relation.id
        for result in check(blank)
        if result.relation.strength is not Strength.SOFT
    ]


@pytest.mark.parametrize("form_id", some(FORMS, 34))
def test_the_columns_of_the_map_stand_in_the_order_of_the_form(form_id):
    report = form(form_id).blank(year=2023, organ=Organ())
    report = report.replace(
        {"/requests/received/total": 1, "/requests/received/natural_person": 2}
    )
    report = report.replace({"/disputes/reconsideration/total": 0})
    [row] = drawn_codes(relation_heat_map([report], language="en"))
    [wanted] = expected_codes([report], _binding_in_order(report.form))
    assert row == wanted
    assert {1, 2} <= set(row)


@given(st.lists(st.integers(-(10**13), 10**13).filter(bool), max_size=30))
def test_every_residual_has_one_bar(residuals):
    bins = bins_for(residuals)
    for residual in residuals:
        assert sum(one.least <= residual <= one.largest for one in bins) == 1
    assert not any(one.least <= 0 <= one.largest for one in bins)
    for one, following in itertools.pairwise(bins):
        assert following.least - one.largest == (2 if one.largest == -1 else 1)
    assert len(bins) < 100


@tries(8)
@given(st.lists(any_reports, min_size=1, max_size=4))
def test_the_bars_add_up_to_the_violations(found):
    picture = residual_distribution(found, language="en")
    results = [
        result
        for report in found
        for result in check(report)
        if result.relation.strength is not Strength.SOFT
    ]
    of = Counter(result.outcome for result in results)
    residuals = [
        result.residual
        for result in results
        if result.outcome is Outcome.VIOLATED and result.residual is not None
    ]
    drawn = Counter()
    for gid, height in areas(picture).items():
        bounds = gid.split("/")[0].split("..")
        drawn[int(bounds[0]), int(bounds[1])] += height
    assert drawn.total() == len(residuals)
    for (least, largest), height in drawn.items():
        assert height == sum(least <= residual <= largest for residual in residuals)
    words = said(picture)
    assert f"residual 0 (held): {of[Outcome.HELD]:,}, not drawn" in words
    assert f"undecided, for a blank: {of[Outcome.UNDECIDED]:,}, not drawn" in words
    unknown = of[Outcome.VIOLATED] - len(residuals)
    assert (f"violated by an unknown number, for a blank: {unknown:,}" in words) == bool(unknown)


@needs_chinese
def test_frames_of_columns_are_drawn_as_the_reports_are():
    pytest.importorskip("pyarrow")
    polars = pytest.importorskip("polars")
    from gxstats.columnar import findings, outcomes, to_arrow

    found = region(6)
    corpus = to_arrow(found)
    of_reports = drawn_codes(relation_heat_map(found, language="en"))
    for frame in (corpus, polars.DataFrame(corpus)):
        assert drawn_codes(relation_heat_map(outcomes(frame), language="en")) == of_reports
    from_findings = residual_distribution(findings(corpus), language="en")
    assert areas(from_findings) == areas(residual_distribution(found, language="en"))
    assert "relations that hold are not in this table" in said(from_findings)
    for draw in (relation_heat_map, residual_distribution):
        with pytest.raises(ValueError, match="expected that of"):
            draw(corpus)


def test_without_a_report_there_is_nothing_to_draw():
    for draw in (outcomes_by_year, relation_heat_map, residual_distribution):
        with pytest.raises(NothingToDraw) as raised:
            draw([])
        assert "没有报告" in str(raised.value)
        assert "nothing to draw" in str(raised.value)
        assert raised.value == NothingToDraw()


def test_reports_of_two_organs_are_no_series():
    codes = ("91110000MA00000001", "91110000MA00000002")
    with pytest.raises(ValueError):  # noqa: PT011 - the same as the series itself raises
        outcomes_by_year([attrs.evolve(EXAMPLE, organ=Organ(code=code)) for code in codes])


@needs_chinese
def test_skewed_years_are_drawn_as_they_are():
    drawn = areas(outcomes_by_year(skewed()))
    assert drawn["2019/granted"] == 44
    assert drawn["2022/blank"] == 3_217 - (7 + 8 + 9 + 10 + 410 + 1)
    assert drawn["2023/difference"] == 900 - 64
    assert "2024/difference" not in drawn
