"""The reports of one organ by year: what ties them, what is missing, what is there twice."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from typing import Self

import attrs

from ..forms.organ import Organ
from ..forms.report import Report, each_report
from ..mappings import FrozenMapping
from ..relations import Outcome, YearCheck, check_years
from ..text import Bilingual, Language

__all__ = ["Series", "YearLink", "series_of"]


@attrs.frozen
class YearLink:
    """A year of a series, and how it ties to the year before."""

    year: int
    check: YearCheck | None
    """The relations between the two reports; None if that of the year before is missing."""

    @property
    def outcome(self) -> Outcome | None:
        """Held, violated or undecided; None if the year before is missing."""
        return None if self.check is None else self.check.verdict

    def explain(self, language: Language = "zh") -> str:
        """The year, and what does not tie."""
        if self.check is None:
            return {
                "zh": f"{self.year} 年度：缺上年的报告",
                "en": f"{self.year}: the report of the year before is missing",
            }[language]
        between = {"zh": "：", "en": ": "}[language]
        year = {"zh": f"{self.year} 年度", "en": str(self.year)}[language]
        return f"{year}{between}{self.check.explain(language)}"


@attrs.frozen(slots=False, repr=False)
class Series:
    """The reports of one organ, the earliest first."""

    reports: tuple[Report, ...]
    """One for each year: of several for one year, the first that was given."""
    duplicates: Mapping[int, tuple[Report, ...]] = attrs.field(hash=False)
    """The years for which there are several reports, with all of them."""

    @classmethod
    def of(cls, reports: Iterable[Report]) -> Self:
        """The series of some reports.

        Raises :class:`ValueError` for a report without a year, for no report at all, and for
        reports of several organs: with different 统一社会信用代码, or with different names in one
        year. :func:`series_of` parts them.
        """
        by_year: dict[int, list[Report]] = {}
        codes = set()
        for report in reports:
            if report.year is None:
                raise ValueError("a report without a year has no place in a series")
            by_year.setdefault(report.year, []).append(report)
            codes.add(report.organ.code)
        codes.discard(None)
        if len(codes) > 1:
            raise ValueError(
                f"reports of {len(codes)} organs: {', '.join(sorted(map(str, codes)))};"
                " series_of parts them"
            )
        if not by_year:
            raise ValueError("a series has at least one report")
        organs = [report.organ for same in by_year.values() for report in same]
        with_code = {organ.name for organ in organs if organ.code}
        for year, same in by_year.items():
            # those with the code, and those of a name that has it, are one organ
            names = {one.organ.name for one in same if one.organ.name}
            others = {one.organ.name for one in same if not one.organ.code} - with_code - {None}
            if len(others) > 1 or (others and others != names):
                raise ValueError(
                    f"reports of several organs for {year}: {', '.join(sorted(names))};"
                    " series_of parts them"
                )
        return cls(
            tuple(by_year[year][0] for year in sorted(by_year)),
            FrozenMapping(
                {year: tuple(by_year[year]) for year in sorted(by_year) if len(by_year[year]) > 1}
            ),
        )

    @cached_property
    def by_year(self) -> Mapping[int, Report]:
        """The report of each year."""
        return FrozenMapping({year: report for report in self.reports if (year := report.year)})

    @property
    def years(self) -> tuple[int, ...]:
        """The years for which there is a report."""
        return tuple(self.by_year)

    @property
    def gaps(self) -> tuple[int, ...]:
        """The years between the first and the last one for which there is none."""
        years = self.years
        return tuple(year for year in range(years[0], years[-1]) if year not in self.by_year)

    @property
    def names(self) -> Mapping[str, tuple[int, ...]]:
        """The names of the organ, each with its years: several if it was renamed."""
        found: dict[str, tuple[int, ...]] = {}
        for year, report in self.by_year.items():
            if report.organ.name:
                found[report.organ.name] = (*found.get(report.organ.name, ()), year)
        return FrozenMapping(found)

    @cached_property
    def links(self) -> tuple[YearLink, ...]:
        """For each report but the first, how it ties to the year before."""
        return tuple(
            YearLink(
                year,
                None
                if year - 1 not in self.by_year
                else check_years(self.by_year[year - 1], report),
            )
            for year, report in list(self.by_year.items())[1:]
        )

    def __iter__(self) -> Iterator[Report]:
        return iter(self.reports)

    def __len__(self) -> int:
        return len(self.reports)

    def explain(self, language: Language = "zh") -> str:
        """What is to be said of the series: gaps, duplicates, names, and each year's ties."""
        return "\n".join(
            [*_remarks(self, language), *(one.explain(language) for one in self.links)]
        )

    def __repr__(self) -> str:
        outcomes = Counter(
            "missing" if link.outcome is None else link.outcome.value for link in self.links
        )
        ties = ", ".join(f"{count} {name}" for name, count in outcomes.items())
        *_, name = self.names or (None,)
        return f"<Series of {name} {self.years[0]} to {self.years[-1]}: {ties or 'one report'}>"


def _remarks(series: Series, language: Language) -> Iterator[str]:
    zh = language == "zh"
    comma = "、" if zh else ", "
    if series.gaps:
        years = comma.join(map(str, series.gaps))
        yield f"缺 {years} 年度的报告" if zh else f"no report for {years}"
    for year, reports in series.duplicates.items():
        yield (
            f"{year} 年度有 {len(reports)} 份报告，取先给的一份"
            if zh
            else f"{len(reports)} reports for {year}; the first one given is taken"
        )
    if len(series.names) > 1:
        names = "、".join(
            f"{name}（{'、'.join(map(str, years))}）"
            if zh
            else f"{name} ({', '.join(map(str, years))})"
            for name, years in series.names.items()
        )
        yield Bilingual(f"机关名称先后为：{names}", f"the organ's names: {names}")[language]


def series_of(reports: Iterable[Report]) -> tuple[Series, ...]:
    """The reports of many organs as a series for each, in the order in which they first come.

    Reports belong to one organ if they have one 统一社会信用代码, whatever their names. One without
    a code goes by its name and division: to the organ of that name that has a code, if there is
    just one, so that an organ that prints its code only sometimes is not taken for two.
    """
    known = list(each_report(reports))
    codes: dict[tuple[str | None, str | None], set[str]] = {}
    for report in known:
        organ = report.organ
        if organ.code:
            codes.setdefault((organ.name, organ.division), set()).add(organ.code)
    groups: dict[object, list[Report]] = {}
    for report in known:
        groups.setdefault(_key(report.organ, codes), []).append(report)
    return tuple(Series.of(group) for group in groups.values())


def _key(organ: Organ, codes: Mapping[tuple[str | None, str | None], set[str]]) -> object:
    if organ.code:
        return organ.code
    named = organ.name, organ.division
    same = codes.get(named, set()) if any(named) else set()
    return next(iter(same)) if len(same) == 1 else named
