"""Each kind of finding: what it finds, what it passes over, and what it says."""

from __future__ import annotations

import itertools
import json
import math
import re
import string
from decimal import Decimal

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.support.chinese_text import HAN
from tests.support.paths import SHARED

from gxstats import FORMS, Narrative, Organ, Remark, examples, form, read
from gxstats.findings import Finding, FindingKind, FindingStrength, findings
from gxstats.findings.coincidence import chance_of_agreement, hit_chance
from gxstats.findings.jumps import WATCHED, watched
from gxstats.findings.kinds import HISTORY_NEEDED, PEERS_NEEDED
from gxstats.testing import arbitrary_reports, reports

REPORTS = SHARED / "reports"
shared = pytest.mark.skipif(not REPORTS.is_dir(), reason="the third-party reports are not here")
YINDU = read(examples.path("yindu-2019")).report
LICENCES = "/disclosure/administrative_licensing/decisions"


def report(year=2023, id="2021", name="某局", **given):
    """A report on a form with some cells given by dotted address; the others are 0."""
    shown = form(id)
    cells = {"/" + key.replace(".", "/"): value for key, value in given.get("cells", {}).items()}
    return shown.report(
        dict.fromkeys(shown.index, 0) | cells,
        year=year,
        organ=Organ(name=name, division=given.get("division")),
        narrative=given.get("narrative"),
        remarks=given.get("remarks", ()),
    )


def kinds(found):
    return [one.kind for one in found]


# --- what is said ---------------------------------------------------------------------------------


@pytest.mark.parametrize("choice", [*FindingKind, *FindingStrength])
def test_every_kind_and_strength_is_explained_in_both_languages(choice):
    texts = [choice.label]
    if isinstance(choice, FindingKind):
        texts += [choice.explanation, choice.false_positives]
    for text in texts:
        assert HAN.search(text.zh)
        assert not HAN.search(text.en)
        assert set(text.en) & set(string.ascii_letters)


def one_of_each() -> dict[FindingKind, Finding]:
    text = Narrative(
        overview="全年收到政府信息公开申请14件。",
        problems="该部分以表格形式报告。",
        other="全年收取信息处理费350元。",
    )
    wrong = report(
        name="某县人民政府",
        id="2021",
        narrative=text,
        remarks=(Remark(cell="/requests/carried_in/total", printed="0.5"),),
        cells={
            "disclosure.administrative_fees.amount": Decimal(350),
            "disclosure.rules.issued": 2,
            "disclosure.administrative_licensing.decisions": 90_000,
            "disclosure.administrative_penalty.decisions": 417,
            "requests.outcomes.granted.natural_person": 311,
            "requests.outcomes.partially_granted.natural_person": 47,
            "requests.outcomes.refused.third_party.natural_person": 28,
        },
    )
    before = [wrong.replace({LICENCES: 100}, year=2022 - age) for age in range(6)]
    found = [*findings(wrong, history=before), *findings(YINDU.replace(year=2023))]
    return {one.kind: one for one in found}


@pytest.mark.parametrize("kind", FindingKind)
def test_each_kind_is_found_and_told_with_its_strength(kind):
    finding = one_of_each()[kind]
    zh, en = finding.explain("zh"), finding.explain("en")
    assert zh.startswith(f"{kind.label.zh}（{finding.strength.label.zh}）：")
    assert en.lower().startswith(f"{kind.label.en} ({finding.strength.label.en}):")
    for text in (finding.found, finding.expected):
        assert text.zh in zh
        assert text.en in en
        assert HAN.search(text.zh)
        assert not HAN.search(text.en.replace("国办公开办函〔2019〕60号", ""))
    assert "None" not in zh + en
    document = json.loads(json.dumps(finding.to_dict()))
    assert document["kind"] == kind.value
    assert document["message"] == {"zh": zh, "en": en}
    assert document["false_positives"]["en"] == kind.false_positives.en
    assert (document["passage"] is None) == (finding.passage is None)
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        finding.kind = kind


