from __future__ import annotations

from xml.etree import ElementTree as ET

import pytest

from gxstats import FORMS, DisputeResults, Organ
from gxstats.writing import form_html


def report_on(form, cells=()):
    return form.report(dict(cells), year=2023, organ=Organ(name="某局"))


def parsed(html):
    return ET.fromstring(f"<page>{html}</page>")


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("form", FORMS.values(), ids=str)
def test_every_address_is_a_table_cell_that_names_headers_which_exist(form, language):
    page = parsed(form_html(form, language=language))
    ids = [element.get("id") for element in page.iter() if element.get("id")]
    assert len(ids) == len(set(ids))
    values = [td for td in page.iter("td") if td.get("data-address")]
    assert [td.get("data-address") for td in values] == [cell.address for cell in form]
    for td in values:
        assert td.get("headers").split()
        assert set(td.get("headers").split()) <= set(ids)


def test_ids_of_different_forms_can_stand_on_one_page():
    page = parsed("".join(form_html(form) for form in FORMS.values()))
    ids = [element.get("id") for element in page.iter() if element.get("id")]
    assert len(ids) == len(set(ids))


def test_labels_are_escaped():
    drawn = form_html(FORMS["2021"], language="en")
    assert "third parties'" not in drawn
    assert "third parties&#x27;" in drawn


def test_values_blanks_and_violations_are_told_apart():
    form = FORMS["2021"]
    address = "/disputes/reconsideration"
    row = DisputeResults(upheld=10, corrected=1, other=0, pending=0, total=0)
    page = parsed(form_html(form, report_on(form, {address: row})))
    cells = {td.get("data-address"): td for td in page.iter("td")}
    upheld = cells[f"{address}/upheld"]
    assert upheld.find("mark").text == "10"
    assert "比各项之和少 11" in upheld.find("mark").get("title")
    blank = cells["/disputes/direct_litigation/total"]
    assert blank.get("data-blank") is not None
    assert blank.text is None
    assert blank.find("mark") is None


def test_a_report_on_another_form_is_refused():
    with pytest.raises(ValueError, match="2019"):
        form_html(FORMS["2021"], report_on(FORMS["2019"]))


def test_the_kind_of_a_mark_is_named():
    form = FORMS["2021"]
    row = DisputeResults(upheld=10, corrected=1, other=0, pending=0, total=0)
    page = parsed(form_html(form, report_on(form, {"/disputes/reconsideration": row})))
    kinds = {td.get("data-address"): td.get("data-mark") for td in page.iter("td")}
    assert kinds["/disputes/reconsideration/total"] == "violated"
    assert kinds["/disputes/direct_litigation/total"] == "blank"
    assert not [td for td in parsed(form_html(form)).iter("td") if td.get("data-mark")]
