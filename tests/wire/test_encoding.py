"""What is written can be read again, is exact, and stands in the order of the form."""

from __future__ import annotations

import json
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.support.json_documents import FORM_IDS, example

import gxstats
from gxstats.testing import arbitrary_reports, reports_with_blanks

FORMS = pytest.mark.parametrize("form_id", FORM_IDS)


def naively(report: gxstats.Report, indent: int | None) -> str:
    """The same document, by the standard library, from the cells by address."""
    organ, narrative = report.organ, report.narrative
    document: dict[str, Any] = {
        "edition": report.edition,
        "year": report.year,
        "organ": {
            "name": organ.name,
            "code": organ.code,
            "division": organ.division,
            "scope": organ.scope,
        },
    }
    for cell, value in report.cells():
        *way, last = cell.address.split("/")[1:]
        place = document
        for step in way:
            place = place.setdefault(step, {})
        place[last] = f"<{value:f}>" if isinstance(value, Decimal) else value
    document["narrative"] = {
        "overview": narrative.overview,
        "problems": narrative.problems,
        "other": narrative.other,
    }
    document["remarks"] = [{"cell": r.cell, "printed": r.printed} for r in report.remarks]
    separators = (",", ":") if indent is None else (",", ": ")
    text = json.dumps(document, ensure_ascii=False, indent=indent, separators=separators)
    return text.replace('": "<', '": ').replace('":"<', '":').replace('>"', "")


@FORMS
@given(data=st.data())
def test_reading_undoes_writing(form_id: str, data: st.DataObject) -> None:
    report = data.draw(arbitrary_reports(form_id) | reports_with_blanks(form_id))
    indent = data.draw(st.sampled_from([None, 0, 2, 4]))
    assert gxstats.from_json(gxstats.to_json(report, indent=indent)) == report


@FORMS
@pytest.mark.parametrize("indent", [None, 0, 1, 2])
@given(data=st.data())
def test_what_is_written_is_what_the_standard_library_writes(
    form_id: str, indent: int | None, data: st.DataObject
) -> None:
    report = data.draw(arbitrary_reports(form_id) | reports_with_blanks(form_id))
    texts = (report.organ.name, *(r.printed for r in report.remarks))
    if any(">" in text or "<" in text for text in texts if text):
        return  # the marks of an amount above
    narrative = gxstats.Narrative(
        overview=data.draw(st.text().filter(lambda t: "<" not in t and ">" not in t))
    )
    report = report.replace(narrative=narrative)
    assert gxstats.to_json(report, indent=indent).decode() == naively(report, indent)


@pytest.mark.parametrize(
    ("amount", "written"),
    [
        ("1E+2", "100"),
        ("1E-8", "0.00000001"),
        ("35.50", "35.50"),
        ("0E-8", "0.00000000"),
        ("7", "7"),
    ],
)
def test_an_amount_is_written_plainly(amount: str, written: str) -> None:
    report = example().replace({"/disclosure/administrative_fees/amount": Decimal(amount)})
    assert f'"administrative_fees":{{"amount":{written}}}'.encode() in gxstats.to_json(report)


@FORMS
def test_members_stand_in_the_order_of_the_form(form_id: str) -> None:
    def addresses(value: Any, address: str) -> list[str]:
        if not isinstance(value, dict):
            return [address]
        return [a for key, inner in value.items() for a in addresses(inner, f"{address}/{key}")]

    report = example(form_id)
    for document in (json.loads(gxstats.to_json(report)), gxstats.to_dict(report)):
        assert list(document) == [
            "edition", "year", "organ", "disclosure", "requests", "disputes", "narrative", "remarks",
        ]  # fmt: skip
        cells = [a for a in addresses(document, "") if a in report.form]
        assert cells == [cell.address for cell in report.form]


@given(text=st.text())
def test_every_text_comes_back(text: str) -> None:
    report = example().replace(
        narrative=gxstats.Narrative(overview=text, problems=text[::-1]),
        remarks=[gxstats.Remark(cell="/requests/received/total", printed=text)],
    )
    data = gxstats.to_json(report)
    assert gxstats.from_json(data) == report
    assert json.loads(data)["narrative"]["overview"] == text
