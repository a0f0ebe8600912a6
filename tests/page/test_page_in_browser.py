"""The page in a real browser, used as a clerk would."""

from __future__ import annotations

import time
from decimal import Decimal

import attrs
import pytest
from hypothesis import given
from tests.support.chromium import errors_logged
from tests.support.conformance import CASES
from tests.support.effort import tries
from tests.support.yardstick import PATIENCE

from gxstats import FORMS, Narrative, Organ, Remark, check, from_json, read, to_json
from gxstats.cells import Kind
from gxstats.diagnosis import diagnose
from gxstats.page import form_page
from gxstats.testing import arbitrary_reports
from gxstats.text import LANGUAGES

GRANTED = "/requests/outcomes/granted/natural_person"
GRANTED_TOTAL = "/requests/outcomes/granted/total"
RECEIVED = "/requests/received/natural_person"
PASTE = """
const [field, text, html] = arguments;
const data = new DataTransfer();
data.setData("text/plain", text);
if (html) data.setData("text/html", html);
field.focus();
return field.dispatchEvent(
  new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }));
"""


def consistent(form_id):
    report = from_json(next(c["text"] for c in CASES if c["id"] == f"consistent.{form_id}"))
    return attrs.evolve(
        report,
        organ=Organ(
            name="某区人民政府", code="914403001922038216", division="410505", scope="region"
        ),
        narrative=Narrative(overview="一\n<b>二</b>"),
    )


class Page:
    """The page of one form, as one uses it."""

    def __init__(self, driver, form_id, folder, language="zh"):
        self.driver = driver
        self.form = FORMS[form_id]
        self.folder = folder
        self.path = folder / f"{form_id}-{language}.html"
        self.path.write_text(form_page(self.form, language), encoding="utf-8")
        self.load()

    def load(self):
        self.driver.get("about:blank")
        self.driver.get(self.path.as_uri())
        if self.run("return localStorage.length"):  # a test before this one failed
            self.run("localStorage.clear()")
            self.driver.refresh()

    def run(self, script, *given):
        return self.driver.execute_script(script, *given)

    def find(self, selector):
        return self.driver.find_element("css selector", selector)

    def all(self, selector):
        return self.driver.find_elements("css selector", selector)

    def field(self, address):
        return self.find(f"#cell-{self.form.index[address]}")

    def focus(self, address):
        self.run("arguments[0].focus()", self.field(address))

    def type(self, address, text):
        from selenium.webdriver import Keys

        self.focus(address)
        field = self.field(address)
        field.send_keys(Keys.CONTROL, "a")
        field.send_keys(text or Keys.DELETE)

    def press(self, name):
        self.run("arguments[0].click()", self.find(f"#do-{name}"))

    def put(self, name, text):
        self.find(name).clear()
        self.find(name).send_keys(text)

    def open(self, content, name="report.json"):
        path = self.folder / name
        path.write_bytes(content if isinstance(content, bytes) else to_json(content))
        self.find("#file").send_keys(str(path))
        self.until(self.notice)

    def until(self, found, seconds=PATIENCE):
        end = time.monotonic() + seconds
        while not (value := found()):
            assert time.monotonic() < end, "waited in vain"
            time.sleep(0.02)
        return value

    def text(self, selector):
        return self.run("return arguments[0].textContent", self.find(selector))

    def notice(self):
        return self.text("#notice")

    def entered(self):
        """The report that stands in the page."""
        return from_json(self.run("return gxstats.write(gxstats.entered())"))

    def saved(self):
        """The report in the file that the page saves."""
        before = set(self.driver.downloads.glob("*.json"))
        self.run("document.querySelector('#notice').replaceChildren()")
        self.press("save")
        new = self.until(lambda: set(self.driver.downloads.glob("*.json")) - before)
        [path] = new
        data = self.until(path.read_bytes)
        path.unlink()
        return data, path.name

    def mark(self, address):
        return self.run("return arguments[0].parentElement.dataset.mark", self.field(address))

    def paste(self, address, text, html=""):
        return not self.run(PASTE, self.field(address), text, html)


