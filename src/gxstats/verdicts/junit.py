"""Verdicts as JUnit XML, which build servers count as tests: a suite a file, a case a relation."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path, PurePath
from typing import Final
from xml.etree import ElementTree as ET

from ..relations import Result
from ..text import Language
from . import wording
from .judging import Judged, Verdict
from .names import legible, path_of
from .points import Point, PointKind, points_of

__all__ = ["as_junit"]

_OUTCOMES: Final = {
    PointKind.VIOLATED: "failure",
    PointKind.ACCEPTED: "skipped",
    PointKind.HINT: "skipped",
    PointKind.UNDECIDED: "skipped",
    PointKind.UNDECIDED_HINT: "skipped",
    PointKind.DOUBT: "skipped",
    PointKind.PROBLEM: "error",
    PointKind.UNREADABLE: "error",
    PointKind.SKIPPED: "skipped",
}
"""The element of a case; what is of another kind stands in the output of its suite."""
_COUNTED: Final = {"failure": "failures", "error": "errors", "skipped": "skipped"}


def as_junit(
    verdicts: Iterable[Verdict], language: Language = "zh", *, base: PurePath | None = None
) -> Iterator[str]:
    """Verdicts as JUnit XML, a suite at a time as the verdicts come.

    A violated relation is a failure, and a file without a report is an error. What neither passes
    nor fails is skipped: a relation that a blank leaves open, a soft relation that does not hold,
    a doubt. The diagnosis, the findings and the notices are the output of the suite.

    >>> from gxstats import examples
    >>> from gxstats.verdicts import judge
    >>> "".join(as_junit([judge(examples.path("yindu-2019"))])).count("<testcase")
    47
    """
    base = Path.cwd() if base is None else base
    yield '<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="gxstats">\n'
    for verdict in verdicts:
        suite = _suite(verdict, language, base)
        ET.indent(suite)
        yield ET.tostring(suite, encoding="unicode") + "\n"
    yield "</testsuites>\n"


def _suite(verdict: Verdict, language: Language, base: PurePath) -> ET.Element:
    file = legible(path_of(type(base)(verdict.name), base)).replace("\n", " ")
    suite = ET.Element("testsuite", name=file, file=file)
    points = tuple(points_of(verdict))
    told = {point.rule: point for point in points if isinstance(point.origin, Result)}
    for result in verdict.check if isinstance(verdict, Judged) else ():
        case = _case(suite, file, result.relation.id)
        if point := told.get(result.relation.id):
            _say(case, verdict, point, language)
    beside: list[str] = []
    for point in points:
        if isinstance(point.origin, Result):
            continue
        if point.kind in _OUTCOMES:
            address = point.cells[0] if point.cells else point.address
            name = f"{point.rule} {address}" if address else point.rule
            _say(_case(suite, file, legible(name)), verdict, point, language)
        else:
            mark = point.kind.label[language]
            beside.append(f"{mark}{wording.COLON[language]}{legible(point.sentence(language))}")
    suite.set("tests", str(len(suite)))
    for element, attribute in _COUNTED.items():
        suite.set(attribute, str(len(suite.findall(f"testcase/{element}"))))
    if beside:
        ET.SubElement(suite, "system-out").text = "\n".join(beside)
    return suite


def _case(suite: ET.Element, file: str, name: str) -> ET.Element:
    """A case, which passes unless something is said of it."""
    return ET.SubElement(suite, "testcase", classname=file, name=name, file=file)


def _say(case: ET.Element, verdict: Verdict, point: Point, language: Language) -> None:
    """What a point says, in the element that says what became of the case."""
    spot = verdict.where(point)
    if spot.line is not None:
        case.set("line", str(spot.line))
    said, where = legible(point.sentence(language)), legible(spot.describe(language))
    inner = ET.SubElement(case, _OUTCOMES[point.kind], message=said, type=point.kind.value)
    inner.text = f"{said}\n{where}" if where else said
