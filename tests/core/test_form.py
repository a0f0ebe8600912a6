"""The forms: every fact about them against a list that was made from the printed notices."""

from __future__ import annotations

import json
from collections import Counter

import attrs
import pytest
from tests.support.paths import SHARED

from gxstats import FORMS, Kind, Organ, UnknownAddress, form, rulebook

FACTS = SHARED / "forms" / "forms.json"

needs_facts = pytest.mark.skipif(
    not FACTS.exists(), reason="the list of facts lies outside the project: ../shared/forms"
)
editions = pytest.mark.parametrize("edition", ["2019", "2021"])


def facts(edition: str) -> dict:
    listed = json.loads(FACTS.read_text("utf-8"))["editions"]
    return next(one for one in listed if one["edition"] == edition)


@needs_facts
@editions
def test_the_cells_are_those_of_the_notice_in_its_order(edition):
    assert [cell.address for cell in form(edition)] == [
        cell["pointer"] for cell in facts(edition)["cells"]
    ]


RENAMED = {
    "(1) Disclosed": "(1) Granted in full",
    "(2) Partially disclosed (severed requests are counted here only)": (
        "(2) Granted in part (count a severed request here only)"
    ),
    'Would endanger the "three securities and one stability" (national, public and economic '
    "security; social stability)": (
        "Endangers national, public or economic security or social stability"
    ),
    "One of the three kinds of internal-affairs information (personnel, logistics, internal "
    "workflow)": "Internal affairs (personnel, logistics, internal workflow)",
    "One of the four kinds of process information (discussion records, drafts, consultation "
    "letters, requests and reports)": (
        "Process information (discussion records, drafts, consultation letters, requests for "
        "instructions and reports)"
    ),
    "Administrative law-enforcement case files": "Administrative enforcement case files",
    "Matters governed by special administrative look-up procedures": (
        "Covered by a separate statutory inquiry procedure"
    ),
    "No existing information; would have to be created": (
        "No existing record; would have to be created"
    ),
    "Request still unclear after supplementation": "Request still unclear after clarification",
    "Requests that are petitions, reports or complaints": "Petitions, tip-offs or complaints",
    "Repeat requests": "Repeated requests",
    "Requests for openly published works": "Requests for published works",
    "Large numbers of repeated requests without proper reason": (
        "Excessive repeated requests without legitimate reason"
    ),
    "Requester failed without proper reason to supplement in time; request no longer processed": (
        "Applicant did not clarify in time; request closed"
    ),
    "Requester failed to pay by the fee notice's time limit; request no longer processed": (
        "Applicant did not pay the fee in time; request closed"
    ),
    "(6) Other handling": "(6) Other outcomes",
    "(7) Total outcomes": "(7) Total",
    "4. Carried over to the next year": "4. Requests carried over to next year",
    **{
        f"{remedy}: Not yet concluded": f"{remedy}: Pending"
        for remedy in (
            "Administrative reconsideration",
            "Litigation filed without prior reconsideration",
            "Litigation filed after reconsideration",
        )
    },
}
"""English labels of the facts that gave way to the terms of the field; the Chinese are the notice's."""


@needs_facts
@editions
def test_labels_units_and_kinds_are_those_of_the_notice(edition):
    for fact in facts(edition)["cells"]:
        cell = form(edition)[fact["pointer"]]
        row, column = (
            RENAMED.get(fact[f"{name}_en"], fact[f"{name}_en"]) for name in ("row", "column")
        )
        assert (cell.row.zh, cell.row.en) == (fact["row_zh"], row)
        assert (cell.column_name("zh") if cell.table.number == "四" else cell.column.zh).endswith(
            fact["column_zh"]
        )
        assert cell.column_name("en") == column
        assert (cell.kind.value, cell.unit.zh) == (fact["kind"], fact["unit"])
        assert cell.table.number == fact["section"]
        assert fact["table"] in {cell.table.title.zh, *(h.zh for h in cell.headings[:1])}
    assert form(edition).notice.startswith("国办公开办函")
    assert facts(edition)["notice"].startswith(form(edition).notice)


