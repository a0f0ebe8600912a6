"""The cattrs converter: parts alone, and reports within classes of one's own."""

from __future__ import annotations

import attrs
import cattrs
import pytest
from tests.support.json_documents import FORM_IDS, example

import gxstats
from gxstats.wire import converter, problems_of, register_hooks, to_dict


@attrs.frozen
class Filing:
    number: int
    report: gxstats.Report
    earlier: list[gxstats.Report2021]
    disputes: gxstats.Disputes


def filing() -> Filing:
    return Filing(7, example("2019"), [example(), example("2021-undivided")], example().disputes)


def test_a_class_that_holds_reports_goes_there_and_back() -> None:
    plain = converter.unstructure(filing())
    assert plain["report"] == to_dict(example("2019"))
    assert list(plain["report"])[:2] == ["edition", "year"]
    assert converter.structure(plain, Filing) == filing()


def test_a_converter_of_ones_own_learns_the_same() -> None:
    own = cattrs.Converter(forbid_extra_keys=True)
    register_hooks(own)
    assert own.structure(own.unstructure(filing()), Filing) == filing()


def test_errors_within_a_larger_structure_keep_their_addresses() -> None:
    plain = converter.unstructure(filing())
    plain["report"]["requests"]["received"]["total"] = "12"
    plain["earlier"][1]["year"] = 1.5
    plain["disputes"]["direct_litigation"]["pending"] = True
    del plain["disputes"]["reconsideration"]
    with pytest.raises(cattrs.ClassValidationError) as raised:
        converter.structure(plain, Filing)
    assert [(problem.code, problem.address) for problem in problems_of(raised.value)] == [
        ("value.text", "/report/requests/received/total"),
        ("value.type", "/earlier/1/year"),
        ("key.missing", "/disputes/reconsideration"),
        ("value.boolean", "/disputes/direct_litigation/pending"),
    ]


def test_an_error_that_is_not_ours_has_no_problems() -> None:
    assert problems_of(ValueError("x")) == ()
    with pytest.raises(cattrs.ClassValidationError) as raised:
        converter.structure({**converter.unstructure(filing()), "number": "x"}, Filing)
    assert problems_of(raised.value) == ()


def test_a_value_error_of_the_form_is_a_problem_too() -> None:
    with pytest.raises(gxstats.InvalidValue) as raised:
        gxstats.Organ(division="1")
    assert problems_of(raised.value) == (raised.value.problem,)


@pytest.mark.parametrize("form_id", FORM_IDS)
def test_every_part_goes_there_and_back(form_id: str) -> None:
    report = example(form_id)

    def parts(part: object) -> list[object]:
        fields = attrs.fields(type(part))
        inner = [getattr(part, field.name) for field in fields]
        return [part] + [p for one in inner if attrs.has(type(one)) for p in parts(one)]

    for part in [p for table in report.form.parts for p in parts(getattr(report, table))]:
        assert converter.structure(converter.unstructure(part), type(part)) == part
    for part in (report.organ, report.narrative, *report.remarks):
        assert converter.structure(converter.unstructure(part), type(part)) == part


@pytest.mark.parametrize(
    ("cls", "wrong", "problems"),
    [
        (
            gxstats.Organ,
            {"name": "", "code": "1", "division": None},
            [("text.empty", "/name"), ("organ.code", "/code"), ("key.missing", "/scope")],
        ),
        (
            gxstats.Narrative,
            {"overview": 1, "problems": None, "rest": None},
            [("value.type", "/overview"), ("key.missing", "/other"), ("key.unknown", "/rest")],
        ),
        (
            gxstats.Remark,
            {"cell": None, "more": 1},
            [("value.type", "/cell"), ("key.missing", "/printed"), ("key.unknown", "/more")],
        ),
    ],
    ids=lambda one: getattr(one, "__name__", ""),
)
def test_all_that_is_wrong_with_a_part_beside_the_tables_is_told(
    cls: type, wrong: dict[str, object], problems: list[tuple[str, str]]
) -> None:
    with pytest.raises(gxstats.InvalidDocument) as raised:
        converter.structure(wrong, cls)
    assert [(one.code, one.address) for one in raised.value.problems] == problems


def test_an_edition_that_was_not_asked_for_is_refused() -> None:
    with pytest.raises(gxstats.InvalidDocument) as raised:
        converter.structure(to_dict(example("2019")), gxstats.Report2021)
    (problem,) = raised.value.problems
    assert (problem.code, problem.address) == ("value.choice", "/edition")
    either = gxstats.Report2019 | gxstats.Report2021
    assert converter.structure(to_dict(example("2019")), either) == example("2019")


def test_a_table_in_either_shape_is_told_by_its_keys() -> None:
    either = gxstats.Requests2021 | gxstats.Requests2019
    for form_id in ("2021", "2021-undivided"):
        table = example(form_id).requests
        assert converter.structure(converter.unstructure(table), either) == table
    broken = converter.unstructure(example("2021-undivided").requests)
    broken["outcomes"]["other"]["total"] = -1
    with pytest.raises(gxstats.InvalidDocument) as raised:
        converter.structure(broken, either)
    assert [p.address for p in raised.value.problems] == ["/outcomes/other/total"]
