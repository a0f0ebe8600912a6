"""validate tells everything once."""

from __future__ import annotations

import subprocess
import sys
from typing import Any

import pytest
from tests.support.json_documents import example
from tests.support.yardstick import Work

import gxstats
from gxstats.wire import JSONLimits, validation
from gxstats.wire.strict import MOST_PROBLEMS

GOOD = gxstats.to_json(example())
UNITS = 150
"""The document with very many problems takes a fifth of it."""


def test_a_good_document_has_no_problems() -> None:
    assert gxstats.validate(GOOD) == ()
    assert gxstats.validate(GOOD.decode()) == ()


@pytest.mark.parametrize(
    "wrong",
    [
        b"",
        b"[]",
        b"null",
        b'{"edition":"2021"}',
        GOOD.replace(b'"year":2023', b'"year":"2023"'),
        GOOD.replace(b'"year":2023', b'"year":NaN'),
        GOOD.replace(b'"total":16', b'"total":' + b"9" * 5000),
        GOOD.replace(b'"total":16', b'"total":-1,"x":1'),
        GOOD.replace(b'"not_supplemented":', b'"natural_person":'),
    ],
)
def test_nothing_is_said_twice(wrong: bytes) -> None:
    with pytest.raises(gxstats.InvalidDocument) as raised:
        gxstats.from_json(wrong)
    assert gxstats.validate(wrong) == raised.value.problems


@pytest.mark.parametrize("place", ["year", "organ", "remarks"])
@pytest.mark.parametrize(
    ("value", "found"), [("[]", "[]"), ("[1]", "[…]"), ("{}", "{}"), ('{"a":[]}', "{…}")]
)
def test_what_stands_in_place_of_a_value_is_shown_briefly(
    place: str, value: str, found: str
) -> None:
    wrong = f'{{"edition":"2021","{place}":{value}}}'
    told = [one for one in gxstats.validate(wrong.encode()) if one.address == f"/{place}"]
    assert all(one.found == found for one in told)
    fits = found[0] == {"organ": "{", "remarks": "["}.get(place)
    assert told or fits


@pytest.mark.parametrize(
    ("asked", "address", "found", "rule"),
    [
        ({"minProperties": 99}, "", "{'edition': ", "minProperties: 99"),
        (
            {"allOf": [{"properties": {"year": {"maximum": 2000}}}]},
            "/year",
            "2023",
            "maximum: 2000",
        ),
    ],
)
def test_what_only_the_schema_refuses_is_not_hidden(
    monkeypatch: pytest.MonkeyPatch, asked: dict[str, Any], address: str, found: str, rule: str
) -> None:
    # No such document exists; a schema that asks for more stands in for a mistake in ours.
    stricter = validation.published("2021") | asked
    monkeypatch.setattr(validation, "published", lambda _: stricter)
    validation._validator.cache_clear()
    try:
        (problem,) = gxstats.validate(GOOD)
    finally:
        validation._validator.cache_clear()
    assert (problem.code, problem.address) == ("document.schema", address)
    assert problem.found.startswith(found)
    assert rule in problem.message("en")
    assert rule in problem.message("zh")


def test_very_many_problems_are_told_up_to_a_bound_in_bounded_work() -> None:
    unknown = b"".join(b',"k%d":1' % number for number in range(200_000))
    with Work() as work:
        problems = gxstats.validate(GOOD[:-1] + unknown + b"}")
    assert problems[0].code == "document.problems"
    assert len(problems) == 1 + MOST_PROBLEMS
    assert work.units < UNITS


def test_limits_apply() -> None:
    (problem,) = gxstats.validate(GOOD, limits=JSONLimits(bytes=10))
    assert problem.code == "document.size"


def test_import_gxstats_brings_in_nothing_heavy() -> None:
    script = (
        "import sys, gxstats\n"
        "gxstats.Organ(name='x')\n"
        "heavy = {'jsonschema', 'msgspec', 'lxml', 'click', 'rich', 'referencing', 'json.decoder'}\n"
        "print(sorted(heavy & set(sys.modules)), 'gxstats.wire' in sys.modules)\n"
        "gxstats.from_json(gxstats.to_json(gxstats.form('2021').blank(year=None, organ=gxstats.Organ())))\n"
        "print('jsonschema' in sys.modules)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True
    )
    first, second = done.stdout.splitlines()
    assert first.endswith("False")
    assert set(eval(first.rpartition(" ")[0])) <= {"json.decoder"}
    assert second == "False"
