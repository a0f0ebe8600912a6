"""Editions, years and organs: nothing is invented, what is lost is declared, sums only warn."""

from __future__ import annotations

import random
from functools import cache
from itertools import product

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.support.effort import often

from gxstats import FORMS, Organ, Outcome, Report, check, examples, form, read
from gxstats.across import (
    Series,
    aggregate,
    comparable_cells,
    compared,
    convert,
    loss,
    roll_up,
    series_of,
)
from gxstats.relations import PREVIOUS, check_years, year_links
from gxstats.testing import arbitrary_reports, reports, reports_with_blanks

anything = st.one_of(reports("any"), reports_with_blanks("any"), arbitrary_reports("any"))
form_ids = st.sampled_from(list(FORMS))
SUBROWS = ("not_supplemented", "fee_unpaid", "miscellaneous")


def values_of(report: Report) -> dict:
    return {cell.address: value for cell, value in report.cells()}


@cache
def example(year: int = 2019) -> Report:
    return attrs.evolve(read(examples.path("yindu-2019")).report, year=year)


# --- editions -------------------------------------------------------------------------------------
@given(report=anything, target=form_ids)
def test_there_and_back_is_the_same_off_the_declared_loss(report: Report, target: str) -> None:
    there = convert(report, target)
    assert there.report.form.id == target
    back = convert(there.report, report.form).report
    lost = set(loss(report.form, target))
    before, after = values_of(report), values_of(back)
    assert {a: v for a, v in before.items() if a not in lost} == {
        a: v for a, v in after.items() if a not in lost
    }
    assert there.lost == {a: before[a] for a in before if a in lost and before[a] is not None}
    assert (back.year, back.organ, back.narrative) == (
        report.year,
        report.organ,
        report.narrative,
    )


@given(report=anything, target=form_ids)
def test_no_number_is_invented(report: Report, target: str) -> None:
    before, after = values_of(report), values_of(convert(report, target).report)
    for address, value in after.items():
        if value is None:
            continue
        if address in before:
            assert value == before[address]
            continue
        column = address.rpartition("/")[2]
        assert address == f"/requests/outcomes/other/{column}"
        parts = [before[f"/requests/outcomes/other/{row}/{column}"] for row in SUBROWS]
        assert None not in parts
        assert value == sum(parts)


@given(report=reports("any"), target=form_ids)
def test_a_consistent_report_stays_consistent(report: Report, target: str) -> None:
    assert check(convert(report, target).report).verdict is not Outcome.VIOLATED


def test_a_sum_that_no_cell_can_hold_is_blank_and_its_parts_are_lost() -> None:
    rows = [f"/requests/outcomes/other/{row}/natural_person" for row in SUBROWS]
    report = form("2021").blank(year=2023, organ=Organ())
    report = report.replace(dict(zip(rows, (999_999_999_999, 0, 1), strict=True)))
    converted = convert(report, "2019")
    assert converted.report["/requests/outcomes/other/natural_person"] is None
    assert [converted.lost[row] for row in rows] == [999_999_999_999, 0, 1]
    within = report.replace({rows[2]: 0})
    assert (
        convert(within, "2019").report["/requests/outcomes/other/natural_person"]
        == 999_999_999_999
    )


def test_what_is_lost_is_what_the_notices_changed() -> None:
    older = {a.split("/")[2] for a in loss("2019", "2021-undivided")}
    assert older == {
        "rules",
        "normative_documents",
        "administrative_licensing",
        "other_external_services",
        "administrative_penalty",
        "administrative_compulsion",
        "administrative_fees",
        "centralized_procurement",
    }
    assert all(a.startswith("/disclosure/") for a in loss("2019", "2021-undivided"))
    assert "/requests/outcomes/other/total" in loss("2019", "2021")
    assert "/requests/outcomes/other/fee_unpaid/total" in loss("2021", "2019")
    assert not [a for a in loss("2021", "2019") if a.startswith("/disputes/")]
    for one in FORMS:
        assert loss(one, one) == ()


def test_documents_published_are_never_taken_for_documents_in_force() -> None:
    report = example().replace({"/disclosure/rules/published_total": 7})
    for target in ("2021", "2021-undivided"):
        made = convert(report, target).report
        assert made["/disclosure/rules/in_force"] is None
        assert made["/disclosure/rules/issued"] is None


def test_remarks_stay_with_their_cells() -> None:
    report = example()
    assert [r.cell for r in report.remarks] == ["/disclosure/centralized_procurement/amount"]
    there = convert(report, "2021")
    assert there.report.remarks == ()
    assert there.lost_remarks == report.remarks


@given(report=anything, target=form_ids)
def test_what_compares_is_the_same_in_every_edition_that_keeps_it(
    report: Report, target: str
) -> None:
    view = compared(report)
    assert list(view) == [one.address for one in comparable_cells()]
    lost = set(loss(report.form, target))
    other = compared(convert(report, target).report)
    for address, value in view.items():
        sources = {address} | {
            a for a in report.form.index if a.startswith(f"{address.rpartition('/')[0]}/")
        }
        if not sources & lost:
            assert other[address] == value


