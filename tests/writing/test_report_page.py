"""A report as a page: every number in its place, every mark with its reasons, and nothing from outside."""

from __future__ import annotations

import re
from decimal import Decimal

import attrs
import pytest
from hypothesis import given, settings
from lxml import html

from browser import errors_logged
from gxstats import FORMS, Bilingual, Organ, check, examples, read
from gxstats.diagnosis import deduce, diagnose
from gxstats.testing import corrupted_reports_with_blanks, reports_with_blanks
from gxstats.text import LANGUAGES
from gxstats.writing import MarkKind, Marks, report_fragment, report_page

SLIP = "/requests/outcomes/granted/natural_person"
BLANK = "/requests/outcomes/total/natural_person"
DOUBT = "/disclosure/rules/made"
WIDTHS = (360, 768, 1280, 1920)


@pytest.fixture(scope="module")
def slip():
    report = read(examples.path("yindu-2019")).report
    return report.replace({SLIP: 34, DOUBT: None})


def marked(report):
    doubts = {DOUBT: Bilingual("印的不是数：x", "not a number: x")} if DOUBT in report.form else {}
    return Marks.diagnosed(report, doubts=doubts)


def numbers(page):
    """By address, the text of each cell without signs, corrections and explanations."""
    found = {}
    for cell in html.fromstring(page).iter("td"):
        if "data-address" in cell.attrib:
            for aside in cell.xpath(".//ins | .//*[@class='tip']"):
                aside.getparent().remove(aside)
            text = re.sub(r"[→?!¿=·]", "", cell.text_content())
            found[cell.get("data-address")] = text
    return found


@given(corrupted_reports_with_blanks())
@settings(max_examples=15)
def test_every_number_of_the_report_stands_in_its_cell(corruption):
    report = corruption.corrupted
    expected = {
        cell.address: "" if value is None else format(Decimal(value), "f")
        for cell, value in report.cells()
    }
    assert numbers(report_page(Marks.diagnosed(report), "zh")) == expected


@given(corrupted_reports_with_blanks())
@settings(max_examples=15)
def test_marks_are_what_diagnosis_deduction_and_blanks_say(corruption):
    report = corruption.corrupted
    diagnosis = diagnose(report)
    marks = Marks.diagnosed(report)
    kinds = {mark.cell: mark.kind for mark in marks}
    if diagnosis.unique:
        changes = {change.cell for change in diagnosis.explanations[0].changes}
        assert {cell for cell, kind in kinds.items() if kind is MarkKind.WRONG} == changes
    elif diagnosis.complete:
        suspects = {cell for cell, kind in kinds.items() if kind is MarkKind.SUSPECT}
        assert suspects == diagnosis.suspects
    blank = {cell.address for cell, value in report.cells() if value is None}
    assert blank <= kinds.keys()
    assert {c for c, kind in kinds.items() if kind in {MarkKind.DEDUCED, MarkKind.BLANK}} <= blank
    if not diagnosis.size:
        forced = {one.cell for one in deduce(report).forced}
        assert {cell for cell, kind in kinds.items() if kind is MarkKind.DEDUCED} == forced


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_marked_cell_links_to_its_reasons_and_back(slip, language):
    marks = marked(slip)
    page = html.fromstring(report_page(marks, language))
    ids = [one.get("id") for one in page.iter() if one.get("id")]
    assert len(ids) == len(set(ids))
    links = [one.get("href")[1:] for one in page.iter("a")]
    assert set(links) <= set(ids)
    described = [
        one.get("aria-describedby") for one in page.iter("a") if one.get("aria-describedby")
    ]
    told = [mark for mark in marks if mark.kind is not MarkKind.BLANK]
    assert len(described) == len(told)
    assert {kind.value for kind in marks.kinds} == {"wrong", "doubtful", "blank"}
    [wrong] = page.xpath("//td[@data-mark='wrong']")
    assert wrong.get("data-address") == SLIP
    assert (wrong.xpath("string(.//del)"), wrong.xpath("string(.//ins)")) == ("34", "43")
    text = page.text_content()
    for result in check(slip).violated:
        assert result.explain(language) in text
    assert diagnose(slip).sentences(language)[0][0] in text


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_speaks_one_language_beside_the_names(slip, language):
    page = html.fromstring(report_page(marked(slip), language))
    assert page.get("lang") == {"zh": "zh-Hans", "en": "en"}[language]
    headings = [one.text_content() for one in page.iter("h3", "p", "caption")]
    if language == "en":
        assert not any(
            "\u4e00" <= c <= "\u9fff" for h in headings for c in h.replace("殷都区人民政府", "")
        )
    else:
        assert all(any("\u4e00" <= c <= "\u9fff" for c in heading) for heading in headings)


