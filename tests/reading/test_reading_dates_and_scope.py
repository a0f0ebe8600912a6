"""Dates and scope are what the source states, never what may be guessed from it."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gxstats import read
from gxstats.reading.dates import date_in, labelled_dates, signed_date

TABLE = (
    "<p>二、主动公开政府信息情况</p><table><tr><td>信息内容<td>本年制发件数<td>本年废止件数"
    "<td>现行有效件数<tr><td>规章<td>1<td>2<td>3</table>"
)
DAYS = st.dates(dt.date(2008, 1, 1), dt.date(2099, 12, 31))
NUMERALS = "〇一二三四五六七八九"


def in_numerals(date: dt.date) -> str:
    def number(value: int) -> str:
        tens, ones = divmod(value, 10)
        ten = "" if not tens else ("十" if tens == 1 else NUMERALS[tens] + "十")
        return ten + (NUMERALS[ones] if ones else "")

    year = "".join(NUMERALS[int(digit)] for digit in str(date.year))
    return f"{year}年{number(date.month)}月{number(date.day)}日"


WRITTEN = (
    lambda d: d.isoformat(),
    lambda d: f"{d.year}年{d.month}月{d.day}日",
    lambda d: f"{d.year}.{d.month:02}.{d.day:02}",
    lambda d: f"{d.year}/{d.month}/{d.day}",
    lambda d: f"{d.year} 年 {d.month} 月 {d.day} 日".translate(
        str.maketrans("0123456789", "０１２３４５６７８９")
    ),
    in_numerals,
)


@given(date=DAYS, write=st.sampled_from(WRITTEN))
def test_a_date_is_read_however_it_is_written(date, write) -> None:
    assert date_in(write(date)) == date
    assert signed_date(["正文。", "某某局", write(date)]) == date


@pytest.mark.parametrize(
    "text", ["2020-02-30", "2020年13月1日", "1999-01-01", "二〇二〇年", "", "2020"]
)
def test_what_is_no_day_is_no_date(text: str) -> None:
    assert date_in(text) is None


@given(
    date=DAYS,
    other=DAYS,
    label=st.sampled_from(
        [
            "发布日期",
            "发布时间",
            "公开日期",
            "【发布时间】",
            "發佈日期",
            "公佈時間",
            "網站發布時間",
        ]
    ),
)
def test_only_a_labelled_date_is_a_date_of_publication(date, other, label) -> None:
    lines = [f"{label}：{date.isoformat()} 08:30 来源：办公室", f"成文日期：{other}", str(other)]
    assert labelled_dates(lines) == [date]
    assert labelled_dates([f"自{other}起施行", str(other)]) == []


def test_a_label_on_the_line_before_counts() -> None:
    assert labelled_dates(["发布时间：", "2020-01-14"]) == [dt.date(2020, 1, 14)]
    assert labelled_dates(["发布时间：", "来源", "2020-01-14"]) == []


def test_the_tag_of_the_page_goes_before_the_text() -> None:
    page = f'<meta name="PubDate" content="2021-01-20 09:12"><p>发布时间：2021-01-25</p>{TABLE}'
    reading = read(page.encode())
    assert reading.published == dt.date(2021, 1, 20)
    assert reading.to_dict()["published"] == "2021-01-20"


def test_several_dates_of_publication_are_a_doubt() -> None:
    page = f"<p>发布时间：2021-01-25</p><p>公开日期：2021-02-01</p>{TABLE}"
    reading = read(page.encode())
    assert reading.published is None
    (doubt,) = (doubt for doubt in reading.doubts if doubt.code == "report.published")
    assert doubt.alternatives == ("2021-01-25", "2021-02-01")


def test_without_a_date_there_is_none() -> None:
    reading = read(f"<p>2021年1月25日</p>{TABLE}<p>六、其他需要报告的事项</p><p>无</p>".encode())
    assert reading.published is None
    assert reading.signed is None


def test_the_date_under_the_text_is_the_day_of_signing() -> None:
    page = f"{TABLE}<p>六、其他需要报告的事项</p><p>无</p><p>某某局</p><p>2021年1月25日</p>"
    assert read(page.encode()).signed == dt.date(2021, 1, 25)


REGION = (
    "本报告由某区人民政府办公室根据区政府各部门、各乡镇政府信息公开工作年度报告汇总编制",
    "本年度报告由全县各级行政机关的政府信息公开年报综合编制而成",
    "本報告由縣政府辦公室根據各鄉鎮、各部門的年度報告彙總編製",
)
ORGAN = ("本报告所列数据仅包括本机关的情况", "统计数据只反映本局", "所列數據僅涵蓋本單位")
NEITHER = (
    "本报告根据《条例》要求编制",
    "全区各部门公开信息 312 条",
    "本局汇总了 2023 年的工作情况",
    "",
)


@pytest.mark.parametrize(
    ("sentence", "scope"),
    [(s, "region") for s in REGION] + [(s, "organ") for s in ORGAN] + [(s, None) for s in NEITHER],
)
def test_the_scope_is_what_a_sentence_says(sentence: str, scope: str | None) -> None:
    page = f"<p>一、总体情况</p><p>本年度工作有序。{sentence}。</p>{TABLE}"
    reading = read(page.encode())
    assert reading.report.organ.scope == scope
    said = [notice for notice in reading.notices if notice.code == "report.scope"]
    assert len(said) == (scope is not None)
    for notice in said:
        assert sentence in notice.explain("zh")
        assert sentence in notice.explain("en")


def test_a_report_that_says_both_has_no_scope() -> None:
    page = f"<p>一、总体情况</p><p>{REGION[0]}。{ORGAN[0]}。</p>{TABLE}"
    assert read(page.encode()).report.organ.scope is None
