"""Reports: built by name, changed by address and by name, and what is in them."""

from __future__ import annotations

import copy
import pickle
from typing import Any, assert_type

import attrs

from gxstats import (
    Bilingual,
    Disclosure2019,
    Disclosure2021,
    Disputes,
    Narrative,
    Organ,
    Problem,
    Remark,
    Report,
    Report2019,
    Report2021,
    Requests2019,
    Requests2021,
)
from gxstats.forms.organ import credit_code_check_character, organ_problems
from gxstats.text import Language, language_of_locale


def building(
    disclosure: Disclosure2021, older: Disclosure2019, requests: Requests2019, disputes: Disputes
) -> None:
    report = Report2021(
        year=2023,
        organ="某局",
        disclosure=disclosure,
        requests=Requests2021.blank(),
        disputes=disputes,
    )
    assert_type(report.year, int | None)
    assert_type(report.organ, Organ)
    assert_type(report.requests, Requests2021 | Requests2019)
    whole = Report2019(
        year=None,
        organ=Organ(name="某局"),
        narrative=Narrative(overview="…"),
        remarks=[Remark(cell="/requests/received/total", printed="/")],
        disclosure=older,
        requests=requests,
        disputes=disputes,
    )
    assert_type(whole.remarks, tuple[Remark, ...])
    assert_type(Report2021.blank(year=2023, organ="某局", disputes=disputes), Report2021)
    assert_type(Report2019.blank(year=None, organ=Organ()), Report2019)
    Report(year=2023, organ="某局")

    Report2021(year=2023, organ="某局", disclosure=disclosure, requests=requests)  # E: call
    Report2021(organ="", disclosure=disclosure, requests=requests, disputes=disputes)  # E: call
    Report2021(year=2023, disclosure=disclosure, requests=requests, disputes=disputes)  # E: call
    Report2021.blank(year=2023, organ=5)  # E: argument
    Report2021.blank(organ="某局")  # E: call
    Report2021.blank(year=2023, organ="某局", disputes=5)  # E: argument
    Report2019(2023, "某局", disclosure=older, requests=requests, disputes=disputes)  # E: call
    Report(year=2023)  # E: call


def mistaken(disclosure: Disclosure2021, requests: Requests2019, disputes: Disputes) -> None:
    Report2021(
        year="2023",  # E: argument
        organ=5,  # E: argument
        narrative="…",  # E: argument
        remarks=["…"],  # E: element
        disclosure=requests,  # E: argument
        requests=disclosure,  # E: argument
        disputes=5,  # E: argument
    )


def changing(report: Report2019, requests: Requests2019) -> None:
    assert_type(report.replace({"/requests/received/total": 5}), Report2019)
    assert_type(report.replace({"/requests": requests}), Report2019)
    assert_type(report.replace(year=2020, organ="某局", remarks=()), Report2019)
    assert_type(report.replace(requests=requests), Report2019)
    assert_type(attrs.evolve(report, year=2020, organ="某局"), Report2019)
    assert_type(attrs.asdict(report), dict[str, Any])
    assert_type(copy.replace(report, year=2020), Report2019)
    assert_type(copy.copy(report), Report2019)
    pickle.dumps(report)

    report.replace({"/requests/received/total": "5"})  # E: entry
    report.replace(year="2020")  # E: argument
    report.replace(narrative=None)  # E: argument
    report.replace(requests=5)  # E: argument
    report.replace("/requests/received/total", 5)  # E: call
    report.year = 2020  # E: frozen
    report.organ = Organ()  # E: frozen
    report.requests.received.total = 5  # E: frozen


def facts(environment: dict[str, str]) -> None:
    organ = Organ(name="某局", code=None, division="410505", scope="region")
    assert_type(organ.name, str | None)
    assert_type(Narrative(overview="…", problems=None, other="").problems, str | None)
    assert_type(Remark(cell="/requests/received/total", printed="/").printed, str)
    assert_type(Bilingual("中", "en")["zh"], str)
    assert_type(Bilingual("{a}", "{a}").format(a=1), Bilingual)
    assert_type(credit_code_check_character("91440300192203821"), str)
    assert_type(organ_problems({"name": 5}, "/organ"), list[Problem])
    assert_type(language_of_locale(environment), Language)

    Organ(scope="city")  # E: argument
    Organ("某局")  # E: call
    Narrative(overveiw="…")  # E: call
    Remark(cell="/requests/received/total")  # E: call
    Bilingual("中")  # E: call
    Bilingual("中", "en")["fr"]  # E: argument
    credit_code_check_character(91440300192203821)  # E: argument
    organ_problems(organ, "/organ")  # E: argument
    language_of_locale("zh")  # E: argument
