"""Every report of a corpus beside that of the same organ for the year before."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, Final

from ..relations import PREVIOUS
from .expressions import NAMESPACE, VERDICT, any_of, on_one_of, outcomes_of
from .extras import needed
from .invalid import WHOLE_NUMBERS, InvalidColumns, wrong_type
from .names import IDENTITY, ORGAN
from .relations import AFTER, column_year_links
from .taking import keys_of, taken
from .tidying import ANSWER, judged, tidy

if TYPE_CHECKING:
    import narwhals as nw
    from narwhals.typing import IntoFrameT
else:
    nw = needed("narwhals")

__all__ = ["MISSING", "SEVERAL", "year_findings", "year_outcomes"]

MISSING: Final = "missing"
"""The verdict on a report for whose organ there is no report of the year before."""
SEVERAL: Final = "several"
"""The verdict where there are several of them: nothing says which one counts."""

_CODE, _NAME, _DIVISION = (ORGAN[field] for field in ("code", "name", "division"))
_ORGAN: Final = f"{NAMESPACE}organ"
_YEAR: Final = f"{NAMESPACE}year"
_REPORTS: Final = f"{NAMESPACE}reports of the year before"
_KEY: Final = f"{NAMESPACE}key "


def year_outcomes(corpus: IntoFrameT, *, keys: Sequence[str] = IDENTITY) -> IntoFrameT:
    """For every report, whether it ties to the report of the same organ for the year before.

    A column a relation, named by its id, ``"held"``, ``"violated"`` or ``"undecided"`` as
    :func:`gxstats.relations.check_years` finds it; null where the two forms have no such relation, or
    there is nothing to compare with. ``verdict`` sums up those that are binding; it is
    ``"missing"`` where the corpus has no report for the year before, ``"several"`` where it has
    more than one, and null where a report does not say its year or its organ.

    Reports are of one organ as :func:`gxstats.across.series_of` sees it: if they have one
    统一社会信用代码, and without a code by name and division.

    >>> import attrs
    >>> from gxstats import Organ, form
    >>> from gxstats.columnar import to_arrow
    >>> report = form("2021").blank(year=2023, organ=Organ(name="某局"))
    >>> before = attrs.evolve(report, year=2022).replace({"/requests/carried_out/total": 3})
    >>> after = report.replace({"/requests/carried_in/total": 2})
    >>> year_outcomes(to_arrow([before, after]), keys=["year"]).column("verdict").to_pylist()
    ['missing', 'violated']

    The corpus needs the columns of the organ and the year; else as
    :func:`~gxstats.columnar.outcomes`. The reports need not be in any order.
    """
    relations = column_year_links()
    keys = keys_of(keys, (VERDICT, *(relation.id for relation in relations)))
    frame = judged(_beside_last_year(corpus, keys), relations)
    applies = any_of(
        [nw.col(on_one_of(forms)) for forms in {one.forms: None for one in relations}]
    )
    verdict, *columns = outcomes_of(relations, applies)
    reports = nw.col(_REPORTS)
    known = ~nw.col(_ORGAN).is_null() & ~nw.col(_YEAR).is_null()
    without = nw.when(known & reports.is_null()).then(nw.lit(MISSING)).otherwise(verdict)
    verdict = nw.when(reports > 1).then(nw.lit(SEVERAL)).otherwise(without)
    answer: IntoFrameT = frame.select(*_kept(keys), verdict.alias(VERDICT), *columns).to_native()
    return answer


def year_findings(corpus: IntoFrameT, *, keys: Sequence[str] = IDENTITY) -> IntoFrameT:
    """The ties to the year before that do not hold: a row for each report and relation.

    The columns are those of :func:`~gxstats.columnar.findings`; ``left`` is what the report
    says, ``right`` what that of the year before does. Of reports without one, or with several, there
    is no row: :func:`year_outcomes` names them.

    Takes and raises what :func:`year_outcomes` does.
    """
    relations = column_year_links()
    keys = keys_of(keys, ANSWER)
    kept = [f"{_KEY}{key}" for key in keys]
    told = tidy(_beside_last_year(corpus, keys), relations, kept)
    others = [name for name in told.collect_schema().names() if name not in kept]
    answer: IntoFrameT = told.select(*_kept(keys), *others).to_native()
    return answer


def _kept(keys: Sequence[str]) -> list[nw.Expr]:
    return [nw.col(f"{_KEY}{key}").alias(key) for key in keys]


def _beside_last_year(corpus: Any, keys: Sequence[str]) -> Any:
    """A row for each report, with the columns of last year's, and the two forms as its form."""
    used = dict.fromkeys(column for one in column_year_links() for column in one.columns)
    own = [column for column in used if not column.startswith(PREVIOUS)]
    tied = [column.removeprefix(PREVIOUS) for column in used if column.startswith(PREVIOUS)]
    texts = [*keys, _CODE, _NAME, _DIVISION, "year"]
    frame = taken(corpus, list(dict.fromkeys([*own, *tied])), texts)
    schema = frame.collect_schema()
    if not schema["year"].is_integer():
        raise InvalidColumns([wrong_type("year", schema["year"], WHOLE_NUMBERS)])
    frame = _with_organ(
        frame.select(
            *dict.fromkeys(["form", "year", _CODE, _NAME, _DIVISION, *own, *tied]),
            *(nw.col(key).alias(f"{_KEY}{key}") for key in keys),
        )
    )
    before = (
        frame.filter(~nw.col(_ORGAN).is_null(), ~nw.col(_YEAR).is_null())
        .select(
            nw.col(_ORGAN),
            (nw.col(_YEAR) + 1).alias(_YEAR),
            nw.col("form").alias(f"{PREVIOUS}form"),
            *(nw.col(column).alias(f"{PREVIOUS}{column}") for column in tied),
        )
        .group_by(_ORGAN, _YEAR)
        # of one report, the greatest is what it says; where there are several, nothing is judged
        .agg(
            nw.len().alias(_REPORTS),
            nw.col(f"{PREVIOUS}form", *(f"{PREVIOUS}{column}" for column in tied)).max(),
        )
    )
    kept = [f"{_KEY}{key}" for key in keys]
    beside = frame.select(_ORGAN, _YEAR, "form", *own, *kept).join(
        before, on=[_ORGAN, _YEAR], how="left"
    )
    one = nw.when(nw.col(_REPORTS) == 1)
    forms = nw.concat_str([nw.col("form"), nw.lit(AFTER), nw.col(f"{PREVIOUS}form")])
    return beside.with_columns(one.then(forms).otherwise(nw.lit("")).alias("form"))


def _with_organ(frame: Any) -> Any:
    """The organ of each report as one text: its code, or that of the one organ of its name."""
    named = [nw.col(name).fill_null("").alias(NAMESPACE + name) for name in (_NAME, _DIVISION)]
    name, division = (NAMESPACE + name for name in (_NAME, _DIVISION))
    frame = frame.with_columns(*named, nw.col("year").cast(nw.Int64).alias(_YEAR))
    codes, single = f"{NAMESPACE}codes", f"{NAMESPACE}code"
    nameless = nw.col(_NAME).is_null() & nw.col(_DIVISION).is_null()
    by_name = (
        frame.filter(~nw.col(_CODE).is_null(), ~nameless)
        .group_by(name, division)
        .agg(nw.col(_CODE).n_unique().alias(codes), nw.col(_CODE).max().alias(single))
        .filter(nw.col(codes) == 1)
        .select(name, division, single)
    )
    by_its_name = nw.concat_str([nw.col(name), nw.col(division)], separator="\x1f")
    without_code = nw.when(~nameless).then(nw.coalesce(nw.col(single), by_its_name))
    frame = frame.join(by_name, on=[name, division], how="left")
    return frame.with_columns(nw.coalesce(nw.col(_CODE), without_code).alias(_ORGAN))