def test_every_rule_of_comparison_is_said_in_both_languages() -> None:
    for one in comparable_cells():
        assert one.rule.zh
        assert one.rule.en
        for form_ in FORMS.values():
            assert one.address in form_ or one.summed[form_.id]
    summed = [one.address for one in comparable_cells() if one.summed]
    assert all(address.startswith("/requests/outcomes/other/") for address in summed)


# --- years ----------------------------------------------------------------------------------------
@given(last_year=anything, report=anything)
def test_requests_carried_over_tie_in_every_column(last_year: Report, report: Report) -> None:
    last_year = attrs.evolve(last_year, year=None)
    found = check_years(last_year, report)
    columns = [a.rpartition("/")[2] for a in report.form.index if "/requests/received/" in a]
    assert len(columns) == 7
    for column in columns:
        out = last_year[f"/requests/carried_out/{column}"]
        taken = report[f"/requests/carried_in/{column}"]
        result = found[f"requests.carried_over.{column}"]
        if None in (out, taken):
            assert result.outcome is Outcome.UNDECIDED
        else:
            assert result.outcome is (Outcome.HELD if out == taken else Outcome.VIOLATED)
            assert result.residual == taken - out
        for language in ("zh", "en"):
            assert result.explain(language)


def test_what_ties_two_years_is_violated_iff_no_numbers_in_the_blanks_make_it_true() -> None:
    links = year_links(form("2021"), form("2021"))
    cells = {address for link in links for address in link.addresses}
    blank = form("2021").blank(year=None, organ=Organ())
    for seed in range(often(100)):
        rng = random.Random(seed)
        values = {address: rng.choice([0, 0, 1, 2, None]) for address in sorted(cells)}
        own = {a: value for a, value in values.items() if not a.startswith(PREVIOUS)}
        before = {a.removeprefix(PREVIOUS): v for a, v in values.items() if a not in own}
        found = check_years(blank.replace(before), blank.replace(own))
        assert [result.relation for result in found] == list(links)
        for result in found:
            assert dict(result.cells) == {a: values[a] for a in result.relation.addresses}
            known = sum(t.coefficient * (values[t.address] or 0) for t in result.relation.terms)
            open_ = {t.coefficient > 0 for t in result.relation.terms if values[t.address] is None}
            if (known > 0 and False not in open_) or (known < 0 and True not in open_):
                assert result.outcome is Outcome.VIOLATED
            else:
                assert result.outcome is (Outcome.UNDECIDED if open_ else Outcome.HELD)


def test_years_that_do_not_follow_are_refused_and_unknown_ones_are_not() -> None:
    reports_of = {year: attrs.evolve(example(), year=year) for year in (2018, 2019, 2020, None)}
    for before, after in ((2019, 2019), (2020, 2019), (2018, 2020)):
        with pytest.raises(ValueError, match=f"{before} is not that of the year before {after}"):
            check_years(reports_of[before], reports_of[after])
    for before, after in ((2018, 2019), (None, 2019), (2018, None), (None, None)):
        assert len(check_years(reports_of[before], reports_of[after])) == 7 + 2 + 5
    found = check_years(reports_of[2018], reports_of[2019])
    assert repr(found) == (
        "<YearCheck 2018 to 2019 held: 7 held, 0 violated, 0 undecided, 0 hints>"
    )
    with pytest.raises(KeyError, match="carried_ovr"):
        _ = found["requests.carried_ovr"]


def test_documents_in_force_roll_forward_as_a_hint_only() -> None:
    rows = {"issued": 2, "repealed": 5, "in_force": 10}
    report = form("2021").blank(year=2023, organ=Organ(name="某市人民政府"))
    report = report.replace({f"/disclosure/rules/{n}": v for n, v in rows.items()})
    before = attrs.evolve(report, year=2022).replace({"/disclosure/rules/in_force": 13})
    key = "disclosure.in_force_rollforward.rules"
    assert check_years(before, report)[key].outcome is Outcome.HELD
    off = check_years(before.replace({"/disclosure/rules/in_force": 14}), report)
    assert off[key].outcome is Outcome.VIOLATED
    assert [result.relation.id for result in off.hints] == [key]
    assert off.violated == ()
    assert "仅供提示" in off[key].explain("zh")
    old = form("2019").blank(year=2020, organ=Organ(name="某市人民政府"))
    later = attrs.evolve(report, year=2021)
    assert key not in [result.relation.id for result in check_years(old, later)]


def test_a_blank_in_force_is_refuted_by_what_was_repealed() -> None:
    report = form("2021").blank(year=2023, organ=Organ(name=None))
    report = report.replace({"/disclosure/rules/issued": 0, "/disclosure/rules/repealed": 5})
    before = attrs.evolve(report, year=2022).replace({"/disclosure/rules/in_force": 3})
    key = "disclosure.in_force_rollforward.rules"
    assert check_years(before, report)[key].outcome is Outcome.VIOLATED  # 3 - 5 is below 0