@pytest.fixture
def page(browser, tmp_path):
    made = Page(browser, "2021", tmp_path)
    errors_logged(browser)
    yield made
    assert errors_logged(browser) == []
    leave(browser)


def leave(browser):
    """Go away without being asked whether to: what is entered is cleared first."""
    browser.execute_script(
        "for (const one of document.querySelectorAll('input, textarea, select')) one.value = '';"
        "localStorage.clear();"
    )
    browser.get("about:blank")


def test_the_page_needs_nothing_else_and_complains_of_nothing(page):
    loaded = page.run("return performance.getEntriesByType('resource').map((one) => one.name)")
    assert [one for one in loaded if not one.startswith("data:")] == []
    assert page.text("#state") == "还没有填写"


def test_every_conformance_case_in_the_browser(page):
    found = page.run(
        """
        return arguments[0].map((text) => {
          const { document, form, problems } = gxstats.read(text);
          if (document === null) return { problems };
          const results = gxstats.check(document).results;
          return { form, problems, results: results.map((one) =>
            [one.id, one.outcome, one.left, one.right, one.residual]) };
        });
        """,
        [case["text"] for case in CASES],
    )
    for case, said in zip(CASES, found, strict=True):
        problems = [{key: one[key] for key in ("code", "address")} for one in said["problems"]]
        assert problems == case.get("problems", []), case["id"]
        if case["valid"]:
            outcomes = {
                id: dict(zip(("outcome", "left", "right", "residual"), rest, strict=True))
                for id, *rest in said["results"]
            }
            assert (said["form"], outcomes) == (case["form"], case["relations"]), case["id"]


@pytest.mark.parametrize("form_id", FORMS)
def test_what_is_opened_is_what_is_saved(browser, tmp_path, form_id):
    page = Page(browser, form_id, tmp_path)
    report = consistent(form_id)
    amount = next(cell.address for cell in report.form if cell.kind.value == "amount")
    report = report.replace({amount: Decimal("123456789012.12345678"), GRANTED: None})
    remarks = (
        Remark(cell=GRANTED, printed="—— "),
        Remark(cell=RECEIVED, printed="见附件\n一"),
        Remark(cell=GRANTED_TOTAL, printed=f"１{report[GRANTED_TOTAL]}"),
    )
    report = attrs.evolve(
        report,
        organ=attrs.evolve(report.organ, name=" 某区人民政府"),
        narrative=Narrative(overview="一\r\n<b>二</b>\r三", problems="", other=None),
        remarks=remarks,
    )
    page.open(report)
    assert "已打开 report.json" in page.notice()
    data, name = page.saved()
    assert from_json(data) == report
    page.type(GRANTED, "/")
    page.put("#text-problems", "新")
    changed = attrs.evolve(
        report,
        narrative=attrs.evolve(report.narrative, problems="新"),
        remarks=(Remark(cell=GRANTED, printed="/"), *remarks[1:]),
    )
    assert page.entered() == changed
    assert "某区人民政府-" in name
    assert name.endswith(f"{form_id}.json")
    leave(browser)


def test_typing_finds_the_sum_and_the_cell(page):
    report = consistent("2021")
    page.open(report)
    right = report[GRANTED]
    page.type(GRANTED, f"{right}7")
    wrong = report.replace({GRANTED: right * 10 + 7})
    diagnosis = diagnose(wrong)
    assert page.mark(GRANTED) == "wrong"
    assert page.mark(GRANTED_TOTAL) == "beside"
    assert page.text("#slip").startswith(diagnosis.summary("zh"))
    assert page.field(GRANTED).get_attribute("aria-invalid") == "true"
    described = page.field(GRANTED_TOTAL).get_attribute("aria-describedby")
    for result in check(wrong).violated:
        assert result.explain("zh") in page.text("#found")
        if GRANTED_TOTAL in result.cells:
            assert result.explain("zh") in page.text(f"#{described}")
    page.until(lambda: check(wrong).explain("zh").splitlines()[0] in page.text("#state"))
    assert page.find("#bar").get_attribute("data-verdict") == "violated"
    page.run("arguments[0].click()", page.find("#slip button"))
    assert page.entered() == report
    assert page.mark(GRANTED) == ""
    page.press("undo")
    assert page.entered() == wrong


