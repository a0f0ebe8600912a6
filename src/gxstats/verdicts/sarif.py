"""Verdicts as SARIF 2.1.0, which code hosts and editors show beside the file.

A point is a result: its rule is the id of the relation or the code, its place a line of the file
where the file has lines, and a cell of the form in any case. Messages are in the language asked
for; ``properties`` has both.
"""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path, PurePath
from typing import Any, Final

from .._version import __version__
from ..relations import Result
from ..text import LANGUAGES, Bilingual, Language
from . import wording
from .judging import Judged, Spot, Verdict, worst
from .names import STANDARD, escaped_json, legible, uri_of
from .points import Level, Point, PointKind
from .rules import Rule, rule_of

__all__ = ["FINGERPRINT", "as_sarif"]

SCHEMA: Final = "https://json.schemastore.org/sarif-2.1.0.json"
FINGERPRINT: Final = "gxstats/v1"
"""The name of the fingerprint: the same point keeps it wherever its line moves to."""
_LANGUAGE_TAGS: Final[Mapping[Language, str]] = {"zh": "zh-CN", "en": "en-US"}
_KINDS: Final = {
    PointKind.UNDECIDED: "open",
    PointKind.SKIPPED: "notApplicable",
}
"""What a result is that is no failure."""


def as_sarif(
    verdicts: Iterable[Verdict], language: Language = "zh", *, base: PurePath | None = None
) -> Iterator[str]:
    """Verdicts as the text of a SARIF log, piece by piece as the verdicts come.

    Paths are relative to ``base`` (the current folder unless given). Only the rules that are
    named are in it, which is why they stand behind the results.

    >>> import json
    >>> from gxstats import examples
    >>> from gxstats.verdicts import judge
    >>> log = json.loads("".join(as_sarif([judge(examples.path("yindu-2019"))])))
    >>> log["version"], log["runs"][0]["results"]
    ('2.1.0', [])
    """
    base = Path.cwd() if base is None else base
    rules: dict[str, tuple[int, Rule]] = {}
    codes: set[int] = set()
    head = {"$schema": SCHEMA, "version": "2.1.0"}
    yield _dumped(head)[:-1] + ', "runs": [{"columnKind": "unicodeCodePoints", "results": ['
    between = "\n"
    for verdict in verdicts:
        codes.add(verdict.exit_code)
        seen: Counter[str] = Counter()
        for point in verdict.points:
            if point.rule not in rules:
                rules[point.rule] = len(rules), rule_of(point)
            place, _ = rules[point.rule]
            yield between + _dumped(_result(verdict, point, place, seen, language, base))
            between = ",\n"
    driver = {
        "name": "gxstats",
        "version": __version__,
        "language": _LANGUAGE_TAGS[language],
        "rules": [_rule(rule, language) for _, rule in rules.values()],
    }
    ends = {
        "tool": {"driver": driver},
        "language": _LANGUAGE_TAGS[language],
        "invocations": [{"executionSuccessful": True, "exitCode": worst(codes)}],
    }
    yield "\n], " + _dumped(ends)[1:-1] + "}]}\n"


def _dumped(value: object) -> str:
    return escaped_json(json.dumps(value, ensure_ascii=False))


def _both(text: Bilingual) -> dict[str, str]:
    return {language: legible(text[language]) for language in LANGUAGES}


def _rule(rule: Rule, language: Language) -> dict[str, Any]:
    summary, help_ = _both(rule.summary), _both(rule.help)
    other = "en" if language == "zh" else "zh"
    return {
        "id": rule.id,
        "shortDescription": {"text": summary[language]},
        "fullDescription": {"text": summary[language]},
        "defaultConfiguration": {"level": rule.level.value},
        "help": {"text": f"{help_[language]}\n\n{summary[other]}\n\n{help_[other]}"},
        "properties": {"summary": summary, "help": help_},
    }


