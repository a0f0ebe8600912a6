"""Pages: where their marks stand, in every encoding, whatever the markup pretends."""

from __future__ import annotations

import html as html_library
import re

import pytest

pytest.importorskip("lxml", reason="reads pages")

from hypothesis import given
from lxml import etree
from tests.support.annotatable_files import (
    RECONSIDERATION,
    annotate,
    page,
    read,
    slip,
    slips,
    unannotated,
    untraced_page,
)
from tests.support.effort import some, tries_as_drawn
from tests.support.typeset_report import seeds

from gxstats.testing import Corruption
from gxstats.writing import Marks, report_page

ENCODINGS = ["utf-8", "utf-8-sig", "gb18030", "utf-16", "utf-16-le-bom", "big5"]


def tree(data: bytes, encoding: str) -> etree._Element:
    text = data.decode(encoding.removesuffix("-bom")).lstrip("\ufeff")
    return etree.fromstring(text.encode(), etree.HTMLParser(encoding="utf-8"))


def encoding_of(data: bytes) -> str:
    if data[:2] in {b"\xff\xfe", b"\xfe\xff"}:
        return "utf-16"
    try:
        data.decode()
    except UnicodeDecodeError:
        return "gb18030"
    return "utf-8"


@tries_as_drawn(4)
@given(corruption=slips, seed=seeds)
def test_each_mark_stands_in_the_cell_that_it_is_about(corruption: Corruption, seed: int) -> None:
    annotated = annotate(page(corruption.corrupted, seed).data)
    root = tree(annotated.data, encoding_of(annotated.data))
    found = {}
    for mark in root.iter("mark"):
        if mark.get("id"):
            cell = next(mark.iterancestors("td", "th"))
            [value] = cell.xpath(".//*[@data-address]")
            found[value.get("data-address")] = mark
    assert found.keys() == {placed.mark.cell for placed in annotated.placed}
    for placed in annotated.placed:
        mark = found[placed.mark.cell]
        assert all(reason.zh in mark.get("title") for reason in placed.mark.reasons)
        [note] = root.xpath(f"//li[@id='{mark.get('aria-describedby')}']")
        [back] = note.xpath(".//a/@href")
        assert back == f"#{mark.get('id')}"
    assert len(root.xpath("//aside[@class='gxstats-notes gxstats-annotations']//li")) == len(found)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_bytes_of_the_page_stay_whatever_its_encoding(encoding: str, language: str) -> None:
    data = page(slip(), 7, encoding).data
    annotated = annotate(data, language=language)
    pieces = re.split(
        r"<mark class=\"gxstats\".*?>|</mark><!--gxstats-->|<aside.*</aside><!--gxstats-->",
        annotated.data.decode(encoding),
        flags=re.DOTALL,
    )
    assert "".join(pieces).encode(encoding) == data


@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_page_that_gxstats_drew_is_given_back_whole(language: str) -> None:
    """It has notes of its own that readers pass over, and these are no annotations."""
    data = report_page(Marks.diagnosed(slip())).encode()
    annotated = annotate(data, language=language)
    assert annotated.comments
    assert unannotated(annotated.data) == data
    assert annotate(annotated.data, language=language).data == annotated.data


def test_bytes_that_mean_nothing_stay_too() -> None:
    """A few bytes of an encoding's waste, as a database leaves them, right before a cell."""
    data = page(slip(), 7, "gb18030").data
    broken = data.replace(b"</body>", b"\xff\x80\x81</body>").replace(b"<p>", b"<p>\xff", 2)
    annotated = annotate(broken)
    assert annotated.reading.notices[-1].code == "text.replaced"
    assert unannotated(annotated.data) == broken
    own = re.sub(rb"<mark class.*?>|</mark><!--gxstats-->", b"", annotated.data, flags=re.DOTALL)
    assert re.sub(rb"<aside.*</aside><!--gxstats-->", b"", own, flags=re.DOTALL) == broken


def test_characters_that_an_encoding_lacks_are_written_as_references() -> None:
    plain = untraced_page(slip(), 2).data.decode()
    simple = plain.replace("charset=utf-8", "charset=big5").translate(
        {ord(a): b for a, b in zip("规", "規", strict=True)}
    )
    data = simple.encode("big5", "xmlcharrefreplace")
    try:
        assert read(data).encoding == "big5"
    except AssertionError:
        pytest.skip("this page is also valid in the encoding that is tried first")
    annotated = annotate(data)
    assert "→" in html_library.unescape(annotated.data.decode("big5"))
    assert unannotated(annotated.data) == data