def test_every_violated_sum_and_no_other_is_listed_with_its_cells(page):
    report = consistent("2021").replace({GRANTED: 500, RECEIVED: 3, GRANTED_TOTAL: 77})
    page.open(report)
    expected = [result.explain("zh") for result in check(report).violated]
    assert [one.text for one in page.all("#found ul.violated > li > p")] == expected
    marked = page.run(
        "return [...document.querySelectorAll('td[data-mark]:not([data-mark=\"\"]) input')]"
        ".map((one) => Number(one.dataset.cell))"
    )
    marked = {report.form.cells[place].address for place in marked}
    assert marked == {cell for result in check(report).violated for cell in result.cells}
    link = page.find("#found ul.violated ul a")
    place = int(link.get_attribute("href").rpartition("-")[2])
    page.run("arguments[0].click()", link)
    assert page.run("return document.activeElement.dataset.cell") == str(place)


def test_a_blank_is_no_zero_and_is_counted(page):
    report = consistent("2021").replace({GRANTED: None, RECEIVED: None})
    page.open(report)
    assert page.find("#bar").get_attribute("data-verdict") == "undecided"
    page.until(lambda: "空白 2 格" in page.text("#state"))
    assert check(report).explain("zh").splitlines()[0] in page.text("#state")


@pytest.mark.parametrize(
    ("typed", "value", "printed"),
    [
        ("1,234", 1234, None),
        ("１２", 12, None),
        (" 7 ", 7, None),
        ("/", None, "/"),
        ("——", None, "——"),
        ("22（其中修订 16 件）", 22, "22（其中修订 16 件）"),
    ],
)
def test_a_number_may_be_written_as_it_is_printed(page, typed, value, printed):
    page.type(GRANTED, typed)
    page.focus(RECEIVED)
    report = page.entered()
    assert report[GRANTED] == value
    assert [one.printed for one in report.remarks] == ([printed] if printed else [])
    if printed is None:
        assert page.field(GRANTED).get_attribute("value") == str(value)


def test_what_is_no_number_stays_is_said_and_is_not_saved(page):
    page.type(GRANTED, "十二")
    page.type(RECEIVED, "1.5")
    page.put("#fact-code", "914403001922038217")
    page.put("#fact-year", "1999")
    assert page.mark(GRANTED) == page.mark(RECEIVED) == "fault"
    assert "校验码应为 6" in page.text("#wrong-code")
    page.press("save")
    said = page.notice()
    assert "没有保存" in said
    assert page.form[GRANTED].name("zh") in said
    assert "件数不应有小数：1.5" in said
    assert "统一社会信用代码" in said
    assert "年度" in said
    page.focus(GRANTED)
    assert page.field(GRANTED).get_attribute("value") == "十二"
    assert list(page.driver.downloads.glob("*.json")) == []


def test_totals_are_filled_from_their_parts(page):
    report = consistent("2021")
    totals = {address: None for address in report.form.index if address.endswith("/total")}
    totals |= {address: None for address in report.form.index if "/outcomes/total/" in address}
    page.open(report.replace(totals))
    page.press("totals")
    assert page.entered() == report
    page.press("undo")
    assert page.entered() == report.replace(totals)
    page.type(GRANTED, "")
    page.press("totals")
    assert page.entered()[GRANTED_TOTAL] is None


# --- pasting --------------------------------------------------------------------------------------

ROWS = [cell for cell in FORMS["2021"] if cell.address.startswith("/requests/received/")]


def test_a_block_from_excel_goes_into_the_grid(page):
    text = "12\t1,003\t\t/\t０\t5\t6\r\n1\t2\t3\t4\t5\t6\t21\r\n"
    assert page.paste(RECEIVED, text)
    report = page.entered()
    names = [cell.address.rpartition("/")[2] for cell in ROWS]
    assert [report[f"/requests/received/{name}"] for name in names] == [
        12,
        1003,
        None,
        None,
        0,
        5,
        6,
    ]
    assert [report[f"/requests/carried_in/{name}"] for name in names] == [1, 2, 3, 4, 5, 6, 21]
    assert [one.printed for one in report.remarks] == ["/"]
    page.press("undo")
    assert page.entered()[RECEIVED] is None