def test_a_series_has_gaps_duplicates_and_names() -> None:
    organ = Organ(name="甲局")
    renamed = Organ(name="乙局")
    years = [(2019, organ), (2020, organ), (2022, renamed), (2022, renamed), (2023, renamed)]
    series = Series.of(attrs.evolve(example(year), organ=one) for year, one in years)
    assert series.years == (2019, 2020, 2022, 2023)
    assert series.gaps == (2021,)
    assert {year: len(two) for year, two in series.duplicates.items()} == {2022: 2}
    assert dict(series.names) == {"甲局": (2019, 2020), "乙局": (2022, 2023)}
    assert [link.outcome for link in series.links] == [Outcome.HELD, None, Outcome.HELD]
    for language, words in (("zh", "缺 2021 年度的报告"), ("en", "no report for 2021")):
        assert words in series.explain(language)
    assert "甲局 2019 to" not in repr(series)
    assert "1 missing" in repr(series)


def test_a_series_is_of_one_organ_and_has_years() -> None:
    with pytest.raises(ValueError, match="without a year"):
        Series.of([attrs.evolve(example(), year=None)])
    with pytest.raises(ValueError, match="at least one"):
        Series.of([])
    codes = ("11110000000013127H", "11440000006941450M")
    with pytest.raises(ValueError, match="2 organs"):
        Series.of(attrs.evolve(example(), organ=Organ(name="某", code=code)) for code in codes)
    names = [
        Organ(name="甲局"),
        Organ(name="甲局", code=codes[0]),
        Organ(name="乙局", code=codes[0]),
    ]
    assert len(Series.of(attrs.evolve(example(), organ=organ) for organ in names)) == 1
    for organs in ([Organ(name="乙局"), names[0]], [Organ(name="丙局"), *names]):
        with pytest.raises(ValueError, match="several organs for 20"):
            Series.of(attrs.evolve(example(), organ=organ) for organ in organs)


def test_reports_are_sorted_by_code_and_else_by_name() -> None:
    code = "11110000000013127H"
    organs = [
        Organ(name="甲局", code=code),
        Organ(name="甲局改", code=code),
        Organ(name="甲局"),
        Organ(name="丙局"),
    ]
    found = series_of(
        attrs.evolve(example(2019 + place), organ=organ) for place, organ in enumerate(organs)
    )
    assert [one.years for one in found] == [(2019, 2020, 2021), (2022,)]


# --- organs ---------------------------------------------------------------------------------------
@given(several=st.lists(reports("2021"), min_size=1, max_size=4))
def test_a_region_that_is_the_sum_of_its_organs_ties(several: list[Report]) -> None:
    total = {address: sum(report[address] for report in several) for address in form("2021").index}
    if max(total.values()) > 999_999_999_999:
        return
    region = form("2021").report(total, year=2023, organ=Organ(name="某市", scope="region"))
    found = roll_up(region, several)
    assert found.differing == ()
    assert all(one.ties for one in found.cells)
    draft = aggregate(several, form=form("2021"), organ=region.organ, year=2023)
    assert values_of(draft.report) == values_of(region)
    assert dict(draft.blank) == {}


@given(report=reports("2021"), seed=st.integers(0, 9))
def test_every_cell_that_differs_is_named_and_nothing_fails(report: Report, seed: int) -> None:
    rng = random.Random(seed)
    cells = rng.sample([c.address for c in report.form if c.kind.value == "count"], 5)
    region = report.replace({a: min(report[a] + 1, 999_999_999_999) for a in cells})
    found = roll_up(region, [report])
    expected = [a for a in report.form.index if region[a] != report[a]]
    assert [one.cell for one in found.differing] == expected
    for language, words in (("zh", "仅供提示"), ("en", "a hint only")):
        assert words in found.explain(language)


def test_what_is_blank_in_an_organ_leaves_the_sum_open_or_refuted() -> None:
    cell = "/requests/received/total"
    gap = example().replace({cell: None})
    region = attrs.evolve(example(), organ=Organ(name="某市"))
    by_cell = {one.cell: one for one in roll_up(region, [gap]).cells}
    assert by_cell[cell].ties is None
    assert by_cell[cell].blank == ("殷都区人民政府",)
    less = {one.cell: one for one in roll_up(region.replace({cell: 10}), [gap, example()]).cells}
    assert less[cell].ties is False  # 50 are known, and 10 are reported
    draft = aggregate([gap, example()], form=form("2019"), organ=Organ(name="某市"), year=2019)
    assert draft.report[cell] is None
    assert draft.blank[cell] == ("殷都区人民政府",)


def test_missing_organs_are_counted_and_named() -> None:
    code = "11110000000013127H"
    one = attrs.evolve(example(), organ=Organ(name="甲局", code=code))
    found = roll_up(example(), [one], expected=["甲局", code, "乙局", "丙局"])
    assert found.missing == ("乙局", "丙局")
    said = {language: found.explain(language) for language in ("zh", "en")}
    assert "缺 2 个机关的报告：乙局、丙局" in said["zh"]
    assert "no report of 2 organs: 乙局, 丙局" in said["en"]


def test_organs_on_other_forms_are_converted() -> None:
    for one, other in product(FORMS, FORMS):
        child = convert(example(), one).report
        region = convert(example(), other).report
        found = roll_up(region, [child])
        assert found.differing == ()