def _result(
    verdict: Verdict,
    point: Point,
    rule: int,
    seen: Counter[str],
    language: Language,
    base: PurePath,
) -> dict[str, Any]:
    said = {one: legible(point.sentence(one)) for one in LANGUAGES}
    file = _file(verdict.name, base, language)
    first, *others = point.cells or ("",)
    result: dict[str, Any] = {
        "ruleId": point.rule,
        "ruleIndex": rule,
        "level": point.level.value,
        "message": {"text": said[language]},
        "locations": [_location(verdict, point, first, file, language)],
        "partialFingerprints": {FINGERPRINT: _fingerprint(point, seen)},
        "properties": {**said, "kind": point.kind.value, **_numbers(point)},
    }
    if point.kind is PointKind.ACCEPTED:
        known = verdict.accepted[point.rule] if isinstance(verdict, Judged) else None
        why = {"justification": legible(known.reason)} if known and known.reason else {}
        result["level"] = Level.ERROR.value
        result["suppressions"] = [{"kind": "external", "status": "accepted", **why}]
    elif point.level is Level.NONE:
        result["kind"] = _KINDS[point.kind]
    if others and isinstance(verdict, Judged) and point.level is not Level.NONE:
        result["relatedLocations"] = [
            _related(verdict, cell, place, file, language) for place, cell in enumerate(others, 1)
        ]
    return result


def _file(name: str, base: PurePath, language: Language) -> dict[str, Any]:
    uri = uri_of(type(base)(name), base)
    if name == STANDARD:
        return {"uri": uri, "description": {"text": wording.STANDARD_INPUT[language]}}
    return {"uri": uri} if uri.startswith("file:") else {"uri": uri, "uriBaseId": "%SRCROOT%"}


def _location(
    verdict: Verdict, point: Point, cell: str, file: dict[str, Any], language: Language
) -> dict[str, Any]:
    address = cell or point.address
    spot = verdict.where(point)
    location: dict[str, Any] = {"physicalLocation": _physical(file, spot)}
    if address:
        location["logicalLocations"] = [_logical(verdict, address, language)]
    if where := spot.describe(language):
        location["message"] = {"text": legible(where)}
    return location


def _related(
    judged: Judged, cell: str, place: int, file: dict[str, Any], language: Language
) -> dict[str, Any]:
    value = judged.report[cell] if cell in judged.check.form else None
    name = _logical(judged, cell, language).get("name", cell)
    said = wording.BLANK[language] if value is None else str(value)
    return {
        "id": place,
        "physicalLocation": _physical(file, judged.spot(cell)),
        "logicalLocations": [_logical(judged, cell, language)],
        "message": {"text": wording.RELATED.format(name=name, value=said)[language]},
    }


def _physical(file: dict[str, Any], spot: Spot) -> dict[str, Any]:
    physical: dict[str, Any] = {"artifactLocation": file}
    if spot.line is not None:
        column = {} if spot.column is None else {"startColumn": spot.column}
        physical["region"] = {"startLine": spot.line, **column}
    return physical


def _logical(verdict: Verdict, address: str, language: Language) -> dict[str, Any]:
    logical = {"fullyQualifiedName": legible(address), "kind": "cell"}
    if isinstance(verdict, Judged) and address in verdict.check.form:
        return {**logical, "name": verdict.check.form[address].name(language)}
    return {**logical, "kind": "member"}


def _numbers(point: Point) -> dict[str, Any]:
    if not isinstance(point.origin, Result):
        return {"cells": list(point.cells)}
    result = point.origin
    return {
        "strength": result.relation.strength.value,
        "left": result.left,
        "right": result.right,
        "residual": result.residual,
        "cells": dict(result.cells),
        **({} if point.slip is None else {"whose": point.slip.whose.value}),
    }


def _fingerprint(point: Point, seen: Counter[str]) -> str:
    """The same for the same point of a file, whatever its numbers are and its line is."""
    named = "\n".join([point.kind.value, point.rule, point.address, *point.cells])
    seen[named] += 1
    whole = f"{named}\n{seen[named]}".encode("utf-8", "surrogatepass")
    return hashlib.sha256(whole).hexdigest()[:32]