def test_a_whole_table_from_word_goes_into_the_form_without_its_heads(page):
    from gxstats.writing import form_html

    report = consistent("2021")
    for table in report.form.tables:
        html = form_html(report.form, report).split("<table")
        [own] = [one for one in html if f'data-address="/{table.name}"' in one]
        first = next(cell for cell in report.form if cell.table == table)
        assert page.paste(first.address, "ignored", f"<html><body><table{own}</body></html>"), (
            table
        )
        assert "粘贴了" in page.notice()
    entered = page.entered()
    assert entered.values() == report.values()
    assert entered.remarks == ()


def test_what_does_not_fit_or_cannot_be_read_is_refused_whole(page):
    last = "/requests/carried_out/total"
    for address, text, said in (
        (RECEIVED, "1\t2\t三\n4\t5\t6", "印的不是数：三"),
        (RECEIVED, "1\t1.5\n", "件数不应有小数：1.5"),
        (last, "1\t2", "有 2 个数"),
        (last, "1\n2", "只有 1 行"),
        (RECEIVED, "甲\t乙\n丙\t丁", "没有数"),
    ):
        assert page.paste(address, text)
        assert "没有粘贴" in page.notice()
        assert said in page.notice()
        assert set(page.entered().values()) == {None}


def test_hostile_html_is_only_text(page):
    html = '<table><tr><td><img src=x onerror="window.hit=1"><script>window.hit=1</script>5</td><td>6</td></tr></table>'
    page.paste(RECEIVED, "", html)
    assert page.run("return window.hit ?? null") is None
    assert all("has been blocked" in one for one in errors_logged(page.driver))


def test_a_single_number_is_pasted_as_text(page):
    assert not page.paste(RECEIVED, "12\r\n")


HOSTILE_PASTES = {
    "spans": ("", "<table>" + "<tr><td rowspan=65534 colspan=50>1</td></tr>" * 23_000),
    "rows": ("", "<table>" + "<tr>" * 240_000),
    "cells": ("", "<table><tr>" + "<td>1" * 240_000),
    "nested": ("", "<table><tr><td>" * 60_000),
    "reopened": (
        "",
        "<table><tr><td>" + "".join(f"<b x={n}>" for n in range(9_000)) + "<p>" * 200_000,
    ),
    "comments": ("", "<table>" + "<!--" * 249_000),
    "brackets": ("", "<table>" + "<" * 990_000),
    "lines": ("1\n" * 499_000, ""),
    "tabs": ("1\t" * 499_000, ""),
    "quotes": ('"' * 990_000, ""),
    "words": ("某\t1\n" * 240_000, ""),
}


@pytest.mark.parametrize("hostile", HOSTILE_PASTES)
def test_what_is_no_form_is_not_pasted_and_does_not_hold_the_page_up(page, hostile):
    """Without bounds some take minutes, and the driver does not wait for that."""
    page.paste(RECEIVED, *HOSTILE_PASTES[hostile])
    assert set(page.entered().values()) == {None}


# --- files ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"{", "document.syntax"),
        (b"\xff\xfe{", "document.encoding"),
        (b"[]", "value.type"),
        (b'{"edition": "2021"}', "key.missing"),
        (b" " * (4 * 1024 * 1024 + 1), "document.size"),
    ],
)
def test_a_file_that_is_no_report_is_refused_with_code_and_address(page, content, code):
    page.type(GRANTED, "5")
    page.open(content)
    assert "report.json 打不开" in page.notice()
    assert code in page.notice()
    assert page.entered()[GRANTED] == 5


def test_a_report_on_another_form_is_refused(page):
    page.open(consistent("2019"))
    assert "2019 年版" in page.notice()