def test_findings_come_in_the_order_of_their_kinds_and_always_the_same():
    order = list(FindingKind)
    found = findings(
        YINDU.replace(year=2023, narrative=Narrative(overview="收到信息公开申请14件。")),
        last_year=YINDU.replace(year=2022),
    )
    assert len(set(kinds(found))) == 3
    assert kinds(found) == sorted(kinds(found), key=order.index)
    assert found == findings(
        YINDU.replace(year=2023, narrative=Narrative(overview="收到信息公开申请14件。")),
        last_year=YINDU.replace(year=2022),
    )


@given(arbitrary_reports(), arbitrary_reports(), st.lists(arbitrary_reports(), max_size=3))
def test_any_reports_are_taken(one, other, more):
    last = other.replace(year=None if one.year is None or one.year == 2008 else one.year - 1)
    for finding in findings(one, last_year=last, history=more, peers=more):
        assert set(finding.cells) <= set(one.form.index)
        assert HAN.search(finding.explain("zh"))
        json.dumps(finding.to_dict())


def test_a_report_of_another_year_is_not_taken_for_last_years():
    with pytest.raises(ValueError, match="2020"):
        findings(report(2023), last_year=report(2020))


@shared
def test_published_tables_without_text_give_no_finding_but_that_of_their_form():
    for folder in sorted(REPORTS.glob("b-*")):
        [source] = folder.glob("raw.*")
        reading = read(source)
        read_report = reading.report.replace(year=int(folder.name[-4:]))
        printed = {doubt.cell: doubt.printed for doubt in reading.doubts if doubt.cell}
        first, last = read_report.form.fiscal_years
        expected = first <= read_report.year <= (last or 9999) or read_report.year == 2019
        assert kinds(findings(read_report, printed=printed)) == (
            [] if expected else [FindingKind.OTHER_FORM]
        ), folder.name


@shared
@pytest.mark.parametrize("city", ["a0[34]-hongze", "a0[56]-suqian"])
def test_two_published_years_of_one_organ_are_not_taken_for_copies(city):
    first, second = (
        read(folder / "raw.txt").report.replace(year=int(re.search(r"20\d\d", folder.name)[0]))
        for folder in sorted(REPORTS.glob(f"{city}*"))
    )
    assert findings(second, last_year=first) == ()


# --- the form of the year -------------------------------------------------------------------------


@pytest.mark.parametrize("id", FORMS.own)
@pytest.mark.parametrize("year", [2018, 2019, 2020, 2021, 2025, None])
def test_a_form_is_of_another_year_by_its_notice(id, year):
    right = {"2019": {2019, 2020}}.get(id, {2019, 2021, 2025})  # in 2019 no form was asked for
    found = findings(report(year, id))
    assert kinds(found) == ([] if year in right or year is None else [FindingKind.OTHER_FORM])
    for finding in found:
        assert str(year) in finding.explain("zh")


# --- decimals -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("cell", "printed", "wrong"),
    [
        ("/requests/received/total", "12.5", True),
        ("/requests/received/total", "１２．０件", True),
        ("/disclosure/administrative_licensing/decisions", "1,234.50", True),
        ("/requests/received/total", "22（其中修订 16 件）", False),
        ("/requests/received/total", "/", False),
        ("/requests/received/total", "2023.12.31", False),
        ("/disclosure/administrative_fees/amount", "7730.28", False),
    ],
)
def test_a_decimal_is_wrong_where_only_whole_numbers_stand(cell, printed, wrong):
    remarked = report(remarks=(Remark(cell=cell, printed=printed),))
    for found in (findings(remarked), findings(report(), printed={cell: printed})):
        assert kinds(found) == [FindingKind.DECIMAL_COUNT] * wrong
        for finding in found:
            assert finding.cells == (cell,)
            assert printed in finding.explain("en")


# --- the fee --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "amount", "strength"),
    [
        ("全年收取政府信息公开信息处理费350元。", "350", FindingStrength.UNLIKELY),
        ("信息处理费共计１２，３４０元。", "1.234", FindingStrength.HINT),
        ("收取信息处理费0.035万元。", "0.035", FindingStrength.HINT),
        ("全年收取信息处理费0元。", "0", None),
        ("全年收取信息处理费350元。", "351", None),
        ("全年收取信息处理费350元。", "7730.28", None),
        ("依据《信息处理费管理办法》，公开经费350元。", "350", None),
        (None, "350", None),
    ],
)
def test_the_fee_is_confused_if_both_places_have_one_number_or_one_sum(text, amount, strength):
    cells = {"disclosure.administrative_fees.amount": Decimal(amount)}
    found = findings(report(cells=cells, narrative=Narrative(other=text)))
    assert [one.strength for one in found] == [strength] * (strength is not None)
    for finding in found:
        start, end = finding.passage.number_start, finding.passage.number_end
        assert text[start:end] in finding.explain("zh")