FOOLS = {
    "upper case": lambda text: re.sub(
        r"</?(?:table|tr|td|th|p|span)\b", lambda tag: tag[0].upper(), text
    ),
    "cells in a comment": lambda text: text.replace(
        "<td", "<!-- <td>9</td> <table><tr><td> --><td"
    ),
    "cells in a script": lambda text: text.replace(
        "<table", "<script>document.write('<table><tr><td>9</td></tr></table>')</script><table"
    ),
    "cells in an attribute": lambda text: text.replace(
        "<td", """<td title="a <td>9</td> > b" data-x='<td>'"""
    ),
    "unclosed": lambda text: re.sub(r"</(?:td|th|tr)>", "", text),
    "an unclosed quote before the cells": lambda text: text.replace(
        "<body>", """<body><p class="a" ">it's</p>"""
    ),
    "a table in a cell": lambda text: text.replace(
        "<td valign=top><span data-address",
        "<td valign=top><table><tr><td></td></tr></table><span data-address",
    ),
    "a text area": lambda text: text.replace(
        "<body>", "<body><textarea><table><tr><td>规章</td></tr></textarea>"
    ),
    "no body and no end": lambda text: re.sub(r"</?(?:body|html)>", "", text),
    "an end in a comment": lambda text: text + "<!-- </body> --><script>'</body>'</script>",
    "windows lines": lambda text: text.replace(">", ">\r\n", 400),
    "a control character": lambda text: text[:5000] + text[5000:].replace("<td", "\x00<td"),
}


@pytest.mark.parametrize("name", some(FOOLS, 50))
def test_what_only_looks_like_a_cell_is_none(name: str) -> None:
    text = FOOLS[name](page(slip(), 7, "utf-8").data.decode())
    data = text.encode()
    reading = read(data)
    assert reading.report[RECONSIDERATION] == 0
    annotated = annotate(data)
    [mark] = re.findall(
        r'<mark class="gxstats" id=.*?>(.*?)</mark>', annotated.data.decode(), re.DOTALL
    )
    assert mark.strip() == "0"
    before = annotated.data.decode().split('<mark class="gxstats" id=')[0]
    addresses = re.findall(r'data-address="([^"]*)"', before)
    assert addresses[-1] == RECONSIDERATION
    assert unannotated(annotated.data) == data


def test_a_blank_that_must_hold_a_number_is_marked_where_the_number_would_stand() -> None:
    report = slip().replace({RECONSIDERATION: None})
    data = page(report, 7, "utf-8").data
    annotated = annotate(data)
    [placed] = annotated.placed
    assert (placed.mark.old, placed.mark.new) == (None, 11)
    assert re.search(
        rf'data-address="{RECONSIDERATION}"><mark class="gxstats" id=[^>]*></mark>',
        annotated.data.decode(),
    )


def test_what_a_page_prints_cannot_break_out_of_its_note() -> None:
    """What stands in a doubtful cell is told in the note as it is printed."""
    evil = "9&quot;&gt;&lt;/aside&gt;&lt;script&gt;alert(1)&lt;/script&gt;"
    text = page(slip(), 7, "utf-8").data.decode()
    before, address, after = text.partition(f'data-address="{RECONSIDERATION}">')
    data = (before + address + after.replace("0", evil, 1)).encode()
    annotated = annotate(data)
    assert [p.mark.cell for p in annotated.placed if "alert" in p.mark.reasons[0].zh]
    root = tree(annotated.data, "utf-8")
    assert all("alert" not in (script.text or "") for script in root.iter("script"))
    assert unannotated(annotated.data) == data


def test_the_notes_are_seen_and_read_out(browser, tmp_path) -> None:
    """In a browser: the marks are drawn, and each names its note."""
    annotated = annotate(page(slip(), 7, "utf-8").data)
    path = tmp_path / "annotated.html"
    path.write_bytes(annotated.data)
    browser.get(path.as_uri())
    [mark] = browser.find_elements("css selector", "mark[id]")
    assert mark.text == "0"
    assert mark.value_of_css_property("background-color") != "rgba(0, 0, 0, 0)"
    drawn = "return getComputedStyle(arguments[0], '::after').content"
    assert "1" in browser.execute_script(drawn, mark) or "attr" in browser.execute_script(
        drawn, mark
    )
    note = browser.find_element("id", mark.get_attribute("aria-describedby"))
    assert note.is_displayed()
    assert "应为 11（现为 0" in note.text
    note.find_element("css selector", "a").click()
    assert browser.current_url.endswith(f"#{mark.get_attribute('id')}")
    assert annotated.head.splitlines()[0] in browser.find_element("css selector", "aside").text
