"""What a function does not take is refused in one sentence that says what is meant."""

from __future__ import annotations

import inspect
import io
from collections.abc import Callable, Iterator, Mapping
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules
from random import Random
from typing import Any

import pytest

import gxstats
from gxstats import (
    FORMS,
    GxstatsError,
    Organ,
    Report,
    Report2021,
    UnknownAddress,
    UnknownName,
    WrongArgument,
    check,
    examples,
    form,
    from_dict,
    from_json,
    read,
    to_dict,
    to_json,
)
from gxstats.across import aggregate, convert
from gxstats.diagnosis import certificate, diagnose
from gxstats.relations import check_years, relation, rulebook

READING = read(examples.path("yindu-2019"))
REPORT = READING.report
LAST = Report2021.blank(year=2022, organ="某局")
BLANK = Report2021.blank(year=2023, organ="某局")


def public_functions() -> Iterator[tuple[str, Callable[..., Any]]]:
    known = set()
    for name in ("gxstats", *(f"gxstats.{one.name}" for one in iter_modules(gxstats.__path__))):
        if name.endswith("__main__"):
            continue
        module = import_module(name)
        for member in getattr(module, "__all__", ()):
            found = getattr(module, member)
            if inspect.isfunction(found) and found not in known:
                known.add(found)
                yield f"{name}.{member}", found


def taking(annotations: set[str]) -> list[tuple[str, str]]:
    """Public functions with an argument annotated so."""
    return [
        (function, parameter.name)
        for function, found in public_functions()
        for parameter in inspect.signature(found).parameters.values()
        if str(parameter.annotation) in annotations
    ]


OTHERS: Mapping[str, Any] = {
    "report": REPORT,
    "last_year": REPORT,
    "region": REPORT,
    "organs": [],
    "reports": [REPORT],
    "truth": REPORT,
    "form": "2019",
    "organ": "某局",
    "year": 2023,
    "language": "zh",
    "explanation": diagnose(REPORT.replace({"/requests/received/total": 51})).explanations[0],
    "kinds": (),
    "random": Random(0),
    "data": examples.path("yindu-2019").read_bytes(),
}


def called(function: str, argument: str, value: object) -> None:
    module, _, name = function.rpartition(".")
    found = getattr(import_module(module), name)
    given: dict[str, Any] = {argument: value}
    for parameter in inspect.signature(found).parameters.values():
        required = parameter.default is parameter.empty and parameter.name != argument
        if required and parameter.kind not in {parameter.VAR_KEYWORD, parameter.VAR_POSITIONAL}:
            given[parameter.name] = OTHERS[parameter.name]
    result = found(**given)
    if inspect.isgenerator(result):
        list(result)
    elif hasattr(result, "read_all"):
        result.read_all()


ONE = taking({"Report", "_Report", "Report | None"})
SEVERAL = taking({"Iterable[Report]", "Iterable[Report] | Arrow"})


def test_the_functions_are_found() -> None:
    assert ("gxstats.check", "report") in ONE
    assert ("gxstats.columnar.to_arrow", "reports") in SEVERAL
    assert len(ONE) > 12
    assert len(SEVERAL) > 6


@pytest.mark.parametrize(
    ("value", "meant"),
    [
        (READING, ".report"),
        (Path("report.json"), "from_json"),
        ("report.html", "read("),
        (b"{}", "from_json"),
        (to_dict(REPORT), "from_dict"),
        ([REPORT], "one by one"),
        (Report2021, "not its class"),
        (2021, "Report"),
    ],
    ids=["reading", "path", "text", "bytes", "document", "list", "class", "number"],
)
@pytest.mark.parametrize(("function", "argument"), ONE, ids=["-".join(one) for one in ONE])
def test_what_is_no_report_is_refused_with_the_call_that_is_meant(
    function: str, argument: str, value: object, meant: str
) -> None:
    with pytest.raises(WrongArgument) as refused:
        called(function, argument, value)
    problem = refused.value.problem
    assert problem.code == "argument.type"
    assert meant in problem.expected.en
    assert isinstance(refused.value, GxstatsError)
    for language in gxstats.text.LANGUAGES:
        sentence = refused.value.explain(language)
        assert len(sentence) < 200
        assert "\n" not in sentence
    if meant.startswith(("from_", "read(", ".")):
        assert meant in problem.expected.zh


@pytest.mark.parametrize("function_argument", SEVERAL, ids=["-".join(one) for one in SEVERAL])
def test_one_report_is_not_taken_for_several(function_argument: tuple[str, str]) -> None:
    function, argument = function_argument
    with pytest.raises(WrongArgument, match=rf"\[{argument}\]"):
        called(function, argument, REPORT)
    with pytest.raises(WrongArgument, match=rf"{argument}\[1\].*\.report"):
        called(function, argument, [REPORT, READING])
    for value in ("report.html", Path("folder"), None, {}):
        with pytest.raises(WrongArgument, match="several Reports"):
            called(function, argument, value)


def test_a_source_is_a_path_bytes_or_a_binary_stream() -> None:
    sources = (
        "某局\n三、收到",
        "<html>" + "x" * 5000,
        "a\0b",
        3,
        None,
        {},
        REPORT,
        io.StringIO("x"),
    )
    for source in sources:
        with pytest.raises(WrongArgument, match=r"text\.encode\(\)") as refused:
            read(source)  # type: ignore[arg-type]
        for language in gxstats.text.LANGUAGES:
            assert "\n" not in refused.value.explain(language)


