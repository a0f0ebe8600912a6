"""A report as a page: every number in its place, every mark with its reasons, and nothing from outside."""

from __future__ import annotations

import base64
import hashlib
import re
from decimal import Decimal
from pkgutil import iter_modules
from xml.etree import ElementTree as ET

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import html
from tests.support.chromium import errors_logged
from tests.support.effort import tries

from gxstats import FORMS, Bilingual, Kind, Organ, Remark, check, examples, read, writing
from gxstats.diagnosis import deduce, diagnose
from gxstats.notes import NOTES
from gxstats.testing import corrupted_reports_with_blanks, reports_with_blanks
from gxstats.text import LANGUAGES
from gxstats.writing import MarkKind, Marks, report_fragment, report_page
from gxstats.writing.found import sections

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
            for aside in cell.xpath(f".//aside[contains(@class, '{NOTES}')]"):
                aside.drop_tree()
            found[cell.get("data-address")] = cell.text_content()
    return found


def test_no_name_of_the_package_is_that_of_a_module_which_would_take_its_place():
    modules = {module.name for module in iter_modules(writing.__path__)}
    assert len(modules) > 10
    assert modules.isdisjoint(writing.__all__)


@given(corrupted_reports_with_blanks())
@tries(15)
def test_every_number_of_the_report_stands_in_its_cell(corruption):
    report = corruption.corrupted.replace(remarks=())
    expected = {
        cell.address: "" if value is None else format(Decimal(value), "f")
        for cell, value in report.cells()
    }
    assert numbers(report_page(Marks.diagnosed(report), "zh")) == expected


@given(corrupted_reports_with_blanks())
@tries(15)
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
    assert set(described) <= set(ids)
    assert {kind.value for kind in marks.kinds} == {"wrong", "doubtful", "blank"}
    [wrong] = page.xpath("//td[@data-mark='wrong']")
    assert wrong.get("data-address") == SLIP
    assert (wrong.xpath("string(.//mark)"), wrong.xpath("string(.//ins)")) == ("34", "43")
    text = page.text_content()
    for result in check(slip).violated:
        assert result.explain(language) in text
    assert diagnose(slip).sentences(language)[0][0] in text


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_speaks_one_language_beside_the_names(slip, language):
    page = html.fromstring(report_page(marked(slip), language))
    assert page.get("lang") == {"zh": "zh-Hans", "en": "en"}[language]
    headings = [one.text_content() for one in page.iter("h1", "h2", "h3", "p", "caption")]
    if language == "en":
        assert not any(
            "\u4e00" <= c <= "\u9fff"
            for h in headings
            for c in h.replace("殷都区人民政府", "").replace(slip.form.notice, "")
        )
    else:
        assert all(any("\u4e00" <= c <= "\u9fff" for c in heading) for heading in headings)


HOSTILE = (
    "<script>alert(1)</script>\"'&\u202e",
    "</title></style><img src=x onerror=alert(1)>",
    "\u2066a\u2069\u202eb\x01\x7f\ufdd0\ufffe",
    "]]>--><!--&amp;&#10;{{}}\\",
)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_names_are_text(slip, name, language):
    marks = Marks.diagnosed(attrs.evolve(slip, organ=Organ(name=name)))
    for drawn in (report_page([marks, marks], language), report_page(marks, language)):
        assert not re.search(r"<(script|img)", drawn)
        assert not re.search(r"(src|href)=[\"'](?!#)", drawn)
        page = html.fromstring(drawn)
        plain = re.sub("[\x01\x7f\ufdd0\ufffe]", "\ufffd", name)
        assert all(one.xpath("string(.//header//bdi)") == plain for one in page.iter("article"))
        assert not re.search("[\u202e\u2066]", page.findtext(".//title"))
        turned = [one for one in page.iter() if re.search("[\u202e\u2066]", one.text or "")]
        assert all(one.tag == "bdi" for one in turned)


@pytest.mark.parametrize("language", LANGUAGES)
def test_hostile_remarks_and_doubts_are_text(slip, language):
    said = "<script>x</script>\u202e\n|`*"
    report = slip.replace(remarks=(Remark(cell=SLIP, printed=said),))
    marks = Marks.diagnosed(
        report, doubts={DOUBT: Bilingual(said, said)}, asides=[Bilingual(said, said)]
    )
    page = report_page(marks, language)
    assert "<script" not in page
    assert page.count("&lt;script&gt;") >= 4  # two in the list, one in it as a whole, one tip


def test_the_page_is_well_formed_and_forbids_what_it_does_not_have(slip):
    for language in LANGUAGES:
        page = report_page(marked(slip), language)
        root = ET.fromstring(page.removeprefix("<!doctype html>"))
        assert root.tag == "html"
        [policy] = [m for m in root.iter("meta") if m.get("http-equiv")]
        assert "unsafe" not in policy.get("content")
        style = root.find(".//style").text
        digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
        assert f"style-src 'sha256-{digest}'" in policy.get("content")
        assert not re.search(r"url\(|@import|https?:", style)
        assert not [one for one in root.iter() if one.get("style")]