def test_the_finding_on_the_fee_says_no_more_than_the_notices_do():
    cells = {"disclosure.administrative_fees.amount": Decimal("0.035")}
    narrative = Narrative(other="全年收取信息处理费350元。")
    [finding] = findings(report(cells=cells, narrative=narrative))
    assert "没有写明" in finding.expected.zh
    assert "do not say" in finding.expected.en


# --- the template ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("该部分以表格形式报告。表格如下：", "该部分以表格形式报告。表格如下："),
        (
            "（文字描述，收取信息处理费情况在此处报告。）",
            "（文字描述，收取信息处理费情况在此处报告。）",
        ),
        ("本年度无其他需要报告的事项。(文字描述)", "(文字描述)"),
        ("具体数据以表格形式报告，见下。", None),
        ("信息处理费收取情况：0元。", None),
    ],
)
def test_an_instruction_of_the_template_that_was_left_is_shown(text, shown):
    for narrative in (Narrative(overview=text), Narrative(problems=text), Narrative(other=text)):
        found = findings(report(narrative=narrative))
        assert kinds(found) == [FindingKind.TEMPLATE_INSTRUCTION] * (shown is not None)
        for finding in found:
            assert text[finding.passage.number_start : finding.passage.number_end] == shown


# --- rules ----------------------------------------------------------------------------------------

WITHOUT = [
    "殷都区人民政府", "某县人民政府", "某自治县人民政府", "某旗人民政府", "某镇人民政府",
    "某乡人民政府", "二郎街道办事处", "重庆市九龙坡区二郎街道办事处", "北京市东城区人民政府",
    "神农架林区人民政府", "安康市统计局", "广东省湛江市人民政府地方志办公室", "天津市河西区统计局",
    "汨罗市屈原管理区某镇人民政府", "新疆维吾尔自治区昌吉市统计局",
    "某镇", "某县某乡", "某回族乡", "某旗某苏木", "某镇政府", "某街道", "某市某区某街道办", "某镇人民政府（本级）",
    "某乡党政办公室", "某镇党政综合办公室", "某街道党政办公室", "北京市朝阳区某地区办事处", "某县", "某自治旗",
    "某市某区", "某鎮人民政府", "某縣財政局", "某區人民政府", "某街道辦事處", "景德镇市某镇", "某新乡镇", "某市新乡街道",
]  # fmt: skip
POSSIBLY = [
    "广东省人民政府", "西藏自治区人民政府", "广西壮族自治区人民政府", "北京市人民政府",
    "昆山市人民政府", "宿迁市人民政府", "延边朝鲜族自治州人民政府", "国家新闻出版署", "财政部",
    "中华人民共和国教育部", "广东省发展和改革委员会", "北京市统计局", "国家税务总局某市税务局",
    "新疆生产建设兵团", "浦东新区管理委员会", "某局", None, "内蒙古自治区财政厅",
    "景德镇", "江西省景德镇", "新乡", "河南新乡", "江西省萍乡", "全省各乡", "全省城乡", "全省各县", "镇", "某开发区",
    "广西壮族自治区", "某地区行政公署", "香港特别行政区", "某新区", "廣東省人民政府", "國家稅務總局某市稅務局",
    "內蒙古自治區財政廳", "重慶市人民政府", "寧夏回族自治區人民政府", "深圳市大鹏新区",
]  # fmt: skip


@pytest.mark.parametrize("name", WITHOUT)
def test_who_has_no_power_by_name_cannot_report_rules(name):
    [finding] = findings(report(name=name, cells={"disclosure.rules.issued": 2}))
    assert finding.kind is FindingKind.RULES_WITHOUT_POWER
    assert finding.strength is FindingStrength.UNLIKELY
    assert finding.cells == ("/disclosure/rules/issued",)
    [hint] = findings(report(name=name, cells={"disclosure.rules.in_force": 2}))
    assert hint.strength is FindingStrength.HINT
    assert findings(report(name=name)) == ()