def test_what_is_not_saved_is_asked_about_before_another_file_is_opened(page):
    page.type(GRANTED, "5")
    path = page.folder / "other.json"
    path.write_bytes(to_json(consistent("2021")))
    page.find("#file").send_keys(str(path))
    from selenium.webdriver.support.ui import WebDriverWait

    alert = WebDriverWait(page.driver, 10).until(lambda driver: driver.switch_to.alert)
    assert "没保存" in alert.text
    alert.dismiss()
    assert page.entered()[GRANTED] == 5


def test_a_file_can_be_dropped_on_the_page(page):
    page.run(
        """
        const data = new DataTransfer();
        data.items.add(new File([arguments[0]], "dropped.json"));
        document.body.dispatchEvent(
          new DragEvent("drop", { dataTransfer: data, bubbles: true, cancelable: true }));
        """,
        to_json(consistent("2021")).decode(),
    )
    page.until(lambda: "dropped.json" in page.notice())
    assert page.entered() == consistent("2021")


def test_what_is_not_saved_is_still_there_after_the_page_was_closed(page):
    page.type(GRANTED, "5")
    page.type(RECEIVED, "十")
    page.put("#fact-name", "某局")
    page.run("addEventListener('beforeunload', (event) => event.stopImmediatePropagation(), true)")
    page.driver.get("about:blank")
    page.driver.get(page.path.as_uri())
    assert "已恢复" in page.notice()
    assert page.field(GRANTED).get_attribute("value") == "5"
    assert page.field(RECEIVED).get_attribute("value") == "十"
    assert page.find("#fact-name").get_attribute("value") == "某局"
    page.run("arguments[0].click()", page.find("#notice button"))
    assert page.field(GRANTED).get_attribute("value") == ""


def test_without_storage_the_page_works_and_says_that_it_keeps_nothing(page):
    page.run(
        "Storage.prototype.setItem = () => { throw new DOMException('', 'QuotaExceededError'); };"
    )
    page.type(GRANTED, "5")
    assert "不允许自动保留" in page.notice()
    assert page.entered()[GRANTED] == 5


def test_one_is_asked_before_leaving_what_is_not_saved(page):
    ask = "const e = new Event('beforeunload', { cancelable: true }); dispatchEvent(e); return e.defaultPrevented"
    assert not page.run(ask)
    page.type(GRANTED, "5")
    assert page.run(ask)
    page.saved()
    assert not page.run(ask)


# --- keyboard and languages -------------------------------------------------------------------------


def focused(page):
    place = page.run("return document.activeElement.dataset?.cell ?? null")
    return None if place is None else page.form.cells[int(place)].address


def test_keys_move_as_in_a_spreadsheet(page):
    from selenium.webdriver import Keys

    page.focus(RECEIVED)
    steps = [
        (Keys.ENTER, "/requests/carried_in/natural_person"),
        (Keys.ARROW_DOWN, GRANTED),
        (Keys.ARROW_RIGHT, "/requests/outcomes/granted/commercial_enterprise"),
        (Keys.ARROW_UP, "/requests/carried_in/commercial_enterprise"),
        (Keys.ARROW_LEFT, "/requests/carried_in/natural_person"),
        (Keys.TAB, "/requests/carried_in/commercial_enterprise"),
        (Keys.SHIFT + Keys.ENTER, "/requests/received/commercial_enterprise"),
        (Keys.ARROW_UP, "/requests/received/commercial_enterprise"),
    ]
    for key, expected in steps:
        page.driver.switch_to.active_element.send_keys(key)
        assert focused(page) == expected, key
    active = page.driver.switch_to.active_element
    active.send_keys("12", Keys.ARROW_LEFT)
    assert focused(page) == "/requests/received/commercial_enterprise"
    active.send_keys(Keys.CONTROL + Keys.HOME)
    assert focused(page) == page.form.cells[0].address