@given(
    reports_with_blanks() | corrupted_reports_with_blanks().map(lambda one: one.corrupted),
    st.sampled_from(["某局", "上海市人民政府办公厅", None]),
)
@tries(25)
def test_a_page_is_read_back_as_the_report(report, name):
    report = report.replace(
        year=report.form.fiscal_years[0] + 1, organ=Organ(name=name), remarks=()
    )
    for marks in (Marks.of(report), Marks.diagnosed(report)):
        reading = read(report_page(marks, "zh").encode())
        again = reading.report
        assert (again.form, again.values()) == (report.form, report.values())
        assert (again.year, again.organ) == (report.year, report.organ)
        assert again.remarks == ()
        assert reading.doubts == ()


def test_a_notebook_shows_a_report_and_ids_are_not_used_twice(slip, monkeypatch):
    monkeypatch.setenv("LC_ALL", "zh_CN.UTF-8")
    first, second = slip._repr_html_(), slip._repr_html_()
    assert "应为 43" in first
    ids = re.findall(r' id="([^"]+)"', first + second)
    assert len(ids) == len(set(ids))
    assert "should be 43" in report_fragment(Marks.diagnosed(slip), "en")


@given(reports_with_blanks())
@tries(5)
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
    schemes = re.findall(r"--paper:#.*?\}", page, re.DOTALL)
    assert len(schemes) == 5  # light and dark as the system is, and as a notebook is; print
    kinds = [kind.value for kind in MarkKind]
    for scheme in schemes:
        found = dict(re.findall(r"--([a-z-]+):(#[0-9a-f]{6});", scheme))
        pairs = [("ink", "paper"), ("quiet", "paper"), ("link", "paper"), ("ink", "head")]
        pairs += [(f"{kind}-ink", kind) for kind in (*kinds, "held")]
        least = dict.fromkeys(pairs, 4.5)
        least |= {("line", "paper"): 3, ("focus", "paper"): 3}  # what is no text
        assert {
            pair: _contrast(*(found[n] for n in pair))
            for pair, enough in least.items()
            if _contrast(*(found[n] for n in pair)) < enough
        } == {}


def test_every_failing_sum_is_spelt_with_links_to_all_its_cells(slip):
    for language in LANGUAGES:
        page = html.fromstring(report_page(marked(slip), language))
        sums = [p for p in page.find_class("sum") if "≠" in p.text_content()]
        results = check(slip).violated
        assert len(sums) == len(results)
        cells = {td.get("id"): td.get("data-address") for td in page.iter("td")}
        for said, result in zip(sums, results, strict=True):
            assert [cells[a.get("href")[1:]] for a in said.iter("a")] == list(result.cells)
            numbers = [int(a.xpath("string(b)")) for a in said.iter("a")]
            assert numbers == list(result.cells.values())


@given(corrupted_reports_with_blanks(), st.sampled_from(LANGUAGES))
@tries(15)
def test_a_finding_links_once_to_each_cell_that_it_is_about(corruption, language):
    marks = Marks.diagnosed(corruption.corrupted)
    root = ET.fromstring(report_page(marks, language).removeprefix("<!doctype html>"))
    addresses = {td.get("id"): td.get("data-address") for td in root.iter("td") if td.get("id")}
    assert not [a for a in root.iter("a") if a.find(".//a") is not None]
    items = [li for li in root.iter("li") if "-found-" in (li.get("id") or "")]
    found = [one for section in sections(marks, language) for one in section.found]
    assert len(items) == len(found)
    for item, one in zip(items, found, strict=True):
        linked = [addresses[a.get("href")[1:]] for a in item.iter("a")]
        assert sorted(linked) == sorted(one.cells)


@pytest.mark.thorough
def test_a_thousand_reports_are_one_page(slip):
    marks = marked(slip)
    page = report_page([marks] * 1_000, "zh")
    root = ET.fromstring(page.removeprefix("<!doctype html>"))
    ids = [one.get("id") for one in root.iter() if one.get("id")]
    assert len(ids) == len(set(ids))
    assert len(root.findall(".//nav//a")) == len(root.findall(".//article")) == 1_000


def test_deductions_doubts_remarks_and_asides_are_told():
    report = read(examples.path("yindu-2019")).report
    report = report.replace({"/requests/received/commercial_enterprise": None})
    marks = Marks.diagnosed(report, asides=[Bilingual("年份存疑", "the year is in doubt")])
    assert marks.by_cell["/requests/received/commercial_enterprise"].new == 1
    for language, words in (
        ("zh", ("只能是 1", "4,875.699", "年份存疑")),
        ("en", ("can only be 1", "4,875.699", "he year is in doubt")),
    ):
        text = html.fromstring(report_page(marks, language)).text_content()
        assert all(word in text for word in words)


def test_a_report_without_faults_has_nothing_to_point_out():
    form = FORMS["2021"]
    report = form.report(dict.fromkeys(form.index, 0), year=2023, organ=Organ(name="某局"))
    amounts = {c.address: Decimal(0) for c in form if c.kind is Kind.AMOUNT}
    page = html.fromstring(report_page(Marks.diagnosed(report.replace(amounts)), "en"))
    assert "nothing to point out" in page.text_content()
    assert not page.xpath("//*[@data-mark]")
    assert not page.find_class("legend")


def test_no_reports_make_a_page_that_says_so():
    assert "没有报告" in report_page([], "zh")
    assert "no report" in report_page([], "en")


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
        tip = link.find_element("xpath", "following-sibling::aside")
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
