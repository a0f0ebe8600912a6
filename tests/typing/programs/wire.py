"""Documents in and out, and the schema."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, assert_type

from cattrs import Converter

from gxstats import (
    Problem,
    Report,
    Report2021,
    from_dict,
    from_json,
    to_dict,
    to_json,
    validate,
)
from gxstats.wire import JSONLimits, problems_of, register_hooks
from gxstats.wire.schema import (
    edition_files,
    generated,
    json_schema,
    published,
    schema_names,
)
from gxstats.wire.validation import schema_problems


def documents(data: bytes, tree: dict[str, Any], converter: Converter) -> None:
    report = from_json(data, limits=JSONLimits(bytes=1000, depth=8))
    assert_type(report, Report)
    assert_type(from_json("{}"), Report)
    assert_type(from_dict(tree), Report)
    assert_type(to_json(report, indent=2), bytes)
    assert_type(to_dict(report), dict[str, Any])
    assert_type(validate(data), tuple[Problem, ...])
    assert_type(problems_of(ValueError()), tuple[Problem, ...])
    register_hooks(converter)
    assert_type(generated(), dict[str, bytes])
    assert_type(edition_files("2021"), dict[str, bytes])
    assert_type(schema_names(), tuple[str, ...])
    assert_type(json_schema("report"), dict[str, Any])
    assert_type(published("report"), dict[str, Any])
    assert_type(schema_problems(tree), Iterator[Problem])
    if isinstance(report, Report2021):
        assert_type(report.disclosure.rules.in_force, int | None)

    from_json(5)  # E: argument
    from_json(data, JSONLimits())  # E: call
    from_dict(data)  # E: argument
    to_json(data)  # E: argument
    to_dict(tree)  # E: argument
    validate(tree)  # E: argument
    problems_of("")  # E: argument
    register_hooks(Converter)  # E: argument
    generated("report")  # E: call
    edition_files(2021)  # E: argument
    schema_names("2021")  # E: call
    json_schema(2021)  # E: argument
    published()  # E: call
    schema_problems(tree, 2021)  # E: argument
    JSONLimits(1000)  # E: call
