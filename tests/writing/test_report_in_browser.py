"""A report's page in a real browser: what it says to a screen reader, prints, and looks like.

The screenshots are taken with a font of blocks (:mod:`block_font`), so that they do not depend on
the fonts of a machine; ``--write-pictures`` takes them anew.
"""

from __future__ import annotations

import base64
import io
import re
from contextlib import closing

import pytest
from tests.support.block_font import NAME, block_font
from tests.support.chromium import errors_logged
from tests.support.picture_likeness import MOST_UNLIKE, SCREENSHOTS, unlikeness

from gxstats import FORMS, Bilingual, Organ, examples, read
from gxstats.text import LANGUAGES
from gxstats.writing import Marks, report_fragment, report_page

SLIP = "/requests/outcomes/granted/natural_person"
BLANK = "/requests/received/commercial_enterprise"
DOUBT = "/disclosure/rules/made"
A4 = 688
"""Width in CSS pixels of what is printed on A4 between the margins of the page, 182 mm."""
SHOTS = [
    (360, "zh", "light"),
    (768, "en", "light"),
    (1280, "zh", "light"),
    (1280, "zh", "dark"),
    (1920, "en", "dark"),
    (A4, "zh", "print"),
    (A4, "en", "print"),
]


def marks():
    report = read(examples.path("yindu-2019")).report
    report = report.replace({SLIP: 34, DOUBT: None, BLANK: None})
    return Marks.diagnosed(report, doubts={DOUBT: Bilingual("印的不是数：x", "not a number: x")})


@pytest.fixture(scope="module")
def marked():
    return marks()


def opened(driver, folder, page):
    path = folder / "page.html"
    path.write_text(page, encoding="utf-8")
    driver.get(path.as_uri())


def seen_as(driver, width, scheme, height=900):
    """Set the width and whether the page is seen in light or dark, or printed."""
    media = {
        "media": "print" if scheme == "print" else "screen",
        "features": [
            {"name": "prefers-color-scheme", "value": "dark" if scheme == "dark" else "light"}
        ],
    }
    driver.execute_cdp_cmd("Emulation.setEmulatedMedia", media)
    size = {"width": width, "height": height, "deviceScaleFactor": 1, "mobile": False}
    driver.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", size)