@pytest.mark.parametrize("name", POSSIBLY)
def test_who_may_have_the_power_is_passed_over(name):
    assert findings(report(name=name, cells={"disclosure.rules.issued": 2})) == ()


def test_the_division_code_tells_a_county_level_city_from_one_with_districts():
    cells = {"disclosure.rules.issued": 2}
    county = report(name="昆山市人民政府", division="320583", cells=cells)
    city = report(name="苏州市人民政府", division="320500", cells=cells)
    assert kinds(findings(county)) == [FindingKind.RULES_WITHOUT_POWER]
    assert findings(city) == ()


# --- copies ---------------------------------------------------------------------------------------


def copies(now, **given):
    return [one for one in findings(now, **given) if one.kind is FindingKind.COPIED]


def test_a_table_copied_from_the_year_before_is_found_with_its_chance():
    finding, requests = copies(YINDU.replace(year=2020), last_year=YINDU)
    assert requests.strength is FindingStrength.HINT  # its numbers are small
    assert requests.cells[0].startswith("/requests/")
    numbers = [3962, 15635, 1219, 17, 39, 4875699]
    chance = math.prod(1 / math.sqrt(2 * math.pi * n) for n in numbers)
    assert finding.cells == tuple(
        f"/disclosure/{name}"
        for name in (
            "administrative_licensing/decisions",
            "other_external_services/decisions",
            "administrative_penalty/decisions",
            "administrative_compulsion/decisions",
            "centralized_procurement/projects",
            "centralized_procurement/amount",
        )
    )
    assert finding.chance == pytest.approx(chance, rel=0.05)
    assert finding.strength is FindingStrength.UNLIKELY
    assert finding.years == (2019, 2020)


def test_three_years_running_say_more_than_two():
    years = [YINDU.replace(year=year) for year in (2020, 2019)]
    older = YINDU.replace(year=2018)
    two = copies(years[0], last_year=years[1])[0]
    three = copies(years[0], history=[older, years[1]])[0]
    assert three.years == (2018, 2019, 2020)
    assert three.chance == pytest.approx(two.chance**2)
    assert "连续 3 年" in three.explain("zh")
    assert "3 years running" in three.explain("en")
    gap = copies(years[0], last_year=years[1], history=[YINDU.replace(year=2017)])
    assert gap[0] == two


@given(reports("2021"))
def test_a_copy_of_many_numbers_is_found_and_one_of_few_or_none_is_not(drawn):
    same = drawn.replace(year=2023, narrative=Narrative(), organ=Organ(), remarks=())
    found = findings(same, last_year=same.replace(year=2022))
    for table in ("disclosure", "requests", "disputes"):
        told = [f for f in found if f.cells and f.cells[0].startswith(f"/{table}/")]
        numbers = [
            value
            for cell, value in same.cells()
            if cell.table.name == table
            and value
            and not cell.address.endswith(("/total", "/in_force"))
            and "/received/" not in cell.address
            and "/outcomes/total/" not in cell.address
        ]
        if len(numbers) >= 7:  # of seven numbers not even ones agree by chance so often
            assert [f.kind for f in told] == [FindingKind.COPIED]
            assert told[0].chance <= math.exp(-1) ** len(numbers) * 1.001
        if len(numbers) < 3:
            assert told == []


def test_numbers_that_seldom_change_are_not_counted():
    stocks = {
        "disclosure.rules.in_force": 40,
        "disclosure.normative_documents.in_force": 597,
    }
    assert findings(report(2023, cells=stocks), last_year=report(2022, cells=stocks)) == ()


def test_small_numbers_that_agree_are_no_copy():
    names = ("granted", "partially_granted", "other.miscellaneous")
    cells = {f"requests.outcomes.{name}.natural_person": 2 for name in names}
    assert findings(report(2023, cells=cells), last_year=report(2022, cells=cells)) == ()


def test_a_table_with_totals_only_counts_by_its_totals():
    rows = ("granted", "partially_granted", "refused.third_party")
    cells = {f"/requests/outcomes/{r.replace('.', '/')}/total": 200 for r in rows}
    blank = form("2021").report(cells, year=2023, organ=Organ())
    [finding] = findings(blank, last_year=blank.replace(year=2022))
    assert finding.cells == tuple(cells)