def test_hostile_names_are_text(slip):
    name = "<script>alert(1)</script>\"'&\u202e"
    page = report_page(Marks.diagnosed(attrs.evolve(slip, organ=Organ(name=name))), "zh")
    assert "<script" not in page
    assert name in html.fromstring(page).text_content()
    assert not re.search(r"(src|href)=[\"'](?!#)", page)


def test_a_notebook_shows_a_report_and_ids_are_not_used_twice(slip, monkeypatch):
    monkeypatch.setenv("LC_ALL", "zh_CN.UTF-8")
    first, second = slip._repr_html_(), slip._repr_html_()
    assert "应为 43" in first
    ids = re.findall(r' id="([^"]+)"', first + second)
    assert len(ids) == len(set(ids))
    assert "should be 43" in report_fragment(Marks.diagnosed(slip), "en")


@given(reports_with_blanks())
@settings(max_examples=5)
def test_many_reports_have_an_overview(report):
    page = html.fromstring(report_page([Marks.diagnosed(report)] * 3, "en"))
    targets = page.xpath("//nav//a/@href")
    assert len(targets) == 3
    assert {one[1:] for one in targets} == set(page.xpath("//article/@id"))


def _contrast(one, other):
    def luminance(colour):
        parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
        linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def test_text_is_legible_in_light_and_dark(slip):
    page = report_page(marked(slip), "zh")
    schemes = re.findall(r"--paper: #.*?\}", page, re.DOTALL)
    assert len(schemes) == 3  # light, dark, print
    for scheme in schemes[:2]:
        found = dict(re.findall(r"--([a-z-]+): (#[0-9a-f]{3,8})", scheme))
        found = {
            n: "#" + "".join(c * 2 for c in v[1:]) if len(v) == 4 else v[:7]
            for n, v in found.items()
        }
        pairs = [("ink", "paper"), ("quiet", "paper"), ("ink", "head")]
        pairs += [(f"{kind}-ink", kind) for kind in ("wrong", "suspect", "doubtful", "deduced")]
        assert {
            pair: _contrast(*(found[n] for n in pair))
            for pair in pairs
            if _contrast(*(found[n] for n in pair)) < 4.5
        } == {}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("form", FORMS)
def test_in_a_browser_it_fits_every_width_and_says_why_on_focus(
    browser, tmp_path, slip, form, language
):
    report = slip if form == "2019" else FORMS[form].blank(year=2023, organ=Organ(name="某局"))
    path = tmp_path / "page.html"
    path.write_text(report_page(marked(report), language), encoding="utf-8")
    browser.get(path.as_uri())
    for width in WIDTHS:
        browser.set_window_size(width, 900)
        wide = browser.execute_script(
            "return [document.documentElement.scrollWidth, document.documentElement.clientWidth]"
        )
        assert wide[0] <= wide[1]
    links = browser.find_elements("css selector", "td.value > a")
    assert bool(links) == (form == "2019")
    for link in links:
        browser.execute_script("arguments[0].focus()", link)
        tip = link.find_element("css selector", ".tip")
        assert tip.is_displayed()
        assert tip.text
        box = tip.rect
        assert box["width"] > 300
    assert errors_logged(browser) == []


def test_every_marked_cell_is_reached_with_the_tab_key(browser, tmp_path, slip):
    from selenium.webdriver.common.keys import Keys

    marks = marked(slip)
    path = tmp_path / "page.html"
    path.write_text(report_page(marks, "zh"), encoding="utf-8")
    browser.get(path.as_uri())
    reached = set()
    for _ in range(60):
        browser.switch_to.active_element.send_keys(Keys.TAB)
        cell = browser.execute_script(
            "return (document.activeElement.closest('td[data-address]') || {dataset: {}}).dataset.address"
        )
        reached.add(cell)
    assert {mark.cell for mark in marks if mark.kind is not MarkKind.BLANK} <= reached