def screenshot(driver, folder, width, language, scheme):
    """The whole page with blocks for letters, in few enough colours to be kept."""
    from PIL import Image

    page = report_page(marks(), language)
    driver.execute_cdp_cmd("Page.enable", {})
    driver.execute_cdp_cmd("Page.setBypassCSP", {"enabled": True})
    driver.execute_cdp_cmd("Emulation.setScrollbarsHidden", {"hidden": True})
    seen_as(driver, width, scheme)
    opened(driver, folder, page)
    font = block_font(page)
    assert driver.execute_async_script(
        f"""const done = arguments[arguments.length - 1];
        const face = new FontFace('{NAME}', 'url(data:font/ttf;base64,{font})');
        face.load().then(() => {{
          document.fonts.add(face);
          const style = document.createElement('style');
          style.textContent = `.gxstats, .gxstats * {{
            font-family: {NAME} !important; font-synthesis: none !important; }}`;
          document.head.append(style);
          requestAnimationFrame(() => requestAnimationFrame(() => done(true)));
        }}, () => done(false));"""
    )
    height = driver.execute_script("return document.documentElement.scrollHeight")
    seen_as(driver, width, scheme, height)
    picture = Image.open(io.BytesIO(driver.get_screenshot_as_png())).convert("RGB")
    return picture.resize((picture.width // 2, picture.height // 2), Image.Resampling.BOX)


@pytest.mark.parametrize(("width", "language", "scheme"), SHOTS)
def test_it_looks_as_it_did(browser, tmp_path, width, language, scheme, request):
    pil = pytest.importorskip("PIL.Image")
    pytest.importorskip("fontTools")
    now = screenshot(browser, tmp_path, width, language, scheme)
    path = SCREENSHOTS / f"{language}-{width}-{scheme}.png"
    if request.config.getoption("--write-pictures"):
        now.quantize(32).save(path, optimize=True)
    with pil.open(path) as before:
        assert unlikeness(now, before) < MOST_UNLIKE


HOST = (
    "aside,ins,mark,span,bdi,p,li,ol,section,header,b,td,th{color:#777;background:#777;"
    "font:7px cursive}"
)
"""What the style of a page may do to its elements, in which a report is drawn."""


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("alone", [True, False], ids=["page", "fragment"])
def test_what_is_seen_is_legible(browser, tmp_path, marked, scheme, alone):
    """The colours that the browser computes, of every text on what is painted behind it."""
    seen_as(browser, 1280, scheme)
    page = (
        report_page([marked, marked], "zh")
        if alone
        else f'<!doctype html><meta charset="utf-8"><style>{HOST}</style>'
        + report_fragment(marked, "zh")
    )
    opened(browser, tmp_path, page)
    pairs = browser.execute_script(
        """const found = {};
        for (const one of document.querySelectorAll('.gxstats, .gxstats *')) {
          if (one.tagName === 'STYLE' || ![...one.childNodes].some(n => n.nodeType === 3 && n.data.trim())) continue;
          let behind = one;
          while (behind && getComputedStyle(behind).backgroundColor === 'rgba(0, 0, 0, 0)')
            behind = behind.parentElement;
          const ground = getComputedStyle(behind || document.documentElement).backgroundColor;
          found[getComputedStyle(one).color + '|' + ground] = one.outerHTML.slice(0, 80);
        }
        return found;"""
    )
    assert len(pairs) >= 8

    def luminance(colour):
        parts = [int(one) / 255 for one in colour.removeprefix("rgb(").rstrip(")").split(",")]
        linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

    for pair, where in pairs.items():
        low, high = sorted(map(luminance, pair.split("|")))
        assert (high + 0.05) / (low + 0.05) >= 4.5, where
    paper, sizes = browser.execute_script(
        """return [getComputedStyle(document.querySelector('.gxstats')).backgroundColor,
          [...document.querySelectorAll('.gxstats td *, .gxstats p')]
            .map(one => parseFloat(getComputedStyle(one).fontSize))]"""
    )
    assert min(sizes) > 10
    assert (luminance(paper) < 0.1) == (scheme == "dark")


SPOKEN = {
    "zh": {SLIP: "34 有误，应为 43", BLANK: "空白，应为 1", DOUBT: "原件不清，未读入"},
    "en": {
        SLIP: "34 wrong, should be 43",
        BLANK: "blank, must be 1",
        DOUBT: "in doubt in the source, not read",
    },
}


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_screen_reader_says_what_the_signs_say(browser, tmp_path, marked, language):
    opened(browser, tmp_path, report_page(marked, language))
    for address, said in SPOKEN[language].items():
        cell = browser.find_element("css selector", f"td[data-address='{address}']")
        link = cell.find_element("css selector", "a")
        assert " ".join(link.accessible_name.split()) == said
        assert link.aria_role == "link"
        node = browser.execute_cdp_cmd("DOM.getDocument", {})["root"]["nodeId"]
        found = browser.execute_cdp_cmd(
            "DOM.querySelector", {"nodeId": node, "selector": f"td[data-address='{address}'] > a"}
        )
        tree = browser.execute_cdp_cmd(
            "Accessibility.getPartialAXTree", {"nodeId": found["nodeId"], "fetchRelatives": False}
        )
        description = tree["nodes"][0]["description"]["value"]
        reasons = marked.by_cell[address].reasons
        assert all(" ".join(one[language].split()) in description for one in reasons)
    regions = browser.find_elements("css selector", ".scroll")
    titles = [table.title[language] for table in marked.report.form.tables]
    assert [one.accessible_name for one in regions] == titles
    assert {one.aria_role for one in regions} == {"region"}


def test_pointing_at_a_cell_shows_its_reasons_and_the_pointer_can_go_there(
    browser, tmp_path, marked
):
    from selenium.webdriver import ActionChains

    seen_as(browser, 1280, "light")
    opened(browser, tmp_path, report_page(marked, "zh"))
    cell = browser.find_element("css selector", f"td[data-address='{SLIP}']")
    tip = cell.find_element("css selector", ".tip")
    assert not tip.is_displayed()
    ActionChains(browser).move_to_element(cell).perform()
    assert tip.is_displayed()
    ActionChains(browser).move_to_element(tip).perform()
    assert tip.is_displayed()
    shown = [one for one in browser.find_elements("css selector", ".tip") if one.is_displayed()]
    assert shown == [tip]
    box = tip.rect
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= 1280


def test_of_many_reports_the_last_too_says_why_and_is_printed(browser, tmp_path, marked):
    """Those out of sight are not laid out before they are looked for."""
    pdfium = pytest.importorskip("pypdfium2")
    seen_as(browser, 1280, "light")
    opened(browser, tmp_path, report_page([marked] * 10, "zh"))
    browser.find_elements("css selector", "nav a")[-1].click()
    cell = browser.find_elements("css selector", f"td[data-address='{SLIP}']")[-1]
    browser.execute_script(
        "arguments[0].querySelector('a').focus();"
        "arguments[0].scrollIntoView({block: 'center', behavior: 'instant'})",
        cell,
    )
    tip = cell.find_element("css selector", ".tip")
    assert tip.is_displayed()
    box = browser.execute_script("return arguments[0].getBoundingClientRect().toJSON()", tip)
    assert box["width"] > 300
    assert box["left"] >= 0
    assert box["right"] <= 1280
    assert box["top"] >= 0
    assert box["bottom"] <= 900
    data = browser.execute_cdp_cmd("Page.printToPDF", {"preferCSSPageSize": True})["data"]
    with closing(pdfium.PdfDocument(base64.b64decode(data))) as pdf:
        printed = [page.get_textpage().get_text_range() for page in pdf]
    # in its cell, and among what the source printed
    assert sum(page.count("4,875.699") for page in printed) == 2 * 10
    assert errors_logged(browser) == []


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("form", [FORMS["2019"], FORMS["2021"]], ids=str)
def test_printed_on_paper_no_table_is_cut(browser, tmp_path, form, language):
    pdfium = pytest.importorskip("pypdfium2")
    numbers = {cell.address: 1_000 + cell.index for cell in form}
    marks = Marks.of(form.report(numbers, year=None, organ=Organ(name="某局")))
    seen_as(browser, A4, "print")
    opened(browser, tmp_path, report_page(marks, language))
    wide = browser.execute_script(
        "return [...document.querySelectorAll('.scroll')].map(e => [e.scrollWidth, e.clientWidth])"
    )
    assert len(wide) == 3
    assert all(inner <= outer for inner, outer in wide)
    data = browser.execute_cdp_cmd("Page.printToPDF", {"preferCSSPageSize": True})["data"]
    with closing(pdfium.PdfDocument(base64.b64decode(data))) as pdf:
        assert [round(side) for side in pdf[0].get_size()] == [595, 842]
        pages = [re.findall(r"\d+", page.get_textpage().get_text_range()) for page in pdf]
    for table in form.tables:
        own = [str(numbers[cell.address]) for cell in form if cell.table == table]
        assert any(own == [n for n in page if n in own][: len(own)] for page in pages)


@pytest.mark.parametrize("dark_system", [False, True])
@pytest.mark.parametrize(
    ("said", "dark"),
    [
        ('data-jp-theme-light="true"', False),
        ('data-jp-theme-light="false"', True),
        ('class="vscode-light"', False),
        ('class="vscode-dark"', True),
        ('data-md-color-scheme="default"', False),
        ('data-md-color-scheme="slate"', True),
    ],
)
def test_within_a_page_it_is_light_or_dark_as_the_page_says(
    browser, tmp_path, marked, said, dark, dark_system
):
    seen_as(browser, 1000, "dark" if dark_system else "light")
    fragment = report_fragment(marked, "en")
    opened(
        browser,
        tmp_path,
        f'<!doctype html><meta charset="utf-8"><body {said}>{fragment}',
    )
    paper = browser.execute_script(
        "return getComputedStyle(document.querySelector('.gxstats')).backgroundColor"
    )
    assert paper == ("rgb(22, 24, 27)" if dark else "rgb(255, 255, 255)")
    outside = browser.execute_script("return getComputedStyle(document.body).margin")
    assert outside == "8px"  # its style stays within it
    assert errors_logged(browser) == []