def test_half_a_table_that_agrees_is_no_copy():
    names = ["licensing", "penalty", "compulsion"]
    one = {f"disclosure.administrative_{name}.decisions": 5_000 for name in names}
    other = dict(one)
    other["disclosure.administrative_licensing.decisions"] = 7_000
    assert findings(report(2023, cells=one), last_year=report(2022, cells=other)) == ()


@given(st.lists(st.floats(0, 1), max_size=7), st.integers(0, 7))
def test_the_chance_of_agreement_is_that_of_counting_every_case(chances, agreeing):
    every = 0.0
    for case in itertools.product([True, False], repeat=len(chances)):
        if sum(case) >= agreeing:
            every += math.prod(p if hit else 1 - p for p, hit in zip(chances, case, strict=True))
    assert chance_of_agreement(chances, agreeing) == pytest.approx(every, abs=1e-9)


@given(st.integers(1, 10**12))
def test_the_chance_of_a_number_is_the_largest_of_any_poisson_variable(number):
    def hit(mean):
        return math.exp(number * math.log(mean) - mean - math.lgamma(number + 1))

    assert 0 < hit_chance(number) <= math.exp(-1) + 1e-12
    if number < 10**5:
        assert hit_chance(number) == pytest.approx(hit(number), rel=1e-6)
        assert hit_chance(number) >= hit(number * 1.1)
    assert hit_chance(Decimal(number).scaleb(-4)) <= hit_chance(number // 10_000 or 1) * 1.0001


# --- jumps ----------------------------------------------------------------------------------------


def years_of(values, name="某局", last=2022, address=LICENCES):
    """Reports that hold the values, the last of them for the year ``last``."""
    return [
        report(last - age, name=name).replace({address: value})
        for age, value in enumerate(reversed(values))
    ]


def peers_of(count, factor=1.0):
    return [
        one
        for number in range(count)
        for one in years_of([100, int(100 * factor)], name=f"第{number}局", last=2023)
    ]


def jumped(value, **given):
    now = report(2023).replace({LICENCES: value})
    return [one for one in findings(now, **given) if one.kind is FindingKind.JUMP]


STEADY = [100, 110, 95, 105, 100]


def test_a_jump_is_beyond_what_the_organ_has_seen():
    [finding] = jumped(900, history=years_of(STEADY))
    assert finding.cells == (LICENCES,)
    assert finding.strength is FindingStrength.HINT
    assert " 900" in finding.explain("zh")
    assert " 100 " in finding.explain("en")
    [fall] = jumped(0, history=years_of(STEADY))
    assert fall.years == (2022, 2023)
    assert jumped(900, history=years_of([*STEADY[:-1], 0])) == []  # nothing can be told from 0


def test_what_the_organ_has_seen_before_is_no_jump():
    assert jumped(900, history=years_of([100, 900, 100, 950, 100])) == []
    assert jumped(150, history=years_of(STEADY)) == []
    once = years_of([100, 100, 100, 300, 300])
    assert jumped(1_500, history=once) == []
    assert len(jumped(15_000, history=once)) == 1


def test_with_less_data_than_is_needed_nothing_is_said():
    few = years_of(STEADY)[:HISTORY_NEEDED]
    assert jumped(10**6, history=few) == []
    assert jumped(10**6, last_year=few[0], peers=peers_of(PEERS_NEEDED - 1)) == []
    assert jumped(10**6, peers=peers_of(PEERS_NEEDED)) == []
    assert jumped(10**6, history=[one for one in years_of(STEADY) if one.year != 2022]) == []


def test_peers_allow_what_all_of_them_went_through():
    assert len(jumped(900, last_year=years_of([100])[0], peers=peers_of(PEERS_NEEDED))) == 1
    same = peers_of(PEERS_NEEDED, factor=9)
    assert jumped(900, last_year=years_of([100])[0], peers=same) == []
    assert jumped(900, history=years_of(STEADY), peers=same) == []


def test_small_numbers_may_vary():
    assert jumped(6, history=years_of([0, 1, 0, 1, 0])) == []


def test_every_watched_cell_is_on_some_form():
    assert all(len(watched(shown)) >= len(WATCHED) - 1 for shown in FORMS.values())