@needs_facts
@editions
def test_the_relations_are_those_of_the_notice(edition):
    wanted = {
        fact["id"]: (
            fact["kind"],
            fact["strength"],
            Counter({address: number for number, address in fact["terms"]}),
        )
        for fact in facts(edition)["relations"]
        if not any(address.startswith("previous:") for _, address in fact["terms"])
    }
    found = {
        relation.id: (
            relation.comparison.value,
            relation.strength.value,
            Counter({term.address: term.coefficient for term in relation.terms}),
        )
        for relation in rulebook(edition)
    }
    assert found == wanted


@pytest.mark.parametrize(
    ("form_id", "cells", "rows", "equations", "soft"),
    [
        ("2019", 198, 23, 40, 7),
        ("2021", 200, 25, 42, 2),
        ("2021-undivided", 186, 23, 40, 2),
    ],
)
def test_a_form_has_as_many_cells_rows_and_sums_as_print(form_id, cells, rows, equations, soft):
    shown = form(form_id)
    assert len(shown) == len(list(shown)) == len(shown.cells) == cells
    assert len({c.address.rpartition("/")[0] for c in shown if c.table.number == "三"}) == rows
    assert {c.position.column for c in shown if c.table.number == "三"} == set(range(1, 8))
    assert [c.position.column for c in shown if c.table.number == "四"] == list(range(1, 16))
    strengths = Counter(relation.strength.value for relation in rulebook(form_id))
    assert strengths == {"stated": 7, "implied": equations - 7, "soft": soft}


def test_table_two_has_the_kinds_of_number_that_print_has():
    assert Counter(c.kind for c in form("2019")) == {
        Kind.COUNT: 192,
        Kind.CHANGE: 5,
        Kind.AMOUNT: 1,
    }
    assert Counter(c.kind for c in form("2021")) == {Kind.COUNT: 199, Kind.AMOUNT: 1}


@pytest.mark.parametrize("shown", FORMS.values(), ids=FORMS)
def test_an_address_is_the_path_of_attributes(shown):
    report = shown.blank(year=2020, organ=Organ())
    for cell in shown:
        assert attrs.fields_dict(report.__class__).keys() >= {cell.address.split("/")[1]}
        part = report
        for step in cell.address.split("/")[1:]:
            part = getattr(part, step)
        assert part is None
        assert shown[cell.address] is cell
        assert cell.address in shown


@pytest.mark.parametrize("shown", FORMS.values(), ids=FORMS)
def test_no_two_cells_share_a_place_in_print(shown):
    assert len({cell.position for cell in shown}) == len(shown)
    assert [cell.index for cell in shown] == list(range(len(shown)))


@pytest.mark.parametrize("shown", FORMS.values(), ids=FORMS)
@pytest.mark.parametrize("language", ["zh", "en"])
def test_no_two_cells_share_a_name(shown, language):
    # 规章 and 规范性文件 apart, and 其他 under every heading that has one
    assert len({cell.name(language) for cell in shown}) == len(shown)


def test_a_2021_report_may_print_other_handling_as_one_row():
    undivided = form("2021-undivided").blank(year=2022, organ=Organ())
    assert type(undivided) is type(form("2021").blank(year=2022, organ=Organ()))
    assert undivided.form.id == "2021-undivided"
    assert undivided["/requests/outcomes/other/total"] is None
    assert "/requests/outcomes/other/fee_unpaid/total" not in undivided.form
    table_three = [c.address for c in form("2019") if c.table.number == "三"]
    assert [c.address for c in undivided.form if c.table.number == "三"] == table_three


def test_an_unknown_address_names_the_likely_one():
    with pytest.raises(UnknownAddress) as caught:
        form("2021")["/requests/recieved/total"]
    assert caught.value.problem.address == "/requests/recieved/total"
    for language in ("zh", "en"):
        assert "/requests/received/total" in caught.value.explain(language)


def test_an_unknown_form_names_those_there_are():
    with pytest.raises(KeyError, match=r"2014.*2019, 2021, 2021-undivided"):
        form("2014")