def test_a_report_can_be_filled_in_put_right_and_saved_by_keyboard_alone(page):
    from selenium.webdriver import ActionChains, Keys

    report = consistent("2021")
    disputes = [cell.address for cell in report.form if cell.table.name == "disputes"]
    page.run("window.reached = []; addEventListener('focusin', (e) => reached.push(e.target.id))")
    tabs = ActionChains(page.driver, duration=0)
    for _ in range(len(report.form) + 16):
        tabs.send_keys(Keys.TAB)
    tabs.perform()
    reached = page.run("return window.reached")
    tools = [f"do-{name}" for name in ("open", "save", "totals", "print", "clear", "language")]
    facts = [f"fact-{name}" for name in ("name", "year", "code", "division", "scope")]
    cells = [f"cell-{place}" for place in range(len(report.form))]
    order = [*tools, *facts, "text-overview", *cells, "text-problems", "text-other"]
    assert [one for one in reached if one in set(order)][: len(order)] == order
    page.focus(disputes[0])
    for value in ("1", "0", "0", "0", "2"):
        page.driver.switch_to.active_element.send_keys(value, Keys.TAB)
    assert page.mark(disputes[4]) in {"wrong", "suspect"}
    button = page.find("#found .slips button")
    page.run("arguments[0].focus()", button)
    button.send_keys(Keys.ENTER)
    assert check(page.entered())["disputes.total.reconsideration"].outcome.value == "held"
    ActionChains(page.driver).key_down(Keys.CONTROL).send_keys("s").key_up(Keys.CONTROL).perform()
    [path] = page.until(lambda: list(page.driver.downloads.glob("*.json")))
    page.until(path.read_bytes)
    path.unlink()


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_can_be_switched_to_the_other_language(browser, tmp_path, language):
    page = Page(browser, "2021", tmp_path, language)
    report = consistent("2021").replace({GRANTED: 99})
    page.open(report)
    for now in (language, *(one for one in LANGUAGES if one != language)):
        assert page.run("return document.documentElement.lang")[:2] == now
        for result in check(report).violated:
            assert result.explain(now) in page.text("#found")
        assert page.text("#slip").startswith(diagnose(report).summary(now))
        assert page.text("caption") == report.form.tables[0].title[now]
        name = page.field(GRANTED).get_attribute("aria-label")
        assert name.startswith(report.form[GRANTED].name(now))
        page.press("language")
    leave(browser)


# --- how it looks -----------------------------------------------------------------------------------


@pytest.mark.parametrize("width", [360, 768, 1280, 1920])
def test_the_page_fits_its_window(browser, page, width):
    metrics = {"width": width, "height": 900, "deviceScaleFactor": 1, "mobile": width < 600}
    browser.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", metrics)
    try:
        assert page.run("return document.documentElement.scrollWidth") <= width
        boxes = page.run(
            "return [...document.querySelectorAll('button, .fact input, .form input')].map((one) => {"
            " const { width, height } = one.getBoundingClientRect(); return [width, height]; })"
        )
        assert all(wide >= 24 and high >= 24 for wide, high in boxes)
    finally:
        browser.execute_cdp_cmd("Emulation.clearDeviceMetricsOverride", {})


CONTRAST = """
const light = (colour) => {
  const [r, g, b] = colour.match(/[\\d.]+/g).map((one) => Number(one) / 255)
    .map((one) => (one <= 0.03928 ? one / 12.92 : ((one + 0.055) / 1.055) ** 2.4));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
};
const ground = (element) => {
  for (let one = element; one; one = one.parentElement) {
    const colour = getComputedStyle(one).backgroundColor;
    if (!/, 0\\)$/.test(colour) && colour !== "transparent") return colour;
  }
  return "rgb(255, 255, 255)";
};
return [...document.querySelectorAll("th, td, caption, button:not(:disabled), label, p, li, a, input, h1, h2")]
  .filter((one) => one.offsetParent !== null && one.className !== "skip" && (one.value || one.textContent.trim()))
  .map((one) => {
    const [a, b] = [light(getComputedStyle(one).color), light(ground(one))].sort((x, y) => y - x);
    return [(a + 0.05) / (b + 0.05), one.tagName, one.textContent.slice(0, 20)];
  })
  .filter(([ratio]) => ratio < 4.5);
"""


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_everything_can_be_read_by_day_and_by_night(page, scheme):
    features = [{"name": "prefers-color-scheme", "value": scheme}]
    page.driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": features})
    try:
        page.open(consistent("2021"))
        page.type(GRANTED, "99")
        page.type("/disputes/reconsideration/total", "7")
        page.type("/disclosure/rules/issued", "一")
        assert page.run(CONTRAST) == []
    finally:
        page.driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": []})