def test_a_document_is_taken_as_text_or_bytes_alone() -> None:
    document = to_json(REPORT)
    for source in (document, bytearray(document), memoryview(document), document.decode()):
        assert from_json(source) == REPORT
    with pytest.raises(WrongArgument, match=r"source\.read_bytes\(\)"):
        from_json(Path("report.json"))  # type: ignore[arg-type]
    with pytest.raises(WrongArgument, match=r"from_dict\(source\)"):
        from_json(to_dict(REPORT))  # type: ignore[arg-type]
    for value in (None, 1, READING, [1]):
        with pytest.raises(WrongArgument, match="JSON text"):
            from_json(value)  # type: ignore[arg-type]


def test_a_check_is_neither_true_nor_false() -> None:
    for found in (check(REPORT), check_years(LAST, BLANK)):
        with pytest.raises(WrongArgument, match=r"\.verdict.*\.require\(\)") as refused:
            bool(found)
        assert refused.value.problem.code == "truth.undefined"
        assert ".require()" in refused.value.explain("zh")


def test_a_text_is_the_name_of_an_organ() -> None:
    assert Report2021.blank(year=2023, organ="某局") == Report2021.blank(
        year=2023, organ=Organ(name="某局")
    )
    assert form("2021").blank(year=2023, organ="某局") == BLANK
    assert BLANK.replace(organ="某委").organ.name == "某委"
    assert aggregate([BLANK], form="2021", organ="某市", year=2023).report.organ.name == "某市"
    with pytest.raises(gxstats.InvalidValue):
        Report2021.blank(year=2023, organ="")


@pytest.mark.parametrize("field", ["organ", "narrative", "remarks"])
def test_a_field_of_another_kind_is_refused_by_name(field: str) -> None:
    values: tuple[object, ...] = (None, 3) if field != "remarks" else ([3], "12")
    for value in values:
        with pytest.raises(WrongArgument) as refused:
            BLANK.replace(**{field: value})
        assert refused.value.problem.address == field
        assert len(str(refused.value)) < 120


def test_a_report_holds_addresses_and_is_no_sequence() -> None:
    for address in BLANK.form.addresses:
        assert address in BLANK
        BLANK[address]
    for other in ("/requests/received/totl", "", "requests", 0, None, ("a",)):
        assert other not in BLANK
    with pytest.raises(WrongArgument, match=r"cells\(\), values\(\)"):
        list(BLANK)  # type: ignore[call-overload]


def test_a_form_is_found_by_its_id_its_year_or_itself() -> None:
    for id, found in FORMS.items():
        assert form(id) is form(found) is found
        assert rulebook(found) is rulebook(id)
        assert certificate(found) is certificate(id)
    assert form(2019) is FORMS["2019"]
    assert convert(BLANK, 2019).report.form.id == "2019"  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("call", "near"),
    [
        (lambda: form("2021-undevided"), "2021-undivided"),
        (lambda: form(2022), "2019"),
        (lambda: form(None), "2019"),  # type: ignore[arg-type]
        (lambda: form(["2021"]), "2019"),  # type: ignore[arg-type]
        (lambda: relation("requests.balance.totl"), "requests.balance.total"),
        (lambda: check(BLANK)["requests.balance.totl"], "requests.balance.total"),
        (lambda: rulebook("2021")["requests.balance.totl"], "requests.balance.total"),
        (lambda: check_years(LAST, BLANK)["requests.carried_over.totl"], "carried_over.total"),
        (lambda: certificate("2021").table("request"), "requests"),
        (lambda: examples.path("yindu-2020"), "yindu-2019"),
        (lambda: gxstats.Bilingual("一", "one")["de"], "zh"),  # type: ignore[index]
    ],
    ids=["form", "year", "none", "list", "relation", "check", "book", "years", "table",
         "example", "language"],
)  # fmt: skip
def test_an_unknown_name_is_told_with_the_likely_one(
    call: Callable[[], object], near: str
) -> None:
    with pytest.raises(UnknownName) as refused:
        call()
    assert isinstance(refused.value, KeyError)
    assert near in refused.value.explain("zh")
    assert near in refused.value.explain("en")


def test_a_misspelt_field_or_address_is_told_with_the_likely_one() -> None:
    for call in (
        lambda: Report2021.blank(yaer=2023, organ="某局"),
        lambda: BLANK.replace(yaer=2023),
        lambda: Report2021(yaer=2023),  # type: ignore[call-arg]
    ):
        with pytest.raises(WrongArgument, match="did you mean year") as refused:
            call()
        assert "year" in refused.value.explain("zh")
    with pytest.raises(WrongArgument, match="did you mean natural_person"):
        gxstats.ApplicantCounts.blank(natural_persn=3)
    for wrong in ("/requests/recieved/total", "requests/received/total"):
        with pytest.raises(UnknownAddress, match="/requests/received/total"):
            BLANK[wrong]
        with pytest.raises(UnknownAddress, match="/requests/received/total"):
            BLANK.replace({wrong: 3})


def test_what_is_right_is_never_refused() -> None:
    assert isinstance(from_dict(to_dict(BLANK)), Report)
