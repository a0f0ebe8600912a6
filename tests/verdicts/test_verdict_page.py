"""The page of verdicts, parsed strictly and looked at in a browser."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache

import pytest
from hypothesis import given
from lxml import etree
from lxml import html as lxml_html
from tests.support.chromium import errors_logged
from tests.support.effort import tries
from tests.support.judged_sources import (
    BASE,
    CONTENTS,
    EXAMPLE,
    corpus,
    expected,
    slip,
    verdict_on,
)

from gxstats import to_json
from gxstats.testing import corrupted_reports
from gxstats.verdicts import Judged, PointKind, as_html, judge_bytes

COUNTED = ("violated", "undecided", "doubt", "hint", "finding")


def page(verdicts, language="zh"):
    return "".join(as_html(verdicts, language, base=BASE))


@cache
def page_of_everything(language):
    return page(corpus(), language)


def parsed(verdicts, language="zh"):
    return tree_of(page(verdicts, language))


def tree_of(text):
    return lxml_html.document_fromstring(text.encode(), parser=_PARSER)


_PARSER = lxml_html.HTMLParser(encoding="utf-8")


def counts_of(row):
    return [int(cell.text_content() or 0) for cell in row.xpath("td[@class='count']")]


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("data", CONTENTS, ids=range(len(CONTENTS)))
def test_the_line_of_a_file_counts_what_is_found(data, language):
    verdict = verdict_on(data)
    [row] = parsed([verdict], language).xpath("//div[@class='files']//tbody/tr")
    wanted = expected(data)
    assert counts_of(row) == [wanted[kind] for kind in COUNTED]


@tries(25)
@given(corrupted_reports())
def test_the_list_has_each_violated_relation_once(case):
    data = to_json(case.corrupted)
    tree = parsed([judge_bytes(data, "a.json")])
    label = PointKind.VIOLATED.label["zh"]
    kinds = Counter(one.text_content() for one in tree.xpath("//ul[@class='points']//*[@class]/text()/..") if "kind" in one.get("class").split())  # fmt: skip
    assert kinds[label] == expected(data)["violated"]


def test_every_file_has_a_line_and_those_with_something_to_say_a_section():
    verdicts = corpus()
    tree = tree_of(page_of_everything("zh"))
    rows = tree.xpath("//div[@class='files']//tbody/tr")
    assert len(rows) == len(verdicts)
    targets = [link.get("href") for row in rows for link in row.xpath("th/a")]
    assert len(targets) == sum(bool(verdict.points) for verdict in verdicts)
    ids = Counter(tree.xpath("//@id"))
    assert all(ids[target[1:]] == 1 for target in targets)
    assert max(ids.values()) == 1
    links = {link for link in tree.xpath("//@href") if link.startswith("#")}
    assert all(link[1:] in ids for link in links)
    assert not [link for link in tree.xpath("//@href|//@src") if not link.startswith("#")]


def test_a_report_that_holds_is_a_line_and_not_drawn():
    tree = parsed([judge_bytes(EXAMPLE, "a.txt")] * 3)
    assert len(tree.xpath("//tr")) == 4
    assert not tree.xpath("//section|//details")


def test_the_form_is_drawn_where_a_sum_fails_or_something_is_in_doubt():
    for verdict in (judge_bytes(data, "a") for data in CONTENTS):
        tree = parsed([verdict])
        drawn = isinstance(verdict, Judged) and (verdict.check.violated or verdict.doubts)
        assert bool(tree.xpath("//details")) == bool(drawn)


def test_of_many_drawings_only_the_first_are_open():
    tree = parsed([judge_bytes(slip(), f"{place}.json") for place in range(22)])
    assert len(tree.xpath("//details")) == 22
    assert len(tree.xpath("//details[@open]")) == 20


@pytest.mark.parametrize("language", ["zh", "en"])
def test_no_name_becomes_markup(language):
    text = page_of_everything(language)
    assert "<script" not in text
    assert "<b>&amp;amp;" not in text
    assert "&lt;script&gt;alert(1)&lt;/script&gt;.html" in text
    tree = tree_of(text)
    assert not tree.xpath("//script|//iframe|//object|//embed|//img|//link|//base|//form")
    assert not [name for name in tree.xpath("//@*") if re.match(r"\s*javascript:", name)]
    elements = etree.HTML(text.encode(), etree.HTMLParser(encoding="utf-8"))
    assert elements is not None


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("width", [360, 1280])
def test_a_browser_shows_it_without_a_fault_and_without_sideways_scroll(
    browser, tmp_path, language, width
):
    path = tmp_path / "verdicts.html"
    path.write_text(page(corpus(), language), "utf-8")
    errors_logged(browser)
    browser.execute_cdp_cmd(
        "Emulation.setDeviceMetricsOverride",
        {"width": width, "height": 800, "deviceScaleFactor": 1, "mobile": False},
    )
    try:
        browser.get(path.as_uri())
        assert errors_logged(browser) == []
        wide, seen = browser.execute_script(
            "return [document.documentElement.scrollWidth, document.documentElement.clientWidth]"
        )
        assert (wide, seen) == (width, width) or wide <= seen
        assert browser.execute_script("return document.documentElement.lang") in {"zh-Hans", "en"}
        link = browser.find_element("css selector", "tbody th a")
        link.click()
        top = browser.execute_script(
            "return document.querySelector(':target').getBoundingClientRect().top"
        )
        assert -5 < top < 800
    finally:
        browser.execute_cdp_cmd("Emulation.clearDeviceMetricsOverride", {})


def test_a_thousand_reports_are_a_page_that_opens(browser, tmp_path):
    """Held, violated and unreadable ones, as a corpus has them."""
    made = [judge_bytes(EXAMPLE, "h.txt"), judge_bytes(slip(), "v.json"), judge_bytes(b"", "u")]
    verdicts = (made[1 if n % 20 == 0 else 2 if n % 20 == 1 else 0] for n in range(1_000))
    path = tmp_path / "thousand.html"
    text = page(verdicts)
    assert len(text) < 8_000_000
    path.write_text(text, "utf-8")
    browser.get(path.as_uri())
    assert browser.execute_script("return document.querySelectorAll('tbody th a').length") == 100
    took = browser.execute_script(
        "const t = performance.getEntriesByType('navigation')[0];"
        "return t.domContentLoadedEventEnd - t.responseEnd"
    )
    assert took < 20_000
