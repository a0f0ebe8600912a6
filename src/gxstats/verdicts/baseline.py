"""A baseline: the violations that are known and accepted, so that only new ones fail.

Reports are published and stay as they are, slips and all. Whoever checks them again and again
writes down once which violations are known, each by organ, year, relation and residual.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from typing import Any, Self, TypeAlias, TypeVar

import attrs

from ..errors import InvalidDocument, Problem
from ..forms.organ import Scope
from ..forms.report import Report
from ..relations import Result
from ..text import Bilingual, Language
from ..wire.released import identifier
from ..wire.validation import schema_problems
from . import wording
from .judging import Judged, Verdict

__all__ = ["Accepted", "Baseline", "Observed"]

_Verdict = TypeVar("_Verdict", bound=Verdict)
_ReportKey: TypeAlias = tuple[str, str | None, int]
_Key: TypeAlias = tuple[_ReportKey, str, int | None]


@attrs.frozen(kw_only=True)
class Accepted:
    """A violation that is known and accepted."""

    organ: str | None
    """The organ's name."""
    code: str | None
    """Its 统一社会信用代码, which tells it from others of its name."""
    scope: Scope | None
    year: int
    relation: str
    """The id of the relation."""
    residual: int | None
    """Left minus right; ``None`` beside a blank."""
    reason: str = attrs.field(default="", eq=False)
    """Why it is accepted; it is for people to fill in, and is kept."""

    @property
    def report(self) -> _ReportKey:
        """What tells the report from others: an organ with a code may print another name."""
        return self.code or self.organ or "", self.scope, self.year

    @property
    def key(self) -> _Key:
        """What tells the violation from others."""
        return self.report, self.relation, self.residual

    def describe(self, language: Language = "zh") -> str:
        """The violation in a few words: whose, of which year, which relation, by how much."""
        return wording.ACCEPTED_ENTRY.format(
            organ=self.organ or self.code,
            year=self.year,
            relation=self.relation,
            residual="?" if self.residual is None else self.residual,
        )[language]

    @classmethod
    def of(cls, report: Report, violated: Result) -> Self | None:
        """The violation of a report, if its organ and its year are known."""
        organ = report.organ
        if report.year is None or not (organ.code or organ.name):
            return None
        return cls(
            organ=organ.name,
            code=organ.code,
            scope=organ.scope,
            year=report.year,
            relation=violated.relation.id,
            residual=violated.residual,
        )


@attrs.frozen(slots=False)
class Baseline:
    """The violations that are accepted.

    >>> from gxstats import examples, read
    >>> from gxstats.verdicts import Baseline, Judged, Observed
    >>> from gxstats import check
    >>> wrong = read(examples.path("yindu-2019")).report.replace({"/requests/received/total": 51})
    >>> verdict = Judged("slip.json", wrong, None, check(wrong))
    >>> known = Baseline().updated(Observed.of([verdict]))
    >>> [one.relation for one in known.accepted]
    ['requests.balance.total', 'requests.applicant_total.received']
    >>> verdict.exit_code, known.judged(verdict).exit_code
    (1, 0)
    """

    accepted: tuple[Accepted, ...] = ()

    @classmethod
    def from_json(cls, data: bytes | str) -> Self:
        """The baseline in a document; raises :class:`~gxstats.InvalidDocument`."""
        try:
            tree = json.loads(data)
        except (ValueError, RecursionError) as error:
            found = str(error)[:60]
            expected = Bilingual("JSON 文档", "a JSON document")
            raise InvalidDocument([Problem("document.syntax", "", found, expected)]) from error
        problems = tuple(schema_problems(tree, "baseline"))
        if problems:
            raise InvalidDocument(problems)
        return cls(tuple(Accepted(**one) for one in tree["accepted"]))

    def to_json(self) -> bytes:
        """As a document with a line for each field: differences between two versions are small."""
        document = {
            "$schema": identifier("baseline"),
            "accepted": [attrs.asdict(one) for one in sorted(self.accepted, key=_order)],
        }
        return json.dumps(document, ensure_ascii=False, indent=1).encode() + b"\n"

    @cached_property
    def _by_key(self) -> Mapping[_Key, Accepted]:
        return {one.key: one for one in self.accepted}

    def judged(self, verdict: _Verdict) -> _Verdict:
        """The verdict with the violations that are accepted: these do not decide it."""
        if not isinstance(verdict, Judged):
            return verdict
        known = {one.relation: self._by_key.get(one.key) for one in _violations(verdict)}
        accepted = {id: entry for id, entry in known.items() if entry is not None}
        return attrs.evolve(verdict, accepted=accepted) if accepted else verdict

    def gone(self, observed: Observed) -> tuple[Accepted, ...]:
        """Of the reports that were judged: what is accepted, and is violated no more."""
        return tuple(
            one
            for one in self.accepted
            if one.report in observed.reports and one.key not in observed.violations
        )

    def updated(self, observed: Observed) -> Baseline:
        """With the violations of the reports that were judged in place of those they had.

        Reasons are kept, and so is what is accepted of other reports.
        """
        kept = {one.key: one for one in self.accepted if one.report not in observed.reports}
        for key, one in observed.violations.items():
            known = self._by_key.get(key)
            kept[key] = one if known is None else attrs.evolve(one, reason=known.reason)
        return Baseline(tuple(kept.values()))


@attrs.define
class Observed:
    """What was met in judging: the reports that can be told from others, and their violations."""

    reports: set[_ReportKey] = attrs.field(factory=set)
    violations: dict[_Key, Accepted] = attrs.field(factory=dict)

    @classmethod
    def of(cls, verdicts: Iterable[Verdict]) -> Self:
        """What is met in some verdicts."""
        observed = cls()
        for verdict in verdicts:
            observed.add(verdict)
        return observed

    def add(self, verdict: Verdict) -> None:
        """Take in a verdict; a file without a report adds nothing."""
        if not isinstance(verdict, Judged):
            return
        organ, year = verdict.report.organ, verdict.report.year
        name = organ.code or organ.name
        if year is not None and name:
            self.reports.add((name, organ.scope, year))
            self.violations |= {one.key: one for one in _violations(verdict)}


def _violations(verdict: Judged) -> Iterator[Accepted]:
    for result in verdict.check.violated:
        found = Accepted.of(verdict.report, result)
        if found is not None:
            yield found


def _order(one: Accepted) -> tuple[Any, ...]:
    return (
        one.organ or "",
        one.code or "",
        one.scope or "",
        one.year,
        one.relation,
        one.residual or 0,
    )