@pytest.mark.parametrize("form_id", FORMS)
def test_it_prints_as_the_form_on_two_sheets_of_a4(browser, tmp_path, form_id):
    import base64

    pdfium = pytest.importorskip("pypdfium2")
    page = Page(browser, form_id, tmp_path)
    report = consistent(form_id)
    page.open(report)
    printed = browser.execute_cdp_cmd("Page.printToPDF", {"preferCSSPageSize": True})
    document = pdfium.PdfDocument(base64.b64decode(printed["data"]))
    sizes = {tuple(round(one) for one in sheet.get_size()) for sheet in document}
    assert sizes == {(595, 842)}
    assert len(document) <= 3
    text = "".join(sheet.get_textpage().get_text_range() for sheet in document)
    text = "".join(text.split())
    for table in report.form.tables:
        assert table.title.zh in text
    assert report.organ.name in text
    for word in ("打开", "保存", "勾稽关系全部相符"):
        assert word not in text
    document.close()
    leave(browser)


@pytest.mark.parametrize("form_id", FORMS)
def test_any_report_at_all_is_opened_checked_and_saved_as_it_is(browser, tmp_path, form_id):
    """Through the page's own fields, whatever the texts and remarks of the report."""
    page = Page(browser, form_id, tmp_path)
    found = {"some": 0}

    @given(arbitrary_reports(form_id))
    @tries(40)
    def goes_through(report):
        page.run("gxstats.enter(gxstats.read(arguments[0]).document)", to_json(report).decode())
        assert page.entered() == report
        results = check(report)
        assert page.run(
            "return document.querySelectorAll('#found ul.violated > li').length"
        ) == len(results.violated)
        found["some"] += len(results.violated)

    goes_through()
    assert found["some"] > 0
    leave(browser)


def printed_by(browser):
    import base64

    printed = browser.execute_cdp_cmd("Page.printToPDF", {"preferCSSPageSize": True})
    return base64.b64decode(printed["data"])


@pytest.mark.parametrize(
    ("form_id", "language"), [*((form_id, "zh") for form_id in FORMS), ("2021", "en")]
)
def test_a_print_is_read_back_as_the_report(browser, tmp_path, form_id, language):
    """Blanks, remarks, slips and text included, as PDF by way of paper."""
    page = Page(browser, form_id, tmp_path, language)
    full = consistent(form_id)
    first, second, third, *_ = full.form.index
    amount = [cell.address for cell in full.form if cell.kind is Kind.AMOUNT][-1]
    filled = full.replace(
        {first: 22, second: None, third: None, amount: Decimal("25.1")},
        organ=Organ(
            name="某某省某某自治州某某县人力资源和社会保障局",
            code="11330521002556130P",
            division="310115",
            scope="organ",
        ),
        narrative=Narrative(
            overview="本年度主动公开信息1,234条。\n二是队伍建设有待加强。",
            problems="公开内容有待丰富。",
            other="收取信息处理费0元。",
        ),
        remarks=(
            Remark(cell=first, printed="22（其中修订 2 件）"),
            Remark(cell=third, printed="不适用"),
            Remark(cell=amount, printed="251000元"),
        ),
    )
    slip = "/disputes/reconsideration/total"
    for report in (full, filled, filled.replace({slip: full[slip] + 1}, year=None)):
        page.open(report)
        reading = read(printed_by(browser))
        again = reading.report
        assert reading.doubts == ()
        assert again.values() == report.values()
        assert (again.year, again.organ) == (report.year, report.organ)
        assert unspaced(again) == unspaced(report)
    leave(browser)


def unspaced(report):
    """Text and remarks without white space: on paper, lines end where there is no more room."""
    texts = attrs.astuple(report.narrative)
    remarks = {remark.cell: "".join(remark.printed.split()) for remark in report.remarks}
    return ["".join((text or "").split()) for text in texts], remarks
